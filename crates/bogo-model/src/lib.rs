//! What an office's report is: its format, its rules and its findings.
//!
//! Data flows one way through this crate. [`parse()`] turns the texts of an
//! edition's files into a [`Manuscript`], what was
//! said; [`resolve()`] turns that into an
//! [`Edition`](edition::Edition), everything decided. Both return what they
//! could make *and* every [`Diagnostic`], never only the first. [`check()`]
//! finds what is not right in a manuscript, beside `resolve`: neither needs the
//! other, and both are handed the same [`Figures`].
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
pub mod manuscript;
mod nearest;
pub mod quoting;
pub mod resolve;
pub mod theme;

pub use check::check;
pub use diagnostic::{Diagnostic, Language, Message, Place, Severity};
pub use figures::Figures;
pub use manuscript::Manuscript;
pub use resolve::resolve;

use manuscript::SourceFile;

/// Reads the files of an edition, reporting everything that is wrong in them.
/// `themes` are the program's own, by name; the edition's stand before them.
pub fn parse(files: Vec<SourceFile>, themes: &[(&str, &str)]) -> (Manuscript, Vec<Diagnostic>) {
    manuscript::parse(files, themes, check::RULES)
}
