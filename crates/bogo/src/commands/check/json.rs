//! Findings for programs. The form is documented in `docs/check.md`.

use bogo_model::check::rule;
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
    value["code"] = json!(diagnostic.code);
    value["family"] = json!(rule(diagnostic.code).map(|rule| rule.family.code()));
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

    use super::*;

    /// The page that readers of the form go by.
    const PAGE: &str = include_str!("../../../../../docs/check.md");

    #[test]
    fn the_example_of_the_manual_is_what_is_written() {
        let text = "{\n  \"title\": \"개막식\",\n  \"text\": \"2024. 09. 07.(일)\"\n}\n";
        let mut documents = Documents::default();
        documents.add("opening.json", text, &mut Vec::new());
        let place = |words: &str| {
            let start = text.find(words).unwrap();
            let range = start..start + words.len();
            Place::within("opening.json", text, range).with_pointer("/text")
        };
        let edit = |words, text: &str| {
            let (place, text) = (place(words), text.to_owned());
            Edit { file: place.file().to_owned(), range: place.range(), text }
        };
        let form = Diagnostic::warning(
            "date-form",
            place("2024. 09. 07."),
            message!("날짜에 앞자리 0이 있습니다", "a date has leading zeros"),
        )
        .with_help(message!("이렇게 쓰십시오: 2024. 9. 7.", "write 2024. 9. 7."))
        .with_fix(Fix { edits: vec![edit("2024. 09. 07.", "2024. 9. 7.")] });
        let weekday = Diagnostic::error(
            "weekday",
            place("일)"),
            message!("2024년 9월 7일은 토요일입니다", "7 September 2024 is a Saturday"),
        )
        .with_related(place("2024. 09. 07."), message!("이 날짜입니다", "this is the date"));
        let missing = Diagnostic::error(
            "missing-report",
            None,
            message!("report.json이 없습니다", "there is no report.json"),
        );
        let written = super::text(&[missing, form, weekday], &documents, true, Language::Korean);
        assert!(PAGE.contains(&format!("```json\n{written}```\n")), "{written}");
    }
}
