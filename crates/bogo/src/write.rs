//! Writing files: the one way in which bogo does.

use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file so that a crash, or a full disk, leaves either the old file
/// or the new one: to a temporary file beside it, flushed, then renamed.
///
/// # Errors
/// When the folder does not exist, cannot be written, or is full.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut temporary = tempfile::Builder::new().prefix(".bogo-").tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    set_mode(temporary.as_file(), path)?;
    temporary.persist(path).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// Temporary files are private to their owner; a report is for others, too,
/// unless the file that it replaces was not.
#[cfg(unix)]
fn set_mode(temporary: &std::fs::File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let before = std::fs::metadata(path).map(|metadata| metadata.permissions());
    let usual = std::fs::Permissions::from_mode(0o644);
    temporary.set_permissions(before.unwrap_or(usual))
}

#[cfg(not(unix))]
fn set_mode(_: &std::fs::File, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes the rename itself durable, where the system can. The file is whole
/// either way, so that a refusal is nothing to report.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
