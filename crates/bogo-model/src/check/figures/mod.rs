//! Whether figures add up and agree (검산).

pub(super) mod at_most;
pub(super) mod budget_basis;
pub(super) mod change;
pub(super) mod change_rate;
mod failed;
pub(super) mod hidden_grade;
mod marks;
pub(super) mod over_budget;
mod proofs;
pub(super) mod same_figure;
pub(super) mod share;
pub(super) mod sum;
pub(super) mod undeclared_sum;
pub(super) mod unit_conversion;
pub(super) mod unproved;

use super::list::checks;
use super::listed::reads;
use super::writing::Reading;
use crate::diagnostic::Diagnostic;

/// What is wrong with figures: what proofs show, by one reading of them all;
/// what rules find that read the figures themselves; and marks of sums.
pub(super) fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let (figures, documents) = (reading.figures, &reading.manuscript.documents);
    let by_rules = checks().filter_map(reads!(Figures));
    let mut found = proofs::findings(&figures.proofs, documents);
    found.extend(by_rules.flat_map(|read| read(reading)));
    found.extend(marks::findings(figures, documents));
    found
}
