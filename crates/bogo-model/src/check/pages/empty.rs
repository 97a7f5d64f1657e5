//! Pages on which hardly anything is left over.

use super::{LaidPage, PageKind, Pages};
use crate::check::rules;
use crate::diagnostic::Diagnostic;
use crate::edition::{Table, TableCell};
use crate::message;

/// A page is nearly empty that uses less than this part of its height.
const LEAST_USED: f64 = 0.1;

/// A page of no more lines than this is nearly empty.
const FEWEST_LINES: usize = 2;

/// A row that takes more than this part of a page fills it well enough alone.
const MOST_OF_A_ROW: f64 = 0.4;

/// Lines that are no further apart than this, in points, are one.
const SAME_LINE: f64 = 4.0;

/// Pages to which a few lines have run over. A page on which a section or a
/// project begins is as full as that is long, and is left alone.
pub(super) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let begins = |page: &LaidPage| !page.begins.is_empty();
    let before = pages.laid.pages.iter().take_while(|page| !begins(page)).count();
    for page in pages.laid.pages.iter().skip(before) {
        let goes_on = page.kind == PageKind::Body && page.begins.is_empty();
        if !goes_on || !page.pictures.is_empty() {
            continue;
        }
        let (lines, used) = used(pages, page);
        let is_empty = lines <= FEWEST_LINES || used < LEAST_USED;
        let number = page.number;
        let message = if lines > 0 && is_empty {
            message!(
                "{number}쪽이 거의 비어 있습니다({lines}줄)",
                "page {number} is nearly empty (lines: {lines})"
            )
        } else if used < MOST_OF_A_ROW && is_one_row(pages, page) {
            message!(
                "{number}쪽에는 표의 마지막 행 하나만 있습니다",
                "page {number} holds nothing but the last row of a table"
            )
        } else {
            continue;
        };
        let body = pages.body(page);
        let mut texts = page.texts.iter().filter(|text| body.holds(&text.area));
        let place = texts.find_map(|text| text.owner).and_then(|owner| pages.place(owner));
        let help = message!(
            "앞쪽의 글이나 그림을 조금 줄이거나 이 줄을 다른 쪽으로 옮기면 한 쪽이 줄어듭니다.",
            "a little less text before it, smaller pictures, or moving these lines would save the page"
        );
        found.push(rules::EMPTY_PAGE.finding(place, message).with_help(help));
    }
    found
}

/// How many lines stand in the body of a page, and what part of its height
/// they reach down to.
fn used(pages: &Pages<'_>, page: &LaidPage) -> (usize, f64) {
    let body = pages.body(page);
    let texts = page.texts.iter().filter(|text| body.holds(&text.area));
    let mut baselines: Vec<f64> = texts.clone().map(|text| text.baseline).collect();
    baselines.sort_by(f64::total_cmp);
    baselines.dedup_by(|next, line| *next - *line <= SAME_LINE);
    let lowest = texts.map(|text| text.area.bottom).fold(body.top, f64::max);
    (baselines.len(), (lowest - body.top) / body.height())
}

/// Whether a page holds nothing but the last row of a table, under its head if
/// that is repeated. It is told by the letters that there are.
fn is_one_row(pages: &Pages<'_>, page: &LaidPage) -> bool {
    let body = pages.body(page);
    let texts = || page.texts.iter().filter(|text| body.holds(&text.area));
    let Some(owner) = texts().find_map(|text| text.owner) else { return false };
    let Some(Some(section)) = pages.sections.get(owner.section) else { return false };
    let is_own = |table: &&&Table| {
        table.passage.number == owner.passage
            || table
                .rows
                .iter()
                .any(|row| row.passage.is_some_and(|own| own.number == owner.passage))
    };
    let tables = section.tables();
    let Some(table) = tables.iter().find(is_own) else { return false };
    let [_, .., last] = table.rows.as_slice() else { return false };
    let there: usize = texts().map(|text| letters(&text.words)).sum();
    let of_cells = |cells: &[TableCell]| cells.iter().map(letters_of).sum::<usize>();
    let row = of_cells(&last.cells);
    let head: usize = table.head.iter().map(|cells| of_cells(cells)).sum();
    let labels: usize = labels_beside_last(table).map(letters_of).sum();
    row > 0 && [0, head, labels, head + labels].contains(&there.wrapping_sub(row))
}

/// The cells that begin in an earlier row and span the last one.
fn labels_beside_last(table: &Table) -> impl Iterator<Item = &TableCell> {
    let count = table.rows.len();
    let rows = table.rows.iter().enumerate().take(count.saturating_sub(1));
    rows.flat_map(move |(index, row)| {
        row.cells.iter().filter(move |cell| index + cell.rowspan >= count)
    })
}

/// How many letters and digits a cell holds.
fn letters_of(cell: &TableCell) -> usize {
    let lines = cell.list.iter().flatten();
    let texts = lines.flat_map(|line| line.badge.iter().chain([&line.text]));
    let own = texts.map(|text| letters(&text.plain())).sum::<usize>();
    if cell.list.is_some() { own } else { letters(&cell.text.plain()) }
}

fn letters(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphanumeric()).count()
}
