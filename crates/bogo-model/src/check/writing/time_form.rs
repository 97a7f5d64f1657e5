//! Times of day, in twenty-four hours.

use std::ops::Range;

use super::dates::TILDES;
use super::words::{at, before, runs};
use super::{Hit, Reading, write_instead};
use crate::check::sentences::Sentence;
use crate::message;

/// Halves of the day, and the hours that are to be added in them.
const HALVES: [(&str, u32); 8] = [
    ("오전", 0),
    ("오후", 12),
    ("AM", 0),
    ("PM", 12),
    ("am", 0),
    ("pm", 12),
    ("a.m.", 0),
    ("p.m.", 12),
];

/// Times with 오전 and 오후, without two digits, or past the end of an hour or
/// a day.
pub(super) fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let mut hits: Vec<Hit> = HALVES
        .iter()
        .flat_map(|(half, more)| {
            text.match_indices(half).filter_map(|(start, _)| half_day(text, start, half, *more))
        })
        .collect();
    let halves: Vec<Range<usize>> = hits.iter().map(|hit| hit.range.clone()).collect();
    // The half of the day is that of the whole range: 오후 2:00~5:00.
    let outside = |range: &Range<usize>| {
        let begin = text[..range.start].trim_end().trim_end_matches(TILDES).trim_end().len();
        !halves.iter().any(|half| half.start < range.end && begin <= half.end)
    };
    let clocks = runs(text, |c| c.is_ascii_digit() || c == ':');
    hits.extend(clocks.into_iter().filter(outside).filter_map(|run| clock(text, run)));
    hits
}

/// A time that begins with 오전 or 오후.
fn half_day(text: &str, start: usize, half: &str, more: u32) -> Option<Hit> {
    let latin = half.is_ascii();
    if latin && is_letter(before(text, start)) {
        return None;
    }
    let mut left = text[start + half.len()..].trim_start();
    let hour = digits(&mut left)?;
    let mut until = None;
    let minute = if let Some(minutes) = left.strip_prefix(':') {
        left = minutes;
        digits(&mut left)?
    } else {
        until = range_end(&mut left);
        left = left.strip_prefix('시').filter(|left| !latin && !left.starts_with('간'))?;
        minutes_in_words(&mut left)
    };
    let end = text.len() - left.len();
    let typed = &text[start..end];
    let hit = Hit::new(
        "time-form",
        start..end,
        message!("24시간제가 아닌 시각입니다: {typed}", "this is not a 24-hour time: {typed}"),
    );
    let twice = HALVES.iter().any(|(half, _)| text[..start].trim_end().ends_with(half));
    let right = match until {
        _ if twice => None,
        // At twelve people mean different things.
        _ if !(1..12).contains(&hour) || minute > 59 => None,
        Some(until) => (hour < until && until < 12 && minute == 0)
            .then(|| format!("{}~{}시", hour + more, until + more)),
        None => Some(format!("{:02}:{minute:02}", hour + more)),
    };
    Some(match right {
        None => hit.with_help(message!(
            "24시간제로 쓰십시오: 낮 12시는 12:00, 밤 12시는 24:00",
            "write a 24-hour time: noon is 12:00, midnight 24:00"
        )),
        Some(right) => {
            let hit = hit.with_help(write_instead(&right));
            // The other end of a range would be left as it is.
            if is_half_of_range(text, start..end) { hit } else { hit.with_instead(right) }
        }
    })
}

/// Takes `~3`, if hours follow that end a range.
fn range_end(text: &mut &str) -> Option<u32> {
    let mut rest = text.strip_prefix(TILDES)?;
    let hour = digits(&mut rest).filter(|_| rest.starts_with('시'))?;
    *text = rest;
    Some(hour)
}

/// Whether a time with 오전 or 오후 is one end of a range of which the other
/// is written in another way, which changes with it: `10시~오후 5시`.
fn is_half_of_range(text: &str, time: Range<usize>) -> bool {
    let is_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '시' | '분' | ' ');
    let halved = |text: &str| HALVES.iter().any(|(half, _)| text.ends_with(half));
    let from = text[..time.start].trim_end().strip_suffix(TILDES);
    let from_other = from.is_some_and(|from| {
        let words = from.trim_end_matches(is_time);
        !from[words.len()..].contains(':') && !halved(words)
    });
    let to = text[time.end..].trim_start().strip_prefix(TILDES).map(str::trim_start);
    let to_other = to.is_some_and(|to| !HALVES.iter().any(|(half, _)| to.starts_with(half)));
    from_other || to_other
}

/// Takes the number of one or two digits that a text begins with.
fn digits(text: &mut &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number = text[..end].parse().ok().filter(|_| end <= 2)?;
    *text = &text[end..];
    Some(number)
}

/// Takes ` 30분` or ` 반`, if the text begins with it.
fn minutes_in_words(text: &mut &str) -> u32 {
    let mut rest = text.trim_start();
    if let Some(half) =
        rest.strip_prefix('반').filter(|half| !half.starts_with(char::is_alphanumeric))
    {
        *text = half;
        return 30;
    }
    match digits(&mut rest).zip(rest.strip_prefix('분')) {
        Some((minute, behind)) => {
            *text = behind;
            minute
        }
        None => 0,
    }
}

/// A time such as `9:00`, where it is clear that it is one: `1:10` is a ratio.
fn clock(text: &str, run: Range<usize>) -> Option<Hit> {
    // A colon behind a time is none of it: 9:00: 개회
    let typed = text[run.clone()].trim_end_matches(':');
    let run = run.start..run.start + typed.len();
    let (hour_typed, minute_typed) = typed.split_once(':')?;
    let two = minute_typed.len() == 2 && minute_typed.bytes().all(|b| b.is_ascii_digit());
    let (hour, minute) = (hour_typed.parse::<u32>().ok()?, minute_typed.parse::<u32>().ok()?);
    let outside = [before(text, run.start), at(text, run.end)];
    let part_of_number = outside.into_iter().flatten().any(|c| matches!(c, '.' | ','))
        && before(text, run.start).is_some_and(|c| matches!(c, '.' | ','));
    if !two || hour_typed.len() > 2 || part_of_number || is_letter(outside[0]) {
        return None;
    }
    // 2:00 pm has another hour, 희석비 1:00 is a ratio.
    let (left, right) = (text[..run.start].trim_end(), text[run.end..].trim_start());
    let halved = HALVES.iter().any(|(half, _)| right.starts_with(half));
    if halved || left.ends_with(['비', '율', '률']) {
        return None;
    }
    let known = is_beside_time(text, &run);
    let right = format!("{hour:02}:{minute_typed}");
    if hour < 24 && minute < 60 || (hour, minute) == (24, 0) {
        let clear = hour_typed.len() == 1 && (minute == 0 || known);
        let hit = Hit::new(
            "time-form",
            run.clone(),
            message!("두 자리가 아닌 시각입니다: {typed}", "the hour lacks a digit: {typed}"),
        );
        return clear.then(|| hit.with_help(write_instead(&right)).with_instead(right));
    }
    // Shares such as 30:70 are no times.
    let shares = hour + minute == 100 || hour_typed.len() == 1;
    let is_time = known || hour > 24 && hour < 30 && minute == 0 || hour <= 24 && !shares;
    is_time.then(|| {
        let hit = Hit::new(
            "time-form",
            run.clone(),
            message!("없는 시각입니다: {typed}", "there is no such time: {typed}"),
        );
        hit.with_help(message!(
            "시는 0부터 24까지, 분은 0부터 59까지입니다.",
            "hours go from 0 to 24, minutes from 0 to 59"
        ))
    })
}

/// Whether the character is a Latin letter.
fn is_letter(character: Option<char>) -> bool {
    character.is_some_and(|c| c.is_ascii_alphabetic())
}

/// Whether something beside a time tells that it is one: a range to another
/// time, a weekday, a word for the half of the day.
fn is_beside_time(text: &str, run: &Range<usize>) -> bool {
    let (left, right) = (text[..run.start].trim_end(), text[run.end..].trim_start());
    let is_time = |part: &str| {
        part.split_once(':')
            .is_some_and(|(hour, minute)| !hour.is_empty() && hour.len() <= 2 && minute.len() == 2)
    };
    let is_part = |c: char| c.is_ascii_digit() || c == ':';
    let follows = right.strip_prefix(TILDES).map(str::trim_start).is_some_and(|other| {
        let end = other.find(|c| !is_part(c)).unwrap_or(other.len());
        is_time(other[..end].trim_end_matches(':'))
    });
    let precedes = left.strip_suffix(TILDES).map(str::trim_end).is_some_and(|other| {
        let begin = other
            .rfind(|c| !is_part(c))
            .map(|at| at + other[at..].chars().next().map_or(1, char::len_utf8));
        is_time(&other[begin.unwrap_or_default()..])
    });
    let weekday = ["요일", "(월)", "(화)", "(수)", "(목)", "(금)", "(토)", "(일)"];
    follows || precedes || weekday.iter().any(|day| left.ends_with(day))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent, found};

    #[test]
    fn times_are_written_in_twenty_four_hours_of_two_digits() {
        assert_mends(
            "time-form",
            &[
                ("금요일 오후 2시부터", "오후 2시", "14:00"),
                ("오전 9시 30분", "오전 9시 30분", "09:30"),
                ("오후 3시 반 개최", "오후 3시 반", "15:30"),
                ("오후 2:30 시작", "오후 2:30", "14:30"),
                ("9:00 개회", "9:00", "09:00"),
                ("9. 7.(토) 9:30 개회", "9:30", "09:30"),
                ("9:30~17:00", "9:30", "09:30"),
                ("pm 2:00 개회", "pm 2:00", "14:00"),
                ("AM 10:00", "AM 10:00", "10:00"),
                ("10:00~오후 5:00", "오후 5:00", "17:00"),
                ("오후 1~3시 개최", "오후 1~3시", "13~15시"),
                ("오후 11~1시", "오후 11~1시", ""),
                ("10시~오후 5시", "오후 5시", ""),
                ("오전 10시~12시", "오전 10시", ""),
                ("오후 2:00 ~ 5:00", "오후 2:00", ""),
            ],
        );
        for text in ["25:00", "13:75", "오후 12시"] {
            assert_eq!(found("time-form", text), [(text.to_owned(), String::new())]);
        }
    }

    #[test]
    fn ratios_spans_and_full_times_are_right() {
        assert_silent(
            "time-form",
            &[
                "1:1 교육 상담",
                "4:3",
                "16:9",
                "1:10 멘토링",
                "국비와 지방비 30:70",
                "국비:시비 20:80",
                "06시~24시",
                "13~17시",
                "금요일 09:00~17:00",
                "오후 2시간 교육",
                "오전·오후 2회",
                "2026. 8. 3.(월) 여유당 16:00",
                "24:00",
                "경쟁률 1:25",
                "희석비 1:00",
                "2:00 pm",
                "SPAM 3:00:00",
                "ISO 9001:2015",
            ],
        );
    }
}
