//! Of an edition that is cut to one section: which it is, and what was found
//! that concerns it.

use std::collections::BTreeSet;
use std::path::Path;

use bogo_model::edition::Edition;
use bogo_model::manuscript::REPORT;
use bogo_model::{Diagnostic, Severity};

use super::outcome::Outcome;
use crate::contents::{FONTS, TEMPLATES};

/// Cuts an edition to a section, by one of its names, and to nothing if it has
/// none of that name. Returns the files on which the section's pages depend.
pub(super) fn cut(
    edition: &mut Option<Edition>,
    name: &str,
    outcome: &mut Outcome,
) -> BTreeSet<String> {
    let sections = edition.iter().flat_map(Edition::sections);
    outcome.sections = sections.map(|section| section.names.clone()).collect();
    let id = edition.as_ref().and_then(|edition| Some(edition.section(name)?.id.clone()));
    let (Some(edition), Some(id)) = (edition.as_mut(), &id) else {
        // Its file may be one that could not be read, by the same name.
        *edition = None;
        let own = format!("{name}.json");
        let is_of_own = |finding: &Diagnostic| {
            finding.severity == Severity::Error
                && finding.place.as_ref().is_some_and(|place| place.file() == own)
        };
        if own != REPORT && outcome.diagnostics.iter().any(is_of_own) {
            return BTreeSet::from([own]);
        }
        // There is no such section, whatever is wrong with the others.
        if !outcome.sections.is_empty() {
            outcome.is_section_unknown = true;
            return BTreeSet::new();
        }
        return outcome.documents.iter().map(|document| document.path.clone()).collect();
    };
    let files = edition.files_for(id);
    edition.keep_for(id);
    outcome.section = Some(id.clone());
    files
}

impl Outcome {
    /// Sets aside what was found in the files of other sections than these.
    /// What has no place, and what stands in the files of the report as a
    /// whole, concerns all sections.
    pub(super) fn keep_findings_of(&mut self, files: &BTreeSet<String>) {
        let is_common = |file: &str| {
            let apart = [FONTS, TEMPLATES];
            file == REPORT || apart.iter().any(|folder| Path::new(file).starts_with(folder))
        };
        let concerns = |finding: &Diagnostic| {
            let place = finding.place.as_ref();
            place.is_none_or(|place| is_common(place.file()) || files.contains(place.file()))
        };
        let (own, others) = std::mem::take(&mut self.diagnostics).into_iter().partition(concerns);
        self.diagnostics = own;
        self.elsewhere.extend::<Vec<_>>(others);
    }
}
