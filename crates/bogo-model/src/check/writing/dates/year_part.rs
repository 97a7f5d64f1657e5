//! Parts of a year that have a name: halves, quarters, its beginning and end.

use crate::korean::hangul::leading_syllables;
use crate::korean::particles::is_particle;

/// Names of parts of a year that name nothing else.
const PARTS: [&str; 6] = ["상반기", "하반기", "상·하반기", "상ㆍ하반기", "연말", "연초"];

/// Names that are one only behind the dot of a year.
const SHORT_PARTS: [&str; 7] = ["말", "초", "중", "봄", "여름", "가을", "겨울"];

/// The part of a year that a text begins with; the short names only behind a
/// dot.
pub(in crate::check::writing) fn part_at_start(text: &str, dotted: bool) -> Option<&str> {
    let short: &[&str] = if dotted { &SHORT_PARTS } else { &[] };
    let named = PARTS.iter().chain(short).find(|part| text.starts_with(**part));
    let length = named.map(|part| part.len()).or_else(|| quarter(text))?;
    let rest = leading_syllables(&text[length..]);
    let ends = is_particle(rest) || matches!(rest, "중" | "내" | "경" | "말" | "초");
    ends.then(|| &text[..length])
}

/// The bytes of the quarters that a text begins with: `1분기`, `제1분기`,
/// `1/4분기`, `3~4분기`.
fn quarter(text: &str) -> Option<usize> {
    let digits = text.strip_prefix('제').unwrap_or(text);
    let is_quarter = |c: char| ('1'..='4').contains(&c);
    let rest = digits.strip_prefix(is_quarter)?;
    let second =
        rest.strip_prefix(['/', '~', '·', '∼']).and_then(|rest| rest.strip_prefix(is_quarter));
    let rest = second.unwrap_or(rest).strip_prefix("분기")?;
    Some(text.len() - rest.len())
}
