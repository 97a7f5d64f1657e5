//! Figures that stand in several places.

use super::failed::{Failed, Said};
use super::proofs::ProofRule;
use crate::check::listed::rule;
use crate::diagnostic::Message;
use crate::figures::Proof;
use crate::{korean, message};

rule! {
    /// 여러 곳에 적힌 같은 수치가 서로 같은지 본다.
    ///
    /// ## 왜
    ///
    /// 소요예산은 사업개요에도, 표에도, 총괄 현황에도 나온다. 한 곳만 고치면 보고서가 스스로 다른 말을 한다.
    ///
    /// 견주는 것은 자료가 같다고 말한 것이다.
    ///
    /// - `{=이름:값}`: 이름 붙은 수치와 글에 적은 값. 적은 값이 찍히고, 다르면 찾는다. 글 속의 수에는 `{이름=상담:2,851}`로 이름을 붙인다. `2,851`이 그대로 찍힌다.
    /// - 금액과 표의 칸의 `"same_as": "이름"`: `{ "number": 1200, "same_as": "세출.합계.금액" }`
    /// - 항목 이름이 `소요예산`, `2025년 소요예산`, `총사업비`인 사업의 항목: 그 사업의 소요예산 표와 견준다. `소요예산`은 어느 한 해의 계이거나 전체 합계이면 옳다. 표가 없으면 같은 이름의 □ 항목과 견준다. 둘째 단계(○)까지만 보고, ○ 항목이 여럿이고 금액이 서로 다르면 저마다 제 부분을 말하는 것으로 본다.
    ///
    /// 이름이 표에 적힌 합계를 가리키면 적힌 그 수와 견준다. 그 합계가 틀렸으면 [sum](sum.md)이 한 번만 알린다.
    ///
    /// ## 보기
    ///
    /// 찾는 것: 표에는 126,500천원인데
    ///
    /// ```json
    /// { "label": "소요예산", "amount": { "value": 125600, "unit": "천원" } }
    /// ```
    ///
    /// 옳은 것:
    ///
    /// ```json
    /// { "label": "소요예산", "text": "{=소요예산.2024년}천원" }
    /// ```
    ///
    /// ## 고치기
    ///
    /// 두 자리가 함께 나오므로 틀린 쪽을 고친다. 글에서 `{=이름}`만 쓰면 수치가 한 곳에만 있어 늘 같다.
    SAME_FIGURE = "same-figure": Figures, Error, "같은 수치는 어디서나 같음", "a figure that stands in several places";
    checks: [Proofs];
    wrong: Body [
        r#"["상담 {이름=상담:2,851}건", "상담은 모두 {=상담:2,815}건"]"#,
    ], Files [
        &[
            ("projects/1-a.json", r#"{ "number": 1, "title": "가", "body": [
                { "label": "소요예산", "amount": { "value": 125600, "unit": "천원" } },
                { "kind": "funding", "unit": "천원", "columns": ["2024년"],
                  "sources": [{ "name": "구비", "amounts": [126500] }] }
              ] }"#),
            ("report.json", r#"{ "chapters": [{ "title": "주요사업", "sections": ["projects/"] }] }"#),
        ],
    ];
    right: Body [
        r#"["상담 {이름=상담:2,851}건", "상담은 모두 {=상담:2,851}건"]"#,
    ], Files [
        &[
            ("projects/1-a.json", r#"{ "number": 1, "title": "가", "body": [
                { "label": "소요예산", "text": "{=소요예산.2024년}천원" },
                { "kind": "funding", "unit": "천원", "columns": ["2024년"],
                  "sources": [{ "name": "구비", "amounts": [126500] }] }
              ] }"#),
            ("report.json", r#"{ "chapters": [{ "title": "주요사업", "sections": ["projects/"] }] }"#),
        ],
    ];
}

/// What is said of figures that are stated again.
pub(super) static PROOFS: ProofRule = ProofRule { rule: &SAME_FIGURE, said, also };

/// What is said of a figure that another place states otherwise, in its own
/// unit or another.
pub(super) fn said(failed: &Failed<'_>) -> Said {
    let (name, written, expected) = (failed.name(), failed.written(), failed.expected_as_there());
    let (difference, (korean_more, english_more)) = (failed.difference(), failed.more());
    let message = message!(
        "같은 수치가 다릅니다 – 여기는 {written}, ‘{name}’ {expected} ({difference} {korean_more})",
        "here {written} is said, but `{name}` is {expected} ({difference} {english_more})"
    );
    let right = failed.right();
    let help = message!(
        "맞는 값: {right}. 저곳이 틀렸으면 저곳을 고치십시오. 글에서 이름으로 부르면({{=이름}}) 늘 같습니다.",
        "{right} would agree, or mend the other place; a figure that is called by its name is always the same"
    );
    Said { message, help, places: failed.places_joined(", ") }
}

/// That a further place states what the place of the finding states, too.
pub(super) fn also(proof: &Proof) -> Message {
    let value = korean::number(proof.stated.value);
    message!("여기도 {value}입니다", "{value} is said here, too")
}
