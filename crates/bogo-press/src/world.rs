//! What Typst sees: virtual files, fonts, and neither clock nor network.

use std::collections::{BTreeMap, BTreeSet};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::faces::{Faces, rare_characters};

/// The files and faces of one edition.
pub(crate) struct EditionWorld {
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

impl EditionWorld {
    /// A world with these faces; Typst begins with the file `main`.
    pub(crate) fn new(faces: Faces, main: &str) -> Self {
        Self {
            library: LazyHash::new(library()),
            faces,
            main: id_of(main).unwrap_or_else(|| unreachable!("{main} is a path")),
            files: BTreeMap::new(),
        }
    }

    /// The faces in use.
    pub(crate) fn faces(&self) -> &Faces {
        &self.faces
    }

    /// Makes sure that rare characters are drawn. Returns whether any was not.
    pub(crate) fn draw(&mut self, rare: &BTreeSet<char>) -> bool {
        self.faces.draw(rare)
    }

    /// The rare characters that stand in the files which are texts.
    pub(crate) fn rare_characters(&self) -> BTreeSet<char> {
        let is_text = |path: &str| path.ends_with(".typ") || path.ends_with(".json");
        let files = self.files.iter().filter(|(path, _)| is_text(path));
        let texts = files.filter_map(|(_, file)| std::str::from_utf8(&file.bytes).ok());
        texts.flat_map(rare_characters).collect()
    }

    /// All files with their bytes, by path.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &Bytes)> {
        self.files.iter().map(|(path, file)| (path.as_str(), &file.bytes))
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, path: &str) -> Option<&Bytes> {
        self.files.get(path).map(|file| &file.bytes)
    }

    /// A template as it was parsed.
    pub(crate) fn template(&self, path: &str) -> Option<&Source> {
        self.files.get(path)?.source.as_ref()
    }

    /// Takes away the files below a folder whose paths are not to be kept.
    pub(crate) fn retain_below(&mut self, folder: &str, is_kept: impl Fn(&str) -> bool) {
        self.files.retain(|path, _| !path.starts_with(folder) || is_kept(path));
    }

    /// Puts a template. Typst parses again only what differs.
    pub(crate) fn put_source(&mut self, path: &str, text: &str) {
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

    /// Puts a file of the edition, and returns it. One that is the same stays,
    /// for it has been read and hashed.
    pub(crate) fn put_bytes(
        &mut self,
        path: &str,
        bytes: impl AsRef<[u8]> + Send + Sync + 'static,
    ) -> &Bytes {
        let file = File { bytes: Bytes::new(Vec::new()), source: None };
        let file = self.files.entry(path.to_owned()).or_insert(file);
        if file.bytes.as_slice() != bytes.as_ref() {
            *file = File { bytes: Bytes::new(bytes), source: None };
        }
        &file.bytes
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

impl World for EditionWorld {
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
