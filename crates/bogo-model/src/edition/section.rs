//! Chapters, and what stands in them.

use std::collections::BTreeSet;

use super::{Block, Divider, Passage, RichText};

/// A chapter.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// Its number as it stands in a bar, if it is numbered: `Ⅰ`.
    pub numeral: Option<Numeral>,
    /// Its number as it stands before the title: `Ⅰ.`
    pub number: Option<String>,
    /// Its title.
    pub title: RichText,
    /// How it opens.
    pub opening: Opening,
    /// What its title page says below the title, if it has one.
    pub divider: Option<Divider>,
    /// Its number and title as its title page says them in one line.
    pub divider_title: Option<RichText>,
    /// Whether the table of contents lists it.
    pub listed: bool,
    /// Whether it begins a page.
    pub new_page: bool,
    /// What stands in it.
    pub sections: Vec<Section>,
}

/// A number in a box of its own, before a title.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numeral {
    /// The number.
    pub text: RichText,
    /// Size of its type in points.
    pub size: f64,
    /// Width of its box in points.
    pub width: f64,
}

impl Numeral {
    /// A number whose box has not been made.
    pub(crate) fn of(number: &str) -> Self {
        Self { text: number.into(), size: 0.0, width: 0.0 }
    }
}

/// How a chapter opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// With a bar.
    Bar,
    /// With a title page on the right-hand side.
    Divider,
    /// With nothing.
    None,
}

/// A section, a project, or the name of a team before its projects.
#[derive(Debug, Clone)]
pub struct Section {
    /// What tells it from all others: `overview.json`, `projects/1.json`.
    pub id: String,
    /// By what users name it: `overview`, `projects/1-city-brand`,
    /// `projects/1`, and its title.
    pub names: Vec<String>,
    /// The files that say what stands in it: its own, and those whose figures,
    /// organisation or staff it shows.
    pub files: BTreeSet<String>,
    /// Where its title stands, be it printed or not.
    pub passage: Passage,
    /// Its title.
    pub title: RichText,
    /// Heading level: 2, or 3 for a project below its team's name.
    pub level: u8,
    /// Whether it starts a page.
    pub new_page: bool,
    /// Whether the table of contents lists it.
    pub listed: bool,
    /// What it is.
    pub content: SectionContent,
}

/// What stands below a title.
#[derive(Debug, Clone)]
pub enum SectionContent {
    /// A section.
    Section {
        /// How its title is printed.
        head: SectionHead,
        /// Its number as it stands before the title: `1.`
        number: String,
        /// Its number as it stands in a box: `1`.
        numeral: Numeral,
        /// What it says.
        body: Vec<PagePart>,
    },
    /// The name of a team whose projects follow.
    Group {
        /// Whether it stands on the page of its own with which its first
        /// project begins, and is set with that.
        with_next: bool,
    },
    /// A project.
    Project {
        /// Its number as it stands before the title: `1.`, `2-①`.
        number: String,
        /// Its number as it stands in a bar: `1`, `2-①`.
        numeral: Numeral,
        /// Whether it stands right below its team's name.
        below_group: bool,
        /// The strip above its title.
        strip: Option<Box<Strip>>,
        /// What it says.
        body: Vec<PagePart>,
    },
}

/// How the title of a section is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SectionHead {
    /// With its number.
    Numbered,
    /// As the title of a page.
    Page,
    /// Not at all.
    None,
}

/// A part of a body: what runs on, or what has pages of its own.
#[derive(Debug, Clone)]
pub struct PagePart {
    /// Whether it has pages of its own.
    pub page: OwnPage,
    /// Its blocks: one group, or one for each table on its side where several
    /// share pages.
    pub groups: Vec<Vec<Block>>,
}

/// What page a part of a body asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnPage {
    /// None of its own.
    Running,
    /// One of its own.
    Full,
    /// One of its own, on its side.
    Landscape,
}

/// The strip at the head of a project.
#[derive(Debug, Clone)]
pub struct Strip {
    /// Widths of the three places, in points.
    pub widths: [f64; 3],
    /// The badge.
    pub left: RichText,
    /// The middle.
    pub center: RichText,
    /// Department and telephone.
    pub right: RichText,
}

impl Section {
    /// A project with whether it starts a page, and whether it stands right
    /// below its team's name.
    pub(crate) fn with_place(mut self, starts_page: bool, is_below_group: bool) -> Self {
        self.new_page = starts_page;
        if let SectionContent::Project { below_group, .. } = &mut self.content {
            *below_group = is_below_group;
        }
        self
    }

    /// What it says below its title, in parts; nothing of a team's name.
    pub fn body(&self) -> &[PagePart] {
        match &self.content {
            SectionContent::Section { body, .. } | SectionContent::Project { body, .. } => body,
            SectionContent::Group { .. } => &[],
        }
    }

    /// The blocks of its body.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.body().iter().flat_map(|part| &part.groups).flatten()
    }

    /// The blocks of its body, to be changed.
    pub(crate) fn blocks_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        let body = match &mut self.content {
            SectionContent::Section { body, .. } | SectionContent::Project { body, .. } => {
                body.as_mut_slice()
            }
            SectionContent::Group { .. } => &mut [],
        };
        body.iter_mut().flat_map(|part| &mut part.groups).flatten()
    }

    /// Its number as it stands before its title, if one does.
    pub fn number(&self) -> Option<&str> {
        match &self.content {
            SectionContent::Section { head: SectionHead::Numbered, number, .. }
            | SectionContent::Project { number, .. } => Some(number),
            SectionContent::Section { .. } | SectionContent::Group { .. } => None,
        }
    }

    /// Whether its title is printed.
    pub fn has_head(&self) -> bool {
        !matches!(self.content, SectionContent::Section { head: SectionHead::None, .. })
    }
}
