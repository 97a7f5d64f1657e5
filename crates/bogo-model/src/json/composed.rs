//! Text in the form in which it is compared and printed.
//!
//! Files that passed through macOS hold syllables and accents taken apart:
//! `ㅎ`, `ㅏ` and `ㄴ` as three characters where people type `한`. The two are
//! the same text, and neither a search nor a comparison of bytes finds one by
//! the other. They are put together where text is read, so that nothing later
//! has to know.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::{compose, is_combining_mark};

use crate::korean::hangul::{is_last, is_syllable, is_vowel, joined, leading_letters};

/// How lines end in files of Windows: two characters for one break.
const WINDOWS_BREAK: &str = "\r\n";

/// The text with everything put together that has a character of its own, line
/// breaks of Windows among them.
///
/// Two things are left as they are. Old Hangul has no such characters: a
/// syllable with a letter that is not used today stays in its letters as a
/// whole, as KS X 1026-1 has it, though half of it could be joined. And a
/// character that is whole is never exchanged for another one, as the usual
/// normalisation does with the hanja of several readings in KS X 1001.
pub fn composed(text: &str) -> Cow<'_, str> {
    match is_whole(text) {
        false => Cow::Owned(Composing::of(text).map(|(character, _)| character).collect()),
        true => Cow::Borrowed(text),
    }
}

/// The bytes of a text from which bytes of what [`composed`] makes of it come.
pub(super) fn source_of(text: &str, inner: Range<usize>) -> Range<usize> {
    if is_whole(text) {
        return inner;
    }
    let (mut start, mut end, mut made) = (None, None, 0);
    for (character, from) in Composing::of(text) {
        if made >= inner.start {
            start.get_or_insert(from.start);
        }
        if made >= inner.end {
            end = Some(from.start);
            break;
        }
        made += character.len_utf8();
    }
    let end = end.unwrap_or(text.len());
    start.unwrap_or(end)..end
}

/// Whether nothing of a text is to be put together.
fn is_whole(text: &str) -> bool {
    !text.contains(WINDOWS_BREAK) && !text.chars().any(joins)
}

/// Whether a character may be joined with the one before it.
fn joins(character: char) -> bool {
    character >= '\u{300}'
        && !is_syllable(character)
        && (is_vowel(character) || is_last(character) || is_combining_mark(character))
}

/// The characters of a text, joined, each with the bytes that it comes from.
struct Composing<'t> {
    text: &'t str,
    at: usize,
    /// Up to where letters stay as they are.
    apart: usize,
}

impl<'t> Composing<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, at: 0, apart: 0 }
    }
}

impl Iterator for Composing<'_> {
    type Item = (char, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let begin = self.at;
        let mut character = self.text[begin..].chars().next()?;
        self.at += character.len_utf8();
        if begin < self.apart {
            return Some((character, begin..self.at));
        }
        if self.text[begin..].starts_with(WINDOWS_BREAK) {
            self.at = begin + WINDOWS_BREAK.len();
            return Some(('\n', begin..self.at));
        }
        let letters = leading_letters(&self.text[begin..]);
        if !letters.is_empty() {
            match joined(letters) {
                Some(syllable) => (character, self.at) = (syllable, begin + letters.len()),
                None => self.apart = begin + letters.len(),
            }
        }
        if self.apart <= begin {
            while let Some(mark) = self.text[self.at..].chars().next().filter(|c| joins(*c))
                && let Some(joined) = compose(character, mark)
            {
                self.at += mark.len_utf8();
                character = joined;
            }
        }
        Some((character, begin..self.at))
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    #[test]
    fn what_was_taken_apart_is_what_was_typed() {
        for text in
            ["개소식 전경 등 3매", "각 값 뷁 힣 가", "café Á ﬁ", "が ぱ", "漢字 ㈜ ㎡ ㉮ ᄀ"]
        {
            let apart: String = text.nfd().collect();
            assert_eq!(composed(&apart), text);
            assert_eq!(composed(text), text);
        }
        assert_eq!(composed("가\u{11a8}"), "각");
    }

    #[test]
    fn old_hangul_stays_in_its_letters() {
        for text in [
            "\u{1112}\u{119e}\u{11ab}글",
            "나랏말\u{110a}\u{119e}미",
            // A letter of today beside one that is not: nothing is joined.
            "\u{1100}\u{1161}\u{11f0}",
            "가\u{11f0}",
            "\u{1107}\u{1100}\u{1161}",
            "\u{1100}\u{1169}\u{1163}\u{11a8}",
            "\u{1112}\u{119e}\u{302e}",
            // Hanja with two readings, the sign of the ohm.
            "\u{f90a}\u{2126}",
        ] {
            assert_eq!(composed(text), text);
        }
    }

    #[test]
    fn a_line_break_is_one_whatever_the_system() {
        assert_eq!(composed("가\r\n나\n다\r\n"), "가\n나\n다\n");
        assert_eq!(source_of("가\r\n나", 3..4), 3..5);
        assert_eq!(source_of("가\r\n나", 4..7), 5..8);
        // Half of one is none.
        assert_eq!(composed("가\r나"), "가\r나");
    }

    #[test]
    fn bytes_lead_back_to_where_they_are_typed() {
        let text: String = "가 개소식 é 글".nfd().chain("뒤 \u{1112}\u{119e}".chars()).collect();
        let whole = composed(&text).into_owned();
        for (at, character) in whole.char_indices() {
            let source = source_of(&text, at..at + character.len_utf8());
            assert_eq!(composed(&text[source]), character.to_string());
        }
        assert_eq!(source_of(&text, 0..whole.len()), 0..text.len());
        assert_eq!(source_of(&text, whole.len()..whole.len()), text.len()..text.len());
    }
}
