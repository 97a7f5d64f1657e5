//! Changes, what is now less what was.

use super::failed::{Failed, Said};
use super::proofs::{self, ProofRule};
use crate::check::listed::rule;
use crate::diagnostic::Message;
use crate::json::Span;
use crate::message;

rule! {
    /// 적힌 증감이 두 값의 차와 같은지 검산한다.
    ///
    /// ## 왜
    ///
    /// 증감은 사람들이 가장 먼저 보는 수이고, 앞의 두 수를 고치면서 가장 자주 잊는 수이다.
    ///
    /// 예산 표의 `change`, 그리고 `"change_of": ["올해", "작년"]`이라고 한 표의 열과 행을 검산한다. 앞의 것에서 뒤의 것을 뺀다. `-`는 없음(0)이다. 둘 가운데 하나가 빈칸인데 증감이 적혀 있으면 검산할 수 없다고 알린다([unproved](unproved.md)).
    ///
    /// 글에서는 `{증감=올해/작년:△3}`이라고 한다. 줄었다고 말하는 낱말(감소, 절감, 하락, 줄어 …)이 같은 마디나 항목 이름에 있거나 앞에 △가 있으면 부호 없이 적는다: `{증감=올해/작년:3}건 감소`. 늘었는데 감소라고 했으면 찾는다.
    ///
    /// ## 보기
    ///
    /// 찾는 것:
    ///
    /// ```json
    /// { "name": "정책사업비", "amounts": [3252337, 3675931], "change": -423584 }
    /// ```
    ///
    /// 옳은 것:
    ///
    /// ```json
    /// {
    ///   "kind": "table",
    ///   "columns": [{}, {}, {}, { "change_of": ["2024. 7월", "2023. 12월"] }],
    ///   "head": [["구 분", "2023. 12월", "2024. 7월", "전년 대비 증가"]],
    ///   "rows": [["유튜브", "4,211명", "5,840명", "1,629명"]]
    /// }
    /// ```
    ///
    /// ## 고치기
    ///
    /// 알림이 말하는 값으로 증감을 고치거나, 두 값 가운데 틀린 것을 고친다. 예산 표에서 `change`를 지우면 계산해서 찍는다. 표에서는 칸에 `"="`를 쓴다.
    CHANGE = "change": Figures, Error, "증감", "a change";
    checks: [Proofs];
    wrong: Body [
        r#"[{ "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
              "departments": [{ "name": "홍보과", "lines": [
                { "name": "정책사업비", "amounts": [3252337, 3675931], "change": -423584 }
              ] }] }]"#,
        r#"["{이름=올해:5}건({이름=작년:8}건에서 {증감=올해/작년:2}건 감소)"]"#,
    ];
    right: Body [
        r#"[{ "kind": "table",
              "columns": [{}, {}, {}, { "change_of": ["2024. 7월", "2023. 12월"] }],
              "head": [["구 분", "2023. 12월", "2024. 7월", "전년 대비 증가"]],
              "rows": [["유튜브", "4,211명", "5,840명", "1,629명"]] }]"#,
        r#"["{이름=올해:5}건({이름=작년:8}건에서 {증감=올해/작년:3}건 감소)"]"#,
    ];
}

/// What is said of changes.
pub(super) static PROOFS: ProofRule = ProofRule { rule: &CHANGE, said, also: proofs::then_right };

/// What is said of a change that is not the difference of its two values.
fn said(failed: &Failed<'_>) -> Said {
    let (name, written, expected) = (failed.name(), failed.written(), failed.expected());
    let (difference, (korean_more, english_more)) = (failed.difference(), failed.more());
    let message = message!(
        "증감이 맞지 않습니다 – ‘{name}’ {written}, 계산하면 {expected} ({difference} {korean_more})",
        "`{name}` says {written}, but the change is {expected} ({difference} {english_more})"
    );
    Said { message, help: remedy(failed), places: places(failed) }
}

/// What to do about a change, or its rate, that is not what it has to be: its
/// sign may be what is wrong, or a word beside it.
pub(super) fn remedy(failed: &Failed<'_>) -> Message {
    let right = failed.right();
    let (stated, expected) = (failed.proof.stated.value, failed.proof.expected);
    let (says_fall, is_fall) = (stated.is_sign_negative(), expected.is_sign_negative());
    if stated.is_zero() || says_fall == is_fall {
        return failed.one_of_two();
    }
    match says_fall {
        true => message!(
            "맞는 값: {right}. 줄어든 것이 아니므로 앞의 △나 뒤의 ‘감소’ 같은 낱말이 있으면 빼거나 ‘증가’로 고치십시오.",
            "{right} would agree; it is no fall: take away the sign before it, or a word such as 감소"
        ),
        false => message!(
            "맞는 값: {right}. 부호나 뒤의 낱말(증가, 감소)이 반대인지도 보십시오.",
            "{right} would agree; see whether the sign, or a word such as 증가 or 감소, says the contrary"
        ),
    }
}

/// Where the two values stand, and which is which.
pub(super) fn places(failed: &Failed<'_>) -> Vec<(Span, Message)> {
    let are_two = failed.proof.parts.len() == 2;
    failed.places(", ", |index, values, words| match index {
        0 if are_two && values == 1 => message!("지금 {words}", "now {words}"),
        _ if are_two && values == 1 => message!("앞서 {words}", "before {words}"),
        _ => message!("{words}", "{words}"),
    })
}
