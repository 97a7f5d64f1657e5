//! Budgets that are compared on different bases.

use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::Diagnostic;
use crate::figures::literal;
use crate::format::{Budget, each_budget};
use crate::json::Documents;
use crate::message;

rule! {
    /// 예산현황 표가 견주는 두 예산의 기준이 같은지 본다.
    ///
    /// ## 왜
    ///
    /// 올해의 당초예산을 작년의 최종예산과 견주면 추경만큼 줄어든 것처럼 보인다. 증감은 기준이 같을 때만 뜻이 있다.
    ///
    /// 두 열의 이름에서 당초(본)예산, 최종예산, 결산이라는 말을 찾아, 서로 다르거나, 한쪽에만 있는데 다른 쪽은 해만 적혀 있으면 알린다. 두 쪽 모두에 없으면 묻지 않는다. 추경과 기정액, 예산(안)과 당초예산은 본디 견주는 것이다.
    ///
    /// ## 보기
    ///
    /// 찾는 것:
    ///
    /// ```json
    /// "columns": ["2024년", "2023년 (당초예산)"]
    /// ```
    ///
    /// 옳은 것:
    ///
    /// ```json
    /// "columns": ["2024년 당초예산", "2023년 본예산"]
    /// ```
    ///
    /// ## 고치기
    ///
    /// 같은 기준의 예산으로 바꾸거나, 두 열에 모두 기준을 밝힌다. 기준이 다른 줄 알고 견주는 것이면 까닭을 적는다: `"$allow": { "budget-basis": "올해는 추경 없음" }`
    BUDGET_BASIS = "budget-basis": Figures, Warning, "견주는 예산의 기준", "budgets on different bases";
    checks: [Figures(findings)];
    wrong: Body [
        r#"[{ "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년 (당초예산)"],
              "departments": [{ "name": "홍보과", "lines": [
                { "name": "정책사업비", "amounts": [2, 3] }
              ] }] }]"#,
    ];
    right: Body [
        r#"[{ "kind": "budget", "unit": "천원", "columns": ["2024년 당초예산", "2023년 본예산"],
              "departments": [{ "name": "홍보과", "lines": [
                { "name": "정책사업비", "amounts": [2, 3] }
              ] }] }]"#,
    ];
}

/// Budgets of sections and projects that are compared on different bases.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let Reading { manuscript, report, .. } = reading;
    let mut found = Vec::new();
    let sections = manuscript.all_sections(report);
    let projects = manuscript.projects.values().map(|project| &project.body);
    for body in sections.iter().map(|section| &section.body).chain(projects) {
        each_budget(body, |budget| {
            found.extend(other_basis(budget, &manuscript.documents));
        });
    }
    found
}

/// A budget that is compared with one on another basis.
fn other_basis(budget: &Budget, documents: &Documents) -> Option<Diagnostic> {
    let [now, before] = budget.columns.value.as_slice() else { return None };
    // Words for the same basis stand in one list. Supplementary budgets are
    // compared with what was before them, and have none.
    let bases: [&[&str]; 3] = [&["당초", "본예산"], &["최종"], &["결산"]];
    let (first, second) = (literal(now), literal(before));
    let basis = |column: &str| {
        let column = column.replace(' ', "");
        bases.iter().position(|words| words.iter().any(|word| column.contains(word)))
    };
    let is_bare = |column: &str| {
        let rest = column.trim_start_matches(|c: char| c.is_ascii_digit() || c == '’');
        matches!(rest.replace(' ', "").as_str(), "년" | "년도" | "년예산" | "년도예산" | "")
    };
    let (own, other) = (basis(&first), basis(&second));
    let differ = match (own, other) {
        (Some(own), Some(other)) => own != other,
        (Some(_), None) => is_bare(&second),
        (None, Some(_)) => is_bare(&first),
        (None, None) => false,
    };
    if !differ {
        return None;
    }
    let message = message!(
        "두 예산의 기준이 다릅니다 – ‘{first}’ 옆에 ‘{second}’",
        "the two budgets are on different bases: `{first}` beside `{second}`"
    );
    let help = message!(
        "같은 기준끼리(당초예산과 당초예산, 최종예산과 최종예산) 견주거나, 두 열에 모두 기준을 밝히십시오.",
        "compare budgets on the same basis, or name the basis of both"
    );
    let (marked, bare) = if other.is_some() { (before, now) } else { (now, before) };
    let note = match own.is_some() && other.is_some() {
        true => message!("이쪽은 다른 기준입니다", "this is on another basis"),
        false => message!("이쪽에는 기준이 없습니다", "this says nothing of its basis"),
    };
    let found = BUDGET_BASIS.finding(documents.place(marked.span), message).with_help(help);
    Some(found.with_related(documents.place(bare.span), note))
}
