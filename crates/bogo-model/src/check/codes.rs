//! The codes that findings bear: those of rules, and those that concern the
//! form of the data.

use super::rules::{RULES, rule};
use crate::diagnostic::{Form, Message};
use crate::json::nearest;
use crate::message;
use crate::quoting::quoted;
use crate::rule::{Family, Rule};

/// Why a code is no rule's, and what to do about it.
#[derive(Debug)]
pub struct NoRule {
    /// What is wrong with it.
    pub message: Message,
    /// What may have been meant.
    pub help: Message,
}

/// The rule with this code, or why there is none.
///
/// # Errors
/// When the code is one of the forms, or of nothing.
pub fn find_rule(code: &str) -> Result<&'static Rule, NoRule> {
    if let Some(rule) = rule(code) {
        return Ok(rule);
    }
    if Form::named(code).is_some() {
        let message = message!(
            "‘{code}’은(는) 규칙이 아니라 자료의 꼴에 관한 것입니다",
            "`{code}` is no rule but concerns the form of the data"
        );
        let help = message!(
            "끄거나 허용할 수 없습니다. 찾은 곳을 고치십시오.",
            "it can be neither turned off nor allowed; mend what is found"
        );
        return Err(NoRule { message, help });
    }
    Err(unknown(code, RULES.iter().map(|rule| rule.name)))
}

/// The rules that a word chooses: all of a family, or one.
///
/// # Errors
/// When the word is neither a family nor a rule.
pub fn rules_of(word: &str) -> Result<Vec<&'static Rule>, NoRule> {
    let family = Family::ALL.into_iter().find(|family| family.name() == word);
    match family {
        Some(family) => Ok(RULES.iter().copied().filter(|rule| rule.family == family).collect()),
        None if rule(word).is_some() || Form::named(word).is_some() => {
            find_rule(word).map(|rule| vec![rule])
        }
        None => {
            let families = Family::ALL.map(Family::name);
            Err(unknown(word, RULES.iter().map(|rule| rule.name).chain(families)))
        }
    }
}

/// What to say of a code that nothing has.
fn unknown<'k>(code: &str, known: impl Iterator<Item = &'k str>) -> NoRule {
    let shown = quoted(code);
    let message = message!("‘{shown}’(이)라는 규칙은 없습니다", "there is no rule `{shown}`");
    let help = match nearest(code, known) {
        Some(near) => message!("‘{near}’ 아닙니까?", "did you mean `{near}`?"),
        None => message!("‘bogo rule’이 모든 규칙을 보여 줍니다.", "`bogo rule` lists all rules"),
    };
    NoRule { message, help }
}
