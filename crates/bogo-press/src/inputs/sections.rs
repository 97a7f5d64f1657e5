//! Sections: each is a file of its own, so that what did not change is not set
//! again.

use bogo_model::edition::{
    Chapter, Divider, Edition, Opening, Section, SectionContent, SectionHead, Strip,
};
use serde_json::Value as Json;

use super::blocks::blocks;
use super::front::opener;
use super::or_none;
use super::text::text;

/// Where the files of sections stand.
const SECTIONS: &str = "/edition/sections/";

/// The file of a section.
pub(crate) fn path(section: &Section) -> String {
    format!("{SECTIONS}{}", section.id)
}

/// The section whose file has this path.
pub(crate) fn section_id(path: &str) -> Option<&str> {
    path.strip_prefix(SECTIONS)
}

/// The files of all sections, by path.
pub(super) fn files(edition: &Edition) -> Vec<(String, Json)> {
    edition.chapters.iter().flat_map(of_chapter).collect()
}

fn of_chapter(chapter: &Chapter) -> Vec<(String, Json)> {
    let mut files = Vec::with_capacity(chapter.sections.len());
    let mut above: Option<&Section> = None;
    for section in &chapter.sections {
        let mut own = of_section(section, above);
        own["key"] = leads_to(chapter, section).then(|| key(section)).into();
        // A title page stands by itself; anything else, at the first section.
        let opens = above.is_none() && chapter.opening != Opening::Divider;
        own["opener"] = if opens { opener(chapter) } else { Json::Null };
        files.push((path(section), own));
        above = Some(section);
    }
    files
}

/// Whether anything leads to a section: lists of projects to every project, the
/// title page of its chapter to what it names.
fn leads_to(chapter: &Chapter, section: &Section) -> bool {
    let is_named = || match &chapter.divider {
        Some(Divider::Contents { entries }) => {
            entries.iter().any(|entry| entry.section == section.id)
        }
        Some(Divider::Teams { .. } | Divider::Title) | None => false,
    };
    matches!(section.content, SectionContent::Project { .. }) || is_named()
}

/// The name under which the page of a section is found.
pub(super) fn key(section: &Section) -> String {
    match section.content {
        SectionContent::Project { .. } => project_key(&section.id),
        SectionContent::Section { .. } | SectionContent::Group { .. } => {
            format!("section:{}", path(section))
        }
    }
}

/// The name under which the page of the project with this id is found.
pub(super) fn project_key(id: &str) -> String {
    format!("project:{id}")
}

/// What a section's file holds, given what stands above it.
fn of_section(section: &Section, above: Option<&Section>) -> Json {
    let mut own = match &section.content {
        SectionContent::Section { head, number, numeral, body } => object! {
            "kind": "section",
            "head": match head {
                SectionHead::Numbered => "numbered",
                SectionHead::Page => "page",
                SectionHead::None => "none",
            },
            "number": number.as_str(),
            "numeral": numeral.as_str(),
            "body": blocks(body),
        },
        SectionContent::Group { with_next } => object! { "kind": "group", "with_next": *with_next },
        SectionContent::Project { number, numeral, below_group, strip, body } => object! {
            "kind": "project",
            "number": number.as_str(),
            "numeral": numeral.as_str(),
            "below_group": *below_group,
            "group": above.filter(|above| *below_group && is_set_with_next(above)).map(path),
            "strip": or_none(strip.as_ref(), of_strip),
            "body": blocks(body),
        },
    };
    own["level"] = section.level.into();
    own["title"] = text(&section.title);
    own["new_page"] = section.new_page.into();
    own["listed"] = section.listed.into();
    own
}

fn is_set_with_next(section: &Section) -> bool {
    matches!(section.content, SectionContent::Group { with_next: true })
}

fn of_strip(strip: &Strip) -> Json {
    object! {
        "left": text(&strip.left),
        "center": text(&strip.center),
        "right": text(&strip.right),
    }
}
