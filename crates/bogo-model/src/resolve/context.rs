//! What every part of resolving shares.

use std::collections::{BTreeSet, HashSet};

use super::Facts;
use super::levels::Markers;
use crate::diagnostic::{Code, Diagnostic, Form, Message, Place, keep};
use crate::edition::ProjectEntry;
use crate::figures::{FIGURE_KINDS, Figures, NamedFigure, NamedPeriod, Quantity, Scope};
use crate::format::{Organisation, Report, Staff, Text};
use crate::json::Span;
use crate::korean::numbers::number_at_start;
use crate::korean::time::LengthUnit;
use crate::manuscript::Manuscript;
use crate::message;
use crate::nearest::nearest;
use crate::quoting::{listed, quoted};
use crate::theme::Theme;

/// The state of resolving one manuscript.
pub(super) struct Context<'a> {
    pub manuscript: &'a Manuscript,
    pub report: &'a Report,
    pub facts: &'a Facts<'a>,
    pub theme: Theme,
    /// The organisation that charts and tables show, if a section has one.
    pub organisation: Option<&'a Organisation>,
    /// The staff that tables show, if a section has one.
    pub staff: Option<&'a Staff>,
    /// The markers of the four levels where the items at hand stand.
    pub markers: Markers,
    /// The level at which the items of the chapter at hand begin.
    pub level: u8,
    /// All projects in their order, for lists of them.
    pub projects: Vec<ProjectEntry>,
    /// The figures that can be used in the section at hand.
    pub scope: Scope<'a>,
    pub figures: &'a Figures,
    /// The files that say what stands in the section at hand.
    files: BTreeSet<String>,
    /// What rules find.
    findings: Vec<Diagnostic>,
    /// What is wrong with the form of the data.
    faults: Vec<Diagnostic>,
    /// What has been reported.
    told: HashSet<(Code, Option<Place>, Message)>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        manuscript: &'a Manuscript,
        report: &'a Report,
        facts: &'a Facts<'a>,
        figures: &'a Figures,
    ) -> Self {
        let (theme, faults) = facts.theme(manuscript);
        let markers = std::array::from_fn(|index| theme.entry(&["markers"], index).to_owned());
        Self {
            manuscript,
            report,
            facts,
            theme,
            markers,
            level: 1,
            organisation: None,
            staff: None,
            projects: Vec::new(),
            scope: figures.scope(report.span),
            figures,
            files: BTreeSet::new(),
            findings: Vec::new(),
            faults,
            told: HashSet::new(),
        }
    }

    /// The findings, each once.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.findings.into_iter().chain(self.faults).collect()
    }

    /// Reports a finding. A text that is printed twice is read twice, but what
    /// is wrong with it is told once.
    pub(super) fn report_finding(&mut self, diagnostic: Diagnostic) {
        let Diagnostic { code, place, message, .. } = &diagnostic;
        if !self.told.insert((*code, place.clone(), message.clone())) {
            return;
        }
        // What a rule finds may be let pass, so that others count the more.
        match diagnostic.code.rule() {
            Some(_) => self.findings.push(diagnostic),
            None => {
                let omits = diagnostic.omits;
                keep(&mut self.faults, || diagnostic);
                if let Some(last) = self.faults.last_mut().filter(|_| omits) {
                    last.omits = true;
                }
            }
        }
    }

    /// Reports an error at a place.
    pub(super) fn error(
        &mut self,
        form: Form,
        span: Span,
        message: Message,
        help: Option<Message>,
    ) {
        let diagnostic = self.fault(form, span, message, help);
        self.report_finding(diagnostic);
    }

    /// Reports an error at a place that keeps something that was written there
    /// from the pages.
    pub(super) fn omission(
        &mut self,
        form: Form,
        span: Span,
        message: Message,
        help: Option<Message>,
    ) {
        let diagnostic = self.fault(form, span, message, help).omitting();
        self.report_finding(diagnostic);
    }

    fn fault(&self, form: Form, span: Span, message: Message, help: Option<Message>) -> Diagnostic {
        let place = self.manuscript.documents.place(span);
        Diagnostic { help, ..Diagnostic::error(form, place, message) }
    }

    /// The colon between a label and what it labels.
    pub(super) fn colon(&self) -> &'static str {
        self.theme.colon(self.report.colon)
    }

    /// Goes on to the section or project at this place.
    pub(super) fn enter(&mut self, section: Span) {
        self.scope = self.figures.scope(section);
        self.files.clear();
        self.depend_on(Some(section));
    }

    /// Notes that what stands at this place is shown in the section at hand,
    /// or that it stands nowhere: then it may be in what could not be read.
    pub(super) fn depend_on(&mut self, span: Option<Span>) {
        match span {
            Some(span) => drop(self.files.insert(self.manuscript.documents.path(span).to_owned())),
            None => self.files.extend(self.manuscript.faulty.iter().cloned()),
        }
    }

    /// Notes that the section at hand lists all projects, those that could not
    /// be read included.
    pub(super) fn depend_on_projects(&mut self) {
        let files = self.manuscript.faulty_projects().map(str::to_owned);
        self.files.extend(files);
    }

    /// The files that say what stands in the section that was entered last.
    pub(super) fn take_files(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.files)
    }

    /// Reports a name that no figure has, called in a text as the run at an
    /// index, or at `span`.
    pub(super) fn check_figure(&mut self, name: &str, span: Span, run: Option<(&Text, usize)>) {
        let scope = self.scope.at(span);
        let place = match run {
            Some((text, index)) => {
                let at = text.runs[index].at.clone();
                self.manuscript.documents.typed_mark(text.span, at)
            }
            None => span,
        };
        match scope.get(name) {
            Some(NamedFigure::One(figure)) => {
                return self.depend_on(Some(figure.span));
            }
            Some(NamedFigure::Several) => {
                let name = quoted(name);
                let message = message!(
                    "‘{name}’(이)라는 수치가 여러 곳에 있고 서로 다릅니다",
                    "several figures are named `{name}`, and they differ"
                );
                let help = message!(
                    "어느 것인지 알 수 없으므로 수치를 직접 쓰십시오.",
                    "type the figure itself, as it cannot be told which is meant"
                );
                return self.error(Form::AmbiguousFigure, place, message, Some(help));
            }
            None => {}
        }
        // What names the figure may be what could not be read.
        let kind = name.split('.').next().unwrap_or(name);
        if !self.manuscript.sound && FIGURE_KINDS.contains(&kind) {
            return self.depend_on(None);
        }
        if let Some((typed, number)) = more_than_a_number(name).filter(|_| run.is_some()) {
            let message = message!(
                "쌍점 뒤에는 수만 적습니다: ‘{typed}’",
                "only a number stands behind the colon: `{typed}`"
            );
            let help = message!(
                "{number}만 적으십시오. +는 빼고, %나 단위는 중괄호 뒤에 씁니다.",
                "write {number}, without +; % and units stand behind the brace"
            );
            return self.error(Form::TextMark, place, message, Some(help));
        }
        let names = || scope.names();
        let help = match nearest(name, names()) {
            _ if self.is_open(name) => message!(
                "이 기간에는 끝이 없어 길이도 없습니다. 기간에 \"to\"를 쓰십시오.",
                "this period has no end, and so no length; give it a `to`"
            ),
            Some(near) => message!("{{={near}}} 아닙니까?", "did you mean {{={near}}}?"),
            None if names().next().is_none() => message!(
                "이 보고서에는 이름 붙은 수치가 없습니다. 수치를 직접 쓰십시오.",
                "no table of this report has figures with names; type the figure itself"
            ),
            None => {
                let all = listed(names());
                message!("쓸 수 있는 이름: {all}", "known names: {all}")
            }
        };
        let name = quoted(name);
        let message =
            message!("‘{name}’(이)라는 수치가 없습니다", "there is no figure named `{name}`");
        self.error(Form::UnknownFigure, place, message, Some(help));
    }

    /// Whether a name is that of the length of a period without an end.
    fn is_open(&self, name: &str) -> bool {
        let period = name
            .rsplit_once('.')
            .filter(|(_, unit)| LengthUnit::ALL.iter().any(|known| known.word() == *unit));
        let period = period.and_then(|(period, _)| self.scope.period(period));
        matches!(period, Some(NamedPeriod::One { to: None, .. }))
    }
}

/// What stands behind the last colon of a name, where it is a number with a
/// plus, a percent sign or a unit, and that number: `전체:45.8%`.
fn more_than_a_number(name: &str) -> Option<(&str, &str)> {
    let typed = name.rsplit_once(':')?.1.trim();
    let begin = typed.trim_start_matches(['+', '＋']);
    let (_, length) = number_at_start(begin)?;
    let rest = begin[length..].trim();
    let is_more =
        matches!(rest, "%" | "％" | "%p" | "") || Quantity::unit_at_start(rest) == Some(rest);
    is_more.then_some((typed, &begin[..length]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_more_behind_a_colon_is_told_from_a_name() {
        for (name, found) in [
            ("전체:45.8%", Some(("45.8%", "45.8"))),
            ("작년:+143", Some(("+143", "143"))),
            ("작년: 1,200명", Some(("1,200명", "1,200"))),
            ("표.12:30분기", None),
            ("표.가:나", None),
            ("전체", None),
        ] {
            assert_eq!(more_than_a_number(name), found, "{name}");
        }
    }
}
