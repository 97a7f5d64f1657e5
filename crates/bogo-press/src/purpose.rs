//! What pages are made for.

/// What the pages are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purpose {
    /// Screen, archive and office printer, in a file of any kind.
    #[default]
    Screen,
    /// The same in a PDF, and no other file: its photographs go there as they
    /// are and need not be decoded.
    Pdf,
    /// A printing house: with bleed and crop marks.
    Print,
}

impl Purpose {
    /// Whether the pages go into a PDF and nowhere else.
    pub(crate) fn is_pdf(self) -> bool {
        matches!(self, Self::Pdf | Self::Print)
    }
}
