//! How high a table may become at most: whether all of it that is kept on one
//! page is sure to fit there.
//!
//! Heights are estimated from above. A table that is sure to fit is set as it
//! is; of any other the templates measure what fits.

use super::columns::{PT_PER_MM, extent, hang};
use crate::edition::{RichText, Table, TableCell};
use crate::theme::Geometry;

/// What is kept on one page is sure to fit up to this part of a page's height:
/// boxes and lines that lead to a table take some of it.
const SURE: f64 = 0.7;

/// A head is repeated without measuring it up to this part of a page's height.
const SMALL_HEAD: f64 = 0.25;

/// A row may have to be split if it is higher than this part of a page.
const MAY_SPLIT: f64 = 0.3;

/// By how much words may be wider than they are estimated.
const WIDER: f64 = 1.2;

/// Notes whether what is kept on one page may be too tall for it, and which
/// rows may have to be split. Widths and pictures are known.
pub(super) fn measure(table: &mut Table, geometry: &Geometry) -> Vec<usize> {
    let page = PT_PER_MM
        * match table.landscape {
            true => geometry.body_width_mm,
            false => geometry.body_height_mm,
        };
    let sheet = Sheet::of(table, geometry);
    let count = table.head.len() + table.rows.len();
    let mut heights = vec![0.0_f64; count];
    // For each row, behind which row those end that are kept with it.
    let mut ends: Vec<usize> = (1..=count).collect();
    let (mut tallest, mut apart) = (0.0_f64, false);
    for cell in table.cells() {
        let height = sheet.height(cell);
        let part = height / cell.rowspan as f64;
        for own in &mut heights[cell.rows()] {
            *own = own.max(part);
        }
        match cell.rowspan > geometry.group_rows {
            true => apart |= cell.row >= table.head.len(),
            false => ends[cell.row] = ends[cell.row].max(cell.rows().end),
        }
        tallest = tallest.max(height);
    }
    for (row, height) in table.rows.iter().zip(&mut heights[table.head.len()..]) {
        *height = height.max(row.lines * table.size * sheet.line);
    }
    let head: f64 = heights[..table.head.len()].iter().sum();
    let kept = runs(&heights, &ends).into_iter().fold(tallest, f64::max);
    let whole: f64 = sheet.above(table) + heights.iter().sum::<f64>();
    let is_small = table.rows.len() <= geometry.whole_rows;
    table.measured = apart
        || head > SMALL_HEAD * page
        || head + kept > SURE * page
        || (is_small && whole > SURE * page);
    let body = heights[table.head.len()..].iter().enumerate();
    body.filter(|(_, height)| **height > MAY_SPLIT * page).map(|(row, _)| row).collect()
}

/// The heights of rows that are kept together.
fn runs(heights: &[f64], ends: &[usize]) -> Vec<f64> {
    let mut runs = Vec::new();
    let mut end = 0;
    for (row, (height, own)) in heights.iter().zip(ends).enumerate() {
        if row >= end {
            runs.push(0.0);
        }
        end = end.max(*own);
        if let Some(run) = runs.last_mut() {
            *run += height;
        }
    }
    runs
}

/// The measures of a table in points.
struct Sheet {
    /// Widths of its columns, insets left out.
    widths: Vec<f64>,
    /// Room to the left and right, and above and below, of a cell's words.
    insets: (f64, f64),
    /// Height of a line as a part of the size of its type.
    line: f64,
    size: f64,
    full: f64,
}

impl Sheet {
    fn of(table: &Table, geometry: &Geometry) -> Self {
        let full = geometry.table_width_mm(table.landscape) * PT_PER_MM;
        let insets = (
            2.0 * geometry.table_cell_inset_mm * PT_PER_MM,
            2.0 * geometry.table_cell_inset_y_mm * PT_PER_MM,
        );
        let widths = table.columns.iter().map(|column| column.width * full).collect();
        Self { widths, insets, line: geometry.table_line_em, size: table.size, full }
    }

    /// How high a cell is at most.
    fn height(&self, cell: &TableCell) -> f64 {
        let width = self.widths[cell.columns()].iter().sum::<f64>() - self.insets.0;
        let ems = (width / self.size).max(1.0);
        let mut lines: f64 = cell
            .list
            .iter()
            .flatten()
            .map(|line| lines_at_most(&line.text, ems - hang(line) * WIDER))
            .sum();
        lines += lines_at_most(&cell.text, ems);
        if let Some(diagonal) = &cell.diagonal {
            let half = ems * 0.6;
            lines += lines_at_most(&diagonal.below, half) + lines_at_most(&diagonal.above, half);
        }
        let mut height = self.insets.1;
        if let Some(picture) = &cell.picture {
            height += width.max(0.0) * picture.width / picture.ratio;
            lines += 1.0;
            lines += picture.caption.as_ref().map_or(0.0, |text| lines_at_most(text, ems));
        }
        height + lines * self.size * self.line
    }

    /// How high the caption and the line with the unit are at most.
    fn above(&self, table: &Table) -> f64 {
        // Both are set in type of about the size of a table's.
        let size = self.size.max(12.0);
        let lines = |text: &Option<RichText>| {
            text.as_ref().map_or(0.0, |text| lines_at_most(text, self.full / size) + 1.0)
        };
        (lines(&table.caption) + lines(&table.unit)) * size * self.line
    }
}

/// How many lines a text takes at most in a column of so many ems.
fn lines_at_most(text: &RichText, ems: f64) -> f64 {
    let ems = ems.max(1.0);
    text.plain().split('\n').map(|line| wrapped(line, ems)).sum()
}

/// How many lines a line takes at most if it is wrapped at words, and at
/// syllables where a word is longer than the column.
fn wrapped(line: &str, ems: f64) -> f64 {
    let (mut lines, mut filled) = (1.0, 0.0);
    for word in line.split(' ') {
        let width = extent(word) * WIDER;
        if filled > 0.0 && filled + width > ems {
            lines += 1.0;
            filled = 0.0;
        }
        if width > ems {
            // A syllable that does not fit leaves its line a little shorter.
            let own = (width / (ems - 1.0).max(1.0)).ceil();
            lines += own;
            filled = ems;
        } else {
            filled += width + extent(" ");
        }
    }
    // Lines that are made alike in length may take one more.
    if lines > 1.0 { lines + 1.0 } else { lines }
}
