//! From what is printed back to where it is typed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bogo::Session;
use bogo_press::{Printed, Purpose};

use crate::fixture::{Edition, first_report};

/// Every printed character of a folder's edition that is typed, with its place:
/// the file, the byte at which the string begins, and the typed text of the piece.
fn typed(folder: &Path) -> Vec<(String, String, usize)> {
    let mut session = Session::new(folder, Purpose::Screen);
    let outcome = session.set().expect("an outcome");
    let proof = outcome.proof.unwrap_or_else(|| panic!("{:?}", outcome.diagnostics));
    let pages = (1..=proof.page_count()).flat_map(|page| {
        let printed = proof.printed(page);
        assert!(printed.iter().all(|own| own.area.left <= own.area.right + 0.01));
        printed
    });
    let documents = &outcome.documents;
    let place = |own: Printed| {
        let typed = own.source.typed?;
        let span = documents.typed(typed.string, typed.bytes);
        let document = documents.get(span.file);
        let text = document.text[span.start as usize..span.end as usize].to_owned();
        Some((document.path.clone(), text, own.character))
    };
    pages.filter_map(place).collect()
}

#[test]
fn a_character_leads_to_the_one_that_is_typed() {
    let edition = Edition::starter();
    let body =
        r##"["사업 #1 \"보기\" 가나다라", "앞 {굵게:굵은 말}의 A_b 끝", "漢字 \\\\역 ․ 점"]"##;
    let project = format!("{{ \"number\": 1, \"title\": \"보기\", \"body\": {body} }}");
    edition.write("projects/1-example.json", project);
    let typed = typed(&edition.path());
    let own = typed.iter().filter(|(path, ..)| path == "projects/1-example.json");
    let mut found: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (_, text, character) in own {
        found.entry(text.as_str()).or_default().insert(*character);
    }
    for (text, count) in [
        ("보기", 2),
        ("사업 #1 \\\"보기\\\" 가나다라", 15),
        ("굵은 말", 4),
        ("의 A_b 끝", 7),
        (r"漢字 \\\\역 ․ 점", 10),
    ] {
        let characters = found.get(text).unwrap_or_else(|| panic!("{text} in {found:?}"));
        assert_eq!(characters, &(0..count).collect(), "{text}");
    }
}

#[test]
fn nearly_all_words_of_the_first_report_lead_to_the_data() {
    let typed = typed(&first_report());
    let files: BTreeSet<&str> = typed.iter().map(|(path, ..)| path.as_str()).collect();
    for path in ["overview.json", "budget.json", "projects/1-city-brand.json"] {
        assert!(files.contains(path), "{files:?}");
    }
    assert!(typed.len() > 5_000, "{}", typed.len());
}
