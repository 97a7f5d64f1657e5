//! Tables whose type is small because their words would not fit otherwise.

#[cfg(test)]
use super::fixture;
use super::{Owner, Pages};
use crate::check::listed::rule;
use crate::diagnostic::{Diagnostic, Message};
use crate::edition::Remedy;
use crate::message;
use crate::resolve::rooms::COMFORTABLE_PT;

rule! {
    /// 낱말이나 숫자가 열에 들어가도록 표의 활자가 10포인트보다 작아졌는지, 가장 작은 활자(8포인트)로도 들어가지 않는지 조판된 쪽에서 봅니다. 소요예산·예산현황·인력현황·주요업무 표처럼 저절로 만들어지는 표도 같습니다.
    ///
    /// ## 왜
    ///
    /// 열이 많은 표는 활자를 12포인트에서 8포인트까지 줄여 가며 맞춥니다. 10포인트보다 작은 글은 읽기 힘들고, 8포인트로도 넘치면 낱말은 음절 가운데에서, 숫자는 쉼표 뒤에서 갈립니다. 숫자를 잘못 읽히게 하는 표는 없느니만 못합니다.
    ///
    /// ## 보기
    ///
    /// 세로 쪽의 열 열여섯 개에 이런 숫자가 들어 있으면 찾습니다.
    ///
    /// ```text
    /// 구분 | 1월 | 2월 | … | 15월
    /// 합계 | 1,234,567,890 | 1,234,567,890 | …
    /// ```
    ///
    /// 같은 표를 가로 쪽에 놓으면 괜찮습니다.
    ///
    /// ```json
    /// { "kind": "table", "landscape": true, "head": [["구분", "1월"]], "rows": [["합계", 1234567890]] }
    /// ```
    ///
    /// ## 고치기
    ///
    /// - 가로 쪽에 놓습니다: `"landscape": true`
    /// - 단위를 키웁니다: 원 → 천원 → 백만원
    /// - 열 너비를 손수 정했으면(`"width"`) 그 열을 넓힙니다.
    /// - 표를 둘로 나눕니다.
    ///
    /// 너비는 찍히는 글꼴로 잽니다. 활자를 줄이게 한 말과 그 열을 하나 짚습니다.
    TABLE_TOO_WIDE = "table-too-wide": Pages, Warning, "너무 넓은 표", "a table that is too wide";
    checks: [Pages(findings)];
    wrong: Laid [
        || fixture::pages(&[&["사업", "1,234,567,890"]]).of(months(15, false)),
        || fixture::pages(&[&["사업", "1,234,567,890"]]).of(months(7, false)),
    ];
    right: Laid [
        || fixture::pages(&[&["사업", "1,234,567,890"]]).of(months(7, true)),
    ];
}

/// Tables whose type is smaller than is read with ease because of a word.
fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, section) in pages.sections.iter().enumerate() {
        for table in section.iter().flat_map(|section| section.tables()) {
            let Some(tight) = &table.tight else { continue };
            let size = (table.size * 10.0).round() / 10.0;
            let (word, column) = (&tight.word, tight.column + 1);
            let message = match tight.broken {
                true => message!(
                    "표가 너무 넓습니다: {column}번째 열에 {size}포인트로도 들어가지 않는 말이 있습니다: {word}",
                    "the table is too wide: `{word}` in column {column} does not fit at {size} points"
                ),
                false => message!(
                    "표가 너무 넓어 활자가 {size}포인트로 작아집니다: {column}번째 열에 {COMFORTABLE_PT}포인트로는 들어가지 않는 말이 있습니다: {word}",
                    "the table is so wide that its type is {size} points: `{word}` in column {column} would not fit at {COMFORTABLE_PT}"
                ),
            };
            let owner = Owner { section: index, passage: table.passage.number };
            let help = help(table.remedy, table.landscape);
            found.push(TABLE_TOO_WIDE.finding(pages.place(owner), message).with_help(help));
        }
    }
    found
}

/// What gives the words room.
fn help(remedy: Remedy, landscape: bool) -> Message {
    match (remedy, landscape) {
        (Remedy::Widths, false) => message!(
            "그 열의 너비(\"width\")를 늘리거나 가로 쪽에 놓으십시오: \"landscape\": true",
            "make the column's `width` larger or set the table on its side: \"landscape\": true"
        ),
        (Remedy::Unit, false) => message!(
            "단위를 키우거나(원 → 천원 → 백만원) 가로 쪽에 놓으십시오: \"landscape\": true",
            "use a larger unit (원, 천원, 백만원) or set the table on its side: \"landscape\": true"
        ),
        (Remedy::Columns, false) => message!(
            "가로 쪽에 놓으십시오: \"landscape\": true",
            "set it on its side: \"landscape\": true"
        ),
        (Remedy::Unit, true) => message!(
            "단위를 키우십시오(원 → 천원 → 백만원).",
            "use a larger unit (원, 천원, 백만원)"
        ),
        (Remedy::Columns | Remedy::Widths, true) => {
            message!("열을 줄이거나 표를 나누십시오.", "use fewer columns or divide the table")
        }
    }
}

/// A body with a table of a large number for each of so many months.
#[cfg(test)]
fn months(count: usize, landscape: bool) -> String {
    let heads: Vec<String> = (1..=count).map(|month| format!("\"{month}월\"")).collect();
    let cells = vec!["1234567890"; count];
    format!(
        r#"[{{ "kind": "table", "landscape": {landscape}, "head": [["구분", {}]],
            "rows": [["합계", {}]] }}]"#,
        heads.join(", "),
        cells.join(", ")
    )
}
