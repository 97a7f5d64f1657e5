//! What bodies consist of. All lengths are in points.

use super::{Chart, Passage, Picture, RichText, Table};

/// A block of a body. `depth` is the level of the marker, 1 to 4; `indent` is
/// how far it stands in from the text of the item around it, `hang` how wide
/// the column of its marker is. What is `sticky` stays on the page of what
/// follows it.
#[derive(Debug, Clone)]
pub enum Block {
    /// An item that heads what follows.
    Heading(Heading),
    /// Items in a row.
    List(List),
    /// A note.
    Note {
        /// Where it stands.
        passage: Passage,
        /// Level of the item that it belongs to.
        depth: u8,
        /// The sign before it.
        marker: String,
        /// How far it stands in.
        indent: f64,
        /// Width of the column of its sign.
        hang: f64,
        /// How much of that the sign leaves.
        gap: f64,
        /// What it says.
        text: RichText,
        /// Whether it stays with what follows.
        sticky: bool,
    },
    /// Prose.
    Paragraph {
        /// Where it stands.
        passage: Passage,
        /// Level of the item that it belongs to, 0 for none.
        depth: u8,
        /// How far it stands in.
        indent: f64,
        /// What it says.
        text: RichText,
        /// Whether it stays with what follows.
        sticky: bool,
    },
    /// A framed summary.
    Box(SummaryBox),
    /// Pictures side by side.
    Pictures(PictureRows),
    /// A table.
    Table(Box<Table>),
    /// Tasks over time.
    Schedule(Schedule),
    /// The organisation as a chart.
    Organisation {
        /// Where it stands.
        passage: Passage,
        /// Its place.
        standing: Standing,
        /// The office at its top.
        root: Unit,
        /// Where the boxes stand.
        chart: Chart,
        /// What it shows.
        alt: String,
    },
    /// The projects and their pages.
    ProjectList {
        /// Where it stands.
        passage: Passage,
        /// Its place.
        standing: Standing,
        /// Widths of its columns.
        widths: Vec<f64>,
        /// Heads of the columns.
        head: Vec<RichText>,
        /// Head of the column of teams, if there is one.
        team_head: Option<RichText>,
        /// The projects.
        entries: Vec<ProjectEntry>,
    },
}

/// The place of a table, a picture or a drawing, the same under every item.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Standing {
    /// How far it stands in from the text of the item around it; less than 0
    /// where that stands further in than it does.
    pub indent: f64,
    /// Its width.
    pub width: f64,
    /// Whether what follows is a note to it, which stays with it.
    pub sticky: bool,
    /// Whether it ends the body of an item, so that some space stands below.
    pub ends_item: bool,
}

/// An item that heads what follows.
#[derive(Debug, Clone)]
pub struct Heading {
    /// Where it stands.
    pub passage: Passage,
    /// Heading level of the PDF, 2 to 4.
    pub level: u8,
    /// Level of the marker.
    pub depth: u8,
    /// The marker.
    pub marker: String,
    /// Width of the column of the marker.
    pub hang: f64,
    /// How much of that the marker leaves.
    pub gap: f64,
    /// What it says.
    pub text: RichText,
    /// A badge before the text.
    pub badge: Option<Badge>,
    /// Whether it stays with what follows, of which there is something.
    pub sticky: bool,
    /// Whether it leads to what has a page of its own.
    pub leads: bool,
    /// What stands under it.
    pub body: Vec<Block>,
}

/// Items in a row.
#[derive(Debug, Clone)]
pub struct List {
    /// Level of the markers.
    pub depth: u8,
    /// Whether the markers count.
    pub ordered: bool,
    /// How far the markers stand in.
    pub indent: f64,
    /// Whether it goes on with the list before it.
    pub continues: bool,
    /// Whether it leads to what has a page of its own.
    pub leads: bool,
    /// Whether it stays with what follows.
    pub sticky: bool,
    /// The items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Debug, Clone)]
pub struct ListItem {
    /// Where it stands.
    pub passage: Passage,
    /// The marker.
    pub marker: String,
    /// How far from the marker the text stands; of a list that counts, from the
    /// widest of its markers.
    pub gap: f64,
    /// What it says.
    pub text: RichText,
    /// A badge before the text.
    pub badge: Option<Badge>,
    /// What it stays with.
    pub keeping: Keeping,
    /// What stands under it.
    pub body: Vec<Block>,
}

/// What an item of a list stays with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing.
    #[default]
    Free,
    /// What stands under it.
    WithBody,
    /// The next item, which would stand alone on its page.
    WithNext,
}

/// A badge before a text, in its line.
#[derive(Debug, Clone)]
pub struct Badge {
    /// What it says.
    pub text: RichText,
    /// Size of its type.
    pub size: f64,
}

/// A framed summary.
#[derive(Debug, Clone)]
pub struct SummaryBox {
    /// Where it stands.
    pub passage: Passage,
    /// Its width.
    pub width: f64,
    /// The line on its frame.
    pub title: Option<RichText>,
    /// Whether that stays with what follows.
    pub sticky: bool,
    /// Whether what follows it is a note to it.
    pub stays_with_note: bool,
    /// Whether it ends the body of an item, so that some space stands below.
    pub ends_item: bool,
    /// What stands in it.
    pub body: Vec<Block>,
}

/// Pictures side by side, or one that fills a page.
#[derive(Debug, Clone)]
pub struct PictureRows {
    /// Where they stand.
    pub passage: Passage,
    /// Their place.
    pub standing: Standing,
    /// How many stand side by side.
    pub per_row: u8,
    /// Width of the row as a part of its usual width.
    pub part: f64,
    /// Width to height of the cells.
    pub ratio: f64,
    /// Width and height of a cell; of a picture that fills a page, the least.
    pub cell: (f64, f64),
    /// One picture on a page of its own.
    pub full_page: bool,
    /// Whether that page lies on its side.
    pub landscape: bool,
    /// For each row, whether it comes apart because it is taller than a page.
    pub apart: Vec<bool>,
    /// How high the captions of a picture that fills a page are.
    pub captions: f64,
    /// The line below all of them.
    pub caption: Option<RichText>,
    /// The pictures.
    pub items: Vec<Picture>,
}

/// Tasks over time.
#[derive(Debug, Clone)]
pub struct Schedule {
    /// Where it stands.
    pub passage: Passage,
    /// Its place.
    pub standing: Standing,
    /// Width of the column of tasks.
    pub name_width: f64,
    /// Width of a slot.
    pub slot_width: f64,
    /// Width of the column of notes; 0 without.
    pub note_width: f64,
    /// Heads of the tasks and of the time.
    pub head: (RichText, RichText),
    /// Head of the notes, if there are any.
    pub note_head: Option<RichText>,
    /// Years or months over the slots.
    pub groups: Vec<SlotGroup>,
    /// Labels of the slots.
    pub slots: Vec<String>,
    /// Size of their type.
    pub slot_size: f64,
    /// Of how many slots only the first has its label, where they are narrow.
    pub slot_step: usize,
    /// Whether its head stands on every page.
    pub repeats_head: bool,
    /// Whether it is taller than a page.
    pub apart: bool,
    /// The tasks.
    pub tasks: Vec<ScheduleTask>,
    /// The tasks in words.
    pub alt: String,
}

/// A label over several slots.
#[derive(Debug, Clone, PartialEq)]
pub struct SlotGroup {
    /// The year or the month, or what there is room for.
    pub label: String,
    /// Size of its type.
    pub size: f64,
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
    /// Height of its row.
    pub height: f64,
    /// Whether its words are so many that the row may go on on the next page.
    pub splits: bool,
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
