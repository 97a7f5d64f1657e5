//! The cells of a resolved table and where they stand.

use crate::edition::{Table, TableCell};
use crate::grid::place;

/// The cells of the head and the columns in which they begin.
pub(super) fn placed_head(table: &Table, count: usize) -> Vec<(usize, &TableCell)> {
    placed(&table.head.iter().map(Vec::as_slice).collect::<Vec<_>>(), count)
}

/// The cells of the body and the columns in which they begin.
pub(super) fn placed_body(table: &Table, count: usize) -> Vec<(usize, &TableCell)> {
    placed(&table.rows.iter().map(|row| row.cells.as_slice()).collect::<Vec<_>>(), count)
}

/// The cells of rows and the columns in which they begin.
pub(super) fn placed<'t>(rows: &[&'t [TableCell]], count: usize) -> Vec<(usize, &'t TableCell)> {
    placed_rows(rows, count).into_iter().map(|(_, column, cell)| (column, cell)).collect()
}

/// The cells with the rows and columns in which they begin.
pub(crate) fn placed_rows<'t>(
    rows: &[&'t [TableCell]],
    count: usize,
) -> Vec<(usize, usize, &'t TableCell)> {
    let spans = |cells: &&[TableCell]| cells.iter().map(|c| (c.colspan, c.rowspan)).collect();
    let spans: Vec<_> = rows.iter().map(spans).collect();
    let placed = place(&spans, count).into_iter();
    placed.map(|at| (at.row, at.column, &rows[at.row][at.index])).collect()
}
