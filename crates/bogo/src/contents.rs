//! What the files of an edition's folder are, by their names.

use bogo_model::theme::THEMES;

/// Folders beside the content: what replaces the program's own, and schemas.
pub(crate) const FONTS: &str = "fonts";
pub(crate) const TEMPLATES: &str = "templates";
pub(crate) const SCHEMA: &str = "schema";

/// Whether a file is one of data, or a theme, by its name.
pub(crate) fn is_source(path: &str) -> bool {
    let apart = || [FONTS, TEMPLATES, SCHEMA].iter().any(|f| below(path, f).is_some());
    path.to_lowercase().contains(".json") && (path.starts_with(THEMES) || !apart())
}

/// Whether a file is one of the edition's own fonts, by its name.
pub(crate) fn is_font(path: &str) -> bool {
    let lower = path.to_lowercase();
    below(path, FONTS).is_some() && [".ttf", ".otf", ".ttc"].iter().any(|e| lower.ends_with(e))
}

/// Whether a file is a template, other than a theme.
pub(crate) fn is_template(path: &str) -> bool {
    below(path, TEMPLATES).is_some() && !path.starts_with(THEMES)
}

/// Whether a file is a font or a template, which are read because of the
/// folder that they are in.
pub(crate) fn is_read_by_its_folder(path: &str) -> bool {
    is_font(path) || is_template(path)
}

/// The rest of a path that leads into a folder.
pub(crate) fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder)?.strip_prefix('/')
}
