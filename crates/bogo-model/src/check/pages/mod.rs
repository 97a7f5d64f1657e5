//! What became of the pages after setting, and which data it comes from.

mod characters;
pub(super) mod cover;
pub(super) mod empty;
mod faults;
#[cfg(test)]
pub(super) mod fixture;
pub(super) mod headings;
mod laid;
mod lost;
pub(super) mod low_resolution;
pub(super) mod missing_alt;
pub(super) mod no_glyph;
pub(super) mod overflow;
mod private_use;
pub(super) mod projects;
pub(super) mod rows;
pub(super) mod syllable;
mod unsettled;
pub(super) mod wide;

use std::collections::BTreeMap;

pub use self::characters::is_readable;
use super::list::LIST;
use super::listed::reads;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::edition::{Edition, Passage, Section, Words};
use crate::json::{Documents, Span};
use crate::manuscript::REPORT;
use crate::resolve::rooms::PT_PER_MM;
use crate::theme::Geometry;
pub use laid::{
    Area, Laid, LaidFill, LaidLine, LaidPage, LaidPicture, LaidText, Layer, Owner, PageKind,
};

/// A project of more pages than this is long, unless the report says another
/// number.
pub const MOST_PROJECT_PAGES: u32 = 10;

/// Checks the pages of an edition by all rules of the page. `most_pages` is
/// how many pages a project may have, where the report says it.
pub fn check(
    edition: &Edition,
    laid: &Laid,
    documents: &Documents,
    most_pages: Option<u32>,
) -> Vec<Diagnostic> {
    let most_pages = most_pages.unwrap_or(MOST_PROJECT_PAGES) as usize;
    let pages = Pages::new(edition, laid, documents, most_pages);
    let of = |severity: Severity| {
        let own = LIST.iter().filter(move |listed| listed.rule.severity == severity);
        own.flat_map(|listed| listed.checks).filter_map(reads!(Pages))
    };
    // Where two stand at one place, what is wrong is told first.
    let reads = of(Severity::Error).chain(of(Severity::Warning));
    reads.flat_map(|read| read(&pages)).chain(unsettled::findings(&pages)).collect()
}

/// What the rules of the page read.
pub(super) struct Pages<'r> {
    edition: &'r Edition,
    laid: &'r Laid,
    documents: &'r Documents,
    /// The sections by their place in [`Laid::sections`].
    sections: Vec<Option<&'r Section>>,
    /// Their passages by their numbers.
    passages: Vec<Vec<&'r Passage>>,
    /// What is written of each passage, with the index of its page.
    texts: BTreeMap<Owner, Vec<(usize, &'r LaidText)>>,
    /// The marks of each passage, by the indices of their pages.
    marks: BTreeMap<Owner, Vec<usize>>,
    geometry: Geometry,
    /// How many pages a project may have.
    most_pages: usize,
}

impl<'r> Pages<'r> {
    fn new(
        edition: &'r Edition,
        laid: &'r Laid,
        documents: &'r Documents,
        most_pages: usize,
    ) -> Self {
        let sections: BTreeMap<&str, &Section> =
            edition.sections().map(|section| (section.id.as_str(), section)).collect();
        let section = |id: &String| sections.get(id.as_str()).copied();
        let sections: Vec<Option<&Section>> = laid.sections.iter().map(section).collect();
        let mut pages = Self {
            edition,
            laid,
            documents,
            passages: sections
                .iter()
                .map(|own| own.map_or(Vec::new(), Section::passages))
                .collect(),
            sections,
            texts: BTreeMap::new(),
            marks: BTreeMap::new(),
            geometry: Geometry::of(&edition.theme),
            most_pages,
        };
        for (index, page) in laid.pages.iter().enumerate() {
            for owner in &page.marks {
                pages.marks.entry(*owner).or_default().push(index);
            }
            for text in &page.texts {
                if let Some(owner) = text.owner {
                    pages.texts.entry(owner).or_default().push((index, text));
                }
            }
        }
        pages
    }

    /// The part of a page that its margins leave.
    fn body(&self, page: &LaidPage) -> Area {
        let (geometry, paper) = (&self.geometry, &page.paper);
        let (width, height) = match paper.width() > paper.height() {
            true => (geometry.landscape_width_mm, geometry.body_width_mm),
            false => (geometry.body_width_mm, geometry.body_height_mm),
        };
        let (left, top) = match paper.width() > paper.height() {
            true => (geometry.top_mm, paper.height() / PT_PER_MM / 2.0 - height / 2.0),
            false => (paper.width() / PT_PER_MM / 2.0 - width / 2.0, geometry.top_mm),
        };
        Area {
            left: left * PT_PER_MM,
            top: top * PT_PER_MM,
            right: (left + width) * PT_PER_MM,
            bottom: (top + height) * PT_PER_MM,
        }
    }

    /// What is written in the body of a page.
    fn texts_in_body(&self, page: &'r LaidPage) -> impl Iterator<Item = &'r LaidText> {
        let body = self.body(page);
        page.texts.iter().filter(move |text| body.holds(&text.area))
    }

    /// What is written of these passages of a section, each text with the page
    /// that it stands on.
    fn texts_of(
        &self,
        section: usize,
        passages: impl Iterator<Item = usize>,
    ) -> impl Iterator<Item = (usize, &'r LaidText)> {
        let owners = passages.map(move |passage| Owner { section, passage });
        owners.filter_map(|owner| self.texts.get(&owner)).flatten().copied()
    }

    /// The section at an index, if it is one of the edition.
    fn section(&self, index: usize) -> Option<&'r Section> {
        self.sections.get(index).copied().flatten()
    }

    fn passage(&self, owner: Owner) -> Option<&'r Passage> {
        self.passages.get(owner.section)?.get(owner.passage).copied()
    }

    /// Where a passage stands in the files: its words, or where it begins.
    fn place(&self, owner: Owner) -> Option<Place> {
        let passage = self.passage(owner)?;
        let span = match passage.kind.words() {
            Words::Head | Words::Flowing => passage.span,
            Words::Cells | Words::Captions => Span { end: passage.span.start + 1, ..passage.span },
        };
        // What bogo puts in for something missing stands nowhere.
        (passage.span != Span::default()).then(|| self.documents.place(span))
    }

    /// The string that says these words, or where their passage begins. Words
    /// that belong to no passage are the report's: its title, its chapters'.
    fn place_saying(&self, owner: Option<Owner>, words: &str) -> Option<Place> {
        if let Some(owner) = owner {
            let own = self.passage(owner).filter(|_| !words.is_empty());
            let said = own.and_then(|passage| self.documents.saying(passage.span, words));
            return said.map(|span| self.documents.place(span)).or_else(|| self.place(owner));
        }
        let says = words.chars().any(|own| own.is_alphabetic());
        let files = 0..self.documents.iter().count() as u32;
        let mut order: Vec<u32> = files.collect();
        order.sort_by_key(|file| self.documents.get(*file).path != REPORT);
        let whole = |file: &u32| Span { file: *file, start: 0, end: u32::MAX };
        let mut spans = order.iter().filter(|_| says).map(whole);
        let said = spans.find_map(|span| self.documents.saying(span, words));
        let report = order.first().map(|file| self.documents.whole(*file));
        said.map(|span| self.documents.place(span)).or(report)
    }

    /// How readers call the page with this index, Korean and English.
    fn name(&self, page: usize) -> (String, String) {
        let is_front = self.laid.pages.get(page).is_some_and(|page| page.kind == PageKind::Front);
        let number = self.number(page);
        match is_front {
            true => (
                format!("표지부터 세어 {}쪽", page + 1),
                format!("page {} from the cover", page + 1),
            ),
            false => (format!("{number}쪽"), format!("page {number}")),
        }
    }

    /// The number that is printed on the page with this index.
    fn number(&self, page: usize) -> u64 {
        self.laid.pages.get(page).map_or(0, |page| page.number)
    }
}
