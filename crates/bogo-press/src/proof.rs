//! A laid-out edition.

use std::ops::RangeInclusive;

use bogo_model::check::pages::{Laid, LaidLine};
use rayon::prelude::*;
use typst::layout::{Abs, FrameItem};
use typst::utils::hash128;
use typst_layout::PagedDocument;

use crate::pages::frames::items;
use crate::pages::look::Look;
use crate::pages::printed::{Printed, printed};
use crate::pages::{extent, laid};
use crate::purpose::Purpose;
use crate::traced::Traced;

/// The pages of an edition.
pub struct Proof {
    pub(crate) document: PagedDocument,
    pub(crate) purpose: Purpose,
    /// The pages that came out otherwise each time they were laid out.
    unsettled: Option<Vec<usize>>,
    /// The texts of the code that was laid out.
    texts: Traced,
}

impl Proof {
    pub(crate) fn new(
        document: PagedDocument,
        purpose: Purpose,
        unsettled: Option<Vec<usize>>,
        texts: Traced,
    ) -> Self {
        Self { document, purpose, unsettled, texts }
    }

    /// How many pages there are.
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }

    /// A hash of what each page shows. Pages that look the same have the same,
    /// wherever they stand in the report and whatever else is in it.
    pub fn page_hashes(&self) -> Vec<u128> {
        let hash = |page: &typst_layout::Page| hash128(&(Look(&page.frame), &page.fill));
        self.document.pages().par_iter().map(hash).collect()
    }

    /// The words of each page in the order in which they are painted, without
    /// the spaces of no width, which are for readers of the file.
    pub fn page_texts(&self) -> Vec<String> {
        let text_of = |page: &typst_layout::Page| {
            let mut text = String::new();
            for item in items(&page.frame) {
                if let FrameItem::Text(item) = item.1
                    && (item.width() > Abs::zero() || item.text != " ")
                {
                    text.push_str(&item.text);
                    text.push('\n');
                }
            }
            text
        };
        self.document.pages().iter().map(text_of).collect()
    }

    /// What stands where on the pages, for the rules of the page.
    pub fn laid(&self) -> Laid {
        Laid { unsettled: self.unsettled.clone(), ..laid::laid(&self.document, &self.texts) }
    }

    /// Which characters of the edition are printed where on a page, counted from
    /// 1; nothing if there is no such page. What stands at a point comes from
    /// there, and what is typed somewhere stands at these places: a title, say,
    /// in its place and in the table of contents.
    pub fn printed(&self, page: usize) -> Vec<Printed> {
        let page = page.checked_sub(1).and_then(|index| self.document.pages().get(index));
        page.map(|page| printed(&page.frame, &self.texts)).unwrap_or_default()
    }

    /// The largest distance, in points, by which anything printed leaves the
    /// paper, over all pages; 0 if nothing does.
    pub fn overrun(&self) -> f64 {
        let overruns = self.laid().pages.into_iter().flat_map(|page| {
            let texts = page.texts.iter().map(|text| text.area);
            let pictures = page.pictures.iter().map(|picture| picture.area);
            let lines = page.lines.iter().map(LaidLine::area);
            let all: Vec<f64> =
                texts.chain(pictures).chain(lines).map(|own| page.paper.overrun(&own)).collect();
            all
        });
        overruns.fold(0.0, f64::max)
    }

    /// The pages, counted from 1, on which a section stands, alone or with
    /// others; `None` if the edition has no section with this path.
    pub fn section_pages(&self, path: &str) -> Option<RangeInclusive<usize>> {
        let pages = extent::pages_of(&self.document, path)?;
        Some(pages.start() + 1..=pages.end() + 1)
    }

    /// The number by which readers know a page, counted from 1: the one at its
    /// foot, where pages are counted from the first numbered one.
    pub fn printed_number(&self, page: usize) -> Option<u64> {
        Some(self.document.pages().get(page.checked_sub(1)?)?.number)
    }
}
