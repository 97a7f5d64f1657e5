//! What the figures of a table say of one another.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::grid::{Grid, Value};
use super::proof::Proof;
use super::quantity::Quantity;
use crate::format::{Formulas, LineName, Summed, Table};
use crate::json::Span;

/// What a table states and what is computed in it.
#[derive(Debug, Default)]
pub(crate) struct Solved {
    /// What has to agree.
    pub proofs: Vec<Proof>,
    /// The cells that are to be computed, with their values.
    pub computed: HashMap<Span, Decimal>,
    /// Names of lines that there are not, or that several lines have.
    pub unknown: Vec<UnknownLine>,
}

/// A name of a line that there is not, or that several lines have.
#[derive(Debug)]
pub(crate) struct UnknownLine {
    /// Where it is named.
    pub span: Span,
    /// The name.
    pub name: String,
    /// The lines that there are.
    pub known: Vec<String>,
}

/// What the figures of a line are.
#[derive(Debug, Clone, PartialEq)]
enum Formula {
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
    fn is_rate(&self) -> bool {
        matches!(self, Self::ChangeRate(_) | Self::Share(_))
    }
}

/// A table and what has been found in it so far.
struct Solver<'t> {
    grid: Grid<'t>,
    columns: Vec<Option<Formula>>,
    rows: Vec<Option<Formula>>,
    /// How many decimals the figures of each column have: the most that one
    /// of them has.
    decimals: Vec<u32>,
    /// Whether rows of totals add each column up.
    adds: Vec<bool>,
    solved: Solved,
}

/// Proves and computes the figures of a table.
pub(crate) fn solve(table: &Table) -> Solved {
    let Some(grid) = Grid::of(table) else { return Solved::default() };
    let decimals = (0..grid.heads.len()).map(|column| {
        let all = (0..grid.rows.len()).map(|row| decimals_of(&grid.at(row, column).value));
        all.max().unwrap_or(0)
    });
    let adds = (0..grid.heads.len()).map(|column| grid.adds(table, column)).collect();
    let mut solver = Solver {
        decimals: decimals.collect(),
        adds,
        grid,
        columns: Vec::new(),
        rows: Vec::new(),
        solved: Solved::default(),
    };
    solver.read_formulas(table);
    let sums: Vec<bool> = solver.grid.rows.iter().map(|row| row.is_sum).collect();
    for (row, is_sum) in sums.iter().enumerate() {
        if !is_sum {
            solver.row_formulas(row);
        }
    }
    solver.column_wise();
    for (row, is_sum) in sums.iter().enumerate() {
        if *is_sum {
            solver.totals(row);
            solver.row_formulas(row);
        }
    }
    solver.solved
}

impl Solver<'_> {
    fn read_formulas(&mut self, table: &Table) {
        let width = self.grid.heads.len();
        self.columns = vec![None; width];
        for (index, column) in table.columns.iter().enumerate().take(width) {
            self.columns[index] = self.formula(column.formulas(), true);
        }
        self.rows = vec![None; self.grid.rows.len()];
        for index in 0..self.grid.rows.len() {
            let row = self.grid.rows[index].flat.row;
            self.rows[index] = self.formula(row.formulas(), false);
        }
    }

    /// The first of the formulas that is said: sum, change, rate, share.
    fn formula(&mut self, said: Formulas<'_>, of_columns: bool) -> Option<Formula> {
        let (kind, names) =
            said.iter().enumerate().find_map(|(kind, names)| Some((kind, names.as_ref()?)))?;
        let mut lines = Vec::new();
        for name in names {
            let found = match of_columns {
                true => self.grid.column(name),
                false => self.grid.row(name),
            };
            match found {
                Some(line) => lines.push(line),
                None => self.unknown_line(name, of_columns),
            }
        }
        let pair = <[usize; 2]>::try_from(lines.as_slice()).ok();
        match kind {
            _ if lines.len() < names.len() => None,
            0 => Some(Formula::Sum(lines)),
            1 => pair.map(Formula::Change),
            2 => pair.map(Formula::ChangeRate),
            _ => pair.map(Formula::Share),
        }
    }

    fn unknown_line(&mut self, name: &LineName, of_columns: bool) {
        let known = match of_columns {
            true => self.grid.heads.iter().map(|tiers| tiers.join(" ")).collect(),
            false => self.grid.rows.iter().map(|row| row.labels.join(" ")).collect(),
        };
        let unknown = UnknownLine { span: name.span, name: name.words.clone(), known };
        self.solved.unknown.push(unknown);
    }

    /// The value at a place, computed ones filled in.
    fn value(&self, row: usize, column: usize) -> Value {
        let cell = self.grid.at(row, column);
        match (&cell.value, self.solved.computed.get(&cell.span)) {
            (Value::Computed, Some(value)) => Value::Number(Quantity {
                value: *value,
                unit: self.grid.unit.clone(),
                span: cell.span,
            }),
            (value, _) => value.clone(),
        }
    }

    /// Proves or computes what the formulas of the columns say of a row.
    fn row_formulas(&mut self, row: usize) {
        for column in 0..self.columns.len() {
            let Some(formula) = self.columns[column].clone() else { continue };
            let begins = self.grid.at(row, column).placed;
            if (begins.row, begins.column) == (row, column) {
                let name = self.grid.heads[column].last().cloned().unwrap_or_default();
                let decimals = self.decimals[column];
                let parts = |line: usize, solver: &Self| solver.value(row, line);
                self.apply(&formula, (row, column), name, decimals, parts);
            }
        }
    }

    /// Proves or computes what the formulas of the rows say.
    fn column_wise(&mut self) {
        for row in 0..self.rows.len() {
            let Some(formula) = self.rows[row].clone() else { continue };
            for column in 0..self.columns.len() {
                let begins = self.grid.at(row, column).placed;
                if (begins.row, begins.column) == (row, column) {
                    let name = self.grid.rows[row].labels.last().cloned().unwrap_or_default();
                    let decimals = decimals_of(&self.value(row, column)).max(1);
                    let parts = |line: usize, solver: &Self| solver.value(line, column);
                    self.apply(&formula, (row, column), name, decimals, parts);
                }
            }
        }
    }

    fn apply(
        &mut self,
        formula: &Formula,
        (row, column): (usize, usize),
        name: String,
        decimals: u32,
        part: impl Fn(usize, &Self) -> Value,
    ) {
        let stated = self.grid.at(row, column).clone();
        let (quantity, decimals) = match &stated.value {
            Value::Number(quantity) => (quantity.clone(), decimals),
            // A computed rate has one decimal unless others have more.
            Value::Computed => (
                Quantity { value: Decimal::ZERO, unit: String::new(), span: stated.span },
                decimals.max(1),
            ),
            _ => return,
        };
        let number = |line: usize| match part(line, self) {
            Value::Number(number) => Some(number),
            _ => None,
        };
        let pair = |[now, before]: [usize; 2]| Some([number(now)?, number(before)?]);
        let proof = match formula {
            Formula::Sum(lines) => {
                let values: Vec<Value> = lines.iter().map(|line| part(*line, self)).collect();
                sum_of(values).map(|parts| Proof::sum(name, quantity, parts))
            }
            Formula::Change(of) => pair(*of).map(|of| Proof::change(name, quantity, of)),
            Formula::ChangeRate(of) => {
                pair(*of).and_then(|of| Proof::change_rate(name, quantity, of, decimals))
            }
            Formula::Share(of) => {
                pair(*of).and_then(|of| Proof::share(name, quantity, of, decimals))
            }
        };
        self.conclude(proof, &stated.value, stated.span);
    }

    /// Keeps a proof, or what it computes.
    fn conclude(&mut self, proof: Option<Proof>, stated: &Value, span: Span) {
        match (proof, stated) {
            (Some(proof), Value::Computed) => {
                self.solved.computed.entry(span).or_insert(proof.expected);
            }
            (Some(proof), _) => self.solved.proofs.push(proof),
            (None, _) => {}
        }
    }

    /// Proves or computes the totals of a row.
    fn totals(&mut self, row: usize) {
        let scopes = self.scopes(row);
        for column in 0..self.columns.len() {
            let cell = self.grid.at(row, column).clone();
            let begins = (cell.placed.row, cell.placed.column) == (row, column);
            let is_rate = self.columns[column].as_ref().is_some_and(Formula::is_rate);
            if !begins || is_rate || !self.adds[column] {
                continue;
            }
            let stated = match &cell.value {
                Value::Number(quantity) => quantity.clone(),
                Value::Computed => {
                    Quantity { value: Decimal::ZERO, unit: String::new(), span: cell.span }
                }
                _ => continue,
            };
            let name = self.grid.rows[row].labels.join(" ");
            let width = cell.spans.0;
            let proofs: Vec<Proof> = scopes
                .iter()
                .filter_map(|rows| self.parts(rows, column..column + width, cell.span))
                .map(|parts| Proof::sum(name.clone(), stated.clone(), parts))
                .collect();
            self.conclude(best(proofs), &cell.value, cell.span);
        }
    }

    /// The rows that a row of totals may add up. Where several such rows
    /// stand in a list without a word on what they add, each may be the sum
    /// of all, of those above it or of those below it.
    fn scopes(&self, row: usize) -> Vec<Vec<usize>> {
        let rows = &self.grid.rows;
        let own = &rows[row].flat.lists;
        let within = |index: usize| rows[index].flat.lists.starts_with(own);
        let siblings: Vec<usize> = (0..rows.len())
            .filter(|index| rows[*index].is_sum && rows[*index].flat.lists == *own)
            .collect();
        let before = siblings.iter().rfind(|sum| **sum < row).map_or(0, |sum| sum + 1);
        let after = siblings.iter().find(|sum| **sum > row).copied().unwrap_or(rows.len());
        let leaves = |range: Range<usize>| -> Vec<usize> {
            range.filter(|index| within(*index) && rows[*index].is_part).collect()
        };
        let all = leaves(0..rows.len());
        match rows[row].flat.row.sums {
            Some(Summed::Above) => vec![leaves(before..row)],
            Some(Summed::Below) => vec![leaves(row + 1..after)],
            Some(Summed::All) => vec![all],
            Some(Summed::None) => Vec::new(),
            None if siblings.len() == 1 => vec![all],
            None => {
                let mut scopes = vec![leaves(before..row), leaves(row + 1..after), all];
                scopes.retain(|scope| !scope.is_empty());
                scopes
            }
        }
    }

    /// The numbers of some rows in some columns, each cell once; `None` if
    /// there is none, or words stand among them.
    fn parts(&self, rows: &[usize], columns: Range<usize>, total: Span) -> Option<Vec<Quantity>> {
        let wide = columns.len() > 1;
        let mut seen: HashSet<Span> = HashSet::from([total]);
        let mut values = Vec::new();
        for &row in rows {
            for column in columns.clone() {
                let span = self.grid.at(row, column).span;
                if !seen.insert(span) {
                    continue;
                }
                match self.value(row, column) {
                    // A total over several columns has words beside numbers.
                    Value::Words if wide => {}
                    value => values.push(value),
                }
            }
        }
        sum_of(values)
    }
}

/// The numbers among values that are to be added; `None` if all are blank, or
/// if words stand among them, which nobody can add.
fn sum_of(values: Vec<Value>) -> Option<Vec<Quantity>> {
    let (mut numbers, mut dashes) = (Vec::new(), false);
    for value in values {
        match value {
            Value::Number(number) => numbers.push(number),
            Value::Dash => dashes = true,
            Value::Blank => {}
            Value::Words | Value::Computed => return None,
        }
    }
    (dashes || !numbers.is_empty()).then_some(numbers)
}

/// The proof that holds, else the one that is nearest to holding: of the rows
/// that a total may add up, the ones that it does were meant.
fn best(proofs: Vec<Proof>) -> Option<Proof> {
    proofs.into_iter().min_by_key(|proof| (proof.stated.value - proof.expected).abs())
}

fn decimals_of(value: &Value) -> u32 {
    match value {
        Value::Number(number) => number.value.scale(),
        _ => 0,
    }
}
