//! Brackets and quotes, which come in pairs, and what stands between them.

use std::ops::Range;

use super::dates::mark::is_year_mark;
use super::words::{before, is_of_word};

/// Brackets and quotes that open, and those that close them.
pub(super) const PAIRS: [(char, char); 11] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
    ('【', '】'),
    ('‘', '’'),
    ('“', '”'),
    ('〔', '〕'),
];

/// Signs around what is quoted, is a title, or is filled in by others.
const QUOTING: [(char, char); 10] = [
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('〈', '〉'),
    ('‹', '›'),
    ('‘', '’'),
    ('“', '”'),
    ('{', '}'),
    ('\'', '\''),
    ('"', '"'),
];

/// What a text quotes, and its titles.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut quotations = Vec::new();
    let mut from = 0;
    for (start, sign) in text.char_indices() {
        let Some((_, closing)) = QUOTING.iter().find(|(opening, _)| *opening == sign) else {
            continue;
        };
        // A straight quote behind a letter is an apostrophe, or measures feet.
        let closed = start < from
            || matches!(sign, '\'' | '"') && before(text, start).is_some_and(is_of_word);
        let inner = start + sign.len_utf8();
        let mut ends = text[inner..].match_indices(*closing).map(|(at, _)| inner + at);
        let end = ends.find(|end| !is_year_mark(text, *end, *closing));
        if let Some(end) = end.filter(|_| !closed) {
            quotations.push(start..end);
            from = end + closing.len_utf8();
        }
    }
    quotations
}
