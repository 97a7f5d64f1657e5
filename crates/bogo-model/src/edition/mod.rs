//! The edition: everything decided, nothing left to compute.
//!
//! These types are what the templates read, as JSON; their shapes are the
//! contract between [`resolve()`](crate::resolve()) and `templates/`. All texts
//! are ready to print.

mod apart;
mod cover;
mod cut;
mod passage;
mod said;
mod table;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diagnostic::Place;
pub use cover::{Contents, ContentsEntry, Cover, Divider, DividerEntry};
pub use passage::{Passage, PassageKind};
pub use said::Said;
pub use table::{CellLine, Diagonal, Remedy, Table, TableCell, TableColumn, TableRow};

/// A report, ready to be set.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Edition {
    /// Title for the PDF's properties.
    pub title: String,
    /// Author for the PDF's properties.
    pub author: String,
    /// Year, month and day of the report.
    pub date: (u16, u8, u8),
    /// Keywords for the PDF's properties.
    pub keywords: Vec<String>,
    /// The theme's tokens with their values, a file of its own.
    #[serde(skip)]
    pub theme: serde_json::Value,
    /// Words at the head of every page: that this is not the final report.
    #[serde(skip)]
    pub notice: Option<String>,
    /// Words beside the page number.
    pub footer: Option<RichText>,
    /// The cover.
    pub cover: Option<Cover>,
    /// The table of contents.
    pub contents: Option<Contents>,
    /// Whether the edition has pages that must be on the right-hand side.
    pub duplex: bool,
    /// The chapters.
    pub chapters: Vec<Chapter>,
    /// The sections in order; a chapter names those that are its own.
    #[serde(skip)]
    pub sections: Vec<Section>,
    /// The pictures and how they are printed, each use once.
    #[serde(skip)]
    pub pictures: Vec<PictureUse>,
}

/// A text: a string, or pieces of which some are set off.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum RichText {
    /// Plain characters.
    Plain(String),
    /// Pieces in order.
    Runs(Vec<RichRun>),
}

/// A piece of a [`RichText`].
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum RichRun {
    /// Plain characters.
    Plain(String),
    /// Bold.
    Strong {
        /// The characters.
        strong: String,
    },
    /// Bold and in the accent colour.
    Accent {
        /// The characters.
        accent: String,
    },
}

impl RichText {
    /// The characters without what sets them off.
    pub fn plain(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Runs(runs) => runs
                .iter()
                .map(|run| match run {
                    RichRun::Plain(text)
                    | RichRun::Strong { strong: text }
                    | RichRun::Accent { accent: text } => text.as_str(),
                })
                .collect(),
        }
    }
}

impl Default for RichText {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<String> for RichText {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

/// A chapter.
#[derive(Debug, Clone, Serialize)]
pub struct Chapter {
    /// What it opens with.
    #[serde(flatten)]
    pub opener: Opener,
    /// What its title page says.
    pub divider: Option<Divider>,
    /// Paths of its sections.
    pub sections: Vec<String>,
}

/// What a chapter opens with.
#[derive(Debug, Clone, Serialize)]
pub struct Opener {
    /// Its number, if it is numbered: `Ⅰ`.
    pub numeral: Option<String>,
    /// Its number as it stands before the title: `Ⅰ.`
    pub number: Option<String>,
    /// Its title.
    pub title: RichText,
    /// How it opens.
    pub opening: Opening,
    /// Whether the table of contents lists it.
    pub listed: bool,
    /// Whether it begins a page.
    pub new_page: bool,
}

/// How a chapter opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Opening {
    /// With a bar.
    Bar,
    /// With a title page on the right-hand side.
    Divider,
    /// With nothing.
    None,
}

/// A section file.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Its path: `/edition/sections/overview.json`.
    #[serde(skip)]
    pub path: String,
    /// By what users name it: `overview`, `projects/1-city-brand`,
    /// `projects/1`, and its title.
    #[serde(skip)]
    pub names: Vec<String>,
    /// What it consists of, in reading order. The first is its title, whether
    /// it is printed or not.
    #[serde(skip)]
    pub passages: Vec<Passage>,
    /// The files that say what stands in it: its own, and those whose figures,
    /// organisation or staff it shows.
    #[serde(skip)]
    pub files: BTreeSet<String>,
    /// What its chapter opens with, if that stands at its head.
    pub opener: Option<Opener>,
    /// The name under which its page is found, if anything leads there.
    pub key: Option<String>,
    /// Whether the table of contents lists it.
    pub listed: bool,
    /// What it is.
    #[serde(flatten)]
    pub content: SectionContent,
}

/// What a section file holds.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum SectionContent {
    /// A section.
    Section {
        /// Heading level, 2.
        level: u8,
        /// `numbered`, `page` or `none`.
        head: &'static str,
        /// Whether it starts a page.
        new_page: bool,
        /// Its number as it stands before the title: `1.`
        number: String,
        /// Its number as it stands in a box: `1`.
        numeral: String,
        /// Its title.
        title: RichText,
        /// What it says.
        body: Vec<Block>,
    },
    /// The name of a team whose projects follow.
    Group {
        /// Heading level, 2.
        level: u8,
        /// The team.
        title: RichText,
        /// Whether it starts a page.
        new_page: bool,
        /// Whether it stands on the page of its own with which its first
        /// project begins, and is set with that.
        with_next: bool,
    },
    /// A project.
    Project {
        /// Heading level: 2, or 3 below a group.
        level: u8,
        /// Its number as it stands before the title: `1.`, `2-①`.
        number: String,
        /// Its number as it stands in a bar: `1`, `2-①`.
        numeral: String,
        /// Its title.
        title: RichText,
        /// Whether it starts a page.
        new_page: bool,
        /// Whether it stands right below its team's name.
        below_group: bool,
        /// Path of the team's name that is set with it.
        group: Option<String>,
        /// The strip above its title.
        strip: Option<Strip>,
        /// What it says.
        body: Vec<Block>,
    },
}

/// The strip at the head of a project.
#[derive(Debug, Clone, Serialize)]
pub struct Strip {
    /// The badge.
    pub left: RichText,
    /// The middle.
    pub center: RichText,
    /// Department and telephone.
    pub right: RichText,
}

/// A block of a body. `depth` is the level of the marker, 1 to 4.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// An item that heads what follows.
    Heading {
        /// Its number among the passages of its section.
        passage: usize,
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
        /// Its number among the passages of its section.
        passage: usize,
        /// Level of the item that it belongs to.
        depth: u8,
        /// The sign before it.
        marker: String,
        /// What it says.
        text: RichText,
    },
    /// Prose.
    Paragraph {
        /// Its number among the passages of its section.
        passage: usize,
        /// Level of the item that it belongs to, 0 for none.
        depth: u8,
        /// What it says.
        text: RichText,
    },
    /// A framed summary.
    Box {
        /// Its number among the passages of its section.
        passage: usize,
        /// The line on its frame.
        title: Option<RichText>,
        /// What stands in it.
        body: Vec<Block>,
    },
    /// Pictures side by side.
    Pictures {
        /// Its number among the passages of its section.
        passage: usize,
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
        /// Its number among the passages of its section.
        passage: usize,
        /// The office at its top.
        root: Unit,
        /// What it shows.
        alt: String,
    },
    /// The projects and their pages.
    ProjectList {
        /// Its number among the passages of its section.
        passage: usize,
        /// Heads of the columns.
        head: Vec<RichText>,
        /// Head of the column of teams, if there is one.
        team_head: Option<RichText>,
        /// The projects.
        entries: Vec<ProjectEntry>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, Serialize)]
pub struct ListItem {
    /// Its number among the passages of its section.
    pub passage: usize,
    /// The marker.
    pub marker: String,
    /// What it says.
    pub text: RichText,
    /// A badge before the text.
    pub badge: Option<RichText>,
    /// What stands under it.
    pub body: Vec<Block>,
}

/// A picture as it is set.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// The prepared picture's path.
    pub path: String,
    /// What is seen.
    pub alt: String,
    /// The line below.
    pub caption: Option<RichText>,
    /// Width to height as printed.
    pub ratio: f64,
    /// Its part of the width that it has: less than 1 for a tall picture in a
    /// cell.
    pub width: f64,
}

/// A picture that is to be prepared: which file, and how it is printed. What
/// comes before and behind it, the crate `bogo-pictures` tells.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureUse {
    /// The prepared picture's path.
    pub path: String,
    /// The file below the edition's folder.
    pub file: String,
    /// Printed width in millimetres.
    pub width_mm: f64,
    /// Width to height to which it is cropped; `None` keeps its own.
    pub crop: Option<f64>,
    /// Where the edition names the file.
    pub place: Place,
}

/// Tasks over time.
#[derive(Debug, Clone, Serialize)]
pub struct Schedule {
    /// Its number among the passages of its section.
    pub passage: usize,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlotGroup {
    /// The year or the month.
    pub label: String,
    /// How many slots it spans.
    pub span: usize,
}

/// A task and its bar.
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
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
#[derive(Debug, Clone, Serialize)]
pub struct ProjectEntry {
    /// Its number as it stands in a bar.
    pub number: String,
    /// Its title.
    pub title: RichText,
    /// The name under which its page is found.
    pub key: String,
    /// Its team.
    pub team: Option<RichText>,
}
