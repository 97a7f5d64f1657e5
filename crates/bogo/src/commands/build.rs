//! `bogo build`: the PDF of an edition.

use anyhow::{Context as _, bail};
use bogo_model::Language;
use bogo_press::Purpose;
use clap::ArgMatches;

use super::output::{FileKind, Output, PdfStandards, broken_rule};
use super::{edition_folder, tell_unforced, teller, wanted_pages};
use crate::folder::Folder;
use crate::session::Session;
use crate::stages::{Stage, Stages};
use crate::{CLEAN, FINDINGS, render};

/// Makes the PDF that the arguments ask for.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let (purpose, standards) = match matches.get_flag("print") {
        true => (Purpose::Print, PdfStandards::for_print(matches, language)?),
        false => (Purpose::Pdf, PdfStandards::of(matches, language)?),
    };
    let quiet = matches.get_flag("quiet");
    let teller = teller(matches, language);
    let folder = edition_folder(matches, language)?;
    let output = Output::of(matches, &Folder::name(&folder), FileKind::Pdf, language)?;
    let stages = Stages::shown(quiet, language);
    let mut session = Session::new(&folder, purpose);
    session.tell_stages(&stages);
    session.aim(wanted_pages(matches));
    let (outcome, pdf) = session.set_last_making(|proof, marked| {
        let standards = standards.of_pages(marked);
        stages.during(Stage::Pdf, || proof.pdf(&standards.list))
    })?;
    let Some(proof) = outcome.usable_proof() else {
        stages.hide();
        teller.tell(&outcome.diagnostics, &outcome.documents);
        tell_unforced(matches, &outcome, language);
        return Ok(FINDINGS);
    };
    let standards = standards.of_pages(outcome.marked);
    let written = pdf.context("no PDF was made of the pages")?.map(|pdf| {
        let size = pdf.len();
        stages.during(Stage::Write, || output.replace(&pdf, language)).map(|()| size)
    });
    stages.hide();
    let is_made = written.as_ref().is_ok_and(Result::is_ok) && !outcome.marked;
    if teller.speaks(is_made) {
        teller.tell(&outcome.diagnostics, &outcome.documents);
    }
    let size = match written {
        Ok(written) => written?,
        Err(error) => bail!(broken_rule(&error, language)),
    };
    if !quiet {
        render::write(&output.summary(proof.page_count(), size, &standards, language));
    }
    if matches.get_flag("timings") {
        render::write(&stages.table());
    }
    let code = if outcome.marked { FINDINGS } else { CLEAN };
    session.leave(outcome);
    Ok(code)
}
