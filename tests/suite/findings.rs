//! What the check finds in the reports under `content/`: real inconsistencies,
//! each listed.

use std::fs;

use serde_json::Value as Json;

use crate::fixture::{Edition, bogo, expect_text, repository};

/// What is found in an edition, a line each: code, place, message.
fn found(edition: &str) -> String {
    let run = bogo(&repository(), &["check", &format!("content/{edition}"), "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let answer: Json = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(answer["pages"], true, "the pages were looked at");
    let line = |finding: &Json| {
        let word = |field: &str| finding[field].as_str().unwrap_or_default().to_owned();
        let (start, severity) = (&finding["start"], word("severity"));
        let place = format!("{}:{}:{}", word("file"), start["line"], start["column"]);
        format!("{severity} {} {place} {}\n", word("code"), word("message"))
    };
    answer["findings"].as_array().expect("findings").iter().map(line).collect()
}

#[test]
fn the_findings_of_every_edition_are_those_that_are_listed() {
    let mut count = 0;
    for entry in fs::read_dir(repository().join("content")).expect("a folder") {
        let edition = entry.expect("an entry").file_name().into_string().expect("a name");
        if edition != "schema" {
            let list = repository().join(format!("tests/references/findings-{edition}.txt"));
            expect_text(&list, &found(&edition));
            count += 1;
        }
    }
    assert_eq!(count, 3);
}

#[test]
fn the_first_report_s_findings_are_what_its_original_has_inconsistent() {
    let found = found("2024-q3");
    let kept = [
        ("confusable", "전시월"),
        ("one-list", "당근마켓"),
        ("one-name", "가로배너기"),
        ("one-name", "금천하모니축제"),
        ("date-form", "2024. 09."),
        ("budget-basis", "2023년 (당초예산)"),
    ];
    for (code, words) in kept {
        assert!(
            found.lines().any(|line| line.contains(&format!(" {code} ")) && line.contains(words)),
            "{code} {words}\n{found}"
        );
    }
    assert_eq!(found.lines().count(), kept.len(), "{found}");
}

/// A file with every string emptied: what is not the words of the report.
fn without_words(text: &str) -> String {
    let (mut rest, mut inside, mut escaped) = (String::new(), false, false);
    for character in text.chars() {
        let quote = character == '"' && !escaped;
        escaped = inside && character == '\\' && !escaped;
        if quote || !inside {
            rest.push(character);
        }
        inside ^= quote;
    }
    rest
}

#[test]
fn mending_a_whole_report_changes_words_only_and_leaves_nothing_to_mend() {
    for name in ["2024-q3", "namyangju-transport-2026-08", "jeonnam-arts-2019"] {
        let edition = Edition::copy_of(&repository().join("content").join(name));
        let read = || -> Vec<(String, String)> {
            let files = walkdir::WalkDir::new(edition.path()).sort_by_file_name().into_iter();
            let files = files.filter_map(|entry| Some(entry.ok()?.into_path()));
            let files = files.filter(|path| path.extension().is_some_and(|e| e == "json"));
            files
                .map(|path| {
                    (path.display().to_string(), fs::read_to_string(&path).expect("a text"))
                })
                .collect()
        };
        let before = read();
        let fix = || bogo(edition.outside(), &["check", "edition", "--no-pages", "--fix"]);
        let first = fix();
        assert!(first.stderr.contains("건을 고쳤습니다"), "{name}: {}", first.stderr);
        let mended = read();
        assert_ne!(before, mended, "{name}");
        for ((file, before), (_, mended)) in before.iter().zip(&mended) {
            assert_eq!(without_words(before), without_words(mended), "{file}");
        }
        let second = fix();
        assert!(!second.stderr.contains("건을 고쳤습니다"), "{name}: {}", second.stderr);
        assert!(!second.stderr.contains("--fix로"), "{name}: {}", second.stderr);
        assert_eq!(read(), mended, "{name}");
        // What was mended is a report still.
        assert_eq!(edition.build(&["--quiet"]).code, 0, "{name}");
    }
}
