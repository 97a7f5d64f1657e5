//! Pages for the examples of rules: a section whose items stand on them line
//! by line.

use serde_json::{Value, json};

use super::{Area, Laid, LaidPage, LaidText, Layer, Owner};

/// An A4 sheet, in points.
const PAPER: Area = Area { left: 0.0, top: 0.0, right: 595.3, bottom: 841.9 };

/// Where the first line of a page stands, and how far the next is from it, in
/// points.
const FIRST_LINE: f64 = 120.0;
const NEXT_LINE: f64 = 24.0;

/// The body of the section of which the pages are: an item with more below it.
pub(in crate::check) fn body() -> Value {
    let items: Vec<String> = (1..40).map(|number| format!("항목 {number}")).collect();
    json!([{ "text": "추진사항", "body": items }])
}

/// The words of each page, a line each. The section begins on the first page,
/// and each line is a passage of its own, the title first.
pub(in crate::check) fn pages(words: &[&[&str]]) -> Laid {
    let mut passages = 0..;
    let pages = words.iter().zip(1..).map(|(lines, number)| {
        let mut page = LaidPage { number, paper: PAPER, ..LaidPage::default() };
        page.begins.extend((number == 1).then_some(0));
        let mut baseline = FIRST_LINE;
        for (words, passage) in lines.iter().zip(&mut passages) {
            let owner = Owner { section: 0, passage };
            page.marks.push(owner);
            page.texts.push(line(words, baseline, owner));
            baseline += NEXT_LINE;
        }
        page
    });
    Laid { pages: pages.collect(), ..Laid::default() }
}

/// A line of type of 14 points at the left margin.
fn line(words: &str, baseline: f64, owner: Owner) -> LaidText {
    let right = 100.0 + 14.0 * words.chars().count() as f64;
    LaidText {
        words: words.to_owned(),
        area: Area { left: 100.0, top: baseline - 12.0, right, bottom: baseline + 3.0 },
        baseline,
        size: 14.0,
        owner: Some(owner),
        layer: Layer::Body,
        is_cut: false,
    }
}
