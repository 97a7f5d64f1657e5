//! What a report says about its rules: how much their findings weigh, and
//! which of them it lets pass.

use std::collections::BTreeMap;

use super::files::unused_allow;
use super::list::RULES;
use crate::diagnostic::rule::{Family, Rule};
use crate::diagnostic::{Code, Diagnostic, MOST_FINDINGS, Place, Severity};
use crate::format::{Allowances, RuleLevel};
use crate::json::{ALLOW, Decode, Decoder, Documents, Node, Value};
use crate::manuscript::Manuscript;

/// What a report says about its rules.
#[derive(Debug, Default)]
pub struct Settings {
    /// How many pages a project may take, if the report says so.
    pub most_pages: Option<u32>,
    levels: BTreeMap<&'static Rule, RuleLevel>,
    allowances: Vec<Allowance>,
}

/// Findings that a report lets pass: those of a rule inside an object.
#[derive(Debug)]
struct Allowance {
    rule: &'static Rule,
    /// Where it is said.
    said: Place,
    /// The object that says it.
    object: Place,
    /// Whether it has let anything pass.
    used: bool,
}

impl Allowance {
    /// Whether a finding is about something in the object.
    fn covers(&self, diagnostic: &Diagnostic) -> bool {
        let related = diagnostic.related.iter().map(|related| &related.place);
        diagnostic.code == Code::Rule(self.rule)
            && diagnostic.place.iter().chain(related).any(|place| self.holds(place))
    }

    /// Whether a place is in the object. The root of a file stands for the
    /// file, which may begin with spaces.
    fn holds(&self, place: &Place) -> bool {
        let (object, inner) = (self.object.range(), place.range());
        let within = object.start <= inner.start && inner.end <= object.end;
        self.object.file() == place.file() && (self.object.pointer().is_empty() || within)
    }
}

impl Settings {
    /// What a manuscript says about its rules, and what is wrong with that.
    pub fn of(manuscript: &Manuscript) -> (Self, Vec<Diagnostic>) {
        let checks = manuscript.report.as_ref().and_then(|report| report.check.as_ref());
        let levels = checks.map(|checks| checks.rules.0.clone()).unwrap_or_default();
        let most_pages = checks.and_then(|checks| checks.most_pages);
        let documents = &manuscript.documents;
        let mut settings = Self { most_pages, levels, allowances: Vec::new() };
        let mut diagnostics = Vec::new();
        let mut decoder = Decoder::new(documents, &mut diagnostics).with_rules(RULES);
        for root in documents.iter().filter_map(|document| document.root.as_ref()) {
            settings.collect(root, documents, &mut decoder);
        }
        (settings, diagnostics)
    }

    /// Collects the allowances of a value and everything in it.
    fn collect(&mut self, node: &Node, documents: &Documents, decoder: &mut Decoder<'_>) {
        match &node.value {
            Value::List(nodes) => {
                nodes.iter().for_each(|inner| self.collect(inner, documents, decoder));
            }
            Value::Object(members) => {
                for member in members {
                    if member.key != ALLOW {
                        self.collect(&member.node, documents, decoder);
                        continue;
                    }
                    let allowed = Allowances::decode(&member.node, decoder).unwrap_or_default();
                    self.allowances.extend(allowed.0.into_iter().map(|allowed| Allowance {
                        rule: allowed.value,
                        said: documents.place(allowed.span),
                        object: documents.place(node.span),
                        used: false,
                    }));
                }
            }
            _ => {}
        }
    }

    /// The findings as the report weighs them, without those that it has
    /// turned off or lets pass. What is no rule's stays as it is.
    pub fn apply(&mut self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        diagnostics.into_iter().filter_map(|diagnostic| self.weigh(diagnostic)).collect()
    }

    fn weigh(&mut self, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
        let Code::Rule(rule) = diagnostic.code else { return Some(diagnostic) };
        match self.levels.get(rule) {
            Some(RuleLevel::Off) => return None,
            Some(RuleLevel::Warning) => diagnostic.severity = Severity::Warning,
            Some(RuleLevel::Error) => diagnostic.severity = Severity::Error,
            None => {}
        }
        let mut allowed = false;
        for allowance in self.allowances.iter_mut().filter(|own| own.covers(&diagnostic)) {
            allowance.used = true;
            allowed = true;
        }
        (!allowed).then_some(diagnostic)
    }

    /// A warning for each allowance that let nothing pass, of rules that the
    /// report has not turned off and whose families have been asked.
    pub fn unused(&mut self, asked: &[Family]) -> Vec<Diagnostic> {
        let is_off = |rule| self.levels.get(rule) == Some(&RuleLevel::Off);
        // One that lets others be of no use is asked by these very findings.
        let of_no_use = self.allowances.iter().filter(|allowance| {
            let rule = allowance.rule;
            let was_asked = asked.contains(&rule.family);
            !allowance.used && rule != &unused_allow::UNUSED_ALLOW && was_asked && !is_off(rule)
        });
        let found = of_no_use
            .take(MOST_FINDINGS)
            .map(|allowance| unused_allow::finding(allowance.rule, allowance.said.clone()))
            .collect();
        self.apply(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::writing::date_form::DATE_FORM;
    use crate::check::writing::quotes::QUOTES;
    use crate::check::writing::spaces::SPACES;
    use crate::check::writing::weekday::WEEKDAY;
    use crate::diagnostic::{Form, has_errors};
    use crate::manuscript::{SourceFile, SourceText};
    use crate::message;

    /// A report whose `report.json` has these members, too, and an overview
    /// with this body.
    fn manuscript(members: &str, body: &str) -> (Manuscript, Vec<Diagnostic>) {
        let report = format!(
            "{{ {members} \"title\": \"가\", \"date\": \"2024-09-30\", \"organisation\": \"나\",
             \"department\": \"다\", \"chapters\": [{{ \"title\": \"라\", \
             \"sections\": [\"overview.json\"] }}] }}"
        );
        let overview = format!("{{ \"title\": \"마\", \"body\": [{body}] }}");
        let files = [("overview.json", overview), ("report.json", report)];
        let files = files
            .map(|(path, text)| SourceFile { path: path.to_owned(), text: SourceText::Text(text) });
        crate::parse(files.into(), &[])
    }

    /// A warning at the first place in the overview with this text.
    fn finding(code: impl Into<Code>, words: &str, manuscript: &Manuscript) -> Diagnostic {
        let text = manuscript.documents.text("overview.json").expect("the overview");
        let start = text.find(words).expect("the words");
        let range = start..start + words.len();
        let place = Place::within("overview.json", text, range);
        Diagnostic::new(Severity::Warning, code, Some(place), message!("말", "words"))
    }

    /// The codes of what is wrong with what the manuscript says about rules.
    fn faults(members: &str, body: &str) -> Vec<&'static str> {
        let (manuscript, mut found) = manuscript(members, body);
        found.extend(Settings::of(&manuscript).1);
        assert!(found.iter().all(|finding| finding.help.is_some()), "{found:?}");
        found.iter().map(|finding| finding.code.name()).collect()
    }

    fn codes(diagnostics: &[Diagnostic]) -> Vec<(&str, Severity)> {
        diagnostics.iter().map(|finding| (finding.code.name(), finding.severity)).collect()
    }

    #[test]
    fn a_report_says_how_much_its_rules_weigh() {
        let rules = r#""check": { "rules": { "weekday": "off", "date-form": "error" } },"#;
        let (manuscript, found) = manuscript(rules, "\"바\"");
        assert!(!has_errors(&found), "{found:?}");
        let (mut settings, found) = Settings::of(&manuscript);
        assert_eq!(found, []);
        let rules = [&WEEKDAY, &DATE_FORM, &SPACES].map(Code::Rule);
        let given = rules.into_iter().chain([Form::WrongType.into()]);
        let given = given.map(|code| finding(code, "바", &manuscript));
        let left = settings.apply(given.collect());
        use Severity::{Error, Warning};
        assert_eq!(
            codes(&left),
            [("date-form", Error), ("spaces", Warning), ("wrong-type", Warning)]
        );
    }

    #[test]
    fn findings_inside_an_object_that_allows_them_are_let_pass() {
        let body = r#"{ "text": "바", "$allow": { "spaces": "원문대로" }, "body": ["사"] }, "아""#;
        let (manuscript, found) = manuscript("", body);
        assert_eq!(found, []);
        let (mut settings, found) = Settings::of(&manuscript);
        assert_eq!(found, []);
        let inner = finding(&SPACES, "사", &manuscript);
        let outer = finding(&SPACES, "아", &manuscript);
        let other = finding(&QUOTES, "사", &manuscript);
        let place = inner.place.clone().expect("a place");
        let shared = outer.clone().with_related(place, message!("여기", "here"));
        let left = settings.apply(vec![inner, outer.clone(), other.clone(), shared]);
        assert_eq!(left, [outer, other]);
        assert_eq!(settings.unused(&Family::ALL), []);
    }

    #[test]
    fn the_root_of_a_file_allows_for_the_file_as_a_whole() {
        let (manuscript, _) = manuscript("\"$allow\": { \"spaces\": \"원문대로\" },", "\"바\"");
        let (mut settings, _) = Settings::of(&manuscript);
        let place = Place::whole("report.json");
        let whole = SPACES.finding(place, message!("말", "words"));
        let elsewhere = finding(&SPACES, "바", &manuscript);
        assert_eq!(settings.apply(vec![whole, elsewhere.clone()]), [elsewhere]);
    }

    #[test]
    fn an_allowance_of_no_use_is_a_finding_where_its_rule_was_asked() {
        let body = r#"{ "text": "바", "$allow": { "spaces": "까닭", "overflow": "까닭" } }"#;
        let (manuscript, _) = manuscript("", body);
        let (mut settings, _) = Settings::of(&manuscript);
        let found = settings.unused(&[Family::Figures, Family::Writing, Family::Files]);
        assert_eq!(codes(&found), [("unused-allow", Severity::Warning)]);
        let place = found[0].place.as_ref().expect("a place");
        assert_eq!(place.pointer(), "/body/0/$allow/spaces");
        assert_eq!(settings.unused(&Family::ALL).len(), 2);
    }

    #[test]
    fn an_allowance_of_a_rule_that_is_off_is_not_said_to_be_of_no_use() {
        let rules = r#""check": { "rules": { "spaces": "off" } },"#;
        let (manuscript, _) =
            manuscript(rules, r#"{ "text": "바", "$allow": { "spaces": "까닭" } }"#);
        assert_eq!(Settings::of(&manuscript).0.unused(&Family::ALL), []);
    }

    #[test]
    fn whatever_is_wrong_with_rules_and_allowances_is_reported() {
        let rules = |rules: &str| faults(&format!("\"check\": {{ \"rules\": {rules} }},"), "");
        assert_eq!(rules(r#"{ "wekday": "off" }"#), ["unknown-rule"]);
        assert_eq!(rules(r#"{ "wrong-type": "off" }"#), ["unknown-rule"]);
        assert_eq!(rules(r#"{ "missing-alt": "warning" }"#), ["fixed-rule"]);
        assert_eq!(rules(r#"{ "missing-alt": "error" }"#), [""; 0]);
        assert_eq!(rules(r#"{ "weekday": "of" }"#), ["unknown-word"]);
        assert_eq!(rules("[]"), ["wrong-type"]);
        assert_eq!(rules(r#"{ "$comment": "메모" }"#), [""; 0]);
        let allow =
            |allow: &str| faults("", &format!("{{ \"text\": \"바\", \"$allow\": {allow} }}"));
        assert_eq!(allow(r#"{ "spaces": " " }"#), ["empty-reason"]);
        assert_eq!(allow(r#"{ "spaces": 1 }"#), ["wrong-type"]);
        assert_eq!(allow(r#"{ "spces": "까닭" }"#), ["unknown-rule"]);
        assert_eq!(allow(r#"{ "no-glyph": "까닭" }"#), ["fixed-rule"]);
        assert_eq!(allow("true"), ["wrong-type"]);
    }
}
