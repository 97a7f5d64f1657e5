//! Runs of words, compared without the spaces between them.

use std::ops::Range;

use crate::check::writing::words::words;
use crate::korean::particles::without_particle;

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
