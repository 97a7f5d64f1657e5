//! Days of the week, and whether a day is one of the calendar.

use crate::format::days_in_month;

/// The days of the week, as they are abbreviated in brackets.
pub(super) const WEEKDAYS: [char; 7] = ['월', '화', '수', '목', '금', '토', '일'];

/// The same in Chinese characters.
pub(super) const CHINESE_WEEKDAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    /// The year in full.
    pub year: u16,
    /// 1 to 12.
    pub month: u16,
    /// 1 to the last day of the month.
    pub day: u16,
}

impl Day {
    /// The day, if the calendar has it.
    pub(super) fn new(year: u16, month: u16, day: u16) -> Option<Self> {
        is_day(Some(year), month, day).then_some(Self { year, month, day })
    }

    /// Days since 1 March of the year 0 (Howard Hinnant's algorithm).
    pub(super) fn number(self) -> i64 {
        let months_since_march = (i64::from(self.month) + 9) % 12;
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let day_of_year = (153 * months_since_march + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year
    }

    /// Its day of the week, an index of [`WEEKDAYS`].
    pub(super) fn weekday(self) -> usize {
        // 1 March of the year 0 was a Wednesday.
        usize::try_from((self.number() + 2).rem_euclid(7)).unwrap_or_default()
    }

    /// The days around it in the same month, nearest first, at most three
    /// away.
    pub(super) fn neighbours(self) -> impl Iterator<Item = Self> {
        let days = (1..=3_i32).flat_map(|away| [away, -away]);
        days.filter_map(move |away| {
            let day = u16::try_from(i32::from(self.day) + away).ok()?;
            Self::new(self.year, self.month, day)
        })
    }
}

/// Whether the calendar has this day. Without a year, 29 February may be one.
pub(super) fn is_day(year: Option<u16>, month: u16, day: u16) -> bool {
    let last = u8::try_from(month).ok().filter(|month| (1..=12).contains(month));
    last.is_some_and(|month| {
        (1..=u16::from(days_in_month(year.unwrap_or(2024), month))).contains(&day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_week_are_those_of_the_calendar() {
        for (day, weekday) in [
            ((2024, 9, 7), '토'),
            ((2026, 8, 3), '월'),
            ((2000, 2, 29), '화'),
            ((1945, 8, 15), '수'),
        ] {
            let day = Day::new(day.0, day.1, day.2).expect("a day");
            assert_eq!(WEEKDAYS[day.weekday()], weekday, "{day:?}");
        }
    }

    #[test]
    fn the_calendar_knows_leap_years() {
        assert!(is_day(None, 2, 29) && is_day(Some(2024), 2, 29) && !is_day(Some(2023), 2, 29));
        assert!(!is_day(None, 2, 30) && !is_day(None, 13, 1) && !is_day(None, 9, 31));
    }
}
