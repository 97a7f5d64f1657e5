//! Whether what was said is right: every figure proved, every sentence read.
//!
//! The rules are listed in [`RULES`]; each has a page in `docs/rules/`. What a
//! report says about them, `Settings` (see [`settings`]) knows.

pub mod pages;
mod rules;
mod sentences;
pub mod settings;
mod writing;

use crate::diagnostic::Diagnostic;
use crate::figures::Figures;
use crate::format::Report;
use crate::manuscript::Manuscript;
pub use rules::{Family, RULES, Rule, rule};
use sentences::Sentences;

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
