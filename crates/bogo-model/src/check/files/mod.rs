//! What belongs to the report, and what it says about itself.

pub(super) mod unused_field;
