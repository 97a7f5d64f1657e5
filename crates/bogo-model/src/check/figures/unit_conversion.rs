//! Figures that stand elsewhere in other units.

use super::proofs::ProofRule;
use super::same_figure;
use crate::check::listed::rule;
use crate::diagnostic::{Diagnostic, Place};
use crate::message;

rule! {
    /// 천원을 억원으로, 명을 만 명으로, ㎡를 ha로 바꾸어 적은 같은 수가 맞는지 본다.
    ///
    /// ## 왜
    ///
    /// 표는 천원, 본문은 억원으로 적는 일이 많고, 자릿수를 하나 틀리면 열 배가 된다.
    ///
    /// 같은 수치(→ `same-figure`)인데 단위가 다르면, 원래 값을 적힌 단위로 바꾸어 적힌 소수 자리까지 반올림(사사오입)한 값과 견준다. 단위는 수 바로 뒤에 적힌 것이다: 원에서 조원까지의 돈, 십·백·천·만·십만·백만·천만·억과 세는 말(천명, 만 명, 백만 건, 만 필지), ㎡·ha·㎢, m·km, kg·톤, ㎥. `백만 원`처럼 띄어 써도 같다. `여`가 붙으면(`19만여 명`, `26억여 원`) 버림도 옳고, 앞에 `약`이나 `대략`이 있으면(`약 193,000명`) 적힌 자리까지 반올림한 것도 옳다. 서로 바꿀 수 없는 단위(명과 건)는 바꾸지 않는다. 명인 수 뒤에 `천 건`이 오거나 명을 백만원과 견주면 틀린 것이므로 알린다.
    ///
    /// ## 보기
    ///
    /// 표의 합계가 3,302,921천원일 때
    ///
    /// ```json
    /// "총 {=예산.합계.2024년:33}억원"
    /// ```
    ///
    /// 은 옳고 `{=예산.합계.2024년:330}억원`은 찾는다.
    ///
    /// 표의 이용자가 192,983명일 때 `약 {=이용.합계.이용자:19}만 명`은 옳고 `{=이용.합계.이용자:193}만 명`은 찾는다.
    ///
    /// `{=예산.합계.2024년}백만원`처럼 값을 적지 않으면 그 단위로 정확히 바꾸어 찍는다: `3,302.921백만원`, `19.2983만 명`
    ///
    /// ## 고치기
    ///
    /// 알림이 말하는 값으로 고치거나, 단위를 고친다.
    UNIT_CONVERSION = "unit-conversion": Figures, Error, "단위를 바꾸어 적은 수", "figures in other units";
    checks: [Proofs];
    wrong: Body [
        r#"["총 {=예산.합계.2024년:330}억원",
            { "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
              "departments": [{ "name": "홍보과", "lines": [
                { "name": "정책사업비", "amounts": [3302921, 3675931] }
              ] }] }]"#,
        r#"["참석 {이름=참석:30}명", "참석 {=참석:30}백만원"]"#,
    ];
    right: Body [
        r#"["총 {=예산.합계.2024년:33}억원",
            { "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
              "departments": [{ "name": "홍보과", "lines": [
                { "name": "정책사업비", "amounts": [3302921, 3675931] }
              ] }] }]"#,
    ];
}

/// What is said of figures in other units: what is said where they are the
/// same.
pub(super) static PROOFS: ProofRule =
    ProofRule { rule: &UNIT_CONVERSION, said: same_figure::said, also: same_figure::also };

/// That a figure is compared with the one of this name, whose unit is of
/// another thing.
pub(super) fn apart(name: &str, place: Place) -> Diagnostic {
    let message = message!(
        "서로 바꿀 수 없는 단위입니다 – ‘{name}’의 단위와 여기의 단위",
        "the unit here is none into which that of `{name}` can be turned"
    );
    let help = message!(
        "수 뒤의 단위나 저곳의 단위(표의 \"unit\", 열 머리의 괄호)를 고치십시오.",
        "mend the unit here, or that of the other place: `unit` of the table, brackets in the head of its column"
    );
    UNIT_CONVERSION.finding(place, message).with_help(help)
}
