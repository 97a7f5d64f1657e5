//! Last lines that hold a single syllable.

use super::{LaidText, Owner, Pages};
use crate::check::rules;
use crate::diagnostic::{Diagnostic, Place};
use crate::edition::Words;
use crate::json::Span;
use crate::korean::hangul::is_syllable;
use crate::message;

/// A text that stands lower than the one before it by more than this part of
/// its size begins a line.
const NEXT_LINE: f64 = 0.6;

/// A line of a passage: its page and its words.
struct Line {
    page: usize,
    baseline: f64,
    words: String,
}

/// Items, notes and paragraphs of several lines that end in a syllable alone.
pub(in crate::check) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (owner, texts) in &pages.texts {
        let passage = pages.passage(*owner);
        let flows = passage.is_some_and(|passage| passage.kind.words() == Words::Flowing);
        let lines = lines_of(texts);
        let [.., _, last] = lines.as_slice() else { continue };
        let Some(syllable) = lone_syllable(&last.words).filter(|_| flows) else { continue };
        let Some(place) = place_of_end(pages, *owner, last.words.trim()) else { continue };
        let number = pages.number(last.page);
        let message = message!(
            "끝줄에 ‘{syllable}’ 한 글자만 남았습니다({number}쪽)",
            "the last line holds one syllable, `{syllable}` (page {number})"
        );
        let help = message!(
            "글을 한두 글자 줄이거나 늘리십시오.",
            "shorten or lengthen the text by a syllable or two"
        );
        found.push(rules::LONE_SYLLABLE.finding(place, message).with_help(help));
    }
    found
}

/// The texts of a passage by lines.
fn lines_of(texts: &[(usize, &LaidText)]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (page, text) in texts {
        let same = lines.last_mut().filter(|line| {
            line.page == *page && text.baseline - line.baseline <= NEXT_LINE * text.size
        });
        match same {
            Some(line) => line.words.push_str(&text.words),
            None => {
                lines.push(Line { page: *page, baseline: text.baseline, words: text.words.clone() })
            }
        }
    }
    lines
}

/// The syllable that a line holds beside signs, if it is only one.
fn lone_syllable(words: &str) -> Option<char> {
    let mut letters = words.chars().filter(|character| character.is_alphanumeric());
    let only = letters.next().filter(|only| is_syllable(*only));
    only.filter(|_| letters.next().is_none())
}

/// Where the end of a passage is typed; `None` where the office has broken the
/// line itself. The outer `None` passes the finding over.
fn place_of_end(pages: &Pages<'_>, owner: Owner, words: &str) -> Option<Option<Place>> {
    let span = pages.passage(owner)?.span;
    if span == Span::default() {
        return Some(None);
    }
    let text = &pages.documents.get(span.file).text;
    let typed = &text[span.start as usize..span.end as usize];
    if typed.contains(&format!("\\n{words}")) {
        return None;
    }
    let end = typed.rfind(words).map(|start| Span {
        start: span.start + start as u32,
        end: span.start + (start + words.len()) as u32,
        ..span
    });
    Some(Some(pages.documents.place(end.unwrap_or(span))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_do_not_count_beside_a_syllable() {
        assert_eq!(lone_syllable("등)."), Some('등'));
        assert_eq!(lone_syllable("함"), Some('함'));
        assert_eq!(lone_syllable("추진"), None);
        assert_eq!(lone_syllable("7급"), None);
        assert_eq!(lone_syllable("※"), None);
    }
}
