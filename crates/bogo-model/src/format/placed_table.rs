//! The cells of a typed table in their places, or why they do not fill it.

use std::ops::Range;

use super::placement::{Place, Placer, Spans};
use super::table::{Cell, MOST_COLUMNS, Row, Table, TableRow};
use crate::json::Span;

/// A typed table with its cells in their places.
#[derive(Debug)]
pub(crate) struct PlacedTable<'t> {
    /// How many columns it has.
    pub columns: usize,
    /// The rows of its head.
    pub head: Vec<Vec<PlacedCell<'t>>>,
    /// The rows of its body in order, groups dissolved.
    pub body: Vec<PlacedRow<'t>>,
    /// Why its cells do not fill it, in the order of its rows. What is right
    /// has its place in any case.
    pub faults: Vec<Fault>,
}

/// A row of a typed table's body.
#[derive(Debug)]
pub(crate) struct PlacedRow<'t> {
    /// The row itself.
    pub row: &'t Row,
    /// The lists of rows that it stands in, outermost first: the body's own,
    /// then those of groups.
    pub lists: Vec<usize>,
    /// The cells that begin in it: labels of groups, outermost first, then its
    /// own.
    pub cells: Vec<PlacedCell<'t>>,
}

/// A cell of a typed table in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlacedCell<'t> {
    /// The cell.
    pub cell: &'t Cell,
    /// Where it stands.
    pub place: Place,
    /// Whether it is the label of a group, which names all its rows.
    pub is_label: bool,
}

/// Why cells do not fill their table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Where it is in the file.
    pub span: Span,
    /// What it is.
    pub kind: FaultKind,
}

/// What there may be wrong with where cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// The table has no rows.
    Empty,
    /// It has too many columns, or none.
    Columns {
        /// How many.
        count: usize,
    },
    /// The cells of a row do not fill it.
    Row {
        /// How many columns the table has.
        columns: usize,
        /// How many of them no cell from above covers.
        free: usize,
        /// How many the row's cells span.
        own: usize,
    },
    /// A cell spans more rows than there are.
    Rows {
        /// How many it spans.
        given: usize,
        /// How many there are from its own on.
        left: usize,
    },
    /// A cell spans a column that a cell from above covers.
    Overlap,
}

impl Table {
    /// Its cells in their places.
    ///
    /// # Errors
    ///
    /// Where it has no rows, or not from 1 to [`MOST_COLUMNS`] columns, none
    /// of its cells has a place.
    pub(crate) fn placed(&self) -> Result<PlacedTable<'_>, Fault> {
        let of_head = |cells| Spanning::of_head(cells, self.span);
        let flat = flat(&self.rows);
        let first = self.head.first().map(|cells| of_head(cells));
        let first = first.or_else(|| flat.first().map(FlatRow::spanning));
        let first = first.ok_or(Fault { span: self.span, kind: FaultKind::Empty })?;
        let columns = match self.columns.len() {
            0 => first.columns(),
            given => given,
        };
        if !(1..=MOST_COLUMNS as usize).contains(&columns) {
            let kind = FaultKind::Columns { count: columns };
            return Err(Fault { span: first.span, kind });
        }
        let (begin, end) = (self.head.len(), self.head.len() + flat.len());
        let mut filling = Filling::new(0..begin, columns);
        let head = self.head.iter().map(|cells| filling.row(of_head(cells))).collect();
        let mut faults = filling.faults;
        let mut filling = Filling::new(begin..end, columns);
        let body = flat.into_iter().map(|flat| {
            let cells = filling.row(flat.spanning());
            PlacedRow { row: flat.row, lists: flat.lists, cells }
        });
        let body = body.collect();
        faults.append(&mut filling.faults);
        Ok(PlacedTable { columns, head, body, faults })
    }
}

/// A row's cells with what they span.
struct Spanning<'t> {
    span: Span,
    cells: Vec<(Source<'t>, Spans)>,
}

/// A cell that is to be placed.
#[derive(Clone, Copy)]
struct Source<'t> {
    cell: &'t Cell,
    is_label: bool,
}

impl<'t> Spanning<'t> {
    /// A row of a head, which is where its cells are; `table` is where it is if
    /// it has none.
    fn of_head(cells: &'t [Cell], table: Span) -> Self {
        let span = match cells {
            [first, .., last] => Span { end: last.span.end, ..first.span },
            [only] => only.span,
            [] => table,
        };
        Self { span, cells: cells.iter().map(own).collect() }
    }

    /// How many columns its cells span.
    fn columns(&self) -> usize {
        self.cells.iter().map(|(_, (columns, _))| columns).sum()
    }

    /// Whether it may reach into the rows below.
    fn spans_rows(&self) -> bool {
        self.cells.iter().any(|(source, (_, rows))| source.is_label || *rows > 1)
    }
}

/// A cell as it spans columns and rows by itself.
fn own(cell: &Cell) -> (Source<'_>, Spans) {
    (Source { cell, is_label: false }, cell.spans())
}

/// A head or a body that is being filled.
struct Filling {
    placer: Placer,
    /// Whether it is known which columns are covered from above.
    is_known: bool,
    faults: Vec<Fault>,
}

impl Filling {
    /// Begins with the first of these rows of a table, with so many columns.
    fn new(rows: Range<usize>, columns: usize) -> Self {
        Self { placer: Placer::new(rows, columns), is_known: true, faults: Vec::new() }
    }

    /// Places the next row, and notes where its cells do not fill it.
    fn row<'t>(&mut self, row: Spanning<'t>) -> Vec<PlacedCell<'t>> {
        let (columns, left) = (self.placer.columns(), self.placer.left());
        let (free, own) = (self.placer.free(), row.columns());
        let spans_rows = row.spans_rows();
        let cells = self.placer.place(row.cells).into_iter();
        let cells =
            cells.map(|(Source { cell, is_label }, place)| PlacedCell { cell, place, is_label });
        let cells: Vec<_> = cells.collect();
        if self.is_known && own != free {
            let kind = FaultKind::Row { columns, free, own };
            self.faults.push(Fault { span: row.span, kind });
            // Where cells span rows, what follows cannot be told.
            self.is_known = free == columns && !spans_rows;
        } else if self.is_known {
            let faults: Vec<Fault> = cells.iter().filter_map(|cell| fault_of(cell, left)).collect();
            self.is_known = !faults.iter().any(|fault| fault.kind == FaultKind::Overlap);
            self.faults.extend(faults);
        }
        cells
    }
}

/// What is wrong with a cell that covers less than it spans. The label of a group
/// spans the rows that this has.
fn fault_of(placed: &PlacedCell<'_>, left: usize) -> Option<Fault> {
    let PlacedCell { cell, place, is_label: false } = placed else { return None };
    let (columns, rows) = cell.spans();
    if place.columns < columns {
        let span = cell.columns.as_ref().map_or(cell.span, |columns| columns.span);
        return Some(Fault { span, kind: FaultKind::Overlap });
    }
    let span = cell.rows.as_ref().map_or(cell.span, |rows| rows.span);
    let kind = FaultKind::Rows { given: rows, left };
    (place.rows < rows).then_some(Fault { span, kind })
}

/// A row of a body, and what it stands in.
struct FlatRow<'t> {
    /// The labels of the groups that begin here, outermost first, and how many
    /// rows each spans.
    labels: Vec<(&'t Cell, usize)>,
    row: &'t Row,
    lists: Vec<usize>,
}

impl<'t> FlatRow<'t> {
    /// The row with its labels before its own cells.
    fn spanning(&self) -> Spanning<'t> {
        let label =
            |(cell, rows): &(&'t Cell, usize)| (Source { cell, is_label: true }, (1, *rows));
        let cells = self.labels.iter().map(label).chain(self.row.cells.iter().map(own));
        Spanning { span: self.row.span, cells: cells.collect() }
    }
}

/// The rows of a body in order, groups dissolved.
fn flat(rows: &[TableRow]) -> Vec<FlatRow<'_>> {
    let mut flat = Vec::new();
    flatten(rows, &[], &mut 0, &mut flat);
    flat
}

fn flatten<'t>(
    rows: &'t [TableRow],
    outer: &[usize],
    lists: &mut usize,
    flat: &mut Vec<FlatRow<'t>>,
) {
    let mut own = outer.to_vec();
    own.push(*lists);
    *lists += 1;
    for row in rows {
        match row {
            TableRow::Row(row) => {
                flat.push(FlatRow { labels: Vec::new(), row, lists: own.clone() });
            }
            TableRow::Group(group) => {
                let first = flat.len();
                flatten(&group.rows, &own, lists, flat);
                let count = flat.len() - first;
                if let Some(row) = flat.get_mut(first) {
                    row.labels.insert(0, (&group.group, count));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Decode, Decoder, Documents};

    /// A table with these rows.
    fn table(rows: &str) -> Table {
        let (mut documents, mut diagnostics) = (Documents::default(), Vec::new());
        documents.add("table.json", &format!(r#"{{"rows": {rows}}}"#), &mut diagnostics);
        let root = documents.get(0).root.as_ref().expect("JSON");
        Table::decode(root, &mut Decoder::new(&documents, &mut diagnostics)).expect("a table")
    }

    /// What is wrong with where the cells of these rows stand.
    fn faults(rows: &str) -> Vec<FaultKind> {
        let table = table(rows);
        match table.placed() {
            Ok(placed) => placed.faults.into_iter().map(|fault| fault.kind).collect(),
            Err(fault) => vec![fault.kind],
        }
    }

    #[test]
    fn a_groups_label_stands_beside_all_rows_of_the_groups_in_it() {
        let table = table(
            r#"[{"group": "a", "rows": [{"group": "b", "rows": [["c"], ["d"]]}, ["e", "f"]]}]"#,
        );
        let placed = table.placed().expect("places");
        let places = placed.body.iter().flat_map(|row| &row.cells).map(|cell| {
            let Place { row, column, rows, columns } = cell.place;
            (cell.is_label, row, column, rows, columns)
        });
        let expected = [
            (true, 0, 0, 3, 1),
            (true, 0, 1, 2, 1),
            (false, 0, 2, 1, 1),
            (false, 1, 2, 1, 1),
            (false, 2, 1, 1, 1),
            (false, 2, 2, 1, 1),
        ];
        assert_eq!(places.collect::<Vec<_>>(), expected);
        assert_eq!(placed.faults, []);
    }

    #[test]
    fn each_row_that_is_not_filled_is_told_until_spans_leave_that_open() {
        let row = |free, own| FaultKind::Row { columns: 2, free, own };
        assert_eq!(faults(r#"[["a", "b"], ["c"], ["d", "e", "f"]]"#), [row(2, 1), row(2, 3)]);
        let spans = r#"[["a", {"text": "b", "rows": 3}], ["c", "d"], ["e", "f"]]"#;
        assert_eq!(faults(spans), [row(1, 2)]);
        let last = r#"[["a", {"text": "b", "rows": 3}], ["c"]]"#;
        assert_eq!(faults(last), [FaultKind::Rows { given: 3, left: 2 }]);
    }

    #[test]
    fn a_span_that_meets_one_from_above_is_told() {
        let rows = r#"[["a", {"text": "b", "rows": 2}, "c"], [{"text": "d", "columns": 2}]]"#;
        assert_eq!(faults(rows), [FaultKind::Overlap]);
    }

    #[test]
    fn a_table_has_rows_and_columns_and_not_too_many() {
        assert_eq!(faults("[]"), [FaultKind::Empty]);
        assert_eq!(faults("[[]]"), [FaultKind::Columns { count: 0 }]);
        let many = format!("[[{}]]", vec!["1"; 41].join(","));
        assert_eq!(faults(&many), [FaultKind::Columns { count: 41 }]);
    }
}
