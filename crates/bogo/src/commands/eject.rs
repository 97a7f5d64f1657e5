//! `bogo eject`: an edition as a Typst project that needs no bogo.

use std::path::PathBuf;

use anyhow::bail;
use bogo_model::Language;
use bogo_press::Purpose;
use clap::ArgMatches;

use super::{check_vacant, edition_folder, put, quoted};
use crate::progress::Progress;
use crate::session::Session;
use crate::timings::Timings;
use crate::{CLEAN, FINDINGS, render};

/// What the folder is and how it is compiled, in both languages.
const READ_ME: &str = include_str!("../starter/eject.md");

/// Writes templates, resolved data, fonts and prepared pictures to a new or
/// empty folder.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let Some(out) = matches.get_one::<PathBuf>("out") else { bail!("no folder") };
    let folder = edition_folder(matches, language)?;
    check_vacant(out, language)?;
    let mut session = Session::new(&folder, Purpose::Screen);
    let progress = Progress::begin(false, language);
    let setting = session.set_with_progress(&mut Timings::default(), &progress)?;
    progress.end();
    render::findings(&setting.diagnostics, &setting.documents, language);
    if setting.sound_proof().is_none() {
        return Ok(FINDINGS);
    }
    for (path, bytes) in session.project() {
        put(&out.join(path), bytes)?;
    }
    put(&out.join("README.md"), READ_ME.as_bytes())?;
    let shown = quoted(out);
    render::write(&match language {
        Language::Korean => format!(
            "{shown}에 Typst 원본을 만들었습니다. bogo 없이 조판하는 법은 그 안의 README.md에 있습니다\n"
        ),
        Language::English => {
            format!("{shown} is a Typst project; its README.md tells how to compile it\n")
        }
    });
    Ok(CLEAN)
}
