//! The font files that an edition brings along.

use typst::foundations::Bytes;
use typst::text::Font;

/// A file among an edition's fonts that is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedFont {
    /// Its name.
    pub file: String,
    /// Why it is not.
    pub fault: FontFault,
}

/// Why a font file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FontFault {
    /// It is no font.
    NoFont,
    /// It forbids to be embedded (`fsType` 2), which every PDF/A demands.
    Restricted,
}

/// The faces of an edition's font files, given as name and bytes, each with its
/// file, and the files that cannot be used.
pub(crate) fn read(files: Vec<(String, Vec<u8>)>) -> (Vec<(String, Font)>, Vec<RefusedFont>) {
    let (mut faces, mut refused) = (Vec::new(), Vec::new());
    for (file, bytes) in files {
        match faces_of(&file, bytes) {
            Ok(fonts) => faces.extend(fonts.into_iter().map(|font| (file.clone(), font))),
            Err(fault) => refused.push(fault),
        }
    }
    (faces, refused)
}

/// The families of some faces, each once, in their order.
pub(crate) fn families<'f>(fonts: impl IntoIterator<Item = &'f Font>) -> Vec<String> {
    let mut families: Vec<String> = Vec::new();
    for font in fonts {
        let family = font.info().family.as_str();
        if !families.iter().any(|known| known == family) {
            families.push(family.to_owned());
        }
    }
    families
}

/// The faces of a font file.
fn faces_of(file: &str, bytes: Vec<u8>) -> Result<Vec<Font>, RefusedFont> {
    let refused = |fault| RefusedFont { file: file.to_owned(), fault };
    let fonts: Vec<Font> = Font::iter(Bytes::new(bytes)).collect();
    match fonts.iter().any(is_restricted) {
        _ if fonts.is_empty() => Err(refused(FontFault::NoFont)),
        true => Err(refused(FontFault::Restricted)),
        false => Ok(fonts),
    }
}

/// Whether a face forbids to be embedded, as its table OS/2 says.
fn is_restricted(font: &Font) -> bool {
    fs_type(font.data(), font.index()).is_some_and(|kind| kind & 0xF == 2)
}

/// The permissions in the table OS/2 of a face of a font file.
fn fs_type(data: &[u8], index: u32) -> Option<u16> {
    let short = |at: usize| Some(u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?));
    let long = |at: usize| Some(u32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?));
    let start = match data.starts_with(b"ttcf") {
        true => long(12 + 4 * index as usize)? as usize,
        false => 0,
    };
    let tables = usize::from(short(start + 4)?);
    let mut records = (0..tables).map(|table| start + 12 + 16 * table);
    let table = records.find(|at| data.get(*at..*at + 4) == Some(b"OS/2"))?;
    short(long(table + 8)? as usize + 8)
}
