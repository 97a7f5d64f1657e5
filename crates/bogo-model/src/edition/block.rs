//! What bodies consist of.

use super::{Passage, Picture, RichText, Table};

/// A block of a body. `depth` is the level of the marker, 1 to 4.
#[derive(Debug, Clone)]
pub enum Block {
    /// An item that heads what follows.
    Heading {
        /// Where it stands.
        passage: Passage,
        /// Heading level of the PDF, 2 to 4.
        level: u8,
        /// Level of the marker.
        depth: u8,
        /// The marker.
        marker: String,
        /// What it says.
        text: RichText,
        /// A badge before the text.
        badge: Option<RichText>,
        /// What stands under it.
        body: Vec<Block>,
    },
    /// Items in a row.
    List {
        /// Level of the markers.
        depth: u8,
        /// Whether the markers count.
        ordered: bool,
        /// The items.
        items: Vec<ListItem>,
    },
    /// A note.
    Note {
        /// Where it stands.
        passage: Passage,
        /// Level of the item that it belongs to.
        depth: u8,
        /// The sign before it.
        marker: String,
        /// What it says.
        text: RichText,
    },
    /// Prose.
    Paragraph {
        /// Where it stands.
        passage: Passage,
        /// Level of the item that it belongs to, 0 for none.
        depth: u8,
        /// What it says.
        text: RichText,
    },
    /// A framed summary.
    Box {
        /// Where it stands.
        passage: Passage,
        /// The line on its frame.
        title: Option<RichText>,
        /// What stands in it.
        body: Vec<Block>,
    },
    /// Pictures side by side.
    Pictures {
        /// Where it stands.
        passage: Passage,
        /// How many stand side by side.
        per_row: u8,
        /// Width of the row as a part of its usual width.
        width: f64,
        /// Width to height of the cells.
        ratio: f64,
        /// One picture on a page of its own.
        full_page: bool,
        /// Whether that page lies on its side.
        landscape: bool,
        /// The line below all of them.
        caption: Option<RichText>,
        /// The pictures.
        items: Vec<Picture>,
    },
    /// A table.
    Table(Box<Table>),
    /// Tasks over time.
    Schedule(Schedule),
    /// The organisation as a chart.
    Organisation {
        /// Where it stands.
        passage: Passage,
        /// The office at its top.
        root: Unit,
        /// What it shows.
        alt: String,
    },
    /// The projects and their pages.
    ProjectList {
        /// Where it stands.
        passage: Passage,
        /// Heads of the columns.
        head: Vec<RichText>,
        /// Head of the column of teams, if there is one.
        team_head: Option<RichText>,
        /// The projects.
        entries: Vec<ProjectEntry>,
    },
}

/// An item of a list.
#[derive(Debug, Clone)]
pub struct ListItem {
    /// Where it stands.
    pub passage: Passage,
    /// The marker.
    pub marker: String,
    /// What it says.
    pub text: RichText,
    /// A badge before the text.
    pub badge: Option<RichText>,
    /// What stands under it.
    pub body: Vec<Block>,
}

/// Tasks over time.
#[derive(Debug, Clone)]
pub struct Schedule {
    /// Where it stands.
    pub passage: Passage,
    /// Heads of the tasks and of the time.
    pub head: (RichText, RichText),
    /// Head of the notes, if there are any.
    pub note_head: Option<RichText>,
    /// Years or months over the slots.
    pub groups: Vec<SlotGroup>,
    /// Labels of the slots.
    pub slots: Vec<String>,
    /// The tasks.
    pub tasks: Vec<ScheduleTask>,
    /// The tasks in words.
    pub alt: String,
}

/// A label over several slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotGroup {
    /// The year or the month.
    pub label: String,
    /// How many slots it spans.
    pub span: usize,
}

/// A task and its bar.
#[derive(Debug, Clone)]
pub struct ScheduleTask {
    /// What is done.
    pub name: RichText,
    /// Where the bar begins, in slots from the left.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// A word beside it.
    pub note: Option<RichText>,
}

/// A unit of the organisation.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its name.
    pub name: RichText,
    /// A word below the name.
    pub note: Option<RichText>,
    /// Whether it is the one that reports.
    pub own: bool,
    /// Bodies beside it.
    pub aside: Vec<RichText>,
    /// Its units.
    pub units: Vec<Unit>,
}

/// A project in the list of projects.
#[derive(Debug, Clone)]
pub struct ProjectEntry {
    /// Its number as it stands in a bar.
    pub number: String,
    /// Its title.
    pub title: RichText,
    /// Its section.
    pub section: String,
    /// Its team.
    pub team: Option<RichText>,
}
