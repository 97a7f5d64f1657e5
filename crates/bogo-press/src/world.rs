//! What Typst sees: virtual files, fonts, and neither clock nor network.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::faces::{Faces, rare_characters};

/// What the names of templates end with.
const TEMPLATE: &str = ".typ";

/// The files and faces of one edition.
pub(crate) struct EditionWorld {
    library: LazyHash<Library>,
    faces: Faces,
    main: FileId,
    files: BTreeMap<String, File>,
}

/// A virtual file: its bytes and, if it is a template, its parsed source.
pub(crate) struct File {
    bytes: Bytes,
    source: Option<Source>,
}

impl File {
    /// Files that hold texts, given as path and text; they are parsed on all cores.
    /// Of what stood there `before`, only what differs is parsed again.
    pub(crate) fn of_texts<'t>(
        texts: impl IntoIterator<Item = (&'t str, &'t str)>,
        mut before: BTreeMap<String, Self>,
    ) -> Vec<(String, Self)> {
        let texts = texts.into_iter().map(|(path, text)| (path, text, before.remove(path)));
        let texts: Vec<_> = texts.collect();
        let file = |(path, text, before): (&str, &str, Option<Self>)| {
            (path.to_owned(), Self::of_text(path, text, before))
        };
        texts.into_par_iter().map(file).collect()
    }

    fn of_text(path: &str, text: &str, before: Option<Self>) -> Self {
        let is_parsed = |source: &Option<Source>| source.is_some() == path.ends_with(TEMPLATE);
        let source = match before {
            Some(Self { bytes, source })
                if bytes.as_slice() == text.as_bytes() && is_parsed(&source) =>
            {
                return Self { bytes, source };
            }
            Some(Self { source: Some(mut source), .. }) => {
                source.replace(text);
                Some(source)
            }
            _ => id_of(path).and_then(|id| parsed(id, text)),
        };
        Self { bytes: Bytes::from_string(text.to_owned()), source }
    }
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
        let is_text = |path: &str| path.ends_with(TEMPLATE) || path.ends_with(".json");
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

    /// Forgets how templates were parsed, but not what they say: where a fault of
    /// one stands is found by parsing it once more.
    pub(crate) fn forget_trees(&mut self) {
        self.files.values_mut().for_each(|file| file.source = None);
    }

    /// Takes out the files at some paths.
    pub(crate) fn take(&mut self, is_taken: impl Fn(&str) -> bool) -> BTreeMap<String, File> {
        self.files.extract_if(.., |path, _| is_taken(path)).collect()
    }

    /// Puts texts, given as path and text, in place of all files at some paths. Of
    /// those that are there again, only what differs is parsed again.
    pub(crate) fn put_texts<'t>(
        &mut self,
        texts: impl IntoIterator<Item = (&'t str, &'t str)>,
        is_replaced: impl Fn(&str) -> bool,
    ) {
        let before = self.take(is_replaced);
        self.put(File::of_texts(texts, before));
    }

    /// Puts files at their paths.
    pub(crate) fn put(&mut self, files: impl IntoIterator<Item = (String, File)>) {
        self.files.extend(files);
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

/// A file that is a template, parsed.
fn parsed(id: FileId, text: &str) -> Option<Source> {
    let is_template = id.get().vpath().get_with_slash().ends_with(TEMPLATE);
    is_template.then(|| Source::new(id, text.to_owned()))
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
        let file = self.get(id)?;
        let again = || parsed(id, std::str::from_utf8(&file.bytes).ok()?);
        file.source.clone().or_else(again).ok_or(FileError::NotSource)
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
