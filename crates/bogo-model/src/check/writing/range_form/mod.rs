//! Ranges: the sign between their ends, and the order of these.
//!
//! ```text
//! range = end "~" end | end " ~ " end
//! ```
//!
//! What an end is, `ends` says. A tilde behind a word – `접수 ~9. 30.` –
//! leaves the beginning open, one before a word the end; both may have a
//! space on one side.

mod ends;

use std::ops::Range;

use self::ends::{joins, joins_numbers};
use super::Hit;
use super::dates::{Dates, TILDES, WrittenDate, YEAR_MARKS};
use super::names::is_in_name;
use super::words::{at, is_one_of, runs};
use crate::check::listed::rule;
use crate::message;

rule! {
    /// 범위의 물결표와, 범위의 두 끝의 차례를 봅니다.
    ///
    /// ## 왜
    ///
    /// 편람은 기간을 물결표(~)로 잇습니다. 줄표는 ‘2024-9’처럼 번호로도 읽히고, 닮은 글자(∼ ～ 〜)는 찾기에 걸리지 않으며 글꼴마다 높이가 다릅니다. 끝이 시작보다 앞서는 기간은 해나 숫자를 잘못 적은 것입니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                     바른 것
    /// 9. 2.-9. 30.                9. 2.~9. 30.
    /// 10-17시, 09:00-17:00        10~17시, 09:00~17:00
    /// 2026. 6. ∼ 7.               2026. 6. ~ 7.
    /// 9. 2.~ 9. 30.               9. 2. ~ 9. 30.
    /// 1~ 12.(12개월)              1 ~ 12.(12개월)
    /// 13:00 ~17:00                13:00 ~ 17:00
    /// 10~ 20명, 월~ 금            10 ~ 20명, 월 ~ 금
    /// 2024. 11. ~ 2.              2024. 11. ~ 2025. 2.
    /// 14:00~12:00                 두 시각을 확인
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 9. 2.~9. 30.    9. 2. ~ 9. 30.    2024. 7. ~    22:00~06:00(밤을 넘김)
    /// 접수 ~9. 30.    2024. 7.~ 추진    모집 ~20명    00:00~00:00
    /// 550-22    중로1-302호    279-15번지 ~ 284-127번지    대상1명-50만원    12. 20. ~ 1. 10.
    /// ```
    ///
    /// ## 고치기
    ///
    /// 물결표를 쓰고 양쪽을 다 띄우거나 다 붙입니다. 둘 가운데 어느 쪽인지는 따지지 않습니다. `--fix`는 줄표와 닮은 글자를 물결표로 바꾸고 한쪽만 띈 물결표의 양쪽을 띄웁니다. 차례가 틀린 범위는 사람이 보아야 합니다.
    ///
    /// 한쪽만 띈 물결표는 양쪽에 같은 갈래의 끝이 있을 때에만 찾습니다: 날짜와 날짜, 시각과 시각, 요일과 요일, 해와 해, 수와 수(`10~ 20명`, `1차~ 3차`), 온점이 있는 수와 수(`1.~ 12.`). 한쪽이 말이면 시작이나 끝을 비워 둔 것일 수 있어 그대로 둡니다. 줄이 바뀌는 곳의 물결표와 줄 앞의 줄표도 그렇습니다.
    ///
    /// 수의 범위에 쓴 줄표는 시·명·세·개소처럼 뜻이 분명한 단위가 뒤에 있고 앞의 수가 작을 때에만 찾습니다.
    RANGE_FORM = "range-form": Writing, Warning, mends, "범위(~)의 꼴과 차례", "the form of a range";
    checks: [Dates(hits)];
}

/// Signs that are taken for the one of a range: hyphens and dashes.
const DASHES: [char; 6] = ['-', '–', '—', '−', '‐', '‑'];

/// Ranges with another sign than ~, uneven spaces around it, or ends in the
/// wrong order. Names of files and works keep theirs.
fn hits(dates: &Dates<'_>) -> Vec<Hit> {
    let text = dates.text();
    let hits = wrong_ranges(text, &dates.all).into_iter();
    hits.filter(|hit| !is_in_name(text, &hit.range)).map(|hit| dates.kept(hit)).collect()
}

/// What is wrong with the ranges of a text that has these dates.
fn wrong_ranges(text: &str, dates: &[WrittenDate]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut joined = Vec::new();
    for pair in dates.windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let between = from.end(text)..to.start();
        let Some(sign) = text.get(between.clone()) else { continue };
        let bare = sign.trim();
        // A dash that begins a line marks an item.
        if is_one_of(bare, &DASHES) && !sign.contains('\n') {
            hits.push(dash(between.clone(), sign));
            joined.push(between);
        } else if is_one_of(bare, &TILDES) {
            hits.extend(backwards(from, to, from.start()..to.range.end));
            joined.push(between);
        }
    }
    hits.extend(tildes(text, &joined));
    joined.extend(dates.iter().map(|date| date.range.clone()));
    let dated = |range: &Range<usize>| {
        joined.iter().any(|joined| joined.start < range.end && range.start < joined.end)
    };
    let dashes = text.char_indices().filter(|(_, sign)| DASHES.contains(sign));
    let dashes = dashes.map(|(start, sign)| start..start + sign.len_utf8());
    hits.extend(dashes.filter(|sign| !dated(sign) && joins_numbers(text, sign)).map(|sign| {
        let typed = text[sign.clone()].to_owned();
        dash(sign, &typed)
    }));
    hits.extend(times_backwards(text));
    hits
}

/// What is wrong with the tildes of a text: a space on one side only, or a
/// look-alike. Between the dates of `joined` they are signs of ranges.
fn tildes(text: &str, joined: &[Range<usize>]) -> Vec<Hit> {
    let signs = text.char_indices().filter(|(_, sign)| TILDES.contains(sign));
    signs
        .filter_map(|(start, sign)| {
            let end = start + sign.len_utf8();
            let dated = joined.iter().any(|range| range.contains(&start));
            let spaced = one_sided(text, start..end).filter(|_| dated || joins(text, start..end));
            match spaced {
                Some(range) => Some(uneven(range)),
                None => (sign != '~' && is_beside_word(text, start..end))
                    .then(|| wrong_tilde(start..end, sign)),
            }
        })
        .collect()
}

/// Whether a word stands on a side of a sign, so that it is no sign shown for
/// its own sake.
fn is_beside_word(text: &str, sign: Range<usize>) -> bool {
    let before = text[..sign.start].trim_end().chars().next_back();
    let behind = text[sign.end..].trim_start().chars().next();
    before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ')' | '%'))
        || behind.is_some_and(|c| c.is_alphanumeric() || YEAR_MARKS.contains(&c))
}

/// The bytes of a sign that has a space on one side only, with the space. Of
/// several spaces another rule tells, and a line break parts as a space does.
fn one_sided(text: &str, sign: Range<usize>) -> Option<Range<usize>> {
    let begin = text[..sign.start].trim_end().len();
    let end = text.len() - text[sign.end..].trim_start().len();
    let left = text[begin..sign.start].chars().count();
    let right = text[sign.end..end].chars().count();
    let breaks = text[begin..end].contains('\n');
    (left + right == 1 && !breaks).then_some(begin..end)
}

fn wrong_tilde(range: Range<usize>, sign: char) -> Hit {
    let code = u32::from(sign);
    let hit = Hit::new(
        &RANGE_FORM,
        range,
        message!(
            "물결표가 아닌 닮은 글자입니다: {sign} (U+{code:04X})",
            "this is not the tilde but a look-alike: {sign} (U+{code:04X})"
        ),
    );
    hit.with_instead('~').with_help(message!("자판의 ~를 쓰십시오.", "type ~"))
}

/// A dash between the ends of a range.
fn dash(range: Range<usize>, typed: &str) -> Hit {
    let right = match typed.starts_with(' ') && typed.ends_with(' ') {
        true => " ~ ",
        false => "~",
    };
    let hit = Hit::new(
        &RANGE_FORM,
        range,
        message!("범위에 줄표가 쓰였습니다", "a dash is the sign of this range"),
    );
    hit.with_instead(right).with_help(message!(
        "‘9. 2.~9. 30.’, ‘10~17시’처럼 물결표(~)를 쓰십시오.",
        "write ~ between the two ends"
    ))
}

fn uneven(range: Range<usize>) -> Hit {
    let hit = Hit::new(
        &RANGE_FORM,
        range,
        message!("물결표의 한쪽만 띄었습니다", "there is a space on one side of the tilde only"),
    );
    hit.with_instead(" ~ ").with_help(message!(
        "양쪽을 다 띄우거나 다 붙이십시오: ‘ ~ ’, ‘~’",
        "set a space on both sides or on none"
    ))
}

/// A range of dates that ends before it begins.
fn backwards(from: &WrittenDate, to: &WrittenDate, range: Range<usize>) -> Option<Hit> {
    let parts = |date: &WrittenDate| (date.month.unwrap_or(1), date.day);
    // An end of a lone month or year is compared as far as both go.
    let days = from.day.is_some() && to.day.is_some();
    let (begin, end) = (parts(from), parts(to));
    let earlier = if days { end < begin } else { end.0 < begin.0 };
    let wrong = match (from.year, to.year) {
        (Some(begin), Some(end)) if begin != end => end < begin,
        (Some(_), _) => from.month.is_some() && to.month.is_some() && earlier,
        // Without a year, winter goes on in the next one.
        (None, None) => days && earlier && begin.0 < end.0 + 6,
        (None, Some(_)) => false,
    };
    wrong.then(|| {
        let hit = Hit::new(
            &RANGE_FORM,
            range,
            message!("범위의 끝이 시작보다 앞섭니다", "the range ends before it begins"),
        );
        hit.with_help(message!(
            "두 끝을 확인하십시오. 해를 넘긴다면 끝에도 해를 적습니다: 2024. 11. ~ 2025. 2.",
            "look at both ends; write the year of the end if it is another one"
        ))
    })
}

/// Words beside times that go around the clock.
const DUTIES: [&str; 8] = ["교대", "당직", "근무", "24시간", "익일", "다음 날", "다음날", "상황실"];

/// Ranges of times of a day that end before they begin, those over night left
/// out.
fn times_backwards(text: &str) -> Vec<Hit> {
    let tildes = text.char_indices().filter(|(_, sign)| TILDES.contains(sign));
    let ranges = tildes.filter_map(|(start, sign)| {
        let (left, right) =
            (text[..start].trim_end(), text[start + sign.len_utf8()..].trim_start());
        let is_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '시');
        let from = runs(left, is_time).pop().filter(|run| run.end == left.len())?;
        let to = runs(right, is_time).into_iter().next().filter(|run| run.start == 0)?;
        let right_start = text.len() - right.len();
        let (first, second) = (&left[from.clone()], &right[to.clone()]);
        let hours = second.ends_with('시') && at(right, to.end).is_none_or(|c| c != '간');
        let (begin, end) = (minutes(first, hours)?, minutes(second, hours)?);
        let over_night = begin >= 17 * 60 && end <= 12 * 60;
        // 00:00~00:00 leaves room for times to come.
        let open = (begin, end) == (0, 0);
        let range = from.start..right_start + to.end;
        // From one hour to the same is a day of those on duty.
        let all_day = end == begin && DUTIES.iter().any(|duty| text.contains(duty));
        (end <= begin && !over_night && !open && !all_day).then_some((range, end == begin))
    });
    ranges
        .map(|(range, same)| {
            let message = match same {
                true => message!(
                    "시작하는 시각과 끝나는 시각이 같습니다",
                    "the time ends when it begins"
                ),
                false => {
                    message!("끝나는 시각이 시작보다 앞섭니다", "the time ends before it begins")
                }
            };
            let hit = Hit::new(&RANGE_FORM, range, message);
            hit.with_help(message!(
                "두 시각을 확인하십시오. 오후는 13시부터 24시까지로 씁니다.",
                "look at both times; hours after noon are 13 to 24"
            ))
        })
        .collect()
}

/// The minutes of a day of `09:30`, `9시`, or `9` where hours are meant.
fn minutes(time: &str, hours: bool) -> Option<u32> {
    // More digits than these are no time of a day.
    let number = |text: &str| text.parse::<u16>().ok().map(u32::from);
    match time.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => Some(number(hour)? * 60 + number(minute)?),
        Some(_) => None,
        None if hours => number(time.trim_end_matches('시')).map(|hour| hour * 60),
        None => None,
    }
    .filter(|minutes| *minutes <= 24 * 60)
}

#[cfg(test)]
mod tests {
    use crate::check::writing::fixture::{assert_mends, assert_silent, found};

    #[test]
    fn ranges_have_tildes() {
        assert_mends(
            "range-form",
            &[
                ("9. 2.-9. 30. 접수", "-", "~"),
                ("2024. 9. 2. – 9. 30.", " – ", " ~ "),
                ("토요일 10-17시", "-", "~"),
                ("09:00-17:00", "-", "~"),
                ("2026. 6. ∼ 7.", "∼", "~"),
                ("2024년 9월 2일-9월 30일", "-", "~"),
                ("참가자 5-10명", "-", "~"),
                ("9. 2.~ 9. 30.", "~ ", " ~ "),
                ("2021 〜 2022", "〜", "~"),
                ("9월-10월", "-", "~"),
                ("10월 5일-7일", "-", "~"),
                ("09:00 - 18:00", "-", "~"),
                ("2024년-2026년", "-", "~"),
                ("2024. 9. 2.-6. 접수", "-", "~"),
                ("2024. 9. 30.-10. 5.", "-", "~"),
                ("2024.9.30-10.5", "-", "~"),
                ("9. 2-9. 6", "-", "~"),
            ],
        );
    }

    #[test]
    fn times_that_are_the_same_are_told_to_be_so_but_for_those_on_duty() {
        for text in ["10:00~10:00", "9시~9시"] {
            assert_eq!(found("range-form", text).len(), 1, "{text}");
        }
        assert_silent("range-form", &["09:00~09:00 교대 근무", "당직(18:00~18:00)"]);
    }

    #[test]
    fn ranges_that_end_before_they_begin_are_found() {
        for (text, part) in [
            ("2024. 9. 30. ~ 9. 2.", "2024. 9. 30. ~ 9. 2."),
            ("2024. 11월 ~ 2월", "2024. 11월 ~ 2월"),
            ("2024. 11. ~ 2.", "2024. 11. ~ 2."),
            ("9. 30. ~ 9. 2. 접수", "9. 30. ~ 9. 2."),
            ("2026년~2024년", "2026년~2024년"),
            ("17~13시", "17~13시"),
            ("금요일 17:00~09:00 아닌 14:00~12:00", "14:00~12:00"),
        ] {
            assert_eq!(found("range-form", text), [(part.to_owned(), String::new())], "{text}");
        }
    }

    #[test]
    fn either_spacing_is_right_and_dashes_elsewhere_are_no_ranges() {
        assert_silent(
            "range-form",
            &[
                "2024. 9. 2. ~ 9. 30.",
                "9. 2.~9. 30.",
                "9. 7.(토) 13~17시",
                "2024. 7. ~",
                "2027. 3. ~ 12.",
                "9. 2.~30.",
                "1. ~ 12.",
                "월 ~ 금\n(08시~19시)",
                "금요일 09:00~17:00",
                "연중\n(06시~24시)",
                "가산동 550-22\n(가산1 빗물펌프장)",
                "대상1명-50만원, 최우수상2명-각30만원",
                "미금로(중로1-302호)",
                "화도읍 가곡리 279-15번지 ~ 284-127번지 일원",
                "☎02-2627-1234",
                "2024. 8. 30. - 접수 마감",
                "22:00~06:00 야간",
                "12. 20. ~ 1. 10. 방학",
                "3월~2월",
                "2027. 4. ~ 2028. 2.",
                "’19. 1. ~ 12.",
                "별내역 ~ 별내별가람역",
                "2018-10 건",
                "유아(만 3~5세)",
                "쓰는 기호 : ・ ＊ ∼",
            ],
        );
    }
}
