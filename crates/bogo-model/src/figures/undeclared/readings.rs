//! What a line that calls itself a total, a change or a rate may be of others.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::lines::Axis;
use super::super::proof::percent;
use super::super::quantity::Quantity;
use super::line::{Kind, Side};

/// The most lines between which a change is looked for.
const MOST_PAIRED: usize = 12;

/// Other lines that a line may follow from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The lines: those that are added, or what is now and what was before.
    pub lines: Vec<usize>,
    /// Whether it is all of a group, or what stands on one side of the line;
    /// else some of these.
    pub is_usual: bool,
}

/// What a reading says of a figure.
#[derive(Debug)]
pub(super) struct Said {
    /// What the figure would have to be.
    pub expected: Decimal,
    /// What it follows from.
    pub parts: Vec<Quantity>,
    /// Whether the figure is that.
    pub agrees: bool,
    /// Whether it is that but for its sign.
    pub may_agree: bool,
}

/// The ways in which a line may be read.
pub(super) fn readings(side: &Side<'_>, line: usize, kind: Kind) -> Vec<Reading> {
    match kind {
        Kind::Sum => sums(side, line),
        Kind::Change | Kind::Rate => pairs(side, line),
    }
}

/// The lines that a total may add up.
fn sums(side: &Side<'_>, line: usize) -> Vec<Reading> {
    let mut found: Vec<Reading> = Vec::new();
    let sub = side.axis == Axis::Rows && side.lines[line].is_subtotal();
    let mut add = |lines: Vec<usize>, is_usual: bool| {
        // A subtotal that is as much as the total of all has a slip.
        let is_total = sub && matches!(lines[..], [one] if side.lines[one].is_total);
        if !lines.is_empty() && !is_total && found.iter().all(|known| known.lines != lines) {
            found.push(Reading { lines, is_usual });
        }
    };
    let groups = &side.lines[line].groups;
    for group in groups.iter().rev() {
        let within = |range: Range<usize>, total: bool| -> Vec<usize> {
            let is_meant = |at: &usize| {
                let own = &side.lines[*at];
                *at != line && if total { own.is_total } else { own.is_part }
            };
            range.filter(is_meant).collect()
        };
        let (above, below) = (group.start..line, line + 1..group.end);
        let is_total = |at: &usize| side.lines[*at].is_total;
        let last = above.clone().rev().find(is_total).map_or(group.start, |at| at + 1);
        let next = below.clone().find(is_total).unwrap_or(group.end);
        // 공무원 계, 소계 between rows are no sum of what is on both sides.
        let is_part = |at: &usize| side.lines[*at].is_part;
        if !(sub && above.clone().any(|at| is_part(&at)) && below.clone().any(|at| is_part(&at))) {
            add(within(group.clone(), false), true);
        }
        add(within(last..line, false), true);
        add(within(line + 1..next, false), true);
        add(within(above.clone(), false), true);
        add(within(below.clone(), false), true);
        add(within(group.clone(), true), true);
        add(within(above.clone(), true), true);
        add(within(below.clone(), true), true);
        // Totals of groups, and what stands in no group.
        for range in [group.clone(), above.clone(), below.clone()] {
            add(uncovered(side, line, range), true);
        }
        // Subtotals below their parts, and what stands behind the last of them.
        if side.axis == Axis::Rows {
            let apart = |range: Range<usize>, from: usize| -> Vec<usize> {
                let is_meant = |at: &usize| {
                    let own = &side.lines[*at];
                    own.is_total || own.is_part && *at >= from
                };
                range.filter(is_meant).collect()
            };
            add(apart(above.clone(), last), true);
        }
        if side.axis == Axis::Columns {
            let (before, after) = (within(above, false), within(below, false));
            (1..before.len()).for_each(|from| add(before[from..].to_vec(), false));
            (1..after.len()).for_each(|to| add(after[..to].to_vec(), false));
        }
    }
    found
}

/// The totals of a range and the parts that no total of a group adds up.
fn uncovered(side: &Side<'_>, line: usize, range: Range<usize>) -> Vec<usize> {
    let in_group = |at: usize| {
        let own = &side.lines[at];
        let shares = |other: usize| {
            let groups = &side.lines[other].groups;
            own.groups.iter().skip(1).any(|group| groups.contains(group))
        };
        range.clone().any(|other| other != line && side.lines[other].is_total && shares(other))
    };
    let is_meant = |at: &usize| {
        let own = &side.lines[*at];
        *at != line && (own.is_total || own.is_part && !in_group(*at))
    };
    range.clone().filter(is_meant).collect()
}

/// The pairs of lines of which a line may be the change.
fn pairs(side: &Side<'_>, line: usize) -> Vec<Reading> {
    let whole = side.lines[line].groups.first().cloned().unwrap_or(0..side.lines.len());
    let mut values: Vec<usize> = whole
        .filter(|at| *at != line && (side.lines[*at].is_part || side.lines[*at].is_total))
        .collect();
    values.sort_by_key(|at| at.abs_diff(line));
    values.truncate(MOST_PAIRED);
    values.sort_unstable();
    let mut found = Vec::new();
    for &now in &values {
        for &before in values.iter().filter(|before| **before != now) {
            found.push(Reading { lines: vec![now, before], is_usual: true });
        }
    }
    found
}

/// What a reading says of the figure of a line; `None` where that cannot be
/// told.
pub(super) fn said(
    side: &Side<'_>,
    reading: &Reading,
    kind: Kind,
    across: usize,
    stated: &Quantity,
) -> Option<Said> {
    let parts: Option<Vec<Option<&Quantity>>> =
        reading.lines.iter().map(|line| side.part(*line, across)).collect();
    let parts: Vec<Quantity> = match kind {
        Kind::Sum => parts?.into_iter().flatten().cloned().collect(),
        Kind::Change | Kind::Rate => {
            parts?.into_iter().collect::<Option<Vec<_>>>()?.into_iter().cloned().collect()
        }
    };
    let first = parts.first()?;
    let decimals = parts.iter().chain([stated]).map(|part| part.value.scale()).max()?;
    let expected = match kind {
        Kind::Sum => Quantity::sum(parts.iter(), &stated.unit)?,
        Kind::Change => {
            let before = parts.get(1)?.converted(&first.unit)?;
            first.value.checked_sub(before)?
        }
        Kind::Rate => {
            let before = parts.get(1)?.converted(&first.unit)?;
            let change = first.value.checked_sub(before)?;
            percent(change, before, stated.value.scale())?
        }
    };
    let is = |stated: &Quantity, expected: Decimal| match kind {
        // Some offices cut off what others round.
        Kind::Rate => {
            let step = Decimal::new(1, stated.value.scale());
            stated.value.checked_sub(expected).is_some_and(|other| other.abs() <= step)
        }
        _ => stated.may_be_rounded(expected, decimals, parts.len()),
    };
    let size = Quantity { value: stated.value.abs(), ..stated.clone() };
    let agrees = is(stated, expected);
    let may_agree = agrees || is(&size, expected.abs());
    Some(Said { expected, parts, agrees, may_agree })
}
