//! What is refused, under which name, and that nothing panics.

use image::ImageFormat;
use jpeg_encoder::ColorType;

use super::fixtures::*;
use crate::*;

#[test]
fn a_baseline_jpeg_in_several_scans_is_refused_rather_than_shown_in_wrong_colours() {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(&quarters(64, 48), 64, 48, ColorType::Rgb).unwrap();
    let looks_like = ForeignFormat::Unusual(PictureFormat::Jpeg);
    assert_eq!(inspect(&bytes), Err(PictureError::Unsupported { looks_like }));
}

#[test]
fn files_that_are_no_pictures_are_called_by_their_names() {
    use ForeignFormat as F;
    let cases: [(&[u8], F); 15] = [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", F::Heic),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", F::Heic),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", F::Avif),
        (b"\0\0\0\x18ftypqt  \0\0\0\0", F::Video),
        (b"<?xml version='1.0'?>\n<svg xmlns=''/>", F::Svg),
        (b"\xEF\xBB\xBF <SVG/>", F::Svg),
        (b"<!DOCTYPE html><html><svg/></html>", F::Html),
        (b"II*\0\x08\0\0\0", F::Tiff),
        (b"%PDF-1.7\n", F::Pdf),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...HWP Document File...", F::Hwp),
        (b"PK\x03\x04..........mimetypeapplication/hwp+zip", F::Hwp),
        (b"PK\x03\x04..........[Content_Types].xml", F::Office),
        (b"8BPS\0\x01", F::Photoshop),
        (b"\xFF\x0A\xFA\x1F", F::JpegXl),
        (b"no picture at all", F::Unknown),
    ];
    for (bytes, looks_like) in cases {
        let expected = Err(PictureError::Unsupported { looks_like });
        assert_eq!(inspect(bytes), expected);
    }
    assert_eq!(inspect(b""), Err(PictureError::Empty));
    assert!(matches!(inspect(&[0; 9000]), Err(PictureError::Damaged { .. })));
}

#[test]
fn a_file_that_was_cut_off_is_called_truncated_wherever_it_was_cut() {
    let image = photograph(64, 48);
    for format in
        [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Bmp, ImageFormat::Gif]
    {
        let whole = file(image.clone(), format);
        let lossless_webp_header = 40;
        for length in [lossless_webp_header, whole.len() / 2, whole.len() * 9 / 10] {
            let error = prepare(&whole[..length], &placed(64, None)).unwrap_err();
            assert!(
                matches!(error, PictureError::Truncated { .. }),
                "{format:?} cut at {length}: {error:?}"
            );
        }
    }
}

/// The checksum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 * (crc & 1)))
    })
}

#[test]
fn decompression_bombs_are_refused_by_their_header() {
    let mut png = file(quarters(8, 8), ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let checksum = crc(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&checksum);
    let mut jpeg = jpeg(&quarters(8, 8), &Extras::default());
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].fill(0xFF);
    let mut bmp = file(quarters(8, 8), ImageFormat::Bmp);
    bmp[18..26].copy_from_slice(&[0, 0xF0, 0, 0, 0, 0xF0, 0, 0]);
    let gif = b"GIF89a\xFF\xFF\xFF\xFF\0\0\0\x2C\0\0\0\0\xFF\xFF\xFF\xFF\0\x02\0\x3B".to_vec();
    for bytes in [png, jpeg, bmp, gif] {
        let expected = |pixels| pixels > MAX_PIXELS;
        match inspect(&bytes) {
            Err(PictureError::TooLarge { pixels }) => assert!(expected(pixels)),
            other => panic!("{other:?} for {:?}", &bytes[..4]),
        }
    }
}

#[test]
fn a_placement_that_is_no_place_is_the_callers_mistake() {
    let bytes = file(quarters(8, 8), ImageFormat::Png);
    for (width_mm, crop, dpi) in [
        (0.0, None, 150),
        (f64::NAN, None, 150),
        (80.0, Some(-1.0), 150),
        (80.0, Some(f64::INFINITY), 150),
        (80.0, None, 0),
    ] {
        let placement = Placement { width_mm, crop, dpi };
        assert_eq!(prepare(&bytes, &placement), Err(PictureError::Unplaceable));
    }
    let sliver = placed(100, Some(1e-9));
    assert_eq!(size(&prepare(&bytes, &sliver).unwrap()).0, 1);
}

#[test]
fn mutated_pictures_are_refused_or_prepared_but_never_panic() {
    let image = photograph(48, 32);
    let progressive = Extras { orientation: Some(5), progressive: true, ..Extras::default() };
    let originals = [
        jpeg(&image, &Extras { profile: Some(profile(DISPLAY_P3)), ..Extras::default() }),
        jpeg(&image, &progressive),
        file(image.clone(), ImageFormat::Png),
        file(image.clone(), ImageFormat::Gif),
        file(image.clone(), ImageFormat::Bmp),
        file(image, ImageFormat::WebP),
    ];
    let mut random = Random(42);
    for original in &originals {
        for _ in 0..150 {
            let mut bytes = original.clone();
            for _ in 0..=random.below(6) {
                // Headers are where mistakes are; most mutations go there.
                let reach = if random.below(3) == 0 { bytes.len() } else { 200 };
                let at = random.below(reach.min(bytes.len()) as u32) as usize;
                bytes[at] = random.below(256) as u8;
            }
            if random.below(5) == 0 {
                bytes.truncate(random.below(bytes.len() as u32) as usize);
            }
            if let (Ok(info), Ok(prepared)) =
                (inspect(&bytes), prepare(&bytes, &placed(24, Some(1.5))))
            {
                let (width, height) = size(&prepared);
                assert!(width <= info.width && height <= info.height);
            }
        }
    }
}

#[test]
fn garbage_is_refused_but_never_panics() {
    let mut random = Random(1);
    let beginnings: [&[u8]; 7] = [
        b"",
        b"\xFF\xD8\xFF",
        b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR",
        b"GIF89a",
        b"BM",
        b"RIFF\x40\0\0\0WEBPVP8 ",
        b"\0\0\0\x20ftyp",
    ];
    for beginning in beginnings {
        for _ in 0..200 {
            let length = random.below(300) as usize;
            let rest = std::iter::repeat_with(|| random.below(256) as u8).take(length);
            let bytes: Vec<u8> = beginning.iter().copied().chain(rest).collect();
            assert!(inspect(&bytes).is_err() || prepare(&bytes, &placed(9, None)).is_err());
        }
    }
}
