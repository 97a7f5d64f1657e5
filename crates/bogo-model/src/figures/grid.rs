//! A table as a grid of values.

use std::ops::Range;

use super::cell::{Called, Value, has_marks, value_of, words_of};
use super::lines::Axis;
use super::literal;
use crate::format::{Cell, PlacedCell, Row, Summed, Table};
use crate::json::Span;
use crate::korean::units;

/// What the heads of columns end in that no row of totals adds up.
const NO_SUMS: [&str; 14] = [
    "율",
    "률",
    "비중",
    "평균",
    "순위",
    "연번",
    "순번",
    "번호",
    "단가",
    "만족도",
    "평점",
    "점수",
    "지수",
    "등급",
];

/// What the heads of columns end in that count, whatever the unit of the table.
const COUNTED: [&str; 17] = [
    "면수",
    "건수",
    "대수",
    "명수",
    "가구수",
    "세대수",
    "인원",
    "인원수",
    "횟수",
    "개수",
    "개소수",
    "개소",
    "기관수",
    "시설수",
    "업체수",
    "학생수",
    "이용자수",
];

/// What rows are called that are set off but are no sum.
const NO_TOTALS: [&str; 8] = ["평균", "최대", "최소", "최고", "증감", "대비", "비율", "비중"];

/// A cell of the body in its place.
#[derive(Debug, Clone)]
pub(super) struct GridCell<'t> {
    /// The cell as it is typed.
    pub typed: &'t Cell,
    /// What it says to arithmetic.
    pub value: Value,
    /// Where it is in its file.
    pub span: Span,
    /// The rows of the body that it covers.
    pub rows: Range<usize>,
    /// The columns that it covers.
    pub columns: Range<usize>,
    /// Whether its text has marks of figures.
    pub is_marked: bool,
}

impl<'t> GridCell<'t> {
    /// A cell of a table whose head has so many rows and whose columns have
    /// these units.
    fn of(own: PlacedCell<'t>, head: usize, units: &[String], called: Called<'_>) -> Self {
        let PlacedCell { cell, place, .. } = own;
        let unit = units.get(place.column).map(String::as_str).unwrap_or_default();
        let (value, span) = value_of(cell, unit, called);
        let first = place.row - head;
        Self {
            typed: cell,
            value,
            span,
            rows: first..first + place.rows,
            columns: place.column..place.column + place.columns,
            is_marked: cell.text.as_ref().is_some_and(has_marks),
        }
    }

    /// The row and the column in which it begins, which no other cell does.
    pub(super) fn begin(&self) -> (usize, usize) {
        (self.rows.start, self.columns.start)
    }
}

/// A row of a grid.
#[derive(Debug)]
pub(super) struct GridRow<'t> {
    /// The row as it is typed.
    pub typed: &'t Row,
    /// The lists of rows that it stands in, outermost first: the body's own,
    /// then those of groups.
    pub lists: Vec<usize>,
    /// For each column the cell that covers it.
    pub cells: Vec<usize>,
    /// The words of its cells that name it, the innermost last.
    pub labels: Vec<String>,
    /// Whether it adds up others.
    pub is_sum: bool,
    /// Whether others add it up: not what is a sum, set off as none, or
    /// follows from other rows.
    pub is_part: bool,
}

/// A table as a grid of values.
#[derive(Debug)]
pub(super) struct Grid<'t> {
    /// The words over each column, from the outermost tier to its own.
    pub heads: Vec<Vec<String>>,
    /// The rows of the body.
    pub rows: Vec<GridRow<'t>>,
    /// The cells of the body.
    pub cells: Vec<GridCell<'t>>,
    /// The words of the unit above the table.
    pub unit: String,
    /// The unit of each column: what its head says in brackets, else that of
    /// the table.
    pub units: Vec<String>,
    /// How many columns at the left name their row.
    pub names: usize,
}

impl<'t> Grid<'t> {
    /// The grid of a table; `None` where its cells do not fill one, which is
    /// reported where the table is resolved.
    pub(super) fn of(table: &'t Table, called: Called<'_>) -> Option<Self> {
        let placed = table.placed().ok()?;
        let unit = table.unit.as_ref().map(literal).unwrap_or_default();
        let heads = heads(placed.head.iter().flatten(), placed.columns);
        let units: Vec<String> = heads.iter().map(|tiers| column_unit(tiers, &unit)).collect();
        let head = placed.head.len();
        let cells = placed.body.iter().flat_map(|row| &row.cells);
        let cells: Vec<GridCell<'t>> =
            cells.map(|cell| GridCell::of(*cell, head, &units, called)).collect();
        let covering = covering(&cells, placed.body.len(), placed.columns)?;
        let names = table.row_heads.as_ref().map_or(1, |heads| heads.value as usize);
        let names = names.min(placed.columns);
        let rows = placed.body.into_iter().zip(covering).map(|(placed, covering)| {
            let mut labels: Vec<String> = Vec::new();
            for &cell in &covering[..names] {
                let words = words_of(cells[cell].typed);
                if labels.last() != Some(&words) {
                    labels.push(words);
                }
            }
            let row = placed.row;
            let follows = row.follows();
            let name = labels.concat().replace(' ', "");
            let is_apart = follows || NO_TOTALS.iter().any(|word| name.contains(word));
            let is_sum = match row.sums {
                Some(sums) => sums != Summed::None,
                None => row.total && !is_apart,
            };
            let is_part = !is_sum && !follows && !row.total && row.sums.is_none();
            GridRow { typed: row, lists: placed.lists, cells: covering, labels, is_sum, is_part }
        });
        Some(Self { heads, rows: rows.collect(), cells, unit, units, names })
    }

    /// The cell that covers a place of the body.
    pub(super) fn at(&self, row: usize, column: usize) -> &GridCell<'t> {
        &self.cells[self.rows[row].cells[column]]
    }

    /// The words of the cell that covers a place of the body; none where it has
    /// none.
    pub(super) fn words(&self, row: usize, column: usize) -> Option<String> {
        Some(words_of(self.at(row, column).typed)).filter(|words| !words.is_empty())
    }

    /// Whether one cell covers both of two lines at a place across them.
    pub(super) fn covers_both(&self, axis: Axis, [one, other]: [usize; 2], across: usize) -> bool {
        let at = |line| match axis {
            Axis::Rows => self.at(line, across),
            Axis::Columns => self.at(across, line),
        };
        at(one).begin() == at(other).begin()
    }

    /// Whether sums make sense in a column: not of rates, ranks and averages.
    pub(super) fn adds(&self, table: &Table, column: usize) -> bool {
        if let Some(adds) = table.columns.get(column).and_then(|column| column.adds) {
            return adds;
        }
        let is_apart = |head: &String| {
            let words = head.split('(').next().unwrap_or_default().replace(' ', "");
            head.contains("(%)")
                || head.ends_with('%')
                || NO_SUMS.iter().any(|word| words.ends_with(word)) && !words.ends_with("법률")
                || words.starts_with("1인당")
                || matches!(words.as_str(), "연도" | "년도")
        };
        let is_percent = |row: &GridRow<'_>| match &self.cells[row.cells[column]].value {
            Value::Number(number) => number.unit == "%",
            _ => false,
        };
        !self.heads[column].iter().any(is_apart) && !self.rows.iter().any(is_percent)
    }
}

/// The words over each column, from the outermost tier to its own.
fn heads<'c>(cells: impl Iterator<Item = &'c PlacedCell<'c>>, columns: usize) -> Vec<Vec<String>> {
    let mut heads = vec![Vec::new(); columns];
    for PlacedCell { cell, place, .. } in cells {
        for tiers in &mut heads[place.column..place.column + place.columns] {
            tiers.push(words_of(cell));
        }
    }
    heads
}

/// For each row the cell that covers each column; `None` where one is bare.
fn covering(cells: &[GridCell<'_>], rows: usize, columns: usize) -> Option<Vec<Vec<usize>>> {
    let mut covering: Vec<Vec<Option<usize>>> = vec![vec![None; columns]; rows];
    for (index, cell) in cells.iter().enumerate() {
        for row in &mut covering[cell.rows.clone()] {
            row[cell.columns.clone()].fill(Some(index));
        }
    }
    covering.into_iter().map(|row| row.into_iter().collect()).collect()
}

/// The unit that the head of a column says in brackets, the innermost tier
/// first; else that of the table.
fn column_unit(tiers: &[String], unit: &str) -> String {
    let own = tiers.iter().rev().find_map(|tier| {
        let tier = tier.trim();
        let inner = tier.strip_suffix(')')?;
        let inner = inner.rsplit_once('(')?.1.trim();
        (inner == "%" || units::is_known(inner)).then(|| inner.to_owned())
    });
    // What is counted is no money, though the table says this of the others.
    let is_counted = || {
        let name = tiers.last().map(|name| name.replace(' ', "")).unwrap_or_default();
        units::is_money(unit) && COUNTED.iter().any(|word| name.ends_with(word))
    };
    match own {
        None if is_counted() => String::new(),
        own => own.unwrap_or_else(|| unit.to_owned()),
    }
}
