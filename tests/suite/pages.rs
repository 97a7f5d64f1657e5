//! The rules of the page: what became of the pages, and which data it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bogo_model::check::pages::{Laid, Owner};
use bogo_model::edition::{self, PassageKind, Section, SectionContent};
use bogo_model::json::Documents;
use bogo_model::resolve::{Facts, PictureFact};
use bogo_model::{Diagnostic, Language};
use bogo_press::{Coverage, Templates};

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
    let own = diagnostics.iter().filter(|diagnostic| diagnostic.code == code);
    own.map(|own| (typed(edition, own), own.message.text(Language::Korean).to_owned())).collect()
}

/// The bytes of the file that a finding points at.
fn typed(edition: &Edition, diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().expect("a place");
    let text = fs::read_to_string(edition.path().join(&place.file)).expect("the file");
    text[place.range.clone()].to_owned()
}

/// So many items that what follows falls anywhere on a page.
fn filler(count: usize) -> String {
    let items: Vec<String> = (0..count).map(|number| format!("\"채움 {number}\"")).collect();
    format!("{{ \"text\": \"앞\", \"body\": [{}] }}", items.join(", "))
}

/// The sections of a folder, as they were resolved, and its files.
fn resolved(folder: &Path) -> (edition::Edition, Documents) {
    let sources = bogo::Folder::open(folder).expect("a folder").sources();
    let (manuscript, _) = bogo_model::parse(sources, &Templates::themes());
    let (coverage, _) = Coverage::new(Vec::new());
    // Which rows of tables are passages depends on the pictures in them.
    let size = |file: String| {
        let (width, height) = image::image_dimensions(folder.join(&file)).expect("a picture");
        (file, PictureFact::Readable { width, height })
    };
    let facts = Facts {
        pictures: manuscript.picture_files().into_iter().map(size).collect(),
        files: Vec::new(),
        covers: &|character| coverage.covers(character),
        families: coverage.families(),
        usual_theme: &Templates::usual_theme().expect("the usual theme"),
    };
    let (edition, _) = bogo_model::resolve(&manuscript, &facts);
    (edition.expect("an edition"), manuscript.documents)
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
        PassageKind::Title => {
            !matches!(section.content, SectionContent::Section { head: "none", .. })
        }
        PassageKind::Box => false,
        _ => true,
    }
}

#[test]
fn every_passage_s_words_stand_where_its_mark_says() {
    for name in ["2024-q3", "namyangju-transport-2026-08", "jeonnam-arts-2019"] {
        let folder = repository().join("content").join(name);
        let (edition, documents) = resolved(&folder);
        let laid = set(&folder).0.expect("pages").laid();
        let printed = printed(&laid);
        let mut read = 0;
        for (index, path) in laid.sections.iter().enumerate() {
            let section = edition.sections.iter().find(|section| section.path == *path);
            let section = section.expect("the section");
            for (passage, part) in section.passages.iter().enumerate() {
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
    let pages = bogo_model::check::Family::Pages;
    let found = diagnostics.iter().filter(|diagnostic| {
        bogo_model::check::rule(diagnostic.code).is_some_and(|rule| rule.family == pages)
    });
    assert_eq!(found.map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn words_that_run_out_of_their_cell_are_found_by_their_words() {
    let edition = edition(
        r#"{ "text": "표", "body": [{ "kind": "table",
            "columns": [{ "width": 1 }, { "width": 1.4 }, { "width": 6 }],
            "rows": [["가", "MMMMMMMM", null], ["가", "MWMW", "나"]] }] }"#,
    );
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
    assert_eq!(found(&edition, "overflow"), []);
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
    let loose = template.replace("sticky: block.at(\"sticky\", default: true)", "sticky: false");
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
    let line = "가나다 가나다라마바사아자차카타파하가나다라마바사아자차카타파하";
    let edition = edition(&format!(
        r#"{{ "text": "글", "body": [{{ "text": "항목", "body": [
            "{line}가 등", "{line}가 등등", "{line}가\n등", "줄 하나 등"] }},
            {{ "kind": "paragraph", "text": "{line}가나 등." }}] }}"#,
    ));
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

#[test]
fn a_picture_of_fewer_than_150_pixels_per_inch_is_found() {
    // A row of one picture is 166.5 mm wide and 75.7 mm high.
    for (width, height, is_blurred) in
        [(984, 448, false), (983, 448, true), (984, 446, true), (4000, 446, true)]
    {
        let edition = edition(
            r#"{ "text": "글", "body": [{ "kind": "pictures", "photos":
                [{ "file": "images/own.png", "alt": "그림" }] }] }"#,
        );
        edition.write("images/own.png", picture(width, height));
        let found = found(&edition, "low-resolution");
        assert_eq!(!found.is_empty(), is_blurred, "{width}×{height}: {found:?}");
    }
}

#[test]
fn a_picture_on_150_pixels_per_inch_is_sharp_enough() {
    // Two side by side that are an inch wide each would need 150 pixels.
    let edition = edition(
        r#"{ "text": "글", "body": [{ "kind": "pictures", "ratio": "1:1", "photos":
            [{ "file": "images/own.png", "alt": "그림" }] }] }"#,
    );
    edition.write(
        "report.json",
        r#"{ "title": "보기", "date": "2026-09-30", "organisation": "시", "department": "과",
             "contents": "none", "theme": "inch", "chapters": [
             { "title": "일반", "sections": ["overview.json", "budget.json"] },
             { "title": "사업", "sections": ["projects/"] }] }"#,
    );
    // 210 − 2 × 26.8 − 4 mm are six inches.
    edition.write(
        "templates/themes/inch.json",
        r#"{ "page": { "side": "26.8mm" }, "standing": { "inset": "4mm" } }"#,
    );
    for (pixels, is_blurred) in [(900, false), (899, true)] {
        edition.write("images/own.png", picture(pixels, pixels));
        assert_eq!(!found(&edition, "low-resolution").is_empty(), is_blurred, "{pixels}");
    }
}

/// A picture of this size.
fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut picture = std::io::Cursor::new(Vec::new());
    image::GrayImage::new(width, height)
        .write_to(&mut picture, image::ImageFormat::Png)
        .expect("a picture");
    picture.into_inner()
}
