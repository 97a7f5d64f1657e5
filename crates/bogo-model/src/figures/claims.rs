//! What cells of tables say of figures elsewhere: that they are the same, not
//! more, or a part.

use super::Figures;
use super::grid::{Grid, Value, value_of};
use super::quantity::Quantity;
use super::unproved::Reason;
use crate::format::{Cell, Table};
use crate::json::Span;

/// A cell that says something of a figure elsewhere.
pub(super) struct Claim<'t> {
    /// The cell.
    pub cell: &'t Cell,
    /// The row of the table that it stands in, head rows before those of the
    /// body.
    pub row: usize,
    /// Its figure, or why it states none.
    pub stated: Result<Quantity, Reason>,
    /// Where its figure is typed.
    pub span: Span,
}

/// The cells of a table that say something of figures elsewhere.
pub(super) fn claims<'t>(table: &'t Table, figures: &Figures) -> Vec<Claim<'t>> {
    if table.cells().all(|cell| cell.calls().next().is_none()) {
        return Vec::new();
    }
    // What fills no grid is reported where the table is resolved.
    let Some(grid) = Grid::of(table) else { return Vec::new() };
    let head = table
        .head
        .iter()
        .enumerate()
        .flat_map(|(row, cells)| cells.iter().map(move |cell| (row, cell)));
    let body = grid.rows.iter().enumerate().flat_map(|(row, own)| {
        let cells = own.flat.cells().into_iter();
        cells.map(move |(cell, _)| (table.head.len() + row, cell))
    });
    let all = head.chain(body).filter(|(_, cell)| cell.calls().next().is_some());
    all.map(|(row, cell)| claim(row, cell, &grid.unit, figures)).collect()
}

fn claim<'t>(row: usize, cell: &'t Cell, unit: &str, figures: &Figures) -> Claim<'t> {
    let (value, span) = value_of(cell, unit);
    let quantity = |value, unit: &str| Quantity { value, unit: unit.to_owned(), span };
    let stated = match value {
        Value::Number(quantity) => Ok(quantity),
        Value::Dash => Ok(quantity(0.into(), "")),
        Value::Computed => {
            figures.cell(span).map(|value| quantity(value, unit)).ok_or(Reason::Elsewhere)
        }
        Value::Blank | Value::Words { .. } => Err(Reason::NoFigure),
    };
    Claim { cell, row, stated, span }
}
