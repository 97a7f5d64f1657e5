//! What deciding on a part of a report may look at. Nothing of it changes on
//! the way; what is deeper gets another of its own.

use super::Facts;
use super::levels::Markers;
use crate::edition::ProjectEntry;
use crate::figures::{Figures, Scope};
use crate::format::{Organisation, Report, Staff};
use crate::json::{Documents, Span};
use crate::manuscript::Manuscript;
use crate::theme::Theme;

/// What holds for a report as a whole.
pub(super) struct Whole<'a> {
    pub manuscript: &'a Manuscript,
    pub report: &'a Report,
    pub facts: &'a Facts<'a>,
    pub figures: &'a Figures,
    pub theme: Theme,
    /// The organisation that charts and tables show, if a section has one.
    pub organisation: Option<&'a Organisation>,
    /// The staff that tables show, if a section has one.
    pub staff: Option<&'a Staff>,
}

/// Where a part of the report stands.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    pub whole: &'a Whole<'a>,
    /// The figures that can be used.
    pub scope: Scope<'a>,
    /// The markers of the four levels.
    pub markers: &'a Markers,
    /// The level at which the items of the chapter begin.
    pub first_level: u8,
    /// All projects in their order, for lists of them.
    pub projects: &'a [ProjectEntry],
}

impl<'a> Here<'a> {
    /// The section or project at this place.
    pub(super) fn section(self, section: Span) -> Self {
        Self { scope: self.whole.figures.scope(section), ..self }
    }

    /// The files of the edition.
    pub(super) fn documents(&self) -> &'a Documents {
        &self.whole.manuscript.documents
    }

    /// Whether everything could be read.
    pub(super) fn is_sound(&self) -> bool {
        self.whole.manuscript.sound
    }

    /// The colon between a label and what it labels.
    pub(super) fn colon(&self) -> &'static str {
        self.whole.colon()
    }

    /// The marker of a level, 1 to 4.
    pub(super) fn marker(&self, depth: u8) -> String {
        self.markers[usize::from(depth) - 1].clone()
    }
}

impl Whole<'_> {
    /// The colon between a label and what it labels.
    pub(super) fn colon(&self) -> &'static str {
        self.theme.colon(self.report.colon)
    }
}
