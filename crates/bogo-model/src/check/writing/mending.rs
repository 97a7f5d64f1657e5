//! Which mends are offered: those that leave nothing to mend.
//!
//! Rules know nothing of one another, and what one writes another may find
//! wrong. So each mend is tried on the sentence before it is offered.

use std::ops::Range;

use super::Hit;
use crate::check::sentences::Sentence;

/// So many times a sentence is mended to see whether that ends. No text needs
/// more than some: of mends that overlap one waits for the other.
const MOST_ROUNDS: usize = 24;

/// A change of a sentence: the bytes, and what is to stand there.
type Change<'h> = (Range<usize>, &'h str);

/// What the rules find in a sentence, as `read` tells it. Only those hits mend
/// whose rule is content with what they write; none of them if mending the
/// sentence would not come to an end.
pub(super) fn settled(sentence: &Sentence, read: impl Fn(&Sentence) -> Vec<Hit>) -> Vec<Hit> {
    let mut hits = read(sentence);
    let mut next = mend(sentence, &mut hits, &read);
    for _ in 0..MOST_ROUNDS {
        match next {
            Some((mended, mut then)) => next = mend(&mended, &mut then, &read),
            None => return hits,
        }
    }
    hits.iter_mut().for_each(|hit| hit.instead = None);
    hits
}

/// The sentence after a round of mending, and what is found in it then; `None`
/// if there is nothing to mend. Hits whose rule would not be content with what
/// they write mend no more.
fn mend(
    sentence: &Sentence,
    hits: &mut [Hit],
    read: impl Fn(&Sentence) -> Vec<Hit>,
) -> Option<(Sentence, Vec<Hit>)> {
    loop {
        let made = apart(sentence, hits);
        if made.is_empty() {
            return None;
        }
        let mended = sentence.mended(&changes(hits, &made));
        let then = read(&mended);
        let is_futile = |(index, range): &(usize, Range<usize>)| {
            then.iter().any(|hit| still(&hits[*index], range, hit))
        };
        let futile: Vec<usize> =
            landed(hits, &made).filter(is_futile).map(|(index, _)| index).collect();
        if futile.is_empty() {
            return Some((mended, then));
        }
        futile.into_iter().for_each(|index| hits[index].instead = None);
    }
}

/// Those of the hits that can be mended at once, by their places: of two whose
/// bytes overlap, or begin at the same one, the second waits.
fn apart(sentence: &Sentence, hits: &[Hit]) -> Vec<usize> {
    let mends = |index: &usize| {
        hits[*index].instead.is_some() && sentence.is_typed(hits[*index].range.clone())
    };
    let mut made: Vec<usize> = Vec::new();
    for index in (0..hits.len()).filter(mends) {
        let own = &hits[index].range;
        let overlaps = |other: &usize| {
            let other = &hits[*other].range;
            own.start == other.start || own.start < other.end && other.start < own.end
        };
        if !made.iter().any(overlaps) {
            made.push(index);
        }
    }
    made.sort_by_key(|index| hits[*index].range.start);
    made
}

/// What these hits change.
fn changes<'h>(hits: &'h [Hit], made: &[usize]) -> Vec<Change<'h>> {
    let change = |index: &usize| {
        let hit = &hits[*index];
        hit.instead.as_deref().map(|instead| (hit.range.clone(), instead))
    };
    made.iter().filter_map(change).collect()
}

/// Where each of these hits has put its words once all of them are made.
fn landed(hits: &[Hit], made: &[usize]) -> impl Iterator<Item = (usize, Range<usize>)> {
    let (mut gained, mut lost) = (0, 0);
    made.iter().map(move |&index| {
        let hit = &hits[index];
        let written = hit.instead.as_ref().map_or(0, String::len);
        let start = hit.range.start + gained - lost;
        gained += written;
        lost += hit.range.len();
        (index, start..start + written)
    })
}

/// Whether a rule that has written something at `range` finds it wrong.
fn still(made: &Hit, range: &Range<usize>, then: &Hit) -> bool {
    let overlaps = then.range.start < range.end && range.start < then.range.end;
    let touches = range.is_empty() && then.range.contains(&range.start);
    made.rule == then.rule && (overlaps || touches)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::sentence;
    use super::*;
    use crate::check::sentences::Role;
    use crate::check::writing::quotes::QUOTES;
    use crate::check::writing::spaces::SPACES;
    use crate::check::writing::weekday::WEEKDAY;
    use crate::diagnostic::rule::Rule;
    use crate::message;

    /// Rules that write one word in the place of another, wherever it stands.
    fn rules<const N: usize>(
        rules: [(&'static Rule, &'static str, &'static str); N],
    ) -> impl Fn(&Sentence) -> Vec<Hit> {
        move |sentence| {
            let hits = rules.iter().flat_map(|(rule, wrong, right)| {
                sentence.text.match_indices(wrong).map(|(start, _)| {
                    let range = start..start + wrong.len();
                    Hit::new(rule, range, message!("틀림", "wrong")).with_instead(*right)
                })
            });
            hits.collect()
        }
    }

    /// What is put in the place of each hit; nothing where it is left.
    fn offered(text: &str, read: impl Fn(&Sentence) -> Vec<Hit>) -> Vec<Option<String>> {
        let hits = settled(&sentence(Role::Item, text), read);
        hits.into_iter().map(|hit| hit.instead).collect()
    }

    #[test]
    fn a_mend_that_its_own_rule_finds_wrong_is_none_and_the_others_stay() {
        let read = rules([(&SPACES, "가", "가나"), (&QUOTES, "라", "마")]);
        assert_eq!(offered("다가 라", read), [None, Some("마".to_owned())]);
    }

    #[test]
    fn rules_that_undo_one_another_mend_nothing() {
        let read = rules([(&SPACES, "가", "나"), (&QUOTES, "나", "가"), (&WEEKDAY, "라", "마")]);
        assert_eq!(offered("가 라", read), [None, None]);
    }

    #[test]
    fn one_rule_may_go_on_with_what_another_has_written() {
        let read = rules([(&SPACES, "가", "나"), (&QUOTES, "나", "다")]);
        assert_eq!(offered("가", read), [Some("나".to_owned())]);
    }

    #[test]
    fn mends_that_overlap_wait_for_each_other() {
        let read = rules([(&SPACES, "가가", "나"), (&QUOTES, "가나", "다")]);
        let chain = offered(&"가".repeat(12), read);
        assert!(chain.iter().all(Option::is_some), "{chain:?}");
    }
}
