//! What a session is to make of a folder.

use bogo_model::Diagnostic;
use bogo_model::Severity;
use bogo_model::diagnostic::has_errors;

/// What a session is to make of a folder, and what keeps it from that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Goal {
    /// What is wrong with the data. No page is set.
    Data,
    /// Everything that is wrong, with the pages, too: they are set unless
    /// something is missing from them.
    Findings,
    /// The pages of a report without errors.
    #[default]
    Pages,
    /// The pages, if all data could be read and stand in them. Those of a
    /// report with errors say so.
    MarkedPages,
}

impl Goal {
    /// Whether pages are set, given what was found in the data, all of which
    /// could be read if it is `sound`.
    pub(crate) fn permits_pages(self, sound: bool, diagnostics: &[Diagnostic]) -> bool {
        match self {
            Self::Data => false,
            Self::Findings => sound && !diagnostics.iter().any(leaves_gap),
            Self::Pages => !has_errors(diagnostics),
            Self::MarkedPages => !has_errors(diagnostics) || sound && !omits_any(diagnostics),
        }
    }

    /// What pages say at their head if so many errors were found.
    pub(crate) fn notice(self, errors: usize) -> Option<String> {
        let is_marked = self == Self::MarkedPages && errors > 0;
        is_marked.then(|| format!("검사 미통과: 잘못 {errors}건 – 확정본이 아님"))
    }
}

/// Whether something that was written would be missing from the pages.
pub(crate) fn omits_any(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.omits)
}

/// Whether something would be missing from the pages, so that more would be
/// found in them than is wrong.
fn leaves_gap(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Error
        && diagnostic.code.rule().is_none_or(|rule| !rule.optional)
}
