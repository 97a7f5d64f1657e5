//! An edition as Typst code: a file for the edition as a whole and one for each
//! section, each a row of calls of what the templates offer.
//!
//! Every text stands in the code as it is printed, so that each glyph leads back
//! to it, and from there to the data. What is called here, and with what, is the
//! contract with `templates/`.

mod blocks;
mod front;
mod sections;
mod table;
mod text;
mod writer;

use bogo_model::edition::{Edition, PictureUse};
use serde_json::json;

use crate::chains::Fallbacks;
pub(crate) use writer::Literal;

/// Where an edition's files stand.
pub(crate) const EDITION: &str = "/edition/";

/// Where its prepared pictures stand.
pub(crate) const PICTURES: &str = "/edition/pictures/";

/// Where the files of sections stand.
const SECTIONS: &str = "/edition/sections/";

/// The file with which Typst begins.
pub(crate) const MAIN: &str = "/main.typ";

/// What each file begins with.
const IMPORT: &str = "#import \"/templates/lib.typ\": *\n\n";

/// A file of Typst code.
pub(crate) struct CodeFile {
    /// Where it stands.
    pub path: String,
    /// The code.
    pub code: String,
    /// Where in it texts of sections stand.
    pub literals: Vec<Literal>,
    /// The sections that it sets: none for the edition as a whole, two where the
    /// name of a team is set with its first project.
    pub sections: Vec<String>,
}

/// The files of an edition that hold code.
pub(crate) fn code(edition: &Edition, fallbacks: &Fallbacks) -> Vec<CodeFile> {
    let mut files = vec![front::main(edition, fallbacks)];
    files.extend(sections::files(edition, fallbacks));
    files
}

/// The files of an edition that the templates read, by path: its theme, and what
/// is asked for beyond it. `faces` are the families of the faces that are its own,
/// `print` whether the pages are for a printing house.
pub(crate) fn data(
    edition: &Edition,
    faces: &[String],
    print: bool,
) -> [(&'static str, Vec<u8>); 2] {
    let output = json!({ "print": print, "faces": faces, "notice": edition.notice });
    // JSON can always be written.
    let written = |json: &serde_json::Value| serde_json::to_vec(json).unwrap_or_default();
    [("/edition/theme.json", written(&edition.theme)), ("/edition/output.json", written(&output))]
}

/// Where the code of the section with this id stands.
pub(crate) fn section_path(id: &str) -> String {
    format!("{SECTIONS}{id}.typ")
}

/// Where the prepared picture stands that is used like this.
pub(crate) fn picture_path(used: &PictureUse) -> String {
    format!("{PICTURES}{}", used.id())
}
