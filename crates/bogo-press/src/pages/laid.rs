//! What stands where on the pages, as facts that name nothing of Typst.

use std::collections::BTreeSet;
use std::ops::Range;

use bogo_model::check::pages::{
    Area, Laid, LaidFill, LaidLine, LaidPage, LaidPicture, LaidText, Layer, Owner, PageKind,
};
use typst::foundations::{Content, StyleChain, Value};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::pdf::{ArtifactElem, ArtifactKind};
use typst::text::TextItem;
use typst::visualize::{CurveItem, Geometry, Shape};
use typst_layout::{Page, PagedDocument};

use super::marks::Marks;
use crate::traced::Traced;

/// How far letters reach above the line that they stand on, as a part of the
/// size of type.
pub(super) const ASCENT: f64 = 0.75;

/// How far they reach below it.
pub(super) const DESCENT: f64 = 0.15;

/// The most characters that a marker or a piece of one has.
const LONGEST_MARKER: usize = 4;

/// Pieces of a marker are no further apart than this part of the size of type.
const PIECES: f64 = 0.25;

/// Words are cut off where more of them than this, in points, is hidden.
const UNSEEN: f64 = 1.0;

/// The facts of a document's pages. A text belongs to the passage of the code that
/// it comes of; frames hold marks and what is printed in the order of painting, so
/// that anything else belongs to what is before it.
pub(crate) fn laid(document: &PagedDocument, texts: &Traced) -> Laid {
    let mut walk = Walk {
        marks: Marks::known(),
        texts,
        laid: Laid::default(),
        page: LaidPage::default(),
        is_divider: false,
        section: None,
        owner: None,
        begun: BTreeSet::new(),
        beside: Vec::new(),
        window: None,
    };
    for page in document.pages() {
        walk.page(page);
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
struct Walk<'t> {
    marks: Marks,
    texts: &'t Traced,
    laid: Laid,
    page: LaidPage,
    is_divider: bool,
    section: Option<usize>,
    owner: Option<Owner>,
    /// The passages of which something stands on the page at hand.
    begun: BTreeSet<Owner>,
    /// What is being painted that is not meant for the body, innermost last.
    beside: Vec<(Location, Layer)>,
    /// What can be seen of the group at hand.
    window: Option<Area>,
}

impl Walk<'_> {
    fn page(&mut self, page: &Page) {
        self.page = LaidPage {
            number: page.number,
            paper: area(Point::zero(), page.frame.size(), Transform::identity()),
            ..LaidPage::default()
        };
        // A title page whose list is long goes on until a section begins.
        self.is_divider &= self.section.is_none();
        self.beside.clear();
        self.begun.clear();
        self.frame(&page.frame, Transform::identity());
        let is_blank = self.page.texts.is_empty() && self.page.pictures.is_empty();
        self.page.kind = match page.numbering {
            None => PageKind::Front,
            Some(_) if is_blank => PageKind::Blank,
            Some(_) if self.is_divider => PageKind::Divider,
            Some(_) => PageKind::Body,
        };
        self.laid.pages.push(std::mem::take(&mut self.page));
    }

    fn frame(&mut self, frame: &Frame, transform: Transform) {
        for (at, item) in frame.items() {
            let moved = transform.pre_concat(Transform::translate(at.x, at.y));
            match item {
                // What is cut off entirely is for those who do not see the page.
                FrameItem::Group(group) if is_cut_off(group) => {}
                FrameItem::Group(group) => self.group(group, moved.pre_concat(group.transform)),
                FrameItem::Tag(Tag::Start(content, _)) => {
                    self.layer_begins(content);
                    self.mark(content, at.transform(transform));
                }
                FrameItem::Tag(Tag::End(location, ..)) => {
                    self.beside.pop_if(|(own, _)| own == location);
                }
                FrameItem::Text(text) => self.text(text, moved),
                FrameItem::Image(_, size, _) => self.picture(*size, moved),
                FrameItem::Shape(shape, _) => self.shape(shape, moved),
                FrameItem::Link(..) => {}
            }
        }
    }

    /// Whether what follows is meant for another part of the page than the
    /// body: Typst sets feet as artifacts, the templates what lies over pages.
    fn layer_begins(&mut self, content: &Content) {
        let artifact = content.to_packed::<ArtifactElem>();
        let layer = match artifact.map(|own| own.kind.get(StyleChain::default())) {
            Some(ArtifactKind::Header | ArtifactKind::Footer) => Layer::Margin,
            Some(ArtifactKind::Watermark | ArtifactKind::Page) => Layer::Whole,
            None if content.label().is_some() && content.label() == self.marks.notice => {
                Layer::Whole
            }
            _ => return,
        };
        self.beside.extend(content.location().map(|location| (location, layer)));
    }

    fn layer(&self) -> Layer {
        self.beside.last().map_or(Layer::Body, |(_, layer)| *layer)
    }

    fn group(&mut self, group: &GroupItem, transform: Transform) {
        let outer = self.window;
        if let Some(clip) = &group.clip {
            let bounds = clip.bbox(None);
            let own = area(bounds.min, bounds.size(), transform);
            self.window = Some(outer.map_or(own, |outer| outer.shared(&own)));
        }
        self.frame(&group.frame, transform);
        self.window = outer;
    }

    fn mark(&mut self, content: &Content, place: Point) {
        let Some(label) = content.label() else { return };
        let Some(metadata) = content.to_packed::<MetadataElem>() else { return };
        match &metadata.value {
            Value::Str(path) if Some(label) == self.marks.section => {
                self.section = Some(self.laid.sections.len());
                self.owner = None;
                self.page.begins.extend(self.section);
                self.laid.sections.push(path.to_string());
            }
            _ if Some(label) == self.marks.section => {
                self.is_divider = true;
                (self.section, self.owner) = (None, None);
            }
            Value::Int(passage) if Some(label) == self.marks.passage => {
                let Ok(passage) = usize::try_from(*passage) else { return };
                let owner = self.section.map(|section| Owner { section, passage });
                self.belongs_to(owner, place);
            }
            _ => {}
        }
    }

    /// What follows belongs to this passage, of which something stands here.
    fn belongs_to(&mut self, owner: Option<Owner>, place: Point) {
        self.owner = owner;
        let Some(owner) = owner else { return };
        if self.begun.insert(owner) {
            self.claim_marker(place);
            self.page.marks.push(owner);
        }
    }

    /// The passage of the section at hand that a text belongs to.
    fn owner_of(&self, text: &TextItem) -> Option<Owner> {
        let (span, _) = text.glyphs.first()?.span;
        let text = self.texts.text(span)?;
        let section = self.laid.sections.iter().rposition(|own| own == text.section)?;
        Some(Owner { section, passage: text.passage() })
    }

    /// The marker of an item is painted before the item's words; it stands on
    /// the same line, at its left. One of several faces is painted in pieces,
    /// which touch: `가` and `.`.
    fn claim_marker(&mut self, mark: Point) {
        let (mut x, y) = (mark.x.to_pt(), mark.y.to_pt());
        let mut gap = f64::INFINITY;
        for text in self.page.texts.iter_mut().rev() {
            let lines: Range<f64> = text.baseline - text.size..text.baseline + text.size / 2.0;
            let is_short = text.words.chars().count() <= LONGEST_MARKER;
            let touches = text.area.right <= x + text.size / 2.0 && text.area.right >= x - gap;
            if !is_short || !touches || !lines.contains(&y) {
                return;
            }
            text.owner = self.owner;
            (x, gap) = (text.area.left, text.size * PIECES);
        }
    }

    /// To whom belongs what is painted now: nothing in the margins belongs to
    /// a passage.
    fn owner(&self) -> Option<Owner> {
        self.owner.filter(|_| self.layer() == Layer::Body)
    }

    fn text(&mut self, text: &TextItem, transform: Transform) {
        if let Some(owner) = self.owner_of(text) {
            self.belongs_to(Some(owner), Point::new(transform.tx, transform.ty));
        }
        let (start, end) = span_of_letters(text);
        let corner = Point::new(start, -text.size * ASCENT);
        let size = Size::new(end - start, text.size * (ASCENT + DESCENT));
        let area = area(corner, size, transform);
        let height = transform.kx.get().hypot(transform.sy.get());
        let is_cut = self.window.is_some_and(|window| window.overrun(&area) > UNSEEN);
        self.page.texts.push(LaidText {
            words: text.text.to_string(),
            area,
            baseline: transform.ty.to_pt(),
            size: text.size.to_pt() * height,
            owner: self.owner(),
            layer: self.layer(),
            is_cut,
        });
    }

    fn picture(&mut self, size: Size, transform: Transform) {
        let area = self.seen(area(Point::zero(), size, transform));
        self.page.pictures.push(LaidPicture { area, owner: self.owner(), layer: self.layer() });
    }

    /// As much of something as is not hidden.
    fn seen(&self, area: Area) -> Area {
        self.window.map_or(area, |window| window.shared(&area))
    }

    fn shape(&mut self, shape: &Shape, transform: Transform) {
        if shape.stroke.is_none() && shape.fill.is_none() {
            return;
        }
        match &shape.geometry {
            Geometry::Line(end) => self.line(Point::zero(), *end, transform),
            Geometry::Rect(size) => {
                let far = size.to_point();
                let corners =
                    [Point::zero(), Point::with_x(far.x), far, Point::with_y(far.y), Point::zero()];
                for ends in corners.windows(2) {
                    self.line(ends[0], ends[1], transform);
                }
            }
            Geometry::Curve(curve) => {
                let (mut start, mut last) = (Point::zero(), Point::zero());
                for item in &curve.0 {
                    let next = match item {
                        CurveItem::Move(to) => {
                            (start, last) = (*to, *to);
                            continue;
                        }
                        CurveItem::Line(to) | CurveItem::Cubic(_, _, to) => *to,
                        CurveItem::Close => start,
                    };
                    self.line(last, next, transform);
                    last = next;
                }
            }
        }
        if shape.fill.is_some() {
            let bounds = shape.geometry.bbox(None);
            self.page.fills.push(LaidFill {
                area: self.seen(area(bounds.min, bounds.size(), transform)),
                texts_before: self.page.texts.len(),
                owner: self.owner(),
                layer: self.layer(),
            });
        }
    }

    /// A line whose ends can be seen; what a group hides of it is left out.
    fn line(&mut self, from: Point, to: Point, transform: Transform) {
        let place = |point: Point| {
            let point = point.transform(transform);
            let (x, y) = (point.x.to_pt(), point.y.to_pt());
            self.window.map_or((x, y), |window| {
                (x.clamp(window.left, window.right), y.clamp(window.top, window.bottom))
            })
        };
        let (from, to) = (place(from), place(to));
        if from != to {
            let (owner, layer) = (self.owner(), self.layer());
            self.page.lines.push(LaidLine { from, to, owner, layer });
        }
    }
}

/// Where the letters of a text begin and end: spaces at its ends are not seen.
fn span_of_letters(text: &TextItem) -> (Abs, Abs) {
    let is_space = |glyph: &&typst::text::Glyph| {
        text.text.get(glyph.range()).is_some_and(|own| own.trim().is_empty())
    };
    let width = |glyph: &typst::text::Glyph| glyph.x_advance.at(text.size);
    let all = text.width();
    let before: Abs = text.glyphs.iter().take_while(is_space).map(width).sum();
    let after: Abs = text.glyphs.iter().rev().take_while(is_space).map(width).sum();
    (before.min(all), (all - after).max(before.min(all)))
}

/// The smallest part of the page that holds a rectangle, wherever it is turned
/// and however it is scaled.
pub(super) fn area(corner: Point, size: Size, transform: Transform) -> Area {
    let far = corner + size.to_point();
    let corners = [corner, Point::new(far.x, corner.y), far, Point::new(corner.x, far.y)]
        .map(|point| point.transform(transform));
    let across = corners.map(|point| point.x.to_pt());
    let down = corners.map(|point| point.y.to_pt());
    let least = |values: [f64; 4]| values.into_iter().fold(f64::INFINITY, f64::min);
    let most = |values: [f64; 4]| values.into_iter().fold(f64::NEG_INFINITY, f64::max);
    Area { left: least(across), top: least(down), right: most(across), bottom: most(down) }
}
