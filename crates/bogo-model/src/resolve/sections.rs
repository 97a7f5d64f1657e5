//! Sections.

use std::collections::BTreeSet;

use super::apart::parted;
use super::body::body;
use super::chapters::bare;
use super::found::{Found, Notes};
use super::here::Here;
use super::levels::Level;
use super::strings::bookmark;
use super::text::{plain, said};
use crate::edition::{Numeral, Passage, PassageKind, Section, SectionContent, SectionHead};
use crate::format::{self, Head};
use crate::json::Span;

/// How the title of a section is printed.
pub(super) fn head_of(section: &format::Section) -> SectionHead {
    match (&section.title, section.head) {
        (None, _) | (_, Some(Head::None)) => SectionHead::None,
        (_, Some(Head::Page)) => SectionHead::Page,
        (_, Some(Head::Numbered) | None) => SectionHead::Numbered,
    }
}

/// A section, the first of its chapter or not, with its number.
pub(super) fn section(
    section: &format::Section,
    id: String,
    is_first: bool,
    number: String,
    here: &Here<'_>,
) -> Found<Section> {
    let mut notes = Notes::default();
    let here = &here.section(section.span);
    let span = section.title.as_ref().map_or(section.span, |title| title.span);
    let head = head_of(section);
    let level = Level::first(here.first_level, if head == SectionHead::None { 2 } else { 3 });
    let title = notes.take_some(section.title.as_ref().map(|title| said(title, here)));
    let own = title.as_ref().map(plain);
    let title = notes.take(bookmark(&number, title.unwrap_or_default(), span));
    let body = parted(notes.take(body(&section.body, level, here)));
    // One that is written out in the report has no file to name it by.
    let file = here.whole.manuscript.sections.contains_key(&id);
    let file = file.then(|| id.trim_end_matches(".json").to_owned());
    let files = files_of(&notes, section.span, here);
    let numeral = Numeral::of(&bare(&number));
    let section = Section {
        id,
        names: file.into_iter().chain(own).collect(),
        files,
        passage: Passage::new(PassageKind::Title, span),
        title,
        level: 2,
        new_page: head == SectionHead::Page && !is_first,
        listed: true,
        content: SectionContent::Section { head, number, numeral, body },
    };
    notes.with(section)
}

/// The files that say what stands in the section or project at this place: its
/// own, and those of what was noted on the way.
pub(super) fn files_of(notes: &Notes, section: Span, here: &Here<'_>) -> BTreeSet<String> {
    let manuscript = here.whole.manuscript;
    let mut files = notes.files(manuscript);
    files.insert(manuscript.documents.path(section).to_owned());
    files
}
