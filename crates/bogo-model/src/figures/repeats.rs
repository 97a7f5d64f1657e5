//! Figures that stand in several places and have to be the same in all.

use std::collections::HashSet;

use super::proof::{Proof, Proofs};
use super::quantity::Quantity;
use super::unproved::Reason;
use super::wording::{self, Sense};
use super::{COST, Figures, Scope, literal, words_after};
use crate::format::{Amount, Item, Report, Role, RunContent, SumRole, Table, Text, Visitor};
use crate::json::{Documents, Span};
use crate::korean::numbers::number_at_start;
use crate::korean::units::money_at_start;
use crate::korean::without_spaces;
use crate::manuscript::Manuscript;

/// Proves every figure that repeats another.
pub(crate) fn prove_repeats(
    manuscript: &Manuscript,
    report: &Report,
    figures: &Figures,
    proofs: &mut Proofs,
) {
    let year =
        report.period.as_ref().map_or(u32::from(report.date.value.year), |p| p.year.value.get());
    let mut prover = Prover {
        documents: &manuscript.documents,
        figures,
        scope: figures.scope(report.span),
        year,
        projects: manuscript.projects.values().map(|project| project.span).collect(),
        in_project: false,
        in_table: false,
        depth: 0,
        labelled: Vec::new(),
        proofs,
    };
    manuscript.visit(report, &mut prover);
    prover.labelled();
}

/// What an item says that its project costs.
struct Cost {
    /// The figures that its label may name, the likeliest first.
    names: Vec<String>,
    quantity: Quantity,
    /// How deep it stands, from 1.
    depth: usize,
}

/// The deepest at which an item speaks of its whole project; what stands
/// deeper may cost a part of it.
const DEEPEST_COST: usize = 2;

struct Prover<'f, 'p> {
    documents: &'f Documents,
    figures: &'f Figures,
    scope: Scope<'f>,
    /// The year that the report is about.
    year: u32,
    projects: HashSet<Span>,
    /// Whether the section at hand is a project: another may speak of several.
    in_project: bool,
    /// Whether a table is being read, whose rows may be about other projects.
    in_table: bool,
    /// How deep the list of items stands that is being read.
    depth: usize,
    /// What items of the project at hand say that it costs, by what they call
    /// it.
    labelled: Vec<Cost>,
    proofs: &'p mut Proofs,
}

impl<'m> Visitor<'m> for Prover<'_, '_> {
    fn section(&mut self, span: Span) {
        self.labelled();
        self.scope = self.figures.scope(span);
        self.in_project = self.projects.contains(&span);
    }

    fn line(&mut self, amount: Option<&'m Amount>) {
        let Some(amount) = amount else { return };
        let Some(name) = &amount.same_as else { return };
        let scope = self.scope.at(name.span);
        if let Some(figure) = scope.one(&name.value) {
            self.same(&name.value, Quantity::of(amount), figure);
        }
    }

    fn text(&mut self, _: Role, text: &'m Text) {
        let scope = self.scope.at(text.span);
        for (index, run) in text.runs.iter().enumerate() {
            let RunContent::Figure { name, stated } = &run.content else { continue };
            let Some(figure) = scope.one(name) else { continue };
            let span = self.documents.typed(text.span, run.at.clone());
            if figure.foreign_multiple(&words_after(text, index)).is_some() {
                self.proofs.refuse(Reason::OtherUnit(figure.span), name, span);
                continue;
            }
            let Some((value, _)) = stated.as_deref().and_then(number_at_start) else { continue };
            let unit = scope.unit(figure, text, index);
            let stated = Quantity { value, unit, span };
            let proved = Proof::same(name, stated, figure);
            let proved = proved.map(|proof| as_said(proof, figure, text, index));
            self.proofs.keep(proved, name, span);
        }
    }

    fn begin_body(&mut self) {
        self.depth += 1;
    }

    fn end_body(&mut self) {
        self.depth -= 1;
    }

    fn begin_table(&mut self, _: &'m Table) {
        self.in_table = true;
    }

    fn end_table(&mut self) {
        self.in_table = false;
    }

    fn item(&mut self, item: &'m Item) {
        if !self.in_project || self.in_table || self.depth > DEEPEST_COST {
            return;
        }
        let names = self.cost_names(item);
        if let Some(quantity) = self.cost(item).filter(|_| !names.is_empty()) {
            self.labelled.push(Cost { names, quantity, depth: self.depth });
        }
    }
}

impl Prover<'_, '_> {
    /// Proves that a figure is another one.
    fn same(&mut self, name: &str, stated: Quantity, figure: &Quantity) {
        let span = stated.span;
        self.proofs.keep(Proof::same(name, stated, figure), name, span);
    }

    /// The figures that an item's label may name, the likeliest first: 소요예산
    /// is that of the report's year, of all years or of any one, 2025년 소요예산
    /// that of the year, 총사업비 that of all years.
    fn cost_names(&self, item: &Item) -> Vec<String> {
        let Some(label) = &item.label else { return Vec::new() };
        let label = without_spaces(&literal(label));
        let whole = format!("{COST}.합계");
        match label.as_str() {
            "총사업비" => vec![whole],
            COST => {
                let first = [format!("{COST}.{}년", self.year), whole];
                let own = self.scope.own_names().filter(|name| name.starts_with(COST));
                first.into_iter().chain(own.map(str::to_owned)).collect()
            }
            label => label
                .strip_suffix(COST)
                .and_then(|year| year.strip_suffix('년'))
                .filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
                .map(|year| format!("{COST}.{year}년"))
                .into_iter()
                .collect(),
        }
    }

    /// What an item says that something costs, typed or by a name.
    fn cost(&self, item: &Item) -> Option<Quantity> {
        if let Some(amount) = &item.amount {
            return Some(Quantity::of(amount));
        }
        let text = item.text.as_ref()?;
        let first = text.runs.first()?;
        let words = match &first.content {
            RunContent::Literal(words) => words,
            RunContent::Sum(mark) if mark.role == SumRole::Total => {
                let (value, _) = number_at_start(&mark.shown)?;
                let unit = money_at_start(&words_after(text, 0))?.to_owned();
                let span = self.documents.typed(text.span, first.at.clone());
                return Some(Quantity { value, unit, span });
            }
            RunContent::Named { shown, .. } => {
                let (value, _) = number_at_start(shown)?;
                let unit = money_at_start(&words_after(text, 0))?.to_owned();
                let span = self.documents.typed(text.span, first.at.clone());
                return Some(Quantity { value, unit, span });
            }
            RunContent::Figure { name, stated: None } => {
                let figure = self.scope.at(text.span).one(name)?;
                let span = self.documents.typed(text.span, first.at.clone());
                return Some(Quantity { span, ..figure.clone() });
            }
            _ => return None,
        };
        let lead = words.len() - words.trim_start().len();
        let (value, length) = number_at_start(&words[lead..])?;
        let unit = money_at_start(&words[lead + length..])?.to_owned();
        let at = first.at.start + lead..first.at.start + lead + length;
        Some(Quantity { value, unit, span: self.documents.typed(text.span, at) })
    }

    /// Proves what the items of a project call the same: by its table of
    /// costs, else by the heading that says it. Where items below headings say
    /// different things, each speaks of its own part, and nothing is said.
    fn labelled(&mut self) {
        let costs = std::mem::take(&mut self.labelled);
        let is_of_whole = |cost: &Cost| {
            let mut others = costs.iter().filter(|o| o.depth > 1 && o.names[0] == cost.names[0]);
            cost.depth == 1 || others.all(|other| agree(&other.quantity, &cost.quantity))
        };
        for (index, cost) in costs.iter().enumerate().filter(|(_, cost)| is_of_whole(cost)) {
            let table = cost.names.iter().filter_map(|name| Some((name, self.scope.own(name)?)));
            let table: Vec<_> = table.collect();
            let by_table = table.iter().filter_map(|(name, figure)| {
                Proof::same(name, cost.quantity.clone(), figure.one()?).ok()
            });
            let by_table: Vec<Proof> = by_table.collect();
            // One that may be any of several figures is wrong if it is none.
            let proof = by_table.iter().find(|proof| proof.holds()).or(by_table.first());
            let heading = costs.iter().enumerate().find(|(at, other)| {
                let before = cost.depth > 1 || *at < index;
                before && other.depth == 1 && other.names[0] == cost.names[0]
            });
            if let Some(proof) = proof {
                self.proofs.made.push(proof.clone());
            } else if let Some((_, first)) = heading.filter(|_| table.is_empty()) {
                self.same(&cost.names[0], cost.quantity.clone(), &first.quantity);
            }
        }
    }
}

/// A proof that a figure is another one, as the words around it make it: a
/// fall has no sign before 감소, and about so many may be rounded.
fn as_said(mut proof: Proof, figure: &Quantity, text: &Text, index: usize) -> Proof {
    let value = figure.value_in(&proof.stated.unit);
    let is_fall = value.is_sign_negative() && !proof.stated.value.is_sign_negative();
    let negative = -proof.stated.value;
    let is_signed = is_fall
        && match wording::sense("", text, index) {
            Sense::Falls => true,
            Sense::Signed => negative == proof.expected,
            _ => false,
        };
    if is_signed {
        proof.stated.value = negative;
    }
    let exactness = wording::exactness(text, index);
    if exactness.fits(proof.stated.value, value) {
        proof.expected = proof.stated.value;
    }
    proof
}

/// Whether two amounts of money are the same.
fn agree(one: &Quantity, other: &Quantity) -> bool {
    one.value_in(&other.unit) == other.value
}
