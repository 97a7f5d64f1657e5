//! Figures that the data says follow from others, and that could not be
//! proved.

use crate::json::Span;

/// A figure that is said to be a sum, a change or a share, and that could not
/// be proved.
#[derive(Debug, Clone)]
pub(crate) struct Unproved {
    /// What the figure is called, or the line that says what it is.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// What keeps it from being proved.
    pub reason: Reason,
}

/// What keeps a figure from being proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Its place says no number, though what it follows from does.
    NoNumber,
    /// Its place says no number, though it is said to agree with one.
    NoFigure,
    /// No part stands before it that it could be the share of.
    NoPartBefore,
    /// There is nothing that it could follow from.
    NoParts,
    /// What it follows from says words here.
    Words(Span),
    /// What it follows from is blank here.
    Blank(Span),
    /// It is a rate or share of nothing, which stands here.
    OfNothing(Span),
    /// It is a rate of change from less than nothing, which stands here.
    OfNegative(Span),
    /// Its unit, or the one behind it, cannot be turned into that of the
    /// figure, which stands here.
    OtherUnit(Span),
    /// It stands in a cell that is merged with those of other lines.
    Merged,
    /// What it follows from is merged here with what it does not follow from.
    PartMerged(Span),
    /// It would follow from itself.
    Itself,
    /// The figures are too large to be reckoned with exactly.
    TooLarge,
    /// A change, rate or share is of two lines, and so many are named.
    NotTwo(usize),
    /// A line is said to be two things at once.
    SaidTwice,
    /// There is more to it that is a finding of its own.
    Elsewhere,
}
