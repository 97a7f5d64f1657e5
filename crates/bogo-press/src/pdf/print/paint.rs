//! The colours of type and rules, as inks.
//!
//! Typst paints in sRGB. Every colour in what paints a page is put in the inks
//! of the printing house; pictures keep their profile, and colours that name an
//! ink of their own, as crop marks do, stay.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::inks::{Condition, Inks};

/// Spaces of which a colour has up to four parts and is turned into inks.
const PROCESS_SPACES: [&[u8]; 6] =
    [b"ICCBased", b"DeviceRGB", b"DeviceGray", b"DeviceCMYK", b"CalRGB", b"CalGray"];

/// Puts the colours of all pages, and of everything that is painted on them
/// but pictures, in inks.
pub(super) fn repaint(document: &mut Document, condition: &Condition) -> lopdf::Result<()> {
    let mut painter = Painter { condition, known: BTreeMap::new() };
    for page in document.get_pages().into_values() {
        let content = document.get_page_content(page);
        let contents = document.get_page_contents(page);
        let own = document.get_dictionary(page)?;
        let kept = kept_spaces(document, own);
        let stream = stream_of(painter.repainted(&content, &kept)?)?;
        for id in contents {
            document.objects.remove(&id);
        }
        let id = document.add_object(stream);
        document.get_dictionary_mut(page)?.set("Contents", id);
    }
    for id in forms(document) {
        let Ok(stream) = document.get_object(id).and_then(Object::as_stream) else { continue };
        let kept = kept_spaces(document, &stream.dict);
        let content = painter.repainted(&stream.get_plain_content()?, &kept)?;
        if let Ok(stream) = document.get_object_mut(id).and_then(Object::as_stream_mut) {
            stream.set_plain_content(content);
            stream.compress()?;
            // What is blended in another space would leave it in four inks.
            if let Ok(group) = stream.dict.get_mut(b"Group").and_then(Object::as_dict_mut) {
                group.set("CS", "DeviceCMYK");
            }
        }
    }
    forget_spaces(document);
    Ok(())
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
    /// the names `kept` stay.
    fn repainted(&mut self, content: &[u8], kept: &BTreeSet<Vec<u8>>) -> lopdf::Result<Vec<u8>> {
        let mut operations = Vec::new();
        let (mut keeps, mut outer) = (Keeps::default(), Vec::new());
        for operation in Content::decode(content)?.operations {
            match operation.operator.as_str() {
                "q" => outer.push(keeps),
                "Q" => keeps = outer.pop().unwrap_or_default(),
                "cs" | "CS" => {
                    let name = operation.operands.first().and_then(|name| name.as_name().ok());
                    let keep = name.is_some_and(|name| name == b"Pattern" || kept.contains(name));
                    *keeps.of(&operation.operator) = keep;
                    if !keep {
                        continue;
                    }
                }
                "sc" | "scn" | "SC" | "SCN" if *keeps.of(&operation.operator) => {}
                "sc" | "scn" | "SC" | "SCN" | "g" | "G" | "rg" | "RG" | "k" | "K" => {
                    *keeps.of(&operation.operator) = false;
                    operations.push(self.in_inks(&operation)?);
                    continue;
                }
                _ => {}
            }
            operations.push(operation);
        }
        Content { operations }.encode()
    }

    /// The operation that sets a colour, in inks: grey, sRGB, or inks already.
    fn in_inks(&mut self, operation: &Operation) -> lopdf::Result<Operation> {
        let parts: Vec<f32> =
            operation.operands.iter().map(Object::as_float).collect::<Result<_, _>>()?;
        let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
        let is_line = operation.operator.starts_with(|first: char| first.is_ascii_uppercase());
        let operator = if is_line { "K" } else { "k" };
        let colour = match *parts {
            [grey] => [byte(grey); 3],
            [red, green, blue] => [byte(red), byte(green), byte(blue)],
            _ => return Ok(Operation::new(operator, operation.operands.clone())),
        };
        let condition = self.condition;
        let inks = *self.known.entry(colour).or_insert_with(|| condition.inks_for(colour));
        let share = |ink: u8| match ink {
            0 | 100 => Object::Integer(i64::from(ink / 100)),
            _ => Object::Real(f32::from(ink) / 100.0),
        };
        Ok(Operation::new(operator, inks.map(share).to_vec()))
    }
}

impl Keeps {
    /// What an operator sets: capitals are of lines.
    fn of(&mut self, operator: &str) -> &mut bool {
        match operator.starts_with(|first: char| first.is_ascii_uppercase()) {
            true => &mut self.line,
            false => &mut self.fill,
        }
    }
}

fn stream_of(content: Vec<u8>) -> lopdf::Result<Stream> {
    let mut stream = Stream::new(Dictionary::new(), content);
    stream.compress()?;
    Ok(stream)
}

/// The streams that paint something beside the pages: forms, patterns, and
/// glyphs that are drawn.
fn forms(document: &Document) -> Vec<ObjectId> {
    let mut forms = Vec::new();
    for (id, object) in &document.objects {
        if let Ok(stream) = object.as_stream() {
            let is_form = stream
                .dict
                .get(b"Subtype")
                .and_then(Object::as_name)
                .is_ok_and(|name| name == b"Form");
            let is_tiling = stream
                .dict
                .get(b"PatternType")
                .and_then(Object::as_i64)
                .is_ok_and(|kind| kind == 1);
            if is_form || is_tiling {
                forms.push(*id);
            }
        } else if let Ok(font) = object.as_dict()
            && let Ok(glyphs) = font.get_deref(b"CharProcs", document).and_then(Object::as_dict)
        {
            forms.extend(glyphs.iter().filter_map(|(_, glyph)| glyph.as_reference().ok()));
        }
    }
    forms
}

/// The names of the spaces whose colours stay as they are, among those that a
/// page or form knows.
fn kept_spaces(document: &Document, painted: &Dictionary) -> BTreeSet<Vec<u8>> {
    let spaces = painted
        .get_deref(b"Resources", document)
        .and_then(Object::as_dict)
        .and_then(|resources| resources.get_deref(b"ColorSpace", document))
        .and_then(Object::as_dict);
    let names = spaces.into_iter().flat_map(Dictionary::iter);
    names.filter(|(_, space)| is_kept(document, space)).map(|(name, _)| name.clone()).collect()
}

/// Whether colours of a space stay as they are: they name an ink, or are no
/// colours.
fn is_kept(document: &Document, space: &Object) -> bool {
    let Ok((_, space)) = document.dereference(space) else { return true };
    let kind = match space {
        Object::Array(parts) => parts.first().and_then(|kind| kind.as_name().ok()),
        space => space.as_name().ok(),
    };
    kind.is_none_or(|kind| !PROCESS_SPACES.contains(&kind))
}

/// Takes the spaces away whose colours have become inks.
fn forget_spaces(document: &mut Document) {
    let mut unneeded = Vec::new();
    for (id, object) in &document.objects {
        let resources = dictionary(object).map(|own| match own.get(b"Resources") {
            Ok(Object::Dictionary(inner)) => inner,
            _ => own,
        });
        let spaces = resources.and_then(|own| own.get(b"ColorSpace").ok()?.as_dict().ok());
        for (name, space) in spaces.into_iter().flat_map(Dictionary::iter) {
            if !is_kept(document, space) {
                unneeded.push((*id, name.clone()));
            }
        }
    }
    for (id, name) in unneeded {
        let own = match document.objects.get_mut(&id) {
            Some(Object::Stream(stream)) => &mut stream.dict,
            Some(Object::Dictionary(own)) => own,
            _ => continue,
        };
        let within = matches!(own.get(b"Resources"), Ok(Object::Dictionary(_)));
        let resources = match within {
            true => own.get_mut(b"Resources").and_then(Object::as_dict_mut),
            false => Ok(own),
        };
        let spaces = resources.and_then(|own| own.get_mut(b"ColorSpace"));
        if let Ok(spaces) = spaces.and_then(Object::as_dict_mut) {
            spaces.remove(&name);
        }
    }
}

/// The dictionary that an object is or begins with.
fn dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Stream(stream) => Some(&stream.dict),
        Object::Dictionary(own) => Some(own),
        _ => None,
    }
}
