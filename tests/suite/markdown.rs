//! Reports as Markdown.

use bogo::{Goal, Session};
use bogo_model::edition::Section;
use bogo_press::Purpose;

use crate::fixture::{Edition, bogo, repository, squeezed};

#[test]
fn every_word_of_a_real_report_is_in_its_markdown() {
    for name in ["2024-q3", "namyangju-transport-2026-08", "jeonnam-arts-2019"] {
        let mut session = Session::new(&repository().join("content").join(name), Purpose::Screen);
        session.aim(Goal::Data);
        let edition = session.set().expect("an outcome").edition.expect("an edition");
        let signs =
            |text: &str| squeezed(&text.replace("<br>", "").replace(['\\', '*', '\u{a0}'], ""));
        let text = signs(&bogo_markdown::markdown(&edition));
        for words in edition.sections().flat_map(Section::said).flat_map(|said| said.words) {
            assert!(text.contains(&signs(&words)), "{name}: {words}");
        }
    }
}

#[test]
fn a_table_stands_below_its_heading_and_signs_are_no_markup() {
    let edition = Edition::starter();
    edition.write(
        "projects/1-example.json",
        r#"{ "number": 1, "title": "보기", "body": [{ "text": "실적", "body": [
            { "text": "신청 *상시*", "body": [{ "kind": "table", "head": [["구분", "명"]],
              "rows": [["가", 3], ["나", 4]] }] }] }] }"#,
    );
    let run = bogo(edition.outside(), &["markdown", "edition"]);
    let expected = "\
##### □ 실적

###### ○ 신청 \\*상시\\*

| 구분 | 명 |
| :-: | --: |
| 가 | 3 |
| 나 | 4 |
";
    assert!(run.stdout.contains(expected), "{}", run.stdout);
}
