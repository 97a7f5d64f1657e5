//! What a report says about the rules that it is checked by.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use crate::diagnostic::rule::{self, Rule, Rules};
use crate::diagnostic::{Form, Language, Severity};
use crate::json::{
    ALLOW, Decode, Decoder, Expected, Member, Node, Schemas, Spanned, Value, is_aside, record,
    words,
};
use crate::message;

record! {
    /// What a report says about its checks.
    plain Checks: "검사" {
        /// How much the findings of rules weigh in this report.
        usual rules: RuleLevels = "규칙마다 off(끔), warning(주의), error(잘못): { \"weekday\": \"off\" }",
        /// How many pages a project may take before it is a finding.
        optional most_pages: u32 = "한 사업이 차지할 수 있는 쪽수. 없으면 10",
    }
}

words! {
    /// How much the findings of a rule weigh.
    RuleLevel: "규칙의 무게" {
        /// They are left out.
        Off = "off",
        /// Someone should look at them.
        Warning = "warning",
        /// They keep the report from being made.
        Error = "error",
    }
}

/// How much the findings of each rule weigh. Rules that are not
/// named weigh what they usually do.
#[derive(Debug, Clone, Default)]
pub struct RuleLevels(pub BTreeMap<&'static Rule, RuleLevel>);

impl Decode for RuleLevels {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut levels = BTreeMap::new();
        for (rule, member) in by_rule(node, decoder)? {
            let Some(level) = RuleLevel::decode(&member.node, decoder) else { continue };
            let lower = match level {
                RuleLevel::Off => true,
                RuleLevel::Warning => rule.severity > Severity::Warning,
                RuleLevel::Error => false,
            };
            if lower && !rule.optional {
                fixed(rule, member, decoder);
                continue;
            }
            levels.insert(rule, level);
        }
        Some(Self(levels))
    }

    fn schema(schemas: &mut Schemas) -> Json {
        let level = RuleLevel::schema(schemas);
        by_rule_schema(&level, schemas.rules())
    }
}

/// The rules whose findings inside an object are let pass, each with a reason:
/// and where they stand.
#[derive(Debug, Clone, Default)]
pub struct Allowances(pub Vec<Spanned<&'static Rule>>);

impl Decode for Allowances {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut allowed = Vec::new();
        for (rule, member) in by_rule(node, decoder)? {
            let Some(reason) = String::decode(&member.node, decoder) else { continue };
            if !rule.optional {
                fixed(rule, member, decoder);
            } else if reason.trim().is_empty() {
                let code = rule.name;
                decoder.error(
                    Form::EmptyReason,
                    member.node.span,
                    message!(
                        "‘{code}’을(를) 허용하는 까닭이 비어 있습니다",
                        "`{code}` is allowed without a reason"
                    ),
                    Some(message!(
                        "왜 그대로 두는지 적으십시오: \"인쇄된 원문대로\"",
                        "say why it is let pass: \"as in the printed original\""
                    )),
                );
            } else {
                allowed.push(Spanned { value: rule, span: member.key_span });
            }
        }
        Some(Self(allowed))
    }

    fn schema(schemas: &mut Schemas) -> Json {
        by_rule_schema(&json!({ "type": "string", "minLength": 1 }), schemas.rules())
    }
}

/// The complete schema document of a file whose root is a `T` and which may
/// name these rules.
pub fn schema<T: Decode>(title: &str, rules: Rules) -> Json {
    let help = "이 묶음 안에서 그대로 둘 규칙과 그 까닭: { \"one-name\": \"원문대로\" }";
    let asides = [
        ("$comment", comment()),
        ("$schema", json!({ "type": "string" })),
        (ALLOW, json!({ "$ref": "#/$defs/Allowances", "description": help })),
    ];
    let mut schemas = Schemas::new(&asides, rules);
    let root = T::schema(&mut schemas);
    schemas.define("Allowances", Allowances::schema);
    schemas.into_document(title, &root)
}

/// The members of an object whose keys are names of rules. Keys that are none
/// are reported.
fn by_rule<'n>(
    node: &'n Node,
    decoder: &mut Decoder<'_>,
) -> Option<Vec<(&'static Rule, &'n Member)>> {
    let Value::Object(members) = &node.value else {
        return decoder.wrong_type(node, Expected::Object);
    };
    let mut found = Vec::new();
    for member in members.iter().filter(|member| !is_aside(&member.key)) {
        match rule::find(&member.key, decoder.rules()) {
            Ok(rule) => found.push((rule, member)),
            Err(no_rule) => {
                let (message, help) = (no_rule.message, no_rule.help);
                decoder.error(Form::UnknownRule, member.key_span, message, Some(help));
            }
        }
    }
    Some(found)
}

/// The schema of an object whose keys are names of rules.
fn by_rule_schema(value: &Json, rules: Rules) -> Json {
    let described = |rule: &&Rule| {
        let title = (rule.title)();
        let schema = Schemas::described(value.clone(), title.text(Language::Korean));
        (rule.name.to_owned(), schema)
    };
    let mut properties: Map<String, Json> = rules.iter().map(described).collect();
    properties.insert("$comment".into(), comment());
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// The schema of what is no part of what an object says.
fn comment() -> Json {
    json!({ "description": "인쇄되지 않는 메모" })
}

/// Reports a rule that a report cannot be without.
fn fixed(rule: &Rule, member: &Member, decoder: &mut Decoder<'_>) {
    let code = rule.name;
    decoder.error(
        Form::FixedRule,
        member.key_span,
        message!(
            "‘{code}’ 규칙은 끄거나 낮추거나 허용할 수 없습니다",
            "the rule `{code}` cannot be turned off, lowered or allowed"
        ),
        Some(message!(
            "이것을 어기면 PDF가 표준을 지킬 수 없습니다. 찾은 곳을 고치십시오.",
            "the PDF could not meet its standards; mend what is found"
        )),
    );
}
