//! `bogo markdown`: an edition as Markdown.

use bogo_markdown::markdown;
use bogo_model::Language;
use bogo_model::diagnostic::has_errors;
use bogo_press::Purpose;
use clap::ArgMatches;

use super::{edition_folder, teller};
use crate::session::Session;
use crate::{CLEAN, FINDINGS, Goal};

/// Prints an edition as Markdown, or what is wrong with it. No page is set.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let mut session = Session::new(&edition_folder(matches, language)?, Purpose::Screen);
    session.aim(Goal::Data);
    let outcome = session.set()?;
    teller(matches, language).tell(&outcome.diagnostics, &outcome.documents);
    let Some(edition) = outcome.edition.filter(|_| !has_errors(&outcome.diagnostics)) else {
        return Ok(FINDINGS);
    };
    super::print(markdown(&edition).as_bytes())?;
    Ok(CLEAN)
}
