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
    let said = edition.sections().flat_map(|section| section.said());
    let said = said.flat_map(|passage| passage.words).map(|words| words.replace('\u{a0}', " "));
    let line = said.filter_map(|words| Some(words.strip_prefix("값은 ")?.to_owned())).next();
    line.expect("the line")
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
        ("명", "{굵게:만 명}", "19.2983만 명"),
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
        assert_eq!(printed(unit, people(), &line), expected, "{unit} {behind}");
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

#[test]
fn a_space_before_the_unit_of_money_makes_no_difference() {
    let money = || [json!(100_000), json!(26_500)];
    for (unit, behind, expected) in [
        ("천원", "백만 원", "126.5백만 원"),
        ("천 원", "백만원을", "126.5백만원을"),
        ("천 원", "만 원에", "12,650만 원에"),
        ("천원", "억여 원", "1.265억여 원"),
        ("백만 원", "천 원", "126,500,000천 원"),
    ] {
        let line = format!("값은 {{=표.합계.수}}{behind}");
        assert_eq!(printed(unit, money(), &line), expected, "{unit} {behind}");
    }
    let lines = |lines: &[&str]| in_section(table(json!("천원"), "수", money(), lines));
    expect(lines(&["{=표.합계.수:126.5}백만 원, {=표.합계.수:12,650}만 원"]), &[]);
    expect(lines(&["{=표.합계.수:126.6}백만 원"]), &[("unit-conversion", "126.6")]);
    expect(lines(&["총 {계:3,000}천 원(국비 {몫:1}백만 원, 시비 {몫:2}백만 원)"]), &[]);
    expect(
        lines(&["총 {계:3,001}천 원(국비 {몫:1}백만 원, 시비 {몫:2}백만 원)"]),
        &[("sum", "3,001")],
    );
    let head = table(json!("건"), "수(천 원)", money(), &["{=표.가.수(천 원):100}백만원"]);
    expect(in_section(head), &[]);
    let cells = |total: &str| {
        in_section(json!([{ "kind": "table", "head": [["구분", "수"]],
            "rows": [["가", "1,000천 원"], ["나", "2,000천 원"], { "cells": ["계", total], "total": true }] }]))
    };
    expect(cells("3,000천 원"), &[]);
    expect(cells("3백만 원"), &[]);
    expect(cells("4,000천 원"), &[("sum", "\"4,000천 원\"")]);
}

#[test]
fn a_figure_before_a_multiple_of_other_things_is_told() {
    let line =
        |line: &str| in_section(table(json!("명"), "수", [json!(170_000), json!(22_983)], &[line]));
    expect(line("{=표.합계.수}천 건"), &[("unit-conversion", "{=표.합계.수}")]);
    expect(line("{=표.합계.수:193}천 건"), &[("unit-conversion", "193")]);
    expect(line("{=표.합계.수}백만 원"), &[("unit-conversion", "{=표.합계.수}")]);
    // What is counted may be called by other words.
    expect(line("{=표.합계.수}건, {=표.합계.수}천 명, {=표.합계.수}만큼, {=표.합계.수} 만점"), &[]);
    let plain = json!([{ "kind": "table", "name": "표", "head": [["구분", "수"]], "rows": [["가", 3]] },
        "{=표.가.수}백만원, {=표.가.수}만 명"]);
    expect(in_section(plain), &[]);
}

#[test]
fn units_of_other_things_cannot_be_the_same() {
    let amount = |unit: &str| {
        in_section(json!(["정원 {이름=정원:30}명",
            { "label": "지원", "amount": { "value": 30, "unit": unit, "same_as": "정원" } }]))
    };
    expect(amount("백만원"), &[("unit-conversion", "30")]);
    expect(amount("명"), &[]);
    expect(amount("인"), &[]);
}

#[test]
fn about_so_many_is_rounded_to_the_digits_that_it_says() {
    let line =
        |line: &str| in_section(table(json!("명"), "수", [json!(170_000), json!(22_983)], &[line]));
    for right in [
        "약 {=표.합계.수:193,000}명",
        "(대략 {=표.합계.수:190,000}명)",
        "{=표.합계.수:190,000}여 명",
        "{=표.합계.수:192,000}여명",
        "약 {=표.합계.수:192,983}명",
    ] {
        expect(line(right), &[]);
    }
    for (wrong, typed) in [
        ("{=표.합계.수:193,000}명", "193,000"),
        ("공약 {=표.합계.수:193,000}명", "193,000"),
        ("약 {=표.합계.수:192,000}명", "192,000"),
        ("{=표.합계.수:193,000}여 명", "193,000"),
        ("약 {=표.합계.수:1,000,000}명", "1,000,000"),
        ("{=표.합계.수:190,000}여성", "190,000"),
    ] {
        expect(line(wrong), &[("same-figure", typed)]);
    }
    let money =
        |line: &str| in_section(table(json!("백만원"), "수", [json!(2_000), json!(650)], &[line]));
    expect(money("{=표.합계.수:26}억여 원, {=표.합계.수:26.5}억 원, {=표.합계.수:27}억 원"), &[]);
    expect(money("{=표.합계.수:27}억여 원"), &[]);
    expect(money("{=표.합계.수:25}억여 원"), &[("unit-conversion", "25")]);
}

#[test]
fn a_fall_that_a_table_says_with_a_sign_has_none_before_its_word() {
    let line =
        |line: &str| in_section(table(json!("천원"), "수", [json!(-1_500), json!(300)], &[line]));
    expect(line("{=표.가.수:1,500}천원 감소, {=표.가.수:△1,500}천원"), &[]);
    expect(line("△{=표.가.수:1,500}천원"), &[]);
    expect(line("{=표.가.수:1,500}천원"), &[("same-figure", "1,500")]);
    expect(line("{=표.가.수:1,400}천원 감소"), &[("same-figure", "1,400")]);
}
