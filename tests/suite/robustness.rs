//! Nothing that a file can say makes the model panic.

use std::collections::BTreeMap;

use bogo_model::manuscript::{SourceFile, SourceText};
use bogo_model::resolve::{Facts, PictureFact};
use bogo_press::Templates;
use proptest::prelude::*;

use crate::fixture::first_report;

/// The files of the first report.
fn files() -> Vec<(String, String)> {
    let paths = ["report.json", "overview.json", "budget.json"].map(str::to_owned);
    let projects = std::fs::read_dir(first_report().join("projects")).expect("projects");
    let mut projects: Vec<String> = projects
        .map(|entry| format!("projects/{}", entry.expect("a file").file_name().to_string_lossy()))
        .collect();
    projects.sort();
    let read = |path: String| {
        let text = std::fs::read_to_string(first_report().join(&path)).expect("a file");
        (path, text)
    };
    let mut files: Vec<_> = paths.into_iter().chain(projects).map(read).collect();
    // A theme that says all that the usual one says is read, too.
    let usual = Templates::usual_theme().expect("the usual theme");
    files.push(("templates/themes/default.json".to_owned(), format!("{usual:#}")));
    files
}

/// Parses and resolves texts. Every finding must be about a place that is in
/// its file.
fn read(files: Vec<(String, String)>) {
    let text_of: BTreeMap<String, String> = files.iter().cloned().collect();
    let sources = files
        .into_iter()
        .map(|(path, text)| SourceFile { path, text: SourceText::Text(text) })
        .collect();
    let (manuscript, mut diagnostics) = bogo_model::parse(sources, &[]);
    let readable = |file| (file, PictureFact::Readable { width: 1600, height: 1200 });
    let facts = Facts {
        pictures: manuscript.picture_files().into_iter().map(readable).collect(),
        files: Vec::new(),
        covers: &|character| character < '\u{1f000}',
        families: ["Baekmuk Headline", "NanumGothic", "NanumMyeongjo"].map(str::to_owned).into(),
        usual_theme: &Templates::usual_theme().expect("the usual theme"),
    };
    diagnostics.extend(bogo_model::resolve(&manuscript, &facts).1);
    for place in diagnostics.iter().filter_map(|diagnostic| diagnostic.place.as_ref()) {
        let text = text_of.get(place.file()).map_or("", |text| text.trim_start_matches('\u{feff}'));
        assert!(
            text.get(place.range()).is_some() || place.range().start == 0,
            "{place:?} is not in the file"
        );
    }
}

/// What is put in place of a piece of a file.
fn splinter() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("\"".to_owned()),
        Just("{".to_owned()),
        Just("]".to_owned()),
        Just("null".to_owned()),
        Just("-1e999".to_owned()),
        Just("99999999999999999999999999999999".to_owned()),
        Just("4294967295".to_owned()),
        Just("\"{굵게:\"".to_owned()),
        Just("\"{=없음}\"".to_owned()),
        Just("\\ud800".to_owned()),
        Just("[[[[{}]]]]".to_owned()),
        Just("{\"kind\":\"table\",\"rows\":[[{\"rows\":9,\"columns\":9}]]}".to_owned()),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn mutated_editions_are_read_to_the_end(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        length in 0_usize..40,
        splinter in splinter(),
    ) {
        let mut files = files();
        let index = file.index(files.len());
        let text = &mut files[index].1;
        let boundary = |mut at: usize, text: &str| {
            while !text.is_char_boundary(at) { at += 1; }
            at
        };
        let start = boundary(at.index(text.len()), text);
        let end = boundary((start + length).min(text.len()), text);
        text.replace_range(start..end, &splinter);
        read(files);
    }

    #[test]
    fn arbitrary_text_is_read_to_the_end(text in any::<String>(), which in 0_usize..7) {
        let mut files = files();
        files[which].1 = text;
        read(files);
    }

    #[test]
    fn arbitrary_json_is_read_to_the_end(value in json(), which in 0_usize..7) {
        let mut files = files();
        files[which].1 = value.to_string();
        read(files);
    }
}

/// JSON made of the format's own words, so that it gets deep.
fn json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::{Value, json};
    const KEYS: [&str; 24] = [
        "kind",
        "text",
        "body",
        "rows",
        "head",
        "cells",
        "columns",
        "photos",
        "file",
        "alt",
        "title",
        "chapters",
        "sections",
        "number",
        "organisation",
        "units",
        "staff",
        "grades",
        "from",
        "to",
        "tasks",
        "amounts",
        "sources",
        "group",
    ];
    const WORDS: [&str; 16] = [
        "table",
        "pictures",
        "schedule",
        "funding",
        "budget",
        "staff",
        "organisation",
        "duties",
        "box",
        "note",
        "item",
        "2024-09",
        "projects/",
        "overview.json",
        "-",
        "{강조:가}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(|number| json!(number)),
        prop::sample::select(&WORDS[..]).prop_map(|word| json!(word)),
    ];
    leaf.prop_recursive(6, 200, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            prop::collection::vec((prop::sample::select(&KEYS[..]), inner), 0..8).prop_map(
                |members| {
                    let members = members.into_iter().map(|(key, value)| (key.to_owned(), value));
                    Value::Object(members.collect())
                }
            ),
        ]
    })
}
