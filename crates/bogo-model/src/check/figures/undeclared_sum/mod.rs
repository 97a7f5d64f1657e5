//! Totals, changes and rates that call themselves so, are not declared, and do
//! not agree.

mod brackets;
mod lines;
mod numbers;
mod parts;
mod sentences;

use rust_decimal::Decimal;

use crate::check::calls::bare;
use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::{Code, Diagnostic, Edit, Fix, Message};
use crate::figures::{ProofKind, Quantity};
use crate::json::Documents;
use crate::{korean, message};

rule! {
    /// 합계, 증감, 증감률이라고 적었지만 그렇다고 밝히지 않은 수 가운데 맞지 않는 것을 알립니다.
    ///
    /// ## 왜
    ///
    /// 합계라고 밝힌 수는 [sum](sum.md), [change](change.md), [change-rate](change-rate.md)가 검산합니다. 밝히지 않은 `합계` 열이나 `총 46대(내부 36대, 외부 11대)`는 누가 보아도 합계이지만 아무도 검산하지 않습니다. 맞으면 아무 말도 하지 않고, 어떻게 읽어도 맞지 않을 때에만 알립니다.
    ///
    /// 보는 것은 이렇습니다.
    ///
    /// - 표의 행과 열 가운데 이름이 `합계`, `계`, `소계`, `총계`, `누계`, `증감`, `증감액`, `증감률(%)`, `증가율`인 것. 띄어 써도(`합 계`), 괄호가 붙어도(`계(A+B)`) 같습니다.
    /// - 글에서 `총`, `합계`, `계`, `모두`, `전체`가 앞에 있는 수와 바로 뒤 괄호 안의 수들. 괄호 안이 `남, 여`, `국비, 시비`, `내부, 외부`처럼 모두를 나눈 이름이면 `총`이 없어도 봅니다. `label` 안에 적은 것과, 줄의 `amount` 뒤에 괄호로 시작하는 글(`(국비 50억원, 시비 70억원)`)도 봅니다. 단위가 같거나(천원과 억원처럼 바꿀 수 있거나) 괄호 안에 단위가 없어야 한다.
    ///
    /// 표에서는 같은 묶음의 행과 열, 위나 아래, 왼쪽이나 오른쪽, 소계끼리, 소계와 그 뒤에 남은 행, 증감이면 어느 두 열이든 하나라도 맞으면 옳은 것으로 봅니다. 그 줄의 다른 수가 맞아서 뜻이 드러나거나, 달리 읽을 수 없을 때에만 알립니다. 잘못 하나로 계, 증감, 증감률이 함께 어긋나면 한 번만 알립니다.
    ///
    /// 얼마나 달라야 알리는가는 이렇습니다.
    ///
    /// - 표의 `합계` 행이 수만 있는 열의 처음이나 끝에 하나 있으면, 얼마가 다르든 알립니다. 다만 합계가 어느 부분보다 크지 않거나(평균일 수 있다), 부분 몇을 더하면 합계가 되거나, 어떤 행이 이웃한 행들의 합이면(이름 없는 소계일 수 있다) 지나칩니다. 소계와 그 부분을 함께 더하지 않습니다.
    /// - 표의 `합계` 열은 다른 행이 맞아 뜻이 드러나면 얼마가 다르든 알리고, 그렇지 않으면 숫자 하나가 다르거나 이웃한 두 숫자가 바뀐 것만 알립니다.
    /// - 글에서는 숫자 하나가 다르거나 이웃한 두 숫자가 바뀐 것을 알립니다. 괄호 안이 모두를 나눈 이름(`남, 여`, `응답, 무응답`)이면 차이가 큰 쪽의 7분의 1 이하이거나 숫자가 하나 빠지거나 더 들어간 것까지 알립니다.
    ///
    /// 이런 것은 지나칩니다: 평균·율처럼 더하지 않는 줄, `주요`, `일부` 표, `중복`, `실인원`이라고 적은 표, 괄호 안에 `등`, `약`, `이상`, `포함`이나 `목표`, `실적`, `집행`이 있는 글, 괄호 안에서 모두를 두 가지로 나눈 글(`남 12, 여 8 / 내국인 15, 외국인 5`), 여러 수로 적은 금액(`1억 2,000만원`), 반올림(백만원 이상이나 소수)으로 끝자리만 다른 수.
    ///
    /// ## 보기
    ///
    /// 찾는 것:
    ///
    /// ```json
    /// {
    ///   "kind": "table",
    ///   "unit": "명",
    ///   "head": [["구분", "남", "여", "합계"]],
    ///   "rows": [["1팀", 3, 4, 8], ["2팀", 5, 5, 10]]
    /// }
    /// ```
    ///
    /// ```json
    /// "교체 총 46대(내부 36대, 외부 11대)"
    /// ```
    ///
    /// 옳은 것:
    ///
    /// ```json
    /// {
    ///   "kind": "table",
    ///   "unit": "명",
    ///   "columns": [{}, {}, {}, { "sum_of": ["남", "여"] }],
    ///   "head": [["구분", "남", "여", "합계"]],
    ///   "rows": [["1팀", 3, 4, 7], ["2팀", 5, 5, 10]]
    /// }
    /// ```
    ///
    /// ```json
    /// "교체 총 {계:47}대(내부 {몫:36}대, 외부 {몫:11}대)"
    /// ```
    ///
    /// ## 고치기
    ///
    /// `--fix`가 무엇의 합계(증감)인지 적어 줍니다: 행에는 `"total": true`나 `"sum_of"`, 열에는 `"sum_of"`, `"change_of"`, `"change_rate_of"`, 글에는 `{계:…}`와 `{몫:…}`. 그러면 검산하는 규칙이 맞는 값을 말해 주므로, 합계든 부분이든 틀린 것을 고칩니다. 합계가 아니라 다른 뜻이면 그 자리에 까닭을 적어 둡니다: `"$allow": { "undeclared-sum": "미분류 1건 따로" }`
    UNDECLARED_SUM = "undeclared-sum": Figures, Warning, mends, "밝히지 않은 합계와 증감", "a total that is not declared";
    checks: [Figures(findings)];
    wrong: Body [
        r#"[{ "kind": "table", "unit": "명", "head": [["구분", "남", "여", "합계"]],
              "rows": [["1팀", 3, 4, 8], ["2팀", 5, 5, 10]] }]"#,
        r#"["교체 총 46대(내부 36대, 외부 11대)"]"#,
    ];
    right: Body [
        r#"[{ "kind": "table", "unit": "명", "columns": [{}, {}, {}, { "sum_of": ["남", "여"] }],
              "head": [["구분", "남", "여", "합계"]],
              "rows": [["1팀", 3, 4, 7], ["2팀", 5, 5, 10]] }]"#,
        r#"["교체 총 {계:47}대(내부 {몫:36}대, 외부 {몫:11}대)"]"#,
    ];
}

/// Totals, changes and rates that do not agree: of tables, then of sentences.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let Reading { manuscript, report, figures, .. } = reading;
    let mut found = lines::findings(&figures.undeclared, &manuscript.documents);
    found.extend(sentences::findings(manuscript, report, figures));
    found
}

/// Lets those declarations wait that call a line by words which others are
/// about to mend: when the edition is read again, they call it by the right
/// ones.
pub(in crate::check) fn wait_for_names(
    found: &mut [Diagnostic],
    others: &[Diagnostic],
    documents: &Documents,
) {
    let mut declarations: Vec<&mut Diagnostic> =
        found.iter_mut().filter(|finding| finding.code == Code::Rule(&UNDECLARED_SUM)).collect();
    if declarations.is_empty() {
        return;
    }
    let edits = others.iter().filter_map(|other| other.fix.as_ref()).flat_map(|fix| &fix.edits);
    let names: Vec<String> = edits.filter_map(|edit| name_at(edit, documents)).collect();
    let calls = |fix: &Fix| {
        let written = fix.edits.iter().map(|edit| bare(&edit.text));
        written.into_iter().any(|text| names.iter().any(|name| text.contains(name.as_str())))
    };
    for finding in &mut declarations {
        finding.fix = finding.fix.take().filter(|fix| !calls(fix));
    }
}

/// The words, in quotes, of the string that an edit changes.
fn name_at(edit: &Edit, documents: &Documents) -> Option<String> {
    let text = documents.text(&edit.file)?;
    let start = text[..edit.range.start].rfind('"')?;
    let end = edit.range.end + text[edit.range.end..].find('"')? + 1;
    Some(bare(&text[start..end].replace("\\n", " ")))
}

/// What is said of a figure, and what it would have to be.
fn said(kind: ProofKind, name: &str, stated: &Quantity, expected: Decimal) -> Message {
    let unit = if kind == ProofKind::ChangeRate { "%" } else { stated.shown_unit() };
    let [written, expected] = [stated.value, expected].map(korean::number);
    match kind {
        ProofKind::Change => message!(
            "증감이라고 했으나 맞지 않습니다 – ‘{name}’ {written}{unit}, 빼면 {expected}{unit}",
            "`{name}` calls itself a change and says {written}{unit}, but the difference is {expected}{unit}"
        ),
        ProofKind::ChangeRate => message!(
            "증감률이라고 했으나 맞지 않습니다 – ‘{name}’ {written}{unit}, 계산하면 {expected}{unit}",
            "`{name}` calls itself a rate of change and says {written}{unit}, but that is {expected}{unit}"
        ),
        _ => message!(
            "합계라고 했으나 맞지 않습니다 – ‘{name}’ {written}{unit}, 더하면 {expected}{unit}",
            "`{name}` calls itself a total and says {written}{unit}, but the sum is {expected}{unit}"
        ),
    }
}
