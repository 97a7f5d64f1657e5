//! Findings for the eyes of a person.

use std::borrow::Cow;
use std::io::{IsTerminal as _, Write as _, stderr};
use std::ops::{Range, RangeInclusive};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use bogo_model::diagnostic;
use bogo_model::json::Documents;
use bogo_model::quoting::printable;
use bogo_model::{Diagnostic, Language, Place, Severity};
use unicode_width::UnicodeWidthChar as _;

use crate::{reason, say};

/// The width of lines where no terminal tells of its own.
const USUAL_WIDTH: usize = 140;

/// What stands before and around the part of a line that is shown: bars,
/// spaces, and the marks that more follows.
const AROUND: usize = 20;

/// Writes all findings to the standard error stream, and how many they are.
pub(crate) fn findings(diagnostics: &[Diagnostic], documents: &Documents, language: Language) {
    if !diagnostics.is_empty() {
        let count = count(diagnostics, language);
        write(&format!("{}{count}\n", list(diagnostic::shown(diagnostics), documents, language)));
    }
}

/// Writes what a check found to the standard error stream: how many findings
/// there are and how many of them can be mended, or that there are none.
pub(crate) fn checked(diagnostics: &[Diagnostic], documents: &Documents, language: Language) {
    let mending = diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()).count();
    let count = count(diagnostics, language);
    let end = match language {
        Language::Korean if diagnostics.is_empty() => "찾은 것이 없습니다".to_owned(),
        Language::English if diagnostics.is_empty() => "nothing was found".to_owned(),
        _ if mending == 0 => count,
        Language::Korean => format!("{count}. {mending}건은 --fix로 고칠 수 있습니다"),
        Language::English => format!("{count}; --fix mends {mending}"),
    };
    write(&format!("{}{end}\n", list(diagnostic::shown(diagnostics), documents, language)));
}

/// What a check found as text without colours, and how many findings it is.
pub(crate) fn text(
    diagnostics: &[Diagnostic],
    documents: &Documents,
    language: Language,
) -> String {
    let shown = diagnostic::shown(diagnostics);
    let list = listed(Renderer::plain(), shown, documents, language);
    format!("{list}{}\n", count(diagnostics, language))
}

/// The findings in full, an empty line behind each.
pub(crate) fn list<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    documents: &Documents,
    language: Language,
) -> String {
    let renderer = match stderr().is_terminal() {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    listed(renderer, diagnostics, documents, language)
}

fn listed<'d>(
    renderer: Renderer,
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    documents: &Documents,
    language: Language,
) -> String {
    let width = width();
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(width);
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&renderer.render(&groups(diagnostic, documents, language, width)));
        text.push_str("\n\n");
    }
    text
}

/// How many columns a line of a file may take: those of the terminal, or as
/// many as `COLUMNS` says.
fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let of_terminal =
        || terminal_size::terminal_size_of(stderr()).map(|(width, _)| usize::from(width.0));
    said.or_else(of_terminal).filter(|width| *width > 0).map_or(USUAL_WIDTH, |width| width.max(40))
}

/// Writes why the program could not run.
pub(crate) fn failure(error: &anyhow::Error, language: Language) {
    let (name, why) = (say(language, "오류", "error"), reason::chain(error, language));
    write(&format!("{name}: {why}\n"));
}

/// Writes a line for the user to the standard error stream.
pub(crate) fn write(text: &str) {
    // Where nobody listens there is nothing to be done about it.
    let _ = stderr().lock().write_all(text.as_bytes());
}

/// How many findings are not shown, because they are too many.
pub(crate) fn left_out(diagnostics: &[Diagnostic]) -> usize {
    let of = |severity| diagnostic::count(diagnostics, severity);
    of(Severity::Error) + of(Severity::Warning) - diagnostic::shown(diagnostics).len()
}

/// How many errors and warnings there are, in words.
pub(crate) fn count(diagnostics: &[Diagnostic], language: Language) -> String {
    let of = |severity| diagnostic::count(diagnostics, severity);
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let more = left_out(diagnostics);
    match language {
        Language::Korean if more > 0 => {
            format!("잘못 {errors}건, 주의 {warnings}건 (이 가운데 {more}건은 보이지 않음)")
        }
        Language::English if more > 0 => {
            format!("{errors} errors, {warnings} warnings ({more} of them are not shown)")
        }
        Language::Korean => format!("잘못 {errors}건, 주의 {warnings}건"),
        Language::English => format!("{errors} errors, {warnings} warnings"),
    }
}

fn groups<'d>(
    diagnostic: &'d Diagnostic,
    documents: &'d Documents,
    language: Language,
    width: usize,
) -> Vec<Group<'d>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(say(language, "잘못", "error")),
        Severity::Warning => Level::WARNING.with_name(say(language, "주의", "warning")),
    };
    let title = level.primary_title(diagnostic.message.text(language)).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    if let Some(place) = &diagnostic.place {
        group = add_place(group, place, AnnotationKind::Primary, None, documents, width);
    }
    for related in &diagnostic.related {
        let label = Some(related.message.text(language));
        group = add_place(group, &related.place, AnnotationKind::Context, label, documents, width);
    }
    if let Some(help) = &diagnostic.help {
        let level = Level::HELP.with_name(say(language, "도움말", "help"));
        group = group.element(level.message(help.text(language)));
    }
    vec![group]
}

/// Adds the line that a place begins in, the place marked as far as it fits
/// the width. Only that line is handed over, so that a large file costs
/// nothing.
fn add_place<'d>(
    group: Group<'d>,
    place: &'d Place,
    kind: AnnotationKind,
    label: Option<&'d str>,
    documents: &'d Documents,
    width: usize,
) -> Group<'d> {
    let Range { start: first, end: last } = place.range();
    let text = documents.text(place.file()).filter(|text| text.is_char_boundary(first));
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return group.element(Origin::path(printable(place.file())));
    };
    let begin = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[first..].find('\n').map_or(text.len(), |at| first + at);
    // Windows ends lines with a character more, which is nobody's to see.
    let line = text[begin..end].trim_end_matches('\r');
    let number = text[..begin].matches('\n').count() + 1;
    let start = (first - begin).min(line.len());
    // An empty place is shown at the character that it stands before.
    let next = line[start..].chars().next().map_or(0, char::len_utf8);
    let stop = (last - begin).max(start + next).min(line.len()).max(start);
    let room = width.saturating_sub(number.to_string().len() + AROUND);
    let stop = start + fitting(&line[start..stop], room);
    // What stands for a control takes more bytes than it.
    let [start, stop] = [start, stop].map(|at| tame(&line[..at]).len());
    let annotation: Annotation<'d> = kind.span(start..stop).label(label);
    let snippet = Snippet::source(tame(line))
        .line_start(number)
        .path(printable(place.file()))
        .fold(false)
        .annotation(annotation);
    group.element(snippet)
}

/// A line without the controls and line ends that the renderer leaves as they
/// are, and that terminals obey: those of C1, and two of Unicode's own.
fn tame(line: &str) -> Cow<'_, str> {
    const OBEYED: [RangeInclusive<char>; 2] = ['\u{80}'..='\u{9f}', '\u{2028}'..='\u{2029}'];
    let is_obeyed = |character: char| OBEYED.iter().any(|range| range.contains(&character));
    match line.contains(is_obeyed) {
        true => Cow::Owned(line.replace(is_obeyed, "\u{fffd}")),
        false => Cow::Borrowed(line),
    }
}

/// How many bytes of a text fit so many columns, of which a syllable takes two.
fn fitting(text: &str, columns: usize) -> usize {
    let mut left = columns;
    let is_over = |(_, character): &(usize, char)| {
        let wide = character.width().unwrap_or(1);
        let is_over = wide > left;
        left = left.saturating_sub(wide);
        is_over
    };
    text.char_indices().find(is_over).map_or(text.len(), |(at, _)| at)
}
