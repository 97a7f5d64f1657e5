//! What cells of tables say of figures elsewhere: that they are the same, not
//! more, or a part.

use super::cell::{Value, value_of};
use super::grid::Grid;
use super::quantity::Quantity;
use super::unproved::Reason;
use super::{Figures, Scope};
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
pub(super) fn claims<'t>(table: &'t Table, figures: &Figures, scope: Scope<'_>) -> Vec<Claim<'t>> {
    if table.cells().all(|cell| cell.calls().next().is_none()) {
        return Vec::new();
    }
    let called = |name: &str| scope.one(name).cloned();
    // What fills no grid is reported where the table is resolved.
    let Some(grid) = Grid::of(table, &called) else { return Vec::new() };
    let says = |cell: &Cell| cell.calls().next().is_some();
    let head = table.head.iter().enumerate().flat_map(|(row, cells)| {
        let cells = cells.iter().filter(|cell| says(cell));
        cells.map(move |cell| (row, cell))
    });
    let head = head.map(|(row, cell)| {
        let (value, span) = value_of(cell, &grid.unit, &called);
        claim(row, cell, (value, span), &grid.unit, figures)
    });
    let body = grid.cells.iter().filter_map(|own| {
        let unit = &grid.units[own.columns.start];
        let row = table.head.len() + own.rows.start;
        let said = (own.value.clone(), own.span);
        says(own.typed).then(|| claim(row, own.typed, said, unit, figures))
    });
    head.chain(body).collect()
}

fn claim<'t>(
    row: usize,
    cell: &'t Cell,
    (value, span): (Value, Span),
    unit: &str,
    figures: &Figures,
) -> Claim<'t> {
    let quantity = |value, unit: &str| Quantity { value, unit: unit.to_owned(), span };
    let stated = match value {
        Value::Number(quantity) => Ok(quantity),
        Value::Dash => Ok(quantity(0.into(), "")),
        Value::Computed => figures
            .cell(span)
            .map(|computed| quantity(computed.value, unit))
            .ok_or(Reason::Elsewhere),
        Value::Blank | Value::Words { .. } => Err(Reason::NoFigure),
    };
    Claim { cell, row, stated, span }
}
