//! Pages on which hardly anything is left over.

#[cfg(test)]
use super::fixture;
use super::{LaidPage, PageKind, Pages};
use crate::check::listed::rule;
use crate::diagnostic::Diagnostic;
use crate::edition::{Table, TableCell};
use crate::message;

rule! {
    /// 앞쪽에서 넘어온 한두 줄이나 표의 마지막 한 행 때문에 거의 빈 쪽이 생겼는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 한두 줄을 위해 한 쪽을 더 찍게 됩니다. 앞쪽에서 조금만 줄이면 없어질 쪽이고, 양면으로 찍는 보고서에서는 뒤의 쪽이 모두 밀립니다.
    ///
    /// ## 보기
    ///
    /// 이런 쪽을 찾습니다.
    ///
    /// ```text
    ///   ○ 뒤의 항목
    ///
    ///                           - 7 -
    /// ```
    ///
    /// 이런 쪽은 찾지 않습니다.
    ///
    /// ```text
    /// □ 향후계획
    ///   ○ 영상 게시: 9월
    ///   ○ 결과 보고: 10월
    ///   ○ 내년 예산 반영 요청: 11월
    ///
    ///                           - 7 -
    /// ```
    ///
    /// ## 고치기
    ///
    /// - 앞쪽의 글이나 그림을 조금 줄입니다. 그림은 `"width"`나 `"ratio"`로 작게 합니다.
    /// - 가로 쪽이나 한 쪽을 채우는 그림 앞뒤에 남은 줄이면 그 줄을 다른 쪽으로 옮깁니다.
    ///
    /// 본문 높이의 10분의 1도 쓰지 않았거나 두 줄이 넘지 않는 쪽, 되풀이된 머리 행 아래에 표의 마지막 행 하나만 있는 쪽입니다(그 행이 쪽의 10분의 4를 넘으면 찾지 않습니다). 머리에 둔 표지(`"place": "head"`)만 있는 첫 쪽도 찾습니다. 절이나 사업이 시작하는 쪽은 그 글이 짧을 뿐이므로 찾지 않습니다. 그림이 있는 쪽, 표지와 목차, 장의 제목 쪽, 오른쪽에서 시작하려고 비운 쪽도 보지 않습니다.
    EMPTY_PAGE = "empty-page": Pages, Warning, "거의 빈 쪽", "a page that is nearly empty";
    checks: [Pages(findings)];
    wrong: Laid [|| fixture::pages(&[&["앞", "가", "나"], &["다"]])];
    right: Laid [|| fixture::pages(&[&["앞", "가"], &["나", "다", "라", "마", "바", "사", "아", "자"]])];
}

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
fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
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
        let owner = pages.texts_in_body(page).find_map(|text| text.owner);
        let place = owner.and_then(|owner| pages.place(owner));
        let help = message!(
            "앞쪽의 글이나 그림을 조금 줄이거나 이 줄을 다른 쪽으로 옮기면 한 쪽이 줄어듭니다.",
            "a little less text before it, smaller pictures, or moving these lines would save the page"
        );
        found.push(EMPTY_PAGE.finding(place, message).with_help(help));
    }
    found.extend(lone_head(pages));
    found
}

/// The cover at the head of the first page where nothing else stands on that:
/// the first section is on its side, or begins a page.
fn lone_head(pages: &Pages<'_>) -> Option<Diagnostic> {
    let edition = pages.edition;
    edition.cover.as_ref().filter(|cover| !cover.own_page)?;
    let is_first = |page: &&LaidPage| page.kind == PageKind::Body && page.number == 1;
    let first = pages.laid.pages.iter().find(is_first)?;
    let begins = pages.laid.pages.iter().find(|page| !page.begins.is_empty())?;
    if begins.number == first.number {
        return None;
    }
    let message = message!(
        "1쪽에는 보고서의 제목만 있습니다",
        "page 1 holds nothing but the title of the report"
    );
    let help = message!(
        "가로 쪽 앞에 글을 두거나, 표지를 한 쪽으로 두려면 cover에 \"place\": \"page\"를 쓰십시오.",
        "put text before the page that lies on its side, or write `\"place\": \"page\"` in `cover`"
    );
    let title = edition.cover.as_ref().map(|cover| cover.title.plain()).unwrap_or_default();
    Some(EMPTY_PAGE.finding(pages.place_saying(None, &title), message).with_help(help))
}

/// How many lines stand in the body of a page, and what part of its height
/// they reach down to.
fn used(pages: &Pages<'_>, page: &LaidPage) -> (usize, f64) {
    let body = pages.body(page);
    let mut baselines: Vec<f64> = pages.texts_in_body(page).map(|text| text.baseline).collect();
    baselines.sort_by(f64::total_cmp);
    baselines.dedup_by(|next, line| *next - *line <= SAME_LINE);
    let bottoms = pages.texts_in_body(page).map(|text| text.area.bottom);
    let lowest = bottoms.fold(body.top, f64::max);
    (baselines.len(), (lowest - body.top) / body.height())
}

/// Whether a page holds nothing but the last row of a table, under its head if
/// that is repeated. It is told by the letters that there are.
fn is_one_row(pages: &Pages<'_>, page: &LaidPage) -> bool {
    let texts = || pages.texts_in_body(page);
    let Some(owner) = texts().find_map(|text| text.owner) else { return false };
    let Some(section) = pages.section(owner.section) else { return false };
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

/// The cells that begin in an earlier row of the body and span the last one.
fn labels_beside_last(table: &Table) -> impl Iterator<Item = &TableCell> {
    let end = table.head.len() + table.rows.len();
    table.body_cells().filter(move |cell| cell.row + 1 < end && cell.rows().end == end)
}

/// How many letters and digits a cell holds.
fn letters_of(cell: &TableCell) -> usize {
    let lines = cell.list.iter().flatten();
    let texts =
        lines.flat_map(|line| line.badge.iter().map(|badge| &badge.text).chain([&line.text]));
    let own = texts.map(|text| letters(&text.plain())).sum::<usize>();
    if cell.list.is_some() { own } else { letters(&cell.text.plain()) }
}

fn letters(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphanumeric()).count()
}
