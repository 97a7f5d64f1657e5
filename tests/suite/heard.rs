//! What a report says to who listens: its words in the order of the tags, from
//! the content of the pages and not from where it stands on them.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::fixture::{Edition, first_report, repository};
use crate::pdf::Pdf;

/// Keys whose strings are no words of the pages, or not always.
const NOT_PRINTED: [&str; 8] =
    ["alt", "file", "name", "unit", "marker", "same_as", "at_most", "part_of"];

/// The words with single spaces between them.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A typed text without its marks of emphasis, if it has no others.
fn printed(typed: &str) -> Option<String> {
    let mut text = typed.to_owned();
    while let Some(start) = text.find('{') {
        let end = start + text[start..].find('}')?;
        let inner = text[start + 1..end].to_owned();
        let (mark, shown) = inner.split_once(':')?;
        if !["굵게", "강조"].contains(&mark) {
            return None;
        }
        text.replace_range(start..=end, shown);
    }
    Some(text)
}

/// The texts of a file of the edition that have a space in them.
fn typed_texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            into.extend(printed(text).map(|text| spaced(&text)).filter(|text| text.contains(' ')));
        }
        Value::Array(values) => values.iter().for_each(|value| typed_texts(value, into)),
        Value::Object(fields) => {
            let is_printed = |key: &str| !key.starts_with('$') && !NOT_PRINTED.contains(&key);
            let printed = fields.iter().filter(|(key, _)| is_printed(key));
            printed.for_each(|(_, value)| typed_texts(value, into));
        }
        _ => {}
    }
}

/// The texts of all sections of an edition.
fn edition_texts(folder: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let path = entry.expect("an entry").into_path();
        let is_section = path.extension().is_some_and(|kind| kind == "json")
            && !path.ends_with("report.json")
            && !path.components().any(|part| part.as_os_str() == "templates");
        if is_section {
            let json = fs::read_to_string(&path).expect("a section");
            typed_texts(&serde_json::from_str(&json).expect("JSON"), &mut texts);
        }
    }
    texts
}

#[test]
fn words_that_are_apart_in_the_data_are_apart_to_who_listens() {
    for name in ["2024-q3", "jeonnam-arts-2019", "namyangju-transport-2026-08"] {
        let folder = repository().join("content").join(name);
        let heard = spaced(&Pdf::of_edition(&folder, &[]).structure().heard());
        let texts = edition_texts(&folder);
        assert!(texts.len() > 50, "{name} has {} texts", texts.len());
        let missing: Vec<&String> = texts.iter().filter(|text| !heard.contains(*text)).collect();
        assert!(missing.is_empty(), "{name}: {missing:#?}");
    }
}

#[test]
fn a_word_that_is_cut_stays_one_word() {
    let edition = Edition::starter();
    let long = "가나다라마바사아자차카타파하".repeat(8);
    edition.write(
        "overview.json",
        format!(r#"{{ "title": "일반현황", "body": ["{long}", "앞말 {long} 뒷말\n새 줄"] }}"#),
    );
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let pdf = Pdf::read(edition.pdf().expect("a PDF"));
    let heard = spaced(&pdf.structure().heard());
    assert!(heard.contains(&format!("앞말 {long} 뒷말 새 줄")), "{heard}");
}

#[test]
fn a_badge_and_a_number_are_apart_from_the_words_beside_them() {
    let pdf = Pdf::of_edition(&first_report(), &[]);
    let heard = spaced(&pdf.structure().heard());
    for words in ["진행 중 제2회 『찰칵!", "1 금천의 가치를 더하는", "Ⅰ. 일반현황 1", "※ "]
    {
        assert!(heard.contains(words), "{words} is not in {heard}");
    }
}
