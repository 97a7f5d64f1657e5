//! Figures that are said to be a share, a change or a part of others, in
//! sentences, amounts and cells.

use std::collections::{BTreeMap, HashMap};
use std::mem::take;

use rust_decimal::Decimal;

use super::claims::{Claim, claims};
use super::computed::Computed;
use super::expression::{Expression, Side};
use super::given::quantity_shown;
use super::marks::PartPlace;
use super::proof::{Proof, Proofs, Proved, rounded};
use super::quantity::Quantity;
use super::unproved::Reason;
use super::{Figures, Scope, literal, wording};
use crate::format::{
    Amount, Relation, RelationMark, Report, Role, RunContent, Text, Visitor, each_table,
};
use crate::json::{Documents, Span};
use crate::manuscript::Manuscript;

/// How many decimals a share has that is computed.
const DECIMALS: u32 = 1;

/// What is computed for marks of relations, by the text and where in it the
/// mark begins.
pub(super) type Related = HashMap<PartPlace, Computed>;

/// Proves what figures say of others, and computes what marks leave open.
/// `wholes` are the parts that marks of sums name, each with its total.
pub(super) fn prove_relations(
    manuscript: &Manuscript,
    report: &Report,
    figures: &Figures,
    wholes: &HashMap<PartPlace, [Quantity; 2]>,
    proofs: &mut Proofs,
) -> Related {
    let mut prover = Prover {
        documents: &manuscript.documents,
        figures,
        scope: figures.scope(report.span),
        wholes,
        last: None,
        label: String::new(),
        parts: Parts::default(),
        related: Related::default(),
        proofs,
    };
    manuscript.visit(report, &mut prover);
    prover.end_line();
    let related = take(&mut prover.related);
    let sections = manuscript.all_sections(report).into_iter();
    let sections = sections.map(|section| (section.span, &section.body));
    let projects = manuscript.projects.values().map(|project| (project.span, &project.body));
    for (span, body) in sections.chain(projects) {
        each_table(body, |table| {
            let scope = figures.scope(span);
            prove_cells(claims(table, figures, scope), scope, proofs);
        });
    }
    related
}

/// Figures that are parts of others and stand together.
#[derive(Debug, Default)]
struct Parts(Vec<Together>);

/// Parts of one figure that stand together.
#[derive(Debug)]
struct Together {
    name: String,
    whole: Quantity,
    parts: Vec<Quantity>,
    /// Whether each alone is not more than the whole.
    sound: bool,
}

impl Parts {
    /// Takes a part of the figure of this name.
    fn take(&mut self, name: &str, whole: &Quantity, part: Quantity, proofs: &mut Proofs) {
        let proved = Proof::at_most(name, part.clone(), whole, Vec::new());
        let sound = matches!(&proved, Ok(proof) if proof.holds());
        proofs.keep(proved, name, part.span);
        let is_same = |other: &&mut Together| other.name == name && other.whole == *whole;
        match self.0.iter_mut().find(is_same) {
            Some(together) => {
                together.sound &= sound;
                together.parts.push(part);
            }
            None => {
                let (name, whole, parts) = (name.to_owned(), whole.clone(), vec![part]);
                self.0.push(Together { name, whole, parts, sound });
            }
        }
    }

    /// Proves that all parts of a figure together are not more than it.
    fn conclude(&mut self, proofs: &mut Proofs) {
        for Together { name, whole, parts, sound } in take(&mut self.0) {
            let Some(last) = parts.last().cloned().filter(|_| sound && parts.len() > 1) else {
                continue;
            };
            let span = last.span;
            let sum = Quantity::sum(parts.iter(), &whole.unit).ok_or(Reason::TooLarge);
            let stated = sum.map(|value| Quantity { value, unit: whole.unit.clone(), ..last });
            let proved = stated.and_then(|sum| Proof::at_most(&name, sum, &whole, parts));
            proofs.keep(proved, &name, span);
        }
    }
}

/// Proves what cells of a table say of figures elsewhere.
fn prove_cells(claims: Vec<Claim<'_>>, scope: Scope<'_>, proofs: &mut Proofs) {
    let mut rows: BTreeMap<usize, Parts> = BTreeMap::new();
    for Claim { cell, row, stated, span } in claims {
        for (name, kind) in [
            (&cell.same_as, None),
            (&cell.at_most, Some(Relation::AtMost)),
            (&cell.part_of, Some(Relation::PartOf)),
        ] {
            let Some(name) = name.as_ref().map(|name| name.value.as_str()) else { continue };
            // A name that there is not is reported where the cell is set.
            let Some(figure) = scope.one(name) else { continue };
            let stated = match &stated {
                Ok(stated) => stated.clone(),
                Err(reason) => {
                    proofs.refuse(*reason, name, span);
                    continue;
                }
            };
            match kind {
                None => proofs.keep(Proof::same(name, stated, figure), name, span),
                Some(Relation::PartOf) => {
                    rows.entry(row).or_default().take(name, figure, stated, proofs);
                }
                Some(_) => {
                    proofs.keep(Proof::at_most(name, stated, figure, Vec::new()), name, span);
                }
            }
        }
    }
    rows.into_values().for_each(|mut parts| parts.conclude(proofs));
}

struct Prover<'f, 'p> {
    documents: &'f Documents,
    figures: &'f Figures,
    scope: Scope<'f>,
    wholes: &'f HashMap<PartPlace, [Quantity; 2]>,
    /// The last part on the line at hand, and what it is a part of.
    last: Option<[Quantity; 2]>,
    /// The label of the item at hand.
    label: String,
    parts: Parts,
    related: Related,
    proofs: &'p mut Proofs,
}

impl<'m> Visitor<'m> for Prover<'_, '_> {
    fn section(&mut self, span: Span) {
        self.end_line();
        self.scope = self.scope.of(span);
    }

    fn line(&mut self, amount: Option<&'m Amount>) {
        self.end_line();
        let Some(amount) = amount else { return };
        let stated = Quantity::of(amount);
        if let Some(name) = &amount.at_most
            && let Some(figure) = self.scope.at(name.span).one(&name.value)
        {
            let proved = Proof::at_most(&name.value, stated.clone(), figure, Vec::new());
            self.proofs.keep(proved, &name.value, stated.span);
        }
        if let Some(name) = &amount.part_of
            && let Some(figure) = self.scope.at(name.span).one(&name.value)
        {
            self.last = Some([stated.clone(), figure.clone()]);
            self.parts.take(&name.value, figure, stated, self.proofs);
        }
    }

    fn text(&mut self, role: Role, text: &'m Text) {
        for (index, run) in text.runs.iter().enumerate() {
            match &run.content {
                RunContent::Sum(_) => {
                    let part = self.wholes.get(&(text.span, run.at.start));
                    self.last = part.cloned().or(self.last.take());
                }
                RunContent::Relation(mark) => self.relation(mark, text, index),
                _ => {}
            }
        }
        if role == Role::Label {
            self.label = literal(text);
        }
    }
}

impl Prover<'_, '_> {
    fn end_line(&mut self) {
        self.parts.conclude(self.proofs);
        self.last = None;
        self.label.clear();
    }

    /// Proves or computes what a mark says.
    fn relation(&mut self, mark: &RelationMark, text: &Text, index: usize) {
        let run = &text.runs[index];
        let span = self.documents.typed(text.span, run.at.clone());
        let shown = mark.stated.as_deref().unwrap_or("0");
        let Some(stated) = quantity_shown(self.figures, shown, text, index, span) else { return };
        let scope = self.scope.at(text.span);
        let name = if mark.of.is_empty() { mark.relation.word() } else { &mark.of };
        let of = match (mark.of.is_empty(), &self.last) {
            (true, None) => {
                if mark.stated.is_some() {
                    self.proofs.refuse(Reason::NoPartBefore, name, span);
                }
                return;
            }
            (true, Some([part, whole])) => vec![vec![part.clone()], vec![whole.clone()]],
            // What cannot be read, and names that there are not, are reported
            // where the text is set.
            (false, _) => match operands(mark, scope) {
                Some(of) => of,
                None => return,
            },
        };
        let figures: Result<Vec<Quantity>, Reason> = of.iter().map(|side| total(side)).collect();
        let pair = figures.map(<[Quantity; 2]>::try_from);
        match (mark.relation, pair) {
            (_, Err(reason)) => self.proofs.refuse(reason, name, span),
            (Relation::PartOf, Ok(Err(whole))) => {
                self.last = Some([stated.clone(), whole[0].clone()]);
                self.parts.take(name, &whole[0], stated, self.proofs);
            }
            (_, Ok(Err(whole))) => {
                let proved = Proof::at_most(name, stated, &whole[0], Vec::new());
                self.proofs.keep(proved, name, span);
            }
            (relation, Ok(Ok(pair))) => {
                let sense = wording::sense(&self.label, text, index);
                let decimals = match mark.stated {
                    Some(_) => stated.value.scale(),
                    None => DECIMALS,
                };
                let stated_value = stated.value;
                let proved = of_two(relation, name, stated, pair, decimals);
                let exactness = wording::exactness(text, index);
                let says_fall = sense == wording::Sense::Signed
                    || sense == wording::Sense::Falls && wording::falls_behind(text, index);
                let rises = |proof: &Proof| proof.expected > Decimal::ZERO;
                let is_denied =
                    relation != Relation::Share && says_fall && proved.as_ref().is_ok_and(rises);
                let proved = proved.map(|mut proof| {
                    if relation == Relation::Change
                        && exactness.fits(stated_value.abs(), proof.expected.abs())
                    {
                        let is_fall = proof.expected.is_sign_negative();
                        proof.expected =
                            if is_fall { -stated_value.abs() } else { stated_value.abs() };
                    }
                    let proof = if relation == Relation::Share { proof } else { sense.of(proof) };
                    with_terms(proof, of)
                });
                match (proved, mark.stated.is_some()) {
                    // A rise behind a sign is reported where it is set.
                    (Ok(_), false) if is_denied => {}
                    (Ok(proof), false) => {
                        self.related.insert((text.span, run.at.start), proof.into());
                    }
                    // What cannot be computed is reported where it is set.
                    (Err(_), false) => {}
                    (proved, true) => self.proofs.keep(proved, name, span),
                }
            }
        }
    }
}

/// That a figure is the share or the change of two, to so many decimals.
fn of_two(
    relation: Relation,
    name: &str,
    stated: Quantity,
    pair: [Quantity; 2],
    decimals: u32,
) -> Proved {
    match relation {
        Relation::Share => Proof::share(name, stated, pair, decimals),
        Relation::ChangeRate => Proof::change_rate(name, stated, pair, decimals),
        _ => {
            let unit = stated.unit.clone();
            let rounds = pair.iter().any(|figure| figure.converts_to(&unit));
            // Without a unit of its own it is in that of what is now.
            let unit = if unit.is_empty() { pair[0].unit.clone() } else { unit };
            let of_unit = Quantity { unit, ..stated.clone() };
            let proof = Proof::change(name, of_unit, pair)?;
            let expected = match rounds {
                true => rounded(proof.expected, stated.value.scale()),
                false => proof.expected,
            };
            Ok(Proof { stated, expected, ..proof })
        }
    }
}

/// A proof whose figures are added up of several, with these in their place.
fn with_terms(proof: Proof, of: Vec<Vec<Quantity>>) -> Proof {
    if of.iter().all(|side| side.len() == 1) {
        return proof;
    }
    let mut parts: Vec<Quantity> = Vec::new();
    for term in of.into_iter().flatten() {
        let term = Quantity { value: term.value.abs(), ..term };
        if parts.iter().all(|part| *part != term) {
            parts.push(term);
        }
    }
    Proof { parts, ..proof }
}

/// The figures that a mark names, those that are taken off as less than
/// nothing; `None` where it cannot be read, or there is none of a name.
fn operands(mark: &RelationMark, scope: Scope<'_>) -> Option<Vec<Vec<Quantity>>> {
    let expression = scope.expression(mark)?;
    let side = |side: &Side| {
        let terms = side.terms.iter().map(|term| {
            let figure = scope.one(&term.name)?.clone();
            let value = if term.is_less { -figure.value } else { figure.value };
            Some(Quantity { value, ..figure })
        });
        terms.collect::<Option<Vec<_>>>()
    };
    let Expression { sides } = &expression;
    sides.iter().map(side).collect()
}

/// Figures added up, in the unit of the first and where that stands.
fn total(terms: &[Quantity]) -> Result<Quantity, Reason> {
    let first = terms.first().ok_or(Reason::NoParts)?;
    let value = Quantity::sum(terms.iter(), &first.unit).ok_or(Reason::TooLarge)?;
    Ok(Quantity { value, ..first.clone() })
}
