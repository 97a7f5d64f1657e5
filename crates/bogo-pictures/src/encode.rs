//! Chooses how a finished picture is written.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::raster::Raster;
use crate::{PictureError, PictureFormat};

/// The quality of JPEGs, of 100.
const QUALITY: u8 = 85;
/// Below this resolution nobody sees that colour has half of it.
const FULL_COLOUR_DPI: u32 = 200;
/// How small the JPEG of a lossless picture must be for its loss to be worth
/// it, compared with its PNG. Graphics stay above, photographs fall below.
const WORTH_LOSS: f64 = 0.6;

/// Writes a picture that came as `from`: photographs as JPEG, and everything
/// else as PNG unless that is much larger.
///
/// # Errors
/// `Damaged` if it has so many rows or columns that no format takes it.
pub(crate) fn encode(
    raster: Raster,
    from: PictureFormat,
    dpi: u32,
) -> Result<Vec<u8>, PictureError> {
    if from == PictureFormat::Jpeg {
        // What was JPEG fits into one again: it only ever got smaller.
        let sampling =
            if dpi < FULL_COLOUR_DPI { SamplingFactor::R_4_2_0 } else { SamplingFactor::R_4_4_4 };
        return jpeg(&raster, sampling);
    }
    let raster = raster.without_needless_colour();
    let lossless = png(&raster)?;
    // Thin coloured lines and letters need the full resolution of colour.
    match jpeg(&raster, SamplingFactor::R_4_4_4) {
        Ok(lossy) if (lossy.len() as f64) < lossless.len() as f64 * WORTH_LOSS => Ok(lossy),
        _ => Ok(lossless),
    }
}

/// Writes a JPEG.
///
/// Huffman tables of its own would save 6 to 8 per cent, but the encoder then
/// writes each component in a scan of its own, which the decoder Typst uses
/// (zune-jpeg 0.5.15) shows in wrong colours.
fn jpeg(raster: &Raster, sampling: SamplingFactor) -> Result<Vec<u8>, PictureError> {
    let (width, height) = raster.size();
    let (Ok(short_width), Ok(short_height)) = (u16::try_from(width), u16::try_from(height)) else {
        return Err(PictureError::damaged("too long or too wide for a JPEG"));
    };
    let color = match raster {
        Raster::Grey(_) => ColorType::Luma,
        Raster::Colour(_) => ColorType::Rgb,
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(sampling);
    encoder
        .encode(raster.samples(), short_width, short_height, color)
        .map_err(PictureError::damaged)?;
    Ok(bytes)
}

/// Writes a PNG without row filters: Typst unpacks it and compresses the plain
/// samples again, so this has the size the picture will have in the PDF.
fn png(raster: &Raster) -> Result<Vec<u8>, PictureError> {
    let (width, height) = raster.size();
    let color = match raster {
        Raster::Grey(_) => ExtendedColorType::L8,
        Raster::Colour(_) => ExtendedColorType::Rgb8,
    };
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::NoFilter)
        .write_image(raster.samples(), width, height, color)
        .map_err(PictureError::damaged)?;
    Ok(bytes)
}
