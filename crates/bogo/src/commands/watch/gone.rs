//! What is no longer found because it was mended, and not because it can no
//! longer be seen.

use bogo_model::diagnostic::rule::Family;
use bogo_model::diagnostic::{Code, Form, has_errors};
use bogo_model::manuscript::REPORT;
use bogo_model::{Diagnostic, Severity};

use crate::session::Outcome;

/// Faults in the form that only setting the pages shows.
const OF_PAGES: [Form; 3] = [Form::Template, Form::UnprintablePicture, Form::UnsettledPages];

/// Whether this would be found in the folder as it was set now, if it were
/// still there: an error may hide what stands beside it.
pub(super) fn would_be_found(finding: &Diagnostic, outcome: &Outcome) -> bool {
    let family = finding.code.rule().map(|rule| rule.family);
    let is_of_pages = matches!(finding.code, Code::Form(form) if OF_PAGES.contains(&form));
    if family == Some(Family::Pages) || is_of_pages {
        return outcome.proof.is_some() && !has_errors(&outcome.diagnostics);
    }
    if outcome.sound {
        return true;
    }
    // Where something could not be read, only files without a fault in their
    // form show all that is wrong in their words.
    let is_read = |file: &str| {
        !outcome.diagnostics.iter().any(|found| {
            found.severity == Severity::Error
                && found.code.rule().is_none()
                && found.place.as_ref().is_none_or(|place| place.file() == file)
        })
    };
    let file = finding.place.as_ref().map(|place| place.file());
    matches!(family, None | Some(Family::Writing)) && is_read(REPORT) && file.is_some_and(is_read)
}
