//! What the table of contents lists.

use crate::edition::{Chapter, Contents, ContentsEntry, RichText, Section, SectionContent};
use crate::format::ContentsDepth;

/// The table of contents, if the report has one. What it lists is what the
/// templates set as headings that are outlined.
pub(super) fn contents(
    depth: ContentsDepth,
    chapters: &[Chapter],
    sections: &[Section],
) -> Option<Contents> {
    let depth = match depth {
        ContentsDepth::None => return None,
        ContentsDepth::Chapters => 1,
        ContentsDepth::Sections => 2,
    };
    let mut entries = Vec::new();
    let mut sections = sections.iter();
    for chapter in chapters {
        entries.push(entry(1, chapter.opener.number.as_deref(), &chapter.opener.title));
        // The sections stand in the order of their chapters.
        let own = sections.by_ref().take(chapter.sections.len());
        if depth > 1 {
            entries.extend(own.filter_map(|section| section_entry(&section.content)));
        }
    }
    Some(Contents { title: "목 차".into(), depth, entries })
}

/// The line of a section; one without head has none.
fn section_entry(content: &SectionContent) -> Option<ContentsEntry> {
    match content {
        SectionContent::Section { head: "none", .. } => None,
        SectionContent::Section { level, head: "numbered", number, title, .. } => {
            Some(entry(*level, Some(number), title))
        }
        SectionContent::Section { level, title, .. }
        | SectionContent::Group { level, title, .. } => Some(entry(*level, None, title)),
        SectionContent::Project { level, number, title, .. } => {
            Some(entry(*level, Some(number), title))
        }
    }
}

fn entry(level: u8, number: Option<&str>, title: &RichText) -> ContentsEntry {
    let title = title.plain().replace('\n', " ");
    let title = number.map_or(title.clone(), |number| format!("{number} {title}"));
    ContentsEntry { level, title }
}
