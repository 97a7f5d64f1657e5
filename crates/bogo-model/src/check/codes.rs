//! The codes that findings bear: those of rules, and those that concern the
//! form of the data.

use super::rules::{Family, RULES, Rule, rule};
use crate::diagnostic::Message;
use crate::json::nearest;
use crate::message;
use crate::quoting::quoted;

/// The codes of findings that no rule makes: what was written cannot be read,
/// or cannot be set. They can be neither turned off nor allowed.
pub const FORM_CODES: &[&str] = &[
    "ambiguous-figure",
    "blank-text",
    "cell-body",
    "column-count",
    "column-width",
    "date",
    "duplicate-key",
    "duplicate-number",
    "empty-box",
    "empty-chapter",
    "empty-group",
    "empty-item",
    "empty-reason",
    "empty-schedule",
    "empty-table",
    "encoding",
    "file-name",
    "file-too-large",
    "fixed-rule",
    "full-page",
    "head-count",
    "length",
    "list-level",
    "long-footer",
    "long-text",
    "markers",
    "misnamed-file",
    "missing-field",
    "missing-file",
    "missing-picture",
    "missing-report",
    "missing-theme",
    "named-twice",
    "no-chapters",
    "no-pictures",
    "not-a-font",
    "not-a-section",
    "not-a-template",
    "nothing-to-compute",
    "nothing-to-show",
    "number-as-text",
    "number-pattern",
    "number-range",
    "outside-edition",
    "period",
    "period-order",
    "period-style",
    "ratio",
    "restricted-font",
    "row-cells",
    "row-heads",
    "row-span",
    "same-name",
    "schedule-slots",
    "second-home",
    "sum-mark",
    "syntax",
    "task-outside",
    "template",
    "text-mark",
    "theme-value",
    "too-deep",
    "two-values",
    "unknown-field",
    "unknown-figure",
    "unknown-grade",
    "unknown-kind",
    "unknown-line",
    "unknown-period",
    "unknown-rule",
    "unknown-token",
    "unknown-word",
    "unprintable-picture",
    "unreadable-file",
    "unreadable-folder",
    "unsettled-pages",
    "wrong-type",
];

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
/// When the code is one of [`FORM_CODES`], or of nothing.
pub fn find_rule(code: &str) -> Result<&'static Rule, NoRule> {
    if let Some(rule) = rule(code) {
        return Ok(rule);
    }
    if FORM_CODES.contains(&code) {
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
    Err(unknown(code, RULES.iter().map(|rule| rule.code)))
}

/// The rules that a word chooses: all of a family, or one.
///
/// # Errors
/// When the word is neither a family nor a rule.
pub fn rules_of(word: &str) -> Result<Vec<&'static Rule>, NoRule> {
    let family = Family::ALL.into_iter().find(|family| family.code() == word);
    match family {
        Some(family) => Ok(RULES.iter().filter(|rule| rule.family == family).collect()),
        None if rule(word).is_some() || FORM_CODES.contains(&word) => {
            find_rule(word).map(|rule| vec![rule])
        }
        None => {
            let families = Family::ALL.map(Family::code);
            Err(unknown(word, RULES.iter().map(|rule| rule.code).chain(families)))
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
