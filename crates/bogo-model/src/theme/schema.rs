//! The JSON Schema of themes, made from the usual one.

use serde_json::{Map, Value as Json, json};

use super::values::{self, Kind, Length};
use crate::diagnostic::rule::Rules;
use crate::format::Allowances;
use crate::json::{ALLOW, Decode as _, Schemas};

/// The schema of a theme, by which editors complete its tokens.
/// `rules` are those that it may let pass.
pub fn schema(usual: &Json, rules: Rules) -> Json {
    let mut schema = token(usual, &mut Vec::new());
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("bogo theme");
    schema["properties"]["$schema"] = json!({ "type": "string" });
    schema["properties"][ALLOW] = Allowances::schema(&mut Schemas::new(&[], rules));
    schema
}

fn token<'u>(usual: &'u Json, path: &mut Vec<&'u str>) -> Json {
    match usual {
        Json::Object(tokens) => {
            let mut properties = Map::new();
            for (name, usual) in tokens {
                path.push(name);
                properties.insert(name.clone(), token(usual, path));
                path.pop();
            }
            properties.insert("$comment".into(), json!({ "description": "인쇄되지 않는 메모" }));
            json!({ "type": "object", "properties": properties, "additionalProperties": false })
        }
        Json::Array(entries) => {
            path.push("");
            let items: Vec<Json> = entries.iter().map(|entry| token(entry, path)).collect();
            path.pop();
            json!({ "type": "array", "prefixItems": items, "maxItems": items.len() })
        }
        Json::String(text) => text_token(text, path),
        Json::Number(number) => {
            let (least, most) = values::number_range(number);
            let kind = if number.is_u64() { "integer" } else { "number" };
            json!({ "type": kind, "minimum": least, "maximum": most, "default": usual })
        }
        Json::Null | Json::Bool(_) => json!({ "default": usual }),
    }
}

fn text_token(usual: &str, path: &[&str]) -> Json {
    let mut schema = match Kind::of(path, usual) {
        Kind::Word(words) => json!({ "enum": words }),
        Kind::Colour => json!({ "type": "string", "pattern": "^#[0-9a-fA-F]{6}$" }),
        Kind::Length(Length { unit, .. }, (least, most)) => json!({
            "type": "string",
            "pattern": "^-?[0-9.]+(mm|pt|em|%)$",
            "description": format!("{least}{unit}~{most}{unit}"),
        }),
        Kind::Family | Kind::Numbering { .. } | Kind::Marker { .. } => json!({ "type": "string" }),
    };
    schema["default"] = json!(usual);
    schema
}
