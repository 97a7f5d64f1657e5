//! The room of each text, and what follows from it: where its lines end, how wide
//! columns are, how high rows are, and what stays together on a page.
//!
//! This is the one place that measures. Everything is in points; the templates are
//! told it and reckon nothing again.

mod body;
mod cells;
mod columns;
mod drawings;
mod fewest;
mod front;
mod heads;
mod keeping;
mod tables;
mod together;

pub(crate) use columns::COMFORTABLE_PT;

use rayon::prelude::*;

use crate::edition::{Edition, RichText};
use crate::lines::{Face, Form, Limits, Measure, Paragraph, Piece, Room};
use crate::theme::Theme;
use crate::theme::tokens::{FaceName, Tokens, Weight};

/// Points in a millimetre.
pub(crate) const PT_PER_MM: f64 = 72.0 / 25.4;

/// What the rooms of texts follow from.
#[derive(Clone, Copy)]
pub(super) struct Rooms<'a> {
    tokens: &'a Tokens,
    measure: &'a dyn Measure,
    /// Width of the body of a page, of one on its side, and height of the first.
    body_width: f64,
    landscape_width: f64,
    body_height: f64,
}

/// The type of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub face: FaceName,
    pub bold: bool,
    /// Its size in points.
    pub size: f64,
    /// What is added to each letter, in ems.
    pub tracking: f64,
}

impl Type {
    /// Type of this face, weight and size.
    pub(super) fn new(face: FaceName, bold: bool, size: f64) -> Self {
        Self { face, bold, size, tracking: 0.0 }
    }
}

/// Gives every text of an edition its room.
pub(super) fn set(edition: &mut Edition, theme: &Theme, measure: &dyn Measure) {
    let rooms = Rooms::new(theme, measure);
    edition.tallest = (rooms.tallest(rooms.body_height), rooms.tallest(rooms.body_width));
    rooms.front(edition);
    for chapter in &mut edition.chapters {
        rooms.chapter(chapter);
        chapter.sections.par_iter_mut().for_each(|section| {
            rooms.section(section);
            section.number_passages();
        });
    }
}

impl<'a> Rooms<'a> {
    /// What the rooms of texts follow from in a theme.
    pub(super) fn new(theme: &'a Theme, measure: &'a dyn Measure) -> Self {
        let geometry = &theme.geometry;
        Self {
            tokens: &theme.measures,
            measure,
            body_width: geometry.body_width_mm * PT_PER_MM,
            landscape_width: geometry.landscape_width_mm * PT_PER_MM,
            body_height: geometry.body_height_mm * PT_PER_MM,
        }
    }

    /// How tall a block may be to stay whole on a page whose body is so high: all
    /// but what an upright page leaves for the lines that lead to it.
    fn tallest(&self, height: f64) -> f64 {
        height - (1.0 - self.tokens.keeping.tallest.0) * self.body_height
    }

    /// A text's words, measured.
    pub(super) fn paragraph(&self, text: &RichText, own: Type) -> Paragraph {
        let pieces: Vec<Piece<'_>> = text
            .runs
            .iter()
            .map(|run| Piece { text: &run.text, bold: run.look.is_bold() })
            .collect();
        let face =
            Face { family: self.tokens.family(own.face), bold: own.bold, tracking: own.tracking };
        Paragraph::new(&pieces, face, self.measure)
    }

    /// How wide a text is if no line of it wraps.
    fn natural(&self, text: &RichText, own: Type) -> f64 {
        self.paragraph(text, own).natural() * own.size
    }

    /// How wide characters are in a line of their own.
    fn width(&self, words: &str, own: Type) -> f64 {
        self.measure.advance(words, self.tokens.family(own.face), own.bold).ems * own.size
    }

    /// Chooses the lines of a text in its room.
    fn lines(&self, text: &mut RichText, own: Type, room: f64, form: Form) {
        self.lines_behind(0.0, text, own, room, form);
    }

    /// Chooses the lines of a text of which the first begins behind a badge that
    /// is `lead` wide.
    fn lines_behind(&self, lead: f64, text: &mut RichText, own: Type, room: f64, form: Form) {
        let paragraph = self.paragraph(text, own);
        text.lines = paragraph.lines(&self.room(lead, own, room, form));
    }

    /// The room of a text in ems of its type.
    fn room(&self, lead: f64, own: Type, room: f64, form: Form) -> Room {
        let least = self.tokens.breaking.least_size.0;
        Room {
            ems: room.max(1.0) / own.size,
            lead: lead / own.size,
            form,
            least_scale: (least / own.size).min(1.0),
        }
    }

    /// Lines that end at the edge as far as that is good to read.
    fn justified(&self) -> Form {
        let rules = &self.tokens.breaking;
        Form::Justified(Limits {
            tightest_tracking: rules.tightest_tracking.0,
            loosest_tracking: rules.loosest_tracking.0,
            tightest_space: rules.tightest_space.0,
            loosest_space: rules.loosest_space.0,
        })
    }

    /// How high a text is whose lines have been chosen.
    fn height(&self, text: &RichText, size: f64, leading: f64) -> f64 {
        stack(text.line_count(), size * text.lines.scale, leading * size)
    }
}

/// How high so many lines are, with `leading` between them.
fn stack(lines: usize, size: f64, leading: f64) -> f64 {
    let lines = lines as f64;
    lines * size + (lines - 1.0).max(0.0) * leading
}

impl Weight {
    /// Whether type of this weight is bold.
    fn is_bold(self) -> bool {
        self == Self::Bold
    }
}
