//! What sentences, amounts and cells say of figures elsewhere: names, shares,
//! changes, parts.

mod cells;

use serde_json::{Value as Json, json};

use crate::resolved;
use crate::sums::{expect, found, in_project, in_section, project};

/// What is found in lines of one project.
fn lines(lines: &[&str]) -> Vec<(String, String)> {
    in_project(json!(lines))
}

/// What is found in a table with these heads and rows.
fn table(columns: Json, head: Json, rows: Json) -> Vec<(String, String)> {
    in_section(json!([{ "kind": "table", "columns": columns, "head": [head], "rows": rows }]))
}

#[test]
fn a_figure_of_a_sentence_has_a_name_wherever_the_sentence_stands() {
    let call = |section: Json| {
        let body = json!([
            "작년보다 늘어 {=방문:3,120}건",
            { "label": "방문", "amount": { "value": 3120, "unit": "건", "same_as": "방문" } },
        ]);
        found(json!({ "title": "현황", "body": section }), project(body))
    };
    for words in ["3,120", "약 3,120", "3,120건"] {
        expect(call(json!([format!("방문 {{이름=방문:{words}}}의 상담")])), &[]);
    }
    let places = [
        json!([{ "label": "방문 {이름=방문:3,120}건", "text": "늘어남" }]),
        json!([{ "kind": "note", "text": "{이름=방문:3,120}건" }]),
        json!([{ "kind": "paragraph", "text": "모두 {굵게:{이름=방문:3,120}건}입니다." }]),
        json!([{ "kind": "box", "title": "{이름=방문:3,120}건", "body": ["가"] }]),
        json!([{ "kind": "table", "head": [["구분", "건수"]], "rows": [["가", "{이름=방문:3,120}건"]] }]),
        json!([{ "kind": "table", "head": [["구분"]], "rows": [[{ "body": ["{ 이름=x }{이름= 방문 :3,120}"] }]] }]),
    ];
    for place in places {
        expect(call(place), &[]);
    }
    let slip = call(json!(["방문 {이름=방문:3,210}건"]));
    // Two places agree, so that the one that does not is the slip.
    expect(slip, &[("same-figure", "3,210")]);
    // Its unit stands behind it.
    let money = |again: &str| lines(&["예산 {이름=총액:126,500}천원", again]);
    expect(money("{=총액:126.5}백만원, {=총액:1.3}억원"), &[]);
    expect(money("{=총액:1.2}억원"), &[("unit-conversion", "1.2")]);
}

#[test]
fn a_named_figure_in_a_cell_still_is_its_number() {
    let rows = |total: u32| {
        in_section(json!([{ "kind": "table", "head": [["구분", "건수"]], "rows": [
            ["가", "{이름=가:3}건"], ["나", "{=가:3}건"], { "cells": ["계", total], "total": true },
        ] }]))
    };
    expect(rows(6), &[]);
    expect(rows(7), &[("sum", "7")]);
}

#[test]
fn the_nearest_figure_of_a_name_is_meant() {
    // Each line has its own 전체; nothing else can tell which is meant.
    let own = [
        "{이름=전체:40}대 중 {비율=설치/전체:50}%인 {이름=설치:20}대",
        "{이름=전체:10}대 중 {이름=설치:9}대({비율=설치/전체:90}%)",
    ];
    expect(lines(&own), &[]);
    let other = "다른 줄의 {=전체}대";
    expect(lines(&[own[0], own[1], other]), &[("ambiguous-figure", "{=전체}")]);
    // A section's own comes before another's.
    let both = |call: &str| {
        found(
            json!({ "title": "현황", "body": ["정원 {이름=정원:50}명"] }),
            project(json!(["정원 {이름=정원:30}명", call])),
        )
    };
    expect(both("정원 {=정원:30}명"), &[]);
    expect(both("정원 {=정원:50}명"), &[("same-figure", "50")]);
    // What a table is called by stays its own.
    let tables = found(
        json!({ "title": "현황", "body": [
            { "kind": "table", "name": "이수", "head": [["구분", "수"]], "rows": [["가", 3]] },
        ] }),
        project(json!(["{이름=이수.가.수:4}명", "{=이수.가.수}명"])),
    );
    expect(tables, &[("ambiguous-figure", "{=이수.가.수}")]);
}

#[test]
fn a_sum_with_a_name_is_called_by_it() {
    let sums = |stated: &str| {
        lines(&[
            "교체 {계.교체:2}개소, 신설 {계.신설}개소",
            "{하나.교체:홍보탑}, {하나.교체:전광판}, {몫.신설:3}개소와 {몫.신설:4}개소",
            stated,
        ])
    };
    expect(sums("교체 {=교체:2}개소, 신설 {=신설:7}개소, {비율=교체/신설:28.6}%"), &[]);
    expect(sums("교체 {=교체:3}개소"), &[("same-figure", "3")]);
    let amount = |again: u32| {
        in_project(json!([
            { "label": "교체", "amount": { "value": 2, "unit": "개소", "total_of": "교체" } },
            "{하나.교체:홍보탑}, {하나.교체:전광판}",
            format!("{{=교체:{again}}}개소"),
        ]))
    };
    expect(amount(2), &[]);
    expect(amount(1), &[("same-figure", "1")]);
    // It is no name for other sections.
    let elsewhere = found(
        json!({ "title": "현황", "body": ["{계.교체:1}곳 {하나.교체:가}"] }),
        project(json!(["{=교체}곳"])),
    );
    expect(elsewhere, &[("unknown-figure", "{=교체}")]);
}

#[test]
fn a_share_in_a_sentence_is_proved_as_it_is_rounded() {
    let share = |rate: &str| {
        lines(&[&format!(
            "교체 {{이름=교체:87}}대(보유 {{이름=보유:193}}대, 교체율 : {{비율=교체/보유:{rate}}}%)"
        )])
    };
    for right in ["45", "45.1", "45.08"] {
        expect(share(right), &[]);
    }
    for wrong in ["54.1", "45.0", "46", "△45"] {
        expect(share(wrong), &[("share", wrong)]);
    }
    let rest = |rate: &str| {
        lines(&[&format!(
            "미설치 {{이름=미설치:3}}곳(대상 {{이름=대상:58}}곳), 설치율 {{강조:{{비율=(대상-미설치)/대상:{rate}}}%}}"
        )])
    };
    expect(rest("95"), &[]);
    expect(rest("94.8"), &[]);
    expect(rest("53"), &[("share", "53")]);
    let both =
        lines(&["{이름=남:3}명, {이름=여:5}명, 전체 {이름=전체:10}명의 {비율=(남+여)/전체:80}%"]);
    expect(both, &[]);
    // Money is converted.
    let money = |rate: &str| {
        lines(&[&format!(
            "집행 {{이름=집행:1.5}}억원, 예산 {{이름=예산액:300}}백만원, {{비율=집행/예산액:{rate}}}%"
        )])
    };
    expect(money("50"), &[]);
    expect(money("0.5"), &[("share", "0.5")]);
    // Of nothing there is none.
    let nothing = lines(&["{이름=가:3}명, {이름=나:0}명, {비율=가/나:3}%"]);
    expect(nothing, &[("unproved", "3")]);
    let nothing = lines(&["{이름=가:3}명, {이름=나:0}명, {비율=가/나}%"]);
    expect(nothing, &[("nothing-to-compute", "{비율=가/나}")]);
}

#[test]
fn a_share_without_names_is_of_the_part_before_it() {
    let line = |first: &str, second: &str| {
        lines(&[&format!(
            "총 {{계:46}}대(내부 {{몫:36}}대({{비율:{first}}}%), 외부 {{몫:10}}대({{비율:{second}}}%))"
        )])
    };
    expect(line("78.3", "21.7"), &[]);
    expect(line("78.3", "22.7"), &[("share", "22.7")]);
    let part = |rate: &str| {
        lines(&[&format!("교체 {{일부=보유:87}}대(보유 {{이름=보유:193}}대, {{비율:{rate}}}%)")])
    };
    expect(part("45.1"), &[]);
    expect(part("41.5"), &[("share", "41.5")]);
    expect(lines(&["{계:2}곳 {비율:50}%, {몫:1}곳, {몫:1}곳"]), &[("unproved", "50")]);
    // Parts of another line are none of this one.
    expect(lines(&["{계:2}곳 {몫:2}곳", "그 {비율:100}%"]), &[("unproved", "100")]);
    expect(lines(&["{계:2}곳 {몫:2}곳({비율}%)"]), &[]);
    let amount = |rate: &str| {
        in_project(json!([
            "정원 {이름=정원:40}명",
            { "label": "현원", "amount": { "value": 30, "unit": "명", "part_of": "정원" }, "text": format!("({{비율:{rate}}}%)") },
        ]))
    };
    expect(amount("75"), &[]);
    expect(amount("57"), &[("share", "57")]);
}

#[test]
fn a_change_in_a_sentence_is_proved_with_its_sign_or_its_word() {
    let change = |words: &str| {
        let words = words.replace("증감=", "증감=올해/작년").replace("증감률=", "증감률=올해/작년");
        lines(&["올해 {이름=올해:97}건, 작년 {이름=작년:100}건", &words])
    };
    for right in [
        "전년 대비 {증감=:△3}건({증감률=:△3.0}%)",
        "전년보다 {증감=:3}건 감소({증감률=:3}%↓)",
        "{증감률=:3}% 줄었음",
        "감소율 {증감률=:3}%",
        "감소폭은 △{증감=:3}건",
        "△3건이 아니라 {증감=}건, {증감률=}% 감소",
        "전년 대비 {증감=:△3}건 감소",
    ] {
        expect(change(right), &[]);
    }
    expect(change("{증감=:3}건 증가"), &[("change", "3")]);
    expect(change("{증감=:△4}건"), &[("change", "△4")]);
    expect(change("{증감률=:3.1}% 감소"), &[("change-rate", "3.1")]);
    expect(change("{증감률=:△0.3}%"), &[("change-rate", "△0.3")]);
    let rise = |words: &str| lines(&["{이름=올해:103}건, {이름=작년:100}건", words]);
    expect(rise("{증감=올해/작년:3}건 증가"), &[]);
    expect(rise("{증감=올해/작년:3}건 감소"), &[("change", "3")]);
    expect(rise("△{증감=올해/작년:3}건"), &[("change", "3")]);
    expect(rise("실적은 {증감=올해/작년:3}건"), &[]);
    for right in ["{증감=:3}건 적음", "{증감=:3}건 하향", "{증감=:3}건적음", "약 {증감=:3}건 낮음"]
    {
        expect(change(right), &[]);
    }
    // In another unit it may be rounded.
    let money = |words: &str| lines(&["{이름=올해:174,350}천원, {이름=작년:120}백만원", words]);
    expect(money("{증감=올해/작년:54}백만원, {증감=올해/작년:54,350}천원"), &[]);
    expect(money("{증감=올해/작년:55}백만원"), &[("change", "55")]);
    expect(money("{증감률=올해/작년:45.3}%"), &[]);
}

#[test]
fn a_figure_is_not_more_than_what_it_is_at_most_or_a_part_of() {
    let line = |words: &str| lines(&[&format!("정원 {{이름=정원:40}}명({words})")]);
    expect(line("남 {일부=정원:21}명, 여 {일부=정원:19}명"), &[]);
    expect(line("남 {일부=정원:21}명, 여 {일부=정원:20}명"), &[("at-most", "20")]);
    expect(line("남 {일부=정원:41}명, 여 {일부=정원:20}명"), &[("at-most", "41")]);
    expect(line("여성 {이하=정원:25}명, 청년 {이하=정원:40}명"), &[]);
    expect(line("여성 {이하=정원:25}명, 청년 {이하=정원:42}명"), &[("at-most", "42")]);
    // Parts of other lines, and of other wholes, are none of this one.
    let apart = [
        "정원 {이름=정원:40}명, 정수 {이름=정수:30}명",
        "{일부=정원:30}명, {일부=정수:30}명",
        "{일부=정원:30}명",
    ];
    expect(lines(&apart), &[]);
    expect(lines(&["{이름=총액:1}억원 중 {일부=총액:60}백만원, {일부=총액:40}백만원"]), &[]);
    let over = lines(&["{이름=총액:1}억원 중 {일부=총액:60}백만원, {일부=총액:41}백만원"]);
    expect(over, &[("at-most", "41")]);
}

#[test]
fn amounts_are_at_most_and_parts_of_what_they_say() {
    let amounts = |said: Json, value: u32| {
        let mut amount = json!({ "value": value, "unit": "백만원" });
        amount.as_object_mut().expect("an object").extend(said.as_object().expect("one").clone());
        in_project(json!([
            "총액 {이름=총액:1}억원",
            { "label": "국비", "amount": amount, "text": "(시비 {일부=총액:50}백만원)" },
        ]))
    };
    expect(amounts(json!({ "at_most": "총액" }), 100), &[]);
    expect(amounts(json!({ "at_most": "총액" }), 101), &[("at-most", "101")]);
    expect(amounts(json!({ "part_of": "총액" }), 50), &[]);
    expect(amounts(json!({ "part_of": "총액" }), 51), &[("at-most", "50")]);
    for call in ["same_as", "at_most", "part_of"] {
        expect(amounts(json!({ call: "총애" }), 50), &[("unknown-figure", "\"총애\"")]);
    }
}

#[test]
fn a_mark_that_says_nothing_is_told() {
    let line = |text: &str| lines(&["{이름=가:3}명, {이름=나:4}명", text]);
    for text in [
        "{이름=상담}",
        "{이름=:3}",
        "{이하=가}",
        "{일부=:3}",
        "{비율:높음}",
        "{이름=상담:3",
        "{비율=가/나",
    ] {
        expect(line(text), &[("text-mark", text)]);
    }
    for text in [
        "{비율=가:3}",
        "{증감=가/나/가:3}",
        "{이하=가/나:3}",
        "{비율=가-나/가:3}",
        "{비율=(가-나/나:3}",
    ] {
        let found = line(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(["text-mark", "unknown-figure"].contains(&found[0].0.as_str()), "{found:?}");
    }
    expect(line("{비율=가/다:3}%"), &[("unknown-figure", "{비율=가/다:3}")]);
    expect(line("{비울=가/나:3}%"), &[("text-mark", "{비울=가/나:3}")]);
    expect(line("{이름=다:많음}명"), &[("sum-mark", "많음")]);
    expect(line("{이름=다:1억 5천만}원"), &[("sum-mark", "1억 5천만")]);
    // What begins no mark prints as itself.
    for text in ["{x=1}", "{가=1, 나=2}", "{이름}", "{이하}", "{증감 없음}", "{{이름=가:3}"]
    {
        expect(line(text), &[]);
    }
}

#[test]
fn a_section_depends_on_the_files_whose_figures_its_marks_call() {
    let files = |line: Json| {
        let section = |body: Json| json!({ "title": "절", "body": body });
        let report = json!({
            "title": "보고", "date": "2024-09-30", "organisation": "가온구", "department": "홍보과",
            "chapters": [{ "title": "현황", "sections": ["a.json", "b.json", "c.json"] }],
        });
        let files = [
            ("report.json", report),
            ("a.json", section(json!([line]))),
            ("b.json", section(json!(["설치 {이름=설치:3}곳"]))),
            ("c.json", section(json!(["전체 {이름=전체:6}곳"]))),
        ];
        let files: Vec<(String, String)> =
            files.into_iter().map(|(path, value)| (path.to_owned(), value.to_string())).collect();
        let (edition, found) = resolved(&files);
        assert!(found.is_empty(), "{found:?}");
        let edition = edition.expect("an edition");
        let section = edition.section("a").expect("the section");
        section.files.iter().cloned().collect::<Vec<_>>()
    };
    assert_eq!(files(json!("그 밖")), ["a.json"]);
    assert_eq!(files(json!("설치 {=설치}곳")), ["a.json", "b.json"]);
    assert_eq!(files(json!("설치율 {비율=설치/전체}%")), ["a.json", "b.json", "c.json"]);
    assert_eq!(files(json!("{일부=전체:5}곳")), ["a.json", "c.json"]);
    let amount =
        json!({ "label": "가", "amount": { "value": 3, "unit": "곳", "at_most": "전체" } });
    assert_eq!(files(amount), ["a.json", "c.json"]);
    let cell = json!({ "kind": "table", "rows": [["가", { "number": 3, "same_as": "설치" }]] });
    assert_eq!(files(cell), ["a.json", "b.json"]);
}
