//! Pixels: decoding, flattening, cutting, scaling, turning.
//!
//! Scaling is the same on any machine. The crate weighs 8-bit samples in fixed
//! point, and integer sums do not depend on the order SIMD adds them in: its own
//! tests expect one checksum of all instruction sets, and ours found AVX2, SSE
//! 4.1 and plain code equal to the last bit. What remains are the weights, which
//! are computed in floating point; Catmull-Rom takes only `+ − ×` for them,
//! where Lanczos would take a sine that differs between systems. (It is also
//! faster, and draws fainter halos around the lines of maps and screenshots.)
//! The decoder of JPEG was compared likewise, AVX2 with plain code.

use fast_image_resize as resize;
use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, RgbImage};

use crate::plan::{Area, Plan};
use crate::source::{Source, guarded, refusal};
use crate::{PictureError, PictureFormat};

/// A decoded picture: opaque, 8 bits per sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Raster {
    /// One sample per pixel.
    Grey(GrayImage),
    /// Red, green and blue.
    Colour(RgbImage),
}

impl Raster {
    /// Decodes a picture, as it is stored, onto white.
    ///
    /// # Errors
    /// What [`refusal`] makes of the decoder's, which includes its panics.
    pub(crate) fn decode(source: &Source) -> Result<Self, PictureError> {
        let image = guarded(|| {
            DynamicImage::from_decoder(source.decoder()?)
                .map_err(|error| refusal(&error, source.format))
        })?;
        let (width, height) = (image.width(), image.height());
        let (channels, mut samples) = eight_bit_samples(image);
        if channels == 2 || channels == 4 {
            flatten(&mut samples, channels, source.format);
        }
        Self::new(width, height, channels > 2, samples)
    }

    /// Puts samples in rows.
    fn new(
        width: u32,
        height: u32,
        coloured: bool,
        samples: Vec<u8>,
    ) -> Result<Self, PictureError> {
        let raster = if coloured {
            RgbImage::from_raw(width, height, samples).map(Self::Colour)
        } else {
            GrayImage::from_raw(width, height, samples).map(Self::Grey)
        };
        raster.ok_or_else(|| PictureError::damaged("fewer samples than pixels"))
    }

    /// Width and height in pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        match self {
            Self::Grey(image) => image.dimensions(),
            Self::Colour(image) => image.dimensions(),
        }
    }

    /// The samples, row by row, without padding.
    pub(crate) fn samples(&self) -> &[u8] {
        match self {
            Self::Grey(image) => image.as_raw(),
            Self::Colour(image) => image.as_raw(),
        }
    }

    /// The part and size that were planned, turned upright.
    ///
    /// Scaling comes first, because turning few pixels is cheaper.
    ///
    /// # Errors
    /// `Damaged` if the picture is not of the size its header promised.
    pub(crate) fn cut(self, plan: &Plan, orientation: Orientation) -> Result<Self, PictureError> {
        let (area, target) = plan.as_stored(orientation);
        let small = match target {
            Some(target) => self.scaled(area, target)?,
            None if (area.width, area.height) == self.size() => self,
            // To the size it has, which copies the pixels as they are.
            None => self.scaled(area, (area.width, area.height))?,
        };
        Ok(small.turned(orientation))
    }

    /// A part of the picture at another size.
    fn scaled(&self, area: Area, (width, height): (u32, u32)) -> Result<Self, PictureError> {
        let coloured = matches!(self, Self::Colour(_));
        let pixel = if coloured { resize::PixelType::U8x3 } else { resize::PixelType::U8 };
        let own = self.size();
        let from = resize::images::ImageRef::new(own.0, own.1, self.samples(), pixel)
            .map_err(PictureError::damaged)?;
        let mut to = resize::images::Image::new(width, height, pixel);
        let filter = resize::ResizeAlg::Convolution(resize::FilterType::CatmullRom);
        let options = resize::ResizeOptions::new().resize_alg(filter).crop(
            area.x.into(),
            area.y.into(),
            area.width.into(),
            area.height.into(),
        );
        resize::Resizer::new().resize(&from, &mut to, &options).map_err(PictureError::damaged)?;
        Self::new(width, height, coloured, to.into_vec())
    }

    /// The picture with its orientation applied.
    fn turned(self, orientation: Orientation) -> Self {
        let mut image = match self {
            Self::Grey(image) => DynamicImage::ImageLuma8(image),
            Self::Colour(image) => DynamicImage::ImageRgb8(image),
        };
        image.apply_orientation(orientation);
        match image {
            DynamicImage::ImageLuma8(image) => Self::Grey(image),
            image => Self::Colour(image.into_rgb8()),
        }
    }

    /// Grey, if the picture is in colour and has none.
    pub(crate) fn without_needless_colour(self) -> Self {
        match self {
            Self::Colour(image) if image.pixels().all(|p| p[0] == p[1] && p[1] == p[2]) => {
                let (width, height) = image.dimensions();
                Self::Grey(GrayImage::from_fn(width, height, |x, y| {
                    image::Luma([image.get_pixel(x, y)[0]])
                }))
            }
            raster => raster,
        }
    }
}

/// The samples of an image with 8 bits each, and how many there are per pixel.
fn eight_bit_samples(image: DynamicImage) -> (usize, Vec<u8>) {
    use DynamicImage as D;
    let narrow = |samples: &[u16]| {
        let rounded = |&sample: &u16| ((u32::from(sample) + 128) / 257) as u8;
        samples.iter().map(rounded).collect()
    };
    match image {
        D::ImageLuma8(image) => (1, image.into_raw()),
        D::ImageLumaA8(image) => (2, image.into_raw()),
        D::ImageRgb8(image) => (3, image.into_raw()),
        D::ImageRgba8(image) => (4, image.into_raw()),
        D::ImageLuma16(image) => (1, narrow(image.as_raw())),
        D::ImageLumaA16(image) => (2, narrow(image.as_raw())),
        D::ImageRgb16(image) => (3, narrow(image.as_raw())),
        D::ImageRgba16(image) => (4, narrow(image.as_raw())),
        // None of our formats holds floating point, but the type has it.
        image => (3, image.into_rgb8().into_raw()),
    }
}

/// Puts white behind pixels whose last channel is alpha, and drops it, in place.
fn flatten(samples: &mut Vec<u8>, channels: usize, format: PictureFormat) {
    let alphas = || samples.iter().skip(channels - 1).step_by(channels);
    // Bitmaps from the clipboard declare alpha and leave it zero throughout.
    let unused = format == PictureFormat::Bmp && alphas().all(|&alpha| alpha == 0);
    let mut written = 0;
    for pixel in 0..samples.len() / channels {
        let start = pixel * channels;
        let alpha = match samples[start + channels - 1] {
            _ if unused => 255,
            alpha => u32::from(alpha),
        };
        for channel in 0..channels - 1 {
            let sample = u32::from(samples[start + channel]);
            let shown = (sample * alpha + 255 * (255 - alpha) + 127) / 255;
            samples[written] = shown as u8;
            written += 1;
        }
    }
    samples.truncate(written);
}
