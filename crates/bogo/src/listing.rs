//! What is in an edition's folder: every file by its name, and what cannot be
//! listed or followed.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use bogo_model::json::composed;
use bogo_model::manuscript::{SourceFile, SourceText};
use walkdir::{DirEntry, WalkDir};

use crate::contents::{FONTS, SCHEMA, TEMPLATES, below, is_read_by_its_folder, is_source};
use crate::names::{in_cp949, is_litter};
use crate::reason::reason;

/// What the names of pictures end in. A link of such a name that leads nowhere
/// is missed where it is printed.
const PICTURE_LIKE_ENDINGS: [&str; 12] = [
    ".jpg", ".jpeg", ".png", ".svg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".psd",
    ".pdf",
];

/// Everything in a folder, in the order of names.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// The files by their paths below the root, in composed form.
    pub(crate) files: Vec<String>,
    /// Where files are, below the root, whose names are stored otherwise than
    /// they are listed.
    pub(crate) stored: BTreeMap<String, PathBuf>,
    /// What is there and cannot be listed, or is not followed.
    pub(crate) unlisted: Vec<SourceFile>,
    /// What is no file of the edition, but may be taken for one: folders, and
    /// what is hidden.
    pub(crate) around: Vec<SourceFile>,
}

impl Listing {
    /// Lists what is below a folder, whose path has no links.
    ///
    /// # Errors
    /// When the folder itself cannot be listed.
    pub(crate) fn of(root: &Path) -> io::Result<Self> {
        let mut listing = Self::default();
        let mut links = Vec::new();
        let mut walk = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.depth() == 0 => {
                    return Err(error.into_io_error().unwrap_or_else(|| ErrorKind::Other.into()));
                }
                Err(error) => {
                    listing.unlisted.push(refused(root, error));
                    continue;
                }
            };
            let is_folder = entry.file_type().is_dir();
            let aside = |text| SourceFile { path: shown(root, entry.path()), text };
            if is_litter(entry.file_name()) {
                listing.around.push(aside(SourceText::Ignored));
            } else if entry.file_name().to_str().is_none() {
                listing.unlisted.push(misspelt(root, &entry));
            } else if is_folder {
                listing.around.push(aside(SourceText::Folder));
                continue;
            } else if entry.path_is_symlink() {
                match listing.follow(root, &entry) {
                    Some(folder) => links.push((shown(root, entry.path()), folder)),
                    None => continue,
                }
            } else {
                listing.add(root, &entry);
            }
            if is_folder {
                walk.skip_current_dir();
            }
        }
        for (path, folder) in links {
            listing.judge_link(root, path, &folder);
        }
        Ok(listing)
    }

    /// Adds a file.
    fn add(&mut self, root: &Path, entry: &DirEntry) {
        let path = relative(root, entry.path());
        let listed = composed(&path).into_owned();
        let is_apart = listed != path;
        if self.stored.contains_key(&listed) || is_apart && self.files.contains(&listed) {
            self.unlisted.push(SourceFile { path: listed, text: SourceText::Twin });
            return;
        }
        if is_apart {
            let real = entry.path().strip_prefix(root).unwrap_or(entry.path());
            self.stored.insert(listed.clone(), real.to_owned());
        }
        self.files.push(listed);
    }

    /// Adds a link as the file that it leads to. Returns the folder that it
    /// leads to if that is one.
    fn follow(&mut self, root: &Path, entry: &DirEntry) -> Option<PathBuf> {
        match fs::metadata(entry.path()) {
            Ok(metadata) if metadata.is_dir() => return fs::canonicalize(entry.path()).ok(),
            Ok(_) => self.add(root, entry),
            Err(error) => {
                let path = shown(root, entry.path());
                let lower = path.to_lowercase();
                // What is read, or printed, by this very name is missed there.
                // All others may have been folders, and hold a part of the
                // report.
                let is_missed = is_source(&path)
                    || is_read_by_its_folder(&path)
                    || PICTURE_LIKE_ENDINGS.iter().any(|ending| lower.ends_with(ending));
                match is_missed {
                    true => self.add(root, entry),
                    false => {
                        let text = match error.kind() {
                            ErrorKind::NotFound => SourceText::DeadLink,
                            _ => SourceText::Unreadable(reason(&error)),
                        };
                        self.unlisted.push(SourceFile { path, text });
                    }
                }
            }
        }
        None
    }

    /// Reports a link to a folder, unless it leads to pictures alone, which
    /// are found through it, or stands where nothing is read.
    fn judge_link(&mut self, root: &Path, path: String, folder: &Path) {
        let at = |place: &str| path == place || below(&path, place).is_some();
        if at(SCHEMA) {
            return;
        }
        let outside = !folder.starts_with(root);
        let target = shown(root, folder);
        let is_inside = |file: &String| target.is_empty() || below(file, &target).is_some();
        let holds_parts = self.files.iter().any(|file| is_inside(file) && is_source(file));
        let is_read = [FONTS, TEMPLATES].into_iter().any(at);
        if outside || holds_parts || is_read {
            let text = SourceText::LinkedFolder { outside };
            self.unlisted.push(SourceFile { path, text });
        }
    }
}

/// A folder, or a file in one, that the system does not list.
fn refused(root: &Path, error: walkdir::Error) -> SourceFile {
    let path = error.path().map_or_else(String::new, |path| shown(root, path));
    let error = error.into_io_error().unwrap_or_else(|| ErrorKind::Other.into());
    SourceFile { path, text: SourceText::Unlisted(reason(&error)) }
}

/// A file or folder whose name is not UTF-8.
fn misspelt(root: &Path, entry: &DirEntry) -> SourceFile {
    let meant = in_cp949(entry.file_name());
    let name = entry.file_name().to_string_lossy().to_lowercase();
    let is_folder = || fs::metadata(entry.path()).is_ok_and(|metadata| metadata.is_dir());
    let text = SourceText::Misspelt {
        meant,
        // Whatever it is, it may be a part of the report.
        lost: is_folder() || name.ends_with(".json"),
    };
    SourceFile { path: relative(root, entry.path()), text }
}

/// A path below the root in composed form, with `/` between parts.
fn shown(root: &Path, path: &Path) -> String {
    composed(&relative(root, path)).into_owned()
}

/// A path below the root, with `/` between parts.
fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
