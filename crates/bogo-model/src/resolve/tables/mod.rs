//! Tables of any shape, from what is typed to what is set.

mod alignment;
mod cell;
pub(crate) mod columns;
mod faults;
mod heights;
mod made;
mod rows;

use std::collections::BTreeMap;

use super::context::Context;
use crate::diagnostic::Form;
use crate::edition::{
    Block, Passage, PassageKind, Remedy, RichText, Run, Table, TableCell, TableRow,
};
use crate::format::{self, Align, Photo, PlacedCell, PlacedRow, PlacedTable};
use crate::json::Span;
use crate::message;
use alignment::{Columns, Unaligned};
pub(super) use made::{MadeCell, MadeRow, MadeTable};

/// The photos of a table by the row and the column in which their cells begin.
type Photos<'t> = BTreeMap<(usize, usize), &'t Photo>;

impl Context<'_> {
    /// A table of any shape, or a finding.
    pub(super) fn table(&mut self, table: &format::Table) -> Option<Block> {
        self.check_groups(&table.rows);
        let placed = match table.placed() {
            Ok(placed) => placed,
            Err(fault) => {
                faults::report(self, fault);
                return None;
            }
        };
        if !placed.faults.is_empty() {
            placed.faults.iter().for_each(|fault| faults::report(self, *fault));
            return None;
        }
        let mut set = self.cells_of(table, &placed);
        let given: Vec<Option<f64>> =
            table.columns.iter().map(|column| self.width(column)).collect();
        let photos = photos(&placed);
        let has_photo = |cell: &TableCell| photos.contains_key(&(cell.row, cell.column));
        let is_tight =
            columns::fit(&mut set, placed.columns, &given, has_photo, &self.theme.geometry);
        let remedy = match given.iter().any(Option::is_some) {
            true => Remedy::Widths,
            false => Remedy::Columns,
        };
        self.set_pictures(&mut set, &photos);
        let row = |row: usize| placed.body[row].row.span;
        self.finish_table(&mut set, is_tight, remedy, table.span, row);
        Some(Block::Table(Box::new(set)))
    }

    /// A table with its lines and its cells, but for its pictures and measures.
    fn cells_of(&mut self, table: &format::Table, placed: &PlacedTable<'_>) -> Table {
        let mut set = Table {
            caption: table.caption.as_ref().map(|caption| self.rich(caption)),
            alt: table.alt.as_ref().map(|alt| self.heard(alt)),
            landscape: table.landscape,
            ..Table::default()
        };
        set.unit = match (&table.unit, &table.remark) {
            (Some(unit), Some(remark)) => {
                let mut runs = self.plain_runs(remark);
                runs.push(Run::own(" "));
                runs.extend(self.unit(unit).runs);
                Some(RichText { runs })
            }
            (Some(unit), None) => Some(self.unit(unit)),
            (None, remark) => remark.as_ref().map(|remark| self.rich(remark)),
        };
        let head = placed.head.iter();
        set.head = head.map(|row| row.iter().map(|cell| self.head_cell(cell)).collect()).collect();
        let row_heads = table.row_heads.as_ref().map_or(1, |given| given.value as usize);
        let mut rows: Vec<(&PlacedRow<'_>, Vec<Unaligned>)> = Vec::new();
        for row in &placed.body {
            let cell = |cell: &PlacedCell<'_>| {
                let column = table.columns.get(cell.place.column);
                let own = cell.cell.align.or(column.and_then(|column| column.align));
                // The label of a group names its rows in any case.
                let head = cell.is_label || cell.place.column < row_heads;
                Unaligned { cell: TableCell { head, ..self.cell(cell) }, own }
            };
            rows.push((row, row.cells.iter().map(cell).collect()));
        }
        self.check_row_heads(table, placed.columns);
        let columns = Columns::of(rows.iter().flat_map(|(_, cells)| cells), placed.columns);
        let rows = rows.into_iter().map(|(row, cells)| {
            let cells = cells.into_iter().map(|cell| columns.aligned(cell)).collect();
            TableRow { cells, total: row.row.total, ..TableRow::default() }
        });
        set.rows = rows.collect();
        set
    }

    /// A cell of a head: in the middle unless it says otherwise.
    fn head_cell(&mut self, cell: &PlacedCell<'_>) -> TableCell {
        let align = cell.cell.align.unwrap_or(Align::Center);
        TableCell { align, ..self.cell(cell) }
    }

    /// Reports more columns that name their row than there are.
    fn check_row_heads(&mut self, table: &format::Table, count: usize) {
        let too_many = table.row_heads.as_ref().filter(|given| given.value as usize > count);
        if let Some(given) = too_many {
            let message = message!(
                "행 이름인 열은 표의 열 {count}개보다 많을 수 없습니다",
                "no more than the table's {count} columns can name their row"
            );
            self.error(Form::RowHeads, given.span, message, None);
        }
    }

    /// Reports groups without rows, whose label would be lost.
    fn check_groups(&mut self, rows: &[format::TableRow]) {
        for row in rows {
            let format::TableRow::Group(group) = row else { continue };
            self.check_groups(&group.rows);
            if group.rows.is_empty() {
                let message = message!("행이 없는 묶음입니다", "this group has no rows");
                let help = message!("행을 넣거나 묶음을 지우십시오.", "add rows or remove it");
                self.omission(Form::EmptyGroup, group.span, message, Some(help));
            }
        }
    }

    /// Notes why the type of a table is small, decides what is left to measure,
    /// and counts the table and those of its rows that may be split. `row`
    /// tells where a row of the body stands in the files.
    fn finish_table(
        &mut self,
        table: &mut Table,
        is_tight: bool,
        remedy: Remedy,
        span: Span,
        row: impl Fn(usize) -> Span,
    ) {
        table.tight = is_tight.then_some(remedy);
        let tall = heights::measure(table, &self.theme.geometry);
        table.passage = Passage::new(PassageKind::Table, span);
        for index in tall {
            table.rows[index].passage = Some(Passage::new(PassageKind::Row, row(index)));
        }
    }

    fn width(&mut self, column: &format::Column) -> Option<f64> {
        use rust_decimal::prelude::ToPrimitive;
        let given = column.width.as_ref()?;
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
            self.error(Form::ColumnWidth, given.span, message, Some(help));
        }
        width
    }
}

/// The photos of a table.
fn photos<'t>(placed: &PlacedTable<'t>) -> Photos<'t> {
    let body = placed.body.iter().flat_map(|row| &row.cells);
    let cells = placed.head.iter().flatten().chain(body);
    let photo = |own: &PlacedCell<'t>| {
        Some(((own.place.row, own.place.column), own.cell.picture.as_deref()?))
    };
    cells.filter_map(photo).collect()
}
