//! What speaks for a total that is not the sum of its parts: that some of these
//! are totals themselves, or stand for themselves.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::super::lines::Axis;
use super::super::quantity::Quantity;
use super::evidence::Figure;
use super::line::Side;
use super::near::{is_near, is_one_slip};
use super::readings::Said;

/// Of more sums of some of the parts, no doubt is looked for one by one: one
/// of them would be any figure.
const MOST_SUMS: usize = 20_000;

/// The most times that parts may be counted: tables that divide one total in
/// several ways, or say subtotals of subtotals.
const MOST_TIMES: u32 = 6;

/// Whether a figure that is not what a reading says is no total of anything
/// else either. `is_proven` tells that others of its line agree with the
/// reading.
pub(super) fn is_wrong_sum(
    side: &Side<'_>,
    figure: &Figure<'_>,
    said: &Said,
    is_proven: bool,
) -> bool {
    let (stated, expected) = (figure.stated.value, said.expected);
    let Some(parts) = values(&said.parts, &figure.stated.unit) else { return false };
    if is_proven && side.axis == Axis::Columns {
        return true;
    }
    if parts.iter().any(Decimal::is_sign_negative) || counts_twice(stated, expected, &parts) {
        return false;
    }
    let most = parts.iter().max().copied().unwrap_or_default();
    let least = parts.iter().min().copied().unwrap_or_default();
    // What is no more than a part may be an average, or the largest of them.
    let exceeds = most < stated || is_proven && stated < least;
    let small = is_small(stated, expected);
    let near = if is_proven { is_near } else { is_one_slip };
    if small && near(stated, expected) {
        return exceeds;
    }
    let is_plain = side.axis == Axis::Rows && !side.speaks_of_overlaps();
    let may_be = subset_may_be(stated, &parts) || has_subtotal(&parts);
    exceeds && !may_be && (near(stated, expected) || is_plain)
}

/// Whether two figures differ by no more than a seventh.
fn is_small(stated: Decimal, expected: Decimal) -> bool {
    (stated - expected).abs() * Decimal::from(7) <= stated.abs().max(expected.abs())
}

/// Whether some figures are, exactly, a total and figures counted anew.
/// Subtotals stand before their parts or behind them; a total that is divided
/// in several ways is counted as often.
fn counts_twice(stated: Decimal, expected: Decimal, parts: &[Decimal]) -> bool {
    let is_times = |times: u32| stated * Decimal::from(times) == expected;
    let Some(over) = expected.checked_sub(stated).filter(|over| *over > Decimal::ZERO) else {
        return false;
    };
    let run_is_over = || runs(parts).any(|(_, sum)| sum == over);
    let without_subtotals: Decimal =
        (0..parts.len()).filter(|at| !is_subtotal(parts, *at)).map(|at| parts[at]).sum();
    let of_subtotals = !stated.is_zero() && without_subtotals == stated;
    (2..=MOST_TIMES).any(is_times) || of_subtotals || run_is_over()
}

/// The runs of figures that stand together, and what they add up to.
fn runs(parts: &[Decimal]) -> impl Iterator<Item = (std::ops::Range<usize>, Decimal)> {
    // Long lists have a run for any figure.
    let parts = &parts[..parts.len().min(100)];
    (0..parts.len()).flat_map(move |from| {
        let mut sum = Decimal::ZERO;
        (from..parts.len()).map(move |to| {
            sum += parts[to];
            (from..to + 1, sum)
        })
    })
}

/// Whether a figure is what the two or more before it, or behind it, add up to.
fn is_subtotal(parts: &[Decimal], at: usize) -> bool {
    let own = parts[at];
    let after = parts[at + 1..].iter();
    reaches(own, after) || reaches(own, parts[..at].iter().rev())
}

/// Whether the first two or more of some figures add up to another one.
fn reaches<'p>(total: Decimal, mut parts: impl Iterator<Item = &'p Decimal>) -> bool {
    let (mut sum, mut count) = (Decimal::ZERO, 0);
    parts.any(|part| {
        sum += part;
        count += usize::from(!part.is_zero());
        count > 1 && sum == total
    })
}

fn has_subtotal(parts: &[Decimal]) -> bool {
    (0..parts.len()).any(|at| is_subtotal(parts, at))
}

/// Whether some of the parts, but not all, add up to a figure; also where
/// there are too many to tell.
pub(crate) fn subset_may_be(stated: Decimal, parts: &[Decimal]) -> bool {
    let mut sums: HashSet<Decimal> = HashSet::from([Decimal::ZERO]);
    for part in parts.iter().filter(|part| !part.is_zero()) {
        let more: Vec<Decimal> =
            sums.iter().map(|sum| sum + part).filter(|sum| *sum <= stated).collect();
        sums.extend(more);
        if sums.len() > MOST_SUMS {
            return true;
        }
    }
    !stated.is_zero() && sums.contains(&stated)
}

/// The parts in the unit of their total.
fn values(parts: &[Quantity], unit: &str) -> Option<Vec<Decimal>> {
    parts.iter().map(|part| part.converted(unit)).collect()
}
