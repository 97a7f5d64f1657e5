//! Shares in percent (집행률, 구성비).

use super::failed::{Failed, Said};
use super::proofs::{self, ProofRule};
use crate::check::listed::rule;
use crate::message;

rule! {
    /// 적힌 집행률·구성비·달성률(%)이 두 값의 비율과 같은지 검산한다.
    ///
    /// ## 왜
    ///
    /// 집행액은 달마다 바뀌는데 집행률은 지난 달 것이 남기 쉽다.
    ///
    /// `"share_of": ["집행액", "예산액"]`이라고 한 표의 열과 행을 검산한다. 앞의 것을 뒤의 것으로 나누어 100을 곱하고, 적힌 소수 자리까지 반올림한다: 91.35는 91로 적어도 91.4로 적어도 옳다. 합계 행에서는 율을 더하지 않고 합계끼리의 비율을 본다.
    ///
    /// 구성비는 `"share_of_total": ["금액", "계"]`라고 한다. 열에서는 그 열의 수를 그 합계가 있는 행의 수로, 행에서는 그 행의 수를 그 합계가 있는 열의 수로 나눈다. 구성비 행은 열의 합(`sum_of`)으로 다시 검산하지 않는다. 반올림한 율은 더해서 100이 되지 않을 수 있다.
    ///
    /// 글에서는 `{비율=설치/전체:45.8}`처럼 이름으로, `내부 {몫:36}대({비율:78.3}%)`처럼 바로 앞의 몫으로 말한다. 적은 소수 자리까지 반올림해 견주고, 값을 적지 않으면 소수 첫째 자리까지 계산해서 찍는다. 더하거나 뺄 것은 괄호로 묶는다: `{비율=(전체-미보상)/전체:95}`
    ///
    /// ## 보기
    ///
    /// ```json
    /// {
    ///   "kind": "table",
    ///   "unit": "천원",
    ///   "columns": [{}, {}, {}, { "share_of": ["집행액", "예산액"] }],
    ///   "head": [["구 분", "예산액", "집행액", "집행률(%)"]],
    ///   "rows": [
    ///     { "cells": ["계", 3000, 1500, 50.0], "total": true },
    ///     ["소식지", 1000, 400, 40.0],
    ///     ["영상", 2000, 1100, 55.0]
    ///   ]
    /// }
    /// ```
    ///
    /// 마지막 칸을 56.0으로 적으면 찾는다.
    ///
    /// ```json
    /// "전환 {이름=전환:121}대(전체 {이름=전체:264}대, 전환율 : {비율=전환/전체:45.8}%)"
    /// ```
    ///
    /// 54.8로 적으면 찾는다.
    ///
    /// ## 고치기
    ///
    /// 알림이 말하는 값으로 고치거나, 칸에 `"="`를 써서 계산하게 한다.
    SHARE = "share": Figures, Error, "집행률과 구성비", "a share";
    checks: [Proofs];
    wrong: Body [
        r#"[{ "kind": "table", "unit": "천원",
              "columns": [{}, {}, {}, { "share_of": ["집행액", "예산액"] }],
              "head": [["구 분", "예산액", "집행액", "집행률(%)"]],
              "rows": [["영상", 2000, 1100, 56.0]] }]"#,
        r#"["{이름=전환:121}대(전체 {이름=전체:264}대, 전환율 : {비율=전환/전체:54.8}%)"]"#,
    ];
    right: Body [
        r#"[{ "kind": "table", "unit": "천원",
              "columns": [{}, {}, {}, { "share_of": ["집행액", "예산액"] }],
              "head": [["구 분", "예산액", "집행액", "집행률(%)"]],
              "rows": [["영상", 2000, 1100, 55.0]] }]"#,
        r#"["{이름=전환:121}대(전체 {이름=전체:264}대, 전환율 : {비율=전환/전체:45.8}%)"]"#,
    ];
}

/// What is said of shares.
pub(super) static PROOFS: ProofRule = ProofRule { rule: &SHARE, said, also: proofs::then_right };

/// What is said of a share that is not that of its two values.
fn said(failed: &Failed<'_>) -> Said {
    let (name, written, expected) = (failed.name(), failed.written(), failed.expected());
    let message = message!(
        "비율이 맞지 않습니다 – ‘{name}’ {written}, 계산하면 {expected}",
        "`{name}` says {written}, but the share is {expected}"
    );
    Said { message, help: failed.one_of_two(), places: failed.places_joined(", ") }
}
