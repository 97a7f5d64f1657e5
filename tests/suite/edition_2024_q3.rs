//! The first real report: 소통담당관, 금천구, third quarter of 2024.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use crate::fixture::{first_report, missing_words, proof, repository, squeezed};
use crate::pdf::{Pdf, outline_titles};

/// The report, built once for all tests of this room.
static PDF: LazyLock<Vec<u8>> =
    LazyLock::new(|| Pdf::of_edition(&first_report(), &[]).bytes().to_vec());

fn pdf() -> Pdf {
    Pdf::read(PDF.clone())
}

#[test]
fn it_has_nineteen_pages_with_projects_on_6_11_and_15() {
    let pdf = pdf();
    assert_eq!(pdf.page_count(), 19);
    let outline = pdf.outline();
    let page_of = |title: &str| {
        let entry = outline.iter().find(|entry| entry.title == title);
        entry.map(|entry| pdf.page_label(entry.page)).unwrap_or_else(|| panic!("no {title}"))
    };
    assert_eq!(page_of("Ⅰ. 일반현황"), "1");
    assert_eq!(page_of("Ⅱ. 부서별 주요업무계획"), "3");
    assert_eq!(page_of("1 금천의 가치를 더하는 도시브랜드 확산"), "6");
    assert_eq!(page_of("2 참여와 소통으로 함께하는 공감 홍보"), "11");
    assert_eq!(page_of("3 정보취약계층 디지털 교육 강화사업"), "15");
    assert_eq!(pdf.page_label(18), "17");
}

#[test]
fn the_contents_and_the_list_of_projects_say_the_pages_that_are() {
    let texts = proof(&first_report()).page_texts();
    let contents = squeezed(&texts[1]);
    assert!(contents.contains("일반현황") && contents.contains("부서별주요업무계획"), "{contents}");
    let list: Vec<&str> = texts[6].lines().map(str::trim).collect();
    for page in ["6", "11", "15"] {
        assert!(list.contains(&page), "{page} is not in {list:?}");
    }
    let blank = squeezed(&texts[3]);
    assert_eq!(blank, "", "page 2 is blank");
    assert_eq!(texts[2].lines().last().map(squeezed).as_deref(), Some("-1-"));
}

/// `tests/references/2024-q3.txt` holds the printed report's own words, read
/// off its pages and corrected, a line for each piece of text.
#[test]
fn it_says_everything_that_the_printed_report_says() {
    let missing = missing_words("2024-q3", &proof(&first_report()).page_texts());
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_line_ends_inside_a_word() {
    let words = fs::read_to_string(repository().join("tests/references/2024-q3.txt"));
    let words = words.expect("the words");
    let known: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let pdf = pdf();
    let mut broken = Vec::new();
    for page in 2..pdf.page_count() {
        let lines = pdf.lines(page);
        for pair in lines.windows(2) {
            let (Some(last), Some(first)) =
                (pair[0].split_whitespace().last(), pair[1].split_whitespace().next())
            else {
                continue;
            };
            let hangul = |c: Option<char>| c.is_some_and(|c| ('가'..='힣').contains(&c));
            let joined = format!("{last}{first}");
            if hangul(last.chars().last())
                && hangul(first.chars().next())
                && known.contains(&joined)
                && !known.iter().any(|word| word == last)
            {
                broken.push(joined);
            }
        }
    }
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn its_bookmarks_are_its_headings_with_their_numbers() {
    let pdf = pdf();
    let reference = repository().join("tests/references/2024-q3-bookmarks.txt");
    crate::fixture::expect_text(&reference, &outline_titles(&pdf));
}

#[test]
fn no_text_leaves_its_page() {
    assert!(proof(&first_report()).overrun() < 0.01);
}

#[test]
fn pictures_carry_neither_position_nor_camera() {
    let pdf = pdf();
    for needle in [&b"Exif\0"[..], b"GPSLatitude", b"Sample Phone"] {
        let found = pdf.bytes().windows(needle.len()).any(|window| window == needle);
        assert!(!found, "{}", String::from_utf8_lossy(needle));
    }
}

#[test]
fn title_author_language_and_date_are_those_of_the_report() {
    let pdf = pdf();
    assert_eq!(pdf.language().as_deref(), Some("ko-KR"));
    assert_eq!(pdf.property("Title"), "2024년 주요업무 진행사항 보고");
    assert_eq!(pdf.property("Author"), "금천구 소통담당관");
    let date = pdf.property("CreationDate");
    assert!(date.starts_with("D:20240930"), "{date}");
    assert!(pdf.shows_title());
}

#[test]
fn it_declares_both_standards() {
    let pdf = pdf();
    let xml = pdf.metadata();
    for claim in ["pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"] {
        assert!(xml.contains(claim), "{claim} is not in {xml}");
    }
    let archive = Pdf::of_edition(&first_report(), &["--standard", "a-1a"]);
    assert!(archive.bytes().starts_with(b"%PDF-1.4"));
}

#[test]
fn the_tags_say_what_things_are() {
    let pdf = pdf();
    let structure = pdf.structure();
    let all = structure.flat();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for element in &all {
        *counts.entry(element.kind.as_str()).or_default() += 1;
    }
    let count = |kind: &str| counts.get(kind).copied().unwrap_or_default();
    assert_eq!((count("H1"), count("H2")), (2, 7), "{counts:?}");
    assert!(count("H3") >= 13 && count("H4") >= 15, "{counts:?}");
    assert_eq!(count("TOC"), 1);
    assert_eq!(count("TOCI"), 2);
    assert!(count("LI") > 80 && count("LI") == count("LBody") && count("LI") == count("Lbl"));
    assert!(count("Table") >= 15 && count("TH") > 100 && count("TD") > 100, "{counts:?}");
    assert!(count("Caption") >= 20, "{counts:?}");
    for figure in all.iter().filter(|element| element.kind == "Figure") {
        let alt = figure.alt.as_deref().unwrap_or_default();
        assert!(alt.chars().count() >= 5, "a figure without alternative text");
    }
    // What the pictures of the short videos say stands in their alternative text.
    let alts: String = all.iter().filter_map(|element| element.alt.as_deref()).collect();
    for words in ["금나래의 지갑", "[구독이벤트] 수수수수퍼노바", "난 그저 별을 눌렀을 뿐인데"]
    {
        assert!(alts.contains(words), "{words} is not in {alts}");
    }
}

#[test]
fn headings_do_not_skip_a_level() {
    let pdf = pdf();
    let structure = pdf.structure();
    let mut before = 0;
    for element in structure.flat() {
        let Some(level) = element.kind.strip_prefix('H').and_then(|level| level.parse().ok())
        else {
            continue;
        };
        assert!(level <= before + 1, "H{level} follows H{before}");
        before = level;
    }
    assert_eq!(pdf.outline().iter().map(|bookmark| bookmark.depth).max(), Some(3));
}

#[test]
fn contents_and_project_list_lead_to_their_pages() {
    let pdf = pdf();
    let labels = |page: usize| {
        let mut labels: Vec<String> =
            pdf.links(page).into_iter().map(|target| pdf.page_label(target)).collect();
        labels.dedup();
        labels
    };
    assert_eq!(labels(1), ["1", "3"]);
    for label in ["6", "11", "15"] {
        assert!(labels(6).contains(&label.to_owned()), "{:?}", labels(6));
    }
}

#[test]
fn every_font_is_embedded() {
    let pdf = pdf();
    let fonts = pdf.fonts_embedded();
    assert!(fonts.iter().all(|(_, is_embedded)| *is_embedded), "{fonts:?}");
    assert!(fonts.len() >= 4, "{fonts:?}");
}
