//! Figures that are not more than others, and parts that are not more than
//! their whole.

use super::failed::{Failed, Said};
use super::proofs::{self, ProofRule};
use crate::check::listed::rule;
use crate::message;

rule! {
    /// 다른 수치를 넘지 않아야 한다고 말한 수가 그것을 넘지 않는지, 어떤 수치의 일부라고 말한 수들이 더해서 그 전체를 넘지 않는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 참석자가 정원보다 많거나, 설치한 곳이 전체보다 많은 보고서는 한 줄만 읽어도 틀린 줄 압니다. 합계가 아니어서 `{계:…}`로는 검산하지 못하는 수도 전체와는 견줄 수 있습니다.
    ///
    /// 자료가 그렇다고 말한 것만 봅니다.
    ///
    /// - 글의 `{이하=이름:36}`, 금액과 칸의 `"at_most": "이름"`: 이 수는 그 수치를 넘지 않습니다. 같아도 됩니다.
    /// - 글의 `{일부=이름:36}`, 금액과 칸의 `"part_of": "이름"`: 이 수는 그 수치의 일부입니다. 한 줄(항목, 딸린 줄, 칸, 표의 한 행의 `part_of`)에 같은 전체의 일부가 여럿이면 더한 것도 그 전체를 넘지 않습니다. 전체를 다 나눈 것이 아니어도 됩니다. 남김없이 나눈 것이면 `{계:…}`와 `{몫:…}`이 더 엄합니다.
    ///
    /// 단위가 천원·백만원·억원으로 다르면 바꾸어 견줍니다. 명과 백만원처럼 서로 견줄 수 없는 단위이면 [unit-conversion](unit-conversion.md)이 알립니다.
    ///
    /// ## 보기
    ///
    /// 찾는 것:
    ///
    /// ```json
    /// "전체 {이름=전체:264}대 가운데 {일부=전체:271}대 전환"
    /// ```
    ///
    /// ```json
    /// "정원 {이름=정원:40}명(남 {일부=정원:22}명, 여 {일부=정원:19}명)"
    /// ```
    ///
    /// 옳은 것:
    ///
    /// ```json
    /// "정원 {이름=정원:40}명(여성 {이하=정원:22}명, 청년 {이하=정원:25}명)"
    /// ```
    ///
    /// 여성과 청년은 겹칠 수 있으므로 일부가 아니라 저마다 정원 이하입니다.
    ///
    /// ## 고치기
    ///
    /// 두 자리가 함께 나오므로 틀린 쪽을 고칩니다. 서로 겹치는 것을 일부라고 했으면 `{이하=…}`나 `"at_most"`로 바꿉니다.
    AT_MOST = "at-most": Figures, Error, "전체를 넘지 않는 수", "a figure that is not more than another";
    checks: [Proofs];
    wrong: Body [
        r#"["전체 {이름=전체:264}대 가운데 {일부=전체:271}대 전환"]"#,
        r#"["정원 {이름=정원:40}명(남 {일부=정원:22}명, 여 {일부=정원:19}명)"]"#,
    ];
    right: Body [
        r#"["정원 {이름=정원:40}명(여성 {이하=정원:22}명, 청년 {이하=정원:25}명)"]"#,
    ];
}

/// What is said of figures that are not more than others.
pub(super) static PROOFS: ProofRule = ProofRule { rule: &AT_MOST, said, also: proofs::then_right };

/// What is said of a figure, or of parts together, that are more than another.
fn said(failed: &Failed<'_>) -> Said {
    let (name, written, most) = (failed.name(), failed.written(), failed.expected_as_there());
    let difference = failed.difference();
    let right = failed.right();
    let (message, help) = match failed.proof.parts.len() > 1 {
        true => (
            message!(
                "일부를 더하면 전체보다 많습니다 – ‘{name}’ {most}, 더하면 {written} ({difference} 많음)",
                "the parts add up to {written}, but `{name}` is {most} ({difference} more)"
            ),
            message!(
                "틀린 수를 고치십시오. 서로 겹치는 것이면 {{일부=이름:…}}(\"part_of\") 대신 {{이하=이름:…}}(\"at_most\")를 씁니다.",
                "mend what is wrong; parts that overlap are {{이하=이름:…}} (`at_most`), not {{일부=이름:…}} (`part_of`)"
            ),
        ),
        false => (
            message!(
                "넘지 않아야 하는 수치보다 많습니다 – 여기는 {written}, ‘{name}’ {most} ({difference} 많음)",
                "here {written} is said, but `{name}` is {most} ({difference} more)"
            ),
            message!(
                "{right} 이하로 고치거나, 저곳이 틀렸으면 저곳을 고치십시오.",
                "write {right} or less, or mend the other place"
            ),
        ),
    };
    Said { message, help, places: failed.places_joined(", ") }
}
