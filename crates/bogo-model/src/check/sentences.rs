//! The texts of a report as they are read, and where each character is typed.

use std::collections::HashMap;
use std::ops::Range;

use crate::diagnostic::{Fix, Place};
use crate::figures::{Figures, Scope, Shown};
use crate::format::{Item, Report, RunContent, Text, Visitor};
pub(super) use crate::format::{Role, Table};
use crate::json::{Documents, Span};
use crate::manuscript::Manuscript;

/// A text of the report as it is read.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// Where it stands on the page.
    pub role: Role,
    /// The JSON string that it is typed in.
    pub span: Span,
    /// What is printed: figures filled in, marks left out.
    pub text: String,
    /// Whether the label or the amount of its item stands before it.
    pub follows_label: bool,
    pieces: Vec<Piece>,
}

/// A part of a sentence and where it comes from.
#[derive(Debug, Clone)]
struct Piece {
    /// Bytes of [`Sentence::text`].
    printed: Range<usize>,
    /// Bytes of the unescaped string.
    typed: Range<usize>,
    /// Whether they are characters of the text, not what a mark shows.
    literal: bool,
    /// Whether the two are the same characters, so that a part of it can be
    /// pointed at and edited.
    verbatim: bool,
}

impl Sentence {
    /// The text as it is printed, with the figures of `scope` for what comes from tables.
    pub(super) fn new(role: Role, text: &Text, scope: &Scope<'_>) -> Self {
        let pieces = Vec::with_capacity(text.runs.len());
        let mut sentence =
            Self { role, span: text.span, text: String::new(), follows_label: false, pieces };
        for (index, run) in text.runs.iter().enumerate() {
            let Shown { text: shown, is_typed: verbatim, .. } = scope.shown(text, index);
            let begin = sentence.text.len();
            sentence.text.push_str(&shown);
            let printed = begin..sentence.text.len();
            let literal = matches!(run.content, RunContent::Literal(_));
            sentence.pieces.push(Piece { printed, typed: run.at.clone(), literal, verbatim });
        }
        sentence
    }

    /// Where bytes of the text are typed: themselves, or the marks that stand
    /// for them.
    pub(super) fn place(&self, documents: &Documents, range: Range<usize>) -> Place {
        documents.place(self.typed(documents, range).0)
    }

    /// Whether bytes of the text are characters of it, not what a mark shows.
    pub(super) fn is_literal(&self, range: Range<usize>) -> bool {
        let mut within = self
            .pieces
            .iter()
            .filter(|piece| piece.printed.start < range.end && range.start < piece.printed.end);
        within.all(|piece| piece.literal)
    }

    /// The edit that puts other words in the place of bytes of the text;
    /// `None` where they are not typed there but come from a table.
    pub(super) fn fix(
        &self,
        documents: &Documents,
        range: Range<usize>,
        words: &str,
    ) -> Option<Fix> {
        let (span, verbatim) = self.typed(documents, range);
        let text = serde_json::to_string(words).ok()?;
        let text = text[1..text.len() - 1].to_owned();
        verbatim.then(|| Fix { edits: vec![documents.edit(span, text)] })
    }

    /// Whether bytes of the text are typed there, so that they can be edited.
    pub(super) fn is_typed(&self, range: Range<usize>) -> bool {
        self.ends(&range).is_some_and(|(first, last)| self.is_verbatim(first, last, &range))
    }

    /// The sentence as it would be read if other words stood in the place of
    /// some bytes, which are typed there, are apart from each other and come in
    /// their order. It is there to be read: it does not know where it is typed.
    pub(super) fn mended(&self, changes: &[(Range<usize>, &str)]) -> Self {
        let mut changes = changes.iter().peekable();
        let mut text = String::with_capacity(self.text.len());
        let mut pieces = Vec::with_capacity(self.pieces.len());
        for (index, piece) in self.pieces.iter().enumerate() {
            let is_last = index + 1 == self.pieces.len();
            let begin = text.len();
            let mut at = piece.printed.start;
            while let Some((range, words)) =
                changes.next_if(|(range, _)| range.start < piece.printed.end || is_last)
            {
                text.push_str(&self.text[at..range.start]);
                text.push_str(words);
                at = range.end;
            }
            text.push_str(&self.text[at..piece.printed.end]);
            pieces.push(Piece { printed: begin..text.len(), ..piece.clone() });
        }
        Self { text, pieces, ..*self }
    }

    /// The pieces in which a range begins and ends.
    fn ends(&self, range: &Range<usize>) -> Option<(&Piece, &Piece)> {
        // The end of a piece belongs to the next one, unless nothing follows.
        let first = self.pieces.iter().find(|piece| range.start < piece.printed.end);
        let first = first.or(self.pieces.last())?;
        let last = self.pieces.iter().rfind(|piece| piece.printed.start < range.end);
        Some((first, last.unwrap_or(first)))
    }

    fn is_verbatim(&self, first: &Piece, last: &Piece, range: &Range<usize>) -> bool {
        let within =
            |piece: &&Piece| piece.printed.start < range.end && range.start < piece.printed.end;
        first.printed == last.printed
            && self.pieces.iter().filter(within).all(|piece| piece.verbatim)
    }

    /// The bytes of the file, and whether they can be edited.
    pub(super) fn typed(&self, documents: &Documents, range: Range<usize>) -> (Span, bool) {
        let Some((first, last)) = self.ends(&range) else {
            return (self.span, false);
        };
        let start = match first.verbatim {
            true => first.typed.start + range.start.saturating_sub(first.printed.start),
            false => first.typed.start,
        };
        let end = match last.verbatim {
            true => last.typed.start + range.end.saturating_sub(last.printed.start),
            false => last.typed.end,
        };
        let verbatim = self.is_verbatim(first, last, &range);
        (documents.typed(self.span, start..end.max(start)), verbatim)
    }
}

/// All texts of a report, in the order in which they are read.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    /// The texts.
    pub all: Vec<Sentence>,
    /// For each list of items, where the first text of each item is among
    /// them.
    pub bodies: Vec<Vec<usize>>,
    /// For each table, where the texts of each row are among them, head first.
    pub tables: Vec<Vec<Range<usize>>>,
    /// Where each text is among them, by where it is typed.
    by_span: HashMap<Span, usize>,
}

impl Sentences {
    /// The texts of the whole report.
    pub(super) fn of(manuscript: &Manuscript, report: &Report, figures: &Figures) -> Self {
        let scope = figures.scope(report.span);
        let mut collector = Collector {
            figures,
            scope,
            open: Vec::new(),
            in_table: false,
            is_labelled: false,
            sentences: Self::default(),
        };
        manuscript.visit(report, &mut collector);
        let mut sentences = collector.sentences;
        let spans = sentences.all.iter().map(|sentence| sentence.span);
        sentences.by_span = spans.enumerate().map(|(index, span)| (span, index)).collect();
        sentences
    }

    /// A text of the format as it is read.
    pub(super) fn of_text(&self, text: &Text) -> Option<&Sentence> {
        self.by_span.get(&text.span).map(|index| &self.all[*index])
    }
}

/// Makes sentences while a report is read.
struct Collector<'f> {
    figures: &'f Figures,
    scope: Scope<'f>,
    /// The lists of items that have begun and not ended.
    open: Vec<Vec<usize>>,
    in_table: bool,
    /// Whether the text before was the label or the unit of an item.
    is_labelled: bool,
    sentences: Sentences,
}

impl<'m> Visitor<'m> for Collector<'_> {
    fn section(&mut self, span: Span) {
        self.scope = self.figures.scope(span);
    }

    fn text(&mut self, role: Role, text: &'m Text) {
        let follows_label = self.is_labelled && matches!(role, Role::Item | Role::CellItem);
        self.is_labelled = matches!(role, Role::Label | Role::Unit);
        let sentence = Sentence::new(role, text, &self.scope);
        self.sentences.all.push(Sentence { follows_label, ..sentence });
        let end = self.sentences.all.len();
        let table = self.sentences.tables.last_mut().filter(|_| self.in_table);
        if let Some(row) = table.and_then(|table| table.last_mut()) {
            row.end = end;
        }
    }

    fn begin_body(&mut self) {
        self.open.push(Vec::new());
    }

    fn item(&mut self, _: &'m Item) {
        self.is_labelled = false;
        let next = self.sentences.all.len();
        self.open.last_mut().into_iter().for_each(|body| body.push(next));
    }

    fn end_body(&mut self) {
        self.sentences.bodies.extend(self.open.pop().filter(|body| body.len() > 1));
    }

    fn begin_table(&mut self, _: &'m Table) {
        self.in_table = true;
        self.sentences.tables.push(Vec::new());
    }

    fn row(&mut self) {
        let next = self.sentences.all.len();
        self.sentences.tables.last_mut().into_iter().for_each(|table| table.push(next..next));
    }

    fn end_table(&mut self) {
        self.in_table = false;
    }
}
