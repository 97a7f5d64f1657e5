//! A figure that is said to follow from others is proved, or it is said why it
//! cannot be: it is never passed over.

use serde_json::{Value as Json, json};

use crate::sums::{expect, found, in_project, in_section, project};

/// What is found in a table with these columns, heads and rows.
fn table(columns: Json, head: Json, rows: Json) -> Vec<(String, String)> {
    in_section(json!([{ "kind": "table", "columns": columns, "head": [head], "rows": rows }]))
}

#[test]
fn a_sum_in_a_merged_cell_is_that_of_all_columns_that_it_spans() {
    let rows = |stated: Json| {
        in_section(json!([{
            "kind": "table",
            "head": [["노선", { "text": "승객", "columns": 2 }, "정류장"]],
            "rows": [
                { "cells": ["두 노선", { "number": stated, "columns": 2 }, 21], "sum_of": ["1번", "2번"] },
                ["1번", "출근", 120, 9],
                ["2번", 15, 80, 12],
            ],
        }]))
    };
    expect(rows(json!(215)), &[]);
    expect(rows(json!(216)), &[("sum", "216")]);
    // A column's sum may span rows, and so may its parts.
    let columns = |stated: u32| {
        table(
            json!([{}, {}, {}, { "sum_of": ["버스", "철도"] }]),
            json!(["달", "버스", "철도", "합"]),
            json!([
                ["7월", 10, { "number": 7, "rows": 2 }, { "number": stated, "rows": 2 }],
                ["8월", 20],
            ]),
        )
    };
    expect(columns(37), &[]);
    expect(columns(17), &[("sum", "17")]);
    // What is merged is computed, too.
    expect(
        table(
            json!([]),
            json!(["달", "버스", "철도"]),
            json!([
                ["7월", 10, 7],
                ["8월", 20, "-"],
                { "cells": ["계", { "text": "=", "columns": 2 }], "sum_of": [1, 2] },
            ]),
        ),
        &[],
    );
}

#[test]
fn what_a_merged_cell_does_not_tell_is_refused() {
    // Half of 9 is no part of this column.
    let part = json!([["가", { "number": 9, "columns": 2 }], ["나", 1, 2], { "cells": ["계", 10, 2], "total": true }]);
    let of_part = table(json!([]), json!(["구분", "상", "하"]), part);
    expect(of_part, &[("unproved", "10"), ("unproved", "2")]);
    // One number is the sum and its part at once.
    let own = json!([["가", { "number": 9, "columns": 2 }, 3]]);
    let columns = json!([{}, {}, { "sum_of": [2, 4] }, {}]);
    expect(table(columns, json!(["구분", "상", "합", "하"]), own), &[("unproved", "9")]);
    // A heading over all columns is no part.
    let heading = json!([
        [{ "text": "시설 3곳", "columns": 3 }], ["가", 1, 2], { "cells": ["계", 1, 2], "total": true },
    ]);
    expect(table(json!([]), json!(["구분", "상", "하"]), heading), &[]);
}

#[test]
fn a_dash_is_nothing_and_a_blank_is_not_known() {
    let change = |before: Json, stated: Json| {
        table(
            json!([{}, {}, {}, { "change_of": ["올해", "작년"] }]),
            json!(["구분", "작년", "올해", "증감"]),
            json!([["가", before, 30, stated]]),
        )
    };
    expect(change(json!("-"), json!(30)), &[]);
    expect(change(json!("-"), json!(20)), &[("change", "20")]);
    expect(change(json!("-"), json!("-")), &[]);
    expect(change(json!(null), json!(30)), &[("unproved", "30")]);
    expect(change(json!(null), json!(null)), &[]);
    expect(change(json!("5곳 남짓"), json!(25)), &[("unproved", "25")]);
    // There is a change, and the cell does not say which.
    expect(change(json!(10), json!("-")), &[("unproved", "\"-\"")]);
    expect(change(json!(10), json!("약 20 늘어남")), &[("unproved", "\"약 20 늘어남\"")]);
    assert_eq!(change(json!(10), json!({ "body": ["20"] })).len(), 1);
    // Words without a figure state none.
    expect(change(json!(10), json!("늘어남")), &[]);
    expect(change(json!(30), json!("-")), &[]);
}

#[test]
fn a_rate_of_nothing_is_refused_unless_words_say_so() {
    let rate = |formula: &str, before: Json, stated: Json| {
        table(
            json!([{}, {}, {}, { formula: ["올해", "작년"] }]),
            json!(["구분", "작년", "올해", "율(%)"]),
            json!([["가", before, 30, stated]]),
        )
    };
    for formula in ["change_rate_of", "share_of"] {
        for nothing in [json!(0), json!("-")] {
            expect(rate(formula, nothing.clone(), json!(100.0)), &[("unproved", "100.0")]);
            expect(rate(formula, nothing.clone(), json!("-")), &[]);
            expect(rate(formula, nothing, json!("순증")), &[]);
        }
        expect(rate(formula, json!(null), json!(50)), &[("unproved", "50")]);
    }
    // Several lines may be a share of one figure.
    let shared = json!([["가", { "number": 200, "rows": 2 }, 50, 25.0], ["나", 100, 51.0]]);
    let columns = json!([{}, {}, {}, { "share_of": ["집행", "예산"] }]);
    let found = table(columns, json!(["구분", "예산", "집행", "율(%)"]), shared);
    expect(found, &[("share", "51.0")]);
}

#[test]
fn a_row_of_totals_says_numbers_or_nothing() {
    let total = |first: Json, stated: Json| {
        table(
            json!([]),
            json!(["구분", "대수", "비고"]),
            json!([["가", first, "3층"], ["나", 2, null], { "cells": ["계 2곳", stated, "끝"], "total": true }]),
        )
    };
    expect(total(json!(3), json!("5대")), &[]);
    expect(total(json!(3), json!("총 46대")), &[("unproved", "\"총 46대\"")]);
    assert_eq!(total(json!(3), json!({ "body": ["46대"] })).len(), 1);
    expect(total(json!(3), json!("비공개")), &[]);
    expect(total(json!(3), json!(null)), &[]);
    expect(total(json!({ "body": ["3대"] }), json!(5)), &[("unproved", "5")]);
    assert_eq!(total(json!("{=없는.수}"), json!(5)).len(), 2);
    let alone = json!([{ "cells": ["계", 5], "total": true }]);
    expect(table(json!([]), json!(["구분", "대수"]), alone), &[("unproved", "5")]);
    let blanks = json!([["가", null], { "cells": ["계", 5], "total": true }]);
    expect(table(json!([]), json!(["구분", "대수"]), blanks), &[("unproved", "5")]);
}

#[test]
fn a_line_is_one_thing_of_as_many_lines_as_that_takes() {
    let column = |said: Json| {
        table(
            json!([{}, {}, {}, said]),
            json!(["구분", "상", "하", "값"]),
            json!([["가", 3, 2, 5]]),
        )
    };
    expect(column(json!({ "sum_of": ["상", "하"] })), &[]);
    expect(column(json!({ "change_of": ["상"] })), &[("unproved", "\"상\"")]);
    expect(column(json!({ "share_of": [2, 3, 3] })), &[("unproved", "2")]);
    expect(column(json!({ "sum_of": [] })), &[("unproved", "{")]);
    expect(
        column(json!({ "sum_of": ["상", "하"], "change_of": ["하", "상"] })),
        &[("unproved", "\"하\"")],
    );
    expect(column(json!({ "sum_of": ["상", "값"] })), &[("unproved", "5")]);
}

#[test]
fn rates_are_proved_by_their_column_in_rows_that_are_sums() {
    let rows = |share: f64| {
        table(
            json!([{}, {}, {}, { "share_of": ["집행", "예산"] }]),
            json!(["구분", "예산", "집행", "집행률(%)"]),
            json!([
                ["가", 100, 50, 50.0],
                ["나", 300, 30, 10.0],
                { "cells": ["둘", 400, 80, share], "sum_of": ["가", "나"] },
                { "cells": ["차이", 200, -20, -40.0], "change_of": ["나", "가"] },
            ]),
        )
    };
    expect(rows(20.0), &[]);
    expect(rows(60.0), &[("share", "60.0")]);
}

#[test]
fn totals_of_money_and_people_are_refused_where_their_parts_are_not_known() {
    let budget = |before: Json, change: Json, rate: Json| {
        in_section(json!([{
            "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
            "departments": [{ "name": "홍보과", "lines": [
                { "name": "정책사업비", "amounts": [30, before], "change": change, "rate": rate },
            ] }],
        }]))
    };
    expect(budget(json!("-"), json!(30), json!("-")), &[]);
    expect(budget(json!("-"), json!(20), json!("-")), &[("change", "20")]);
    expect(budget(json!("-"), json!(30), json!(100)), &[("unproved", "100")]);
    expect(budget(json!(null), json!(30), json!(null)), &[("unproved", "30")]);
    let funding = json!([{
        "kind": "funding", "unit": "천원", "columns": ["2024년", "2025년"],
        "sources": [{ "name": "시비", "amounts": [null, null], "total": 30 }],
    }]);
    expect(in_project(funding), &[("unproved", "30")]);
    let staff = json!({
        "title": "인력",
        "staff": {
            "grades": ["5급", "6급"],
            "units": [
                { "name": "가과", "quota": [1, 4], "current": [1, 4] },
                { "name": "나과", "quota_total": 3, "current": [1, 2] },
            ],
            "total": { "quota_total": 8, "current": [2, 6] },
        },
        "body": [{ "kind": "staff" }],
    });
    let found = found(staff, project(json!(["사업개요"])));
    expect(found, &[("unproved", "3"), ("unproved", "8")]);
}

#[test]
fn figures_that_are_too_large_to_be_added_exactly_are_refused() {
    let mut rows = vec![json!(["가", "999,999,999,999,999,999.999999999"]); 200];
    rows.push(json!({ "cells": ["계", 1], "total": true }));
    expect(table(json!([]), json!(["구분", "값"]), json!(rows)), &[("unproved", "1")]);
    expect(
        in_project(json!([
            "{몫.수:900,000,000,000,000,000}명 {계.수:900,000,000,000,000,000}명, {계:5}원({몫:900,000,000,000,000,000×수})",
        ])),
        &[("sum-mark", "5")],
    );
}
