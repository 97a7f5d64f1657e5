//! Which figure a slip is in. A figure takes part in several proofs, so that one
//! slip may make several fail.

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;

use super::proof::{Proof, ProofKind};
use super::quantity::Quantity;
use crate::json::Span;

/// Where more proofs fail than this, it is no few slips, and each is told.
const MOST_FAILED: usize = 200;

/// Proofs that fail by one slip.
#[derive(Debug)]
pub(crate) struct Slip<'p> {
    /// The proofs, at least one; the nearest to the slip first.
    pub proofs: Vec<&'p Proof>,
    /// The figure that is wrong, and what it has to be for all of them to
    /// hold; known only where there are several proofs and one such figure.
    pub culprit: Option<(Quantity, Decimal)>,
}

/// A figure that may be wrong, and what speaks for it.
struct Candidate<'p> {
    figure: &'p Quantity,
    value: Decimal,
    /// The proofs that would hold.
    explains: Vec<usize>,
    /// Whether one of them is about this figure.
    is_stated: bool,
}

/// The slips by which proofs fail, in the order of these. Only figures that
/// are typed as they count can be named as the ones that are wrong.
pub(crate) fn slips<'p>(
    proofs: &'p [Proof],
    is_typed: &dyn Fn(&Quantity) -> bool,
) -> Vec<Slip<'p>> {
    let mut failed: Vec<usize> = (0..proofs.len()).filter(|at| !proofs[*at].holds()).collect();
    let mut slips: BTreeMap<usize, Slip<'p>> = BTreeMap::new();
    let uses = uses(proofs, &failed);
    while (2..=MOST_FAILED).contains(&failed.len()) {
        let Some((best, is_only)) = best_candidate(proofs, &failed, &uses, is_typed) else {
            break;
        };
        let first = best.explains[0];
        failed.retain(|at| !best.explains.contains(at));
        let mut explained: Vec<&Proof> = best.explains.iter().map(|at| &proofs[*at]).collect();
        // What follows from the fewest figures is nearest to the slip.
        explained.sort_by_key(|proof| proof.parts.len());
        let culprit = is_only.then(|| (best.figure.clone(), best.value));
        slips.insert(first, Slip { proofs: explained, culprit });
    }
    for group in by_figure(proofs, failed) {
        let first = group[0];
        let proofs = group.into_iter().map(|at| &proofs[at]).collect();
        slips.insert(first, Slip { proofs, culprit: None });
    }
    slips.into_values().collect()
}

/// The proofs in which each figure takes part, of those that several proofs
/// that fail have in common.
fn uses(proofs: &[Proof], failed: &[usize]) -> HashMap<Span, Vec<usize>> {
    let mut counts: HashMap<Span, usize> = HashMap::new();
    for at in failed {
        spans(&proofs[*at]).for_each(|span| *counts.entry(span).or_default() += 1);
    }
    let mut uses: HashMap<Span, Vec<usize>> = HashMap::new();
    if counts.values().any(|count| *count > 1) {
        for (at, proof) in proofs.iter().enumerate() {
            let shared = spans(proof).filter(|span| counts.get(span).is_some_and(|c| *c > 1));
            shared.for_each(|span| uses.entry(span).or_default().push(at));
        }
    }
    uses
}

/// Where the figures of a proof stand, each place once.
fn spans(proof: &Proof) -> impl Iterator<Item = Span> {
    let all: HashSet<Span> = figures(proof).map(|figure| figure.span).collect();
    all.into_iter()
}

fn figures(proof: &Proof) -> impl Iterator<Item = &Quantity> {
    std::iter::once(&proof.stated).chain(&proof.parts)
}

/// The figure that explains most of what fails and breaks nothing that holds,
/// of several a total rather than a part; and whether there is no other.
fn best_candidate<'p>(
    proofs: &'p [Proof],
    failed: &[usize],
    uses: &HashMap<Span, Vec<usize>>,
    is_typed: &dyn Fn(&Quantity) -> bool,
) -> Option<(Candidate<'p>, bool)> {
    let is_failed: HashSet<usize> = failed.iter().copied().collect();
    let mut tried = HashSet::new();
    let mut best: Option<(Candidate<'p>, bool)> = None;
    for at in failed {
        for figure in figures(&proofs[*at]) {
            let Some(used) = uses.get(&figure.span) else { continue };
            let Some(value) = proofs[*at].wanted(figure.span) else { continue };
            if !tried.insert((figure.span, value.normalize())) || !is_typed(figure) {
                continue;
            }
            let would_hold = |at: &usize| proofs[*at].would_hold(figure.span, value);
            let (open, others): (Vec<usize>, Vec<usize>) =
                used.iter().partition(|at| is_failed.contains(at));
            let explains: Vec<usize> = open.into_iter().filter(would_hold).collect();
            let breaks = others.iter().any(|at| proofs[*at].holds() && !would_hold(at));
            if explains.len() < 2 || breaks {
                continue;
            }
            let is_stated = explains.iter().any(|at| proofs[*at].stated.span == figure.span);
            let candidate = Candidate { figure, value, explains, is_stated };
            let weight = |c: &Candidate<'_>| (c.explains.len(), c.is_stated);
            match &mut best {
                Some((known, _)) if weight(known) > weight(&candidate) => {}
                Some((known, is_only)) if weight(known) == weight(&candidate) => *is_only = false,
                _ => best = Some((candidate, true)),
            }
        }
    }
    best
}

/// Proofs that say the same of one figure, together: places that repeat it.
fn by_figure(proofs: &[Proof], failed: Vec<usize>) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<(Span, Decimal, Decimal), usize> = HashMap::new();
    for at in failed {
        let Proof { kind, parts, stated, .. } = &proofs[at];
        let part = parts
            .first()
            .filter(|_| matches!(*kind, ProofKind::SameFigure | ProofKind::UnitConversion));
        let key = part.and_then(|part| {
            Some((part.span, part.value.normalize(), stated.converted(&part.unit)?.normalize()))
        });
        match key.and_then(|key| known.get(&key).copied()) {
            Some(group) => groups[group].push(at),
            None => {
                if let Some(key) = key {
                    known.insert(key, groups.len());
                }
                groups.push(vec![at]);
            }
        }
    }
    groups
}

impl Proof {
    /// What the figure at this place has to be for the proof to hold; `None`
    /// where that is not known, or where it takes part more than once.
    fn wanted(&self, at: Span) -> Option<Decimal> {
        let mut parts = self.parts.iter().enumerate().filter(|(_, part)| part.span == at);
        let Some((index, part)) = parts.next() else {
            return (self.stated.span == at).then_some(self.expected);
        };
        if parts.next().is_some() || self.stated.span == at {
            return None;
        }
        let missing = self.stated.value.checked_sub(self.expected)?;
        let missing = Quantity { value: missing, ..self.stated.clone() }.converted(&part.unit)?;
        match (self.kind, index) {
            (ProofKind::Sum, _) | (ProofKind::Change, 0) => part.value.checked_add(missing),
            (ProofKind::Change, _) => part.value.checked_sub(missing),
            (ProofKind::SameFigure | ProofKind::UnitConversion, _) => {
                self.stated.converted(&part.unit)
            }
            _ => None,
        }
    }

    /// Whether it would hold if the figure at this place were this one.
    fn would_hold(&self, at: Span, value: Decimal) -> bool {
        if self.stated.span == at && self.parts.iter().all(|part| part.span != at) {
            return value == self.expected;
        }
        // A sum may have many parts: it is not added up anew.
        if self.kind == ProofKind::Sum {
            return self.wanted(at) == Some(value);
        }
        let with = |figure: &Quantity| match figure.span == at {
            true => Quantity { value, ..figure.clone() },
            false => figure.clone(),
        };
        let (name, stated) = (&self.name, with(&self.stated));
        let parts: Vec<Quantity> = self.parts.iter().map(with).collect();
        let pair = <[Quantity; 2]>::try_from(parts.clone());
        let decimals = stated.value.scale();
        let proved = match (self.kind, pair, parts.as_slice()) {
            (ProofKind::Change, Ok(of), _) => Proof::change(name, stated, of),
            (ProofKind::ChangeRate, Ok(of), _) => Proof::change_rate(name, stated, of, decimals),
            (ProofKind::Share, Ok(of), _) => Proof::share(name, stated, of, decimals),
            (ProofKind::SameFigure | ProofKind::UnitConversion, _, [part]) => {
                Proof::same(name, stated, part)
            }
            _ => return false,
        };
        proved.is_ok_and(|proof| proof.holds())
    }
}
