//! What dates say together: their order, whether steps lie within their
//! period, and how long periods are said to be.

pub(in crate::check) mod date_order;
pub(in crate::check) mod duration;
mod lines;
pub(in crate::check) mod outside;
mod ranges;
mod stages;
mod step;
#[cfg(test)]
mod tests;
mod timeline;
