//! The faces in which reports are set, and what they cover.

use std::collections::BTreeSet;

use bogo_model::check::is_readable;
use bogo_model::korean::hangul::SYLLABLES;
use rayon::prelude::*;
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontStyle, FontVariations};
use typst::utils::LazyHash;

use crate::own_fonts::{self, RefusedFont};
use crate::rare::is_rare;

/// A font file that is part of the program.
pub(crate) struct Embedded {
    file: &'static str,
    licence: &'static str,
    /// The family and the weight of its face.
    pub family: &'static str,
    pub weight: u16,
    pub bytes: &'static [u8],
    /// The face without the outlines of rare characters, if they are many;
    /// everything else that it says is the same.
    pub common: Option<&'static [u8]>,
}

impl Embedded {
    /// Its face, to be held.
    fn held(&self) -> impl Iterator<Item = Held> {
        let (file, licence) = (self.file, Some(self.licence));
        let whole = self.common.is_some().then_some(self.bytes);
        let fonts = Font::iter(Bytes::new(self.common.unwrap_or(self.bytes)));
        fonts.map(move |font| Held { font, whole, file: file.to_owned(), licence })
    }
}

macro_rules! embedded {
    ($($file:literal: $family:literal $weight:literal, $licence:literal $($common:ident)?;)*) => {
        &[$(Embedded {
            file: $file,
            licence: $licence,
            family: $family,
            weight: $weight,
            bytes: include_bytes!(concat!("../../../fonts/", $file)),
            common: embedded!(@ $file $($common)?),
        }),*]
    };
    (@ $file:literal) => { None };
    (@ $file:literal common) => { Some(include_bytes!(concat!(env!("OUT_DIR"), "/", $file))) };
}

/// The pinned files of `fonts/`; their licences are beside them.
pub(crate) const EMBEDDED: &[Embedded] = embedded! {
    "Baekmuk-Headline.ttf": "Baekmuk Headline" 400, "Baekmuk";
    "NanumMyeongjo.ttf": "NanumMyeongjo" 400, "SIL OFL 1.1" common;
    "NanumMyeongjoBold.ttf": "NanumMyeongjo" 600, "SIL OFL 1.1" common;
    "NanumGothic.ttf": "NanumGothic" 400, "SIL OFL 1.1" common;
    "NanumGothicBold.ttf": "NanumGothic" 600, "SIL OFL 1.1" common;
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
    faces: Vec<Held>,
    book: LazyHash<FontBook>,
    own_families: Vec<String>,
}

/// A face at hand.
struct Held {
    font: Font,
    /// All of it, where what is at hand has no outlines of rare characters.
    whole: Option<&'static [u8]>,
    file: String,
    licence: Option<&'static str>,
}

impl Held {
    /// The face with all outlines.
    fn whole(&self) -> Font {
        let whole = self.whole.and_then(|bytes| Font::new(Bytes::new(bytes), 0));
        whole.unwrap_or_else(|| self.font.clone())
    }
}

/// The usual syllables, a bit for each that there is.
const USUAL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/usual-syllables"));

/// The characters of a text of which a face at hand may have no outline.
pub(crate) fn rare_characters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| is_rare(*character, USUAL))
}

impl Faces {
    /// The program's faces and those of the edition's own font files, given
    /// as name and bytes. Those that cannot be used are given back.
    pub fn new(own: Vec<(String, Vec<u8>)>) -> (Self, Vec<RefusedFont>) {
        let (own, refused) = own_fonts::read(own);
        let own_families = own_fonts::families(own.iter().map(|(_, font)| font));
        let held = |(file, font)| Held { font, whole: None, file, licence: None };
        let mut faces: Vec<Held> = own.into_iter().map(held).collect();
        faces.par_extend(EMBEDDED.par_iter().flat_map_iter(Embedded::held));
        let mut book = FontBook::new();
        for face in &faces {
            book.push(face.font.info().clone());
        }
        (Self { faces, book: LazyHash::new(book), own_families }, refused)
    }

    /// Makes sure that rare characters are drawn: takes the faces that have
    /// them whole. Returns whether any was not.
    pub(crate) fn draw(&mut self, rare: &BTreeSet<char>) -> bool {
        let mut is_new = false;
        for face in self.faces.iter_mut().filter(|face| face.whole.is_some()) {
            let coverage = &face.font.info().coverage;
            if rare.iter().any(|character| coverage.contains(u32::from(*character))) {
                face.font = face.whole();
                face.whole = None;
                is_new = true;
            }
        }
        is_new
    }

    /// All characters that any face draws, in order, asked of the glyphs
    /// themselves: some fonts claim characters that they have no outline for.
    pub fn drawn(&self) -> impl Iterator<Item = char> {
        let fonts: Vec<Font> = self.faces.iter().map(Held::whole).collect();
        let claimed = fonts.iter().flat_map(|font| font.info().coverage.iter());
        let claimed: BTreeSet<char> = claimed.filter_map(char::from_u32).collect();
        claimed
            .into_iter()
            .filter(move |character| fonts.iter().any(|font| draws(font, *character)))
    }

    /// What can be said of each face.
    pub fn list(&self) -> Vec<Face> {
        let describe = |face: &Held| {
            let info = face.font.info();
            let count = |range: std::ops::RangeInclusive<u32>| {
                range.filter(|code| info.coverage.contains(*code)).count()
            };
            Face {
                file: face.file.clone(),
                family: info.family.as_str().to_owned(),
                weight: info.variant.weight.to_number(),
                upright: info.variant.style == FontStyle::Normal,
                licence: face.licence,
                characters: info.coverage.iter().count(),
                syllables: count(u32::from(*SYLLABLES.start())..=u32::from(*SYLLABLES.end())),
                hanja: count(0x4E00..=0x9FFF) + count(0xF900..=0xFAFF),
            }
        };
        self.faces.iter().map(describe).collect()
    }

    /// The font files, each once, with their bytes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let mut last = None;
        self.faces.iter().filter_map(move |face| {
            // The faces of a collection come one after the other.
            let first = last.replace(&face.file) != Some(&face.file);
            let bytes = || face.whole.unwrap_or_else(|| face.font.data().as_slice());
            first.then(|| (face.file.as_str(), bytes()))
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
        self.faces.get(index).map(|face| face.font.clone())
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What each face draws of what it says it has.
    fn drawn(faces: &Faces) -> Vec<BTreeSet<char>> {
        let of_face = |face: &Held| {
            let claimed = face.font.info().coverage.iter().filter_map(char::from_u32);
            claimed.filter(|character| draws(&face.font, *character)).collect()
        };
        faces.faces.iter().map(of_face).collect()
    }

    #[test]
    fn only_rare_characters_are_missing_before_they_are_wanted() {
        let mut faces = Faces::new(Vec::new()).0;
        let before = drawn(&faces);
        let rare: BTreeSet<char> = rare_characters("가나 뷁漢힣").collect();
        assert_eq!(rare, BTreeSet::from(['뷁', '漢', '힣']));
        assert!(faces.draw(&rare));
        assert!(!faces.draw(&rare));
        let mut missing = 0;
        for (before, after) in before.iter().zip(drawn(&faces)) {
            let (rare, usual): (Vec<char>, Vec<char>) =
                after.difference(before).partition(|character| is_rare(**character, USUAL));
            assert!(usual.is_empty(), "{usual:?}");
            missing += rare.len();
        }
        assert!(missing > 4 * 8_000, "{missing}");
    }

    #[test]
    fn a_hanja_wants_only_the_faces_that_have_it() {
        let mut faces = Faces::new(Vec::new()).0;
        assert!(faces.draw(&BTreeSet::from(['漢'])));
        let whole = faces.faces.iter().filter(|face| {
            let embedded = EMBEDDED.iter().find(|own| own.file == face.file);
            face.whole.is_none() && embedded.is_some_and(|own| own.common.is_some())
        });
        assert_eq!(
            whole.map(|face| face.file.as_str()).collect::<Vec<_>>(),
            ["NanumGothic.ttf", "NanumGothicBold.ttf"]
        );
    }
}
