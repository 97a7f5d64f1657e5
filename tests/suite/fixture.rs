//! Running the program, and comparing what it makes with references.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use bogo_model::Diagnostic;
use bogo_model::diagnostic::has_errors;
use bogo_press::{Proof, Purpose};
use tempfile::TempDir;

/// The top of the repository.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// The first real report.
pub(crate) fn first_report() -> PathBuf {
    repository().join("content/2024-q3")
}

/// A run of the program: its exit code and what it said.
pub(crate) struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs the program in a folder, with nothing of the environment.
pub(crate) fn bogo(folder: &Path, arguments: &[&str]) -> Run {
    finish(program(folder).args(arguments).output().expect("the program runs"))
}

/// The program, to be run in a folder with nothing of the environment.
pub(crate) fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bogo"));
    command.current_dir(folder).env_clear();
    command
}

pub(crate) fn finish(output: Output) -> Run {
    Run {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// An edition in a temporary folder, small and sound, to be changed.
pub(crate) struct Edition {
    folder: TempDir,
}

impl Edition {
    /// The edition that `bogo init` makes.
    pub(crate) fn starter() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let run = bogo(folder.path(), &["init", "edition"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        Self { folder }
    }

    /// A copy of a folder.
    pub(crate) fn copy_of(from: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy(from, &folder.path().join("edition"));
        Self { folder }
    }

    /// The edition's folder.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("edition")
    }

    /// The folder that holds the edition's.
    pub(crate) fn outside(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.path().join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }

    /// Runs `bogo build` on it.
    pub(crate) fn build(&self, arguments: &[&str]) -> Run {
        let all = [&["build", "edition", "-o", "report.pdf"], arguments].concat();
        bogo(self.outside(), &all)
    }

    /// The PDF that [`Self::build`] made.
    pub(crate) fn pdf(&self) -> Option<Vec<u8>> {
        fs::read(self.outside().join("report.pdf")).ok()
    }

    /// Sets it in this process.
    pub(crate) fn set(&self) -> (Option<Proof>, Vec<Diagnostic>) {
        set(&self.path())
    }
}

/// Sets a folder in this process.
pub(crate) fn set(folder: &Path) -> (Option<Proof>, Vec<Diagnostic>) {
    let mut session = bogo::Session::new(folder, Purpose::Screen);
    let outcome = session.set().expect("an outcome");
    (outcome.proof, outcome.diagnostics)
}

/// The pages of a folder in which nothing is wrong. What someone should look at
/// may be in it: a real report has such things.
pub(crate) fn proof(folder: &Path) -> Proof {
    let (proof, diagnostics) = set(folder);
    let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert!(!has_errors(&diagnostics), "{found:#?}");
    proof.expect("pages")
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.path().strip_prefix(from).expect("below"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target).expect("a folder");
        } else {
            fs::copy(entry.path(), &target).expect("a copy");
        }
    }
}

/// The words without spaces, which the setting of lines may move.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The pieces of a report's published text, of which `tests/references/` has a
/// line each, that its pages do not say.
pub(crate) fn missing_words(name: &str, pages: &[String]) -> Vec<String> {
    let words = repository().join(format!("tests/references/{name}.txt"));
    let words = fs::read_to_string(words).expect("the words");
    let said = squeezed(&pages.concat());
    let lines: Vec<&str> = words.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() > 100, "only {} lines", lines.len());
    let missing = lines.into_iter().filter(|line| !said.contains(&squeezed(line)));
    missing.map(str::to_owned).collect()
}

/// Whether references are rewritten.
pub(crate) fn updating() -> bool {
    std::env::var_os("BOGO_UPDATE").is_some()
}

/// Compares a text with its reference, or rewrites that.
pub(crate) fn expect_text(reference: &Path, text: &str) {
    if updating() {
        fs::write(reference, text).expect("a reference");
        return;
    }
    let expected = fs::read_to_string(reference).unwrap_or_default();
    assert!(
        expected == text,
        "{} differs; BOGO_UPDATE=1 rewrites it\n--- expected\n{expected}\n--- found\n{text}",
        reference.display()
    );
}
