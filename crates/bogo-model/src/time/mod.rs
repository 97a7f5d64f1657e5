//! Days of the calendar, spans of time, and how long they are.

mod day;
mod extent;
mod length;

pub(crate) use day::{Day, Stretch};
pub(crate) use extent::Extent;
pub(crate) use length::{Length, LengthClaim, LengthUnit, SaidLength};
