//! The files that are made of a proof: PDF, PNG and SVG.

use std::num::NonZeroUsize;
use std::ops::RangeInclusive;

use rayon::prelude::*;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::layout::PageRanges;
use typst_pdf::PdfOptions;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use crate::pdf::objects::Objects;
use crate::pdf::{fonts, pack, print, structure};
use crate::proof::Proof;
use crate::purpose::Purpose;
use crate::standards::Standards;

/// Why no file could be made of a proof.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A page breaks a rule of the standard; holds the compiler's words, one
    /// for each rule broken.
    #[error("the pages do not meet the standard: {}", .0.join("; "))]
    Standard(Vec<String>),
    /// The compiler wrote a file that is laid out as none before it, or one of
    /// more than four gigabytes.
    #[error("the compiler's file could not be taken apart")]
    Layout,
    /// The compiler's file could not be made one for a printing house.
    #[error("the file for the printing house could not be written")]
    Print,
    /// The pages are for a PDF only.
    #[error("these pages were made for a PDF only")]
    PdfOnly,
    /// There is no page with this number, counted from 1.
    #[error("there is no page {0}")]
    NoPage(usize),
    /// A page could not be encoded as PNG.
    #[error("the page could not be encoded: {0}")]
    Png(String),
}

impl Proof {
    /// The PDF. The same proof gives the same bytes, always. Of pages for a
    /// printing house it is [`Standards::x_4`], or the same without saying so.
    ///
    /// # Errors
    /// When a page breaks a rule of the standards.
    pub fn pdf(&self, standards: &Standards) -> Result<Vec<u8>, ExportError> {
        if self.purpose == Purpose::Print {
            let pdf = self.exported(&Standards::x_4())?;
            let mut objects = Objects::read(&pdf).ok_or(ExportError::Layout)?;
            structure::mend(&mut objects);
            fonts::simplify(&mut objects);
            print::finish(&mut objects, standards.printing).ok_or(ExportError::Print)?;
            return Ok(objects.written());
        }
        let pdf = self.exported(standards)?;
        let mut objects = Objects::read(&pdf).ok_or(ExportError::Layout)?;
        if !standards.accessible {
            // Pages that PDF/UA would refuse do without what it tells.
            let accessible = self.exported(&Standards::accessible()).ok();
            let accessible = accessible.as_deref().and_then(Objects::read);
            structure::complete(&mut objects, accessible.as_ref());
        }
        structure::mend(&mut objects);
        fonts::simplify(&mut objects);
        match objects.is_old() {
            true => Ok(objects.written()),
            false => pack::packed(&objects).ok_or(ExportError::Layout),
        }
    }

    /// The PDF as the compiler writes it.
    fn exported(&self, standards: &Standards) -> Result<Vec<u8>, ExportError> {
        let options = PdfOptions {
            creator: creator(),
            standards: standards.list.clone(),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| standard_error(&errors))
    }

    /// Some pages, counted from 1, as a PDF for a look: without the tags and
    /// the standards that only a whole report can meet.
    ///
    /// # Errors
    /// When the compiler refuses a page.
    pub fn pdf_of(&self, pages: RangeInclusive<usize>) -> Result<Vec<u8>, ExportError> {
        let ends = [*pages.start(), *pages.end()].map(NonZeroUsize::new);
        let options = PdfOptions {
            creator: creator(),
            page_ranges: Some(PageRanges::new(vec![ends[0]..=ends[1]])),
            tagged: false,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| standard_error(&errors))
    }

    /// A page, counted from 1, as SVG.
    ///
    /// # Errors
    /// When there is no such page, or the pages are for a PDF only.
    pub fn svg(&self, page: usize) -> Result<String, ExportError> {
        Ok(typst_svg::svg(self.page(page)?, &SvgOptions::default()))
    }

    /// Some pages, counted from 1, as SVG each: [`Self::svg`] on all cores.
    ///
    /// # Errors
    /// When one of them does not exist, or they are for a PDF only.
    pub fn svgs(&self, pages: &[usize]) -> Result<Vec<String>, ExportError> {
        pages.par_iter().map(|page| self.svg(*page)).collect()
    }

    /// A page, counted from 1, as PNG.
    ///
    /// # Errors
    /// When there is no such page, when it cannot be encoded, or when the pages
    /// are for a PDF only.
    pub fn png(&self, page: usize, pixels_per_inch: f64) -> Result<Vec<u8>, ExportError> {
        let page = self.page(page)?;
        let options = RenderOptions {
            pixel_per_pt: (pixels_per_inch / 72.0).into(),
            ..RenderOptions::default()
        };
        typst_render::render(page, &options)
            .encode_png()
            .map_err(|error| ExportError::Png(error.to_string()))
    }

    /// A page that may be shown by itself.
    fn page(&self, page: usize) -> Result<&typst_layout::Page, ExportError> {
        if self.purpose.is_pdf() {
            return Err(ExportError::PdfOnly);
        }
        let index = page.checked_sub(1).ok_or(ExportError::NoPage(page))?;
        self.document.pages().get(index).ok_or(ExportError::NoPage(page))
    }
}

/// The program's name in the properties of what it makes.
fn creator() -> Smart<Option<String>> {
    Smart::Custom(Some(concat!("bogo ", env!("CARGO_PKG_VERSION")).to_owned()))
}

fn standard_error(errors: &[SourceDiagnostic]) -> ExportError {
    ExportError::Standard(errors.iter().map(|error| error.message.to_string()).collect())
}
