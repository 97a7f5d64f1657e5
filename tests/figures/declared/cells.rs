//! What cells, columns and rows say of others.

use serde_json::{Value as Json, json};

use super::table;
use crate::sums::{expect, in_section};

#[test]
fn cells_say_that_they_are_the_same_not_more_or_a_part() {
    let cell = |cell: Json| {
        in_section(json!([
            { "kind": "table", "name": "세출", "unit": "백만원", "head": [["구분", "금액"]], "rows": [["인건비", 700], ["사업비", 500]] },
            { "kind": "table", "unit": "천원", "head": [["구분", "금액"]], "rows": [["보조금", 900_000], ["자체", 300_000], { "cells": ["합계", cell], "total": true }] },
        ]))
    };
    let same = |value: Json| cell(json!({ "number": value, "same_as": "세출.합계.금액" }));
    expect(same(json!(1_200_000)), &[]);
    expect(same(json!(1_210_000)), &[("unit-conversion", "1210000")]);
    expect(cell(json!({ "text": "=", "same_as": "세출.합계" })), &[]);
    expect(
        cell(json!({ "text": "=", "same_as": "세출.인건비.금액" })),
        &[("unit-conversion", "\"=\"")],
    );
    expect(cell(json!({ "text": "1,200,000천원", "at_most": "세출.합계" })), &[]);
    expect(
        cell(json!({ "text": "1,200,000천원", "at_most": "세출.사업비.금액" })),
        &[("at-most", "\"1,200,000천원\"")],
    );
    expect(
        cell(json!({ "text": "따로 정함", "same_as": "세출.합계" })),
        &[("unproved", "\"따로 정함\"")],
    );
    expect(
        cell(json!({ "text": "=", "same_as": "세출.총계" })),
        &[("unknown-figure", "\"세출.총계\"")],
    );
    let row = |first: u32| {
        let part = |number: u32| json!({ "number": number, "part_of": "정원" });
        table(
            json!([]),
            json!(["정원", "남", "여"]),
            json!([["{이름=정원:40}명", part(first), part(15)], ["-", part(39), null]]),
        )
    };
    expect(row(25), &[]);
    expect(row(26), &[("at-most", "15")]);
    expect(row(46), &[("at-most", "46")]);
    let blank = table(
        json!([]),
        json!(["가", "나"]),
        json!([["{이름=가:1}", { "same_as": "가" }], ["나", { "text": "-", "at_most": "가" }]]),
    );
    assert_eq!(blank.len(), 1, "{blank:?}");
    let head = in_section(
        json!([{ "kind": "table", "head": [["{이름=가:7}명", { "text": "8명", "at_most": "가" }]], "rows": [["나", "다"]] }]),
    );
    expect(head, &[("at-most", "\"8명\"")]);
}

#[test]
fn a_column_or_row_is_the_sum_of_several_lists_of_others() {
    let column = |men: u32, total: Json| {
        table(
            json!([{}, {}, {}, {}, {}, { "sum_of": [["남", "여"], ["정규", "계약"]] }]),
            json!(["팀", "남", "여", "정규", "계약", "계"]),
            json!([["1팀", men, 4, 5, 2, total]]),
        )
    };
    expect(column(3, json!(7)), &[]);
    expect(column(3, json!("=")), &[]);
    // One slip in the total is told once, one in a part by its own sum.
    expect(column(3, json!(8)), &[("sum", "8")]);
    expect(column(2, json!(7)), &[("sum", "7")]);
    expect(column(2, json!("=")), &[("sum", "\"=\"")]);
    let row = |men: u32, total: Json| {
        in_section(json!([{ "kind": "table", "head": [["구분", "1팀", "2팀"]], "rows": [
            ["남", men, 4], ["여", 4, 1], ["정규", 5, 5], ["계약", 2, "-"],
            { "cells": ["계", total, 5], "sum_of": [["남", "여"], ["정규", "계약"]] },
        ] }]))
    };
    expect(row(3, json!(7)), &[]);
    expect(row(3, json!("=")), &[]);
    expect(row(3, json!(9)), &[("sum", "9")]);
    expect(row(2, json!(7)), &[("sum", "7")]);
    // Changes may be of several pairs, too.
    let change = |stated: u32| {
        table(
            json!([{}, {}, {}, {}, {}, { "change_of": [["예산", "집행"], ["국비", "반납"]] }]),
            json!(["구분", "예산", "집행", "국비", "반납", "잔액"]),
            json!([["가", 100, 70, 40, 10, stated]]),
        )
    };
    expect(change(30), &[]);
    expect(change(31), &[("change", "31")]);
    let slips = table(
        json!([{}, {}, { "sum_of": [["가"], ["다"], []] }]),
        json!(["구분", "가", "계"]),
        json!([["나", 1, 1]]),
    );
    expect(slips, &[("unproved", "{"), ("unknown-line", "\"다\"")]);
    let mixed =
        table(json!([{}, { "sum_of": ["가", ["나"]] }]), json!(["가", "계"]), json!([["나", 1]]));
    assert!(mixed.contains(&("wrong-type".to_owned(), "\"가\"".to_owned())), "{mixed:?}");
}

#[test]
fn shares_of_a_total_are_proved_down_columns_and_along_rows() {
    let down = |first: Json, total: Json| {
        table(
            json!([{}, {}, { "share_of_total": ["건수", "계"] }]),
            json!(["구분", "건수", "구성비(%)"]),
            json!([
                { "cells": ["계", total, 100.0], "total": true },
                ["방문", 31, first], ["전화", 82, 65.1], ["온라인", 13, "="],
            ]),
        )
    };
    for total in [json!(126), json!("=")] {
        expect(down(json!(24.6), total.clone()), &[]);
        expect(down(json!(26.4), total), &[("share", "26.4")]);
    }
    expect(down(json!("-"), json!(126)), &[("unproved", "\"-\"")]);
    let along = |first: Json, total: Json| {
        in_section(json!([{ "kind": "table",
            "columns": [{}, {}, {}, {}, { "sum_of": ["방문", "전화", "온라인"] }],
            "head": [["구분", "방문", "전화", "온라인", "계"]],
            "rows": [
                ["건수", 31, 82, 13, total],
                { "cells": ["구성비", first, "65%", "=", 100], "share_of_total": ["건수", "계"] },
            ],
        }]))
    };
    for total in [json!(126), json!("=")] {
        expect(along(json!("25%"), total.clone()), &[]);
        expect(along(json!("26%"), total.clone()), &[("share", "\"26%\"")]);
        expect(along(json!("24.6%"), total), &[]);
    }
    // Rates that are rounded do not add up, and there is no rate of a rate.
    let thirds = |last: Json| {
        in_section(json!([{ "kind": "table",
            "columns": [{}, {}, {}, {}, { "sum_of": [2, 3, 4] }, { "change_rate_of": ["계", "가"] }],
            "head": [["구분", "가", "나", "다", "계", "증감률(%)"]],
            "rows": [
                ["건수", 1, 1, 1, 3, 200],
                { "cells": ["구성비", 33, 33, 33, 100, last], "share_of_total": ["건수", "계"] },
            ],
        }]))
    };
    expect(thirds(json!("-")), &[]);
    expect(thirds(json!(null)), &[]);
    // The total is named in the other direction.
    let unknown = table(
        json!([{}, {}, { "share_of_total": ["건수", "합계"] }]),
        json!(["구분", "건수", "비"]),
        json!([["가", 1, 50], ["나", 1, 50], { "cells": ["계", 2, 100], "total": true }]),
    );
    expect(unknown, &[("unknown-line", "\"합계\"")]);
    // Rows know shares and rates of rows, each rounded as it is typed.
    let rows = |share: u32, rate: f64| {
        in_section(json!([{ "kind": "table", "head": [["구분", "가", "나"]], "rows": [
            ["설치", 2, 1], ["대상", 3, 7], ["작년", 3, 2],
            { "cells": ["설치율(%)", share, 14], "share_of": ["설치", "대상"] },
            { "cells": ["증감률(%)", -33.3, rate], "change_rate_of": ["설치", "작년"] },
        ] }]))
    };
    expect(rows(67, -50.0), &[]);
    expect(rows(66, -50.0), &[("share", "66")]);
    expect(rows(67, -51.0), &[("change-rate", "-51.0")]);
    let nothing = table(
        json!([{}, {}, { "share_of_total": [2, 1] }]),
        json!(["구분", "건수", "비"]),
        json!([{ "cells": ["계", 0, "-"], "total": true }, ["가", 0, 50]]),
    );
    expect(nothing, &[("unproved", "50")]);
}

#[test]
fn a_row_that_follows_from_a_total_that_is_computed_is_proved() {
    let rows = |share: f64| {
        in_section(json!([{ "kind": "table", "head": [["구분", "가"]], "rows": [
            { "cells": ["비중(%)", share], "share_of": ["남", "계"] },
            ["남", 3], ["여", 5],
            { "cells": ["계", "="], "total": true },
        ] }]))
    };
    expect(rows(37.5), &[]);
    expect(rows(36.5), &[("share", "36.5")]);
}
