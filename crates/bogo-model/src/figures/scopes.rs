//! Which rows a row of totals adds up.

use std::collections::HashMap;
use std::ops::Range;

use super::grid::Grid;
use crate::format::Summed;

/// Of more rows of totals in a list, only the first and the last may be the
/// sum of all rows.
const MOST_SUMS: usize = 50;

/// The lists of rows of a table, and the rows of totals in them.
pub(super) struct Scopes {
    lists: HashMap<usize, List>,
}

/// A list of rows, those of its groups included, which stand together.
struct List {
    rows: Range<usize>,
    /// Its own rows of totals, in order.
    sums: Vec<usize>,
}

impl Scopes {
    /// The lists of a table.
    pub(super) fn of(grid: &Grid<'_>) -> Self {
        let mut lists: HashMap<usize, List> = HashMap::new();
        for (index, row) in grid.rows.iter().enumerate() {
            for list in &row.lists {
                let new = || List { rows: index..index, sums: Vec::new() };
                lists.entry(*list).or_insert_with(new).rows.end = index + 1;
            }
            if let Some(own) = row.lists.last().filter(|_| row.is_sum) {
                lists.entry(*own).and_modify(|list| list.sums.push(index));
            }
        }
        Self { lists }
    }

    /// The rows that a row of totals may add up. Where several such rows
    /// stand in a list without a word on what they add, each may be the sum
    /// of all, of those above it or of those below it.
    pub(super) fn of_row(&self, grid: &Grid<'_>, row: usize) -> impl Iterator<Item = Vec<usize>> {
        let own = &grid.rows[row];
        let list = own.lists.last().and_then(|list| self.lists.get(list));
        let (all, sums) = list.map_or((0..0, &[][..]), |list| (list.rows.clone(), &list.sums));
        let at = sums.partition_point(|sum| *sum < row);
        let before = at.checked_sub(1).map_or(all.start, |last| sums[last] + 1);
        let after = sums.get(at + 1).copied().unwrap_or(all.end);
        let (above, below) = (before..row, row + 1..after);
        let ranges = match own.typed.sums {
            Some(Summed::Above) => vec![above],
            Some(Summed::Below) => vec![below],
            Some(Summed::None) => Vec::new(),
            None if sums.len() > MOST_SUMS && 0 < at && at + 1 < sums.len() => vec![above, below],
            None if sums.len() > 1 => vec![above, below, all],
            Some(Summed::All) | None => vec![all],
        };
        ranges.into_iter().map(|range| range.filter(|row| grid.rows[*row].is_part).collect())
    }
}
