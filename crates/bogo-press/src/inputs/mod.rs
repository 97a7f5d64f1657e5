//! What the templates read of an edition: JSON in virtual files, one for the
//! edition as a whole and one for each section.
//!
//! The shapes here are the contract with `templates/`. A block's `kind` names
//! one component; `passage` is the number that the mark at its first words
//! bears.

/// A JSON object of what is given, which is moved into it. `json!` would copy
/// every value once for each level that it stands below.
macro_rules! object {
    ($($key:literal: $value:expr),* $(,)?) => {
        serde_json::Value::Object(serde_json::Map::from_iter([
            $(($key.to_owned(), serde_json::Value::from($value))),*
        ]))
    };
}

mod blocks;
mod front;
mod sections;
mod table;
mod text;

use bogo_model::edition::{Edition, PictureUse};
use serde_json::Value as Json;

pub(crate) use sections::{path as section_path, section_id};

/// Where an edition's files stand.
pub(crate) const EDITION: &str = "/edition/";

/// Where its prepared pictures stand.
pub(crate) const PICTURES: &str = "/edition/pictures/";

/// The file of an edition as a whole.
const WHOLE: &str = "/edition/edition.json";

/// The files that the templates read of an edition, by path. `faces` are the
/// families of the faces that are its own, `print` whether the pages are for a
/// printing house.
pub(crate) fn files(edition: &Edition, faces: &[String], print: bool) -> Vec<(String, Vec<u8>)> {
    let output = object! { "print": print, "faces": faces, "notice": edition.notice.as_deref() };
    let mut files = vec![
        (WHOLE.to_owned(), written(&front::edition(edition))),
        ("/edition/theme.json".to_owned(), written(&edition.theme)),
        ("/edition/output.json".to_owned(), written(&output)),
    ];
    let sections = sections::files(edition).into_iter();
    files.extend(sections.map(|(path, section)| (path, written(&section))));
    files
}

/// The file of a value; one of JSON can always be written.
fn written(json: &Json) -> Vec<u8> {
    serde_json::to_vec(json).unwrap_or_default()
}

/// Where the prepared picture stands that is used like this.
pub(crate) fn picture_path(used: &PictureUse) -> String {
    format!("{PICTURES}{}", used.id())
}

/// A value as `json` makes it, or nothing.
fn or_none<T>(value: Option<&T>, json: impl FnOnce(&T) -> Json) -> Json {
    value.map_or(Json::Null, json)
}

/// Values in a row, each as `json` makes it.
fn all<T>(values: &[T], json: impl FnMut(&T) -> Json) -> Json {
    values.iter().map(json).collect()
}
