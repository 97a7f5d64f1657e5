//! Finds files that were cut off, without decoding them.
//!
//! Decoders of these formats notice it too, but late, and in their own words.

use crate::{PictureError, PictureFormat};

/// Follows a file of a format that says how long it is to its end.
///
/// # Errors
/// `Truncated` if the end is missing. JPEG is followed elsewhere, BMP by its
/// decoder; they pass.
pub(crate) fn check_whole(bytes: &[u8], format: PictureFormat) -> Result<(), PictureError> {
    let whole = match format {
        PictureFormat::Png => png_has_end(bytes),
        PictureFormat::WebP => webp_has_end(bytes),
        PictureFormat::Gif => gif_has_picture(bytes).is_some(),
        PictureFormat::Jpeg | PictureFormat::Bmp => true,
    };
    whole.then_some(()).ok_or(PictureError::Truncated { format })
}

/// Whether the chunks of a PNG lead to its end.
fn png_has_end(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some(&[a, b, c, d, ref kind @ ..]) = rest.first_chunk::<8>() {
        if kind == b"IEND" {
            return true;
        }
        // Length, kind, content, checksum.
        let length = u64::from(u32::from_be_bytes([a, b, c, d])) + 12;
        let Ok(length) = usize::try_from(length) else {
            return false;
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    false
}

/// Whether a WebP is as long as its container says.
fn webp_has_end(bytes: &[u8]) -> bool {
    bytes.get(4..8).is_some_and(|length| {
        let length = [length[0], length[1], length[2], length[3]];
        bytes.len() as u64 >= u64::from(u32::from_le_bytes(length)) + 8
    })
}

/// The first picture of a GIF and everything before it, if they are complete
/// or are no GIF at all, which its decoder will say.
fn gif_has_picture(bytes: &[u8]) -> Option<()> {
    let mut at = 13 + color_table(*bytes.get(10)?);
    loop {
        match *bytes.get(at)? {
            // A picture: its place, perhaps its colours, its code size.
            0x2C => {
                at += 11 + color_table(*bytes.get(at + 9)?);
                return after_blocks(bytes, at).map(|_| ());
            }
            0x21 => at = after_blocks(bytes, at + 2)?,
            _ => return Some(()),
        }
    }
}

/// How long the table of colours is that these flags announce.
fn color_table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where a row of blocks ends, each of which begins with its length.
fn after_blocks(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        match usize::from(*bytes.get(at)?) {
            0 => return Some(at + 1),
            length => at += 1 + length,
        }
    }
}
