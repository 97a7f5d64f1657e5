//! The tokens that decisions depend on, as numbers: lengths on paper in points,
//! lengths of type in ems, parts as shares of 1. Each struct is a group of
//! `templates/themes/default.json`, where all of them have their usual value.

use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::Value as Json;

use super::PT_MM;
use super::values::Length;

/// The tokens of a theme that decisions depend on.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Tokens {
    pub faces: Families,
    pub page: Page,
    pub line: Line,
    pub breaking: Breaking,
    pub levels: [Level; 4],
    pub marker_gap: Em,
    pub paragraph: Paragraph,
    pub note: Note,
    pub badge: Badge,
    pub cover: Cover,
    pub contents: Contents,
    pub chapter: Bar,
    pub section: Section,
    pub page_title: PageTitle,
    pub group: Group,
    pub project: Bar,
    pub strip: Strip,
    pub divider: Divider,
    pub standing: Standing,
    pub keeping: Keeping,
    pub table: Table,
    pub pictures: Pictures,
    pub schedule: Schedule,
    pub organisation: Organisation,
    #[serde(rename = "box")]
    pub summary_box: SummaryBox,
    pub list: ProjectList,
    pub bars: String,
}

impl Tokens {
    /// Reads the tokens of a theme; `usual` are those that stand for one that
    /// cannot be read, which none can that was laid over the usual ones.
    pub(crate) fn of(tokens: &Json, usual: &Json) -> Self {
        let read = |tokens: &Json| Self::deserialize(tokens);
        read(tokens)
            .or_else(|_| read(usual))
            .unwrap_or_else(|error| unreachable!("the usual theme has every token: {error}"))
    }

    /// The family of a face.
    pub(crate) fn family(&self, face: FaceName) -> &str {
        match face {
            FaceName::Title => &self.faces.title,
            FaceName::Body => &self.faces.body,
            FaceName::Sans => &self.faces.sans,
        }
    }
}

/// The part that a face plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FaceName {
    Title,
    Body,
    Sans,
}

/// How heavy type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// A length on paper, in points.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(crate) struct Pt(pub f64);

/// A length in ems of the type around it.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(crate) struct Em(pub f64);

/// A part of a whole, which is 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(crate) struct Share(pub f64);

fn length<'de, D: Deserializer<'de>>(deserializer: D, units: &[&str]) -> Result<Length, D::Error> {
    let text = String::deserialize(deserializer)?;
    Length::parse(&text)
        .filter(|length| units.contains(&length.unit))
        .ok_or_else(|| D::Error::custom(format!("no length in {units:?}: {text}")))
}

impl<'de> Deserialize<'de> for Pt {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let length = length(deserializer, &["mm", "pt"])?;
        Ok(Self(if length.unit == "pt" { length.number } else { length.number / PT_MM }))
    }
}

impl<'de> Deserialize<'de> for Em {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        length(deserializer, &["em"]).map(|length| Self(length.number))
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        length(deserializer, &["%"]).map(|length| Self(length.number / 100.0))
    }
}

/// Declares a group of tokens by their names and kinds.
macro_rules! groups {
    ($($(#[$about:meta])* $name:ident { $($token:ident: $kind:ty),* $(,)? })*) => {
        $($(#[$about])*
        #[derive(Debug, Clone, Deserialize)]
        pub(crate) struct $name {
            $(pub $token: $kind,)*
        })*
    };
}

groups! {
    /// The families by the part that they play.
    Families { title: String, body: String, sans: String }
    /// The page.
    Page { footer_size: Pt, least_footer_size: Pt }
    /// The line.
    Line { block: Pt }
    /// How far lines may be moved, and how small type may become.
    Breaking {
        tightest_tracking: Em, tightest_space: Share,
        loosest_tracking: Em, loosest_space: Share,
        least_size: Pt,
    }
    /// Items of a level.
    Level {
        face: FaceName, weight: Weight, size: Pt, indent: Pt, marker: Em,
    }
    /// Prose.
    Paragraph { size: Pt }
    /// Notes.
    Note { size: Pt, marker: Em, indents: [Pt; 4] }
    /// Badges.
    Badge { size: Em, least_size: Pt, inset_x: Em, gap: Em }
    /// The cover.
    Cover {
        style: String,
        title_size: Pt, least_title_size: Pt, title_lines: f64,
        lead_size: Pt, date_size: Pt, line_size: Pt,
        department_size: Pt, department_tracking: Em, organisation_size: Pt,
        rule_gap: Pt, frame_inset: Pt, caption_size: Pt,
        head_size: Pt, head_line_size: Pt,
    }
    /// The table of contents.
    Contents {
        title_size: Pt, bar_gap: Pt, least_bar: Pt, frame_inset: Pt,
        chapter_size: Pt, entry_size: Pt, entry_indent: Pt, deep_entry_indent: Pt,
        page_width: Pt, least_leader: Em,
    }
    /// The bar of a chapter or a project.
    Bar {
        number_width: Pt, number_inset: Pt, number_size: Pt, least_number_size: Pt,
        gap: Pt, size: Pt, inset: Pt,
    }
    /// The head of a section.
    Section { r#box: Pt, number_inset: Pt, number_size: Pt, size: Pt, gap: Pt }
    /// The title of a page.
    PageTitle { size: Pt, tail: Pt }
    /// The name of a team before its projects.
    Group { size: Pt, mark: Pt, gap: Pt }
    /// The strip above a project's bar.
    Strip { size: Pt, gap: Pt, inset_x: Pt }
    /// The title page of a chapter.
    Divider {
        title_size: Pt, block_width: Pt, inset: Pt, department_size: Pt, team_size: Pt,
        list_width: Pt, entry_size: Pt, entry_gap: Pt, entry_indent: Pt,
    }
    /// The place of tables and pictures.
    Standing { inset: Pt }
    /// What stays whole on a page.
    Keeping { tallest: Share, lines: usize }
    /// Tables.
    Table {
        size: Pt, inset_x: Pt, inset_y: Pt, leading: Em, dense_from: Pt,
        dense_inset_x: Pt, dense_inset_y: Pt, list_gap: Em, list_marker: Em,
        unit_size: Pt, unit_gap: Pt, caption_size: Pt,
        whole_rows: usize, group_rows: usize, repeated_head: f64, repeated_label: f64,
    }
    /// Pictures.
    Pictures { gap: Pt, caption_size: Pt, caption_gap: Pt, caption_leading: Em, least_height: Share }
    /// Schedules.
    Schedule {
        size: Pt, least_size: Pt, name_share: Share, note_share: Share,
        inset_x: Pt, inset_y: Pt, label_inset: Pt, row: Pt,
    }
    /// Organisation charts.
    Organisation {
        size: Pt, least_size: Pt, note_size: Em, least_note_size: Pt,
        root_size: Pt, root_width: Pt, widest: Pt, box_height: Pt, root_height: Pt,
        inset: Pt, gap: Pt, least_gap: Pt, stem: Pt, row_most: usize, tallest_box: Share,
        steps_share: Share, child_gap: Pt, child_step: Pt, aside_width: Pt, aside_gap: Pt,
    }
    /// A summary box.
    SummaryBox { inset: Pt, title_size: Pt }
    /// The list of projects.
    ProjectList { number_size: Pt, number_width: Pt, team_width: Pt, page_width: Pt }
}
