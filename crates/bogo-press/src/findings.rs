//! What Typst says, as findings of ours.

use bogo_model::{Diagnostic, Message, Place};
use typst::diag::{Severity, SourceDiagnostic};
use typst::{World, WorldExt};

use crate::world::Press;

/// Turns Typst's diagnostics into ours. Their words stay English: they speak
/// of template code.
pub(crate) fn translate(press: &Press, diagnostics: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    diagnostics.iter().map(|diagnostic| translate_one(press, diagnostic)).collect()
}

fn translate_one(press: &Press, diagnostic: &SourceDiagnostic) -> Diagnostic {
    let place = diagnostic.span.id().map(|id| {
        let file = id.get().vpath().get_without_slash();
        match (press.source(id), press.range(diagnostic.span)) {
            (Ok(source), Some(range)) => Place::within(file, source.text(), range),
            _ => Place::whole(file),
        }
    });
    let said = &diagnostic.message;
    let message = Message::new(
        format!("템플릿을 조판하다가 문제가 생겼습니다: {said}"),
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
    finding.with_help(Message::new(hints.clone(), hints))
}
