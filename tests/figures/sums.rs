//! Each rule about figures: what it finds, and what it rightly does not.

use bogo_model::Language;
use bogo_model::diagnostic::Diagnostic;
use serde_json::{Value as Json, json};

use crate::check;

/// What is found about figures in a report of one section and one project:
/// the code and the words that stand at the place of each finding.
pub(crate) fn found(section: Json, project: Json) -> Vec<(String, String)> {
    let report = json!({
        "title": "보고", "date": "2024-09-30", "organisation": "가온구", "department": "홍보과",
        "chapters": [{ "title": "현황", "sections": ["overview.json", "projects/"] }],
    });
    let files = [("report.json", report), ("overview.json", section), ("projects/1.json", project)];
    let files: Vec<(String, String)> =
        files.into_iter().map(|(path, value)| (path.to_owned(), value.to_string())).collect();
    let words = |found: &Diagnostic| {
        let place = found.place.as_ref().expect("a place");
        let text = &files.iter().find(|(path, _)| path == place.file()).expect("a file").1;
        (found.code.to_string(), text[place.range()].to_owned())
    };
    check(&files).iter().map(words).collect()
}

pub(crate) fn in_section(body: Json) -> Vec<(String, String)> {
    found(json!({ "title": "현황", "body": body }), project(json!(["사업개요"])))
}

pub(crate) fn in_project(body: Json) -> Vec<(String, String)> {
    found(json!({ "title": "현황", "body": ["현황"] }), project(body))
}

pub(crate) fn project(body: Json) -> Json {
    json!({ "number": 1, "title": "사업", "body": body })
}

fn pairs(found: &[(String, String)]) -> Vec<(&str, &str)> {
    found.iter().map(|(code, words)| (code.as_str(), words.as_str())).collect()
}

#[track_caller]
pub(crate) fn expect(found: Vec<(String, String)>, expected: &[(&str, &str)]) {
    assert_eq!(pairs(&found), expected);
}

fn funding(amounts: Json, total: Json) -> Json {
    json!([{
        "kind": "funding", "unit": "천원", "columns": ["2024년", "2025년"],
        "sources": [
            { "name": "시비", "amounts": amounts, "total": total },
            { "name": "구비", "amounts": [5, "-"], "total": 5 },
        ],
        "total": { "amounts": [15, 20], "total": 35 },
    }])
}

#[test]
fn totals_of_funding_are_proved_along_rows_and_down_columns() {
    expect(in_project(funding(json!([10, 20]), json!(30))), &[]);
    expect(in_project(funding(json!([10, 20]), json!(31))), &[("sum", "31")]);
    // One amount is in its row, in its column and in the whole: it is told
    // once, where it stands.
    let slip = in_project(funding(json!([11, 20]), json!(30)));
    expect(slip, &[("sum", "11")]);
}

#[test]
fn a_budget_is_proved_with_its_changes_and_rates() {
    let budget = |now: i64, change: i64, rate: f64| {
        json!([{
            "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
            "departments": [{
                "name": "홍보과",
                "lines": [
                    { "name": "정책사업비", "amounts": [now, 3_675_931], "change": change, "rate": rate },
                    { "name": "행정운영경비", "amounts": [50_584, 82_719] },
                    { "name": "재무활동비", "amounts": [0, 0], "change": 0 },
                ],
                "total": { "amounts": [3_302_921, 3_758_650], "change": -455_729, "rate": -12.1 },
            }],
        }])
    };
    expect(in_section(budget(3_252_337, -423_594, -11.5)), &[]);
    expect(
        in_section(budget(3_252_337, -423_595, -11.6)),
        &[("change", "-423595"), ("change-rate", "-11.6")],
    );
    let slip = in_section(budget(3_252_338, -423_594, -11.5));
    expect(slip, &[("change", "3252338")]);
}

#[test]
fn people_are_proved_by_grade_and_by_unit() {
    let staff = |current: Json, total: u32| {
        json!({
            "title": "인력",
            "staff": {
                "grades": ["5급", "6급"],
                "units": [
                    { "name": "가과", "quota": [1, 4], "quota_total": 5, "current": current, "current_total": 6 },
                    { "name": "나과", "quota": [1, 2], "current": [1, 2] },
                ],
                "total": { "quota": [2, 6], "quota_total": 8, "current": [2, 7], "current_total": total },
            },
            "body": [{ "kind": "staff" }],
        })
    };
    let body = || project(json!(["사업개요"]));
    expect(found(staff(json!([1, 5]), 9), body()), &[]);
    expect(found(staff(json!([1, 5]), 10), body()), &[("sum", "10")]);
    let slip = found(staff(json!([1, 4]), 9), body());
    expect(slip, &[("sum", "4")]);
}

#[test]
fn a_grade_that_has_people_and_is_left_out_is_found() {
    let section = |current: Json| {
        json!({
            "title": "인력",
            "staff": { "grades": ["4급", "5급"], "units": [{ "name": "가과", "current": current }] },
            "body": [{ "kind": "staff", "grades": ["5급"] }],
        })
    };
    let body = || project(json!(["사업개요"]));
    expect(found(section(json!([0, 3])), body()), &[]);
    expect(found(section(json!([1, 3])), body()), &[("hidden-grade", "\"5급\"")]);
}

#[test]
fn rows_of_totals_add_up_the_rows_of_their_list() {
    let table = |total: i64, sub: i64| {
        json!([{
            "kind": "table",
            "head": [["구분", "세부", "건수", "집행률(%)", "비고"]],
            "rows": [
                { "cells": [{ "text": "합계", "columns": 2 }, total, 55.5, "계"], "total": true },
                { "group": "상반기", "rows": [
                    { "cells": ["소계", sub, 50, "-"], "total": true },
                    ["가", 3, 40, "-"], ["나", "4건", 60, null],
                ] },
                ["하반기", "다", 5, 61, "끝"],
            ],
        }])
    };
    expect(in_section(table(12, 7)), &[]);
    expect(in_section(table(13, 7)), &[("sum", "13")]);
    expect(in_section(table(12, 8)), &[("sum", "8")]);
}

#[test]
fn subtotals_in_one_list_add_up_what_stands_above_or_below_them() {
    let above = |sub: i64| {
        json!([{ "kind": "table", "head": [["구분", "건수"]], "rows": [
            ["가", 1], ["나", 2], { "cells": ["소계", sub], "total": true },
            ["다", 3], { "cells": ["소계", 3], "total": true },
            { "cells": ["합계", 6], "total": true },
        ] }])
    };
    expect(in_section(above(3)), &[]);
    expect(in_section(above(4)), &[("sum", "4")]);
    let said = |sums: &str| {
        json!([{ "kind": "table", "head": [["구분", "건수"]], "rows": [
            { "cells": ["계", 3], "sums": sums }, ["가", 1], ["나", 2],
            { "cells": ["평균", 1.5], "total": true, "sums": "none" },
        ] }])
    };
    expect(in_section(said("below")), &[]);
    expect(in_section(said("above")), &[("unproved", "3")]);
}

#[test]
fn a_total_over_words_is_refused_and_cells_over_rows_count_once() {
    let table = json!([{
        "kind": "table", "row_heads": 2,
        "head": [["사업", "구분", "금액", "면수"]],
        "rows": [
            { "cells": [{ "text": "총계", "columns": 2 }, 30, 9], "total": true },
            { "group": "가", "rows": [
                { "cells": ["계", 10, { "number": 4, "rows": 3 }], "sums": "below" },
                ["자체", 7], ["외부", 3],
            ] },
            { "group": "나", "rows": [
                { "cells": ["계", 20, { "number": 5, "rows": 3 }], "sums": "below" },
                ["자체", 20], ["외부", "-"],
            ] },
        ],
    }]);
    expect(in_section(table), &[]);
    let words = json!([{ "kind": "table", "head": [["구분", "건수"]], "rows": [
        ["가", "3건 내외"], ["나", 2], { "cells": ["계", 9], "total": true },
    ] }]);
    expect(in_section(words), &[("unproved", "9")]);
}

#[test]
fn columns_and_rows_are_what_they_say_they_are_of_others() {
    let table = |change: &str, rate: f64, share: f64| {
        json!([{
            "kind": "table",
            "columns": [
                {}, {}, {}, { "change_of": ["7월", "전년 12월"] },
                { "change_rate_of": ["7월", "전년 12월"] }, { "share_of": ["7월", 2] },
            ],
            "head": [["구분", "전년 12월", "7월", "증가", "증가율(%)", "비율(%)"]],
            "rows": [["유튜브", "4,211명", "5,840명", change, rate, share], ["블로그", 0, 3, 3, "-", null]],
        }])
    };
    expect(in_section(table("1,629명", 38.7, 138.7)), &[]);
    expect(
        in_section(table("1,628명", 38.6, 138.6)),
        &[("change", "\"1,628명\""), ("change-rate", "38.6"), ("share", "138.6")],
    );
    let rows = |change: i64| {
        json!([{ "kind": "table", "head": [["구분", "국비", "시비"]], "rows": [
            ["2024년", 10, 5], ["2023년", 8, "-"],
            { "cells": ["증감", change, null], "change_of": ["2024년", "2023년"] },
        ] }])
    };
    expect(in_section(rows(2)), &[]);
    expect(in_section(rows(-2)), &[("change", "-2")]);
    let unknown = json!([{ "kind": "table", "columns": [{}, { "sum_of": ["구비"] }],
        "head": [["구분", "합계"]], "rows": [["가", 1]] }]);
    expect(in_section(unknown), &[("unknown-line", "\"구비\"")]);
}

#[test]
fn what_is_no_sum_is_not_taken_for_one() {
    let table = |head: &str, row: &str, total: Json| {
        in_section(json!([{ "kind": "table", "head": [["구분", head]], "rows": [
            ["가", 3], ["나", 4], { "cells": [row, total], "total": true },
        ] }]))
    };
    for head in ["만족도(점)", "이용률(%)", "단가", "1인당 장서", "순위", "연도"] {
        expect(table(head, "계", json!(9)), &[]);
    }
    for head in [
        "2024년도",
        "’24년도",
        "회계연도",
        "번호판 영치",
        "일평균 이용자 수",
        "법률",
        "50% 감면(명)",
    ] {
        expect(table(head, "계", json!(9)), &[("sum", "9")]);
        expect(table(head, "계", json!("=")), &[]);
    }
    for row in ["평균", "최대", "증감", "전년 대비"] {
        expect(table("건수", row, json!(9)), &[]);
    }
    let dashes = |total: Json| {
        in_section(json!([{ "kind": "table", "head": [["구분", "건수"]], "rows": [
            ["가", "-"], ["나", "-"], { "cells": ["계", total], "total": true },
        ] }]))
    };
    expect(dashes(json!("-")), &[]);
    expect(dashes(json!(3)), &[("sum", "3")]);
    expect(in_project(funding(json!([10, 20]), json!("-"))), &[("sum", "\"-\"")]);
}

#[test]
fn several_parts_of_a_project_may_cost_different_things() {
    let part = |name: &str, amount: u32| {
        json!({ "text": name, "body": [
            { "label": "소요예산", "amount": { "value": amount, "unit": "백만원" } },
        ] })
    };
    expect(in_project(json!([part("1단계", 126), part("2단계", 127)])), &[]);
    let mut body = json!([part("1단계", 10), part("2단계", 5)]);
    body.as_array_mut()
        .expect("a list")
        .extend(funding(json!([10, 20]), json!(30)).as_array().expect("a list").clone());
    expect(in_project(body), &[]);
}

#[test]
fn tables_of_costs_have_names_for_the_whole_report() {
    let body = |value: u32| {
        let mut table = funding(json!([10, 20]), json!(30));
        table[0]["name"] = json!("도로");
        found(
            json!({ "title": "현황", "body": [
                { "label": "총예산", "amount": { "value": value, "unit": "천원", "same_as": "도로.합계" } },
                "{=도로.2024년}천원",
            ] }),
            project(table),
        )
    };
    expect(body(35), &[]);
    expect(body(36), &[("same-figure", "36")]);
}

#[test]
fn cells_that_are_to_be_computed_are_and_others_cannot_be() {
    let table = |rows: Json| {
        json!([{ "kind": "table", "name": "건수", "unit": "건", "columns": [{}, {}, {}, { "sum_of": ["상", "하"] }],
            "head": [["구분", "상", "하", "합"]], "rows": rows }, "총 {=건수.합계:10}건"])
    };
    let rows = json!([["가", 1, 2, "="], ["나", 3, 4, "="], { "cells": ["계", "=", "=", "="], "total": true }]);
    expect(in_section(table(rows)), &[]);
    expect(
        in_section(json!([{ "kind": "table", "head": [["구분", "건수"]], "rows": [["가", "="]] }])),
        &[("nothing-to-compute", "\"=\"")],
    );
}

#[test]
fn marks_in_texts_are_sums_that_are_proved() {
    let line = |text: &str| in_project(json!([text]));
    expect(line("총 {계:46}대(내부 {몫:36}대, 외부 {몫:10}대)"), &[]);
    expect(line("총 {계:47}대(내부 {몫:36}대, 외부 {몫:10}대)"), &[("sum", "47")]);
    expect(line("총 {계}대(내부 {몫:36}대, 외부 {몫:10}대)"), &[]);
    expect(line("{하나:’23. 9월}/{하나:’24. 2월} (총 {계:3}회)"), &[("sum", "3")]);
    expect(
        line(
            "{계.인원:3}명 / 총 {계.상금:110}만원({몫.인원:1}명-{몫.상금:50×인원}만원, {몫.인원:2}명-각{몫.상금:30×인원}만원)",
        ),
        &[],
    );
    expect(line("{계:1.5}억원(국비 {몫:100}백만원, 시비 {몫:50}백만원)"), &[]);
    // Other lines are other sums, unless they have a name.
    let lines = |total: u32| {
        in_project(json!([
            { "label": "교체", "amount": { "value": total, "unit": "개소", "total_of": "조형물" } },
            { "label": "대상", "text": "{하나.조형물:홍보탑}, {하나.조형물:드림윙즈}" },
            { "label": "사업비", "amount": { "value": 30, "unit": "억원" }, "text": "(국비 {몫:10}/ 시비 {몫:20}억원)" },
        ]))
    };
    expect(lines(2), &[]);
    expect(lines(3), &[("sum", "3")]);
}

#[test]
fn marks_that_say_nothing_are_errors() {
    let line = |text: &str| in_project(json!([text]));
    expect(line("총 {계:46}대"), &[("sum-mark", "46")]);
    expect(line("내부 {몫:36}대"), &[("sum-mark", "36")]);
    expect(line("총 {계:셋}, {하나:가}"), &[("sum-mark", "셋"), ("sum-mark", "가")]);
    expect(
        line("{계:1억 5천만}원({몫:1}억원, {몫:5천만}원)"),
        &[("sum-mark", "1억 5천만"), ("sum-mark", "1")],
    );
    expect(line("{계:60}만원(각 {몫:30×인원}만원)"), &[("sum", "60"), ("sum-mark", "30")]);
}

#[test]
fn a_figure_that_repeats_another_is_the_same_or_found() {
    let body = |text: &str, value: f64| {
        let mut body = funding(json!([10, 20]), json!(30));
        let list = body.as_array_mut().expect("a list");
        list.push(json!(text));
        list.push(json!({ "label": "소요예산", "amount": { "value": value, "unit": "천원" } }));
        in_project(body)
    };
    expect(body("{=소요예산.2024년:15}천원, {=소요예산.2024년}천원", 15.0), &[]);
    expect(body("{=소요예산.2024년:16}천원", 15.0), &[("same-figure", "16")]);
    expect(body("그 밖", 150.0), &[("same-figure", "150.0")]);
    // In other units of money, rounded to the decimals that it has.
    expect(body("{=소요예산.합계:0.04}백만원, {=소요예산.합계}원", 15.0), &[]);
    expect(body("{=소요예산.합계:0.03}백만원", 15.0), &[("unit-conversion", "0.03")]);
}

#[test]
fn what_one_project_costs_is_the_same_wherever_it_is_said() {
    let body = |second: &str| {
        in_project(json!([
            { "label": "소요예산", "text": "126,500천원(구비)" },
            { "label": "2024년 소요예산", "text": second },
            { "label": "2025년 소요예산", "text": "1억원" },
        ]))
    };
    expect(body("126,500천원"), &[]);
    expect(body("126.5백만원"), &[]);
    expect(body("125,600천원"), &[("same-figure", "125,600")]);
}

#[test]
fn amounts_have_names_and_repeat_figures() {
    let body = |again: u32| {
        found(
            json!({ "title": "현황", "body": [
                { "label": "총예산", "amount": { "value": again, "unit": "백만원", "same_as": "역사.사업비" } },
            ] }),
            project(json!([
                { "label": "예산", "amount": { "value": 42, "unit": "억원", "name": "역사.사업비" } },
            ])),
        )
    };
    expect(body(4200), &[]);
    expect(body(4196), &[("unit-conversion", "4196")]);
    let unknown =
        json!([{ "label": "예산", "amount": { "value": 1, "unit": "원", "same_as": "없음" } }]);
    expect(in_project(unknown), &[("unknown-figure", "\"없음\"")]);
}

#[test]
fn projects_do_not_cost_more_than_the_budget_has_for_them() {
    let body = |has: u32| {
        found(
            json!({ "title": "예산", "body": [{
                "kind": "budget", "unit": "백만원", "columns": ["2024년", "2023년"],
                "departments": [{ "name": "홍보과", "lines": [{ "name": "정책사업비", "amounts": [has, 3] }] }],
            }] }),
            project(json!([{ "kind": "funding", "unit": "천원", "columns": ["2024년"],
                "sources": [{ "name": "구비", "amounts": [5000] }] }])),
        )
    };
    expect(body(5), &[]);
    expect(body(4), &[("over-budget", "4")]);
}

#[test]
fn budgets_on_different_bases_are_found() {
    let body = |columns: Json| {
        in_section(json!([{
            "kind": "budget", "unit": "천원", "columns": columns,
            "departments": [{ "name": "홍보과", "lines": [{ "name": "사업비", "amounts": [2, 3] }] }],
        }]))
    };
    expect(body(json!(["2024년", "2023년"])), &[]);
    expect(body(json!(["2024년 본예산", "2023년 당초예산"])), &[]);
    expect(body(json!(["2025년 예산(안)", "2024년 당초예산"])), &[]);
    expect(body(json!(["금회추경", "기정액"])), &[]);
    let slip = body(json!(["2024년", "2023년 (당초예산)"]));
    expect(slip, &[("budget-basis", "\"2023년 (당초예산)\"")]);
    let slip = body(json!(["2024년 최종예산", "2023년 당초예산"]));
    expect(slip, &[("budget-basis", "\"2023년 당초예산\"")]);
}

#[test]
fn a_finding_names_both_places_the_difference_and_what_would_agree() {
    let files = [
        (
            "report.json",
            json!({
                "title": "보고", "date": "2024-09-30", "organisation": "가온구", "department": "홍보과",
                "chapters": [{ "title": "현황", "sections": ["projects/"] }],
            }),
        ),
        ("projects/1.json", project(funding(json!([10, 20]), json!(31)))),
    ];
    let files: Vec<(String, String)> =
        files.iter().map(|(path, value)| ((*path).to_owned(), value.to_string())).collect();
    let found = check(&files);
    let first = &found[0];
    assert_eq!(
        first.message.text(Language::Korean),
        "합계가 부분의 합과 다릅니다 – ‘시비 합계’ 31천원, 더하면 30천원 (1천원 많음)"
    );
    let help = first.help.as_ref().expect("a help").text(Language::Korean);
    assert!(help.contains("맞는 값: 30."), "{help}");
    assert_eq!(first.place.as_ref().expect("a place").pointer(), "/body/0/sources/0/total");
    let parts: Vec<&str> =
        first.related.iter().map(|related| &files[1].1[related.place.range()]).collect();
    // The whole would be right, too.
    assert_eq!(parts, ["10,20", "35"]);
}
