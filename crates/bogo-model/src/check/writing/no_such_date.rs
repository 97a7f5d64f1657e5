//! Days that the calendar does not have.

use super::Hit;
use super::dates::{Dates, TILDES, WrittenDate};
use super::names::is_in_name;
use crate::check::listed::rule;
use crate::check::sentences::{Role, Sentence};
use crate::korean::time::is_day;
use crate::message;

rule! {
    /// 달력에 없는 날짜가 적혔는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 9월 31일이나 13월은 오타입니다. 기한이 그런 날로 적히면 읽는 사람마다 다르게 짐작하고, 앞뒤 날짜까지 믿지 못하게 됩니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                 까닭
    /// 2024. 2. 30.            2월은 29일까지(윤년)
    /// 2023년 2월 29일         2023년은 윤년이 아님
    /// 9. 31.                  9월은 30일까지
    /// 2024. 13. 1., 13월      달은 12월까지
    /// 2024-06-31              6월은 30일까지
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 2024. 2. 29.    2. 29.(해가 없으면 윤년일 수 있음)    12월    13월의 월급
    /// 00월 00일    ○월 ○일    2024. 9. 00.    (비워 둔 날짜)
    /// ```
    ///
    /// ## 고치기
    ///
    /// 맞는 날짜를 확인해 적습니다. 무엇을 적으려 했는지는 쓴 사람만 알므로 저절로 고치지 않습니다. 없는 날짜의 꼴(date-form)은 날짜를 바로잡은 뒤에 봅니다.
    ///
    /// `date`, `period`처럼 날짜를 적는 항목의 틀린 날짜는 파일을 읽을 때 이미 오류로 알립니다. 이 규칙은 글 속에 적은 날짜를 봅니다. 표의 머리에 홀로 선 13월~15월은 출납을 늦게 닫는 회계의 달일 수 있어 그대로 둡니다.
    NO_SUCH_DATE = "no-such-date": Writing, Error, "달력에 없는 날짜", "a date that does not exist";
    checks: [Dates(hits)];
}

/// Days that there are not. What is part of a name is no day.
fn hits(dates: &Dates<'_>) -> Vec<Hit> {
    let text = dates.text();
    let wrong = dates
        .all
        .iter()
        .filter(|date| is_no_day(dates.sentence, date) && !is_in_name(text, &date.range));
    wrong.filter_map(|date| Some(no_such_date(text, date, date.month?))).collect()
}

/// Whether the calendar has no such month or day.
pub(super) fn is_no_day(sentence: &Sentence, date: &WrittenDate) -> bool {
    let text = &sentence.text;
    let Some(month) = date.month else { return false };
    // Accounts that are closed later have columns for months past the twelfth.
    let column = sentence.role == Role::Head
        && date.day.is_none()
        && (13..=15).contains(&month)
        && text[date.range.clone()] == *text.trim();
    // What is paid back of a year's taxes goes by the name of 13월의 월급.
    let wages = text[date.range.end..].starts_with("의 월급");
    let exists = is_day(date.year, month, date.day.unwrap_or(1));
    !(column || exists || wages || is_length(text, date))
}

fn no_such_date(text: &str, date: &WrittenDate, month: u16) -> Hit {
    let typed = &text[date.range.clone()];
    let hit = Hit::new(
        &NO_SUCH_DATE,
        date.range.clone(),
        message!("달력에 없는 날짜입니다: {typed}", "there is no such date: {typed}"),
    );
    hit.with_help(match (1..=12).contains(&month) {
        true => message!(
            "{month}월의 마지막 날을 확인하십시오.",
            "look up how many days month {month} has"
        ),
        false => message!("달은 1월부터 12월까지입니다.", "months go from 1 to 12"),
    })
}

/// Whether a month beyond the twelfth is meant for the length of the range
/// before it: `2024. 5. ~ 2025. 10.(18월)`.
fn is_length(text: &str, date: &WrittenDate) -> bool {
    let month_alone = date.year.is_none() && date.day.is_none();
    let range = text[..date.range.start].strip_suffix('(');
    let range = range.filter(|_| text[date.range.end..].starts_with(')'));
    month_alone && range.is_some_and(|range| range.contains(TILDES))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_silent, found, found_in};
    use crate::check::sentences::Role;

    #[test]
    fn a_length_in_months_is_no_month() {
        assert_silent("no-such-date", &["2024. 5. ~ 2025. 10.(18월)"]);
        assert_eq!(found("no-such-date", "2024. 5.(18월)").len(), 1);
        assert_eq!(found("no-such-date", "2024. 5. ~ 18월").len(), 1);
    }

    #[test]
    fn days_that_the_calendar_lacks_are_found() {
        for text in
            ["2024. 2. 30.", "13월", "9. 31.", "2023년 2월 29일", "2024. 13. 1.", "2024-06-31"]
        {
            assert_eq!(found("no-such-date", text).len(), 1, "{text}");
        }
        for column in ["13월", "14월", "15월"] {
            assert_eq!(found_in("no-such-date", Role::Head, column), [], "{column}");
        }
        assert_silent(
            "no-such-date",
            &["2024. 2. 29.", "2. 29.", "12월", "12. 31.", "2024. 4. 30.", "13월의 월급"],
        );
    }
}
