use super::super::fixture::{all_findings, assert_silent, compared, found, manuscript};

/// A cell of a table that says these lines.
fn cell(lines: &str) -> String {
    let text = serde_json::to_string(lines).expect("JSON");
    format!(
        r#"[{{ "kind": "table", "head": [["사업", "향후계획"]], "rows": [["숲길", {text}]] }}]"#
    )
}

/// A list of items under a heading.
fn list(heading: &str, items: &[&str]) -> String {
    let items = serde_json::to_string(items).expect("JSON");
    format!(r#"[{{ "text": "{heading}", "body": {items} }}]"#)
}

/// The dates that go backwards, each with that from which they do.
fn backwards(body: &str) -> Vec<Vec<String>> {
    compared("date-order", body)
}

fn pair(later: &str, earlier: &str) -> Vec<Vec<String>> {
    vec![vec![later.to_owned(), earlier.to_owned()]]
}

#[test]
fn dates_of_a_cell_that_go_backwards_are_found() {
    let lines = "2026. 5. : 측량\n2027. 9. : 나무 심기\n2027. 3. : 길 다지기\n2028. 1. : 개방";
    assert_eq!(backwards(&cell(lines)), pair("2027. 3.", "2027. 9."));
    let bulleted = "- ’26. 5. 측량\n- ’27. 9. 나무 심기\n- ’27. 3. 길 다지기";
    assert_eq!(backwards(&cell(bulleted)), pair("’27. 3.", "’27. 9."));
    let marked = "○ 2026. 5. 측량\n- 2026. 3. 발주\n○ 2027. 9. 심기\n○ 2027. 3. 다지기";
    assert_eq!(backwards(&cell(marked)), pair("2027. 3.", "2027. 9."));
    let ranges = "2026. 5. ~ 8. : 측량\n2027. 9. ~ 12. : 심기\n2026. 10. ~ 2027. 1. : 다지기";
    assert_eq!(backwards(&cell(ranges)), pair("2026. 10. ~ 2027. 1.", "2027. 9. ~ 12."));
    let halves = "2026년 상반기 : 측량\n2028년 상반기 : 심기\n2027년 하반기 : 개방";
    assert_eq!(backwards(&cell(halves)), pair("2027년 하반기", "2028년 상반기"));
    let days = "9. 2. : 공모\n10. 20. : 발표\n9. 30. : 심의";
    assert_eq!(backwards(&cell(days)), pair("9. 30.", "10. 20."));
}

#[test]
fn steps_of_two_lines_have_the_order_that_their_words_say() {
    let lines = "2029. 3. : 다리 착공\n2028. 11. : 다리 준공";
    assert_eq!(backwards(&cell(lines)), pair("2028. 11.", "2029. 3."));
    let items = list("앞으로 할 일", &["2029. 3. 다리 착공", "2028. 11. 다리 준공(예정)"]);
    assert_eq!(backwards(&items), pair("2028. 11.", "2029. 3."));
    let newest_first = list("연혁", &["2028. 11. 다리 착공", "2029. 3. 다리 준공"]);
    assert_eq!(backwards(&newest_first), [] as [Vec<String>; 0]);
    // 준공 before 착공, though the list rises.
    let rising = list("연혁", &["2028. 11. 다리 준공", "2029. 3. 다리 착공"]);
    assert_eq!(backwards(&rising), pair("2028. 11.", "2029. 3."));
    for lines in
        ["다리 착공 : 2029. 3.\n다리 준공 : 2028. 11.", "다리 착공(’29. 3.)\n다리 준공(’28. 11.)"]
    {
        assert_eq!(backwards(&cell(lines)).len(), 1, "{lines}");
    }
    let rows = r#"[{ "kind": "table", "head": [["단계", "일정"]], "rows": [
        ["토지 협의", "2027. 6."], ["다리 착공", "2029. 3."], ["다리 준공", "2028. 11."]] }]"#;
    assert_eq!(backwards(rows), pair("2028. 11.", "2029. 3."));
    let task = r#"[{ "kind": "schedule", "from": "2024-07", "to": "2024-12", "tasks": [
        { "name": "무대 착공", "from": "2024-10", "to": "2024-11" },
        { "name": "무대 준공", "from": "2024-08", "to": "2024-09" }] }]"#;
    assert_eq!(backwards(task).len(), 1);
}

#[test]
fn dates_of_a_list_and_of_a_plan_that_go_backwards_are_found() {
    let items = [
        "2026. 9. : 인가 고시",
        "2027. 6. ~ 2028. 2. : 토지 협의",
        "2026. 12. : 구역 결정",
        "2027. 3. : 설계",
    ];
    assert_eq!(backwards(&list("할 일", &items)), pair("2026. 12.", "2027. 6. ~ 2028. 2."));
    let labelled = r#"[{ "text": "추진일정", "body": [
        { "label": "2026. 9.", "text": "인가" }, { "label": "2027. 6.", "text": "토지 협의" },
        { "label": "2026. 10.", "text": "구역 결정" }] }]"#;
    assert_eq!(backwards(labelled), pair("2026. 10.", "2027. 6."), "labelled");
    let named = r#"[{ "text": "추진일정", "body": [
        { "label": "인가", "text": "2026. 9." }, { "label": "협의", "text": "2027. 6. ~ 12." },
        { "label": "결정", "period": { "from": "2026-10", "to": "2026-11" } }] }]"#;
    assert_eq!(backwards(named).len(), 1);
    let rows = r#"[{ "kind": "table", "head": [["일자", "내용"]], "rows": [
        ["2026. 9. 1.", "인가"], ["2027. 6. 2.", "협의"], ["2026. 10. 5.", "결정"]] }]"#;
    assert_eq!(backwards(rows), pair("2026. 10. 5.", "2027. 6. 2."));
    let prose = r#"[{ "kind": "table", "head": [["일정"]], "rows": [[{ "body": [
        { "kind": "paragraph", "text": "2026. 9. 인가" },
        { "kind": "paragraph", "text": "2027. 6. 협의" },
        { "kind": "paragraph", "text": "2026. 10. 결정" }] }]] }]"#;
    assert_eq!(backwards(prose), pair("2026. 10.", "2027. 6."), "prose");
}

#[test]
fn a_meeting_that_falls_in_a_list_of_meetings_is_found() {
    let meetings = |days: [&str; 4]| {
        let lines = days.map(|day| format!("{day} 정기회의"));
        backwards(&list("회의", &lines.each_ref().map(String::as_str)))
    };
    assert_eq!(meetings(["2. 3.", "5. 3.", "4. 3.", "9. 3."]), pair("4. 3.", "5. 3."));
    assert_eq!(meetings(["2. 3.", "4. 3.", "5. 3.", "9. 3."]), [] as [Vec<String>; 0]);
    // Dates of different forms, and parts of works in an order of their own.
    assert_eq!(meetings(["2. 3.", "2024. 5. 3.", "4. 3.", "9. 3."]), [] as [Vec<String>; 0]);
    let parts = [
        "2026. 3. 1구간 착공",
        "2027. 4. 2구간 착공",
        "2026. 9. 3구간 착공",
        "2028. 1. 4구간 착공",
    ];
    assert_eq!(backwards(&list("구간", &parts)), [] as [Vec<String>; 0]);
}

#[test]
fn columns_of_steps_have_the_order_that_their_heads_say() {
    let table = |heads: &str, rows: &str| {
        backwards(&format!(r#"[{{ "kind": "table", "head": [{heads}], "rows": [{rows}] }}]"#))
    };
    let heads = r#"["공사명", "착공일", "준공일"]"#;
    let right = r#"["가동", "2024. 3. 1.", "2024. 9. 30."]"#;
    let wrong = r#"["나동", "2024. 7. 1.", "2024. 5. 30."]"#;
    assert_eq!(table(heads, &format!("{right}, {wrong}")), pair("2024. 5. 30.", "2024. 7. 1."));
    let group = format!(r#"{{ "group": "동부", "rows": [{right}, {wrong}] }}"#);
    let grouped = r#"["권역", "공사명", "착공", "준공예정일"]"#;
    assert_eq!(table(grouped, &group), pair("2024. 5. 30.", "2024. 7. 1."));
    let other = r#"["공사명", "준공일", "점검일"]"#;
    let coarse = r#"["다동", "2024. 7. 1.", "2024년"]"#;
    for (heads, rows) in [(heads, right), (heads, coarse), (other, wrong)] {
        assert_eq!(table(heads, rows), [] as [Vec<String>; 0], "{heads} {rows}");
    }
}

#[test]
fn years_that_are_left_out_follow_from_the_date_before() {
    let lines = "2026. 7. : 측량\n9. : 심기\n8. : 다지기\n12. : 개방";
    assert_eq!(backwards(&cell(lines)), pair("8.", "9."));
    for right in [
        "2026. 7. : 측량\n11. : 심기\n2. : 다지기\n5. : 개방",
        "2026. 11. ~ 2027. 2. : 측량\n3. : 심기\n5. : 개방",
        "2026. 7. : 측량\n하반기 : 심기\n2027. 1. : 개방",
    ] {
        assert_eq!(backwards(&cell(right)), [] as [Vec<String>; 0], "{right}");
    }
}

#[test]
fn lists_in_an_order_of_their_own_are_let_be() {
    for lines in [
        // The newest first.
        "2026. 9. : 셋째\n2025. 4. : 둘째\n2024. 1. : 첫째",
        "2026. 9. 개관\n2025. 4. 증축",
        // Ranges that overlap.
        "2026. 1. ~ 12. : 측량\n2026. 3. ~ 6. : 심기\n2026. 3. ~ 4. : 다지기",
        "2026. 3. : 측량\n2026. 11. : 심기\n2026. 10. ~ 12. : 홍보\n2026. 12. : 개방",
        "3월 : 측량\n5월 : 심기\n1월 ~ 12월 : 점검\n11월 : 개방",
        "3월 : 측량\n8월 : 심기\n1월 ~ 12월 : 점검\n11월 : 개방",
        // Coarser dates, which may be later.
        "2027. : 측량\n2027. 3. : 심기\n2027. 상반기 : 다지기\n2028. 1. : 개방",
        // One thing after the other.
        "2026. 3. 남쪽 착공\n2027. 4. 남쪽 준공\n2026. 5. 북쪽 착공\n2027. 9. 북쪽 준공",
        "남쪽\n2026. 3. 측량\n2027. 4. 심기\n북쪽\n2026. 5. 측량\n2027. 9. 심기",
        // What stands under a line is a list of its own.
        "○ 2026. 6. : 심사\n- 2025. 5. : 용역\n- 2026. 6. : 통과\n○ 2026. 8. : 선정",
        // A deadline says when something ends.
        "2026. 3. : 측량\n2027. 4. : 심기\n2026. 12.까지 : 보상\n2028. 1. : 개방",
        // Lines without dates, and lines that go on.
        "2026. 3. : 측량\n  (산림과)\n2026. 5. : 심기",
    ] {
        assert_eq!(backwards(&cell(lines)), [] as [Vec<String>; 0], "{lines}");
    }
    let overview = r#"[{ "text": "사업개요", "body": [
        { "label": "사업기간", "period": { "from": "2024-03", "to": "2024-12" } },
        { "label": "행사일", "text": "2024. 9. 7." }, { "label": "접수", "text": "2024. 7. 1." }] }]"#;
    assert_eq!(backwards(overview), [] as [Vec<String>; 0]);
    let years = r#"[{ "kind": "table", "head": [["구분", "건수"]], "rows": [
        ["2023년", 3], ["2025년", 4], ["2024년", 5]] }]"#;
    assert_eq!(backwards(years), [] as [Vec<String>; 0]);
}

fn outside(body: &str) -> Vec<String> {
    compared("outside-period", body).into_iter().map(|places| places[0].clone()).collect()
}

/// An item that says a period, with a step under it.
fn under(label: &str, value: &str, step: &str) -> String {
    format!(
        r#"[{{ "text": "개요", "body": [{{ "label": "{label}", {value}, "body": [{step}] }}] }}]"#
    )
}

#[test]
fn works_under_a_period_lie_within_it() {
    let period = r#""period": { "from": "2021-03", "to": "2026-06", "months": "." }"#;
    let typed = r#""text": "2021. 3. ~ 2026. 6.(64개월)""#;
    for value in [period, typed] {
        for (step, place) in [
            (r#""2026. 9. : 준공""#, "2026. 9."),
            (r#""2026. 9. : 전망대 준공""#, "2026. 9."),
            (r#""2026. 3. ~ 12. : 공사 추진""#, "2026. 3. ~ 12."),
            (r#"{ "label": "2026. 3. ~ 2026. 12.", "text": "착공" }"#, "2026. 3. ~ 2026. 12."),
            (r#"{ "label": "착공", "text": "2020. 11." }"#, "2020. 11."),
            (r#"{ "label": "굴착", "body": ["2026. 5. 착공", "12. : 준공"] }"#, "12."),
            (r#""2027년 상반기 : 공사 준공(예정)""#, "2027년 상반기"),
        ] {
            assert_eq!(outside(&under("사업기간", value, step)), [place], "{value} {step}");
        }
        for step in [
            r#""2026. 6. : 준공""#,
            r#""2026. 6. 30. 준공""#,
            r#""2021. 3. 2. ~ 2026. 6. 30. : 공사""#,
            r#""2026년 : 공사""#,
            r#""2020. 12. : 공모""#,
            r#""2020. 11. : 사업설명회""#,
            r#""2020. 11. ~ 2021. 4. : 참여자 선발""#,
            r#""2026. 5. ~ 8. : 만족도 조사""#,
            r#""2020년 : 120명 참여""#,
            r#""2027년 : 확대 추진""#,
            r#""기준일 : 2020. 12. 31.""#,
            r#""2026. 9. : 준공 검사""#,
            r#""2020. 5. : 실시설계용역 준공""#,
            r#""2026. 9. : 실시설계용역 준공""#,
            r#"{ "label": "당초", "text": "2019. 3. ~ 2023. 6." }"#,
            r#"{ "kind": "note", "text": "2017. 3. 준공" }"#,
            r#""준공(2030. 1.)""#,
            r#""5. 3. : 준공""#,
        ] {
            assert_eq!(
                outside(&under("사업기간", value, step)),
                [] as [String; 0],
                "{value} {step}"
            );
        }
    }
}

#[test]
fn only_what_goes_on_in_a_period_has_to_lie_in_it() {
    let value = r#""text": "2024. 9. 2. ~ 9. 30.""#;
    for (label, step, count) in [
        ("접수기간", "심사 : 10. 5.", 0),
        ("접수기간", "추가 접수 : 10. 5.", 0),
        ("교육기간", "신청 : 8. 1. ~ 9. 3.", 0),
        ("교육기간", "발표 : 8. 25.", 0),
        ("교육기간", "설문 : 10. 5.", 0),
        ("교육기간", "사전 교육 : 8. 25.", 0),
        ("교육기간", "교육 : 9. 2. ~ 9. 30.", 0),
        ("교육기간", "교육 : 9. 2. ~ 10. 5.", 1),
        ("접수 기간", "8. 25. ~ 9. 30. : 접수", 1),
    ] {
        let found = outside(&under(label, value, &format!("\"{step}\"")));
        assert_eq!(found.len(), count, "{label} {step}");
    }
}

#[test]
fn steps_elsewhere_lie_within_the_period_that_they_name() {
    let body = |plan: &str| {
        format!(
            r#"[{{ "text": "개요", "body": [{{ "label": "기간", "period":
            {{ "from": "2021-03", "to": "2026-06", "name": "골목길" }} }}] }}, {plan}]"#
        )
    };
    for (plan, count) in [
        (
            r#"{ "text": "계획", "within": "골목길", "body": ["2026. 9. : 정산", "2025. 1. : 포장"] }"#,
            1,
        ),
        (r#"{ "label": "2020. 1.", "text": "계획", "within": "골목길" }"#, 1),
        (r#"{ "text": "계획", "body": ["2026. 9. : 정산"] }"#, 0),
        (
            r#"{ "kind": "schedule", "within": "골목길", "from": "2026-01", "to": "2026-12", "tasks": [
            { "name": "포장", "from": "2026-05", "to": "2026-06" },
            { "name": "도색", "from": "2026-06", "to": "2026-07" }] }"#,
            1,
        ),
        (
            r#"{ "text": "계획", "within": "골목길", "body": [{ "kind": "table", "head": [["일정"]],
            "rows": [["2026. 5. : 포장\n2026. 9. : 도색"]] }] }"#,
            1,
        ),
    ] {
        assert_eq!(outside(&body(plan)).len(), count, "{plan}");
    }
}

#[test]
fn the_works_of_a_project_are_completed_within_its_only_period() {
    let project_of = |label: &str, plan: &str| {
        let project = format!(
            r#"{{ "number": 1, "title": "다리", "body": [
            {{ "text": "개요", "body": [{{ "label": "{label}", "text": "2023. 4. ~ 2026. 6." }}] }},
            {{ "text": "향후계획", "body": ["{plan}"] }}] }}"#
        );
        let report = r#"{ "title": "보고", "date": "2024-09-30", "organisation": "가온시",
            "department": "도로과", "chapters": [{ "title": "사업", "sections": ["p/"] }] }"#;
        let manuscript = manuscript(&[("report.json", report), ("p/1.json", &project)]);
        let found = all_findings(&manuscript);
        found.iter().filter(|found| found.code.name() == "outside-period").count()
    };
    let project = |plan: &str| project_of("공사기간", plan);
    assert_eq!(project_of("기    간", "2026. 3. ~ 12. : 교량 준공"), 1);
    assert_eq!(project_of("기    간", "2026. 3. ~ 12. : 착공 및 준공(2구간)"), 1);
    // The period may be that of its design.
    assert_eq!(project_of("기    간", "2028. 12. : 교량 준공"), 0);
    assert_eq!(project_of("기    간", "2028. 12. : 준공"), 0);
    assert_eq!(project_of("사업기간", "2028. 12. : 준공"), 1);
    assert_eq!(project_of("사업기간", "2028. 12. : 2단계 준공"), 0);
    assert_eq!(project("2028. 12. : 교량 준공"), 1);
    assert_eq!(project("2026. 3. ~ 12. : 교량 준공"), 1);
    assert_eq!(project("2026. 3. ~ 6. : 교량 준공"), 0);
    assert_eq!(project("2023. 4. ~ 2026. 9. 공사 추진"), 1);
    assert_eq!(project("2023. 4. ~ 2026. 6. 공사 추진"), 0);
    assert_eq!(project("2023. 4. ~ 2026. 9. 하자 점검"), 0);
    assert_eq!(project("2021. 5. : 준공"), 0);
    assert_eq!(project("2026. 12. : 개통식"), 0);
    assert_eq!(project("2026. 12. : 실시설계용역 준공"), 0);
}

#[test]
fn works_under_a_heading_of_their_own_are_let_be() {
    let project = r#"{ "number": 1, "title": "다리", "body": [
        { "label": "사업기간", "text": "2023. 4. ~ 2026. 6." },
        { "text": "2단계", "body": ["2028. 12. : 준공"] },
        { "text": "관련 사업", "body": ["2030. 12. : 준공"] }] }"#;
    let report = r#"{ "title": "보고", "date": "2024-09-30", "organisation": "가온시",
        "department": "도로과", "chapters": [{ "title": "사업", "sections": ["p/"] }] }"#;
    let manuscript = manuscript(&[("report.json", report), ("p/1.json", project)]);
    let found = all_findings(&manuscript);
    assert!(found.iter().all(|found| found.code.name() != "outside-period"), "{found:?}");
}

#[test]
fn a_length_beside_its_range_is_counted() {
    for (text, part) in [
        ("’21. 5. ~ 11.(6개월)", "6개월"),
        ("사업기간 : 2021. 5. ~ 11. (6개월)", "6개월"),
        ("2021. 5. ~ 11.(총 6개월)", "총 6개월"),
        ("2021. 5. ~ 11., 6개월간 운영", ""),
        ("2021. 5. ~ 11., 6개월", "6개월"),
        ("2021. 5월 ~ 11월(6개월, 예비 1개월)", "6개월"),
        ("2021년 5월~11월 총 6개월", "총 6개월"),
        ("2. ~ 9.(7개월)", "7개월"),
        ("5~11월(6개월)", "6개월"),
        ("(2021. 5. ~ 11. / 6개월)", "6개월"),
        ("2021. 5. 3. ~ 5. 30.(6주)", "6주"),
        ("2021. 5. 1. ~ 7. 31.(60일간)", ""),
        ("2021. 5. 1. ~ 7. 31.(100일간)", "100일간"),
        ("2021. 5. 1. ~ 7. 31.(2개월)", "2개월"),
        ("’21~’24(3년)", ""),
        ("’21~’24(6년)", "6년"),
        ("2021. 1. ~ 2024. 12.(3년)", "3년"),
        ("2021. 5. ~ 2022. 4.(1년 6개월)", "1년 6개월"),
        ("사업기간 : 6개월(2021. 5. ~ 11.)", "6개월"),
        ("2021. 5. ~ 11.까지(6개월)", "6개월"),
        ("2021. 5. ~ 11.\n(6개월)", "6개월"),
        ("약 4개월(2021. 5. ~ 11.)", "약 4개월"),
        ("2021년 5월부터 11월까지(6개월)", "6개월"),
        ("2021. 5. 3.(월) ~ 5. 30.(일)(40일간)", "40일간"),
        ("공사기간 : 2021. 5. 1. ~ 7. 31.(30일)", "30일"),
        ("2021. 5. ~ 7.(2개월, 12회)", "2개월"),
        ("착공일로부터 6개월(2021. 5. ~ 11.)", "6개월"),
    ] {
        let expected: Vec<_> =
            if part.is_empty() { vec![] } else { vec![(part.to_owned(), String::new())] };
        assert_eq!(found("duration", text), expected, "{text}");
    }
}

#[test]
fn lengths_that_agree_or_are_of_something_else_are_right() {
    assert_silent(
        "duration",
        &[
            "’21. 5. ~ 11.(7개월)",
            "1. ~ 12.(12개월)",
            "1. ~ 12.(1년)",
            "2021. 5. 1. ~ 7. 31.(3개월)",
            "2021. 5. 1. ~ 7. 31.(92일간)",
            "2021. 5. 1. ~ 7. 31.(91일)",
            "11. ~ 2.(4개월)",
            "12. 20. ~ 1. 10.(3주)",
            "2021~2024년(4년)",
            "2021. 5. ~ 11.(약 6개월)",
            "2021. 5. ~ 11.(6개월 연장)",
            "2021. 5. ~ 11.(6개월 이상 거주)",
            "2021. 5. ~ 11.(3일차 제외)",
            "2021. 5. ~ 11. 3개월 단위 점검",
            "2021. 5. ~ 11.(30주년)",
            "2021. 5. 3. ~ 6. 25.(15일)",
            "공사기간 : 2021. 11. ~ 5.(6개월)",
            "별내역 ~ 금곡역(3개월)",
            "3~4(2년)",
            "2021. 5. ~ (6개월)",
            "2021년 5월부터 11월까지(7개월)",
            "2021. 1. ~ 12.(3개월, 4기)",
            "2021. 1. ~ 12.(3개월/기)",
            "2021. 1. ~ 12.(3개월, 12회)",
            "2021. 5. ~ 7.(3개월, 12회)",
            "2021. 5. ~ 7.(2개월, 2회)",
            "착공일로부터 7개월(2021. 5. ~ 11.)",
            "기간 : 2021. 5. 1. ~ 7. 31.(3주)",
            "추진기간 : 2021. 5. 1. ~ 7. 31.(20일)",
            "교육기간 : 2021. 5. 1. ~ 7. 31.(총 24일)",
        ],
    );
}

#[test]
fn lengths_in_labels_beside_periods_and_of_periods_are_counted() {
    let period = r#""period": { "from": "2021-05", "to": "2021-11", "months": "." }"#;
    for (item, part) in [
        (format!(r#"{{ "label": "기간", {period}, "text": "(6개월)" }}"#), Some("6개월")),
        (format!(r#"{{ "label": "기간", {period}, "text": "(총 6개월간)" }}"#), Some("총 6개월간")),
        (format!(r#"{{ "label": "기간", {period}, "text": ", 6개월" }}"#), Some("6개월")),
        (format!(r#"{{ "label": "기간", {period}, "text": "(7개월)" }}"#), None),
        (r#"{ "label": "공사기간", "text": "2021. 5. 1. ~ 7. 31.(30일)" }"#.to_owned(), Some("30일")),
        (r#"{ "label": "공사기간", "text": "2021. 5. ~ 11.(6개월)" }"#.to_owned(), None),
        (r#"{ "label": "교육", "text": "2021. 5. 1. ~ 7. 31.(30일)" }"#.to_owned(), None),
        (format!(r#"{{ "label": "기간(6개월)", {period} }}"#), Some("6개월")),
        (r#"{ "label": "기간(6개월)", "text": "2021. 5. ~ 11." }"#.to_owned(), Some("6개월")),
        (
            r#"{ "label": "기간", "period": { "from": "2021-05", "to": "2021-11", "length": "6개월" } }"#
                .to_owned(),
            Some("\"6개월\""),
        ),
        (
            r#"{ "label": "기간", "period": { "from": "2021-05", "to": "2021-11", "length": "7개월" } }"#
                .to_owned(),
            None,
        ),
    ] {
        let body = format!("[{item}]");
        let mut all = compared("duration", &body);
        let text: Vec<String> = all.drain(..).map(|places| places[0].clone()).collect();
        assert_eq!(text, part.map(str::to_owned).into_iter().collect::<Vec<_>>(), "{item}");
    }
}

#[test]
fn the_right_length_is_told_in_the_units_of_the_wrong_one() {
    for (text, right) in [
        ("2021. 1. ~ 2022. 6.(1년 7개월)", "1년 6개월"),
        ("2021. 1. ~ 2022. 12.(1년 7개월)", "2년"),
        ("2021. 1. ~ 2022. 6.(3년)", "1년 6개월"),
        ("2021. 1. ~ 2022. 6.(19개월)", "18개월"),
        ("2021. 3. 1. ~ 3. 31.(6주간)", "4주 3일"),
        ("2021. 3. 1. ~ 3. 28.(6주간)", "4주"),
    ] {
        assert_eq!(right_length(text).as_deref(), Some(right), "{text}");
    }
}

/// The length that the finding on a text tells to write.
fn right_length(text: &str) -> Option<String> {
    use crate::diagnostic::Language::English;
    let report = format!(
        r#"{{ "title": "보고", "date": "2024-09-30", "organisation": "가", "department": "나",
        "chapters": [{{ "title": "다", "sections": [{{ "body": ["{text}"] }}] }}] }}"#
    );
    let manuscript = manuscript(&[("report.json", &report)]);
    let found = all_findings(&manuscript);
    let help =
        found.iter().find(|found| found.code.name() == "duration")?.help.as_ref()?.text(English);
    Some(help.split(" would agree").next()?.to_owned())
}

#[test]
fn what_a_finding_tells_to_write_is_none() {
    for range in
        ["2021. 5. ~ 11.", "2021. 5. 3. ~ 8. 12.", "’21~’24", "2. ~ 9.", "2021. 1. ~ 2023. 12."]
    {
        for wrong in
            ["1,900일간", "300주간", "99개월", "99개월 3일", "99년", "99년 7개월", "99개년"]
        {
            let right = right_length(&format!("{range}({wrong})"));
            let right = right.unwrap_or_else(|| panic!("{range}({wrong}) is found"));
            assert_silent("duration", &[&format!("{range}({right})")]);
        }
    }
}
