//! Tables of any shape, from what is typed to what is set.

mod alignment;
mod cell;
mod faults;
mod made;
mod rows;
mod unit_line;

use rust_decimal::prelude::ToPrimitive;

use super::found::{Found, Notes};
use super::here::Here;
use super::strings::heard;
use super::text::rich;
use crate::diagnostic::Form;
use crate::edition::{
    Block, Passage, PassageKind, Remedy, Table, TableCell, TableColumn, TableRow,
};
use crate::format::{self, Align, PlacedCell, PlacedRow, PlacedTable};
use crate::message;
use alignment::{Columns, Unaligned};
use cell::cell;
pub(super) use cell::cell_marker;
pub(super) use made::{MadeCell, MadeRow, MadeTable, made_table};
use rows::align_decimals;
use unit_line::line_above;
pub(super) use unit_line::unit_line;

/// A table of any shape, or a finding.
pub(super) fn table(table: &format::Table, here: &Here<'_>) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    check_groups(&table.rows, &mut notes);
    let placed = match table.placed() {
        Ok(placed) => placed,
        Err(fault) => {
            notes.note(faults::told(fault));
            return notes.with(None);
        }
    };
    if !placed.faults.is_empty() {
        placed.faults.iter().for_each(|fault| notes.note(faults::told(*fault)));
        return notes.with(None);
    }
    let mut set = notes.take(cells_of(table, &placed, here));
    let mut given = notes.take_all(table.columns.iter().map(width));
    given.resize(placed.columns, None);
    set.remedy = match given.iter().any(Option::is_some) {
        true => Remedy::Widths,
        false => Remedy::Columns,
    };
    set.columns = given.into_iter().map(|given| TableColumn { width: 0.0, given }).collect();
    align_decimals(&mut set);
    set.passage = Passage::new(PassageKind::Table, table.span);
    notes.with(Some(Block::Table(Box::new(set))))
}

/// A table with its lines and its cells, but for its measures.
fn cells_of(table: &format::Table, placed: &PlacedTable<'_>, here: &Here<'_>) -> Found<Table> {
    let mut notes = Notes::default();
    let caption = notes.take_some(table.caption.as_ref().map(|caption| rich(caption, here)));
    let alt = notes.take_some(table.alt.as_ref().map(heard));
    let unit = notes.take(line_above(table, here));
    let head = placed.head.iter().map(|row| row.iter().map(|own| head_cell(own, here)).collect());
    let head = notes.take_all(head);
    let row_heads = table.row_heads.as_ref().map_or(1, |given| given.value as usize);
    let mut rows: Vec<(&PlacedRow<'_>, Vec<Unaligned>)> = Vec::new();
    for row in &placed.body {
        let cell = |cell: &PlacedCell<'_>| {
            let column = table.columns.get(cell.place.column);
            let own = cell.cell.align.or(column.and_then(|column| column.align));
            // The label of a group names its rows in any case.
            let head = cell.is_label || cell.place.column < row_heads;
            self::cell(cell, here).map(|cell| Unaligned { cell: TableCell { head, ..cell }, own })
        };
        rows.push((row, notes.take_all(row.cells.iter().map(cell))));
    }
    check_row_heads(table, placed.columns, &mut notes);
    let cells = rows.iter().flat_map(|(_, cells)| cells);
    let columns = Columns::of(cells, placed.columns, here);
    let rows = rows.into_iter().map(|(row, cells)| {
        let cells = cells.into_iter().map(|cell| columns.aligned(cell)).collect();
        TableRow { cells, total: row.row.total, span: row.row.span, ..TableRow::default() }
    });
    let (rows, landscape) = (rows.collect(), table.landscape);
    notes.with(Table { caption, alt, unit, head, rows, landscape, ..Table::default() })
}

/// A cell of a head: in the middle unless it says otherwise.
fn head_cell(placed: &PlacedCell<'_>, here: &Here<'_>) -> Found<TableCell> {
    let align = placed.cell.align.unwrap_or(Align::Center);
    cell(placed, here).map(|cell| TableCell { align, ..cell })
}

/// Reports more columns that name their row than there are.
fn check_row_heads(table: &format::Table, count: usize, notes: &mut Notes) {
    let too_many = table.row_heads.as_ref().filter(|given| given.value as usize > count);
    if let Some(given) = too_many {
        let message = message!(
            "행 이름인 열은 표의 열 {count}개보다 많을 수 없습니다",
            "no more than the table's {count} columns can name their row"
        );
        notes.error(Form::RowHeads, given.span, message, None);
    }
}

/// Reports groups without rows, whose label would be lost.
fn check_groups(rows: &[format::TableRow], notes: &mut Notes) {
    for row in rows {
        let format::TableRow::Group(group) = row else { continue };
        check_groups(&group.rows, notes);
        if group.rows.is_empty() {
            let message = message!("행이 없는 묶음입니다", "this group has no rows");
            let help = message!("행을 넣거나 묶음을 지우십시오.", "add rows or remove it");
            notes.omission(Form::EmptyGroup, group.span, message, Some(help));
        }
    }
}

/// The width that the author chose for a column, relative to the others'.
fn width(column: &format::Column) -> Found<Option<f64>> {
    let Some(given) = &column.width else { return None.into() };
    let mut notes = Notes::default();
    let width = given.value.to_f64().filter(|width| (0.01..=1000.0).contains(width));
    if width.is_none() {
        let message = message!(
            "열 너비는 0.01에서 1000까지의 수입니다",
            "a column's width is a number from 0.01 to 1000"
        );
        let help = message!(
            "다른 열에 견준 너비입니다: 1, 2.5",
            "it is relative to the other columns': 1, 2.5"
        );
        notes.error(Form::ColumnWidth, given.span, message, Some(help));
    }
    notes.with(width)
}
