//! What belongs to the report, and what it says about itself.

pub(super) mod one_weight;
pub(super) mod team_order;
pub(super) mod unused_allow;
pub(super) mod unused_field;
pub(super) mod unused_file;
pub(super) mod unused_theme;
