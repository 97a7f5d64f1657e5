//! The JSON Schema (draft 2020-12) of the format, made from the same
//! definitions that read it.

use serde_json::{Map, Value as Json, json};

use super::decode::{ALLOW, Decode};
use crate::check::RULES;
use crate::diagnostic::Language;
use crate::format::Allowances;
use crate::rule::Rule;

/// The definitions that a schema refers to, each made once.
#[derive(Debug, Default)]
pub struct Schemas {
    definitions: Map<String, Json>,
}

impl Schemas {
    /// The complete schema document of a file whose root is a `T`.
    pub fn document<T: Decode>(title: &str) -> Json {
        let mut schemas = Self::default();
        let root = T::schema(&mut schemas);
        schemas.define("Allowances", Allowances::schema);
        let mut document = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": title,
        });
        document["allOf"] = json!([root]);
        document["$defs"] = Json::Object(schemas.definitions);
        document
    }

    /// A reference to the named definition, made by `make` at first use.
    pub fn define(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Json) -> Json {
        if !self.definitions.contains_key(name) {
            // The placeholder keeps a type that holds itself from recursing.
            self.definitions.insert(name.to_owned(), Json::Null);
            let schema = make(self);
            self.definitions.insert(name.to_owned(), schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// The schema of an object with these properties.
    pub fn object(title: &str, properties: Map<String, Json>, required: &[&str]) -> Json {
        let mut properties = properties;
        properties.insert("$comment".into(), json!({ "description": "인쇄되지 않는 메모" }));
        properties.insert("$schema".into(), json!({ "type": "string" }));
        properties.insert(ALLOW.into(), Self::allowances());
        json!({
            "type": "object",
            "description": title,
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }

    /// The schema of the member in which an object says what it lets pass.
    fn allowances() -> Json {
        let help = "이 묶음 안에서 그대로 둘 규칙과 그 까닭: { \"one-name\": \"원문대로\" }";
        json!({ "$ref": "#/$defs/Allowances", "description": help })
    }

    /// The schema of an object whose keys are names of rules.
    pub fn by_rule(value: &Json) -> Json {
        let described = |rule: &&Rule| {
            let title = (rule.title)();
            let schema = Self::described(value.clone(), title.text(Language::Korean));
            (rule.name.to_owned(), schema)
        };
        let mut properties: Map<String, Json> = RULES.iter().map(described).collect();
        properties.insert("$comment".into(), json!({ "description": "인쇄되지 않는 메모" }));
        json!({ "type": "object", "properties": properties, "additionalProperties": false })
    }

    /// The schema of an object with the member `tag` fixed to `name`, for one
    /// of several kinds of object. The tag is required unless it is `usual`.
    pub fn tagged(mut object: Json, tag: &str, name: &str, usual: bool, help: &str) -> Json {
        object["properties"][tag] = json!({ "const": name, "description": help });
        if let (false, Some(required)) = (usual, object["required"].as_array_mut()) {
            required.insert(0, json!(tag));
        }
        object
    }

    /// The schema of a type with a description of its own at this place.
    pub fn described(schema: Json, help: &str) -> Json {
        let mut schema = schema;
        if let Some(object) = schema.as_object_mut() {
            object.insert("description".into(), json!(help));
        }
        schema
    }
}
