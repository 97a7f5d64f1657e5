//! Ranges: the sign between their ends, and the order of these.

use std::ops::Range;

use super::Hit;
use super::dates::{TILDES, WrittenDate};
use super::words::{at, before, runs};
use crate::message;

/// Signs that are taken for the one of a range: hyphens and dashes.
const DASHES: [char; 6] = ['-', '–', '—', '−', '‐', '‑'];

/// Units before which two numbers with a dash between are a range.
const UNITS: [&str; 18] = [
    "시간",
    "개월",
    "개소",
    "만원",
    "천원",
    "백만원",
    "억원",
    "시",
    "분",
    "일",
    "월",
    "년",
    "명",
    "세",
    "주",
    "급",
    "%",
    "층",
];

/// Ranges with another sign than ~, uneven spaces around it, or ends in the
/// wrong order.
pub(super) fn hits(text: &str, dates: &[WrittenDate]) -> Vec<Hit> {
    let mut hits = wrong_tildes(text);
    let mut told = Vec::new();
    for pair in dates.windows(2) {
        let (from, to) = (&pair[0], &pair[1]);
        let between = from.end(text)..to.start();
        let Some(sign) = text.get(between.clone()) else { continue };
        let bare = sign.trim();
        if is_one_of(bare, &DASHES) {
            told.push(between.clone());
            hits.push(dash(between, sign));
        } else if is_one_of(bare, &TILDES) {
            hits.extend(uneven(sign, between.clone()));
            hits.extend(backwards(from, to, from.start()..to.range.end));
        }
    }
    told.extend(dates.iter().map(|date| date.range.clone()));
    let dated = |range: &Range<usize>| {
        told.iter().any(|told| told.start < range.end && range.start < told.end)
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

/// Whether the text is one of the signs and nothing else.
fn is_one_of(text: &str, signs: &[char]) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|sign| signs.contains(&sign)) && characters.next().is_none()
}

fn wrong_tildes(text: &str) -> Vec<Hit> {
    let wrong = text.char_indices().filter(|(_, sign)| *sign != '~' && TILDES.contains(sign));
    wrong
        .map(|(start, sign)| {
            let code = u32::from(sign);
            let hit = Hit::new(
                "range-form",
                start..start + sign.len_utf8(),
                message!(
                    "물결표가 아닌 닮은 글자입니다: {sign} (U+{code:04X})",
                    "this is not the tilde but a look-alike: {sign} (U+{code:04X})"
                ),
            );
            hit.with_instead('~').with_help(message!("자판의 ~를 쓰십시오.", "type ~"))
        })
        .collect()
}

/// A dash between the ends of a range.
fn dash(range: Range<usize>, typed: &str) -> Hit {
    let right = match typed.starts_with(' ') && typed.ends_with(' ') {
        true => " ~ ",
        false => "~",
    };
    let hit = Hit::new(
        "range-form",
        range,
        message!("범위에 줄표가 쓰였습니다", "a dash is the sign of this range"),
    );
    hit.with_instead(right).with_help(message!(
        "‘9. 2.~9. 30.’, ‘10~17시’처럼 물결표(~)를 쓰십시오.",
        "write ~ between the two ends"
    ))
}

fn uneven(sign: &str, range: Range<usize>) -> Option<Hit> {
    let uneven = sign.starts_with(' ') != sign.ends_with(' ');
    uneven.then(|| {
        let hit = Hit::new(
            "range-form",
            range,
            message!(
                "물결표의 한쪽만 띄었습니다",
                "there is a space on one side of the tilde only"
            ),
        );
        hit.with_instead(" ~ ").with_help(message!(
            "양쪽을 다 띄우거나 다 붙이십시오: ‘ ~ ’, ‘~’",
            "set a space on both sides or on none"
        ))
    })
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
            "range-form",
            range,
            message!("범위의 끝이 시작보다 앞섭니다", "the range ends before it begins"),
        );
        hit.with_help(message!(
            "두 끝을 확인하십시오. 해를 넘긴다면 끝에도 해를 적습니다: 2024. 11. ~ 2025. 2.",
            "look at both ends; write the year of the end if it is another one"
        ))
    })
}

/// Whether a dash stands between two numbers that share the unit behind the
/// second: `10-17시`, `10시-17시`, `10:00-17:00`.
fn joins_numbers(text: &str, sign: &Range<usize>) -> bool {
    let (left, right) = (&text[..sign.start], &text[sign.end..]);
    let digits_end = right.find(|c: char| !c.is_ascii_digit()).unwrap_or(right.len());
    let second = right[..digits_end].parse::<u32>().ok();
    let after = &right[digits_end..];
    if clock_at_end(left.trim_end()) && clock_at_start(right.trim_start()) {
        return true;
    }
    let unit = UNITS.into_iter().find(|unit| after.starts_with(unit));
    let Some((second, unit)) = second.zip(unit) else { return false };
    let number = left.strip_suffix(unit).unwrap_or(left);
    let digits = number.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let outside = before(number, number.len() - digits.len());
    let free =
        outside.is_none_or(|c| matches!(c, ' ' | '(' | '[' | ',' | '\n' | '총' | '약' | '만'));
    let whole = second < 10_000 && !right.starts_with('0') && !digits.starts_with('0');
    free && whole && digits.parse::<u32>().is_ok_and(|first| first < second)
}

/// Whether a text begins with a time such as `17:00`.
fn clock_at_start(text: &str) -> bool {
    text.split_once(':').is_some_and(|(hour, rest)| {
        let minutes = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&hour.len()) && hour.bytes().all(|b| b.is_ascii_digit()) && minutes == 2
    })
}

/// Whether a text ends with one.
fn clock_at_end(text: &str) -> bool {
    let begin = text
        .rfind(|c: char| !c.is_ascii_digit() && c != ':')
        .map(|last| last + text[last..].chars().next().map_or(1, char::len_utf8));
    let time = &text[begin.unwrap_or_default()..];
    clock_at_start(time) && time.len() <= "10:00".len()
}

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
        (end <= begin && !over_night).then_some(from.start..right_start + to.end)
    });
    ranges
        .map(|range| {
            let hit = Hit::new(
                "range-form",
                range,
                message!("끝나는 시각이 시작보다 앞섭니다", "the time ends before it begins"),
            );
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
    use super::super::fixture::{assert_mends, assert_silent, found};

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
            ],
        );
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
            ],
        );
    }
}
