//! The figures that others follow from, gathered from cells of a table.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rust_decimal::Decimal;

use super::computed::Computed;
use super::grid::{Grid, GridCell, Value};
use super::lines::Axis;
use super::quantity::Quantity;
use super::unproved::Reason;
use crate::json::Span;

/// Cells of a table: some of its lines, as far as a cell that follows from
/// them goes across them.
#[derive(Debug)]
pub(super) struct Region<'r> {
    /// Whether the lines are rows or columns.
    pub axis: Axis,
    /// The lines.
    pub lines: &'r [usize],
    /// The lines of the other axis.
    pub across: Range<usize>,
    /// Whether each number has to stand within the lines of the other axis.
    pub strict: bool,
}

/// The numbers of a region.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The numbers, those of cells that are merged once.
    pub parts: Vec<Quantity>,
    /// Where a dash stands, which says that there is nothing.
    dash: Option<Span>,
    /// Where there is nothing that could be added.
    blank: Option<Span>,
}

impl Gathered {
    /// The numbers to be added up.
    pub(super) fn addends(self) -> Result<Vec<Quantity>, Reason> {
        match self.parts.is_empty() && self.dash.is_none() {
            true => Err(Reason::NoParts),
            false => Ok(self.parts),
        }
    }

    /// All numbers as one figure; a dash is none, if it counts.
    pub(super) fn whole(self, dash_counts: bool) -> Result<Quantity, Reason> {
        let Some(first) = self.parts.first() else {
            let nothing = |span| Quantity { value: Decimal::ZERO, unit: String::new(), span };
            let blank = self.blank.map_or(Reason::NoParts, Reason::Blank);
            return self.dash.filter(|_| dash_counts).map(nothing).ok_or(blank);
        };
        if self.parts.len() == 1 {
            return Ok(first.clone());
        }
        let value = Quantity::sum(self.parts.iter(), &first.unit).ok_or(Reason::TooLarge)?;
        Ok(Quantity { value, ..first.clone() })
    }
}

impl Region<'_> {
    /// The numbers that stand here, those computed included, for the figure of
    /// the cell `own`.
    pub(super) fn gather(
        &self,
        grid: &Grid<'_>,
        computed: &HashMap<Span, Computed>,
        own: &GridCell,
    ) -> Result<Gathered, Reason> {
        let mut seen = HashSet::new();
        let mut gathered = Gathered::default();
        let places =
            self.lines.iter().flat_map(|line| self.across.clone().map(move |at| (*line, at)));
        for (line, at) in places {
            let (row, column) = match self.axis {
                Axis::Rows => (line, at),
                Axis::Columns => (at, line),
            };
            let cell = grid.at(row, column);
            if !seen.insert(cell.placed.row * grid.heads.len() + cell.placed.column) {
                continue;
            }
            if cell.placed == own.placed {
                return Err(Reason::Itself);
            }
            self.take(cell, grid, computed, &mut gathered)?;
        }
        Ok(gathered)
    }

    /// Whether others of the lines have numbers or dashes where a cell stands, so that
    /// its words say one, too.
    fn has_numbers(&self, cell: &GridCell, grid: &Grid<'_>) -> bool {
        let column = cell.columns.start;
        let counts =
            |row: &usize| matches!(grid.at(*row, column).value, Value::Number(_) | Value::Dash);
        self.lines.iter().any(counts)
    }

    /// Takes what a cell says.
    fn take(
        &self,
        cell: &GridCell,
        grid: &Grid<'_>,
        computed: &HashMap<Span, Computed>,
        gathered: &mut Gathered,
    ) -> Result<(), Reason> {
        let own_across = match self.axis {
            Axis::Rows => &cell.columns,
            Axis::Columns => &cell.rows,
        };
        let leaves = own_across.start < self.across.start || self.across.end < own_across.end;
        match &cell.value {
            Value::Number(_) | Value::Computed if leaves && self.strict => {
                return Err(Reason::PartMerged(cell.span));
            }
            Value::Number(quantity) => gathered.parts.push(quantity.clone()),
            Value::Computed => {
                let value = computed.get(&cell.span).ok_or(Reason::Elsewhere)?.value;
                let unit = grid.units[cell.columns.start].clone();
                gathered.parts.push(Quantity { value, unit, span: cell.span });
            }
            Value::Dash => gathered.dash = gathered.dash.or(Some(cell.span)),
            Value::Blank => gathered.blank = gathered.blank.or(Some(cell.span)),
            // A total over several columns has words beside numbers, and words
            // over several columns are a heading.
            Value::Words { figures, is_amount }
                if self.axis == Axis::Rows
                    && (leaves
                        || self.across.len() > 1
                            && !is_amount
                            && !(*figures && self.has_numbers(cell, grid))) =>
            {
                gathered.blank = gathered.blank.or(Some(cell.span));
            }
            Value::Words { .. } => return Err(Reason::Words(cell.span)),
        }
        Ok(())
    }
}
