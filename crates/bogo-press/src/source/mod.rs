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
mod theme;
mod writer;

use bogo_model::edition::{Edition, PictureUse};

use crate::chains::Fallbacks;
pub(crate) use writer::Literal;
use writer::Quoted;

/// Where its prepared pictures stand.
pub(crate) const PICTURES: &str = "/edition/pictures/";

/// Where its theme stands.
const THEME: &str = "/edition/theme.typ";

/// Where it stands for what its pages are.
const OUTPUT: &str = "/edition/output.typ";

/// Where the files of sections stand.
pub(crate) const SECTIONS: &str = "/edition/sections/";

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

/// What the templates are told of an edition before anything is set, by path: its
/// theme, and what is asked for beyond it. `own` are the families that the edition
/// brings along, `print` says whether the pages are for a printing house.
pub(crate) fn settings(
    edition: &Edition,
    fallbacks: &Fallbacks,
    own: &[String],
    print: bool,
) -> [(&'static str, String); 2] {
    let notice = match &edition.notice {
        Some(notice) => Quoted(notice).to_string(),
        None => "none".to_owned(),
    };
    let output = format!("#let print = {print}\n#let notice = {notice}\n");
    [(THEME, theme::code(&edition.theme, fallbacks, own)), (OUTPUT, output)]
}

/// Where the code of the section with this id stands.
pub(crate) fn section_path(id: &str) -> String {
    format!("{SECTIONS}{id}.typ")
}

/// Where the prepared picture stands that is used like this.
pub(crate) fn picture_path(used: &PictureUse) -> String {
    format!("{PICTURES}{}", used.id())
}
