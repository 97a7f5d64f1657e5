//! The head of a chart, what stands beside it, and single units below it.

use super::BoxLook;
use super::drawing::{Drawing, Outline};
use super::frame::Frame;
use super::tree::Tree;

/// The upper part of a chart, down to the units that stand in rows.
#[derive(Debug)]
pub(super) struct Head<'u> {
    pub(super) drawing: Drawing<'u>,
    /// The units that stand in rows below it.
    pub(super) units: Vec<usize>,
    /// Where the box ends that they hang from, from above.
    pub(super) link_top: f64,
    /// Where all boxes have ended.
    pub(super) bottom: f64,
}

/// The box of the head, and where those beside it end.
struct Root {
    at: Outline,
    bottom: f64,
}

impl<'u> Frame<'_, 'u> {
    /// The head with what stands beside it and, as long as there is only one,
    /// the unit below.
    pub(super) fn head(&self) -> Head<'u> {
        let (asides, mut units): (Vec<usize>, Vec<usize>) =
            self.tree.children(Tree::ROOT).partition(|unit| self.tree.node(*unit).is_aside);
        let mut drawing = Drawing::default();
        let root = self.root(&asides, &mut drawing);
        let (look, middle) = (self.look, self.full / 2.0);
        let width = self.root_width();
        let x = middle - width / 2.0;
        let (mut link_top, mut bottom) = (root.at.y + root.at.height, root.bottom);
        // Where the body is narrow, what stands beside the head reaches over
        // the middle.
        let is_clear = self.aside_left(root.at) >= x + width;
        let mut end = if is_clear { link_top } else { bottom };
        while let [unit] = units[..] {
            let y = end + look.stem.0;
            let height = self.box_height([unit], width, look.size.0);
            drawing.link((middle, link_top), (middle, y));
            let at = Outline { x, y, width, height };
            drawing.add(self.tree.node(unit), at, look.size.0, BoxLook::Unit);
            end = y + height;
            (link_top, bottom) = (end, bottom.max(end));
            units = self.tree.children(unit).collect();
        }
        Head { drawing, units, link_top, bottom }
    }

    /// Draws the head and what stands beside it.
    fn root(&self, asides: &[usize], drawing: &mut Drawing<'u>) -> Root {
        let (look, width) = (self.look, self.root_width());
        let beside = match asides {
            [] => 0.0,
            _ => look.aside_gap.0 + look.aside_width.0,
        };
        // Where the body is narrow, the head gives way to what stands beside
        // it, but stays above the middle, where its units hang.
        let x = ((self.full - width) / 2.0).min(self.full - width - beside);
        let x = x.max(self.full / 2.0 - width).max(0.0);
        let height = self.box_height([Tree::ROOT], width, look.root_size.0).max(look.root_height.0);
        let at = Outline { x, y: 0.0, width, height };
        drawing.add(self.tree.node(Tree::ROOT), at, look.root_size.0, BoxLook::Root);
        let bottom = height.max(self.asides(asides, at, drawing));
        Root { at, bottom }
    }

    /// Draws what stands beside the head; returns where it ends.
    fn asides(&self, asides: &[usize], root: Outline, drawing: &mut Drawing<'u>) -> f64 {
        let look = self.look;
        let (right, from) = (root.x + root.width, root.y + root.height / 2.0);
        let bend = right + look.aside_gap.0 / 2.0;
        let x = self.aside_left(root);
        let width = look.aside_width.0.min(self.full - x);
        let (mut highest, mut lowest, mut bottom) = (from, from, root.y);
        for (index, aside) in asides.iter().enumerate() {
            let y = if index == 0 { bottom } else { bottom + look.child_gap.0 };
            let height = self.box_height([*aside], width, look.size.0);
            let middle = y + height / 2.0;
            (highest, lowest) = (highest.min(middle), lowest.max(middle));
            drawing.dash((bend, middle), (x, middle));
            let at = Outline { x, y, width, height };
            drawing.add(self.tree.node(*aside), at, look.size.0, BoxLook::Aside);
            bottom = y + height;
        }
        if !asides.is_empty() {
            drawing.dash((right, from), (bend, from));
            drawing.dash((bend, from), (bend, highest));
            drawing.dash((bend, from), (bend, lowest));
        }
        bottom
    }

    /// The left edge of what stands beside the head.
    fn aside_left(&self, root: Outline) -> f64 {
        root.x + root.width + self.look.aside_gap.0
    }

    /// The width of the head's box.
    fn root_width(&self) -> f64 {
        self.look.root_width.0.min(self.full)
    }
}
