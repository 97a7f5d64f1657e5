//! Where a place is for those who count lines and columns.

use bogo_model::Place;
use bogo_model::json::Documents;

/// A line and a column, both counted from 1; columns are characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Position {
    /// Where a place begins and ends. One in a file without text, such as a
    /// picture, is at its beginning.
    pub(super) fn of(place: &Place, documents: &Documents) -> (Self, Self) {
        let text = documents.text(place.file()).unwrap_or_default();
        (Self::at(text, place.range().start), Self::at(text, place.range().end))
    }

    fn at(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line..].chars().count() + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_in_characters_from_one() {
        let at = |byte| {
            let Position { line, column } = Position::at("가나\r\n다라\n", byte);
            (line, column)
        };
        assert_eq!((at(0), at(3), at(8), at(11)), ((1, 1), (1, 2), (2, 1), (2, 2)));
        assert_eq!(at(1000), (1, 1), "a byte that is not there");
    }
}
