//! Units of money, of measure and of count: what they measure, and how they are
//! written behind numbers.

mod counter;
mod measure;
mod words;

pub(crate) use counter::counts;
pub(crate) use measure::{
    are_apart, at_start, foreign_multiple, is_known, is_money, is_rounded, money_at_start, ratio,
    unit_at_start,
};
pub(crate) use words::{KEPT_BEHIND_NUMBERS, OF_RANGES, is_money_word, unit_word_at_start};
