//! A chart in parts that no page cuts.

use super::drawing::Drawing;
use super::{BoxLook, Link, Slice, UnitBox};

/// Whether no slice of a drawing is taller than `most`.
pub(super) fn fits(drawing: &Drawing<'_>, most: f64) -> bool {
    edges(drawing, most).windows(2).all(|edges| edges[1] - edges[0] <= most)
}

/// The chart whole if a page holds it, which is `most` in points; otherwise each
/// row of units, the first with the head; and what is taller than a page
/// between its boxes.
pub(super) fn sliced<'u>(drawing: Drawing<'u>, most: f64) -> Vec<Slice<'u>> {
    let edges = edges(&drawing, most);
    let empty =
        |edges: &[f64]| Slice { height: edges[1] - edges[0], boxes: Vec::new(), links: Vec::new() };
    let mut slices: Vec<Slice<'u>> = edges.windows(2).map(empty).collect();
    // Each edge but the last is the top of a slice.
    let tops = &edges[..slices.len()];
    // The slice with this place, which may be its top but not its end.
    let slice_at = |y: f64| tops.partition_point(|top| *top <= y).saturating_sub(1);
    for own in drawing.boxes {
        let slice = slice_at(own.y);
        slices[slice].boxes.push(UnitBox { y: own.y - tops[slice], ..own });
    }
    for link in drawing.links {
        let (from, to) = (link.from.1.min(link.to.1), link.from.1.max(link.to.1));
        let first = slice_at(from);
        let behind = tops.partition_point(|top| *top < to).max(first + 1);
        for slice in first..behind {
            slices[slice].links.push(clipped(link, edges[slice], edges[slice + 1]));
        }
    }
    slices
}

/// A link as far as it stands between these places, from the first of them.
fn clipped(link: Link, top: f64, bottom: f64) -> Link {
    let inside = |(x, y): (f64, f64)| (x, y.min(bottom).max(top) - top);
    Link { from: inside(link.from), to: inside(link.to), ..link }
}

/// Where the slices of a drawing begin, and where the last one ends.
fn edges(drawing: &Drawing<'_>, most: f64) -> Vec<f64> {
    let mut edges = vec![0.0];
    if drawing.height() <= most {
        edges.push(drawing.height());
        return edges;
    }
    let cuts = cuts(&drawing.boxes);
    let mut top = 0.0;
    for end in &drawing.ends {
        if end - top > most {
            let inner = cuts.iter().filter(|cut| top < **cut && **cut < *end);
            edges.extend(inner);
        }
        edges.push(*end);
        top = *end;
    }
    edges
}

/// Where a drawing may be cut: below boxes, where no other box is cut in two,
/// and none is cut off from what hangs below it.
fn cuts(boxes: &[UnitBox<'_>]) -> Vec<f64> {
    let end = |own: &UnitBox<'_>| own.y + own.height;
    let mut ends: Vec<f64> = boxes.iter().map(end).collect();
    ends.sort_by(f64::total_cmp);
    ends.dedup();
    let mut boxes: Vec<&UnitBox<'_>> = boxes.iter().collect();
    boxes.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut boxes = boxes.into_iter().peekable();
    // Down to where the boxes reach that begin above, and those of them from
    // which others hang.
    let (mut covered, mut held) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
    ends.retain(|cut| {
        while let Some(own) = boxes.next_if(|own| own.y < *cut) {
            covered = covered.max(end(own));
            if own.look == BoxLook::Unit {
                held = held.max(end(own));
            }
        }
        covered <= *cut && held < *cut
    });
    ends
}
