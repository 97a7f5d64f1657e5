//! A laid-out edition, and the files made of it.

use typst::foundations::Smart;
use typst::layout::{Frame, FrameItem, Point};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_render::RenderOptions;

use crate::boxes;
use crate::standards::Standards;
use crate::world::Purpose;

/// The pages of an edition.
pub struct Proof {
    document: PagedDocument,
    purpose: Purpose,
}

/// Why no file could be made of a proof.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A page breaks a rule of the standard; holds the compiler's words, one
    /// for each rule broken.
    #[error("the pages do not meet the standard: {}", .0.join("; "))]
    Standard(Vec<String>),
    /// The boxes of a print PDF could not be written.
    #[error("the boxes of the printing house could not be written: {0}")]
    Boxes(String),
    /// There is no page with this number, counted from 1.
    #[error("there is no page {0}")]
    NoPage(usize),
    /// A page could not be encoded as PNG.
    #[error("the page could not be encoded: {0}")]
    Png(String),
}

impl Proof {
    pub(crate) fn new(document: PagedDocument, purpose: Purpose) -> Self {
        Self { document, purpose }
    }

    /// How many pages there are.
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }

    /// The words of each page in the order in which they are painted.
    pub fn page_texts(&self) -> Vec<String> {
        let text_of = |page: &typst_layout::Page| {
            let mut text = String::new();
            for item in items(&page.frame) {
                if let FrameItem::Text(item) = item.1 {
                    text.push_str(&item.text);
                    text.push('\n');
                }
            }
            text
        };
        self.document.pages().iter().map(text_of).collect()
    }

    /// The largest distance, in points, by which anything printed leaves a
    /// page, over all pages; 0 if nothing does.
    pub fn overrun(&self) -> f64 {
        let mut overrun: f64 = 0.0;
        for page in self.document.pages() {
            let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
            for (at, item) in items(&page.frame) {
                let FrameItem::Text(text) = item else { continue };
                let right = at.x.to_pt() + text.width().to_pt();
                overrun = overrun.max(right - width).max(at.y.to_pt() - height);
                overrun = overrun.max(-at.x.to_pt());
            }
        }
        overrun
    }

    /// The PDF. The same proof gives the same bytes, always.
    ///
    /// # Errors
    /// When a page breaks a rule of the standards.
    pub fn pdf(&self, standards: &Standards) -> Result<Vec<u8>, ExportError> {
        let options = PdfOptions {
            creator: Smart::Custom(Some(concat!("bogo ", env!("CARGO_PKG_VERSION")).to_owned())),
            standards: standards.list.clone(),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&self.document, &options).map_err(|errors| {
            ExportError::Standard(errors.iter().map(|error| error.message.to_string()).collect())
        })?;
        match self.purpose {
            Purpose::Screen => Ok(pdf),
            Purpose::Print => boxes::add_bleed_boxes(&pdf),
        }
    }

    /// A page, counted from 1, as PNG.
    ///
    /// # Errors
    /// When there is no such page, or when it cannot be encoded.
    pub fn png(&self, page: usize, pixels_per_inch: f64) -> Result<Vec<u8>, ExportError> {
        let index = page.checked_sub(1).ok_or(ExportError::NoPage(page))?;
        let page = self.document.pages().get(index).ok_or(ExportError::NoPage(page))?;
        let options = RenderOptions {
            pixel_per_pt: (pixels_per_inch / 72.0).into(),
            render_bleed: self.purpose == Purpose::Print,
        };
        typst_render::render(page, &options)
            .encode_png()
            .map_err(|error| ExportError::Png(error.to_string()))
    }
}

/// Everything on a frame, with its place on the page. Turned and scaled groups
/// are placed by their corner only.
fn items(frame: &Frame) -> Vec<(Point, &FrameItem)> {
    let mut all = Vec::new();
    gather(frame, Point::zero(), &mut all);
    all
}

fn gather<'f>(frame: &'f Frame, origin: Point, all: &mut Vec<(Point, &'f FrameItem)>) {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match item {
            FrameItem::Group(group) => gather(&group.frame, at, all),
            item => all.push((at, item)),
        }
    }
}
