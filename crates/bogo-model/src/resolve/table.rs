//! Tables: that their cells fill their grid, and how each cell is aligned.

use super::columns;
use super::context::Context;
use super::grid;
use super::heights;
use crate::diagnostic::Form;
use crate::edition::{
    Block, Passage, PassageKind, Remedy, RichText, Run, Table, TableCell, TableRow,
};
use crate::format::{self, Align, Cell, FlatRow, MOST_COLUMNS, Photo};
use crate::json::Span;
use crate::message;

/// Words wider than this, in ems, are prose and stand at the left.
const PROSE: f64 = 15.0;

/// A row before its cells are resolved.
struct DraftRow<'a> {
    span: Span,
    /// The labels of the groups that begin here, and how many rows they span.
    labels: Vec<(&'a Cell, usize)>,
    cells: &'a [Cell],
    total: bool,
}

impl<'a> From<FlatRow<'a>> for DraftRow<'a> {
    fn from(flat: FlatRow<'a>) -> Self {
        let FlatRow { labels, row, .. } = flat;
        Self { span: row.span, labels, cells: &row.cells, total: row.total }
    }
}

impl DraftRow<'_> {
    fn spans_rows(&self) -> bool {
        let tall = |cell: &Cell| cell.spans().1 > 1;
        !self.labels.is_empty() || self.cells.iter().any(tall)
    }
}

impl Context<'_> {
    /// A table of any shape, or a finding.
    pub(super) fn table(&mut self, table: &format::Table) -> Option<Block> {
        let head: Vec<DraftRow<'_>> =
            table.head.iter().map(|cells| plain_row(table.span, cells)).collect();
        self.check_groups(&table.rows);
        let rows: Vec<DraftRow<'_>> = table.flat_rows().into_iter().map(DraftRow::from).collect();
        let count = self.column_count(table, &head, &rows)?;
        let sound = self.check_grid(&head, count) & self.check_grid(&rows, count);
        if !sound {
            return None;
        }
        let mut photos = Vec::new();
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
        set.head = head.iter().map(|row| self.head_cells(row, &mut photos)).collect();
        for row in &rows {
            let cells = self.row_cells(row, &mut photos);
            set.rows.push(TableRow { cells, total: row.total, ..TableRow::default() });
        }
        let row_heads = self.row_heads(table, count);
        align(&mut set, count, &table.columns, row_heads, &cell_alignments(&rows));
        let given: Vec<Option<f64>> =
            table.columns.iter().map(|column| self.width(column)).collect();
        let is_tight = columns::fit(&mut set, count, &given, &self.theme.geometry);
        let remedy = match given.iter().any(Option::is_some) {
            true => Remedy::Widths,
            false => Remedy::Columns,
        };
        self.set_pictures(&mut set, count, &photos);
        let spans: Vec<Span> = rows.iter().map(|row| row.span).collect();
        self.finish(&mut set, count, is_tight, remedy, table.span, |row| spans[row]);
        Some(Block::Table(Box::new(set)))
    }

    /// How many columns name their row.
    fn row_heads(&mut self, table: &format::Table, count: usize) -> usize {
        let Some(given) = &table.row_heads else { return 1 };
        if given.value as usize > count {
            let message = message!(
                "행 이름인 열은 표의 열 {count}개보다 많을 수 없습니다",
                "no more than the table's {count} columns can name their row"
            );
            self.error(Form::RowHeads, given.span, message, None);
        }
        given.value as usize
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
    /// tells where a row stands in the files.
    fn finish(
        &mut self,
        table: &mut Table,
        count: usize,
        is_tight: bool,
        remedy: Remedy,
        span: Span,
        row: impl Fn(usize) -> Span,
    ) {
        table.tight = is_tight.then_some(remedy);
        let tall = heights::measure(table, count, &self.theme.geometry);
        table.passage = Passage::new(PassageKind::Table, span);
        for index in tall {
            table.rows[index].passage = Some(Passage::new(PassageKind::Row, row(index)));
        }
    }

    /// A table made by bogo itself from what stands at `span`, its columns
    /// fitted.
    pub(super) fn finished(&mut self, table: Table, span: Span, remedy: Remedy) -> Block {
        let mut table = table;
        let row = table.head.first().map(Vec::as_slice);
        let count = row.unwrap_or_default().iter().map(|cell| cell.colspan).sum();
        let is_tight = columns::fit(&mut table, count, &[], &self.theme.geometry);
        self.finish(&mut table, count, is_tight, remedy, span, |_| span);
        Block::Table(Box::new(table))
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

    fn column_count(
        &mut self,
        table: &format::Table,
        head: &[DraftRow<'_>],
        rows: &[DraftRow<'_>],
    ) -> Option<usize> {
        let Some(first) = head.first().or(rows.first()) else {
            let message = message!("행이 하나도 없는 표입니다", "the table has no rows");
            let help = message!("행을 넣거나 표를 지우십시오.", "add rows or remove the table");
            self.omission(Form::EmptyTable, table.span, message, Some(help));
            return None;
        };
        let count = match table.columns.len() {
            0 => own_columns(first),
            given => given as u64,
        };
        if !(1..=u64::from(MOST_COLUMNS)).contains(&count) {
            let message = message!(
                "표의 열은 1개에서 {MOST_COLUMNS}개까지입니다: {count}",
                "a table has 1 to {MOST_COLUMNS} columns: {count}"
            );
            let help = message!("표를 둘로 나누십시오.", "divide the table in two");
            self.omission(Form::ColumnCount, first.span, message, Some(help));
            return None;
        }
        Some(count as usize)
    }

    /// Reports rows whose cells do not fill the grid, and spans that leave it.
    fn check_grid(&mut self, rows: &[DraftRow<'_>], count: usize) -> bool {
        let mut sound = true;
        // For each column, how many more rows a span from above covers.
        let mut covered = vec![0_usize; count];
        for (index, row) in rows.iter().enumerate() {
            let left = rows.len() - index;
            let free = covered.iter().filter(|rows| **rows == 0).count() as u64;
            let own = own_columns(row);
            if own != free {
                let by_spans = count as u64 - free;
                let message = match by_spans {
                    0 => message!(
                        "표는 {count}열인데 이 행은 {own}칸입니다",
                        "the table has {count} columns but this row fills {own}"
                    ),
                    _ => message!(
                        "표는 {count}열이고 합친 칸이 {by_spans}칸을 덮어 {free}칸이 남는데 이 행은 {own}칸입니다",
                        "of {count} columns spans cover {by_spans}; {free} remain but this row fills {own}"
                    ),
                };
                let help = match own > free {
                    true => message!("남는 칸을 지우십시오.", "remove the cells that are too many"),
                    false => {
                        message!("빈칸은 null로 자리를 채우십시오.", "fill blank cells with null")
                    }
                };
                self.omission(Form::RowCells, row.span, message, Some(help));
                // Where cells span rows, what follows cannot be told.
                if by_spans > 0 || row.spans_rows() {
                    return false;
                }
                sound = false;
                continue;
            }
            for cell in row.cells {
                sound &= self.check_span(cell, left);
            }
            cover(&mut covered, row, left);
        }
        sound
    }

    fn check_span(&mut self, cell: &Cell, left: usize) -> bool {
        let given = cell.spans().1;
        let Some(rows) = cell.rows.as_ref().filter(|_| given > left) else { return true };
        let message = message!(
            "합친 행은 {given}개인데 남은 행은 {left}개입니다",
            "a span of {given} rows leaves the {left} that remain"
        );
        self.omission(Form::RowSpan, rows.span, message, None);
        false
    }

    fn row_cells<'a>(&mut self, row: &DraftRow<'a>, photos: &mut Vec<&'a Photo>) -> Vec<TableCell> {
        let mut cells = Vec::with_capacity(row.labels.len() + row.cells.len());
        for &(label, rowspan) in &row.labels {
            cells.push(TableCell { rowspan, head: true, ..self.cell(label, photos) });
        }
        for cell in row.cells {
            cells.push(self.cell(cell, photos));
        }
        cells
    }

    /// The cells of a head: in the middle unless they say otherwise.
    fn head_cells<'a>(
        &mut self,
        row: &DraftRow<'a>,
        photos: &mut Vec<&'a Photo>,
    ) -> Vec<TableCell> {
        let mut cells = self.row_cells(row, photos);
        for (set, cell) in cells.iter_mut().zip(row.cells) {
            set.align = cell.align.unwrap_or(Align::Center);
        }
        cells
    }
}

fn plain_row(span: Span, cells: &[Cell]) -> DraftRow<'_> {
    let span = match cells {
        [first, .., last] => Span { end: last.span.end, ..first.span },
        [only] => only.span,
        [] => span,
    };
    DraftRow { span, labels: Vec::new(), cells, total: false }
}

/// How many columns the row's own cells and the labels that begin in it fill.
fn own_columns(row: &DraftRow<'_>) -> u64 {
    row.labels.len() as u64 + row.cells.iter().map(|cell| cell.spans().0 as u64).sum::<u64>()
}

/// Notes which columns of the next rows this row's cells cover.
fn cover(covered: &mut [usize], row: &DraftRow<'_>, left: usize) {
    let labels = row.labels.iter().map(|(_, rows)| (1, *rows));
    let cells = row.cells.iter().map(Cell::spans);
    let mut column = 0;
    let fresh: Vec<(usize, usize)> = labels.chain(cells).collect();
    let mut next = fresh.into_iter();
    while column < covered.len() {
        if covered[column] > 0 {
            covered[column] -= 1;
            column += 1;
            continue;
        }
        let Some((columns, rows)) = next.next() else { break };
        let end = (column + columns).min(covered.len());
        // A span reaches over columns that another covers only in a broken
        // table, which has been reported by its next row.
        covered[column..end].fill(rows.min(left) - 1);
        column = end;
    }
}

/// The alignments that cells have of their own, in reading order.
fn cell_alignments(rows: &[DraftRow<'_>]) -> Vec<Option<Align>> {
    let mut own = Vec::new();
    for row in rows {
        own.extend(row.labels.iter().map(|(label, _)| label.align));
        own.extend(row.cells.iter().map(|cell| cell.align));
    }
    own
}

/// Aligns the cells of the body: as they say, else as their column says, else
/// numbers at the right, prose at the left, words in the middle.
fn align(
    table: &mut Table,
    count: usize,
    columns: &[format::Column],
    row_heads: usize,
    own: &[Option<Align>],
) {
    let placed = grid::placed_body(table, count);
    let prose: Vec<bool> = (0..count)
        .map(|column| placed.iter().any(|(at, cell)| *at == column && is_prose(cell)))
        .collect();
    let numeric: Vec<bool> = (0..count)
        .map(|column| {
            let mut cells = placed.iter().filter(|(at, _)| *at == column).map(|(_, cell)| cell);
            cells.any(|cell| cell.align == Align::Right)
        })
        .collect();
    let decided: Vec<(bool, Align)> = placed
        .iter()
        .zip(own)
        .map(|((column, cell), own)| {
            let column_align = columns.get(*column).and_then(|column| column.align);
            let is_dash = matches!(cell.text.plain().as_str(), "-" | "");
            let usual = match cell {
                _ if cell.align == Align::Right => Align::Right,
                _ if is_dash && cell.list.is_none() && numeric[*column] => Align::Right,
                _ if cell.list.is_some() => Align::Left,
                _ if prose[*column] && cell.colspan == 1 => Align::Left,
                _ => Align::Center,
            };
            (*column < row_heads, own.or(column_align).unwrap_or(usual))
        })
        .collect();
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
    for (cell, (head, align)) in cells.zip(decided) {
        // The label of a group names its rows in any case.
        cell.head |= head;
        cell.align = align;
    }
}

fn is_prose(cell: &TableCell) -> bool {
    let text = cell.text.plain();
    cell.colspan == 1 && text.split('\n').any(|line| columns::extent(line) > PROSE)
}
