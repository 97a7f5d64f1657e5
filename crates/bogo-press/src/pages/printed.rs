//! From what is printed to where it is typed, character for character.

use bogo_model::check::pages::Area;
use bogo_model::edition::Source;
use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::text::TextItem;

use super::laid::{ASCENT, DESCENT, area};
use crate::traced::Traced;

/// A printed piece of a text of the edition: a character, or several that a face
/// sets as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// What it covers on its page, in points; as high as its line's letters.
    pub area: Area,
    /// Where the piece of text that it is part of comes from.
    pub source: Source,
    /// How many characters of that piece come before it.
    pub character: usize,
}

/// What of the edition's texts is printed on a page, in the order of painting.
/// What bogo adds, such as markers and the numbers of pages, is left out.
pub(crate) fn printed(frame: &Frame, texts: &Traced) -> Vec<Printed> {
    let mut all = Vec::new();
    gather(frame, Transform::identity(), texts, &mut all);
    all
}

fn gather(frame: &Frame, transform: Transform, texts: &Traced, all: &mut Vec<Printed>) {
    for (at, item) in frame.items() {
        let moved = transform.pre_concat(Transform::translate(at.x, at.y));
        match item {
            FrameItem::Group(group) => {
                gather(&group.frame, moved.pre_concat(group.transform), texts, all);
            }
            FrameItem::Text(text) => all.extend(pieces(text, moved, texts)),
            _ => {}
        }
    }
}

fn pieces<'t>(
    item: &'t TextItem,
    transform: Transform,
    texts: &'t Traced,
) -> impl Iterator<Item = Printed> + 't {
    let mut start = Abs::zero();
    item.glyphs.iter().filter_map(move |glyph| {
        let width = glyph.x_advance.at(item.size);
        let corner = Point::new(start, -item.size * ASCENT);
        start += width;
        let (span, offset) = glyph.span;
        let text = texts.text(span)?;
        let origin = text.origin();
        let is_own = origin.typed.is_none() && origin.made_of.is_empty();
        (!is_own).then(|| Printed {
            area: area(corner, Size::new(width, item.size * (ASCENT + DESCENT)), transform),
            source: origin.clone(),
            character: text.character(usize::from(offset)),
        })
    })
}
