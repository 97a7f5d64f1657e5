//! Every example of `docs/content-format.md` builds.
//!
//! An example says by a word after `json` what it is: a `report`, a
//! `section`, a `project`, a `theme`, a `block` of a project's body, or a `part` that
//! cannot stand alone.

use std::fs;

use bogo_model::format::Block;

use crate::fixture::{Edition, first_report, repository};

/// The report around an example that is none itself.
const REPORT: &str = r#"{
  "title": "보기", "date": "2024-09-30", "organisation": "보기구", "department": "보기과",
  "chapters": [{ "title": "일반현황", "sections": ["overview.json"] },
               { "title": "주요사업", "sections": ["projects/"] }]
}"#;

/// The examples with what they are and the line on which they begin.
fn examples(text: &str) -> Vec<(usize, &str, String)> {
    let mut examples = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some(kind) = line.strip_prefix("```json ") else { continue };
        let body: Vec<&str> =
            lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
        examples.push((number + 1, kind, body.join("\n")));
    }
    examples
}

/// An edition with what examples may refer to.
fn edition() -> Edition {
    let edition = Edition::starter();
    let photo = fs::read(first_report().join("images/photo-zone.jpg")).expect("a picture");
    for number in 1..=6 {
        edition.write(&format!("images/photo-{number}.jpg"), &photo);
    }
    let map = fs::read(first_report().join("images/card-news.png")).expect("a picture");
    edition.write("images/map.png", map);
    edition
}

#[test]
fn every_example_builds() {
    let path = repository().join("docs/content-format.md");
    let text = fs::read_to_string(path).expect("the page");
    let examples = examples(&text);
    assert!(examples.len() > 30, "only {} examples", examples.len());
    let (own_overview, own_budget) = {
        let starter = Edition::starter();
        let read = |name| fs::read_to_string(starter.path().join(name)).expect("a file");
        (read("overview.json"), read("budget.json"))
    };
    let mut faults = Vec::new();
    for (line, kind, example) in examples {
        let edition = edition();
        edition.write("report.json", REPORT);
        edition.write("overview.json", &own_overview);
        let _ = fs::remove_file(edition.path().join("budget.json"));
        match kind {
            "report" => {
                edition.write("report.json", &example);
                if example.contains("\"budget.json\"") {
                    edition.write("budget.json", &own_budget);
                }
                if !example.contains("\"overview.json\"") {
                    let _ = fs::remove_file(edition.path().join("overview.json"));
                }
            }
            "section" => edition.write("overview.json", &example),
            "project" => edition.write("projects/1-example.json", &example),
            "block" => {
                let project =
                    format!("{{ \"number\": 1, \"title\": \"보기\", \"body\": [{example}] }}");
                edition.write("projects/1-example.json", project);
            }
            "theme" => {
                edition.write("templates/themes/own.json", &example);
                edition.write("report.json", REPORT.replacen('{', "{ \"theme\": \"own\",", 1));
            }
            "part" => continue,
            other => panic!("line {line}: an example of no known kind: {other}"),
        }
        let (proof, diagnostics) = edition.set();
        let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        if proof.is_none() || !found.is_empty() {
            faults.push(format!("line {line} ({kind}): {found:#?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_kind_of_block_has_an_example() {
    let path = repository().join("docs/content-format.md");
    let text = fs::read_to_string(path).expect("the page");
    for (kind, _) in Block::KINDS {
        let marked = format!("\"kind\": \"{kind}\"");
        assert!(text.contains(&marked) || *kind == "item", "no example of {kind}");
    }
}
