//! Reads what a picture's header says, and refuses what should not be decoded.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::error::ImageError;
use image::metadata::Orientation;
use image::{ColorType, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::colour::Correction;
use crate::jpeg::Jpeg;
use crate::plan::lies_on_its_side;
use crate::sniff::sniff;
use crate::whole::check_whole;
use crate::{ForeignFormat, MAX_PIXELS, PictureError, PictureFormat};

/// A picture whose header has been read, and its bytes.
pub(crate) struct Source<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) format: PictureFormat,
    /// How the stored picture is to be turned to be upright.
    pub(crate) orientation: Orientation,
    /// Width and height as stored; at least 1, at most [`MAX_PIXELS`] together.
    size: (u32, u32),
    /// What a decoder of the format returns.
    decoded_bytes: u64,
    icc: Option<Vec<u8>>,
    jpeg: Option<Jpeg>,
    /// The file with its end, where it lacked one.
    ended: Option<Vec<u8>>,
}

impl<'a> Source<'a> {
    /// Reads the header.
    ///
    /// # Errors
    /// Those of [`crate::inspect`].
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, PictureError> {
        let format = sniff(bytes)?;
        let source = match format {
            PictureFormat::Jpeg => Self::read_jpeg(bytes)?,
            _ => guarded(|| Self::read_other(bytes, format))?,
        };
        let pixels = u64::from(source.size.0) * u64::from(source.size.1);
        match pixels {
            0 => Err(PictureError::damaged("a picture without width or height")),
            1..=MAX_PIXELS => Ok(source),
            _ => Err(PictureError::TooLarge { pixels }),
        }
    }

    fn read_jpeg(bytes: &'a [u8]) -> Result<Self, PictureError> {
        let mut jpeg = Jpeg::read(bytes)?;
        let pixels = u64::from(jpeg.size.0) * u64::from(jpeg.size.1);
        // CMYK comes out as RGB.
        let samples = if jpeg.components == 1 { 1 } else { 3 };
        Ok(Self {
            bytes,
            format: PictureFormat::Jpeg,
            orientation: jpeg.orientation,
            size: jpeg.size,
            decoded_bytes: pixels * samples + jpeg.coefficient_bytes,
            // A profile of grey or CMYK is no use for what is decoded.
            icc: jpeg.icc.take().filter(|_| jpeg.components == 3),
            ended: (!jpeg.has_end).then(|| jpeg.ended(bytes)),
            jpeg: Some(jpeg),
        })
    }

    fn read_other(bytes: &'a [u8], format: PictureFormat) -> Result<Self, PictureError> {
        check_whole(bytes, format)?;
        let mut decoder = open(bytes, format)?;
        let size = decoder.dimensions();
        let pixels = u64::from(size.0) * u64::from(size.1);
        let color_type = decoder.color_type();
        // 16 bits are narrowed into a second buffer, the rest in place.
        let narrowed = match color_type {
            ColorType::L8 | ColorType::La8 | ColorType::Rgb8 | ColorType::Rgba8 => 0,
            _ => u64::from(color_type.channel_count()),
        };
        Ok(Self {
            bytes,
            format,
            // Metadata that cannot be read says nothing; that is no damage.
            orientation: decoder.orientation().unwrap_or(Orientation::NoTransforms),
            size,
            decoded_bytes: pixels * (u64::from(color_type.bytes_per_pixel()) + narrowed),
            icc: decoder.icc_profile().ok().flatten(),
            jpeg: None,
            ended: None,
        })
    }

    /// Width and height as the picture is to be seen.
    pub(crate) fn upright_size(&self) -> (u32, u32) {
        if lies_on_its_side(self.orientation) { (self.size.1, self.size.0) } else { self.size }
    }

    /// About how much memory decoding it takes, besides the file.
    pub(crate) fn decoded_bytes(&self) -> u64 {
        self.decoded_bytes
    }

    /// The conversion to sRGB its colour profile asks for, if that can be seen.
    pub(crate) fn correction(&self) -> Option<Correction> {
        self.icc.as_deref().and_then(Correction::from_profile)
    }

    /// The segments, if it is a JPEG that can stand in a PDF as it is coded
    /// and is upright as it is stored.
    pub(crate) fn plain_jpeg(&self) -> Option<&Jpeg> {
        self.jpeg
            .as_ref()
            .filter(|jpeg| jpeg.is_plain() && self.orientation == Orientation::NoTransforms)
    }

    /// A decoder for the picture.
    ///
    /// # Errors
    /// If it understands the header otherwise than [`Self::read`] did.
    pub(crate) fn decoder(&self) -> Result<impl ImageDecoder, PictureError> {
        open(self.ended.as_deref().unwrap_or(self.bytes), self.format)
    }
}

/// Runs foreign code over foreign bytes: should it panic, the picture is
/// damaged and the report lives.
pub(crate) fn guarded<T>(
    read: impl FnOnce() -> Result<T, PictureError>,
) -> Result<T, PictureError> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(PictureError::damaged("the decoder gave up")))
}

/// The crate's own name for a format.
fn image_format(format: PictureFormat) -> ImageFormat {
    match format {
        PictureFormat::Jpeg => ImageFormat::Jpeg,
        PictureFormat::Png => ImageFormat::Png,
        PictureFormat::Gif => ImageFormat::Gif,
        PictureFormat::Bmp => ImageFormat::Bmp,
        PictureFormat::WebP => ImageFormat::WebP,
    }
}

/// Opens a decoder that sets aside no more memory than the largest picture
/// needs, whatever a header claims.
fn open(bytes: &[u8], format: PictureFormat) -> Result<impl ImageDecoder, PictureError> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_PIXELS * 4);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), image_format(format));
    reader.limits(limits);
    reader.into_decoder().map_err(|error| refusal(&error, format))
}

/// Says in our terms what a decoder says in its own.
pub(crate) fn refusal(error: &ImageError, format: PictureFormat) -> PictureError {
    match error {
        ImageError::Unsupported(_) => {
            PictureError::Unsupported { looks_like: ForeignFormat::Unusual(format) }
        }
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            PictureError::Truncated { format }
        }
        error => PictureError::damaged(error),
    }
}
