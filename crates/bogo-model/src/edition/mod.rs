//! The edition: everything decided, nothing left to compute.
//!
//! Whatever shows a report reads these types and nothing before them: all texts
//! are ready to print, all cells placed, all measures known. Each piece of text
//! says where in the files it comes from.

mod apart;
mod block;
mod chart;
mod cover;
mod cut;
mod numbers;
mod parts;
mod passage;
mod picture;
mod said;
mod section;
mod table;
mod text;

use std::collections::HashSet;

pub use crate::format::Align;
pub use block::{
    Badge, Block, Heading, Keeping, List, ListItem, PictureRows, ProjectEntry, Schedule,
    ScheduleTask, SlotGroup, Standing, SummaryBox, Unit,
};
pub use chart::{BoxLook, Chart, ChartSlice, Link, UnitBox, UnitLine, UnitWords};
pub use cover::{Contents, ContentsEntry, Cover, Divider, DividerEntry};
pub use parts::Part;
pub(crate) use passage::Words;
pub use passage::{Passage, PassageKind};
pub use picture::{Picture, PictureUse, Print};
pub use said::Said;
pub use section::{
    Chapter, Numeral, Opening, OwnPage, PagePart, Section, SectionContent, SectionHead, Strip,
};
pub use table::{
    CellLine, Diagonal, Header, NestedLine, Remedy, Table, TableCell, TableColumn, TableRow, Tight,
    nested,
};
pub use text::{Look, RichText, Run, Source, Typed};

/// A report, ready to be set.
#[derive(Debug, Clone, Default)]
pub struct Edition {
    /// Title for the PDF's properties.
    pub title: String,
    /// Author for the PDF's properties.
    pub author: String,
    /// Year, month and day of the report.
    pub date: (u16, u16, u16),
    /// Keywords for the PDF's properties.
    pub keywords: Vec<String>,
    /// The theme's tokens with their values.
    pub theme: serde_json::Value,
    /// How tall a block may be to stay whole, in points, on an upright page and
    /// on one on its side.
    pub tallest: (f64, f64),
    /// Words at the head of every page: that this is not the final report.
    pub notice: Option<String>,
    /// Words beside the page number.
    pub footer: Option<RichText>,
    /// Size of their type in points.
    pub footer_size: f64,
    /// The cover.
    pub cover: Option<Cover>,
    /// The table of contents.
    pub contents: Option<Contents>,
    /// Whether the edition has pages that must be on the right-hand side.
    pub duplex: bool,
    /// The chapters.
    pub chapters: Vec<Chapter>,
}

impl Edition {
    /// What stands in all chapters, in order.
    pub fn sections(&self) -> impl Iterator<Item = &Section> {
        self.chapters.iter().flat_map(|chapter| &chapter.sections)
    }

    /// The pictures and how they are printed, each use once.
    pub fn pictures(&self) -> Vec<&PictureUse> {
        let mut told = HashSet::new();
        let all = self.every_picture().map(|picture| &picture.used);
        all.filter(|used| told.insert(used.id())).collect()
    }

    /// The pictures as often as they are printed: those of the chapters, then
    /// those of the cover.
    pub(crate) fn every_picture(&self) -> impl Iterator<Item = &Picture> {
        let of_sections = self.sections().flat_map(Section::pictures);
        let of_cover = self.cover.iter().flat_map(|cover| cover.logo.iter().chain(&cover.picture));
        of_sections.chain(of_cover)
    }
}
