//! The ways in which findings are written.

use std::path::Path;

use bogo_model::json::Documents;
use bogo_model::{Diagnostic, Language};
use clap::ArgMatches;

use super::{github, json};
use crate::render;

/// A way in which findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people, each with the line that it is about.
    Text,
    /// For programs.
    Json,
    /// As annotations of GitHub.
    Github,
}

impl Format {
    /// The one that the arguments name; text if they name none.
    pub(super) fn of(matches: &ArgMatches) -> Self {
        match matches.get_one::<String>("format").map(String::as_str) {
            Some("json") => Self::Json,
            Some("github") => Self::Github,
            _ => Self::Text,
        }
    }

    /// The findings of the edition in a folder, and whether its `pages` were
    /// looked at.
    pub fn write(
        self,
        diagnostics: &[Diagnostic],
        documents: &Documents,
        pages: bool,
        folder: &Path,
        language: Language,
    ) -> String {
        match self {
            Self::Text => render::text(diagnostics, documents, language),
            Self::Json => json::text(diagnostics, documents, pages, language),
            Self::Github => github::text(diagnostics, documents, folder, language),
        }
    }
}
