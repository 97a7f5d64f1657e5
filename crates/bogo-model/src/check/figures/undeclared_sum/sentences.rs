//! Totals in sentences: `총 46대(내부 36대, 외부 10대)`.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;

use super::brackets::{Listed, listed, parts_at_head};
use super::numbers::Number;
use super::{UNDECLARED_SUM, said};
use crate::check::sentences::{Role, Sentence};
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::figures::{Figures, ProofKind, Quantity, Scope, is_near, is_one_slip, subset_may_be};
use crate::format::{Amount, Item, Report, RunContent, Text, Visitor};
use crate::json::Span;
use crate::manuscript::Manuscript;
use crate::{korean, message};

/// Findings about the sentences of a report.
pub(super) fn findings(
    manuscript: &Manuscript,
    report: &Report,
    figures: &Figures,
) -> Vec<Diagnostic> {
    let mut reader = Totals {
        manuscript,
        report,
        figures,
        scope: figures.scope(report.span),
        label: String::new(),
        amount: None,
        names: None,
        found: Vec::new(),
    };
    manuscript.visit(report, &mut reader);
    reader.found
}

/// How a total is told.
struct Told<'n> {
    /// What it is called.
    name: &'n str,
    /// Whether the names of its parts are a whole together.
    is_whole: bool,
    /// How it is marked to be proved; an amount is by its parts.
    mark: Option<Mark>,
}

#[derive(Clone, Copy)]
enum Mark {
    /// As the only one of its line.
    Alone,
    /// With a name of its own.
    Named,
}

/// The names that marks of sums have.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    /// Those of a report.
    fn of(manuscript: &Manuscript, report: &Report) -> Self {
        let mut names = Self::default();
        manuscript.visit(report, &mut names);
        names
    }
}

impl<'m> Visitor<'m> for Names {
    fn text(&mut self, _: Role, text: &'m Text) {
        for run in &text.runs {
            if let RunContent::Sum(mark) = &run.content {
                self.0.insert(mark.name.clone());
            }
        }
    }
}

/// Reads the texts of a report, and tells totals that are wrong.
struct Totals<'f> {
    manuscript: &'f Manuscript,
    report: &'f Report,
    figures: &'f Figures,
    scope: Scope<'f>,
    /// The label of the line at hand.
    label: String,
    /// The amount of the line, which is the total of what it marks as parts.
    amount: Option<Quantity>,
    /// The names of sums that are taken, once they have been asked for.
    names: Option<Names>,
    found: Vec<Diagnostic>,
}

impl<'m> Visitor<'m> for Totals<'_> {
    fn section(&mut self, span: Span) {
        self.scope = self.figures.scope(span);
    }

    fn line(&mut self, amount: Option<&'m Amount>) {
        self.label.clear();
        self.amount = amount.map(Quantity::of);
    }

    fn item(&mut self, _: &'m Item) {
        self.label.clear();
        self.amount = None;
    }

    fn text(&mut self, role: Role, text: &'m Text) {
        if role != Role::Label && !has_bracket(text) {
            return;
        }
        let sentence = Sentence::new(role, text, &self.scope);
        if role == Role::Label {
            self.label.clone_from(&sentence.text);
            if !has_bracket(text) {
                return;
            }
        }
        // Marks without a name are of the whole line.
        let marked = text.runs.iter().any(|run| match &run.content {
            RunContent::Sum(mark) => mark.name.is_empty(),
            _ => false,
        });
        let label = if role == Role::Label { "" } else { &self.label };
        let listed = listed(&sentence.text, label);
        let is_alone = listed.len() == 1 && !marked && self.amount.is_none();
        for list in &listed {
            self.tell(&sentence, list, is_alone);
        }
        if let Some(amount) = self.amount.clone().filter(|_| listed.is_empty() && !marked)
            && let Some((parts, true)) = parts_at_head(&sentence.text, &amount.unit)
        {
            let name = self.label.clone();
            self.compare(
                &sentence,
                amount,
                &parts,
                Told { name: &name, is_whole: true, mark: None },
            );
        }
    }
}

impl Totals<'_> {
    /// Tells a total of a sentence that is not what its parts add up to.
    fn tell(&mut self, sentence: &Sentence, list: &Listed, is_alone: bool) {
        let Some(span) = self.typed(sentence, &list.total) else { return };
        let Number { value, unit, at } = &list.total;
        let stated = Quantity { value: *value, unit: unit.clone(), span };
        let name = self.label_or(&sentence.text, at).to_owned();
        let mark = Some(if is_alone { Mark::Alone } else { Mark::Named });
        let told = Told { name: &name, is_whole: list.is_whole, mark };
        self.compare(sentence, stated, &list.parts, told);
    }

    /// Where a number is typed, if it is.
    fn typed(&self, sentence: &Sentence, number: &Number) -> Option<Span> {
        let (span, verbatim) = sentence.typed(&self.manuscript.documents, number.at.clone());
        (verbatim && sentence.is_literal(number.at.clone())).then_some(span)
    }

    /// Tells a total that is not what parts in a sentence add up to.
    fn compare(&mut self, sentence: &Sentence, stated: Quantity, parts: &[Number], told: Told<'_>) {
        let quantity = |part: &Number| {
            let span = self.typed(sentence, part)?;
            Some(Quantity { value: part.value, unit: part.unit.clone(), span })
        };
        let parts: Option<Vec<Quantity>> = parts.iter().map(quantity).collect();
        let Some(parts) = parts else { return };
        let Some(expected) = Quantity::sum(parts.iter(), &stated.unit) else { return };
        let decimals = stated.value.scale().max(expected.scale());
        let rounded = stated.may_be_rounded(expected, decimals, parts.len());
        // Where the names are no whole, others may be left out.
        let near = if told.is_whole { is_near } else { is_one_slip };
        if rounded || is_divided(&stated, &parts) || !near(stated.value, expected) {
            return;
        }
        let name = match told.mark {
            Some(Mark::Named) => self.free_name(),
            _ => String::new(),
        };
        let dot = if name.is_empty() { String::new() } else { format!(".{name}") };
        let message = said(ProofKind::Sum, told.name, &stated, expected);
        let help = match told.mark {
            Some(_) => message!(
                "합계를 {{계{dot}:…}}, 부분을 {{몫{dot}:…}}으로 표시하면 검산합니다. 다른 뜻이면 \"$allow\"에 까닭을 적으십시오.",
                "mark the total as {{계{dot}:…}} and its parts as {{몫{dot}:…}}, or say in `$allow` what else it is"
            ),
            None => message!(
                "부분을 {{몫:…}}으로 표시하면 amount를 검산합니다. 다른 뜻이면 \"$allow\"에 까닭을 적으십시오.",
                "mark the parts of the amount as {{몫:…}}, or say in `$allow` what else it is"
            ),
        };
        let documents = &self.manuscript.documents;
        let mark = |word: &str, figure: &Quantity| -> Edit {
            let typed = documents.raw(figure.span);
            documents.edit(figure.span, format!("{{{word}{dot}:{typed}}}"))
        };
        let total = told.mark.map(|_| mark("계", &stated));
        let edits = total.into_iter().chain(parts.iter().map(|part| mark("몫", part))).collect();
        let place = documents.place(stated.span);
        let mut found = UNDECLARED_SUM.finding(place, message).with_help(help);
        for part in &parts {
            let value = korean::number(part.value);
            let place = documents.place(part.span);
            found = found.with_related(place, message!("{value}", "{value}"));
        }
        self.found.push(found.with_fix(Fix { edits }));
    }

    /// What a total is called: its line, or the words before it.
    fn label_or<'s>(&'s self, text: &'s str, at: &Range<usize>) -> &'s str {
        let before = text[..at.start].trim_end();
        let before = before.trim_end_matches([':', ' ', '\u{a0}']);
        let word = before.rsplit([' ', '\u{a0}', ',', '.', '(']).next().unwrap_or_default();
        match (word.is_empty(), self.label.is_empty()) {
            (true, false) => &self.label,
            (true, true) => "계",
            (false, _) => word,
        }
    }

    /// A name for a sum that no other has.
    fn free_name(&mut self) -> String {
        let Names(taken) =
            self.names.get_or_insert_with(|| Names::of(self.manuscript, self.report));
        let names = (1..).map(|count| format!("합{count}"));
        let free = names.into_iter().find(|name| !taken.contains(name)).unwrap_or_default();
        taken.insert(free.clone());
        free
    }
}

/// Whether a text has a bracket in which parts could stand.
fn has_bracket(text: &Text) -> bool {
    text.runs.iter().any(|run| match &run.content {
        RunContent::Literal(words) => words.contains(['(', '[', '（', '〔']),
        _ => false,
    })
}

/// Whether one part is as much as all, or some of them are, so that they
/// divide the total in another way.
fn is_divided(total: &Quantity, parts: &[Quantity]) -> bool {
    let values: Option<Vec<Decimal>> =
        parts.iter().map(|part| part.converted(&total.unit)).collect();
    values.is_none_or(|values| {
        values.iter().any(|part| *part >= total.value) || subset_may_be(total.value, &values)
    })
}
