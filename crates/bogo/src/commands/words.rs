//! `bogo words`: how many words an edition has.

use bogo_model::Language;
use bogo_model::edition::{Edition, Section};
use bogo_press::Purpose;
use clap::ArgMatches;

use super::{edition_folder, teller};
use crate::session::Session;
use crate::{CLEAN, FINDINGS, Goal};

/// Prints how many words stand in the sections of an edition, or what keeps it
/// from being read. No page is set.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let mut session = Session::new(&edition_folder(matches, language)?, Purpose::Screen);
    session.aim(Goal::Data);
    let outcome = session.set()?;
    let Some(edition) = outcome.edition.filter(|_| outcome.sound) else {
        teller(matches, language).tell(&outcome.diagnostics, &outcome.documents);
        return Ok(FINDINGS);
    };
    let count = count(&edition);
    let line = match language {
        Language::Korean => format!("낱말 {count}개\n"),
        Language::English => format!("{count} words\n"),
    };
    super::print(line.as_bytes())?;
    Ok(CLEAN)
}

/// How many words the sections say, between spaces.
fn count(edition: &Edition) -> usize {
    let said = edition.sections().flat_map(Section::said).flat_map(|said| said.words);
    said.map(|text| text.split_whitespace().count()).sum()
}
