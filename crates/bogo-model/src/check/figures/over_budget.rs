//! Projects that together cost more than the budget has for them.

use rust_decimal::Decimal;

use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::Diagnostic;
use crate::figures::{COST, Figures, Quantity, literal};
use crate::format::{Budget, Project, each_budget};
use crate::json::Span;
use crate::manuscript::Manuscript;
use crate::{korean, message};

rule! {
    /// 사업들의 소요예산을 더한 값이 예산현황의 정책사업비보다 많은지 본다.
    ///
    /// ## 왜
    ///
    /// 사업비는 정책사업비에서 나간다. 사업의 합이 그보다 크면 둘 가운데 하나가 틀린 것이다. 적은 것은 괜찮다: 보고하지 않는 사업도 있기 때문이다.
    ///
    /// 예산현황 표의 첫 열(올해)에 있는 `정책사업비` 줄과, 각 사업의 소요예산 표에서 이름이나 해가 같은 열(`2024년`, `’24년`)의 계를 견준다. 단위가 달라도 바꾸어 견준다.
    ///
    /// ## 보기
    ///
    /// 정책사업비 3,252,337천원에 사업이 126,500 + 748,818 + 251,155 = 1,126,473천원이면 옳다. 한 사업의 소요예산을 7,488,180으로 적으면 찾는다.
    ///
    /// ## 고치기
    ///
    /// 틀린 쪽을 고친다. 다른 부서의 예산이나 기금으로 하는 사업이 있어 정말로 많을 때에는 예산 블록에 까닭을 적는다: `"$allow": { "over-budget": "기금 사업 포함" }`
    OVER_BUDGET = "over-budget": Figures, Warning, "사업비의 합과 정책사업비", "projects that cost more than the budget";
    checks: [Figures(findings)];
    wrong: Files [
        &[
            ("projects/1-a.json", r#"{ "number": 1, "title": "가", "body": [
                { "kind": "funding", "unit": "천원", "columns": ["2024년"],
                  "sources": [{ "name": "구비", "amounts": [7488180] }] }
              ] }"#),
            ("report.json", r#"{ "chapters": [{ "title": "주요사업", "sections": [
                { "title": "예산", "body": [
                  { "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
                    "departments": [{ "name": "홍보과", "lines": [
                      { "name": "정책사업비", "amounts": [3252337, 3675931] }
                    ] }] }
                ] },
                "projects/"
              ] }] }"#),
        ],
    ];
    right: Files [
        &[
            ("projects/1-a.json", r#"{ "number": 1, "title": "가", "body": [
                { "kind": "funding", "unit": "천원", "columns": ["2024년"],
                  "sources": [{ "name": "구비", "amounts": [748818] }] }
              ] }"#),
            ("report.json", r#"{ "chapters": [{ "title": "주요사업", "sections": [
                { "title": "예산", "body": [
                  { "kind": "budget", "unit": "천원", "columns": ["2024년", "2023년"],
                    "departments": [{ "name": "홍보과", "lines": [
                      { "name": "정책사업비", "amounts": [3252337, 3675931] }
                    ] }] }
                ] },
                "projects/"
              ] }] }"#),
        ],
    ];
}

/// The line of a budget out of which projects are paid.
const PROJECT_LINE: &str = "정책사업비";

/// The most projects that a finding shows.
const MOST_PLACES: usize = 8;

/// Budgets of sections that have less for projects than these cost.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let Reading { manuscript, report, figures, .. } = reading;
    let mut found = Vec::new();
    for section in manuscript.all_sections(report) {
        each_budget(&section.body, |budget| {
            found.extend(over_budget(budget, manuscript, figures));
        });
    }
    found
}

/// Projects that together cost more than the budget has for projects.
fn over_budget(budget: &Budget, manuscript: &Manuscript, figures: &Figures) -> Option<Diagnostic> {
    let column = literal(budget.columns.value.first()?);
    let unit = literal(&budget.unit);
    let lines = budget.departments.iter().flat_map(|department| &department.lines);
    let own: Vec<_> = lines
        .filter(|line| literal(&line.name).replace(' ', "") == PROJECT_LINE)
        .filter_map(|line| line.amounts.value.first())
        .collect();
    let place = own.first()?.span;
    let has: Decimal = own.iter().map(|figure| figure.value.amount()).sum();
    let of_column = |project: &Project| {
        let scope = figures.scope(project.span);
        let year = year_of(&column);
        let is_own = |name: &&str| {
            let own = name.strip_prefix(COST).and_then(|rest| rest.strip_prefix('.'));
            own.is_some_and(|own| own == column || year.is_some() && year_of(own) == year)
        };
        scope.own(scope.own_names().find(is_own)?)?.one().cloned()
    };
    let costs: Vec<Quantity> = manuscript.projects.values().filter_map(of_column).collect();
    let cost: Decimal = costs.iter().map(|cost| cost.value_in(&unit)).sum();
    if cost <= has {
        return None;
    }
    let over = korean::number((cost - has).normalize());
    let (cost, has) = (korean::number(cost.normalize()), korean::number(has));
    let message = message!(
        "사업들의 {column} 소요예산을 더하면 {cost}{unit}인데 {PROJECT_LINE} {has}{unit}보다 {over}{unit} 많습니다",
        "the projects cost {cost}{unit} in {column}, {over}{unit} more than the {has}{unit} that the budget has for them"
    );
    let help = message!(
        "소요예산이나 예산을 고치십시오. 다른 부서나 기금에서 쓰는 사업이 있으면 \"$allow\"에 까닭을 적으십시오.",
        "mend one of them; if another department pays, say so in `$allow`"
    );
    let documents = &manuscript.documents;
    let mut found = OVER_BUDGET.finding(documents.place(place), message).with_help(help);
    for quantity in costs.iter().take(MOST_PLACES) {
        let words = format!("{}{}", korean::number(quantity.value), quantity.unit);
        let table = Span { end: quantity.span.start + 1, ..quantity.span };
        let message = message!("{column} {words}", "{words} in {column}");
        found = found.with_related(documents.place(table), message);
    }
    Some(found)
}

/// The year that a column's name begins with: 2024년, ’24년, 2024.
fn year_of(column: &str) -> Option<u32> {
    let digits = column.trim_start_matches('’');
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let year: u32 = digits[..end].parse().ok()?;
    match end {
        4 => Some(year),
        2 if column.starts_with('’') => Some(2000 + year),
        _ => None,
    }
}
