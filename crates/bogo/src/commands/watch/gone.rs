//! What is no longer found because it was mended, and not because it can no
//! longer be seen.

use bogo_model::check::{Family, rule};
use bogo_model::diagnostic::has_errors;
use bogo_model::manuscript::REPORT;
use bogo_model::{Diagnostic, Severity};

use crate::session::Outcome;

/// Faults in the form that only setting the pages shows.
const OF_PAGES: [&str; 3] = ["template", "unprintable-picture", "unsettled-pages"];

/// Whether this would be found in the folder as it was set now, if it were
/// still there: an error may hide what stands beside it.
pub(super) fn would_be_found(finding: &Diagnostic, outcome: &Outcome) -> bool {
    let family = rule(finding.code).map(|rule| rule.family);
    if family == Some(Family::Pages) || OF_PAGES.contains(&finding.code) {
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
                && rule(found.code).is_none()
                && found.place.as_ref().is_none_or(|place| place.file() == file)
        })
    };
    let file = finding.place.as_ref().map(|place| place.file());
    matches!(family, None | Some(Family::Writing)) && is_read(REPORT) && file.is_some_and(is_read)
}
