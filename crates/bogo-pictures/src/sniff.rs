//! Tells a format from the first bytes of a file.

use crate::{ForeignFormat, PictureError, PictureFormat};

/// How far into a file its kind is looked for.
const REACH: usize = 4096;
/// How far the one mark of an HWP 5 document may be from its beginning.
const HWP_REACH: usize = 1 << 20;

/// The format the bytes announce.
///
/// # Errors
/// `Empty`, `Damaged` if they begin with nothing but zeros, `Unsupported` for
/// everything that is not a [`PictureFormat`].
pub(crate) fn sniff(bytes: &[u8]) -> Result<PictureFormat, PictureError> {
    match bytes {
        [] => Err(PictureError::Empty),
        [0xFF, 0xD8, 0xFF, ..] => Ok(PictureFormat::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(PictureFormat::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(PictureFormat::Gif),
        [b'B', b'M', ..] => Ok(PictureFormat::Bmp),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(PictureFormat::WebP),
        // Drives that reserve space before they write leave these behind.
        _ if bytes.iter().take(REACH).all(|&byte| byte == 0) => {
            Err(PictureError::damaged("nothing but zero bytes"))
        }
        _ => Err(PictureError::Unsupported { looks_like: foreign(bytes) }),
    }
}

/// What bytes are that are no picture of ours.
fn foreign(bytes: &[u8]) -> ForeignFormat {
    use ForeignFormat as F;
    match bytes {
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => media_file(bytes),
        [b'I', b'I', b'*' | b'+', 0, ..] | [b'M', b'M', 0, b'*' | b'+', ..] => F::Tiff,
        [b'%', b'P', b'D', b'F', ..] => F::Pdf,
        [b'%', b'!', b'P', b'S', ..] | [0xC5, 0xD0, 0xD3, 0xC6, ..] => F::PostScript,
        [0xD0, 0xCF, 0x11, 0xE0, ..] if contains(bytes, HWP_REACH, b"HWP Document File") => F::Hwp,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => F::Office,
        [b'P', b'K', 3, 4, ..] if contains(bytes, REACH, b"application/hwp+zip") => F::Hwp,
        [b'P', b'K', 3, 4, ..] if contains(bytes, REACH, b"[Content_Types].xml") => F::Office,
        [b'P', b'K', 3, 4, ..] => F::Zip,
        [0xFF, 0x0A, ..] | [0, 0, 0, 0x0C, b'J', b'X', b'L', b' ', ..] => F::JpegXl,
        [0xFF, 0x4F, 0xFF, 0x51, ..] | [0, 0, 0, 0x0C, b'j', b'P', b' ', b' ', ..] => F::Jpeg2000,
        [0xD7, 0xCD, 0xC6, 0x9A, ..] => F::Metafile,
        [1, 0, 0, 0, ..] if bytes.get(40..44) == Some(b" EMF") => F::Metafile,
        [0, 0, 1, 0, ..] => F::Icon,
        [b'8', b'B', b'P', b'S', ..] => F::Photoshop,
        [0x4C, 0, 0, 0, 1, 0x14, 2, 0, ..] => F::Shortcut,
        _ if bytes.starts_with(b"HWP Document File") => F::Hwp,
        _ if bytes.starts_with(b"version https://git-lfs") => F::Pointer,
        _ => markup(bytes),
    }
}

/// Which relative of MP4 a file is, by the brands in its first box.
fn media_file(bytes: &[u8]) -> ForeignFormat {
    let brands = bytes.get(8..bytes.len().min(64)).unwrap_or_default();
    let any = |known: &[&[u8; 4]]| {
        brands.chunks_exact(4).any(|brand| known.iter().any(|it| *it == brand))
    };
    if any(&[b"avif", b"avis"]) {
        ForeignFormat::Avif
    } else if any(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) {
        ForeignFormat::Heic
    } else {
        ForeignFormat::Video
    }
}

/// Which markup a text file holds, if any.
fn markup(bytes: &[u8]) -> ForeignFormat {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let opens = text.trim_ascii_start().starts_with(b"<");
    let head: Vec<u8> = text.iter().take(REACH).map(u8::to_ascii_lowercase).collect();
    let has = |needle: &[u8]| opens && contains(&head, REACH, needle);
    // A web page may hold drawings, so it is asked for first.
    if has(b"<html") || has(b"<!doctype html") {
        ForeignFormat::Html
    } else if has(b"<svg") {
        ForeignFormat::Svg
    } else {
        ForeignFormat::Unknown
    }
}

/// Whether the needle begins within the first `reach` bytes.
fn contains(bytes: &[u8], reach: usize, needle: &[u8]) -> bool {
    bytes.windows(needle.len()).take(reach).any(|window| window == needle)
}
