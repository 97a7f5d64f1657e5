//! What a section consists of, so that it can be found on the pages and in the
//! files.

use crate::json::Span;

/// A passage of a section: an item, a table, a title.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Passage {
    /// Its number among the passages of its section, in reading order. The
    /// title's is 0; whoever sets the section marks with it where the passage
    /// begins.
    pub number: usize,
    /// What it is.
    pub kind: PassageKind,
    /// Where its words stand in the files; all of it, where it has many.
    pub span: Span,
}

impl Passage {
    /// A passage that has not been numbered yet.
    pub(crate) fn new(kind: PassageKind, span: Span) -> Self {
        Self { number: 0, kind, span }
    }
}

/// What a [`Passage`] is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PassageKind {
    /// The title of a section or project, or the name of a team.
    #[default]
    Title,
    /// An item that heads what stands under it.
    Heading,
    /// An item.
    Item,
    /// A note.
    Note,
    /// Prose.
    Paragraph,
    /// The title of a box.
    Box,
    /// Pictures side by side, or one that fills a page.
    Pictures,
    /// A table.
    Table,
    /// A row of a table that may be split over pages.
    Row,
    /// A schedule.
    Schedule,
    /// An organisation chart.
    Organisation,
    /// A list of projects.
    ProjectList,
}

/// How the words of a [`Passage`] stand on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// As a line that heads something.
    Head,
    /// In lines that are broken where they are full.
    Flowing,
    /// In cells or boxes.
    Cells,
    /// As captions.
    Captions,
}

impl PassageKind {
    /// How its words stand on the page.
    pub(crate) fn words(self) -> Words {
        match self {
            PassageKind::Title | PassageKind::Box => Words::Head,
            PassageKind::Heading
            | PassageKind::Item
            | PassageKind::Note
            | PassageKind::Paragraph => Words::Flowing,
            PassageKind::Table
            | PassageKind::Row
            | PassageKind::Schedule
            | PassageKind::Organisation
            | PassageKind::ProjectList => Words::Cells,
            PassageKind::Pictures => Words::Captions,
        }
    }
}
