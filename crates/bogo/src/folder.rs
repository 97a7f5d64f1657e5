//! Reading an edition's folder. Nothing outside it is read, and no error of the
//! system is passed over: what cannot be read is listed as such.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind, Read as _};
use std::path::{Component, Path, PathBuf};

use anyhow::Context as _;
use bogo_model::json::composed;
use bogo_model::manuscript::{SourceFile, SourceText};
use bogo_model::message;
use bogo_model::theme::THEMES;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::names::{before_unpacking, in_cp949, is_litter};
use crate::reason::reason;
use crate::stamp::Stamp;

/// The largest file of text that is read.
const MOST_BYTES: u64 = 16 << 20;

/// Folders beside the content: what replaces the program's own, and schemas.
pub(crate) const FONTS: &str = "fonts";
const TEMPLATES: &str = "templates";
const SCHEMA: &str = "schema";

/// An edition's folder.
///
/// Names are compared in composed form, in which people type them: macOS takes
/// syllables apart, and an archive may bring such names to any system.
pub struct Folder {
    root: PathBuf,
    files: Vec<String>,
    /// Where files are, below the root, whose names are stored otherwise than
    /// they are listed.
    stored: BTreeMap<String, PathBuf>,
    /// What is there and cannot be listed.
    unlisted: Vec<SourceFile>,
}

/// What a path of the edition leads to.
pub enum Found {
    /// A file inside the edition.
    File(PathBuf),
    /// Nothing.
    Missing,
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
        let mut folder =
            Self { root, files: Vec::new(), stored: BTreeMap::new(), unlisted: Vec::new() };
        let walk = WalkDir::new(&folder.root).sort_by_file_name().into_iter();
        let mut walk =
            walk.filter_entry(|entry| entry.depth() == 0 || !is_litter(entry.file_name()));
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) if entry.depth() == 0 => {}
                Ok(entry) if entry.file_name().to_str().is_none() => {
                    folder.unlisted.push(misspelt(&folder.root, &entry));
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => folder.list(&entry),
                Err(error) if error.depth() == 0 => {
                    let error = error.into_io_error();
                    return Err(error.unwrap_or_else(|| ErrorKind::Other.into()).into());
                }
                Err(error) => folder.unlisted.push(refused(&folder.root, error)),
            }
        }
        Ok(folder)
    }

    /// Lists a file.
    fn list(&mut self, entry: &DirEntry) {
        let path = relative(&self.root, entry.path());
        let listed = composed(&path).into_owned();
        let is_apart = listed != path;
        if self.stored.contains_key(&listed) || is_apart && self.files.contains(&listed) {
            self.unlisted.push(SourceFile { path: listed, text: SourceText::Twin });
            return;
        }
        if is_apart {
            let real = entry.path().strip_prefix(&self.root).unwrap_or(entry.path());
            self.stored.insert(listed.clone(), real.to_owned());
        }
        self.files.push(listed);
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
        &self.files
    }

    /// The JSON files of the report and its themes, read, and what cannot be
    /// listed: a folder may hold files of the report.
    pub fn sources(&self) -> Vec<SourceFile> {
        let read = |path: &String| SourceFile { path: path.clone(), text: self.text(path) };
        let sources = self.files.par_iter().filter(|path| is_source(path)).map(read);
        sources.chain(self.unlisted.par_iter().cloned()).collect()
    }

    /// The edition's own font files, by name, with their bytes.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn fonts(&self) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
        let read = |path: &String| {
            let bytes = fs::read(self.real(path)).with_context(|| path.clone())?;
            Ok((path.clone(), bytes))
        };
        self.files.iter().filter(|path| is_font(path)).map(read).collect()
    }

    /// The stamps of the edition's own font files, by name. What is gone since
    /// the folder was listed is left out.
    ///
    /// # Errors
    /// When one of them cannot be looked at.
    pub(crate) fn font_stamps(&self) -> anyhow::Result<Vec<(String, Stamp)>> {
        let mut stamps = Vec::new();
        for path in self.files.iter().filter(|path| is_font(path)) {
            match fs::metadata(self.real(path)) {
                Ok(metadata) => stamps.push((path.clone(), Stamp::of(&metadata))),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error).with_context(|| path.clone()),
            }
        }
        Ok(stamps)
    }

    /// The edition's own template files but for themes, by their path below
    /// `templates/`; those that are no text by their whole path.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn templates(&self) -> anyhow::Result<Texts> {
        let mut templates = Texts { texts: Vec::new(), refused: Vec::new() };
        for path in self.files.iter().filter(|path| is_template(path)) {
            let Some(name) = below(path, TEMPLATES) else { continue };
            let bytes = fs::read(self.real(path)).with_context(|| path.clone())?;
            match String::from_utf8(bytes) {
                Ok(text) => templates.texts.push((name.to_owned(), text)),
                Err(_) => templates.refused.push(path.clone()),
            }
        }
        Ok(templates)
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
            Ok(_) => Found::Missing,
            Err(error) if is_absence(&error) => Found::Missing,
            Err(error) => Found::Refused(error),
        }
    }

    /// For files whose names an archive broke, the names that they had.
    pub(crate) fn unbroken_names(&self) -> BTreeMap<String, String> {
        let unbroken = |path: &String| Some((before_unpacking(path)?, path.clone()));
        self.files.iter().filter_map(unbroken).collect()
    }

    /// Where a listed file is stored.
    fn real(&self, path: &str) -> PathBuf {
        match self.stored.get(path) {
            Some(stored) => self.root.join(stored),
            None => self.root.join(path),
        }
    }

    fn text(&self, path: &str) -> SourceText {
        if !path.to_lowercase().ends_with(".json") {
            return SourceText::Misnamed;
        }
        let file = match self.find(path) {
            Found::File(file) => file,
            Found::Missing => {
                let why = message!("보통 파일이 아닙니다", "it is no usual file");
                return SourceText::Unreadable(why);
            }
            Found::Outside => return SourceText::Outside,
            Found::Refused(error) => return SourceText::Unreadable(reason(&error)),
        };
        match read_limited(&file) {
            Ok(Ok(bytes)) => match String::from_utf8(bytes) {
                Ok(text) => SourceText::Text(text),
                Err(error) => SourceText::NotUtf8(error.into_bytes()),
            },
            Ok(Err(size)) => SourceText::TooLarge(size),
            Err(error) => SourceText::Unreadable(reason(&error)),
        }
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

/// A folder, or a file in one, that the system does not list.
fn refused(root: &Path, error: walkdir::Error) -> SourceFile {
    let path = error.path().map_or_else(String::new, |path| relative(root, path));
    let error = error.into_io_error().unwrap_or_else(|| ErrorKind::Other.into());
    SourceFile { path: composed(&path).into_owned(), text: SourceText::Unlisted(reason(&error)) }
}

/// A file or folder whose name is not UTF-8.
fn misspelt(root: &Path, entry: &DirEntry) -> SourceFile {
    let meant = in_cp949(entry.file_name());
    let name = entry.file_name().to_string_lossy().to_lowercase();
    let text = SourceText::Misspelt {
        meant,
        // Whatever it is, it may be a part of the report.
        lost: entry.file_type().is_dir() || name.ends_with(".json"),
    };
    SourceFile { path: relative(root, entry.path()), text }
}

/// Whether a file is one of data, or a theme, by its name.
fn is_source(path: &str) -> bool {
    let apart = || [FONTS, TEMPLATES, SCHEMA].iter().any(|f| below(path, f).is_some());
    path.to_lowercase().contains(".json") && (path.starts_with(THEMES) || !apart())
}

/// Whether a file is one of the edition's own fonts, by its name.
fn is_font(path: &str) -> bool {
    let lower = path.to_lowercase();
    below(path, FONTS).is_some() && [".ttf", ".otf", ".ttc"].iter().any(|e| lower.ends_with(e))
}

/// Whether a file is a template, other than a theme.
fn is_template(path: &str) -> bool {
    below(path, TEMPLATES).is_some() && !path.starts_with(THEMES)
}

/// The rest of a path that leads into a folder.
fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder)?.strip_prefix('/')
}

/// The bytes of a file, or its size if it is larger than any section is.
fn read_limited(file: &Path) -> io::Result<Result<Vec<u8>, u64>> {
    let size = fs::metadata(file)?.len();
    if size > MOST_BYTES {
        return Ok(Err(size));
    }
    let mut bytes = Vec::new();
    // The file may grow while it is read.
    fs::File::open(file)?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

/// A path below the root, with `/` between parts.
fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
