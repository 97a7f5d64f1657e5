//! Figures in other units than that of their table.

use bogo_model::edition::Edition;
use serde_json::{Value as Json, json};

use crate::resolved;
use crate::sums::{expect, in_section};

/// A table of one column, in this unit and under this head, and lines behind
/// it.
fn table(unit: Json, head: &str, values: [Json; 2], lines: &[&str]) -> Json {
    let mut body = vec![json!({
        "kind": "table", "name": "표", "unit": unit, "head": [["구분", head]],
        "rows": [["가", values[0]], ["나", values[1]]],
    })];
    body.extend(lines.iter().map(|line| json!(line)));
    json!(body)
}

/// What is printed of a line behind such a table.
fn printed(unit: &str, values: [Json; 2], line: &str) -> String {
    let report = json!({
        "title": "보고", "date": "2024-09-30", "organisation": "가온구", "department": "홍보과",
        "chapters": [{ "title": "현황", "sections": [{
            "body": table(json!(unit), "수", values, &[line]),
        }] }],
    });
    let files = [("report.json".to_owned(), report.to_string())];
    let edition: Edition = resolved(&files).0.expect("an edition");
    let said = serde_json::to_string(&edition.sections).expect("JSON").replace('\u{a0}', " ");
    let at = said.find("값은 ").expect("the line");
    said[at + "값은 ".len()..].split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn a_figure_is_printed_in_the_unit_behind_it_exactly() {
    let people = || [json!(170_000), json!(22_983)];
    for (unit, behind, expected) in [
        ("명", "만 명이", "19.2983만 명이"),
        ("명", "천명", "192.983천명"),
        ("명", "백만 명", "0.192983백만 명"),
        ("명", "십만 명", "1.92983십만 명"),
        ("명", "만여 명", "19.2983만여 명"),
        ("명", "{굵게:만 명}", "192,983"),
        ("천명", "명", "192,983,000명"),
        ("㎡", "만㎡", "19.2983만㎡"),
        ("㎡", "ha", "19.2983ha"),
        ("㎡", " ㎢", "0.192983 ㎢"),
        ("톤", "천 톤", "192.983천 톤"),
        ("m", "km", "192.983km"),
        ("필지", "만 필지", "19.2983만 필지"),
        ("천원", "백만원", "192.983백만원"),
        ("건, %", "만 건", "19.2983만 건"),
        // What cannot be turned into the unit stays as it is.
        ("명", "만 건", "192,983만 건"),
        ("천원", "만 명", "192,983만 명"),
        ("명", "만큼", "192,983만큼"),
        ("분", "시간", "192,983시간"),
    ] {
        let line = format!("값은 {{=표.합계.수}}{behind}");
        let printed = printed(unit, people(), &line);
        if behind.starts_with('{') {
            assert!(printed.starts_with("19.2983"), "{unit} {behind}: {printed}");
        } else {
            assert_eq!(printed, expected, "{unit} {behind}");
        }
    }
}

#[test]
fn a_figure_that_is_typed_in_another_unit_is_rounded_as_it_is_typed() {
    let line = |unit: &str, line: &str| {
        in_section(table(json!(unit), "수", [json!(170_000), json!(27_983)], &[line]))
    };
    for right in ["19.8만 명", "20만 명", "198천명", "0.2백만 명", "19만여 명", "19.7만여 명"]
    {
        let (value, unit) = right.split_at(right.find(['만', '천', '백']).expect("a unit"));
        expect(line("명", &format!("약 {{=표.합계.수:{value}}}{unit}")), &[]);
    }
    for (value, unit) in [("19", "만 명"), ("1.98", "만 명"), ("197", "천명"), ("18", "만여 명")]
    {
        let found = line("명", &format!("약 {{=표.합계.수:{value}}}{unit}"));
        expect(found, &[("unit-conversion", value)]);
    }
    expect(line("㎡", "{=표.합계.수:19.8}ha, {=표.합계.수:0.2}㎢"), &[]);
    expect(line("㎡", "{=표.합계.수:198}ha"), &[("unit-conversion", "198")]);
}

#[test]
fn a_rate_is_in_percent_and_rounded_as_it_is_typed() {
    let rates = |first: Json| {
        json!([{
            "kind": "table", "unit": "km, %",
            "columns": [{}, {}, {}, { "share_of": ["포장", "연장"] }],
            "head": [["등급", "연장", "포장", "포장률"]],
            "rows": [["면도", 18.5, 16.9, first], ["리도", 131.0, 102.8, 78.5]],
        }])
    };
    for right in [json!(91), json!(91.4), json!(91.35)] {
        expect(in_section(rates(right)), &[]);
    }
    expect(in_section(rates(json!(92))), &[("share", "92")]);
    let report = json!({ "title": "보고", "date": "2024-09-30", "organisation": "가온구",
        "department": "홍보과", "chapters": [{ "title": "현황", "sections": [{ "body": rates(json!(92)) }] }] });
    let found = resolved(&[("report.json".to_owned(), report.to_string())]).1;
    let message = found[0].message.text(bogo_model::Language::Korean);
    assert_eq!(message, "비율이 맞지 않습니다 – ‘포장률’ 92%, 계산하면 91%");
    let budget = |rate: Json| {
        in_section(json!([{ "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
            "departments": [{ "name": "과", "lines": [{ "name": "사업비", "amounts": [115, 100], "rate": rate }] }],
        }]))
    };
    expect(budget(json!(15)), &[]);
    expect(budget(json!(16)), &[("change-rate", "16")]);
}

#[test]
fn marks_in_a_cell_are_in_the_unit_of_the_table_where_they_say_none() {
    let cell = |text: &str| {
        in_section(json!([{ "kind": "table", "unit": "백만원", "head": [["구분", "사업비"]],
            "rows": [["가", text]] }]))
    };
    expect(cell("{계:3000}(국비 {몫:10}억원, 시비 {몫:20}억원)"), &[]);
    expect(cell("{계:30}(국비 {몫:10}억원, 시비 {몫:20}억원)"), &[("sum", "30")]);
    expect(cell("{계:30}억원(국비 {몫:10}, 시비 {몫:20})"), &[]);
    expect(cell("{계:30}대(국비 {몫:10}대, 시비 {몫:20}대)"), &[]);
    expect(cell("{계:30}(국비 {몫:10}, 시비 {몫:20})"), &[]);
}

#[test]
fn a_total_that_is_computed_is_in_the_unit_behind_it() {
    let line = "값은 {계}억원(국비 {몫:100}백만원, 시비 {몫:50}백만원)";
    let printed = printed("명", [json!(1), json!(2)], line);
    assert!(printed.starts_with("1.5억원"), "{printed}");
}

#[test]
fn cells_that_call_figures_are_parts_like_others() {
    let body = |total: u32| {
        let mut body = table(json!("명"), "수", [json!(3), json!(4)], &[]);
        body.as_array_mut().expect("a list").push(json!({
            "kind": "table", "unit": "명", "head": [["구분", "수"]],
            "rows": [["가", "{=표.합계.수}"], ["나", "{=표.가.수:3}"], { "cells": ["계", total], "total": true }],
        }));
        in_section(body)
    };
    expect(body(10), &[]);
    expect(body(11), &[("sum", "11")]);
    // In a table of another unit, what is printed counts.
    let money = |total: Json| {
        let mut body = table(json!("천원"), "수", [json!(3000), json!(4000)], &[]);
        body.as_array_mut().expect("a list").push(json!({
            "kind": "table", "unit": "백만원", "head": [["구분", "수"]],
            "rows": [["가", "{=표.합계.수}"], ["나", 2], { "cells": ["계", total], "total": true }],
        }));
        in_section(body)
    };
    expect(money(json!(9)), &[]);
    expect(money(json!(7002)), &[("sum", "7002")]);
}
