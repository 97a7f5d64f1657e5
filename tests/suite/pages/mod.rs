//! The rules of the page: what became of the pages, and which data it is.

mod pictures;

use std::collections::BTreeMap;
use std::fs;

use bogo::Session;
use bogo_model::check::pages::{Laid, Owner};
use bogo_model::edition::{PassageKind, Section};
use bogo_model::{Diagnostic, Language};
use bogo_press::Purpose;

use self::pictures::picture;
use crate::fixture::{Edition, repository, set, squeezed};

/// The starter with one project whose body is this JSON.
fn edition(body: &str) -> Edition {
    let edition = Edition::starter();
    let project = format!("{{ \"number\": 1, \"title\": \"보기\", \"body\": [{body}] }}");
    edition.write("projects/1-example.json", project);
    edition
}

/// What the rule finds in an edition, each as its place in the files and its
/// words.
fn found(edition: &Edition, code: &str) -> Vec<(String, String)> {
    let (proof, diagnostics) = edition.set();
    assert!(proof.is_some(), "{diagnostics:?}");
    let own = diagnostics.iter().filter(|diagnostic| diagnostic.code.name() == code);
    own.map(|own| (typed(edition, own), own.message.text(Language::Korean).to_owned())).collect()
}

/// The bytes of the file that a finding points at.
fn typed(edition: &Edition, diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().expect("a place");
    let text = fs::read_to_string(edition.path().join(place.file())).expect("the file");
    text[place.range()].to_owned()
}

/// So many items that what follows falls anywhere on a page.
fn filler(count: usize) -> String {
    let items: Vec<String> = (0..count).map(|number| format!("\"채움 {number}\"")).collect();
    format!("{{ \"text\": \"앞\", \"body\": [{}] }}", items.join(", "))
}

/// The words that stand on the pages for each passage, spaces left out.
fn printed(laid: &Laid) -> BTreeMap<Owner, String> {
    let mut printed = BTreeMap::<Owner, String>::new();
    for text in laid.pages.iter().flat_map(|page| &page.texts) {
        if let Some(owner) = text.owner {
            printed.entry(owner).or_default().push_str(&squeezed(&text.words));
        }
    }
    printed
}

/// Whether a passage has words of its own that stand on a page.
fn is_printed(section: &Section, kind: PassageKind) -> bool {
    match kind {
        PassageKind::Title => section.has_head(),
        PassageKind::Box => false,
        _ => true,
    }
}

#[test]
fn every_passage_s_words_stand_where_its_mark_says() {
    for name in ["2024-q3", "namyangju-transport-2026-08", "jeonnam-arts-2019"] {
        let folder = repository().join("content").join(name);
        let outcome = Session::new(&folder, Purpose::Screen).set().expect("an outcome");
        let (edition, documents) = (outcome.edition.expect("an edition"), outcome.documents);
        let laid = outcome.proof.expect("pages").laid();
        let printed = printed(&laid);
        let mut read = 0;
        for (index, path) in laid.sections.iter().enumerate() {
            let section = edition.sections().find(|section| section.id == *path);
            let section = section.expect("the section");
            for (passage, part) in section.passages().into_iter().enumerate() {
                let owner = Owner { section: index, passage };
                let marked = laid.pages.iter().any(|page| page.marks.contains(&owner));
                assert!(marked || !is_printed(section, part.kind), "{name}: {path} {part:?}");
                let text = &documents.get(part.span.file).text;
                let typed = &text[part.span.start as usize..part.span.end as usize];
                let is_plain = typed.starts_with('"') && !typed.contains(['{', '\\']);
                if is_plain && is_printed(section, part.kind) {
                    let words = squeezed(typed.trim_matches('"'));
                    let own = printed.get(&owner).map(String::as_str).unwrap_or_default();
                    assert!(own.contains(&words), "{name}: {words} is printed as {own}");
                    read += 1;
                }
            }
        }
        assert!(read > 25, "{name}: only {read} passages");
    }
}

#[test]
fn the_first_report_has_no_finding_of_the_page() {
    let (_, diagnostics) = set(&repository().join("content/2024-q3"));
    let pages = bogo_model::diagnostic::rule::Family::Pages;
    let found = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code.rule().is_some_and(|rule| rule.family == pages));
    assert_eq!(found.map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn words_that_run_out_of_their_cell_are_found_by_their_words() {
    let edition = edition(
        r#"{ "text": "표", "body": [{ "kind": "table",
            "columns": [{ "width": 1 }, { "width": 1.4 }, { "width": 6 }],
            "rows": [["가", { "text": "MMMMMMMM", "strong": true }, null], ["가", "MWMW", "나"]] }] }"#,
    );
    // Lines are chosen for type of the usual size.
    let template = repository().join("templates/components/cells.typ");
    let template = fs::read_to_string(template).expect("the template");
    let large = template.replace("text.with(weight: \"bold\")", "text.with(tracking: 2pt)");
    assert_ne!(large, template);
    edition.write("templates/components/cells.typ", large);
    let found = found(&edition, "overflow");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "\"MMMMMMMM\"");
    assert!(found[0].1.contains("MMMMMMMM"), "{found:?}");
}

#[test]
fn a_table_that_is_too_wide_is_said_once() {
    let edition = edition(
        r#"{ "text": "표", "body": [{ "kind": "table",
            "columns": [{ "width": 1 }, { "width": 1 }, { "width": 9 }],
            "rows": [["가", "MMMMMMMMMMMM", "나"]] }] }"#,
    );
    assert_eq!(found(&edition, "table-too-wide").len(), 1);
    let overflow = found(&edition, "overflow");
    let is_read = overflow.iter().all(|(_, words)| words.contains("너무 작아"));
    assert!(is_read, "{overflow:?}");
}

/// A template of notes that sets their words as this says.
fn note_set_as(setting: &str) -> String {
    format!(
        "#let paragraph(indent, sticky: false, body) = body\n\
         #let note(indent, hang, gap, sticky: false, filled: false, sign, body) = {{\n  \
         let words = std.text(size: 12pt, body)\n  {setting}\n}}\n"
    )
}

/// What the rule finds where a note between two items is set so.
fn found_of_note(setting: &str) -> Vec<(String, String)> {
    let edition = edition(
        r#"{ "text": "글", "body": ["앞의 항목", { "kind": "note", "text": "놓인 글" },
            { "kind": "pictures", "photos": [{ "file": "images/own.png", "alt": "그림" }] }] }"#,
    );
    edition.write("images/own.png", picture(1000, 600));
    edition.write("templates/components/note.typ", note_set_as(setting));
    found(&edition, "overflow")
}

#[test]
fn a_mark_that_stands_wrong_is_found_whatever_the_cause() {
    let wrong = [
        ("move(dx: -6mm, std.block(words))", "본문 밖"),
        ("std.place(top + left, dy: -10mm, words)", "본문 밖"),
        ("std.place(dx: 160mm, words)", "본문 밖"),
        ("std.place(dy: 215mm, words)", "본문 밖"),
        ("std.place(dx: 180mm, words)", "종이 밖"),
        ("std.place(dy: 250mm, words)", "종이 밖"),
        (
            "std.block(height: 9pt, rotate(-90deg, origin: left, box(width: 160mm, align(right, words))))",
            "종이 밖",
        ),
        ("std.place(dy: -20pt, words)", "다른 글과"),
        ("std.place(dy: 20mm, dx: 20mm, words)", "그림과"),
        ("std.block(clip: true, height: 3pt, words)", "가려지거나 잘립니다"),
        (
            "std.block({ words; std.place(dy: -20pt, rect(width: 40mm, height: 30pt, fill: red)) })",
            "가려지거나 잘립니다",
        ),
        (
            "std.block({ std.place(line(start: (5pt, 6pt), end: (30pt, 6pt))); words })",
            "칸을 넘칩니다",
        ),
        (
            "std.block({ std.place(line(start: (8pt, -2pt), end: (8pt, 20pt))); words })",
            "칸을 넘칩니다",
        ),
        (
            "std.block({ std.place(line(start: (-2pt, -2pt), end: (30pt, 20pt))); words })",
            "칸을 넘칩니다",
        ),
        ("scale(45%, reflow: true, std.block(words))", "너무 작아"),
        ("std.block(height: 20pt)", "찍히지 않았습니다: 3글자"),
    ];
    for (setting, said) in wrong {
        let found = found_of_note(setting);
        let own = found.iter().find(|(typed, _)| typed == "\"놓인 글\"");
        assert!(own.is_some_and(|(_, words)| words.contains(said)), "{setting}: {found:?}");
        // Words in which it stands are not at fault.
        assert_eq!(found.len(), 1, "{setting}: {found:?}");
    }
    for right in [
        "std.block(words)",
        "std.block(fill: yellow, stroke: 1pt, inset: 3pt, words)",
        "std.block(clip: true, words)",
        "scale(60%, reflow: true, std.block(words))",
        "rotate(180deg, reflow: true, std.block(words))",
        "hide(words); std.block(words)",
        "std.block({ std.place(dy: -2pt, rect(width: 40mm, height: 14pt, fill: yellow)); words })",
    ] {
        assert_eq!(found_of_note(right), [], "{right}");
    }
}

#[test]
fn lines_and_fills_that_stand_wrong_are_found_at_their_passage() {
    for (drawn, said) in [
        ("std.place(line(length: 180mm))", "선이나 막대가 본문 밖"),
        ("std.place(dx: -8mm, rect(height: 10pt))", "선이나 막대가 본문 밖"),
        ("std.place(dy: 300mm, rect(fill: red))", "선이나 막대가 종이 밖"),
        (
            "std.place(dy: -1pt, rect(width: 20mm, height: 3mm, fill: red)); \
             std.place(dx: 10mm, rect(width: 20mm, height: 3mm, fill: blue))",
            "칠한 자리나 막대가",
        ),
    ] {
        let found =
            found_of_note(&format!("std.block(words); std.block(height: 5mm, {{ {drawn} }})"));
        assert_eq!(found.len(), 1, "{drawn}: {found:?}");
        assert_eq!(found[0].0, "\"놓인 글\"", "{drawn}: {found:?}");
        assert!(found[0].1.contains(said), "{drawn}: {found:?}");
    }
}

#[test]
fn words_beside_the_page_number_are_found_where_they_do_not_fit() {
    let edition = Edition::starter();
    let report = |footer: &str| {
        let text = fs::read_to_string(edition.path().join("report.json")).expect("the report");
        let mut report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        report["footer"] = footer.into();
        edition.write("report.json", report.to_string());
    };
    report("보기과");
    assert_eq!(found(&edition, "overflow"), []);
    let long = vec!["쪽번호옆에놓는글"; 60].join(" ");
    report(&long);
    let (_, diagnostics) = edition.set();
    let codes: Vec<_> = diagnostics.iter().map(|found| found.code.name()).collect();
    assert_eq!(codes, ["long-footer"]);
    assert!(typed(&edition, &diagnostics[0]).contains("쪽번호옆에"));
}

#[test]
fn what_lies_over_pages_on_purpose_is_no_fault() {
    let edition = edition(r#"{ "text": "글", "body": ["7월 28일 끝남."] }"#);
    for purpose in [Purpose::Screen, Purpose::Print] {
        let mut session = Session::new(&edition.path(), purpose);
        session.aim(bogo::Goal::MarkedPages);
        edition.write("projects/2-wrong.json", r#"{ "number": 1, "title": "둘", "body": ["가"] }"#);
        let outcome = session.set().expect("an outcome");
        assert!(outcome.marked, "{:?}", outcome.diagnostics);
        let texts = outcome.proof.expect("pages").page_texts();
        assert!(texts.iter().all(|page| page.contains("확정본이 아님")));
        let found = outcome.diagnostics.iter().find(|found| found.code.name() == "overflow");
        assert!(found.is_none(), "{found:?}");
    }
}

#[test]
fn pages_that_never_settle_are_an_error_that_names_the_data() {
    let edition = edition(r#"{ "text": "글", "body": [{ "kind": "note", "text": "떠도는 글" }] }"#);
    // Where it stands decides where it stands.
    let wandering = "std.block(words); context { \
        let page = query(<wanderer>).map(own => own.location().page()).at(0, default: 1); \
        if calc.odd(page) { std.v(230mm) } else { std.v(1mm) } }; \
        [#std.block(height: 60mm)#metadata(none)<wanderer>]";
    edition.write("templates/components/note.typ", note_set_as(wandering));
    let (_, diagnostics) = edition.set();
    let own: Vec<_> =
        diagnostics.iter().filter(|own| own.code.name() == "unsettled-pages").collect();
    assert_eq!(own.len(), 1, "{diagnostics:?}");
    assert_eq!(typed(&edition, own[0]), "\"떠도는 글\"");
    assert!(own[0].message.text(Language::Korean).contains("조판이 안정되지 않아"));
    let english =
        diagnostics.iter().any(|own| own.message.text(Language::Korean).contains("stabilize"));
    assert!(!english, "{diagnostics:?}");
    let run = edition.build(&[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert_eq!(edition.pdf(), None);
}

#[test]
fn a_row_that_stands_on_two_pages_is_found_and_one_on_a_page_is_not() {
    let lines: Vec<String> = (0..50).map(|number| format!("\"줄 [{number}]\"")).collect();
    let table = format!(
        "{{ \"text\": \"표\", \"body\": [{{ \"kind\": \"table\", \"rows\": \
         [[\"앞\", \"가\"], [\"키 큰 행\", {{ \"body\": [{}] }}], [\"끝 행\", \"나\"]] }}] }}",
        lines.join(", ")
    );
    let split = edition(&table);
    let split = found(&split, "split-row");
    assert_eq!(split.len(), 1, "{split:?}");
    assert!(split[0].1.contains("3쪽에서 4쪽"), "{split:?}");
    // This one may be split, but there is room for all of it.
    let tall = lines[..31].join(", ");
    let whole = edition(&format!(
        "{{ \"text\": \"표\", \"body\": [{{ \"kind\": \"table\", \"rows\": [[{{ \"body\": [{tall}] }}]] }}] }}",
    ));
    assert_eq!(found(&whole, "split-row"), []);
}

#[test]
fn a_heading_at_the_foot_of_its_page_is_found() {
    let template = repository().join("templates/components/heading.typ");
    let template = fs::read_to_string(template).expect("the template");
    let loose = template.replace("sticky: sticky", "sticky: false");
    assert_ne!(loose, template);
    let table = r#"{ "kind": "table", "rows": [["칸", 1], ["칸", 2], ["칸", 3], ["칸", 4]] }"#;
    let mut left = 0;
    for count in 18..26 {
        let edition =
            edition(&format!("{}, {{ \"text\": \"절제목\", \"body\": [{table}] }}", filler(count)));
        assert_eq!(found(&edition, "heading-at-foot"), [], "{count} items before");
        edition.write("templates/components/heading.typ", &loose);
        let found = found(&edition, "heading-at-foot");
        assert!(found.iter().all(|(typed, _)| typed == "\"절제목\""), "{found:?}");
        left += found.len();
    }
    assert!((1..8).contains(&left), "{left} headings are left at the foot");
}

#[test]
fn a_last_line_of_one_syllable_is_found_unless_the_office_broke_it() {
    let notes = ["가나다 라마바 등", "가나다 라마바 40%", "가나다\\n등", "가나다 라마바 등."];
    let notes = notes.map(|words| format!("{{ \"kind\": \"note\", \"text\": \"{words}\" }}"));
    let edition = edition(&format!(r#"{{ "text": "글", "body": [{}] }}"#, notes.join(", ")));
    // No line chosen ends like this; here the last word has no room.
    let narrow = "context std.block(width: measure(words).width - 8pt, words)";
    edition.write("templates/components/note.typ", note_set_as(narrow));
    let found = found(&edition, "lone-syllable");
    let typed: Vec<&str> = found.iter().map(|(typed, _)| typed.as_str()).collect();
    assert_eq!(typed, ["등", "등."], "{found:?}");
}

#[test]
fn a_page_to_which_a_few_lines_have_run_over_is_found() {
    let mut nearly_empty = Vec::new();
    for count in 22..34 {
        let edition = edition(&filler(count));
        let pages = edition.set().0.expect("pages").page_texts();
        let own: Vec<&String> = pages.iter().filter(|page| page.contains("채움")).collect();
        let lines = own.last().map(|page| page.matches("채움").count()).expect("a page");
        // Three lines of items take less than a tenth of the page.
        let is_short = own.len() > 1 && lines <= 3;
        let found = found(&edition, "empty-page");
        assert_eq!(!found.is_empty(), is_short, "{count} items: {lines} on the last page");
        nearly_empty.extend(found);
    }
    assert!(!nearly_empty.is_empty());
    assert!(nearly_empty[0].0.contains("채움"), "{nearly_empty:?}");
}

#[test]
fn a_project_of_more_than_ten_pages_is_named_at_its_title() {
    let long = edition(&filler(300));
    let found_in = found(&long, "project-pages");
    assert_eq!(found_in.len(), 1);
    assert_eq!(found_in[0].0, "\"보기\"");
    assert_eq!(found(&edition(&filler(200)), "project-pages"), []);
}

/// A table whose columns are as wide as each other.
fn even_table(words: &[Vec<String>]) -> String {
    let columns = vec![serde_json::json!({ "width": 1 }); words[0].len()];
    let table = serde_json::json!({ "kind": "table", "columns": columns, "rows": words });
    serde_json::json!({ "text": "표", "body": [table] }).to_string()
}

#[test]
fn a_word_that_is_called_too_wide_has_no_room_in_its_column() {
    let mut kinds = [0; 3];
    for columns in [8, 12, 16] {
        for length in 3..=9 {
            let row = |word: &str| -> Vec<String> {
                (0..columns)
                    .map(|column| if column == 2 { word.to_owned() } else { "가".into() })
                    .collect()
            };
            let word = "종합계획수립용역비".chars().take(length).collect::<String>();
            let edition = edition(&even_table(&[row(&word), row("나")]));
            let found = found(&edition, "table-too-wide");
            let [(_, message)] = found.as_slice() else { continue };
            let laid = edition.set().0.expect("pages").laid();
            let texts = laid.pages.iter().flat_map(|page| &page.texts);
            let set = texts.clone().find(|text| text.words.trim() == word);
            let size = texts.filter(|text| text.words.trim() == "나").map(|text| text.size);
            let size = size.fold(f64::INFINITY, f64::min);
            // The type really is small, and as small as is said.
            let size = (size * 10.0).round() / 10.0;
            assert!(size < 10.0 && message.contains(&format!("{size}포인트")), "{message}: {size}");
            let room = (170.0 - 3.5) / f64::from(columns) * 72.0 / 25.4;
            if message.contains(&format!(": {word}")) {
                assert!(message.contains("3번째 열"), "{message}");
                match set {
                    Some(text) => {
                        assert!(text.area.width() * 10.0 / size > room - 5.0, "{message}");
                        kinds[0] += 1;
                    }
                    None => {
                        assert!(message.starts_with("표가 너무 넓습니다"), "{message}");
                        kinds[1] += 1;
                    }
                }
            } else {
                assert!(
                    set.is_some_and(|text| text.area.width() * 10.0 / size < room),
                    "{message}"
                );
                kinds[2] += 1;
            }
        }
    }
    assert!(kinds[0] > 0 && kinds[1] > 0, "{kinds:?}");
}

#[test]
fn the_word_of_a_cell_over_several_columns_is_named_where_it_lacks_room() {
    let edition = edition(
        r#"{ "text": "표", "body": [{ "kind": "table",
            "columns": [{ "width": 1 }, { "width": 1 }, { "width": 16 }],
            "head": [[{ "text": "종합계획수립연구용역", "columns": 2 }, "내용"]],
            "rows": [["가", "나", "다"]] }] }"#,
    );
    let found = found(&edition, "table-too-wide");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].1.contains("1번째 열") && found[0].1.ends_with("종합계획수립연구용역"),
        "{found:?}"
    );
}

#[test]
fn a_page_of_nothing_but_the_last_row_is_found_and_no_other() {
    let mut alone = 0;
    for rows in [8, 9, 10, 16, 17, 18] {
        for head in [r#""head": [["연번", "사업명", "사업량"]],"#, ""] {
            let cells: Vec<String> = (1..=rows)
                .map(|row| format!(r#"["{row}", "보도 정비", "L={row}00m\nB=3m\n양쪽"]"#))
                .collect();
            let edition = edition(&format!(
                r#"{{ "kind": "table", "landscape": true, {head} "rows": [{}] }}"#,
                cells.join(", ")
            ));
            let texts = edition.set().0.expect("pages").page_texts();
            let last = texts.last().expect("a page").matches("보도 정비").count();
            let found = found(&edition, "empty-page");
            assert_eq!(!found.is_empty(), last == 1 && texts.len() > 1, "{rows}: {found:?}");
            alone += found.len();
        }
    }
    assert!(alone > 1, "{alone}");
}
