//! Counting as offices do it: 가 나 다, ①, Ⅰ.

use super::hangul;

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

/// The syllable that is counted so far: 1 for 가, 15 for 거.
fn syllable(number: usize) -> Option<char> {
    let index = number.checked_sub(1)?;
    let initial = INITIALS[index % INITIALS.len()];
    let vowel = VOWELS.get(index / INITIALS.len())?;
    hangul::syllable(initial, *vowel, 0)
}

/// Whether it is a number in a circle: ① to ⑳.
pub(crate) fn is_circled_number(sign: char) -> bool {
    ('①'..='⑳').contains(&sign)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_two_numbers_have_the_same_sign(one in 1..200_usize, other in 1..200_usize) {
            for sign in ["1", "Ⅰ", "①", "가", "㉮", "A"] {
                let pattern = NumberPattern::parse(sign).expect("a pattern");
                let [first, second] = [one, other].map(|number| pattern.apply(&[number]));
                prop_assert_eq!(one == other, first == second);
            }
        }

        #[test]
        fn what_stands_around_a_sign_is_kept(number in 1..30_usize) {
            let plain = NumberPattern::parse("가").expect("a pattern").apply(&[number]);
            let around = NumberPattern::parse("(가)").expect("a pattern").apply(&[number]);
            prop_assert_eq!(around, format!("({plain})"));
        }
    }

    #[test]
    fn numbers_in_circles_are_told_as_far_as_there_are_some() {
        let pattern = NumberPattern::parse("①").expect("a pattern");
        for number in 1..=25 {
            let all_circled = pattern.apply(&[number]).chars().all(is_circled_number);
            assert_eq!(all_circled, number <= 20, "{number}");
        }
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
