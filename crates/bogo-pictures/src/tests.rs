//! Behaviour of the pipeline as a whole, on pictures made by `fixtures`.

mod batches;
mod fixtures;
mod refusals;
mod seen;
mod unended;

use image::{GrayImage, ImageFormat, Luma, Rgb, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::ColorType;

use crate::*;
use fixtures::*;

fn decoded(prepared: &[u8]) -> RgbImage {
    let image = image::load_from_memory(prepared).unwrap().into_rgb8();
    assert_eq!(image.dimensions(), size(prepared));
    image
}

fn format_of(prepared: &[u8]) -> PictureFormat {
    inspect(prepared).unwrap().format
}

#[track_caller]
fn assert_near(actual: Rgb<u8>, expected: [u8; 3], tolerance: u8) {
    let near = (0..3).all(|i| actual.0[i].abs_diff(expected[i]) <= tolerance);
    assert!(near, "{actual:?} is not near {expected:?}");
}

#[track_caller]
fn assert_quarters(image: &RgbImage) {
    let (right, bottom) = (image.width() - 3, image.height() - 3);
    assert_near(*image.get_pixel(2, 2), RED, 12);
    assert_near(*image.get_pixel(right, 2), GREEN, 12);
    assert_near(*image.get_pixel(2, bottom), BLUE, 12);
    assert_near(*image.get_pixel(right, bottom), YELLOW, 12);
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// An upright picture stored as the definition of an EXIF orientation says:
/// which sides of it the first row and the first column are.
fn stored(upright: &RgbImage, orientation: u8) -> RgbImage {
    let (width, height) = upright.dimensions();
    let row_is_right = matches!(orientation, 6 | 7);
    let column_is_bottom = matches!(orientation, 7 | 8);
    let row_is_bottom = matches!(orientation, 3 | 4);
    let column_is_right = matches!(orientation, 2 | 3);
    let from = |end: bool, at: u32, length: u32| if end { length - 1 - at } else { at };
    if orientation < 5 {
        RgbImage::from_fn(width, height, |column, row| {
            let x = from(column_is_right, column, width);
            *upright.get_pixel(x, from(row_is_bottom, row, height))
        })
    } else {
        RgbImage::from_fn(height, width, |column, row| {
            let x = from(row_is_right, row, width);
            *upright.get_pixel(x, from(column_is_bottom, column, height))
        })
    }
}

#[test]
fn each_of_the_eight_orientations_comes_out_upright() {
    let upright = quarters(96, 64);
    for orientation in 1..=8 {
        let extras = Extras { orientation: Some(orientation), ..Extras::default() };
        let bytes = jpeg(&stored(&upright, orientation), &extras);
        let info = inspect(&bytes).unwrap();
        assert_eq!((info.width, info.height), (96, 64), "orientation {orientation}");
        for pixels in [48, 96] {
            let prepared = prepare(&bytes, &placed(pixels, None)).unwrap();
            assert_eq!(size(&prepared), (pixels, pixels * 2 / 3));
            assert_quarters(&decoded(&prepared));
        }
    }
}

#[test]
fn orientation_is_honoured_in_png_too() {
    let bytes = png_with_exif(&stored(&quarters(96, 64), 6), 6);
    let prepared = prepare(&bytes, &placed(96, None)).unwrap();
    assert_quarters(&decoded(&prepared));
}

#[test]
fn neither_place_nor_author_survive_in_any_output() {
    let image = quarters(96, 64);
    let mut trailing = jpeg(&image, &Extras { orientation: Some(1), ..Extras::default() });
    trailing.extend(b"MPF second picture with GPS and Exif\0\0");
    let turned = jpeg(&image, &Extras { orientation: Some(6), ..Extras::default() });
    for bytes in [trailing, turned, png_with_exif(&image, 1)] {
        assert!(contains(&bytes, b"GPS"));
        for pixels in [48, 96] {
            let prepared = prepare(&bytes, &placed(pixels, None)).unwrap();
            for mark in [&b"Exif"[..], b"eXIf", b"GPS", b"IPTC", b"\x25\x88\x04\0", b"MPF"] {
                assert!(!contains(&prepared, mark), "{mark:?} in {:?}", format_of(&prepared));
            }
        }
    }
}

#[test]
fn a_jpeg_that_fits_passes_through_with_its_coded_data_untouched() {
    for progressive in [false, true] {
        let extras = Extras { orientation: Some(1), progressive, ..Extras::default() };
        let bytes = jpeg(&photograph(120, 80), &extras);
        let prepared = prepare(&bytes, &placed(110, Some(1.5))).unwrap();
        let scan = bytes.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
        assert!(prepared.len() < bytes.len());
        assert!(prepared.ends_with(&bytes[scan..]));
        let before = image::load_from_memory(&bytes).unwrap().into_rgb8();
        assert_eq!(decoded(&prepared), before);
    }
}

#[test]
fn what_was_prepared_passes_through_unchanged() {
    let bytes = jpeg(&photograph(300, 200), &Extras::default());
    let once = prepare(&bytes, &placed(150, None)).unwrap();
    let twice = prepare(&once, &placed(150, None)).unwrap();
    assert_eq!(once.len(), twice.len());
    assert_eq!(decoded(&once), decoded(&twice));
}

#[test]
fn a_jpeg_of_coarse_quality_is_not_made_larger_by_shrinking_it() {
    let mut bytes = Vec::new();
    jpeg_encoder::Encoder::new(&mut bytes, 5)
        .encode(&photograph(300, 200), 300, 200, ColorType::Rgb)
        .unwrap();
    let prepared = prepare(&bytes, &placed(250, None)).unwrap();
    assert_eq!(size(&prepared).0, 300);
    assert!(prepared.len() <= bytes.len());
}

#[test]
fn a_crop_keeps_the_centre() {
    let (stripe, rest) = ([250, 250, 250], [10, 10, 10]);
    let wide = RgbImage::from_fn(300, 100, |x, _| {
        Rgb(if (100..200).contains(&x) { stripe } else { rest })
    });
    let tall = image::imageops::rotate90(&wide);
    for bytes in [file(wide.clone(), ImageFormat::Png), file(tall, ImageFormat::Png)] {
        for pixels in [50, 100, 400] {
            let image = decoded(&prepare(&bytes, &placed(pixels, Some(1.0))).unwrap());
            assert_eq!(image.width(), pixels.min(100));
            assert_eq!(image.height(), image.width());
            assert!(image.pixels().all(|pixel| pixel.0[0] > 200));
        }
    }
    let turned = Extras { orientation: Some(6), ..Extras::default() };
    let bytes = jpeg(&stored(&wide, 6), &turned);
    let image = decoded(&prepare(&bytes, &placed(50, Some(1.0))).unwrap());
    assert!(image.pixels().all(|pixel| pixel.0[0] > 200));
}

#[test]
fn a_shape_that_is_off_by_rounding_is_not_cut() {
    let bytes = file(quarters(400, 300), ImageFormat::Png);
    let prepared = prepare(&bytes, &placed(400, Some(1.333))).unwrap();
    assert_eq!(size(&prepared), (400, 300));
}

#[test]
fn nothing_is_ever_made_larger() {
    let image = quarters(40, 30);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Bmp] {
        let bytes = file(image.clone(), format);
        let prepared = prepare(&bytes, &placed(2000, None)).unwrap();
        assert_eq!(size(&prepared), (40, 30));
    }
}

#[test]
fn a_few_pixels_too_many_are_left_alone() {
    let bytes = file(quarters(114, 50), ImageFormat::Png);
    assert_eq!(size(&prepare(&bytes, &placed(100, None)).unwrap()).0, 114);
    assert_eq!(size(&prepare(&bytes, &placed(99, None)).unwrap()).0, 99);
}

#[test]
fn transparency_becomes_white_paper() {
    let image = RgbaImage::from_fn(64, 64, |x, _| match x / 16 {
        0 => Rgba([200, 0, 0, 0]),
        1 => Rgba([0, 0, 0, 128]),
        _ => Rgba([0, 0, 200, 255]),
    });
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let prepared = prepare(&file(image.clone(), format), &placed(64, None)).unwrap();
        let dynamic = image::load_from_memory(&prepared).unwrap();
        assert!(!dynamic.color().has_alpha());
        let flat = dynamic.into_rgb8();
        assert_near(*flat.get_pixel(5, 5), [255, 255, 255], 0);
        assert_near(*flat.get_pixel(60, 5), [0, 0, 200], 4);
        if format != ImageFormat::Gif {
            assert_near(*flat.get_pixel(20, 5), [127, 127, 127], 1);
        }
    }
}

#[test]
fn a_bitmap_whose_alpha_was_never_set_is_not_blank() {
    let bytes = file(RgbaImage::from_pixel(8, 8, Rgba([10, 20, 200, 0])), ImageFormat::Bmp);
    let prepared = prepare(&bytes, &placed(8, None)).unwrap();
    assert_near(*decoded(&prepared).get_pixel(4, 4), [10, 20, 200], 0);
}

#[test]
fn graphics_stay_lossless_and_photographs_do_not() {
    for format in [ImageFormat::Png, ImageFormat::Bmp, ImageFormat::WebP, ImageFormat::Gif] {
        let graphic = prepare(&file(quarters(200, 200), format), &placed(200, None)).unwrap();
        assert_eq!(format_of(&graphic), PictureFormat::Png, "{format:?}");
    }
    let bytes = file(photograph(200, 200), ImageFormat::Png);
    let photograph = prepare(&bytes, &placed(200, None)).unwrap();
    assert_eq!(format_of(&photograph), PictureFormat::Jpeg);
}

#[test]
fn grey_stays_grey_and_sixteen_bits_become_eight() {
    let grey = GrayImage::from_fn(64, 64, |x, y| Luma([(x * 2 + y) as u8]));
    let deep = image::ImageBuffer::from_fn(64, 64, |x, _| Luma([x as u16 * 1024]));
    let grey_rgb = RgbImage::from_fn(64, 64, |x, _| Rgb([(x * 3) as u8; 3]));
    for bytes in [
        file(grey.clone(), ImageFormat::Png),
        file(grey, ImageFormat::Jpeg),
        file(image::DynamicImage::ImageLuma16(deep), ImageFormat::Png),
        file(grey_rgb, ImageFormat::Bmp),
    ] {
        for pixels in [32, 64] {
            let prepared = prepare(&bytes, &placed(pixels, None)).unwrap();
            let color = image::load_from_memory(&prepared).unwrap().color();
            assert_eq!(color, image::ColorType::L8);
        }
    }
}

#[test]
fn cmyk_jpegs_become_ordinary_ones() {
    // No ink, and cyan.
    for (ink, seen) in [([0; 4], [255; 3]), ([255, 0, 0, 0], [0, 255, 255])] {
        for color in [ColorType::Cmyk, ColorType::CmykAsYcck] {
            let bytes = plain_jpeg(&ink, color);
            let prepared = prepare(&bytes, &placed(32, None)).unwrap();
            assert_near(*decoded(&prepared).get_pixel(9, 9), seen, 6);
            assert!(inspect(&prepared).is_ok());
        }
    }
}

#[test]
fn a_jpeg_that_codes_red_green_and_blue_is_read_as_it_says() {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    let adobe = b"Adobe\0\x64\0\0\0\0\0".to_vec();
    encoder.add_app_segment(14, adobe).unwrap();
    // The encoder passes on what it is told is YCbCr.
    encoder.encode(&RED.repeat(32 * 32), 32, 32, ColorType::Ycbcr).unwrap();
    let prepared = prepare(&bytes, &placed(32, None)).unwrap();
    assert_near(*decoded(&prepared).get_pixel(9, 9), RED, 4);
    assert!(!contains(&prepared, b"Adobe"));
}

#[test]
fn display_p3_is_converted_and_srgb_passes_through() {
    let in_p3_and_srgb = [([234, 51, 35], [255, 0, 0]), ([117, 251, 76], [0, 255, 0])];
    for (sent, meant) in in_p3_and_srgb {
        for (primaries, seen) in [(DISPLAY_P3, meant), (SRGB, sent)] {
            let extras = Extras { profile: Some(profile(primaries)), ..Extras::default() };
            let bytes = jpeg(&RgbImage::from_pixel(64, 64, Rgb(sent)), &extras);
            let prepared = prepare(&bytes, &placed(64, None)).unwrap();
            assert_near(*decoded(&prepared).get_pixel(9, 9), seen, 4);
            assert!(!contains(&prepared, b"ICC_PROFILE"));
        }
    }
}

/// The result for one picture, of which every step is fixed. Should this fail
/// on another machine, the pipeline depends on the machine; should it fail
/// after a change, the change must raise `PIPELINE_VERSION`.
#[test]
fn the_bytes_are_the_same_on_every_machine() {
    let extras = Extras { profile: Some(profile(DISPLAY_P3)), ..Extras::default() };
    let photograph = jpeg(&photograph(400, 300), &extras);
    let graphic = file(quarters(401, 301), ImageFormat::Png);
    let placement = placed(150, Some(1.2));
    let keys = [photograph, graphic].map(|bytes| {
        let prepared = prepare(&bytes, &placement).unwrap();
        cache_key(ContentHash::of(&prepared), &placement)
    });
    assert_eq!(keys, ["78d129c27b6aa60e007b0422fb5d5fc9", "9d920d4876a5e143b061b5c45d3fc1bb"]);
}
