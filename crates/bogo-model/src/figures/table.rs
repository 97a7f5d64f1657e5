//! What the figures of a table say of one another.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::computed::Computed;
use super::grid::{Called, Grid, GridCell, Value};
use super::lines::{Axis, Formula, UnknownLine, read_formulas};
use super::parts::{Gathered, Region};
use super::proof::{Proof, Proofs, Proved};
use super::quantity::Quantity;
use super::scopes::Scopes;
use super::unproved::Reason;
use crate::format::Table;
use crate::json::Span;

/// What a table states and what is computed in it.
#[derive(Debug, Default)]
pub(crate) struct Solved {
    /// What has to agree, and what could not be proved.
    pub proofs: Proofs,
    /// The cells that are to be computed, with their values.
    pub computed: HashMap<Span, Computed>,
    /// The units of cells whose texts have marks.
    pub cell_units: HashMap<Span, String>,
    /// Names of lines that there are not, or that several lines have.
    pub unknown: Vec<UnknownLine>,
}

/// A table and what has been found in it so far.
struct Solver<'t> {
    grid: &'t Grid<'t>,
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
pub(super) fn solve(table: &Table, called: Called<'_>) -> Solved {
    let Some(grid) = Grid::of(table, called) else { return Solved::default() };
    let width = grid.heads.len();
    let mut decimals = vec![0; width];
    for cell in &grid.cells {
        let own = decimals_of(&cell.value);
        decimals[cell.columns.clone()].iter_mut().for_each(|most| *most = own.max(*most));
    }
    let adds = (0..width).map(|column| grid.adds(table, column)).collect();
    let mut solved = Solved { cell_units: cell_units(&grid), ..Solved::default() };
    let (columns, rows) = read_formulas(&grid, table, &mut solved);
    let said = std::mem::take(&mut solved.proofs);
    let mut solver = Solver { grid: &grid, columns, rows, decimals, adds, solved };
    let scopes = Scopes::of(&grid);
    // What is computed may follow from what is computed further on: as long as
    // there is more of it, what was proved without it is proved again.
    loop {
        let before = solver.solved.computed.len();
        solver.pass(&scopes);
        if solver.solved.computed.len() == before {
            break;
        }
        solver.solved.proofs = Proofs::default();
    }
    solver.solved.proofs.extend(said);
    solver.solved
}

impl<'t> Solver<'t> {
    /// Proves and computes all that can be.
    fn pass(&mut self, scopes: &Scopes) {
        let grid = self.grid;
        let is_sum = |row: &usize| grid.rows[*row].is_sum;
        for row in (0..grid.rows.len()).filter(|row| !is_sum(row)) {
            self.row_by_columns(row);
        }
        for row in 0..grid.rows.len() {
            self.row_by_rows(row);
        }
        for row in (0..grid.rows.len()).filter(is_sum) {
            self.totals(row, scopes);
            self.row_by_columns(row);
        }
    }

    /// Proves or computes what the formulas of the columns say of a row.
    fn row_by_columns(&mut self, row: usize) {
        let grid = self.grid;
        for column in 0..self.columns.len() {
            let Some(formula) = self.columns[column].clone() else { continue };
            let cell = grid.at(row, column);
            // What the row says of all its figures holds for rates, too; rates
            // that are rounded do not add up.
            let own = self.rows[row].as_ref();
            let of_row = own.is_some_and(|own| own.is_rate() || !own.is_sum() && formula.is_rate());
            if cell.rows.start != row || of_row {
                continue;
            }
            let name = grid.heads[column].last().cloned().unwrap_or_default();
            // A cell that begins in another column is of that one, too; a sum
            // of its row is of both.
            if cell.columns.start != column {
                let of_row = grid.rows[row].is_sum || self.rows[row].is_some();
                if !of_row && matches!(cell.value, Value::Number(_)) {
                    self.solved.proofs.refuse(Reason::Merged, &name, cell.span);
                }
                continue;
            }
            let decimals = self.decimals[column];
            self.follow(&formula, Axis::Columns, cell, &name, decimals);
        }
    }

    /// Proves or computes what the formula of a row says of it.
    fn row_by_rows(&mut self, row: usize) {
        let grid = self.grid;
        let Some(formula) = self.rows[row].clone() else { return };
        let name = grid.rows[row].labels.last().cloned().unwrap_or_default();
        for column in 0..self.columns.len() {
            let cell = grid.at(row, column);
            let is_rate = self.columns[column].as_ref().is_some_and(Formula::is_rate);
            let is_apart = formula.is_sum() && (is_rate || !self.adds[column]);
            // There is no rate of a rate.
            let is_none = is_rate && formula.is_rate() && cell.value == Value::Dash;
            if cell.columns.start != column || is_apart || is_none {
                continue;
            }
            if cell.rows.start != row {
                if matches!(cell.value, Value::Number(_)) {
                    self.solved.proofs.refuse(Reason::Merged, &name, cell.span);
                }
                continue;
            }
            self.follow(&formula, Axis::Rows, cell, &name, 1);
        }
    }

    /// Proves or computes a cell that follows from lines of the table.
    fn follow(
        &mut self,
        formula: &Formula,
        axis: Axis,
        cell: &GridCell,
        name: &str,
        decimals: u32,
    ) {
        let is_name = cell.columns.start < self.grid.names;
        let Formula::All(all) = formula else {
            let proved = self.proved(formula, axis, cell, name, decimals);
            return self.conclude(proved, cell, name, is_name);
        };
        let mut told: Vec<Decimal> = Vec::new();
        for formula in all {
            let proved = self.proved(formula, axis, cell, name, decimals);
            // What is computed of the first has to agree with the others, and
            // what several say in one voice is said once.
            let proved = proved.map(|proof| self.stating_computed(proof, cell));
            if let Ok(proof) = &proved
                && !proof.holds()
            {
                if told.contains(&proof.expected) {
                    continue;
                }
                told.push(proof.expected);
                if cell.value == Value::Computed && self.solved.computed.contains_key(&cell.span) {
                    self.solved.proofs.made.push(proof.clone());
                    continue;
                }
            }
            self.conclude(proved, cell, name, is_name);
        }
    }

    /// A proof of a cell that is computed, with what has been computed for it.
    fn stating_computed(&self, mut proof: Proof, cell: &GridCell) -> Proof {
        if let (Value::Computed, Some(value)) = (&cell.value, self.solved.computed.get(&cell.span))
        {
            proof.stated.value = value.value;
            proof.stated.unit.clone_from(&self.grid.units[cell.columns.start]);
        }
        proof
    }

    /// That a cell is what it follows from lines of the table.
    fn proved(
        &self,
        formula: &Formula,
        axis: Axis,
        cell: &GridCell,
        name: &str,
        decimals: u32,
    ) -> Proved {
        let across = match axis {
            Axis::Rows => cell.columns.clone(),
            Axis::Columns => cell.rows.clone(),
        };
        // A rate is rounded as it is typed; a computed one has one decimal
        // unless others have more.
        let decimals = match &cell.value {
            Value::Number(number) => number.value.scale(),
            _ => decimals.max(1),
        };
        let stated = self.stated(cell);
        // A rate may be of a figure that several lines share.
        let strict = !formula.is_rate();
        let gather = |lines: &[usize]| {
            let region = Region { axis, lines, across: across.clone(), strict };
            region.gather(self.grid, &self.solved.computed, cell)
        };
        // What is stated as a dash may mean that another dash has no change.
        let dash_counts = matches!(cell.value, Value::Number(_) | Value::Computed);
        let whole = |line: usize| gather(&[line])?.whole(dash_counts);
        let pair = |[now, before]: [usize; 2]| -> Result<[Quantity; 2], Reason> {
            if self.grid.covers_both(axis, [now, before], across.start) {
                return Err(Reason::Itself);
            }
            Ok([whole(now)?, whole(before)?])
        };
        match formula {
            Formula::Sum(lines) => {
                let parts = gather(lines).and_then(Gathered::addends);
                parts.and_then(|parts| Proof::sum(name, stated, parts))
            }
            Formula::Change(of) => pair(*of).and_then(|of| Proof::change(name, stated, of)),
            Formula::ChangeRate(of) => {
                pair(*of).and_then(|of| Proof::change_rate(name, stated, of, decimals))
            }
            Formula::Share(of) => pair(*of).and_then(|of| Proof::share(name, stated, of, decimals)),
            Formula::ShareOfTotal { line, total } => {
                let part = whole(*line)?;
                let of_total = Region { axis, lines: &[*line], across: *total..*total + 1, strict };
                let total = of_total.gather(self.grid, &self.solved.computed, cell)?;
                Proof::share(name, stated, [part, total.whole(dash_counts)?], decimals)
            }
            // Each of them is proved by itself.
            Formula::All(_) => Err(Reason::Elsewhere),
        }
    }

    /// The figure that a cell states; nothing yet where it is to be computed.
    fn stated(&self, cell: &GridCell) -> Quantity {
        match &cell.value {
            Value::Number(quantity) => quantity.clone(),
            _ => Quantity {
                value: Decimal::ZERO,
                unit: self.grid.units[cell.columns.start].clone(),
                span: cell.span,
            },
        }
    }

    /// Keeps a proof, what it computes, or that there is none of a figure that
    /// is stated.
    fn conclude(&mut self, proved: Proved, cell: &GridCell, name: &str, is_name: bool) {
        let proofs = &mut self.solved.proofs;
        match (&cell.value, proved) {
            (Value::Computed, Ok(proof)) => {
                self.solved.computed.entry(cell.span).or_insert_with(|| proof.into());
            }
            // What cannot be computed is reported where the cell is set.
            (Value::Computed, Err(_)) | (Value::Blank, _) => {}
            (Value::Number(_), proved) => proofs.keep(proved, name, cell.span),
            // A dash says that there is nothing, or that it does not apply.
            (Value::Dash, Ok(proof)) if !proof.expected.is_zero() => {
                proofs.refuse(Reason::NoNumber, name, cell.span);
            }
            (Value::Words { figures: true, .. }, Ok(_)) if !is_name => {
                proofs.refuse(Reason::NoNumber, name, cell.span);
            }
            // Neither the total nor a part can be read; notes have figures, too.
            (Value::Words { is_amount: true, .. }, Err(Reason::Words(_))) if !is_name => {
                proofs.refuse(Reason::NoNumber, name, cell.span);
            }
            (Value::Dash | Value::Words { .. }, _) => {}
        }
    }

    /// Proves or computes the totals of a row.
    fn totals(&mut self, row: usize, scopes: &Scopes) {
        let grid = self.grid;
        let name = grid.rows[row].labels.join(" ");
        for column in 0..self.columns.len() {
            let cell = grid.at(row, column);
            let is_rate = self.columns[column].as_ref().is_some_and(Formula::is_rate);
            if is_rate || !self.adds[column] || cell.columns.start != column {
                continue;
            }
            if cell.rows.start != row {
                if matches!(cell.value, Value::Number(_)) {
                    self.solved.proofs.refuse(Reason::Merged, &name, cell.span);
                }
                continue;
            }
            // A dash says that the column is none to be added up.
            if matches!(cell.value, Value::Blank | Value::Dash) {
                continue;
            }
            let mut nearest: Option<Proved> = None;
            for lines in scopes.of_row(grid, row) {
                let axis = Axis::Rows;
                let region =
                    Region { axis, lines: &lines, across: cell.columns.clone(), strict: true };
                let gathered = region.gather(grid, &self.solved.computed, cell);
                let parts = gathered.and_then(Gathered::addends);
                let proved = parts.and_then(|parts| Proof::sum(&name, self.stated(cell), parts));
                nearest = Some(nearer(nearest, proved));
                if matches!(&nearest, Some(Ok(proof)) if proof.holds()) {
                    break;
                }
            }
            let proved = match nearest.unwrap_or(Err(Reason::NoParts)) {
                // One cell over a total and its parts is a figure of them all.
                Err(Reason::Itself) => Err(Reason::Elsewhere),
                proved => proved,
            };
            self.conclude(proved, cell, &name, column < grid.names);
        }
    }
}

/// The units of the cells of a table whose texts have marks, by the text.
fn cell_units(grid: &Grid<'_>) -> HashMap<Span, String> {
    let is_marked = |cell: &&GridCell| cell.is_marked;
    let unit = |cell: &GridCell| (cell.span, grid.units[cell.columns.start].clone());
    grid.cells.iter().filter(is_marked).map(unit).collect()
}

/// The proof that holds, else the one that is nearer to holding: of the rows
/// that a total may add up, the ones that it does were meant.
fn nearer(one: Option<Proved>, other: Proved) -> Proved {
    let distance = |proof: &Proof| proof.stated.value.checked_sub(proof.expected).map(|d| d.abs());
    match (one, other) {
        (Some(Ok(one)), Ok(other)) => {
            let is_nearer = distance(&other).zip(distance(&one)).is_some_and(|(o, d)| o < d);
            Ok(if is_nearer { other } else { one })
        }
        (Some(Ok(one)), Err(_)) => Ok(one),
        // Where there is nothing to add, another reason says more.
        (Some(Err(reason)), Err(Reason::NoParts)) => Err(reason),
        (_, other) => other,
    }
}

fn decimals_of(value: &Value) -> u32 {
    match value {
        Value::Number(number) => number.value.scale(),
        _ => 0,
    }
}
