//! The date that a line begins with, and what is done then.

use std::ops::Range;

use super::super::dates::{TILDES, WrittenDate, YEAR_MARKS, written_dates};
use super::ranges::{Point, typed_ranges};
use crate::korean::hangul::is_syllable;
use crate::korean::is_circled_number;
use crate::korean::time::{Day, Moment, Stretch, YearPart};

/// A moment as exactly as it is typed: a day, a month, a quarter, a half, a
/// year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When {
    /// The year, unless it is left out.
    pub year: Option<u16>,
    /// The months that it may be in: the first and the last.
    pub months: (u16, u16),
    /// The day of the month, if it is typed.
    pub day: Option<u16>,
}

impl When {
    /// What one end of a range says.
    fn of(point: Point) -> Self {
        let months = point.month.map_or((1, 12), |month| (month, month));
        Self { year: point.year, months, day: point.day }
    }

    /// A moment of the data.
    pub(super) fn at(moment: Moment) -> Self {
        Self::of(Point { year: Some(moment.year), month: moment.month, day: moment.day })
    }

    /// The days that it may be in this year, if its own is left out; `None` if
    /// the calendar has no such day.
    pub(super) fn stretch(self, year: u16) -> Option<Stretch> {
        let year = self.year.unwrap_or(year);
        let (first, last) = self.months;
        match self.day {
            Some(day) => Some(Stretch {
                first: Day::new(year, first, day)?,
                last: Day::new(year, last, day)?,
            }),
            None => Stretch::of_months(year, self.months),
        }
    }
}

/// The date, or the range of dates, that a line begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leading {
    /// When it begins.
    pub begin: When,
    /// When it ends: when it begins if it is no range, `None` for an open one.
    pub end: Option<When>,
    /// The bytes of the date.
    pub range: Range<usize>,
    /// Where what is said behind it begins.
    pub rest: usize,
}

/// Signs that lines of a cell are marked with.
const BULLETS: [char; 14] = ['-', '·', '○', '◦', '•', '▪', '□', '■', '●', '▸', '‣', '–', '∘', '◯'];

/// Words behind a date that leave open when something is done.
const OPEN: [&str; 9] = ["까지", "이후", "이전", "부터", "현재", "기준", "전까지", "이내", "대비"];

/// The date that a line begins with, in a report about this year. The bytes
/// are those of `line`.
pub(super) fn leading(line: &str, year: u16) -> Option<Leading> {
    let mut start = line.len() - line.trim_start().len();
    let is_mark = |sign: &char| BULLETS.contains(sign) || is_circled_number(*sign);
    if let Some(sign) = line[start..].chars().next().filter(is_mark) {
        start += sign.len_utf8();
        start += line[start..].len() - line[start..].trim_start().len();
    }
    let is_date = |c: char| c.is_ascii_digit() || YEAR_MARKS.contains(&c) || "상하".contains(c);
    if !line[start..].starts_with(is_date) {
        return None;
    }
    let dates = written_dates(line, year);
    let range = typed_ranges(line, &dates).into_iter().find(|range| range.range.start == start);
    if let Some(range) = range {
        let (begin, end) = (When::of(range.from), When::of(range.to));
        return behind(line, begin, Some(end), range.range);
    }
    let date = dates.iter().find(|date| date.start() == start);
    let (begin, at) = match date {
        Some(date) => part_of_year(line, date),
        None => part_alone(line, start).or_else(|| month_alone(line, start))?,
    };
    let rest = line[at..].trim_start();
    if let Some(rest) = rest.strip_prefix(TILDES) {
        let is_open = rest.trim_start().starts_with([':', '-']) || rest.trim().is_empty();
        let end = line.len() - rest.len();
        return if is_open { behind(line, begin, None, start..end) } else { None };
    }
    behind(line, begin, Some(begin), start..at)
}

/// The date with what is said behind it, unless words leave it open.
fn behind(line: &str, begin: When, end: Option<When>, range: Range<usize>) -> Option<Leading> {
    let after = line[range.end..].trim_start_matches([' ', '\u{a0}']);
    let spoken = ["말", "초", "중순", "상순", "하순", "중"]
        .into_iter()
        .find_map(|word| after.strip_prefix(word))
        .filter(|rest| rest.is_empty() || rest.starts_with([' ', ':', ')', '\n', ',']));
    let after = spoken.unwrap_or(after).trim_start();
    if OPEN.iter().any(|word| after.starts_with(word)) || is_about(after) {
        return None;
    }
    // What goes on at once is another word: 9월호.
    let next = line[range.end..].chars().next();
    let parted = next.is_none_or(|c| c.is_whitespace() || ":([-/,→–".contains(c))
        || spoken.is_some()
        || line[..range.end].ends_with(['.', ')', '~']);
    let rest = line.len() - after.trim_start_matches([':', '-', '–', '/', ',', ' ']).len();
    parted.then_some(Leading { begin, end, range, rest })
}

/// Whether a text begins with 경, which says that a date is about right.
fn is_about(text: &str) -> bool {
    text.strip_prefix('경').is_some_and(|rest| !rest.starts_with(is_syllable))
}

/// A date, with the half or quarter of the year that may follow it:
/// `2026년 하반기`.
fn part_of_year(line: &str, date: &WrittenDate) -> (When, usize) {
    let when = When::of(Point::of(date));
    let end = date.end(line);
    let after = line[end..].trim_start();
    let at = line.len() - after.len();
    let part = YearPart::at_start(after);
    match part.filter(|_| date.month.is_none()) {
        Some((part, length)) => (When { months: part.months(), ..when }, at + length),
        None => (when, end),
    }
}

/// A half or a quarter, its year before it in digits alone or left out:
/// `’26 하반기`, `하반기 :`.
fn part_alone(line: &str, start: usize) -> Option<(When, usize)> {
    let text = &line[start..];
    let digits = text.strip_prefix('’').unwrap_or(text);
    let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let year = match (length, text.starts_with('’')) {
        (4, false) => digits[..4].parse().ok().filter(|year| (1900..2100).contains(year)),
        (2, true) => digits[..2].parse::<u16>().ok().map(|year| 2000 + year),
        _ => None,
    };
    let after = if year.is_some() { &digits[length..] } else { text };
    let after = after.trim_start_matches(['.', '년', ' ']);
    let (part, length) = YearPart::at_start(after)?;
    let end = line.len() - after.len() + length;
    let when = When { year, months: part.months(), day: None };
    let parted = line[end..].trim_start();
    (parted.is_empty() || parted.starts_with([':', '(', '-']) || year.is_some())
        .then_some((when, end))
}

/// A month of which the year is left out, before a colon: `12. : 준공`.
fn month_alone(line: &str, start: usize) -> Option<(When, usize)> {
    let text = &line[start..];
    let length = text.find(|c: char| !c.is_ascii_digit())?;
    let month: u16 = text[..length].parse().ok().filter(|month| (1..=12).contains(month))?;
    let after = text[length..].strip_prefix('.')?;
    let named = after.trim_start().starts_with(':');
    let when = When { year: None, months: (month, month), day: None };
    named.then_some((when, start + length + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The begin's year and months, the day, and what is said.
    type Parts<'l> = (Option<u16>, (u16, u16), Option<u16>, &'l str);

    fn read(line: &str) -> Option<Parts<'_>> {
        let leading = leading(line, 2026)?;
        let When { year, months, day } = leading.begin;
        Some((year, months, day, &line[leading.rest..]))
    }

    #[test]
    fn lines_begin_with_dates_of_every_kind() {
        for (line, expected) in [
            ("2027. 12. : 공사준공", (Some(2027), (12, 12), None, "공사준공")),
            ("- 2027. 12. 공사준공", (Some(2027), (12, 12), None, "공사준공")),
            ("2024. 9. 2. ~ 9. 30. : 심사", (Some(2024), (9, 9), Some(2), "심사")),
            ("’26. 10. 착공", (Some(2026), (10, 10), None, "착공")),
            ("2026년 하반기 : 준공", (Some(2026), (7, 12), None, "준공")),
            ("2026. 하반기 : 준공", (Some(2026), (7, 12), None, "준공")),
            ("하반기 : 준공", (None, (7, 12), None, "준공")),
            ("2027. : 전환", (Some(2027), (1, 12), None, "전환")),
            ("12. : 준공", (None, (12, 12), None, "준공")),
            ("9. 7.(토) 개막", (None, (9, 9), Some(7), "개막")),
            ("2026. 10월 말 : 개통", (Some(2026), (10, 10), None, "개통")),
            ("2026년 9월 3일(목) 개최", (Some(2026), (9, 9), Some(3), "개최")),
            ("2024. 7. ~ : 운영", (Some(2024), (7, 7), None, "운영")),
        ] {
            assert_eq!(read(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn lines_that_begin_otherwise_have_no_date() {
        for line in [
            "공사준공(2027. 12.)",
            "2026. 12.까지 보상",
            "2027년 이후 : 공사",
            "1. 사업개요",
            "12개소 설치",
            "2024. 9. 30. 기준 36대",
            "3분기 실적",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
