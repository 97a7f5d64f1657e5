//! Spans of time as reports write them.

use super::moment::Moment;
use super::year_part::YearPart;
use crate::korean::GLUE;

/// How months without a day are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MonthStyle {
    /// `2024. 1월 ~ 12월`
    #[default]
    Named,
    /// `2024. 9. ~ 10.`
    Dotted,
    /// By the quarters that they make up: `2026년 3분기 ~ 4분기`
    Quarters,
    /// By the halves of years that they make up: `2026년 하반기`
    Halves,
    /// By the years that they make up: `2024년 ~ 2026년`
    Years,
}

/// How the year of a period is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum YearStyle {
    /// `2019. 4. ~ 12.`
    #[default]
    Full,
    /// `’19. 4. ~ 12.`
    Short,
    /// `4. ~ 12.`
    None,
}

/// How a span of time is printed; named months with their year in full if
/// nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PeriodStyle {
    /// How its months are.
    pub months: MonthStyle,
    /// How its years are.
    pub year: YearStyle,
}

/// A span of time as it is printed where nothing is said about its style.
pub fn span_of_time(from: Moment, to: Moment) -> String {
    PeriodStyle::default().dotted(from, Some(to))
}

impl PeriodStyle {
    /// A span of time in this style, what the end shares with the beginning left
    /// out: `2024. 7. 15. ~ 10. 31.`, `’19. 4. ~ 12.`, `2026년 하반기`; open
    /// without an end. `None` where it is not made up of the halves, quarters or
    /// years by which it is to be printed, or leaves out a year without which it
    /// cannot be read.
    pub(crate) fn period(self, from: Moment, to: Option<Moment>) -> Option<String> {
        let readable = match (self.year, to) {
            (YearStyle::None, _) if self.months == MonthStyle::Years => false,
            (YearStyle::None, Some(to)) => from.month.is_some() && is_within_a_year(from, to),
            (YearStyle::None, None) => from.month.is_some(),
            _ => true,
        };
        let text = match self.months {
            MonthStyle::Named | MonthStyle::Dotted => Some(self.dotted(from, to)),
            MonthStyle::Quarters | MonthStyle::Halves | MonthStyle::Years => {
                self.in_parts(from, to)
            }
        };
        text.filter(|_| readable)
    }

    /// With a dot behind each number: `2024. 7. 15. ~ 10. 31.`
    fn dotted(self, from: Moment, to: Option<Moment>) -> String {
        let begin = self.moment(from, None);
        match to {
            Some(to) if to == from => begin,
            Some(to) => format!("{begin}{GLUE}~ {}", self.moment(to, Some(from))),
            None => format!("{begin}{GLUE}~"),
        }
    }

    /// One end of a period; its year only where it differs from `after`'s.
    fn moment(self, moment: Moment, after: Option<Moment>) -> String {
        let mut parts = Vec::new();
        if after.is_none_or(|after| after.year != moment.year) || moment.month.is_none() {
            parts.extend(self.year(moment.year).map(|year| format!("{year}.")));
        }
        match (moment.month, moment.day) {
            (Some(month), Some(day)) => parts.extend([format!("{month}."), format!("{day}.")]),
            (Some(month), None) if self.months == MonthStyle::Named => {
                parts.push(format!("{month}월"));
            }
            (Some(month), None) => parts.push(format!("{month}.")),
            (None, _) => {}
        }
        parts.join(&GLUE.to_string())
    }

    /// By quarters, halves or years: `2026년 하반기 ~ 2027년 상반기`.
    fn in_parts(self, from: Moment, to: Option<Moment>) -> Option<String> {
        let months = |part: Option<YearPart>| part.map_or((1, 12), YearPart::months);
        let month = from.month.unwrap_or(1);
        let first = self.part_of(month);
        if from.day.is_some() || months(first).0 != month {
            return None;
        }
        let begin = self.part(Some(from.year), first);
        let Some(to) = to else { return Some(format!("{begin}{GLUE}~")) };
        let month = to.month.unwrap_or(12);
        let last = self.part_of(month);
        if to.day.is_some() || months(last).1 != month {
            return None;
        }
        if (from.year, first) == (to.year, last) {
            return Some(begin);
        }
        let end = self.part(Some(to.year).filter(|year| *year != from.year), last);
        Some(format!("{begin}{GLUE}~ {end}"))
    }

    /// The half or the quarter that a month is in; `None` where whole years are
    /// printed.
    fn part_of(self, month: u16) -> Option<YearPart> {
        match self.months {
            MonthStyle::Quarters => Some(YearPart::quarter_of(month)),
            MonthStyle::Halves => Some(YearPart::half_of(month)),
            MonthStyle::Named | MonthStyle::Dotted | MonthStyle::Years => None,
        }
    }

    /// A quarter, a half or a year, with its year or without.
    fn part(self, year: Option<u16>, part: Option<YearPart>) -> String {
        let year = year.and_then(|year| self.year(year)).map(|year| format!("{year}년"));
        let name = part.map(|part| part.to_string());
        year.into_iter().chain(name).collect::<Vec<_>>().join(&GLUE.to_string())
    }

    /// The year as it is printed, if it is.
    fn year(self, year: u16) -> Option<String> {
        match self.year {
            YearStyle::Full => Some(year.to_string()),
            YearStyle::Short => Some(format!("’{:02}", year % 100)),
            YearStyle::None => None,
        }
    }
}

/// Whether both ends lie so near each other that no year has to be said.
fn is_within_a_year(from: Moment, to: Moment) -> bool {
    let next_year = Moment { year: from.year + 1, ..from };
    to.year == from.year || to < next_year && to.month < from.month
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::moment::tests::moments;
    use super::*;

    proptest! {
        #[test]
        fn both_ends_can_be_read_from_a_period_with_its_years(from in moments(), to in moments()) {
            let (from, to) = (from.min(to), from.max(to));
            let style = PeriodStyle { months: MonthStyle::Dotted, year: YearStyle::Full };
            let text = style.period(from, Some(to)).expect("a period").replace(GLUE, " ");
            let (begin, end) = text.split_once(" ~ ").unwrap_or((&text, &text));
            let numbers = |text: &str| -> Vec<u16> {
                text.split(['.', ' ']).filter_map(|part| part.parse().ok()).collect()
            };
            let said = |moment: Moment| -> Vec<u16> {
                [Some(moment.year), moment.month, moment.day].into_iter().flatten().collect()
            };
            prop_assert_eq!(numbers(begin), said(from));
            // The end says its year only where that is another one.
            prop_assert!(said(to).ends_with(&numbers(end)));
            prop_assert!(numbers(end).first() == Some(&to.year) || to.year == from.year);
        }

        #[test]
        fn a_half_or_a_quarter_is_told_by_its_name(year in 1900..3000_u16, month in 1..=12_u16) {
            let parts = [
                (MonthStyle::Halves, YearPart::half_of(month)),
                (MonthStyle::Quarters, YearPart::quarter_of(month)),
            ];
            for (months, part) in parts {
                let (first, last) = part.months();
                let [from, to] = [first, last].map(|month| Moment { year, month: Some(month), day: None });
                let style = PeriodStyle { months, year: YearStyle::None };
                prop_assert_eq!(style.period(from, Some(to)), Some(part.to_string()));
            }
        }
    }

    fn printed(
        from: &str,
        to: Option<&str>,
        months: MonthStyle,
        year: YearStyle,
    ) -> Option<String> {
        let moment = |text| Moment::parse(text).expect("a date");
        let text = PeriodStyle { months, year }.period(moment(from), to.map(moment));
        text.map(|text| text.replace(GLUE, " "))
    }

    #[test]
    fn periods_leave_out_what_the_end_shares_with_the_beginning() {
        use MonthStyle::{Dotted, Named};
        for (from, to, months, text) in [
            ("2024-01", Some("2024-12"), Named, "2024. 1월 ~ 12월"),
            ("2024-09", Some("2024-10"), Dotted, "2024. 9. ~ 10."),
            ("2024-07-15", Some("2024-10-31"), Named, "2024. 7. 15. ~ 10. 31."),
            ("2027-06", Some("2029-12"), Dotted, "2027. 6. ~ 2029. 12."),
            ("2024-07", None, Dotted, "2024. 7. ~"),
            ("2024", Some("2026"), Named, "2024. ~ 2026."),
            ("2024-07", Some("2024-07"), Named, "2024. 7월"),
        ] {
            assert_eq!(printed(from, to, months, YearStyle::Full).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_year_is_shortened_or_left_out_with_months_and_with_days() {
        use MonthStyle::{Dotted, Named};
        use YearStyle::{None as Without, Short};
        for (from, to, months, year, text) in [
            ("2019-04", Some("2019-12"), Dotted, Short, "’19. 4. ~ 12."),
            ("2019-04", Some("2019-12"), Named, Short, "’19. 4월 ~ 12월"),
            ("2019-11", Some("2020-02"), Dotted, Short, "’19. 11. ~ ’20. 2."),
            ("2009-07-15", Some("2009-10-31"), Named, Short, "’09. 7. 15. ~ 10. 31."),
            ("2019", Some("2022"), Named, Short, "’19. ~ ’22."),
            ("2019-07", None, Dotted, Short, "’19. 7. ~"),
            ("2019-01", Some("2019-12"), Dotted, Without, "1. ~ 12."),
            ("2019-01", Some("2019-12"), Named, Without, "1월 ~ 12월"),
            ("2019-07-15", Some("2019-10-31"), Dotted, Without, "7. 15. ~ 10. 31."),
            ("2019-12-20", Some("2020-01-10"), Dotted, Without, "12. 20. ~ 1. 10."),
            ("2019-07", None, Named, Without, "7월 ~"),
        ] {
            assert_eq!(printed(from, to, months, year).as_deref(), Some(text), "{from}");
        }
    }

    #[test]
    fn a_year_that_is_needed_is_not_left_out() {
        for (from, to) in [
            ("2019", Some("2022")),
            ("2019", None),
            ("2019-04", Some("2020-12")),
            ("2019-04", Some("2020-04")),
        ] {
            assert_eq!(printed(from, to, MonthStyle::Dotted, YearStyle::None), None, "{from}");
        }
    }

    #[test]
    fn months_are_told_by_the_quarters_halves_and_years_that_they_make_up() {
        use MonthStyle::{Halves, Quarters, Years};
        use YearStyle::{Full, None as Without, Short};
        for (from, to, months, year, text) in [
            ("2026-07", Some("2026-12"), Halves, Full, "2026년 하반기"),
            ("2026-07", Some("2027-06"), Halves, Full, "2026년 하반기 ~ 2027년 상반기"),
            ("2026-01", Some("2026-12"), Halves, Short, "’26년 상반기 ~ 하반기"),
            ("2026-07", Some("2026-12"), Halves, Without, "하반기"),
            ("2026-07", None, Halves, Full, "2026년 하반기 ~"),
            ("2026-04", Some("2026-06"), Quarters, Full, "2026년 2분기"),
            ("2026-07", Some("2026-12"), Quarters, Short, "’26년 3분기 ~ 4분기"),
            ("2024", Some("2026"), Years, Full, "2024년 ~ 2026년"),
            ("2024-01", Some("2024-12"), Years, Full, "2024년"),
            ("2024", Some("2026"), Years, Short, "’24년 ~ ’26년"),
        ] {
            assert_eq!(printed(from, to, months, year).as_deref(), Some(text), "{from}");
        }
        for (from, to, months, year) in [
            ("2026-08", Some("2026-12"), Halves, Full),
            ("2026-07", Some("2026-11"), Halves, Full),
            ("2026-07-01", Some("2026-12-31"), Halves, Full),
            ("2026-02", Some("2026-04"), Quarters, Full),
            ("2024-03", Some("2026-12"), Years, Full),
            ("2024", Some("2024"), Years, Without),
        ] {
            assert_eq!(printed(from, to, months, year), None, "{from}");
        }
    }
}
