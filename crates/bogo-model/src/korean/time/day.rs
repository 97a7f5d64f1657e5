//! Days of the calendar.

use super::moment::Moment;
use super::weekday::Weekday;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    /// The year in full.
    pub year: u16,
    /// 1 to 12.
    pub month: u16,
    /// 1 to the last day of the month.
    pub day: u16,
}

impl Day {
    /// The day, if the calendar has it.
    pub(crate) fn new(year: u16, month: u16, day: u16) -> Option<Self> {
        let is_day = (1..=12).contains(&month) && (1..=last_of_month(year, month)).contains(&day);
        is_day.then_some(Self { year, month, day })
    }

    /// Days since 1 March of the year 0 (Howard Hinnant's algorithm).
    pub(crate) fn number(self) -> i64 {
        let months_since_march = (i64::from(self.month) + 9) % 12;
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let day_of_year = (153 * months_since_march + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year
    }

    /// The day of a number (the same algorithm).
    pub(crate) fn of_number(number: i64) -> Option<Self> {
        const DAYS_IN_400_YEARS: i64 = 146_097;
        let (cycle, day) =
            (number.div_euclid(DAYS_IN_400_YEARS), number.rem_euclid(DAYS_IN_400_YEARS));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (year * 365 + year / 4 - year / 100);
        let months_since_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * months_since_march + 2) / 5 + 1;
        let month = (months_since_march + 2) % 12 + 1;
        let year = cycle * 400 + year + i64::from(month <= 2);
        let [year, month, day] = [year, month, day].map(u16::try_from);
        Self::new(year.ok()?, month.ok()?, day.ok()?)
    }

    /// Its day of the week.
    pub(crate) fn weekday(self) -> Weekday {
        // 1 March of the year 0 was a Wednesday.
        let after_monday = usize::try_from((self.number() + 2).rem_euclid(7));
        Weekday::ALL[after_monday.unwrap_or_default()]
    }

    /// The days around it in the same month, nearest first, at most three
    /// away.
    pub(crate) fn neighbours(self) -> impl Iterator<Item = Self> {
        let days = (1..=3_i32).flat_map(|away| [away, -away]);
        days.filter_map(move |away| {
            let day = u16::try_from(i32::from(self.day) + away).ok()?;
            Self::new(self.year, self.month, day)
        })
    }

    /// The number of the same day so many months later, or of the last day of
    /// that month where it is shorter.
    pub(super) fn months_later(self, months: u32) -> i64 {
        let index = u32::from(self.month) - 1 + months;
        let year = self.year.saturating_add(u16::try_from(index / 12).unwrap_or(u16::MAX));
        let month = u16::try_from(index % 12).unwrap_or_default() + 1;
        Self { year, month, day: self.day.min(last_of_month(year, month)) }.number()
    }
}

/// Whether the calendar has this day. Without a year, 29 February may be one.
pub(crate) fn is_day(year: Option<u16>, month: u16, day: u16) -> bool {
    Day::new(year.unwrap_or(2024), month, day).is_some()
}

/// The last day of a month from 1 to 12: how many days it has.
fn last_of_month(year: u16, month: u16) -> u16 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days one after the other: all that a moment known to its month or year only
/// may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// The first of them.
    pub first: Day,
    /// The last.
    pub last: Day,
}

impl Stretch {
    /// The days of a moment: a day, a month, a year.
    pub(crate) fn of(moment: Moment) -> Self {
        let year = moment.year;
        let (first, last) = (moment.month.unwrap_or(1), moment.month.unwrap_or(12));
        let ending = moment.day.unwrap_or_else(|| last_of_month(year, last));
        Self {
            first: Day { year, month: first, day: moment.day.unwrap_or(1) },
            last: Day { year, month: last, day: ending },
        }
    }

    /// The days of months of a year, from the first to the last of these;
    /// `None` if the year has no such months.
    pub(crate) fn of_months(year: u16, (first, last): (u16, u16)) -> Option<Self> {
        let first = Day::new(year, first, 1)?;
        Some(Self { first, last: Day::new(year, last, last_of_month(year, last))? })
    }

    /// Whether whatever day this is, it comes before whatever day that is.
    pub(crate) fn is_before(self, other: Self) -> bool {
        self.last < other.first
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::moment::tests::moments;
    use super::*;

    fn days() -> impl Strategy<Value = Day> {
        let day = (1..10_000_u16, 1..=12_u16, 1..=31_u16);
        day.prop_filter_map("no such day", |(year, month, day)| Day::new(year, month, day))
    }

    proptest! {
        #[test]
        fn a_day_is_that_of_its_number(day in days()) {
            prop_assert_eq!(Day::of_number(day.number()), Some(day));
        }

        #[test]
        fn the_day_after_has_the_next_number_and_the_next_weekday(day in days()) {
            let next = Day::of_number(day.number() + 1).expect("a day");
            let is_next = match (next.month != day.month, next.year != day.year) {
                (_, true) => (next.year, next.month, next.day) == (day.year + 1, 1, 1),
                (true, false) => (next.month, next.day) == (day.month + 1, 1),
                (false, false) => next.day == day.day + 1,
            };
            prop_assert!(is_next && day < next, "{day:?} {next:?}");
            let [today, tomorrow] = [day, next].map(|day| day.weekday().after_monday());
            prop_assert_eq!((today + 1) % 7, tomorrow);
        }

        #[test]
        fn months_later_is_the_same_day_or_the_last_of_its_month(day in days(), months in 0..600_u32) {
            let later = Day::of_number(day.months_later(months)).expect("a day");
            let index = |day: Day| u32::from(day.year) * 12 + u32::from(day.month);
            prop_assert_eq!(index(later), index(day) + months);
            let last = last_of_month(later.year, later.month);
            prop_assert_eq!(later.day, day.day.min(last));
        }

        #[test]
        fn a_moment_is_all_days_that_it_may_be(moment in moments()) {
            let Stretch { first, last } = Stretch::of(moment);
            let count = last.number() - first.number() + 1;
            let expected = match (moment.month, moment.day) {
                (Some(_), Some(_)) => 1..=1,
                (Some(_), None) => 28..=31,
                _ => 365..=366,
            };
            prop_assert!(expected.contains(&count), "{count}");
            let whole_months = (moment.month.unwrap_or(1), moment.month.unwrap_or(12));
            if moment.day.is_none() {
                let months = Stretch::of_months(moment.year, whole_months);
                prop_assert_eq!(months, Some(Stretch { first, last }));
            }
        }
    }

    #[test]
    fn days_of_the_week_are_those_of_the_calendar() {
        for ((year, month, day), weekday) in [
            ((2024, 9, 7), Weekday::Saturday),
            ((2026, 8, 3), Weekday::Monday),
            ((2000, 2, 29), Weekday::Tuesday),
            ((1945, 8, 15), Weekday::Wednesday),
        ] {
            let day = Day::new(year, month, day).expect("a day");
            assert_eq!(day.weekday(), weekday, "{day:?}");
        }
    }

    #[test]
    fn the_calendar_knows_leap_years() {
        assert!(is_day(None, 2, 29) && is_day(Some(2024), 2, 29) && !is_day(Some(2023), 2, 29));
        assert!(is_day(Some(2000), 2, 29) && !is_day(Some(1900), 2, 29));
        assert!(!is_day(None, 2, 30) && !is_day(None, 13, 1) && !is_day(None, 9, 31));
    }
}
