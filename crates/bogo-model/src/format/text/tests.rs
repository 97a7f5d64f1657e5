//! Texts with marks, read and told.

use proptest::prelude::*;

use super::*;

/// What each piece prints, with how it is set off and where it is typed.
fn pieces(source: &str) -> Vec<(Emphasis, RunContent, String)> {
    let runs = parse(source).expect("a text");
    let typed = |run: Run| (run.emphasis, run.content, source[run.at].to_owned());
    runs.into_iter().map(typed).collect()
}

/// What is wrong with the marks of a text.
fn faults(source: &str) -> Vec<MarkError> {
    let faults = parse(source).expect_err("faults");
    faults.into_iter().map(|fault| fault.error).collect()
}

fn literal(emphasis: Emphasis, text: &str) -> (Emphasis, RunContent, String) {
    (emphasis, RunContent::Literal(text.to_owned()), text.to_owned())
}

#[test]
fn characters_that_mean_something_to_typst_are_plain_text() {
    let source = r"#let $x$ *별* _밑줄_ <표> @참조 \ ` ~ [ ] // /* {1, 2} }";
    assert_eq!(pieces(source), [literal(Emphasis::None, source)]);
}

#[test]
fn marks_set_text_off_and_may_hold_a_figure() {
    let figure = |stated: Option<&str>| RunContent::Figure {
        name: "인력.현원".to_owned(),
        stated: stated.map(str::to_owned),
    };
    assert_eq!(
        pieces("앞 {강조:총 {=인력.현원}명} 뒤{{"),
        [
            literal(Emphasis::None, "앞 "),
            literal(Emphasis::Accent, "총 "),
            (Emphasis::Accent, figure(None), "{=인력.현원}".to_owned()),
            literal(Emphasis::Accent, "명"),
            literal(Emphasis::None, " 뒤"),
            literal(Emphasis::None, "{"),
        ]
    );
    assert_eq!(
        pieces("{=인력.현원:1,023}명"),
        [
            (Emphasis::None, figure(Some("1,023")), "1,023".to_owned()),
            literal(Emphasis::None, "명"),
        ]
    );
}

#[test]
fn marks_of_sums_print_what_they_hold() {
    let sum = |role, name: &str, shown: &str| {
        let mark = SumMark { role, name: name.to_owned(), shown: shown.to_owned() };
        (Emphasis::None, RunContent::Sum(mark), shown.to_owned())
    };
    let part = |times: Option<&str>| SumRole::Part { times: times.map(str::to_owned) };
    assert_eq!(
        pieces("{계.상금:300}만원({몫.상금:30×인원}) {계}{하나:드림윙즈}{계획} "),
        [
            sum(SumRole::Total, "상금", "300"),
            literal(Emphasis::None, "만원("),
            sum(part(Some("인원")), "상금", "30"),
            literal(Emphasis::None, ") "),
            sum(SumRole::Total, "", ""),
            sum(SumRole::One, "", "드림윙즈"),
            literal(Emphasis::None, "{계획} "),
        ]
    );
}

#[test]
fn marks_of_names_and_relations_print_what_they_state() {
    let named = |name: &str, shown: &str| {
        let (name, content) = (name.to_owned(), shown.to_owned());
        (Emphasis::None, RunContent::Named { name, shown: content }, shown.to_owned())
    };
    let mark = |relation, of: &str, stated: Option<&str>| {
        let (of, stated) = (of.to_owned(), stated.map(str::to_owned));
        RunContent::Relation(RelationMark { relation, of, stated })
    };
    assert_eq!(
        pieces(
            "{이름= 상담 :2,851}{비율=설치/전체: 45.8 }{강조:{증감=올해/작년:△3}}{비율:7}{비율}"
        ),
        [
            named("상담", "2,851"),
            (Emphasis::None, mark(Relation::Share, "설치/전체", Some("45.8")), "45.8".to_owned()),
            (Emphasis::Accent, mark(Relation::Change, "올해/작년", Some("△3")), "△3".to_owned()),
            (Emphasis::None, mark(Relation::Share, "", Some("7")), "7".to_owned()),
            (Emphasis::None, mark(Relation::Share, "", None), "{비율}".to_owned()),
        ]
    );
    // A colon before what is no number is of the name.
    assert_eq!(
        pieces("{증감률=표.09:가/나}"),
        [(
            Emphasis::None,
            mark(Relation::ChangeRate, "표.09:가/나", None),
            "{증감률=표.09:가/나}".to_owned()
        )]
    );
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_or_told(
        source in r"[ {}:=./()+\-0-9가나이름비율증감률하일부계몫굵게강조△,]{0,40}",
    ) {
        if let Ok(runs) = parse(&source) {
            let mut end = 0;
            for run in runs {
                prop_assert!(end <= run.at.start && run.at.end <= source.len());
                prop_assert!(source.is_char_boundary(run.at.start));
                prop_assert!(source.is_char_boundary(run.at.end));
                end = run.at.end;
            }
        }
    }

    #[test]
    fn braces_that_are_doubled_print_as_themselves(text in r"[{}:=/가이름비율일부계3]{0,24}") {
        let source = text.replace('{', "{{").replace('}', "}}");
        let runs = parse(&source).expect("no mark");
        let printed = runs.into_iter().map(|run| match run.content {
            RunContent::Literal(literal) => literal,
            other => format!("{other:?}"),
        });
        prop_assert_eq!(printed.collect::<String>(), text);
    }

    #[test]
    fn braces_that_begin_no_mark_print_as_themselves(
        // A colon behind a Korean word, and `{=`, begin marks.
        word in "[a-z가나다라]{1,3}",
        sign in "[=,; ]",
        rest in r"[a-z0-9가나=/]{0,6}",
    ) {
        let source = format!("앞 {{{word}{sign}{rest}}} 뒤");
        prop_assert_eq!(pieces(&source), [literal(Emphasis::None, &source)]);
    }

    #[test]
    fn a_mark_that_is_not_closed_is_told(word in "이름|비율|증감|증감률|이하|일부", of in "[가-나0-9:/]{0,8}") {
        let source = format!("{{{word}={of}");
        prop_assert_eq!(faults(&source), [MarkError::Unclosed]);
    }
}

#[test]
fn a_mark_that_is_open_nested_or_unknown_is_named() {
    for open in ["{굵게:안", "{=안", "{몫:3"] {
        assert_eq!(faults(open), [MarkError::Unclosed], "{open}");
    }
    for bare in ["{이름=상담}", "{이름=:3}", "{이하=정원}", "{일부=:3}", "{비율:높음}"]
    {
        assert!(matches!(faults(bare)[..], [MarkError::NoNumber(_)]), "{bare}");
    }
    assert_eq!(faults("{비울=가/나:3}"), [MarkError::Unknown("비울=".to_owned())]);
    assert_eq!(faults("{굵게:{강조:안}}"), [MarkError::Nested]);
    assert_eq!(faults("{빨강:안}"), [MarkError::Unknown("빨강:".to_owned())]);
}

#[test]
fn a_mark_that_is_mistyped_is_told_and_not_printed() {
    for typed in [
        "{비율 = 가/나:50}",
        "{이하 =나:10}",
        "{계 :30}",
        "{이름 = 다:5}",
        "{ =가}",
        "{비율.가:3}",
        "{이하.나:3}",
        "{증가율=가/나:3}",
        "{굵게 :글}",
        "{계=30}",
        "{몫 .가:3}",
    ] {
        assert!(matches!(faults(typed)[..], [MarkError::Mistyped(_)]), "{typed}");
    }
    for typed in ["{이름=라:{굵게:10}}", "{=가{=나}}", "{몫:{=가}}"] {
        assert_eq!(faults(typed)[0], MarkError::Inside, "{typed}");
    }
    for plain in
        ["{1, 2}", "{ 가 }", "{계. 끝}", "{a = b}", "{가=나}", "{{계 :3}}", "{ = 3}", "{ 계:30}"]
    {
        assert!(parse(plain).is_ok(), "{plain}");
    }
}

#[test]
fn each_mark_that_cannot_be_read_is_told_where_it_is() {
    let source = "가 {빨강:안} 나 {계 :3} {굵게:{비울=가/나:3} 다} {=라";
    let typed = parse(source).expect_err("faults").into_iter().map(|fault| &source[fault.at]);
    assert_eq!(typed.collect::<Vec<_>>(), ["{빨강:안}", "{계 :3}", "{비울=가/나:3}", "{=라"]);
}
