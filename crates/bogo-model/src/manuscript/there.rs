//! What is there by the names that a report may use, whether or not it can be
//! read.

use std::collections::HashSet;

use super::{REPORT, SourceFile, SourceText};
use crate::theme::THEMES;

/// Folders of the edition in which nothing is looked for that chapters name.
const APART: [&str; 3] = ["fonts/", "templates/", "schema/"];

/// What there is in the folder of an edition.
#[derive(Debug, Default)]
pub(super) struct There {
    /// The files that can be named: those of data and themes, and those that
    /// were to be some and could not be read.
    pub(super) files: Vec<String>,
    /// Those of them that are not read for the way in which their name ends.
    misnamed: HashSet<String>,
    /// The folders, each without a slash at its end.
    folders: HashSet<String>,
    /// Folders that could not be looked into, which has been reported.
    closed: HashSet<String>,
    /// What is hidden, or left by systems and editors.
    ignored: HashSet<String>,
}

impl There {
    /// What the files of an edition say of what there is.
    pub(super) fn of(files: &[SourceFile]) -> Self {
        let mut there = Self::default();
        for SourceFile { path, text } in files {
            match text {
                SourceText::Folder => drop(there.folders.insert(path.clone())),
                SourceText::Ignored => drop(there.ignored.insert(path.clone())),
                SourceText::LinkedFolder { .. } | SourceText::Unlisted(_) => {
                    there.closed.insert(path.clone());
                }
                SourceText::Unreadable(_) | SourceText::DeadLink
                    if !path.to_lowercase().ends_with(".json") =>
                {
                    there.closed.insert(path.clone());
                }
                SourceText::Misspelt { .. } | SourceText::Twin => {}
                SourceText::Misnamed => {
                    there.misnamed.insert(path.clone());
                    there.files.push(path.clone());
                }
                _ => there.files.push(path.clone()),
            }
        }
        there
    }

    pub(super) fn has_file(&self, path: &str) -> bool {
        self.files.iter().any(|file| file == path)
    }

    /// Whether a file is not read because its name does not end in `.json`.
    pub(super) fn is_misnamed(&self, path: &str) -> bool {
        self.misnamed.contains(path)
    }

    /// Whether there is a folder that could be looked into.
    pub(super) fn is_folder(&self, path: &str) -> bool {
        self.folders.contains(path)
    }

    /// Whether a path is, or leads through, a folder that could not be looked
    /// into.
    pub(super) fn is_closed(&self, path: &str) -> bool {
        is_within(path, &self.closed)
    }

    /// Whether a path is, or leads through, what is hidden or left by systems.
    pub(super) fn is_ignored(&self, path: &str) -> bool {
        is_within(path, &self.ignored)
    }

    /// The files that a chapter could name, but for those that say otherwise
    /// what they are.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        let files = self.files.iter().map(String::as_str);
        files.filter(|path| *path != REPORT && !path.starts_with(THEMES) && !self.is_misnamed(path))
    }

    /// The folders that such files are in, however deep, each with a slash at
    /// its end and in order.
    pub(super) fn folders_of_parts(&self) -> Vec<&str> {
        let folders = |path: &'_ str| path.match_indices('/').map(|(at, _)| at + 1).collect();
        let ends: Vec<(&str, Vec<usize>)> =
            self.parts().map(|path| (path, folders(path))).collect();
        let all = ends.iter().flat_map(|(path, ends)| ends.iter().map(|end| &path[..*end]));
        let mut all: Vec<&str> = all.collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The folder below which a path is not one of a section or project.
    pub(super) fn apart(path: &str) -> Option<&'static str> {
        APART.into_iter().find(|folder| path.starts_with(folder))
    }
}

/// Whether a path, or a folder that it leads through, is one of these.
fn is_within(path: &str, places: &HashSet<String>) -> bool {
    let path = path.trim_end_matches('/');
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.into_iter().any(|end| places.contains(&path[..end]))
}
