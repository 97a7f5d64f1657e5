//! A table as a grid of values.

use std::ops::Range;

use super::lines::Axis;
use super::quantity::{Quantity, quantity_of};
use super::{literal, words_after};
use crate::format::{Block, Cell, FlatRow, Line, MOST_COLUMNS, RunContent, Summed, Table, Text};
use crate::grid::{Placed, Spans, place};
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

/// The figures that cells call by their names: what is known under a name.
pub(super) type Called<'c> = &'c dyn Fn(&str) -> Option<Quantity>;

/// What a cell says to arithmetic.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// A number.
    Number(Quantity),
    /// A dash: there is none.
    Dash,
    /// Nothing: not known, or not applicable.
    Blank,
    /// `=`: the number is to be computed.
    Computed,
    /// Words, a list or a picture.
    Words {
        /// Whether there are figures among them, typed or from elsewhere.
        figures: bool,
        /// Whether they say how much: 약 30명 in a table of 명, 1,200 남짓.
        is_amount: bool,
    },
}

/// A cell in its place.
#[derive(Debug, Clone)]
pub(super) struct GridCell {
    /// What it says to arithmetic.
    pub value: Value,
    /// Where it is in its file.
    pub span: Span,
    /// Which of the cells of its row it is, and where it begins.
    pub placed: Placed,
    /// The rows of the body that it covers.
    pub rows: Range<usize>,
    /// The columns that it covers.
    pub columns: Range<usize>,
    /// Whether its text has marks of figures.
    pub is_marked: bool,
}

/// A row of a grid.
#[derive(Debug)]
pub(super) struct GridRow<'t> {
    /// The row, and what it stands in.
    pub flat: FlatRow<'t>,
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
    pub cells: Vec<GridCell>,
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
        let flat = table.flat_rows();
        let head: Vec<Vec<(&Cell, Spans)>> = table
            .head
            .iter()
            .map(|row| row.iter().map(|cell| (cell, cell.spans())).collect())
            .collect();
        let body: Vec<Vec<(&Cell, Spans)>> = flat.iter().map(FlatRow::cells).collect();
        let count = match table.columns.len() {
            0 => head.first().or(body.first())?.iter().map(|(_, (columns, _))| columns).sum(),
            given => given,
        };
        // Too many are reported where the table is resolved.
        let count = Some(count).filter(|count| (1..=MOST_COLUMNS as usize).contains(count))?;
        let unit = table.unit.as_ref().map(literal).unwrap_or_default();
        let heads = heads(&head, count);
        let units: Vec<String> = heads.iter().map(|tiers| column_unit(tiers, &unit)).collect();
        let (cells, covering) = placed_cells(&body, &units, called)?;
        let names = table.row_heads.as_ref().map_or(1, |heads| heads.value as usize).min(count);
        let rows = flat.into_iter().zip(covering).map(|(flat, covering)| {
            let mut labels: Vec<String> = Vec::new();
            for &cell in &covering[..names] {
                let placed: Placed = cells[cell].placed;
                let words = words_of(body[placed.row][placed.index].0);
                if labels.last() != Some(&words) {
                    labels.push(words);
                }
            }
            let row = flat.row;
            let follows = row.formulas().iter().any(|formula| formula.is_some());
            let name = labels.concat().replace(' ', "");
            let is_apart = follows || NO_TOTALS.iter().any(|word| name.contains(word));
            let is_sum = match row.sums {
                Some(sums) => sums != Summed::None,
                None => row.total && !is_apart,
            };
            let is_part = !is_sum && !follows && !row.total && row.sums.is_none();
            GridRow { flat, cells: covering, labels, is_sum, is_part }
        });
        Some(Self { heads, rows: rows.collect(), cells, unit, units, names })
    }

    /// The cell that covers a place of the body.
    pub(super) fn at(&self, row: usize, column: usize) -> &GridCell {
        &self.cells[self.rows[row].cells[column]]
    }

    /// The words of the cell that covers a place of the body; none where it has
    /// none.
    pub(super) fn words(&self, row: usize, column: usize) -> Option<String> {
        let placed = self.at(row, column).placed;
        let cells = self.rows[placed.row].flat.cells();
        let words = cells.get(placed.index).map(|(cell, _)| words_of(cell))?;
        Some(words).filter(|words| !words.is_empty())
    }

    /// Whether one cell covers both of two lines at a place across them.
    pub(super) fn covers_both(&self, axis: Axis, [one, other]: [usize; 2], across: usize) -> bool {
        let at = |line| match axis {
            Axis::Rows => self.at(line, across),
            Axis::Columns => self.at(across, line),
        };
        at(one).placed == at(other).placed
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
fn heads(head: &[Vec<(&Cell, Spans)>], count: usize) -> Vec<Vec<String>> {
    let mut heads = vec![Vec::new(); count];
    let all: Vec<Vec<Spans>> =
        head.iter().map(|row| row.iter().map(|(_, spans)| *spans).collect()).collect();
    for placed in place(&all, count) {
        let (cell, (columns, _)) = head[placed.row][placed.index];
        let end = placed.column.saturating_add(columns).min(count);
        for tiers in &mut heads[placed.column..end] {
            tiers.push(words_of(cell));
        }
    }
    heads
}

/// The cells of the body, and for each row the cell that covers each column.
fn placed_cells(
    body: &[Vec<(&Cell, Spans)>],
    units: &[String],
    called: Called<'_>,
) -> Option<(Vec<GridCell>, Vec<Vec<usize>>)> {
    let count = units.len();
    let all: Vec<Vec<Spans>> =
        body.iter().map(|row| row.iter().map(|(_, spans)| *spans).collect()).collect();
    let mut cells = Vec::new();
    let mut covering: Vec<Vec<Option<usize>>> = vec![vec![None; count]; body.len()];
    for placed in place(&all, count) {
        let (cell, spans) = body[placed.row][placed.index];
        // What would leave the grid is reported where the table is resolved.
        let rows = placed.row..placed.row.saturating_add(spans.1).min(body.len());
        let columns = placed.column..placed.column.saturating_add(spans.0).min(count);
        for row in &mut covering[rows.clone()] {
            row[columns.clone()].fill(Some(cells.len()));
        }
        let unit = units.get(placed.column).map(String::as_str).unwrap_or_default();
        let (value, span) = value_of(cell, unit, called);
        let is_marked = cell.text.as_ref().is_some_and(has_marks);
        cells.push(GridCell { value, span, placed, rows, columns, is_marked });
    }
    let covering: Option<Vec<Vec<usize>>> =
        covering.into_iter().map(|row| row.into_iter().collect()).collect();
    Some((cells, covering?))
}

/// Where the value of a cell is typed.
fn value_span(cell: &Cell) -> Span {
    match (&cell.number, &cell.text) {
        (Some(number), _) => number.span,
        (None, Some(text)) => text.span,
        (None, None) => cell.span,
    }
}

/// What a cell says to arithmetic, in a column of this unit, and where it is
/// typed.
pub(super) fn value_of(cell: &Cell, unit: &str, called: Called<'_>) -> (Value, Span) {
    let span = value_span(cell);
    (said_at(cell, span, unit, called), span)
}

fn said_at(cell: &Cell, span: Span, unit: &str, called: Called<'_>) -> Value {
    if let Some(number) = &cell.number {
        return Value::Number(Quantity { value: number.value, unit: unit.to_owned(), span });
    }
    let Some(text) = &cell.text else {
        let says = !cell.body.is_empty() || cell.diagonal.is_some() || cell.picture.is_some();
        let figures = cell.body.iter().any(says_figures);
        return if says { Value::Words { figures, is_amount: figures } } else { Value::Blank };
    };
    let Some(words) = words_with_figures(text, unit, called) else {
        return Value::Words { figures: true, is_amount: true };
    };
    match words.trim() {
        "" => Value::Blank,
        "-" | "–" | "—" => Value::Dash,
        "=" => Value::Computed,
        words => {
            let figures = words.contains(is_digit);
            let own = quantity_of(words, span).map(|own| match own.unit.is_empty() {
                true => Quantity { unit: unit.to_owned(), ..own },
                false => own,
            });
            let words = Value::Words { figures, is_amount: says_amount(words, unit) };
            own.map_or(words, Value::Number)
        }
    }
}

/// The characters of a cell's text as they are printed, figures that it calls
/// by their names filled in; `None` where one of them is not known.
fn words_with_figures(text: &Text, unit: &str, called: Called<'_>) -> Option<String> {
    let mut words = String::new();
    for (index, run) in text.runs.iter().enumerate() {
        match &run.content {
            RunContent::Literal(literal) => words.push_str(&literal.replace('\n', " ")),
            RunContent::Sum(mark) => words.push_str(&mark.shown),
            RunContent::Named { shown, .. } => words.push_str(shown),
            RunContent::Relation(mark) => words.push_str(mark.stated.as_ref()?),
            RunContent::Figure { stated: Some(stated), .. } => words.push_str(stated),
            RunContent::Figure { name, stated: None } => {
                let figure = called(name)?;
                let after = words_after(text, index);
                let own = units::at_start(&after, &figure.unit);
                words.push_str(&figure.value_in(own.unwrap_or(unit)).to_string());
            }
        }
    }
    Some(words)
}

/// Whether words say a number as one of amounts: with the unit of its table
/// behind it, with separators or with a sign.
fn says_amount(words: &str, unit: &str) -> bool {
    words.char_indices().any(|(at, c)| {
        let after = &words[at + c.len_utf8()..];
        let is_separator = c == ',' && after.starts_with(is_digit);
        let is_sign = matches!(c, '△' | '▲' | '−') && after.starts_with(is_digit);
        let has_unit = is_digit(c) && !unit.is_empty() && after.trim_start().starts_with(unit);
        is_separator || is_sign || has_unit
    }) || is_amount_alone(words)
}

/// Whether words are nothing but an amount that cannot be read as one number:
/// 30(10), 5억 2,000만원, 1만 명, 약 30명. Days and times are none.
fn is_amount_alone(words: &str) -> bool {
    let words = words.trim();
    let amount = ["약", "총", "계"].iter().find_map(|lead| words.strip_prefix(lead));
    let amount = amount.unwrap_or(words).trim_start();
    let is_unit = |piece: &str| {
        let unit: String = piece
            .chars()
            .filter(|c| !matches!(c, '(' | ')' | '（' | '）' | ',') && !c.is_whitespace())
            .collect();
        let bare = unit.trim_start_matches(['조', '억', '만', '천', '백']);
        let is_time = ["년", "월", "일", "시", "분", "위", "차", "번", "호"].contains(&bare);
        !is_time && (bare.is_empty() || units::is_known(&unit) || units::is_known(bare))
    };
    let is_point = |at: usize| {
        let around = [amount[..at].chars().next_back(), amount[at + 1..].chars().next()];
        around.iter().all(|c| c.is_some_and(is_digit))
    };
    let has_points_within = amount.match_indices('.').all(|(at, _)| is_point(at));
    let pieces = amount.split(|c: char| is_digit(c) || c == '.');
    amount.starts_with(is_digit) && has_points_within && pieces.into_iter().all(is_unit)
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

/// Whether it is a digit, of full width or not.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether a line of a cell says a figure.
fn says_figures(line: &Block) -> bool {
    let says = |text: &Text| has_figures(text) || literal(text).contains(is_digit);
    match line.as_line() {
        Some(Line::Item(item)) => {
            item.amount.is_some()
                || item.text.as_ref().is_some_and(says)
                || item.body.iter().any(says_figures)
        }
        Some(Line::Note(note)) => says(&note.text),
        Some(Line::Paragraph(paragraph)) => says(&paragraph.text),
        None => false,
    }
}

/// Whether a text takes a figure from elsewhere.
fn has_figures(text: &Text) -> bool {
    text.runs.iter().any(|run| match &run.content {
        RunContent::Figure { stated, .. } => stated.is_none(),
        RunContent::Relation(mark) => mark.stated.is_none(),
        _ => false,
    })
}

/// Whether a text has marks of figures.
fn has_marks(text: &Text) -> bool {
    text.runs.iter().any(|run| !matches!(run.content, RunContent::Literal(_)))
}

/// The words of a cell, as a name.
fn words_of(cell: &Cell) -> String {
    match (&cell.text, &cell.number, &cell.diagonal) {
        (Some(text), ..) => literal(text),
        (None, Some(number), _) => number.value.to_string(),
        (None, None, Some(diagonal)) => literal(&diagonal.below),
        (None, None, None) => String::new(),
    }
}
