//! The tags of a PDF as a reader of them expects them: lists, labels, tables
//! and figures, in every standard; and what an unfinished report says.

use bogo_press::Standards;

use crate::fixture::{Edition, first_report, proof, repository};
use crate::pdf::{Element, Pdf};

/// An edition whose only section has this body.
fn with_body(body: &str) -> Pdf {
    let edition = Edition::starter();
    let section = format!(r#"{{ "title": "일반현황", "body": {body} }}"#);
    let report = r#"{ "title": "보고", "date": "2025-03-31", "organisation": "○○시",
        "department": "○○과", "chapters": [{ "title": "현황", "sections": ["part.json"] }] }"#;
    edition.write("part.json", section);
    edition.write("report.json", report);
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    Pdf::read(edition.pdf().expect("a PDF"))
}

/// Each list as what it says of its labels, and the labels themselves.
fn lists(structure: &Element) -> Vec<(String, Vec<String>)> {
    let lists = structure.flat().into_iter().filter(|element| element.kind == "L");
    let lists = lists.map(|list| {
        let items = list.kids().filter(|kid| kid.kind == "LI");
        let labels = items.map(|item| {
            let label = item.kids().find(|kid| kid.kind == "Lbl");
            label.map(|label| label.heard().trim().to_owned()).unwrap_or_default()
        });
        (list.numbering.clone().unwrap_or_default(), labels.collect())
    });
    lists.collect()
}

/// A list as [`lists`] gives it.
fn list(numbering: &str, labels: &[&str]) -> (String, Vec<String>) {
    (numbering.to_owned(), labels.iter().map(|label| (*label).to_owned()).collect())
}

const TABLE: &str = r#"{ "kind": "table", "rows": [["가", "나"]] }"#;

#[test]
fn a_list_that_stays_with_the_table_below_it_is_one_list() {
    let pdf = with_body(&format!(
        r#"[{{ "text": "개요", "body": ["하나", "둘", "셋", {TABLE}, "넷"] }}]"#
    ));
    let found = lists(&pdf.structure());
    assert_eq!(found, [list("Circle", &["○", "○", "○"]), list("Circle", &["○"])]);
}

#[test]
fn a_list_below_an_item_that_the_layout_splits_is_one_list() {
    let pdf = with_body(&format!(
        r#"[{{ "text": "개요", "body": [
            {{ "text": "내용", "body": [
                {{ "text": "위", "body": ["하나", "둘", "셋"] }},
                {{ "text": "아래", "body": ["가", "나", {TABLE}] }}
            ] }},
            "끝"
        ] }}]"#
    ));
    let found = lists(&pdf.structure());
    let below = [list("Circle", &["·", "·", "·"]), list("Circle", &["·", "·"])];
    assert!(below.iter().all(|below| found.contains(below)), "{found:#?}");
    assert_eq!(found.len(), 4, "{found:#?}");
}

#[test]
fn lists_of_another_level_that_stand_below_each_other_stay_apart() {
    let pdf = with_body(
        r#"[{ "text": "개요", "body": [{ "text": "내용", "body": ["하나", "둘"] }, "끝", "말"] }]"#,
    );
    let found = lists(&pdf.structure());
    assert_eq!(found, [list("Circle", &["-", "-"]), list("Circle", &["○", "○"])]);
}

#[test]
fn check_boxes_of_both_kinds_are_one_list_and_only_numbers_are_numbered() {
    let boxes = r#"[
        { "text": "하나", "checked": true }, { "text": "둘", "checked": false },
        { "text": "셋", "checked": false }, { "text": "넷", "checked": true }
    ]"#;
    let numbered = r#"{ "numbering": "①", "body": ["가", "나"] }"#;
    let pdf = with_body(&format!(
        r#"[
            {{ "text": "확인", "body": {boxes} }},
            {{ "text": "순서", "numbering": "1)", "body": ["가", "나"] }},
            {{ "kind": "table", "rows": [[{{ "body": {boxes} }}, {numbered}, {{ "body": [
                "한 줄", {{ "kind": "note", "text": "딸린 줄" }}
            ] }}]] }}
        ]"#
    ));
    let found = lists(&pdf.structure());
    let checked = list("Circle", &["☑", "☐", "☐", "☑"]);
    let expected = [
        checked.clone(),
        list("Decimal", &["1)", "2)"]),
        checked,
        list("Decimal", &["①", "②"]),
        list("Circle", &["◦", "※"]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn items_without_a_marker_have_no_label() {
    let pdf = Pdf::of_edition(&repository().join("content/jeonnam-arts-2019"), &[]);
    let structure = pdf.structure();
    let bare: Vec<_> = lists(&structure)
        .into_iter()
        .filter(|(_, labels)| labels.iter().all(String::is_empty))
        .collect();
    assert!(!bare.is_empty() && bare.iter().all(|(numbering, _)| numbering == "None"), "{bare:?}");
    let labels = structure.flat().into_iter().filter(|element| element.kind == "Lbl");
    assert!(labels.clone().count() > 50);
    assert!(labels.into_iter().all(|label| !label.heard().trim().is_empty()));
}

#[test]
fn a_heading_that_is_not_printed_has_its_words() {
    let edition = Edition::copy_of(&repository().join("content/jeonnam-arts-2019"));
    let report = std::fs::read_to_string(edition.path().join("report.json")).expect("a report");
    let mut report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    for chapter in report["chapters"].as_array_mut().expect("chapters") {
        chapter["opening"] = "none".into();
    }
    edition.write("report.json", report.to_string());
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let pdf = Pdf::read(edition.pdf().expect("a PDF"));
    let structure = pdf.structure();
    let heads = structure.flat().into_iter().filter(|element| element.kind == "H1");
    let heads: Vec<String> = heads.map(|head| head.heard().trim().to_owned()).collect();
    assert_eq!(heads, ["Ⅰ. 일반현황", "Ⅱ. 주요사업"]);
}

#[test]
fn every_standard_has_tables_figures_and_a_title_as_its_version_knows_them() {
    let proof = proof(&first_report());
    for name in Standards::names() {
        let bytes = proof.pdf(&Standards::parse([name]).expect("a standard"));
        let pdf = Pdf::read(bytes.unwrap_or_else(|error| panic!("{name}: {error}")));
        assert!(pdf.shows_title(), "{name}");
        let structure = pdf.structure();
        let all = structure.flat();
        let of_kind = |kind: &str| all.iter().filter(|e| e.kind == kind).count();
        assert_eq!(of_kind("Table"), 16, "{name}");
        assert_eq!(of_kind("TR"), 60, "{name}");
        let groups = of_kind("THead") + of_kind("TBody");
        assert_eq!(groups > 0, !pdf.bytes().starts_with(b"%PDF-1.4"), "{name}");
        for element in &all {
            let is_part = |kid: &Element| match element.kind.as_str() {
                "Table" => ["TR", "THead", "TBody", "Caption"].contains(&kid.kind.as_str()),
                "THead" | "TBody" => kid.kind == "TR",
                "TR" => ["TH", "TD"].contains(&kid.kind.as_str()),
                "L" => ["LI", "L"].contains(&kid.kind.as_str()),
                "LI" => ["Lbl", "LBody"].contains(&kid.kind.as_str()),
                _ => true,
            };
            assert!(element.kids().all(is_part), "{name}: {}", element.heard());
            assert!(element.kind != "Figure" || element.boxed, "{name}: {:?}", element.alt);
        }
        assert!(pdf.is_whole(), "{name}");
    }
}

#[test]
fn a_report_that_is_not_final_says_so_in_its_own_words_and_claims_nothing() {
    let edition = Edition::copy_of(&first_report());
    let file = "projects/1-city-brand.json";
    let text = std::fs::read_to_string(edition.path().join(file)).expect("a project");
    edition.write(file, text.replace("514364", "514365"));
    let run = edition.build(&["--force", "--standard", "a-2a,ua-1"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let pdf = Pdf::read(edition.pdf().expect("a PDF"));
    let notice = "검사 미통과: 잘못 1건 – 확정본이 아님";
    assert_eq!(pdf.property("Title"), format!("{notice} – 2024년 주요업무 진행사항 보고"));
    let metadata = pdf.metadata();
    assert!(metadata.contains(notice), "{metadata}");
    assert!(!metadata.contains("pdfaid") && !metadata.contains("pdfuaid"), "{metadata}");
    let structure = pdf.structure();
    assert!(structure.heard().trim().starts_with(notice), "{}", structure.heard());
    assert_eq!(structure.heard().matches(notice).count(), 1);
    for page in 0..pdf.page_count() {
        assert!(pdf.copied(page).contains(notice), "page {page}");
    }
}
