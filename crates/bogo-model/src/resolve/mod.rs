//! From what was said to what is set: every decision is made here.

mod apart;
mod body;
mod called;
mod chapters;
mod chart;
mod contents;
mod cover;
mod found;
mod here;
mod levels;
mod money;
mod overview;
mod period;
mod pictures;
mod projects;
mod related;
mod report;
pub(crate) mod rooms;
mod schedule;
mod sections;
mod strings;
mod tables;
mod text;

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::diagnostic::{Diagnostic, Message};
use crate::edition::Edition;
use crate::figures::Figures;
use crate::format::Report;
use crate::lines::Measure;
use crate::manuscript::Manuscript;
use crate::theme::Theme;

/// What resolving has to know of the world beside the manuscript.
pub struct Facts<'a> {
    /// What is known of each picture file that the manuscript names.
    pub pictures: BTreeMap<String, PictureFact>,
    /// Paths of all files in the edition's folder, to suggest a name.
    pub files: &'a [String],
    /// Whether a font has a glyph for the character.
    pub covers: &'a (dyn Fn(char) -> bool + Sync),
    /// The families of the faces that there are.
    pub families: Vec<String>,
    /// Whether a family has faces and none of them is bold.
    pub lacks_bold: &'a (dyn Fn(&str) -> bool + Sync),
    /// What texts measure in the faces.
    pub measure: &'a dyn Measure,
    /// The usual theme: every token with its value.
    pub usual_theme: &'a Json,
}

impl Facts<'_> {
    /// The theme of a manuscript, and what is wrong in it.
    pub(crate) fn theme(&self, manuscript: &Manuscript) -> (Theme, Vec<Diagnostic>) {
        Theme::new(
            self.usual_theme,
            manuscript.theme(),
            &self.families,
            self.covers,
            &manuscript.documents,
        )
    }
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

/// Decides everything that a manuscript leaves open. Returns the edition, as
/// far as one can be made, and what kept it from being decided.
pub(crate) fn resolve(
    manuscript: &Manuscript,
    report: &Report,
    facts: &Facts<'_>,
    figures: &Figures,
) -> (Edition, Vec<Diagnostic>) {
    report::edition(manuscript, report, facts, figures)
}
