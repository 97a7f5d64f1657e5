//! What is said of a rule: its name, how much its findings weigh, its page of
//! the manual. What it does is for the room of the checks to know.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::code::Form;
use super::{Diagnostic, Message, Place, Severity};
use crate::message;
use crate::nearest::nearest;
use crate::quoting::quoted;

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
    /// The lines of its page of the manual, below the title: what it checks,
    /// why, examples, how to mend.
    page: &'static [&'static str],
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
    /// A rule that mends nothing and that a report may turn off. `page` is the
    /// page below its title, in lines as a doc comment has them: a space before
    /// each that is not empty.
    pub(crate) const fn new(
        name: &'static str,
        (family, severity): (Family, Severity),
        title: fn() -> Message,
        page: &'static [&'static str],
    ) -> Self {
        Self { name, family, severity, mends: false, optional: true, title, page }
    }

    /// The rule, of which some findings can be mended.
    pub(crate) const fn mends(self) -> Self {
        Self { mends: true, ..self }
    }

    /// The rule, which a report cannot turn off.
    pub(crate) const fn fixed(self) -> Self {
        Self { optional: false, ..self }
    }

    /// Its page of the manual, Korean Markdown that begins with its name.
    pub fn page(&self) -> String {
        let mut page = format!("# {}\n\n", self.name);
        for line in self.page {
            page.push_str(line.strip_prefix(' ').unwrap_or(line));
            page.push('\n');
        }
        page
    }

    /// A finding of the rule, as heavy as the rule is.
    pub fn finding(&'static self, place: impl Into<Option<Place>>, message: Message) -> Diagnostic {
        Diagnostic::new(self.severity, self, place.into(), message)
    }
}

/// The rules that there are.
pub type Rules = &'static [&'static Rule];

/// Why a name is no rule's, and what to do about it.
#[derive(Debug)]
pub struct NoRule {
    /// What is wrong with it.
    pub message: Message,
    /// What may have been meant.
    pub help: Message,
}

/// The rule with this name, or why there is none.
///
/// # Errors
/// When the name is a [`Form`]'s, or nothing's.
pub fn find(name: &str, rules: Rules) -> Result<&'static Rule, NoRule> {
    named(name, rules, &[])
}

/// The rules that a word chooses: all of a family, or one.
///
/// # Errors
/// When the word is neither a family nor a rule.
pub fn chosen_by(word: &str, rules: Rules) -> Result<Vec<&'static Rule>, NoRule> {
    match Family::ALL.into_iter().find(|family| family.name() == word) {
        Some(family) => Ok(rules.iter().copied().filter(|rule| rule.family == family).collect()),
        None => named(word, rules, &Family::ALL).map(|rule| vec![rule]),
    }
}

/// The rule with this name, or why there is none, where one of these families
/// may have been meant, too.
fn named(name: &str, rules: Rules, families: &[Family]) -> Result<&'static Rule, NoRule> {
    if let Some(rule) = rules.iter().find(|rule| rule.name == name) {
        return Ok(rule);
    }
    if Form::named(name).is_some() {
        let message = message!(
            "‘{name}’은(는) 규칙이 아니라 자료의 꼴에 관한 것입니다",
            "`{name}` is no rule but concerns the form of the data"
        );
        let help = message!(
            "끄거나 허용할 수 없습니다. 찾은 곳을 고치십시오.",
            "it can be neither turned off nor allowed; mend what is found"
        );
        return Err(NoRule { message, help });
    }
    let families = families.iter().map(|family| family.name());
    Err(unknown(name, rules.iter().map(|rule| rule.name).chain(families)))
}

/// What to say of a name that nothing has.
fn unknown<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> NoRule {
    let shown = quoted(name);
    let message = message!("‘{shown}’(이)라는 규칙은 없습니다", "there is no rule `{shown}`");
    let help = match nearest(name, known) {
        Some(near) => message!("‘{near}’ 아닙니까?", "did you mean `{near}`?"),
        None => message!("‘bogo rule’이 모든 규칙을 보여 줍니다.", "`bogo rule` lists all rules"),
    };
    NoRule { message, help }
}
