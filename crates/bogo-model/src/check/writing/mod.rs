//! How things are written: the manual's rules and the custom of reports.

pub(super) mod brackets;
pub(super) mod colon_style;
pub(super) mod confusable;
#[cfg(test)]
mod contexts_of_forms;
#[cfg(test)]
mod contexts_of_words;
pub(super) mod date_form;
pub(super) mod dates;
#[cfg(test)]
mod fixes_of_forms;
#[cfg(test)]
pub(super) mod fixture;
mod mending;
mod names;
pub(super) mod negative_sign;
pub(super) mod no_such_date;
pub(super) mod noun_ending;
pub(super) mod number_form;
pub(super) mod numbering;
pub(super) mod one_list;
pub(super) mod one_name;
mod pairs;
pub(super) mod particle;
pub(super) mod quotes;
pub(super) mod range_form;
pub(super) mod spaces;
#[cfg(test)]
mod tests;
pub(super) mod time;
pub(super) mod time_form;
pub(super) mod unit_line;
pub(super) mod weekday;
mod words;
pub(super) mod year_mark;

use std::ops::Range;

use rayon::prelude::*;

use self::dates::{Dates, TILDES};
use super::calls::Calls;
use super::list::{LIST, checks};
use super::listed::reads;
use super::sentences::{Role, Sentence, Sentences};
use super::unprinted::Unprinted;
use crate::diagnostic::Language::{English, Korean};
use crate::diagnostic::rule::{Family, Rule};
use crate::diagnostic::{Diagnostic, Message};
use crate::figures::Figures;
use crate::format::Report;
use crate::korean::particles::particle_behind;
use crate::manuscript::Manuscript;
use crate::message;
use crate::resolve::Facts;

/// What the rules of writing read.
pub(super) struct Reading<'r> {
    pub manuscript: &'r Manuscript,
    pub report: &'r Report,
    pub sentences: &'r Sentences,
    pub figures: &'r Figures,
    /// What is known of the world beside the report.
    pub facts: &'r Facts<'r>,
    /// What the report calls by name.
    pub calls: &'r Calls,
    /// What stands in the files and is printed nowhere.
    pub unprinted: &'r Unprinted,
    /// Whether the colon after a label stands apart from it.
    pub colon_apart: bool,
}

/// What a rule finds in a sentence.
pub(super) struct Hit {
    /// The rule.
    pub rule: &'static Rule,
    /// The bytes of the sentence's text that it is about.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub help: Option<Message>,
    /// What is to stand in the place of `range`, where that is safe.
    pub instead: Option<String>,
}

impl Hit {
    /// What is wrong with these bytes.
    fn new(rule: &'static Rule, range: Range<usize>, message: Message) -> Self {
        Self { rule, range, message, help: None, instead: None }
    }

    /// Adds what to do about it.
    fn with_help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Leaves the mending to people.
    fn without_fix(mut self) -> Self {
        self.instead = None;
        self
    }

    /// Adds what is to stand there.
    fn with_instead(mut self, instead: impl Into<String>) -> Self {
        self.instead = Some(instead.into());
        self
    }
}

/// Tells what is to be written.
fn write_instead(right: &str) -> Message {
    let to = particle_behind(right, "으로");
    // In single quotes 24. 9. would look like a year with the wrong mark, and
    // what begins with a quote like one quoted twice.
    let digits = right.bytes().take_while(u8::is_ascii_digit).count();
    match digits == 2 || right.contains(['‘', '’']) {
        true => message!("“{right}”{to} 쓰십시오.", "write `{right}`"),
        false => message!("‘{right}’{to} 쓰십시오.", "write `{right}`"),
    }
}

/// Help about words that are a name which the report calls.
fn with_its_calls(help: Option<&Message>) -> Message {
    let [korean, english] = [Korean, English]
        .map(|language| help.map(|help| help.text(language).to_owned()).unwrap_or_default());
    Message::new(
        format!("{korean} 이 이름을 부르는 곳({{=…}}, sum_of 등)도 함께 고치십시오.").trim_start(),
        format!("{english}; it is called by this name, so change what calls it, too")
            .trim_start_matches("; "),
    )
}

/// So many sentences are read on one core before another is asked.
const LEAST_SENTENCES: usize = 64;

/// Reads every sentence by every rule, on all cores.
pub(super) fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let by_sentence = || -> Vec<Diagnostic> {
        let sentences = reading.sentences.all.par_iter().with_min_len(LEAST_SENTENCES);
        let hits = |sentence| {
            let hits = mending::settled(sentence, |sentence| reading.hits(sentence).collect());
            hits.into_iter().map(|hit| reading.finding(sentence, hit))
        };
        sentences.flat_map_iter(hits).collect()
    };
    let (mut found, compared) = rayon::join(by_sentence, || reading.compared());
    found.extend(compared);
    found
}

impl Reading<'_> {
    /// What the rules find that read one sentence at a time.
    fn hits<'h>(&'h self, sentence: &'h Sentence) -> impl Iterator<Item = Hit> + 'h {
        let is_figure = |c: char| c.is_ascii_digit() || TILDES.contains(&c);
        let has_figure = sentence.text.contains(is_figure);
        let plain = checks().filter_map(reads!(Sentence));
        let numbers = checks().filter_map(reads!(Numbers));
        let in_plain = plain.flat_map(|read| read(sentence, self));
        let in_dates = if has_figure { self.in_dates(sentence) } else { Vec::new() };
        let numbers = numbers.filter(move |_| has_figure);
        in_plain.chain(in_dates).chain(numbers.flat_map(|read| read(sentence, self)))
    }

    /// What the rules about dates find in a sentence, its dates read once.
    fn in_dates(&self, sentence: &Sentence) -> Vec<Hit> {
        let written = Dates::of(sentence, self);
        let reads = checks().filter_map(reads!(Dates));
        reads.flat_map(|read| read(&written)).collect()
    }

    /// What the rules find that compare sentences with each other.
    fn compared(&self) -> Vec<Diagnostic> {
        let of = |family: Family| {
            let own = LIST.iter().filter(move |listed| listed.rule.family == family);
            own.flat_map(|listed| listed.checks).filter_map(reads!(Report))
        };
        // Where two stand at one place, how it is written is told first.
        let reads: Vec<_> = of(Family::Writing).chain(of(Family::Figures)).collect();
        reads.into_par_iter().flat_map_iter(|read| read(self)).collect()
    }

    /// A hit as a finding.
    pub(super) fn finding(&self, sentence: &Sentence, hit: Hit) -> Diagnostic {
        let documents = &self.manuscript.documents;
        let place = sentence.place(documents, hit.range.clone());
        let mut diagnostic = hit.rule.finding(place, hit.message);
        diagnostic.help = hit.help;
        diagnostic.fix = hit.instead.and_then(|words| sentence.fix(documents, hit.range, &words));
        // A unit is called by no one.
        let called = sentence.role != Role::Unit && self.calls.name(&sentence.text);
        if called && diagnostic.fix.take().is_some() {
            diagnostic.help = Some(with_its_calls(diagnostic.help.as_ref()));
        }
        diagnostic
    }

    /// The year reported on.
    fn year(&self) -> u16 {
        let period = self.report.period.as_ref();
        let period = period.and_then(|period| u16::try_from(period.year.value.get()).ok());
        period.unwrap_or(self.report.date.value.year)
    }
}
