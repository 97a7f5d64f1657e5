//! How the cells of typed tables are aligned.

use super::columns::extent;
use crate::edition::TableCell;
use crate::format::Align;

/// Words wider than this, in ems, are prose and stand at the left.
const PROSE: f64 = 15.0;

/// A cell of a body before it is aligned: what others of its column are has a
/// say in that.
pub(super) struct Unaligned {
    /// The cell; numbers stand at the right for now, all else in the middle.
    pub cell: TableCell,
    /// What it says of itself, or its column of it.
    pub own: Option<Align>,
}

/// What stands in the columns of a body.
pub(super) struct Columns {
    /// Whether prose begins in it, by column.
    prose: Vec<bool>,
    /// Whether a number begins in it, by column.
    numeric: Vec<bool>,
}

impl Columns {
    /// What stands in so many columns, of all cells of the body.
    pub(super) fn of<'c>(cells: impl Iterator<Item = &'c Unaligned>, count: usize) -> Self {
        let mut columns = Self { prose: vec![false; count], numeric: vec![false; count] };
        for Unaligned { cell, .. } in cells {
            columns.prose[cell.column] |= is_prose(cell);
            columns.numeric[cell.column] |= cell.align == Align::Right;
        }
        columns
    }

    /// A cell aligned as it says, else by what it is and what its column is.
    pub(super) fn aligned(&self, unaligned: Unaligned) -> TableCell {
        let Unaligned { cell, own } = unaligned;
        let is_dash = matches!(cell.text.plain().as_str(), "-" | "");
        let usual = match &cell {
            _ if cell.align == Align::Right => Align::Right,
            _ if is_dash && cell.list.is_none() && self.numeric[cell.column] => Align::Right,
            _ if cell.list.is_some() => Align::Left,
            _ if self.prose[cell.column] && cell.colspan == 1 => Align::Left,
            _ => Align::Center,
        };
        TableCell { align: own.unwrap_or(usual), ..cell }
    }
}

fn is_prose(cell: &TableCell) -> bool {
    let text = cell.text.plain();
    cell.colspan == 1 && text.split('\n').any(|line| extent(line) > PROSE)
}
