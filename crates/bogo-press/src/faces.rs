//! The faces in which reports are set, and what they cover.

use std::collections::BTreeSet;

use bogo_model::check::is_readable;
use bogo_model::korean::hangul::SYLLABLES;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontStyle, FontVariations};
use typst::utils::LazyHash;

use crate::own_fonts::{RefusedFont, faces_of};

/// A font file that is part of the program.
pub(crate) struct Embedded {
    file: &'static str,
    licence: &'static str,
    /// The family and the weight of its face.
    pub family: &'static str,
    pub weight: u16,
    pub bytes: &'static [u8],
}

macro_rules! embedded {
    ($($file:literal: $family:literal $weight:literal, $licence:literal;)*) => {
        &[$(Embedded {
            file: $file,
            licence: $licence,
            family: $family,
            weight: $weight,
            bytes: include_bytes!(concat!("../../../fonts/", $file)),
        }),*]
    };
}

/// The pinned files of `fonts/`; their licences are beside them.
pub(crate) const EMBEDDED: &[Embedded] = embedded! {
    "Baekmuk-Headline.ttf": "Baekmuk Headline" 400, "Baekmuk";
    "NanumMyeongjo.ttf": "NanumMyeongjo" 400, "SIL OFL 1.1";
    "NanumMyeongjoBold.ttf": "NanumMyeongjo" 600, "SIL OFL 1.1";
    "NanumGothic.ttf": "NanumGothic" 400, "SIL OFL 1.1";
    "NanumGothicBold.ttf": "NanumGothic" 600, "SIL OFL 1.1";
    "DejaVuSans.ttf": "DejaVu Sans" 400, "Bitstream Vera / Arev";
    "NotoSerifKR-OldHangul.otf": "Noto Serif KR Old Hangul" 400, "SIL OFL 1.1";
};

/// The terms of the faces in [`EMBEDDED`], by the name of their file.
const LICENCES: [(&str, &str); 4] = [
    ("Baekmuk.txt", include_str!("../../../fonts/licenses/Baekmuk.txt")),
    ("DejaVu.txt", include_str!("../../../fonts/licenses/DejaVu.txt")),
    ("Nanum.txt", include_str!("../../../fonts/licenses/Nanum.txt")),
    ("NotoSerifCJK.txt", include_str!("../../../fonts/licenses/NotoSerifCJK.txt")),
];

/// What can be said of a face.
#[derive(Debug, Clone)]
pub struct Face {
    /// The file that it comes from.
    pub file: String,
    /// Its family.
    pub family: String,
    /// Its weight, 100 to 900.
    pub weight: u16,
    /// Whether it is upright.
    pub upright: bool,
    /// The licence, where the program knows it.
    pub licence: Option<&'static str>,
    /// How many characters it has.
    pub characters: usize,
    /// How many of the 11,172 syllables of Hangul.
    pub syllables: usize,
    /// How many hanja (U+4E00 to U+9FFF and the compatibility ideographs).
    pub hanja: usize,
}

/// The faces in use: those of the edition before those of the program.
pub struct Faces {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    files: Vec<(String, Option<&'static str>)>,
    own_families: Vec<String>,
}

impl Faces {
    /// The program's faces and those of the edition's own font files, given
    /// as name and bytes. Those that cannot be used are given back.
    pub fn new(own: Vec<(String, Vec<u8>)>) -> (Self, Vec<RefusedFont>) {
        let mut faces = Self {
            fonts: Vec::new(),
            book: LazyHash::new(FontBook::new()),
            files: Vec::new(),
            own_families: Vec::new(),
        };
        let mut refused = Vec::new();
        for (name, bytes) in own {
            let fonts = match faces_of(&name, bytes) {
                Ok(fonts) => fonts,
                Err(fault) => {
                    refused.push(fault);
                    continue;
                }
            };
            for font in &fonts {
                let family = font.info().family.as_str().to_owned();
                if !faces.own_families.contains(&family) {
                    faces.own_families.push(family);
                }
            }
            faces.add(&name, None, fonts);
        }
        for Embedded { file, licence, bytes, .. } in EMBEDDED {
            faces.add(file, Some(licence), Font::iter(Bytes::new(*bytes)));
        }
        let mut book = FontBook::new();
        for font in &faces.fonts {
            book.push(font.info().clone());
        }
        faces.book = LazyHash::new(book);
        (faces, refused)
    }

    fn add(
        &mut self,
        file: &str,
        licence: Option<&'static str>,
        fonts: impl IntoIterator<Item = Font>,
    ) {
        for font in fonts {
            self.fonts.push(font);
            self.files.push((file.to_owned(), licence));
        }
    }

    /// All characters that any face draws, in order, asked of the glyphs
    /// themselves: some fonts claim characters that they have no outline for.
    pub fn drawn(&self) -> impl Iterator<Item = char> {
        let claimed = self.fonts.iter().flat_map(|font| font.info().coverage.iter());
        let claimed: BTreeSet<char> = claimed.filter_map(char::from_u32).collect();
        claimed
            .into_iter()
            .filter(|character| self.fonts.iter().any(|font| draws(font, *character)))
    }

    /// What can be said of each face.
    pub fn list(&self) -> Vec<Face> {
        let describe = |(font, (file, licence)): (&Font, &(String, Option<&'static str>))| {
            let info = font.info();
            let count = |range: std::ops::RangeInclusive<u32>| {
                range.filter(|code| info.coverage.contains(*code)).count()
            };
            Face {
                file: file.clone(),
                family: info.family.as_str().to_owned(),
                weight: info.variant.weight.to_number(),
                upright: info.variant.style == FontStyle::Normal,
                licence: *licence,
                characters: info.coverage.iter().count(),
                syllables: count(u32::from(*SYLLABLES.start())..=u32::from(*SYLLABLES.end())),
                hanja: count(0x4E00..=0x9FFF) + count(0xF900..=0xFAFF),
            }
        };
        self.fonts.iter().zip(&self.files).map(describe).collect()
    }

    /// The font files, each once, with their bytes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let mut last = None;
        self.fonts.iter().zip(&self.files).filter_map(move |(font, (file, _))| {
            // The faces of a collection come one after the other.
            let first = last.replace(file) != Some(file);
            first.then(|| (file.as_str(), font.data().as_slice()))
        })
    }

    /// The terms of the program's faces, which go wherever their files go, by
    /// the name of the file.
    pub fn licences() -> impl Iterator<Item = (&'static str, &'static str)> {
        LICENCES.into_iter()
    }

    /// Families that only the edition has, to stand behind the theme's.
    pub(crate) fn own_families(&self) -> &[String] {
        &self.own_families
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
}

/// Whether a font has a glyph for the character that leaves a mark, or one for
/// a space or filler. What is drawn for a code that says nothing to a reader
/// does not count.
pub(crate) fn draws(font: &Font, character: char) -> bool {
    if !is_readable(character) {
        return false;
    }
    let variant = font.info().variant;
    let instance = font.clone().instantiate(variant, Abs::pt(10.0), &FontVariations::default());
    let glyph = instance.ttf().glyph_index(character);
    let is_blank = character.is_whitespace() || matches!(character, '\u{115f}' | '\u{1160}');
    glyph.is_some_and(|glyph| is_blank || instance.ttf().glyph_bounding_box(glyph).is_some())
}
