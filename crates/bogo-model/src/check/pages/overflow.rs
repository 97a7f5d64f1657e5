//! Words that run out of their cell, or out of the body.

use super::{Area, LaidPage, LaidText, Owner, Pages, finding};
use crate::diagnostic::{Diagnostic, Place};
use crate::edition::PassageKind;
use crate::message;

/// Words may reach over an edge by this much, in points: less than can be
/// seen.
const UNSEEN: f64 = 1.0;

/// Words that stand in one another overlap by more than this part of their
/// height.
const SAME_LINE: f64 = 0.3;

/// What words have run over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// The edge of their cell.
    Cell,
    /// The edge of the page's body.
    Body,
}

/// Words that stand where they should not, each passage's once.
pub(super) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for page in &pages.laid.pages {
        let body = pages.body(page);
        let owned: Vec<(&LaidText, Owner)> = page
            .texts
            .iter()
            .filter(|text| body.holds(&text.area()) && text.has_letters())
            .filter_map(|text| Some((text, text.owner?)))
            .filter(|(_, owner)| !is_told(pages, *owner))
            .collect();
        for (index, (text, owner)) in owned.iter().enumerate() {
            let over = if leaves(&text.area(), &body) {
                Over::Body
            } else if is_grid(pages, *owner) && runs_over(pages, page, text, &owned[..index]) {
                Over::Cell
            } else {
                continue;
            };
            let diagnostic = run_over(pages, page, text, *owner, over);
            if !found.contains(&diagnostic) {
                found.push(diagnostic);
            }
        }
    }
    found
}

/// Whether the passage is a table that has been found to be too wide.
fn is_told(pages: &Pages<'_>, owner: Owner) -> bool {
    let kind = pages.passage(owner).map(|passage| passage.kind);
    kind == Some(PassageKind::Table { too_wide: true })
}

/// Whether the words of a passage stand in cells or boxes.
fn is_grid(pages: &Pages<'_>, owner: Owner) -> bool {
    matches!(
        pages.passage(owner).map(|passage| passage.kind),
        Some(
            PassageKind::Table { .. }
                | PassageKind::Row
                | PassageKind::Schedule
                | PassageKind::Organisation
                | PassageKind::ProjectList
        )
    )
}

fn leaves(words: &Area, body: &Area) -> bool {
    words.left < body.left - UNSEEN || words.right > body.right + UNSEEN
}

/// Whether words cross the line between two columns, or stand in others.
fn runs_over(
    pages: &Pages<'_>,
    page: &LaidPage,
    text: &LaidText,
    before: &[(&LaidText, Owner)],
) -> bool {
    let area = text.area();
    let middle = (area.top + area.bottom) / 2.0;
    let crosses = page.uprights.iter().any(|line| {
        let is_within = area.left + UNSEEN < line.x && line.x < area.right - UNSEEN;
        is_within && line.top < middle && middle < line.bottom
    });
    let mut others = before.iter().filter(|(_, owner)| is_grid(pages, *owner));
    crosses || others.any(|(other, _)| overlap(&area, &other.area()))
}

/// Whether words stand in one another.
fn overlap(one: &Area, other: &Area) -> bool {
    let across = one.right.min(other.right) - one.left.max(other.left);
    let down = one.bottom.min(other.bottom) - one.top.max(other.top);
    across > UNSEEN && down > SAME_LINE * one.height().min(other.height())
}

fn run_over(
    pages: &Pages<'_>,
    page: &LaidPage,
    text: &LaidText,
    owner: Owner,
    over: Over,
) -> Diagnostic {
    let (words, number) = (text.words.trim(), page.number);
    let message = match over {
        Over::Cell => message!(
            "글이 칸을 넘칩니다: ‘{words}’({number}쪽)",
            "words run out of their cell: `{words}` (page {number})"
        ),
        Over::Body => message!(
            "글이 본문 밖으로 나갑니다: ‘{words}’({number}쪽)",
            "words run out of the page's body: `{words}` (page {number})"
        ),
    };
    let help = match is_grid(pages, owner) {
        true => message!(
            "글을 줄이거나, 띄어 쓸 곳을 띄우거나, 열의 너비(\"width\")를 늘리십시오.",
            "shorten them, part them with a space, or make the column's `width` larger"
        ),
        false => message!(
            "글을 줄이거나 띄어 쓸 곳을 띄우십시오.",
            "shorten them or part them with a space"
        ),
    };
    finding("overflow", place_of(pages, owner, words), message).with_help(help)
}

/// The string that says these words, or where its passage begins.
fn place_of(pages: &Pages<'_>, owner: Owner, words: &str) -> Option<Place> {
    let span = pages.passage(owner)?.span;
    match pages.documents.saying(span, words) {
        Some(own) => Some(pages.documents.place(own)),
        None => pages.place(owner),
    }
}
