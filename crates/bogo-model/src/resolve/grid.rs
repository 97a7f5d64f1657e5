//! Where the cells of a table stand, spans taken into account.

use crate::edition::{Table, TableCell};

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
pub(super) fn placed_rows<'t>(
    rows: &[&'t [TableCell]],
    count: usize,
) -> Vec<(usize, usize, &'t TableCell)> {
    let mut taken = vec![0_usize; count];
    let mut placed = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let mut column = 0;
        let mut remaining = cells.iter();
        let mut fresh = vec![0_usize; count];
        while column < count {
            if taken[column] > 0 {
                column += 1;
                continue;
            }
            let Some(cell) = remaining.next() else { break };
            placed.push((row, column, cell));
            let end = (column + cell.colspan.max(1)).min(count);
            fresh[column..end].fill(cell.rowspan);
            column = end;
        }
        for (taken, fresh) in taken.iter_mut().zip(fresh) {
            *taken = taken.saturating_sub(1).max(fresh.saturating_sub(1));
        }
    }
    placed
}
