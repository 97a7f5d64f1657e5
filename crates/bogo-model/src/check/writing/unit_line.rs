//! The unit of a table, which bogo prints by itself.

use std::collections::BTreeSet;

use super::{Hit, Reading, write_instead};
use crate::check::listed::rule;
use crate::check::sentences::Role;
use crate::diagnostic::Diagnostic;
use crate::korean::particles::particle_behind;
use crate::message;

rule! {
    /// 표의 단위를 단위 자리(`unit`)에 단위만 적었는지 봅니다.
    ///
    /// ## 왜
    ///
    /// bogo는 `unit`에 적은 단위를 `(단위: 천원)`으로 찍고, 그 단위로 글 속의 금액과 표를 견줍니다. 단위를 `remark`에 글로 적으면 찍히기는 해도 검산할 수 없고, 보고서 안에서 모양이 달라집니다.
    ///
    /// ## 보기
    ///
    /// ```json
    /// { "remark": "(단위 : 백만원)" }
    /// { "unit": "단위: 천원" }
    /// { "unit": "(천원)" }
    /// { "unit": "천 원" }
    /// ```
    ///
    /// 바르게 적으면 다음과 같습니다.
    ///
    /// ```json
    /// { "unit": "백만원" }
    /// { "unit": "천원" }
    /// { "unit": "천원, %" }
    /// { "remark": "(기준일 : ’24. 7월)" }
    /// ```
    ///
    /// ## 고치기
    ///
    /// `"remark": "(단위 : 백만원)"`을 `"unit": "백만원"`으로 바꿉니다. `--fix`는 `unit`에 함께 적은 괄호와 ‘단위’를 지우고 천 원, 千원 따위를 천원으로 바꿉니다. `remark`는 항목의 이름이 바뀌어야 하므로 손으로 고칩니다.
    ///
    /// 기준일처럼 다른 말이 함께 있는 줄과, 단위 자리가 없는 인력현황 표의 줄은 보지 않습니다.
    UNIT_LINE = "unit-line": Writing, Warning, mends, "표의 단위", "the unit of a table";
    checks: [Report(findings)];
    wrong: Body [
        r#"[{ "kind": "table", "remark": "(단위 : 백만원)", "head": [["구분", "금액"]], "rows": [["계", 1]] }]"#,
        r#"[{ "kind": "table", "unit": "단위: 천원", "head": [["구분", "금액"]], "rows": [["계", 1]] }]"#,
        r#"[{ "kind": "table", "unit": "(천원)", "head": [["구분", "금액"]], "rows": [["계", 1]] }]"#,
        r#"[{ "kind": "table", "unit": "천 원", "head": [["구분", "금액"]], "rows": [["계", 1]] }]"#,
    ];
    right: Body [
        r#"[{ "kind": "table", "unit": "백만원", "head": [["구분", "금액"]], "rows": [["계", 1]] }]"#,
        r#"[{ "kind": "table", "unit": "천원", "head": [["구분", "금액"]], "rows": [["계", 1]] }]"#,
        r#"[{ "kind": "table", "unit": "천원, %", "head": [["구분", "금액"]], "rows": [["계", 1]] }]"#,
        r#"[{ "kind": "table", "remark": "(기준일 : ’24. 7월)", "head": [["구분", "금액"]], "rows": [["계", 1]] }]"#,
    ];
}

/// Spellings of units of money that are not the usual ones, and those.
const SPELLINGS: [(&str, &str); 10] = [
    ("천 원", "천원"),
    ("千원", "천원"),
    ("백만 원", "백만원"),
    ("百萬원", "백만원"),
    ("만 원", "만원"),
    ("萬원", "만원"),
    ("억 원", "억원"),
    ("億원", "억원"),
    ("조 원", "조원"),
    ("元", "원"),
];

/// Units that are typed as a remark, or with what bogo prints around them.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let tables = reading.sentences.tables.iter().filter_map(|table| table.first());
    let tables: BTreeSet<usize> = tables.map(|row| row.start).collect();
    let all = reading.sentences.all.iter().enumerate();
    all.filter_map(|(index, sentence)| {
        // The line above the table stands right before its first cell.
        let hit = match sentence.role {
            Role::Remark if tables.contains(&(index + 1)) => remark(&sentence.text),
            Role::Unit => unit(&sentence.text),
            _ => None,
        };
        hit.map(|hit| reading.finding(sentence, hit))
    })
    .collect()
}

/// The unit that a line such as `(단위 : 백만원)` names.
pub(super) fn named_unit(line: &str) -> Option<&str> {
    let unit = without_brackets(line).strip_prefix("단위")?;
    let unit = unit.trim_start_matches([' ', ':', '：']).trim_end();
    (!unit.is_empty() && unit.chars().count() <= 12 && !unit.contains([':', '\n'])).then_some(unit)
}

/// A line without the brackets around all of it, or the one that has lost its
/// partner: those of `원(VAT 별도)` are its own.
fn without_brackets(line: &str) -> &str {
    let line = line.trim();
    for (opening, closing) in [('(', ')'), ('[', ']'), ('<', '>')] {
        let inner = match (line.strip_prefix(opening), line.strip_suffix(closing)) {
            (Some(inner), Some(_)) => inner.strip_suffix(closing).filter(|inner| {
                inner.find(opening).unwrap_or(inner.len())
                    <= inner.find(closing).unwrap_or(inner.len())
            }),
            (Some(inner), None) => Some(inner).filter(|inner| !inner.contains(closing)),
            (None, Some(inner)) => Some(inner).filter(|inner| !inner.contains(opening)),
            (None, None) => None,
        };
        if let Some(inner) = inner {
            return inner.trim();
        }
    }
    line
}

/// The usual spelling of a unit.
fn usual(unit: &str) -> &str {
    let known = SPELLINGS.iter().find(|(other, _)| *other == unit);
    known.map_or(unit, |(_, usual)| usual)
}

/// A remark that is nothing but a unit.
fn remark(text: &str) -> Option<Hit> {
    let unit = usual(named_unit(text)?);
    let hit = Hit::new(
        &UNIT_LINE,
        0..text.len(),
        message!("단위를 “remark”에 적었습니다: {text}", "the unit is typed as a remark: {text}"),
    );
    let to = particle_behind(unit, "으로");
    Some(hit.with_help(message!(
        "이 줄을 \"unit\": \"{unit}\"{to} 바꾸십시오. 괄호와 ‘단위:’는 저절로 찍히고, 단위를 알아야 검산할 수 있습니다.",
        "write `\"unit\": \"{unit}\"` instead; the brackets are set by themselves, and figures are proved by it"
    )))
}

/// A unit with words or brackets around it, or spelt another way.
fn unit(text: &str) -> Option<Hit> {
    let right = usual(named_unit(text).unwrap_or(without_brackets(text)));
    if right == text.trim() || right.is_empty() {
        return None;
    }
    let hit = Hit::new(
        &UNIT_LINE,
        0..text.len(),
        message!("단위만 적는 자리입니다: {text}", "only the unit is to stand here: {text}"),
    );
    Some(hit.with_help(write_instead(right)).with_instead(right))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::compared;
    use super::*;

    fn table(line: &str) -> String {
        format!(
            r#"[{{ "kind": "table", {line}, "head": [["구분", "금액"]], "rows": [["계", 1]] }}]"#
        )
    }

    #[test]
    fn a_unit_is_no_remark_and_stands_alone() {
        for line in [
            r#""remark": "(단위 : 백만원)""#,
            r#""remark": "(단위:천원)""#,
            r#""remark": "단위 천원""#,
        ] {
            assert_eq!(compared("unit-line", &table(line)).len(), 1, "{line}");
        }
        for line in [r#""unit": "단위: 천원""#, r#""unit": "(천원)""#, r#""unit": "천 원""#]
        {
            assert_eq!(compared("unit-line", &table(line)).len(), 1, "{line}");
        }
        for (typed, right) in [
            ("(단위: 천원)", "천원"),
            ("( 천원 )", "천원"),
            ("단위 : 원(부가세 별도)", "원(부가세 별도)"),
            ("(원(부가세 별도))", "원(부가세 별도)"),
            ("단위：명", "명"),
            ("천원)", "천원"),
        ] {
            assert_eq!(unit(typed).and_then(|hit| hit.instead).as_deref(), Some(right), "{typed}");
        }
    }

    #[test]
    fn units_and_other_remarks_are_right() {
        for line in [
            r#""unit": "백만원""#,
            r#""unit": "천원, %""#,
            r#""unit": "명(건)""#,
            r#""unit": "(명)(건)""#,
            r#""remark": "(기준일 : ’24. 7월)""#,
            r#""remark": "정원(현원), (기준일 : ’24. 7월)""#,
            r#""remark": "(단위: 천원, 기준일: 2024. 9. 30.)""#,
        ] {
            assert_eq!(compared("unit-line", &table(line)), Vec::<Vec<String>>::new(), "{line}");
        }
    }
}
