//! Rows of tables that stand on two pages.

use super::Pages;
use crate::check::rules;
use crate::diagnostic::Diagnostic;
use crate::edition::PassageKind;
use crate::message;

/// Rows that begin on one page and end on another.
pub(in crate::check) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (owner, marks) in &pages.marks {
        let (Some(first), Some(last)) = (marks.iter().min(), marks.iter().max()) else { continue };
        let is_row = pages.passage(*owner).is_some_and(|part| part.kind == PassageKind::Row);
        if !is_row || first == last {
            continue;
        }
        let (first, last) = (pages.number(*first), pages.number(*last));
        let message = message!(
            "표의 한 행이 {first}쪽에서 {last}쪽까지 나뉘어 있습니다",
            "a row of the table is split over pages {first} to {last}"
        );
        let help = message!(
            "머리 행이나 앞의 제목과 함께 한 쪽에 들어가지 않는 행입니다. 칸의 글을 줄이거나 행을 여럿으로 나누십시오.",
            "with its head, or with the headings before it, the row does not fit a page; shorten its cells or make it several rows"
        );
        found.push(rules::SPLIT_ROW.finding(pages.place(*owner), message).with_help(help));
    }
    found
}
