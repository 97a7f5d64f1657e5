//! Units as words behind numbers.
//!
//! There are several lists, because each has only what is certain where it is
//! asked for: a year has no separators, yet a dash before one may join a range.

use crate::korean::hangul::leading_syllables;
use crate::korean::particles::is_particle;

/// Units of counting, of money and of measure whose numbers have separators,
/// longest first where one begins another.
pub(super) const SEPARATED: [&str; 54] = [
    "백만 원",
    "천만 원",
    "천 원",
    "만 원",
    "억 원",
    "여 명",
    "여 건",
    "여 권",
    "백만원",
    "천만원",
    "천원",
    "만원",
    "억원",
    "원",
    "명",
    "건",
    "개소",
    "개교",
    "개사",
    "개반",
    "개",
    "대",
    "회",
    "면",
    "부",
    "가구",
    "세대",
    "필지",
    "여명",
    "여건",
    "여개",
    "인",
    "권",
    "점",
    "매",
    "장",
    "마리",
    "그루",
    "주",
    "톤",
    "가지",
    "종",
    "편",
    "곳",
    "시간",
    "㎡",
    "㎢",
    "㎥",
    "km²",
    "m²",
    "km",
    "kg",
    "ha",
    "m",
];

/// The units among them that are money.
const MONEY: [&str; 6] = ["백만원", "천만원", "천원", "만원", "억원", "원"];

/// What may stand between a unit and the end of the word.
const FOLLOWERS: [&str; 16] = [
    "이상", "이하", "미만", "초과", "정도", "규모", "가량", "내외", "씩", "당", "중", "등", "여",
    "한도", "이내", "분",
];

/// Units that are written apart from their number and must not be parted from
/// it by the end of a line.
pub(crate) const KEPT_BEHIND_NUMBERS: [&str; 24] = [
    "천원",
    "백만원",
    "억원",
    "조원",
    "원",
    "명",
    "건",
    "개",
    "개소",
    "대",
    "회",
    "면",
    "편",
    "부",
    "km",
    "m",
    "cm",
    "mm",
    "kg",
    "g",
    "t",
    "ha",
    "%",
    "GB",
];

/// Units before which two numbers with a dash between are a range.
pub(crate) const OF_RANGES: [&str; 18] = [
    "시간",
    "개월",
    "개소",
    "만원",
    "천원",
    "백만원",
    "억원",
    "시",
    "분",
    "일",
    "월",
    "년",
    "명",
    "세",
    "주",
    "급",
    "%",
    "층",
];

/// The unit whose numbers have separators that a text begins with, if the word ends with it or goes on with
/// a particle.
pub(crate) fn unit_word_at_start(text: &str) -> Option<&'static str> {
    SEPARATED.into_iter().find(|unit| {
        text.strip_prefix(unit).is_some_and(|rest| {
            let rest = leading_syllables(rest);
            is_particle(rest)
                || FOLLOWERS.iter().any(|word| rest.strip_prefix(word).is_some_and(is_particle))
        })
    })
}

/// Whether a unit is one of money, written as one word.
pub(crate) fn is_money_word(unit: &str) -> bool {
    MONEY.contains(&unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_read_before_a_particle_and_what_says_about_how_much() {
        for unit in SEPARATED {
            for behind in ["", "을 지원", " 이상", "이상", "이상을"] {
                let text = format!("{unit}{behind}");
                assert_eq!(unit_word_at_start(&text), Some(unit), "{text}");
            }
        }
        for none in ["명단", "대로변", "가나다", ""] {
            assert_eq!(unit_word_at_start(none), None, "{none}");
        }
    }
}
