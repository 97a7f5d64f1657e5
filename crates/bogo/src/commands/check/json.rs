//! Findings for programs. The form is documented in `docs/check.md`.

use bogo_model::diagnostic::{Edit, Fix, Related, count, shown};
use bogo_model::json::Documents;
use bogo_model::{Diagnostic, Language, Place, Severity};
use serde_json::{Value, json};

use super::position::Position;
use crate::render::left_out;

/// Counts the changes to the form that readers of an earlier one would not
/// understand.
const VERSION: u32 = 1;

/// All findings as one JSON object. It says whether `pages` were looked at.
pub(super) fn text(
    diagnostics: &[Diagnostic],
    documents: &Documents,
    pages: bool,
    language: Language,
) -> String {
    let shown = shown(diagnostics).into_iter();
    let findings: Vec<Value> =
        shown.map(|diagnostic| finding(diagnostic, documents, language)).collect();
    let report = json!({
        "version": VERSION,
        "pages": pages,
        "findings": findings,
        "counts": {
            "errors": count(diagnostics, Severity::Error),
            "warnings": count(diagnostics, Severity::Warning),
            "fixable": diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()).count(),
            "left_out": left_out(diagnostics),
        },
    });
    format!("{report:#}\n")
}

fn finding(diagnostic: &Diagnostic, documents: &Documents, language: Language) -> Value {
    let related = |related: &Related| {
        let mut value = place(Some(&related.place), documents);
        value["message"] = json!(related.message.text(language));
        value
    };
    let mut value = place(diagnostic.place.as_ref(), documents);
    value["code"] = json!(diagnostic.code.name());
    value["family"] = json!(diagnostic.code.rule().map(|rule| rule.family.name()));
    value["severity"] = json!(severity(diagnostic.severity));
    value["message"] = json!(diagnostic.message.text(language));
    value["help"] = json!(diagnostic.help.as_ref().map(|help| help.text(language)));
    value["related"] = diagnostic.related.iter().map(related).collect();
    value["fix"] = diagnostic.fix.as_ref().map_or(Value::Null, fix);
    value
}

/// The word for how much a finding weighs.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Where something is; all fields are null for the edition as a whole.
fn place(place: Option<&Place>, documents: &Documents) -> Value {
    let Some(place) = place else {
        return json!({ "file": null, "pointer": null, "range": null, "start": null, "end": null });
    };
    let (start, end) = Position::of(place, documents);
    json!({
        "file": place.file(),
        "pointer": place.pointer(),
        "range": { "start": place.range().start, "end": place.range().end },
        "start": { "line": start.line, "column": start.column },
        "end": { "line": end.line, "column": end.column },
    })
}

fn fix(fix: &Fix) -> Value {
    let edit = |edit: &Edit| {
        json!({
            "file": edit.file,
            "range": { "start": edit.range.start, "end": edit.range.end },
            "text": edit.text,
        })
    };
    json!({ "edits": fix.edits.iter().map(edit).collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use bogo_model::message;

    use bogo_model::check::find_rule;
    use bogo_model::diagnostic::Form;

    use super::*;

    /// The page that readers of the form go by.
    const PAGE: &str = include_str!("../../../../../docs/check.md");

    #[test]
    fn the_example_of_the_manual_is_what_is_written() {
        let text = "{\n  \"title\": \"컨텐츠 공모\",\n  \"text\": \"접수 {계:5}건(시 {몫:2}건, 소설 {몫:2}건)\"\n}\n";
        let mut documents = Documents::default();
        documents.add("contest.json", text, &mut Vec::new());
        let place = |pointer: &str, words: &str, length: usize| {
            let start = text.find(words).unwrap();
            Place::within("contest.json", text, start..start + length).with_pointer(pointer)
        };
        let word = place("/title", "컨텐츠", "컨텐츠".len());
        let edit =
            Edit {
                file: word.file().to_owned(), range: word.range(), text: "콘텐츠".to_owned()
            };
        let misspelt = find_rule("confusable")
            .expect("a rule")
            .finding(
                word,
                message!("‘컨텐츠’는 잘못 적힌 말로 보입니다", "`컨텐츠` seems to be misspelt"),
            )
            .with_help(message!("‘콘텐츠’로 쓰십시오.", "write `콘텐츠`"))
            .with_fix(Fix { edits: vec![edit] });
        let sum = find_rule("sum")
            .expect("a rule")
            .finding(
                place("/text", "5}", 1),
                message!(
                    "합계가 부분의 합과 다릅니다 – ‘계’ 5건, 더하면 4건 (1건 많음)",
                    "the total `계` is 5건, but its parts add up to 4건"
                ),
            )
            .with_help(message!(
                "맞는 값: 4. 부분이 틀렸으면 부분을 고치십시오.",
                "write 4, or mend the parts"
            ))
            .with_related(place("/text", "2}", 1), message!("2 + 2", "2 + 2"));
        let missing = Diagnostic::error(
            Form::MissingReport,
            None,
            message!("report.json이 없습니다", "there is no report.json"),
        )
        .with_help(message!(
            "보고서 폴더가 맞는지 보십시오. 새로 시작하려면 ‘bogo init 폴더이름’을 쓰십시오.",
            "check that this is the folder of a report; `bogo init` begins one"
        ));
        let written = super::text(&[missing, misspelt, sum], &documents, true, Language::Korean);
        assert!(PAGE.contains(&format!("```json\n{written}```\n")), "{written}");
    }
}
