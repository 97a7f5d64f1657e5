//! What Typst says, as findings of ours.

use bogo_model::diagnostic::Form;
use bogo_model::{Diagnostic, Message, Place};
use typst::diag::{Severity, SourceDiagnostic};
use typst::{World, WorldExt};

/// What Typst says first of pages that came out otherwise each time it laid
/// them out. More warnings follow, which say what it was that differed.
const UNSETTLED: &str = "document did not converge within five attempts";

/// How these end.
const DIFFERED: [&str; 2] = ["did not stabilize", "did not converge"];

/// What precedes the numbers of the pages on which something was found each
/// time.
const PAGE_NUMBERS: &str = "the following page numbers were observed:";

/// Turns Typst's diagnostics into ours. Their words stay English, and stand in
/// brackets: they speak of template code.
pub(crate) fn translate(world: &impl World, diagnostics: &[SourceDiagnostic]) -> Vec<Diagnostic> {
    diagnostics.iter().map(|diagnostic| translate_one(world, diagnostic)).collect()
}

/// The pages, counted from 1, that came out otherwise each time, as far as
/// Typst tells them; `None` where they came out the same at last. What it says
/// of them is left out of the warnings, for it is said of the data.
pub(crate) fn take_unsettled(warnings: &mut Vec<SourceDiagnostic>) -> Option<Vec<usize>> {
    if !warnings.iter().any(|warning| warning.message == UNSETTLED) {
        return None;
    }
    let mut pages: Vec<usize> = warnings.iter().flat_map(pages_of).collect();
    pages.sort_unstable();
    pages.dedup();
    let is_about_it = |warning: &SourceDiagnostic| {
        let said = &warning.message;
        said == UNSETTLED || DIFFERED.iter().any(|end| said.ends_with(end))
    };
    warnings.retain(|warning| !is_about_it(warning));
    Some(pages)
}

/// The pages that a warning names, each in a line of its own: `- run 5: 12`.
fn pages_of(warning: &SourceDiagnostic) -> Vec<usize> {
    let hints = warning.hints.iter().filter_map(|hint| hint.v.strip_prefix(PAGE_NUMBERS));
    let numbers = hints.flat_map(str::lines).filter_map(|line| line.rsplit(' ').next());
    numbers.filter_map(|number| number.parse().ok()).collect()
}

fn translate_one(world: &impl World, diagnostic: &SourceDiagnostic) -> Diagnostic {
    let place = diagnostic.span.id().map(|id| {
        let file = id.get().vpath().get_without_slash();
        match (world.source(id), world.range(diagnostic.span)) {
            (Ok(source), Some(range)) => Place::within(file, source.text(), range),
            _ => Place::whole(file),
        }
    });
    let said = &diagnostic.message;
    let message = Message::new(
        format!("템플릿을 조판하다가 문제가 생겼습니다({said})"),
        format!("while setting the template: {said}"),
    );
    let finding = match diagnostic.severity {
        Severity::Error => Diagnostic::error(Form::Template, place, message),
        Severity::Warning => Diagnostic::warning(Form::Template, place, message),
    };
    let hints: Vec<&str> = diagnostic.hints.iter().map(|hint| hint.v.as_str()).collect();
    if hints.is_empty() {
        return finding;
    }
    let hints = hints.join("; ");
    let korean = format!("템플릿을 고칠 때 볼 것({hints})");
    finding.with_help(Message::new(korean, hints))
}
