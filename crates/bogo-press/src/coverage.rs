//! Which characters can be printed, known without reading the program's faces.

use std::collections::BTreeSet;

use bogo_model::lines::Measure;
use typst::text::Font;

use crate::faces::draws;
use crate::own_fonts::{self, RefusedFont};
use crate::ruler::Ruler;

/// The characters that the program's faces draw: ranges of code points, one a
/// line. A test holds the list to the faces.
const DRAWN: &str = include_str!("../../../fonts/coverage.txt");

/// The program's families in which a text can be set: those that have Hangul.
const FAMILIES: [&str; 3] = ["Baekmuk Headline", "NanumGothic", "NanumMyeongjo"];

/// Those of them that have a bold face.
const WITH_BOLD: [&str; 2] = ["NanumGothic", "NanumMyeongjo"];

/// The least weight that looks bold.
const BOLD: u16 = 600;

/// What can be printed in the faces of the program and of an edition.
pub struct Coverage {
    /// The first and the last code point of each range, in order.
    drawn: Vec<(u32, u32)>,
    own: Vec<Font>,
    ruler: Ruler,
}

impl Coverage {
    /// What the program's faces cover, and those of the edition's own font
    /// files, given as name and bytes. Those that cannot be used are given back.
    pub fn new(own: Vec<(String, Vec<u8>)>) -> (Self, Vec<RefusedFont>) {
        let (own, refused) = own_fonts::read(own);
        let fonts: Vec<Font> = own.into_iter().map(|(_, font)| font).collect();
        let ruler = Ruler::new(&fonts);
        (Self { drawn: DRAWN.lines().filter_map(range).collect(), own: fonts, ruler }, refused)
    }

    /// Whether any face draws the character.
    pub fn covers(&self, character: char) -> bool {
        let code = u32::from(character);
        let range = self.drawn.partition_point(|(_, last)| *last < code);
        self.drawn.get(range).is_some_and(|(first, _)| *first <= code)
            || self.own.iter().any(|font| draws(font, character))
    }

    /// What texts measure in these faces.
    pub fn measure(&self) -> &dyn Measure {
        &self.ruler
    }

    /// Whether there is a family of this name, none of whose faces is bold or
    /// can be.
    pub fn lacks_bold(&self, family: &str) -> bool {
        let is_bold = |font: &Font| {
            let info = font.info();
            // No other axis goes as far as that of the weight.
            let variable = info.axes.iter().any(|axis| axis.max.0 >= BOLD.into());
            info.variant.weight.to_number() >= BOLD || variable
        };
        let own = || self.own.iter().filter(|font| font.info().family.as_str() == family);
        let is_there = own().next().is_some() || FAMILIES.contains(&family);
        is_there && !own().any(is_bold) && !WITH_BOLD.contains(&family)
    }

    /// The families in which a text can be set, each once, by name.
    pub fn families(&self) -> Vec<String> {
        let own = self.own.iter().map(|font| font.info().family.as_str());
        let names: BTreeSet<&str> = own.chain(FAMILIES).collect();
        names.into_iter().map(str::to_owned).collect()
    }
}

/// Reads a line of [`DRAWN`]: `ac00-d7a3`, or a single code point.
fn range(line: &str) -> Option<(u32, u32)> {
    let (first, last) = line.split_once('-').unwrap_or((line, line));
    let code = |digits| u32::from_str_radix(digits, 16).ok();
    Some((code(first)?, code(last)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faces::Faces;

    #[test]
    fn what_no_face_draws_is_not_covered() {
        let (coverage, _) = Coverage::new(Vec::new());
        for character in "운뷁漢☎☞☑☐∼＊․・ㆍ‧ᄒᆞ〮\u{1160}\u{a0}ⅫⅠ①㉮㈜㎡".chars()
        {
            assert!(coverage.covers(character), "{character}");
        }
        for character in "✅❓🚀\u{fffc}\u{fffd}\u{f06e}\u{f400}\u{f02b1}\u{100000}𠀀".chars()
        {
            assert!(!coverage.covers(character), "{character}");
        }
    }

    #[test]
    fn the_families_with_hangul_are_those_that_a_text_can_be_set_in() {
        let faces = Faces::new(Vec::new()).0.list();
        let korean = faces.iter().filter(|face| face.syllables > 0);
        let names: BTreeSet<&str> = korean.map(|face| face.family.as_str()).collect();
        assert_eq!(names.into_iter().collect::<Vec<_>>(), FAMILIES);
        let coverage = Coverage::new(Vec::new()).0;
        for family in FAMILIES {
            let mut weights = faces.iter().filter(|face| face.family == family);
            assert_eq!(coverage.lacks_bold(family), !weights.any(|face| face.weight >= BOLD));
        }
    }
}
