//! What is said of a rule: its name, how much its findings weigh, its page of
//! the manual. What it does is for the room of the checks to know.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use crate::diagnostic::{Diagnostic, Message, Place, Severity};
use crate::message;

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Whether figures add up and agree (검산).
    Figures,
    /// How things are written.
    Writing,
    /// What became of the pages.
    Pages,
    /// What belongs to the report.
    Files,
}

impl Family {
    /// All families in the order in which rules are listed.
    pub const ALL: [Self; 4] = [Self::Figures, Self::Writing, Self::Pages, Self::Files];

    /// The word by which all of its rules are chosen at once.
    pub fn name(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Writing => "writing",
            Self::Pages => "pages",
            Self::Files => "files",
        }
    }

    /// What it is about.
    pub fn title(self) -> Message {
        match self {
            Self::Figures => message!("수치(검산)", "figures"),
            Self::Writing => message!("표기", "writing"),
            Self::Pages => message!("쪽 모양", "pages"),
            Self::Files => message!("파일", "files"),
        }
    }
}

/// A rule that a report is checked by. Each is a static of its own, by which
/// its findings are known.
#[derive(Debug)]
pub struct Rule {
    /// Its stable name, in kebab-case, which its findings bear.
    pub name: &'static str,
    /// What it is about.
    pub family: Family,
    /// How much its findings weigh unless the report says otherwise.
    pub severity: Severity,
    /// Whether some of its findings can be mended by `--fix`.
    pub mends: bool,
    /// Whether a report may turn it off: not where the PDF could not be made
    /// to meet its standards.
    pub optional: bool,
    /// What it checks, in a line.
    pub title: fn() -> Message,
    /// Its page of the manual: what it checks, why, examples, how to mend.
    pub page: &'static str,
}

// Rules are told apart by their names.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

impl PartialOrd for Rule {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rule {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name.cmp(other.name)
    }
}

impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl Rule {
    /// A finding of the rule, as heavy as the rule is.
    pub fn finding(&'static self, place: impl Into<Option<Place>>, message: Message) -> Diagnostic {
        Diagnostic::new(self.severity, self, place.into(), message)
    }
}
