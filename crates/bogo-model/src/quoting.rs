//! What messages quote: data, which may be anything.

use std::borrow::Cow;

/// The most characters of a word, or of a value, that a message shows.
const LONGEST_WORD: usize = 90;
/// How many of them stand before and behind what is left out.
const ENDS_OF_WORD: (usize, usize) = (70, 15);

/// The most characters of a message.
const LONGEST_SENTENCE: usize = 700;
/// How many of them stand before and behind what is left out.
const ENDS_OF_SENTENCE: (usize, usize) = (600, 90);

/// A value of the data as a message quotes it: shortened where it is long, and
/// what cannot be seen or told from a space by its code, `⟨U+00A0⟩`.
pub fn quoted(value: &str) -> String {
    let short = shortened(value, LONGEST_WORD, ENDS_OF_WORD);
    visible(&short, |character| leaves_no_mark(character) && character != ' ')
}

/// A path or a name in full, with codes for what a terminal does not show, or
/// obeys.
pub fn printable(text: &str) -> Cow<'_, str> {
    match text.chars().any(hides) {
        true => Cow::Owned(visible(text, hides)),
        false => Cow::Borrowed(text),
    }
}

/// What a terminal does not show, or obeys.
fn hides(character: char) -> bool {
    character.is_control() || is_invisible(character)
}

/// Values as a message lists them, each as [`quoted`] has it; a reader reads
/// no more than some.
pub(crate) fn listed<'k>(mut values: impl Iterator<Item = &'k str>) -> String {
    const MOST: usize = 30;
    let mut names: Vec<String> = values.by_ref().take(MOST).map(quoted).collect();
    names.extend(values.next().map(|_| "…".to_owned()));
    names.join(", ")
}

/// A sentence of a message, whatever it quotes: without what a terminal does
/// not show, or obeys, which stands as its code, and no longer than anybody
/// reads. Odd spaces stay: they are seen as spaces.
pub(crate) fn sentence(text: String) -> String {
    let text = match printable(&text) {
        Cow::Owned(visible) => visible,
        Cow::Borrowed(_) => text,
    };
    // No sentence has more characters than bytes.
    if text.len() <= LONGEST_WORD {
        return text;
    }
    let words = text.split(' ').map(|word| shortened(word, LONGEST_WORD, ENDS_OF_WORD));
    let words = words.collect::<Vec<_>>().join(" ");
    shortened(&words, LONGEST_SENTENCE, ENDS_OF_SENTENCE).into_owned()
}

/// The beginning and the end of a text that has more than `most` characters.
fn shortened(text: &str, most: usize, (before, behind): (usize, usize)) -> Cow<'_, str> {
    let count = text.chars().count();
    if count <= most {
        return Cow::Borrowed(text);
    }
    let first: String = text.chars().take(before).collect();
    let last: String = text.chars().skip(count - behind).collect();
    Cow::Owned(format!("{first}…{last}"))
}

fn visible(text: &str, hides: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // As people type them in JSON.
            '\n' => shown.push_str("\\n"),
            '\t' => shown.push_str("\\t"),
            _ if hides(character) => {
                shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(character)));
            }
            _ => shown.push(character),
        }
    }
    shown
}

/// Whether a character leaves no mark, or one that is a space's.
pub(crate) fn leaves_no_mark(character: char) -> bool {
    character.is_control() || character.is_whitespace() || is_invisible(character)
}

/// Whether a character is there and cannot be seen, and is no space: joiners,
/// spaces of no width, direction marks, variation selectors, the fillers of
/// Hangul where no letter is beside them.
pub fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_quoted_by_its_code() {
        assert_eq!(quoted("bo\u{200b}dy"), "bo⟨U+200B⟩dy");
        assert_eq!(quoted("a\u{a0}b\u{3000}c d"), "a⟨U+00A0⟩b⟨U+3000⟩c d");
        assert_eq!(quoted("가\n나\u{9b}\u{2028}"), "가\\n나⟨U+009B⟩⟨U+2028⟩");
        assert_eq!(quoted("보고서"), "보고서");
    }

    #[test]
    fn what_is_long_is_quoted_with_its_ends() {
        let long = format!("{}끝", "가".repeat(5000));
        let short = quoted(&long);
        assert_eq!(short.chars().count(), 86);
        assert!(short.contains("가…가") && short.ends_with('끝'), "{short}");
        let said = sentence(format!("‘{long}’ 항목이 없습니다: {}", "나 ".repeat(5000)));
        assert!(said.chars().count() <= LONGEST_SENTENCE && said.starts_with("‘가가"), "{said}");
        assert_eq!(sentence("짧은\u{a0}말\u{1b}".to_owned()), "짧은\u{a0}말⟨U+001B⟩");
        assert_eq!(quoted(&"나".repeat(90)), "나".repeat(90));
    }
}
