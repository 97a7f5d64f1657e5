//! Days of the week.

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weekday {
    /// 월요일.
    Monday,
    /// 화요일.
    Tuesday,
    /// 수요일.
    Wednesday,
    /// 목요일.
    Thursday,
    /// 금요일.
    Friday,
    /// 토요일.
    Saturday,
    /// 일요일.
    Sunday,
}

impl Weekday {
    /// All of them, Monday first.
    pub(crate) const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// How many days it is after Monday, 0 to 6.
    pub(crate) fn after_monday(self) -> u16 {
        self as u16
    }

    /// What it is abbreviated to, as in `9. 7.(토)`.
    pub(crate) fn sign(self) -> char {
        self.signs().0
    }

    /// The day that a sign stands for: 토.
    pub(crate) fn of_sign(sign: char) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.signs().0 == sign)
    }

    /// The day that a sign stands for, which may be a Chinese character, too:
    /// 토, 土.
    pub(crate) fn of_sign_or_hanja(sign: char) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.signs().0 == sign || day.signs().1 == sign)
    }

    /// Its sign, and the Chinese character for that.
    fn signs(self) -> (char, char) {
        match self {
            Self::Monday => ('월', '月'),
            Self::Tuesday => ('화', '火'),
            Self::Wednesday => ('수', '水'),
            Self::Thursday => ('목', '木'),
            Self::Friday => ('금', '金'),
            Self::Saturday => ('토', '土'),
            Self::Sunday => ('일', '日'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_is_that_of_its_signs_and_no_two_share_one() {
        for day in Weekday::ALL {
            assert_eq!(Weekday::of_sign(day.sign()), Some(day));
            assert_eq!(Weekday::of_sign_or_hanja(day.signs().1), Some(day));
            assert_eq!(Weekday::of_sign(day.signs().1), None);
        }
    }
}
