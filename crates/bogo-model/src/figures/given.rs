//! Names that a report gives to figures of its own: `{이름=상담:2,851}`, an
//! amount's `"name"`, a sum's `{계.인원:46}`.

use std::collections::HashMap;
use std::mem::take;

use super::computed::Computed;
use super::marks::{MarkSlip, SlipReason, shown_quantity};
use super::names::insert;
use super::quantity::Quantity;
use super::{Figures, Named, NamedFigure, words_after};
use crate::format::{Amount, Report, Role, RunContent, SumMark, SumRole, Text, Visitor};
use crate::json::{Documents, Span};
use crate::manuscript::Manuscript;

/// Figures with the names that they are given, by how far these reach: the
/// nearest figure of a name is meant, be it on the line, in the section or
/// elsewhere in the report.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// Those of lines that give names.
    lines: Vec<Named>,
    /// Which line a text, or the name of a figure that it repeats, stands on.
    line_of: HashMap<Span, usize>,
    /// Those of sections and projects, by where these stand.
    sections: HashMap<Span, Named>,
    /// Those of the whole report.
    pub report: Named,
    /// Marks that name no number.
    pub slips: Vec<MarkSlip>,
}

impl Given {
    /// Reads the names that a report gives. `figures` are those that have a
    /// name already; `computed` the sums that are to be computed.
    pub(super) fn of(
        manuscript: &Manuscript,
        report: &Report,
        figures: &Figures,
        computed: &HashMap<(Span, String), Computed>,
    ) -> Self {
        let mut namer = Namer {
            documents: &manuscript.documents,
            figures,
            computed,
            section: report.span,
            line: Named::default(),
            spans: Vec::new(),
            given: Self::default(),
        };
        manuscript.visit(report, &mut namer);
        namer.end_line();
        namer.given
    }

    /// The names that are given on the line on which a text stands.
    pub(super) fn on_line(&self, text: Span) -> Option<&Named> {
        self.line_of.get(&text).map(|line| &self.lines[*line])
    }

    /// The names that are given in the section or project at this place.
    pub(super) fn in_section(&self, section: Span) -> Option<&Named> {
        self.sections.get(&section)
    }
}

struct Namer<'n> {
    documents: &'n Documents,
    figures: &'n Figures,
    computed: &'n HashMap<(Span, String), Computed>,
    section: Span,
    /// The names given on the line at hand.
    line: Named,
    /// What stands on it and may call them.
    spans: Vec<Span>,
    given: Given,
}

impl Namer<'_> {
    fn end_line(&mut self) {
        let spans = take(&mut self.spans);
        if self.line.is_empty() {
            return;
        }
        let index = self.given.lines.len();
        self.given.lines.push(take(&mut self.line));
        self.given.line_of.extend(spans.into_iter().map(|span| (span, index)));
    }

    /// Gives a name that reaches over the whole report.
    fn give(&mut self, name: &str, figure: Quantity) {
        let known = self.of_tables(name);
        let mut line = take(&mut self.line);
        insert_beside(known.as_ref(), &mut line, name, &figure);
        self.line = line;
        self.give_in_section(name, &figure);
        insert(&mut self.given.report, name.to_owned(), figure);
    }

    /// Gives a name that reaches over the section at hand.
    fn give_in_section(&mut self, name: &str, figure: &Quantity) {
        let known = self.of_tables(name);
        let section = self.given.sections.entry(self.section).or_default();
        insert_beside(known.as_ref(), section, name, figure);
    }

    /// The figure that has this name in the section at hand already.
    fn of_tables(&self, name: &str) -> Option<NamedFigure> {
        let own = self.figures.sections.get(&self.section).and_then(|own| own.get(name));
        own.or_else(|| self.figures.edition.get(name)).cloned()
    }

    /// Names a total by the name of its sum.
    fn total(&mut self, mark: &SumMark, text: &Text, index: usize, span: Span) {
        let shown = |shown| quantity_shown(self.figures, shown, text, index, span);
        let computed = || {
            let value = self.computed.get(&(text.span, mark.name.clone()))?.value;
            Some(Quantity { value, ..shown("0")? })
        };
        let figure = if mark.shown.is_empty() { computed() } else { shown(&mark.shown) };
        figure.into_iter().for_each(|figure| self.give_in_section(&mark.name, &figure));
    }
}

/// The number that a mark shows, with the unit in or behind it, else that of
/// its cell.
pub(super) fn quantity_shown(
    figures: &Figures,
    shown: &str,
    text: &Text,
    index: usize,
    span: Span,
) -> Option<Quantity> {
    let after = words_after(text, index);
    let figure = shown_quantity(shown, &after, span)?;
    match figures.cell_unit(text, &after).filter(|_| figure.unit.is_empty()) {
        Some(unit) => Some(Quantity { unit: unit.to_owned(), ..figure }),
        None => Some(figure),
    }
}

/// Names a figure. The figure of a table that has the name already keeps it:
/// where the two differ, it cannot be told which is meant.
fn insert_beside(known: Option<&NamedFigure>, named: &mut Named, name: &str, figure: &Quantity) {
    if let Some(known) = known {
        named.entry(name.to_owned()).or_insert_with(|| known.clone());
    }
    insert(named, name.to_owned(), figure.clone());
}

impl<'m> Visitor<'m> for Namer<'_> {
    fn section(&mut self, span: Span) {
        self.end_line();
        self.section = span;
    }

    fn line(&mut self, amount: Option<&'m Amount>) {
        self.end_line();
        let Some(amount) = amount else { return };
        self.spans.extend(amount.calls().map(|name| name.span));
        let figure = Quantity::of(amount);
        if let Some(name) = &amount.total_of {
            self.give_in_section(&name.value, &figure);
        }
        if let Some(name) = &amount.name {
            self.give(&name.value, figure);
        }
    }

    fn text(&mut self, _: Role, text: &'m Text) {
        self.spans.push(text.span);
        for (index, run) in text.runs.iter().enumerate() {
            let typed = || self.documents.typed(text.span, run.at.clone());
            match &run.content {
                RunContent::Named { name, shown } => {
                    let span = typed();
                    match quantity_shown(self.figures, shown, text, index, span) {
                        Some(figure) => self.give(name, figure),
                        None => {
                            let (name, reason) = (name.clone(), SlipReason::NothingToName);
                            self.given.slips.push(MarkSlip { span, name, reason });
                        }
                    }
                }
                RunContent::Sum(mark) if mark.role == SumRole::Total && !mark.name.is_empty() => {
                    let span = typed();
                    self.total(mark, text, index, span);
                }
                _ => {}
            }
        }
    }
}
