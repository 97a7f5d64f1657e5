//! Where a word begins and ends in what is written together: the nouns that
//! stand beside it in a compound, and the particles, endings and suffixes that
//! follow it.
//!
//! A text is no list of words: 지역활성화 holds 역활, and 데이타임 데이타.
//! Syllables are taken for a word only where all that stands around them in
//! their run of syllables is known to be something else.

use crate::korean::particles::{PARTICLES, is_particle};

/// Nouns of reports that compounds are made of, before a word or behind it.
/// Single syllables and what begins or ends many other words are not among
/// them.
const NOUNS: &str = "가족 강좌 강화 개발 개선 개최 건립 견학 결과 경제 계획 고객 공간 공공 공동 공모 공사 과제 \
    과정 관광 관련 관리 교류 교실 교육 교재 교통 구성 구입 구축 국제 규모 근린 기간 기관 기능 \
    기반 기본 기술 기업 기준 기획 내역 내용 농업 대상 대책 대회 도시 디자인 디지털 마을 목표 \
    문항 문화 발급 발굴 방법 방송 방안 배포 보건 보도 보수 복지 부모 분석 분야 사업 사회 산업 \
    상담 상황 생활 서비스 설치 센터 세부 수련 수집 시민 시설 시스템 시행 신청 실시 실적 실행 \
    아동 안내 안전 어린이 업무 연계 연도 영상 예산 온라인 운영 위원 유형 이용 일정 자료 자체 \
    작성 장애인 전략 점검 점자 정보 정비 정책 제공 제작 제출 조사 조성 주민 주요 중심 중앙 지역 \
    지원 직원 진흥 창작 청년 청소년 체육 체험 추진 축제 콘텐츠 통합 투자 특별 평가 평생 프로그램 \
    학교 학생 학습 핵심 행사 행정 향상 현황 홍보 확대 확보 환경 활용 효과";

/// What verbs that are made of nouns go on with: 하다, 되다, 시키다, and 이다.
const ENDINGS: &str = "하기 하는 하고 하며 하여 하도록 하면 하게 하지 하던 하였음 하였으며 하였다 하였고 하고자 \
    하되 하거나 하므로 한 할 함 함을 함에 함은 함과 함으로써 해 해서 해야 했음 했으며 했다 한다 \
    합니다 했습니다 하겠습니다 되는 되고 되며 되어 되도록 되면 되었음 되었으며 된 될 됨 됨에 돼 \
    됐음 된다 됩니다 시키고 시킨 시켜 시킴 임 이며 이고 이다 입니다 이므로";

/// Syllables that nouns end in as others.
const SUFFIXES: &str = "별 용 형 화 팀 과 실 비 금 들";

/// Whether what stands before a word in its run of syllables is nothing, or
/// ends in a noun that compounds are made of.
pub(super) fn is_head(before: &str) -> bool {
    before.is_empty() || NOUNS.split(' ').any(|noun| before.ends_with(noun))
}

/// Whether what follows a word in its run of syllables is nothing, particles,
/// an ending of a verb, or other nouns with these.
pub(super) fn is_tail(behind: &str) -> bool {
    let mut parts = NOUNS.split(' ').chain(SUFFIXES.split(' '));
    is_particles(behind)
        || ENDINGS.split(' ').any(|ending| behind == ending)
        || parts.any(|part| behind.strip_prefix(part).is_some_and(is_tail))
}

/// Whether these are particles, one or two of them: `에서는`, `으로도`.
fn is_particles(behind: &str) -> bool {
    is_particle(behind)
        || PARTICLES.iter().any(|first| behind.strip_prefix(first).is_some_and(is_particle))
}

/// The nouns that compounds are made of.
#[cfg(test)]
pub(super) fn nouns() -> impl Iterator<Item = &'static str> {
    NOUNS.split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_before_particles_endings_suffixes_and_nouns() {
        for tail in ["", "을", "에서는", "으로도", "하는", "됨", "별", "별로", "사업", "사업비를"]
        {
            assert!(is_tail(tail), "{tail}");
        }
        for tail in ["성화", "동", "력타운", "드", "우", "사"] {
            assert!(!is_tail(tail), "{tail}");
        }
        assert!(is_head("") && is_head("도시재생사업") && !is_head("지") && !is_head("광"));
    }
}
