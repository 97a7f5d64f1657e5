//! Walking over what is painted on a page.

use typst::layout::{Frame, FrameItem, Point, Transform};

/// Everything on a frame, with its place on the page.
pub(crate) fn items(frame: &Frame) -> Vec<(Point, &FrameItem)> {
    let mut all = Vec::new();
    gather(frame, Transform::identity(), &mut all);
    all
}

fn gather<'f>(frame: &'f Frame, transform: Transform, all: &mut Vec<(Point, &'f FrameItem)>) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let moved = transform.pre_concat(Transform::translate(at.x, at.y));
                gather(&group.frame, moved.pre_concat(group.transform), all);
            }
            item => all.push((at.transform(transform), item)),
        }
    }
}
