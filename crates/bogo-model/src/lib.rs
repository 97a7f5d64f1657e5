//! What an office's report is: its format, its rules and its findings.
//!
//! Data flows one way through this crate. [`parse()`] turns the texts of an
//! edition's files into a [`Manuscript`], what was
//! said; [`resolve()`] turns that into an
//! [`Edition`](edition::Edition), everything decided. Both return what they
//! could make *and* every [`Diagnostic`], never only the first.
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
pub mod quoting;
pub mod resolve;
mod texts;
pub mod theme;
mod time;

pub use diagnostic::{Diagnostic, Language, Message, Place, Severity};
pub use manuscript::{Manuscript, parse};
pub use resolve::resolve;
