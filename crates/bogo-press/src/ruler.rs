//! What words measure: the one place where widths are asked of the faces.
//!
//! A character is set by the first face of its family's chain that has it, as
//! the compiler does. Where a face moves no character for its neighbours' sake,
//! which holds for Hangul, figures and nearly all else, widths are looked up and
//! added; the rest is shaped by the shaper that the compiler uses.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use bogo_model::lines::{Advance, Measure};
use typst::text::Font;

use crate::chains::Fallbacks;
use crate::faces::EMBEDDED;
use crate::measured::MeasuredFace;
use crate::own_fonts::families;

/// How many code points are looked up in a table: those of the first plane.
const TABLE: u32 = 0x1_0000;

/// In an entry of the table: that it is known, that the character is moved by no
/// neighbour, and from which bit on the place of its face stands.
const KNOWN: u32 = 1 << 31;
const ALONE: u32 = 1 << 30;
const FACE: u32 = 22;

/// What of an entry is the width, in units of the face.
const WIDTH: u32 = (1 << FACE) - 1;

/// The weight that looks bold, and the one that does not.
const BOLD: u16 = 700;
const REGULAR: u16 = 400;

/// The faces by which texts are measured.
pub(crate) struct Ruler {
    fallbacks: Fallbacks,
    /// The families that the edition brings along.
    own: Vec<String>,
    faces: Vec<Candidate>,
    families: RwLock<HashMap<(String, bool), Arc<Family>>>,
}

/// A face that may set something.
struct Candidate {
    family: String,
    weight: u16,
    open: Box<dyn Fn() -> Option<MeasuredFace> + Send + Sync>,
    face: OnceLock<Option<MeasuredFace>>,
}

/// A family in one of its weights, with what helps out.
struct Family {
    /// The faces in the order in which they are asked, by their place among all,
    /// each with the place of its rule among the chain's links.
    chain: Vec<(usize, Option<usize>)>,
    name: String,
    table: Vec<AtomicU32>,
}

/// A character's face, its width in units of that, and whether no neighbour
/// moves it.
#[derive(Clone, Copy)]
struct Entry {
    face: usize,
    width: u32,
    is_alone: bool,
}

impl Ruler {
    /// A ruler with the program's faces and those of an edition, which stand
    /// before them.
    pub(crate) fn new(own: &[Font]) -> Self {
        let mut faces = Vec::new();
        for font in own {
            let info = font.info();
            let font = font.clone();
            faces.push(Candidate {
                family: info.family.as_str().to_owned(),
                weight: info.variant.weight.to_number(),
                open: Box::new(move || Some(MeasuredFace::of_font(&font))),
                face: OnceLock::new(),
            });
        }
        for embedded in EMBEDDED {
            faces.push(Candidate {
                family: embedded.family.to_owned(),
                weight: embedded.weight,
                // What a face is without says nothing of widths.
                open: Box::new(|| {
                    MeasuredFace::of_bytes(embedded.common.unwrap_or(embedded.bytes))
                }),
                face: OnceLock::new(),
            });
        }
        let fallbacks = Fallbacks::known();
        Self { fallbacks, own: families(own), faces, families: RwLock::default() }
    }

    fn face(&self, index: usize) -> Option<&MeasuredFace> {
        let candidate = &self.faces[index];
        candidate.face.get_or_init(|| (candidate.open)()).as_ref()
    }

    /// A family in one of its weights; its chain is made once.
    fn family(&self, name: &str, bold: bool) -> Arc<Family> {
        let key = (name.to_owned(), bold);
        let known = self.families.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(family) = known.get(&key) {
            return family.clone();
        }
        drop(known);
        let wanted = if bold { BOLD } else { REGULAR };
        let links = self.fallbacks.chain(name, &self.own);
        let nearest = |family: &str| {
            let of_family = self.faces.iter().enumerate().filter(|(_, own)| own.family == family);
            of_family.min_by_key(|(_, own)| own.weight.abs_diff(wanted)).map(|(index, _)| index)
        };
        let chain = links.iter().enumerate().filter_map(|(link, (family, rule))| {
            Some((nearest(family)?, rule.is_some().then_some(link)))
        });
        let table = std::iter::repeat_with(AtomicU32::default).take(TABLE as usize).collect();
        let family = Family { chain: chain.collect(), name: name.to_owned(), table };
        let mut known = self.families.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(key).or_insert_with(|| Arc::new(family)).clone()
    }

    /// What sets a character, and how wide.
    fn entry(&self, character: char, family: &Family) -> Entry {
        let code = u32::from(character);
        let cell = family.table.get(code as usize);
        if let Some(known) = cell.map(|cell| cell.load(Ordering::Relaxed)).filter(|own| *own != 0) {
            return Entry {
                face: ((known & !(KNOWN | ALONE)) >> FACE) as usize,
                width: known & WIDTH,
                is_alone: known & ALONE != 0,
            };
        }
        let entry = self.looked_up(character, family);
        if let Some(cell) = cell {
            let alone = if entry.is_alone { ALONE } else { 0 };
            let face = (entry.face as u32) << FACE;
            cell.store(KNOWN | alone | face | entry.width.min(WIDTH), Ordering::Relaxed);
        }
        entry
    }

    fn looked_up(&self, character: char, family: &Family) -> Entry {
        let links = self.fallbacks.chain(&family.name, &self.own);
        for (index, rule) in &family.chain {
            let help = rule.and_then(|link| links[link].1);
            if help.is_some_and(|help| !help.gives(character)) {
                continue;
            }
            let Some(face) = self.face(*index) else { continue };
            if let Some((width, is_alone)) = face.look_up(character) {
                return Entry { face: *index, width, is_alone };
            }
        }
        // What no face draws has been found; it is as wide as its box.
        let face = family.chain.iter().find(|(_, rule)| rule.is_none());
        let face = face.map_or(0, |(index, _)| *index);
        let width = self.face(face).map_or(0, MeasuredFace::missing);
        Entry { face, width, is_alone: true }
    }
}

impl Measure for Ruler {
    fn advance(&self, text: &str, family: &str, bold: bool) -> Advance {
        let family = self.family(family, bold);
        let mut advance = Advance::default();
        let mut begin = 0;
        let mut of_run: Option<usize> = None;
        let (mut width, mut glyphs, mut is_alone) = (0, 0, true);
        let mut end_run =
            |face: Option<usize>, run: &str, width: u32, glyphs: usize, alone: bool| {
                let Some(face) = face.and_then(|face| self.face(face)) else { return };
                let own = match alone {
                    true => Advance { ems: f64::from(width) / face.units_per_em(), glyphs },
                    false => face.shaped(run),
                };
                advance.ems += own.ems;
                advance.glyphs += own.glyphs;
            };
        for (at, character) in text.char_indices() {
            let entry = self.entry(character, &family);
            if of_run != Some(entry.face) {
                end_run(of_run, &text[begin..at], width, glyphs, is_alone);
                (begin, of_run) = (at, Some(entry.face));
                (width, glyphs, is_alone) = (0, 0, true);
            }
            width += entry.width;
            glyphs += 1;
            is_alone &= entry.is_alone;
        }
        end_run(of_run, &text[begin..], width, glyphs, is_alone);
        advance
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use typst_layout::PagedDocument;

    use super::*;
    use crate::compiler;
    use crate::faces::{Faces, rare_characters};
    use crate::world::EditionWorld;

    const MAIN: &str = "/main.typ";

    /// The size in which texts are laid out, in points.
    const SIZE: f64 = 100.0;

    /// What the compiler makes of a text in a family, in ems.
    fn laid_out(world: &mut EditionWorld, text: &str, family: &str, bold: bool) -> f64 {
        let fallbacks = Fallbacks::known();
        let chain = fallbacks.behind(family, &[]).map(|(name, help)| match help {
            Some(help) => {
                format!("(name: \"{name}\", covers: regex(\"{}\")),", help.covers.as_str())
            }
            None => format!("\"{name}\","),
        });
        let words = text.chars().map(|character| match fallbacks.always(character) {
            Some(face) => format!("#text(font: \"{face}\", \"{character}\");"),
            None => format!("#\"{character}\";"),
        });
        let weight = if bold { "bold" } else { "regular" };
        let code = format!(
            "#set page(width: auto, height: auto, margin: 0pt)\n\
             #set text(font: ({}), size: {SIZE}pt, weight: \"{weight}\", fallback: false,\n\
             overhang: false, cjk-latin-spacing: none, lang: \"ko\")\n{}",
            chain.collect::<String>(),
            words.collect::<String>(),
        );
        world.put_texts([(MAIN, code.as_str())], |_| true);
        world.draw(&rare_characters(text).collect());
        let mut sink = typst::engine::Sink::new();
        let content = compiler::content(world, &mut sink).expect("content");
        let document: PagedDocument =
            compiler::lay_out(world, &content, None, &mut sink).expect("a page");
        document.pages()[0].frame.width().to_pt() / SIZE
    }

    /// Words with what moves its neighbours and what other faces set.
    fn words() -> impl Strategy<Value = String> {
        let syllable = prop_oneof![
            6 => "[가-힣]",
            3 => "[A-Za-z]",
            3 => "[0-9]",
            2 => "[-()\\[\\]{}<>·/→※~,.%’‘“”–…:;!?&*+=_@#]",
            1 => "[①-⑨Ⅰ-Ⅻ㎡㎞℃№☎☆◦□○一-龥]",
            1 => Just(" ".to_owned()),
        ];
        let joined = prop::collection::vec(syllable, 1..24).prop_map(|own| own.concat());
        let words = joined.prop_map(|own| own.split_whitespace().collect::<Vec<_>>().join(" "));
        // The compiler draws dots together that follow each other, which are measured
        // apart: such a text is narrower than it is taken for.
        words.prop_map(|own| own.replace("··", "·").replace("··", "·"))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]

        #[test]
        fn a_text_is_as_wide_as_the_compiler_sets_it(
            text in words().prop_filter("words", |own| !own.is_empty()),
            family in prop::sample::select(&["NanumMyeongjo", "NanumGothic", "Baekmuk Headline"][..]),
            bold in any::<bool>(),
        ) {
            let mut world = EditionWorld::new(Faces::new(Vec::new()).0, MAIN);
            let laid_out = laid_out(&mut world, &text, family, bold);
            let measured = Ruler::new(&[]).advance(&text, family, bold).ems;
            prop_assert!((laid_out - measured).abs() < 1e-3, "{text}: {laid_out} and {measured}");
        }
    }
}
