//! What the tests of the rules know of the world beside a report.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use crate::lines::TypicalWidths;
use crate::resolve::{Facts, PictureFact};

/// The theme that has a value for every token, as text.
pub(super) const USUAL_THEME_TEXT: &str = include_str!("../../../../templates/themes/default.json");

/// The theme that has a value for every token.
static USUAL_THEME: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(USUAL_THEME_TEXT).expect("a theme"));

/// The families of the usual theme, of which that of titles has no bold face,
/// have a glyph for every character. These are the pictures and files.
pub(super) fn facts(pictures: BTreeMap<String, PictureFact>, files: &[String]) -> Facts<'_> {
    let faces = USUAL_THEME["faces"].as_object().expect("faces").values();
    Facts {
        pictures,
        files,
        covers: &|_| true,
        families: faces.filter_map(|face| face.as_str().map(str::to_owned)).collect(),
        lacks_bold: &|family| family == USUAL_THEME["faces"]["title"],
        measure: &TypicalWidths,
        usual_theme: &USUAL_THEME,
    }
}
