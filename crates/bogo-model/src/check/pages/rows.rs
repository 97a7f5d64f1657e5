//! Rows of tables that stand on two pages.

use super::Pages;
#[cfg(test)]
use super::fixture;
use crate::check::listed::rule;
use crate::diagnostic::Diagnostic;
use crate::edition::PassageKind;
use crate::message;

rule! {
    /// 표의 한 행이 두 쪽에 나뉘어 찍혔는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 행은 한눈에 읽는 단위입니다. 이름은 앞쪽에, 내용의 끝은 뒤쪽에 있으면 어느 사업의 글인지 알 수 없습니다. 그래서 행은 나누지 않고 통째로 다음 쪽으로 옮깁니다. 다만 한 쪽에서 머리 행을 뺀 자리보다 큰 행은 옮겨도 들어가지 않으므로 나눕니다. 표의 첫 행은 앞의 제목과 함께 들어가지 않을 때 나누어, 제목만 홀로 남지 않게 합니다.
    ///
    /// ## 보기
    ///
    /// 칸 하나에 줄이 아흔 개인 행은 두 쪽에 나뉘므로 찾습니다.
    ///
    /// ```json
    /// ["주요업무", { "body": ["하나", "둘", "셋", "…", "아흔"] }]
    /// ```
    ///
    /// 여러 행으로 나누고 묶음(`"group"`)으로 이름을 주면 쪽마다 이름이 되풀이됩니다.
    ///
    /// ```json
    /// { "group": "주요업무", "rows": [["하나"], ["둘"], ["셋"]] }
    /// ```
    ///
    /// ## 고치기
    ///
    /// - 칸의 글을 줄입니다.
    /// - 행을 여럿으로 나누고 `"group"`으로 묶습니다.
    /// - 줄이 많은 칸은 표 밖의 항목으로 옮깁니다.
    ///
    /// 나눌 수 있는 행이라도 한 쪽에 다 들어갔으면 찾지 않습니다.
    SPLIT_ROW = "split-row": Pages, Warning, "두 쪽에 나뉜 행", "a row that is split";
    checks: [Pages(findings)];
    wrong: Laid [
        || fixture::pages(&[&["사업", "주요업무", "하나"], &["…아흔"]]).of(long_row()),
    ];
    right: Laid [
        || fixture::pages(&[&["사업", "주요업무", "하나", "…아흔"]]).of(long_row()),
    ];
}

/// Rows that begin on one page and end on another.
fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (owner, marks) in &pages.marks {
        let (Some(first), Some(last)) = (marks.iter().min(), marks.iter().max()) else { continue };
        let is_row = pages.passage(*owner).is_some_and(|part| part.kind == PassageKind::Row);
        if !is_row || first == last {
            continue;
        }
        let (first, last) = (pages.number(*first), pages.number(*last));
        let message = message!(
            "표의 한 행이 {first}쪽에서 {last}쪽까지 나뉘어 있습니다",
            "a row of the table is split over pages {first} to {last}"
        );
        let help = message!(
            "머리 행이나 앞의 제목과 함께 한 쪽에 들어가지 않는 행입니다. 칸의 글을 줄이거나 행을 여럿으로 나누십시오.",
            "with its head, or with the headings before it, the row does not fit a page; shorten its cells or make it several rows"
        );
        found.push(SPLIT_ROW.finding(pages.place(*owner), message).with_help(help));
    }
    found
}

/// A body with a table whose only row has a cell of ninety lines.
#[cfg(test)]
fn long_row() -> String {
    let lines = vec!["\"하나\""; 90].join(", ");
    format!(r#"[{{ "kind": "table", "rows": [["주요업무", {{ "body": [{lines}] }}]] }}]"#)
}
