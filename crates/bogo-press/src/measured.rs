//! A face that texts are measured by.

use bogo_model::lines::Advance;
use rustybuzz::ttf_parser::gpos::PositioningSubtable;
use rustybuzz::ttf_parser::gsub::SubstitutionSubtable;
use rustybuzz::ttf_parser::opentype_layout::{LayoutTable, LookupIndex};
use rustybuzz::ttf_parser::{GlyphId, Tag};
use rustybuzz::{BufferFlags, Language, UnicodeBuffer};
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariations};
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};

/// The features that shapers turn on by themselves.
const USUAL: [&[u8; 4]; 14] = [
    b"abvm", b"blwm", b"calt", b"ccmp", b"clig", b"curs", b"dist", b"kern", b"liga", b"locl",
    b"mark", b"mkmk", b"rclt", b"rlig",
];

/// The size at which a face that changes with it is measured, in points.
const SIZE: f64 = 12.0;

/// A face that texts are measured by.
pub(crate) struct MeasuredFace {
    data: Data,
    /// The lookups of GSUB and of GPOS that may change a text.
    substitutions: Vec<LookupIndex>,
    positionings: Vec<LookupIndex>,
    has_pairs: bool,
}

/// Where a face comes from.
enum Data {
    Program(Box<rustybuzz::Face<'static>>),
    Own(FontInstance),
}

impl MeasuredFace {
    /// A face of the program's; `None` if the bytes are no font.
    pub(crate) fn of_bytes(bytes: &'static [u8]) -> Option<Self> {
        let face = rustybuzz::Face::from_slice(bytes, 0)?;
        Some(Self::of(Data::Program(Box::new(face))))
    }

    /// A face of an edition.
    pub(crate) fn of_font(font: &Font) -> Self {
        let variant = font.info().variant;
        let own = font.clone().instantiate(variant, Abs::pt(SIZE), &FontVariations::default());
        Self::of(Data::Own(own))
    }

    fn of(data: Data) -> Self {
        let mut face =
            Self { data, substitutions: Vec::new(), positionings: Vec::new(), has_pairs: false };
        let tables = face.rusty().tables();
        let (substitutions, positionings) = (tables.gsub.map(usual), tables.gpos.map(usual));
        let has_pairs = tables.kern.is_some();
        face.substitutions = substitutions.unwrap_or_default();
        face.positionings = positionings.unwrap_or_default();
        face.has_pairs = has_pairs;
        face
    }

    fn rusty(&self) -> &rustybuzz::Face<'_> {
        match &self.data {
            Data::Program(face) => face,
            Data::Own(instance) => instance.rusty(),
        }
    }

    /// How many units an em has.
    pub(crate) fn units_per_em(&self) -> f64 {
        f64::from(self.rusty().units_per_em())
    }

    /// How wide the box is that stands for what the face does not have.
    pub(crate) fn missing(&self) -> u32 {
        self.rusty().glyph_hor_advance(GlyphId(0)).unwrap_or_default().into()
    }

    /// How wide a character is, in the face's units, and whether it is so
    /// wherever it stands; `None` if the face does not have it.
    pub(crate) fn look_up(&self, character: char) -> Option<(u32, bool)> {
        let face = self.rusty();
        let glyph = face.glyph_index(character).filter(|glyph| glyph.0 != 0)?;
        let width = face.glyph_hor_advance(glyph).unwrap_or_default();
        let group = character.general_category_group();
        let is_usual = group != GeneralCategoryGroup::Mark && !is_ignorable(character);
        let is_alone = is_usual && !self.is_moved(glyph, character);
        Some((width.into(), is_alone))
    }

    /// Whether a lookup begins with the glyph.
    fn is_moved(&self, glyph: GlyphId, character: char) -> bool {
        let tables = self.rusty().tables();
        let substituted = tables.gsub.is_some_and(|table| {
            let lookups = self.substitutions.iter().filter_map(|index| table.lookups.get(*index));
            let mut subtables =
                lookups.flat_map(|lookup| lookup.subtables.into_iter::<SubstitutionSubtable<'_>>());
            subtables.any(|subtable| subtable.coverage().contains(glyph))
        });
        let positioned = tables.gpos.is_some_and(|table| {
            let lookups = self.positionings.iter().filter_map(|index| table.lookups.get(*index));
            let mut subtables =
                lookups.flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'_>>());
            subtables.any(|subtable| subtable.coverage().contains(glyph))
        });
        // Old tables of pairs are of letters.
        let is_letter =
            character.is_alphabetic() && !bogo_model::korean::hangul::is_syllable(character);
        substituted || positioned || (self.has_pairs && is_letter)
    }

    /// What a text measures that the face sets as a whole.
    pub(crate) fn shaped(&self, text: &str) -> Advance {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_language(korean());
        buffer.set_direction(rustybuzz::Direction::LeftToRight);
        buffer.guess_segment_properties();
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let shaped = rustybuzz::shape(self.rusty(), &[], buffer);
        let units: i32 = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        Advance { ems: f64::from(units) / self.units_per_em(), glyphs: shaped.len() }
    }
}

/// The lookups of a table that shapers use without being asked.
fn usual(table: LayoutTable<'_>) -> Vec<LookupIndex> {
    let tags = USUAL.map(Tag::from_bytes);
    let features = table.features.into_iter().filter(|feature| tags.contains(&feature.tag));
    features.flat_map(|feature| feature.lookup_indices.into_iter().collect::<Vec<_>>()).collect()
}

/// Whether a character is usually not drawn.
fn is_ignorable(character: char) -> bool {
    character.general_category_group() == GeneralCategoryGroup::Other
}

/// The language of reports, as the templates say.
fn korean() -> Language {
    "ko".parse().unwrap_or_else(|_| unreachable!("a language"))
}
