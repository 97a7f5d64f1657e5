//! Headings that stand at the foot of a page while what they head begins on
//! the next one.

use std::collections::BTreeSet;

#[cfg(test)]
use super::fixture;
use super::{Owner, Pages};
use crate::check::listed::rule;
use crate::diagnostic::Diagnostic;
use crate::edition::{PassageKind, SectionContent};
use crate::message;

rule! {
    /// 제목이 쪽의 끝에 홀로 남고 그 내용은 다음 쪽에서 시작하는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 쪽 끝에 제목만 있으면 빠진 글로 보이고, 넘긴 쪽에서는 무엇에 관한 글인지 알 수 없습니다. 제목은 내용의 첫 줄과 한 쪽에 두는 것이 편집의 관례입니다. 템플릿이 제목을 내용과 함께 옮기므로 보통은 일어나지 않습니다. 템플릿을 고쳐 쓴 보고서에서 일어납니다.
    ///
    /// ## 보기
    ///
    /// 이렇게 끝난 쪽을 찾습니다.
    ///
    /// ```text
    ///   ○ 앞의 항목
    /// □ 추진실적
    ///                           - 6 -
    /// ```
    ///
    /// 제목이 내용과 함께 넘어가면 괜찮습니다.
    ///
    /// ```text
    /// □ 추진실적
    ///   ○ 홍보영상 제작
    /// ```
    ///
    /// ## 고치기
    ///
    /// - 앞의 글이나 그림을 줄이거나 늘려 쪽이 나뉘는 자리를 옮깁니다.
    /// - 템플릿을 고쳐 썼다면 제목을 내용에 붙들어 두는 `sticky`가 남아 있는지 봅니다.
    ///
    /// 아래에 딸린 것이 있는 항목, 절과 사업의 제목, 팀 이름을 제목으로 봅니다. 아무것도 딸리지 않은 항목은 쪽 끝에 있어도 찾지 않습니다.
    HEADING_AT_FOOT = "heading-at-foot": Pages, Warning, "쪽 끝에 남은 제목", "a heading at the foot of a page";
    checks: [Pages(findings)];
    wrong: Laid [
        || fixture::pages(&[&["사업", "추진사항"], &["항목 1"]]),
    ];
    right: Laid [
        || fixture::pages(&[&["사업"], &["추진사항", "항목 1"]]).with(|pages| pages[0].marks.clear()),
        || fixture::pages(&[&["사업", "추진사항", "항목 1"], &["항목 2"]]),
    ];
}

/// Headings whose page ends before what they head begins.
fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
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
        found.push(HEADING_AT_FOOT.finding(pages.place(*heading), message).with_help(help));
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
    let section = pages.section(owner.section);
    section.is_some_and(|section| matches!(section.content, SectionContent::Group { .. }))
}
