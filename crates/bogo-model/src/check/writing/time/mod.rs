//! What dates say together: their order, whether steps lie within their
//! period, and how long periods are said to be.

pub(super) mod duration;
mod lines;
pub(super) mod order;
pub(super) mod outside;
mod ranges;
mod stages;
mod step;
#[cfg(test)]
mod tests;
mod timeline;
