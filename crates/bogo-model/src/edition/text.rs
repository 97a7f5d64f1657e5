//! Words as they are printed, each piece with where it comes from.

use std::ops::Range;

use crate::json::Span;
use crate::lines::Lines;

/// A text: pieces in order, figures filled in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RichText {
    /// Its pieces, none of them empty.
    pub runs: Vec<Run>,
    /// Where its lines end in the room that it has.
    pub lines: Lines,
}

/// A piece of a [`RichText`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its characters. A no-break space (U+00A0) is a space at which no line
    /// may end.
    pub text: String,
    /// How it is set off.
    pub look: Look,
    /// Where it comes from.
    pub source: Source,
}

/// How a piece of text is set off from the rest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    /// Not at all.
    #[default]
    Plain,
    /// Bold.
    Strong,
    /// Bold and in the accent colour.
    Accent,
}

impl Look {
    /// Whether a piece is bold.
    pub(crate) fn is_bold(self) -> bool {
        self != Self::Plain
    }
}

/// Where the characters of a piece come from. What has neither is bogo's own:
/// a usual head, the colon behind a label.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Where they are typed; of a figure that comes from elsewhere, the mark
    /// that calls it.
    pub typed: Option<Typed>,
    /// The values that they are made of, where they are not what is typed: the
    /// number that is printed with separators, the parts of a sum, the figure
    /// that is called.
    pub made_of: Vec<Span>,
}

/// Bytes of a text in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The string.
    pub string: Span,
    /// Which bytes of it, escapes undone.
    pub bytes: Range<usize>,
}

impl Source {
    /// These bytes of a string.
    pub fn typed(string: Span, bytes: Range<usize>) -> Self {
        Self { typed: Some(Typed { string, bytes }), made_of: Vec::new() }
    }

    /// Values that stand elsewhere.
    pub fn made_of(values: impl IntoIterator<Item = Span>) -> Self {
        Self { typed: None, made_of: values.into_iter().collect() }
    }

    /// Adds the values that the characters are made of.
    #[must_use]
    pub fn with(self, values: impl IntoIterator<Item = Span>) -> Self {
        Self { made_of: self.made_of.into_iter().chain(values).collect(), ..self }
    }
}

impl Run {
    /// Plain characters of bogo's own.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), look: Look::Plain, source: Source::default() }
    }
}

impl RichText {
    /// Pieces whose lines have not been chosen.
    pub(crate) fn of(runs: Vec<Run>) -> Self {
        Self { runs, lines: Lines::default() }
    }

    /// How many lines it stands in; none if it says nothing.
    pub fn line_count(&self) -> usize {
        if self.runs.is_empty() { 0 } else { self.lines.ends.len() + 1 }
    }

    /// Plain characters that come from there.
    pub fn plain_from(text: impl Into<String>, source: Source) -> Self {
        Self::from(Run { text: text.into(), look: Look::Plain, source })
    }

    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// The characters without what sets them off.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl From<Run> for RichText {
    fn from(run: Run) -> Self {
        Self::of(if run.text.is_empty() { Vec::new() } else { vec![run] })
    }
}

/// Words of bogo's own.
impl From<String> for RichText {
    fn from(text: String) -> Self {
        Self::plain_from(text, Source::default())
    }
}

/// Words of bogo's own.
impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
