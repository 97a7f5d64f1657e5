//! TrueType font programs, as far as leaving things out of them needs it.
//!
//! Instructions fit outlines to the grid of a coarse screen. The tables are
//! described in the `OpenType` specification, by the names used here.

use std::collections::BTreeMap;
use std::ops::Range;

/// The tables that only instructions need, and those that they were written in.
const FOR_INSTRUCTIONS: [&[u8]; 8] =
    [b"cvt ", b"fpgm", b"prep", b"TSI0", b"TSI1", b"TSI2", b"TSI3", b"TSI5"];

/// The sum of a whole font's words, by the specification.
const WHOLE: u32 = 0xB1B0_AFBA;

/// Where `head` keeps what makes the whole font add up to [`WHOLE`].
const ADJUSTMENT: Range<usize> = 8..12;

/// The tables of a font by their tags, which is their order, too.
type Tables<'f> = BTreeMap<&'f [u8], Vec<u8>>;

/// Whether a font, of which the list of tables is enough, has tables that only
/// instructions need.
pub(crate) fn has_instructions(font: &[u8]) -> bool {
    let count = usize::from(word(font, 4).unwrap_or(0));
    let rows = font.get(12..).unwrap_or_default().chunks_exact(16).take(count);
    rows.map(|row| &row[..4]).any(|tag| FOR_INSTRUCTIONS.contains(&tag))
}

/// The font with the same outlines and no instructions. `None` if it is not
/// laid out as a font with outlines in `glyf`.
pub(crate) fn without_instructions(font: &[u8]) -> Option<Vec<u8>> {
    reduced(font, |_| true)
}

/// The font without instructions and without the outlines of the glyphs that are
/// not to be kept, but for those of which others are put together; the glyphs'
/// numbers and everything else that is said of them stay. `None` as above.
pub(crate) fn reduced(font: &[u8], is_kept: impl Fn(usize) -> bool) -> Option<Vec<u8>> {
    let mut tables = tables(font)?;
    tables.retain(|tag, _| !FOR_INSTRUCTIONS.contains(tag));
    let is_long = word(tables.get(b"head".as_slice())?, 50)? == 1;
    let places = places(tables.get(b"loca".as_slice())?, is_long)?;
    let glyphs = tables.get(b"glyf".as_slice())?;
    let glyph = |index: usize| glyphs.get(*places.get(index)?..*places.get(index + 1)?);
    let count = places.len().saturating_sub(1);
    let mut kept: Vec<bool> = (0..count).map(is_kept).collect();
    let mut asked: Vec<usize> = (0..count).filter(|index| kept[*index]).collect();
    while let Some(index) = asked.pop() {
        for part in parts(glyph(index)?)? {
            if !std::mem::replace(kept.get_mut(part)?, true) {
                asked.push(part);
            }
        }
    }
    let mut bare = Vec::new();
    let mut bare_places = vec![0];
    for (index, is_kept) in kept.into_iter().enumerate() {
        if is_kept {
            bare.extend(bare_glyph(glyph(index)?)?);
            bare.resize(bare.len().next_multiple_of(4), 0);
        }
        bare_places.push(bare.len());
    }
    tables.insert(b"glyf", bare);
    tables.insert(b"loca", written_places(&bare_places, is_long)?);
    written(font.get(..4)?, tables)
}

/// Takes a font apart.
fn tables(font: &[u8]) -> Option<Tables<'_>> {
    let count = usize::from(word(font, 4)?);
    let rows = font.get(12..12 + count * 16)?.chunks_exact(16);
    let table = |row: &'_ [u8]| {
        let (start, length) = (long(row, 8)?, long(row, 12)?);
        font.get(start..start.checked_add(length)?).map(<[u8]>::to_vec)
    };
    rows.map(|row| Some((row.get(..4)?, table(row)?))).collect()
}

/// Where each glyph begins in `glyf`, and where the last one ends.
fn places(table: &[u8], is_long: bool) -> Option<Vec<usize>> {
    let size = if is_long { 4 } else { 2 };
    let place = |at: usize| match is_long {
        true => long(table, at),
        false => word(table, at).map(|half| usize::from(half) * 2),
    };
    (0..table.len() / size).map(|index| place(index * size)).collect()
}

/// The places as they are kept. `None` if there is one that short ones cannot
/// hold, which no font has that becomes smaller.
fn written_places(places: &[usize], is_long: bool) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(places.len() * 4);
    for place in places {
        match is_long {
            true => out.extend(u32::try_from(*place).ok()?.to_be_bytes()),
            false => out.extend(u16::try_from(place / 2).ok()?.to_be_bytes()),
        }
    }
    Some(out)
}

/// A glyph without its instructions.
fn bare_glyph(glyph: &[u8]) -> Option<Vec<u8>> {
    if glyph.is_empty() {
        return Some(Vec::new());
    }
    if is_composite(glyph)? {
        return bare_composite(glyph);
    }
    let length = 10 + usize::from(word(glyph, 0)?) * 2;
    let instructions = usize::from(word(glyph, length)?);
    let rest = glyph.get(length + 2 + instructions..)?;
    Some([glyph.get(..length)?, &[0, 0], rest].concat())
}

/// Whether a glyph that is not empty is put together of others.
fn is_composite(glyph: &[u8]) -> Option<bool> {
    Some(i16::from_be_bytes(word(glyph, 0)?.to_be_bytes()) < 0)
}

/// The glyphs of which a glyph is put together.
fn parts(glyph: &[u8]) -> Option<Vec<usize>> {
    if glyph.is_empty() || !is_composite(glyph)? {
        return Some(Vec::new());
    }
    components(glyph)?.iter().map(|own| word(glyph, own.start + 2).map(usize::from)).collect()
}

/// A glyph that is put together of others, without its instructions.
fn bare_composite(glyph: &[u8]) -> Option<Vec<u8>> {
    let mut bare = glyph.get(..10)?.to_vec();
    for component in components(glyph)? {
        // That instructions follow is what the flag says.
        bare.extend((word(glyph, component.start)? & !0x0100).to_be_bytes());
        bare.extend_from_slice(glyph.get(component.start + 2..component.end)?);
    }
    Some(bare)
}

/// Where the components of a composite glyph stand: flags, the number of a glyph
/// and how it is moved.
fn components(glyph: &[u8]) -> Option<Vec<Range<usize>>> {
    let mut components = Vec::new();
    let mut at = 10;
    loop {
        let flags = word(glyph, at)?;
        let has = |flag: u16| flags & flag != 0;
        let shift = if has(0x0001) { 4 } else { 2 };
        let scale = match () {
            () if has(0x0008) => 2,
            () if has(0x0040) => 4,
            () if has(0x0080) => 8,
            () => 0,
        };
        let end = at + 4 + shift + scale;
        components.push(at..end);
        at = end;
        if !has(0x0020) {
            return Some(components);
        }
    }
}

/// The tables as a font of a kind.
fn written(kind: &[u8], mut tables: Tables<'_>) -> Option<Vec<u8>> {
    tables.get_mut(b"head".as_slice())?.get_mut(ADJUSTMENT)?.fill(0);
    let count = u16::try_from(tables.len()).ok()?;
    let steps = count.checked_ilog2()?;
    let range = 16_u16.checked_shl(steps)?;
    let mut out = kind.to_vec();
    for number in [count, range, u16::try_from(steps).ok()?, (count * 16).checked_sub(range)?] {
        out.extend(number.to_be_bytes());
    }
    let mut start = 12 + tables.len() * 16;
    let mut head = 0;
    for (tag, table) in &tables {
        if *tag == b"head" {
            head = start;
        }
        out.extend_from_slice(tag);
        out.extend(sum(table).to_be_bytes());
        for number in [start, table.len()] {
            out.extend(u32::try_from(number).ok()?.to_be_bytes());
        }
        start = (start + table.len()).next_multiple_of(4);
    }
    for table in tables.values() {
        out.extend_from_slice(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    let adjustment = WHOLE.wrapping_sub(sum(&out)).to_be_bytes();
    out.get_mut(head..)?.get_mut(ADJUSTMENT)?.copy_from_slice(&adjustment);
    Some(out)
}

/// The sum of a table's words, the last one filled up with zeros.
fn sum(table: &[u8]) -> u32 {
    let word = |four: &[u8]| {
        let mut word = [0; 4];
        word[..four.len()].copy_from_slice(four);
        u32::from_be_bytes(word)
    };
    table.chunks(4).map(word).fold(0, u32::wrapping_add)
}

/// The number of two bytes at a place.
fn word(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_be_bytes(*two))
}

/// The number of four bytes at a place.
fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_be_bytes(*four)).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use read_fonts::tables::glyf::Glyph;
    use read_fonts::{FontRef, TableProvider as _};

    use super::*;

    const FONT: &[u8] = include_bytes!("../../../fonts/NanumMyeongjo.ttf");
    const COMPOSED: &[u8] = include_bytes!("../../../fonts/DejaVuSans.ttf");

    /// What a font draws for each of its glyphs, in words, and how far it goes
    /// on after that.
    fn drawn(font: &[u8]) -> Vec<String> {
        let font = FontRef::new(font).expect("a font");
        let (places, glyphs) = (font.loca(None).expect("loca"), font.glyf().expect("glyf"));
        let widths = font.hmtx().expect("hmtx");
        let count = font.maxp().expect("maxp").num_glyphs();
        let one = |number: u16| {
            let width = widths.advance(number.into());
            match places.get_glyf(number.into(), &glyphs).expect("a glyph") {
                None => format!("{width:?}"),
                Some(Glyph::Simple(glyph)) => {
                    let points: Vec<_> = glyph.points().collect();
                    format!("{width:?} {:?} {points:?}", glyph.end_pts_of_contours())
                }
                Some(Glyph::Composite(glyph)) => {
                    let parts = glyph.components().map(|part| {
                        format!("{:?} {:?} {:?}", part.glyph, part.anchor, part.transform)
                    });
                    format!("{width:?} {:?}", parts.collect::<Vec<_>>())
                }
            }
        };
        (0..count).map(one).collect()
    }

    #[test]
    fn a_font_without_instructions_draws_the_same() {
        for font in [FONT, COMPOSED] {
            let bare = without_instructions(font).expect("a font");
            assert!(bare.len() < font.len());
            assert!(has_instructions(font) && !has_instructions(&bare));
            assert_eq!(sum(&bare), WHOLE);
            assert!(drawn(font) == drawn(&bare), "a glyph is another one");
            // There are no more to be taken out.
            assert!(without_instructions(&bare) == Some(bare));
        }
    }

    #[test]
    fn a_reduced_font_draws_what_is_kept_and_what_that_is_made_of() {
        let composed = FontRef::new(COMPOSED).expect("a font");
        let glyph = |character: char| {
            let glyph = composed.cmap().expect("cmap").map_codepoint(character).expect("a glyph");
            glyph.to_u32() as usize
        };
        let (kept, part, other) = (glyph('é'), glyph('e'), glyph('x'));
        let reduced = reduced(COMPOSED, |glyph| glyph == kept).expect("a font");
        let (before, after) = (drawn(COMPOSED), drawn(&reduced));
        assert_eq!(before.len(), after.len());
        assert_eq!([&after[kept], &after[part]], [&before[kept], &before[part]]);
        assert_ne!(after[other], before[other]);
        // Its width stays.
        assert!(before[other].starts_with(&after[other]), "{}", after[other]);
    }

    #[test]
    fn what_is_no_font_with_outlines_of_this_kind_is_left() {
        let other = include_bytes!("../../../fonts/NotoSerifKR-OldHangul.otf");
        for bytes in [&b""[..], b"true", &[0; 64], other, &FONT[..FONT.len() / 2]] {
            assert_eq!(without_instructions(bytes), None);
        }
    }

    proptest! {
        #[test]
        fn a_broken_font_is_left_or_mended_but_stops_nothing(
            at in 0..2000_usize,
            bytes in proptest::collection::vec(any::<u8>(), 1..12),
            places in any::<bool>(),
        ) {
            let mut font = COMPOSED.to_vec();
            let start = if places { font.len() / 2 } else { 0 } + at;
            font[start..start + bytes.len()].copy_from_slice(&bytes);
            let _ = without_instructions(&font);
        }
    }
}
