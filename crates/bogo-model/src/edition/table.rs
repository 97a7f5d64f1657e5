//! Tables of an edition.

use std::ops::Range;

use super::Align;
use super::{Passage, Picture, RichText};
use crate::format::Place;

/// A table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Where it stands.
    pub passage: Passage,
    /// The columns.
    pub columns: Vec<TableColumn>,
    /// Size of its type in points.
    pub size: f64,
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
    /// Whether something of it that is kept on one page may be too tall for
    /// that: what stands together is decided when it is measured.
    pub measured: bool,
    /// What would give room to its words, where they made its type smaller
    /// than is read with ease, as far as widths can be reckoned beforehand.
    pub tight: Option<Remedy>,
}

impl Table {
    /// The cells of its head and then of its body, in reading order.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &TableCell> {
        self.head.iter().flatten().chain(self.body_cells())
    }

    /// The cells of its body, in reading order.
    pub(crate) fn body_cells(&self) -> impl Iterator<Item = &TableCell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }

    /// The cells of its head and then of its body, to be changed.
    pub(crate) fn cells_mut(&mut self) -> impl Iterator<Item = &mut TableCell> {
        let body = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        self.head.iter_mut().flatten().chain(body)
    }
}

/// What makes a table fit that is too wide for its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Fewer columns.
    Columns,
    /// Other widths than the author chose.
    Widths,
    /// Shorter amounts, of a larger unit.
    Unit,
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct TableColumn {
    /// Its part of the table's width; all together are 1.
    pub width: f64,
}

/// A row of a table's body.
#[derive(Debug, Clone, Default)]
pub struct TableRow {
    /// Its cells.
    pub cells: Vec<TableCell>,
    /// Whether it is set off as a total.
    pub total: bool,
    /// Where it stands, if it is so tall that it may have to be split over
    /// pages.
    pub passage: Option<Passage>,
    /// How many lines of a label that spans it fall to it; 0 for as many as
    /// it has itself.
    pub lines: f64,
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
        }
    }

    /// The rows of its table that it covers.
    pub(crate) fn rows(&self) -> Range<usize> {
        self.row..self.row + self.rowspan
    }

    /// The columns of its table that it covers.
    pub(crate) fn columns(&self) -> Range<usize> {
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
    /// A badge before the text.
    pub badge: Option<RichText>,
    /// What it says.
    pub text: RichText,
}

/// A head cell that a diagonal divides.
#[derive(Debug, Clone)]
pub struct Diagonal {
    /// Below the diagonal, at the left.
    pub below: RichText,
    /// Above the diagonal, at the right.
    pub above: RichText,
}
