//! A picture such as phones take.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder as _};

/// A photograph of 12 megapixels: broad shapes, and grain that does not
/// compress away. Each seed gives another one.
pub(crate) fn photograph(seed: u32) -> Vec<u8> {
    let (width, height) = (4032_u32, 3024_u32);
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    let mut grain = seed.wrapping_mul(2_654_435_761) | 1;
    for y in 0..height {
        for x in 0..width {
            grain ^= grain << 13;
            grain ^= grain >> 17;
            grain ^= grain << 5;
            let shape = ((x / (40 + seed)) ^ (y / 61)) % 5 * 30;
            let noise = grain % 24;
            pixels.push((shape + x * 60 / width + noise) as u8);
            pixels.push((shape + y * 80 / height + noise) as u8);
            pixels.push((120 + shape / 2 + noise) as u8);
        }
    }
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90)
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .expect("a photograph");
    bytes
}
