//! Days of the calendar.

use crate::format::{Moment, days_in_month};

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
        let known = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        let last = u16::from(days_in_month(year, known));
        (1..=last).contains(&day).then_some(Self { year, month, day })
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

    /// Its day of the week, 0 for Monday.
    pub(crate) fn weekday(self) -> usize {
        // 1 March of the year 0 was a Wednesday.
        usize::try_from((self.number() + 2).rem_euclid(7)).unwrap_or_default()
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
        let last = u16::from(days_in_month(year, u8::try_from(month).unwrap_or(1)));
        Self { year, month, day: self.day.min(last) }.number()
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
        let ending = moment.day.unwrap_or_else(|| days_in_month(year, last));
        Self {
            first: Day { year, month: first.into(), day: moment.day.unwrap_or(1).into() },
            last: Day { year, month: last.into(), day: ending.into() },
        }
    }

    /// Whether whatever day this is, it comes before whatever day that is.
    pub(crate) fn is_before(self, other: Self) -> bool {
        self.last < other.first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_that_of_its_number() {
        let first = Day::new(1999, 12, 31).map(Day::number).expect("a day");
        let days: Vec<Day> = (first..first + 800).filter_map(Day::of_number).collect();
        assert_eq!(days.len(), 800);
        assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(days.iter().zip(first..).all(|(day, number)| day.number() == number));
        assert_eq!(days[60], Day { year: 2000, month: 2, day: 29 });
    }
}
