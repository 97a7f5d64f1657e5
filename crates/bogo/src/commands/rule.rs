//! `bogo rule`: the rules that a report is checked by.

use std::fmt::Write as _;

use anyhow::bail;
use bogo_model::check::{RULES, find_rule};
use bogo_model::diagnostic::Form;
use bogo_model::diagnostic::rule::{Family, Rule};
use bogo_model::{Language, Severity};
use clap::ArgMatches;

use super::{no_rule, print};
use crate::{CLEAN, say};

/// Prints the page of the rule that the arguments name, or all rules.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let text = match matches.get_one::<String>("code").map(String::as_str) {
        None => table(language),
        Some(code) if Form::named(code).is_some() => form(code, language),
        Some(code) => match find_rule(code) {
            Ok(rule) => page(rule, language),
            Err(reason) => bail!(no_rule(&reason, language)),
        },
    };
    print(text.as_bytes())?;
    Ok(CLEAN)
}

/// All rules by family: code, weight, whether it mends, title.
fn table(language: Language) -> String {
    let longest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for family in Family::ALL {
        let title = family.title();
        let _ = writeln!(text, "{} – {}", family.name(), title.text(language));
        for rule in RULES.iter().filter(|rule| rule.family == family) {
            let severity = severity(rule.severity, language);
            let mends = if rule.mends { "--fix" } else { "" };
            let (code, title) = (rule.name, (rule.title)());
            let title = title.text(language);
            let _ = writeln!(text, "  {code:longest$}  {severity}  {mends:5}  {title}");
        }
        text.push('\n');
    }
    text.push_str(say(
        language,
        "규칙 하나의 풀이는 ‘bogo rule 이름’이 보여 줍니다.\n",
        "`bogo rule CODE` explains a rule.\n",
    ));
    text
}

/// A rule's page. Pages are Korean.
fn page(rule: &Rule, language: Language) -> String {
    match language {
        Language::Korean => rule.page(),
        Language::English => {
            let (code, title) = (rule.name, (rule.title)());
            let title = title.text(language);
            format!("{code}: {title}\nThe page of this rule is in Korean.\n\n{}", rule.page())
        }
    }
}

/// What to say of a code that is no rule's.
fn form(code: &str, language: Language) -> String {
    match language {
        Language::Korean => format!(
            "{code}: 규칙이 아니라 자료의 꼴에 관한 것입니다. 자료를 읽거나 조판할 수 없어 알리는 것이므로 \
             끄거나 허용할 수 없습니다.\n자료의 꼴은 docs/content-format.md와 ‘bogo schema’에 있습니다.\n"
        ),
        Language::English => format!(
            "{code}: no rule, but about the form of the data, which cannot be read or set as it is; \
             it can be neither turned off nor allowed.\n\
             The form is described in docs/content-format.md and by `bogo schema`.\n"
        ),
    }
}

fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => say(language, "잘못", "error  "),
        Severity::Warning => say(language, "주의", "warning"),
    }
}
