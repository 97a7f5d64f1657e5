//! Whether the words around a change say that something rises or falls:
//! `3.2% 감소` is a change of −3.2 %.

use super::proof::Proof;
use super::words_after;
use crate::format::{RunContent, Text};

/// Words that say that something is less than before.
const FALLS: [&str; 19] = [
    "감소", "감액", "감축", "절감", "삭감", "하락", "축소", "단축", "저감", "줄어", "줄었", "줄임",
    "줄인", "적은", "적어", "낮은", "낮아", "떨어", "↓",
];

/// Words that say that something is more than before.
const RISES: [&str; 9] = ["증가", "증액", "증대", "상승", "확대", "늘어", "늘었", "높아", "↑"];

/// What the words around a change say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Nothing: a change that is less than nothing has a sign.
    Plain,
    /// A sign stands before the mark.
    Signed,
    /// That it falls: no sign is wanted.
    Falls,
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
    let after = after.split(parts).next().unwrap_or_default();
    let says = |words: &[&str]| {
        words.iter().any(|word| [label, before, after].iter().any(|text| text.contains(word)))
    };
    match (says(&FALLS), says(&RISES)) {
        (false, _) => Sense::Plain,
        (true, false) => Sense::Falls,
        (true, true) => Sense::Either,
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
        let agrees = proof.stated.value.abs() == proof.expected.abs();
        match self {
            Self::Plain => {}
            Self::Signed => proof.expected = -proof.expected,
            Self::Either if agrees => proof.expected = proof.stated.value,
            Self::Either => {}
            Self::Falls if proof.expected.is_sign_positive() && !proof.expected.is_zero() => {
                proof.stated.value = -proof.stated.value.abs();
            }
            Self::Falls if proof.stated.value.is_sign_negative() => {}
            Self::Falls => proof.expected = proof.expected.abs(),
        }
        proof
    }
}
