//! Where the words of an edition come from.

use bogo_model::edition::{Edition, Part, Run, Section};
use bogo_model::json::Documents;

use crate::{REPORTS, report, resolved};

/// All words of the sections.
fn runs(edition: &Edition) -> impl Iterator<Item = &Run> {
    let text = |part| if let Part::Text(text) = part { Some(text) } else { None };
    edition.sections().flat_map(Section::parts).filter_map(text).flat_map(|text| &text.runs)
}

/// What is typed where a run comes from; `None` for bogo's own words.
fn typed<'d>(run: &Run, documents: &'d Documents) -> Option<&'d str> {
    let typed = run.source.typed.as_ref()?;
    let span = documents.typed(typed.string, typed.bytes.clone());
    let text = &documents.get(span.file).text;
    Some(&text[span.start as usize..span.end as usize])
}

#[test]
fn what_is_typed_stands_where_its_run_says() {
    let mut read = 0;
    for name in REPORTS {
        let (edition, documents) = report(name);
        for run in runs(&edition).filter(|run| run.source.made_of.is_empty()) {
            let Some(typed) = typed(run, &documents) else { continue };
            let words = run.text.replace('\u{a0}', " ");
            assert_eq!(typed.replace("\\n", "\n").replace("\\\"", "\""), words, "{name}");
            read += 1;
        }
    }
    assert!(read > 1000, "{read} runs were read");
}

#[test]
fn what_is_computed_says_of_what() {
    let report = r#"{
        "title": "보고", "date": "2024-09-30", "organisation": "가온구",
        "chapters": [{ "title": "현황", "sections": [{ "body": [
            "총 {계}대(안 {몫:36}대, 밖 {몫:10}대)", "예산 {=표.합계}천원",
            { "label": "기간", "period": { "from": "2024-01", "to": "2024-03" } },
            { "kind": "table", "name": "표", "head": [["구분", "금액"]],
              "rows": [["가", 1200], ["나", "34"], { "cells": ["계", "="], "total": true }] },
            { "kind": "funding", "unit": "천원", "columns": ["2024년", "2025년"],
              "sources": [{ "name": "국비", "amounts": [5, 6] }, { "name": "시비", "amounts": [7, "-"] }] }
        ] }] }]
    }"#;
    let (edition, documents) = resolved(vec![("report.json".to_owned(), report.to_owned())]);
    let of = |printed: &str| -> Vec<&str> {
        let run = runs(&edition).find(|run| run.text.replace('\u{a0}', " ") == printed);
        let run = run.unwrap_or_else(|| panic!("{printed}"));
        let spans = run.source.made_of.iter();
        let text = &documents.get(0).text;
        spans.map(|span| &text[span.start as usize..span.end as usize]).collect()
    };
    assert_eq!(of("46"), ["36", "10"]);
    assert_eq!(of("1,200"), ["1200"]);
    assert_eq!(of("11"), ["5", "6"]);
    assert_eq!(of("12"), ["5", "7"]);
    assert_eq!(of("18"), ["5", "7", "6", "\"-\""]);
    assert_eq!(of("2024. 1월 ~ 3월"), [r#"{ "from": "2024-01", "to": "2024-03" }"#]);
    // The total of a table is of its rows, and what calls it is of that.
    let totals: Vec<&Run> = runs(&edition).filter(|run| run.text == "1,234").collect();
    let [called, total] = totals.as_slice() else { panic!("{totals:?}") };
    assert_eq!(typed(called, &documents), Some("{=표.합계}"));
    assert_eq!(typed(total, &documents), Some("="));
    let text = &documents.get(0).text;
    let place = |run: &Run, index: usize| {
        let span = run.source.made_of[index];
        &text[span.start as usize..span.end as usize]
    };
    assert_eq!([place(total, 0), place(total, 1)], ["1200", "\"34\""]);
}
