//! Whether the words around a change say that something rises or falls:
//! `3.2% 감소` is a change of −3.2 %.

use rust_decimal::Decimal;

use super::proof::{Proof, rounded};
use super::words_after;
use crate::format::{RunContent, Text};
use crate::korean::hangul::is_syllable;
use crate::korean::units::unit_at_start;

/// Words that say that something is less than before.
const FALLS: [&str; 30] = [
    "감소", "감액", "감축", "절감", "삭감", "하락", "하향", "축소", "단축", "저감", "줄어", "줄었",
    "줄임", "줄인", "줄고", "적은", "적어", "적음", "적게", "적고", "적었", "적다", "낮은", "낮아",
    "낮음", "낮게", "낮춤", "낮췄", "떨어", "↓",
];

/// Words that say that something is more than before.
const RISES: [&str; 18] = [
    "증가", "증액", "증대", "상승", "상향", "확대", "늘어", "늘었", "늘림", "늘고", "많은", "많아",
    "많음", "높은", "높아", "높음", "높임", "↑",
];

/// The stems that are words of change only where they begin one: 실적은 is not
/// 적은.
const STEMS: [char; 6] = ['줄', '적', '낮', '늘', '많', '높'];

/// What the words around a change say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Nothing: a change that is less than nothing has a sign.
    Plain,
    /// A sign stands before the mark.
    Signed,
    /// That it falls: no sign is wanted.
    Falls,
    /// That it falls, but for what is said in the label, which may be of
    /// something else.
    MayFall,
    /// Both that it falls and that it rises: either may be meant.
    Either,
}

/// What the words say that stand around a piece of a text, up to where its
/// clause ends, and in the label before it.
pub(super) fn sense(label: &str, text: &Text, index: usize) -> Sense {
    let before = index.checked_sub(1).map(|index| &text.runs[index].content);
    let before = match before {
        Some(RunContent::Literal(before)) => before.as_str(),
        _ => "",
    };
    if before.ends_with('△') || ends_in_minus(before) {
        return Sense::Signed;
    }
    let parts = [',', ';', '\n', '/', '→'];
    let before = before.rsplit(parts).next().unwrap_or_default();
    let after = words_after(text, index);
    let after = behind_unit(&after);
    let after = after.split(parts).next().unwrap_or_default();
    let says = |text: &str, words: &[&str]| words.iter().any(|word| says_word(text, word));
    let is_said = |words: &[&str]| says(before, words) || says(after, words);
    // A label may speak of something else: 감소 대책.
    let by_label = says(label, &FALLS);
    match (is_said(&FALLS), is_said(&RISES) || says(label, &RISES)) {
        (true, false) => Sense::Falls,
        (true, true) => Sense::Either,
        (false, false) if by_label => Sense::MayFall,
        (false, true) if by_label => Sense::Either,
        (false, _) => Sense::Plain,
    }
}

/// The words behind a figure without its unit.
fn behind_unit(after: &str) -> &str {
    let after = after.trim_start();
    let unit = unit_at_start(after).map_or(0, str::len);
    after[unit..].trim_start_matches('%')
}

/// Whether the word right behind a figure and its unit says that it falls.
pub(super) fn falls_behind(text: &Text, index: usize) -> bool {
    let after = words_after(text, index);
    let word = behind_unit(&after).trim_start();
    FALLS.iter().any(|fall| word.starts_with(fall))
}

/// Whether a text says a word of change.
fn says_word(text: &str, word: &str) -> bool {
    let is_stem = word.starts_with(STEMS);
    text.match_indices(word).any(|(at, _)| !is_stem || !text[..at].ends_with(is_syllable))
}

/// What the words around a figure say of how exact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exactness {
    /// It is meant as it stands.
    Exact,
    /// 약: it is rounded.
    Rounded,
    /// 여: what is more is left away.
    More,
}

/// What the words around a piece of a text say of how exact its figure is.
pub(super) fn exactness(text: &Text, index: usize) -> Exactness {
    let before = index.checked_sub(1).map(|index| &text.runs[index].content);
    let word = match before {
        Some(RunContent::Literal(before)) => {
            let parts = |c: char| c.is_whitespace() || "([:,·~".contains(c);
            before.trim_end().rsplit(parts).next().unwrap_or_default()
        }
        _ => "",
    };
    let after = words_after(text, index);
    let is_more = after.strip_prefix('여').is_some_and(|rest| unit_at_start(rest).is_some())
        || unit_at_start(&after).is_some_and(|unit| unit.contains('여'));
    match (is_more, matches!(word, "약" | "대략" | "약간")) {
        (true, _) => Exactness::More,
        (false, true) => Exactness::Rounded,
        (false, false) => Exactness::Exact,
    }
}

impl Exactness {
    /// Whether a number is so another one, to the digits that it says: no
    /// coarser than the first digit of that.
    pub(super) fn fits(self, stated: Decimal, value: Decimal) -> bool {
        let mut step = Decimal::ONE;
        while self != Self::Exact && step <= value.abs() && (stated % step).is_zero() {
            let count = value / step;
            let near = if self == Self::More { count.trunc() } else { rounded(count, 0) };
            if near * step == stated {
                return true;
            }
            step *= Decimal::TEN;
        }
        false
    }
}

/// Whether a text ends in a sign that no range or name is joined by.
fn ends_in_minus(text: &str) -> bool {
    let rest = text.strip_suffix(['-', '−']);
    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '(', ':', '[']))
}

impl Sense {
    /// The proof of a change as these words make it. Where something is said
    /// to fall that rises, the two cannot agree.
    pub(super) fn of(self, mut proof: Proof) -> Proof {
        let is_rise = proof.expected.is_sign_positive() && !proof.expected.is_zero();
        let agrees = proof.stated.value.abs() == proof.expected.abs();
        match self {
            Self::Plain => {}
            // A sign before what rises is wrong, whatever the number is.
            Self::Signed if is_rise => proof.stated.value = -proof.stated.value.abs(),
            Self::Signed => proof.expected = -proof.expected,
            Self::MayFall if is_rise => {}
            Self::Either if agrees => proof.expected = proof.stated.value,
            Self::Either => {}
            Self::Falls if is_rise => {
                proof.stated.value = -proof.stated.value.abs();
            }
            Self::Falls | Self::MayFall if proof.stated.value.is_sign_negative() => {}
            Self::Falls | Self::MayFall => proof.expected = proof.expected.abs(),
        }
        proof
    }
}
