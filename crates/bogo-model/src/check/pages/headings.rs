//! Headings that stand at the foot of a page while what they head begins on
//! the next one.

use std::collections::BTreeSet;

use super::{Owner, Pages};
use crate::check::rules;
use crate::diagnostic::Diagnostic;
use crate::edition::{PassageKind, SectionContent};
use crate::message;

/// Headings whose page ends before what they head begins.
pub(in crate::check) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let begins = beginnings(pages);
    let mut found = Vec::new();
    for pair in begins.windows(2) {
        let [(_, heading), (next_page, next)] = pair else { continue };
        let Some(own_page) = pages.texts.get(heading).and_then(|texts| Some(texts.last()?.0))
        else {
            continue;
        };
        if !heads(pages, *heading, *next) || own_page >= *next_page {
            continue;
        }
        let (own, next) = (pages.number(own_page), pages.number(*next_page));
        let message = message!(
            "제목이 {own}쪽 끝에 홀로 남고 내용은 {next}쪽에서 시작합니다",
            "the heading is left at the foot of page {own}; what it heads begins on page {next}"
        );
        let help = message!(
            "앞의 글을 줄이거나 늘려 제목이 내용과 한 쪽에 놓이게 하십시오.",
            "shorten or lengthen what is before it, so that both stand on one page"
        );
        found.push(rules::HEADING_AT_FOOT.finding(pages.place(*heading), message).with_help(help));
    }
    found
}

/// All passages in the order in which they begin, each with its page.
fn beginnings(pages: &Pages<'_>) -> Vec<(usize, Owner)> {
    let mut seen = BTreeSet::new();
    let mut begins = Vec::new();
    for (index, page) in pages.laid.pages.iter().enumerate() {
        begins.extend(page.marks.iter().filter(|own| seen.insert(**own)).map(|own| (index, *own)));
    }
    begins
}

/// Whether a passage heads the one that follows it.
fn heads(pages: &Pages<'_>, owner: Owner, next: Owner) -> bool {
    let same_section = owner.section == next.section;
    match pages.passage(owner).map(|passage| passage.kind) {
        Some(PassageKind::Heading) => same_section,
        Some(PassageKind::Title) => same_section || is_team(pages, owner),
        Some(
            PassageKind::Item
            | PassageKind::Note
            | PassageKind::Paragraph
            | PassageKind::Box
            | PassageKind::Pictures
            | PassageKind::Table
            | PassageKind::Row
            | PassageKind::Schedule
            | PassageKind::Organisation
            | PassageKind::ProjectList,
        )
        | None => false,
    }
}

/// Whether it is the name of a team, whose projects are sections of their own.
fn is_team(pages: &Pages<'_>, owner: Owner) -> bool {
    let section = pages.sections.get(owner.section).copied().flatten();
    section.is_some_and(|section| matches!(section.content, SectionContent::Group { .. }))
}
