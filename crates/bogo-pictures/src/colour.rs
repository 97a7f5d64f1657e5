//! Converts pictures with a colour profile of their own to sRGB.
//!
//! Phones photograph in Display P3, cameras may in Adobe RGB. Dropping such a
//! profile makes colours paler, keeping it would leave the conversion to each
//! reader of the PDF. Both are matrix profiles, three curves and nine numbers,
//! so the conversion is done here; it is the same on any machine, which
//! libraries with SIMD in floating point do not promise. Profiles with tables
//! (printers, some scanners) are ignored.

use crate::raster::Raster;

/// Linear light of full strength; fine enough for the darkest steps of sRGB.
const FULL: f64 = 65535.0;
/// What stands for 1 in the matrix.
const ONE: f64 = 16384.0;
/// Differences of up to so many steps of 255 are the rounding of profiles that
/// mean sRGB, and not worth encoding a picture again for.
const INVISIBLE: u8 = 2;

/// Nine numbers, a row for each result.
type Matrix = [[f64; 3]; 3];

/// From XYZ of the profile connection space (D50) to linear sRGB: the inverse
/// of the colorants in the ICC's own sRGB profile.
const XYZ_TO_SRGB: Matrix = [
    [3.134_096, -1.617_400, -0.490_638],
    [-0.978_793, 1.916_295, 0.033_454],
    [0.071_971, -0.228_987, 1.405_380],
];

/// A conversion to sRGB, as tables and whole numbers.
pub(crate) struct Correction {
    /// Linear light for each value of red, green and blue.
    curves: [[i64; 256]; 3],
    matrix: [[i64; 3]; 3],
    /// The value of sRGB for each strength of linear light.
    encoded: Vec<u8>,
}

impl Correction {
    /// The conversion an ICC profile asks for, or `None` if it asks for none
    /// that can be seen, is not of three curves and a matrix, or is damaged.
    pub(crate) fn from_profile(profile: &[u8]) -> Option<Self> {
        let correction = Self::read(profile)?;
        let steps = [0, 51, 102, 153, 204, 255];
        let visible = steps.iter().any(|&r| {
            steps.iter().any(|&g| {
                steps.iter().any(|&b| {
                    let before = [r, g, b];
                    let after = correction.convert(before);
                    (0..3).any(|i| before[i].abs_diff(after[i]) > INVISIBLE)
                })
            })
        });
        visible.then_some(correction)
    }

    fn read(profile: &[u8]) -> Option<Self> {
        if profile.get(16..24)? != b"RGB XYZ " || profile.get(36..40)? != b"acsp" {
            return None;
        }
        let red = colorant(tag(profile, b"rXYZ")?)?;
        let green = colorant(tag(profile, b"gXYZ")?)?;
        let blue = colorant(tag(profile, b"bXYZ")?)?;
        let matrix = XYZ_TO_SRGB.map(|row| {
            [red, green, blue].map(|c| {
                let sum = row[0] * c[0] + row[1] * c[1] + row[2] * c[2];
                (sum * ONE).round() as i64
            })
        });
        let curves = [
            curve(tag(profile, b"rTRC")?)?,
            curve(tag(profile, b"gTRC")?)?,
            curve(tag(profile, b"bTRC")?)?,
        ];
        Some(Self { curves, matrix, encoded: srgb_encoding() })
    }

    /// Converts every pixel; grey has no colour to convert.
    pub(crate) fn apply(&self, raster: &mut Raster) {
        if let Raster::Colour(image) = raster {
            for pixel in image.pixels_mut() {
                pixel.0 = self.convert(pixel.0);
            }
        }
    }

    fn convert(&self, [r, g, b]: [u8; 3]) -> [u8; 3] {
        let linear = [
            self.curves[0][usize::from(r)],
            self.curves[1][usize::from(g)],
            self.curves[2][usize::from(b)],
        ];
        self.matrix.map(|row| {
            let sum = row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2];
            // Colours outside sRGB are moved to its edge.
            let strength = (sum / ONE as i64).clamp(0, FULL as i64);
            self.encoded[strength as usize]
        })
    }
}

/// The content of one tag of a profile.
fn tag<'a>(profile: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    let count = u32_at(profile, 128)?.min(100) as usize;
    let entries = profile.get(132..)?.chunks_exact(12).take(count);
    let entry = entries.clone().find(|entry| entry.starts_with(name))?;
    let (start, length) = (u32_at(entry, 4)? as usize, u32_at(entry, 8)? as usize);
    profile.get(start..start.checked_add(length)?)
}

/// The XYZ of a primary colour.
fn colorant(tag: &[u8]) -> Option<[f64; 3]> {
    tag.starts_with(b"XYZ ").then_some(())?;
    Some([fixed_at(tag, 8)?, fixed_at(tag, 12)?, fixed_at(tag, 16)?])
}

/// Linear light for each of 256 values, by a curve of either kind.
fn curve(tag: &[u8]) -> Option<[i64; 256]> {
    let mut strengths = [0; 256];
    let shape = Shape::read(tag)?;
    for (value, strength) in strengths.iter_mut().enumerate() {
        let light = shape.light(value as f64 / 255.0).clamp(0.0, 1.0);
        *strength = (light * FULL).round() as i64;
    }
    Some(strengths)
}

/// The two ways a profile writes a curve.
enum Shape<'a> {
    /// Samples of 16 bits at even distances; at least two of them.
    Sampled(&'a [u8]),
    /// `(a·x + b)^g + e` from `d` on, and `c·x + f` below.
    Function { g: f64, a: f64, b: f64, c: f64, d: f64, e: f64, f: f64 },
}

impl<'a> Shape<'a> {
    fn read(tag: &'a [u8]) -> Option<Self> {
        let power = |g| Self::Function { g, a: 1.0, b: 0.0, c: 0.0, d: 0.0, e: 0.0, f: 0.0 };
        if tag.starts_with(b"curv") {
            return Some(match u32_at(tag, 8)? as usize {
                0 => power(1.0),
                1 => power(f64::from(u16_at(tag, 12)?) / 256.0),
                count => Self::Sampled(tag.get(12..count.checked_mul(2)?.checked_add(12)?)?),
            });
        }
        tag.starts_with(b"para").then_some(())?;
        let number = |index: usize| fixed_at(tag, 12 + 4 * index);
        let g = number(0)?;
        let (a, b) = match u16_at(tag, 8)? {
            0 => return Some(power(g)),
            _ => (number(1)?, number(2)?),
        };
        // The first two kinds begin where `a·x + b` does.
        let begin = if a == 0.0 { 0.0 } else { -b / a };
        let (c, d, e, f) = match u16_at(tag, 8)? {
            1 => (0.0, begin, 0.0, 0.0),
            2 => (0.0, begin, number(3)?, number(3)?),
            3 => (number(3)?, number(4)?, 0.0, 0.0),
            4 => (number(3)?, number(4)?, number(5)?, number(6)?),
            _ => return None,
        };
        Some(Self::Function { g, a, b, c, d, e, f })
    }

    /// The linear light of a value, both from 0 to 1; more or less than that
    /// if the profile is strange.
    fn light(&self, value: f64) -> f64 {
        match *self {
            Self::Sampled(samples) => {
                let last = samples.len() / 2 - 1;
                let place = value * last as f64;
                let (index, part) = (place as usize, place.fract());
                let sample = |index: usize| {
                    let at = 2 * index.min(last);
                    f64::from(u16::from_be_bytes([samples[at], samples[at + 1]]))
                };
                (sample(index) * (1.0 - part) + sample(index + 1) * part) / FULL
            }
            Self::Function { g, a, b, d, e, .. } if value >= d => {
                power((a * value + b).max(0.0), g) + e
            }
            Self::Function { c, f, .. } => c * value + f,
        }
    }
}

/// The value of sRGB for each of 65536 strengths of linear light.
fn srgb_encoding() -> Vec<u8> {
    let light = |value: f64| {
        if value <= 0.04045 { value / 12.92 } else { power((value + 0.055) / 1.055, 2.4) }
    };
    let mut encoded = Vec::with_capacity(FULL as usize + 1);
    for value in 0..255u8 {
        // Up to half way to the next value, this one is the nearest.
        let end = light((f64::from(value) + 0.5) / 255.0) * FULL;
        encoded.resize(end.ceil() as usize, value);
    }
    encoded.resize(FULL as usize + 1, 255);
    encoded
}

/// `base` to the power of `exponent`, the same on any machine.
///
/// The standard library asks the system, whose answers differ in the last bit.
fn power(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_be_bytes(*bytes))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_be_bytes(*bytes))
}

/// A number with sixteen bits behind the point.
fn fixed_at(bytes: &[u8], at: usize) -> Option<f64> {
    u32_at(bytes, at).map(|bits| f64::from(bits as i32) / 65536.0)
}
