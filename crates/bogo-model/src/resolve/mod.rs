//! From what was said to what is set: every decision is made here.

mod body;
mod budget;
mod characters;
mod columns;
mod context;
mod figures;
mod overview;
mod pictures;
mod report;
mod schedule;
mod table;
mod text;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnostic::{Diagnostic, Message};
use crate::edition::Edition;
use crate::manuscript::Manuscript;

/// What resolving has to know of the world beside the manuscript.
pub struct Facts<'a> {
    /// What is known of each picture file that the manuscript names.
    pub pictures: BTreeMap<String, PictureFact>,
    /// Paths of all files in the edition's folder, to suggest a name.
    pub files: Vec<String>,
    /// Whether a font has a glyph for the character.
    pub covers: &'a dyn Fn(char) -> bool,
    /// Measures of the theme.
    pub geometry: Geometry,
    /// Path of the theme among the template files.
    pub theme: String,
}

/// What is known of a picture file.
#[derive(Debug, Clone)]
pub enum PictureFact {
    /// It can be printed; its size in pixels, upright.
    Readable {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// There is no such file.
    Missing,
    /// The path, or a link in it, leaves the edition's folder.
    Outside,
    /// It cannot be printed.
    Unprintable {
        /// Why.
        reason: Message,
        /// What to do about it.
        help: Message,
    },
}

impl PictureFact {
    /// Width to height, if it can be printed.
    fn ratio(&self) -> Option<f64> {
        match self {
            Self::Readable { width, height } => Some(f64::from(*width) / f64::from(*height)),
            Self::Missing | Self::Outside | Self::Unprintable { .. } => None,
        }
    }
}

/// The measures of the theme that decisions depend on, in millimetres and
/// points.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Geometry {
    /// Width of the body of a page.
    pub body_width_mm: f64,
    /// Height of the body of a page.
    pub body_height_mm: f64,
    /// Width of the body of a landscape page.
    pub landscape_width_mm: f64,
    /// How far tables and pictures stand in from the left edge of the body.
    pub inset_mm: f64,
    /// Space between pictures of a row.
    pub gap_mm: f64,
    /// Size of type in tables.
    pub table_pt: f64,
    /// Space between a cell's text and its edge, on either side.
    pub table_cell_inset_mm: f64,
}

impl Geometry {
    /// Width of tables and rows of pictures on an upright page.
    fn standing_width_mm(&self) -> f64 {
        self.body_width_mm - self.inset_mm
    }

    /// Width of a table.
    fn table_width_mm(&self, landscape: bool) -> f64 {
        match landscape {
            true => self.landscape_width_mm,
            false => self.standing_width_mm(),
        }
    }
}

/// Decides everything that a manuscript leaves open. Returns the edition, as
/// far as one can be made, and all findings.
pub fn resolve(manuscript: &Manuscript, facts: &Facts<'_>) -> (Option<Edition>, Vec<Diagnostic>) {
    let Some(report) = &manuscript.report else {
        return (None, Vec::new());
    };
    let mut context = context::Context::new(manuscript, report, facts);
    let edition = report::edition(&mut context);
    (Some(edition), context.into_diagnostics())
}
