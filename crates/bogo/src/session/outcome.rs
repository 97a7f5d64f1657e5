//! What became of a folder: its edition, its pages and everything that was
//! found.

use std::collections::BTreeSet;

use bogo_model::diagnostic::has_errors;
use bogo_model::edition::Edition;
use bogo_model::json::Documents;
use bogo_model::{Diagnostic, Manuscript};
use bogo_press::Proof;

/// What became of a folder.
pub struct Outcome {
    /// The edition, or what the section to which it was cut depends on;
    /// `None` if there is no report to read, or no such section. Where errors
    /// were found, something of it may be missing.
    pub edition: Option<Edition>,
    /// The pages; `None` if findings keep them from being made.
    pub proof: Option<Proof>,
    /// Everything that was found and is not allowed, in the order of the
    /// files; of an edition that is cut to a section, what its pages depend on.
    pub diagnostics: Vec<Diagnostic>,
    /// What was found where the pages of the wanted section do not depend on
    /// it.
    pub elsewhere: Vec<Diagnostic>,
    /// Whether all data could be read.
    pub sound: bool,
    /// Whether the pages say that the report is not final.
    pub marked: bool,
    /// The files, to show where findings are.
    pub documents: Documents,
    /// The sections of the edition, each by its names.
    pub sections: Vec<Vec<String>>,
    /// The section to which the edition was cut, if it has it.
    pub section: Option<String>,
    /// Whether a section was wanted that the edition does not have, nor a file
    /// of its name that could not be read.
    pub is_section_unknown: bool,
    /// Whether any text is another than when the folder was set before.
    pub edited: bool,
    /// The files that could not be read whole and are therefore not mended,
    /// though there is something to mend in them.
    pub withheld: BTreeSet<String>,
}

impl Outcome {
    /// The outcome for data of which no page has been set: what was found in
    /// it, and the files in which fixes were withheld.
    pub(super) fn of_data(
        manuscript: Manuscript,
        diagnostics: Vec<Diagnostic>,
        withheld: BTreeSet<String>,
    ) -> Self {
        Self {
            edition: None,
            proof: None,
            diagnostics,
            elsewhere: Vec::new(),
            sound: manuscript.sound,
            marked: false,
            documents: manuscript.documents,
            sections: Vec::new(),
            section: None,
            is_section_unknown: false,
            edited: true,
            withheld,
        }
    }

    /// The pages, if nothing that was found forbids to use them.
    pub fn sound_proof(&self) -> Option<&Proof> {
        self.proof.as_ref().filter(|_| !has_errors(&self.diagnostics))
    }

    /// The pages, if they are sound or say that they are not.
    pub fn usable_proof(&self) -> Option<&Proof> {
        self.proof.as_ref().filter(|_| self.marked || !has_errors(&self.diagnostics))
    }
}
