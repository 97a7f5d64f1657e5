//! `bogo check --fix` comes to an end, loses nothing and leaves alone what it
//! cannot read; and what the program tells to type is right when it is typed.

use std::fs;
use std::ops::Range;

use serde_json::{Value, json};

use crate::fixture::{Edition, Run, bogo};

/// Runs `bogo check` on an edition, without its pages.
fn check(edition: &Edition, arguments: &[&str]) -> Run {
    bogo(edition.outside(), &[&["check", "edition", "--no-pages"], arguments].concat())
}

/// What a check finds, as programs are told.
fn findings(edition: &Edition) -> Vec<Value> {
    let run = check(edition, &["--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    report["findings"].as_array().expect("findings").clone()
}

/// An edition whose one section says these lines.
fn saying(lines: &[String]) -> Edition {
    let edition = Edition::starter();
    let report = json!({
        "title": "보고", "date": "2024-09-30", "period": { "year": 2024, "quarter": 3 },
        "organisation": "가온구", "department": "기획과", "cover": { "place": "none" },
        "contents": "none", "chapters": [{ "title": "현황", "sections": [{ "body": lines }] }]
    });
    fs::remove_dir_all(edition.path()).expect("it is removed");
    edition.write("report.json", serde_json::to_string_pretty(&report).expect("JSON"));
    edition
}

/// What texts of reports are made of, and signs of all kinds.
const PIECES: [&str; 96] = [
    "2024",
    "24",
    "9",
    "09",
    "30",
    "12",
    "0",
    "1",
    "00",
    "12000",
    "3.5",
    ".",
    ". ",
    " ",
    " ",
    " ",
    "  ",
    ":",
    " : ",
    ": ",
    " :",
    ",",
    ", ",
    "-",
    "~",
    " ~ ",
    "∼",
    "/",
    "(",
    ")",
    "[",
    "]",
    "’",
    "‘",
    "'",
    "\"",
    "“",
    "”",
    "『",
    "』",
    "「",
    "」",
    "｢",
    "｣",
    "월",
    "일",
    "년",
    "시",
    "분",
    "(토)",
    "오후 ",
    "명",
    "천원",
    "만원",
    "%",
    "㎡",
    "km",
    "△",
    "▲",
    "을",
    "를",
    "이(가)",
    "(으)로",
    "은",
    "와",
    "율",
    "률",
    "년도",
    "및",
    "금천구",
    "축제",
    "개최",
    "사업비",
    "장소",
    "역활",
    "데이타",
    "데이타임",
    "가로기 배너",
    "ㆍ",
    "·",
    "･",
    "ㅡ",
    "II",
    "O",
    "А",
    "\u{3000}",
    "\n",
    "가.",
    "①",
    "※",
    "붙임",
    "끝.",
    "단위",
    "하반기",
    "기준",
    "까지",
];

/// Lines of so many pieces, always the same for the same seed.
fn made_up(seed: u64, lines: usize) -> Vec<String> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |most: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % most as u64).expect("a small number")
    };
    let mut line = || {
        let pieces = 2 + next(11);
        (0..pieces).map(|_| PIECES[next(PIECES.len())]).collect::<String>()
    };
    (0..lines).map(|_| line()).filter(|line| !line.trim().is_empty()).collect()
}

#[test]
fn mending_whatever_is_typed_ends_and_leaves_nothing_to_mend() {
    for seed in 1..=40 {
        let edition = saying(&made_up(seed, 120));
        let first = check(&edition, &["--fix"]);
        let mended = fs::read(edition.path().join("report.json")).expect("a file");
        assert!(first.stderr.contains("건을 고쳤습니다"), "{seed}: {}", first.stderr);
        assert!(!first.stderr.contains("--fix로"), "{seed}: {}", first.stderr);
        let second = check(&edition, &["--fix"]);
        assert!(!second.stderr.contains("건을 고쳤습니다"), "{seed}: {}", second.stderr);
        assert_eq!(fs::read(edition.path().join("report.json")).expect("a file"), mended);
    }
}

#[test]
fn a_mend_makes_its_finding_go_away_and_takes_no_figure_with_it() {
    for seed in 100..110 {
        let lines = made_up(seed, 60);
        let edition = saying(&lines);
        let before = fs::read_to_string(edition.path().join("report.json")).expect("a text");
        for finding in findings(&edition) {
            let Some(edits) = finding["fix"]["edits"].as_array() else { continue };
            let mut text = before.clone();
            let mut landed = 0..0;
            for edit in edits.iter().rev() {
                let range = range(&edit["range"]);
                let words = edit["text"].as_str().expect("a text");
                landed = range.start..range.start + words.len();
                text.replace_range(range, words);
            }
            let typed = &before[range(&finding["range"])];
            // Letters may have stood for digits.
            assert!(no_zeros(&before) <= no_zeros(&text), "{seed}: {typed}");
            edition.write("report.json", &text);
            let still = findings(&edition).into_iter().find(|then| {
                let place = range(&then["range"]);
                then["code"] == finding["code"]
                    && place.start < landed.end.max(landed.start + 1)
                    && landed.start < place.end
            });
            assert_eq!(still, None, "{seed}: {typed} → {}", &text[landed]);
        }
    }
}

/// The digits of a text but for zeros, which go where they fill up to two.
fn no_zeros(text: &str) -> usize {
    text.chars().filter(|c| ('1'..='9').contains(c)).count()
}

/// Bytes of a file.
fn range(value: &Value) -> Range<usize> {
    let at = |key: &str| {
        usize::try_from(value[key].as_u64().expect("a number")).expect("a small number")
    };
    at("start")..at("end")
}

#[test]
fn a_file_that_cannot_be_read_whole_is_left_as_it_is() {
    for fault in [
        "\"footer\": \"가\", \"footer\": \"나\",",
        "\"lable\": \"가\",",
        "\"period\": { \"year\": \"2,024\" },",
    ] {
        let edition = saying(&["2024. 09. 07. 개최".to_owned()]);
        let file = edition.path().join("report.json");
        let text = fs::read_to_string(&file).expect("a text");
        let text =
            text.replacen("\"period\"", "\"$comment\"", 1).replacen('{', &format!("{{{fault}"), 1);
        let text =
            text.replacen("\"$comment\": {\n    \"quarter\": 3,\n    \"year\": 2024\n  },", "", 1);
        fs::write(&file, &text).expect("it is written");
        let run = check(&edition, &["--fix"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.stderr.contains("report.json: 고치지 않았습니다"), "{}", run.stderr);
        assert!(!run.stderr.contains("--fix로"), "{}", run.stderr);
        assert_eq!(fs::read_to_string(&file).expect("a text"), text, "{fault}");
    }
}

#[test]
fn a_file_beside_one_that_cannot_be_read_is_mended() {
    let edition = saying(&["2024. 09. 07. 개최".to_owned()]);
    let file = edition.path().join("report.json");
    let text = fs::read_to_string(&file).expect("a text");
    fs::write(&file, text.replacen("\"sections\": [", "\"sections\": [\"a.json\",", 1))
        .expect("it is written");
    edition.write("a.json", r#"{ "body": ["2024. 08. 07. 개최"], "body": [] }"#);
    let run = check(&edition, &["--fix"]);
    assert!(run.stderr.contains("report.json: 1건을 고쳤습니다"), "{}", run.stderr);
    assert!(run.stderr.contains("a.json: 고치지 않았습니다"), "{}", run.stderr);
    assert!(fs::read_to_string(&file).expect("a text").contains("2024. 9. 7. 개최"));
}
