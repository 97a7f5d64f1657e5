mod always;
mod places;

use super::*;
use crate::theme::tokens::{Em, Pt, Share};

/// The width of a body with the usual margins, in points.
const FULL: f64 = 481.9;

/// A block that is taller than any chart of these tests, in points.
const ENDLESS: f64 = 1e9;

/// The measures of the usual theme.
fn look() -> Organisation {
    let mm = |length: f64| Pt(length * 72.0 / 25.4);
    Organisation {
        size: Pt(12.0),
        least_size: Pt(9.5),
        note_size: Em(0.85),
        least_note_size: Pt(8.0),
        root_size: Pt(14.0),
        root_width: mm(46.0),
        widest: mm(40.0),
        box_height: mm(9.0),
        root_height: mm(11.0),
        inset: mm(1.2),
        gap: mm(4.0),
        least_gap: mm(2.0),
        stem: mm(6.0),
        row_most: 6,
        tallest_box: Share(0.3),
        steps_share: Share(0.4),
        child_gap: mm(2.0),
        child_step: mm(3.4),
        aside_width: mm(34.0),
        aside_gap: mm(16.0),
    }
}

/// The height of a box whose letters are as wide as high and are broken
/// anywhere.
fn box_height(words: UnitWords<'_>, width: f64, size: f64) -> f64 {
    let look = look();
    let room = width - 2.0 * look.inset.0;
    let lines = (words.name.plain().len() as f64 * size / room).ceil();
    (lines * 1.3 * size + 2.6 * look.inset.0).max(look.box_height.0)
}

/// The chart of a head in the usual look.
fn drawn(root: &Unit, full: f64, most: f64) -> Chart<'_> {
    chart(root, full, most, &look(), &box_height)
}

/// The slices of a chart that is drawn.
fn slices(root: &Unit, full: f64, most: f64) -> Vec<Slice<'_>> {
    match drawn(root, full, most) {
        Chart::Drawn(slices) => slices,
        Chart::Lines(_) => panic!("a chart in lines"),
    }
}

/// A unit with a name of so many letters.
fn unit(letters: usize, units: Vec<Unit>) -> Unit {
    let name = "x".repeat(letters).into();
    Unit { name, note: None, own: false, aside: Vec::new(), units }
}

/// So many units without any of their own.
fn units(count: usize, letters: usize) -> Vec<Unit> {
    (0..count).map(|_| unit(letters, Vec::new())).collect()
}

/// How many units and bodies there are.
fn count(unit: &Unit) -> usize {
    1 + unit.aside.len() + unit.units.iter().map(count).sum::<usize>()
}
