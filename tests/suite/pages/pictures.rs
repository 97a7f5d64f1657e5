//! How sharp pictures are as they are printed.

use super::{edition, found};

#[test]
fn a_picture_of_fewer_than_150_pixels_per_inch_is_found() {
    // A row of one picture is 166.5 mm wide and 75.7 mm high.
    for (width, height, is_blurred) in
        [(984, 448, false), (983, 448, true), (984, 446, true), (4000, 446, true)]
    {
        let edition = edition(
            r#"{ "text": "글", "body": [{ "kind": "pictures", "photos":
                [{ "file": "images/own.png", "alt": "그림" }] }] }"#,
        );
        edition.write("images/own.png", picture(width, height));
        let found = found(&edition, "low-resolution");
        assert_eq!(!found.is_empty(), is_blurred, "{width}×{height}: {found:?}");
    }
}

#[test]
fn a_picture_on_150_pixels_per_inch_is_sharp_enough() {
    // Two side by side that are an inch wide each would need 150 pixels.
    let edition = edition(
        r#"{ "text": "글", "body": [{ "kind": "pictures", "ratio": "1:1", "photos":
            [{ "file": "images/own.png", "alt": "그림" }] }] }"#,
    );
    edition.write(
        "report.json",
        r#"{ "title": "보기", "date": "2026-09-30", "organisation": "시", "department": "과",
             "contents": "none", "theme": "inch", "chapters": [
             { "title": "일반", "sections": ["overview.json", "budget.json"] },
             { "title": "사업", "sections": ["projects/"] }] }"#,
    );
    // 210 − 2 × 26.8 − 4 mm are six inches.
    edition.write(
        "templates/themes/inch.json",
        r#"{ "page": { "side": "26.8mm" }, "standing": { "inset": "4mm" } }"#,
    );
    for (pixels, is_blurred) in [(900, false), (899, true)] {
        edition.write("images/own.png", picture(pixels, pixels));
        assert_eq!(!found(&edition, "low-resolution").is_empty(), is_blurred, "{pixels}");
    }
}

/// A picture of this size.
pub(super) fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut picture = std::io::Cursor::new(Vec::new());
    image::GrayImage::new(width, height)
        .write_to(&mut picture, image::ImageFormat::Png)
        .expect("a picture");
    picture.into_inner()
}
