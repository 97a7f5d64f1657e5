//! The page boxes of a printing house.
//!
//! Typst writes a MediaBox that includes the bleed and a TrimBox. The room for
//! crop marks is part of that bleed, so that the bleed proper has to be named
//! by a BleedBox.

use lopdf::{Document, Object};

use crate::proof::ExportError;

/// How far colour runs over the trimmed edge: 3 mm, in points.
const BLEED_PT: f32 = 3.0 * 72.0 / 25.4;

/// Adds to each page with a TrimBox the BleedBox around it.
pub(crate) fn add_bleed_boxes(pdf: &[u8]) -> Result<Vec<u8>, ExportError> {
    let failed = |error: lopdf::Error| ExportError::Boxes(error.to_string());
    let mut document = Document::load_mem(pdf).map_err(failed)?;
    let pages: Vec<_> = document.get_pages().into_values().collect();
    for id in pages {
        let page = document.get_dictionary_mut(id).map_err(failed)?;
        let Ok(trim) = page.get(b"TrimBox").and_then(Object::as_array) else { continue };
        let corners: Vec<f32> =
            trim.iter().map(Object::as_float).collect::<Result<_, _>>().map_err(failed)?;
        let bleed: Vec<Object> = corners
            .iter()
            .zip([-BLEED_PT, -BLEED_PT, BLEED_PT, BLEED_PT])
            .map(|(corner, outward)| Object::Real(corner + outward))
            .collect();
        page.set("BleedBox", bleed);
    }
    let mut bytes = Vec::with_capacity(pdf.len() + 1024);
    document.save_to(&mut bytes).map_err(|error| ExportError::Boxes(error.to_string()))?;
    Ok(bytes)
}
