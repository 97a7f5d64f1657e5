//! Pages for the examples of rules: a section whose items stand on them line
//! by line.

use super::{Area, Laid, LaidPage, LaidText, Layer, Owner};

/// An A4 sheet, in points.
const PAPER: Area = Area { left: 0.0, top: 0.0, right: 595.3, bottom: 841.9 };

/// Where the first line of a page stands, and how far the next is from it, in
/// points.
const FIRST_LINE: f64 = 120.0;
const NEXT_LINE: f64 = 24.0;

/// What a line begins with on which the passage before it goes on.
const GOES_ON: char = '…';

/// Pages, and what they are pages of.
pub(in crate::check) struct Set {
    /// The body of the only section of the usual report, as JSON.
    pub body: String,
    /// Files of the edition by path; `report.json` has the members in which it
    /// differs from the usual one.
    pub files: &'static [(&'static str, &'static str)],
    /// The pages.
    pub laid: Laid,
}

impl Set {
    /// These pages, of a section with this body.
    pub(super) fn of(self, body: impl Into<String>) -> Self {
        Self { body: body.into(), ..self }
    }

    /// These pages, of an edition with these files.
    pub(super) fn of_files(self, files: &'static [(&'static str, &'static str)]) -> Self {
        Self { files, ..self }
    }

    /// These pages, changed.
    pub(super) fn with(mut self, change: impl FnOnce(&mut [LaidPage])) -> Self {
        change(&mut self.laid.pages);
        self
    }
}

/// The words of each page, a line each. The section begins on the first page,
/// and each line is a passage of its own, the title first, but for those that
/// begin with an ellipsis. The section is an item with many more below it.
pub(in crate::check) fn pages(words: &[&[&str]]) -> Set {
    let mut next = 0;
    let pages = words.iter().zip(1..).map(|(lines, number)| {
        let mut page = LaidPage { number, paper: PAPER, ..LaidPage::default() };
        page.begins.extend((number == 1).then_some(0));
        let mut baseline = FIRST_LINE;
        for words in *lines {
            let begins = words.strip_prefix(GOES_ON);
            next += usize::from(begins.is_none());
            let owner = Owner { section: 0, passage: next - 1 };
            page.marks.push(owner);
            page.texts.push(line(begins.unwrap_or(words), baseline, owner));
            baseline += NEXT_LINE;
        }
        page
    });
    let pages = pages.collect();
    let items: Vec<String> = (1..40).map(|number| format!("\"항목 {number}\"")).collect();
    Set {
        body: format!("[{{ \"text\": \"추진사항\", \"body\": [{}] }}]", items.join(",")),
        files: &[],
        laid: Laid { pages, ..Laid::default() },
    }
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
