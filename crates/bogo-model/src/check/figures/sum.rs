//! Sums and their parts.

use super::failed::{Failed, Said};
use super::proofs::{self, ProofRule};
use crate::check::listed::rule;
use crate::message;

rule! {
    /// 합계로 적힌 수가 그 부분을 더한 값과 같은지 검산한다.
    ///
    /// ## 왜
    ///
    /// 합계가 맞지 않는 표는 보고서 전체를 의심하게 만든다. 추경으로 금액 하나를 고치고 계를 그대로 두거나, 표를 옮겨 적다가 숫자 두 개를 바꾸어 적는 일은 눈으로는 잘 보이지 않는다.
    ///
    /// 자료가 합계라고 말하는 것만 검산한다. 값이 비슷하다고 짐작하지 않는다.
    ///
    /// - 소요예산·예산·인력의 `total`, `quota_total`, `current_total`
    /// - 표의 합계 행(`"total": true`, `"sums"`)과 합인 열·행(`"sum_of"`)
    /// - 여러 가지로 합인 열·행은 그 모두: `"sum_of": [["남", "여"], ["정규", "계약"]]`
    /// - 글 속의 `{계:…}`와 그 부분 `{몫:…}`, `{하나:…}`
    /// - 금액(`amount`)과 같은 줄의 `{몫:…}`
    ///
    /// 부분의 단위가 천원·백만원·억원, 명·천명·만 명, ㎡·ha처럼 서로 달라도 합계의 단위로 바꾸어 더한다. 표의 칸에서 부른 수(`{=이름}`)는 그 값으로 더한다.
    ///
    /// 수 하나가 틀려 여러 합계와 증감이 함께 맞지 않으면 알림은 하나이다. 틀린 수가 하나로 드러나면 그 수를 짚고, 아니면 가장 가까운 합계를 짚는다. 나머지는 그 알림에 함께 나온다.
    ///
    /// ## 보기
    ///
    /// 찾는 것:
    ///
    /// ```json
    /// { "name": "구비", "amounts": [207864, 126500, 152000, 28000], "total": 514363 }
    /// ```
    ///
    /// ```json
    /// "총 {계:45}대(유관 기관 내부 {몫:36}대, 공원 등 외부 {몫:10}대)"
    /// ```
    ///
    /// 옳은 것:
    ///
    /// ```json
    /// { "cells": [{ "text": "총 합계", "columns": 2 }, 786, 27, 547], "total": true }
    /// ```
    ///
    /// 표의 합계 행은 같은 묶음의 행을 더한다. 소계가 여럿인 목록에서는 위쪽, 아래쪽, 전체 가운데 맞는 쪽이 있으면 옳은 것으로 본다. `"sums": "above"`, `"below"`, `"all"`로 정해 줄 수 있고, 합이 아닌 행(평균 등)은 `"sums": "none"`이다. 율·(%)·비중·평균·순위·번호·단가·만족도·점수·등급으로 끝나는 열, `1인당`으로 시작하는 열, `연도` 열은 더하지 않으며, 열의 `"adds"`로 바꿀 수 있다. 평균·최대·최소·증감·대비·비율이라고 한 행은 돋보이게 하더라도 합이 아니다. 합친 칸의 합계는 그 칸이 걸친 열을 모두 더한 것이다. `sum_of` 행도 더하지 않는 열은 지나친다. 더할 칸에 숫자가 아닌 말(`약 30명`, 전각 숫자, 올림인지 내림인지 알 수 없는 `▲3`)이 섞이면 검산할 수 없다고 알린다([unproved](unproved.md)). 표의 합계가 `-`이면 더할 것이 아닌 열로 본다.
    ///
    /// ## 고치기
    ///
    /// 알림에는 합계와 부분의 자리, 차이, 맞는 값이 함께 나온다. 합계가 틀렸으면 합계를, 부분이 틀렸으면 부분을 고친다. 어느 쪽이 틀렸는지는 알 수 없으므로 저절로 고치지 않는다. 합계를 아예 적지 않으면(`total`을 지우거나 칸에 `"="`, 글에 `{계}`) 계산해서 찍는다.
    ///
    /// 반올림 때문에 끝자리가 다르면 그 자리에 까닭을 적어 둔다: `"$allow": { "sum": "백만원 미만 반올림" }`
    SUM = "sum": Figures, Error, "합계와 부분의 합", "a sum and its parts";
    checks: [Proofs];
    wrong: Body [
        r#"[{ "kind": "funding", "unit": "천원", "columns": ["2023년", "2024년", "2025년", "2026년"],
              "sources": [
                { "name": "구비", "amounts": [207864, 126500, 152000, 28000], "total": 514363 }
              ] }]"#,
        r#"["총 {계:45}대(유관 기관 내부 {몫:36}대, 공원 등 외부 {몫:10}대)"]"#,
    ];
    right: Body [
        r#"[{ "kind": "table", "head": [["구 분", "기 관", "계", "내부", "외부"]],
              "rows": [
                { "cells": [{ "text": "총 합계", "columns": 2 }, 786, 27, 547], "total": true },
                ["시", "청사", 500, 20, 300],
                ["구", "청사", 286, 7, 247]
              ] }]"#,
        r#"["총 {계:46}대(유관 기관 내부 {몫:36}대, 공원 등 외부 {몫:10}대)"]"#,
    ];
}

/// What is said of sums.
pub(super) static PROOFS: ProofRule = ProofRule { rule: &SUM, said, also: proofs::then_right };

/// What is said of a sum that its parts do not add up to.
fn said(failed: &Failed<'_>) -> Said {
    let (name, written, expected) = (failed.name(), failed.written(), failed.expected());
    let (difference, (korean_more, english_more)) = (failed.difference(), failed.more());
    let message = message!(
        "합계가 부분의 합과 다릅니다 – ‘{name}’ {written}, 더하면 {expected} ({difference} {korean_more})",
        "`{name}` says {written}, but its parts add up to {expected} ({difference} {english_more})"
    );
    let right = failed.right();
    let help = match failed.is_in_table() {
        true => message!(
            "맞는 값: {right}. 부분이 틀렸으면 부분을 고치십시오. 더할 것이 아니면 행에 \"sums\": \"none\", 열에 \"adds\": false를 쓰십시오.",
            "{right} would agree; if a part is wrong, mend the part. What is no sum says so: `\"sums\": \"none\"` of a row, `\"adds\": false` of a column"
        ),
        false => message!(
            "맞는 값: {right}. 부분이 틀렸으면 부분을 고치십시오.",
            "{right} would agree; if a part is wrong, mend the part"
        ),
    };
    Said { message, help, places: failed.places_joined(" + ") }
}
