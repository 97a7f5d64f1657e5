//! Days of the calendar, spans of time, how long they are, and how offices
//! write all of these.

mod day;
mod extent;
mod length;
mod moment;
mod period;
mod weekday;
mod year_part;

pub(crate) use day::{Day, Stretch, is_day};
pub(crate) use extent::Extent;
pub(crate) use length::{Length, LengthClaim, LengthUnit, SaidLength};
pub use moment::{Moment, date};
pub use period::{MonthStyle, PeriodStyle, YearStyle, span_of_time};
pub(crate) use weekday::Weekday;
pub(crate) use year_part::YearPart;
