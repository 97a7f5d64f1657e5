//! What a page looks like, to be compared with another.

use std::hash::{Hash, Hasher};

use typst::layout::{Frame, FrameItem};
use typst::model::Destination;
use typst::text::TextItem;

/// What a frame shows, to be hashed: without what stands in it for the
/// compiler's sake, such as tags and where in the sources something is from,
/// for these change with every edit anywhere.
pub(crate) struct Look<'f>(pub(crate) &'f Frame);

impl Hash for Look<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0.size(), self.0.kind()).hash(state);
        for (at, item) in self.0.items() {
            if matches!(item, FrameItem::Tag(_)) {
                continue;
            }
            (at, std::mem::discriminant(item)).hash(state);
            match item {
                FrameItem::Group(group) => {
                    (group.transform, &group.clip, Look(&group.frame)).hash(state);
                }
                FrameItem::Text(text) => hash_text(text, state),
                FrameItem::Shape(shape, _) => shape.hash(state),
                FrameItem::Image(image, size, _) => (image, size).hash(state),
                // Places elsewhere in the report are known to the compiler by
                // names of its own.
                FrameItem::Link(Destination::Location(_), size) => size.hash(state),
                FrameItem::Link(target, size) => (target, size).hash(state),
                FrameItem::Tag(_) => {}
            }
        }
    }
}

fn hash_text<H: Hasher>(text: &TextItem, state: &mut H) {
    (&text.font, text.size, &text.fill, &text.stroke, &text.text).hash(state);
    for glyph in &text.glyphs {
        (glyph.id, glyph.x_advance, glyph.x_offset, glyph.y_advance, glyph.y_offset).hash(state);
    }
}
