//! Totals, changes and rates that call themselves so and are not declared.

use bogo_model::Diagnostic;
use serde_json::{Value as Json, json};

use crate::resolved;

/// The text of a report with this body.
fn report(body: &Json) -> String {
    json!({
        "title": "보고", "date": "2024-09-30", "organisation": "가온구", "department": "홍보과",
        "chapters": [{ "title": "현황", "sections": [{ "body": body }] }],
    })
    .to_string()
}

/// What the rules of figures find in a report.
fn figures(text: &str) -> Vec<Diagnostic> {
    let found = resolved(&[("report.json".to_owned(), text.to_owned())]).1;
    let is_figure = |found: &Diagnostic| {
        let form = found.code.rule().is_none();
        let rules =
            ["sum", "change", "change-rate", "share", "unproved", "undeclared-sum", "same-figure"];
        form || rules.contains(&found.code.name())
    };
    found.into_iter().filter(is_figure).collect()
}

fn words(text: &str, found: &Diagnostic) -> (String, String) {
    let place = found.place.as_ref().expect("a place");
    (found.code.to_string(), text[place.range()].to_owned())
}

/// Asserts that these figures are told, and that the fix of each leaves the
/// rule that proves it in its place, with what would be right.
#[track_caller]
fn told(body: Json, expected: &[(&str, &str, &str)]) {
    let text = report(&body);
    let found = figures(&text);
    let places: Vec<(String, String)> = found.iter().map(|found| words(&text, found)).collect();
    let wanted: Vec<(String, String)> = expected
        .iter()
        .map(|(_, place, _)| ("undeclared-sum".to_owned(), (*place).to_owned()))
        .collect();
    assert_eq!(places, wanted);
    for (found, (rule, place, right)) in found.iter().zip(expected) {
        let mut fixed = text.clone();
        let mut edits = found.fix.as_ref().expect("a fix").edits.clone();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.range.start));
        edits.iter().for_each(|edit| fixed.replace_range(edit.range.clone(), &edit.text));
        let then = figures(&fixed);
        assert!(then.len() >= expected.len(), "{fixed}\n{then:?}");
        let proof = then
            .iter()
            .find(|found| words(&fixed, found) == ((*rule).to_owned(), (*place).to_owned()));
        let proof = proof.unwrap_or_else(|| panic!("{rule} {place}: {fixed}\n{then:#?}"));
        let help = proof.help.as_ref().expect("a help").to_owned();
        let help = help.text(bogo_model::Language::Korean);
        assert!(help.contains(&format!("맞는 값: {right}.")), "{help}");
        let again = then.iter().filter(|found| found.code.name() == "undeclared-sum").count();
        assert_eq!(again, expected.len() - 1, "{then:#?}");
    }
}

#[track_caller]
fn silent(body: Json) {
    let text = report(&body);
    let found: Vec<_> = figures(&text).iter().map(ToString::to_string).collect();
    assert_eq!(found, Vec::<String>::new());
}

fn table(unit: &str, head: Json, rows: Json) -> Json {
    json!([{ "kind": "table", "unit": unit, "head": head, "rows": rows }])
}

#[test]
fn a_column_of_totals_is_told_where_it_does_not_agree() {
    let sums = |first: u32| {
        let rows =
            json!([["1팀", 13, 24, first], ["2팀", 25, 35, 60], ["합계", 38, 59, first + 60]]);
        table("명", json!([["구분", "남", "여", "합계"]]), rows)
    };
    silent(sums(37));
    told(sums(38), &[("sum", "38", "37")]);
    let first = json!([["가", 30, 10, 20], ["나", 50, 25, 26], ["다", 7, 3, 4]]);
    told(table("건", json!([["구분", "계", "접수", "처리"]]), first), &[("sum", "50", "51")]);
}

#[test]
fn a_row_of_totals_is_told_where_it_does_not_agree() {
    let rows = |total: Json| json!([["가", 120, 31], ["나", 230, 42], total]);
    let head = || json!([["구분", "건수", "인원"]]);
    silent(table("", head(), rows(json!(["합 계", 350, 73]))));
    told(table("", head(), rows(json!(["합 계", 360, 73]))), &[("sum", "360", "350")]);
    told(table("", head(), rows(json!({ "cells": ["계", 350, 74] }))), &[("sum", "74", "73")]);
    // In one column there is nothing else to tell how it is meant.
    let one = |total: u32| {
        table("건", json!([["구분", "건수"]]), json!([["총계", total], ["가", 120], ["나", 230]]))
    };
    silent(one(350));
    told(one(351), &[("sum", "351", "350")]);
}

#[test]
fn subtotals_are_read_by_where_they_stand() {
    let rows = |sub: u32, total: u32| {
        json!([
            ["가", 12, 3],
            ["나", 23, 4],
            ["소계", sub, 7],
            ["다", 31, 5],
            ["라", 40, 6],
            ["소계", 71, 11],
            ["합계", total, 18],
        ])
    };
    let head = || json!([["구분", "건수", "인원"]]);
    silent(table("", head(), rows(35, 106)));
    told(table("", head(), rows(36, 106)), &[("sum", "36", "35")]);
    told(table("", head(), rows(35, 107)), &[("sum", "107", "106")]);
    let groups = json!([
        { "group": "상반기", "rows": [["가", 12, 3], ["나", 23, 4], ["소계", 36, 7]] },
        { "group": "하반기", "rows": [["가", 31, 5], ["나", 40, 6], ["소계", 71, 11]] },
    ]);
    let mut grouped = table("", json!([["시기", "구분", "건수", "인원"]]), groups);
    grouped[0]["row_heads"] = json!(2);
    told(grouped, &[("sum", "36", "35")]);
}

#[test]
fn changes_and_rates_are_told_where_they_do_not_agree() {
    let rows = |change: i32, rate: f64| {
        let head = json!([["구분", "2023년", "2024년", "증감", "증감률(%)"]]);
        table("천원", head, json!([["소식지", 100, 150, change, rate]]))
    };
    silent(rows(50, 50.0));
    told(rows(60, 50.0), &[("change", "60", "50")]);
    told(rows(50, 40.0), &[("change-rate", "40.0", "50.0")]);
    let budget = |change: i32| {
        let head = json!([["구분", "금회추경", "기정", "증감"]]);
        table(
            "천원",
            head,
            json!([["가", 120, 150, -30], ["나", 180, 150, change], ["다", 200, 150, 50]]),
        )
    };
    silent(budget(30));
    told(budget(40), &[("change", "40", "30")]);
}

#[test]
fn a_total_in_a_sentence_is_told_where_its_parts_do_not_add_up() {
    for (line, place, right) in [
        ("교체 총 46대(내부 36대, 외부 11대)", "46", "47"),
        ("총사업비 12.5억원(국비 5억원, 시비 7억원)", "12.5", "12.0"),
        ("총 사업비 : 1,250백만원 (국비 500백만원 / 시비 700백만원)", "1,250", "1,200"),
        ("참여자 12명(남 5, 여 8)", "12", "13"),
        ("합계 21건[신규 11건, 계속 9건]", "21", "20"),
        ("위반 총 15건(주의 12건, 경고 4건)을 적발", "15", "16"),
        ("{굵게:총 46대}(내부 36대, 외부 11대)", "46", "47"),
        ("총 2.5억원(국비 100백만원, 시비 130백만원)", "2.5", "2.3"),
        ("총 46대(내부 36대(본청), 외부 11대(별관))", "46", "47"),
    ] {
        let right = right.trim_end_matches(".0");
        told(json!([line]), &[("sum", place, right)]);
    }
    told(
        json!([{ "label": "총사업비", "text": "12.5억원(국비 5억원, 시비 7억원)" }]),
        &[("sum", "12.5", "12")],
    );
    let cell = json!([["가", "총 46대(내부 36대, 외부 11대)"]]);
    told(table("", json!([["구분", "내용"]]), cell), &[("sum", "46", "47")]);
}

#[test]
fn a_total_is_told_where_its_parts_are_set_apart() {
    for (line, place, right) in [
        ("총 46대(내부 36대(78.3%), 외부 11대(21.7%))", "46", "47"),
        ("총 46대\n(내부 36대, 외부 11대)", "46", "47"),
        ("전체 1,200명(응답 800명, 무응답 390명)", "1,200", "1190"),
    ] {
        let right = right.replace("1190", "1,190");
        told(json!([line]), &[("sum", place, &right)]);
    }
    let label = json!([{ "label": "총 46대(내부 36대, 외부 11대)", "text": "교체" }]);
    told(label, &[("sum", "46", "47")]);
    let amount = |value: u32| {
        let amount = json!({ "value": value, "unit": "억원" });
        json!([{ "label": "총사업비", "amount": amount, "text": "(국비 50억원, 시비 70억원)" }])
    };
    told(amount(125), &[("sum", "125", "120")]);
    silent(amount(120));
}

#[test]
fn amounts_of_several_numbers_are_one_figure() {
    for line in [
        "총 1억 2,000만원(국비 5,000만원, 시비 7,000만원)",
        "총 12억 5천만원(국비 5억원, 시비 7억 5천만원)",
        "총 3만 5천명(남 1만 5천명, 여 2만명)",
        "총 1억2,000만원(국비 5,000만원, 시비 7,000만원)",
        "총 1억원 2,000만원(국비 5,000만원, 시비 7,000만원)",
        "총 2천만원(국비 1억 5천만원, 시비 5천만원)",
    ] {
        silent(json!([line]));
    }
}

#[test]
fn brackets_that_divide_a_total_in_several_ways_are_let_be() {
    for line in [
        "총 20명(남 12, 여 8 / 내국인 15, 외국인 5)",
        "총 264대(목표 300대, 달성 264대)",
        "총 10명(5급 1, 6급 3, 7급 6, 여 4)",
        "전체 예산 100억원(인건비 60억원, 사업비 40억원, 집행 30억원)",
        "총 46대(배정 36대, 잔여 11대)",
        "총 30명(일반직 30명, 공무직 30명)",
        "총 10명(남 10, 여 10)",
    ] {
        silent(json!([line]));
    }
}

#[test]
fn a_total_over_subtotals_is_not_the_sum_of_all_rows() {
    let groups = |first: &str, second: &str| {
        json!([
            [{ "text": "총계", "columns": 2 }, 100],
            [{ "text": first, "rows": 3 }, "소계", 60], ["기본급", 40], ["수당", 20],
            [{ "text": second, "rows": 3 }, "소계", 40], ["운영", 10], ["시설", 30],
        ])
    };
    let head = || json!([["구분", "세부", "금액"]]);
    silent(table("", head(), groups("인건비", "사업비")));
    let lists = json!([
        { "group": "인건비", "rows": [["기본급", 40], ["수당", 20], ["소계", 60]] },
        { "group": "사업비", "rows": [["운영", 10], ["시설", 30], ["소계", 40]] },
        [{ "text": "합계", "columns": 2 }, 100],
    ]);
    silent(table("", head(), lists));
    let head = || json!([["구분", "금액"]]);
    for rows in [
        json!([
            ["합계", 3_000_000],
            ["인건비", 1_800_000],
            ["정규직", 1_000_000],
            ["공무직", 800_000],
            ["사업비", 1_200_000],
            ["시설", 700_000],
            ["운영", 500_000]
        ]),
        json!([
            ["기본급", 40],
            ["수당", 20],
            ["인건비 계", 60],
            ["운영", 10],
            ["시설", 30],
            ["사업비 계", 40],
            ["총계", 100]
        ]),
        json!([["합계", 10], ["공립", 3], ["사립", 7], ["어린이집", 4], ["유치원", 6]]),
        json!([["합계", 100], ["인건비", 60], ["정규직", 40], ["공무직", 20], ["사업비", 40]]),
        // The slip is in a subtotal, or in one of its parts.
        json!([["합계", 100], ["인건비", 61], ["정규직", 40], ["공무직", 20], ["사업비", 40]]),
        json!([["합계", 100], ["인건비", 60], ["정규직", 50], ["공무직", 20], ["사업비", 40]]),
        json!([["합계", 10], ["공립", 3], ["사립", 7], ["어린이집", 4], ["유치원", 5]]),
    ] {
        silent(table("천원", head(), rows));
    }
    let people = json!([
        ["합계", 30, 40, 70],
        ["청년", 10, 15, 25],
        ["중장년", 20, 25, 45],
        ["내국인", 28, 38, 66],
        ["외국인", 2, 2, 4]
    ]);
    silent(table("", json!([["구분", "남", "여", "합계"]]), people));
}

#[test]
fn a_wrong_subtotal_is_told_and_no_right_total() {
    let rows = |part: u32, sub: u32| {
        let rows = json!([
            ["일반직", part, 19],
            ["별정직", 3, 3],
            ["공무원 계", sub, 22],
            ["공무직", 7, 8],
            ["총계", 30, 30]
        ]);
        table("명", json!([["구분", "정원", "현원"]]), rows)
    };
    silent(rows(20, 23));
    told(rows(20, 30), &[("sum", "30", "23")]);
    silent(rows(27, 23));
}

#[test]
fn a_plain_column_is_told_however_far_its_total_is() {
    let head = || json!([["구분", "예산"]]);
    for total in [107_u32, 121, 115, 150, 202, 50, 1010] {
        let rows = json!([["가", 20], ["나", 40], ["다", 41], ["합계", total]]);
        let total = total.to_string();
        told(table("", head(), rows), &[("sum", &total, "101")]);
        let rows = json!([["합계", 20], ["가", 20], ["나", 40], ["다", 41]]);
        silent(table("", head(), rows));
    }
    let rows = json!([["가", 20, 1], ["나", 40, 2], ["다", 41, 3], ["합계", 150, 6]]);
    told(table("", json!([["구분", "예산", "건"]]), rows), &[("sum", "150", "101")]);
    let rows = json!([["가", 120, 150], ["나", 240, 260], ["합계", 360, 140]]);
    told(table("", json!([["구분", "2023년", "2024년"]]), rows), &[("sum", "140", "410")]);
    let rows = json!([
        ["가", 20],
        ["나", 40],
        ["소계", 60],
        ["다", 10],
        ["라", 30],
        ["소계", 40],
        ["합계", 107]
    ]);
    told(table("", head(), rows), &[("sum", "107", "100")]);
    // Some are counted twice, and that is said.
    let rows = json!([["가", 20], ["나", 40], ["다", 41], ["합계(중복 제외)", 55]]);
    silent(table("명", head(), rows));
}

#[test]
fn one_slip_is_told_once() {
    let head = json!([["구분", "2023년", "2024년", "증감", "증감률(%)"]]);
    let rows = json!([
        ["가", 100, 151, 50, 50.0],
        ["나", 200, 210, 10, 5.0],
        ["합계", 300, 360, 60, 20.0]
    ]);
    let found = figures(&report(&table("건", head, rows)));
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn a_declared_total_that_cannot_be_read_is_no_proved_one() {
    for (one, other, total, code) in [
        ("30(10)", "20(5)", "59(15)", "unproved"),
        ("5억 2,000만원", "7억 5천만원", "19억 8천만원", "unproved"),
        ("약 30명", "약 20명", "약 60명", "unproved"),
        ("1만 명", "500명", "1.06만 명", "sum"),
    ] {
        let total = json!({ "cells": ["합계", total], "total": true });
        let rows = json!([["국비", one], ["시비", other], total]);
        let text = report(&table("", json!([["구분", "금액"]]), rows));
        let found: Vec<&str> = figures(&text).iter().map(|found| found.code.name()).collect();
        assert_eq!(found, [code], "{one} {other}");
    }
    let total = json!({ "cells": ["합계", 5, "2024년 중"], "total": true });
    let rows = json!([["가", 2, "2024. 3."], ["나", 3, "3월 5일"], total]);
    silent(table("건", json!([["구분", "건수", "시기"]]), rows));
}

#[test]
fn what_is_counted_in_a_table_of_money_is_no_money() {
    let rows = json!([["가", 120, 500], ["나", 230, 503], ["합계", 350, 1013]]);
    let found = figures(&report(&table("백만원", json!([["구분", "주차면수", "예산"]]), rows)));
    assert!(found[0].to_string().contains("1,013백만원"), "{found:#?}");
    let rows = json!([["가", 120, 500], ["나", 230, 503], ["합계", 360, 1003]]);
    let found = figures(&report(&table("백만원", json!([["구분", "주차면수", "예산"]]), rows)));
    assert!(found[0].to_string().contains("360,"), "{found:#?}");
}

#[test]
fn sentences_that_may_be_right_are_let_be() {
    for line in [
        "교체 총 46대(내부 36대, 외부 10대)",
        "총 46대(내부 36대, 외부 11대 등)",
        "총 46대(내부 약 36대, 외부 11대)",
        "총 46대(내부 36대 이상, 외부 11대)",
        "총 3개소(가, 나, 다)",
        "총 5회(3월 2회, 매월 4회)씩 각 1회",
        "총 46명(남 20명, 장애인 5명)",
        "총사업비 350억원(1회 추경 10억원, 2회 추경 요구액 25억원)",
        "총사업비 350억원(올해 10억원, 내년 25억원)",
        "등록 총 907,382대(승용차 714,600대, 버스 77,900대)",
        "이용자 46명(어린이 36명, 청소년 11명)",
        "총 46대(1대당 36만원, 2대당 11만원)",
        "총 12억원(국비 4.6억원, 시비 7.1억원)",
        "총 3일(9. 1., 9. 3.)",
        "총무과 46명(팀장 36명, 팀원 11명)",
        "총 {계:46}대(내부 {몫:36}대, 외부 {몫:10}대)",
        "총 46대(2023년, 2024년)",
        "총 120명(남 60%, 여 40%)",
        "총 1,234명(남 1,000명, 여 234명)",
        "총 46대(’23년 36대, ’24년 10대)",
        "제3회 총회(참석 36명, 위임 11명)",
        "총 5건 접수, 46건 처리(완료 30건, 추진 중 17건)",
    ] {
        silent(json!([line]));
    }
}

#[test]
fn tables_that_may_be_right_are_let_be() {
    let head = || json!([["구분", "건수", "평균연령", "비고"]]);
    silent(table(
        "",
        head(),
        json!([["가", 12, 41, "-"], ["나", 23, 53, "-"], ["계", 35, 48, "-"]]),
    ));
    // Of which; only some rows; another total than that of the rows.
    let which = json!([["가", 30, 10, 20, 5], ["나", 51, 25, 26, 7]]);
    silent(table("명", json!([["구분", "계", "남", "여", "65세 이상"]]), which));
    silent(table(
        "억원",
        json!([["사업", "예산"]]),
        json!([["계", 500], ["가", 120], ["나 등", 230]]),
    ));
    let mut excerpt =
        table("억원", json!([["사업", "예산"]]), json!([["계", 361], ["가", 120], ["나", 230]]));
    excerpt[0]["caption"] = json!("주요 사업");
    silent(excerpt);
    // Tiers of heads, each with its own total.
    let head = json!([
        [{ "text": "구분", "rows": 2 }, { "text": "2023년", "columns": 3 }, { "text": "2024년", "columns": 3 }],
        ["남", "여", "계", "남", "여", "계"],
    ]);
    silent(table("명", head, json!([["가", 1, 2, 3, 4, 5, 9], ["나", 7, 8, 15, 6, 5, 11]])));
    // Signs that are said in words, and rates that are cut off.
    let head = || json!([["구분", "2023년", "2024년", "증감", "증감률(%)"]]);
    silent(table("명", head(), json!([["가", 150, 100, 50, 33.3], ["나", 150, 131, -19, -12.6]])));
    silent(table("명", head(), json!([["가", 150, 100, "▲50", "33% 감소"]])));
    // Rounded to a large unit.
    silent(table(
        "억원",
        json!([["구분", "국비", "시비", "계"]]),
        json!([["가", 5, 7, 13], ["나", 4, 9, 13]]),
    ));
    // Running totals, and what is said to be no sum.
    silent(table(
        "건",
        json!([["월", "건수", "누계"]]),
        json!([["1월", 3, 3], ["2월", 4, 7], ["3월", 5, 12]]),
    ));
    let said = json!({ "cells": ["계", 360, 73], "sums": "none" });
    silent(table(
        "",
        json!([["구분", "건수", "인원"]]),
        json!([["가", 120, 31], ["나", 230, 42], said]),
    ));
    // What is declared is proved, not warned of.
    let declared = json!([["가", 120], ["나", 230], { "cells": ["계", 350], "total": true }]);
    silent(table("건", json!([["구분", "건수"]]), declared));
}

#[test]
fn the_fix_goes_into_what_is_typed() {
    for table in [
        json!({ "columns": [{}, { "align": "right" }, {}, {}] }),
        json!({ "columns": [{}, {}, {}, { "width": 2 }] }),
        json!({ "name": "인원" }),
    ] {
        let mut body = table;
        body["kind"] = json!("table");
        body["head"] = json!([["구분", "남", "여", "합계"]]);
        body["rows"] = json!([["1팀", 13, 24, 38], ["2팀", 25, 35, 60], ["3팀", 5, 5, 10]]);
        told(json!([body]), &[("sum", "38", "37")]);
    }
    // Heads that are alike are called by all of their tiers, or by number.
    let head = json!([
        [{ "text": "구분", "rows": 2 }, { "text": "2023년", "columns": 3 }, { "text": "2024년", "columns": 3 }],
        ["남", "여", "계", "남", "여", "계"],
    ]);
    let rows = json!([["가", 11, 22, 33, 14, 25, 40], ["나", 7, 8, 15, 6, 5, 11]]);
    told(table("명", head, rows), &[("sum", "40", "39")]);
}

#[test]
fn two_totals_on_a_line_are_declared_by_names() {
    let text = report(&json!(["총 46대(내부 36대, 외부 11대), 총 26대(내부 16대, 외부 11대)"]));
    let found = figures(&text);
    assert_eq!(found.len(), 2, "{found:?}");
    let mut fixed = text.clone();
    let fixes = found.iter().filter_map(|found| found.fix.as_ref());
    let mut edits: Vec<_> = fixes.flat_map(|fix| fix.edits.clone()).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.range.start));
    edits.iter().for_each(|edit| fixed.replace_range(edit.range.clone(), &edit.text));
    let then: Vec<_> = figures(&fixed).iter().map(|found| words(&fixed, found)).collect();
    let sum = |place: &str| ("sum".to_owned(), place.to_owned());
    assert_eq!(then, [sum("46"), sum("26")], "{fixed}");
}
