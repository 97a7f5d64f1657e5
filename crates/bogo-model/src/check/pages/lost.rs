//! Words of the data that stand on no page, and words that are too small to be
//! read.

use std::collections::BTreeMap;

use super::overflow::OVERFLOW;
use super::{Owner, Pages};
use crate::diagnostic::Diagnostic;
use crate::edition::Said;
use crate::message;

/// Type of fewer points than this cannot be read in print.
const LEAST_TYPE: f64 = 6.0;

/// What is printed as large as it should be may come out this much smaller by
/// rounding, in points.
const ROUNDING: f64 = 0.01;

/// Passages of which some words are on no page. Those of kinds that a report's
/// own templates do not mark are passed over.
pub(super) fn lost(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, section) in pages.sections.iter().enumerate() {
        let Some(section) = section else { continue };
        let said = section.said();
        let lacking: Vec<&Said> =
            said.iter().filter(|own| !is_printed(pages, index, own)).collect();
        if lacking.is_empty() {
            continue;
        }
        // What is painted before its passage's mark counts for the one before:
        // only what the whole section lacks is lost.
        let first = Owner { section: index, passage: 0 };
        let last = Owner { section: index, passage: usize::MAX };
        let all = pages.texts.range(first..=last).flat_map(|(_, texts)| texts);
        let all = all.flat_map(|(_, text)| letters(&text.words));
        let lost = missing(said.iter().flat_map(|own| &own.words), all);
        for own in lacking {
            let owner = Owner { section: index, passage: own.passage };
            let printed = texts_of(pages, index, own).flat_map(letters);
            let own = missing(own.words.iter(), printed);
            let letters =
                own.iter().map(|(letter, count)| *count.min(lost.get(letter).unwrap_or(&0)));
            let count: usize = letters.sum();
            if count > 0 {
                found.push(unprinted(pages, owner, count));
            }
        }
    }
    found
}

fn unprinted(pages: &Pages<'_>, owner: Owner, count: usize) -> Diagnostic {
    let message = message!(
        "글이 쪽에 찍히지 않았습니다: {count}글자가 어느 쪽에도 없습니다",
        "words are not printed: {count} of their letters are on no page"
    );
    let help = message!(
        "글을 줄이거나 여럿으로 나누십시오. 보고서가 고쳐 쓴 템플릿이 있으면 그 템플릿을 보십시오.",
        "shorten it or make several of it; if the report has templates of its own, look at them"
    );
    OVERFLOW.finding(pages.place(owner), message).with_help(help)
}

/// What is printed for a passage, in the order of painting.
fn texts_of<'p>(
    pages: &'p Pages<'_>,
    section: usize,
    said: &'p Said,
) -> impl Iterator<Item = &'p str> {
    let own = std::iter::once(said.passage).chain(said.within.iter().copied());
    pages.texts_of(section, own).map(|(_, text)| text.words.as_str())
}

/// Whether a passage's letters are printed in the order in which they are
/// read, which they nearly always are.
fn is_printed(pages: &Pages<'_>, section: usize, said: &Said) -> bool {
    let mut printed = texts_of(pages, section, said).flat_map(letters);
    let mut wanted = said.words.iter().flat_map(|words| letters(words));
    wanted.all(|letter| printed.any(|own| own == letter))
}

/// The letters that are wanted and not printed, each with how often it lacks.
fn missing<'w>(
    wanted: impl Iterator<Item = &'w String>,
    printed: impl Iterator<Item = char>,
) -> BTreeMap<char, usize> {
    let mut missing = BTreeMap::new();
    for letter in wanted.flat_map(|words| letters(words)) {
        *missing.entry(letter).or_insert(0_usize) += 1;
    }
    for letter in printed {
        if let Some(count) = missing.get_mut(&letter) {
            *count = count.saturating_sub(1);
        }
    }
    missing.retain(|_, count| *count > 0);
    missing
}

/// The characters of a text but for spaces, which the setting of lines moves.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace())
}

/// Words in type that is too small to be read, each passage's once.
pub(super) fn small(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut smallest = BTreeMap::new();
    for (index, page) in pages.laid.pages.iter().enumerate() {
        for text in page.texts.iter().filter(|text| text.has_letters()) {
            if text.size < LEAST_TYPE - ROUNDING {
                let own = smallest.entry((text.owner, text.owner.is_none().then_some(index)));
                let known = own.or_insert((index, text));
                if text.size < known.1.size {
                    *known = (index, text);
                }
            }
        }
    }
    let found = smallest.into_iter().map(|((owner, _), (index, text))| {
        let (page, on_page) = pages.name(index);
        let (words, size) = (text.words.trim(), format!("{:.1}", text.size));
        let message = message!(
            "글자가 너무 작아 읽을 수 없습니다: ‘{words}’({page}, {size}포인트)",
            "type is too small to be read: `{words}` ({on_page}, {size} pt)"
        );
        let help = message!(
            "글을 줄이거나 여럿으로 나누어 {LEAST_TYPE}포인트보다 크게 찍히게 하십시오.",
            "shorten it or make several of it, so that its type is at least {LEAST_TYPE} pt"
        );
        OVERFLOW.finding(pages.place_saying(owner, words), message).with_help(help)
    });
    found.collect()
}
