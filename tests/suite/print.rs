//! The PDF for a printing house.

use hayro_syntax::Pdf as Reader;

use crate::fixture::{Edition, first_report};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

fn build(arguments: &[&str]) -> Vec<u8> {
    let edition = Edition::copy_of(&first_report());
    let run = edition.build(arguments);
    assert_eq!(run.code, 0, "{}", run.stderr);
    edition.pdf().expect("a PDF")
}

/// The corners of a page's box.
fn corners(page: &hayro_syntax::page::Page<'_>, name: &[u8]) -> [f64; 4] {
    let rect = page.raw().get::<hayro_syntax::object::Rect>(name);
    let rect = rect.unwrap_or_else(|| panic!("no {}", String::from_utf8_lossy(name)));
    [rect.x0, rect.y0, rect.x1, rect.y1]
}

#[test]
fn trim_and_bleed_are_marked_on_every_page() {
    let reader = Reader::new(build(&["--print"])).expect("a PDF");
    let pages = reader.pages();
    assert_eq!(pages.len(), 19);
    for page in pages.iter() {
        let media = corners(page, b"MediaBox");
        let trim = corners(page, b"TrimBox");
        let bleed = corners(page, b"BleedBox");
        let size = [trim[2] - trim[0], trim[3] - trim[1]];
        assert!((size[0] - 210.0 * MM).abs() < 0.1 && (size[1] - 297.0 * MM).abs() < 0.1);
        for side in 0..4 {
            let outward = if side < 2 { -1.0 } else { 1.0 };
            let by = (bleed[side] - trim[side]) * outward;
            assert!((by - 3.0 * MM).abs() < 0.05, "the bleed is {by} points");
            assert!((media[side] - bleed[side]) * outward > 5.0 * MM, "no room for crop marks");
        }
    }
}

#[test]
fn pictures_have_300_dpi_at_their_printed_size_and_150_on_screen() {
    for (arguments, dpi) in [(&["--print"][..], 300.0), (&[], 150.0)] {
        let document = lopdf::Document::load_mem(&build(arguments)).expect("a PDF");
        let mut widths: Vec<f64> = Vec::new();
        for object in document.objects.values() {
            let Ok(stream) = object.as_stream() else { continue };
            let is_image = stream.dict.get(b"Subtype").and_then(lopdf::Object::as_name);
            if is_image.is_ok_and(|name| name == b"Image") {
                let width = stream.dict.get(b"Width").and_then(lopdf::Object::as_i64);
                widths.push(width.expect("a width") as f64);
            }
        }
        // The stage is a photograph of 12 megapixels and stands alone in its
        // row, which is the body's width less the inset.
        let widest = widths.iter().copied().fold(0.0, f64::max);
        let printed_inches = 166.5 / 25.4;
        assert!((widest / printed_inches - dpi).abs() < 3.0, "{widest} pixels at {dpi} dpi");
    }
}

#[test]
fn the_print_file_is_the_same_each_time_and_still_tagged() {
    let first = build(&["--print"]);
    assert!(first == build(&["--print"]), "the bytes differ");
    let document = lopdf::Document::load_mem(&first).expect("a PDF");
    assert!(document.catalog().expect("a catalog").has(b"StructTreeRoot"));
}
