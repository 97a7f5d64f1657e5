//! Pictures: the bytes of a file as an office has it in, the bytes that a
//! document should embed out. This crate knows nothing of reports, and nothing
//! of what sets them.
//!
//! ```text
//! bytes ── source ──► Source     what the header says, nothing decoded
//!             │ plan             which part, how many pixels
//!             │ raster           decoded, white behind it, 8 bits, cut, scaled, upright
//!             │ colour           converted to sRGB if a profile asks for it
//!             ▼ encode
//!           bytes                JPEG or PNG, with nothing in it but the picture
//! ```
//!
//! What is deliberately absent, so that callers can rely on it:
//!
//! - **File access.** Bytes come in and go out; a [`Job`] is handed a way to
//!   get its bytes, and a [`PictureCache`] is implemented by the program.
//! - **Words for people.** Errors are variants with the facts; the program
//!   says them in its languages.
//! - **Metadata in the output.** Where a photograph was taken, with what and
//!   when is no part of a report. Orientation is applied, then forgotten.
//! - **Transparency in the output.** PDF/A-1 forbids it; white is put behind.
//! - **Colour profiles in the output.** Everything is sRGB or plain grey. A
//!   matrix profile that is visibly not sRGB (Display P3, Adobe RGB) is
//!   converted; CMYK and table profiles are not consulted.
//! - **Upsampling.** A picture too small for its place stays as small as it is.
//! - **Anything that differs between machines.** Every step is integer
//!   arithmetic, or floating point with only `+ − × ÷ √`, which IEEE 754 fixes
//!   to the last bit. See `raster` and `colour` for the two places it matters.
//!
//! Of an animation, the first frame is used.
//!
//! # A picture's way through the program
//!
//! A picture is met under several types, because it is decided upon step by
//! step. Each adds what only its step knows:
//!
//! | step | type | adds | in |
//! |---|---|---|---|
//! | typed | `format::Photo` | the file's name, what is seen on it, a caption | `bogo-model` |
//! | looked at | [`Seen`] | what the file holds, and its size in pixels | here |
//! | | `resolve::PictureFact` | or else why there is no picture by this name, in words | `bogo-model` |
//! | given its place | `edition::Print` | the room on the page in millimetres, and the crop | `bogo-model` |
//! | set | `edition::Picture` | what stands on the page: its words and its shape | `bogo-model` |
//! | asked for | `edition::PictureUse` | of that, what is to be prepared: the file at one width and crop, once for all that show it so | `bogo-model` |
//! | prepared | [`Placement`] | the resolution, which follows from what the pages are for | here |
//! | | bytes | the pixels | here |
//!
//! Width and crop go from `Print` to `PictureUse` to [`Placement`] unchanged. A
//! prepared picture has no type of its own: it is a file like any other, and
//! [`inspect`] says of it what it says of all.

mod batch;
mod cache;
mod coded;
mod colour;
mod encode;
mod error;
mod jpeg;
mod plan;
mod raster;
mod seen;
mod sniff;
mod source;
mod whole;

#[cfg(test)]
mod tests;

pub use batch::{Job, prepare_all};
pub use cache::{ContentHash, PictureCache, cache_key};
pub use error::{ForeignFormat, PictureError};
pub use seen::Seen;

use encode::encode;
use plan::Plan;
use raster::Raster;
use source::Source;

/// Counts the changes to what [`prepare`] returns for the same input.
///
/// It is part of every [`cache_key`]: raise it with any change to the pipeline
/// or to the crates it decodes, scales and encodes with, and what older
/// versions have cached is never found again.
pub const PIPELINE_VERSION: u32 = 2;

/// The largest picture that is decoded: 200 megapixels.
///
/// The largest cameras in phones give exactly that, an A0 plan scanned at
/// 300 dpi gives 139; what claims more is a mistake or an attack, and is refused
/// by its header, before any memory is set aside for it.
pub const MAX_PIXELS: u64 = 200_000_000;

/// A light grey pixel as a PNG file, to stand in for a picture that cannot be
/// prepared.
pub const STAND_IN: &[u8] =
    b"\x89PNG\x0d\x0a\x1a\x0a\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\
    \0\0\0\x0aIDATx\x9ccx\0\0\0\xe2\0\xe1\x15vD\0\0\0\0\0IEND\xaeB`\x82";

/// What can be said of a picture without decoding it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureInfo {
    /// Width in pixels as the picture is to be seen: after its orientation is
    /// applied. At least 1.
    pub width: u32,
    /// Height in pixels, likewise upright and at least 1.
    pub height: u32,
    /// The format the bytes themselves announce; file names are not asked.
    pub format: PictureFormat,
}

/// The formats [`prepare`] reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PictureFormat {
    /// Photographs and most scans: baseline or progressive, grey, RGB or CMYK.
    Jpeg,
    /// Screenshots, maps, drawings.
    Png,
    /// Old web graphics; the first frame of an animation.
    Gif,
    /// What HWP and the Windows clipboard give.
    Bmp,
    /// Saved from the web; the first frame of an animation.
    WebP,
}

impl PictureFormat {
    /// The name people know the format by, such as `JPEG`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::Bmp => "BMP",
            Self::WebP => "WebP",
        }
    }
}

/// How a picture will be printed: the width and crop that the edition asks for,
/// at the resolution of its pages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// The width it takes on the page, in millimetres; positive and finite.
    pub width_mm: f64,
    /// Width over height of the cell it fills: the picture is cropped to this
    /// shape around its centre. `None` keeps the picture's own shape.
    ///
    /// A picture that already has the shape to within half a per cent is not
    /// cut, so the cell should still be set to cover.
    pub crop: Option<f64>,
    /// Pixels per inch the page is made for: 300 for print, 150 for the screen.
    pub dpi: u32,
}

/// Reads the header of a picture, and follows JPEG and PNG to their last byte
/// without decoding them, so that a file that was cut off is found here.
///
/// Takes well under a millisecond, or two for a JPEG of several megabytes.
///
/// # Errors
/// Every [`PictureError`] about the picture itself, as far as a header tells;
/// [`prepare`] may still find damage in what passes here.
pub fn inspect(bytes: &[u8]) -> Result<PictureInfo, PictureError> {
    let source = Source::read(bytes)?;
    let (width, height) = source.upright_size();
    Ok(PictureInfo { width, height, format: source.format })
}

/// Makes of a picture what the PDF should embed at this placement: a complete
/// JPEG or PNG file, upright, opaque, sRGB or grey, 8 bits per sample, without
/// metadata. [`inspect`] tells its format and its size, both sides at least 1.
///
/// The same bytes and placement give the same result on any machine. While it
/// runs it holds the decoded picture: three bytes per pixel for most JPEGs, so
/// 36 MB for 12 megapixels, and about twice that for progressive ones. Use
/// [`prepare_all`] for more than one.
///
/// # Errors
/// [`PictureError::Unplaceable`] if the placement is no place at all, else what
/// is wrong with the picture; never `Unreadable`.
pub fn prepare(bytes: &[u8], placement: &Placement) -> Result<Vec<u8>, PictureError> {
    let source = Source::read(bytes)?;
    prepare_source(&source, placement)
}

/// [`prepare`] for a picture whose header has been read.
fn prepare_source(source: &Source, placement: &Placement) -> Result<Vec<u8>, PictureError> {
    let plan = Plan::new(source.upright_size(), placement)?;
    let correction = source.correction();
    // A JPEG that needs no other change may be used as it is.
    let original = source.plain_jpeg().filter(|_| plan.keeps_everything() && correction.is_none());

    // What passes through untouched is decoded all the same: damage should be
    // named here, not by the reader of the PDF.
    let raster = Raster::decode(source)?;
    if let (Some(jpeg), None) = (original, plan.target) {
        return Ok(jpeg.stripped(source.bytes));
    }

    let mut raster = raster.cut(&plan, source.orientation)?;
    if let Some(correction) = correction {
        correction.apply(&mut raster);
    }
    let encoded = encode(raster, source.format, placement.dpi)?;
    // One that only had to shrink may have been smaller before.
    Ok(match original {
        Some(jpeg) if jpeg.stripped_len() <= encoded.len() => jpeg.stripped(source.bytes),
        _ => encoded,
    })
}
