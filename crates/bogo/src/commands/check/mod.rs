//! `bogo check`: every figure and every sentence of an edition by the rules.

mod choice;
mod fix;
mod format;
mod github;
mod json;
mod position;

use std::path::Path;

use bogo_model::Language;
use bogo_press::Purpose;
use clap::ArgMatches;

use super::{edition_folder, print};
use crate::session::{Outcome, Session};
use crate::stages::Stages;
use crate::{CLEAN, COULD_NOT_RUN, FINDINGS, Goal, render, say};
use choice::Choice;
pub use format::Format;

/// Checks the edition that the arguments name, and mends it if they say so.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let choice = Choice::of(matches, language)?;
    let folder = edition_folder(matches, language)?;
    let mut session = Session::new(&folder, Purpose::Pdf);
    let all_mended = !matches.get_flag("fix") || fix::run(&mut session, &choice, language)?;
    let needs_pages = choice.needs_pages() && !matches.get_flag("no-pages");
    session.aim(if needs_pages { Goal::Findings } else { Goal::Data });
    let stages = Stages::shown(false, language);
    session.tell_stages(&stages);
    let mut outcome = session.set_last()?;
    stages.hide();
    outcome.diagnostics.retain(|diagnostic| choice.shows(diagnostic));
    show(&outcome, Format::of(matches), &folder, language)?;
    if needs_pages && outcome.proof.is_none() {
        render::write(say(
            language,
            "자료에 잘못이 있어 쪽은 살피지 못했습니다. 고친 뒤 다시 검사하십시오\n",
            "because of what is wrong with the data, no page was looked at; mend it and check again\n",
        ));
    }
    if matches.get_flag("timings") {
        render::write(&stages.table());
    }
    let code = match outcome.diagnostics.as_slice() {
        _ if !all_mended => COULD_NOT_RUN,
        [] => CLEAN,
        [..] => FINDINGS,
    };
    session.leave(outcome);
    Ok(code)
}

/// Shows what was found: to people as any command does, to programs on the
/// standard output.
fn show(
    outcome: &Outcome,
    format: Format,
    folder: &Path,
    language: Language,
) -> anyhow::Result<()> {
    let Outcome { diagnostics, documents, proof, .. } = outcome;
    match format {
        Format::Text => {
            render::checked(diagnostics, documents, language);
            Ok(())
        }
        _ => {
            let text = format.write(diagnostics, documents, proof.is_some(), folder, language);
            print(text.as_bytes())
        }
    }
}
