//! The words of a text, and what stands around a place in it.

use std::ops::Range;

use crate::korean::hangul::is_syllable;

/// The character before a byte.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character at a byte.
pub(super) fn at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character before a byte that is no space.
pub(super) fn word_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.trim_end().chars().next_back()
}

/// Whether a text is one of these signs and nothing else.
pub(super) fn is_one_of(text: &str, signs: &[char]) -> bool {
    text.strip_prefix(signs) == Some("")
}

/// Letters of Hangul that are typed for signs between words: a dot, a dash and
/// a bar.
const SIGNS: [char; 3] = ['ㆍ', 'ㅡ', 'ㅣ'];

/// Whether it is a letter or a digit. Syllables are asked for first, because
/// most characters are some.
pub(super) fn is_of_word(character: char) -> bool {
    is_syllable(character) || character.is_alphanumeric() && !SIGNS.contains(&character)
}

/// The runs of letters and digits of a text.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    runs(text, is_of_word)
}

/// The letters and digits of a name.
pub(super) fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The runs of characters that `belongs` takes.
pub(super) fn runs(text: &str, belongs: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, character) in text.char_indices().filter(|(_, character)| belongs(*character)) {
        let end = start + character.len_utf8();
        match found.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => found.push(start..end),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let text = "금천하모니 축제의(’24년)";
        let words: Vec<&str> = words(text).into_iter().map(|word| &text[word]).collect();
        assert_eq!(words, ["금천하모니", "축제의", "24년"]);
    }
}
