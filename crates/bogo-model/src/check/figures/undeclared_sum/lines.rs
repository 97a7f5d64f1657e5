//! Rows and columns of tables that call themselves totals, changes or rates.

use super::{UNDECLARED_SUM, said};
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::figures::{Declaration, Undeclared};
use crate::json::{Documents, Span};
use crate::{korean, message};

/// The most places that a finding shows beside its own.
const MOST_PLACES: usize = 8;

/// Findings about the tables of a report.
pub(super) fn findings(undeclared: &[Undeclared], documents: &Documents) -> Vec<Diagnostic> {
    undeclared.iter().filter_map(|line| of_line(line, documents)).collect()
}

/// The finding about a line of a table, at the first of its figures.
fn of_line(line: &Undeclared, documents: &Documents) -> Option<Diagnostic> {
    let wrong = line.wrong.first()?;
    let message = said(line.kind, &line.name, &wrong.stated, wrong.expected);
    let (member, fix) = declare(&line.declaration, documents);
    let help = message!(
        "이렇게 밝히면 검산합니다: {member}. 다른 뜻이면 \"$allow\"에 까닭을 적으십시오.",
        "declare it with `{member}`, or say in `$allow` what else it is"
    );
    let place = documents.place(wrong.stated.span);
    let mut found = UNDECLARED_SUM.finding(place, message).with_help(help);
    for part in wrong.parts.iter().take(MOST_PLACES) {
        let value = korean::number(part.value);
        found = found.with_related(documents.place(part.span), message!("{value}", "{value}"));
    }
    for other in line.wrong.iter().skip(1).take(MOST_PLACES) {
        let [written, value] = [other.stated.value, other.expected].map(korean::number);
        let place = documents.place(other.stated.span);
        let message =
            message!("여기는 {written}, 계산하면 {value}", "{written} here, reckoned {value}");
        found = found.with_related(place, message);
    }
    Some(match fix {
        Some(fix) => found.with_fix(fix),
        None => found,
    })
}

/// What is to be written, and the fix that writes it, where its place is
/// known.
fn declare<'d>(declaration: &'d Declaration, documents: &Documents) -> (&'d str, Option<Fix>) {
    let (member, edits) = match declaration {
        Declaration::Row { row, member } => (member, declare_row(*row, member, documents)),
        Declaration::Column { table, columns, count, column, member } => {
            let edits = match columns.get(*column) {
                Some(own) => add_member(*own, member, documents),
                None if columns.is_empty() => {
                    let entry = |at| {
                        if at == *column { format!("{{ {member} }}") } else { "{}".to_owned() }
                    };
                    let entries: Vec<String> = (0..*count).map(entry).collect();
                    let text = format!("{{ \"columns\": [{}],", entries.join(", "));
                    Some(vec![documents.edit(Span { end: table.start + 1, ..*table }, text)])
                }
                None => None,
            };
            (member, edits)
        }
    };
    (member, edits.map(|edits| Fix { edits }))
}

/// The edits by which a row, a list of cells or an object, says what it is.
fn declare_row(row: Span, member: &str, documents: &Documents) -> Option<Vec<Edit>> {
    if documents.raw(row).starts_with('{') {
        return add_member(row, member, documents);
    }
    let (first, last) = (Span { end: row.start + 1, ..row }, Span { start: row.end - 1, ..row });
    let begin = documents.edit(first, "{ \"cells\": [".to_owned());
    Some(vec![begin, documents.edit(last, format!("], {member} }}"))])
}

/// The edit that adds a member to an object.
fn add_member(object: Span, member: &str, documents: &Documents) -> Option<Vec<Edit>> {
    let text = documents.raw(object);
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    // The white space before the brace stays behind what is added.
    let end = object.end - 1;
    let start = object.start + 1 + inner.trim_end().len() as u32;
    let (before, after) = if inner.trim().is_empty() { (" ", " ") } else { (", ", "") };
    let space = &inner[inner.trim_end().len()..];
    let brace = if space.is_empty() { format!("{after}}}") } else { format!("{space}}}") };
    let place = Span { start, end: end + 1, ..object };
    Some(vec![documents.edit(place, format!("{before}{member}{brace}"))])
}
