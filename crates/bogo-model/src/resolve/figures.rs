//! Figures of tables as they are printed.

use crate::edition::{RichText, Source};
use crate::figures::Computed;
use crate::format::Figure;
use crate::korean;

/// A figure of a table as it is printed.
pub(super) fn printed(figure: &Computed<Figure>) -> RichText {
    let words = match figure.value {
        Figure::Number(number) => korean::number(number),
        Figure::None => "-".to_owned(),
        Figure::Blank => return RichText::default(),
    };
    RichText::plain_from(words, Source::made_of(figure.from.iter().copied()))
}
