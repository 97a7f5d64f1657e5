//! Whether a file is still the one that was read.

use std::fs::Metadata;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// What the system says of a file without reading it. A file with the same
/// stamp holds the same, if the stamp was [settled](Self::is_settled).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    size: u64,
    /// Since 1970, in nanoseconds: when its content and when anything changed.
    times: [i128; 2],
    inode: u64,
    settled: bool,
}

/// How coarse clocks of file systems are: some count in two seconds, those
/// with fractions tick at least every ten milliseconds.
const COARSE: Duration = Duration::from_secs(2);
const FINE: Duration = Duration::from_millis(50);

impl Stamp {
    /// The stamp of a file at this moment.
    pub(crate) fn of(metadata: &Metadata) -> Self {
        // A system that does not tell when a file was changed proves nothing.
        let known = metadata.modified().ok();
        let modified = known.unwrap_or(UNIX_EPOCH);
        let since = modified.duration_since(UNIX_EPOCH).unwrap_or_default();
        let (changed, inode) = beyond(metadata);
        let tick = if since.subsec_nanos() == 0 { COARSE } else { FINE };
        // Two writes within a tick have the same time, so that a file that
        // was written just now may be written again without a trace.
        let settled = known.is_some()
            && SystemTime::now().duration_since(modified).is_ok_and(|age| age > tick);
        let times = [since.as_nanos() as i128, changed];
        Self { size: metadata.len(), times, inode, settled }
    }

    /// The stamp of a file that could not be looked at, which proves nothing.
    pub(crate) fn unknown() -> Self {
        Self { size: 0, times: [0, 0], inode: 0, settled: false }
    }

    /// Whether any later change would show.
    pub(crate) fn is_settled(&self) -> bool {
        self.settled
    }

    /// Whether a file that had this stamp and now has the other is the same
    /// for certain.
    pub(crate) fn proves_same(&self, now: &Self) -> bool {
        self.settled && self.what() == now.what()
    }

    /// The stamp in words, to be the name of what is known of a file.
    pub(crate) fn name(&self) -> String {
        let [modified, changed] = self.times;
        format!("{}-{modified}-{changed}-{}", self.size, self.inode)
    }

    fn what(&self) -> (u64, [i128; 2], u64) {
        (self.size, self.times, self.inode)
    }
}

/// When anything of the file changed last, and which file it is.
#[cfg(unix)]
fn beyond(metadata: &Metadata) -> (i128, u64) {
    use std::os::unix::fs::MetadataExt as _;
    let nanoseconds = i128::from(metadata.ctime()) * 1_000_000_000;
    (nanoseconds + i128::from(metadata.ctime_nsec()), metadata.ino())
}

#[cfg(not(unix))]
fn beyond(_: &Metadata) -> (i128, u64) {
    (0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(file: &std::path::Path) -> Stamp {
        Stamp::of(&std::fs::metadata(file).expect("a file"))
    }

    #[test]
    fn a_file_written_just_now_may_be_another_already() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        std::fs::write(&file, "one").expect("written");
        let first = stamp(&file);
        assert!(!first.is_settled());
        std::thread::sleep(FINE + Duration::from_millis(10));
        let later = stamp(&file);
        assert!(later.proves_same(&stamp(&file)));
        assert!(!first.proves_same(&later));
        std::fs::write(&file, "two").expect("written");
        assert!(!later.proves_same(&stamp(&file)));
    }
}
