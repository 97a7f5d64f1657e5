//! How numbers, dates and counts are written in a Korean public office.
//!
//! The rules are those of the 행정업무운영 편람; where reports have a custom of
//! their own, it is named.

pub(crate) mod hangul;
pub(crate) mod particles;
pub mod time;

pub use particles::with_particles;
use rust_decimal::Decimal;
pub use time::{Moment, date, period, span_of_time};

use crate::diagnostic::Message;
use crate::message;

/// A space at which no line may break. It stands for an ordinary space: the
/// templates print it as one.
pub const GLUE: char = '\u{a0}';

/// The number with separators in thousands and △ for minus: `△455,729`.
pub fn number(value: Decimal) -> String {
    let digits = value.abs().to_string();
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits.as_str(), None),
    };
    let mut text = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        text.push('△');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A pattern of numbers such as `Ⅰ.`, `(1)` or `1-①`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern {
    /// What stands before each counting sign, and the sign.
    pieces: Vec<(String, Counter)>,
    /// What stands behind the last.
    suffix: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counter {
    Arabic,
    Roman,
    Circled,
    Syllable,
    CircledSyllable,
    Latin,
}

impl NumberPattern {
    /// Reads a pattern; `None` if it has no counting sign (`1 Ⅰ ① 가 ㉮ A`).
    pub fn parse(pattern: &str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut before = String::new();
        for sign in pattern.chars() {
            let counter = match sign {
                '1' => Counter::Arabic,
                'Ⅰ' => Counter::Roman,
                '①' => Counter::Circled,
                '가' => Counter::Syllable,
                '㉮' => Counter::CircledSyllable,
                'A' => Counter::Latin,
                other => {
                    before.push(other);
                    continue;
                }
            };
            pieces.push((std::mem::take(&mut before), counter));
        }
        (!pieces.is_empty()).then_some(Self { pieces, suffix: before })
    }

    /// What to write where something is no pattern.
    pub(crate) fn help() -> Message {
        message!(
            "1, Ⅰ, ①, 가, ㉮, A 가운데 하나에 부호를 붙이십시오: \"1.\", \"(가)\"",
            "use one of 1, Ⅰ, ①, 가, ㉮, A with signs around it: \"1.\", \"(가)\""
        )
    }

    /// How many numbers the pattern prints.
    pub fn signs(&self) -> usize {
        self.pieces.len()
    }

    /// The pattern with these numbers, the first of them 1. The last numbers
    /// are used where the pattern has fewer signs, the last signs where there
    /// are fewer numbers.
    pub fn apply(&self, numbers: &[usize]) -> String {
        let spare_numbers = numbers.len().saturating_sub(self.pieces.len());
        let spare_signs = self.pieces.len().saturating_sub(numbers.len());
        let pieces = self.pieces[spare_signs..].iter();
        let mut text = String::new();
        for (index, ((before, counter), number)) in
            pieces.zip(&numbers[spare_numbers..]).enumerate()
        {
            // What joins a sign to one that is not used joins nothing.
            if spare_signs == 0 || index > 0 {
                text.push_str(before);
            }
            text.push_str(&counter.count(*number));
        }
        text.push_str(&self.suffix);
        text
    }
}

/// 가 나 … 하, then 거 너 … 허, 고 노 …: the order of the 편람.
const INITIALS: [u32; 14] = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18];
/// ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ
const VOWELS: [u32; 6] = [0, 4, 8, 13, 18, 20];

impl Counter {
    fn count(self, number: usize) -> String {
        let within = |first: char, last: usize| {
            let index = u32::try_from(number).ok()?.checked_sub(1)?;
            (number <= last).then(|| char::from_u32(u32::from(first) + index)).flatten()
        };
        let sign = match self {
            Self::Arabic => None,
            Self::Roman => within('Ⅰ', 12),
            Self::Circled => within('①', 20),
            Self::CircledSyllable => within('㉮', 14),
            Self::Latin => within('A', 26),
            Self::Syllable => syllable(number),
        };
        // Past the end of its signs a counter goes on in plain figures.
        sign.map_or_else(|| number.to_string(), String::from)
    }
}

fn syllable(number: usize) -> Option<char> {
    let index = number.checked_sub(1)?;
    let initial = INITIALS[index % INITIALS.len()];
    let vowel = VOWELS.get(index / INITIALS.len())?;
    char::from_u32(0xAC00 + (initial * 21 + vowel) * 28)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_separated_in_thousands_and_negative_ones_begin_with_a_triangle() {
        let text = |spelling| number(Decimal::from_str_exact(spelling).expect("a number"));
        assert_eq!(text("3302921"), "3,302,921");
        assert_eq!(text("-455729"), "△455,729");
        assert_eq!(text("750.5"), "750.5");
        assert_eq!(text("-12345.60"), "△12,345.60");
        assert_eq!(text("-0"), "0");
        assert_eq!(text("999"), "999");
    }

    #[test]
    fn after_ha_comes_geo() {
        let pattern = NumberPattern::parse("가.").expect("a pattern");
        let all: Vec<String> = (1..=16).map(|number| pattern.apply(&[number])).collect();
        assert_eq!(all[..4], ["가.", "나.", "다.", "라."]);
        assert_eq!(all[12..], ["파.", "하.", "거.", "너."]);
    }

    #[test]
    fn a_project_pattern_may_name_the_chapter_too() {
        let both = NumberPattern::parse("1-①").expect("a pattern");
        assert_eq!(both.apply(&[2, 7]), "2-⑦");
        let own = NumberPattern::parse("(1)").expect("a pattern");
        assert_eq!(own.apply(&[2, 7]), "(7)");
        assert_eq!(NumberPattern::parse("Ⅰ.").expect("a pattern").apply(&[3]), "Ⅲ.");
        assert_eq!(NumberPattern::parse("①").expect("a pattern").apply(&[21]), "21");
        assert_eq!(NumberPattern::parse("-"), None);
    }
}
