//! `bogo eject`: an edition as a Typst project that needs no bogo.

use std::path::{Path, PathBuf};

use anyhow::bail;
use bogo_model::Language;
use bogo_press::{Faces, Purpose};
use clap::ArgMatches;

use super::{check_vacant, edition_folder, put, quoted, teller};
use crate::session::Session;
use crate::stages::Stages;
use crate::{CLEAN, FINDINGS, render};

/// What the folder is and how it is compiled, in both languages.
const READ_ME: &str = include_str!("../starter/eject.md");

/// Writes templates, resolved data, fonts and prepared pictures to a new or
/// empty folder.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let Some(out) = matches.get_one::<PathBuf>("out") else { bail!("no folder") };
    let folder = edition_folder(matches, language)?;
    check_vacant(out, language)?;
    check_outside(out, &folder, language)?;
    let mut session = Session::new(&folder, Purpose::Screen);
    let stages = Stages::shown(false, language);
    session.tell_stages(&stages);
    let outcome = session.set()?;
    stages.hide();
    teller(matches, language).tell(&outcome.diagnostics, &outcome.documents);
    if outcome.sound_proof().is_none() {
        return Ok(FINDINGS);
    }
    for (path, bytes) in session.project() {
        put(&out.join(path), bytes)?;
    }
    for (name, text) in Faces::licences() {
        put(&out.join("fonts/licenses").join(name), text.as_bytes())?;
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

/// Refuses a place inside the edition, whose data the project would be taken
/// for.
fn check_outside(out: &Path, folder: &Path, language: Language) -> anyhow::Result<()> {
    let out = std::path::absolute(out)?;
    let existing = out.ancestors().find_map(|place| std::fs::canonicalize(place).ok());
    let folder_path = std::fs::canonicalize(folder)?;
    match language {
        _ if !existing.is_some_and(|place| place.starts_with(&folder_path)) => Ok(()),
        Language::Korean => bail!("보고서 폴더 안에는 만들 수 없습니다. 밖의 새 폴더를 쓰십시오"),
        Language::English => {
            bail!("the project cannot stand inside the edition; name another folder")
        }
    }
}
