//! `bogo init`: a small edition to start from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use bogo_model::Language;
use clap::ArgMatches;

use super::schema;
use crate::{CLEAN, render, write};

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
    let shown = folder.display();
    let occupied = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied || folder.is_file() {
        match language {
            Language::Korean => bail!("‘{shown}’에 이미 무엇이 있습니다. 새 폴더 이름을 쓰십시오"),
            Language::English => bail!("`{shown}` is not empty; name a new folder"),
        }
    }
    for (path, bytes) in STARTER {
        put(&folder.join(path), bytes)?;
    }
    for (name, text) in schema::files() {
        put(&folder.join("schema").join(name), text.as_bytes())?;
    }
    let quoted = format!("\"{shown}\"");
    let shown = if quoted.contains(' ') { quoted } else { shown.to_string() };
    render::write(&match language {
        Language::Korean => {
            format!("{shown}에 작은 보고서를 만들었습니다. 다음: bogo build {shown}\n")
        }
        Language::English => format!("a small edition is in {shown}; next: bogo build {shown}\n"),
    });
    Ok(CLEAN)
}

fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let shown = || path.display().to_string();
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).with_context(shown)?;
    }
    write::replace(path, bytes).with_context(shown)
}
