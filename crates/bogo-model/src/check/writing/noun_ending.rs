//! Items end in nouns (개조식).

use std::ops::Range;

use super::{Hit, Reading};
use crate::check::listed::rule;
use crate::check::sentences::{Role, Sentence};
use crate::korean::hangul::is_syllable;
use crate::message;

rule! {
    /// 항목이 명사로 끝나는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 보고서의 항목은 개조식으로 적어 명사나 ‘-함’, ‘-음’으로 끝맺는 것이 관례입니다. 서술문이 섞이면 글의 흐름이 끊기고 길어집니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                     바른 것
    /// 교육을 실시한다.            교육 실시
    /// 공모전을 개최했다           공모전 개최
    /// 함께 추진합니다.            함께 추진
    /// 확보가 필요하다             확보 필요
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 민원을 해소하고자 함.    추진하는 사업임    편의성을 높임
    /// 동해 바다    캐나다    정책 아젠다    건축물 하자    슬로건 ‘함께 합니다’
    /// ```
    ///
    /// ## 고치기
    ///
    /// 끝을 명사로 바꿉니다. 문장으로 써야 하는 글은 항목이 아니라 문단에 둡니다. 글을 줄이는 일이라 저절로 고치지 않습니다.
    ///
    /// ```json
    /// { "kind": "paragraph", "text": "재단은 도민의 문화적 삶의 질 향상에 기여하고 있습니다." }
    /// ```
    ///
    /// 항목과 칸 속의 항목만 봅니다. 문단·주석·제목은 서술어로 끝나도 됩니다. 끝의 괄호와 마침표는 떼고 봅니다. ‘실시한다’, ‘되었다’, ‘예정이다’처럼 보고하는 문장의 끝만 찾습니다. 제목이나 표어일 수 있는 말(‘작별하지 않는다’, 쌍점 뒤나 쉼표가 있는 짧은 글)은 마침표가 있을 때만 찾습니다.
    NOUN_ENDING = "noun-ending": Writing, Warning, "항목은 명사로 끝맺음", "an item ends in a noun";
    checks: [Sentence(hits)];
}

/// Endings of the sentences that offices write. Those of titles and slogans,
/// as in 작별하지 않는다, are others; nouns that end in 다 end in none of them.
const ENDINGS: [&str; 27] = [
    "한다",
    "했다",
    "하였다",
    "된다",
    "됐다",
    "되었다",
    "합니다",
    "됩니다",
    "하겠다",
    "하겠습니다",
    "했습니다",
    "하였습니다",
    "되었습니다",
    "시킨다",
    "높인다",
    "줄인다",
    "늘린다",
    "바란다",
    "바랍니다",
    "필요하다",
    "부족하다",
    "미흡하다",
    "저조하다",
    "가능하다",
    "시급하다",
    "중이다",
    "이다",
];

/// Words that end like sentences and are nouns, or the verbs of slogans.
const OTHERS: [&str; 30] = [
    "아이다",
    "사이다",
    "스파이다",
    "레이다",
    "라이다",
    "에이다",
    "카이다",
    "사랑한다",
    "사랑합니다",
    "함께한다",
    "함께합니다",
    "기억한다",
    "응원한다",
    "응원합니다",
    "보이다",
    "모이다",
    "쌓이다",
    "놓이다",
    "쓰이다",
    "섞이다",
    "높이다",
    "줄이다",
    "들이다",
    "붙이다",
    "벌이다",
    "먹이다",
    "녹이다",
    "속이다",
    "적이다",
    "직이다",
];

/// Items that end in a verb.
fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let is_item = matches!(sentence.role, Role::Item | Role::CellItem);
    let verb = is_item.then(|| last_verb(&sentence.text)).flatten();
    let hit = verb.map(|range| {
        let verb = sentence.text[range.clone()].to_owned();
        let hit = Hit::new(
            &NOUN_ENDING,
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

/// The word that a text ends in, if it is the verb of a sentence.
fn last_verb(text: &str) -> Option<Range<usize>> {
    let stated = without_remarks(text);
    let bare = stated.trim_end_matches(['.', '!', '…']);
    let word_start = bare.trim_end_matches(is_syllable).len();
    let word = &bare[word_start..];
    let is_verb = ENDINGS.iter().any(|ending| word.ends_with(ending)) && word != "이다"
        || word.ends_with("입니다") && stated.ends_with('.');
    let is_verb = is_verb || lasts(&bare[..word_start], word);
    let other = OTHERS.iter().any(|other| word.ends_with(other));
    let sentence = stated.ends_with('.') || !may_be_title(&bare[..word_start]);
    (is_verb && !other && sentence).then_some(word_start..bare.len())
}

/// Whether a verb says what goes on or can be: 하고 있다, 할 수 없다.
fn lasts(before: &str, word: &str) -> bool {
    let states = ["있다", "있습니다", "없다", "없습니다"];
    let helped = states.iter().find_map(|state| word.strip_suffix(state));
    helped.is_some_and(|head| {
        let head = if head.is_empty() { before.trim_end() } else { head };
        ["하고", "되고", "중에", "되어", "수"].iter().any(|verb| head.ends_with(verb))
    })
}

/// A text without the remarks in brackets at its end, and without dots behind
/// these.
fn without_remarks(text: &str) -> &str {
    let text = text.trim_end();
    let remark = text.trim_end_matches('.').strip_suffix(')');
    match remark.and_then(|inside| inside.rfind('(')) {
        Some(start) if start > 0 => without_remarks(&text[..start]),
        _ => text,
    }
}

/// Whether the words before a verb without a final dot may begin a title or a
/// slogan: `공연 : 나는 노래한다`, `금천, 함께 전진한다`.
fn may_be_title(before: &str) -> bool {
    let short = before.chars().count() < 20;
    before.contains([':', '|']) || short && before.contains([',', '!', '?'])
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
            ("핵심 사업이다", "사업이다"),
            ("예산을 줄인다", "줄인다"),
            ("확보가 필요하다", "필요하다"),
            ("사업을 추진하고 있다", "있다"),
            ("예산이 부족하다.", "부족하다"),
            ("검토 중이다", "중이다"),
            ("교육 실시한다 (9. 30.)", "실시한다"),
            ("개선되었다(전년 대비 5%).", "개선되었다"),
            ("향후 계획 : 10월에 개최할 예정이다.", "예정이다"),
            ("민원 접수, 현장 확인, 처리 결과 통보까지 한 번에 처리한다", "처리한다"),
            ("상반기에 완료하였습니다.", "완료하였습니다"),
            ("금천구의 핵심 사업입니다.", "사업입니다"),
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
                "작별하지 않는다",
                "내일은 있다",
                "금천이 앞서갑니다",
                "모두 참여하자!",
                "공연 : 나는 노래한다",
                "공연 : 나는 노래한다(11. 2.)",
                "금천, 세계로 도약한다",
                "당신을 사랑합니다",
                "구민이 답입니다",
                "칠성사이다",
                "자율주행 라이다, 해양 레이다",
                "꿈이 쌓이다",
                "마을이 움직이다",
                "주민 소통 강화 등",
            ],
        );
        assert_eq!(found_in("noun-ending", Role::Paragraph, "기여하고 있습니다."), []);
    }
}
