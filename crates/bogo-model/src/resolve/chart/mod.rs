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

use crate::edition::{RichText, Unit};
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

/// The theme's measures of a chart, in points but for counts and shares.
#[derive(Debug, Clone)]
pub(super) struct ChartLook {
    /// Size of the type.
    pub(super) size: f64,
    /// Size of the type where many stand in a row.
    pub(super) least_size: f64,
    /// Size of the head's type.
    pub(super) root_size: f64,
    /// Width of the head's box, and of those of a single unit below it.
    pub(super) root_width: f64,
    /// The greatest width of a unit's box in a row of as many as usual.
    pub(super) widest: f64,
    /// The least height of a box.
    pub(super) box_height: f64,
    /// The least height of the head's box.
    pub(super) root_height: f64,
    /// Room to the left and to the right of a box's words.
    pub(super) inset: f64,
    /// Room between units in a row.
    pub(super) gap: f64,
    /// Room between them where many stand in a row.
    pub(super) least_gap: f64,
    /// Length of the link above a row; half of it above and half of it below
    /// the bus of units side by side.
    pub(super) stem: f64,
    /// How many units stand in a row at most.
    pub(super) row_most: usize,
    /// How high a box may be, as a share of the tallest block of a page.
    pub(super) tallest_box: f64,
    /// How much of a column what hangs in it stands in at most, as a share.
    pub(super) steps_share: f64,
    /// Room above what hangs, and between bodies beside the head.
    pub(super) child_gap: f64,
    /// How far what hangs stands in below what it hangs from.
    pub(super) child_step: f64,
    /// The greatest width of a body's box beside the head.
    pub(super) aside_width: f64,
    /// Room between the head and what stands beside it.
    pub(super) aside_gap: f64,
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

/// How the box of a unit looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BoxLook {
    /// The head's.
    Root,
    /// That of a unit in a row, or of a single one below the head.
    Unit,
    /// That of a unit below such a one.
    Child,
    /// That of a body beside a unit.
    Aside,
}

/// A line upright or level that links boxes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Link {
    /// Where it begins, from the left and from above, in points.
    pub(super) from: (f64, f64),
    /// Where it ends.
    pub(super) to: (f64, f64),
    /// Whether it is dashed, as those to what stands beside the head.
    pub(super) dashed: bool,
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
    look: &ChartLook,
    box_height: BoxHeight<'_>,
) -> Chart<'u> {
    let tree = Tree::of(root);
    match (Frame { tree: &tree, look, full, box_height }).drawn(most) {
        Some(drawing) => Chart::Drawn(slices::sliced(drawing, most)),
        None => Chart::Lines(lines(&tree, full, look)),
    }
}

/// The units in lines, each farther in than what it is below.
fn lines<'u>(tree: &Tree<'u>, full: f64, look: &ChartLook) -> Vec<UnitLine<'u>> {
    let line = |node: &tree::Node<'u>| {
        let indent = (2.0 * node.depth as f64 * look.child_step).min(full / 2.0);
        let room = full - indent - look.child_step;
        UnitLine { indent, room, bold: node.depth < 2, words: node.words }
    };
    tree.nodes().iter().map(line).collect()
}
