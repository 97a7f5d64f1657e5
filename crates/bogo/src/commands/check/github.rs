//! Findings as annotations of GitHub: a workflow command for each.

use std::path::Path;

use bogo_model::diagnostic;
use bogo_model::json::Documents;
use bogo_model::{Diagnostic, Language};

use super::json::severity;
use super::position::Position;
use crate::render::left_out;

/// A line for each finding. Files are named from where the program runs, so
/// that annotations land on them.
pub(super) fn text(
    diagnostics: &[Diagnostic],
    documents: &Documents,
    folder: &Path,
    language: Language,
) -> String {
    let folder = shown(folder);
    let line = |diagnostic| command(diagnostic, documents, &folder, language);
    let mut text: String = diagnostic::shown(diagnostics).into_iter().map(line).collect();
    match (left_out(diagnostics), language) {
        (0, _) => {}
        (more, Language::Korean) => {
            text.push_str(&format!("::notice title=bogo::{more}건이 더 있습니다\n"));
        }
        (more, Language::English) => {
            text.push_str(&format!("::notice title=bogo::there are {more} more\n"));
        }
    }
    text
}

fn command(
    diagnostic: &Diagnostic,
    documents: &Documents,
    folder: &str,
    language: Language,
) -> String {
    let mut properties = Vec::new();
    if let Some(place) = &diagnostic.place {
        let (start, end) = Position::of(place, documents);
        let file = property(&format!("{folder}{}", place.file()));
        properties.push(format!("file={file},line={},col={}", start.line, start.column));
        properties.push(format!("endLine={},endColumn={}", end.line, end.column));
    }
    properties.push(format!("title={}", property(diagnostic.code.name())));
    let mut message = diagnostic.message.text(language).to_owned();
    if let Some(help) = &diagnostic.help {
        message.push('\n');
        message.push_str(help.text(language));
    }
    let (kind, properties) = (severity(diagnostic.severity), properties.join(","));
    format!("::{kind} {properties}::{}\n", data(&message))
}

/// A folder's path with `/` at its end, from where the program runs.
fn shown(folder: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let folder = folder.strip_prefix(here).unwrap_or(folder);
    let parts = folder.components().filter(|part| !matches!(part, std::path::Component::CurDir));
    let path = parts.collect::<std::path::PathBuf>().to_string_lossy().replace('\\', "/");
    if path.is_empty() { path } else { path + "/" }
}

/// A message as it stands behind the `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value as it stands among the properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use bogo_model::{Place, message};

    use bogo_model::check::find_rule;

    use super::*;

    #[test]
    fn what_would_end_a_message_or_a_property_is_escaped() {
        let place = Place::whole("가:나,다.json");
        let finding = find_rule("spaces")
            .expect("a rule")
            .finding(place, message!("5% 줄", "5% line"))
            .with_help(message!("가: 나, 다", "help"));
        let text = text(&[finding], &Documents::default(), Path::new("./보고서"), Language::Korean);
        assert_eq!(
            text,
            "::warning file=보고서/가%3A나%2C다.json,line=1,col=1,endLine=1,endColumn=1,\
             title=spaces::5%25 줄%0A가: 나, 다\n"
        );
    }

    #[test]
    fn files_are_named_from_where_the_program_runs() {
        assert_eq!(shown(Path::new(".")), "");
        assert_eq!(shown(Path::new("./content/2024-q3/")), "content/2024-q3/");
        let here = std::env::current_dir().expect("a folder");
        assert_eq!(shown(&here.join("content")), "content/");
    }
}
