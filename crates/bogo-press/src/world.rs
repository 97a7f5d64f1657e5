//! What Typst sees: virtual files, fonts, and neither clock nor network.

use std::collections::BTreeMap;

use bogo_model::Diagnostic;
use bogo_model::edition::Edition;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;

use crate::faces::Faces;
use crate::findings;
use crate::proof::Proof;
use crate::templates::Templates;

/// The path of the file that Typst begins with.
const MAIN: &str = "/main.typ";

/// What [`MAIN`] says.
const MAIN_TEXT: &str =
    "#import \"/templates/lib.typ\": report\n#report(\"/edition/edition.json\")\n";

/// For how many settings a piece of layout is kept without being used.
const KEPT_SETTINGS: usize = 2;

/// What the pages are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purpose {
    /// Screen, archive and office printer.
    #[default]
    Screen,
    /// A printing house: with bleed and crop marks.
    Print,
}

/// Sets editions with a set of faces and templates.
pub struct Press {
    library: LazyHash<Library>,
    faces: Faces,
    main: FileId,
    files: BTreeMap<String, File>,
}

/// A virtual file: its bytes and, if it is a template, its parsed source.
struct File {
    bytes: Bytes,
    source: Option<Source>,
}

impl Press {
    /// A press with these faces and templates.
    pub fn new(faces: Faces, templates: &Templates) -> Self {
        let mut press = Self {
            library: LazyHash::new(library()),
            faces,
            main: id_of(MAIN).unwrap_or_else(|| unreachable!("{MAIN} is a path")),
            files: BTreeMap::new(),
        };
        press.put_source(MAIN, MAIN_TEXT);
        for (path, text) in templates.iter() {
            press.put_source(&format!("/templates/{path}"), text);
        }
        press
    }

    /// The faces in use.
    pub fn faces(&self) -> &Faces {
        &self.faces
    }

    /// Sets an edition with its prepared pictures, which are given by their
    /// path. Returns the pages, if there are any, and what Typst had to say:
    /// faults of a template, for faults of the data have been found before.
    pub fn set(
        &mut self,
        edition: &Edition,
        pictures: impl IntoIterator<Item = (String, Vec<u8>)>,
        purpose: Purpose,
    ) -> (Option<Proof>, Vec<Diagnostic>) {
        // What three settings in a row did not need is not kept: without this
        // a long session grows without end.
        comemo::evict(KEPT_SETTINGS);
        self.files.retain(|path, _| !path.starts_with("/edition/"));
        self.put_json("/edition/edition.json", edition);
        self.put_json("/edition/theme.json", &edition.theme);
        for section in &edition.sections {
            self.put_json(&section.path, section);
        }
        let print = purpose == Purpose::Print;
        let output = serde_json::json!({ "print": print, "faces": self.faces.own_families() });
        self.put_json("/edition/output.json", &output);
        for (path, bytes) in pictures {
            self.files.insert(path, File { bytes: Bytes::new(bytes), source: None });
        }
        let compiled = typst::compile::<PagedDocument>(self);
        let mut diagnostics = findings::translate(self, &compiled.warnings);
        match compiled.output {
            Ok(document) => (Some(Proof::new(document, purpose)), diagnostics),
            Err(errors) => {
                diagnostics.extend(findings::translate(self, &errors));
                (None, diagnostics)
            }
        }
    }

    fn put_source(&mut self, path: &str, text: &str) {
        let source = id_of(path)
            .filter(|_| path.ends_with(".typ"))
            .map(|id| Source::new(id, text.to_owned()));
        let bytes = Bytes::from_string(text.to_owned());
        self.files.insert(path.to_owned(), File { bytes, source });
    }

    fn put_json(&mut self, path: &str, value: &impl serde::Serialize) {
        // The edition's types have no maps with keys that are no strings,
        // which is all that could fail here.
        let text = serde_json::to_string(value).unwrap_or_default();
        self.files.insert(path.to_owned(), File { bytes: Bytes::from_string(text), source: None });
    }

    fn get(&self, id: FileId) -> FileResult<&File> {
        let path = id.get().vpath().get_with_slash();
        self.files.get(path).ok_or_else(|| FileError::NotFound(path.into()))
    }
}

/// The standard library, with what tagged PDF needs beyond it: cells that head
/// their row, and summaries of tables.
fn library() -> Library {
    let features = [Feature::A11yExtras].into_iter().collect();
    Library::builder().with_features(features).build()
}

fn id_of(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.faces.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.get(id)?.source.clone().ok_or(FileError::NotSource)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.get(id).map(|file| file.bytes.clone())
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.faces.font(index)
    }

    /// There is no today: dates come from the content.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
