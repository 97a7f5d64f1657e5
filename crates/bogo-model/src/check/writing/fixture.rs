//! Sentences and reports for the tests of the rules.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Reading;
use crate::check::calls::Calls;
use crate::check::fixture::facts;
use crate::check::sentences::{Role, Sentence, Sentences};
use crate::check::unprinted::Unprinted;
use crate::diagnostic::Diagnostic;
use crate::figures::Figures;
use crate::format::{Emphasis, Run, RunContent, Text};
use crate::json::Span;
use crate::manuscript::{Manuscript, SourceFile, SourceText};
use crate::parse;

/// Themes that the reports name, by name.
const THEMES: [(&str, &str); 3] = [("default", "{}"), ("namyangju", "{}"), ("jeonnam", "{}")];

/// The report of the third quarter of 2024 in a few words, with a body.
fn report(body: &str) -> String {
    format!(
        r#"{{ "title": "보고", "date": "2024-09-30", "period": {{ "year": 2024, "quarter": 3 }},
        "organisation": "금천구", "department": "소통담당관",
        "chapters": [{{ "title": "현황", "sections": [{{ "body": {body} }}] }}] }}"#
    )
}

/// The files of an edition, read.
pub(super) fn manuscript(files: &[(&str, &str)]) -> Manuscript {
    let files = files.iter().map(|(path, text)| SourceFile {
        path: (*path).to_owned(),
        text: SourceText::Text((*text).to_owned()),
    });
    let (manuscript, diagnostics) = parse(files.collect(), &THEMES);
    assert_eq!(diagnostics, []);
    manuscript
}

/// What reads an edition whose colons stand apart.
fn with_reading<T>(manuscript: &Manuscript, read: impl FnOnce(&Reading<'_>) -> T) -> T {
    let report = manuscript.report.as_ref().expect("a report");
    let figures = Figures::of(manuscript, report);
    let sentences = Sentences::of(manuscript, report, &figures);
    read(&Reading {
        manuscript,
        report,
        sentences: &sentences,
        figures: &figures,
        facts: &facts(BTreeMap::new(), &[]),
        calls: &Calls::of(&manuscript.documents),
        unprinted: &Unprinted::of(manuscript, report),
        colon_apart: true,
    })
}

/// A text that stands there.
pub(super) fn sentence(role: Role, text: &str) -> Sentence {
    let content = RunContent::Literal(text.to_owned());
    let run = Run { emphasis: Emphasis::None, content, at: 0..text.len() };
    let typed = Text { span: Span::default(), runs: vec![run] };
    Sentence::new(role, &typed, &Figures::default().scope(Span::default()))
}

/// What the rule of this code finds in an item, and what it puts there;
/// nothing where it does not mend.
pub(in crate::check) fn found(code: &str, text: &str) -> Vec<(String, String)> {
    found_in(code, Role::Item, text)
}

/// What the rule of this code finds in a text that stands there.
pub(super) fn found_in(code: &str, role: Role, text: &str) -> Vec<(String, String)> {
    let hits = hits_in(role, text).into_iter().filter(|(of, ..)| *of == code);
    hits.map(|(_, range, instead)| (text[range].to_owned(), instead.unwrap_or_default())).collect()
}

/// What a rule finds: its code, the bytes, and what is to stand there.
pub(super) type Found = (&'static str, Range<usize>, Option<String>);

/// What the rules on single sentences find in a text that stands there.
pub(super) fn hits_in(role: Role, text: &str) -> Vec<Found> {
    thread_local! {
        static EMPTY: Manuscript = manuscript(&[("report.json", &report("[]"))]);
    }
    let sentence = sentence(role, text);
    EMPTY.with(|manuscript| {
        with_reading(manuscript, |reading| {
            let hits = reading.hits(&sentence);
            hits.map(|hit| (hit.rule.name, hit.range, hit.instead)).collect()
        })
    })
}

/// Asserts that the rule of this code finds nothing in any of the items.
pub(super) fn assert_silent(code: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(found(code, text), [], "{code}: {text}");
    }
}

/// Asserts that the rule of this code finds this, puts that in its place, and
/// is content with it then.
pub(super) fn assert_mends(code: &str, cases: &[(&str, &str, &str)]) {
    for (text, part, instead) in cases {
        assert_eq!(found(code, text), [((*part).to_owned(), (*instead).to_owned())], "{text}");
        if !instead.is_empty() {
            assert_silent(code, &[text.replacen(part, instead, 1).as_str()]);
        }
    }
}

/// The text after all rounds of mending.
pub(super) fn mended(text: &str) -> String {
    (0..8).fold(text.to_owned(), |text, _| mended_once(Role::Item, &text, |_| true))
}

/// The text after one round of the rules that mend: of two fixes of the same
/// words one is made.
pub(super) fn mended_once(role: Role, text: &str, mends: impl Fn(&str) -> bool) -> String {
    let hits = hits_in(role, text).into_iter().filter(|(code, ..)| mends(code));
    let mut edits: Vec<_> =
        hits.filter_map(|(_, range, instead)| Some((range, instead?))).collect();
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut end = 0;
    edits.retain(|(range, _)| {
        let fits = range.start >= end;
        end = if fits { range.end } else { end };
        fits
    });
    let mut text = text.to_owned();
    for (range, instead) in edits.into_iter().rev() {
        text.replace_range(range, &instead);
    }
    text
}

/// All findings of the rules of writing in an edition.
pub(super) fn all_findings(manuscript: &Manuscript) -> Vec<Diagnostic> {
    with_reading(manuscript, super::findings)
}

/// What the rules that compare sentences find in a body: what stands at each
/// finding and at the places that are related to it.
pub(super) fn compared(code: &str, body: &str) -> Vec<Vec<String>> {
    let source = report(body);
    let manuscript = manuscript(&[("report.json", &source)]);
    let diagnostics = with_reading(&manuscript, |reading| reading.compared());
    let places = |diagnostic: Diagnostic| {
        let related = diagnostic.related.into_iter().map(|related| related.place);
        let places = diagnostic.place.into_iter().chain(related);
        places.map(|place| source[place.range()].to_owned()).collect()
    };
    diagnostics.into_iter().filter(|found| found.code.name() == code).map(places).collect()
}

/// What they find in a list of these items, in the same way.
pub(super) fn compared_in(code: &str, items: &[&str]) -> Vec<Vec<String>> {
    compared(code, &serde_json::to_string(items).expect("JSON"))
}
