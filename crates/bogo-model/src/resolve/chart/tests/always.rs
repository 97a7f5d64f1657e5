//! What is so in every chart.

use std::cell::Cell;
use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// How far two measures may be from each other to be the same, in points.
const NEAR: f64 = 1e-6;

/// The left, upper, right and lower edge of a box or a link.
type Edges = [f64; 4];

fn box_edges(own: &UnitBox<'_>) -> Edges {
    [own.x, own.y, own.x + own.width, own.y + own.height]
}

fn link_edges(link: &Link) -> Edges {
    let ((x, y), (to_x, to_y)) = (link.from, link.to);
    [x.min(to_x), y.min(to_y), x.max(to_x), y.max(to_y)]
}

/// Whether two have a point in common when each is wider by `more` on all sides.
fn meet(one: Edges, other: Edges, more: f64) -> bool {
    let reaches = |axis: usize| {
        one[axis] - more <= other[axis + 2] + more && other[axis] - more <= one[axis + 2] + more
    };
    reaches(0) && reaches(1)
}

/// Whether all boxes hang together by links.
fn is_linked(slice: &Slice<'_>) -> bool {
    let links = slice.links.iter().map(link_edges);
    let all: Vec<Edges> = slice.boxes.iter().map(box_edges).chain(links).collect();
    let mut reached = vec![false; all.len()];
    let mut waiting = vec![0];
    reached[0] = true;
    while let Some(one) = waiting.pop() {
        for other in 0..all.len() {
            let is_link = one >= slice.boxes.len() || other >= slice.boxes.len();
            if is_link && !reached[other] && meet(all[one], all[other], NEAR) {
                reached[other] = true;
                waiting.push(other);
            }
        }
    }
    reached.into_iter().all(|reached| reached)
}

/// The names of a chart, each as the text that it is.
fn names<'u>(chart: &Chart<'u>) -> Vec<&'u RichText> {
    match chart {
        Chart::Drawn(slices) => {
            slices.iter().flat_map(|slice| &slice.boxes).map(|own| own.words.name).collect()
        }
        Chart::Lines(lines) => lines.iter().map(|line| line.words.name).collect(),
    }
}

/// Names of a usual length, and some that no box holds.
fn letters() -> impl Strategy<Value = usize> {
    prop_oneof![20 => 1..12_usize, 4 => 12..40_usize, 1 => 40..400_usize]
}

/// A head with what stands beside it and below it.
fn heads() -> impl Strategy<Value = Unit> {
    let leaf = letters().prop_map(|letters| unit(letters, Vec::new()));
    let below = leaf.prop_recursive(5, 60, 9, |inner| {
        (letters(), prop::collection::vec(inner, 0..9)).prop_map(|(name, units)| unit(name, units))
    });
    let aside = prop::collection::vec(letters().prop_map(|count| "x".repeat(count).into()), 0..5);
    (letters(), aside, prop::collection::vec(below, 0..12))
        .prop_map(|(name, aside, units)| Unit { aside, ..unit(name, units) })
}

/// Widths of bodies in points, the narrowest on A4 among them.
fn widths() -> impl Strategy<Value = f64> {
    prop_oneof![Just(FULL), 285.0..730.0]
}

proptest! {
    #[test]
    fn boxes_overlap_nowhere_and_stand_within_the_width(root in heads(), full in widths()) {
        if let Chart::Drawn(slices) = drawn(&root, full, ENDLESS) {
            for (index, own) in slices[0].boxes.iter().enumerate() {
                prop_assert!(own.x >= -NEAR && own.x + own.width <= full + NEAR);
                prop_assert!(own.y >= -NEAR && own.y + own.height <= slices[0].height + NEAR);
                let mut others = slices[0].boxes[..index].iter();
                prop_assert!(others.all(|other| !meet(box_edges(own), box_edges(other), -NEAR)));
            }
            for edges in slices[0].links.iter().map(link_edges) {
                prop_assert!(edges[0] >= -NEAR && edges[2] <= full + NEAR);
            }
        }
    }

    #[test]
    fn all_boxes_hang_together(root in heads(), full in widths()) {
        if let Chart::Drawn(slices) = drawn(&root, full, ENDLESS) {
            prop_assert!(is_linked(&slices[0]));
        }
    }

    #[test]
    fn every_unit_has_one_box_or_one_line(
        root in heads(),
        full in widths(),
        most in 20.0..900.0,
    ) {
        let chart = drawn(&root, full, most);
        let names = names(&chart);
        let texts: BTreeSet<_> = names.iter().map(|name| std::ptr::from_ref(*name)).collect();
        prop_assert_eq!(names.len(), count(&root));
        prop_assert_eq!(texts.len(), count(&root));
    }

    #[test]
    fn pages_hold_every_slice_with_all_that_stands_in_it(
        root in heads(),
        full in widths(),
        most in 20.0..900.0,
    ) {
        if let Chart::Drawn(slices) = drawn(&root, full, most) {
            for slice in &slices {
                prop_assert!(slice.height > 0.0 && slice.height <= most);
                let edges = slice.boxes.iter().map(box_edges);
                for edges in edges.chain(slice.links.iter().map(link_edges)) {
                    prop_assert!(edges[1] >= -NEAR && edges[3] <= slice.height + NEAR);
                }
            }
        }
    }

    #[test]
    fn slices_lose_no_part_of_a_link(root in heads(), most in 20.0..900.0) {
        let (tree, look) = (Tree::of(&root), look());
        let frame = Frame { tree: &tree, look: &look, full: FULL, box_height: &box_height };
        if let Some(drawing) = frame.drawn(most) {
            let length = |link: &Link| {
                let [left, top, right, bottom] = link_edges(link);
                // Level links stand in one slice, upright ones in several.
                right - left + bottom - top
            };
            let whole: f64 = drawing.links.iter().map(length).sum();
            let slices = slices::sliced(drawing, most);
            let parts: f64 = slices.iter().flat_map(|slice| &slice.links).map(length).sum();
            prop_assert!((whole - parts).abs() < NEAR);
        }
    }

    #[test]
    fn what_no_theme_or_page_has_stops_nothing(
        root in heads(),
        full in -100.0..2000.0,
        most in -100.0..2000.0,
        row_most in 0..30_usize,
        scale in 0.0..20.0,
    ) {
        let usual = look();
        let look = Organisation {
            row_most,
            root_width: Pt(usual.root_width.0 * scale),
            inset: Pt(usual.inset.0 * scale),
            gap: Pt(usual.gap.0 * scale),
            child_gap: Pt(usual.child_gap.0 * scale),
            stem: Pt(usual.stem.0 * scale),
            ..usual
        };
        let chart = chart(&root, full, most, &look, &box_height);
        prop_assert_eq!(names(&chart).len(), count(&root));
    }
}

/// Units below each other on so many levels, each beside another.
fn ladder(levels: usize) -> Unit {
    (1..levels).fold(unit(4, vec![]), |below, _| unit(4, vec![below, unit(4, vec![])]))
}

#[test]
fn deep_and_wide_charts_cost_no_more_than_their_units() {
    let single = (1..64).fold(unit(4, vec![]), |below, _| unit(4, vec![below]));
    let wide = unit(4, (0..40).map(|_| unit(4, units(20, 4))).collect());
    let long = unit(4, vec![unit(4, units(800, 4)), unit(4, vec![])]);
    let row = unit(4, units(800, 4));
    for (root, levels) in [(single, 64), (ladder(64), 64), (wide, 2), (row, 1), (long, 2)] {
        let asked = Cell::new(0);
        let height = |words: UnitWords<'_>, width: f64, size: f64| {
            asked.set(asked.get() + 1);
            box_height(words, width, size)
        };
        let chart = chart(&root, FULL, 650.0, &look(), &height);
        // A row of six, of three and of one, each in a few ways.
        assert!(asked.get() <= 12 * count(&root));
        if let Chart::Drawn(slices) = chart {
            // A slice is as high as a box or two; the rail of each level and the
            // spine go through it.
            let links: usize = slices.iter().map(|slice| slice.links.len()).sum();
            assert!(links <= (levels + 4) * count(&root), "{links}");
        }
    }
}
