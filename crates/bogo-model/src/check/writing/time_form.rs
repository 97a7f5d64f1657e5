//! Times of day, in twenty-four hours.

use std::ops::{Range, RangeInclusive};

use super::dates::TILDES;
use super::names::is_in_name;
use super::words::{at, before, is_one_of, runs};
use super::{Hit, Reading, write_instead};
use crate::check::listed::rule;
use crate::check::sentences::Sentence;
use crate::korean::hangul::{is_syllable, leading_syllables};
use crate::korean::particles::is_particle;
use crate::message;

rule! {
    /// 시각을 24시간제 두 자리로 적었는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 편람은 시각을 24시간제에 따라 숫자로 적고 시와 분 사이에 쌍점을 찍게 합니다. ‘오전 12시’는 사람마다 다르게 읽습니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것               바른 것
    /// 오후 2시              14:00
    /// 오전 9시 30분         09:30
    /// 오후 3시 반           15:30
    /// 9:00                  09:00
    /// 오후 1~3시            13~15시
    /// 오후 1시~3시          13~15시
    /// 오후 2시부터 4시까지  14:00부터 16:00까지
    /// 오후 6:30, 8:00       18:30, 20:00
    /// 저녁 6시              18:00
    /// pm 2:00               14:00
    /// 오후 12시             12:00 또는 24:00
    /// 25:00, 13:75          없는 시각
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 09:00~17:00    00:00~00:00    13~17시    06시~24시    오후 2시간    오전·오후
    /// 1:1    4:3    16:9    1:10 멘토링    국비와 지방비 30:70
    /// ```
    ///
    /// ## 고치기
    ///
    /// 24시간제로 적습니다. `--fix`는 뜻이 분명한 시각을 바꿉니다. 오전이나 오후는 뒤에 이어지는 시각에도 걸리므로 한꺼번에 바꾸고, 떨어져 있는 시각에 걸릴 수 있으면(`오후 2시 개회, 4시 폐회`) 알리기만 합니다. ‘오후 3시의 음악회’처럼 따옴표 안의 이름은 그대로 둡니다. 12시와 없는 시각, 한쪽에만 오전이나 오후가 붙은 범위(`10시~오후 5시`)는 사람이 보아야 합니다.
    ///
    /// 쌍점은 비율에도 쓰므로 한 자리 시는 정각이거나, 시각의 범위이거나, 요일 뒤일 때에만 시각으로 봅니다.
    TIME_FORM = "time-form": Writing, Warning, mends, "24시간제 시각", "the form of a time";
    checks: [Numbers(hits)];
}

/// Words for a part of the day, the hours that are to be added in it, and the
/// hours that it certainly has.
const HALVES: [(&str, u32, RangeInclusive<u32>); 9] = [
    ("오전", 0, 0..=99),
    ("오후", 12, 0..=99),
    ("저녁", 12, 5..=11),
    ("AM", 0, 0..=99),
    ("PM", 12, 0..=99),
    ("am", 0, 0..=99),
    ("pm", 12, 0..=99),
    ("a.m.", 0, 0..=99),
    ("p.m.", 12, 0..=99),
];

/// Times with 오전 and 오후, without two digits, or past the end of an hour or
/// a day.
fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let mut hits: Vec<Hit> = HALVES
        .iter()
        .flat_map(|(half, more, hours)| {
            let hours = |hour: u32| hours.contains(&hour);
            text.match_indices(half)
                .filter_map(move |(start, _)| half_day(text, start, half, *more, hours))
        })
        .collect();
    let halves: Vec<(Range<usize>, bool)> =
        hits.iter().map(|hit| (hit.range.clone(), hit.instead.is_some())).collect();
    // The half of the day is that of the whole range, 오후 2:00~5:00, and what
    // it says of other times behind it people must see.
    let outside = |range: &Range<usize>| {
        let begin = text[..range.start].trim_end().trim_end_matches(TILDES).trim_end().len();
        !halves.iter().any(|(half, mends)| {
            let governs =
                !mends && half.end <= range.start && !text[half.end..range.start].contains('\n');
            governs || half.start < range.end && begin <= half.end
        })
    };
    let clocks = runs(text, |c| c.is_ascii_digit() || c == ':');
    hits.extend(clocks.into_iter().filter(outside).filter_map(|run| clock(text, run)));
    hits.retain(|hit| !is_in_name(text, &hit.range));
    hits
}

/// A time behind a word for a part of the day, or one that goes on from it.
struct Timed {
    /// Its bytes.
    range: Range<usize>,
    hour: u32,
    /// The hour that a range in hours ends at: 4 of `2~4시`.
    until: Option<u32>,
    minute: u32,
}

impl Timed {
    /// The time that a text has there: `2:30`, or in words `2시 30분`, `2~4시`.
    fn read(text: &str, start: usize, latin: bool) -> Option<Self> {
        let mut left = &text[start..];
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
        Some(Self { range: start..text.len() - left.len(), hour, until, minute })
    }
}

/// Times that share a word for a part of the day: `오후 2시부터 4시까지`.
fn series(text: &str, start: usize, latin: bool) -> Option<Vec<Timed>> {
    let mut times = vec![Timed::read(text, start, latin)?];
    while let Some(next) = times.last().and_then(|last| past_separator(text, last.range.end)) {
        match Timed::read(text, next, latin) {
            Some(time) => times.push(time),
            None => break,
        }
    }
    Some(times)
}

/// Where the next time may stand behind one that ends there: `부터 `, `, `,
/// `(개회), `.
fn past_separator(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let noted = rest
        .strip_prefix('(')
        .and_then(|note| note.split_once(')'))
        .filter(|(note, _)| !note.contains(|c: char| c.is_ascii_digit() || c == '\n'))
        .map_or(rest, |(_, rest)| rest);
    let particle = ["부터", "에서", "와", "과"].iter().find_map(|word| noted.strip_prefix(word));
    let spaced = particle.unwrap_or(noted).trim_start_matches(' ');
    let sign = spaced
        .strip_prefix(TILDES)
        .or_else(|| spaced.strip_prefix([',', '·', 'ㆍ', '/']))
        .or_else(|| spaced.strip_prefix("및"));
    let next = sign.unwrap_or(spaced).trim_start_matches(' ');
    (particle.is_some() || sign.is_some()).then(|| text.len() - next.len())
}

/// The times in twenty-four hours, with what stands between them; `None` where
/// people mean different things, as at twelve, or the times do not rise.
fn in_full(text: &str, times: &[Timed], more: u32) -> Option<String> {
    let mut right = String::new();
    let (mut end, mut latest) = (times.first()?.range.start, None);
    for time in times {
        // 오전 10시~12시 ends at noon.
        let full = |hour: u32| match hour {
            1..12 => Some(hour + more),
            12 if more == 0 && latest.is_some() => Some(12),
            _ => None,
        };
        let begin = full(time.hour).filter(|_| time.minute < 60)?;
        let own = (begin * 60 + time.minute, time.minute);
        if latest.is_some_and(|latest| latest >= own.0) {
            return None;
        }
        right.push_str(&text[end..time.range.start]);
        latest = match time.until {
            Some(until) => {
                let until = (1..12).contains(&until).then_some(until + more)?;
                right.push_str(&format!("{begin}~{until}시"));
                (begin < until && time.minute == 0).then_some(Some(until * 60))?
            }
            None => {
                right.push_str(&format!("{begin:02}:{:02}", time.minute));
                Some(own.0)
            }
        };
        end = time.range.end;
    }
    Some(in_hours(text, times, more).unwrap_or(right))
}

/// A range of two whole hours in words as one: `14~16시` of `2시~4시`.
fn in_hours(text: &str, times: &[Timed], more: u32) -> Option<String> {
    let [from, to] = times else { return None };
    let whole = |time: &Timed| time.minute == 0 && text[time.range.clone()].ends_with('시');
    let between = text[from.range.end..to.range.start].trim();
    let hours = whole(from) && whole(to) && [from.until, to.until] == [None, None];
    (hours && is_one_of(between, &TILDES)).then(|| {
        let until = if to.hour == 12 { 12 } else { to.hour + more };
        format!("{}~{until}시", from.hour + more)
    })
}

/// Whether another time that lacks its half of the day follows on the line.
fn leaves_times(text: &str, end: usize) -> bool {
    let line = text[end..].split('\n').next().unwrap_or_default();
    let next = HALVES.iter().filter_map(|(half, ..)| line.find(half)).min();
    let line = &line[..next.unwrap_or(line.len())];
    runs(line, |c| c.is_ascii_digit()).into_iter().any(|run| {
        let hour = line[run.clone()].parse::<u32>().is_ok_and(|hour| (1..=12).contains(&hour));
        let free = !before(line, run.start).is_some_and(|c| ".:제".contains(c));
        let behind = &line[run.end..];
        let minutes = behind.strip_prefix(':').unwrap_or_default();
        let clock = minutes.bytes().take_while(u8::is_ascii_digit).count() == 2;
        hour && free && run.len() <= 2 && (clock || is_hour(behind))
    })
}

/// Whether 시 of an hour of the day follows a number.
fn is_hour(behind: &str) -> bool {
    behind
        .strip_prefix('시')
        .is_some_and(|rest| !rest.starts_with(['간', '도', '군', '민', '책', '설']))
}

/// A time that begins with a word for a part of the day, with those that go on
/// from it.
fn half_day(
    text: &str,
    start: usize,
    half: &str,
    more: u32,
    has: impl Fn(u32) -> bool,
) -> Option<Hit> {
    let latin = half.is_ascii();
    let outside = before(text, start);
    if latin && is_letter(outside) || !latin && outside.is_some_and(is_syllable) {
        return None;
    }
    let first = text.len() - text[start + half.len()..].trim_start().len();
    let times = series(text, first, latin)?;
    if !has(times.first()?.hour) {
        return None;
    }
    let end = times.last()?.range.end;
    let typed = &text[start..end];
    let hit = Hit::new(
        &TIME_FORM,
        start..end,
        message!("24시간제가 아닌 시각입니다: {typed}", "this is not a 24-hour time: {typed}"),
    );
    let signs = |c: char| " ·ㆍ,/".contains(c) || TILDES.contains(&c);
    let left = text[..start].trim_end_matches(signs);
    let twice = HALVES.iter().any(|(half, ..)| left.ends_with(half));
    let right = in_full(text, &times, more).filter(|_| !twice);
    Some(match right {
        _ if leaves_times(text, end) => hit.with_help(message!(
            "뒤의 시각에도 ‘{half}’이(가) 걸립니다. 모두 24시간제로 쓰십시오.",
            "{half} is said of the times behind it, too; write all of them in 24 hours"
        )),
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
    let halved = |text: &str| HALVES.iter().any(|(half, ..)| text.ends_with(half));
    let left = text[..time.start].trim_end();
    let from = left.strip_suffix(TILDES).or_else(|| left.strip_suffix("시부터"));
    let from_other = from.is_some_and(|from| {
        let words = from.trim_end_matches(is_time);
        !from[words.len()..].contains(':') && !halved(words)
    });
    let to = text[time.end..].trim_start().strip_prefix(TILDES).map(str::trim_start);
    let to_other = to.is_some_and(|to| !HALVES.iter().any(|(half, ..)| to.starts_with(half)));
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
    if let Some(half) = rest.strip_prefix('반').filter(|half| ends_word(half)) {
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

/// Whether the word ends here, or goes on with a particle: 4시 반까지.
fn ends_word(text: &str) -> bool {
    let rest = leading_syllables(text);
    let ends = is_particle(rest) || matches!(rest, "경" | "쯤");
    ends && !text[rest.len()..].starts_with(char::is_alphanumeric)
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
    let halved = HALVES.iter().any(|(half, ..)| right.starts_with(half));
    if halved || left.ends_with(['비', '율', '률']) {
        return None;
    }
    let known = is_beside_time(text, &run);
    let right = format!("{hour:02}:{minute_typed}");
    if hour < 24 && minute < 60 || (hour, minute) == (24, 0) {
        let clear = hour_typed.len() == 1 && (minute == 0 || known);
        let hit = Hit::new(
            &TIME_FORM,
            run.clone(),
            message!("두 자리가 아닌 시각입니다: {typed}", "the hour lacks a digit: {typed}"),
        );
        return clear.then(|| hit.with_help(write_instead(&right)).with_instead(right));
    }
    // Shares such as 30:70 are no times.
    let shares = hour + minute == 100 || hour_typed.len() == 1;
    let done = DEEDS.iter().any(|deed| text[run.end..].trim_start().starts_with(deed));
    let late = hour > 24 && hour < 30 && (minute == 0 || minute < 60 && done);
    let is_time = known || late || hour <= 24 && !shares;
    is_time.then(|| {
        let hit = Hit::new(
            &TIME_FORM,
            run.clone(),
            message!("없는 시각입니다: {typed}", "there is no such time: {typed}"),
        );
        hit.with_help(message!(
            "시는 0부터 24까지, 분은 0부터 59까지입니다.",
            "hours go from 0 to 24, minutes from 0 to 59"
        ))
    })
}

/// What is done at a time of the day.
const DEEDS: [&str; 7] = ["종료", "시작", "개회", "폐회", "출발", "도착", "마감"];

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
    let precedes = left
        .strip_suffix(TILDES)
        .map(str::trim_end)
        .is_some_and(|other| is_time(&other[other.trim_end_matches(is_part).len()..]));
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
                ("오전 10시~12시", "오전 10시~12시", "10~12시"),
                ("오후 2:00 ~ 5:00", "오후 2:00 ~ 5:00", "14:00 ~ 17:00"),
                ("저녁 6시 개회", "저녁 6시", "18:00"),
                ("25:30 종료", "25:30", ""),
            ],
        );
        for text in ["25:00", "13:75", "오후 12시"] {
            assert_eq!(found("time-form", text), [(text.to_owned(), String::new())]);
        }
    }

    #[test]
    fn the_half_of_the_day_is_that_of_all_times_behind_it() {
        assert_mends(
            "time-form",
            &[
                ("오후 2시부터 4시까지 운영", "오후 2시부터 4시", "14:00부터 16:00"),
                ("오후 2시, 4시 2회 상영", "오후 2시, 4시", "14:00, 16:00"),
                ("오후 2시와 4시", "오후 2시와 4시", "14:00와 16:00"),
                ("오후 2시·4시", "오후 2시·4시", "14:00·16:00"),
                ("오후 2시에서 4시 사이", "오후 2시에서 4시", "14:00에서 16:00"),
                ("오후 2시(개회), 4시(폐회)", "오후 2시(개회), 4시", "14:00(개회), 16:00"),
                ("오후 6:30, 8:00 상영", "오후 6:30, 8:00", "18:30, 20:00"),
                ("오후 2~4시, 6~8시", "오후 2~4시, 6~8시", "14~16시, 18~20시"),
                ("오후 2시~4시 운영", "오후 2시~4시", "14~16시"),
                ("오후 4시 반까지 접수", "오후 4시 반", "16:30"),
                ("오전·오후 2시", "오후 2시", ""),
                ("오후 2시 개회, 4시 폐회", "오후 2시", ""),
                ("오후 2시 상영, 8:00 마감", "오후 2시", ""),
                ("오후 2시, 1시", "오후 2시, 1시", ""),
                ("10시부터 오후 5시까지", "오후 5시", ""),
            ],
        );
        let both = [("오전 10시, 11시", "10:00, 11:00"), ("오후 2시, 3시", "14:00, 15:00")];
        let both = both.map(|(typed, right)| (typed.to_owned(), right.to_owned()));
        assert_eq!(found("time-form", "오전 10시, 11시, 오후 2시, 3시"), both);
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
                "새벽 2시 출발",
                "저녁 1시간",
                "ISO 9001:2015",
            ],
        );
    }
}
