//! The colours of type and rules, as inks.
//!
//! Typst paints in sRGB. Every colour in what paints a page is put in the inks
//! of the printing house; pictures keep their profile, and colours that name an
//! ink of their own, as crop marks do, stay.

use std::collections::{BTreeMap, BTreeSet};

use super::inks::{Condition, Inks};
use crate::pdf::content::{Operation, Operations};
use crate::pdf::objects::Objects;
use crate::pdf::stream::Stream;
use crate::pdf::syntax::{Dictionary, array, number, reference};

/// Spaces of which a colour has up to four parts and is turned into inks.
const PROCESS_SPACES: [&[u8]; 6] =
    [b"/ICCBased", b"/DeviceRGB", b"/DeviceGray", b"/DeviceCMYK", b"/CalRGB", b"/CalGray"];

/// Puts the colours of these pages, and of everything that is painted on them
/// but pictures, in inks. `None` if anything is laid out as the compiler never
/// does it.
pub(super) fn repaint(
    objects: &mut Objects<'_>,
    pages: &[usize],
    condition: &Condition,
) -> Option<()> {
    let mut painter = Painter { condition, known: BTreeMap::new() };
    for page in pages {
        let (page, _) = Dictionary::read(objects.body(*page)?)?;
        let Some(content) = page.get("/Contents") else { continue };
        let (content, kept) = (reference(content)?, kept_spaces(objects, &page));
        let stream = Stream::read(objects.body(content)?)?;
        let painted = Stream::deflated(&painter.repainted(&stream.plain()?, &kept)?);
        objects.set_body(content, painted.written());
    }
    for form in forms(objects) {
        let Some(mut stream) = objects.body(form).and_then(Stream::read) else { continue };
        let kept = kept_spaces(objects, &stream.entries);
        let painted = painter.repainted(&stream.plain()?, &kept)?;
        stream.deflate(&painted);
        blend_in_inks(&mut stream.entries);
        let written = stream.written();
        objects.set_body(form, written);
    }
    forget_spaces(objects);
    Some(())
}

/// Has a group blended in inks: what is blended in another space would leave it
/// in four inks.
fn blend_in_inks(form: &mut Dictionary<'_>) {
    let Some((mut group, _)) = form.get("/Group").and_then(Dictionary::read) else { return };
    group.set("/CS", "/DeviceCMYK");
    let written = group.written();
    form.set("/Group", written);
}

/// Turns colours into inks, each colour once.
struct Painter<'c> {
    condition: &'c Condition,
    known: BTreeMap<[u8; 3], Inks>,
}

/// Whether colours are set that stay as they are: to fill, and to draw lines.
#[derive(Clone, Copy, Default)]
struct Keeps {
    fill: bool,
    line: bool,
}

impl Painter<'_> {
    /// What paints a page or a part of it, in inks. Colours of the spaces with
    /// the names `kept` stay, and so does every byte that sets no colour.
    fn repainted(&mut self, content: &[u8], kept: &BTreeSet<Vec<u8>>) -> Option<Vec<u8>> {
        let mut painted = Vec::with_capacity(content.len());
        let mut copied = 0;
        let (mut keeps, mut outer) = (Keeps::default(), Vec::new());
        for operation in Operations::of(content) {
            let inks = match operation.operator {
                b"q" => {
                    outer.push(keeps);
                    continue;
                }
                b"Q" => {
                    keeps = outer.pop().unwrap_or_default();
                    continue;
                }
                b"cs" | b"CS" => {
                    let name = operation.operands.first().copied().unwrap_or_default();
                    let keep = name == b"/Pattern" || kept.contains(name);
                    *keeps.of(operation.operator) = keep;
                    if keep {
                        continue;
                    }
                    String::new()
                }
                b"sc" | b"scn" | b"SC" | b"SCN" if *keeps.of(operation.operator) => continue,
                b"sc" | b"scn" | b"SC" | b"SCN" | b"g" | b"G" | b"rg" | b"RG" | b"k" | b"K" => {
                    *keeps.of(operation.operator) = false;
                    self.in_inks(&operation)?
                }
                _ => continue,
            };
            painted.extend_from_slice(&content[copied..operation.range.start]);
            painted.extend_from_slice(inks.as_bytes());
            copied = operation.range.end;
        }
        painted.extend_from_slice(&content[copied..]);
        Some(painted)
    }

    /// The operation that sets a colour, in inks: grey, sRGB, or inks already.
    fn in_inks(&mut self, operation: &Operation<'_>) -> Option<String> {
        let parts = operation.operands.iter().map(|part| number(part));
        let parts: Vec<f32> = parts.collect::<Option<_>>()?;
        let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
        let shares = match *parts {
            [grey] => self.inks([byte(grey); 3]),
            [red, green, blue] => self.inks([byte(red), byte(green), byte(blue)]),
            _ => parts,
        };
        let shares: Vec<String> = shares.iter().map(f32::to_string).collect();
        let operator = if is_of_lines(operation.operator) { "K" } else { "k" };
        Some(format!("{} {operator}", shares.join(" ")))
    }

    /// The shares of the inks that give a colour, from 0 to 1.
    fn inks(&mut self, colour: [u8; 3]) -> Vec<f32> {
        let condition = self.condition;
        let inks = self.known.entry(colour).or_insert_with(|| condition.inks_for(colour));
        inks.iter().map(|share| f32::from(*share) / 100.0).collect()
    }
}

impl Keeps {
    /// What an operator sets.
    fn of(&mut self, operator: &[u8]) -> &mut bool {
        if is_of_lines(operator) { &mut self.line } else { &mut self.fill }
    }
}

/// Whether an operator sets the colour of lines, which capitals do.
fn is_of_lines(operator: &[u8]) -> bool {
    operator.first().is_some_and(u8::is_ascii_uppercase)
}

/// The numbers of the streams that paint something beside the pages: forms,
/// patterns, and glyphs that are drawn.
fn forms(objects: &Objects<'_>) -> BTreeSet<usize> {
    let mut forms = BTreeSet::new();
    for object in objects.iter() {
        let Some((own, _)) = Dictionary::read(&object.body) else { continue };
        if object.is_stream() {
            let is_form = own.get("/Subtype") == Some(b"/Form");
            let is_tiling = own.get("/PatternType") == Some(b"1");
            if is_form || is_tiling {
                forms.insert(object.number);
            }
        } else if let Some(glyphs) = objects.dictionary(&own, "/CharProcs") {
            forms.extend(glyphs.iter().filter_map(|(_, glyph)| reference(glyph)));
        }
    }
    forms
}

/// The names of the spaces whose colours stay as they are, among those that a
/// page or form knows.
fn kept_spaces(objects: &Objects<'_>, painted: &Dictionary<'_>) -> BTreeSet<Vec<u8>> {
    let Some(resources) = objects.dictionary(painted, "/Resources") else { return BTreeSet::new() };
    let spaces = objects.dictionary(&resources, "/ColorSpace").unwrap_or_default();
    let kept = spaces.iter().filter(|(_, space)| is_kept(objects, space));
    kept.map(|(name, _)| name.to_vec()).collect()
}

/// Whether colours of a space stay as they are: they name an ink, or are no
/// colours.
fn is_kept(objects: &Objects<'_>, space: &[u8]) -> bool {
    let Some(space) = objects.resolved(space) else { return true };
    let kind = match array(space) {
        Some(parts) => parts.first().copied().unwrap_or_default(),
        None => space,
    };
    !PROCESS_SPACES.contains(&kind)
}

/// Takes the spaces away whose colours have become inks.
fn forget_spaces(objects: &mut Objects<'_>) {
    let changed: Vec<(usize, Vec<u8>)> = objects
        .iter()
        .filter_map(|object| {
            let (mut own, rest) = Dictionary::read(&object.body)?;
            match own.get("/Resources").and_then(Dictionary::read) {
                Some((mut resources, _)) => {
                    keep_spaces(objects, &mut resources)?;
                    let written = resources.written();
                    own.set("/Resources", written);
                }
                None => keep_spaces(objects, &mut own)?,
            }
            Some((object.number, [&own.written(), rest].concat()))
        })
        .collect();
    for (number, body) in changed {
        objects.set_body(number, body);
    }
}

/// Leaves among the resources of something the spaces whose colours stay as
/// they are. `None` if nothing was to be taken away.
fn keep_spaces(objects: &Objects<'_>, resources: &mut Dictionary<'_>) -> Option<()> {
    let (mut spaces, _) = Dictionary::read(resources.get("/ColorSpace")?)?;
    let before = spaces.iter().count();
    spaces.retain(|_, space| is_kept(objects, space));
    if spaces.iter().count() == before {
        return None;
    }
    let written = spaces.written();
    resources.set("/ColorSpace", written);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::objects::file;
    use crate::pdf::print::intent::PROFILE;

    /// A page of a file of these objects, repainted: what paints it, and its
    /// resources.
    fn repainted(content: &str, spaces: &str) -> (String, String) {
        let length = content.len();
        let bytes = file(
            "1.6",
            &[
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Resources 4 0 R/Contents 5 0 R>>",
                &format!("<</ColorSpace<<{spaces}>>/Font<<>>>>"),
                &format!("<</Length {length}>>\nstream\n{content}\nendstream"),
                "[/ICCBased 7 0 R]",
            ],
        );
        let mut objects = Objects::read(&bytes).expect("pieces");
        let condition = Condition::read(PROFILE).expect("a profile");
        let pages = objects.pages();
        repaint(&mut objects, &pages, &condition).expect("a file as the compiler writes it");
        let painted = Stream::read(objects.body(5).expect("it")).expect("a stream");
        let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (words(&painted.plain().expect("data")), words(objects.body(4).expect("it")))
    }

    #[test]
    fn colours_become_inks_and_every_other_byte_stays() {
        let (painted, resources) = repainted(
            "q 1 0 0 -1 85.03937 795.2914 cm/c0 cs 0 0 0 scn 0 0 m% 1 g\n\nBT/f0 28 Tf[(1 g\\)(x))]TJ\n\
             ET\n.5 G/c1 CS .5 SCN Q 1 0 0 0 k/c1 cs 1 scn q/DeviceGray cs 1 sc Q .25 scn",
            "/c0 6 0 R/c1[/Separation/All/DeviceCMYK 8 0 R]",
        );
        assert_eq!(
            painted,
            "q 1 0 0 -1 85.03937 795.2914 cm 0 0 0 1 k 0 0 m% 1 g\n\nBT/f0 28 Tf[(1 g\\)(x))]TJ\n\
             ET\n0 0 0 0.64 K/c1 CS .5 SCN Q 1 0 0 0 k/c1 cs 1 scn q 0 0 0 0 k Q .25 scn"
        );
        let kept = "<</ColorSpace<</c1[/Separation/All/DeviceCMYK 8 0 R]>>/Font<<>>>>";
        assert_eq!(resources, kept);
    }

    #[test]
    fn where_no_colour_of_the_screen_is_known_the_resources_stay() {
        let spaces = "/p/Pattern/c1[/Separation/All/DeviceCMYK 8 0 R]";
        let (painted, resources) = repainted("/Pattern cs/p0 scn f", spaces);
        assert_eq!(painted, "/Pattern cs/p0 scn f");
        assert_eq!(resources, format!("<</ColorSpace<<{spaces}>>/Font<<>>>>"));
    }
}
