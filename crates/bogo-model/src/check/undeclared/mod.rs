//! Totals, changes and rates that call themselves so, are not declared, and do
//! not agree.

mod sentence;

use rust_decimal::Decimal;

use super::calls::bare;
use super::writing::Reading;
use crate::check::rules;
use crate::diagnostic::{Code, Diagnostic, Edit, Fix, Message};
use crate::figures::{Declaration, ProofKind, Quantity, Undeclared};
use crate::json::{Documents, Span};
use crate::korean;
use crate::message;

/// The most places that a finding shows beside its own.
const MOST_PLACES: usize = 8;

/// All findings of the rule.
pub(super) fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let Reading { manuscript, report, figures, .. } = reading;
    let documents = &manuscript.documents;
    let mut found: Vec<Diagnostic> =
        figures.undeclared.iter().filter_map(|line| of_line(line, documents)).collect();
    found.extend(sentence::findings(manuscript, report, figures));
    found
}

/// Lets those declarations wait that call a line by words which others are
/// about to mend: when the edition is read again, they call it by the right
/// ones.
pub(super) fn wait_for_names(
    found: &mut [Diagnostic],
    others: &[Diagnostic],
    documents: &Documents,
) {
    let mut declarations: Vec<&mut Diagnostic> = found
        .iter_mut()
        .filter(|finding| finding.code == Code::Rule(&rules::UNDECLARED_SUM))
        .collect();
    if declarations.is_empty() {
        return;
    }
    let edits = others.iter().filter_map(|other| other.fix.as_ref()).flat_map(|fix| &fix.edits);
    let names: Vec<String> = edits.filter_map(|edit| name_at(edit, documents)).collect();
    let calls = |fix: &Fix| {
        let written = fix.edits.iter().map(|edit| bare(&edit.text));
        written.into_iter().any(|text| names.iter().any(|name| text.contains(name.as_str())))
    };
    for finding in &mut declarations {
        finding.fix = finding.fix.take().filter(|fix| !calls(fix));
    }
}

/// The words, in quotes, of the string that an edit changes.
fn name_at(edit: &Edit, documents: &Documents) -> Option<String> {
    let text = documents.text(&edit.file)?;
    let start = text[..edit.range.start].rfind('"')?;
    let end = edit.range.end + text[edit.range.end..].find('"')? + 1;
    Some(bare(&text[start..end].replace("\\n", " ")))
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
    let mut found = rules::UNDECLARED_SUM.finding(place, message).with_help(help);
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

/// What is said of a figure, and what it would have to be.
fn said(kind: ProofKind, name: &str, stated: &Quantity, expected: Decimal) -> Message {
    let unit = if kind == ProofKind::ChangeRate { "%" } else { stated.shown_unit() };
    let [written, expected] = [stated.value, expected].map(korean::number);
    match kind {
        ProofKind::Change => message!(
            "증감이라고 했으나 맞지 않습니다 – ‘{name}’ {written}{unit}, 빼면 {expected}{unit}",
            "`{name}` calls itself a change and says {written}{unit}, but the difference is {expected}{unit}"
        ),
        ProofKind::ChangeRate => message!(
            "증감률이라고 했으나 맞지 않습니다 – ‘{name}’ {written}{unit}, 계산하면 {expected}{unit}",
            "`{name}` calls itself a rate of change and says {written}{unit}, but that is {expected}{unit}"
        ),
        _ => message!(
            "합계라고 했으나 맞지 않습니다 – ‘{name}’ {written}{unit}, 더하면 {expected}{unit}",
            "`{name}` calls itself a total and says {written}{unit}, but the sum is {expected}{unit}"
        ),
    }
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
                    Some(vec![edit(Span { end: table.start + 1, ..*table }, text, documents)])
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
    if written(row, documents).starts_with('{') {
        return add_member(row, member, documents);
    }
    let (first, last) = (Span { end: row.start + 1, ..row }, Span { start: row.end - 1, ..row });
    let begin = edit(first, "{ \"cells\": [".to_owned(), documents);
    Some(vec![begin, edit(last, format!("], {member} }}"), documents)])
}

/// The edit that adds a member to an object.
fn add_member(object: Span, member: &str, documents: &Documents) -> Option<Vec<Edit>> {
    let text = written(object, documents);
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    // The white space before the brace stays behind what is added.
    let end = object.end - 1;
    let start = object.start + 1 + inner.trim_end().len() as u32;
    let (before, after) = if inner.trim().is_empty() { (" ", " ") } else { (", ", "") };
    let space = &inner[inner.trim_end().len()..];
    let brace = if space.is_empty() { format!("{after}}}") } else { format!("{space}}}") };
    let place = Span { start, end: end + 1, ..object };
    Some(vec![edit(place, format!("{before}{member}{brace}"), documents)])
}

/// The characters of a value in its file.
fn written(span: Span, documents: &Documents) -> &str {
    let text = &documents.get(span.file).text;
    text.get(span.start as usize..span.end as usize).unwrap_or_default()
}

fn edit(span: Span, text: String, documents: &Documents) -> Edit {
    let file = documents.get(span.file).path.clone();
    Edit { file, range: span.start as usize..span.end as usize, text }
}
