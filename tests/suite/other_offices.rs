//! The reports of two more offices: a city's transport bureau, an arts
//! foundation's team. Their words were read off the published texts.

use std::path::PathBuf;

use crate::fixture::{missing_words, proof, repository, squeezed};
use crate::pdf::Pdf;

const TRANSPORT: &str = "namyangju-transport-2026-08";
const ARTS: &str = "jeonnam-arts-2019";

fn folder(name: &str) -> PathBuf {
    repository().join("content").join(name)
}

/// How often each of these characters stands in a text.
fn counted(text: &str, characters: &str) -> Vec<(char, usize)> {
    characters.chars().map(|sign| (sign, text.chars().filter(|c| *c == sign).count())).collect()
}

#[test]
fn each_says_everything_that_was_published() {
    for name in [TRANSPORT, ARTS] {
        let proof = proof(&folder(name));
        assert!(proof.overrun() < 0.01, "{name}: text leaves a page");
        let missing = missing_words(name, &proof.page_texts());
        assert!(missing.is_empty(), "{name}: {missing:#?}");
    }
}

#[test]
fn odd_characters_are_read_back_as_they_were_written() {
    let arts = Pdf::of_edition(&folder(ARTS), &[]);
    let text: String = (0..arts.page_count()).map(|page| arts.copied(page)).collect();
    assert!(text.contains("기획운\u{302e}영"), "the tone mark");
    let counts = counted(&text, "\u{302e}\u{2024}\u{30fb}\u{318d}");
    assert_eq!(counts, [('\u{302e}', 1), ('\u{2024}', 1), ('\u{30fb}', 1), ('\u{318d}', 3)]);
    let transport = Pdf::of_edition(&folder(TRANSPORT), &[]);
    let text: String = (0..transport.page_count()).map(|page| transport.copied(page)).collect();
    // Thirteen strips have a ☎ for bureau and department each, the table of
    // departments five, each numbered page one at its foot.
    let numbered = transport.page_count() - 1;
    let counts = counted(&text, "\u{ff0a}\u{2027}\u{223c}☎☞");
    let telephones = 2 * 13 + 5 + numbered;
    assert_eq!(
        counts,
        [('\u{ff0a}', 1), ('\u{2027}', 1), ('\u{223c}', 1), ('☎', telephones), ('☞', 3)]
    );
}

#[test]
fn the_transport_report_has_a_page_for_each_project_and_one_for_its_map() {
    let pdf = Pdf::of_edition(&folder(TRANSPORT), &[]);
    let outline = pdf.outline();
    let page_of = |title: &str| {
        let entry = outline.iter().find(|entry| entry.title.starts_with(title));
        entry.map(|entry| entry.page).unwrap_or_else(|| panic!("no {title}"))
    };
    let pages = proof(&folder(TRANSPORT)).page_texts();
    for (project, next) in [("2-⑥", "2-⑦"), ("3-①", "3-②"), ("3-④", "3-⑤")] {
        let map = page_of(project) + 1;
        assert_eq!(page_of(next), map + 1, "{project}");
        assert!(squeezed(&pages[map]).starts_with("■위치도"), "{project}: {}", pages[map]);
    }
    let summary = page_of("1. 「교통국」");
    let heads = pages[summary..page_of("2-①")].iter().filter(|page| {
        let page = squeezed(page);
        page.contains("사업유형") && page.contains("참고사진")
    });
    assert!(heads.count() >= 3, "the head of the long table is repeated");
    assert!(outline.iter().all(|entry| !entry.title.contains("일반현황")));
}

#[test]
fn blank_dash_and_nought_are_kept_apart() {
    let text = proof(&folder(ARTS)).page_texts().concat();
    let budget = &text[text.find("재원 미기재").expect("the budget")..];
    let row = |name: &str, next: &str| {
        let (from, to) = (budget.find(name), budget.find(next));
        let row = &budget[from.expect("a row") + name.len()..to.expect("the next")];
        row.split_whitespace().collect::<Vec<_>>()
    };
    let seasons = "세시풍속·마을문화 지원사업";
    let interns = "문화예술교육사 인턴십 지원사업";
    assert_eq!(row("유아 문화예술교육", interns), ["300", "150", "150", "-"]);
    assert_eq!(row(interns, seasons), ["240", "120", "120", "-"]);
    let last: Vec<&str> = budget[budget.find(seasons).expect("a row")..].lines().skip(1).collect();
    assert_eq!(last.join(" ").split_whitespace().take(2).collect::<Vec<_>>(), ["60", "60"]);
}
