//! Where a word comes apart.

use super::characters::{
    is_closing, is_latin, is_never_first, is_never_last, is_opening, is_sign_of_number,
};
use super::price;
use super::stop::Rank;
use crate::korean::hangul::leading_syllables;
use crate::korean::particles::is_particle;

/// What addresses come apart behind.
const MARKS_OF_ADDRESSES: [char; 11] = ['/', '.', '-', '_', '?', '&', '=', ':', '#', '%', '+'];

/// What an address has in it.
const SIGNS_OF_ADDRESSES: [&str; 7] = ["://", "www.", "@", ".kr", ".com", ".org", ".net"];

/// The most characters in a bracket that belongs to what it follows: `9.30.(월)`.
const TINY_BRACKET: usize = 2;

/// A word, of which it is asked where it comes apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    text: &'t str,
    is_address: bool,
}

/// A place within a word.
#[derive(Debug, Clone, Copy)]
struct Place<'t> {
    /// The character before the last before it, if there is one.
    earlier: Option<char>,
    last: char,
    next: char,
    /// What stands behind it.
    rest: &'t str,
}

impl<'t> Word<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let is_address = text.bytes().any(|byte| byte.is_ascii_alphabetic())
            && SIGNS_OF_ADDRESSES.iter().any(|sign| text.contains(sign));
        Self { text, is_address }
    }

    /// How good a line's end is at this byte, between two characters, and what it
    /// costs. A joint is taken to be of a short word.
    pub(super) fn joint(&self, at: usize) -> (Rank, u16) {
        let (before, rest) = self.text.split_at(at);
        let mut earlier = before.chars().rev();
        let (Some(last), Some(next)) = (earlier.next(), rest.chars().next()) else {
            return (Rank::Never, 0);
        };
        let place = Place { earlier: earlier.next(), last, next, rest };
        let rank = if self.is_address { place.rank_in_address() } else { place.rank() };
        let more = if last == ':' { price::VALUE } else { 0 };
        (rank, price(rank) + more)
    }
}

impl Place<'_> {
    fn rank(&self) -> Rank {
        let is_digit = |c: char| c.is_ascii_digit();
        if is_digit(self.last) && matches!(self.next, ',' | '.') {
            // The comma behind a group of digits is of the group.
            Rank::Never
        } else if is_never_last(self.last) || is_never_first(self.next) || joins(self.next) {
            Rank::Desperate
        } else if self.next.is_numeric() && self.is_in_number() {
            if self.last.is_numeric() || is_sign_of_number(self.last) && !self.is_behind_digit() {
                Rank::Desperate
            } else {
                Rank::Number
            }
        } else if is_opening(self.next) {
            if self.opens_tiny_bracket() { Rank::Syllable } else { Rank::Mark }
        } else if is_mark(self.last) || is_closing(self.last) && self.begins_another() {
            Rank::Mark
        } else if is_latin(self.last) && is_latin(self.next)
            || is_digit(self.last) && self.next.is_alphanumeric()
            || is_latin(self.last) && is_digit(self.next)
        {
            Rank::Letter
        } else {
            Rank::Syllable
        }
    }

    /// In an address, a line ends behind its marks and never before one.
    fn rank_in_address(&self) -> Rank {
        if MARKS_OF_ADDRESSES.contains(&self.next) {
            Rank::Desperate
        } else if MARKS_OF_ADDRESSES.contains(&self.last) && !is_never_first(self.next) {
            Rank::Mark
        } else {
            self.rank()
        }
    }

    fn is_behind_digit(&self) -> bool {
        self.earlier.is_some_and(char::is_numeric)
    }

    /// Whether a digit behind it goes on with a number, or follows its sign.
    fn is_in_number(&self) -> bool {
        let parts = matches!(self.last, ',' | '.' | ':' | '/' | '·' | '-' | '–');
        self.last.is_numeric()
            || parts && self.is_behind_digit()
            || is_sign_of_number(self.last) && !self.is_behind_digit()
    }

    /// Whether a bracket opens behind it that holds next to nothing: (월).
    fn opens_tiny_bracket(&self) -> bool {
        self.rest.chars().skip(1).take(TINY_BRACKET + 1).any(is_closing)
    }

    /// Whether what follows is a word of its own, and no particle.
    fn begins_another(&self) -> bool {
        let syllables = leading_syllables(self.rest);
        syllables.chars().nth(1).is_some() && !is_particle(syllables)
            || syllables.is_empty() && self.next.is_alphanumeric()
    }
}

/// Whether a mark joins what stands around it: no line begins with it.
fn joins(character: char) -> bool {
    matches!(character, '-' | '–' | '/' | '_' | '&' | '@' | '=' | '+' | '×')
}

/// Whether a line ends well behind this mark.
fn is_mark(character: char) -> bool {
    matches!(character, '→' | '⇒' | '·' | 'ㆍ' | '‧' | '/' | ',' | '~' | '～' | '∼' | ':' | ';')
}

/// What a line's end within a word costs.
fn price(rank: Rank) -> u16 {
    match rank {
        Rank::Forced | Rank::Space | Rank::Never => 0,
        Rank::Joint => price::JOINT,
        Rank::Mark => price::MARK,
        Rank::Syllable => price::SYLLABLE,
        Rank::LoneSyllable => price::LONE_SYLLABLE,
        Rank::Letter => price::LETTER,
        Rank::Number => price::NUMBER,
        Rank::Desperate => price::DESPERATE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The word with `|` at its joints.
    fn jointed(text: &str) -> String {
        let word = Word::new(text);
        let mut shown = String::new();
        for (at, character) in text.char_indices() {
            if at > 0 && word.joint(at).0 == Rank::Mark {
                shown.push('|');
            }
            shown.push(character);
        }
        shown
    }

    #[test]
    fn a_word_comes_apart_before_brackets_and_behind_marks() {
        for shown in [
            "문화·|예술·|체육",
            "사업비|(국비·|도비)|별도지원",
            "「도로법」|시행령",
            "서울~|하남",
            "1~|3월",
            "신청→|심사→|선정",
            "계획|‘문화예술’|수립",
            "원/㎡",
        ] {
            assert_eq!(jointed(&shown.replace('|', "")), shown);
        }
    }

    #[test]
    fn numbers_particles_and_tiny_brackets_stay_with_what_they_follow() {
        for whole in [
            "1,234.5",
            "2024.9.30.",
            "△1,234",
            "02-2627-1234",
            "3/4",
            "10:30",
            "(조회수)를",
            "9.30.(월)",
            "’24.",
            "100%",
            "4·19",
            "-234억원",
        ] {
            assert_eq!(jointed(whole), whole);
        }
    }

    #[test]
    fn an_address_comes_apart_behind_its_marks() {
        assert_eq!(
            jointed("https://www.geumcheon.go.kr/a_b?c=1&d=2"),
            "https://|www.|geumcheon.|go.|kr/|a_|b?|c=|1&|d=|2"
        );
        assert_eq!(jointed("e-mail"), "e-mail");
    }

    #[test]
    fn digits_never_part_from_each_other_nor_from_what_follows() {
        let rank = |text: &str, at| Word::new(text).joint(at).0;
        assert_eq!(rank("1,234", 1), Rank::Never);
        assert_eq!(rank("1,234", 2), Rank::Number);
        assert_eq!(rank("1,234", 3), Rank::Desperate);
        assert_eq!(rank("△12", 3), Rank::Desperate);
        assert_eq!(rank("12억", 2), Rank::Letter);
        assert_eq!(rank("841-3번지", 3), Rank::Desperate);
        assert_eq!(rank("841-3번지", 4), Rank::Number);
        assert_eq!(rank("가나", 3), Rank::Syllable);
    }
}
