//! What a report calls by name: figures, lines of tables, periods.
//!
//! A name is the words that are printed, so whoever changes them takes the
//! name from all that call it.

use crate::json::{Documents, Node, Value};

/// The fields that call others by their names.
const CALLING: [&str; 10] = [
    "sum_of",
    "change_of",
    "change_rate_of",
    "share_of",
    "share_of_total",
    "total_of",
    "same_as",
    "at_most",
    "part_of",
    "within",
];

/// All that calls something by its name in an edition.
#[derive(Debug, Default)]
pub(super) struct Calls(Vec<String>);

impl Calls {
    /// What the files of an edition call.
    pub(super) fn of(documents: &Documents) -> Self {
        let mut calls = Self::default();
        for root in documents.iter().filter_map(|document| document.root.as_ref()) {
            calls.read(root, false);
        }
        calls
    }

    /// Whether words are a name, or a part of one, that something calls.
    pub(super) fn name(&self, words: &str) -> bool {
        let words = bare(words);
        !words.is_empty() && self.0.iter().any(|call| call.contains(&words))
    }

    /// Reads a value; `calling` are those that are names as a whole.
    fn read(&mut self, node: &Node, calling: bool) {
        match &node.value {
            Value::Text(text) if calling => self.0.push(bare(text)),
            Value::Text(text) => self.marks(text),
            Value::List(nodes) => nodes.iter().for_each(|node| self.read(node, calling)),
            Value::Object(members) => members.iter().for_each(|member| {
                self.read(&member.node, CALLING.contains(&member.key.as_str()));
            }),
            _ => {}
        }
    }

    /// The marks of a text that call something: `{=접수.합계}`, `{비율=…}`.
    fn marks(&mut self, text: &str) {
        let marks = text.split('{').skip(1).filter_map(|mark| mark.split_once('='));
        let calls = marks.map(|(_, call)| bare(call.split('}').next().unwrap_or_default()));
        self.0.extend(calls);
    }
}

/// Words without what may differ between a name and its call.
pub(super) fn bare(words: &str) -> String {
    words.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_formulas_call_names() {
        let mut documents = Documents::default();
        let file = r#"{ "head": ["'23년", "'24년\n예산", "비고"], "change_of": ["'24년 예산", "b"],
            "text": "총 {=접수.'23년:12}건, {비율=접수.계/접수.총계:3}", "sum_of": [["남", "여"]] }"#;
        documents.add("report.json", file, &mut Vec::new());
        let calls = Calls::of(&documents);
        for name in ["'24년\n예산", "'23년", "총계", "남", "접수"] {
            assert!(calls.name(name), "{name}");
        }
        for name in ["비고", "", "건, ", "’24년 예산"] {
            assert!(!calls.name(name), "{name}");
        }
    }
}
