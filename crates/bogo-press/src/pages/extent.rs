//! On which pages a section stands.

use std::ops::RangeInclusive;

use typst::foundations::{Selector, Value};
use typst::introspection::{Introspector as _, MetadataElem};
use typst::layout::{FrameItem, Point};
use typst_layout::PagedDocument;

use super::frames::items;
use super::marks::Marks;

/// Where something begins: its page, counted from 0, and its place there.
struct Mark {
    /// The section that begins; none for a title page.
    section: Option<String>,
    page: usize,
    place: Point,
}

/// The pages, counted from 0, of the section with this id; `None` if it is
/// not in the document.
pub(crate) fn pages_of(document: &PagedDocument, id: &str) -> Option<RangeInclusive<usize>> {
    let marks = marks(document);
    let own = marks.iter().position(|mark| mark.section.as_deref() == Some(id))?;
    let first = marks[own].page;
    let mut last = match marks.get(own + 1) {
        None => document.pages().len() - 1,
        Some(next) if stands_below_others(document, next) => next.page,
        Some(next) => next.page.saturating_sub(1),
    };
    while last > first && is_blank(document, last) {
        last -= 1;
    }
    Some(first..=last.max(first))
}

fn marks(document: &PagedDocument) -> Vec<Mark> {
    let introspector = document.introspector();
    let Some(label) = Marks::known().section else { return Vec::new() };
    let found = introspector.query(&Selector::Label(label));
    let mark = |content: &typst::foundations::Content| {
        let at = introspector.position(content.location()?)?;
        let section = match &content.to_packed::<MetadataElem>()?.value {
            Value::Str(id) => Some(id.to_string()),
            _ => None,
        };
        Some(Mark { section, page: at.page.get() - 1, place: at.point })
    };
    found.iter().filter_map(mark).collect()
}

/// Whether anything is printed above a mark, so that its page belongs to what
/// is before it, too. What lies over the page is painted behind the mark.
fn stands_below_others(document: &PagedDocument, mark: &Mark) -> bool {
    let Some(page) = document.pages().get(mark.page) else { return false };
    let items = items(&page.frame);
    let is_mark =
        |(at, item): &(Point, &FrameItem)| matches!(item, FrameItem::Tag(_)) && *at == mark.place;
    let end = items.iter().position(is_mark).unwrap_or(items.len());
    items[..end].iter().any(|(at, item)| is_printed(item) && at.y < mark.place.y)
}

fn is_blank(document: &PagedDocument, page: usize) -> bool {
    let page = document.pages().get(page);
    page.is_some_and(|page| !items(&page.frame).iter().any(|(_, item)| is_printed(item)))
}

fn is_printed(item: &FrameItem) -> bool {
    !matches!(item, FrameItem::Tag(_) | FrameItem::Link(..))
}
