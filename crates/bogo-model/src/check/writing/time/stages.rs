//! Words for steps of which one comes before the other: 착공, 준공.

use crate::korean::without_spaces;

/// Steps of one and the same thing, the earlier before the later.
const STAGES: [(&[&str], &[&str]); 9] = [
    (&["착공", "기공"], &["준공", "완공"]),
    (&["착수"], &["완료", "준공", "납품"]),
    (&["개시", "시작"], &["종료", "완료", "마감"]),
    (&["공고"], &["개찰", "낙찰"]),
    (&["입찰"], &["계약"]),
    (&["모집", "접수", "신청"], &["심사", "선정", "선발", "발표"]),
    (&["심사"], &["발표", "시상"]),
    (&["체결"], &["해지"]),
    (&["개막"], &["폐막"]),
];

/// Whether a step can only come before another: both are of one thing, and
/// their words say so.
pub(super) fn comes_before(earlier: &str, later: &str) -> bool {
    let (earlier, later) = (bare(earlier), bare(later));
    STAGES.iter().any(|(first, second)| {
        let of = (without_end(&earlier, first), without_end(&later, second));
        matches!(of, (Some(earlier), Some(later)) if earlier == later)
    })
}

/// Whether a deed is one of those that have an order.
pub(super) fn is_stage(deed: &str) -> bool {
    let mut words = STAGES.iter().flat_map(|(first, second)| first.iter().chain(*second));
    words.any(|word| deed.ends_with(word))
}

/// Whether a step completes the work of a whole project, and not its design.
pub(super) fn is_completion(step: &str) -> bool {
    let completes = deed(step).ends_with("준공") || deed(step).ends_with("완공");
    completes && !["설계", "용역"].iter().any(|word| step.contains(word))
}

/// Whether a step is that of works as a whole, and of nothing else: `공사 추진`,
/// `착공 및 준공(예정)`, but not `2구간 준공` or `준공 검사`.
pub(super) fn is_of_works(step: &str) -> bool {
    is_made_of(step, |part| {
        let part = part.strip_prefix("공사").filter(|rest| !rest.is_empty()).unwrap_or(part);
        ["공사", "시공", "착공", "기공", "준공", "완공"].contains(&part)
    })
}

/// Whether a step is this deed itself: `교육 실시` of 교육, but not `교육 신청`.
pub(super) fn is_that(step: &str, deed: &str) -> bool {
    is_made_of(step, |part| part == deed)
}

/// Whether all that a step names, without spaces, is such.
fn is_made_of(step: &str, is_such: impl Fn(&str) -> bool) -> bool {
    let squeezed = without_spaces(step);
    let certain = without_end(&squeezed, &["(예정)", "(계획)", "(목표)", "예정"]);
    let step = certain.unwrap_or(&squeezed);
    // A deed may be carried out, begun or ended.
    let parts = step.split(['·', ',', '/', '→']).flat_map(|part| part.split("및"));
    let carried_out = |part: &str| without_end(part, &CARRIED_OUT).is_some_and(&is_such);
    parts.into_iter().all(|part| is_such(part) || carried_out(part))
}

/// Words behind a deed that say no more than that it is done.
const CARRIED_OUT: [&str; 9] =
    ["추진", "시행", "실시", "진행", "착수", "시작", "완료", "종료", "마감"];

/// The text before the first of the words that it ends in.
pub(super) fn without_end<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_suffix(word))
}

/// Whether a heading is that of what a whole project has done or will do:
/// 향후계획, 추진 일정, but not 2단계 추진계획.
pub(super) fn is_of_project(heading: &str) -> bool {
    let heading = without_spaces(heading.split('(').next().unwrap_or_default());
    let ends = ["계획", "일정", "절차", "경과", "경위", "실적", "상황", "현황", "개요"];
    let Some(mut rest) = without_end(&heading, &ends) else { return false };
    while let Some(shorter) = PROJECT.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest.is_empty()
}

/// Words for a project as a whole, and for its future.
const PROJECT: [&str; 7] = ["사업", "공사", "추진", "향후", "앞으로의", "세부", "주요"];

/// The last word of a step: what is done.
pub(super) fn deed(step: &str) -> &str {
    let bare = bare_words(step).split(['(', '[']).next().unwrap_or_default();
    bare.split_whitespace().next_back().unwrap_or_default()
}

/// A step without spaces, and without what is only said of its certainty.
fn bare(step: &str) -> String {
    without_spaces(bare_words(step))
}

/// A step without what is only said of its certainty.
fn bare_words(step: &str) -> &str {
    let mut words = step.trim();
    let ends = ["(예정)", "(계획)", "(목표)", "예정", "계획", "목표"];
    while let Some(rest) = without_end(words, &ends).filter(|rest| !rest.trim().is_empty()) {
        words = rest.trim_end();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_one_thing_have_an_order() {
        for (earlier, later) in [
            ("공사착공", "공사준공"),
            ("공사 착공", "공사 준공 예정"),
            ("착공", "준공(예정)"),
            ("실시설계용역 착수", "실시설계용역 완료"),
            ("참가자 모집", "참가자 선정"),
        ] {
            assert!(comes_before(earlier, later), "{earlier} {later}");
            assert!(!comes_before(later, earlier), "{later} {earlier}");
        }
    }

    #[test]
    fn works_as_a_whole_are_told_from_parts_of_them() {
        for step in ["준공", "공사 준공(예정)", "착공 및 준공", "공사 추진", "착공·준공", "공사"]
        {
            assert!(is_of_works(step), "{step}");
        }
        for step in ["2구간 준공", "준공 검사", "준공식", "착공 및 준공(2구간)", "공사 발주", ""]
        {
            assert!(!is_of_works(step), "{step}");
        }
        assert!(is_that("교육 실시", "교육") && !is_that("사전 교육", "교육"));
    }

    #[test]
    fn headings_of_a_project_are_told_from_those_of_parts() {
        for heading in ["향후계획", "추진 일정", "사업 추진경과", "향후 추진계획(안)"]
        {
            assert!(is_of_project(heading), "{heading}");
        }
        for heading in ["2단계 추진계획", "관련 사업", "향후", "보상계획"] {
            assert!(!is_of_project(heading), "{heading}");
        }
    }

    #[test]
    fn steps_of_different_things_have_none() {
        for (one, other) in [
            ("1구간 착공", "2구간 준공"),
            ("공사 착공", "설계용역 준공"),
            ("착공(1구간)", "준공(2구간)"),
            ("공사 착공", "공사 착공"),
            ("보상협의", "착공"),
        ] {
            assert!(!comes_before(one, other), "{one} {other}");
        }
    }
}
