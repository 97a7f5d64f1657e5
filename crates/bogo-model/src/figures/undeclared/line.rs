//! The lines of a table, what they call themselves, and what stands in them.

use std::ops::Range;

use super::super::cell::Value;
use super::super::grid::{Grid, GridCell};
use super::super::lines::Axis;
use super::super::quantity::Quantity;
use crate::format::{Column, Table};

/// What a line calls itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 합계, 계, 소계.
    Sum,
    /// 증감.
    Change,
    /// 증감률.
    Rate,
}

const SUMS: [&str; 9] = ["합계", "계", "소계", "총계", "총합계", "합", "누계", "총합", "중계"];
/// What the names of subtotals end in, as a word of its own.
const ENDS: [&str; 4] = ["계", "소계", "합계", "총계"];
const CHANGES: [&str; 5] = ["증감", "증감액", "증감수", "증감분", "증△감"];
const RATES: [&str; 4] = ["증감률", "증감율", "증가율", "증가률"];

/// Words of names of rows whose figures are none to be added.
const NO_PARTS: [&str; 12] =
    ["평균", "최대", "최소", "최고", "최저", "증감", "대비", "비율", "비중", "구성비", "률", "율"];

impl Kind {
    /// What words call a line, spaces and what is in brackets left out.
    pub(super) fn of(words: &str) -> Option<Self> {
        let name: String =
            words.split(['(', '（', '[']).next().unwrap_or_default().split_whitespace().collect();
        let name = name.trim_end_matches(['*', '※']);
        // 공무원 계, 1분기 소계: the last word of several.
        let plain = words.split(['(', '（', '[']).next().unwrap_or_default();
        let last = plain.split_whitespace().last().unwrap_or_default();
        let is_percent = words.contains('%') && !words.contains("%p");
        match name {
            _ if SUMS.contains(&name) || ENDS.contains(&last) => {
                Some(Self::Sum).filter(|_| !is_percent)
            }
            _ if CHANGES.contains(&name) && is_percent => Some(Self::Rate),
            _ if CHANGES.contains(&name) => Some(Self::Change),
            _ if RATES.contains(&name) => Some(Self::Rate),
            _ => None,
        }
    }
}

/// A row or a column.
#[derive(Debug)]
pub(super) struct Line {
    /// Its own words.
    pub name: String,
    /// The words over it or before it, its own last.
    pub tiers: Vec<String>,
    /// What it calls itself.
    pub kind: Option<Kind>,
    /// Whether the table says what it is, or that it is nothing.
    pub declared: bool,
    /// Whether its figures can be parts of a total.
    pub is_part: bool,
    /// Whether it adds up others, by its name or by what the table says.
    pub is_total: bool,
    /// The groups of lines in which it stands, the table as a whole first.
    pub groups: Vec<Range<usize>>,
}

/// Words by which a total is less than its parts, which have some in common.
const OVERLAPS: [&str; 5] = ["중복", "실인원", "연인원", "실수", "복수"];

impl Line {
    /// Whether it says that it adds up some of the lines: 소계, 공무원 계.
    pub(super) fn is_subtotal(&self) -> bool {
        let name: String = self.name.split_whitespace().collect();
        let is_qualified = self.is_total && !SUMS.contains(&name.as_str());
        is_qualified || matches!(name.as_str(), "소계" | "중계")
    }
}

/// The lines of a table along one axis.
pub(super) struct Side<'t> {
    pub grid: &'t Grid<'t>,
    pub axis: Axis,
    pub lines: Vec<Line>,
}

impl<'t> Side<'t> {
    /// The lines of this axis.
    pub(super) fn of(table: &Table, grid: &'t Grid<'t>, axis: Axis) -> Self {
        let lines = match axis {
            Axis::Columns => (0..grid.heads.len()).map(|at| column(table, grid, at)).collect(),
            Axis::Rows => {
                let names = leading(table, grid);
                (0..grid.rows.len()).map(|at| row(grid, at, names)).collect()
            }
        };
        Self { grid, axis, lines }
    }

    /// What stands in a line, for the line across it.
    pub(super) fn cell(&self, line: usize, across: usize) -> &'t GridCell<'t> {
        match self.axis {
            Axis::Rows => self.grid.at(line, across),
            Axis::Columns => self.grid.at(across, line),
        }
    }

    /// The number that stands in a line, for the line across it, in a cell of
    /// its own.
    pub(super) fn number(&self, line: usize, across: usize) -> Option<&'t Quantity> {
        let cell = self.cell(line, across);
        match &cell.value {
            Value::Number(number) if cell.rows.len() == 1 && cell.columns.len() == 1 => {
                Some(number)
            }
            _ => None,
        }
    }

    /// What a line adds to a total: nothing where it has a dash or a blank;
    /// `None` where it cannot be told.
    pub(super) fn part(&self, line: usize, across: usize) -> Option<Option<&'t Quantity>> {
        match &self.cell(line, across).value {
            Value::Number(_) => self.number(line, across).map(Some),
            Value::Dash | Value::Blank => Some(None),
            Value::Computed | Value::Words { .. } => None,
        }
    }

    /// Whether the table says that some are counted in several lines.
    pub(super) fn speaks_of_overlaps(&self) -> bool {
        let rows = self.grid.rows.iter().flat_map(|row| &row.labels);
        let mut words = self.grid.heads.iter().flatten().chain(rows).chain([&self.grid.unit]);
        words.any(|words| OVERLAPS.iter().any(|known| words.contains(known)))
    }

    /// The member that says that a line is this of other lines.
    pub(super) fn member(&self, line: usize, kind: Kind, of: &[usize]) -> String {
        let all: Vec<usize> = match self.axis {
            Axis::Rows => (0..self.grid.rows.len())
                .filter(|row| *row != line && self.grid.rows[*row].is_part)
                .collect(),
            Axis::Columns => Vec::new(),
        };
        let is_only = self.lines.iter().filter(|line| line.is_total).count() == 1
            && self.lines[line].groups.len() == 1;
        if kind == Kind::Sum && !all.is_empty() && all == of && is_only {
            return "\"total\": true".to_owned();
        }
        let names: Vec<String> = of.iter().map(|line| self.name_of(*line)).collect();
        let word = match kind {
            Kind::Sum => "sum_of",
            Kind::Change => "change_of",
            Kind::Rate => "change_rate_of",
        };
        format!("\"{word}\": [{}]", names.join(", "))
    }

    /// The words by which what is said of a table calls a line.
    fn called(&self, line: usize) -> &[String] {
        match self.axis {
            Axis::Rows => &self.grid.rows[line].labels,
            Axis::Columns => &self.lines[line].tiers,
        }
    }

    /// The name by which a line is meant, as JSON: its own words, those of all
    /// tiers, or its number.
    fn name_of(&self, line: usize) -> String {
        let names: Vec<&[String]> = (0..self.lines.len()).map(|at| self.called(at)).collect();
        let (name, joined) =
            (names[line].last().cloned().unwrap_or_default(), names[line].join(" "));
        let is_number = |words: &str| words.trim().parse::<f64>().is_ok();
        let means = |words: &str| {
            let own = names.iter().filter(|tiers| tiers.last().is_some_and(|own| own == words));
            let whole = names.iter().filter(|tiers| tiers.join(" ") == words).count();
            let own = own.count();
            !words.trim().is_empty() && !is_number(words) && (own == 1 || own == 0 && whole == 1)
        };
        let words = [&name, &joined].into_iter().find(|words| means(words));
        let json = words.and_then(|words| serde_json::to_string(words).ok());
        json.unwrap_or_else(|| (line + 1).to_string())
    }
}

fn column(table: &Table, grid: &Grid<'_>, at: usize) -> Line {
    let tiers = grid.heads[at].clone();
    let name = tiers.last().cloned().unwrap_or_default();
    let said = table.columns.get(at);
    let declared = said.is_some_and(|column| column.adds.is_some() || column.follows());
    let kind = Kind::of(&name).filter(|_| at >= grid.names);
    let has_numbers =
        (0..grid.rows.len()).any(|row| matches!(grid.at(row, at).value, Value::Number(_)));
    let is_total = kind == Some(Kind::Sum);
    let is_part = at >= grid.names
        && kind.is_none()
        && has_numbers
        && grid.adds(table, at)
        && !said.is_some_and(Column::follows);
    let shares = |other: &usize, depth: usize| {
        grid.heads[*other].get(..depth).is_some_and(|own| own == &tiers[..depth])
    };
    let count = grid.heads.len();
    let mut groups: Vec<Range<usize>> = Vec::new();
    for depth in 0..tiers.len().max(1) {
        let range = block(count, at, |other| *other >= grid.names && shares(other, depth));
        if !groups.contains(&range) {
            groups.push(range);
        }
    }
    Line { name, tiers, kind, declared, is_part, is_total, groups }
}

/// How many columns at the left have words alone, whether or not the table
/// says that they name their rows.
fn leading(table: &Table, grid: &Grid<'_>) -> usize {
    let has_words = |column: &usize| {
        let mut values = (0..grid.rows.len()).map(|row| &grid.at(row, *column).value);
        let is_word = |value: &Value| matches!(value, Value::Words { .. } | Value::Blank);
        !table.columns.get(*column).is_some_and(Column::follows) && values.all(is_word)
    };
    (grid.names..grid.heads.len()).find(|at| !has_words(at)).unwrap_or(grid.names).max(grid.names)
}

fn row(grid: &Grid<'_>, at: usize, names: usize) -> Line {
    let own = &grid.rows[at];
    let mut tiers = own.labels.clone();
    for column in grid.names..names {
        let words = grid.words(at, column).filter(|words| tiers.last() != Some(words));
        tiers.extend(words);
    }
    // A row may be named by its first words, numbers that follow are its own.
    let kind = tiers.iter().rev().find_map(|words| Kind::of(words));
    let name = match kind {
        Some(_) => tiers.iter().rev().find(|words| Kind::of(words).is_some()).cloned(),
        None => tiers.last().cloned(),
    };
    let row = own.typed;
    let declared = row.total || row.sums.is_some() || row.follows();
    let is_total = kind == Some(Kind::Sum) || own.is_sum;
    let words: String = tiers.concat().split_whitespace().collect();
    let bare = words.split('(').next().unwrap_or_default();
    let is_apart = NO_PARTS.iter().any(|word| bare.contains(word)) || words.contains('%');
    let is_part = own.is_part && kind.is_none() && !is_apart;
    let count = grid.rows.len();
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut add = |range: Range<usize>| {
        if !groups.contains(&range) {
            groups.push(range);
        }
    };
    add(0..count);
    for list in &own.lists {
        add(block(count, at, |other| grid.rows[*other].lists.contains(list)));
    }
    for column in 0..names {
        let label = own.cells[column];
        add(block(count, at, |other| grid.rows[*other].cells[column] == label));
    }
    groups.retain(|range| range.len() > 1);
    Line { name: name.unwrap_or_default(), tiers, kind, declared, is_part, is_total, groups }
}

/// The lines around one that have something in common with it.
fn block(count: usize, at: usize, shares: impl Fn(&usize) -> bool) -> Range<usize> {
    let start = (0..at).rev().take_while(&shares).last().unwrap_or(at);
    let end = (at + 1..count).take_while(&shares).last().unwrap_or(at);
    start..end + 1
}
