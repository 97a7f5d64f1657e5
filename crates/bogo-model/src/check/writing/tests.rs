//! The rules of writing over real reports, each finding named.

use std::collections::BTreeMap;

use super::fixture::{self, all_findings, manuscript};
use crate::check::check;
use crate::check::fixture::facts;
use crate::diagnostic::{Diagnostic, Language};
use crate::figures::Figures;

/// The files of an edition below `content/`.
macro_rules! edition {
    ($folder:literal: $($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../../../../content/", $folder, "/", $path)))),*]
    };
}

/// The rule of each finding and what stands at its place.
fn found(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let at_place = |diagnostic: Diagnostic| {
        let place = diagnostic.place.expect("a place");
        let (_, text) = files.iter().find(|(path, _)| *path == place.file()).expect("its file");
        (diagnostic.code.to_string(), text[place.range()].to_owned())
    };
    all_findings(&manuscript(files)).into_iter().map(at_place).collect()
}

/// Pairs that are easy to compare.
fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn the_first_report_has_the_inconsistencies_of_its_original_and_no_others() {
    let files = edition!("2024-q3": "report.json", "overview.json", "budget.json",
        "projects/1-city-brand.json", "projects/2-public-relations.json",
        "projects/3-digital-education.json");
    assert_eq!(
        found(&files),
        owned(&[
            ("date-form", "2024. 09."),
            ("confusable", "전시월"),
            ("one-name", "금천하모니축제"),
            ("one-name", "가로기 배너"),
            ("one-list", "당근마켓"),
        ])
    );
}

#[test]
fn the_findings_of_a_report_of_thirteen_projects_are_real() {
    let files = edition!("namyangju-transport-2026-08": "report.json", "summary.json",
        "continuing/1-byeollae-line.json", "continuing/2-transit-fares.json",
        "continuing/3-metropolitan-bus.json", "continuing/4-city-bus.json",
        "continuing/5-car-parks.json", "continuing/6-migeum-ro.json",
        "continuing/7-city-road-5.json", "supplementary/1-rural-road-102.json",
        "supplementary/2-baramgol-gil.json", "supplementary/3-gagok-school.json",
        "supplementary/4-yangji-ri.json", "supplementary/5-mukhyeon-20.json",
        "supplementary/6-geumgok-ri.json");
    assert_eq!(
        found(&files),
        owned(&[
            ("date-form", "2025.07."),
            ("date-form", "2025.09."),
            ("date-form", "2026.10."),
            ("date-form", "2022.12."),
            ("date-form", "2024.04."),
            ("date-form", "2027.01."),
            ("colon-style", ": "),
            ("range-form", "∼"),
            ("confusable", "‧"),
            ("date-form", "2027. 04."),
            ("date-form", "2027. 03."),
            ("date-form", "2028. 04."),
            ("date-form", "2026. 09."),
            ("confusable", "공정율"),
            ("date-form", "2026.12."),
            ("spaces", "  "),
            ("date-order", "2026. 12."),
            ("date-order", "2026. 10."),
            ("unit-line", "(단위 : 백만원)"),
            ("outside-period", "2028. 3. ~ 2028. 12."),
        ])
    );
}

#[test]
fn the_findings_of_a_small_report_are_real() {
    let files = edition!("jeonnam-arts-2019": "report.json", "overview.json",
        "projects/1-regional-foundation.json", "projects/2-early-childhood.json",
        "projects/3-educator-internship.json", "projects/4-seasonal-customs.json");
    assert_eq!(
        found(&files),
        owned(&[
            ("colon-style", ":"),
            ("date-form", "2020.7."),
            ("colon-style", ": "),
            ("quotes", "'문화지소'"),
            ("quotes", "'J-ACE'"),
            ("colon-style", " :"),
            ("confusable", "․"),
            ("confusable", "・"),
            ("quotes", "'문화지소'"),
            ("confusable", "ㆍ지원하여 전남의 특색있는 마을 전래문화 및 행사를 계승ㆍ"),
            ("confusable", "ㆍ"),
            ("one-name", "유아문화예술교육"),
        ])
    );
}

#[test]
fn what_is_mended_in_rounds_ends_right() {
    for (text, right) in [
        ("'24.9.30-'24.10.2", "’24. 9. 30.~’24. 10. 2."),
        ("(2024. 7. 1 ~ 9. 30)", "(2024. 7. 1. ~ 9. 30.)"),
        ("2024.7.1~9.30", "2024. 7. 1.~9. 30."),
        ("24.7.15~24.8.2", "’24. 7. 15.~’24. 8. 2."),
        ("오전 10시~오후 5시", "10:00~17:00"),
        ("10시~오후 5시", "10시~오후 5시"),
        ("pm 2:00", "14:00"),
        ("정책을를", "정책을"),
    ] {
        assert_eq!(fixture::mended(text), right, "{text}");
    }
}

/// What reports are made of, and what rules look for.
const PIECES: [&str; 64] = [
    "2024",
    "24",
    "9",
    "09",
    "30",
    "13",
    "0",
    "1",
    ".",
    ". ",
    " ",
    "  ",
    ":",
    ",",
    "-",
    "~",
    "∼",
    "/",
    "(",
    ")",
    "’",
    "‘",
    "'",
    "\"",
    "『",
    "』",
    "월",
    "일",
    "년",
    "시",
    "분",
    "(토)",
    "(일",
    "오후 ",
    "명",
    "천원",
    "%",
    "㎡",
    "km",
    "△",
    "▲",
    "을",
    "를",
    "이(가)",
    "(으)로",
    "율",
    "률",
    "년도",
    "및",
    "금천",
    "금천구",
    "축제",
    "가로배너기",
    "가로기 배너",
    "ㆍ",
    "ㅡ",
    "II",
    "O",
    "А",
    "\u{3000}",
    "\n",
    "가.",
    "①",
    "𝟙",
];

proptest::proptest! {
    #[test]
    fn no_text_reaches_a_panic(texts in proptest::collection::vec(
        proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..14), 2..5)) {
        let texts: Vec<String> = texts.iter().map(|pieces| pieces.concat()).collect();
        let body = serde_json::to_string(&texts).expect("a list");
        let report = format!(
            r#"{{"title": "보고", "date": "2024-09", "organisation": "금천구", "department": "과",
            "chapters": [{{"title": "현황", "sections": [{{"body": {body}}}]}}]}}"#
        );
        all_findings(&manuscript(&[("report.json", &report)]));
    }
}

/// All findings about a report with this body.
fn checked(body: &str) -> Vec<Diagnostic> {
    let source = format!(
        r#"{{ "title": "보고", "date": "2024-09-30", "organisation": "누리구", "department": "총무과",
        "chapters": [{{ "title": "현황", "sections": [{{ "body": {body} }}] }}] }}"#
    );
    let manuscript = manuscript(&[("report.json", &source)]);
    let report = manuscript.report.as_ref().expect("a report");
    let facts = facts(BTreeMap::new(), &[]);
    check(&manuscript, report, &facts, &Figures::of(&manuscript, report))
}

/// What the fixes of a rule write.
fn written(findings: &[Diagnostic], code: &str) -> Vec<String> {
    let fixes = findings.iter().filter(|found| found.code.name() == code);
    let fixes = fixes.filter_map(|found| found.fix.as_ref());
    fixes.flat_map(|fix| &fix.edits).map(|edit| edit.text.clone()).collect()
}

#[test]
fn words_that_are_called_are_left_to_people() {
    let table = |last: &str| {
        format!(
            r#"[{{ "kind": "table", "name": "이용", "unit": "명", "head": [["구분", "'24년", "'23년"]],
            "rows": [["컨텐츠", 10, 12], ["교욱", 20, 30]] }}, {last}]"#
        )
    };
    let free = checked(&table(r#""이용 안내""#));
    assert_eq!(written(&free, "year-mark"), ["’", "’"]);
    assert_eq!(written(&free, "confusable"), ["콘텐츠", "교육"]);
    let called = checked(&table(r#""이용 {=이용.컨텐츠.'24년}명""#));
    assert_eq!(written(&called, "year-mark"), ["’"]);
    assert_eq!(written(&called, "confusable"), ["교육"]);
    let of_content =
        called.iter().find(|found| found.code.name() == "confusable").expect("a finding");
    let help = of_content.help.as_ref().expect("help").text(Language::Korean);
    assert_eq!(
        help,
        "‘콘텐츠’로 쓰십시오. 이 이름을 부르는 곳({=…}, sum_of 등)도 함께 고치십시오."
    );
}

#[test]
fn a_declaration_waits_until_the_names_that_it_calls_are_right() {
    let table = |heads: &str| {
        format!(
            r#"[{{ "kind": "table", "unit": "명", "head": [["구분", {heads}, "증감"]],
            "rows": [["가", 10, 12, 3], ["나", 20, 30, 10], ["다", 40, 42, 2]] }}]"#
        )
    };
    let wrong = checked(&table(r#""'23년", "'24년""#));
    assert!(wrong.iter().any(|found| found.code.name() == "undeclared-sum"));
    assert_eq!(written(&wrong, "undeclared-sum"), Vec::<String>::new());
    assert_eq!(written(&wrong, "year-mark"), ["’", "’"]);
    let right = checked(&table(r#""’23년", "’24년""#));
    let declared = written(&right, "undeclared-sum");
    assert!(declared.concat().contains("[\"’24년\", \"’23년\"]"), "{declared:?}");
}

#[test]
fn what_is_printed_between_a_label_and_its_text_is_not_typed() {
    let findings = checked(
        r#"[{ "label": "장소 :", "text": "구청" }, { "label": "대상", "text": ": 주민" },
        { "label": "대상", "text": "- 어르신" }, { "label": "기간", "body": ["- 어르신"] }]"#,
    );
    let told: Vec<&str> = findings.iter().map(|found| found.code.name()).collect();
    assert_eq!(told, ["colon-style", "colon-style", "confusable"]);
}
