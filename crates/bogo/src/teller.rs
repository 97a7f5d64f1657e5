//! Findings as commands tell them that make files: errors in full, warnings in
//! a line for each rule, and how to see them one by one.

use std::collections::BTreeMap;

use bogo_model::diagnostic::{Code, count, has_errors, shown};
use bogo_model::json::Documents;
use bogo_model::korean::with_particles;
use bogo_model::quoting::printable;
use bogo_model::{Diagnostic, Language, Severity};

use crate::render;

/// How many findings that are new, or gone, are told one by one.
const MOST_LINES: usize = 8;

/// Tells what was found, to someone who wants a file and not a check.
pub(crate) struct Teller {
    /// Whether warnings are shown in full, too.
    pub(crate) in_full: bool,
    /// Whether nothing is told of a file that is made as it should be.
    pub(crate) quiet: bool,
    /// The command that shows all findings: `bogo check DIR`.
    pub(crate) check: String,
    /// The language of the words.
    pub(crate) language: Language,
}

impl Teller {
    /// Whether findings are told, where the file was `made` as it should be or
    /// not. Who asks for all warnings is told them in any case.
    pub(crate) fn speaks(&self, made: bool) -> bool {
        self.in_full || !(self.quiet && made)
    }

    /// Tells everything that was found: errors in full, warnings by rule.
    pub(crate) fn tell(&self, diagnostics: &[Diagnostic], documents: &Documents) {
        if diagnostics.is_empty() {
            return;
        }
        if self.in_full {
            return render::findings(diagnostics, documents, self.language);
        }
        let words = self.errors(diagnostics, documents) + &self.warnings(diagnostics);
        let total = render::count(diagnostics, self.language);
        let remedy = match (count(diagnostics, Severity::Warning), self.language) {
            (0, _) => String::new(),
            (_, Language::Korean) => {
                with_particles(format!(" – 주의는 ‘{}’(으)로 하나씩 봅니다", self.check))
            }
            (_, Language::English) => format!("; `{}` shows each warning", self.check),
        };
        render::write(&format!("{words}{total}{remedy}\n"));
    }

    /// Counts what was found where it does not matter to the pages at hand.
    pub(crate) fn tell_elsewhere(&self, diagnostics: &[Diagnostic]) {
        if diagnostics.is_empty() {
            return;
        }
        let (total, check) = (render::count(diagnostics, self.language), &self.check);
        let wrong = has_errors(diagnostics);
        render::write(&match self.language {
            Language::Korean => {
                let caution = if wrong {
                    " 고치면 쪽 번호나 절 번호가 달라질 수 있습니다."
                } else {
                    ""
                };
                with_particles(format!("다른 절에 {total} – ‘{check}’(으)로 봅니다.{caution}\n"))
            }
            Language::English => {
                let caution = if wrong { "; mending them may change numbers here" } else { "" };
                format!("in other sections: {total}; `{check}` shows them{caution}\n")
            }
        });
    }

    /// Tells what is found now and was not before, and what is gone. Errors
    /// are told in full as long as they last.
    pub(crate) fn tell_change(
        &self,
        before: &[Diagnostic],
        now: &[Diagnostic],
        gone: &[&Diagnostic],
        documents: &Documents,
    ) {
        let mut new = missing_in(before, now);
        new.retain(|finding| finding.severity == Severity::Warning);
        let mut words = self.errors(now, documents);
        match self.in_full {
            true => words.push_str(&render::list(new, documents, self.language)),
            false => words.push_str(&self.lines(("새", "new"), &new, Some(documents))),
        }
        words.push_str(&self.lines(("없어진", "gone:"), gone, None));
        if has_errors(now) {
            words.push_str(&render::count(now, self.language));
            words.push('\n');
        }
        render::write(&words);
    }

    fn errors(&self, diagnostics: &[Diagnostic], documents: &Documents) -> String {
        let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
        let shown = shown(diagnostics).into_iter();
        render::list(shown.filter(is_error), documents, self.language)
    }

    /// A line for each rule of which there are warnings, in the order in which
    /// they are met.
    fn warnings(&self, diagnostics: &[Diagnostic]) -> String {
        let is_warning = |finding: &&Diagnostic| finding.severity == Severity::Warning;
        let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
        let mut first = Vec::new();
        for warning in diagnostics.iter().filter(is_warning) {
            let count = counts.entry(warning.code).or_default();
            *count += 1;
            if *count == 1 {
                first.push(warning);
            }
        }
        let line = |warning: &&Diagnostic| {
            let (code, count) = (warning.code, counts[&warning.code]);
            // What is no rule's is told by the first of its kind.
            let title = match code.rule() {
                Some(rule) => (rule.title)().text(self.language).to_owned(),
                None => place(warning, None) + warning.message.text(self.language),
            };
            match self.language {
                Language::Korean => format!("주의[{code}] {count}건: {title}\n"),
                Language::English => format!("warning[{code}] {count}: {title}\n"),
            }
        };
        first.iter().map(line).collect()
    }

    /// A line for each of these findings, which are `state`, but for too many;
    /// with the number of the line where the files are those they stand in.
    fn lines(
        &self,
        state: (&str, &str),
        findings: &[&Diagnostic],
        documents: Option<&Documents>,
    ) -> String {
        let (korean, english) = state;
        let line = |finding: &&Diagnostic| {
            let place = place(finding, documents);
            let (code, message) = (finding.code, finding.message.text(self.language));
            let kind = match (self.language, finding.severity) {
                (Language::Korean, Severity::Error) => format!("{korean} 잘못"),
                (Language::Korean, Severity::Warning) => format!("{korean} 주의"),
                (Language::English, Severity::Error) => format!("{english} error"),
                (Language::English, Severity::Warning) => format!("{english} warning"),
            };
            format!("{kind}[{code}] {place}{message}\n")
        };
        let mut lines: String = findings.iter().take(MOST_LINES).map(line).collect();
        let more = findings.len().saturating_sub(MOST_LINES);
        if more > 0 {
            let check = &self.check;
            lines.push_str(&match self.language {
                Language::Korean => format!("{korean} 것이 {more}건 더 있음 – ‘{check}’\n"),
                Language::English => format!("{english} {more} more; `{check}`\n"),
            });
        }
        lines
    }
}

/// Where a finding is, before its words: `budget.json:12: `.
fn place(finding: &Diagnostic, documents: Option<&Documents>) -> String {
    let Some(place) = &finding.place else { return String::new() };
    let file = printable(place.file());
    let text = documents.and_then(|documents| documents.text(place.file()));
    let before = text.and_then(|text| text.get(..place.range().start));
    match before {
        Some(before) => format!("{file}:{}: ", before.matches('\n').count() + 1),
        None => format!("{file}: "),
    }
}

/// The findings of `some` that `others` do not have, each as often as it has
/// more of them. Where exactly they stand does not count: what is typed above
/// moves them.
pub(crate) fn missing_in<'d>(others: &[Diagnostic], some: &'d [Diagnostic]) -> Vec<&'d Diagnostic> {
    let mut left: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for finding in others {
        *left.entry(identity(finding)).or_default() += 1;
    }
    let mut missing = Vec::new();
    for finding in some {
        match left.get_mut(&identity(finding)) {
            Some(count @ 1..) => *count -= 1,
            _ => missing.push(finding),
        }
    }
    missing
}

/// By what a finding is known again after an edit: its file and its words.
fn identity(finding: &Diagnostic) -> (&str, &str) {
    let file = finding.place.as_ref().map_or("", |place| place.file());
    (file, finding.message.text(Language::Korean))
}

#[cfg(test)]
mod tests {
    use bogo_model::check::find_rule;
    use bogo_model::{Message, Place};

    use super::*;

    fn finding(file: &str, at: usize, words: &str) -> Diagnostic {
        let place = Place::within(file, "0123456789abc", at..at);
        find_rule("spaces").expect("a rule").finding(place, Message::new(words, words))
    }

    #[test]
    fn a_finding_that_moved_is_neither_new_nor_gone_and_a_second_one_is_new() {
        let before = [finding("a", 1, "가"), finding("a", 5, "나")];
        let now = [finding("a", 9, "가"), finding("a", 12, "가"), finding("b", 5, "나")];
        assert_eq!(missing_in(&before, &now), [&now[1], &now[2]]);
        assert_eq!(missing_in(&now, &before), [&before[1]]);
    }
}
