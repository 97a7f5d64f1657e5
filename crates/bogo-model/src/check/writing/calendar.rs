//! Days of the week, and whether a day is one of the calendar.

use crate::format::days_in_month;
pub(super) use crate::time::Day;

/// The days of the week, as they are abbreviated in brackets.
pub(super) const WEEKDAYS: [char; 7] = ['월', '화', '수', '목', '금', '토', '일'];

/// The same in Chinese characters.
pub(super) const CHINESE_WEEKDAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

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
