//! Whether a slip in any figure of the first report is found.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "these tests read reports, write references and say how many slips were found"
)]

mod declared;
mod merged;
#[path = "../reading.rs"]
mod reading;
mod slips;
mod sums;
mod undeclared;
mod units;
mod unproved;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use bogo_model::edition::Edition;
use bogo_model::{Diagnostic, Severity};
use rayon::prelude::*;
use serde_json::Value as Json;

/// Fields whose numbers are no figures of the report but say how it is set.
const LAYOUT: [&str; 6] = ["width", "columns", "rows", "row_heads", "per_row", "ratio"];

/// Fields whose texts are not printed as they are, or not at all.
const UNPRINTED: [&str; 7] = ["$schema", "$comment", "file", "alt", "kind", "name_of", "numbering"];

/// What a slip is told by: findings of figures and of dates.
const TELLING: [&str; 9] = [
    "sum",
    "change",
    "change-rate",
    "share",
    "same-figure",
    "at-most",
    "unit-conversion",
    "weekday",
    "no-such-date",
];

/// A figure of the report: where its digits are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    file: String,
    pointer: String,
    /// Which of the runs of digits of the value it is, from 0.
    index: usize,
    digits: String,
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files of the first report, by their paths in its folder.
fn files() -> Vec<(String, String)> {
    let mut files = reading::files_of("2024-q3");
    files.sort();
    files
}

/// What the check of these files finds.
fn check(files: &[(String, String)]) -> Vec<Diagnostic> {
    resolved(files).1
}

/// The edition that these files are, and what is found in it.
fn resolved(files: &[(String, String)]) -> (Option<Edition>, Vec<Diagnostic>) {
    let (edition, _, found) = reading::resolved(files.to_vec());
    (edition, found)
}

/// All figures of a value and of what is in it.
fn figures(file: &str, pointer: &str, key: &str, value: &Json, places: &mut Vec<Place>) {
    let text = match value {
        Json::Number(number) if !LAYOUT.contains(&key) => number.to_string(),
        Json::String(text) if !UNPRINTED.contains(&key) && !LAYOUT.contains(&key) => text.clone(),
        Json::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                figures(file, &format!("{pointer}/{index}"), "", value, places);
            }
            return;
        }
        Json::Object(members) => {
            for (key, value) in members {
                figures(file, &format!("{pointer}/{key}"), key, value, places);
            }
            return;
        }
        _ => return,
    };
    for (index, digits) in runs(&text).into_iter().enumerate() {
        let digits = text[digits].to_owned();
        places.push(Place { file: file.to_owned(), pointer: pointer.to_owned(), index, digits });
    }
}

/// The runs of digits of a text, with separators and decimals.
fn runs(text: &str) -> Vec<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut runs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) || (matches!(bytes.get(at), Some(b',' | b'.')) && digit(at + 1)) {
            at += 1;
        }
        runs.push(start..at);
    }
    runs
}

/// The digits with slips of the kinds that happen: one digit wrong, one too
/// many, one missing, two exchanged.
fn slips(digits: &str) -> Vec<String> {
    let mut slips = BTreeSet::new();
    for (at, digit) in digits.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let value = digit.to_digit(10).expect("a digit");
        for other in [(value + 1) % 10, (value + 9) % 10] {
            slips.insert(format!("{}{other}{}", &digits[..at], &digits[at + 1..]));
        }
    }
    slips.insert(format!("{digits}0"));
    if digits.len() > 1 {
        slips.insert(digits[..digits.len() - 1].trim_end_matches([',', '.']).to_owned());
        let mut exchanged: Vec<char> = digits.chars().collect();
        let last = exchanged.len() - 1;
        exchanged.swap(last, last - 1);
        slips.insert(exchanged.into_iter().collect());
    }
    let number = |text: &str| text.replace(',', "").parse::<f64>().ok();
    let differs = |slip: &String| number(slip).is_some_and(|n| Some(n) != number(digits));
    // JSON has no numbers that begin with a zero.
    let is_json = |slip: &String| !slip.starts_with('0') || slip == "0" || slip.starts_with("0.");
    let ends_in_digit = |slip: &String| slip.ends_with(|c: char| c.is_ascii_digit());
    slips.into_iter().filter(differs).filter(is_json).filter(ends_in_digit).collect()
}

/// The file with another text in the place of a figure.
fn changed(text: &str, place: &Place, slip: &str) -> String {
    let value: Json = serde_json::from_str(text).expect("JSON");
    let before = value.pointer(&place.pointer).expect("the value");
    let spelt = before.to_string();
    let inner = &runs(&spelt)[place.index];
    let after = format!("{}{slip}{}", &spelt[..inner.start], &spelt[inner.end..]);
    // The value may stand several times in the file: each is found by setting
    // it through the tree.
    let mut value = value;
    *value.pointer_mut(&place.pointer).expect("the value") =
        serde_json::from_str(&after).expect("JSON");
    value.to_string()
}

/// Whether what is found tells of something that was not there before.
fn tells(before: &BTreeMap<String, usize>, found: &[Diagnostic]) -> bool {
    telling(found).iter().any(|(message, count)| before.get(message).unwrap_or(&0) < count)
}

fn telling(found: &[Diagnostic]) -> BTreeMap<String, usize> {
    let mut messages = BTreeMap::new();
    let is_error = |finding: &&Diagnostic| {
        TELLING.contains(&finding.code.name()) || finding.severity == Severity::Error
    };
    for finding in found.iter().filter(is_error) {
        *messages.entry(finding.to_string()).or_insert(0) += 1;
    }
    messages
}

/// How many slips of a figure nothing tells of, and how many were tried.
fn untold(
    files: &[(String, String)],
    before: &BTreeMap<String, usize>,
    place: &Place,
) -> (usize, usize) {
    let mut files = files.to_vec();
    let at = files.iter().position(|(file, _)| *file == place.file).expect("the file");
    let original = files[at].1.clone();
    let slips = slips(&place.digits);
    let mut untold = 0;
    for slip in &slips {
        files[at].1 = changed(&original, place, slip);
        untold += usize::from(!tells(before, &check(&files)));
    }
    (untold, slips.len())
}

#[test]
fn a_slip_in_any_figure_that_takes_part_in_a_sum_is_found() {
    let files = files();
    let before = telling(&check(&files));
    let mut places = Vec::new();
    for (file, text) in &files {
        let value: Json = serde_json::from_str(text).expect("JSON");
        figures(file, "", "", &value, &mut places);
    }
    let counts: Vec<(usize, usize)> =
        places.par_iter().map(|place| untold(&files, &before, place)).collect();
    let tried: usize = counts.iter().map(|(_, tried)| tried).sum();
    let told = tried - counts.iter().map(|(untold, _)| untold).sum::<usize>();
    let open: BTreeMap<Place, bool> = std::iter::zip(&places, &counts)
        .filter(|(_, (untold, _))| *untold > 0)
        .map(|(place, (untold, tried))| (place.clone(), untold == tried))
        .collect();
    println!(
        "{} of {} figures are protected; {told} of {tried} slips are found",
        places.len() - open.len(),
        places.len()
    );
    compare(&files, &open, places.len());
}

/// Compares the figures that nothing protects with the list of them, which
/// says why.
fn compare(files: &[(String, String)], open: &BTreeMap<Place, bool>, count: usize) {
    let list = repository().join("tests/references/unprotected-figures.txt");
    let known = fs::read_to_string(&list).unwrap_or_default();
    let line = |place: &Place| {
        let text = &files.iter().find(|(file, _)| *file == place.file).expect("the file").1;
        let value: Json = serde_json::from_str(text).expect("JSON");
        let value = value.pointer(&place.pointer).expect("the value").to_string();
        let Place { file, pointer, index, digits } = place;
        format!("{file} {pointer} {index}: {digits} in {value}")
    };
    let mut rest: BTreeSet<String> = open.keys().map(line).collect();
    let mut lines: Vec<String> = Vec::new();
    for known in known.lines().skip_while(|line| !line.starts_with("## ")) {
        if known.is_empty() || known.starts_with("## ") || rest.remove(known) {
            lines.push(known.to_owned());
        }
    }
    let protected = count - open.len();
    let head = format!(
        "# Figures of the first report in which a slip is not found, and why.\n\
         # Protected: {protected} of {count} figures.\n"
    );
    if !rest.is_empty() {
        lines.push("## why?".to_owned());
        lines.extend(rest);
    }
    let now = format!("{head}\n{}\n", lines.join("\n"));
    if std::env::var_os("BOGO_UPDATE").is_some() {
        fs::write(&list, &now).expect("the list");
    }
    assert!(!now.contains("## why?"), "figures that nothing protects want reasons:\n{now}");
    assert!(known == now || std::env::var_os("BOGO_UPDATE").is_some(), "the list differs:\n{now}");
}
