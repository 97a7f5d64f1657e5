//! Writing files: the one way in which bogo does.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;

use tempfile::NamedTempFile;

/// What the names of temporary files begin with; six letters or digits follow.
const PREFIX: &str = ".bogo-";
const LETTERS: usize = 6;

/// A temporary file of that age was left by a run that is gone.
const STALE: Duration = Duration::from_secs(60 * 60);

/// The temporary files that are being written.
static OPEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Writes a file so that a crash, or a full disk, leaves either the old file
/// or the new one: to a temporary file beside it, flushed, then renamed. A
/// link stays a link: what it leads to is replaced.
///
/// # Errors
/// When the file there is read-only, whoever runs the program; when the folder
/// does not exist, cannot be written, or is full; when there is a link that
/// leads nowhere.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = &behind_link(path)?;
    if is_read_only(path) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    sweep(folder);
    let mut temporary = Temporary::in_folder(folder)?;
    temporary.file.write_all(bytes)?;
    temporary.file.as_file().sync_all()?;
    set_mode(temporary.file.as_file(), path)?;
    temporary.persist(path)?;
    sync_folder(folder);
    Ok(())
}

/// The path itself, or that of what a link at this path leads to.
fn behind_link(path: &Path) -> io::Result<PathBuf> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => fs::canonicalize(path),
        _ => Ok(path.to_owned()),
    }
}

/// Whether there is a file whose owner has said that it is to stay as it is.
/// Renaming asks for the folder's rights only, so that it has to be asked for.
pub(crate) fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly())
}

/// A temporary file, which is removed unless it becomes the real one: also if
/// the user ends the program meanwhile.
struct Temporary {
    file: NamedTempFile,
    _listed: Listed,
}

/// An entry of [`OPEN`].
struct Listed(PathBuf);

impl Temporary {
    fn in_folder(folder: &Path) -> io::Result<Self> {
        static SIGNALS: Once = Once::new();
        SIGNALS.call_once(end_tidily);
        let mut open = open();
        let file =
            tempfile::Builder::new().prefix(PREFIX).rand_bytes(LETTERS).tempfile_in(folder)?;
        let listed = Listed(file.path().to_owned());
        open.insert(listed.0.clone());
        Ok(Self { file, _listed: listed })
    }

    fn persist(self, path: &Path) -> io::Result<()> {
        self.file.persist(path).map(drop).map_err(|error| error.error)
    }
}

impl Drop for Listed {
    fn drop(&mut self) {
        open().remove(&self.0);
    }
}

fn open() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    // The list is right even if a thread has panicked with it.
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sees to it that a signal that ends the program ends it without a temporary
/// file. What other systems leave, and what is killed outright, is swept later.
#[cfg(unix)]
fn end_tidily() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    // One that is ignored, as under nohup, stays so.
    let heeded = [SIGINT, SIGTERM, SIGHUP].into_iter().filter(|signal| !is_ignored(*signal));
    let Ok(mut signals) = signal_hook::iterator::Signals::new(heeded) else { return };
    std::thread::spawn(move || {
        let Some(signal) = signals.forever().next() else { return };
        // Nothing new is opened meanwhile.
        let open = open();
        for path in open.iter() {
            // One that is gone has become the real file.
            let _ = fs::remove_file(path);
        }
        // It ends by the signal, as shells expect.
        let _ = signal_hook::low_level::emulate_default_handler(signal);
        std::process::exit(128 + signal)
    });
}

#[cfg(not(unix))]
fn end_tidily() {}

/// Whether this process was started to ignore a signal: SIGHUP may be, where
/// the system does not tell.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let told = || {
        let status = fs::read_to_string("/proc/self/status").ok()?;
        // A bit for each signal.
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?;
        u64::from_str_radix(ignored.trim(), 16).ok()
    };
    told().map_or(signal == signal_hook::consts::SIGHUP, |ignored| ignored >> (signal - 1) & 1 == 1)
}

/// Removes temporary files that killed runs have left in a folder, once in a
/// run. What cannot be removed stays; writing is what matters.
fn sweep(folder: &Path) {
    static SWEPT: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let mut swept = SWEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if !swept.insert(folder.to_owned()) {
        return;
    }
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.filter_map(Result::ok).filter(|entry| is_ours(&entry.file_name())) {
        let is_stale = entry.metadata().is_ok_and(|metadata| {
            let age = metadata.modified().ok().and_then(|modified| modified.elapsed().ok());
            metadata.is_file() && age.is_some_and(|age| age > STALE)
        });
        if is_stale {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a name is one of a temporary file of this program.
fn is_ours(name: &OsStr) -> bool {
    let letters = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
    letters.is_some_and(|letters| {
        letters.len() == LETTERS && letters.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Temporary files are private to their owner; a report is for others, too,
/// unless the file that it replaces was not.
#[cfg(unix)]
fn set_mode(temporary: &fs::File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let before = fs::metadata(path).map(|metadata| metadata.permissions());
    let usual = fs::Permissions::from_mode(0o644);
    temporary.set_permissions(before.unwrap_or(usual))
}

#[cfg(not(unix))]
fn set_mode(_: &fs::File, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes the rename itself durable, where the system can. The file is whole
/// either way, so that a refusal is nothing to report.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn what_killed_runs_have_left_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let old = SystemTime::now() - 2 * STALE;
        let make = |name: &str, modified: SystemTime| {
            let file = fs::File::create(folder.path().join(name)).expect("a file");
            file.set_modified(modified).expect("a time");
        };
        make(".bogo-Ab3xYz", old);
        let kept = [".bogo-notes", ".bogo-Ab3xYz.pdf", ".bogo-ab-cde", "bogo-Ab3xYz", "old.pdf"];
        kept.iter().for_each(|name| make(name, old));
        make(".bogo-Ab3xY2", SystemTime::now());
        fs::create_dir(folder.path().join(".bogo-Folder")).expect("a folder");
        replace(&folder.path().join("report.pdf"), b"%PDF").expect("written");
        let mut left: Vec<String> = fs::read_dir(folder.path())
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
            .collect();
        left.sort();
        let mut expected: Vec<&str> = kept.into_iter().collect();
        expected.extend([".bogo-Ab3xY2", ".bogo-Folder", "report.pdf"]);
        expected.sort_unstable();
        assert_eq!(left, expected);
        assert!(open().iter().all(|path| !path.starts_with(folder.path())));
    }

    /// Tells the other test's process where to hold a file open.
    const HELD_IN: &str = "BOGO_TEST_HELD_IN";

    #[test]
    #[ignore = "the process that the next test ends"]
    fn a_file_is_held_open() {
        let Some(folder) = std::env::var_os(HELD_IN) else { return };
        let _held = Temporary::in_folder(Path::new(&folder)).expect("a file");
        std::thread::sleep(Duration::from_secs(60));
    }

    #[test]
    #[cfg(unix)]
    fn a_signal_ends_the_program_and_leaves_no_temporary_file() {
        use std::os::unix::process::ExitStatusExt as _;
        use std::process::Command;
        let count = |folder: &Path| fs::read_dir(folder).expect("a folder").count();
        for (signal, number) in [("-INT", 2), ("-TERM", 15), ("-HUP", 1)] {
            // One that is ignored, as where a script runs this beside it, ends
            // nothing, so that the next one does.
            let ends = if is_ignored(number) { 15 } else { number };
            let folder = tempfile::tempdir().expect("a folder");
            let mut child = Command::new(std::env::current_exe().expect("this test"))
                .args(["--ignored", "--exact", "write::tests::a_file_is_held_open"])
                .env(HELD_IN, folder.path())
                .spawn()
                .expect("a process");
            while count(folder.path()) == 0 {
                assert_eq!(child.try_wait().expect("a process"), None, "it has ended");
                std::thread::yield_now();
            }
            let process = child.id().to_string();
            let kill =
                |signal: &str| Command::new("kill").args([signal, process.as_str()]).status();
            assert!(kill(signal).expect("a signal").success());
            if ends != number {
                assert!(kill("-TERM").expect("a signal").success());
            }
            assert_eq!(child.wait().expect("it ends").signal(), Some(ends), "{signal}");
            assert_eq!(count(folder.path()), 0, "{signal}");
        }
    }

    #[test]
    fn a_read_only_file_is_not_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("report.pdf");
        fs::write(&file, "old").expect("a file");
        let mut permissions = fs::metadata(&file).expect("a file").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).expect("permissions");
        assert!(replace(&file, b"new").is_err());
        assert_eq!(fs::read(&file).expect("a file"), b"old");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}
