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

/// The syllables that a text begins with.
pub(super) fn leading_syllables(text: &str) -> &str {
    let end = text.find(|character| !is_syllable(character)).unwrap_or(text.len());
    &text[..end]
}

/// Particles that may follow a name, longest first where one ends another.
pub(super) const PARTICLES: [&str; 24] = [
    "에서는",
    "으로",
    "에서",
    "에게",
    "까지",
    "부터",
    "에는",
    "에도",
    "처럼",
    "보다",
    "이나",
    "로",
    "의",
    "을",
    "를",
    "은",
    "는",
    "이",
    "가",
    "과",
    "와",
    "도",
    "에",
    "만",
];

/// What the particles end in.
const LAST_SYLLABLES: [char; 20] = [
    '는', '로', '서', '게', '지', '터', '도', '럼', '다', '나', '의', '을', '를', '은', '이', '가',
    '과', '와', '에', '만',
];

/// A word without the particle that it ends in, if at least two characters
/// remain.
pub(super) fn without_particle(word: &str) -> Option<&str> {
    if !word.ends_with(LAST_SYLLABLES) {
        return None;
    }
    PARTICLES
        .iter()
        .filter_map(|particle| word.strip_suffix(particle))
        .find(|rest| rest.chars().nth(1).is_some() && rest.ends_with(is_syllable))
}

/// Whether what follows a word is nothing or a particle: `까지`, `에는`.
pub(super) fn is_particle(text: &str) -> bool {
    text.is_empty() || PARTICLES.contains(&text)
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

    #[test]
    fn a_name_is_told_from_the_particle_behind_it() {
        assert_eq!(without_particle("축제의"), Some("축제"));
        assert_eq!(without_particle("금천구에서는"), Some("금천구"));
        assert_eq!(without_particle("축제"), None);
        assert_eq!(without_particle("도로"), None);
    }
}
