//! The program: it reads folders, shows findings and writes files.
//!
//! What a report is, `bogo-model` knows; what a picture is, `bogo-pictures`
//! knows; how both are set, `bogo-press` knows.
//! This crate owns the outside world, and no rule about documents.

mod arguments;
mod cache;
mod commands;
mod contents;
mod folder;
mod goal;
mod listing;
mod names;
mod pictures;
mod reason;
mod render;
mod session;
mod stages;
mod stamp;
mod teller;
mod watcher;
mod write;

use std::ffi::OsString;
use std::process::ExitCode;

use bogo_model::Language;

pub use arguments::command;
pub use commands::Format;
pub use folder::{Folder, Found, Texts};
pub use goal::Goal;
pub use session::{Outcome, Session};

/// Exit code of a run that found nothing wrong.
pub const CLEAN: u8 = 0;
/// Exit code of a run that found faults in the data.
pub const FINDINGS: u8 = 1;
/// Exit code of a run that could not be done.
pub const COULD_NOT_RUN: u8 = 2;

/// Runs the program with the arguments of a command line, the program's name
/// first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = arguments::language(&arguments);
    let code = match command(language).try_get_matches_from(arguments) {
        Ok(matches) => match commands::run(&matches, language) {
            Ok(code) => code,
            Err(error) => {
                render::failure(&error, language);
                COULD_NOT_RUN
            }
        },
        Err(error) => arguments::explain(&error, language),
    };
    ExitCode::from(code)
}

/// The sentence in the language at hand.
fn say<'s>(language: Language, korean: &'s str, english: &'s str) -> &'s str {
    match language {
        Language::Korean => korean,
        Language::English => english,
    }
}
