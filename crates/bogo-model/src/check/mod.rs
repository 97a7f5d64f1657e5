//! Whether what was said is right: every figure proved, every sentence read.
//!
//! The rules are listed in [`RULES`]; each has a page in `docs/rules/`. What a
//! report says about them, [`Settings`] knows.

mod calls;
#[cfg(test)]
mod examples;
mod figures;
mod files;
#[cfg(test)]
mod fixture;
mod list;
mod listed;
pub mod pages;
mod sentences;
mod settings;
mod unprinted;
mod writing;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rule::{self, NoRule, Rule};
use crate::edition::Edition;
use crate::figures::Figures;
use crate::format::Report;
use crate::manuscript::Manuscript;
use crate::resolve::Facts;
use calls::Calls;
use figures::undeclared_sum;
pub use list::RULES;
use list::checks;
use listed::reads;
pub use pages::is_readable;
use sentences::Sentences;
pub use settings::Settings;
use unprinted::Unprinted;
use writing::Reading;

/// Checks what a manuscript says by all rules that need neither the edition nor
/// a page.
pub(crate) fn check(
    manuscript: &Manuscript,
    report: &Report,
    facts: &Facts<'_>,
    figures: &Figures,
) -> Vec<Diagnostic> {
    let sentences = &Sentences::of(manuscript, report, figures);
    let calls = &Calls::of(&manuscript.documents);
    let unprinted = &Unprinted::of(manuscript, report);
    // What is wrong in the theme, resolving tells.
    let colon_apart = facts.theme(manuscript).0.colon(report.colon).starts_with(' ');
    let reading =
        Reading { manuscript, report, sentences, figures, facts, calls, unprinted, colon_apart };
    let by_print = checks().filter_map(reads!(Printed));
    let by_files = checks().filter_map(reads!(Files));
    let mut found = figures::findings(&reading);
    found.retain(|finding| is_certain(finding, manuscript));
    let mended = writing::findings(&reading);
    undeclared_sum::wait_for_names(&mut found, &mended, &manuscript.documents);
    found.extend(mended);
    found.extend(by_files.flat_map(|read| read(&reading)));
    by_print.flat_map(|read| read(&reading)).chain(found).collect()
}

/// Checks the edition, in which everything is decided, by all rules that need
/// no page.
pub(crate) fn check_edition(edition: &Edition, facts: &Facts<'_>) -> Vec<Diagnostic> {
    let by_edition = checks().filter_map(reads!(Edition));
    by_edition.flat_map(|read| read(edition, facts)).collect()
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
