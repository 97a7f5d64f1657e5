//! Tables that bogo makes itself: of money, of staff, of duties.

use super::rows::align_decimals;
use crate::edition::{
    Block, CellLine, Passage, PassageKind, Remedy, RichText, Table, TableCell, TableColumn,
    TableRow,
};
use crate::format::{Align, Place, Placer, Spans};
use crate::json::Span;

/// A table that bogo makes, before its cells are placed.
#[derive(Debug)]
pub(in crate::resolve) struct MadeTable {
    /// The line above it, at its right.
    pub unit: Option<RichText>,
    /// On landscape pages of its own.
    pub landscape: bool,
    /// The rows of its head; the first tells how many columns there are.
    pub head: Vec<Vec<MadeCell>>,
    /// The rows of its body.
    pub rows: Vec<MadeRow>,
}

/// A row of its body.
#[derive(Debug)]
pub(in crate::resolve) struct MadeRow {
    /// Its cells.
    pub cells: Vec<MadeCell>,
    /// Whether it is set off as a total.
    pub total: bool,
}

/// A cell of it.
#[derive(Debug)]
pub(in crate::resolve) struct MadeCell {
    /// What it says.
    pub text: RichText,
    /// Where its words stand in it.
    pub align: Align,
    /// How many columns it spans.
    pub colspan: usize,
    /// How many rows it spans.
    pub rowspan: usize,
    /// Whether it names its row.
    pub head: bool,
    /// Lines instead of the text.
    pub list: Option<Vec<CellLine>>,
}

impl Default for MadeCell {
    fn default() -> Self {
        Self {
            text: RichText::default(),
            align: Align::Center,
            colspan: 1,
            rowspan: 1,
            head: false,
            list: None,
        }
    }
}

impl MadeCell {
    /// A cell that says this, in the middle.
    pub(in crate::resolve) fn of(text: RichText) -> Self {
        Self { text, ..Self::default() }
    }

    fn spans(&self) -> Spans {
        (self.colspan, self.rowspan)
    }

    fn at(self, place: Place) -> TableCell {
        let Self { text, align, head, list, .. } = self;
        TableCell { text, align, head, list, ..TableCell::at(place) }
    }
}

/// A table made of what stands at `span`, its cells placed.
pub(in crate::resolve) fn made_table(made: MadeTable, span: Span, remedy: Remedy) -> Block {
    let MadeTable { unit, landscape, head, rows } = made;
    let count = head.first().into_iter().flatten().map(|cell| cell.colspan).sum();
    let (begin, end) = (head.len(), head.len() + rows.len());
    let mut placer = Placer::new(0..begin, count);
    let head = head.into_iter().map(|cells| placed(&mut placer, cells)).collect();
    let mut placer = Placer::new(begin..end, count);
    let rows = rows.into_iter().map(|MadeRow { cells, total }| {
        let cells = placed(&mut placer, cells);
        TableRow { cells, total, span, ..TableRow::default() }
    });
    let rows = rows.collect();
    let passage = Passage::new(PassageKind::Table, span);
    let columns = vec![TableColumn::default(); count];
    let mut table =
        Table { passage, columns, unit, landscape, head, rows, remedy, ..Table::default() };
    align_decimals(&mut table);
    Block::Table(Box::new(table))
}

/// The next row of cells in their places.
fn placed(placer: &mut Placer, cells: Vec<MadeCell>) -> Vec<TableCell> {
    let cells = cells.into_iter().map(|cell| {
        let spans = cell.spans();
        (cell, spans)
    });
    placer.place(cells).into_iter().map(|(cell, place)| cell.at(place)).collect()
}
