//! What is said of the lines of a table: that a row or column is the sum, the
//! change or the share of others.

use std::collections::HashMap;
use std::sync::Arc;

use super::grid::Grid;
use super::table::Solved;
use super::unproved::Reason;
use crate::format::{Formulas, LineName, Table};
use crate::json::Span;

/// Whether a line is a row or a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    /// A row.
    Rows,
    /// A column.
    Columns,
}

/// A name of a line that there is not, or that several lines have.
#[derive(Debug)]
pub(crate) struct UnknownLine {
    /// Where it is named.
    pub span: Span,
    /// The name.
    pub name: String,
    /// The lines that there are.
    pub known: Arc<[String]>,
}

/// What the figures of a line are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Formula {
    /// The sum of these lines.
    Sum(Vec<usize>),
    /// The first less the second.
    Change([usize; 2]),
    /// The rate of that change.
    ChangeRate([usize; 2]),
    /// The share of the first in the second.
    Share([usize; 2]),
}

impl Formula {
    /// Whether a row of totals is its own, not the sum of the rows.
    pub(super) fn is_rate(&self) -> bool {
        matches!(self, Self::ChangeRate(_) | Self::Share(_))
    }

    /// Whether the line is the sum of others.
    pub(super) fn is_sum(&self) -> bool {
        matches!(self, Self::Sum(_))
    }
}

/// The lines of an axis by what they are called; `None` for a name that
/// several have.
struct Names {
    own: HashMap<String, Option<usize>>,
    whole: HashMap<String, Option<usize>>,
    all: Arc<[String]>,
}

impl Names {
    /// The names of lines with these words, the innermost last.
    fn of<'l>(lines: impl Iterator<Item = &'l Vec<String>>) -> Self {
        let (mut own, mut whole, mut all) = (HashMap::new(), HashMap::new(), Vec::new());
        for (index, words) in lines.enumerate() {
            let joined = words.join(" ");
            for (names, name) in [
                (&mut own, words.last().cloned().unwrap_or_default()),
                (&mut whole, joined.clone()),
            ] {
                names.entry(name).and_modify(|line| *line = None).or_insert(Some(index));
            }
            all.push(joined);
        }
        Self { own, whole, all: all.into() }
    }

    /// The line that a name means: the words of its own, or of all tiers over
    /// it, or its number.
    fn find(&self, name: &LineName) -> Option<usize> {
        let words = name.words.replace('\n', " ");
        let named = |names: &HashMap<String, Option<usize>>| names.get(&words).copied().flatten();
        named(&self.own).or_else(|| named(&self.whole)).or_else(|| {
            let number: usize = words.parse().ok()?;
            number.checked_sub(1).filter(|index| *index < self.all.len())
        })
    }
}

/// What is said of each column and of each row.
pub(super) fn read_formulas(
    grid: &Grid<'_>,
    table: &Table,
    solved: &mut Solved,
) -> (Vec<Option<Formula>>, Vec<Option<Formula>>) {
    let width = grid.heads.len();
    let mut columns = vec![None; width];
    if table.columns.iter().any(|column| is_said(column.formulas())) {
        let names = Names::of(grid.heads.iter());
        for (index, column) in table.columns.iter().enumerate().take(width) {
            let name = grid.heads[index].last().cloned().unwrap_or_default();
            columns[index] = formula(column.formulas(), &names, (&name, column.span), solved);
        }
    }
    let mut rows = vec![None; grid.rows.len()];
    if grid.rows.iter().any(|row| is_said(row.flat.row.formulas())) {
        let names = Names::of(grid.rows.iter().map(|row| &row.labels));
        for (index, row) in grid.rows.iter().enumerate() {
            let name = row.labels.last().cloned().unwrap_or_default();
            let said = row.flat.row;
            rows[index] = formula(said.formulas(), &names, (&name, said.span), solved);
        }
    }
    (columns, rows)
}

fn is_said(formulas: Formulas<'_>) -> bool {
    formulas.iter().any(|formula| formula.is_some())
}

/// What is said of a line that has this name and place.
fn formula(
    said: Formulas<'_>,
    names: &Names,
    (name, place): (&str, Span),
    solved: &mut Solved,
) -> Option<Formula> {
    let mut all = said.iter().enumerate().filter_map(|(kind, lines)| Some((kind, lines.as_ref()?)));
    let (kind, lines) = all.next()?;
    let at = |lines: &[LineName]| {
        lines.first().map_or(Span { end: place.start + 1, ..place }, |l| l.span)
    };
    for (_, other) in all {
        solved.proofs.refuse(Reason::SaidTwice, name, at(other));
    }
    let mut found = Vec::new();
    for line in lines {
        match names.find(line) {
            Some(line) => found.push(line),
            None => solved.unknown.push(UnknownLine {
                span: line.span,
                name: line.words.clone(),
                known: Arc::clone(&names.all),
            }),
        }
    }
    if found.len() < lines.len() {
        return None;
    }
    let pair = <[usize; 2]>::try_from(found.as_slice());
    let formula = match (kind, pair) {
        (0, _) if !found.is_empty() => Formula::Sum(found),
        (1, Ok(pair)) => Formula::Change(pair),
        (2, Ok(pair)) => Formula::ChangeRate(pair),
        (3, Ok(pair)) => Formula::Share(pair),
        (0, _) => {
            solved.proofs.refuse(Reason::NoParts, name, at(lines));
            return None;
        }
        (_, _) => {
            solved.proofs.refuse(Reason::NotTwo(found.len()), name, at(lines));
            return None;
        }
    };
    Some(formula)
}
