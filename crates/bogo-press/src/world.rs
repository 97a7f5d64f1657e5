//! What Typst sees: virtual files, fonts, and neither clock nor network.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bogo_model::Diagnostic;
use bogo_model::edition::Edition;
use comemo::Track as _;
use rayon::prelude::*;
use typst::diag::{FileError, FileResult};
use typst::engine::{Route, Sink, Traced};
use typst::foundations::{Bytes, Datetime, Duration, Repr as _, Smart, Str};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::visualize::{ExchangeFormat, RasterImage};
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;

use crate::faces::Faces;
use crate::findings;
use crate::inputs::{self, EDITION, PICTURES, picture_path, section_path};
use crate::proof::Proof;
use crate::templates::Templates;

/// The path of the file that Typst begins with.
const MAIN: &str = "/main.typ";

/// What sections import.
const LIBRARY: &str = "/templates/lib.typ";

/// Where templates stand.
const TEMPLATES: &str = "/templates/";

/// What [`MAIN`] says.
const MAIN_TEXT: &str =
    "#import \"/templates/lib.typ\": report\n#report(\"/edition/edition.json\")\n";

/// What the file that sets a section begins with.
const PART_TEXT: &str = "#import \"/templates/lib.typ\": part\n";

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

/// Drops everything that was kept of all settings in this process: for a
/// program that sets only once, and to measure how long that takes.
pub fn forget_settings() {
    comemo::evict(0);
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
        press.put_templates(templates);
        press
    }

    /// The faces in use.
    pub fn faces(&self) -> &Faces {
        &self.faces
    }

    /// Puts other templates in place of those at hand; what is the same stays.
    pub fn put_templates(&mut self, templates: &Templates) {
        let paths: Vec<String> =
            templates.iter().map(|(path, _)| format!("{TEMPLATES}{path}")).collect();
        self.files.retain(|path, _| !path.starts_with(TEMPLATES) || paths.contains(path));
        for (path, (_, text)) in paths.iter().zip(templates.iter()) {
            self.put_source(path, text);
        }
    }

    /// Sets an edition with its prepared pictures, which are given by their
    /// id. Returns the pages, if there are any, and what Typst had to say:
    /// faults of a template, for faults of the data have been found before.
    ///
    /// What is the same as in the last edition is not laid out again.
    pub fn set(
        &mut self,
        edition: &Edition,
        pictures: impl IntoIterator<Item = (String, Arc<Vec<u8>>)>,
        purpose: Purpose,
    ) -> (Option<Proof>, Vec<Diagnostic>) {
        self.load(edition, pictures, purpose);
        self.evaluate(edition);
        let compiled = typst::compile::<PagedDocument>(self);
        // What several settings in a row did not need is not kept: without
        // this a long session grows without end. Whoever waits for the pages
        // does not wait for this.
        rayon::spawn(|| comemo::evict(KEPT_SETTINGS));
        let mut warnings: Vec<_> = compiled.warnings.into_iter().collect();
        let unsettled = findings::take_unsettled(&mut warnings);
        let mut diagnostics = findings::translate(self, &warnings);
        match compiled.output {
            Ok(document) => (Some(Proof::new(document, purpose, unsettled)), diagnostics),
            Err(errors) => {
                diagnostics.extend(findings::translate(self, &errors));
                (None, diagnostics)
            }
        }
    }

    /// Evaluates the sections and decodes the pictures on all cores. Typst
    /// evaluates one file after the other, and finds these results when it
    /// comes to them; what is wrong with them it finds, too.
    fn evaluate(&self, edition: &Edition) {
        let Some(templates) = id_of(LIBRARY).and_then(|id| self.source(id).ok()) else { return };
        // All sections import the same templates, which are evaluated once.
        self.evaluate_one(&templates);
        let sections: Vec<String> =
            edition.sections().map(|section| source_path(&section_path(section))).collect();
        let evaluate = || {
            sections.par_iter().for_each(|path| {
                if let Some(source) = self.files.get(path).and_then(|file| file.source.as_ref()) {
                    self.evaluate_one(source);
                }
            });
        };
        let pictures = edition.pictures();
        let decode = || {
            pictures.par_iter().for_each(|used| {
                let Some(file) = self.files.get(&picture_path(used)) else { return };
                if let Some(format) = ExchangeFormat::detect(&file.bytes) {
                    let _ = RasterImage::new(file.bytes.clone(), format, Smart::Auto);
                }
            });
        };
        rayon::join(evaluate, decode);
    }

    /// Evaluates a file, to be remembered.
    fn evaluate_one(&self, source: &Source) {
        let world: &dyn World = self;
        let _ = typst_eval::eval(
            world.track(),
            &self.library,
            Traced::default().track(),
            Sink::new().track_mut(),
            Route::default().track(),
            source,
        );
    }

    /// Puts an edition's files in place of those of the last one.
    pub fn load(
        &mut self,
        edition: &Edition,
        pictures: impl IntoIterator<Item = (String, Arc<Vec<u8>>)>,
        purpose: Purpose,
    ) {
        let mut paths = BTreeSet::new();
        let is_print = purpose == Purpose::Print;
        for (path, json) in inputs::files(edition, self.faces.own_families(), is_print) {
            self.put_bytes(&path, json.to_string());
            paths.insert(path);
        }
        for section in edition.sections() {
            let data = section_path(section);
            let path = source_path(&data);
            let literal = Str::from(data).repr();
            self.put_source(&path, &format!("{PART_TEXT}#part({literal})\n"));
            paths.insert(path);
        }
        for (id, bytes) in pictures {
            let path = format!("{PICTURES}{id}");
            self.put_bytes(&path, Shared(bytes));
            paths.insert(path);
        }
        self.files.retain(|path, _| !path.starts_with(EDITION) || paths.contains(path));
    }

    /// All virtual files with their bytes, by path: the templates, and the
    /// edition that was loaded last.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, file)| (path.as_str(), file.bytes.as_slice()))
    }

    /// Puts a template. Typst parses again only what differs.
    fn put_source(&mut self, path: &str, text: &str) {
        if let Some(file) = self.files.get_mut(path) {
            if file.bytes.as_slice() == text.as_bytes() {
                return;
            }
            if let Some(source) = &mut file.source {
                source.replace(text);
                file.bytes = Bytes::from_string(text.to_owned());
                return;
            }
        }
        let source = id_of(path)
            .filter(|_| path.ends_with(".typ"))
            .map(|id| Source::new(id, text.to_owned()));
        let bytes = Bytes::from_string(text.to_owned());
        self.files.insert(path.to_owned(), File { bytes, source });
    }

    /// Puts a file of the edition. One that is the same stays, for it has been
    /// read and hashed.
    fn put_bytes(&mut self, path: &str, bytes: impl AsRef<[u8]> + Send + Sync + 'static) {
        let known = self.files.get(path).map(|file| file.bytes.as_slice());
        if known != Some(bytes.as_ref()) {
            self.files.insert(path.to_owned(), File { bytes: Bytes::new(bytes), source: None });
        }
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

/// The path of the file that sets the section whose data is at this path.
fn source_path(section: &str) -> String {
    format!("{section}.typ")
}

/// A picture's bytes, which the program keeps, too.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
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
