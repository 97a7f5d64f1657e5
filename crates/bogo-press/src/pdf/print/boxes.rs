//! The page boxes of a printing house.
//!
//! Typst writes a MediaBox that includes the bleed and a TrimBox. The room for
//! crop marks is part of that bleed, so that the bleed proper has to be named
//! by a BleedBox.

use lopdf::{Document, Object};

/// How far colour runs over the trimmed edge: 3 mm, in points.
const BLEED_PT: f32 = 3.0 * 72.0 / 25.4;

/// Gives each page the BleedBox around its TrimBox, as far as the page goes,
/// and a TrimBox where a theme leaves no bleed.
pub(super) fn add_bleed_boxes(document: &mut Document) -> lopdf::Result<()> {
    let pages: Vec<_> = document.get_pages().into_values().collect();
    for id in pages {
        let page = document.get_dictionary_mut(id)?;
        let media = corners(page.get(b"MediaBox")?)?;
        let trim = page.get(b"TrimBox").and_then(corners).unwrap_or_else(|_| media.clone());
        let bleed: Vec<f32> = trim
            .iter()
            .zip([-BLEED_PT, -BLEED_PT, BLEED_PT, BLEED_PT])
            .zip(&media)
            .map(|((corner, outward), edge)| {
                let corner = corner + outward;
                if outward < 0.0 { corner.max(*edge) } else { corner.min(*edge) }
            })
            .collect();
        page.set("TrimBox", reals(&trim));
        page.set("BleedBox", reals(&bleed));
    }
    Ok(())
}

/// The corners of a box: left, bottom, right, top.
fn corners(rectangle: &Object) -> lopdf::Result<Vec<f32>> {
    rectangle.as_array()?.iter().map(Object::as_float).collect()
}

fn reals(corners: &[f32]) -> Vec<Object> {
    corners.iter().copied().map(Object::Real).collect()
}
