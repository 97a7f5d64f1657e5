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

use crate::diagnostic::Diagnostic;
use crate::figures::Figures;
use crate::json::Documents;

/// What proofs show to be wrong, by one reading of them all, and what is wrong
/// with the marks of sums.
pub(super) fn findings(figures: &Figures, documents: &Documents) -> Vec<Diagnostic> {
    let mut found = proofs::findings(&figures.proofs, documents);
    found.extend(marks::findings(figures, documents));
    found
}
