//! Which editions are meant where a folder is none.

use std::path::Path;

use bogo_model::diagnostic::Form;
use bogo_model::manuscript::REPORT;
use bogo_model::{Diagnostic, message};

/// How many editions are named to someone who has named a folder above them.
const MOST_EDITIONS: usize = 8;

/// Says of a folder that is no edition's which ones are below it, as they are
/// named on the command line.
pub(super) fn show_editions(diagnostics: &mut [Diagnostic], root: &Path, names: &[String]) {
    let Some(missing) =
        diagnostics.iter_mut().find(|found| found.code == Form::MissingReport.into())
    else {
        return;
    };
    let above = root.ancestors().skip(1).find(|folder| folder.join(REPORT).is_file());
    if let Some(above) = above.filter(|above| !above.as_os_str().is_empty()) {
        let above = above.display();
        missing.help = Some(message!(
            "보고서 폴더는 그 위의 ‘{above}’입니다. 그 폴더를 쓰십시오.",
            "the folder of the report is `{above}` above it; name that"
        ));
        return;
    }
    // One that only has the wrong name is the report.
    let is_alike = |name: &String| !name.contains('/') && name.to_lowercase().starts_with(REPORT);
    let editions = names.iter().filter_map(|name| name.strip_suffix(REPORT)?.strip_suffix('/'));
    let mut editions: Vec<String> = editions
        .map(|folder| root.strip_prefix(".").unwrap_or(root).join(folder).display().to_string())
        .collect();
    if editions.is_empty() || names.iter().any(is_alike) {
        return;
    }
    let first = editions[0].clone();
    if editions.len() > MOST_EDITIONS {
        editions.truncate(MOST_EDITIONS);
        editions.push("…".to_owned());
    }
    let all = editions.join(", ");
    missing.help = Some(message!(
        "보고서는 이 폴더 안에 있습니다: {all}. ‘bogo check {first}’처럼 그 폴더를 쓰십시오.",
        "there are reports below this folder: {all}; name one of them, as in `bogo check {first}`"
    ));
}
