//! What the table of contents lists, and the title pages of chapters.

use super::cover::department;
use super::found::{Found, Notes};
use super::here::Here;
use super::text::{rich_all, said_or};
use crate::diagnostic::{Form, Message};
use crate::edition::{Chapter, Contents, ContentsEntry, Divider, DividerEntry, RichText, Section};
use crate::format::{self, ContentsDepth, DividerList};
use crate::message;

/// The title of the table of contents where the report says no other.
const CONTENTS: &str = "목 차";

/// The table of contents, if the report has one. What it lists is what the
/// templates set as headings that are listed.
pub(super) fn contents(chapters: &[Chapter], here: &Here<'_>) -> Found<Option<Contents>> {
    let mut notes = Notes::default();
    let report = here.whole.report;
    if depth(None, here) == ContentsDepth::None {
        return notes.with(None);
    }
    let given = report.contents.as_ref().and_then(|contents| contents.title.as_ref());
    let title = notes.take_some(given.map(|title| {
        let help = || {
            message!(
                "글을 쓰거나 이 항목을 지우십시오. 지우면 ‘{CONTENTS}’가 찍힙니다.",
                "write something, or remove it for the usual {CONTENTS}"
            )
        };
        said_or(title, help, here)
    }));
    let mut entries = Vec::new();
    for chapter in chapters {
        if chapter.listed {
            entries.push(entry(1, chapter.number.as_deref(), &chapter.title));
        }
        let own = chapter.sections.iter().filter(|section| section.listed);
        entries.extend(own.filter_map(section_entry));
    }
    // A frame around nothing is no table of contents.
    if entries.is_empty() {
        return notes.with(None);
    }
    let is_deep =
        report.chapters.iter().any(|own| depth(Some(own), here) == ContentsDepth::Sections);
    for index in 1..entries.len() {
        entries[index - 1].leads = entries[index].level > entries[index - 1].level;
    }
    let depth = if is_deep { 2 } else { 1 };
    notes.with(Some(Contents { title: title.unwrap_or_else(|| CONTENTS.into()), depth, entries }))
}

/// How deep the table of contents goes, in a chapter or where none says
/// anything else.
pub(super) fn depth(chapter: Option<&format::Chapter>, here: &Here<'_>) -> ContentsDepth {
    let usual = here.whole.report.contents.as_ref().and_then(|contents| contents.depth);
    let usual = usual.unwrap_or(ContentsDepth::Chapters);
    let own = chapter.and_then(|chapter| chapter.contents.as_ref());
    // Where there is no table of contents, a chapter makes none.
    own.filter(|_| usual != ContentsDepth::None).map_or(usual, |own| own.value)
}

/// What a chapter's title page says below its title.
pub(super) fn divider(
    chapter: &format::Chapter,
    sections: &[Section],
    here: &Here<'_>,
) -> Found<Divider> {
    let mut notes = Notes::default();
    let department = notes.take(department(here));
    let usual = if department.is_some() { DividerList::Teams } else { DividerList::Title };
    let divider = match chapter.divider.as_ref().map_or(usual, |divider| divider.value) {
        DividerList::Title => Divider::Title,
        DividerList::Teams => {
            let teams = notes.take(teams(here));
            if department.is_none() && teams.is_empty() {
                let message = message!(
                    "보일 것이 없습니다: 부서도 조직의 단위도 없습니다",
                    "there is nothing to show: neither a department nor units"
                );
                bare_divider(chapter, message, here, &mut notes)
            } else {
                Divider::Teams { department, teams }
            }
        }
        DividerList::Contents => {
            let entries: Vec<_> = sections.iter().filter_map(divider_entry).collect();
            if entries.is_empty() {
                let message = message!(
                    "보일 것이 없습니다: 이 장에 제목이 찍히는 절이나 사업이 없습니다",
                    "there is nothing to show: no section of this chapter has a title"
                );
                bare_divider(chapter, message, here, &mut notes)
            } else {
                Divider::Contents { entries }
            }
        }
    };
    notes.with(divider)
}

/// A title page that has nothing to say below its title, which is reported.
fn bare_divider(
    chapter: &format::Chapter,
    message: Message,
    here: &Here<'_>,
    notes: &mut Notes,
) -> Divider {
    let help = message!(
        "제목만 찍으려면 \"divider\": \"title\"로 쓰십시오.",
        "write `\"divider\": \"title\"` for the title alone"
    );
    if let (true, Some(given)) = (here.is_sound(), &chapter.divider) {
        notes.error(Form::NothingToShow, given.span, message, Some(help));
    }
    Divider::Title
}

/// The teams of the department that reports, where it is one of many;
/// otherwise all units of the organisation.
fn teams(here: &Here<'_>) -> Found<Vec<RichText>> {
    let units = here.whole.organisation.map(|organisation| organisation.units.as_slice());
    let units = units.unwrap_or_default();
    let own = own_unit(units).map(|unit| unit.units.as_slice());
    let teams = own.filter(|teams| !teams.is_empty()).unwrap_or(units);
    rich_all(teams.iter().map(|unit| &unit.name), here)
}

/// The unit that reports, however deep it stands.
fn own_unit(units: &[format::Unit]) -> Option<&format::Unit> {
    units.iter().find_map(|unit| if unit.own { Some(unit) } else { own_unit(&unit.units) })
}

/// The line of a section in the table of contents; one without head has none.
fn section_entry(section: &Section) -> Option<ContentsEntry> {
    section.has_head().then(|| entry(section.level, section.number(), &section.title))
}

/// A title without what sets it off, on one line.
fn one_line(title: &RichText) -> String {
    title.plain().replace('\n', " ")
}

fn entry(level: u8, number: Option<&str>, title: &RichText) -> ContentsEntry {
    let title = one_line(title);
    let title = number.map_or(title.clone(), |number| format!("{number} {title}"));
    ContentsEntry { level, title: title.into(), leads: false }
}

/// The line of a section on its chapter's title page; one without head has
/// none.
fn divider_entry(section: &Section) -> Option<DividerEntry> {
    section.has_head().then(|| DividerEntry {
        level: section.level,
        number: section.number().map(RichText::from),
        aside: 0.0,
        title: one_line(&section.title).into(),
        section: section.id.clone(),
    })
}
