//! Chapters, and what stands in them.

use std::collections::BTreeSet;

use super::{Block, Divider, Passage, RichText};

/// A chapter.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// Its number as it stands in a bar, if it is numbered: `Ⅰ`.
    pub numeral: Option<String>,
    /// Its number as it stands before the title: `Ⅰ.`
    pub number: Option<String>,
    /// Its title.
    pub title: RichText,
    /// How it opens.
    pub opening: Opening,
    /// What its title page says, if it has one.
    pub divider: Option<Divider>,
    /// Whether the table of contents lists it.
    pub listed: bool,
    /// Whether it begins a page.
    pub new_page: bool,
    /// What stands in it.
    pub sections: Vec<Section>,
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
        numeral: String,
        /// What it says.
        body: Vec<Block>,
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
        numeral: String,
        /// Whether it stands right below its team's name.
        below_group: bool,
        /// The strip above its title.
        strip: Option<Strip>,
        /// What it says.
        body: Vec<Block>,
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

/// The strip at the head of a project.
#[derive(Debug, Clone)]
pub struct Strip {
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

    /// What it says below its title; nothing of a team's name.
    pub fn body(&self) -> &[Block] {
        match &self.content {
            SectionContent::Section { body, .. } | SectionContent::Project { body, .. } => body,
            SectionContent::Group { .. } => &[],
        }
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
