//! The page boxes of a printing house.
//!
//! Typst writes a MediaBox that includes the bleed and a TrimBox. The room for
//! crop marks is part of that bleed, so that the bleed proper has to be named
//! by a BleedBox.

use crate::pdf::objects::Objects;
use crate::pdf::syntax::{array, number};

/// How far colour runs over the trimmed edge: 3 mm, in points.
const BLEED_PT: f32 = 3.0 * 72.0 / 25.4;

/// Gives each page the BleedBox around its TrimBox, as far as the page goes,
/// and a TrimBox where a theme leaves no bleed. `None` if a page has no
/// MediaBox.
pub(super) fn add_bleed_boxes(objects: &mut Objects<'_>, pages: &[usize]) -> Option<()> {
    for page in pages {
        objects.change(*page, |page| {
            let media = corners(page.get("/MediaBox")?)?;
            let trim = page.get("/TrimBox").and_then(corners).unwrap_or(media);
            page.set("/TrimBox", written(trim));
            page.set("/BleedBox", written(bleed(trim, media)));
            Some(())
        })?;
    }
    Some(())
}

/// The corners of the box around a trimmed page, within its medium.
fn bleed(trim: [f32; 4], media: [f32; 4]) -> [f32; 4] {
    [
        (trim[0] - BLEED_PT).max(media[0]),
        (trim[1] - BLEED_PT).max(media[1]),
        (trim[2] + BLEED_PT).min(media[2]),
        (trim[3] + BLEED_PT).min(media[3]),
    ]
}

/// The corners of a box: left, bottom, right, top.
fn corners(rectangle: &[u8]) -> Option<[f32; 4]> {
    let corners: Vec<f32> = array(rectangle)?.into_iter().map(number).collect::<Option<_>>()?;
    corners.try_into().ok()
}

fn written(corners: [f32; 4]) -> String {
    format!("[{}]", corners.map(|corner| corner.to_string()).join(" "))
}
