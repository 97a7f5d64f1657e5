//! Reading an edition's folder. Nothing outside it is read.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use anyhow::Context as _;
use bogo_model::manuscript::{SourceFile, SourceText};
use bogo_model::theme::THEMES;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::stamp::Stamp;

/// The largest file of text that is read.
const MOST_BYTES: u64 = 16 << 20;

/// Folders beside the content: what replaces the program's own, and schemas.
pub(crate) const FONTS: &str = "fonts";
const TEMPLATES: &str = "templates";
const SCHEMA: &str = "schema";

/// An edition's folder.
pub struct Folder {
    root: PathBuf,
    files: Vec<String>,
}

/// What a path of the edition leads to.
pub enum Found {
    /// A file inside the edition.
    File(PathBuf),
    /// Nothing.
    Missing,
    /// Something outside the edition.
    Outside,
}

impl Folder {
    /// Opens a folder and lists what is in it.
    ///
    /// # Errors
    /// When there is no such folder or it cannot be read.
    pub fn open(root: &Path) -> anyhow::Result<Self> {
        let root = fs::canonicalize(root)?;
        if !root.is_dir() {
            return Err(io::Error::from(io::ErrorKind::NotADirectory).into());
        }
        let mut files = Vec::new();
        let walk = WalkDir::new(&root).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
            let Ok(entry) = entry else { continue };
            if !entry.file_type().is_dir()
                && let Some(path) = relative(&root, entry.path())
            {
                files.push(path);
            }
        }
        Ok(Self { root, files })
    }

    /// A folder's name, for naming what is made of it.
    pub(crate) fn name(root: &Path) -> String {
        let real = fs::canonicalize(root).unwrap_or_default();
        let name = real.file_name().map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_else(|| "report".to_owned())
    }

    /// Paths of all its files below it, with `/` between parts.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// The JSON files of the report and its themes, read.
    pub fn sources(&self) -> Vec<SourceFile> {
        let read = |path: &String| SourceFile { path: path.clone(), text: self.text(path) };
        self.files.par_iter().filter(|path| is_source(path)).map(read).collect()
    }

    /// The edition's own font files, by name, with their bytes.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn fonts(&self) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
        let read = |path: &String| {
            let bytes = fs::read(self.root.join(path)).with_context(|| path.clone())?;
            Ok((path.clone(), bytes))
        };
        self.files.iter().filter(|path| is_font(path)).map(read).collect()
    }

    /// The stamps of the edition's own font files, by name. What is gone since
    /// the folder was listed is left out.
    pub(crate) fn font_stamps(&self) -> Vec<(String, Stamp)> {
        let fonts = self.files.iter().filter(|path| is_font(path));
        let stamped = |path: &String| {
            let metadata = fs::metadata(self.root.join(path)).ok()?;
            Some((path.clone(), Stamp::of(&metadata)))
        };
        fonts.filter_map(stamped).collect()
    }

    /// The edition's own template files but for themes, by their path below `templates/`.
    ///
    /// # Errors
    /// When one of them cannot be read as text.
    pub fn templates(&self) -> anyhow::Result<Vec<(String, String)>> {
        let own = self.files.iter().filter(|path| is_template(path));
        let own = own.filter_map(|path| Some((path, below(path, TEMPLATES)?)));
        own.map(|(path, name)| {
            let text = fs::read_to_string(self.root.join(path)).with_context(|| path.clone())?;
            Ok((name.to_owned(), text))
        })
        .collect()
    }

    /// Where a path of the edition leads. Links are followed as long as they
    /// stay inside.
    pub fn find(&self, path: &str) -> Found {
        let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if !plain || path.contains('\\') {
            return Found::Outside;
        }
        match fs::canonicalize(self.root.join(path)) {
            Ok(real) if !real.starts_with(&self.root) => Found::Outside,
            Ok(real) if real.is_file() => Found::File(real),
            _ => Found::Missing,
        }
    }

    fn text(&self, path: &str) -> SourceText {
        if !path.to_lowercase().ends_with(".json") {
            return SourceText::Misnamed;
        }
        let file = match self.find(path) {
            Found::File(file) => file,
            Found::Missing => return SourceText::Unreadable("not a file".to_owned()),
            Found::Outside => return SourceText::Outside,
        };
        match read_limited(&file) {
            Ok(Ok(bytes)) => match String::from_utf8(bytes) {
                Ok(text) => SourceText::Text(text),
                Err(error) => {
                    let valid = error.utf8_error().valid_up_to();
                    let bytes = &error.as_bytes()[..valid];
                    SourceText::NotUtf8(String::from_utf8_lossy(bytes).into_owned())
                }
            },
            Ok(Err(size)) => SourceText::TooLarge(size),
            Err(error) => SourceText::Unreadable(error.to_string()),
        }
    }
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

/// Whether a file is hidden, or one that an editor keeps beside the real one.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}

fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(root).ok()?.components();
    let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
    Some(parts.join("/"))
}
