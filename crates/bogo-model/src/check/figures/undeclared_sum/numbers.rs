//! Numbers in the words of a sentence, with their units.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::korean::numbers::number_at_start;
use crate::korean::units::unit_at_start;

/// The longest words before a number that are told with it, in characters.
const MOST_BEFORE: usize = 12;

/// A number in the words of a sentence.
#[derive(Clone)]
pub(super) struct Number {
    pub value: Decimal,
    /// The unit behind it; empty if none is.
    pub unit: String,
    /// The bytes of the sentence that say it, without the unit.
    pub at: Range<usize>,
}

/// The last number before a place, in its clause, and the words before it.
pub(super) fn number_before(text: &str, end: usize) -> Option<(Number, String)> {
    // The bracket may stand on a line of its own.
    let end = text[..end].trim_end().len();
    let clause = text[..end].rfind(['(', ')', '[', ']', '/', ';', '\n']).map_or(0, |at| at + 1);
    let (value, at) = last_number(text, clause..end)?;
    let unit = leading_unit(&text[at.end..end]);
    let before: Vec<char> = text[clause..at.start].chars().collect();
    let words = before[before.len().saturating_sub(MOST_BEFORE)..].iter().collect();
    Some((Number { value, unit, at }, words))
}

/// The last number of a range; separators within it are its own.
pub(super) fn last_number(text: &str, range: Range<usize>) -> Option<(Decimal, Range<usize>)> {
    let part = &text[range.clone()];
    let end = part.rfind(|c: char| c.is_ascii_digit())? + 1;
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let start = part[..end].trim_end_matches(is_part).len();
    // What a comma begins is no number.
    let start =
        start + part[start..end].len() - part[start..end].trim_start_matches([',', '.']).len();
    let (value, length) = number_at_start(&part[start..end])?;
    let is_signed = part[..start].ends_with(['△', '▲', '-', '−', '’', '\'', '제']);
    let whole = start + length == end && !is_signed && !goes_on(&part[..start]);
    whole.then(|| (value, range.start + start..range.start + end))
}

/// Whether words end in the first of several numbers of one amount: 1억
/// 2,000만원, 12억 5천만원, 3만5천명.
fn goes_on(before: &str) -> bool {
    let word = before.trim_end().trim_end_matches('원');
    let bare = word.trim_end_matches(['조', '억', '만', '천', '백', '십']);
    bare.len() < word.len() && bare.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// The unit behind a number: the letters up to a space or a sign; 만 명 is one.
fn leading_unit(after: &str) -> String {
    let is_unit = |c: char| c.is_alphanumeric() || matches!(c, '㎡' | '㎢' | '㎥' | '²' | '³');
    let end = after.find(|c| !is_unit(c)).unwrap_or(after.len());
    unit_at_start(after).unwrap_or(&after[..end]).to_owned()
}
