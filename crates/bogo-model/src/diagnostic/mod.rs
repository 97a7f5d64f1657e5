//! The one kind of finding that every part of bogo reports.
//!
//! A terminal line, a JSON record and a mark in an editor are renderings of
//! the same [`Diagnostic`].

mod code;
pub mod rule;

use std::fmt;
use std::ops::Range;

pub use self::code::{Code, Form};
use crate::korean::with_particles;
use crate::quoting::sentence;

/// The language in which messages are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Korean, the language of the users.
    #[default]
    Korean,
    /// English, on request.
    English,
}

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Message {
    korean: String,
    english: String,
}

impl Message {
    /// Pairs the Korean sentence with the English one. Particles that are left
    /// open behind quotes in the Korean one, `‘{name}’은(는)`, are settled, and
    /// what cannot be seen stands as its code in both.
    pub fn new(korean: impl Into<String>, english: impl Into<String>) -> Self {
        let korean = with_particles(sentence(korean.into()));
        Self { korean, english: sentence(english.into()) }
    }

    /// The sentence in the given language.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Korean => &self.korean,
            Language::English => &self.english,
        }
    }
}

/// Writes a [`Message`]: the Korean format string, then the English one.
#[macro_export]
macro_rules! message {
    ($korean:literal, $english:literal $(,)?) => {
        $crate::Message::new(format!($korean), format!($english))
    };
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The report can be made, but someone should look.
    Warning,
    /// The report cannot be made, or would be wrong.
    Error,
}

/// A range of a file of the edition. It begins and ends on characters of the
/// file's text and within it: there is no way to make another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    file: String,
    range: Range<usize>,
    pointer: String,
}

impl Place {
    /// A file as a whole, by its path below the edition's folder, with `/`
    /// between parts.
    pub fn whole(file: impl Into<String>) -> Self {
        Self { file: file.into(), range: 0..0, pointer: String::new() }
    }

    /// Bytes of a file that has this text. Where they begin or end inside a
    /// character, they are taken to hold the whole of it; what lies behind the
    /// text is its end.
    pub fn within(file: impl Into<String>, text: &str, range: Range<usize>) -> Self {
        let start = text.floor_char_boundary(range.start);
        let end = text.ceil_char_boundary(range.end).max(start);
        Self { file: file.into(), range: start..end, pointer: String::new() }
    }

    /// Adds the JSON pointer (RFC 6901) of the value that holds the range.
    #[must_use]
    pub fn with_pointer(self, pointer: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), ..self }
    }

    /// The file's path below the edition's folder, with `/` between parts.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The bytes of the file's text that the finding is about.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The JSON pointer (RFC 6901) of the value that holds the range; empty
    /// for the whole file.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }
}

/// A second place that a finding is about, and what it has to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where it is.
    pub place: Place,
    /// What stands there.
    pub message: Message,
}

/// A change that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits, which are to be made all or none.
    pub edits: Vec<Edit>,
}

/// Bytes of a file that are to be replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The file's path below the edition's folder.
    pub file: String,
    /// The bytes of the file's text.
    pub range: Range<usize>,
    /// What is to stand there: JSON as it is spelt in the file.
    pub text: String,
}

/// A finding: what is wrong, where, why, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of finding.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// Where; `None` if it is about the edition as a whole.
    pub place: Option<Place>,
    /// Other places that take part.
    pub related: Vec<Related>,
    /// What was expected and, where it can be said, what to type.
    pub help: Option<Message>,
    /// What mends it, where that is safe.
    pub fix: Option<Fix>,
    /// Whether something that was written is missing from the pages because
    /// of it.
    pub omits: bool,
    /// How many more were found that are not told one by one, because they
    /// are too many.
    pub more: usize,
}

impl Diagnostic {
    /// A fault in the form that keeps the report from being made.
    pub fn error(form: Form, place: impl Into<Option<Place>>, message: Message) -> Self {
        Self::new(Severity::Error, form, place.into(), message)
    }

    /// A fault in the form that someone should look at.
    pub fn warning(form: Form, place: impl Into<Option<Place>>, message: Message) -> Self {
        Self::new(Severity::Warning, form, place.into(), message)
    }

    pub(crate) fn new(
        severity: Severity,
        code: impl Into<Code>,
        place: Option<Place>,
        message: Message,
    ) -> Self {
        Self {
            code: code.into(),
            severity,
            message,
            place,
            related: Vec::new(),
            help: None,
            fix: None,
            omits: false,
            more: 0,
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn with_help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Says that something that was written is missing from the pages because
    /// of it.
    #[must_use]
    pub fn omitting(mut self) -> Self {
        self.omits = true;
        self
    }

    /// Adds what mends it.
    #[must_use]
    pub fn with_fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Adds another place that takes part.
    #[must_use]
    pub fn with_related(mut self, place: Place, message: Message) -> Self {
        self.related.push(Related { place, message });
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}{}: ", place.file, place.pointer)?;
        }
        write!(f, "{} [{}]", self.message.english, self.code)
    }
}

/// No more findings than this are shown of a run. Nobody reads more, and a file
/// of another kind could have millions.
pub const MOST_FINDINGS: usize = 1000;

/// Keeps an error in the form of the data. Behind [`MOST_FINDINGS`] others it
/// is only counted, and not even made.
pub(crate) fn keep(diagnostics: &mut Vec<Diagnostic>, make: impl FnOnce() -> Diagnostic) {
    let is_full = diagnostics.len() >= MOST_FINDINGS;
    match diagnostics.last_mut().filter(|_| is_full) {
        Some(last) => last.more += 1,
        None => diagnostics.push(make()),
    }
}

/// [`keep`] for errors that have been kept elsewhere.
pub(crate) fn keep_all(diagnostics: &mut Vec<Diagnostic>, others: Vec<Diagnostic>) {
    for other in others {
        let more = other.more;
        let kept = diagnostics.len();
        keep(diagnostics, || other);
        if let Some(last) = diagnostics.last_mut().filter(|_| kept >= MOST_FINDINGS) {
            last.more += more;
        }
    }
}

/// How many of the findings weigh so much, those that are not told one by one
/// among them.
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    let own = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity);
    own.map(|diagnostic| 1 + diagnostic.more).sum()
}

/// The findings that are shown, in their order: [`MOST_FINDINGS`] at most, and
/// no warning where that keeps an error from being shown.
pub fn shown(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    let mut warnings = MOST_FINDINGS.saturating_sub(errors);
    let is_shown = |found: &&Diagnostic| {
        found.severity == Severity::Error || {
            let is_left = warnings > 0;
            warnings = warnings.saturating_sub(1);
            is_left
        }
    };
    diagnostics.iter().filter(is_shown).take(MOST_FINDINGS).collect()
}

/// Whether any of the findings keeps the report from being made.
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}
