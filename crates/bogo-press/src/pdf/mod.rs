//! A finished PDF in the hands of this program, which changes in it what the
//! compiler cannot be asked for.

pub(crate) mod objects;
pub(crate) mod pack;
pub(crate) mod print;
pub(crate) mod structure;
