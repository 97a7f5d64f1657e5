//! Lengths of time as they are written: `9개월`, `약 1년 6개월간`.

use std::fmt;

use crate::korean::hangul::is_syllable;

/// What a length of time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LengthUnit {
    /// 일.
    Days,
    /// 주.
    Weeks,
    /// 개월.
    Months,
    /// 년.
    Years,
}

impl LengthUnit {
    /// All units, the shortest first.
    pub(crate) const ALL: [Self; 4] = [Self::Days, Self::Weeks, Self::Months, Self::Years];

    /// How it is written.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Days => "일",
            Self::Weeks => "주",
            Self::Months => "개월",
            Self::Years => "년",
        }
    }
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// `90일`.
    Days(u32),
    /// `4주`.
    Weeks(u32),
    /// `9개월`; `1년 6개월` is 18.
    Months(u32),
    /// `3개월 15일`.
    MonthsAndDays(u32, u32),
    /// `3년`.
    Years(u32),
    /// `3개년`: years of the calendar, begun ones included.
    CalendarYears(u32),
}

impl fmt::Display for Length {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(days) => write!(formatter, "{days}일"),
            Self::Weeks(weeks) => write!(formatter, "{weeks}주"),
            Self::Months(months) => write!(formatter, "{months}개월"),
            Self::MonthsAndDays(months, days) => write!(formatter, "{months}개월 {days}일"),
            Self::Years(years) => write!(formatter, "{years}년"),
            Self::CalendarYears(years) => write!(formatter, "{years}개년"),
        }
    }
}

impl Length {
    /// It in the units of a length that is typed, as far as it can be said in
    /// them: 18 months are `1년 6개월` beside `1년 7개월`.
    pub(crate) fn in_units_of(self, typed: &str) -> String {
        let parts = match self {
            Self::Months(months) if typed.contains('년') => {
                [(months / 12, "년"), (months % 12, "개월")]
            }
            Self::Days(days) if typed.contains('주') => [(days / 7, "주"), (days % 7, "일")],
            _ => return self.to_string(),
        };
        let said = parts.iter().filter(|(count, _)| *count > 0);
        said.map(|(count, unit)| format!("{count}{unit}")).collect::<Vec<_>>().join(" ")
    }
}

/// A length as a text says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SaidLength {
    /// How long.
    pub length: Length,
    /// Whether it is said to be about that: 약 9개월, 9개월여.
    pub about: bool,
    /// Whether words say that it is all the time there is: 90일간. `20일` and
    /// `총 20일` may be the days on which something takes place.
    pub whole: bool,
}

/// What a period says of its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LengthClaim {
    /// It is to be computed, in a unit or in that of the period's ends.
    Computed(Option<LengthUnit>),
    /// It is this one.
    Said(SaidLength),
}

impl LengthClaim {
    /// Reads `=`, `=개월` or a length; `None` if it is neither.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text.trim().strip_prefix('=') {
            Some("") => Some(Self::Computed(None)),
            Some(word) => {
                let unit = LengthUnit::ALL.into_iter().find(|unit| unit.word() == word.trim());
                unit.map(|unit| Self::Computed(Some(unit)))
            }
            None => SaidLength::of(text.trim()).map(Self::Said),
        }
    }
}

/// Words before a length, and whether they say that it is about that.
const BEFORE: [(&str, bool); 6] =
    [("총", false), ("도합", false), ("전체", false), ("만", false), ("약", true), ("대략", true)];

/// Words behind a length that say that it is about that.
const ABOUT: [&str; 5] = ["여", "남짓", "내외", "정도", "가량"];

/// Units as they are written, those first that begin with others.
const UNITS: [(&str, Unit); 7] = [
    ("개년", Unit::CalendarYear),
    ("년", Unit::Year),
    ("개월", Unit::Month),
    ("달", Unit::Month),
    ("주일", Unit::Week),
    ("주", Unit::Week),
    ("일", Unit::Day),
];

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    CalendarYear,
    Year,
    Month,
    Week,
    Day,
}

/// Words that make something else of a number and a unit: 3일차, 30주년.
const OTHERWISE: [&str; 6] = ["차", "년", "도", "째", "전", "후"];

impl SaidLength {
    /// The length that a text begins with, and the bytes that it takes.
    pub(crate) fn at_start(text: &str) -> Option<(Self, usize)> {
        let mut rest = text;
        let (mut about, mut whole) = (false, false);
        while let Some((word, is_about)) = BEFORE.iter().find(|(word, _)| rest.starts_with(word)) {
            rest = trim(&rest[word.len()..]);
            about |= is_about;
        }
        let (first, mut rest) = part(rest)?;
        let mut length = single(first)?;
        let second = part(trim(rest));
        let joined = second.and_then(|(second, after)| Some((joined(first, second)?, after)));
        if let Some((both, after)) = joined {
            (length, rest) = (both, after);
        } else if let (Length::Years(years), Some(after)) = (length, trim(rest).strip_prefix('반'))
        {
            (length, rest) = (Length::Months(years * 12 + 6), after);
        }
        loop {
            let apart = trim(rest).strip_prefix('간').filter(|rest| !rest.starts_with(is_syllable));
            let during = rest.strip_prefix('간').or(apart);
            if let Some(after) = during.or_else(|| trim(rest).strip_prefix("동안")) {
                (rest, whole) = (after, true);
            } else if let Some(word) = ABOUT.iter().find(|word| trim(rest).starts_with(**word)) {
                (rest, about) = (&trim(rest)[word.len()..], true);
            } else {
                break;
            }
        }
        let is_other = OTHERWISE.iter().any(|word| rest.starts_with(word));
        (!is_other).then_some((Self { length, about, whole }, text.len() - rest.len()))
    }

    /// The length that a text is, from its first to its last character.
    pub(crate) fn of(text: &str) -> Option<Self> {
        Self::at_start(text).filter(|(_, end)| *end == text.len()).map(|(said, _)| said)
    }
}

/// A number, its halves counted, and what it counts.
type Part = (u32, Unit);

/// The number and unit that a text begins with, in halves, and what follows.
fn part(text: &str) -> Option<(Part, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(text.len());
    let digits = text[..end].replace(',', "");
    let number: u32 = digits.parse().ok().filter(|_| digits.len() <= 5)?;
    let (half, rest) = match text[end..].strip_prefix(".5") {
        Some(rest) => (1, rest),
        None => (0, &text[end..]),
    };
    let rest = trim(rest);
    let (word, unit) = UNITS.iter().find(|(word, _)| rest.starts_with(word))?;
    Some(((number * 2 + half, *unit), &rest[word.len()..]))
}

/// The length that a number with its unit is.
fn single((halves, unit): Part) -> Option<Length> {
    let count = halves / 2;
    let half = halves % 2 == 1;
    let length = match unit {
        Unit::Year if half => Length::Months(count * 12 + 6),
        _ if half || count == 0 => return None,
        Unit::CalendarYear => Length::CalendarYears(count),
        Unit::Year => Length::Years(count),
        Unit::Month => Length::Months(count),
        Unit::Week => Length::Weeks(count),
        Unit::Day => Length::Days(count),
    };
    Some(length)
}

/// The length that two numbers with their units are: 1년 6개월.
fn joined(first: Part, second: Part) -> Option<Length> {
    let (large, small) = (single(first)?, single(second)?);
    match (large, small) {
        (Length::Years(years), Length::Months(months)) => Some(Length::Months(years * 12 + months)),
        (Length::Months(months), Length::Days(days)) => Some(Length::MonthsAndDays(months, days)),
        (Length::Weeks(weeks), Length::Days(days)) => Some(Length::Days(weeks * 7 + days)),
        _ => None,
    }
}

fn trim(text: &str) -> &str {
    text.trim_start_matches([' ', '\u{a0}'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Option<(Length, bool, bool)> {
        SaidLength::of(text).map(|said| (said.length, said.about, said.whole))
    }

    #[test]
    fn lengths_are_read_as_they_are_written() {
        assert_eq!(read("9개월"), Some((Length::Months(9), false, false)));
        assert_eq!(read("90일간"), Some((Length::Days(90), false, true)));
        assert_eq!(read("총 1,095일"), Some((Length::Days(1095), false, false)));
        assert_eq!(read("약 4주"), Some((Length::Weeks(4), true, false)));
        assert_eq!(read("6개월 간"), Some((Length::Months(6), false, true)));
        assert_eq!(read("4 주일 동안"), Some((Length::Weeks(4), false, true)));
        assert_eq!(read("1년 6개월"), Some((Length::Months(18), false, false)));
        assert_eq!(read("4주 3일"), Some((Length::Days(31), false, false)));
        assert_eq!(read("1.5년"), Some((Length::Months(18), false, false)));
        assert_eq!(read("1년 반"), Some((Length::Months(18), false, false)));
        assert_eq!(read("3개년"), Some((Length::CalendarYears(3), false, false)));
        assert_eq!(read("3개월 15일"), Some((Length::MonthsAndDays(3, 15), false, false)));
        assert_eq!(read("3개월여간"), Some((Length::Months(3), true, true)));
    }

    #[test]
    fn what_is_no_length_is_none() {
        for text in
            ["3일차", "30주년", "2년차", "3개월 이상", "0일", "개월", "2024년도", "4개소", "1.3년"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    fn lengths() -> impl Strategy<Value = Length> {
        let count = 1..=9_999_u32;
        prop_oneof![
            count.clone().prop_map(Length::Days),
            count.clone().prop_map(Length::Weeks),
            count.clone().prop_map(Length::Months),
            (count.clone(), 1..=30_u32)
                .prop_map(|(months, days)| Length::MonthsAndDays(months, days)),
            count.clone().prop_map(Length::Years),
            count.prop_map(Length::CalendarYears),
        ]
    }

    proptest! {
        #[test]
        fn a_length_is_read_as_it_is_shown(length in lengths()) {
            let said = SaidLength { length, about: false, whole: false };
            prop_assert_eq!(SaidLength::of(&length.to_string()), Some(said));
            let claim = LengthClaim::parse(&format!(" {length} "));
            prop_assert_eq!(claim, Some(LengthClaim::Said(said)));
        }

        #[test]
        fn a_length_is_as_long_in_the_units_of_another(months in 1..=999_u32, days in 1..=999_u32) {
            let in_years = Length::Months(months).in_units_of("1년 7개월");
            let as_long = [Length::Months(months), Length::Years(months / 12)];
            prop_assert!(SaidLength::of(&in_years).is_some_and(|said| as_long.contains(&said.length)));
            let in_weeks = Length::Days(days).in_units_of("2주 3일");
            let as_long = [Length::Days(days), Length::Weeks(days / 7)];
            prop_assert!(SaidLength::of(&in_weeks).is_some_and(|said| as_long.contains(&said.length)));
        }
    }
}
