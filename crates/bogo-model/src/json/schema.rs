//! The JSON Schema (draft 2020-12) of the format, made from the same
//! definitions that read it.

use serde_json::{Map, Value as Json, json};

use crate::diagnostic::rule::Rules;

/// The definitions that a schema refers to, each made once.
#[derive(Debug)]
pub struct Schemas {
    definitions: Map<String, Json>,
    /// What every object may have beside its own fields.
    asides: Map<String, Json>,
    rules: Rules,
}

impl Schemas {
    /// The schemas of a format in which every object may have these members,
    /// with their schemas, beside its own, and values may name these rules.
    pub fn new(asides: &[(&str, Json)], rules: Rules) -> Self {
        let asides = asides.iter().map(|(key, schema)| ((*key).to_owned(), schema.clone()));
        Self { definitions: Map::new(), asides: asides.collect(), rules }
    }

    /// The rules that values may name.
    pub(crate) fn rules(&self) -> Rules {
        self.rules
    }

    /// The complete schema document of a file whose root has this schema.
    pub fn into_document(self, title: &str, root: &Json) -> Json {
        let mut document = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": title,
        });
        document["allOf"] = json!([root]);
        document["$defs"] = Json::Object(self.definitions);
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
    pub fn object(&self, title: &str, properties: Map<String, Json>, required: &[&str]) -> Json {
        let mut properties = properties;
        properties.extend(self.asides.clone());
        json!({
            "type": "object",
            "description": title,
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
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
