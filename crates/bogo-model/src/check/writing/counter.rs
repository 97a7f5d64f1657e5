//! Words that count what a number before them says.

use super::number_form::UNITS;
use super::words::leading_syllables;

/// Counters besides the units of [`UNITS`].
const COUNTERS: [&str; 64] = [
    "년", "월", "일", "시", "분", "초", "세", "살", "배", "위", "등", "급", "번", "번째", "차",
    "차례", "차년도", "차분", "층", "호", "호기", "호선", "쪽", "조", "항", "동", "개동", "개월",
    "개년", "개국", "개과", "개반", "개팀", "개 동", "개 과", "개 팀", "개 노선", "노선", "단계",
    "분기", "학기", "학년", "학급", "기", "석", "좌석", "강", "강좌", "과목", "곡", "량", "평",
    "선", "구간", "구역", "공구", "권역", "정", "통", "번지", "단지", "차로", "차선", "여",
];

/// What multiplies a number before its counter.
const MULTIPLIERS: [&str; 5] = ["만", "천", "백", "억", "조"];

/// What may follow a counter in its word. The particles that make a noun of a
/// syllable – 회의, 인가, 대로 – are none of these.
const FOLLOWERS: [&str; 24] = [
    "이상", "이하", "미만", "초과", "정도", "규모", "가량", "내외", "한도", "이내", "씩", "간",
    "짜리", "째", "을", "를", "은", "는", "에", "에서", "에게", "까지", "부터", "마다",
];

/// Whether a text begins with a word that counts: `명`, `개소를`, `여 건`.
pub(super) fn counts(text: &str) -> bool {
    let counters = || UNITS.into_iter().chain(COUNTERS);
    counters().chain(MULTIPLIERS).any(|counter| {
        text.strip_prefix(counter).is_some_and(|rest| {
            let rest = leading_syllables(rest);
            rest.is_empty() || FOLLOWERS.contains(&rest)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_told_from_nouns_that_begin_alike() {
        for counter in ["명", "명을 모집", "개 사업", "개소", "회", "회 개최", "여 건", "㎡ 규모"] {
            assert!(counts(counter), "{counter}");
        }
        for noun in ["개최", "회의 개최", "명단 제출", "대로 확장", "인가 고시", "시행", "일정 공고"]
        {
            assert!(!counts(noun), "{noun}");
        }
    }
}
