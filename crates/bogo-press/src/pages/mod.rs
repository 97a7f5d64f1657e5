//! What stands on the laid-out pages: all that is read from the compiler's
//! frames.

pub(crate) mod extent;
pub(crate) mod frames;
pub(crate) mod laid;
pub(crate) mod look;
mod marks;
