//! Tables of an edition.

use std::ops::Range;

use super::{Align, Badge, Passage, Picture, RichText, Standing};
use crate::format::Place;
use crate::json::Span;

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Where it stands.
    pub passage: Passage,
    /// Its place.
    pub standing: Standing,
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// Size of its type in points.
    pub size: f64,
    /// Room to the left and right of a cell's words, and above and below them, in
    /// points.
    pub insets: (f64, f64),
    /// The line above it, at its left.
    pub caption: Option<RichText>,
    /// The line above it, at its right.
    pub unit: Option<RichText>,
    /// What it shows, for those who hear it.
    pub alt: Option<String>,
    /// On landscape pages of its own.
    pub landscape: bool,
    /// The rows of its head.
    pub head: Vec<Vec<TableCell>>,
    /// The rows of its body.
    pub rows: Vec<TableRow>,
    /// For each row, those of the head first, its height in points; nothing where
    /// it is as high as what stands in it.
    pub row_heights: Vec<Option<f64>>,
    /// Whether all of it stands on one page.
    pub whole: bool,
    /// How its head stands on pages.
    pub header: Header,
    /// Whether labels of it are drawn again on every page.
    pub labelled: bool,
    /// What made its type smaller than is read with ease.
    pub tight: Option<Tight>,
    /// What would give its words room.
    pub remedy: Remedy,
}

/// How the head of a table stands on the pages that the table takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Header {
    /// On every page.
    #[default]
    Repeated,
    /// On the first page, as it takes much room.
    Once,
    /// As rows like others, as no page holds it.
    Apart,
}

/// A word that made the type of a table smaller than is read with ease.
#[derive(Debug, Clone, PartialEq)]
pub struct Tight {
    /// Its characters.
    pub word: String,
    /// The column in which its cell begins, from 0.
    pub column: usize,
    /// Whether it does not fit even in the smallest type, so that it is broken.
    pub broken: bool,
}

impl Table {
    /// The cells of its head and then of its body, in reading order.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &TableCell> {
        self.head.iter().flatten().chain(self.body_cells())
    }

    /// The cells of its body, in reading order.
    pub fn body_cells(&self) -> impl Iterator<Item = &TableCell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }

    /// The width of some of its columns together, in points.
    pub fn width(&self, columns: Range<usize>) -> f64 {
        self.columns[columns].iter().map(|column| column.width).sum()
    }

    /// Whether a cell of it is of a total's row alone.
    pub fn is_total(&self, cell: &TableCell) -> bool {
        let row = cell.row.checked_sub(self.head.len());
        row.is_some_and(|row| self.rows[row].total) && cell.rowspan == 1
    }

    /// Whether the words of a cell of it are bold: where it heads columns, is a
    /// total or says so.
    pub fn is_bold(&self, cell: &TableCell) -> bool {
        cell.row < self.head.len() || self.is_total(cell) || cell.strong
    }

    /// The cells of its head and then of its body, to be changed.
    pub(crate) fn cells_mut(&mut self) -> impl Iterator<Item = &mut TableCell> {
        let body = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        self.head.iter_mut().flatten().chain(body)
    }
}

/// What makes a table fit that is too wide for its page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Remedy {
    /// Fewer columns.
    #[default]
    Columns,
    /// Other widths than the author chose.
    Widths,
    /// Shorter amounts, of a larger unit.
    Unit,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct TableColumn {
    /// Its width in points.
    pub width: f64,
    /// The width that the author chose, relative to the others'.
    pub given: Option<f64>,
}

/// A row of a table's body.
#[derive(Debug, Clone, Default)]
pub struct TableRow {
    /// Its cells.
    pub cells: Vec<TableCell>,
    /// Whether it is set off as a total.
    pub total: bool,
    /// Where it stands in the files.
    pub span: Span,
    /// Where it stands, if it is so tall that it may have to be split over
    /// pages.
    pub passage: Option<Passage>,
    /// How much room it has to find on a page to begin there, for a label that is
    /// drawn again beside it.
    pub needs: f64,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct TableCell {
    /// The row in which it begins, from 0; rows of the body follow those of
    /// the head.
    pub row: usize,
    /// The column in which it begins, from 0.
    pub column: usize,
    /// What it says.
    pub text: RichText,
    /// Where its words stand in it.
    pub align: Align,
    /// How many columns it spans.
    pub colspan: usize,
    /// How many rows it spans.
    pub rowspan: usize,
    /// Whether it is bold.
    pub strong: bool,
    /// Whether it names its row.
    pub head: bool,
    /// What a number lacks behind its point to stand under the others of its
    /// column: room is left for it, nothing is printed.
    pub pad: String,
    /// Lines instead of the text.
    pub list: Option<Vec<CellLine>>,
    /// A picture.
    pub picture: Option<Picture>,
    /// Two texts divided by a diagonal.
    pub diagonal: Option<Diagonal>,
    /// Whether it goes on on the next page where its own is full.
    pub open: bool,
    /// Its height in points, if it is a label that is drawn again on every page
    /// on which its rows go on.
    pub repeated: Option<f64>,
}

impl TableCell {
    /// A blank cell in its place.
    pub(crate) fn at(place: Place) -> Self {
        Self {
            row: place.row,
            column: place.column,
            colspan: place.columns,
            rowspan: place.rows,
            text: RichText::default(),
            align: Align::Center,
            strong: false,
            head: false,
            pad: String::new(),
            list: None,
            picture: None,
            diagonal: None,
            open: false,
            repeated: None,
        }
    }

    /// The rows of its table that it covers.
    pub(crate) fn rows(&self) -> Range<usize> {
        self.row..self.row + self.rowspan
    }

    /// The columns of its table that it covers.
    pub fn columns(&self) -> Range<usize> {
        self.column..self.column + self.colspan
    }

    /// Whether it is of its row alone and holds words only, no lines and no
    /// picture.
    pub(crate) fn is_plain(&self) -> bool {
        let only_words = self.list.is_none() && self.picture.is_none() && self.diagonal.is_none();
        self.rowspan == 1 && only_words
    }
}

/// A line in a cell.
#[derive(Debug, Clone)]
pub struct CellLine {
    /// The sign before it; none before a paragraph.
    pub marker: Option<String>,
    /// Whether the sign counts.
    pub ordered: bool,
    /// 1, or more for a line under another.
    pub depth: u8,
    /// Width of the column of its sign and of those beside it, in points.
    pub hang: f64,
    /// A badge before the text.
    pub badge: Option<Badge>,
    /// What it says.
    pub text: RichText,
}

/// A line of a cell with those below it.
#[derive(Debug, Clone, Copy)]
pub struct NestedLine<'e> {
    /// The line.
    pub line: &'e CellLine,
    /// The deeper ones that follow it.
    pub below: &'e [CellLine],
}

/// The lines of the first depth, each with the deeper ones that follow it, in
/// runs that make a list or, without signs, do not.
pub fn nested(lines: &[CellLine]) -> Vec<Vec<NestedLine<'_>>> {
    let least = lines.iter().map(|line| line.depth).min().unwrap_or_default();
    let mut starts: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].depth == least).collect();
    // What is deeper than all others may stand before them.
    if starts.first().is_some_and(|first| *first > 0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let nested = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| NestedLine { line: &lines[*start], below: &lines[start + 1..end] });
    let mut runs: Vec<Vec<NestedLine<'_>>> = Vec::new();
    for own in nested {
        let is_item = |line: &CellLine| line.marker.is_some();
        match runs.last_mut() {
            Some(run) if is_item(run[0].line) && is_item(own.line) => run.push(own),
            _ => runs.push(vec![own]),
        }
    }
    runs
}

/// A head cell that a diagonal divides.
#[derive(Debug, Clone)]
pub struct Diagonal {
    /// Below the diagonal, at the left.
    pub below: RichText,
    /// Above the diagonal, at the right.
    pub above: RichText,
    /// Width and height of the cell, in points.
    pub size: (f64, f64),
}
