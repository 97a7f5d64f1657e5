//! Straight quotes, which are curled in print.

use super::words::{at, before};
use super::year_mark::stands_for_mark;
use super::{Hit, Reading};
use crate::check::sentences::Sentence;
use crate::message;

/// Straight quotes, with the curled ones.
const QUOTES: [(char, char, char); 2] = [('\'', '‘', '’'), ('"', '“', '”')];

/// Straight quotes that quote something.
pub(super) fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let mut hits = Vec::new();
    for (straight, opening, closing) in QUOTES {
        let mut quotes = Vec::new();
        for (start, _) in text.match_indices(straight) {
            let is_open = !quotes.len().is_multiple_of(2);
            if is_quote(text, start, is_open) {
                quotes.push(start);
            }
        }
        for pair in quotes.chunks(2) {
            let range = pair[0]..pair.last().map_or(pair[0], |last| *last) + 1;
            let hit = Hit::new(
                "quotes",
                range.clone(),
                message!("곧은 따옴표입니다: {straight}", "this quote is straight: {straight}"),
            );
            let hit = hit.with_help(message!(
                "{opening}와 {closing}로 쓰십시오.",
                "use {opening} and {closing}"
            ));
            hits.push(match pair {
                [first, last] => {
                    let quoted = &text[first + 1..*last];
                    hit.with_instead(format!("{opening}{quoted}{closing}"))
                }
                _ => hit,
            });
        }
    }
    hits
}

/// Whether a straight quote is one, and not the mark of a year, an apostrophe,
/// feet or inches. Where none is open, it closes nothing.
fn is_quote(text: &str, start: usize, is_open: bool) -> bool {
    let (left, right) = (before(text, start), at(text, start + 1));
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let apostrophe = text[start..].starts_with('\'') && letter(left) && (letter(right) || !is_open);
    let measure = !is_open && left.is_some_and(|c| c.is_ascii_digit());
    !stands_for_mark(text, start) && !apostrophe && !measure
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent};

    #[test]
    fn straight_quotes_are_curled_in_pairs() {
        assert_mends(
            "quotes",
            &[
                ("기획사업 '문화지소' 운영", "'문화지소'", "‘문화지소’"),
                ("기획자 양성사업 'J-ACE'아카데미", "'J-ACE'", "‘J-ACE’"),
                ("\"좋은도시\" 금천", "\"좋은도시\"", "“좋은도시”"),
                ("'좋은도시 금천", "'", ""),
                ("'24시간 돌봄' 운영", "'24시간 돌봄'", "‘24시간 돌봄’"),
            ],
        );
    }

    #[test]
    fn years_apostrophes_and_measures_are_no_quotes() {
        assert_silent(
            "quotes",
            &[
                "'24. 7월",
                "'23~'24",
                "Seoul's",
                "55\" TV",
                "6' 2\"",
                "27\", 32\"",
                "12\" x 8\"",
                "37°33'",
                "37°33'20\"",
                "users' guide",
                "‘좋은도시’ “금천”",
            ],
        );
    }
}
