//! Whether what was said is right: every figure proved, every sentence read.
//!
//! The rules are listed in [`RULES`]; each has a page in `docs/rules/`. What a
//! report says about them, [`Settings`] knows.

mod calls;
#[cfg(test)]
mod examples;
mod figures;
mod files;
mod list;
mod listed;
pub mod pages;
pub(crate) mod rules;
mod sentences;
mod settings;
mod writing;

use crate::diagnostic::Diagnostic;
use crate::figures::Figures;
use crate::format::Report;
use crate::manuscript::Manuscript;
use crate::rule::{self, NoRule, Rule};
use calls::Calls;
use figures::undeclared_sum;
pub use list::RULES;
use list::checks;
use listed::Check;
use sentences::Sentences;
pub use settings::Settings;

/// Checks an edition by all rules that need no page.
pub(crate) fn check(
    manuscript: &Manuscript,
    report: &Report,
    figures: &Figures,
    colon_apart: bool,
) -> Vec<Diagnostic> {
    let sentences = Sentences::of(manuscript, report, figures);
    let calls = &Calls::of(&manuscript.documents);
    let sentences = &sentences;
    let reading = writing::Reading { manuscript, report, sentences, figures, calls, colon_apart };
    let by_files = checks().filter_map(|check| match check {
        Check::Files(read) => Some(read),
        _ => None,
    });
    let mut found = figures::findings(&reading);
    found.retain(|finding| is_certain(finding, manuscript));
    let mended = writing::findings(&reading);
    undeclared_sum::wait_for_names(&mut found, &mended, &manuscript.documents);
    found.extend(mended);
    found.extend(by_files.flat_map(|read| read(&reading)));
    found
}

/// Whether a finding about figures does not only follow from what could not be
/// read: a part that was left out, a project that is not there.
fn is_certain(finding: &Diagnostic, manuscript: &Manuscript) -> bool {
    let related = finding.related.iter().map(|related| &related.place);
    let mut places = finding.place.iter().chain(related);
    manuscript.sound || places.all(|place| !manuscript.faulty.contains(place.file()))
}

/// The rule with this name, or why there is none.
///
/// # Errors
/// When the name is a form's, or nothing's.
pub fn find_rule(name: &str) -> Result<&'static Rule, NoRule> {
    rule::find(name, RULES)
}

/// The rules that a word chooses: all of a family, or one.
///
/// # Errors
/// When the word is neither a family nor a rule.
pub fn rules_of(word: &str) -> Result<Vec<&'static Rule>, NoRule> {
    rule::chosen_by(word, RULES)
}
