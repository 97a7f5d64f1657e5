//! Prepared pictures kept between runs, outside the source tree.

use std::env;
use std::fs;
use std::path::PathBuf;

use bogo_pictures::PictureCache;

use crate::write;

/// A folder of prepared pictures, named by what they were made from. Without
/// a home folder there is none, and everything is prepared anew.
pub(crate) struct FolderCache {
    folder: Option<PathBuf>,
}

impl FolderCache {
    /// The user's cache: `$BOGO_CACHE`, else the system's place for caches.
    pub(crate) fn of_user() -> Self {
        let set =
            |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let folder = set("BOGO_CACHE")
            .or_else(|| set("XDG_CACHE_HOME").map(|base| base.join("bogo")))
            .or_else(|| set("LOCALAPPDATA").map(|base| base.join("bogo").join("cache")))
            .or_else(|| set("HOME").map(|home| home.join(".cache").join("bogo")))
            .map(|base| base.join("pictures"));
        Self { folder }
    }
}

impl PictureCache for FolderCache {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.as_ref()?.join(key)).ok()
    }

    fn put(&self, key: &str, bytes: &[u8]) {
        let Some(folder) = &self.folder else { return };
        // A cache that cannot be written costs time, not correctness.
        if fs::create_dir_all(folder).is_ok() {
            let _ = write::replace(&folder.join(key), bytes);
        }
    }
}
