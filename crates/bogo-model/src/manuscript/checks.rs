//! Whether what the report names is there, and what is there is named.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::sources::{Named, sources};
use super::there::There;
use super::{Manuscript, REPORT, meant, tidied};
use crate::diagnostic::{Diagnostic, Form, Place, has_errors, keep};
use crate::format::{Chapter, Opening, Report};
use crate::json::Span;
use crate::message;
use crate::nearest::nearest;
use crate::quoting::{listed, quoted};
use crate::theme::{THEMES, USUAL_THEME};

/// Reports chapters that name what is not there, what is no section, or the
/// same twice; chapters that hold nothing, and a report without chapters.
pub(super) fn check_sources(
    manuscript: &Manuscript,
    report: &Report,
    named: &Named<'_>,
    there: &There,
    diagnostics: &mut Vec<Diagnostic>,
) {
    // What there is, each once: a report may name much.
    let files: HashSet<&str> = there.parts().collect();
    let folders: HashSet<&str> = there.parts().filter_map(|path| named.home(path)).collect();
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for source in sources(report) {
        let name = &source.value;
        if let Some(first) = seen.insert(name, source.span) {
            keep(diagnostics, || named_twice(name, [first, source.span], manuscript));
        }
        let found = match name.ends_with('/') {
            true => folders.contains(name.as_str()),
            false => files.contains(name.as_str()),
        };
        // What could not be looked into has been reported.
        if found || there.is_closed(name) {
            continue;
        }
        keep(diagnostics, || {
            let place = manuscript.documents.place(source.span);
            no_section(name, place.clone(), there)
                .unwrap_or_else(|| missing_file(name, place, named, there))
        });
    }
    if has_errors(diagnostics) {
        return;
    }
    // A title page may stand alone; anything else would be an empty page.
    let is_empty = |chapter: &&Chapter| {
        chapter.sections.is_empty() && chapter.opening != Some(Opening::Divider)
    };
    for chapter in report.chapters.iter().filter(is_empty) {
        let message = message!("장에 절이 하나도 없습니다", "this chapter has no section");
        let place = manuscript.documents.place(chapter.title.span);
        diagnostics.push(Diagnostic::error(Form::EmptyChapter, place, message).with_help(
            message!(
                "\"sections\": [\"overview.json\"] 처럼 절을 넣거나 이 장을 지우십시오.",
                "name its sections, as in `\"sections\": [\"overview.json\"]`, or remove it"
            ),
        ));
    }
    if report.chapters.is_empty() {
        let message = message!("장이 하나도 없습니다", "there is no chapter");
        let brace = Span { end: report.span.start + 1, ..report.span };
        let place = manuscript.documents.place(brace);
        diagnostics.push(Diagnostic::error(Form::NoChapters, place, message).with_help(message!(
            "\"chapters\": [{{ \"title\": \"…\", \"sections\": [\"overview.json\"] }}] 처럼 쓰십시오.",
            "write `\"chapters\": [{{ \"title\": …, \"sections\": [\"overview.json\"] }}]`"
        )));
    }
}

/// A file or folder that chapters name twice.
fn named_twice(name: &str, [first, second]: [Span; 2], manuscript: &Manuscript) -> Diagnostic {
    let name = quoted(name);
    let message = message!("두 번 들어 있습니다: {name}", "`{name}` is named twice");
    Diagnostic::error(Form::NamedTwice, manuscript.documents.place(second), message).with_related(
        manuscript.documents.place(first),
        message!("먼저 쓴 곳입니다", "it was first named here"),
    )
}

/// What is named and there, or has its own place, and cannot be a section or
/// hold projects.
fn no_section(name: &str, place: Place, there: &There) -> Option<Diagnostic> {
    let shown = quoted(name);
    let error = |message, help| {
        Some(Diagnostic::error(Form::NotASection, place.clone(), message).with_help(help))
    };
    if name == REPORT {
        return error(
            message!("{REPORT}은 절이 아니라 보고서 자체입니다", "{REPORT} is the report itself"),
            message!("이 줄을 지우십시오.", "remove this line"),
        );
    }
    if let Some(folder) = There::apart(name) {
        return error(
            message!(
                "‘{folder}’은(는) 절이나 사업을 두는 폴더가 아닙니다: {shown}",
                "sections and projects are not read from `{folder}`: {shown}"
            ),
            message!(
                "다른 폴더로 옮기고 그 이름을 쓰십시오: \"projects/\"",
                "move them to another folder, such as `projects/`, and name that"
            ),
        );
    }
    if there.is_misnamed(name) {
        return error(
            message!(
                "이름이 .json으로 끝나지 않아 읽지 않는 파일입니다: {shown}",
                "this file is not read, as its name does not end in .json: {shown}"
            ),
            message!(
                "파일 이름을 .json으로 끝나게 고치고 그 이름을 쓰십시오.",
                "rename it so that it ends in .json, and write that name"
            ),
        );
    }
    if there.is_ignored(name) {
        return error(
            message!(
                "숨은 것이거나 시스템이 남기는 이름이라 읽지 않습니다: {shown}",
                "this is hidden, or named as what systems leave, so that it is not read: {shown}"
            ),
            message!(
                "앞에 점이 없는 다른 이름으로 바꾸고 그 이름을 쓰십시오.",
                "give it another name, without a dot before it, and write that"
            ),
        );
    }
    let folder = name.strip_suffix('/').unwrap_or(name);
    let is_empty = there.is_folder(folder)
        && !there.folders_of_parts().contains(&format!("{folder}/").as_str());
    is_empty.then(|| {
        let message = message!(
            "‘{shown}’ 폴더에 사업 파일(.json)이 없습니다",
            "there is no project (.json) in the folder `{shown}`"
        );
        Diagnostic::error(Form::MissingFile, place, message).with_help(message!(
            "사업 파일을 그 폴더에 두거나 이 줄을 지우십시오.",
            "put the projects there or remove this line"
        ))
    })
}

/// A file or folder that is named and not there, or not by that name.
fn missing_file(name: &str, place: Place, named: &Named<'_>, there: &There) -> Diagnostic {
    let shown = quoted(name);
    let message = match there.is_folder(&tidied(name)) {
        true => message!(
            "폴더를 이렇게 쓰지 않습니다: {shown}",
            "this is not how a folder is written: {shown}"
        ),
        false => message!("‘{shown}’ 파일이나 폴더가 없습니다", "there is no `{shown}`"),
    };
    let files = || there.parts().filter(|path| path.ends_with(".json"));
    let folders = there.folders_of_parts();
    let folders = || folders.iter().copied();
    // What is suggested is not to be refused in turn.
    let is_free = |path: &&str| match path.ends_with('/') {
        true => !named.is_folder(path),
        false => named.home(path).is_none() && !named.is_file(path),
    };
    let wanted = tidied(name);
    let is = |folder: &&str| folder.trim_end_matches('/') == wanted;
    let is_alike =
        |folder: &&str| folder.trim_end_matches('/').to_lowercase() == wanted.to_lowercase();
    let meant =
        folders().find(is).or_else(|| meant(name, files())).or_else(|| folders().find(is_alike));
    let near = meant.or_else(|| nearest(name, files().chain(folders()).filter(is_free)));
    let help = match near {
        Some(near) if !is_free(&near) => message!(
            "이미 들어 있습니다: \"{near}\". 이 줄을 지우십시오.",
            "`{near}` is named already; remove this line"
        ),
        Some(near) if is(&near) => {
            message!("폴더는 이렇게 씁니다: \"{near}\"", "write a folder like this: `{near}`")
        }
        Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
        None => message!(
            "report.json 옆에 그 파일을 만들거나 이 줄을 지우십시오. 사업 폴더는 \"projects/\"처럼 / 로 끝냅니다.",
            "make the file beside report.json or remove this line; a folder of projects ends in `/`"
        ),
    };
    Diagnostic::error(Form::MissingFile, place, message).with_help(help)
}

/// The name of the theme that a path is one of.
pub(super) fn theme_name(path: &str) -> Option<&str> {
    path.strip_prefix(THEMES)?.strip_suffix(".json").filter(|name| !name.contains('/'))
}

/// The name of the theme that a report uses: the one that it names, else the
/// usual one.
pub(super) fn used_theme(report: &Report) -> &str {
    report.theme.as_ref().map_or(USUAL_THEME, |theme| theme.value.as_str())
}

/// Reports a theme that is named but not there. `own` are the edition's.
pub(super) fn check_theme(
    manuscript: &Manuscript,
    report: &Report,
    own: &[&str],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let used = used_theme(report);
    let names = || manuscript.themes.keys().map(String::as_str).chain([USUAL_THEME]);
    if let Some(theme) = &report.theme
        && !names().chain(own.iter().copied()).any(|name| name == used)
    {
        let place = manuscript.documents.place(theme.span);
        let shown = quoted(used);
        let message = match used.trim().is_empty() {
            true => message!("테마의 이름이 비어 있습니다", "the theme has no name"),
            false => message!("‘{shown}’(이)라는 테마가 없습니다", "there is no theme `{shown}`"),
        };
        let all = || listed(names().collect::<BTreeSet<_>>().into_iter());
        let help = match nearest(used, names()) {
            _ if used.trim().is_empty() => {
                let all = all();
                message!(
                    "이 줄을 지우거나 이 가운데 하나를 쓰십시오: {all}",
                    "remove this line or use one of {all}"
                )
            }
            _ if used.contains(['/', '\\', '.']) => message!(
                "테마는 이름만 씁니다. {THEMES}gaon.json이면 \"gaon\"",
                "write its name alone: \"gaon\" for {THEMES}gaon.json"
            ),
            Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
            None => {
                let all = all();
                message!(
                    "{THEMES}{shown}.json 파일을 만들거나 이 가운데 하나를 쓰십시오: {all}",
                    "make {THEMES}{shown}.json or use one of {all}"
                )
            }
        };
        diagnostics.push(Diagnostic::error(Form::MissingTheme, place, message).with_help(help));
    }
}
