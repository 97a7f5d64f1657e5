//! The pages of one section, as they stand in the whole report.

use std::fs;

use bogo_press::{Proof, Purpose};

use crate::fixture::{Edition, Run, bogo, proof, repository};

/// The pages of a section, set without what they do not depend on.
fn section(edition: &std::path::Path, name: &str) -> (Proof, std::ops::RangeInclusive<usize>) {
    let mut session = bogo::Session::of_section(edition, name);
    let outcome = session.set().expect("an outcome");
    let path = outcome.section.clone().expect("the section is known");
    let proof = outcome.proof.expect("pages");
    let pages = proof.section_pages(&path).expect("the section stands somewhere");
    (proof, pages)
}

#[test]
fn the_pages_of_every_section_look_as_in_the_whole_report() {
    for name in ["2024-q3", "namyangju-transport-2026-08", "jeonnam-arts-2019"] {
        let edition = repository().join("content").join(name);
        let whole = proof(&edition);
        let hashes = whole.page_hashes();
        let mut session = bogo::Session::of_section(&edition, "-");
        let names = session.set().expect("an outcome").sections;
        assert!(names.len() >= 5, "{name} has {} sections", names.len());
        for own in names.iter().filter_map(|names| names.first()) {
            let (cut, pages) = section(&edition, own);
            let cut_hashes = cut.page_hashes();
            let looks: Vec<u128> = pages.clone().map(|page| cut_hashes[page - 1]).collect();
            let found = hashes.windows(looks.len()).position(|window| window == looks);
            let found = found.unwrap_or_else(|| panic!("{name}: {own} looks otherwise"));
            for (offset, page) in pages.enumerate() {
                let numbers = (cut.printed_number(page), whole.printed_number(found + offset + 1));
                assert_eq!(numbers.0, numbers.1, "{name}: {own}");
            }
        }
    }
}

#[test]
fn a_preview_sets_fewer_pages_than_the_report_has() {
    let edition = repository().join("content/2024-q3");
    let (budget, pages) = section(&edition, "budget");
    assert!(budget.page_count() < 5, "{} pages are set", budget.page_count());
    assert_eq!(pages, 1..=1);
    assert_eq!(section(&edition, "projects/1").1.count(), 5);
}

fn preview(edition: &Edition, arguments: &[&str]) -> Run {
    bogo(edition.outside(), &[&["preview"], arguments].concat())
}

#[test]
fn each_format_is_written_and_says_where() {
    let edition = Edition::starter();
    for (format, mark) in [("pdf", &b"%PDF"[..]), ("png", b"\x89PNG"), ("svg", b"<svg")] {
        let run = preview(&edition, &["budget", "edition", "--format", format]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let path = format!("out/edition-budget.{format}");
        assert!(run.stderr.contains(&path), "{}", run.stderr);
        let bytes = fs::read(edition.outside().join(path)).expect("a file");
        assert!(bytes.starts_with(mark), "{format}");
    }
}

#[test]
fn the_ending_of_the_file_says_the_format_unless_both_are_given_and_differ() {
    let edition = Edition::starter();
    let run = preview(&edition, &["budget", "edition", "-o", "page.png"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let bytes = fs::read(edition.outside().join("page.png")).expect("a file");
    assert!(bytes.starts_with(b"\x89PNG"));
    let run = preview(&edition, &["budget", "edition", "-o", "page.svg", "--format", "png"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(!edition.outside().join("page.svg").exists());
}

#[test]
fn more_pixels_make_a_larger_picture() {
    let edition = Edition::starter();
    let width = |ppi: &str| {
        let run = preview(
            &edition,
            &["budget", "edition", "-o", "page.png", "--format", "png", "--ppi", ppi],
        );
        assert_eq!(run.code, 0, "{}", run.stderr);
        let bytes = fs::read(edition.outside().join("page.png")).expect("a picture");
        bogo_pictures::inspect(&bytes).expect("a picture").width
    };
    assert_eq!(width("72"), 595);
    assert_eq!(width("144"), 1191, "an A4 page is 210 mm wide");
    assert_eq!(preview(&edition, &["budget", "edition", "--ppi", "9000"]).code, 2);
}

#[test]
fn pictures_of_several_pages_bear_the_printed_numbers() {
    let edition = Edition::copy_of(&repository().join("content/2024-q3"));
    let run = preview(&edition, &["projects/3", "edition", "-o", "p.svg", "--format", "svg"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for number in [15, 16, 17] {
        assert!(edition.outside().join(format!("p-{number}.svg")).is_file(), "{}", run.stderr);
    }
}

#[test]
fn sections_are_known_by_file_number_and_title() {
    let edition = Edition::starter();
    for name in ["projects/1", "projects/1-example", "./projects/1-example.json", "budget.json"] {
        let run = preview(&edition, &[name, "edition", "-o", "p.pdf"]);
        assert_eq!(run.code, 0, "{name}: {}", run.stderr);
    }
    let first = repository().join("content/2024-q3");
    assert_eq!(section(&first, "일반현황").1, section(&first, "일 반 현 황").1);
}

#[test]
fn an_unknown_section_is_answered_with_those_there_are() {
    let edition = Edition::starter();
    let run = preview(&edition, &["budgets", "edition"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("‘budgets’ 절이 없습니다"), "{}", run.stderr);
    assert!(
        run.stderr.contains("overview, budget, 주요사업 목록, projects/1-example"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_report_as_a_whole_is_no_section() {
    let edition = Edition::starter();
    edition.write("other.json", "{ \"title\": \"다른 절\", \"body\": [\"글\"] }");
    for name in ["report", "report.json", "other"] {
        let run = preview(&edition, &[name, "edition"]);
        assert_eq!(run.code, 2, "{name}: {}", run.stderr);
        assert!(run.stderr.contains("절이 없습니다. 있는 절: overview"), "{name}: {}", run.stderr);
    }
}

#[test]
fn an_unknown_section_is_answered_alone_whatever_is_wrong_with_others() {
    let edition = Edition::starter();
    for (file, text) in [("budget.json", "{"), ("overview.json", "{ \"foo\": 1 }")] {
        edition.write(file, text);
        let run = preview(&edition, &["projects/9", "edition"]);
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains("‘projects/9’ 절이 없습니다"), "{}", run.stderr);
        assert!(!run.stderr.contains("[syntax]"), "{}", run.stderr);
    }
    // Where the report itself says nothing, nobody knows.
    edition.write("report.json", "{");
    let run = preview(&edition, &["projects/9", "edition"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("report.json:1"), "{}", run.stderr);
}

#[test]
fn a_list_of_projects_is_not_previewed_without_one_that_cannot_be_read() {
    let edition = Edition::starter();
    let (run, pdf) = previewed(&edition, "주요사업 목록", &[]);
    assert!(pdf.is_some(), "{}", run.stderr);
    for text in ["{", "{ \"number\": 2 }"] {
        edition.write("projects/2.json", text);
        let (run, pdf) = previewed(&edition, "주요사업 목록", &[]);
        assert_eq!((run.code, pdf), (1, None), "{}", run.stderr);
        assert!(run.stderr.contains("projects/2.json:1"), "{}", run.stderr);
        let (run, pdf) = previewed(&edition, "budget", &[]);
        assert!(pdf.is_some(), "{}", run.stderr);
    }
}

/// The pages of the preview that a run has made, as PDF.
fn previewed(edition: &Edition, section: &str, arguments: &[&str]) -> (Run, Option<Vec<u8>>) {
    let _ = fs::remove_file(edition.outside().join("p.pdf"));
    let run = preview(edition, &[&[section, "edition", "-o", "p.pdf"], arguments].concat());
    (run, fs::read(edition.outside().join("p.pdf")).ok())
}

#[test]
fn a_section_with_errors_is_not_previewed_and_shows_them() {
    let edition = Edition::starter();
    edition.write("budget.json", "{");
    for name in ["budget", "budget.json"] {
        let (run, pdf) = previewed(&edition, name, &[]);
        assert_eq!((run.code, pdf), (1, None), "{}", run.stderr);
        assert!(run.stderr.contains("budget.json:1"), "{}", run.stderr);
        assert!(!run.stderr.contains("절이 없습니다"), "{}", run.stderr);
    }
}

#[test]
fn errors_of_other_sections_are_counted_and_keep_no_preview_from_being_made() {
    let edition = Edition::starter();
    let (_, sound) = previewed(&edition, "projects/1", &[]);
    assert!(sound.is_some());
    edition.write("budget.json", "{");
    // The budget stands on the page of the overview; that is another preview.
    let (run, pdf) = previewed(&edition, "overview", &[]);
    assert!(run.code == 0 && pdf.is_some(), "{}", run.stderr);
    let (run, pdf) = previewed(&edition, "projects/1", &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(pdf, sound);
    assert!(run.stderr.contains("다른 절에 잘못 1건, 주의 0건"), "{}", run.stderr);
    assert!(run.stderr.contains("‘bogo check edition’"), "{}", run.stderr);
    assert!(!run.stderr.contains("budget.json"), "{}", run.stderr);
    let (run, pdf) = previewed(&edition, "projects/1", &["--force"]);
    assert_eq!((run.code, pdf), (0, sound), "{}", run.stderr);
}

#[test]
fn errors_of_what_the_pages_show_keep_a_preview_from_being_made() {
    let sections = [
        ("chart", r#"{ "body": [{ "kind": "organisation" }] }"#),
        ("figure", r#"{ "body": ["예산은 {=예산.합계.2025년}천원"] }"#),
        ("plain", r#"{ "body": ["아무 수치도 없음"] }"#),
    ];
    let edition = Edition::starter();
    let report = fs::read_to_string(edition.path().join("report.json")).expect("the report");
    let report = report.replace(
        "\"overview.json\"",
        "\"overview.json\"] }, { \"title\": \"더\", \"sections\": [\"chart.json\"] }, \
         { \"title\": \"덤\", \"sections\": [\"figure.json\"] }, \
         { \"title\": \"또\", \"sections\": [\"plain.json\"",
    );
    edition.write("report.json", report);
    for (name, text) in sections {
        edition.write(&format!("{name}.json"), text);
    }
    let budget = fs::read_to_string(edition.path().join("budget.json")).expect("the budget");
    let overview = fs::read_to_string(edition.path().join("overview.json")).expect("a text");
    // What is wrong, and which of the sections show something of it.
    for (file, text, shown_in) in [
        ("budget.json", "{".to_owned(), ["figure"]),
        ("overview.json", "{".to_owned(), ["chart"]),
        ("budget.json", budget.replacen("\"amounts\": [", "\"amounts\": [\"12\", ", 1), ["figure"]),
        ("overview.json", overview.replacen("\"name\"", "\"nane\"", 1), ["chart"]),
    ] {
        let before = fs::read_to_string(edition.path().join(file)).expect("a text");
        assert_ne!(before, text, "{file}");
        edition.write(file, text);
        for (name, _) in sections {
            let (run, pdf) = previewed(&edition, name, &[]);
            assert_eq!(pdf.is_none(), shown_in.contains(&name), "{name}: {}", run.stderr);
        }
        edition.write(file, before);
    }
}

#[test]
fn a_preview_speaks_of_its_section_and_counts_the_rest() {
    let edition = Edition::copy_of(&repository().join("content/2024-q3"));
    let (run, _) = previewed(&edition, "budget", &[]);
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert!(lines[0].starts_with("주의["), "{}", run.stderr);
    assert!(lines.len() <= 6, "{}", run.stderr);
    assert!(run.stderr.contains("다른 절에 잘못 0건, 주의 "), "{}", run.stderr);
    let (run, _) = previewed(&edition, "budget", &["--warnings"]);
    assert!(run.stderr.contains("budget.json:"), "{}", run.stderr);
    assert!(!run.stderr.contains("projects/"), "{}", run.stderr);
}

#[test]
fn a_preview_is_not_written_over_data() {
    let edition = Edition::starter();
    let run = preview(&edition, &["budget", "edition", "-o", "edition/budget.json"]);
    assert_eq!(run.code, 2);
    let run = preview(
        &edition,
        &["budget", "edition", "-o", "edition/images/example.png", "--format", "svg"],
    );
    assert_eq!(run.code, 2, "{}", run.stderr);
}

#[test]
fn a_cut_edition_needs_only_its_own_pictures() {
    let edition = repository().join("content/2024-q3");
    let mut session = bogo::Session::of_section(&edition, "budget");
    session.set().expect("an outcome");
    assert!(session.project().all(|(path, _)| !path.starts_with("edition/pictures/")));
    let mut session = bogo::Session::new(&edition, Purpose::Screen);
    session.set().expect("an outcome");
    let all = session.project().filter(|(path, _)| path.starts_with("edition/pictures/"));
    assert!(all.count() > 20);
}

#[test]
fn a_preview_has_the_chapter_that_runs_on_below_its_section() {
    let edition = Edition::starter();
    let report = r#"{ "title": "보고", "date": "2025-03-31", "organisation": "○○시",
        "department": "○○과", "chapters": [
            { "title": "앞 장", "sections": [{ "title": "처음", "body": ["글"] }] },
            { "title": "잇는 장", "new_page": false, "sections": [{ "title": "둘째", "body": ["글"] },
                { "title": "새 쪽", "head": "page", "body": ["글"] }] },
            { "title": "뒤 장", "sections": [{ "title": "끝", "body": ["글"] }] }] }"#;
    edition.write("report.json", report);
    let (whole, _) = edition.set();
    let whole = whole.expect("pages").page_hashes();
    let (cut, pages) = section(&edition.path(), "처음");
    assert_eq!(pages, 1..=1);
    assert_eq!(cut.page_count(), 1);
    assert!(whole.contains(&cut.page_hashes()[0]), "the page looks otherwise");
}
