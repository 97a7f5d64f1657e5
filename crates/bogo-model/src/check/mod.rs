//! Whether what was said is right: every figure proved, every sentence read.
//!
//! The rules are listed in [`RULES`]; each has a page in `docs/rules/`. What a
//! report says about them, [`Settings`] knows.

mod codes;
mod rules;
mod sentences;
mod settings;
mod writing;

use crate::diagnostic::Diagnostic;
use crate::figures::Figures;
use crate::format::Report;
use crate::manuscript::Manuscript;
pub use codes::{FORM_CODES, NoRule, find_rule, rules_of};
pub use rules::{Family, RULES, Rule, rule};
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
    let reading = writing::Reading { manuscript, report, sentences: &sentences, colon_apart };
    writing::findings(&reading)
}
