//! The form of dates.

mod mixed;

use std::ops::Range;

use super::Hit;
use super::dates::mark::{MARK, stands_for_mark};
use super::dates::{Dates, Spelling, TILDES, WrittenDate};
use super::names::is_in_name;
use super::no_such_date::is_no_day;
use super::words::{at, runs};
use crate::check::listed::rule;
use crate::message;

rule! {
    /// 날짜가 `2024. 9. 30.` 꼴로 적혔는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 행정업무운영 편람은 날짜의 연·월·일을 온점으로 나누고, 온점 뒤를 띄우며, 한 자리 수 앞에 0을 두지 않고, 마지막에도 온점을 찍게 합니다. 마지막 온점은 ‘일’을 줄인 것이라 빠뜨리면 날짜가 끝나지 않습니다. 한 보고서에서 꼴이 섞이면 찾기와 견주기가 어렵습니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                     바른 것
    /// 2024.09.30                  2024. 9. 30.
    /// 2024. 09.                   2024. 9.
    /// 2024. 9. 30 기준            2024. 9. 30. 기준
    /// 2024. 10. 20, 구청 광장     2024. 10. 20., 구청 광장
    /// 2026. 12 : 준공             2026. 12. : 준공
    /// 2024. 9. 2. ~ 9. 30 접수    2024. 9. 2. ~ 9. 30. 접수
    /// 2026. 하반기, 2026 하반기   2026년 하반기
    /// 2024-09-30, 2024/9/30.      2024. 9. 30.
    /// 24.9.30.                    ’24. 9. 30.
    /// 2024년9월30일               2024년 9월 30일
    /// 2024. 9. 30일 기준          2024. 9. 30. 기준
    /// 2024-09-30~10-05            2024. 9. 30.~10. 5.
    /// (2024.1월)                  (2024. 1월)
    /// 9/7(토), 9.7(토)            9. 7.(토)
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 2024년 9월 30일    ’24. 7월    2024. 1월 ~ 12월    9. 2. ~ 9. 30.    1. ~ 12.    2027.
    /// 2026년 하반기    ’26년 1분기    2026. 12. 말    ‘2026 하반기 채용’ 공고
    /// 2024. 9. 3회 개최    2024. 9. 2~3회    2024. 9. 10, 20명씩    2024. 10번지    2024. 5,000원    1. 12. 항    3. 1 운동
    /// 00월 00일    ○월 ○일    2024. 00. 00.
    /// 2026.  9.          한 자리 달을 두 자리 달에 맞춘 빈칸
    /// 보고서_2024-09-30.pdf    2.1.~2.3. 절
    /// 가산동 550-22      중로1-302호    3.437km    제2024-123호    1. 사업개요
    /// ```
    ///
    /// ## 고치기
    ///
    /// 위의 꼴대로 적습니다. 보고서의 날짜·기간을 `date`, `period` 항목으로 적으면 꼴은 저절로 맞습니다. `--fix`는 찾은 날짜를 바른 꼴로 바꿉니다.
    ///
    /// 마지막 온점이 없는 날짜는 낱말이 끝날 자리에서 끝난 것으로 봅니다: 글이나 줄의 끝, 괄호와 따옴표, 쉼표·쌍점·빗금·화살표(뒤에 숫자가 바로 붙지 않을 때), 물결표, 띄어 쓴 명사, 붙여 쓴 ‘까지’, ‘부터’, ‘에’ 따위의 앞입니다. 뒤의 말이 수를 세는 것이면(`3회`, `3 회`, `10번지`) 날짜의 끝이 아닙니다. 범위나 나열이면 그 끝의 단위까지 봅니다(`2~3회`, `10, 20명`).
    ///
    /// 파일의 이름과, 다른 말이 함께 든 따옴표·낫표 안의 이름은 적힌 대로 둡니다. 범위의 한쪽 끝만 날짜로 읽히면 알리기만 합니다.
    ///
    /// 온점은 아라비아 숫자만으로 적은 날짜에서 연·월·일을 줄인 표시입니다(한글 맞춤법 부록 ‘문장 부호’). 상반기·하반기·분기·연말처럼 말로 이름 붙인 때는 숫자가 아니므로 해도 `2026년`으로 적고, 그 뒤에 온점을 찍지 않습니다.
    ///
    /// 아직 정하지 않아 0이나 ○로 비워 둔 날짜는 날짜로 보지 않습니다. 날짜끼리 이어 붙어 고치면 다른 날로 읽힐 수 있는 것은 알리기만 합니다.
    ///
    /// 해가 없는 `9.7.`은 소수나 판 번호일 수 있어, 요일·물결표·‘까지’ 따위가 곁에 있을 때에만 날짜로 봅니다. `2024.5`처럼 소수와 가릴 수 없는 것은 물결표·‘까지’ 따위가 곁에 있거나, 줄의 처음에서 ‘ :’ 앞에 있을 때에만 찾습니다.
    DATE_FORM = "date-form": Writing, Warning, mends, "날짜의 꼴", "the form of a date";
    checks: [Dates(hits)];
}

/// Dates in another form than `2024. 9. 30.`
fn hits(dates: &Dates<'_>) -> Vec<Hit> {
    let kept = |(date, hit): (&WrittenDate, Hit)| match is_half_of_range(dates, date) {
        true => hit.without_fix(),
        false => dates.kept(hit),
    };
    let mut hits: Vec<Hit> = other_forms(dates).map(kept).collect();
    hits.extend(mixed::hits(dates.text()));
    hits
}

/// Dates that are not as the manual has them, with what is wrong. What is no
/// date has no form, and names of files and works keep theirs.
pub(super) fn other_forms<'d>(
    dates: &'d Dates<'_>,
) -> impl Iterator<Item = (&'d WrittenDate, Hit)> + 'd {
    let text = dates.text();
    let days = dates.all.iter().filter(|date| !is_no_day(dates.sentence, date));
    let forms = days.filter_map(move |date| Some((date, unlike_manual(text, date)?)));
    forms.filter(move |(_, hit)| !is_in_name(text, &hit.range))
}

/// Whether a date in another form is one end of a range whose other end is a
/// number that is read as none, and would keep its form.
fn is_half_of_range(dates: &Dates<'_>, date: &WrittenDate) -> bool {
    let (text, all) = (dates.text(), &dates.all);
    let end = date.end(text);
    let rest = text[end..].trim_start();
    let Some(behind) = rest.strip_prefix(TILDES).map(str::trim_start) else { return false };
    let next = text.len() - behind.len();
    let number = at(text, next).is_some_and(|c| c.is_ascii_digit());
    let time = behind.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with([':', '시']);
    number && !time && !all.iter().any(|date| date.range.contains(&next))
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
    let hit = Hit::new(&DATE_FORM, start..date.range.end, message);
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

#[cfg(test)]
mod tests {
    use crate::check::writing::fixture::{assert_mends, assert_silent, found};

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
}
