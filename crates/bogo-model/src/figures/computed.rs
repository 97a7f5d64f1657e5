//! Values that are computed, with what they are computed from.

use rust_decimal::Decimal;

use super::proof::Proof;
use super::quantity::Quantity;
use crate::json::{Span, Spanned};
use crate::korean;

/// A value that is computed, or stated.
#[derive(Debug, Clone, Default)]
pub(crate) struct Computed<T = Decimal> {
    /// The value.
    pub value: T,
    /// Where the values stand that it is computed from; what is stated is from
    /// where it stands.
    pub from: Vec<Span>,
}

impl<T: Copy> Computed<T> {
    /// A value that is stated.
    pub(crate) fn stated(value: &Spanned<T>) -> Self {
        Self { value: value.value, from: vec![value.span] }
    }

    /// A value that is made of others, from all that they are from.
    pub(super) fn made<P>(value: T, parts: &[Computed<P>]) -> Self {
        Self { value, from: parts.iter().flat_map(|part| part.from.iter().copied()).collect() }
    }
}

impl Computed {
    /// A value that follows from figures.
    pub(super) fn of(value: Decimal, from: &[Quantity]) -> Self {
        Self { value, from: from.iter().map(|figure| figure.span).collect() }
    }

    /// The value as it is printed.
    pub(crate) fn printed(&self) -> String {
        korean::number(self.value)
    }

    /// The value as it is printed where zeros at its end say nothing.
    pub(crate) fn printed_short(&self) -> String {
        korean::number(self.value.normalize())
    }
}

/// What a figure has to be.
impl From<Proof> for Computed {
    fn from(proof: Proof) -> Self {
        Self::of(proof.expected, &proof.parts)
    }
}
