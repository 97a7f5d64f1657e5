//! A finished PDF in the hands of this program, which changes in it what the
//! compiler cannot be asked for.

mod content;
pub(crate) mod fonts;
pub(crate) mod objects;
pub(crate) mod pack;
pub(crate) mod print;
mod stream;
pub(crate) mod structure;
mod syntax;
