//! Pages that came out otherwise each time they were laid out.

use super::Pages;
use crate::diagnostic::{Diagnostic, Form};
use crate::message;

/// What to say where layout went to and fro: no page can be relied on then. It
/// is no rule, for nothing makes such pages right.
pub(super) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let Some(unsettled) = &pages.laid.unsettled else { return Vec::new() };
    let indices: Vec<usize> = unsettled.iter().filter_map(|page| page.checked_sub(1)).collect();
    let owner = indices.iter().find_map(|index| {
        // What goes to and fro begins on the first of its pages, or before.
        let before = pages.laid.pages.get(..=*index)?;
        before
            .last()?
            .marks
            .last()
            .or_else(|| before.iter().rev().find_map(|page| page.marks.last()))
    });
    let place = owner.and_then(|owner| pages.place(*owner));
    let message = match (indices.first(), indices.last()) {
        (Some(first), Some(last)) => {
            let ((from, on), (to, and)) = (pages.name(*first), pages.name(*last));
            message!(
                "조판이 안정되지 않아 쪽을 믿을 수 없습니다({from}과 {to} 사이)",
                "the layout does not settle, so that its pages cannot be relied on ({on} to {and})"
            )
        }
        _ => message!(
            "조판이 안정되지 않아 쪽을 믿을 수 없습니다",
            "the layout does not settle, so that its pages cannot be relied on"
        ),
    };
    let help = message!(
        "자료가 아니라 프로그램이나 보고서가 고쳐 쓴 템플릿의 잘못입니다. 그 자리의 표를 나누거나 글을 줄여 보고, 고쳐 쓴 템플릿이 없으면 알려 주십시오.",
        "a fault of the program, or of the report's own templates, not of the data; divide the table there or shorten its text, and report it if there are no such templates"
    );
    vec![Diagnostic::error(Form::UnsettledPages, place, message).with_help(help)]
}
