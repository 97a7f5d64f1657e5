//! What is so in Korean, whatever a report says: how numbers, dates and counts
//! are written in a public office, and how sounds and particles go together.
//!
//! The rules are those of the 행정업무운영 편람; where reports have a custom of
//! their own, it is named. This is the bottom of the crate: nothing else of it
//! is used here, and what is wrong is worded by those who ask.

mod counting;
pub mod hangul;
pub(crate) mod numbers;
pub(crate) mod particles;
pub mod time;
pub(crate) mod units;

pub use counting::NumberPattern;
pub(crate) use counting::is_circled_number;
pub use numbers::number;
pub use particles::with_particles;
pub use time::{Moment, date, span_of_time};

/// A space at which no line may break. It stands for an ordinary space: the
/// templates print it as one.
pub const GLUE: char = '\u{a0}';

/// A text without its spaces, those at which no line may break included.
pub(crate) fn without_spaces(text: &str) -> String {
    text.replace([' ', GLUE], "")
}
