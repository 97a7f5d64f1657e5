//! What stands before the chapters, and on their title pages.

use super::{Picture, RichText};

/// The cover.
#[derive(Debug, Clone)]
pub struct Cover {
    /// Whether it has a page of its own; otherwise it stands at the head of the
    /// first.
    pub own_page: bool,
    /// Lines above the title.
    pub lead: Vec<RichText>,
    /// The title.
    pub title: RichText,
    /// Size of the title's type in points.
    pub title_size: f64,
    /// The date, if it is printed.
    pub date: Option<RichText>,
    /// Lines below the date.
    pub lines: Vec<RichText>,
    /// The department, if it is printed.
    pub department: Option<RichText>,
    /// The organisation, if it is printed.
    pub organisation: Option<RichText>,
    /// The organisation's sign.
    pub logo: Option<Picture>,
    /// A picture below the title.
    pub picture: Option<Picture>,
    /// Whether its back stays blank.
    pub blank_back: bool,
}

/// The table of contents.
#[derive(Debug, Clone)]
pub struct Contents {
    /// Its title.
    pub title: RichText,
    /// 1 for chapters only, 2 for sections and projects of some or all too.
    pub depth: u8,
    /// What it lists, so that its height is known before its pages are.
    pub entries: Vec<ContentsEntry>,
}

/// A line of the table of contents. Its page is found by the templates.
#[derive(Debug, Clone)]
pub struct ContentsEntry {
    /// 1 for a chapter, 2 and 3 for what is in it.
    pub level: u8,
    /// Its number and title.
    pub title: RichText,
    /// Whether it stays on the page of the next one, which is deeper.
    pub leads: bool,
}

/// What a chapter's title page says below the title.
#[derive(Debug, Clone)]
pub enum Divider {
    /// The department and its teams.
    Teams {
        /// The department, if there is one.
        department: Option<RichText>,
        /// Its teams.
        teams: Vec<RichText>,
    },
    /// What is in the chapter.
    Contents {
        /// Its sections and projects.
        entries: Vec<DividerEntry>,
    },
    /// Nothing.
    Title,
}

/// A section, a team or a project on the title page of its chapter.
#[derive(Debug, Clone)]
pub struct DividerEntry {
    /// 2, or 3 for what stands below a team.
    pub level: u8,
    /// Its number as it stands before the title, if it has one.
    pub number: Option<RichText>,
    /// Width of the column of numbers on its level, in points.
    pub aside: f64,
    /// Its title.
    pub title: RichText,
    /// The section, which may have been left out.
    pub section: String,
}
