//! How things are written: the manual's rules and the custom of reports.

use std::ops::Range;

use super::finding;
use super::sentences::{Sentence, Sentences};
use crate::diagnostic::{Diagnostic, Message};
use crate::format::Report;
use crate::manuscript::Manuscript;

/// What the rules of writing read.
pub(super) struct Reading<'r> {
    pub manuscript: &'r Manuscript,
    pub report: &'r Report,
    pub sentences: &'r Sentences,
    /// Whether the colon after a label stands apart from it.
    pub colon_apart: bool,
}

/// What a rule finds in a sentence.
pub(super) struct Hit {
    /// The rule's code.
    pub code: &'static str,
    /// The bytes of the sentence's text that it is about.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub help: Option<Message>,
    /// What is to stand in the place of `range`, where that is safe.
    pub instead: Option<String>,
}

/// A rule that reads one sentence at a time.
type SentenceRule = fn(&Sentence, &Reading<'_>) -> Vec<Hit>;

/// The rules that read one sentence at a time.
const SENTENCE_RULES: &[SentenceRule] = &[];

/// Reads every sentence by every rule.
pub(super) fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for sentence in &reading.sentences.all {
        for read in SENTENCE_RULES {
            found.extend(
                read(sentence, reading).into_iter().map(|hit| reading.finding(sentence, hit)),
            );
        }
    }
    found
}

impl Reading<'_> {
    /// A hit as a finding.
    pub(super) fn finding(&self, sentence: &Sentence, hit: Hit) -> Diagnostic {
        let documents = &self.manuscript.documents;
        let place = sentence.place(documents, hit.range.clone());
        let mut diagnostic = finding(hit.code, place, hit.message);
        diagnostic.help = hit.help;
        diagnostic.fix = hit.instead.and_then(|words| sentence.fix(documents, hit.range, &words));
        diagnostic
    }
}
