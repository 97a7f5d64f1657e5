//! What a cell of a table says to arithmetic.

use super::quantity::{Quantity, quantity_of};
use super::{literal, words_after};
use crate::format::{Block, Cell, Line, RunContent, Text};
use crate::json::Span;
use crate::korean::units;

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

/// What a cell says to arithmetic, in a column of this unit, and where it is
/// typed.
pub(super) fn value_of(cell: &Cell, unit: &str, called: Called<'_>) -> (Value, Span) {
    let span = value_span(cell);
    (said_at(cell, span, unit, called), span)
}

/// The words of a cell, as a name.
pub(super) fn words_of(cell: &Cell) -> String {
    match (&cell.text, &cell.number, &cell.diagonal) {
        (Some(text), ..) => literal(text),
        (None, Some(number), _) => number.value.to_string(),
        (None, None, Some(diagonal)) => literal(&diagonal.below),
        (None, None, None) => String::new(),
    }
}

/// Whether a text has marks of figures.
pub(super) fn has_marks(text: &Text) -> bool {
    text.runs.iter().any(|run| !matches!(run.content, RunContent::Literal(_)))
}

/// Where the value of a cell is typed.
fn value_span(cell: &Cell) -> Span {
    match (&cell.number, &cell.text) {
        (Some(number), _) => number.span,
        (None, Some(text)) => text.span,
        (None, None) => cell.span,
    }
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
