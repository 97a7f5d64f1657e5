//! Halves and quarters of a year.

use std::fmt;

/// A half or a quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum YearPart {
    /// 상반기.
    FirstHalf,
    /// 하반기.
    SecondHalf,
    /// 1분기 to 4분기.
    Quarter(u16),
}

impl YearPart {
    /// The half that a month is in.
    pub(crate) fn half_of(month: u16) -> Self {
        if month <= 6 { Self::FirstHalf } else { Self::SecondHalf }
    }

    /// The quarter that a month is in.
    pub(crate) fn quarter_of(month: u16) -> Self {
        Self::Quarter((month - 1) / 3 + 1)
    }

    /// Its first and its last month.
    pub(crate) fn months(self) -> (u16, u16) {
        match self {
            Self::FirstHalf => (1, 6),
            Self::SecondHalf => (7, 12),
            Self::Quarter(quarter) => (quarter * 3 - 2, quarter * 3),
        }
    }

    /// The part that a text begins with, and the bytes that it takes:
    /// `하반기`, `3분기`, `3/4분기`.
    pub(crate) fn at_start(text: &str) -> Option<(Self, usize)> {
        let (part, rest) = if let Some(rest) = text.strip_prefix(FIRST_HALF) {
            (Self::FirstHalf, rest)
        } else if let Some(rest) = text.strip_prefix(SECOND_HALF) {
            (Self::SecondHalf, rest)
        } else {
            let quarter =
                text.chars().next()?.to_digit(10).filter(|quarter| (1..=4).contains(quarter))?;
            let rest = &text[1..];
            let rest = rest.strip_prefix("/4").unwrap_or(rest);
            (Self::Quarter(u16::try_from(quarter).ok()?), rest.strip_prefix(QUARTER)?)
        };
        Some((part, text.len() - rest.len()))
    }
}

const FIRST_HALF: &str = "상반기";
const SECOND_HALF: &str = "하반기";
const QUARTER: &str = "분기";

impl fmt::Display for YearPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FirstHalf => formatter.write_str(FIRST_HALF),
            Self::SecondHalf => formatter.write_str(SECOND_HALF),
            Self::Quarter(quarter) => write!(formatter, "{quarter}{QUARTER}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_read_as_it_is_printed() {
        let halves = [YearPart::FirstHalf, YearPart::SecondHalf];
        for part in halves.into_iter().chain((1..=4).map(YearPart::Quarter)) {
            let printed = part.to_string();
            assert_eq!(YearPart::at_start(&printed), Some((part, printed.len())));
            assert_eq!(YearPart::at_start(&format!("{part} : 착공")), Some((part, printed.len())));
        }
        assert_eq!(YearPart::at_start("3/4분기"), Some((YearPart::Quarter(3), "3/4분기".len())));
        for none in ["5분기", "0분기", "분기", "1/2분기", "12분기", "3", ""] {
            assert_eq!(YearPart::at_start(none), None, "{none}");
        }
    }

    #[test]
    fn every_month_is_in_one_half_and_one_quarter() {
        for month in 1..=12 {
            for part in [YearPart::half_of(month), YearPart::quarter_of(month)] {
                let (first, last) = part.months();
                assert!((first..=last).contains(&month), "{part} {month}");
            }
        }
    }
}
