//! Items end in nouns (개조식).

use super::hangul::is_syllable;
use super::{Hit, Reading};
use crate::check::sentences::{Role, Sentence};
use crate::message;

/// Endings of verbs at the end of a sentence. Nouns that end in 다 end in
/// none of them.
const ENDINGS: [&str; 26] = [
    "한다",
    "필요하다",
    "했다",
    "하였다",
    "된다",
    "됐다",
    "되었다",
    "있다",
    "없다",
    "였다",
    "었다",
    "았다",
    "겠다",
    "갔다",
    "왔다",
    "니다",
    "시킨다",
    "높인다",
    "줄인다",
    "는다",
    "진다",
    "합시다",
    "십시오",
    "만든다",
    "예정이다",
    "것이다",
];

/// Words before 하자 that make it the noun (a fault).
const FAULTY: [&str; 9] =
    ["시공", "공사", "건축", "건축물", "시설물", "설비", "방수", "주택", "아파트"];

/// Items that end in a verb.
pub(super) fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let is_item = matches!(sentence.role, Role::Item | Role::CellItem);
    let verb = is_item.then(|| last_verb(&sentence.text)).flatten();
    let hit = verb.map(|range| {
        let verb = sentence.text[range.clone()].to_owned();
        let hit = Hit::new(
            "noun-ending",
            range,
            message!("항목이 서술어로 끝났습니다: {verb}", "the item ends in a verb: {verb}"),
        );
        hit.with_help(message!(
            "‘추진’, ‘추진함’처럼 명사로 끝맺으십시오. 문장으로 쓰려면 문단(paragraph)에 두십시오.",
            "end it in a noun, or make it a paragraph"
        ))
    });
    hit.into_iter().collect()
}

/// The word that a text ends in, if it is a verb.
fn last_verb(text: &str) -> Option<std::ops::Range<usize>> {
    let end = text.trim_end().trim_end_matches(['.', '!', '…']).len();
    let word_start = text[..end]
        .rfind(|c: char| !is_syllable(c))
        .map_or(0, |last| last + text[last..].chars().next().map_or(1, char::len_utf8));
    let word = &text[word_start..end];
    let syllables = word.chars().count();
    let exhorts = word.strip_suffix("하자").is_some_and(|noun| {
        noun.chars().count() >= 2 && !FAULTY.iter().any(|faulty| noun.ends_with(faulty))
    });
    let states = ENDINGS.iter().any(|ending| {
        word.ends_with(ending)
            && (syllables > 2 || matches!(*ending, "한다" | "했다" | "된다" | "있다" | "없다"))
    });
    // 아이다 is a name; 사업이다 is none.
    let states = states || word.ends_with("이다") && syllables > 3;
    (exhorts || states).then_some(word_start..end)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_silent, found, found_in};
    use crate::check::sentences::Role;

    #[test]
    fn an_item_that_ends_in_a_verb_is_found() {
        for (text, verb) in [
            ("교육을 실시한다.", "실시한다"),
            ("공모전을 개최했다", "개최했다"),
            ("함께 추진합니다.", "추진합니다"),
            ("만족도가 높아졌다 할 수 있다", "있다"),
            ("모두 참여하자!", "참여하자"),
            ("핵심 사업이다", "사업이다"),
            ("예산을 줄인다", "줄인다"),
            ("확보가 필요하다", "필요하다"),
        ] {
            assert_eq!(found("noun-ending", text), [(verb.to_owned(), String::new())], "{text}");
        }
    }

    #[test]
    fn nouns_are_right_and_paragraphs_may_end_in_verbs() {
        assert_silent(
            "noun-ending",
            &[
                "디지털 교육 강화",
                "민원을 해소하고자 함.",
                "이용자 편의성을 높임 (소식지 1면에 음성서비스 QR 탑재)",
                "동해 바다",
                "자매도시 캐나다",
                "2024년 정책 아젠다",
                "대왕판다",
                "우간다",
                "문화로 통하다",
                "함께해요",
                "아이다",
                "건축물 하자",
                "아파트 시공하자",
                "추진하는 사업임",
                "슬로건 ‘함께 합니다’",
                "주민 소통 강화 등",
            ],
        );
        assert_eq!(found_in("noun-ending", Role::Paragraph, "기여하고 있습니다."), []);
    }
}
