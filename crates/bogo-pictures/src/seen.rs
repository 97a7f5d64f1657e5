//! What is remembered of a picture file, so that it need not be read again.

use crate::{ContentHash, PictureError, inspect};

/// What was seen of a picture file: what it holds and its size in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// What the file holds.
    pub content: ContentHash,
    /// Width in pixels, upright; at least 1.
    pub width: u32,
    /// Height in pixels, likewise.
    pub height: u32,
}

impl Seen {
    /// Looks at the bytes of a file.
    ///
    /// # Errors
    /// Those of [`inspect`].
    pub fn of(bytes: &[u8]) -> Result<Self, PictureError> {
        let info = inspect(bytes)?;
        Ok(Self { content: ContentHash::of(bytes), width: info.width, height: info.height })
    }

    /// The name under which a [`PictureCache`](crate::PictureCache) keeps the
    /// note of a file. `file` names the file and the state in which it was seen,
    /// so that a file that has changed is another.
    pub fn key(file: &str) -> String {
        format!("seen-{:032x}", ContentHash::of(file.as_bytes()).0)
    }

    /// What was seen, as a note for the cache.
    pub fn note(&self) -> String {
        format!("{:032x} {} {}", self.content.0, self.width, self.height)
    }

    /// Reads a note; `None` if it is none.
    pub fn noted(note: &[u8]) -> Option<Self> {
        let mut words = std::str::from_utf8(note).ok()?.split(' ');
        let content = ContentHash(u128::from_str_radix(words.next()?, 16).ok()?);
        let (width, height) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        Some(Self { content, width, height })
    }
}
