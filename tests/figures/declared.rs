//! What sentences, amounts and cells say of figures elsewhere: names, shares,
//! changes, parts.

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
