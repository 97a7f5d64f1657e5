//! All editions that there are, as texts.

use std::path::Path;

use bogo_press::Templates;
use walkdir::WalkDir;

use crate::fixture::repository;

/// The texts of an edition, by path.
#[derive(Debug, Clone)]
pub(super) struct Edition {
    pub files: Vec<(String, String)>,
}

impl Edition {
    /// Writes the files below a folder, to be looked at.
    pub(super) fn write(&self, folder: &Path) {
        for (path, text) in &self.files {
            let file = folder.join(path);
            std::fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
            std::fs::write(file, text).expect("a file");
        }
    }
}

/// The real reports, the one that `bogo init` writes, and all cases.
pub(super) fn editions() -> Vec<Edition> {
    let top = repository();
    let below = |folder: &str| -> Vec<_> {
        let entries = std::fs::read_dir(top.join(folder)).expect("a folder");
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths
    };
    let reports = below("content").into_iter().filter(|path| path.join("report.json").exists());
    let cases = below("tests/cases").into_iter().map(|path| path.join("edition"));
    let mut editions: Vec<Edition> =
        reports.chain(cases).map(|folder| Edition { files: files(&folder) }).collect();
    editions.retain(|edition| !edition.files.is_empty());
    assert!(editions.len() > 30, "only {} editions", editions.len());
    let mut starter = files(&top.join("crates/bogo/src/starter"));
    // A theme that says all that the usual one says is read, too.
    let theme = Templates::usual_theme().expect("the usual theme");
    starter.push(("templates/themes/default.json".to_owned(), format!("{theme:#}")));
    editions.push(Edition { files: starter });
    editions
}

/// The JSON files below a folder.
fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let json = entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "json"));
    let read = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).expect("below the folder");
        let text = std::fs::read_to_string(entry.path()).ok()?;
        Some((path.to_string_lossy().replace('\\', "/"), text))
    };
    json.filter_map(read).collect()
}
