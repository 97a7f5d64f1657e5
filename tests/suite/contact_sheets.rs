//! Small pictures of all pages of the reports of the repository, so that a
//! change of their look is seen in review.

use std::fs;
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage, imageops};

use crate::fixture::{proof, repository, updating};

/// Resolution of a page on a sheet, in pixels per inch.
const PPI: f64 = 20.0;

/// Pages side by side, and the pixels between them.
const ACROSS: u32 = 8;
const GAP: u32 = 6;

/// The cell of a page: A4 upright at [`PPI`].
const CELL: (u32, u32) = (166, 234);

/// Quality of the sheets as JPEG.
const QUALITY: u8 = 70;

/// How far a sheet may be from its picture in the repository, as the mean
/// difference of a pixel of 255.
const TOLERANCE: f64 = 1.5;

#[test]
fn the_sheets_show_the_reports_as_they_look() {
    for name in ["2024-q3", "namyangju-transport-2026-08", "jeonnam-arts-2019"] {
        let file = repository().join(format!("docs/contact-sheets/{name}.jpg"));
        let sheet = sheet(&repository().join("content").join(name));
        let mut encoded = Vec::new();
        JpegEncoder::new_with_quality(&mut encoded, QUALITY).encode_image(&sheet).expect("a JPEG");
        if updating() {
            assert!(encoded.len() < 400 << 10, "{name} has {} bytes", encoded.len());
            fs::write(&file, encoded).expect("a sheet");
            continue;
        }
        let found = image::load_from_memory(&encoded).expect("a picture").into_rgb8();
        let expected = image::open(&file).expect("a sheet").into_rgb8();
        assert_eq!(expected.dimensions(), found.dimensions(), "{name}: other pages");
        let difference = worst_cell(&expected, &found);
        assert!(difference < TOLERANCE, "{name} looks different ({difference:.2}); BOGO_UPDATE=1");
    }
}

/// The mean difference of the page that differs most.
fn worst_cell(expected: &RgbImage, found: &RgbImage) -> f64 {
    let (width, height) = (CELL.0 + GAP, CELL.1 + GAP);
    let mut worst = 0.0_f64;
    for top in (0..expected.height()).step_by(height as usize) {
        for left in (0..expected.width()).step_by(width as usize) {
            let right = (left + width).min(expected.width());
            let bottom = (top + height).min(expected.height());
            let mut sum = 0_u64;
            for (x, y) in (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))) {
                let pair = expected.get_pixel(x, y).0.into_iter().zip(found.get_pixel(x, y).0);
                sum += pair.map(|(one, other)| u64::from(one.abs_diff(other))).sum::<u64>();
            }
            let channels = f64::from(3 * (right - left) * (bottom - top));
            worst = worst.max(sum as f64 / channels);
        }
    }
    worst
}

/// All pages of an edition on one sheet.
fn sheet(folder: &Path) -> RgbImage {
    let proof = proof(folder);
    let count = proof.page_count() as u32;
    let rows = count.div_ceil(ACROSS);
    let (width, height) = (ACROSS * (CELL.0 + GAP) + GAP, rows * (CELL.1 + GAP) + GAP);
    let mut sheet = RgbImage::from_pixel(width, height, Rgb([120, 124, 130]));
    for index in 0..count {
        let png = proof.png(index as usize + 1, PPI).expect("a page");
        let page = image::load_from_memory(&png).expect("a picture").into_rgb8();
        let page = imageops::resize(&page, CELL.0, CELL.1, imageops::FilterType::Triangle);
        let left = GAP + index % ACROSS * (CELL.0 + GAP);
        let top = GAP + index / ACROSS * (CELL.1 + GAP);
        imageops::overlay(&mut sheet, &page, i64::from(left), i64::from(top));
    }
    sheet
}
