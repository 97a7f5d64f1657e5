//! Ranges of dates as they are typed, years that are left out included.

use std::ops::Range;

use super::super::dates::{TILDES, WrittenDate, YEAR_MARKS};
use super::super::words::before;
use crate::korean::time::{Extent, Moment};

/// One end of a range, as far as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    /// The year in full.
    pub year: Option<u16>,
    /// The month as it is typed.
    pub month: Option<u16>,
    /// The day as it is typed.
    pub day: Option<u16>,
}

impl Point {
    /// What a written date says.
    pub(super) fn of(date: &WrittenDate) -> Self {
        Self { year: date.year, month: date.month, day: date.day }
    }

    /// The moment that it is in this year, if its own is left out; `None` if
    /// the calendar has no such day.
    pub(super) fn in_year(self, year: u16) -> Option<Moment> {
        Moment::new(self.year.unwrap_or(year), self.month, self.day)
    }
}

/// A range of dates with both ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TypedRange {
    /// Its bytes, from the first number or mark to the last sign.
    pub range: Range<usize>,
    /// Its beginning.
    pub from: Point,
    /// Its end, whose year is left out where it is the beginning's.
    pub to: Point,
}

impl TypedRange {
    /// The spans of time that it may be: one where its year is known, else
    /// one in this year and one in a leap year and its like. None if it ends
    /// before it begins.
    pub(super) fn extents(&self, year: u16) -> Vec<Extent> {
        let years = if self.from.year.is_some() { vec![year] } else { vec![year, 2023, 2024] };
        let ends = years.into_iter().filter_map(|year| self.ends(year));
        ends.filter_map(|(from, to)| Extent::new(from, to)).collect()
    }

    /// Both ends, in this year if none is typed.
    pub(super) fn ends(&self, year: u16) -> Option<(Moment, Moment)> {
        if self.from.year.is_none() && self.to.year.is_some() {
            return None;
        }
        let from = self.from.in_year(year)?;
        let to = self.to.in_year(from.year)?;
        // Without a year, winter goes on in the next one.
        let over_year = self.from.year.is_none() && to.month < from.month;
        let to = if over_year { self.to.in_year(from.year + 1)? } else { to };
        Some((from, to))
    }
}

/// All ranges of dates of a text, in order.
pub(super) fn typed_ranges(text: &str, dates: &[WrittenDate]) -> Vec<TypedRange> {
    let tildes = text.match_indices(TILDES);
    let tildes = tildes.filter_map(|(at, sign)| around(text, dates, at..at + sign.len()));
    // 2019년 4월부터 12월까지
    let words = text.match_indices("부터");
    let words = words.filter_map(|(at, word)| around(text, dates, at..at + word.len()));
    let words = words.filter(|range| text[range.range.end..].starts_with("까지"));
    tildes.chain(words).collect()
}

/// The range whose tilde, or the word for it, stands there.
fn around(text: &str, dates: &[WrittenDate], sign: Range<usize>) -> Option<TypedRange> {
    let left_end = text[..sign.start].trim_end_matches(SPACES).len();
    let right = &text[sign.end..];
    let right_start = text.len() - right.trim_start_matches(SPACES).len();
    // Dates stand in order, so that those beside the sign are neighbours.
    let next = dates.partition_point(|date| date.range.start < sign.start);
    let before = next.checked_sub(1).and_then(|last| dates.get(last));
    let left = before.filter(|date| date.end(text) == left_end || date.range.end == left_end);
    let left_bare = bare_before(text, left_end).filter(|_| left.is_none());
    let right = dates.get(next).filter(|date| date.start() == right_start);
    let right_bare = bare_after(text, right_start).filter(|_| right.is_none());
    let start = left.map(WrittenDate::start).or(left_bare.as_ref().map(|bare| bare.range.start))?;
    let end = right.map(|date| date.end(text)).or(right_bare.as_ref().map(|b| b.range.end))?;
    let (from, to) = match (left, left_bare, right, right_bare) {
        (Some(from), _, Some(to), _) => (Point::of(from), Point::of(to)),
        (Some(from), _, _, Some(to)) => {
            let from = Point::of(from);
            (from, to.after(from)?)
        }
        (_, Some(from), Some(to), _) => {
            let to = Point::of(to);
            let year = before.filter(|date| {
                text.get(date.range.end..start).is_some_and(|between| between.trim().is_empty())
            });
            (from.before(to, year.and_then(|date| date.year))?, to)
        }
        (_, Some(from), _, Some(to)) => both_bare(&from, &to)?,
        _ => return None,
    };
    (to.month.is_some() || to.year.is_some()).then_some(TypedRange { range: start..end, from, to })
}

/// Spaces of either kind.
const SPACES: [char; 2] = [' ', '\u{a0}'];

/// A number beside a tilde that is no date by itself: `4` of `4~12월`, `12.` of
/// `1. ~ 12.`, `’26` of `’24~’26`.
#[derive(Debug, Clone)]
struct Bare {
    range: Range<usize>,
    number: u16,
    /// The sign behind it: a dot, 월, 년, 일.
    suffix: Option<char>,
    /// Whether it is a year by its looks: `’24`, `2024`.
    year: Option<u16>,
}

/// Signs behind a number of a date.
const SUFFIXES: [char; 4] = ['.', '월', '년', '일'];

fn bare(text: &str, digits: Range<usize>) -> Option<Bare> {
    let number: u16 = text[digits.clone()].parse().ok()?;
    let mark = before(text, digits.start).filter(|sign| YEAR_MARKS.contains(sign));
    let year = match (digits.len(), mark) {
        (4, None) => Some(number).filter(|year| (1900..2100).contains(year)),
        (2, Some(_)) => Some(2000 + number),
        _ => None,
    };
    let start = digits.start - mark.map_or(0, char::len_utf8);
    let free =
        before(text, start).is_none_or(|c| !c.is_ascii_alphanumeric() && !"-/,.:".contains(c));
    let suffix = text[digits.end..].chars().next().filter(|sign| SUFFIXES.contains(sign));
    let end = digits.end + suffix.map_or(0, char::len_utf8);
    let known = digits.len() <= 2 || year.is_some();
    (free && known).then_some(Bare { range: start..end, number, suffix, year })
}

/// The number that ends at a byte.
fn bare_before(text: &str, end: usize) -> Option<Bare> {
    let head = &text[..end];
    let trimmed = head.strip_suffix(SUFFIXES).unwrap_or(head);
    let digits = trimmed.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    let start = trimmed.len() - digits.len();
    bare(text, start..trimmed.len()).filter(|bare| bare.range.end == end)
}

/// The number that begins at a byte.
fn bare_after(text: &str, start: usize) -> Option<Bare> {
    let rest = &text[start..];
    let mark = rest.chars().next().filter(|sign| YEAR_MARKS.contains(sign));
    let digits = start + mark.map_or(0, char::len_utf8);
    let length = text[digits..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - digits);
    let bare = bare(text, digits..digits + length)?;
    let goes_on = text[bare.range.end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    (!goes_on).then_some(bare)
}

impl Bare {
    fn is_month(&self) -> bool {
        (1..=12).contains(&self.number)
    }

    /// The end of a range that begins there.
    fn after(&self, from: Point) -> Option<Point> {
        let none = Point { year: None, month: None, day: None };
        match (from.month, from.day, self.suffix) {
            (None, _, Some('년' | '.') | None) => Some(Point { year: Some(self.year?), ..none }),
            (Some(_), None, Some('.' | '월')) => {
                self.is_month().then_some(Point { month: Some(self.number), ..none })
            }
            (Some(month), Some(_), Some('.' | '일')) => {
                Some(Point { month: Some(month), day: Some(self.number), ..none })
            }
            _ => None,
        }
    }

    /// The beginning of a range that ends there: `4` of `4~12월`.
    fn before(&self, to: Point, year: Option<u16>) -> Option<Point> {
        match (to.year, to.month, to.day, self.suffix) {
            (None, Some(_), None, None | Some('.' | '월')) => {
                self.is_month().then_some(Point { year, month: Some(self.number), day: None })
            }
            (Some(_), None, None, None | Some('.' | '년')) => {
                Some(Point { year: Some(self.year?), month: None, day: None })
            }
            _ => None,
        }
    }
}

/// `1. ~ 12.`, `’24~’26`, `2024~2026`.
fn both_bare(from: &Bare, to: &Bare) -> Option<(Point, Point)> {
    let none = Point { year: None, month: None, day: None };
    if let (Some(begin), Some(end)) = (from.year, to.year) {
        let named = matches!(from.suffix, None | Some('.' | '년'));
        return named
            .then_some((Point { year: Some(begin), ..none }, Point { year: Some(end), ..none }));
    }
    let dotted = from.suffix == Some('.') && to.suffix == Some('.');
    let months = dotted && from.is_month() && to.is_month();
    months.then_some((
        Point { month: Some(from.number), ..none },
        Point { month: Some(to.number), ..none },
    ))
}
