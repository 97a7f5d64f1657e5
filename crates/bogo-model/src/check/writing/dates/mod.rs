//! Dates as they are written, read once for all rules about them.

mod end;
pub(super) mod mark;
mod scan;
pub(super) mod year_part;

use std::ops::Range;

use self::scan::Scan;
use super::{Hit, Reading};
use crate::check::sentences::Sentence;
use crate::korean::time::Weekday;

/// How a date is spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// `2024. 9. 30.`
    Dotted,
    /// `2024. 9월`
    DottedMonth,
    /// `2024년 9월 30일`
    Words,
    /// `2024-09-30`
    Dashed,
    /// `2024/9/30`
    Slashed,
}

/// A date, or a part of one, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenDate {
    /// Its bytes: from the first number to the last sign, without the mark
    /// of a short year and without the weekday.
    pub range: Range<usize>,
    /// The mark before a short year: `’`, `'`.
    pub mark: Option<Range<usize>>,
    /// Whether the year has two digits.
    pub short: bool,
    /// The year in full.
    pub year: Option<u16>,
    /// The month as it is typed, be there such a month or not.
    pub month: Option<u16>,
    /// The day as it is typed.
    pub day: Option<u16>,
    /// How it is spelt.
    pub spelling: Spelling,
    /// The weekday in brackets behind it, and its bytes without the brackets.
    pub weekday: Option<(Range<usize>, Weekday)>,
}

impl WrittenDate {
    /// Where the date ends, its weekday included.
    pub(super) fn end(&self, text: &str) -> usize {
        match &self.weekday {
            Some((weekday, _)) => {
                weekday.end + text[weekday.end..].find(')').map_or(0, |at| at + 1)
            }
            None => self.range.end,
        }
    }

    /// Where the date begins, the mark of a short year included.
    pub(super) fn start(&self) -> usize {
        self.mark.as_ref().map_or(self.range.start, |mark| mark.start)
    }
}

/// The dates of a sentence, read once for all rules about them.
pub(in crate::check) struct Dates<'s> {
    /// The sentence.
    pub(super) sentence: &'s Sentence,
    /// What it stands in.
    pub(super) reading: &'s Reading<'s>,
    /// Its dates, in order.
    pub(super) all: Vec<WrittenDate>,
}

impl<'s> Dates<'s> {
    /// The dates of a sentence.
    pub(super) fn of(sentence: &'s Sentence, reading: &'s Reading<'s>) -> Self {
        Self { sentence, reading, all: written_dates(&sentence.text, reading.year()) }
    }

    /// The text of the sentence.
    pub(super) fn text(&self) -> &'s str {
        &self.sentence.text
    }

    /// A hit, without its fix where dates would be others when it is made.
    pub(super) fn kept(&self, hit: Hit) -> Hit {
        match keeps_dates(self.text(), &hit, self.reading.year()) {
            true => hit,
            false => hit.without_fix(),
        }
    }
}

/// Signs that are typed before the two digits of a year.
pub(super) const YEAR_MARKS: [char; 7] = ['’', '\'', '‘', '′', '`', '´', 'ʼ'];

/// Signs of a range.
pub(super) const TILDES: [char; 4] = ['~', '∼', '～', '〜'];

/// Whether a number of two digits without a mark may be a year: it is no month,
/// and near the year reported on.
pub(super) fn is_short_year(number: u16, year: u16) -> bool {
    number > 12 && (year.saturating_sub(15)..=year + 10).contains(&(2000 + number))
}

/// All dates of a text in order. A year of two digits without a mark is one
/// only if it is near `year`.
pub(super) fn written_dates(text: &str, year: u16) -> Vec<WrittenDate> {
    let mut dates: Vec<WrittenDate> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        let scan = Scan { text, start, year, previous: dates.last() };
        match scan.date() {
            Some(date) => {
                at = date.end(text);
                dates.push(date);
            }
            None => at = scan.past_number(),
        }
    }
    dates
}

/// How many bytes on either side of a number can decide what it is read as,
/// and more.
const NEAR: usize = 400;

/// Whether all dates are the same when the fix is made. Where dates run into
/// each other, one in another form may take a number from its neighbour. Only
/// what stands near is read again: a text may have thousands of dates.
fn keeps_dates(text: &str, hit: &Hit, year: u16) -> bool {
    let Some(instead) = &hit.instead else { return true };
    let begin = text.floor_char_boundary(hit.range.start.saturating_sub(NEAR));
    let end = text.ceil_char_boundary((hit.range.end + NEAR).min(text.len()));
    let days = |text: &str| -> Vec<_> {
        let dates = written_dates(text, year).into_iter();
        dates.map(|date| (date.year, date.month, date.day)).collect()
    };
    let (left, right) = (&text[begin..hit.range.start], &text[hit.range.end..end]);
    days(&text[begin..end]) == days(&[left, instead, right].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A date's text, year, month and day.
    type Parts<'t> = (&'t str, Option<u16>, Option<u16>, Option<u16>);

    fn read(text: &str) -> Vec<Parts<'_>> {
        let dates = written_dates(text, 2024);
        let parts = |date: WrittenDate| (&text[date.range], date.year, date.month, date.day);
        dates.into_iter().map(parts).collect()
    }

    #[test]
    fn dates_are_read_in_all_their_spellings() {
        let full = (Some(2024), Some(9), Some(30));
        for text in [
            "2024. 9. 30.",
            "2024.09.30",
            "2024년 9월 30일",
            "2024-09-30",
            "2024/9/30",
            "2024. 9. 30",
        ] {
            assert_eq!(read(text), [(text, full.0, full.1, full.2)], "{text}");
        }
        assert_eq!(read("’24. 7월 말"), [("24. 7월", Some(2024), Some(7), None)]);
        assert_eq!(read("24. 7월 말"), [("24. 7월", Some(2024), Some(7), None)]);
        assert_eq!(read("2026. 10. 준공 예정"), [("2026. 10.", Some(2026), Some(10), None)]);
        assert_eq!(read("9월 30일까지"), [("9월 30일", None, Some(9), Some(30))]);
        assert_eq!(read("2027. : 전환"), [("2027.", Some(2027), None, None)]);
    }

    #[test]
    fn ranges_are_two_dates() {
        assert_eq!(
            read("2024. 9. 2. ~ 9. 30."),
            [("2024. 9. 2.", Some(2024), Some(9), Some(2)), ("9. 30.", None, Some(9), Some(30))]
        );
        assert_eq!(
            read("9. 7.(토)~8.(일)"),
            [("9. 7.", None, Some(9), Some(7)), ("8.", None, Some(9), Some(8))]
        );
        assert_eq!(read("9.2.-9.30.").len(), 2);
        assert_eq!(
            read("2027. 3. ~ 12."),
            [("2027. 3.", Some(2027), Some(3), None), ("12.", None, Some(12), None)]
        );
        assert_eq!(read("9. 2.~30.")[1], ("30.", None, Some(9), Some(30)));
    }

    #[test]
    fn numbers_that_are_no_dates_are_none() {
        for text in [
            "가산동 550-22",
            "중로1-302호",
            "3.437km",
            "1.",
            "1. ~ 12.",
            "B/C= 0.71",
            "제2024-09-30호",
            "평균 3.5.",
            "3개월",
            "10:00~12:00",
            "2024.5㎡",
            "☎2033",
            "v2024.1",
            "24년",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
