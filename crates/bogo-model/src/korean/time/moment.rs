//! Moments as exactly as a report says them.

use super::day::Day;
use crate::korean::GLUE;

/// A year, a month of it, or a day of that: `2024`, `2024-09`, `2024-09-30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The year, 1900 to 2999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u16>,
    /// The day of the month; only with a month.
    pub day: Option<u16>,
}

/// A stand-in for a date that is wrong; no report bears it.
impl Default for Moment {
    fn default() -> Self {
        Self { year: 1900, month: None, day: None }
    }
}

impl Moment {
    /// The moment; `None` if the calendar has none such, or if its year is not
    /// one that reports are about.
    pub(crate) fn new(year: u16, month: Option<u16>, day: Option<u16>) -> Option<Self> {
        // Only a month has days, and each has a first one.
        let has_month = month.is_some() || day.is_none();
        let is_day = Day::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_some();
        let is_moment = (1900..3000).contains(&year) && has_month && is_day;
        is_moment.then_some(Self { year, month, day })
    }

    /// Reads the ISO spelling; `None` if it is none or no day of the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |digits: &str, count: usize| {
            let is_number = digits.len() == count && digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse().ok().filter(|_| is_number)
        };
        let parts: Vec<&str> = text.split('-').collect();
        match parts[..] {
            [year] => Self::new(number(year, 4)?, None, None),
            [year, month] => Self::new(number(year, 4)?, Some(number(month, 2)?), None),
            [year, month, day] => {
                Self::new(number(year, 4)?, Some(number(month, 2)?), Some(number(day, 2)?))
            }
            _ => None,
        }
    }
}

/// The date as the 편람 writes it: `2024. 9. 30.`, `2024. 9.`, `2024.`
pub fn date(moment: Moment) -> String {
    let mut text = format!("{}.", moment.year);
    for part in [moment.month, moment.day].into_iter().flatten() {
        text.push_str(&format!("{GLUE}{part}."));
    }
    text
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Moments of every kind.
    pub(crate) fn moments() -> impl Strategy<Value = Moment> {
        let day = (1900..3000_u16, 0..=12_u16, 0..=31_u16);
        day.prop_filter_map("no such day", |(year, month, day)| {
            let said = |part: u16| Some(part).filter(|part| *part > 0);
            Moment::new(year, said(month), said(day))
        })
    }

    proptest! {
        #[test]
        fn a_moment_is_read_as_it_is_spelt(moment in moments()) {
            let parts = [moment.month, moment.day].into_iter().flatten();
            let parts: String = parts.map(|part| format!("-{part:02}")).collect();
            prop_assert_eq!(Moment::parse(&format!("{}{parts}", moment.year)), Some(moment));
        }

        #[test]
        fn a_date_is_printed_with_all_its_parts(moment in moments()) {
            let text = date(moment).replace(GLUE, "");
            let parts: Vec<u16> = text.split_terminator('.').filter_map(|part| part.parse().ok()).collect();
            let said = [Some(moment.year), moment.month, moment.day];
            prop_assert_eq!(parts, said.into_iter().flatten().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_moment_is_a_day_of_the_calendar() {
        assert_eq!(
            Moment::parse("2024-02-29"),
            Some(Moment { year: 2024, month: Some(2), day: Some(29) })
        );
        for wrong in [
            "2023-02-29",
            "2024-13",
            "2024-9",
            "24-09",
            "2024-09-30-1",
            "",
            "2024-00",
            "1899",
            "2024--01",
        ] {
            assert_eq!(Moment::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn dates_follow_the_manual() {
        let shown = |text| date(Moment::parse(text).expect("a date")).replace(GLUE, " ");
        assert_eq!(shown("2024-09-30"), "2024. 9. 30.");
        assert_eq!(shown("2024-09"), "2024. 9.");
        assert_eq!(shown("2019"), "2019.");
    }
}
