//! Words that count what a number before them says.

use super::words::SEPARATED;
use crate::korean::hangul::{is_syllable, leading_syllables};

/// Counters besides the units of [`SEPARATED`].
const COUNTERS: &str = "년 월 일 시 분 초 세 살 배 위 등 급 번 번째 차 차례 차년도 차분 층 호 호기 호선 쪽 조 항 절 목 \
                        동 개동 개월 개년 개국 개과 개반 개팀 노선 단계 분기 학기 학년 학급 기 석 좌석 강 \
                        강좌 과목 곡 량 평 선 구간 구역 공구 권역 정 통 번지 단지 차로 차선 주년 주차 일차 년차 회차 \
                        팀 교시 부스 농가 객실 자리 켤레 상자 세트 페이지 인승 인분 여 만 천 백 억 조";

/// What multiplies what a counter counts, or says that it is about as much.
const MULTIPLIERS: [char; 6] = ['여', '만', '천', '백', '억', '조'];

/// What may follow a counter in its word. The particles that make a noun of a
/// syllable – 회의, 인가, 대로 – are none of these.
const FOLLOWERS: &str = "이상 이하 미만 초과 정도 규모 가량 내외 한도 이내 씩 당 간 짜리 째 을 를 은 는 에 에서 \
                         에게 까지 부터 마다";

/// Whether a text begins with a word that counts: `명`, `개소를`, `여 건`.
pub(crate) fn counts(text: &str) -> bool {
    let ends = |rest: &str| {
        let rest = leading_syllables(rest);
        rest.is_empty() || FOLLOWERS.split(' ').any(|follower| follower == rest)
    };
    let multiplied = text
        .strip_prefix(MULTIPLIERS)
        .is_some_and(|rest| rest.starts_with(is_syllable) && counts(rest));
    let mut counters = SEPARATED.into_iter().chain(COUNTERS.split(' '));
    multiplied || counters.any(|counter| text.strip_prefix(counter).is_some_and(ends))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_told_from_nouns_that_begin_alike() {
        for counter in [
            "명",
            "명을 모집",
            "개 사업",
            "개소",
            "회",
            "회 개최",
            "여 건",
            "여개소",
            "만명",
            "인당",
            "㎡ 규모",
            "주년 기념식",
            "팀 참가",
        ] {
            assert!(counts(counter), "{counter}");
        }
        for noun in
            ["개최", "회의 개최", "명단 제출", "대로 확장", "인가 고시", "시행", "일정 공고"]
        {
            assert!(!counts(noun), "{noun}");
        }
    }
}
