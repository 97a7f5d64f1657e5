//! Dates and the days of the week beside them.

use super::dates::{Dates, WrittenDate};
use super::words::runs;
use super::{Hit, Reading};
use crate::check::listed::rule;
use crate::korean::time::{Day, Weekday};
use crate::message;

rule! {
    /// 날짜 옆 괄호 속의 요일이 그 날의 요일인지 봅니다.
    ///
    /// ## 왜
    ///
    /// 지난해 문서를 고쳐 쓰면 날짜만 바뀌고 요일이 남기 쉽습니다. 행사 날짜와 요일이 어긋나면 읽는 사람은 어느 쪽을 믿을지 알 수 없습니다.
    ///
    /// ## 보기
    ///
    /// 2024년 3분기 보고서라면 다음과 같습니다.
    ///
    /// ```
    /// 고칠 것              까닭
    /// 9. 7.(일)            2024. 9. 7.은 토요일. 일요일은 9. 8.
    /// 9월 7일(금)          토요일
    /// 9. 7.(토)~8.(월)     9. 8.은 일요일
    /// 2023. 9. 7.(토)      2023. 9. 7.은 목요일
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 9. 7.(토) 13~17시    2026. 8. 3.(월)    9. 7.(토요일)    3.(월)    월 ~ 금
    /// ```
    ///
    /// ## 고치기
    ///
    /// 달력을 보고 날짜나 요일을 고칩니다. 그 요일인 가까운 날이 있으면 알려 줍니다. 어느 쪽이 틀렸는지는 알 수 없으므로 저절로 고치지 않습니다.
    ///
    /// 해를 적지 않은 날짜는 같은 글에서 앞서 나온 해(그 앞뒤 해와 보고하는 해의 요일이어도 맞다고 봅니다), 없으면 보고 기간(`period`)의 해, 그것도 없으면 보고서 날짜의 해로 봅니다. 보고서 날짜에서 여섯 달 안이면 다음 해나 지난해의 요일이어도 맞다고 보고, ‘지난해’, ‘내년’이 앞에 있어도 그렇습니다. 다른 해의 날짜에는 해를 함께 적으십시오.
    WEEKDAY = "weekday": Writing, Error, "날짜와 요일", "a weekday";
    checks: [Dates(hits)];
}

/// Weekdays that the dates before them do not have.
fn hits(dates: &Dates<'_>) -> Vec<Hit> {
    let (text, reading) = (dates.text(), dates.reading);
    let mut year = None;
    let mut hits = Vec::new();
    for date in &dates.all {
        year = date.year.or(year);
        if let Some((range, weekday)) = &date.weekday {
            let days = days(date, year, text, reading);
            let right = days.iter().any(|day| day.weekday() == *weekday);
            if let Some(day) = days.first().filter(|_| !right) {
                hits.push(wrong(*day, *weekday, range.clone()));
            }
        }
    }
    hits
}

/// The days that a date may be, the likeliest first: where no year is
/// written, that of a date before it or of the report; near the turn of a
/// year, or where words say so, that of the next or the last year, too.
fn days(date: &WrittenDate, year: Option<u16>, text: &str, reading: &Reading<'_>) -> Vec<Day> {
    let (Some(month), Some(day)) = (date.month, date.day) else { return Vec::new() };
    let of_year = |year| Day::new(year, month, day);
    let own = reading.year();
    // The day alone shares its month, and so its year, with the date before it.
    let day_alone = runs(&text[date.range.clone()], |c| c.is_ascii_digit()).len() == 1;
    if let Some(year) = date.year.or(year.filter(|_| day_alone)) {
        return of_year(year).into_iter().collect();
    }
    if let Some(year) = year {
        // Another date may have been written for another year.
        let years = [year, year + 1, year.saturating_sub(1), own];
        return years.into_iter().filter_map(of_year).collect();
    }
    let before = &text[..date.range.start];
    let report = reading.report.date.value;
    let today = Day::new(report.year, report.month.unwrap_or(7), report.day.unwrap_or(1));
    let near =
        |other: &Day| today.is_some_and(|today| (other.number() - today.number()).abs() <= 183);
    let says = |words: &[&str]| words.iter().any(|word| before.contains(word));
    let last = (own.saturating_sub(1), says(&["지난해", "작년", "전년"]));
    let next = (own + 1, says(&["내년", "이듬해", "다음 해", "익년"]));
    let others = [last, next]
        .into_iter()
        .filter_map(|(year, said)| of_year(year).filter(|day| said || near(day)));
    of_year(own).into_iter().chain(others).collect()
}

fn wrong(day: Day, weekday: Weekday, range: std::ops::Range<usize>) -> Hit {
    let (typed, right) = (weekday.sign(), day.weekday().sign());
    let Day { year, month, day: number } = day;
    let hit = Hit::new(
        &WEEKDAY,
        range,
        message!(
            "{year}. {month}. {number}.은 {typed}요일이 아니라 {right}요일입니다",
            "{year}-{month:02}-{number:02} is not this day of the week ({typed}) but {right}"
        ),
    );
    let near = day.neighbours().find(|near| near.weekday() == weekday);
    hit.with_help(match near {
        Some(near) => {
            let (month, number) = (near.month, near.day);
            message!(
                "요일이 맞다면 날짜가 {month}. {number}.일 수 있습니다. 하나를 고치고, 다른 해라면 해를 함께 적으십시오.",
                "if the weekday is right, the date may be {month}. {number}.; mend one of the two, or write the year if it is another one"
            )
        }
        None => message!(
            "날짜나 요일을 고치고, 다른 해라면 해를 함께 적으십시오.",
            "mend the date or the weekday, or write the year if it is another one"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_silent, found};

    #[test]
    fn a_weekday_that_the_date_does_not_have_is_found() {
        for (text, part) in [
            ("9. 7.(일) 13~17시", "일"),
            ("9월 7일(금)", "금"),
            ("2024-09-07(일요일)", "일요일"),
            ("2026. 8. 3.(화) 여유당", "화"),
            ("9. 7.(토)~8.(월)", "월"),
            ("2023. 9. 7.(토) 개최", "토"),
            ("9. 7.(火)", "火"),
            ("2024. 9. 7.(토)~8.(월)", "월"),
        ] {
            assert_eq!(found("weekday", text), [(part.to_owned(), String::new())], "{text}");
        }
    }

    #[test]
    fn weekdays_that_are_right_or_stand_behind_no_date_are_let_be() {
        assert_silent(
            "weekday",
            &[
                "9. 7.(토) 13~17시",
                "9. 8.(일) 10~17시",
                "9. 28.(토) 14~20시",
                "2026. 8. 3.(월) 여유당 16:00",
                "9. 7.(토)~8.(일)",
                "9. 7.(토요일)",
                "추진 3.(월)",
                "월 ~ 금",
                "12. 31.(화)",
                "지난해 9. 7.(목) 개최",
                "1. 9. 7.(토) 개최",
                // 2025, within half a year of the report.
                "1. 2.(목)",
                "2024년 9월 7일(토)",
                "2024. 12. 30.(월) ~ 1. 3.(금)",
                "신청 : 2024. 12. 16.(월) / 발표 : 1. 3.(금)",
                "전년(2023. 9. 30.) 대비, 9. 30.(월) 현재",
                "’23. 12. 1.(금) 시작, 9. 30.(월) 종료",
            ],
        );
    }
}
