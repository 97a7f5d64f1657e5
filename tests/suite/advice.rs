//! What a finding tells to type is typed, and is then no finding.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::fixture::{Edition, bogo, repository};

/// Words around what a line of help tells to type in the place of what is
/// marked; what ends the line ends it, too.
const ADVICE: [(&str, &str); 9] = [
    ("따옴표와 쉼표를 빼고 쓰십시오: ", " (천 단위"),
    ("앞의 0을 빼고 쓰십시오: ", "\n"),
    ("쉼표를 빼고 쓰십시오: ", "\n"),
    ("이렇게 쓰십시오: ", "\n"),
    ("이런 꼴로 쓰십시오: ", "\n"),
    ("바꾸십시오: ", "\n"),
    ("맞는 값: ", ". "),
    ("비어 있는 다음 번호는 ", "입니다"),
    ("", " 아닙니까?"),
];

/// What a line of help tells to type.
fn advised(help: &str) -> Option<String> {
    let between = |(before, after): &(&str, &str)| {
        let (_, rest) = help.split_once(before)?;
        match *after {
            "\n" => Some(rest.to_owned()),
            after => Some(rest.split_once(after)?.0.to_owned()),
        }
    };
    let quoted = |(opening, closing): &(char, char)| {
        let (_, rest) = help.split_once(*opening)?;
        let (words, rest) = rest.split_once(*closing)?;
        let rest = rest.trim_start_matches('으');
        ["로 쓰십시오", "로 바꾸십시오"]
            .iter()
            .any(|end| rest.starts_with(end))
            .then(|| words.to_owned())
    };
    let quotes = [('‘', '’'), ('“', '”')];
    ADVICE.iter().find_map(between).or_else(|| quotes.iter().find_map(quoted))
}

/// What a check finds, as programs are told.
fn findings(edition: &Edition) -> Vec<Value> {
    let run = bogo(edition.outside(), &["check", "edition", "--no-pages", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    report["findings"].as_array().expect("findings").clone()
}

/// The number that stands there.
fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a number")).expect("a small number")
}

/// What stays wrong of an edition although what its findings tell has been
/// typed, and how often something was typed.
fn try_advice(edition: &Edition) -> (Vec<String>, usize) {
    let (mut failed, mut tried) = (Vec::new(), 0);
    for finding in findings(edition) {
        let Some(words) = finding["help"].as_str().and_then(advised) else { continue };
        let (Some(file), code) = (finding["file"].as_str(), &finding["code"]) else { continue };
        let (start, end) = (number(&finding["range"]["start"]), number(&finding["range"]["end"]));
        if start == end {
            continue;
        }
        let bytes = fs::read(edition.path().join(file)).expect("a file");
        let marked = bytes.starts_with("\u{feff}".as_bytes());
        let (begin, end) = if marked { (start + 3, end + 3) } else { (start, end) };
        let typed = String::from_utf8_lossy(&bytes[begin..end]).into_owned();
        let inside = words.len() > 1 && !typed.starts_with('"') && words.starts_with('"');
        let words = if inside { words.trim_matches('"') } else { &words };
        edition.write(file, [&bytes[..begin], words.as_bytes(), &bytes[end..]].concat());
        tried += 1;
        let still = findings(edition).into_iter().find(|then| {
            let place = &then["range"];
            then["code"] == *code
                && then["file"] == *file
                && number(&place["start"]) < start + words.len()
                && start < number(&place["end"])
        });
        edition.write(file, &bytes);
        failed.extend(still.map(|still| {
            format!("{file}: {code}: {typed} → {words}: {} {}", still["message"], still["help"])
        }));
    }
    (failed, tried)
}

/// The folders of editions that are kept here, right and wrong ones.
fn editions() -> Vec<PathBuf> {
    let below = |folder: &str| {
        let entries = fs::read_dir(repository().join(folder)).expect("a folder");
        let mut paths: Vec<PathBuf> =
            entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let cases = below("tests/cases").into_iter().map(|case| case.join("edition"));
    let is_edition = |path: &PathBuf| path.join("report.json").is_file();
    below("content").into_iter().chain(cases).filter(is_edition).collect()
}

#[test]
fn what_a_finding_tells_to_type_is_then_no_finding() {
    let mut tried = 0;
    for folder in editions() {
        let (failed, count) = try_advice(&Edition::copy_of(&folder));
        assert!(failed.is_empty(), "{}: {failed:#?}", folder.display());
        tried += count;
    }
    assert!(tried > 30, "only {tried} were tried");
}

#[test]
fn what_a_rule_of_writing_tells_to_write_is_then_no_finding() {
    let lines = repository().join("crates/bogo-model/src/check/writing/lines/slips.txt");
    let lines = fs::read_to_string(lines).expect("lines");
    let texts: Vec<String> = lines
        .lines()
        .filter_map(|line| Some(line.split_once('\t')?.1.replace("\\n", "\n")))
        .collect();
    let edition = Edition::starter();
    let mut tried = 0;
    for texts in texts.chunks(64) {
        let report = json!({
            "title": "보고", "date": "2024-09-30", "period": { "year": 2024, "quarter": 3 },
            "organisation": "가온구", "department": "기획과",
            "chapters": [{ "title": "현황", "sections": [{ "body": texts }] }]
        });
        edition.write("report.json", report.to_string());
        let (failed, count) = try_advice(&edition);
        assert!(failed.is_empty(), "{failed:#?}");
        tried += count;
    }
    assert!(tried > 150, "only {tried} were tried");
}
