//! Rows of tables: what falls to them of a label that is taller than they
//! are, and numbers that stand under one another.

use super::columns::{extent, hang};
use super::grid::{placed_body, placed_rows};
use crate::edition::{RichText, Table, TableCell};
use crate::format::Align;

/// A label over up to so many rows shares what height it needs among them.
const SHARING_ROWS: usize = 6;

/// Gives rows under a label that is taller than they are their part of its
/// height; otherwise the last of them would get all of it. A row of nothing but
/// lists and pictures is left as high as it is.
pub(super) fn share_heights(table: &mut Table, count: usize, widths: &[f64]) {
    let rows: Vec<&[TableCell]> = table.rows.iter().map(|row| row.cells.as_slice()).collect();
    let mut parts = vec![0.0_f64; rows.len()];
    for (row, column, cell) in placed_rows(&rows, count) {
        if !(2..=SHARING_ROWS).contains(&cell.rowspan) {
            continue;
        }
        let end = (column + cell.colspan).min(count);
        let lines = lines_of(cell, widths[column..end].iter().sum());
        let last = (row + cell.rowspan).min(rows.len());
        if lines > cell.rowspan as f64 {
            for part in &mut parts[row..last] {
                *part = part.max(lines / cell.rowspan as f64);
            }
        }
    }
    for (row, part) in table.rows.iter_mut().zip(parts) {
        let has_words = row.cells.iter().any(TableCell::is_plain);
        row.lines = if has_words { part } else { 0.0 };
    }
}

/// How many lines a cell takes in a column of so many ems.
fn lines_of(cell: &TableCell, width: f64) -> f64 {
    let wrapped = |text: &RichText, indent: f64| -> f64 {
        let lines = text.plain();
        lines
            .split('\n')
            .map(|line| (extent(line) * 1.1 / (width - indent).max(1.0)).ceil().max(1.0))
            .sum()
    };
    let list = cell.list.iter().flatten();
    let listed: f64 = list.map(|line| wrapped(&line.text, hang(line))).sum();
    listed.max(wrapped(&cell.text, 0.0))
}

/// Leaves room behind numbers with fewer decimals than others of their column,
/// so that their points stand under one another.
pub(super) fn align_decimals(table: &mut Table, count: usize) {
    let fraction = |cell: &TableCell| match cell.text.plain().rsplit_once('.') {
        Some((_, digits)) if cell.align == Align::Right => digits.len(),
        _ => 0,
    };
    let places = placed_body(table, count);
    let mut longest = vec![0_usize; count];
    for (column, cell) in &places {
        longest[*column] = longest[*column].max(fraction(cell));
    }
    let pads: Vec<String> = places
        .iter()
        .map(|(column, cell)| {
            let (own, all) = (fraction(cell), longest[*column]);
            let is_number = cell.align == Align::Right
                && cell.text.plain().ends_with(|c: char| c.is_ascii_digit());
            match (is_number, own) {
                (true, 0) if all > 0 => format!(".{}", "0".repeat(all)),
                (true, own) => "0".repeat(all - own),
                (false, _) => String::new(),
            }
        })
        .collect();
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
    for (cell, pad) in cells.zip(pads) {
        cell.pad = pad;
    }
}
