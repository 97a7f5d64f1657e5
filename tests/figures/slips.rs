//! One slip is one finding, at the figure nearest to it.

use serde_json::{Value as Json, json};

use crate::sums::{expect, found, in_section, project};

/// A table with a total, and lines that repeat it.
fn body(total: u32, parts: [u32; 2], lines: &[Json]) -> Json {
    let mut body = vec![json!({
        "kind": "table", "name": "주차장", "unit": "백만원", "head": [["구분", "사업비"]],
        "rows": [
            { "cells": ["계", total], "total": true }, ["자체", parts[0]], ["외부", parts[1]],
        ],
    })];
    body.extend_from_slice(lines);
    json!(body)
}

fn amount(value: u32) -> Json {
    let same = "주차장.합계.사업비";
    json!({ "label": "규모", "amount": { "value": value, "unit": "백만원", "same_as": same } })
}

#[test]
fn a_total_that_is_wrong_is_told_once_whatever_repeats_it() {
    let lines =
        |value: u32| [amount(value), json!(format!("{{=주차장.합계.사업비:{value}}}백만원"))];
    expect(in_section(body(31, [11, 20], &lines(31))), &[]);
    // What repeats the slip agrees with what is typed, what is right with what
    // it should be.
    expect(in_section(body(30, [11, 20], &lines(30))), &[("sum", "30")]);
    expect(in_section(body(30, [11, 20], &lines(31))), &[("sum", "30")]);
    expect(in_section(body(31, [12, 20], &lines(31))), &[("sum", "31")]);
    expect(in_section(body(31, [11, 20], &[amount(31), amount(13)])), &[("same-figure", "13")]);
}

#[test]
fn two_slips_are_two_findings() {
    let lines = [amount(13)];
    expect(in_section(body(30, [11, 20], &lines)), &[("sum", "30"), ("same-figure", "13")]);
}

#[test]
fn a_figure_in_a_row_and_a_column_is_told_where_it_stands() {
    let table = |cells: [u32; 4], sums: [u32; 5]| {
        in_section(json!([{
            "kind": "table", "unit": "명",
            "columns": [{}, {}, {}, { "sum_of": ["남", "여"] }],
            "head": [["구분", "남", "여", "계"]],
            "rows": [
                ["1팀", cells[0], cells[1], sums[0]], ["2팀", cells[2], cells[3], sums[1]],
                { "cells": ["계", sums[2], sums[3], sums[4]], "total": true },
            ],
        }]))
    };
    let right = ([31, 42, 53, 64], [73, 117, 84, 106, 190]);
    expect(table(right.0, right.1), &[]);
    for at in 0..4 {
        let mut cells = right.0;
        cells[at] += 100;
        expect(table(cells, right.1), &[("sum", &cells[at].to_string())]);
    }
    for at in 0..5 {
        let mut sums = right.1;
        sums[at] += 100;
        expect(table(right.0, sums), &[("sum", &sums[at].to_string())]);
    }
}

#[test]
fn changes_and_rates_of_a_figure_that_is_wrong_do_not_add_findings() {
    let table = |now: u32, change: i32, rate: f64| {
        in_section(json!([{
            "kind": "table", "unit": "명",
            "columns": [{}, {}, {}, { "change_of": ["올해", "작년"] }, { "change_rate_of": ["올해", "작년"] }],
            "head": [["구분", "작년", "올해", "증감", "증감률(%)"]],
            "rows": [["가", 200, now, change, rate]],
        }]))
    };
    expect(table(250, 50, 25.0), &[]);
    expect(table(260, 50, 25.0), &[("change", "260")]);
    expect(table(250, 60, 25.0), &[("change", "60")]);
    expect(table(250, 50, 35.0), &[("change-rate", "35.0")]);
}

#[test]
fn figures_that_repeat_one_another_in_a_chain_tell_one_slip_once() {
    let chain = |values: [u32; 3]| {
        let line = |name: &str, value: u32, of: Option<&str>| {
            let mut amount = json!({ "value": value, "unit": "명", "name": name });
            of.into_iter().for_each(|of| amount["same_as"] = json!(of));
            json!({ "label": name, "amount": amount })
        };
        in_section(json!([
            line("가", values[0], None),
            line("나", values[1], Some("가")),
            line("다", values[2], Some("나")),
        ]))
    };
    expect(chain([52, 52, 52]), &[]);
    expect(chain([62, 52, 52]), &[("same-figure", "52")]);
    expect(chain([52, 62, 52]), &[("same-figure", "62")]);
    expect(chain([52, 52, 62]), &[("same-figure", "62")]);
}

#[test]
fn a_cost_that_is_wrong_in_its_table_is_told_once_wherever_it_is_repeated() {
    let report = |amount: u32| {
        let funding = json!({ "kind": "funding", "unit": "천원", "columns": ["2024년"], "name": "길",
            "sources": [{ "name": "구비", "amounts": [amount] }] });
        let line = "{=길.2024년:126,500}천원";
        found(
            json!({ "title": "현황", "body": [line, line] }),
            project(json!([funding, "{=소요예산.합계:126,500}천원"])),
        )
    };
    expect(report(126_500), &[]);
    assert!(report(125_600).len() <= 2, "{:?}", report(125_600));
}
