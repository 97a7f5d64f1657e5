//! Figures that are said to follow from others and could not be proved.

use super::unit_conversion;
use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::Language::{English, Korean};
use crate::diagnostic::{Diagnostic, Message};
use crate::figures::{Reason, Unproved};
use crate::json::{Documents, Span};
use crate::message;

rule! {
    /// 합계, 증감, 비율이라고 말했지만 검산할 수 없는 수를 알린다.
    ///
    /// ## 왜
    ///
    /// 검산했다고 믿은 표가 검산되지 않은 채 나가는 것이 가장 위험하다. 자료가 합계라고 말한 것은 맞는지 틀린지 보고, 볼 수 없으면 그 까닭을 말한다. 말없이 지나치지 않는다.
    ///
    /// 알리는 까닭은 이렇다.
    ///
    /// - 부분에 수가 아닌 말(`3건 내외`, `▲3`, `30(10)`)이 있다.
    /// - 견줄 값이 빈칸이거나, 율의 바탕이 0이나 음수이거나 `-`이다.
    /// - 합계나 부분이 다른 행·열과 합친 칸이라 얼마가 제 몫인지 알 수 없다.
    /// - 더할 부분이 하나도 없거나, 자기 자신이 부분에 들어 있다.
    /// - 합계 칸에 수를 읽을 수 없는 말(`총 46대`)이나 목록으로 적었다. 부분도 함께 읽을 수 없는 금액(`30(10)`, `5억 2,000만원`, `약 30명`)이어도 같다.
    /// - 증감·비율에 두 줄이 아닌 것을 적었거나, 한 줄을 합이면서 증감이라고 했다.
    /// - 더하면 자릿수가 너무 크다.
    /// - 다른 수치와 견준다고 한 칸(`same_as`, `at_most`, `part_of`)에 수가 없다.
    /// - 이름 없는 `{비율:…}` 앞에 몫이나 일부가 없다.
    ///
    /// `-`는 없음(0)으로 읽는다. 빈칸인 합계와, 합계 행의 `-`는 아무 말도 하지 않은 것으로 본다.
    ///
    /// ## 보기
    ///
    /// 찾는 것:
    ///
    /// ```json
    /// {
    ///   "kind": "table",
    ///   "head": [["구 분", "건수"]],
    ///   "rows": [
    ///     ["접수", "3건 내외"],
    ///     ["방문", 2],
    ///     { "cells": ["계", 5], "total": true }
    ///   ]
    /// }
    /// ```
    ///
    /// 옳은 것:
    ///
    /// ```json
    /// {
    ///   "kind": "table",
    ///   "head": [["구 분", "건수", "비고"]],
    ///   "rows": [
    ///     ["접수", 3, "추정"],
    ///     ["방문", 2, null],
    ///     { "cells": ["계", 5, null], "total": true }
    ///   ]
    /// }
    /// ```
    ///
    /// ## 고치기
    ///
    /// 알림이 가리키는 칸을 수만으로 적는다. 더할 열이 아니면 열에 `"adds": false`, 합이 아닌 행이면 `"sums": "none"`이다. 원문 그대로 두어야 하면 그 자리에 까닭을 적어 둔다: `"$allow": { "unproved": "원문대로" }`
    UNPROVED = "unproved": Figures, Warning, "검산할 수 없는 수", "a figure that cannot be proved";
    checks: [Figures(findings)];
    wrong: Body [
        r#"[{ "kind": "table", "head": [["구 분", "건수"]],
              "rows": [["접수", "3건 내외"], ["방문", 2], { "cells": ["계", 5], "total": true }] }]"#,
    ];
    right: Body [
        r#"[{ "kind": "table", "head": [["구 분", "건수", "비고"]],
              "rows": [
                ["접수", 3, "추정"],
                ["방문", 2, null],
                { "cells": ["계", 5, null], "total": true }
              ] }]"#,
    ];
}

/// What could not be proved.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let refused = reading.figures.proofs.refused.iter();
    refused.map(|figure| unproved(figure, &reading.manuscript.documents)).collect()
}

/// That a figure could not be proved, and why.
fn unproved(unproved: &Unproved, documents: &Documents) -> Diagnostic {
    let Unproved { name, span, reason } = unproved;
    let place = documents.place(*span);
    let found = match reason {
        Reason::OtherUnit(_) => unit_conversion::apart(name, place),
        _ => {
            let why = why(reason);
            let message = Message::new(
                format!("검산할 수 없습니다 – ‘{name}’: {}", why.text(Korean)),
                format!("`{name}` cannot be proved: {}", why.text(English)),
            );
            UNPROVED.finding(place, message).with_help(help(reason))
        }
    };
    match part(reason) {
        Some(part) => {
            found.with_related(documents.place(part), message!("이 칸입니다", "this one"))
        }
        None => found,
    }
}

/// The place that keeps a figure from being proved, beside its own.
fn part(reason: &Reason) -> Option<Span> {
    match reason {
        Reason::Words(span)
        | Reason::Blank(span)
        | Reason::OfNothing(span)
        | Reason::OfNegative(span)
        | Reason::OtherUnit(span)
        | Reason::PartMerged(span) => Some(*span),
        _ => None,
    }
}

/// Why it could not be proved.
fn why(reason: &Reason) -> Message {
    match reason {
        Reason::NoNumber => message!(
            "계산하면 값이 있는데 수로 읽을 수 없게 적혀 있습니다",
            "there is a value, but what is written is no number"
        ),
        Reason::NoFigure => message!(
            "다른 수치와 견줄 칸인데 수가 없습니다",
            "it is to agree with another figure, and what is written is no number"
        ),
        Reason::NoPartBefore => message!(
            "이 줄에서 그 앞에 몫이나 일부가 없습니다",
            "there is no part before it on its line"
        ),
        Reason::NoParts => message!("더하거나 견줄 수가 없습니다", "it has no parts"),
        Reason::Words(_) => {
            message!("부분에 수가 아닌 말이 있습니다", "there are words among its parts")
        }
        Reason::Blank(_) => message!("견줄 값이 빈칸입니다", "what it is compared with is blank"),
        Reason::OfNothing(_) => {
            message!("견줄 값이 0이라 율이 없습니다", "there is no rate of nothing")
        }
        Reason::OfNegative(_) => {
            message!("견줄 값이 음수라 율이 없습니다", "there is no rate of less than nothing")
        }
        Reason::Merged => message!(
            "다른 행이나 열과 합친 칸이라 어느 것의 수인지 알 수 없습니다",
            "its cell is merged with those of other lines"
        ),
        Reason::PartMerged(_) => message!(
            "부분이 다른 행이나 열과 합친 칸이라 얼마가 그 부분인지 알 수 없습니다",
            "a part is merged with what is no part of it"
        ),
        Reason::Itself => {
            message!("자기 자신이 부분에 들어 있습니다", "it would follow from itself")
        }
        Reason::TooLarge => {
            message!("수가 너무 큽니다", "the figures are too large to be reckoned with exactly")
        }
        Reason::NotTwo(count) => message!(
            "증감, 증감률, 비율은 두 행이나 두 열의 것인데 {count}개를 적었습니다",
            "a change, rate or share is of two lines, not of {count}"
        ),
        Reason::SaidTwice => message!(
            "한 행이나 열이 합이면서 증감이나 비율일 수는 없습니다",
            "a line is said to be two things at once"
        ),
        // Findings of their own.
        Reason::OtherUnit(_) | Reason::Elsewhere => {
            message!("다른 잘못이 있습니다", "something else is wrong")
        }
    }
}

/// What to do about it.
fn help(reason: &Reason) -> Message {
    match reason {
        Reason::NoNumber => message!(
            "수만 적거나(설명은 비고나 주에), 더할 것이 아니면 행에 \"sums\": \"none\", 열에 \"adds\": false를 쓰십시오.",
            "write the number alone; what is no sum says so: `\"sums\": \"none\"` of a row, `\"adds\": false` of a column"
        ),
        Reason::NoFigure => message!(
            "수만 적으십시오. 없으면 \"-\"를 씁니다.",
            "write the number alone, `\"-\"` where there is none"
        ),
        Reason::NoPartBefore => message!(
            "{{몫:36}}({{비율:78.3}}%)처럼 몫 뒤에 쓰거나, 이름으로 쓰십시오: {{비율=설치/전체:45.8}}",
            "write it behind the part: {{몫:36}}({{비율:78.3}}%), or with names: {{비율=설치/전체:45.8}}"
        ),
        Reason::Words(_) => message!(
            "부분을 수만으로 적거나 \"-\"(없음), null(빈칸)로 두십시오. 더할 것이 아니면 행에 \"sums\": \"none\", 열에 \"adds\": false를 쓰십시오.",
            "write its parts as numbers, `\"-\"` or null; what is no sum says so: `\"sums\": \"none\"` of a row, `\"adds\": false` of a column"
        ),
        Reason::NoParts => message!(
            "부분을 적거나, 더할 것이 아니면 행에 \"sums\": \"none\", 열에 \"adds\": false를 쓰십시오.",
            "write its parts; what is no sum says so: `\"sums\": \"none\"` of a row, `\"adds\": false` of a column"
        ),
        Reason::Blank(_) => message!(
            "값을 적으십시오. 없으면 \"-\"를 씁니다.",
            "write what it is, `\"-\"` where there is none"
        ),
        Reason::OfNothing(_) | Reason::OfNegative(_) => message!(
            "율 칸에는 \"-\"나 ‘순증’처럼 말을 쓰십시오.",
            "write `\"-\"` or words in the place of the rate"
        ),
        Reason::Merged | Reason::PartMerged(_) => message!(
            "칸을 나누거나, 검산하지 않으려면 \"$allow\"에 까닭을 적으십시오.",
            "divide the cell, or say in `$allow` why it is not to be proved"
        ),
        Reason::Itself => message!(
            "\"sum_of\" 따위에서 자기 행이나 열을 빼십시오.",
            "take the line itself out of what it follows from"
        ),
        Reason::TooLarge => message!("더 큰 단위로 적으십시오.", "use a larger unit"),
        Reason::NotTwo(_) => message!(
            "앞의 것에서 뒤의 것을 뺍니다(나눕니다): [\"올해\", \"작년\"]",
            "name two: the second is taken from the first, or divides it"
        ),
        Reason::SaidTwice | Reason::OtherUnit(_) | Reason::Elsewhere => {
            message!("하나만 남기십시오.", "keep one of them")
        }
    }
}
