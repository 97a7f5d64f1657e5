//! Editions made of whatever the schemas of the format let be written.

use serde_json::{Map, Value, json};

use super::chance::Chance;
use super::editions::Edition;
use super::odd;
use crate::fixture::repository;

/// How deep blocks are nested; deeper ones are as small as may be.
const DEEPEST: usize = 7;

/// Words that are as they should be.
const WORDS: &[&str] = &[
    "추진실적",
    "주민 참여 사업을 넓혀 생활 속 불편을 덜고 다음 해의 계획에 반영함",
    "2024. 9. 7.(토) 10:00~17:00",
    "금천구",
    "총 {계:46}대(내부 {몫:36}대, 외부 {몫:10}대)",
    "{굵게:핵심} 과제",
    "4,211명",
    "△12.1%",
    "가",
];

/// Makes editions from the schemas.
pub(super) struct Generator {
    section: Value,
    project: Value,
    report: Value,
}

impl Generator {
    pub(super) fn new() -> Self {
        let schema = |name: &str| {
            let path = repository().join(format!("content/schema/{name}.schema.json"));
            let text = std::fs::read_to_string(path).expect("a schema");
            serde_json::from_str(&text).expect("JSON")
        };
        Self { section: schema("section"), project: schema("project"), report: schema("report") }
    }

    /// A report with sections and projects, all of them made up.
    pub(super) fn edition(&self, chance: &mut Chance) -> Edition {
        let made = |schema: &Value, chance: &mut Chance| Maker { schema, chance }.root();
        let mut report = made(&self.report, chance);
        let sections = 1 + chance.below(2);
        let projects = chance.below(3);
        let mut named: Vec<Value> =
            (0..sections).map(|index| json!(format!("section-{index}.json"))).collect();
        named.push(json!("projects/"));
        report["chapters"] = json!([{ "title": "현황", "sections": named }]);
        if chance.one_in(3) {
            report["chapters"][0]["opening"] = json!("divider");
            let lists = ["teams", "contents", "title"];
            report["chapters"][0]["divider"] = json!(lists[chance.below(lists.len())]);
        }
        for (key, usual) in [
            ("title", json!("업무보고")),
            ("date", json!("2024-09-30")),
            ("organisation", json!("가온구")),
            ("department", json!("기획과")),
        ] {
            if report.get(key).is_none() || !chance.one_in(8) {
                report[key] = usual;
            }
        }
        report.as_object_mut().expect("an object").remove("theme");
        let mut files = vec![("report.json".to_owned(), report.to_string())];
        for index in 0..sections {
            let section = made(&self.section, chance);
            files.push((format!("section-{index}.json"), format!("{section:#}")));
        }
        for index in 0..projects {
            let mut project = made(&self.project, chance);
            project["number"] = json!(index + 1);
            files.push((format!("projects/{index}.json"), project.to_string()));
        }
        Edition { files }
    }
}

/// Makes a value by a schema.
struct Maker<'m> {
    schema: &'m Value,
    chance: &'m mut Chance,
}

impl Maker<'_> {
    fn root(&mut self) -> Value {
        let root = &self.schema["allOf"][0];
        self.value(root, "", 0)
    }

    /// A value of this schema for a member with this key.
    fn value(&mut self, schema: &Value, key: &str, depth: usize) -> Value {
        // One value in so many is none that the schema allows.
        if depth > 1 && self.chance.one_in(60) {
            return odd::value(self.chance);
        }
        if let Some(path) = schema["$ref"].as_str() {
            let pointer = path.trim_start_matches('#');
            let target = self.schema.pointer(pointer).expect("a definition");
            return self.value(target, key, depth);
        }
        if let Some(fixed) = schema.get("const") {
            return fixed.clone();
        }
        for several in ["anyOf", "enum"] {
            let Some(all) = schema[several].as_array() else { continue };
            // Where blocks are too deep, the first kind is the smallest.
            let index = if depth > DEEPEST { 0 } else { self.chance.below(all.len()) };
            return match several {
                "enum" => all[index].clone(),
                _ => self.value(&all[index], key, depth + 1),
            };
        }
        match &schema["type"] {
            Value::Array(types) => {
                let one = self.chance.pick(types).clone();
                self.typed(one.as_str().unwrap_or("null"), schema, key, depth)
            }
            Value::String(one) => self.typed(one, schema, key, depth),
            _ => odd::value(self.chance),
        }
    }

    fn typed(&mut self, of: &str, schema: &Value, key: &str, depth: usize) -> Value {
        match of {
            "object" => self.object(schema, depth),
            "array" => {
                let most = if depth > DEEPEST { 1 } else { 4 };
                let count = self.chance.below(most + 1);
                let items = &schema["items"];
                (0..count).map(|_| self.value(items, key, depth + 1)).collect()
            }
            "boolean" => json!(self.chance.one_in(2)),
            "integer" | "number" => self.number(schema),
            "string" => json!(self.text(schema, key)),
            _ => Value::Null,
        }
    }

    fn object(&mut self, schema: &Value, depth: usize) -> Value {
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let mut made = Map::new();
        let properties = schema["properties"].as_object();
        for (key, inner) in properties.into_iter().flatten() {
            let is_required = required.contains(&json!(key));
            let aside = key.starts_with('$');
            let wanted = match is_required {
                true => !self.chance.one_in(50),
                false => {
                    !aside && depth <= DEEPEST && self.chance.one_in(3) || self.chance.one_in(40)
                }
            };
            if wanted {
                made.insert(key.clone(), self.value(inner, key, depth + 1));
            }
        }
        Value::Object(made)
    }

    fn number(&mut self, schema: &Value) -> Value {
        if self.chance.one_in(12) {
            return serde_json::from_str(odd::number(self.chance)).unwrap_or(Value::Null);
        }
        let least = schema["minimum"].as_u64().unwrap_or(0);
        json!(least + self.chance.below(4) as u64)
    }

    fn text(&mut self, schema: &Value, key: &str) -> String {
        if self.chance.one_in(12) {
            return odd::text(self.chance);
        }
        let usual: &[&str] = match key {
            _ if schema["pattern"].is_string() => &["2024-07", "2024-08-15", "2024-10", "2024"],
            "file" => &["images/가.jpg", "images/나.png"],
            "numbering" | "number" => &["1.", "가.", "①", "(1)"],
            "ratio" => &["4:3", "16:9", "자연"],
            "unit" => &["천원", "백만원", "명"],
            _ => WORDS,
        };
        (*self.chance.pick(usual)).to_owned()
    }
}
