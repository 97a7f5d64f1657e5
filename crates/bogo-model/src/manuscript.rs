//! What was said: the files of an edition as typed values.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Place, has_errors};
use crate::format::{Block, Project, Report, Section, SectionSource};
use crate::json::{Decode, Decoder, Documents, Node, Span, Spanned, nearest};
use crate::message;
use crate::theme::{THEMES, USUAL_THEME};

/// The file that says what the report as a whole is.
pub const REPORT: &str = "report.json";

/// A file of the edition as the program read it.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path below the edition's folder, with `/` between parts.
    pub path: String,
    /// What was read.
    pub text: SourceText,
}

/// What reading a file gave.
#[derive(Debug, Clone)]
pub enum SourceText {
    /// Its text.
    Text(String),
    /// It is larger than the program reads; its size in bytes.
    TooLarge(u64),
    /// It is not UTF-8 from this byte on; the text up to there.
    NotUtf8(String),
    /// Its name looks like that of a JSON file but does not end in `.json`,
    /// so that it is not read.
    Misnamed,
    /// It is a link to something outside the edition's folder.
    Outside,
    /// It could not be read, for this reason.
    Unreadable(String),
}

/// The files of an edition as typed values. What could not be read is absent
/// and has been reported.
#[derive(Debug, Default)]
pub struct Manuscript {
    /// The files, to find again where something stands.
    pub documents: Documents,
    /// What `report.json` says.
    pub report: Option<Report>,
    /// Sections by path.
    pub sections: BTreeMap<String, Section>,
    /// Projects by path.
    pub projects: BTreeMap<String, Project>,
    /// Themes by name, as indices into the documents.
    themes: BTreeMap<String, u32>,
    /// Whether everything could be read, so that what is not there was never
    /// said.
    pub sound: bool,
}

impl Manuscript {
    /// The picture files that the edition names, each once, in order.
    pub fn picture_files(&self) -> BTreeSet<String> {
        let mut files = BTreeSet::new();
        let report = self.report.iter();
        let logos = report.clone().filter_map(|report| report.cover.as_ref()?.logo.as_ref());
        files.extend(logos.map(|logo| logo.file.value.clone()));
        let inline = report.flat_map(|report| &report.chapters).flat_map(|c| &c.sections);
        for source in inline {
            if let SectionSource::Inline(section) = source {
                name_pictures(&section.body, &mut files);
            }
        }
        self.sections.values().for_each(|section| name_pictures(&section.body, &mut files));
        self.projects.values().for_each(|project| name_pictures(&project.body, &mut files));
        files
    }

    /// The theme that the report names, as it was read; `None` where that is
    /// the usual one or could not be read.
    pub fn theme(&self) -> Option<&Node> {
        let report = self.report.as_ref()?;
        let name = report.theme.as_ref().map_or(USUAL_THEME, |theme| theme.value.as_str());
        self.documents.get(*self.themes.get(name)?).root.as_ref()
    }

    /// The projects of a folder, whose path ends in `/`, by their numbers.
    /// A project in a folder of its own that `report` names is not among them.
    pub fn projects_in<'m>(&'m self, folder: &str) -> Vec<(&'m str, &'m Project)> {
        let folders = self.report.as_ref().map(project_folders).unwrap_or_default();
        let mut projects: Vec<_> = self
            .projects
            .iter()
            .filter(|(path, _)| home(path, &folders) == Some(folder))
            .map(|(path, project)| (path.as_str(), project))
            .collect();
        projects.sort_by_key(|(_, project)| project.number.value);
        projects
    }
}

/// Adds the picture files that blocks name.
fn name_pictures(blocks: &[Block], files: &mut BTreeSet<String>) {
    for block in blocks {
        match block {
            Block::Item(item) => name_pictures(&item.body, files),
            Block::Box(block) => name_pictures(&block.body, files),
            Block::Pictures(pictures) => {
                files.extend(pictures.photos.iter().map(|photo| photo.file.value.clone()));
            }
            Block::Table(table) => {
                let pictures = table.cells().filter_map(|cell| cell.picture.as_ref());
                files.extend(pictures.map(|picture| picture.file.value.clone()));
            }
            _ => {}
        }
    }
}

/// Reads the files of an edition, reporting everything that is wrong in them.
/// `themes` are the program's own, by name; the edition's stand before them.
pub fn parse(files: Vec<SourceFile>, themes: &[(&str, &str)]) -> (Manuscript, Vec<Diagnostic>) {
    let mut manuscript = Manuscript::default();
    let mut diagnostics = Vec::new();
    let mut indices = Vec::new();
    let all_paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
    for file in files {
        match file.text {
            SourceText::Text(text) => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                indices.push(manuscript.documents.add(&file.path, text, &mut diagnostics));
            }
            failure => diagnostics.push(unreadable(&file.path, failure, &mut manuscript.documents)),
        }
    }
    if !all_paths.iter().any(|path| path == REPORT) {
        diagnostics.push(missing_report());
    }
    let documents = &manuscript.documents;
    let report = indices.iter().find(|index| documents.get(**index).path == REPORT);
    manuscript.report = report.and_then(|index| decode(documents, *index, &mut diagnostics));
    let own_themes: Vec<&str> = all_paths.iter().filter_map(|path| theme_name(path)).collect();
    for (name, text) in themes.iter().filter(|(name, _)| !own_themes.contains(name)) {
        let path = format!("{THEMES}{name}.json");
        indices.push(manuscript.documents.add(&path, text, &mut diagnostics));
    }
    for &index in &indices {
        if let Some(name) = theme_name(&manuscript.documents.get(index).path) {
            manuscript.themes.insert(name.to_owned(), index);
            continue;
        }
        decode_section(&mut manuscript, index, &mut diagnostics);
    }
    if let Some(report) = &manuscript.report {
        check_sources(&manuscript, report, &all_paths, &mut diagnostics);
        check_unused(report, &all_paths, &mut diagnostics);
        check_theme(&manuscript, report, &own_themes, &mut diagnostics);
    }
    manuscript.sound = !has_errors(&diagnostics);
    (manuscript, diagnostics)
}

fn decode<T: Decode>(
    documents: &Documents,
    index: u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let root = documents.get(index).root.as_ref()?;
    T::decode(root, &mut Decoder::new(documents, diagnostics))
}

/// Reads a file that is not the report's, as what the report names it to be.
fn decode_section(manuscript: &mut Manuscript, index: u32, diagnostics: &mut Vec<Diagnostic>) {
    let path = manuscript.documents.get(index).path.clone();
    if path == REPORT {
        return;
    }
    let folders = manuscript.report.as_ref().map(project_folders).unwrap_or_default();
    if let Some(report) = &manuscript.report
        && home(&path, &folders).is_none()
        && !sources(report).any(|source| source.value == path)
    {
        // Nothing says what this file is to be; that is reported below.
        return;
    }
    // Without a report to say so, a file in a folder is taken for a project,
    // so that its mistakes are reported in the same run.
    let is_project = match &manuscript.report {
        Some(_) => home(&path, &folders).is_some(),
        None => path.contains('/'),
    };
    if is_project {
        let project = decode(&manuscript.documents, index, diagnostics);
        manuscript.projects.extend(project.map(|project| (path, project)));
    } else {
        let section = decode(&manuscript.documents, index, diagnostics);
        manuscript.sections.extend(section.map(|section| (path, section)));
    }
}

/// The paths that the chapters name, files and folders.
fn sources(report: &Report) -> impl Iterator<Item = &Spanned<String>> {
    report.chapters.iter().flat_map(|chapter| &chapter.sections).filter_map(|source| match source {
        SectionSource::Path(path) => Some(path),
        SectionSource::Inline(_) => None,
    })
}

fn project_folders(report: &Report) -> Vec<&str> {
    sources(report).map(|path| path.value.as_str()).filter(|path| path.ends_with('/')).collect()
}

/// The innermost of the folders that a path is in.
fn home<'f>(path: &str, folders: &[&'f str]) -> Option<&'f str> {
    folders.iter().copied().filter(|folder| path.starts_with(folder)).max_by_key(|f| f.len())
}

/// Reports chapters that name what is not there, or the same twice, and a
/// report without chapters.
fn check_sources(
    manuscript: &Manuscript,
    report: &Report,
    paths: &[String],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let folders = project_folders(report);
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for source in sources(report) {
        let name = &source.value;
        if let Some(first) = seen.insert(name, source.span) {
            let message = message!("‘{name}’이(가) 두 번 들어 있습니다", "`{name}` is named twice");
            let diagnostic =
                Diagnostic::error("named-twice", manuscript.documents.place(source.span), message);
            diagnostics.push(diagnostic.with_related(
                manuscript.documents.place(first),
                message!("먼저 쓴 곳입니다", "it was first named here"),
            ));
        }
        let found = match name.ends_with('/') {
            true => paths.iter().any(|path| home(path, &folders) == Some(name)),
            false => paths.contains(name),
        };
        if found {
            continue;
        }
        let place = manuscript.documents.place(source.span);
        let message = message!("‘{name}’ 파일이나 폴더가 없습니다", "there is no `{name}`");
        let others = paths.iter().map(String::as_str).filter(|path| *path != REPORT);
        let folder = format!("{name}/");
        let help = match nearest(name, others) {
            _ if paths.iter().any(|path| path.starts_with(&folder)) => {
                message!("폴더는 /로 끝냅니다: \"{folder}\"", "a folder ends in `/`: `{folder}`")
            }
            Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
            None => message!(
                "report.json 옆에 그 파일을 만들거나 이 줄을 지우십시오. 사업 폴더는 \"projects/\"처럼 / 로 끝냅니다.",
                "make the file beside report.json or remove this line; a folder of projects ends in `/`"
            ),
        };
        diagnostics.push(Diagnostic::error("missing-file", place, message).with_help(help));
    }
    if report.chapters.is_empty() && !has_errors(diagnostics) {
        let message = message!("장이 하나도 없습니다", "there is no chapter");
        let place = manuscript.documents.place(report.span);
        let place = Place { range: place.range.start..place.range.start + 1, ..place };
        diagnostics.push(Diagnostic::error("no-chapters", place, message).with_help(message!(
            "\"chapters\": [{{ \"title\": \"…\", \"sections\": [\"overview.json\"] }}] 처럼 쓰십시오.",
            "write `\"chapters\": [{{ \"title\": …, \"sections\": [\"overview.json\"] }}]`"
        )));
    }
}

/// Reports files that no chapter names.
fn check_unused(report: &Report, paths: &[String], diagnostics: &mut Vec<Diagnostic>) {
    let folders = project_folders(report);
    let named = |path: &String| {
        path == REPORT
            || home(path, &folders).is_some()
            || sources(report).any(|source| source.value == *path)
    };
    let is_json = |path: &&String| path.to_lowercase().ends_with(".json");
    let is_theme = |path: &&String| theme_name(path).is_some();
    for path in paths.iter().filter(is_json).filter(|path| !named(path) && !is_theme(path)) {
        let place = Place { file: path.clone(), range: 0..0, pointer: String::new() };
        let message =
            message!("어느 장에도 들어 있지 않은 파일입니다", "no chapter names this file");
        diagnostics.push(Diagnostic::warning("unused-file", place, message).with_help(message!(
            "report.json의 \"chapters\"에 넣거나 파일을 지우십시오.",
            "name it in `chapters` of report.json or remove it"
        )));
    }
}

/// The name of the theme that a path is one of.
fn theme_name(path: &str) -> Option<&str> {
    path.strip_prefix(THEMES)?.strip_suffix(".json").filter(|name| !name.contains('/'))
}

/// Reports a theme that is named but not there, and the edition's own ones
/// that are there but not named.
fn check_theme(
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
        let message = message!("‘{used}’라는 테마가 없습니다", "there is no theme `{used}`");
        let help = match nearest(used, names()) {
            Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
            None => {
                let all =
                    names().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ");
                message!(
                    "{THEMES}{used}.json 파일을 만들거나 이 가운데 하나를 쓰십시오: {all}",
                    "make {THEMES}{used}.json or use one of {all}"
                )
            }
        };
        diagnostics.push(Diagnostic::error("missing-theme", place, message).with_help(help));
    }
    for name in own.iter().filter(|name| **name != used) {
        let file = format!("{THEMES}{name}.json");
        let place = Place { file, range: 0..0, pointer: String::new() };
        let message = message!("쓰이지 않는 테마입니다", "this theme is not used");
        diagnostics.push(Diagnostic::warning("unused-theme", place, message).with_help(message!(
            "report.json에 \"theme\": \"{name}\"을 쓰거나 파일을 지우십시오.",
            "write `\"theme\": \"{name}\"` in report.json or remove the file"
        )));
    }
}

fn missing_report() -> Diagnostic {
    let message = message!("report.json이 없습니다", "there is no report.json");
    Diagnostic::error("missing-report", None, message).with_help(message!(
        "보고서 폴더가 맞는지 보십시오. 새로 시작하려면 ‘bogo init 폴더이름’을 쓰십시오.",
        "is this the folder of a report? `bogo init DIR` starts a new one"
    ))
}

fn unreadable(path: &str, text: SourceText, documents: &mut Documents) -> Diagnostic {
    let whole = || Place { file: path.to_owned(), range: 0..0, pointer: String::new() };
    match text {
        SourceText::TooLarge(size) => {
            let mebibytes = size / (1 << 20);
            let message = message!(
                "파일이 너무 큽니다({mebibytes} MiB)",
                "the file is too large ({mebibytes} MiB)"
            );
            Diagnostic::error("file-too-large", whole(), message).with_help(message!(
                "절 하나의 파일은 16 MiB까지입니다. 그림은 images/ 에 따로 두십시오.",
                "a section may take 16 MiB; keep pictures in images/"
            ))
        }
        SourceText::NotUtf8(valid) => {
            let at = valid.len();
            documents.add_text(path, valid);
            let message = message!("UTF-8로 저장되지 않은 파일입니다", "the file is not UTF-8");
            let place = Place { range: at..at, ..whole() };
            Diagnostic::error("encoding", place, message).with_help(message!(
                "메모장이면 ‘다른 이름으로 저장’에서 인코딩을 UTF-8로 고르십시오.",
                "save it again with the encoding UTF-8"
            ))
        }
        SourceText::Misnamed => {
            let message = message!(
                "이름이 .json으로 끝나지 않아 읽지 않은 파일입니다",
                "this file is not read, as its name does not end in .json"
            );
            Diagnostic::warning("misnamed-file", whole(), message).with_help(message!(
                "이름을 .json으로 끝나게 고치십시오. 메모장은 저장할 때 파일 형식을 ‘모든 파일’로 고릅니다.",
                "rename it so that it ends in .json"
            ))
        }
        SourceText::Outside => {
            let message = message!(
                "보고서 폴더 밖을 가리키는 링크입니다",
                "this is a link to something outside the edition's folder"
            );
            Diagnostic::error("outside-edition", whole(), message).with_help(message!(
                "링크 대신 파일을 폴더 안에 복사하십시오.",
                "copy the file itself into the folder"
            ))
        }
        SourceText::Unreadable(reason) | SourceText::Text(reason) => {
            let message =
                message!("파일을 읽을 수 없습니다: {reason}", "cannot read the file: {reason}");
            Diagnostic::error("unreadable-file", whole(), message)
        }
    }
}
