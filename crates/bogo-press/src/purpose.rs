//! What pages are made for.

/// What the pages are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purpose {
    /// Screen, archive and office printer.
    #[default]
    Screen,
    /// A printing house: with bleed and crop marks.
    Print,
}
