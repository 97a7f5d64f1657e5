//! Lines of tables that call themselves totals, changes or rates, are not said
//! to be any, and do not agree with what they obviously are.
//!
//! Whatever may be right is let pass: a line is told only where the table
//! itself shows how it is meant, by other figures of the line that agree, or
//! by having no other way to be read.

mod doubt;
mod evidence;
mod line;
mod near;
mod readings;

use std::collections::HashSet;

use rust_decimal::Decimal;

pub(crate) use self::doubt::subset_may_be;
use self::evidence::judge;
use self::line::{Kind, Side};
pub(crate) use self::near::{is_near, is_one_slip};
use super::grid::{Called, Grid};
use super::lines::Axis;
use super::proof::{Proof, ProofKind};
use super::quantity::Quantity;
use super::slips::slips;
use crate::format::Table;
use crate::json::Span;

/// A line that calls itself a total, a change or a rate, and is none.
#[derive(Debug)]
pub(crate) struct Undeclared {
    /// How it would be proved: as a sum, a change, a rate of change.
    pub kind: ProofKind,
    /// What the line is called.
    pub name: String,
    /// The figures that are not what they would have to be, at least one.
    pub wrong: Vec<Wrong>,
    /// What would say of the line what it is.
    pub declaration: Declaration,
}

/// A figure that is not what it would have to be.
#[derive(Debug)]
pub(crate) struct Wrong {
    /// The figure.
    pub stated: Quantity,
    /// What it follows from.
    pub parts: Vec<Quantity>,
    /// What it would have to be.
    pub expected: Decimal,
}

/// What says of a line what it is: a member of the object of the row or of the
/// column.
#[derive(Debug)]
pub(crate) enum Declaration {
    /// Of the row that stands here.
    Row {
        /// The row, a list of cells or an object.
        row: Span,
        /// `"total": true`
        member: String,
    },
    /// Of a column of the table that stands here.
    Column {
        /// The table.
        table: Span,
        /// The objects of its columns, none where it has none.
        columns: Vec<Span>,
        /// How many columns there are.
        count: usize,
        /// Which of them it is.
        column: usize,
        /// `"sum_of": ["국비", "시비"]`
        member: String,
    },
}

/// Words of a caption by which a table does not show all rows.
const EXCERPTS: [&str; 5] = ["주요", "상위", "일부", "발췌", "대표"];

/// Of a table with more rows, or more lines that call themselves something,
/// nothing is said: it would take too long to read it in all ways.
const MOST_ROWS: usize = 1000;
const MOST_LINES: usize = 50;

/// The lines of a table that call themselves totals, changes or rates and do
/// not agree.
pub(super) fn undeclared(table: &Table, called: Called<'_>) -> Vec<Undeclared> {
    let Some(grid) = Grid::of(table, called) else { return Vec::new() };
    let names = grid.heads.iter().chain(grid.rows.iter().map(|row| &row.labels));
    let kinds = names.flatten().filter(|words| Kind::of(words).is_some()).count();
    if grid.rows.len() > MOST_ROWS || !(1..=MOST_LINES).contains(&kinds) {
        return Vec::new();
    }
    let caption = table.caption.as_ref().map(super::literal).unwrap_or_default();
    let is_excerpt = EXCERPTS.iter().any(|word| caption.contains(word));
    let sides = [Axis::Columns, Axis::Rows].map(|axis| Side::of(table, &grid, axis));
    let mut found = Vec::new();
    for (side, across) in [(&sides[0], &sides[1]), (&sides[1], &sides[0])] {
        for line in 0..side.lines.len() {
            let Some(kind) = side.lines[line].kind.filter(|_| !side.lines[line].declared) else {
                continue;
            };
            let Some(judged) = judge(side, across, line, kind, is_excerpt) else { continue };
            let member = side.member(line, kind, &judged.lines);
            let declaration = match side.axis {
                Axis::Rows => Declaration::Row { row: grid.rows[line].flat.row.span, member },
                Axis::Columns => Declaration::Column {
                    table: table.span,
                    columns: table.columns.iter().map(|column| column.span).collect(),
                    count: grid.heads.len(),
                    column: line,
                    member,
                },
            };
            let name = side.lines[line].name.clone();
            found.push(Undeclared { kind: kind.proof(), name, wrong: judged.wrong, declaration });
        }
    }
    once(found)
}

/// The lines without the figures that are wrong by a slip which another line
/// tells: one figure that is wrong makes its 계, 증감 and 증감률 disagree.
fn once(found: Vec<Undeclared>) -> Vec<Undeclared> {
    let proof = |line: &Undeclared, wrong: &Wrong| Proof {
        kind: line.kind,
        name: line.name.clone(),
        stated: wrong.stated.clone(),
        parts: wrong.parts.clone(),
        expected: wrong.expected,
    };
    let proofs: Vec<Proof> = found
        .iter()
        .flat_map(|line| line.wrong.iter().map(move |wrong| proof(line, wrong)))
        .collect();
    let mut told: HashSet<(ProofKind, Span)> = HashSet::new();
    let slips = slips(&proofs, &|_| true);
    for slip in &slips {
        let is_culprit = |proof: &&&Proof| {
            slip.culprit.as_ref().is_some_and(|(figure, _)| figure.span == proof.stated.span)
        };
        let own = slip.proofs.iter().find(is_culprit).or(slip.proofs.first());
        told.extend(own.map(|proof| (proof.kind, proof.stated.span)));
    }
    let is_told = |kind: ProofKind, wrong: &Wrong| told.contains(&(kind, wrong.stated.span));
    let lines = found.into_iter().filter_map(|line| {
        let Undeclared { kind, wrong, .. } = line;
        let wrong: Vec<Wrong> = wrong.into_iter().filter(|wrong| is_told(kind, wrong)).collect();
        (!wrong.is_empty()).then_some(Undeclared { wrong, ..line })
    });
    lines.collect()
}

impl Kind {
    /// How such a line is proved.
    fn proof(self) -> ProofKind {
        match self {
            Self::Sum => ProofKind::Sum,
            Self::Change => ProofKind::Change,
            Self::Rate => ProofKind::ChangeRate,
        }
    }
}
