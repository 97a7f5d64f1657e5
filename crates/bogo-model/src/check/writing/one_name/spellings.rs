//! Spellings of one name, and where they stand.

use std::collections::HashSet;
use std::ops::Range;

use super::ONE_NAME;
use crate::check::sentences::Sentence;
use crate::check::writing::Reading;
use crate::diagnostic::{Diagnostic, Place};
use crate::message;

/// So many places of a name are shown; more would tell nobody more.
const MOST_PLACES: usize = 100;

/// Where a spelling stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Occurrence {
    /// The sentence, an index of [`Sentences::all`](crate::check::sentences::Sentences::all).
    pub sentence: usize,
    /// The bytes of its text.
    pub range: Range<usize>,
}

/// Spellings of one name, each with all places where it stands.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    all: Vec<(String, Vec<Occurrence>)>,
    seen: HashSet<Occurrence>,
}

impl Spellings {
    /// Adds a place where a spelling stands.
    pub(super) fn add(&mut self, spelling: &str, occurrence: Occurrence) {
        // A place has one spelling only.
        if !self.seen.insert(occurrence.clone()) {
            return;
        }
        match self.all.iter_mut().find(|(known, _)| known == spelling) {
            Some((_, places)) => places.push(occurrence),
            None => self.all.push((spelling.to_owned(), vec![occurrence])),
        }
    }

    /// How many spellings there are.
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// Where the first of them stands first.
    pub(super) fn first(&self) -> Option<&Occurrence> {
        self.all.first().and_then(|(_, places)| places.first())
    }

    /// A finding at the rarest spelling, the last of those that are equally
    /// rare; all other places are related to it.
    pub(super) fn finding(&self, reading: &Reading<'_>) -> Option<Diagnostic> {
        let rarest = self.all.iter().rev().min_by_key(|(_, places)| places.len())?;
        let (spelling, primary) = (&rarest.0, rarest.1.first()?);
        let usual = self.all.iter().filter(|(other, _)| other != spelling);
        let usual = &usual.max_by_key(|(_, places)| places.len())?.0;
        let place = |occurrence: &Occurrence| -> Place {
            let sentence: &Sentence = &reading.sentences.all[occurrence.sentence];
            sentence.place(&reading.manuscript.documents, occurrence.range.clone())
        };
        let mut finding = ONE_NAME.finding(
            place(primary),
            message!(
                "한 이름을 두 가지로 적었습니다: {spelling}, {usual}",
                "one name is spelt in two ways: {spelling}, {usual}"
            ),
        );
        for (other, places) in &self.all {
            let others = places.iter().filter(|occurrence| *occurrence != primary);
            for occurrence in others.take(MOST_PLACES) {
                let message = message!("여기에는 ‘{other}’", "here it is `{other}`");
                finding = finding.with_related(place(occurrence), message);
            }
        }
        Some(finding.with_help(message!(
            "어느 쪽이 맞는지 정하고 모두 그렇게 쓰십시오.",
            "decide which one is right, and use it everywhere"
        )))
    }
}
