//! What was said: the files of an edition as typed values.

mod checks;
mod paths;
mod sources;
mod there;
mod unreadable;
mod visit;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::diagnostic::rule::Rules;
use crate::diagnostic::{Diagnostic, Message, Severity, has_errors, keep_all};
use crate::format::{Photo, Project, Report, Section, SectionSource, Visitor};
use crate::json::{Decode, Decoder, Documents, Node};
use crate::theme::THEMES;
use checks::{check_sources, check_theme, theme_name, used_theme};
pub(crate) use paths::{meant, tidied};
use sources::{Named, keep_first};
use there::There;
pub use unreadable::unreadable;
use unreadable::{is_utf16, missing_report};

/// The file that says what the report as a whole is.
pub const REPORT: &str = "report.json";

/// A file of the edition as the program read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path below the edition's folder, with `/` between parts.
    pub path: String,
    /// What was read.
    pub text: SourceText,
}

/// What reading a file gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceText {
    /// Its text.
    Text(String),
    /// It is larger than the program reads.
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// How many bytes are read of a file of its kind.
        most: u64,
    },
    /// It is not UTF-8; its bytes.
    NotUtf8(Vec<u8>),
    /// Its name looks like that of a JSON file but does not end in `.json`,
    /// so that it is not read.
    Misnamed,
    /// It is a link to something outside the edition's folder.
    Outside,
    /// It is a link that leads to nothing.
    DeadLink,
    /// It is no usual file but a pipe, a socket or a device.
    NoFile,
    /// It is a link to a folder, so that nothing in that was read.
    LinkedFolder {
        /// Whether the folder is outside the edition's.
        outside: bool,
    },
    /// It could not be read, for this reason.
    Unreadable(Message),
    /// It is a folder, or something in one, that could not be listed, for this
    /// reason.
    Unlisted(Message),
    /// Its name is not UTF-8.
    Misspelt {
        /// The name that it most likely had before an archive broke it.
        meant: Option<String>,
        /// Whether it may be a part of the report.
        lost: bool,
    },
    /// There is another file of the same name, of which one is stored in
    /// syllables and one in letters.
    Twin,
    /// It is a folder, in which there may be anything.
    Folder,
    /// It is hidden, or what systems and editors leave: no part of any report,
    /// whatever it holds.
    Ignored,
}

/// The files of an edition as typed values. What could not be read is absent
/// and has been reported.
#[derive(Debug, Default)]
pub struct Manuscript {
    /// The files, to find again where something stands.
    pub documents: Documents,
    /// What `report.json` says.
    pub report: Option<Report>,
    /// Sections by path.
    pub sections: BTreeMap<String, Section>,
    /// Projects by path.
    pub projects: BTreeMap<String, Project>,
    /// The files that can be named: those of data and themes, and those that
    /// were to be some and could not be read.
    files: Vec<String>,
    /// The paths of the projects in each folder that the report names, by
    /// their numbers.
    folders: BTreeMap<String, Vec<String>>,
    /// Themes by name, as indices into the documents.
    themes: BTreeMap<String, u32>,
    /// Whether everything could be read, so that what is not there was never
    /// said.
    pub sound: bool,
    /// The files of which something could not be read.
    pub faulty: BTreeSet<String>,
}

impl Manuscript {
    /// The picture files that the edition names, each once, in order.
    pub fn picture_files(&self) -> BTreeSet<String> {
        let mut named = PictureFiles::default();
        match &self.report {
            Some(report) => self.visit(report, &mut named),
            // Nothing says what belongs to the edition but its files.
            None => {
                self.sections.values().for_each(|section| section.visit(&mut named));
                self.projects.values().for_each(|project| project.visit(&mut named));
            }
        }
        named.0
    }

    /// The theme that the report names, as it was read; `None` where that is
    /// the usual one or could not be read.
    pub fn theme(&self) -> Option<&Node> {
        let report = self.report.as_ref()?;
        self.documents.get(*self.themes.get(used_theme(report))?).root.as_ref()
    }

    /// The files of data that no chapter of the report names.
    pub(crate) fn unnamed_files<'m>(&'m self, report: &'m Report) -> impl Iterator<Item = &'m str> {
        let named = Named::of(report);
        let files = self.files.iter().map(String::as_str);
        let of_data = files.filter(|path| {
            path.to_lowercase().ends_with(".json") && *path != REPORT && theme_name(path).is_none()
        });
        of_data.filter(move |path| named.home(path).is_none() && !named.is_file(path))
    }

    /// The names of the edition's own themes that the report does not use.
    pub(crate) fn unnamed_themes<'m>(
        &'m self,
        report: &'m Report,
    ) -> impl Iterator<Item = &'m str> {
        let used = used_theme(report);
        let own = self.files.iter().filter_map(|path| theme_name(path));
        own.filter(move |name| *name != used)
    }

    /// All sections, those written out in `report` included.
    pub fn all_sections<'m>(&'m self, report: &'m Report) -> Vec<&'m Section> {
        let inline = report.chapters.iter().flat_map(|chapter| &chapter.sections);
        let inline = inline.filter_map(|source| match source {
            SectionSource::Inline(section) => Some(section.as_ref()),
            SectionSource::Path(_) => None,
        });
        self.sections.values().chain(inline).collect()
    }

    /// The projects of a folder, whose path ends in `/`, by their numbers.
    /// A project in a folder of its own that `report` names is not among them.
    pub fn projects_in<'m>(&'m self, folder: &str) -> Vec<(&'m str, &'m Project)> {
        let paths = self.folders.get(folder).into_iter().flatten();
        paths.filter_map(|path| Some((path.as_str(), self.projects.get(path)?))).collect()
    }

    /// Takes from the findings the fixes of files of which something could not
    /// be read: what is typed there may not be what was meant. Returns those
    /// files that would have been mended.
    pub fn withhold_fixes(&self, diagnostics: &mut [Diagnostic]) -> BTreeSet<String> {
        let mut withheld = BTreeSet::new();
        for diagnostic in diagnostics {
            let edits = diagnostic.fix.iter().flat_map(|fix| &fix.edits);
            let files: Vec<String> = edits
                .map(|edit| &edit.file)
                .filter(|file| self.faulty.contains(*file))
                .cloned()
                .collect();
            if !files.is_empty() {
                diagnostic.fix = None;
                withheld.extend(files);
            }
        }
        withheld
    }

    /// The files of projects, and what may hold some, that could not be read.
    pub(crate) fn faulty_projects(&self) -> impl Iterator<Item = &str> {
        let named = self.report.as_ref().map(Named::of).unwrap_or_default();
        let faulty = self.faulty.iter().map(String::as_str);
        faulty
            .filter(move |path| named.home(path).is_some() || named.is_folder(&format!("{path}/")))
    }

    /// Sorts the projects into the folders that the report names.
    fn sort_projects(&mut self) {
        let Some(report) = &self.report else { return };
        let named = Named::of(report);
        let mut projects: Vec<_> = self.projects.iter().collect();
        projects.sort_by_key(|(_, project)| project.number.value);
        for (path, _) in projects {
            let Some(folder) = named.home(path) else { continue };
            self.folders.entry(folder.to_owned()).or_default().push(path.clone());
        }
    }
}

/// The picture files that are named on a walk.
#[derive(Default)]
struct PictureFiles(BTreeSet<String>);

impl Visitor<'_> for PictureFiles {
    fn picture(&mut self, photo: &Photo) {
        self.0.insert(photo.file.value.clone());
    }
}

/// Reads the files of an edition, reporting everything that is wrong in them.
/// `themes` are the program's own, by name; the edition's stand before them.
/// `rules` are those that the report may name.
pub(crate) fn parse(
    files: Vec<SourceFile>,
    themes: &[(&str, &str)],
    rules: Rules,
) -> (Manuscript, Vec<Diagnostic>) {
    let mut manuscript = Manuscript::default();
    let mut diagnostics = Vec::new();
    let mut indices = Vec::new();
    let there = There::of(&files);
    if !there.has_file(REPORT) {
        // Nothing says what the other files are to be.
        diagnostics.push(missing_report(&there));
        return (manuscript, diagnostics);
    }
    let mut texts = Vec::new();
    for file in files {
        match file.text {
            SourceText::Text(text) if is_utf16(text.as_bytes()) => {
                let text = SourceText::NotUtf8(text.into_bytes());
                let file = SourceFile { path: file.path, text };
                diagnostics.push(unreadable(&file, &mut manuscript.documents));
            }
            SourceText::Text(mut text) => {
                if text.starts_with('\u{feff}') {
                    text.remove(0);
                }
                texts.push((file.path, text));
            }
            SourceText::Folder | SourceText::Ignored => {}
            _ => diagnostics.push(unreadable(&file, &mut manuscript.documents)),
        }
    }
    indices.extend(manuscript.documents.add_all(texts, &mut diagnostics));
    let documents = &manuscript.documents;
    let report = indices.iter().find(|index| documents.get(**index).path == REPORT);
    let root = report.and_then(|index| documents.get(*index).root.as_ref());
    let mut decoder = Decoder::new(documents, &mut diagnostics).with_rules(rules);
    manuscript.report = root.and_then(|root| Report::decode(root, &mut decoder));
    let own_themes: Vec<&str> = there.files.iter().filter_map(|path| theme_name(path)).collect();
    for (name, text) in themes.iter().filter(|(name, _)| !own_themes.contains(name)) {
        let path = format!("{THEMES}{name}.json");
        indices.push(manuscript.documents.add(&path, text, &mut diagnostics));
    }
    for &index in &indices {
        if let Some(name) = theme_name(&manuscript.documents.get(index).path) {
            manuscript.themes.insert(name.to_owned(), index);
        }
    }
    decode_parts(&mut manuscript, &indices, &mut diagnostics);
    if let Some(report) = &manuscript.report {
        let named = Named::of(report);
        check_sources(&manuscript, report, &named, &there, &mut diagnostics);
        check_theme(&manuscript, report, &own_themes, &mut diagnostics);
    }
    manuscript.files = there.files;
    manuscript.sort_projects();
    manuscript.report.as_mut().into_iter().for_each(keep_first);
    manuscript.sound = !has_errors(&diagnostics);
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let faulty = errors.filter_map(|found| Some(found.place.as_ref()?.file().to_owned()));
    manuscript.faulty = faulty.collect();
    (manuscript, diagnostics)
}

fn decode<T: Decode>(
    documents: &Documents,
    index: u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<T> {
    let root = documents.get(index).root.as_ref()?;
    T::decode(root, &mut Decoder::new(documents, diagnostics))
}

/// A file that is not the report's, as what the report names it to be.
enum Part {
    Section(Box<Section>),
    Project(Box<Project>),
}

/// Reads a file that is not the report's. `None` if nothing says what it is to
/// be, which is reported elsewhere, or if it could not be read.
fn decode_part(
    manuscript: &Manuscript,
    named: Option<&Named<'_>>,
    path: &str,
    index: u32,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Part> {
    let is_project = match named {
        Some(named) if named.home(path).is_some() => true,
        Some(named) if !named.is_file(path) => return None,
        Some(_) => false,
        // Without a report to say so, a file in a folder is taken for a
        // project, so that its mistakes are reported in the same run.
        None => path.contains('/'),
    };
    match is_project {
        true => decode(&manuscript.documents, index, diagnostics).map(Box::new).map(Part::Project),
        false => decode(&manuscript.documents, index, diagnostics).map(Box::new).map(Part::Section),
    }
}

/// Reads all files that are neither the report's nor themes, side by side.
fn decode_parts(manuscript: &mut Manuscript, indices: &[u32], diagnostics: &mut Vec<Diagnostic>) {
    let whole = &*manuscript;
    let named = whole.report.as_ref().map(Named::of);
    let path = |index: u32| whole.documents.get(index).path.as_str();
    let own = indices
        .par_iter()
        .copied()
        .filter(|index| path(*index) != REPORT && theme_name(path(*index)).is_none());
    let read: Vec<_> = own
        .map(|index| {
            let mut found = Vec::new();
            let part = decode_part(whole, named.as_ref(), path(index), index, &mut found);
            (path(index).to_owned(), part, found)
        })
        .collect();
    for (path, part, found) in read {
        keep_all(diagnostics, found);
        match part {
            Some(Part::Project(project)) => drop(manuscript.projects.insert(path, *project)),
            Some(Part::Section(section)) => drop(manuscript.sections.insert(path, *section)),
            None => {}
        }
    }
}
