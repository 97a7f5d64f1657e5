//! What each command does.

mod build;
mod check;
mod eject;
mod fonts;
mod init;
mod output;
mod preview;
mod rule;
mod schema;
mod watch;

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use bogo_model::Language;
use bogo_model::diagnostic::rule::NoRule;
use bogo_model::manuscript::REPORT;
use clap::ArgMatches;
use clap_complete::Shell;

pub use check::Format;

use crate::folder::stored_folder;
use crate::goal::omits_any;
use crate::session::Outcome;
use crate::teller::Teller;
use crate::{CLEAN, Goal, command, render, say, write};

/// Runs the command that the arguments name. Returns the exit code.
pub(crate) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    match matches.subcommand() {
        Some(("check", matches)) => check::run(matches, language),
        Some(("rule", matches)) => rule::run(matches, language),
        Some(("build", matches)) => build::run(matches, language),
        Some(("watch", matches)) => watch::run(matches, language),
        Some(("schema", matches)) => schema::run(matches, language),
        Some(("fonts", matches)) => fonts::run(matches, language),
        Some(("preview", matches)) => preview::run(matches, language),
        Some(("eject", matches)) => eject::run(matches, language),
        Some(("init", matches)) => init::run(matches, language),
        Some(("completions", matches)) => completions(matches, language),
        Some(("man", matches)) => manual(matches, language),
        _ => bail!("no command"),
    }
}

fn completions(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    if let Some(shell) = matches.get_one::<Shell>("shell") {
        let mut script = Vec::new();
        clap_complete::generate(*shell, &mut command(language), "bogo", &mut script);
        print(&script)?;
    }
    Ok(CLEAN)
}

fn manual(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let mut page = Vec::new();
    let mut all = command(language);
    all.build();
    let shown = match matches.get_one::<String>("command") {
        Some(name) => match all.find_subcommand(name) {
            Some(subcommand) => subcommand.clone(),
            None => bail!(no_command(name, &all, language)),
        },
        None => all,
    };
    clap_mangen::Man::new(shown).render(&mut page)?;
    print(&page)?;
    Ok(CLEAN)
}

/// That there is no command of this name, and which there are.
fn no_command(name: &str, all: &clap::Command, language: Language) -> String {
    let names: Vec<&str> = all.get_subcommands().map(clap::Command::get_name).collect();
    let names = names.join(", ");
    match language {
        Language::Korean => format!("‘{name}’ 명령은 없습니다. 있는 명령: {names}"),
        Language::English => format!("there is no command `{name}`; there are: {names}"),
    }
}

/// Writes to the standard output. A reader that has gone is no failure.
fn print(bytes: &[u8]) -> anyhow::Result<()> {
    match std::io::stdout().lock().write_all(bytes) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        result => Ok(result?),
    }
}

/// Refuses a folder that holds something: nothing is to be mixed with it.
fn check_vacant(folder: &Path, language: Language) -> anyhow::Result<()> {
    let shown = folder.display();
    let occupied = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Err(error) if error.kind() == ErrorKind::NotADirectory => true,
        Err(error) => return Err(error).with_context(|| shown.to_string()),
    };
    match language {
        _ if !occupied => Ok(()),
        Language::Korean => bail!("‘{shown}’에 이미 무엇이 있습니다. 새 폴더 이름을 쓰십시오"),
        Language::English => bail!("`{shown}` is not empty; name a new folder"),
    }
}

/// Writes a file and the folders that it stands in.
fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let shown = || path.display().to_string();
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).with_context(shown)?;
    }
    write::replace(path, bytes).with_context(shown)
}

/// A path as it is typed on a command line.
fn quoted(path: &Path) -> String {
    let shown = path.display().to_string();
    if shown.contains(' ') { format!("\"{shown}\"") } else { shown }
}

/// Which pages the arguments want: without errors, or in spite of them.
fn wanted_pages(matches: &ArgMatches) -> Goal {
    if matches.get_flag("force") { Goal::MarkedPages } else { Goal::Pages }
}

/// Says why there is no file in spite of `--force`, if that was asked for.
fn tell_unforced(matches: &ArgMatches, outcome: &Outcome, language: Language) {
    if wanted_pages(matches) == Goal::MarkedPages {
        render::write(unforced(outcome, language));
    }
}

/// Why no pages were made though errors were not to keep them from it.
fn unforced(outcome: &Outcome, language: Language) -> &'static str {
    match outcome.sound && !omits_any(&outcome.diagnostics) {
        false => say(
            language,
            "읽거나 찍을 수 없는 자료가 있어 --force로도 만들지 않았습니다. 그 글이 빠진 쪽이 되기 때문입니다. 위의 잘못을 고치면 만들 수 있습니다\n",
            "some of the data cannot be read or set and would be missing from the pages, so that --force made nothing; mend the errors above\n",
        ),
        true => say(
            language,
            "쪽을 조판하지 못해 --force로도 만들지 못했습니다. 위의 잘못을 고치면 만들 수 있습니다\n",
            "the pages could not be set, so that --force made nothing; mend the errors above\n",
        ),
    }
}

/// What tells the findings of a command that makes a file.
fn teller(matches: &ArgMatches, language: Language) -> Teller {
    let is_set = |name| matches!(matches.try_get_one(name), Ok(Some(true)));
    let (in_full, quiet) = (is_set("warnings"), is_set("quiet"));
    let check = match matches.get_one::<PathBuf>("folder") {
        Some(folder) => format!("bogo check {}", quoted(folder)),
        None => "bogo check".to_owned(),
    };
    Teller { in_full, quiet, check, language }
}

/// What was taken for a rule and is none.
fn no_rule(no_rule: &NoRule, language: Language) -> String {
    let (message, help) = (no_rule.message.text(language), no_rule.help.text(language));
    match language {
        Language::Korean => format!("{message}. {help}"),
        Language::English => format!("{message}; {help}"),
    }
}

/// The folder that the arguments name, or the one that is meant without.
fn edition_folder(matches: &ArgMatches, language: Language) -> anyhow::Result<PathBuf> {
    let Some(named) = matches.get_one::<PathBuf>("folder") else {
        if Path::new(REPORT).is_file() {
            return Ok(PathBuf::from("."));
        }
        return newest_edition(Path::new("content"), language);
    };
    named_folder(named, language)
}

/// The folder that a user has named, or that of the report which he has.
fn named_folder(named: &Path, language: Language) -> anyhow::Result<PathBuf> {
    let folder = stored_folder(named);
    let shown = named.display();
    let metadata = match std::fs::metadata(&folder) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(error).with_context(|| shown.to_string());
        }
        Err(_) => match language {
            Language::Korean => bail!("‘{shown}’ 폴더가 없습니다"),
            Language::English => bail!("there is no folder `{shown}`"),
        },
    };
    match folder.parent() {
        _ if metadata.is_dir() => {
            std::fs::read_dir(&folder).with_context(|| shown.to_string())?;
            Ok(folder)
        }
        Some(parent) if folder.ends_with(REPORT) => Ok(PathBuf::from(".").join(parent)),
        _ => match language {
            Language::Korean => {
                bail!("‘{shown}’은(는) 폴더가 아닙니다. 보고서 폴더를 쓰십시오")
            }
            Language::English => bail!("`{shown}` is no folder; name that of the edition"),
        },
    }
}

/// That it cannot be told which of several editions is meant.
fn which_edition(first: &str, all: &str, language: Language) -> String {
    match language {
        Language::Korean => format!(
            "어느 보고서인지 알 수 없습니다: {all}. ‘bogo build {first}’처럼 폴더를 알려 주십시오"
        ),
        Language::English => {
            format!("which edition is meant? {all}; name its folder, as in `bogo build {first}`")
        }
    }
}

/// The newest edition in a folder. Editions whose names begin with their year,
/// as `2024-q3`, are of the office itself and are compared by name; others
/// have to be named.
fn newest_edition(content: &Path, language: Language) -> anyhow::Result<PathBuf> {
    let mut editions = Vec::new();
    match std::fs::read_dir(content) {
        Ok(entries) => {
            for entry in entries {
                editions.push(entry.with_context(|| content.display().to_string())?.path());
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(|| content.display().to_string()),
    }
    editions.retain(|path| path.join(REPORT).is_file());
    editions.sort();
    let dated = |path: &&PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_digit()))
    };
    let newest = editions.iter().rfind(dated).or(match editions.as_slice() {
        [only] => Some(only),
        _ => None,
    });
    let all: Vec<String> = editions.iter().map(|folder| quoted(folder)).collect();
    match (newest, all.first()) {
        (Some(folder), _) => Ok(folder.clone()),
        (None, Some(first)) => bail!(which_edition(first, &all.join(", "), language)),
        (None, None) => bail!(say(
            language,
            "보고서 폴더를 찾지 못했습니다. ‘bogo build 폴더’로 폴더를 알려 주십시오",
            "no edition was found; name its folder: bogo build DIR",
        )),
    }
}
