//! Tables and their cells.

use bogo_model::edition::{Align, CellLine, Diagonal, Table, TableCell, TableColumn, TableRow};
use serde_json::Value as Json;

use super::blocks::picture;
use super::text::text;
use super::{all, or_none};

/// A table.
pub(super) fn table(table: &Table) -> Json {
    let column = |column: &TableColumn| object! { "width": column.width };
    object! {
        "kind": "table",
        "passage": table.passage.number,
        "columns": all(&table.columns, column),
        "size": table.size,
        "caption": or_none(table.caption.as_ref(), text),
        "unit": or_none(table.unit.as_ref(), text),
        "alt": table.alt.as_deref(),
        "landscape": table.landscape,
        "head": all(&table.head, |cells| all(cells, cell)),
        "rows": all(&table.rows, row),
        "measured": table.measured,
    }
}

fn row(row: &TableRow) -> Json {
    let mut own = object! {
        "cells": all(&row.cells, cell),
        "total": row.total,
        "lines": row.lines,
    };
    // Only rows that may be split are marked.
    if let Some(passage) = row.passage {
        own["passage"] = passage.number.into();
    }
    own
}

fn cell(cell: &TableCell) -> Json {
    let lines = |lines: &Vec<CellLine>| all(lines, line);
    object! {
        "row": cell.row,
        "column": cell.column,
        "text": text(&cell.text),
        "align": match cell.align {
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
        },
        "colspan": cell.colspan,
        "rowspan": cell.rowspan,
        "strong": cell.strong,
        "head": cell.head,
        "pad": cell.pad.as_str(),
        "list": or_none(cell.list.as_ref(), lines),
        "picture": or_none(cell.picture.as_ref(), picture),
        "diagonal": or_none(cell.diagonal.as_ref(), diagonal),
    }
}

fn line(line: &CellLine) -> Json {
    object! {
        "marker": line.marker.as_deref(),
        "ordered": line.ordered,
        "depth": line.depth,
        "badge": or_none(line.badge.as_ref(), text),
        "text": text(&line.text),
    }
}

fn diagonal(diagonal: &Diagonal) -> Json {
    object! { "below": text(&diagonal.below), "above": text(&diagonal.above) }
}
