//! Where the boxes and links of an organisation chart stand.
//!
//! The head stands above, beside it what stands beside the organisation. Below
//! it its units stand in a row, or in several where their names would make
//! their boxes too tall otherwise; what is below these hangs along rails, or
//! stands side by side where that makes the chart lower. A chart that is taller
//! than a page comes apart between boxes. What no page holds in boxes is told in
//! lines.
//!
//! All measures are in points. How high the words of a unit are is asked of
//! whoever knows its lines.

mod branches;
mod drawing;
mod frame;
mod head;
mod rows;
mod slices;
#[cfg(test)]
mod tests;
mod tree;

use crate::edition::{BoxLook, Link, RichText, Unit};
use crate::theme::tokens::Organisation;
use frame::Frame;
use tree::Tree;

/// How high a box of this width (points) has to be to hold these words in type
/// of this size (points). It is never asked of a box without room for words.
pub(super) type BoxHeight<'a> = &'a dyn Fn(UnitWords<'_>, f64, f64) -> f64;

/// What is printed of a unit, or of a body beside one.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitWords<'u> {
    /// Its name.
    pub(super) name: &'u RichText,
    /// A word below the name.
    pub(super) note: Option<&'u RichText>,
}

/// An organisation chart.
#[derive(Debug)]
pub(super) enum Chart<'u> {
    /// Boxes and links in blocks that no page cuts, one below the other; one
    /// block if a page holds it.
    Drawn(Vec<Slice<'u>>),
    /// The head and what is below it in lines, for names that no box holds.
    Lines(Vec<UnitLine<'u>>),
}

/// A part of a chart as wide as it; places are from its top left corner.
#[derive(Debug)]
pub(super) struct Slice<'u> {
    /// Its height in points.
    pub(super) height: f64,
    /// The boxes of units, in the order in which they are read.
    pub(super) boxes: Vec<UnitBox<'u>>,
    /// The links between them, as far as they stand in this part.
    pub(super) links: Vec<Link>,
}

/// A unit's box.
#[derive(Debug, Clone, Copy)]
pub(super) struct UnitBox<'u> {
    /// Its left edge, in points.
    pub(super) x: f64,
    /// Its top edge, in points.
    pub(super) y: f64,
    /// Its width in points.
    pub(super) width: f64,
    /// Its height in points.
    pub(super) height: f64,
    /// Size of its type in points.
    pub(super) size: f64,
    /// How it looks.
    pub(super) look: BoxLook,
    /// Whether its unit is the one that reports, which is set off.
    pub(super) own: bool,
    /// The words in it.
    pub(super) words: UnitWords<'u>,
}

/// A unit in lines; it has a rule at its left.
#[derive(Debug)]
pub(super) struct UnitLine<'u> {
    /// How far it stands in, in points.
    pub(super) indent: f64,
    /// What of its width is left for a box of words, in points.
    pub(super) room: f64,
    /// Whether its name is bold.
    pub(super) bold: bool,
    /// Its words.
    pub(super) words: UnitWords<'u>,
}

/// The chart of an organisation in this width, of which a page holds blocks up
/// to this height (`most`).
pub(super) fn chart<'u>(
    root: &'u Unit,
    full: f64,
    most: f64,
    look: &Organisation,
    box_height: BoxHeight<'_>,
) -> Chart<'u> {
    let tree = Tree::of(root);
    match (Frame { tree: &tree, look, full, box_height }).drawn(most) {
        Some(drawing) => Chart::Drawn(slices::sliced(drawing, most)),
        None => Chart::Lines(lines(&tree, full, look)),
    }
}

/// The units in lines, each farther in than what it is below.
fn lines<'u>(tree: &Tree<'u>, full: f64, look: &Organisation) -> Vec<UnitLine<'u>> {
    let line = |node: &tree::Node<'u>| {
        let indent = (2.0 * node.depth as f64 * look.child_step.0).min(full / 2.0);
        let room = full - indent - look.child_step.0;
        UnitLine { indent, room, bold: node.depth < 2, words: node.words }
    };
    tree.nodes().iter().map(line).collect()
}
