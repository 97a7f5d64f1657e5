//! What whoever shows a report is given: an edition, read through its public
//! interface alone.

#![expect(clippy::disallowed_methods, reason = "these tests read reports from their folders")]

mod plain_text;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use bogo_model::Figures;
use bogo_model::edition::Edition;
use bogo_model::json::Documents;
use bogo_model::manuscript::{SourceFile, SourceText};
use bogo_model::resolve::{Facts, PictureFact};

/// The usual theme, which resolving has to know.
const USUAL_THEME: &str = include_str!("../../templates/themes/default.json");

/// The themes that the real reports name.
const THEMES: [(&str, &str); 3] = [
    ("default", USUAL_THEME),
    ("namyangju", include_str!("../../templates/themes/namyangju.json")),
    ("jeonnam", include_str!("../../templates/themes/jeonnam.json")),
];

/// The real reports.
const REPORTS: [&str; 3] = ["2024-q3", "namyangju-transport-2026-08", "jeonnam-arts-2019"];

/// The edition that these files are, and the files.
fn resolved(files: Vec<(String, String)>) -> (Edition, Documents) {
    let source = |(path, text)| SourceFile { path, text: SourceText::Text(text) };
    let (manuscript, _) = bogo_model::parse(files.into_iter().map(source).collect(), &THEMES);
    let usual_theme = serde_json::from_str(USUAL_THEME).expect("a theme");
    let size = |file| (file, PictureFact::Readable { width: 2000, height: 1500 });
    let facts = Facts {
        pictures: manuscript.picture_files().into_iter().map(size).collect(),
        files: &[],
        covers: &|_| true,
        families: ["Baekmuk Headline", "NanumMyeongjo", "NanumGothic"].map(str::to_owned).into(),
        lacks_bold: &|_| false,
        usual_theme: &usual_theme,
    };
    let report = manuscript.report.as_ref().expect("a report");
    let figures = Figures::of(&manuscript, report);
    let (edition, _) = bogo_model::resolve(&manuscript, report, &facts, &figures);
    (edition, manuscript.documents)
}

/// A real report.
fn report(name: &str) -> (Edition, Documents) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(name);
    let mut files = Vec::new();
    gather(&folder, Path::new(""), &mut files);
    resolved(files)
}

/// The JSON files of a folder and of those in it, by their paths below `root`.
fn gather(root: &Path, below: &Path, files: &mut Vec<(String, String)>) {
    let entries = fs::read_dir(root.join(below)).expect("a folder");
    let mut names: Vec<PathBuf> =
        entries.map(|entry| below.join(entry.expect("an entry").file_name())).collect();
    names.sort();
    for name in names {
        let path = root.join(&name);
        if path.is_dir() {
            gather(root, &name, files);
        } else if name.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(path).expect("a text");
            files.push((name.to_str().expect("a name").replace('\\', "/"), text));
        }
    }
}
