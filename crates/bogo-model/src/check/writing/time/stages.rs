//! Words for steps of which one comes before the other: 착공, 준공.

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

/// Whether a step completes the work of a whole project, and not its design.
pub(super) fn is_completion(step: &str) -> bool {
    let completes = deed(step).ends_with("준공") || deed(step).ends_with("완공");
    completes && !["설계", "용역"].iter().any(|word| step.contains(word))
}

/// The last word of a step: what is done.
pub(super) fn deed(step: &str) -> String {
    let bare = bare_words(step);
    let bare = bare.split(['(', '[']).next().unwrap_or_default();
    bare.split_whitespace().next_back().unwrap_or_default().to_owned()
}

/// A step without spaces, and without what is only said of its certainty.
fn bare(step: &str) -> String {
    bare_words(step).replace([' ', '\u{a0}'], "")
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
