//! Where boxes stand in a few charts.

use super::*;
use BoxLook::{Aside, Child, Root, Unit as Standing};

/// The looks of the boxes of a chart that a page holds, each with its left and
/// its top edge, its width and its height; and the height of the chart.
fn places(root: &Unit) -> (Vec<(BoxLook, [f64; 4])>, f64) {
    let slices = slices(root, FULL, 650.0);
    let [slice] = &slices[..] else { panic!("several slices") };
    let place =
        |own: &UnitBox<'_>| (own.look, [own.x, own.y, own.width, own.height].map(hundredths));
    (slice.boxes.iter().map(place).collect(), hundredths(slice.height))
}

fn hundredths(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}

/// Where the slices of a chart end, from above.
fn ends(slices: &[Slice<'_>]) -> Vec<f64> {
    let mut end = 0.0;
    let slices = slices.iter().map(|slice| {
        end += slice.height;
        hundredths(end)
    });
    slices.collect()
}

#[test]
fn few_units_stand_in_a_row_below_the_head_and_what_is_beside_it() {
    let first = unit(5, vec![unit(4, vec![]), unit(20, vec![])]);
    let mut root = unit(8, vec![first, unit(6, vec![]), unit(30, vec![])]);
    root.aside = vec!["x".repeat(4).into(), "x".repeat(24).into()];
    let boxes = vec![
        (Root, [175.75, 0.0, 130.39, 31.18]),
        (Aside, [351.5, 0.0, 96.38, 25.51]),
        (Aside, [351.5, 31.18, 96.38, 71.24]),
        (Standing, [59.53, 136.44, 113.39, 71.24]),
        (Child, [69.17, 213.35, 103.75, 55.64]),
        (Child, [69.17, 274.67, 103.75, 55.64]),
        (Standing, [184.26, 136.44, 113.39, 71.24]),
        (Standing, [308.98, 136.44, 113.39, 71.24]),
    ];
    assert_eq!(places(&root), (boxes, 330.31));
}

#[test]
fn many_units_stand_in_rows_beside_a_spine() {
    let root = unit(8, (0..8).map(|_| unit(6, units(1, 4))).collect());
    let (boxes, height) = places(&root);
    assert_eq!(height, 212.6);
    assert_eq!(boxes[1], (Standing, [17.01, 65.2, 107.72, 25.51]));
    assert_eq!(boxes[2], (Child, [26.65, 96.38, 98.08, 25.51]));
    assert_eq!(boxes[7], (Standing, [374.18, 65.2, 107.72, 25.51]));
    assert_eq!(boxes[9], (Standing, [17.01, 155.91, 107.72, 25.51]));
    assert_eq!(boxes[12], (Child, [145.7, 187.09, 98.08, 25.51]));
}

#[test]
fn units_of_units_stand_side_by_side_where_that_is_lower() {
    let first = unit(4, vec![unit(4, units(4, 4)), unit(4, units(4, 4))]);
    let (boxes, height) = places(&unit(8, vec![first, unit(4, vec![])]));
    assert_eq!(height, 257.95);
    assert_eq!(boxes[1], (Standing, [121.89, 65.2, 113.39, 25.51]));
    assert_eq!(boxes[2], (Child, [59.53, 107.72, 113.39, 25.51]));
    assert_eq!(boxes[6], (Child, [69.17, 232.44, 103.75, 25.51]));
    assert_eq!(boxes[7], (Child, [184.26, 107.72, 113.39, 25.51]));
    assert_eq!(boxes[12], (Standing, [308.98, 65.2, 113.39, 25.51]));
}

#[test]
fn units_of_units_hang_in_several_columns_where_they_are_too_many() {
    let first = unit(4, (0..7).map(|_| unit(4, units(2, 3))).collect());
    let (boxes, height) = places(&unit(8, vec![first, unit(4, vec![])]));
    assert_eq!(height, 286.3);
    assert_eq!(boxes[1], (Standing, [146.27, 65.2, 91.84, 25.51]));
    assert_eq!(boxes[2], (Child, [9.64, 104.88, 82.21, 25.51]));
    assert_eq!(boxes[3], (Child, [19.28, 136.06, 72.57, 25.51]));
    assert_eq!(boxes[8], (Child, [107.15, 104.88, 82.21, 25.51]));
}

#[test]
fn single_units_stand_below_each_other() {
    let mut root = unit(8, vec![unit(4, vec![unit(4, units(2, 6))])]);
    root.aside = vec!["xxxx".into()];
    let boxes = vec![
        (Root, [175.75, 0.0, 130.39, 31.18]),
        (Aside, [351.5, 0.0, 96.38, 25.51]),
        (Standing, [175.75, 48.19, 130.39, 25.51]),
        (Standing, [175.75, 90.71, 130.39, 25.51]),
        (Standing, [121.89, 150.24, 113.39, 25.51]),
        (Standing, [246.62, 150.24, 113.39, 25.51]),
    ];
    assert_eq!(places(&root), (boxes, 175.75));
}

#[test]
fn a_chart_taller_than_a_page_comes_apart_below_boxes_but_not_above_what_hangs() {
    let root = unit(8, vec![unit(4, units(20, 4)), unit(4, units(12, 4))]);
    let slices = slices(&root, FULL, 300.0);
    let ends = ends(&slices);
    assert_eq!(ends.len(), 21);
    assert_eq!(ends[..3], [31.18, 121.89, 153.07]);
    assert_eq!(ends[20], 714.33);
    // A row's units and the first that hang below them stand together.
    assert_eq!(slices[1].boxes.len(), 4);
    // A rail goes through its slices.
    let rail = slices[5].links.iter().find(|link| link.from.0 == link.to.0).unwrap();
    assert_eq!((rail.from.1, hundredths(rail.to.1)), (0.0, 31.18));
}

#[test]
fn fewer_stand_in_a_row_where_names_are_long() {
    let root = unit(8, units(7, 90));
    let slices = slices(&root, FULL, 200.0);
    assert_eq!(ends(&slices), [120.84, 210.5, 300.16, 389.82, 479.48, 569.14, 658.8]);
    assert_eq!(hundredths(slices[1].boxes[0].width), 464.89);
}

#[test]
fn names_that_no_box_holds_stand_in_lines() {
    let mut root = unit(8, vec![unit(500, units(1, 4))]);
    root.aside = vec!["xx".into()];
    let Chart::Lines(lines) = drawn(&root, FULL, 200.0) else { panic!("boxes") };
    let places = lines.iter().map(|line| {
        let letters = line.words.name.plain().len();
        (letters, hundredths(line.indent), hundredths(line.room), line.bold)
    });
    let step = look().child_step.0;
    let room = |steps: f64| hundredths(FULL - steps * step);
    assert_eq!(
        places.collect::<Vec<_>>(),
        [
            (8, 0.0, room(1.0), true),
            (2, hundredths(2.0 * step), room(3.0), true),
            (500, hundredths(2.0 * step), room(3.0), true),
            (4, hundredths(4.0 * step), room(5.0), false),
        ]
    );
}

#[test]
fn a_box_has_the_words_of_its_unit_and_the_size_of_its_row() {
    let mut first = unit(4, vec![]);
    (first.own, first.note) = (true, Some("☎2420".into()));
    let root = unit(8, [vec![first], units(4, 5)].concat());
    let slices = slices(&root, FULL, 650.0);
    let boxes = slices[0].boxes.iter().map(|own| {
        let note = own.words.note.map(RichText::plain);
        (own.words.name.plain().len(), note, own.own, own.size)
    });
    let boxes: Vec<_> = boxes.collect();
    assert_eq!(boxes[0], (8, None, false, 14.0));
    assert_eq!(boxes[1], (4, Some("☎2420".to_owned()), true, 9.5));
    assert_eq!(boxes[2], (5, None, false, 9.5));
}

#[test]
fn columns_that_no_page_can_cut_hang_instead() {
    // Side by side they would be lower, but their boxes would not end together.
    let deep = unit(4, vec![unit(4, units(40, 4)), unit(4, units(40, 4))]);
    let root = unit(8, vec![deep, unit(4, units(40, 4))]);
    let slices = slices(&root, FULL, 300.0);
    assert!(slices.iter().all(|slice| slice.height <= 300.0));
    let whole = super::slices(&root, FULL, ENDLESS);
    assert!(whole[0].height < *ends(&slices).last().unwrap());
}

#[test]
fn a_single_unit_stands_clear_of_what_reaches_over_it() {
    let mut root = unit(8, vec![unit(4, units(2, 4))]);
    root.aside = vec!["xxxx".into(), "xxxx".into(), "xxxx".into()];
    let slices = slices(&root, 290.0, ENDLESS);
    let boxes = &slices[0].boxes;
    let asides_end = boxes[3].y + boxes[3].height;
    assert_eq!((boxes[3].look, boxes[4].look), (Aside, Standing));
    assert!(boxes[4].y > asides_end);
}
