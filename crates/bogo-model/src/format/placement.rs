//! Where the cells of a table stand: the one place where rows and columns are
//! counted, with what cells span taken into account.

use std::ops::Range;

/// How many columns and rows a cell spans, each at least 1.
pub(crate) type Spans = (usize, usize);

/// Where a cell stands in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// The row in which it begins, from 0; rows of the body follow those of
    /// the head.
    pub row: usize,
    /// The column in which it begins, from 0.
    pub column: usize,
    /// How many rows it covers: those of its head or body that there are.
    pub rows: usize,
    /// How many columns it covers: those that no cell from above does.
    pub columns: usize,
}

/// Places the cells of a head or a body, a row after the other.
#[derive(Debug)]
pub(crate) struct Placer {
    /// The rows that are left.
    rows: Range<usize>,
    /// For each column, how many of these a cell from above covers.
    covered: Vec<usize>,
}

impl Placer {
    /// Begins with the first of these rows of a table, with so many columns.
    pub(crate) fn new(rows: Range<usize>, columns: usize) -> Self {
        Self { rows, covered: vec![0; columns] }
    }

    /// How many columns the table has.
    pub(super) fn columns(&self) -> usize {
        self.covered.len()
    }

    /// How many rows are left.
    pub(super) fn left(&self) -> usize {
        self.rows.len()
    }

    /// How many columns of the next row no cell from above covers.
    pub(super) fn free(&self) -> usize {
        self.covered.iter().filter(|rows| **rows == 0).count()
    }

    /// Places the cells of the next row, each in the first columns that are
    /// free. A cell that spans more than is free covers what is; one for which
    /// no column is left has no place and is left out.
    pub(crate) fn place<C>(
        &mut self,
        cells: impl IntoIterator<Item = (C, Spans)>,
    ) -> Vec<(C, Place)> {
        let (left, row) = (self.rows.len(), self.rows.start);
        let mut placed = Vec::new();
        let mut next = 0;
        for (cell, (columns, rows)) in cells {
            let is_free = |rows: &&usize| **rows == 0;
            let taken = self.covered[next..].iter().take_while(|rows| !is_free(rows)).count();
            let column = next + taken;
            let free = self.covered[column..].iter().take_while(is_free);
            let columns = free.take(columns).count();
            if columns == 0 {
                break;
            }
            let rows = rows.min(left);
            next = column + columns;
            self.covered[column..next].fill(rows);
            placed.push((cell, Place { row, column, rows, columns }));
        }
        self.rows.start += 1;
        for rows in &mut self.covered {
            *rows = rows.saturating_sub(1);
        }
        placed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where cells with these spans stand in a table of three columns: the
    /// row, the column, and how many rows and columns each covers.
    fn places(rows: &[&[Spans]]) -> Vec<(usize, usize, usize, usize)> {
        let mut placer = Placer::new(0..rows.len(), 3);
        let cells = rows.iter().flat_map(|row| placer.place(row.iter().map(|spans| ((), *spans))));
        cells.map(|(_, place)| (place.row, place.column, place.rows, place.columns)).collect()
    }

    #[test]
    fn cells_stand_where_no_span_from_above_does() {
        let rows: [&[Spans]; 3] = [&[(1, 2), (2, 1)], &[(1, 1), (1, 2)], &[(2, 1)]];
        let places = places(&rows);
        assert_eq!(places, [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 2, 1), (2, 0, 1, 2)]);
    }

    #[test]
    fn what_does_not_fit_covers_what_is_free() {
        // The second cell of the first row goes down through all rows.
        let rows: [&[Spans]; 2] = [&[(1, 1), (1, 9), (1, 1)], &[(2, 1), (1, 1), (1, 1)]];
        let places = places(&rows);
        assert_eq!(places, [(0, 0, 1, 1), (0, 1, 2, 1), (0, 2, 1, 1), (1, 0, 1, 1), (1, 2, 1, 1)]);
    }
}
