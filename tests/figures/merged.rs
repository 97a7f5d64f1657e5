//! A total that the data declares is proved or refused aloud, whatever its
//! table looks like.

use serde_json::{Value as Json, json};

use crate::sums::in_section;

/// Numbers that follow from a seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// How many columns of figures the tables have.
const COLUMNS: usize = 3;

/// A cell that says a figure in one of the ways in which offices write them,
/// and whether it can be read.
fn written(chance: &mut Chance, value: i64, unread: bool) -> (Json, bool) {
    let separated = |value: i64| {
        let (sign, size) = (if value < 0 { "△" } else { "" }, value.abs());
        match size / 1000 {
            0 => format!("{sign}{size}"),
            more => format!("{sign}{more},{:03}", size % 1000),
        }
    };
    match chance.below(if unread { 8 } else { 6 }) {
        0 => (json!(separated(value)), true),
        1 => (json!(format!("{}명", separated(value))), true),
        2 => (json!({ "number": value, "strong": true }), true),
        6 => (json!(format!("{}({})", separated(value), value.abs() / 2)), false),
        7 => (json!(format!("약 {}명", separated(value))), false),
        _ => (json!(value), true),
    }
}

/// A row of parts, what it adds to each column, and whether all of it can be
/// read.
fn parts(chance: &mut Chance, name: &str) -> (Vec<Json>, [i64; COLUMNS], bool) {
    let (mut cells, mut values, mut readable) = (vec![json!(name)], [0; COLUMNS], true);
    let mut column = 0;
    while column < COLUMNS {
        let value = i64::try_from(chance.below(4000)).expect("a small number") - 500;
        match chance.below(12) {
            0 => cells.push(json!("-")),
            // Of blanks alone there is no sum.
            1 => {
                cells.push(json!(null));
                readable = false;
            }
            2 if column + 1 < COLUMNS => {
                cells.push(json!({ "number": value, "columns": 2 }));
                values[column] = value;
                readable = false;
                column += 1;
            }
            _ => {
                let (cell, is_read) = written(chance, value, true);
                cells.push(cell);
                values[column] = value;
                readable &= is_read;
            }
        }
        column += 1;
    }
    (cells, values, readable)
}

/// The row of totals, wrong by as much in one of its cells, merged or not.
fn totals(chance: &mut Chance, sums: [i64; COLUMNS], wrong: Option<usize>) -> Vec<Json> {
    let mut cells = vec![json!("합계")];
    let mut column = 0;
    while column < COLUMNS {
        let count = if chance.below(3) == 0 && column + 1 < COLUMNS { 2 } else { 1 };
        let mut value: i64 = sums[column..column + count].iter().sum();
        if wrong.is_some_and(|wrong| (column..column + count).contains(&wrong)) {
            value += 969;
        }
        match count {
            1 => cells.push(written(chance, value, false).0),
            _ => cells.push(json!({ "number": value, "columns": count })),
        }
        column += count;
    }
    cells
}

/// What is found about a table that follows from a seed, and whether all of
/// its parts can be read.
fn found(seed: u64, wrong: bool) -> (Vec<(String, String)>, bool) {
    let mut chance = Chance(seed);
    let count = 2 + chance.below(3) as usize;
    let (mut rows, mut sums, mut readable) = (Vec::new(), [0; COLUMNS], true);
    for row in 0..count {
        let (cells, values, is_read) = parts(&mut chance, &format!("{row}팀"));
        readable &= is_read;
        sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
        rows.push(json!(cells));
    }
    let at = chance.below(COLUMNS as u64) as usize;
    let cells = totals(&mut chance, sums, wrong.then_some(at));
    let (is_first, is_said, is_grouped) =
        (chance.below(2) == 0, chance.below(2) == 0, chance.below(3) == 0);
    let place = if is_first { 0 } else { rows.len() };
    let total = match is_said {
        true => json!({ "cells": cells, "total": true }),
        false => {
            let first = if is_first { 2 } else { 1 };
            let of: Vec<usize> = (first..first + count).collect();
            json!({ "cells": cells, "sum_of": of })
        }
    };
    rows.insert(place, total);
    let head = match chance.below(2) {
        0 => json!([["구분", "가형", "나형", "다형"]]),
        _ => json!([["구분", { "text": "인원", "columns": 2 }, "다형"]]),
    };
    let (rows, head) = match is_grouped {
        true => {
            let mut head = head;
            head[0].as_array_mut().expect("a row").insert(0, json!("연도"));
            (json!([{ "group": "올해", "rows": rows }]), head)
        }
        false => (json!(rows), head),
    };
    let names = if is_grouped { 2 } else { 1 };
    let table =
        json!([{ "kind": "table", "unit": "명", "row_heads": names, "head": head, "rows": rows }]);
    (in_section(table), readable)
}

#[test]
fn a_declared_total_is_never_passed_over_in_silence() {
    let (mut proved, mut refused) = (0, 0);
    for seed in 0..1500 {
        let (right, readable) = found(seed, false);
        let codes = |found: &[(String, String)], code: &str| {
            found.iter().filter(|(own, _)| own == code).count()
        };
        assert_eq!(codes(&right, "sum"), 0, "{seed}: right, and found {right:?}");
        if readable {
            assert_eq!(right, [], "{seed}: all can be read");
        }
        let (wrong, _) = found(seed, true);
        let told = codes(&wrong, "sum") + codes(&wrong, "unproved");
        assert!(told > 0, "{seed}: wrong, and found {wrong:?}");
        proved += usize::from(codes(&wrong, "sum") > 0);
        refused += usize::from(codes(&wrong, "unproved") > 0);
    }
    assert!(proved > 300 && refused > 300, "{proved} {refused}");
}

#[test]
fn a_total_in_a_merged_cell_is_that_of_its_columns() {
    let table = |total: u32| {
        in_section(json!([{
            "kind": "table", "unit": "백만원",
            "head": [["사업", { "text": "사업비", "columns": 2 }]],
            "rows": [
                { "cells": ["구비 합계", { "number": total, "columns": 2 }], "sum_of": [2, 3] },
                ["가 사업", "구비", 10], ["나 사업", "구비", 20],
            ],
        }]))
    };
    assert_eq!(table(30), []);
    assert_eq!(table(999), [("sum".to_owned(), "999".to_owned())]);
}
