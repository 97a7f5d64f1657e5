//! Tables: widths, lines, heights, and what of a table stands together.

use super::body::Place;
use super::cells::CellRoom;
use super::columns::{
    COMFORTABLE_PT, MANY_LINES, MeasuredCell, SMALLEST_PT, distribute, lines_alike, misfits, needs,
    share,
};
use super::together::{Cell, Rows, Together};
use super::{Rooms, Type};
use crate::edition::{Align, Passage, PassageKind, RichText, Table, TableCell, TableColumn, Tight};
use crate::lines::Form;
use crate::theme::tokens::FaceName;

/// By how much type is made smaller at a time, in points.
const SMALLER_PT: f64 = 0.5;

/// A row may have to be split if it is higher than this part of a page.
const MAY_SPLIT: f64 = 0.3;

/// A label over up to so many rows shares what height it needs among them.
const SHARING_ROWS: usize = 6;

/// A text of up to so many lines is not split over pages: two stay together at
/// either end.
const WHOLE_LINES: usize = 3;

/// What may be lost where lengths are added.
const LOST: f64 = 1e-6;

impl Rooms<'_> {
    /// Gives the texts of a table their rooms.
    pub(super) fn table(&self, table: &mut Table, place: Place) {
        let look = &self.tokens.table;
        table.standing = place.standing();
        let full = table.standing.width;
        if let Some(caption) = &mut table.caption {
            let own = Type::new(FaceName::Sans, true, look.caption_size.0);
            self.lines(caption, own, full, Form::Ragged);
        }
        if let Some(unit) = &mut table.unit {
            let own = Type::new(FaceName::Sans, false, look.unit_size.0);
            self.lines(unit, own, full, Form::Ragged);
        }
        let bold: Vec<bool> = table.cells().map(|cell| table.is_bold(cell)).collect();
        let cells = self.measured_cells(table, &bold);
        self.fit(table, &cells, full);
        self.set_cells(table, &cells, &bold, place);
        let heights = self.cell_heights(table);
        self.set_rows(table, &heights, place);
    }

    /// Room to the left and right of a cell's words, and above and below them:
    /// small type stands closer.
    fn insets(&self, size: f64) -> (f64, f64) {
        let look = &self.tokens.table;
        match size < look.dense_from.0 - LOST {
            true => (look.dense_inset_x.0, look.dense_inset_y.0),
            false => (look.inset_x.0, look.inset_y.0),
        }
    }

    /// Gives a table the widths of its columns and the size of its type.
    fn fit(&self, table: &mut Table, cells: &[MeasuredCell], full: f64) {
        let given: Vec<Option<f64>> = table.columns.iter().map(|column| column.given).collect();
        let count = given.len();
        let is_given = given.iter().any(Option::is_some);
        let ems = |size: f64| (full - 2.0 * self.insets(size).0 * count as f64) / size;
        let needs = needs(cells, count);
        let mut size = self.tokens.table.size.0.max(SMALLEST_PT);
        let mut tight = None;
        let widths = loop {
            let room = ems(size);
            let widths = match is_given {
                true => share(&given, &needs, room),
                false => distribute(&needs, cells, room),
            };
            let is_tight = misfits(&widths, &needs);
            let crowded = !is_given && lines_alike(&needs, room) > MANY_LINES;
            if is_tight && size <= COMFORTABLE_PT + LOST {
                tight = tight.or_else(|| tight_word(cells, &widths));
            }
            size = match is_tight {
                true if size > SMALLEST_PT => (size - SMALLER_PT).max(SMALLEST_PT),
                false if crowded && size > COMFORTABLE_PT => {
                    (size - SMALLER_PT).max(COMFORTABLE_PT)
                }
                _ => {
                    let broken = tight_word(cells, &widths).filter(|_| is_tight);
                    tight = broken.map(|word| Tight { broken: true, ..word }).or(tight);
                    break widths;
                }
            };
        };
        table.tight = tight.filter(|_| size < COMFORTABLE_PT - LOST);
        table.size = size;
        table.insets = self.insets(size);
        let inset = 2.0 * table.insets.0;
        for (column, width) in table.columns.iter_mut().zip(widths) {
            *column = TableColumn { width: width * size + inset, ..*column };
        }
    }

    /// The cells of a table with their words measured.
    fn measured_cells(&self, table: &Table, bold: &[bool]) -> Vec<MeasuredCell> {
        let first = table.head.len();
        let measured = |(cell, is_bold): (&TableCell, &bool)| {
            let own = Self::cell_type(*is_bold, 1.0);
            let text = |text: &RichText| self.cell_text(text, own);
            MeasuredCell {
                columns: cell.columns(),
                rows: cell.rows(),
                // Badges are reckoned in the usual type.
                texts: self.cell_texts(cell, Type { size: self.tokens.table.size.0, ..own }),
                is_prose: cell.row >= first && cell.align == Align::Left,
                number: (cell.align == Align::Right && cell.list.is_none())
                    .then(|| self.pad(cell, own)),
                has_picture: cell.picture.is_some(),
                diagonal: cell.diagonal.as_ref().map(|own| [text(&own.below), text(&own.above)]),
            }
        };
        table.cells().zip(bold).map(measured).collect()
    }

    /// Chooses the lines of all cells, and sizes their pictures.
    fn set_cells(&self, table: &mut Table, cells: &[MeasuredCell], bold: &[bool], place: Place) {
        let widths: Vec<f64> = table.cells().map(|cell| table.width(cell.columns())).collect();
        let (size, inset) = (table.size, table.insets.0);
        for (index, cell) in table.cells_mut().enumerate() {
            let own = Self::cell_type(bold[index], size);
            let room = match cell.diagonal {
                Some(_) => CellRoom { width: widths[index], own },
                None => CellRoom { width: widths[index] - 2.0 * inset, own },
            };
            self.set_cell(cell, &cells[index].texts, room);
            if let Some(picture) = &mut cell.picture {
                Self::size_picture(picture, room.width, place.height);
            }
        }
    }

    /// How high each cell is, its insets included, in reading order.
    fn cell_heights(&self, table: &Table) -> Vec<f64> {
        let height = |cell: &TableCell| {
            let outer = table.width(cell.columns());
            if let Some(diagonal) = &cell.diagonal {
                let own = Self::cell_type(table.is_bold(cell), table.size);
                return self.diagonal_height(diagonal, outer, own);
            }
            let width = outer - 2.0 * table.insets.0;
            self.content_height(cell, width, table.size) + 2.0 * table.insets.1
        };
        table.cells().map(height).collect()
    }

    /// Decides how high rows are, and what of the table stands together where it
    /// may be taller than its page.
    fn set_rows(&self, table: &mut Table, heights: &[f64], place: Place) {
        let look = &self.tokens.table;
        let shared = shared_heights(table, heights);
        let cells: Vec<Cell> = table
            .cells()
            .zip(heights)
            .map(|(cell, height)| Cell {
                rows: cell.rows(),
                height: *height,
                has_picture: cell.picture.is_some(),
            })
            .collect();
        let rows = Rows { first: table.head.len(), shared, inset: table.insets.1 };
        let lines = self.lines_above(table);
        let room = place.height;
        let most = self.tallest(place.height);
        let together = Together::of(&cells, rows, look, room, most - lines);
        table.header = together.header;
        let labels = &together.labels;
        table.labelled = labels.iter().any(|label| *label);
        for (index, cell) in table.cells_mut().enumerate() {
            cell.open = together.open[index];
            cell.repeated = labels[index].then_some(heights[index]);
        }
        let is_small = table.rows.len() <= look.whole_rows;
        let whole = lines + together.heights.iter().sum::<f64>();
        table.whole = is_small && !table.labelled && whole <= room.min(most);
        let first = table.head.len();
        for (index, row) in table.rows.iter_mut().enumerate() {
            let own = index + first;
            row.needs = together.needs[own];
            row.passage = (together.heights[own] > MAY_SPLIT * room)
                .then(|| Passage::new(PassageKind::Row, row.span));
        }
        table.row_heights = row_heights(table, &together);
        let size = |cell: &TableCell| {
            let width = table.width(cell.columns());
            let height = if cell.open { 0.0 } else { together.heights[cell.rows()].iter().sum() };
            (width, height)
        };
        let sizes: Vec<(f64, f64)> = table.cells().map(size).collect();
        for (cell, size) in table.cells_mut().zip(sizes) {
            cell.diagonal.iter_mut().for_each(|diagonal| diagonal.size = size);
        }
    }

    /// How high the caption and the line with the unit are.
    fn lines_above(&self, table: &Table) -> f64 {
        let look = &self.tokens.table;
        let line = |text: &Option<RichText>, size: f64| {
            text.as_ref()
                .map_or(0.0, |text| self.height(text, size, look.leading.0) + look.unit_gap.0)
        };
        line(&table.caption, look.caption_size.0) + line(&table.unit, look.unit_size.0)
    }
}

/// For each row, its height where that need not be asked of its cells: a row of a
/// few words, which is not split, is as high as its lines.
fn row_heights(table: &Table, together: &Together) -> Vec<Option<f64>> {
    let mut are_known = vec![false; together.heights.len()];
    let has_words = |cell: &TableCell| !cell.text.is_blank();
    table.cells().filter(|cell| has_words(cell)).for_each(|cell| are_known[cell.row] = true);
    let may_split = |cell: &TableCell| cell.open || cell.text.line_count() > WHOLE_LINES;
    for cell in table.cells().filter(|cell| may_split(cell) || !cell.is_plain()) {
        are_known[cell.rows()].fill(false);
    }
    let known = |row: usize| are_known[row].then_some(together.heights[row]);
    (0..are_known.len()).map(|row| known(row).or(together.fixed[row])).collect()
}

/// The word that lacks most room in its column.
fn tight_word(cells: &[MeasuredCell], widths: &[f64]) -> Option<Tight> {
    let lacking = cells.iter().filter_map(|cell| {
        let ems = widths[cell.columns.clone()].iter().sum();
        let (lack, word) = cell.lacking(ems)?;
        Some((lack, word, cell.columns.start))
    });
    let (_, word, column) = lacking.max_by(|one, other| one.0.total_cmp(&other.0))?;
    Some(Tight { word: word.to_owned(), column, broken: false })
}

/// For each row, its part of the height of a label that is taller than the rows
/// that it spans; otherwise the last of them would get all of it. A row of nothing
/// but lists and pictures is left as high as it is.
fn shared_heights(table: &Table, heights: &[f64]) -> Vec<f64> {
    let first = table.head.len();
    let mut own = vec![0.0_f64; first + table.rows.len()];
    for (cell, height) in table.cells().zip(heights).filter(|(cell, _)| cell.rowspan == 1) {
        own[cell.row] = own[cell.row].max(*height);
    }
    let mut shared = vec![0.0_f64; own.len()];
    for (cell, height) in table.cells().zip(heights) {
        if cell.row < first || !(2..=SHARING_ROWS).contains(&cell.rowspan) {
            continue;
        }
        if *height <= own[cell.rows()].iter().sum::<f64>() + LOST {
            continue;
        }
        let has_words = |row: usize| table.rows[row - first].cells.iter().any(TableCell::is_plain);
        let rows: Vec<usize> = cell.rows().filter(|row| has_words(*row)).collect();
        level(&rows, &own, &mut shared, *height, cell.rows());
    }
    shared
}

/// Raises the lowest of some rows until all rows of a label are as high as it.
fn level(
    rows: &[usize],
    own: &[f64],
    shared: &mut [f64],
    height: f64,
    all: std::ops::Range<usize>,
) {
    let now = |shared: &[f64], row: usize| own[row].max(shared[row]);
    let missing = height - all.map(|row| now(shared, row)).sum::<f64>();
    if rows.is_empty() || missing <= LOST {
        return;
    }
    let mut order = rows.to_vec();
    order.sort_by(|one, other| now(shared, *one).total_cmp(&now(shared, *other)));
    let mut count = 0;
    let mut sum = 0.0;
    let mut to = 0.0;
    for (index, row) in order.iter().enumerate() {
        count = index + 1;
        sum += now(shared, *row);
        to = (sum + missing) / count as f64;
        let next = order.get(index + 1).map(|next| now(shared, *next));
        if next.is_none_or(|next| to <= next) {
            break;
        }
    }
    for row in &order[..count] {
        shared[*row] = shared[*row].max(to);
    }
}
