//! Pages on which hardly anything is left over.

use super::{LaidPage, PageKind, Pages, finding};
use crate::diagnostic::Diagnostic;
use crate::message;

/// A page is nearly empty that uses less than this part of its height.
const LEAST_USED: f64 = 0.1;

/// A page of no more lines than this is nearly empty.
const FEWEST_LINES: usize = 2;

/// Lines that are no further apart than this, in points, are one.
const SAME_LINE: f64 = 4.0;

/// Pages to which a few lines have run over. A page on which a section or a
/// project begins is as full as that is long, and is left alone.
pub(super) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for page in &pages.laid.pages {
        let goes_on = page.kind == PageKind::Body && page.begins.is_empty();
        if !goes_on || !page.pictures.is_empty() {
            continue;
        }
        let (lines, used) = used(pages, page);
        if lines == 0 || (lines > FEWEST_LINES && used >= LEAST_USED) {
            continue;
        }
        let body = pages.body(page);
        let mut texts = page.texts.iter().filter(|text| body.holds(&text.area));
        let place = texts.find_map(|text| text.owner).and_then(|owner| pages.place(owner));
        let number = page.number;
        let message = message!(
            "{number}쪽이 거의 비어 있습니다({lines}줄)",
            "page {number} is nearly empty (lines: {lines})"
        );
        let help = message!(
            "앞쪽의 글이나 그림을 조금 줄이거나 이 줄을 다른 쪽으로 옮기면 한 쪽이 줄어듭니다.",
            "a little less text before it, smaller pictures, or moving these lines would save the page"
        );
        found.push(finding("empty-page", place, message).with_help(help));
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
