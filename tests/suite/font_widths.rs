//! The faces in `fonts/`, read with a library that sets nothing with them.

use std::fs;

use read_fonts::ps::cff::CffFontRef;
use read_fonts::ps::cs::CommandSink;
use read_fonts::types::Fixed;
use read_fonts::{FontRef, TableProvider as _};

use crate::fixture::repository;

/// An outline that nobody looks at.
struct Ignored;

impl CommandSink for Ignored {
    fn move_to(&mut self, _: Fixed, _: Fixed) {}
    fn line_to(&mut self, _: Fixed, _: Fixed) {}
    fn curve_to(&mut self, _: Fixed, _: Fixed, _: Fixed, _: Fixed, _: Fixed, _: Fixed) {}
    fn close(&mut self) {}
}

/// Glyphs whose outline says another width than the table of advances, with
/// both: none in a face whose outlines say no width. Gives how many were
/// compared, too.
fn disagreements(font: &FontRef<'_>) -> (usize, Vec<(u32, Fixed, u16)>) {
    let Ok(table) = font.cff() else { return (0, Vec::new()) };
    let outlines = CffFontRef::new(table.offset_data().as_bytes(), 0, None).expect("outlines");
    let advances = font.hmtx().expect("advances");
    let glyphs = (0..outlines.num_glyphs()).map(|glyph| {
        let id = glyph.into();
        let part = outlines.subfont_index(id).expect("a part of the font");
        let part = outlines.subfont(part, &[]).expect("a part of the font");
        let width = outlines.evaluate_charstring(&part, id, &[], &mut Ignored);
        let width = width.expect("an outline").expect("a width");
        (glyph, width, advances.advance(id).expect("an advance"))
    });
    let glyphs: Vec<_> = glyphs.collect();
    let differ =
        |(_, width, advance): &(u32, Fixed, u16)| *width != Fixed::from_i32(i32::from(*advance));
    (glyphs.len(), glyphs.into_iter().filter(differ).collect())
}

/// PDF takes widths from `hmtx`, a viewer may take them from the outlines:
/// PDF/A and PDF/UA ask that they be the same (ISO 19005-2, 6.2.11.5).
#[test]
fn outlines_and_advances_say_the_same_widths_in_every_face() {
    let mut compared = 0;
    let mut faces = 0;
    for entry in fs::read_dir(repository().join("fonts")).expect("the faces") {
        let path = entry.expect("a file").path();
        if !path.extension().is_some_and(|kind| kind == "ttf" || kind == "otf") {
            continue;
        }
        let bytes = fs::read(&path).expect("a face");
        let font = FontRef::new(&bytes).expect("a face");
        let (count, differ) = disagreements(&font);
        assert!(differ.is_empty(), "{}: {differ:?}", path.display());
        assert!(count > 0 || font.glyf().is_ok(), "{} has no outlines", path.display());
        faces += 1;
        compared += count;
    }
    assert!(faces >= 7 && compared > 2000, "{faces} faces, {compared} glyphs");
}
