//! What Typst says, as findings of ours.

use bogo_model::{Diagnostic, Message, Place};
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};

use crate::world::Press;

/// Turns Typst's diagnostics into ours. Their words stay English, and stand in
/// brackets: they speak of template code.
pub(crate) fn translate(press: &Press, diagnostics: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    diagnostics.iter().map(|diagnostic| translate_one(press, diagnostic)).collect()
}

fn translate_one(press: &Press, diagnostic: &SourceDiagnostic) -> Diagnostic {
    let place = diagnostic.span.id().map(|id| Place {
        file: id.get().vpath().get_without_slash().to_owned(),
        range: press.range(diagnostic.span).unwrap_or(0..0),
        pointer: String::new(),
    });
    let said = &diagnostic.message;
    let message = Message::new(
        format!("템플릿을 조판하다가 문제가 생겼습니다({said})"),
        format!("while setting the template: {said}"),
    );
    let finding = match diagnostic.severity {
        Severity::Error => Diagnostic::error("template", place, message),
        Severity::Warning => Diagnostic::warning("template", place, message),
    };
    let hints: Vec<&str> = diagnostic.hints.iter().map(|hint| hint.v.as_str()).collect();
    if hints.is_empty() {
        return finding;
    }
    let hints = hints.join("; ");
    let korean = format!("템플릿을 고칠 때 볼 것({hints})");
    finding.with_help(Message::new(korean, hints))
}
