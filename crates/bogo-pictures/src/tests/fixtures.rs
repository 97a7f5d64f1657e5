//! Small pictures, made rather than kept.

use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use std::io::Cursor;

use crate::{Placement, inspect};

pub(super) const RED: [u8; 3] = [200, 30, 30];
pub(super) const GREEN: [u8; 3] = [30, 160, 60];
pub(super) const BLUE: [u8; 3] = [30, 60, 190];
pub(super) const YELLOW: [u8; 3] = [220, 200, 40];

/// A placement on which a picture of 150 dpi is this many pixels wide.
pub(super) fn placed(pixels: u32, crop: Option<f64>) -> Placement {
    Placement { width_mm: f64::from(pixels) / 150.0 * 25.4, crop, dpi: 150 }
}

/// Width and height of a prepared picture.
pub(super) fn size(prepared: &[u8]) -> (u32, u32) {
    let info = inspect(prepared).unwrap();
    (info.width, info.height)
}

/// Red and green above, blue and yellow below.
pub(super) fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => YELLOW,
        })
    })
}

/// Something no lossless format makes small: smooth, with grain.
pub(super) fn photograph(width: u32, height: u32) -> RgbImage {
    let mut random = Random(7);
    RgbImage::from_fn(width, height, |x, y| {
        let grain = random.below(24);
        Rgb([x * 200 / width, y * 200 / height, (x + y) * 100 / (width + height)]
            .map(|level| (level + grain) as u8))
    })
}

/// An EXIF block with an orientation and a place.
pub(super) fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend([0; 4]);
    exif.extend(b"GPS 37.5665N 126.9780E");
    exif
}

/// What is put into a JPEG besides its picture.
#[derive(Default)]
pub(super) struct Extras {
    pub(super) orientation: Option<u8>,
    pub(super) profile: Option<Vec<u8>>,
    pub(super) progressive: bool,
}

pub(super) fn jpeg(image: &RgbImage, extras: &Extras) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 92);
    encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
    encoder.set_progressive(extras.progressive);
    if let Some(orientation) = extras.orientation {
        encoder.add_exif_metadata(&exif(orientation)).unwrap();
        encoder.add_app_segment(13, b"Photoshop 3.0\0 IPTC by-line".to_vec()).unwrap();
    }
    if let Some(profile) = &extras.profile {
        encoder.add_icc_profile(profile).unwrap();
    }
    let (width, height) = (image.width() as u16, image.height() as u16);
    encoder.encode(image, width, height, ColorType::Rgb).unwrap();
    bytes
}

/// A JPEG of one colour, its samples coded as the type says.
pub(super) fn plain_jpeg(samples: &[u8], color: ColorType) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    encoder.set_sampling_factor(SamplingFactor::R_4_4_4);
    encoder.encode(&samples.repeat(32 * 32), 32, 32, color).unwrap();
    bytes
}

pub(super) fn file(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub(super) fn png_with_exif(image: &RgbImage, orientation: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif(orientation)).unwrap();
    let (width, height) = image.dimensions();
    encoder.write_image(image, width, height, image::ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// The profile a screen has with these primaries, and the curve of sRGB.
pub(super) fn profile([red, green, blue]: [[f64; 3]; 3]) -> Vec<u8> {
    let fixed = |number: f64| ((number * 65536.0).round() as i32).to_be_bytes();
    let colorant = |c: [f64; 3]| [b"XYZ \0\0\0\0".to_vec(), c.map(fixed).concat()].concat();
    let numbers = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045];
    let curve = [b"para\0\0\0\0\0\x03\0\0".to_vec(), numbers.map(fixed).concat()].concat();
    let tags = [
        (b"rXYZ", colorant(red)),
        (b"gXYZ", colorant(green)),
        (b"bXYZ", colorant(blue)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut header = vec![0; 128];
    header[16..24].copy_from_slice(b"RGB XYZ ");
    header[36..40].copy_from_slice(b"acsp");
    header.extend((tags.len() as u32).to_be_bytes());
    let (mut table, mut data) = (Vec::new(), Vec::new());
    for (name, content) in &tags {
        let start = header.len() + 12 * tags.len() + data.len();
        table.extend(*name);
        table.extend((start as u32).to_be_bytes());
        table.extend((content.len() as u32).to_be_bytes());
        data.extend(content);
    }
    [header, table, data].concat()
}

/// The primaries of sRGB, as its profile has them.
pub(super) const SRGB: [[f64; 3]; 3] =
    [[0.43607, 0.22249, 0.01392], [0.38515, 0.71687, 0.09708], [0.14307, 0.06061, 0.71410]];
/// The primaries of Display P3, as Apple's profile has them.
pub(super) const DISPLAY_P3: [[f64; 3]; 3] =
    [[0.51512, 0.24120, -0.00105], [0.29198, 0.69225, 0.04189], [0.15710, 0.06657, 0.78407]];

/// Numbers that look random and are the same every time.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as u32 % limit
    }
}
