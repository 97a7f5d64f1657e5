//! Under which names what was prepared is kept between runs.

use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use crate::{PIPELINE_VERSION, PictureFormat, Placement, inspect};

/// Where prepared pictures are kept between runs, outside the source tree.
///
/// The program implements it over files. Both methods are called from several
/// threads at once, also for the same key. Failure needs no report: what cannot
/// be kept is prepared again.
pub trait PictureCache: Sync {
    /// What was put under this key, or `None`. Bytes that have been damaged
    /// since are noticed if they no longer are a whole picture.
    fn get(&self, key: &str) -> Option<Vec<u8>>;
    /// Keeps bytes under a key of [`cache_key`] or [`Seen::key`](crate::Seen::key).
    /// Under one key it is only ever given one content, so whoever writes last
    /// changes nothing.
    fn put(&self, key: &str, bytes: &[u8]);
}

/// What a picture file holds, in 16 bytes: files with the same hold the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash(pub u128);

impl ContentHash {
    /// The hash of a file's bytes, the same on any machine.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = SipHasher13::new();
        hasher.write(bytes);
        Self(hasher.finish128().as_u128())
    }
}

/// The name of what [`crate::prepare`] returns for a file and placement.
///
/// 32 lower-case hexadecimal digits, usable as a file name on any system. The
/// same on any machine, different for another [`PIPELINE_VERSION`].
pub fn cache_key(content: ContentHash, placement: &Placement) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(&PIPELINE_VERSION.to_le_bytes());
    hasher.write(&placement.width_mm.to_bits().to_le_bytes());
    // Zero is no shape, so it can stand for none.
    let crop = placement.crop.unwrap_or(0.0);
    hasher.write(&crop.to_bits().to_le_bytes());
    hasher.write(&placement.dpi.to_le_bytes());
    hasher.write(&content.0.to_le_bytes());
    format!("{:032x}", hasher.finish128().as_u128())
}

/// Whether bytes from a cache are what [`crate::prepare`] returns: a whole JPEG
/// or PNG.
pub(crate) fn is_prepared(bytes: &[u8]) -> bool {
    let format = inspect(bytes).map(|info| info.format);
    matches!(format, Ok(PictureFormat::Jpeg | PictureFormat::Png))
}
