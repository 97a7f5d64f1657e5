//! What the chapters of a report name: files, and folders of projects.

use std::collections::HashSet;

use crate::format::{Report, SectionSource};
use crate::json::Spanned;

/// The paths that the chapters name.
pub(super) fn sources(report: &Report) -> impl Iterator<Item = &Spanned<String>> {
    report.chapters.iter().flat_map(|chapter| &chapter.sections).filter_map(|source| match source {
        SectionSource::Path(path) => Some(path),
        SectionSource::Inline(_) => None,
    })
}

/// The files and folders that a report names, each once.
#[derive(Debug, Default)]
pub(super) struct Named<'r> {
    files: HashSet<&'r str>,
    folders: HashSet<&'r str>,
}

impl<'r> Named<'r> {
    /// What a report names.
    pub(super) fn of(report: &'r Report) -> Self {
        let paths = sources(report).map(|path| path.value.as_str());
        let (folders, files) = paths.partition(|path| path.ends_with('/'));
        Self { files, folders }
    }

    /// Whether this very file is named.
    pub(super) fn is_file(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// Whether this very folder, whose path ends in `/`, is named.
    pub(super) fn is_folder(&self, path: &str) -> bool {
        self.folders.contains(path)
    }

    /// The innermost of the named folders that a path is in.
    pub(super) fn home(&self, path: &str) -> Option<&'r str> {
        let ends = path.rmatch_indices('/').map(|(at, _)| &path[..=at]);
        ends.filter_map(|folder| self.folders.get(folder).copied()).next()
    }
}

/// Leaves out what chapters name again, which has been reported: nothing is
/// read, checked or printed twice.
pub(super) fn keep_first(report: &mut Report) {
    let mut seen = HashSet::new();
    for chapter in &mut report.chapters {
        chapter.sections.retain(|source| match source {
            SectionSource::Path(path) => seen.insert(path.value.clone()),
            SectionSource::Inline(_) => true,
        });
    }
}
