//! What an office's report is: its format, its rules and its findings.
//!
//! Data flows one way through this crate. [`parse()`] turns the texts of an
//! edition's files into a [`Manuscript`], what was said; [`decide()`] turns that
//! into an [`Edition`], everything decided. Both return what they could make
//! *and* every [`Diagnostic`], never only the first.
//!
//! The crate reads no file, no clock and no environment, and knows nothing of
//! Typst.

pub mod check;
pub mod diagnostic;
pub mod edition;
mod figures;
pub mod format;
pub mod json;
pub mod korean;
pub mod lines;
pub mod manuscript;
mod nearest;
pub mod quoting;
pub mod resolve;
pub mod theme;

pub use diagnostic::{Diagnostic, Language, Message, Place, Severity};
pub use manuscript::Manuscript;

use edition::Edition;
use figures::Figures;
use manuscript::SourceFile;
use resolve::Facts;

/// Reads the files of an edition, reporting everything that is wrong in them.
/// `themes` are the program's own, by name; the edition's stand before them.
pub fn parse(files: Vec<SourceFile>, themes: &[(&str, &str)]) -> (Manuscript, Vec<Diagnostic>) {
    manuscript::parse(files, themes, check::RULES)
}

/// Decides everything that a manuscript leaves open, and finds what is not right
/// in it: what keeps it from being decided, and what the rules find that need no
/// page, whatever the report says of them. `None` without a report that could be
/// read.
///
/// Nothing that is decided depends on what the rules find, nor the other way
/// round, so that both are done at once.
pub fn decide(manuscript: &Manuscript, facts: &Facts<'_>) -> Option<(Edition, Vec<Diagnostic>)> {
    let report = manuscript.report.as_ref()?;
    let figures = Figures::of(manuscript, report);
    let ((edition, mut found), others) = rayon::join(
        || resolve::resolve(manuscript, report, facts, &figures),
        || check::check(manuscript, report, facts, &figures),
    );
    found.extend(others);
    found.extend(check::check_edition(&edition, facts));
    Some((edition, found))
}
