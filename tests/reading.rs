//! Reports as the model reads and decides them, where faces have every
//! character and pictures can all be printed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bogo_model::Diagnostic;
use bogo_model::edition::Edition;
use bogo_model::json::Documents;
use bogo_model::lines::TypicalWidths;
use bogo_model::manuscript::{SourceFile, SourceText};
use bogo_model::resolve::{Facts, PictureFact};
use serde_json::Value as Json;

/// The themes that the real reports name.
const THEMES: [(&str, &str); 3] = [
    ("default", include_str!("../templates/themes/default.json")),
    ("namyangju", include_str!("../templates/themes/namyangju.json")),
    ("jeonnam", include_str!("../templates/themes/jeonnam.json")),
];

/// The usual theme, which deciding has to know.
static USUAL_THEME: LazyLock<Json> =
    LazyLock::new(|| serde_json::from_str(THEMES[0].1).expect("a theme"));

/// The edition that these files are, if they can be read, the files, and what is
/// found in both.
pub(crate) fn resolved(
    files: Vec<(String, String)>,
) -> (Option<Edition>, Documents, Vec<Diagnostic>) {
    let source = |(path, text)| SourceFile { path, text: SourceText::Text(text) };
    let (manuscript, mut found) =
        bogo_model::parse(files.into_iter().map(source).collect(), &THEMES);
    let size = |file| (file, PictureFact::Readable { width: 2000, height: 1500 });
    let facts = Facts {
        pictures: manuscript.picture_files().into_iter().map(size).collect(),
        files: &[],
        covers: &|_| true,
        families: ["Baekmuk Headline", "NanumMyeongjo", "NanumGothic"].map(str::to_owned).into(),
        lacks_bold: &|_| false,
        measure: &TypicalWidths,
        usual_theme: &USUAL_THEME,
    };
    let edition = bogo_model::decide(&manuscript, &facts).map(|(edition, others)| {
        found.extend(others);
        edition
    });
    (edition, manuscript.documents, found)
}

/// The JSON files of a folder under `content/` and of those in it, by their
/// paths below it.
pub(crate) fn files_of(report: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(report);
    let mut files = Vec::new();
    gather(&root, Path::new(""), &mut files);
    files
}

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
