//! Which rules a check is about.

use anyhow::bail;
use bogo_model::check::{RULES, rules_of};
use bogo_model::diagnostic::rule::{Family, Rule};
use bogo_model::{Diagnostic, Language};
use clap::ArgMatches;

use crate::commands::no_rule;
use crate::say;

/// The rules whose findings are wanted. What is no rule's is always wanted.
pub(super) struct Choice {
    rules: Vec<&'static Rule>,
}

impl Choice {
    /// The rules that the arguments select, or all, without those that they
    /// ignore.
    ///
    /// # Errors
    /// When a word is neither a rule nor a family, and when no rule is left that
    /// can be asked.
    pub(super) fn of(matches: &ArgMatches, language: Language) -> anyhow::Result<Self> {
        let named = |option: &str| -> anyhow::Result<Option<Vec<&'static Rule>>> {
            let Some(words) = matches.get_many::<String>(option) else { return Ok(None) };
            let mut named = Vec::new();
            for word in words.map(|word| word.trim()).filter(|word| !word.is_empty()) {
                match rules_of(word) {
                    Ok(rules) => named.extend(rules),
                    Err(reason) => bail!(no_rule(&reason, language)),
                }
            }
            Ok(Some(named))
        };
        let (selected, ignored) = (named("select")?, named("ignore")?.unwrap_or_default());
        let is_wanted = |rule: &&'static Rule| {
            selected.as_ref().is_none_or(|selected| selected.contains(rule))
                && !ignored.contains(rule)
        };
        let rules: Vec<&Rule> = RULES.iter().copied().filter(is_wanted).collect();
        let unpaged = rules.iter().all(|rule| rule.family == Family::Pages);
        if rules.is_empty() || matches.get_flag("no-pages") && unpaged {
            bail!(say(
                language,
                "고른 규칙이 하나도 없어 검사할 것이 없습니다",
                "no rule is selected, so that there is nothing to check",
            ));
        }
        Ok(Self { rules })
    }

    /// Whether a finding is wanted.
    pub(super) fn shows(&self, diagnostic: &Diagnostic) -> bool {
        diagnostic.code.rule().is_none_or(|rule| self.rules.contains(&rule))
    }

    /// Whether any of the rules reads pages.
    pub(super) fn needs_pages(&self) -> bool {
        self.rules.iter().any(|rule| rule.family == Family::Pages)
    }
}
