//! What a setting depends on, and whether it is the same as before.

use bogo_model::manuscript::SourceFile;

use crate::folder::{Folder, Texts};
use crate::stamp::Stamp;

/// Everything that a setting depends on, but for pictures. Fonts are known by
/// their stamps.
pub(super) struct Inputs {
    pub(super) sources: Vec<SourceFile>,
    pub(super) templates: Texts,
    pub(super) fonts: Vec<(String, Stamp)>,
    /// Font files that are none of the edition's.
    pub(super) no_fonts: Vec<SourceFile>,
    /// The names of all files, of which findings suggest some.
    pub(super) names: Vec<String>,
    /// What else there is, which findings tell apart from what is missing.
    pub(super) around: Vec<SourceFile>,
}

impl Inputs {
    /// Reads the texts of a folder, and the stamps of its fonts.
    pub(super) fn of(folder: &Folder) -> Self {
        let (fonts, no_fonts) = folder.font_stamps();
        Self {
            sources: folder.sources(),
            templates: folder.templates(),
            fonts,
            no_fonts,
            names: folder.files().to_vec(),
            around: folder.around().to_vec(),
        }
    }

    /// Whether every text is the same.
    pub(super) fn has_same_texts(&self, now: &Self) -> bool {
        self.sources == now.sources
            && self.templates == now.templates
            && self.no_fonts == now.no_fonts
    }

    /// Whether everything that findings name is the same.
    fn has_same_names(&self, now: &Self) -> bool {
        self.names == now.names && self.around == now.around
    }
}

/// Whether files are the same for certain.
pub(super) fn prove_same(before: &[(String, Stamp)], now: &[(String, Stamp)]) -> bool {
    let mut pairs = before.iter().zip(now);
    before.len() == now.len()
        && pairs.all(|(before, now)| before.0 == now.0 && before.1.proves_same(&now.1))
}

/// What was set last, and whether it was sound: only findings name files that
/// are no part of the edition.
pub(super) struct Last {
    pub(super) inputs: Inputs,
    pub(super) sound: bool,
}

impl Last {
    /// Whether nothing but pictures can have changed.
    pub(super) fn proves_same(&self, now: &Inputs) -> bool {
        self.inputs.has_same_texts(now)
            && prove_same(&self.inputs.fonts, &now.fonts)
            && (self.sound || self.inputs.has_same_names(now))
    }
}
