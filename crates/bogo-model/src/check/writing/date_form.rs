//! The form of dates, and days that the calendar does not have.

use std::ops::Range;

use super::Hit;
use super::dates::{Spelling, TILDES, WrittenDate};
use super::words::runs;
use super::year_mark::{MARK, stands_for_mark};
use crate::check::rules;
use crate::check::sentences::{Role, Sentence};
use crate::korean::time::is_day;
use crate::message;

/// Dates in another form than `2024. 9. 30.`, and days that there are not.
pub(super) fn hits(sentence: &Sentence, dates: &[WrittenDate]) -> Vec<Hit> {
    let text = &sentence.text;
    let no_such = |date: &WrittenDate| {
        // Accounts that are closed later have columns for months past the
        // twelfth.
        let column = sentence.role == Role::Head
            && date.day.is_none()
            && date.month.is_some_and(|month| (13..=15).contains(&month))
            && text[date.range.clone()] == *text.trim();
        if column { None } else { no_such_date(text, date) }
    };
    // What is no date has no form.
    let found = |date| no_such(date).or_else(|| unlike_manual(text, date));
    dates.iter().filter_map(found).collect()
}

/// A date in words without leading zeros and with a space between its parts,
/// if it is in another form.
fn right_in_words(typed: &str, date: &WrittenDate) -> Option<String> {
    let mut right = String::new();
    let mut end = 0;
    for (index, digits) in digits(typed).into_iter().enumerate() {
        let number = &typed[digits.clone()];
        // The zero of ’09년 is part of the year.
        let of_year = index == 0 && date.year.is_some();
        let bare = if of_year { number } else { number.trim_start_matches('0') };
        right.push_str(&typed[end..digits.start]);
        if index > 0 && end + '년'.len_utf8() == digits.start {
            right.push(' ');
        }
        right.push_str(if bare.is_empty() { number } else { bare });
        end = digits.end;
    }
    right.push_str(&typed[end..]);
    (date.spelling == Spelling::Words && right != typed).then_some(right)
}

/// The runs of digits of a text.
fn digits(text: &str) -> Vec<Range<usize>> {
    runs(text, |c| c.is_ascii_digit())
}

/// The date in the form of the manual, as far as it is typed – the end of a
/// range leaves out what it shares with the beginning; `None` where words
/// spell it.
fn manual_form(typed: &str, date: &WrittenDate) -> Option<String> {
    let year = date.year.map(|year| match date.short {
        true => format!("{:02}.", year % 100),
        false => format!("{year}."),
    });
    let dotted = |number: Option<u16>| number.map(|number| format!("{number}."));
    let parts = match date.spelling {
        Spelling::Words => return None,
        Spelling::DottedMonth => [year, date.month.map(|month| format!("{month}월")), None],
        Spelling::Dotted | Spelling::Dashed | Spelling::Slashed => {
            [year, dotted(date.month), dotted(date.day)]
        }
    };
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let shared = parts.len().checked_sub(digits(typed).len())?;
    Some(parts[shared..].join(" "))
}

fn unlike_manual(text: &str, date: &WrittenDate) -> Option<Hit> {
    let typed = &text[date.range.clone()];
    if let Some(right) = right_in_words(typed, date) {
        return Some(other_form(text, date, &right));
    }
    // Behind a day in dots, `8일(일)` is one in words.
    let alone = typed.ends_with('일') && digits(typed).len() == 1;
    let right = manual_form(typed, date).filter(|_| !alone)?;
    // Spaces before a single digit line dates up below each other.
    let aligned = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    (aligned != right).then(|| other_form(text, date, &right))
}

/// A date in another form than this. A short year has its mark in it.
fn other_form(text: &str, date: &WrittenDate, right: &str) -> Hit {
    let typed = &text[date.range.clone()];
    let broken = broken_rules(typed, date, right);
    // A quote that opens a quotation is no mark, and stays.
    let quotes = date.mark.as_ref().is_some_and(|mark| {
        text[mark.clone()] != *MARK.encode_utf8(&mut [0; 4]) && !stands_for_mark(text, mark.start)
    });
    let start = if quotes { date.range.start } else { date.start() };
    let marked = match date.short && !quotes {
        true => format!("{MARK}{right}"),
        false => right.to_owned(),
    };
    let ends_range = date.year.is_none() && text[..date.start()].trim_end().ends_with(TILDES);
    let message = match ends_range {
        true => message!(
            "범위의 끝에 적은 날짜의 꼴이 다릅니다: {typed}",
            "the date at the end of the range is in another form: {typed}"
        ),
        false => message!("날짜의 꼴이 다릅니다: {typed}", "the date is in another form: {typed}"),
    };
    let korean: Vec<&str> = broken.iter().map(|(korean, _)| *korean).collect();
    let english: Vec<&str> = broken.iter().map(|(_, english)| *english).collect();
    let (korean, english) = (korean.join(", "), english.join(", "));
    let hit = Hit::new(&rules::DATE_FORM, start..date.range.end, message);
    hit.with_help(message!("이렇게 쓰십시오: {marked} ({korean})", "write {marked}: {english}"))
        .with_instead(marked)
}

/// The rules of form that a date breaks, in Korean and in English.
fn broken_rules(typed: &str, date: &WrittenDate, right: &str) -> Vec<(&'static str, &'static str)> {
    let in_words = date.spelling == Spelling::Words;
    let parted = matches!(date.spelling, Spelling::Dashed | Spelling::Slashed);
    let zero = digits(typed).into_iter().enumerate().any(|(index, number)| {
        !(index == 0 && date.year.is_some()) && typed[number].starts_with('0')
    });
    let spaces = |text: &str| text.split_whitespace().count();
    let tight = spaces(typed) < spaces(right);
    let rules = [
        (parted, ("연·월·일을 온점으로 나눕니다", "dots part year, month and day")),
        (zero, ("숫자 앞에 0을 두지 않습니다", "no leading zeros")),
        (!in_words && !parted && tight, ("온점 뒤를 띄웁니다", "a space after each dot")),
        (in_words && tight, ("연·월·일 사이를 띄웁니다", "a space between the parts")),
        (
            !parted && right.ends_with('.') && !typed.ends_with('.'),
            ("끝에도 온점을 찍습니다", "a dot at the end"),
        ),
        (
            date.short && date.mark.is_none(),
            ("줄인 해 앞에 ’(U+2019)를 둡니다", "the mark of a short year (U+2019)"),
        ),
    ];
    let broken: Vec<_> = rules.into_iter().filter(|(is, _)| *is).map(|(_, rule)| rule).collect();
    match broken.is_empty() {
        // What is left is the number of spaces.
        true => vec![("온점 뒤를 한 칸 띄웁니다", "one space after each dot")],
        false => broken,
    }
}

fn no_such_date(text: &str, date: &WrittenDate) -> Option<Hit> {
    let month = date.month?;
    let exists = is_day(date.year, month, date.day.unwrap_or(1));
    // What is paid back of a year's taxes goes by the name of 13월의 월급.
    if exists || text[date.range.end..].starts_with("의 월급") || is_length(text, date) {
        return None;
    }
    let typed = &text[date.range.clone()];
    let hit = Hit::new(
        &rules::NO_SUCH_DATE,
        date.range.clone(),
        message!("달력에 없는 날짜입니다: {typed}", "there is no such date: {typed}"),
    );
    Some(hit.with_help(match (1..=12).contains(&month) {
        true => message!(
            "{month}월의 마지막 날을 확인하십시오.",
            "look up how many days month {month} has"
        ),
        false => message!("달은 1월부터 12월까지입니다.", "months go from 1 to 12"),
    }))
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
    use super::super::fixture::{assert_mends, assert_silent, found, found_in};
    use crate::check::sentences::Role;

    #[test]
    fn a_length_in_months_is_no_month() {
        assert_silent("no-such-date", &["2024. 5. ~ 2025. 10.(18월)"]);
        assert_eq!(found("no-such-date", "2024. 5.(18월)").len(), 1);
        assert_eq!(found("no-such-date", "2024. 5. ~ 18월").len(), 1);
    }

    #[test]
    fn dates_get_spaces_final_dots_and_no_leading_zeros() {
        assert_mends(
            "date-form",
            &[
                ("2024.09.30", "2024.09.30", "2024. 9. 30."),
                ("2024. 09.", "2024. 09.", "2024. 9."),
                ("2025.07. 미금로 확장", "2025.07.", "2025. 7."),
                ("접수 2024. 9. 30", "2024. 9. 30", "2024. 9. 30."),
                ("2024. 9. 30 접수 마감", "2024. 9. 30", "2024. 9. 30."),
                ("2024-09-30 기준", "2024-09-30", "2024. 9. 30."),
                ("2024/9/30까지", "2024/9/30", "2024. 9. 30."),
                ("(2024.1월)", "2024.1월", "2024. 1월"),
                ("2026.12. 잔여지 보상", "2026.12.", "2026. 12."),
                ("조직 (기준:2020.7.)", "2020.7.", "2020. 7."),
                ("행사 9/7(토)", "9/7", "9. 7."),
                ("행사 9.7(토) 13시", "9.7", "9. 7."),
                ("’24.7.15. 시행", "’24.7.15.", "’24. 7. 15."),
                ("2024년 09월 30일", "2024년 09월 30일", "2024년 9월 30일"),
                ("09월 05일 개최", "09월 05일", "9월 5일"),
                ("접수 09. 02. 마감", "09. 02.", "9. 2."),
                ("24.9.30. 기준", "24.9.30.", "’24. 9. 30."),
                ("'24.9.30. 기준", "'24.9.30.", "’24. 9. 30."),
                ("개최일은 2024-09-30.", "2024-09-30.", "2024. 9. 30."),
                ("2024/9/7. 개최", "2024/9/7.", "2024. 9. 7."),
                ("2024-09-30.부터", "2024-09-30.", "2024. 9. 30."),
                ("2024년9월30일 개최", "2024년9월30일", "2024년 9월 30일"),
                ("2024. 9. 30일 기준", "2024. 9. 30일", "2024. 9. 30."),
                ("2024.12.31한", "2024.12.31", "2024. 12. 31."),
                ("2024.9.30자 공문", "2024.9.30", "2024. 9. 30."),
                ("2024. 9. 30. 및 10. 5 개최", "10. 5", "10. 5."),
                ("2024. 9. 30.·10. 5", "10. 5", "10. 5."),
                ("공모(2024. 5. 1.), 심사(6. 10)", "6. 10", "6. 10."),
                ("2024. 9. 30.~10-05", "10-05", "10. 5."),
            ],
        );
    }

    #[test]
    fn dates_of_the_manual_and_what_is_no_date_are_right() {
        assert_silent(
            "date-form",
            &[
                "2024. 9. 30.",
                "2023. 12월",
                "’24. 7월",
                "2024. 1월 ~ 12월",
                "9. 2. ~ 9. 30.",
                "1. ~ 12.",
                "2027. : 전환 예정",
                "2024년 9월 30일",
                "’09년 10월 10일",
                "2021.  7.",
                "가산동 550-22",
                "미금로(중로1-302호)",
                "사업량: 3.437km",
                "1. 퇴계원중학교",
                "9. 7.(토) 13~17시",
                "2026. 8. 3.(월) 여유당 16:00",
                "9. 7.(토)~8.(일)",
                "’23. 9월/’24. 2월 (총 2회)",
                "2026. 10. 준공 예정",
                "버전 2.1.3",
                "2024. 9. 30. 14:00",
                "2024. 9. 3회 개최",
                "화도읍 가곡리 279-15번지 ~ 284-127번지",
                "제3조 제2항",
                "2024. 9. 2~3회 실시",
                "2024. 10. 10~20명 모집",
                "2024. 9. 5~10% 인상",
                "2024. 9. 7~8개소 설치",
                "2024. 9. 1~2차 공모",
                "’24. 9. 10~15억원 투입",
                "2023. 5~6회",
                "2024. 9. 10, 20명씩 참여",
                "2024. 10. 20 주년 기념식",
                "2024. 10. 5 팀 참가",
                "보고서_2024-09-30.pdf 게시",
                "회의록(2024-09-30).pdf",
                "gaon_2024.09.30.hwp",
                "2.1.~2.3. 절 참조",
                "그림 2.1.~2.3.",
            ],
        );
    }

    #[test]
    fn both_ends_of_a_range_are_mended_or_none() {
        for text in ["2024-09-30~10-05", "2024.9.30-10.5", "2024.09.30~10.05"] {
            let found = found("date-form", text);
            assert_eq!(found.len(), 2, "{text}: {found:?}");
            assert!(found.iter().all(|(_, instead)| !instead.is_empty()), "{text}: {found:?}");
        }
        assert_eq!(found("date-form", "2024-09-30~05"), [("2024-09-30".into(), String::new())]);
        assert_eq!(found("date-form", "2024. 9. 30·10. 5").len(), 2);
        assert_eq!(found("date-form", "9. 2-9. 6").len(), 2);
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
