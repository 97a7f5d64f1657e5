//! The template files: the program's own, and an edition's over them.

use std::collections::BTreeMap;

use bogo_model::theme::USUAL_THEME;

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

    /// The program's themes but for the usual one, by name.
    pub fn themes() -> Vec<(&'static str, &'static str)> {
        all_themes().filter(|(name, _)| *name != USUAL_THEME).collect()
    }

    /// The usual theme: every token with its value.
    ///
    /// # Errors
    /// When the program's own file is not JSON.
    pub fn usual_theme() -> serde_json::Result<serde_json::Value> {
        let usual = all_themes().find(|(name, _)| *name == USUAL_THEME);
        serde_json::from_str(usual.map_or("", |(_, text)| text))
    }

    /// All files by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

/// The themes that are part of the program, by name.
fn all_themes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = EMBEDDED.iter().copied();
    files.filter_map(|(path, text)| {
        Some((path.strip_prefix("themes/")?.strip_suffix(".json")?, text))
    })
}
