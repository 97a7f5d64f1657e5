//! How the cells of typed tables are aligned.

use super::super::here::Here;
use super::super::rooms::{Rooms, Type};
use crate::edition::TableCell;
use crate::format::Align;
use crate::theme::tokens::FaceName;

/// Words wider than this, in ems, are prose and stand at the left.
const PROSE: f64 = 15.0;

/// Beside prose, columns of words wider than this, in ems, stand at the left, too:
/// what is compared looks alike.
const BESIDE_PROSE: f64 = 8.0;

/// A cell of a body before it is aligned: what others of its column are has a
/// say in that.
pub(super) struct Unaligned {
    /// The cell; numbers stand at the right for now, all else in the middle.
    pub cell: TableCell,
    /// What it says of itself, or its column of it.
    pub own: Option<Align>,
}

impl Unaligned {
    fn is_dash(&self) -> bool {
        self.cell.list.is_none() && matches!(self.cell.text.plain().as_str(), "-" | "")
    }
}

/// What stands in the columns of a body.
pub(super) struct Columns {
    /// Whether prose begins in it, by column.
    prose: Vec<bool>,
    /// Whether a number begins in it, by column, or dashes alone beside numbers.
    numeric: Vec<bool>,
}

impl Columns {
    /// What stands in so many columns, of all cells of the body.
    pub(super) fn of<'c>(
        cells: impl Iterator<Item = &'c Unaligned>,
        count: usize,
        here: &Here<'_>,
    ) -> Self {
        let rooms = Rooms::new(&here.whole.theme, here.whole.facts.measure);
        let mut widest = vec![0.0_f64; count];
        let mut numeric = vec![false; count];
        let mut only_dashes = vec![true; count];
        let mut names_rows = vec![false; count];
        for own in cells {
            let (cell, column) = (&own.cell, own.cell.column);
            numeric[column] |= cell.align == Align::Right;
            only_dashes[column] &= own.is_dash();
            names_rows[column] |= cell.head;
            if cell.colspan == 1 {
                let type_ = Type::new(FaceName::Sans, false, 1.0);
                let ems = rooms.paragraph(&cell.text, type_).natural();
                widest[column] = widest[column].max(ems);
            }
        }
        let prose: Vec<bool> = widest.iter().map(|ems| *ems > PROSE).collect();
        let is_compared = |column: usize| !numeric[column] && !names_rows[column];
        let beside = (0..count).any(|column| prose[column] && is_compared(column));
        let prose = (0..count).map(|column| {
            prose[column] || (beside && is_compared(column) && widest[column] > BESIDE_PROSE)
        });
        let prose = prose.collect();
        let by_number = |column: usize| {
            let before = column.checked_sub(1).is_some_and(|before| numeric[before]);
            before || numeric.get(column + 1).is_some_and(|after| *after)
        };
        let dashes: Vec<bool> =
            (0..count).map(|column| only_dashes[column] && by_number(column)).collect();
        let numeric = numeric.iter().zip(dashes).map(|(own, dashes)| *own || dashes).collect();
        Self { prose, numeric }
    }

    /// A cell aligned as it says, else by what it is and what its column is.
    pub(super) fn aligned(&self, unaligned: Unaligned) -> TableCell {
        let is_dash = unaligned.is_dash();
        let Unaligned { cell, own } = unaligned;
        let usual = match &cell {
            _ if cell.align == Align::Right => Align::Right,
            _ if is_dash && self.numeric[cell.column] => Align::Right,
            _ if cell.list.is_some() => Align::Left,
            _ if self.prose[cell.column] && cell.colspan == 1 => Align::Left,
            _ => Align::Center,
        };
        TableCell { align: own.unwrap_or(usual), ..cell }
    }
}
