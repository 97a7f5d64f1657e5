//! Reading an edition's folder. Nothing outside it is read, and no error of the
//! system is passed over: what cannot be read is listed as such.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind, Read as _};
use std::path::{Component, Path, PathBuf};

use bogo_model::json::composed;
use bogo_model::manuscript::{SourceFile, SourceText};
use rayon::prelude::*;

use crate::contents::{TEMPLATES, below, is_font, is_source, is_template};
use crate::listing::Listing;
use crate::names::before_unpacking;
use crate::reason::reason;
use crate::stamp::Stamp;

/// The largest file of text that is read.
const MOST_BYTES: u64 = 16 << 20;

/// The largest font file that is read: a collection for all of East Asia takes
/// half of it.
const MOST_FONT_BYTES: u64 = 256 << 20;

/// An edition's folder.
///
/// Names are compared in composed form, in which people type them: macOS takes
/// syllables apart, and an archive may bring such names to any system.
pub struct Folder {
    root: PathBuf,
    listing: Listing,
}

/// What a path of the edition leads to.
pub enum Found {
    /// A file inside the edition.
    File(PathBuf),
    /// Nothing.
    Missing,
    /// Something inside the edition that is no file to be read: a folder, or
    /// what programs talk to each other by, which may never end.
    NoFile {
        /// Whether it is a folder.
        folder: bool,
    },
    /// A link that leads to nothing.
    DeadLink,
    /// Something outside the edition.
    Outside,
    /// Something that the system does not let be looked at.
    Refused(io::Error),
}

/// The files of a folder that are read as text: path and text.
#[derive(Debug, PartialEq, Eq)]
pub struct Texts {
    /// Those that are text.
    pub texts: Vec<(String, String)>,
    /// The paths of those that are none.
    pub refused: Vec<String>,
    /// Those that could not be read.
    pub unread: Vec<SourceFile>,
}

impl Folder {
    /// Opens a folder and lists what is in it.
    ///
    /// # Errors
    /// When there is no such folder or it cannot be listed. A folder below it
    /// that cannot be is among [`Self::sources`].
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        let root = fs::canonicalize(root)?;
        if !root.is_dir() {
            return Err(io::Error::from(ErrorKind::NotADirectory).into());
        }
        let listing = Listing::of(&root)?;
        Ok(Self { root, listing })
    }

    /// A folder's name, for naming what is made of it.
    pub(crate) fn name(root: &Path) -> String {
        let real = fs::canonicalize(root).unwrap_or_default();
        let name = real.file_name().map(|name| composed(&name.to_string_lossy()).into_owned());
        name.unwrap_or_else(|| "report".to_owned())
    }

    /// Paths of all its files below it, with `/` between parts, in composed
    /// form.
    pub fn files(&self) -> &[String] {
        &self.listing.files
    }

    /// Its folders and what is hidden in it: nothing to be read, but what a
    /// report may name.
    pub(crate) fn around(&self) -> &[SourceFile] {
        &self.listing.around
    }

    /// The JSON files of the report and its themes, read, and what cannot be
    /// listed: a folder may hold files of the report.
    pub fn sources(&self) -> Vec<SourceFile> {
        let read = |path: &String| SourceFile { path: path.clone(), text: self.text(path) };
        let sources = self.files().par_iter().filter(|path| is_source(path)).map(read);
        sources.chain(self.listing.unlisted.par_iter().cloned()).collect()
    }

    /// The edition's own font files, by name, with their bytes; and those that
    /// could not be read. What is no file of the edition is left out.
    pub fn fonts(&self) -> (Vec<(String, Vec<u8>)>, Vec<SourceFile>) {
        let (mut fonts, mut unread) = (Vec::new(), Vec::new());
        for path in self.files().iter().filter(|path| is_font(path)) {
            let Ok(file) = self.file(path) else { continue };
            match read_limited(&file, MOST_FONT_BYTES) {
                Ok(bytes) => fonts.push((path.clone(), bytes)),
                Err(text) => unread.push(SourceFile { path: path.clone(), text }),
            }
        }
        (fonts, unread)
    }

    /// The stamps of the edition's own font files, by name, and those that are
    /// no files of the edition. What is gone since the folder was listed is
    /// left out.
    pub(crate) fn font_stamps(&self) -> (Vec<(String, Stamp)>, Vec<SourceFile>) {
        let (mut stamps, mut unread) = (Vec::new(), Vec::new());
        for path in self.files().iter().filter(|path| is_font(path)) {
            let stamp = self.file(path).and_then(|file| match fs::metadata(file) {
                Ok(metadata) => Ok(Stamp::of(&metadata)),
                Err(error) => Err(SourceText::Unreadable(reason(&error))),
            });
            match stamp {
                Ok(stamp) => stamps.push((path.clone(), stamp)),
                Err(text) => unread.push(SourceFile { path: path.clone(), text }),
            }
        }
        (stamps, unread)
    }

    /// The edition's own template files but for themes, by their path below
    /// `templates/`; those that are no text, or cannot be read, by their whole
    /// path.
    pub fn templates(&self) -> Texts {
        let mut templates = Texts { texts: Vec::new(), refused: Vec::new(), unread: Vec::new() };
        for path in self.files().iter().filter(|path| is_template(path)) {
            let Some(name) = below(path, TEMPLATES) else { continue };
            match self.file(path).and_then(|file| read_limited(&file, MOST_BYTES)) {
                Ok(bytes) => match String::from_utf8(bytes) {
                    Ok(text) => templates.texts.push((name.to_owned(), text)),
                    Err(_) => templates.refused.push(path.clone()),
                },
                Err(text) => templates.unread.push(SourceFile { path: path.clone(), text }),
            }
        }
        templates
    }

    /// Where a path of the edition leads. Links are followed as long as they
    /// stay inside.
    pub fn find(&self, path: &str) -> Found {
        let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if !plain || path.contains('\\') {
            return Found::Outside;
        }
        // One place has one name, or the same picture would be two.
        if path.split('/').any(|part| part.is_empty() || part == ".") {
            return Found::Missing;
        }
        match fs::canonicalize(self.real(path)) {
            Ok(real) if !real.starts_with(&self.root) => Found::Outside,
            Ok(real) if real.is_file() => Found::File(real),
            Ok(real) => Found::NoFile { folder: real.is_dir() },
            Err(error) if is_absence(&error) => match fs::symlink_metadata(self.real(path)) {
                Ok(metadata) if metadata.is_symlink() => Found::DeadLink,
                _ => Found::Missing,
            },
            Err(error) => Found::Refused(error),
        }
    }

    /// For files whose names an archive broke, the names that they had.
    pub(crate) fn unbroken_names(&self) -> BTreeMap<String, String> {
        let unbroken = |path: &String| Some((before_unpacking(path)?, path.clone()));
        self.files().iter().filter_map(unbroken).collect()
    }

    /// Where a listed file is stored.
    fn real(&self, path: &str) -> PathBuf {
        match self.listing.stored.get(path) {
            Some(stored) => self.root.join(stored),
            None => self.root.join(path),
        }
    }

    fn text(&self, path: &str) -> SourceText {
        if !path.to_lowercase().ends_with(".json") {
            return SourceText::Misnamed;
        }
        match self.file(path).and_then(|file| read_limited(&file, MOST_BYTES)) {
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => SourceText::Text(text),
                Err(error) => SourceText::NotUtf8(error.into_bytes()),
            },
            Err(refusal) => refusal,
        }
    }

    /// The file that a listed path leads to, or why it is none to be read.
    fn file(&self, path: &str) -> Result<PathBuf, SourceText> {
        Err(match self.find(path) {
            Found::File(file) => return Ok(file),
            Found::Outside => SourceText::Outside,
            Found::NoFile { .. } => SourceText::NoFile,
            Found::DeadLink => SourceText::DeadLink,
            Found::Refused(error) => SourceText::Unreadable(reason(&error)),
            Found::Missing => SourceText::Unreadable(reason(&ErrorKind::NotFound.into())),
        })
    }
}

/// The folder that a user means: the one of this name, or one whose name is the
/// same but stored otherwise.
pub(crate) fn stored_folder(path: &Path) -> PathBuf {
    let mut stored = PathBuf::new();
    for part in path.components() {
        let plain = stored.join(part);
        let twin = match part {
            Component::Normal(name) if !plain.exists() => same_name(&stored, name),
            _ => None,
        };
        stored = twin.unwrap_or(plain);
    }
    stored
}

/// What has this name in a folder, in composed form.
fn same_name(folder: &Path, name: &OsStr) -> Option<PathBuf> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let name = name.to_str()?;
    // A folder that cannot be listed is named when the path is used.
    let mut entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let same = |entry: &fs::DirEntry| {
        entry.file_name().to_str().is_some_and(|stored| composed(stored) == composed(name))
    };
    entries.find(same).map(|entry| entry.path())
}

/// Whether an error says that nothing is there.
fn is_absence(error: &io::Error) -> bool {
    use ErrorKind::{InvalidFilename, InvalidInput, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | InvalidFilename | InvalidInput)
}

/// The bytes of a file, if it is no larger than `most`.
fn read_limited(file: &Path, most: u64) -> Result<Vec<u8>, SourceText> {
    let read = || {
        let size = fs::metadata(file)?.len();
        if size > most {
            return Ok(Err(SourceText::TooLarge { size, most }));
        }
        let mut bytes = Vec::new();
        // The file may grow while it is read.
        fs::File::open(file)?.take(most).read_to_end(&mut bytes)?;
        Ok(Ok(bytes))
    };
    read().unwrap_or_else(|error: io::Error| Err(SourceText::Unreadable(reason(&error))))
}
