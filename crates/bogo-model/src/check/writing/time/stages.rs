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
        let of = |text: &str, words: &[&str]| {
            words.iter().find_map(|word| text.strip_suffix(word).map(str::to_owned))
        };
        matches!((of(&earlier, first), of(&later, second)), (Some(a), Some(b)) if a == b)
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
    let step = strip_any(&squeezed, &["(예정)", "(계획)", "(목표)", "예정"]);
    // A deed may be carried out, begun or ended.
    let parts = step.split(['·', ',', '/', '→']).flat_map(|part| part.split("및"));
    parts.into_iter().all(|part| is_such(part) || is_such(strip_any(part, &CARRIED_OUT)))
}

/// Words behind a deed that say no more than that it is done.
const CARRIED_OUT: [&str; 9] =
    ["추진", "시행", "실시", "진행", "착수", "시작", "완료", "종료", "마감"];

fn strip_any<'t>(text: &'t str, ends: &[&str]) -> &'t str {
    ends.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text)
}

/// Whether a heading is that of what a whole project has done or will do:
/// 향후계획, 추진 일정, but not 2단계 추진계획.
pub(super) fn is_of_project(heading: &str) -> bool {
    let heading = without_spaces(heading.split('(').next().unwrap_or_default());
    let ends = ["계획", "일정", "절차", "경과", "경위", "실적", "상황", "현황", "개요"];
    let mut rest = strip_any(&heading, &ends);
    let ends_so = rest.len() < heading.len();
    while let Some(shorter) = PROJECT.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    ends_so && rest.is_empty()
}

/// Words for a project as a whole, and for its future.
const PROJECT: [&str; 7] = ["사업", "공사", "추진", "향후", "앞으로의", "세부", "주요"];

/// The last word of a step: what is done.
pub(super) fn deed(step: &str) -> String {
    let bare = bare_words(step);
    let bare = bare.split(['(', '[']).next().unwrap_or_default();
    bare.split_whitespace().next_back().unwrap_or_default().to_owned()
}

/// A step without spaces, and without what is only said of its certainty.
fn bare(step: &str) -> String {
    without_spaces(&bare_words(step))
}

fn bare_words(step: &str) -> String {
    let mut text = step.trim().to_owned();
    loop {
        let ends = ["(예정)", "(계획)", "(목표)", "예정", "계획", "목표"];
        match ends.iter().find_map(|end| text.strip_suffix(end)) {
            Some(rest) if !rest.trim().is_empty() => text = rest.trim_end().to_owned(),
            _ => return text,
        }
    }
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
