//! Whether what the report names is there, and what is there is named.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::sources::{Named, sources};
use super::{Manuscript, REPORT, meant, tidied};
use crate::diagnostic::{Diagnostic, Place, has_errors, keep};
use crate::format::Report;
use crate::json::{Span, Spanned, nearest};
use crate::message;
use crate::quoting::{listed, quoted};
use crate::theme::{THEMES, USUAL_THEME};

/// Reports chapters that name what is not there, or the same twice, and a
/// report without chapters.
pub(super) fn check_sources(
    manuscript: &Manuscript,
    report: &Report,
    named: &Named<'_>,
    paths: &[String],
    diagnostics: &mut Vec<Diagnostic>,
) {
    // What there is, each once: a report may name much.
    let files: HashSet<&str> = paths.iter().map(String::as_str).collect();
    let folders: HashSet<&str> = paths.iter().filter_map(|path| named.home(path)).collect();
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
        if found {
            continue;
        }
        keep(diagnostics, || missing_file(source, named, paths, manuscript));
    }
    if report.chapters.is_empty() && !has_errors(diagnostics) {
        let message = message!("장이 하나도 없습니다", "there is no chapter");
        let brace = Span { end: report.span.start + 1, ..report.span };
        let place = manuscript.documents.place(brace);
        diagnostics.push(Diagnostic::error("no-chapters", place, message).with_help(message!(
            "\"chapters\": [{{ \"title\": \"…\", \"sections\": [\"overview.json\"] }}] 처럼 쓰십시오.",
            "write `\"chapters\": [{{ \"title\": …, \"sections\": [\"overview.json\"] }}]`"
        )));
    }
}

/// A file or folder that chapters name twice.
fn named_twice(name: &str, [first, second]: [Span; 2], manuscript: &Manuscript) -> Diagnostic {
    let name = quoted(name);
    let message = message!("두 번 들어 있습니다: {name}", "`{name}` is named twice");
    Diagnostic::error("named-twice", manuscript.documents.place(second), message).with_related(
        manuscript.documents.place(first),
        message!("먼저 쓴 곳입니다", "it was first named here"),
    )
}

/// A file or folder that is named and not there.
fn missing_file(
    source: &Spanned<String>,
    named: &Named<'_>,
    paths: &[String],
    manuscript: &Manuscript,
) -> Diagnostic {
    let name = &source.value;
    let place = manuscript.documents.place(source.span);
    let shown = quoted(name);
    let message = message!("‘{shown}’ 파일이나 폴더가 없습니다", "there is no `{shown}`");
    // What is suggested is not to be refused in turn.
    let others = || {
        let unnamed = |path: &&str| {
            *path != REPORT
                && path.ends_with(".json")
                && !path.starts_with(THEMES)
                && named.home(path).is_none()
                && !named.is_file(path)
        };
        paths.iter().map(String::as_str).filter(unnamed)
    };
    let folder = format!("{}/", tidied(name));
    let is_folder = paths.iter().any(|path| path.starts_with(&folder));
    let help = match meant(name, others()).or_else(|| nearest(name, others())) {
        _ if is_folder && !named.is_folder(&folder) => {
            message!("폴더는 이렇게 씁니다: \"{folder}\"", "write a folder like this: `{folder}`")
        }
        Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
        None => message!(
            "report.json 옆에 그 파일을 만들거나 이 줄을 지우십시오. 사업 폴더는 \"projects/\"처럼 / 로 끝냅니다.",
            "make the file beside report.json or remove this line; a folder of projects ends in `/`"
        ),
    };
    Diagnostic::error("missing-file", place, message).with_help(help)
}

/// Reports files that no chapter names.
pub(super) fn check_unused(named: &Named<'_>, paths: &[String], diagnostics: &mut Vec<Diagnostic>) {
    let named = |path: &String| path == REPORT || named.home(path).is_some() || named.is_file(path);
    let is_json = |path: &&String| path.to_lowercase().ends_with(".json");
    let is_theme = |path: &&String| theme_name(path).is_some();
    for path in paths.iter().filter(is_json).filter(|path| !named(path) && !is_theme(path)) {
        let place = Place::whole(path.as_str());
        let message =
            message!("어느 장에도 들어 있지 않은 파일입니다", "no chapter names this file");
        diagnostics.push(Diagnostic::warning("unused-file", place, message).with_help(message!(
            "report.json의 \"chapters\"에 넣거나 파일을 지우십시오.",
            "name it in `chapters` of report.json or remove it"
        )));
    }
}

/// The name of the theme that a path is one of.
pub(super) fn theme_name(path: &str) -> Option<&str> {
    path.strip_prefix(THEMES)?.strip_suffix(".json").filter(|name| !name.contains('/'))
}

/// Reports a theme that is named but not there, and the edition's own ones
/// that are there but not named.
pub(super) fn check_theme(
    manuscript: &Manuscript,
    report: &Report,
    own: &[&str],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let used = report.theme.as_ref().map_or(USUAL_THEME, |theme| theme.value.as_str());
    let names = || manuscript.themes.keys().map(String::as_str).chain([USUAL_THEME]);
    if let Some(theme) = &report.theme
        && !names().chain(own.iter().copied()).any(|name| name == used)
    {
        let place = manuscript.documents.place(theme.span);
        let shown = quoted(used);
        let message = message!("‘{shown}’(이)라는 테마가 없습니다", "there is no theme `{shown}`");
        let help = match nearest(used, names()) {
            _ if used.contains(['/', '\\', '.']) => message!(
                "테마는 이름만 씁니다. {THEMES}gaon.json이면 \"gaon\"",
                "write its name alone: \"gaon\" for {THEMES}gaon.json"
            ),
            Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
            None => {
                let all = listed(names().collect::<BTreeSet<_>>().into_iter());
                message!(
                    "{THEMES}{shown}.json 파일을 만들거나 이 가운데 하나를 쓰십시오: {all}",
                    "make {THEMES}{shown}.json or use one of {all}"
                )
            }
        };
        diagnostics.push(Diagnostic::error("missing-theme", place, message).with_help(help));
    }
    for name in own.iter().filter(|name| **name != used) {
        let file = format!("{THEMES}{name}.json");
        let name = quoted(name);
        let place = Place::whole(file);
        let message = message!("쓰이지 않는 테마입니다", "this theme is not used");
        diagnostics.push(Diagnostic::warning("unused-theme", place, message).with_help(message!(
            "report.json에 \"theme\": \"{name}\"을(를) 쓰거나 파일을 지우십시오.",
            "write `\"theme\": \"{name}\"` in report.json or remove the file"
        )));
    }
}
