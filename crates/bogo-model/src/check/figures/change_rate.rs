//! Rates of change in percent.

use super::change;
use super::failed::{Failed, Said};
use super::proofs::{self, ProofRule};
use crate::check::listed::rule;
use crate::message;

rule! {
    /// 적힌 증감률(%)이 두 값에서 계산한 것과 같은지 검산한다.
    ///
    /// ## 왜
    ///
    /// 율은 눈으로 셈할 수 없어 한번 틀리면 끝까지 남는다. 셈은 십진수로 하고, 적힌 소수 자리에 맞추어 반올림한다(사사오입). 부동소수점 계산에서 생기는 끝자리 차이는 없다.
    ///
    /// 예산 표의 `rate`와 `"change_rate_of"`라고 한 표의 열과 행을 검산한다. 소수 첫째 자리까지 적었으면 첫째 자리까지, 정수로 적었으면 정수로 견준다. 앞선 값이 0이나 `-`이면 율이 없으므로 `-`나 말(순증)로 쓴다. 수를 적으면 검산할 수 없다고 알린다([unproved](unproved.md)).
    ///
    /// 글에서는 `{증감률=올해/작년:△1.2}`라고 하고, 적은 소수 자리까지 견준다. 줄었다는 낱말이 있으면 부호 없이 적는다: `{증감률=올해/작년:1.2}% 감소`
    ///
    /// ## 보기
    ///
    /// 찾는 것: 3,252,337과 3,675,931의 증감률을 △11.6으로 적은 것
    ///
    /// ```json
    /// { "name": "정책사업비", "amounts": [3252337, 3675931], "rate": -11.6 }
    /// ```
    ///
    /// 옳은 것:
    ///
    /// ```json
    /// { "name": "정책사업비", "amounts": [3252337, 3675931], "rate": -11.5 }
    /// ```
    ///
    /// ## 고치기
    ///
    /// 알림이 말하는 값으로 고친다. `rate`를 지우면 소수 첫째 자리까지 계산해서 찍는다.
    CHANGE_RATE = "change-rate": Figures, Error, "증감률", "a rate of change";
    checks: [Proofs];
    wrong: Body [
        r#"[{ "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
              "departments": [{ "name": "홍보과", "lines": [
                { "name": "정책사업비", "amounts": [3252337, 3675931], "rate": -11.6 }
              ] }] }]"#,
    ];
    right: Body [
        r#"[{ "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
              "departments": [{ "name": "홍보과", "lines": [
                { "name": "정책사업비", "amounts": [3252337, 3675931], "rate": -11.5 }
              ] }] }]"#,
    ];
}

/// What is said of rates of change.
pub(super) static PROOFS: ProofRule =
    ProofRule { rule: &CHANGE_RATE, said, also: proofs::then_right };

/// What is said of a rate that is not that of its two values.
fn said(failed: &Failed<'_>) -> Said {
    let (name, written, expected) = (failed.name(), failed.written(), failed.expected());
    let message = message!(
        "증감률이 맞지 않습니다 – ‘{name}’ {written}, 계산하면 {expected}",
        "`{name}` says {written}, but the rate of change is {expected}"
    );
    Said { message, help: change::remedy(failed), places: change::places(failed) }
}
