//! Totals in the words of a sentence, and their parts in brackets.
//!
//! A number is a total where 총, 합계 or the like stands before it, or where
//! what is in the brackets behind it are the two or more names of a whole (남,
//! 여; 국비, 시비). Its parts are the numbers in the brackets, each the last of
//! what stands between commas or strokes, in the same unit or in none. Brackets
//! that say 등, 약, 이상 and the like are passed over.

use super::numbers::{Number, number_before};
use super::parts::parts;

/// Words that say that a number is a total.
const TOTALS: [&str; 6] = ["합계", "계", "모두", "전체", "도합", "합"];

/// Words that begin with 총 and speak of no total.
const NO_TOTALS: [&str; 12] = [
    "총무", "총괄", "총리", "총선", "총장", "총회", "총동", "총력", "총평", "총론", "총각", "총기",
];

/// The longest words between a total and its brackets, in characters.
const MOST_BETWEEN: usize = 8;

/// A total and its parts in the words of a sentence.
pub(super) struct Listed {
    /// What is said to be the total.
    pub total: Number,
    /// What stands in its brackets.
    pub parts: Vec<Number>,
    /// Whether the names of the parts are a whole together.
    pub is_whole: bool,
}

/// The parts in the brackets with which a text begins, and whether they are a
/// whole together.
pub(super) fn parts_at_head(text: &str, unit: &str) -> Option<(Vec<Number>, bool)> {
    let open = text.find(|c: char| !c.is_whitespace())?;
    let bracket = text[open..].chars().next().filter(|c| "([（〔".contains(*c))?;
    let inner = open + bracket.len_utf8();
    parts(text, inner..closing(text, inner)?, unit)
}

/// The totals of a text that have their parts in brackets behind them.
pub(super) fn listed(text: &str, label: &str) -> Vec<Listed> {
    let mut found = Vec::new();
    for (open, bracket) in text.match_indices(['(', '[', '（', '〔']) {
        let inner = open + bracket.len();
        let Some(end) = closing(text, inner) else { continue };
        let Some((total, before)) = number_before(text, open) else { continue };
        let between = text[total.at.end..open].trim();
        let calls = calls_itself_total(&before, label);
        let Some((parts, is_whole)) = parts(text, inner..end, &total.unit) else { continue };
        let is_unit = between == total.unit;
        let is_meant = match calls {
            true => is_unit || between.chars().count() <= MOST_BETWEEN + total.unit.chars().count(),
            false => is_unit && is_whole,
        };
        if is_meant {
            found.push(Listed { total, parts, is_whole });
        }
    }
    found
}

/// Where the bracket is closed whose inside begins here.
fn closing(text: &str, inner: usize) -> Option<usize> {
    let mut depth = 1;
    for (at, c) in text[inner..].char_indices() {
        match c {
            '(' | '[' | '（' | '〔' => depth += 1,
            ')' | ']' | '）' | '〕' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(inner + at);
        }
    }
    None
}

/// Whether the words before a number, or the label of its line, say that it is
/// a total.
fn calls_itself_total(before: &str, label: &str) -> bool {
    let is_total = |word: &str| {
        let word = word.trim_matches(['\u{a0}', ':', '-', '·', '○', '□', '※', '*']);
        TOTALS.contains(&word)
            || word.starts_with('총') && !NO_TOTALS.iter().any(|other| word.starts_with(other))
    };
    let clause = before.rsplit([',', '.']).next().unwrap_or_default();
    let mut words = clause.split_whitespace();
    let own = words.any(is_total);
    own || clause.trim().is_empty() && label.split_whitespace().any(is_total)
}
