//! `bogo init`: a small edition to start from.

use std::path::PathBuf;

use anyhow::bail;
use bogo_model::Language;
use clap::ArgMatches;

use super::schema;
use crate::{CLEAN, render};

/// The files of a small edition, by their path in its folder.
const STARTER: &[(&str, &[u8])] = &[
    ("report.json", include_bytes!("../starter/report.json")),
    ("overview.json", include_bytes!("../starter/overview.json")),
    ("budget.json", include_bytes!("../starter/budget.json")),
    ("projects/1-example.json", include_bytes!("../starter/projects/1-example.json")),
    ("images/example.png", include_bytes!("../starter/images/example.png")),
];

/// Writes a small edition that builds into a new or empty folder.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let Some(folder) = matches.get_one::<PathBuf>("folder") else { bail!("no folder") };
    super::check_vacant(folder, language)?;
    for (path, bytes) in STARTER {
        super::put(&folder.join(path), bytes)?;
    }
    for (name, text) in schema::files() {
        super::put(&folder.join("schema").join(name), text.as_bytes())?;
    }
    let shown = super::quoted(folder);
    render::write(&match language {
        Language::Korean => {
            format!("{shown}에 작은 보고서를 만들었습니다. 다음: bogo build {shown}\n")
        }
        Language::English => format!("a small edition is in {shown}; next: bogo build {shown}\n"),
    });
    Ok(CLEAN)
}
