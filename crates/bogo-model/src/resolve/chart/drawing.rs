//! Boxes and links as they are put on a drawing.

use super::tree::Node;
use super::{BoxLook, Link, UnitBox};

/// Boxes and links with their places from the chart's top left corner.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawing<'u> {
    pub(super) boxes: Vec<UnitBox<'u>>,
    pub(super) links: Vec<Link>,
    /// Where each row of units ends, from above; the last is the chart's end.
    pub(super) ends: Vec<f64>,
}

/// Where a box stands and how wide and high it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl<'u> Drawing<'u> {
    /// Its height.
    pub(super) fn height(&self) -> f64 {
        self.ends.last().copied().unwrap_or_default()
    }

    /// Adds a unit's box.
    pub(super) fn add(&mut self, node: &Node<'u>, at: Outline, size: f64, look: BoxLook) {
        let Outline { x, y, width, height } = at;
        let look = if node.is_aside { BoxLook::Aside } else { look };
        let (own, words) = (node.own, node.words);
        self.boxes.push(UnitBox { x, y, width, height, size, look, own, words });
    }

    /// Links two points, if they are two.
    pub(super) fn link(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.draw(Link { from, to, dashed: false });
    }

    /// Links two points by dashes, if they are two.
    pub(super) fn dash(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.draw(Link { from, to, dashed: true });
    }

    fn draw(&mut self, link: Link) {
        if link.from != link.to {
            self.links.push(link);
        }
    }
}
