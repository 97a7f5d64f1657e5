//! Figures of tables as they are printed.

use crate::edition::RichText;
use crate::format::Figure;
use crate::korean;

/// A figure of a table as it is printed.
pub(super) fn printed(figure: Figure) -> RichText {
    match figure {
        Figure::Number(number) => RichText::Plain(korean::number(number)),
        Figure::None => RichText::from("-"),
        Figure::Blank => RichText::default(),
    }
}
