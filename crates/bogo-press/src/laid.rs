//! What stands where on the pages, as facts that name nothing of Typst.

use std::ops::Range;

use bogo_model::check::pages::{Area, Laid, LaidPage, LaidText, Owner, PageKind, Upright};
use typst::foundations::{Content, Label, Value};
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst::visualize::{Geometry, Shape};
use typst_layout::PagedDocument;

use crate::extent;

/// The label of the marks that `templates/components/passage.typ` sets.
const PASSAGE: &str = "bogo-passage";

/// A line is upright that moves no further to the side than this, in points.
const UPRIGHT: f64 = 0.1;

/// The facts of a document's pages. Frames hold marks and what is printed in
/// the order of painting, so that what follows a mark belongs to it.
pub(crate) fn laid(document: &PagedDocument) -> Laid {
    let mut walk = Walk {
        section_label: Label::new(PicoStr::intern(extent::MARK)),
        passage_label: Label::new(PicoStr::intern(PASSAGE)),
        ..Walk::default()
    };
    for page in document.pages() {
        let size = page.frame.size();
        walk.page = LaidPage {
            number: page.number,
            width: size.x.to_pt(),
            height: size.y.to_pt(),
            ..LaidPage::default()
        };
        walk.is_divider = false;
        walk.frame(&page.frame, Transform::identity());
        let is_blank = walk.page.texts.is_empty() && walk.page.pictures.is_empty();
        walk.page.kind = match page.numbering {
            None => PageKind::Front,
            Some(_) if walk.is_divider => PageKind::Divider,
            Some(_) if is_blank => PageKind::Blank,
            Some(_) => PageKind::Body,
        };
        walk.laid.pages.push(std::mem::take(&mut walk.page));
    }
    walk.laid
}

/// Whether nothing of a group is seen.
fn is_cut_off(group: &GroupItem) -> bool {
    group.clip.as_ref().is_some_and(|clip| {
        let size = clip.bbox(None).size();
        size.x <= Abs::zero() || size.y <= Abs::zero()
    })
}

/// A walk over all frames.
#[derive(Default)]
struct Walk {
    section_label: Option<Label>,
    passage_label: Option<Label>,
    laid: Laid,
    page: LaidPage,
    is_divider: bool,
    section: Option<usize>,
    owner: Option<Owner>,
}

impl Walk {
    fn frame(&mut self, frame: &Frame, transform: Transform) {
        for (at, item) in frame.items() {
            let place = at.transform(transform);
            match item {
                // What is cut off entirely is for those who do not see the page.
                FrameItem::Group(group) if is_cut_off(group) => {}
                FrameItem::Group(group) => {
                    let moved = transform.pre_concat(Transform::translate(at.x, at.y));
                    self.frame(&group.frame, moved.pre_concat(group.transform));
                }
                FrameItem::Tag(Tag::Start(content, _)) => self.mark(content, place),
                FrameItem::Text(text) => self.text(text, place, transform.sx.get()),
                FrameItem::Image(_, size, _) => self.picture(place, *size, transform),
                FrameItem::Shape(shape, _) => self.shape(shape, place, transform),
                FrameItem::Tag(_) | FrameItem::Link(..) => {}
            }
        }
    }

    fn mark(&mut self, content: &Content, place: Point) {
        let Some(label) = content.label() else { return };
        let Some(metadata) = content.to_packed::<MetadataElem>() else { return };
        match &metadata.value {
            Value::Str(path) if Some(label) == self.section_label => {
                self.section = Some(self.laid.sections.len());
                self.owner = None;
                self.page.begins.extend(self.section);
                self.laid.sections.push(path.to_string());
            }
            _ if Some(label) == self.section_label => {
                self.is_divider = true;
                (self.section, self.owner) = (None, None);
            }
            Value::Int(passage) if Some(label) == self.passage_label => {
                let Ok(passage) = usize::try_from(*passage) else { return };
                self.owner = self.section.map(|section| Owner { section, passage });
                self.claim_marker(place);
                self.page.marks.extend(self.owner);
            }
            _ => {}
        }
    }

    /// The marker of an item is painted before the item's mark; it stands on
    /// the same line, at its left.
    fn claim_marker(&mut self, mark: Point) {
        let (x, y) = (mark.x.to_pt(), mark.y.to_pt());
        let Some(last) = self.page.texts.last_mut() else { return };
        let lines: Range<f64> = last.baseline - last.size..last.baseline + last.size / 2.0;
        let is_short = last.words.chars().count() <= 4;
        if is_short && lines.contains(&y) && last.right <= x + last.size / 2.0 {
            last.owner = self.owner;
        }
    }

    fn text(&mut self, text: &TextItem, at: Point, scale: f64) {
        let left = at.x.to_pt();
        self.page.texts.push(LaidText {
            words: text.text.to_string(),
            left,
            right: left + text.width().to_pt() * scale,
            baseline: at.y.to_pt(),
            size: text.size.to_pt() * scale,
            owner: self.owner,
        });
    }

    fn picture(&mut self, at: Point, size: Size, transform: Transform) {
        let (left, top) = (at.x.to_pt(), at.y.to_pt());
        self.page.pictures.push(Area {
            left,
            top,
            right: left + size.x.to_pt() * transform.sx.get(),
            bottom: top + size.y.to_pt() * transform.sy.get(),
        });
    }

    fn shape(&mut self, shape: &Shape, at: Point, transform: Transform) {
        let Geometry::Line(end) = &shape.geometry else { return };
        let (across, down) =
            (end.x.to_pt() * transform.sx.get(), end.y.to_pt() * transform.sy.get());
        if across.abs() <= UPRIGHT && down.abs() > UPRIGHT {
            let (x, y) = (at.x.to_pt(), at.y.to_pt());
            let (top, bottom) = (y.min(y + down), y.max(y + down));
            self.page.uprights.push(Upright { x, top, bottom });
        }
    }
}
