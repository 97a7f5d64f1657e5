//! Figures that are said to follow from others and could not be proved.

use super::rules;
use crate::diagnostic::{Diagnostic, Message};
use crate::figures::{Reason, Unproved};
use crate::json::{Documents, Span};
use crate::message;

/// That a figure could not be proved, and why.
pub(super) fn unproved(unproved: &Unproved, documents: &Documents) -> Diagnostic {
    use crate::diagnostic::Language::{English, Korean};
    let Unproved { name, span, reason } = unproved;
    let why = why(reason);
    let message = Message::new(
        format!("검산할 수 없습니다 – ‘{name}’: {}", why.text(Korean)),
        format!("`{name}` cannot be proved: {}", why.text(English)),
    );
    let (rule, message) = match reason {
        Reason::OtherUnit(_) => (
            &rules::UNIT_CONVERSION,
            message!(
                "서로 바꿀 수 없는 단위입니다 – ‘{name}’의 단위와 여기의 단위",
                "the unit here is none into which that of `{name}` can be turned"
            ),
        ),
        _ => (&rules::UNPROVED, message),
    };
    let found = rule.finding(documents.place(*span), message).with_help(help(reason));
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
        Reason::OtherUnit(_) => {
            message!("서로 바꿀 수 없는 단위입니다", "the units are of different things")
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
        Reason::Elsewhere => message!("다른 잘못이 있습니다", "something else is wrong"),
    }
}

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
        Reason::OtherUnit(_) => message!(
            "수 뒤의 단위나 저곳의 단위(표의 \"unit\", 열 머리의 괄호)를 고치십시오.",
            "mend the unit here, or that of the other place: `unit` of the table, brackets in the head of its column"
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
        Reason::SaidTwice | Reason::Elsewhere => {
            message!("하나만 남기십시오.", "keep one of them")
        }
    }
}
