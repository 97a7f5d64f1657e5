//! How long a span of time is, in every way in which offices count it.

use super::day::{Day, Stretch};
use super::length::{Length, LengthUnit, SaidLength};
use super::moment::Moment;

/// A span of time with both its ends, which count in full: `2019. 4. ~ 12.` is
/// nine months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extent {
    first: Day,
    last: Day,
    ends: Ends,
}

/// How exactly the two ends are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    Days,
    Months,
    Years,
    /// One end more exactly than the other.
    Mixed,
}

impl Extent {
    /// The span from one moment to another; `None` if it ends before it
    /// begins.
    pub(crate) fn new(from: Moment, to: Moment) -> Option<Self> {
        let kind = |moment: Moment| match (moment.month, moment.day) {
            (Some(_), Some(_)) => Ends::Days,
            (Some(_), None) => Ends::Months,
            (None, _) => Ends::Years,
        };
        let (first, last) = (Stretch::of(from).first, Stretch::of(to).last);
        let ends = if kind(from) == kind(to) { kind(from) } else { Ends::Mixed };
        (first <= last).then_some(Self { first, last, ends })
    }

    /// How many days it has, both ends counted.
    fn days(self) -> u32 {
        u32::try_from(self.last.number() - self.first.number() + 1).unwrap_or_default()
    }

    /// Its whole months, and the days that are left.
    fn months(self) -> (u32, u32) {
        months_until(self.first, self.last.number() + 1)
    }

    /// How many months of the calendar it touches.
    fn touched_months(self) -> u32 {
        let index = |day: Day| u32::from(day.year) * 12 + u32::from(day.month);
        index(self.last) - index(self.first) + 1
    }

    /// How many years of the calendar it touches.
    fn touched_years(self) -> u32 {
        u32::from(self.last.year - self.first.year) + 1
    }

    /// The unit that its ends are said in.
    pub(crate) fn unit(self) -> LengthUnit {
        match self.ends {
            Ends::Days | Ends::Mixed => LengthUnit::Days,
            Ends::Months => LengthUnit::Months,
            Ends::Years => LengthUnit::Years,
        }
    }

    /// How many of a unit it is; `None` where that is no whole number.
    pub(crate) fn count(self, unit: LengthUnit) -> Option<u32> {
        let (months, days) = self.months();
        match unit {
            LengthUnit::Days => Some(self.days()),
            LengthUnit::Weeks => whole(self.days(), 7),
            LengthUnit::Months => Some(months).filter(|_| days == 0),
            LengthUnit::Years => whole(months, 12).filter(|_| days == 0),
        }
    }

    /// Its length in a unit, or in smaller ones where it is no whole number of
    /// that.
    pub(crate) fn length(self, unit: LengthUnit) -> Length {
        let (months, days) = self.months();
        let length = match unit {
            LengthUnit::Years => self.count(unit).map(Length::Years),
            LengthUnit::Weeks => self.count(unit).map(Length::Weeks),
            LengthUnit::Days | LengthUnit::Months => None,
        };
        length.unwrap_or(match unit {
            LengthUnit::Days | LengthUnit::Weeks => Length::Days(self.days()),
            _ if days == 0 => Length::Months(months),
            _ if months == 0 => Length::Days(days),
            _ => Length::MonthsAndDays(months, days),
        })
    }

    /// The right length in the unit of one that is wrong.
    pub(crate) fn instead_of(self, length: Length) -> Length {
        match length {
            Length::Days(_) => self.length(LengthUnit::Days),
            Length::Weeks(_) => self.length(LengthUnit::Weeks),
            Length::Months(_) | Length::MonthsAndDays(..) => self.length(LengthUnit::Months),
            Length::Years(_) => self.length(LengthUnit::Years),
            Length::CalendarYears(_) => Length::CalendarYears(self.touched_years()),
        }
    }

    /// Whether a length that is said may be that of the span. Only what is
    /// wrong in every usual way of counting is not.
    pub(crate) fn may_be(self, said: SaidLength) -> bool {
        if !said.about {
            return self.may_be_exactly(said.length, said.whole);
        }
        let is_near = |count: u32, (least, most): (u32, u32)| {
            let away = (count * 3 / 20).max(1);
            count.saturating_sub(away) <= most && least <= count + away
        };
        match said.length {
            Length::Days(count) => is_near(count, self.day_bounds()),
            Length::Weeks(count) => is_near(count, self.week_bounds()),
            Length::Months(count) | Length::MonthsAndDays(count, _) => {
                is_near(count, self.month_bounds())
            }
            Length::Years(count) | Length::CalendarYears(count) => {
                is_near(count * 12, self.month_bounds())
                    || self.may_be_exactly(said.length, said.whole)
            }
        }
    }

    fn may_be_exactly(self, length: Length, whole: bool) -> bool {
        match length {
            Length::Days(count) => self.may_be_days(count, whole),
            Length::Weeks(count) => self.may_be_weeks(count, whole),
            Length::Months(count) => self.may_be_months(count),
            Length::MonthsAndDays(months, days) => self.may_be_months_and_days(months, days),
            Length::Years(count) => self.may_be_years(count),
            Length::CalendarYears(count) => {
                count == self.touched_years() || self.may_be_years(count)
            }
        }
    }

    /// The fewest and the most days that it can have: where an end is known to
    /// its month or year only, it may be any day of that.
    fn bounds(self) -> (u32, u32) {
        let most = self.days();
        let least = match self.ends {
            Ends::Days => most,
            Ends::Months => most.saturating_sub(60),
            Ends::Years => most.saturating_sub(730),
            Ends::Mixed => 0,
        };
        (least, most)
    }

    /// The fewest and the most days that are counted of it, those without work
    /// left out or not.
    fn day_bounds(self) -> (u32, u32) {
        let (least, most) = self.bounds();
        match self.ends {
            Ends::Days => (self.workdays().0, most),
            _ => (least.saturating_sub(1), most),
        }
    }

    /// How many weekdays it has at least, holidays left out, and how many with
    /// Saturdays at most.
    fn workdays(self) -> (u32, u32) {
        let days = self.days();
        let (weeks, left) = (days / 7, days % 7);
        let first = u32::from(self.first.weekday().after_monday());
        let of_rest = |last: u32| {
            let days = (0..left).map(|day| (first + day) % 7);
            u32::try_from(days.filter(|weekday| *weekday <= last).count()).unwrap_or_default()
        };
        let weekdays = weeks * 5 + of_rest(4);
        (weekdays.saturating_sub(weekdays / 8 + 3), weeks * 6 + of_rest(5))
    }

    /// Days with the first or without it, working days, weekdays and
    /// Saturdays.
    fn may_be_days(self, count: u32, whole: bool) -> bool {
        let (least, most) = self.bounds();
        if self.ends != Ends::Days {
            return count <= most && (!whole || count + 1 >= least);
        }
        let (weekdays, with_saturdays) = self.workdays();
        let at_work = (weekdays..=with_saturdays).contains(&count);
        let takes_place = !whole && count <= with_saturdays;
        count == most || count + 1 == most || at_work || takes_place
    }

    /// The fewest and the most weeks that are counted of it: whole ones, begun
    /// ones, those of the calendar. One may be left out for a holiday.
    fn week_bounds(self) -> (u32, u32) {
        let (least, most) = self.bounds();
        let weekday = u32::from(self.first.weekday().after_monday());
        let touched = (weekday + most).div_ceil(7);
        let most = if self.ends == Ends::Days { touched } else { most.div_ceil(7) };
        ((least / 7).saturating_sub(u32::from(least >= 56)).max(1), most)
    }

    fn may_be_weeks(self, count: u32, whole: bool) -> bool {
        let (least, most) = self.week_bounds();
        count <= most && (!whole || count >= least)
    }

    /// The fewest and the most months that are counted of it: whole ones, begun
    /// ones, those of the calendar.
    fn month_bounds(self) -> (u32, u32) {
        let (months, days) = self.months();
        match self.ends {
            Ends::Months => (months, months),
            Ends::Years => (months.saturating_sub(22), months),
            Ends::Mixed => (0, self.touched_months()),
            Ends::Days if days == 0 => (months, months),
            Ends::Days => (months.max(1), self.touched_months().max(months + 1)),
        }
    }

    fn may_be_months(self, count: u32) -> bool {
        let (least, most) = self.month_bounds();
        (least..=most).contains(&count)
    }

    fn may_be_months_and_days(self, months: u32, days: u32) -> bool {
        match self.ends {
            Ends::Days => {
                let without_last = months_until(self.first, self.last.number());
                [self.months(), without_last].contains(&(months, days))
            }
            // From the middle of one month to that of another.
            _ => months < self.touched_months(),
        }
    }

    /// Years that are whole, nearly so, or said of a span that is known to its
    /// years only.
    fn may_be_years(self, count: u32) -> bool {
        let (months, days) = self.months();
        let years = months / 12;
        if self.ends == Ends::Years {
            return count == years || (count + 1 == years && years > 1);
        }
        if months % 12 == 0 && days == 0 {
            return count == years;
        }
        let nearly = months >= 10 && count == years + 1;
        self.ends == Ends::Mixed && count <= years + 1 || count > 0 && count == years || nearly
    }
}

/// The whole months from a day to that of this number, and the days left.
fn months_until(first: Day, end: i64) -> (u32, u32) {
    let mut months = u32::try_from((end - first.number()).max(0) / 31).unwrap_or_default();
    while first.months_later(months + 1) <= end {
        months += 1;
    }
    let days = u32::try_from(end - first.months_later(months)).unwrap_or_default();
    (months, days)
}

/// So many of this many, if it is a whole number.
fn whole(count: u32, of: u32) -> Option<u32> {
    count.is_multiple_of(of).then_some(count / of)
}

#[cfg(test)]
mod tests;
