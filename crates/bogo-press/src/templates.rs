//! The template files: the program's own, and an edition's over them.

use std::collections::BTreeMap;

/// Path of the theme that is used where an edition names none.
pub const DEFAULT_THEME: &str = "/templates/themes/default.json";

/// The files of `templates/`, by their path below it.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// The template files in use, by their path below `templates/`.
pub struct Templates {
    files: BTreeMap<String, String>,
}

impl Templates {
    /// The program's templates, with the edition's own files in place of those
    /// of the same path.
    pub fn new(own: impl IntoIterator<Item = (String, String)>) -> Self {
        let embedded = EMBEDDED.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        let mut files: BTreeMap<String, String> = embedded.collect();
        files.extend(own);
        Self { files }
    }

    /// The text of a file by its path below `templates/`.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// All files by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }
}
