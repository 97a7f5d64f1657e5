//! Names: runs of words, compared without the spaces between them.

use std::collections::HashSet;
use std::ops::Range;

use super::Reading;
use super::words::words;
use crate::check::rules;
use crate::check::sentences::Sentence;
use crate::diagnostic::{Diagnostic, Place};
use crate::korean::particles::without_particle;
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

/// A run of words of a sentence, each one space behind the one before.
#[derive(Debug, Clone)]
pub(super) struct WordRun<'t> {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// The words as they are typed.
    pub typed: &'t str,
    /// The words without spaces.
    pub joined: String,
}

/// The run as it is, and without the particle behind it.
pub(super) fn with_and_without_particle(run: WordRun<'_>) -> impl Iterator<Item = WordRun<'_>> {
    let bare = without_particle(&run.joined).map(|bare| {
        let cut = run.joined.len() - bare.len();
        WordRun {
            range: run.range.start..run.range.end - cut,
            typed: &run.typed[..run.typed.len() - cut],
            joined: bare.to_owned(),
        }
    });
    std::iter::once(run).chain(bare)
}

/// The words of a text, with what tells whether one follows another closely.
pub(super) struct Words<'t> {
    text: &'t str,
    words: Vec<Range<usize>>,
}

impl<'t> Words<'t> {
    /// The words of a text.
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, words: words(text) }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.words.len()
    }

    /// One of them.
    pub(super) fn word(&self, index: usize) -> &'t str {
        &self.text[self.words[index].clone()]
    }

    /// The runs that begin with a word, the shortest first, up to so many
    /// words.
    pub(super) fn runs_from(&self, first: usize, most: usize) -> impl Iterator<Item = WordRun<'t>> {
        let text = self.text;
        let words = self.words.get(first..).unwrap_or_default();
        let close = |pair: &[Range<usize>]| text[pair[0].end..pair[1].start] == *" ";
        let length = 1 + words.windows(2).take(most).take_while(|pair| close(pair)).count();
        (1..=length.min(most).min(words.len())).map(move |count| {
            let range = words[0].start..words[count - 1].end;
            let joined = words[..count].iter().map(|word| &text[word.clone()]).collect();
            WordRun { typed: &text[range.clone()], range, joined }
        })
    }
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
        let mut finding = rules::ONE_NAME.finding(
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
