//! Lines that have a date: items, lines of cells, tasks.

use std::ops::Range;

use super::super::Reading;
use super::step::{When, leading};
use crate::check::sentences::Sentence;
use crate::diagnostic::Place;
use crate::figures::literal;
use crate::format::{Item, Task, Text};
use crate::json::{Documents, Span};
use crate::korean;

/// Where a date stands, looked up only where something is wrong with it: that
/// takes time that grows with the text.
#[derive(Debug, Clone)]
pub(super) enum Site<'r> {
    /// In these bytes of a text.
    Typed(&'r Sentence, Range<usize>),
    /// In the data.
    Data(Span),
}

impl Site<'_> {
    /// The place in the file.
    pub(super) fn place(&self, documents: &Documents) -> Place {
        match self {
            Self::Typed(sentence, range) => sentence.place(documents, range.clone()),
            Self::Data(span) => documents.place(*span),
        }
    }
}

/// A line with its date, years that are left out not yet known.
#[derive(Debug, Clone)]
pub(super) struct Dated<'r> {
    /// When it begins.
    pub begin: When,
    /// When it ends, unless that is open.
    pub end: Option<When>,
    /// The date as it is printed.
    pub shown: String,
    /// What is done.
    pub what: String,
    /// Whether a name stands before the date: `접수 : 9. 2. ~ 9. 30.`
    pub named: bool,
    /// Whether it is only told in brackets: `지구 지정(2016. 5.)`
    pub aside: bool,
    /// Where the date is typed.
    pub site: Site<'r>,
}

/// Reads the lines of a report.
pub(super) struct Lines<'r> {
    reading: &'r Reading<'r>,
}

impl<'r> Lines<'r> {
    /// The lines of this report.
    pub(super) fn of(reading: &'r Reading<'r>) -> Self {
        Self { reading }
    }

    /// A text as it is read.
    pub(super) fn sentence(&self, text: Option<&Text>) -> Option<&'r Sentence> {
        text.and_then(|text| self.reading.sentences.of_text(text))
    }

    /// The date that a text begins with.
    pub(super) fn dated(&self, sentence: &'r Sentence) -> Option<Dated<'r>> {
        self.dated_line(sentence, 0, &sentence.text)
    }

    /// The date that a line of a text begins with, which stands from a byte on.
    pub(super) fn dated_line(
        &self,
        sentence: &'r Sentence,
        at: usize,
        line: &str,
    ) -> Option<Dated<'r>> {
        let leading = leading(line, self.reading.year())?;
        let range = at + leading.range.start..at + leading.range.end;
        Some(Dated {
            begin: leading.begin,
            end: leading.end,
            shown: line[leading.range].to_owned(),
            what: line[leading.rest..].trim().to_owned(),
            named: false,
            aside: false,
            site: Site::Typed(sentence, range),
        })
    }

    /// The date that a line begins with or, behind a name, ends in:
    /// `공사착공 : 2028. 4.`, `공사착공(2028. 4.)`
    pub(super) fn dated_or_named(
        &self,
        sentence: &'r Sentence,
        at: usize,
        line: &str,
    ) -> Option<Dated<'r>> {
        let line = line.trim_end();
        let in_brackets = || line.strip_suffix(')').and_then(|line| line.rsplit_once('('));
        let behind = |(name, date): (&str, &str), aside: bool| {
            let begin = line.len() - usize::from(aside) - date.len();
            let dated = self.dated_line(sentence, at + begin, date)?;
            let what = name.trim_end_matches([' ', ':']).trim().to_owned();
            let named = dated.what.is_empty() && !what.is_empty();
            named.then_some(Dated { what, named, aside, ..dated })
        };
        self.dated_line(sentence, at, line)
            .or_else(|| behind(line.rsplit_once(": ")?, false))
            .or_else(|| behind(in_brackets()?, true))
    }

    /// The date of an item: what it begins with, or what stands behind its
    /// name.
    pub(super) fn of_item(&self, item: &Item) -> Option<Dated<'r>> {
        let label = self.sentence(item.label.as_ref());
        let text = self.sentence(item.text.as_ref());
        let said = text.map(|text| text.text.as_str()).unwrap_or_default();
        let dated = label.or(text).and_then(|first| self.dated(first));
        if let Some(dated) = dated {
            let behind_label = label.is_some() && dated.what.is_empty();
            let what = if behind_label { said.to_owned() } else { dated.what };
            return Some(Dated { what, ..dated });
        }
        let Some(label) = label else {
            return text.and_then(|text| self.dated_or_named(text, 0, &text.text));
        };
        let what = label.text.clone();
        if let Some(period) = &item.period {
            let shown = period.printed().unwrap_or_default().replace(korean::GLUE, " ");
            let site = Site::Data(period.span);
            let (begin, end) = (When::at(period.from), period.to.map(When::at));
            return Some(Dated { begin, end, shown, what, named: true, aside: false, site });
        }
        let dated = self.dated(text?).filter(|dated| dated.what.is_empty())?;
        Some(Dated { what, named: true, ..dated })
    }
}

/// The line of a task.
pub(super) fn of_task(task: &Task) -> Dated<'static> {
    Dated {
        begin: When::at(task.from),
        end: Some(When::at(task.to)),
        shown: korean::span_of_time(task.from, task.to).replace(korean::GLUE, " "),
        what: literal(&task.name),
        named: true,
        aside: false,
        site: Site::Data(task.span),
    }
}
