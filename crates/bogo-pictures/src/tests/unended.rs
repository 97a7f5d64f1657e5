//! JPEG files without their end: whole ones, as Galaxy phones write
//! panoramas, and others.

use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::fixtures::*;
use crate::*;

/// What a camera puts behind a picture: it looks like segments, and is none.
fn trailer() -> Vec<u8> {
    let mut random = Random(5);
    let mut bytes = b"\xFF\xC4\x00\x03\x09\xFF\xE1\xFF\xFF\xFF\xC3Panorama_Shot_Info".to_vec();
    bytes.extend(std::iter::repeat_with(|| random.below(254) as u8).take(300));
    bytes.extend(b"SEFH\x6b\0\0\0\x02\0\0\0SEFT");
    bytes
}

fn coded(image: &RgbImage, color: ColorType, sampling: SamplingFactor, restart: u16) -> Vec<u8> {
    let samples = match color {
        ColorType::Luma => image::DynamicImage::from(image.clone()).into_luma8().into_raw(),
        _ => image.as_raw().clone(),
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 90);
    encoder.set_sampling_factor(sampling);
    if restart > 0 {
        encoder.set_restart_interval(restart);
    }
    let (width, height) = (image.width() as u16, image.height() as u16);
    encoder.encode(&samples, width, height, color).unwrap();
    bytes
}

/// The codings that cameras use, of a picture that fills no last block.
fn whole() -> Vec<Vec<u8>> {
    let image = photograph(203, 61);
    vec![
        coded(&image, ColorType::Rgb, SamplingFactor::R_4_2_0, 0),
        coded(&image, ColorType::Rgb, SamplingFactor::R_4_2_2, 0),
        coded(&image, ColorType::Rgb, SamplingFactor::R_4_4_4, 0),
        coded(&image, ColorType::Rgb, SamplingFactor::R_4_2_0, 5),
        coded(&image, ColorType::Luma, SamplingFactor::R_4_4_4, 0),
    ]
}

#[test]
fn a_picture_whose_rows_are_all_there_needs_no_end() {
    for whole in whole() {
        let (rows, end) = whole.split_at(whole.len() - 2);
        assert_eq!(end, [0xFF, 0xD9]);
        for behind in [Vec::new(), vec![0; 40], trailer()] {
            let unended = [rows, &behind].concat();
            assert_eq!(inspect(&unended), inspect(&whole));
            for placement in [placed(203, None), placed(64, Some(1.5))] {
                assert_eq!(prepare(&unended, &placement), prepare(&whole, &placement));
            }
        }
    }
}

#[test]
fn a_picture_that_lacks_a_row_is_cut_off_whatever_follows_it() {
    for whole in whole() {
        for length in [whole.len() - 40, whole.len() * 3 / 4, whole.len() / 2] {
            for behind in [Vec::new(), trailer()] {
                let cut = [&whole[..length], &behind].concat();
                assert!(inspect(&cut).is_err(), "{length} of {}", whole.len());
            }
        }
    }
}

#[test]
fn a_progressive_picture_needs_its_end() {
    let extras = Extras { progressive: true, ..Extras::default() };
    let whole = jpeg(&photograph(64, 48), &extras);
    let unended = &whole[..whole.len() - 2];
    assert_eq!(inspect(unended), Err(PictureError::Truncated { format: PictureFormat::Jpeg }));
}

#[test]
fn a_picture_is_never_prepared_longer_than_what_reads_it_takes() {
    for bytes in [
        file(quarters(40, 20_000), image::ImageFormat::Png),
        coded(&quarters(40, 20_000), ColorType::Rgb, SamplingFactor::R_4_4_4, 0),
        coded(&quarters(20_000, 40), ColorType::Rgb, SamplingFactor::R_4_4_4, 0),
    ] {
        let prepared = prepare(&bytes, &placed(20_000, None)).unwrap();
        let (width, height) = size(&prepared);
        assert_eq!(width.max(height), 16_384);
        assert_eq!(width.min(height), 33);
    }
}
