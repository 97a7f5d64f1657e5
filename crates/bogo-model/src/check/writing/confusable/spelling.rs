//! Words that are spelt wrong, and what is meant.

use std::ops::Range;
use std::sync::OnceLock;

use super::CONFUSABLE;
use super::compounds::{is_head, is_tail};
use super::misspellings::{MISSPELLINGS, Meant, Misspelling, Stands};
use crate::check::sentences::Sentence;
use crate::check::writing::words::{before, is_of_word, runs, word_before, words};
use crate::check::writing::{Hit, Reading, write_instead};
use crate::korean::hangul::{
    Ending, SYLLABLES, ending, ends_in_nieun, is_syllable, syllables_before,
};
use crate::korean::particles::{is_particle, particle_behind};
use crate::message;

/// Words that are right ones elsewhere, what is meant behind certain others,
/// and what these end in: what is raised (제고) is often said to be considered
/// again (재고).
const MISTAKEN: [(&str, &str, &[&str]); 2] = [
    ("소요자원", "소요재원", &["연차별", "연도별"]),
    (
        "재고",
        "제고",
        &[
            "인지도",
            "인식",
            "효율성",
            "이미지",
            "접근성",
            "만족도",
            "경쟁력",
            "신뢰도",
            "실효성",
            "투명성",
            "이용편의",
            "교통편의",
        ],
    ),
];

/// Words of a sentence that are spelt wrong.
pub(super) fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let syllables = runs(text, is_syllable);
    let in_run = |run| listed(text, run).into_iter().chain(rate(text, run));
    let mut hits: Vec<Hit> = syllables.iter().flat_map(in_run).collect();
    let words = words(text);
    for (index, word) in words.iter().enumerate() {
        hits.extend(year(text, word));
        hits.extend(mistaken(text, &words[..=index]));
        hits.extend(twice(text, &words[index..]));
    }
    hits
}

/// A wrong spelling, and the right one.
fn wrong(range: Range<usize>, typed: &str, right: &str, meant: Meant) -> Hit {
    let topic = particle_behind(typed, "은");
    let hit = Hit::new(
        &CONFUSABLE,
        range,
        message!("‘{typed}’{topic} 잘못 적힌 말로 보입니다", "`{typed}` seems to be misspelt"),
    );
    match meant {
        Meant::Certainly => hit.with_instead(right).with_help(write_instead(right)),
        Meant::Probably => hit.with_help(message!(
            "‘{right}’ 아닙니까? 맞게 쓴 말이면 그대로 두십시오.",
            "did you mean {right}? If it is right, leave it"
        )),
    }
}

/// The known wrong spellings by their first syllable, counted from 가.
fn by_first_syllable() -> &'static [Vec<usize>] {
    static INDEX: OnceLock<Vec<Vec<usize>>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = vec![Vec::new(); SYLLABLES.count()];
        for (number, (typed, ..)) in MISSPELLINGS.iter().enumerate() {
            let first = typed.chars().next().and_then(syllables_before);
            first.into_iter().for_each(|first| index[first].push(number));
        }
        index
    })
}

/// Known wrong spellings in a run of syllables.
fn listed(text: &str, run: &Range<usize>) -> Vec<Hit> {
    let index = by_first_syllable();
    let typed = &text[run.clone()];
    let mut hits = Vec::new();
    for (start, first) in typed.char_indices() {
        let Some(known) = syllables_before(first).map(|first| &index[first]) else { continue };
        for misspelling in known.iter().map(|number| &MISSPELLINGS[*number]) {
            let (spelt, right, meant, ..) = *misspelling;
            let begin = run.start + start;
            // 추진게획 holds 게획, and is one mistake.
            let told = hits.last().is_some_and(|hit: &Hit| begin < hit.range.end);
            if !told && is_misspelt(typed, start, misspelling) {
                hits.push(wrong(begin..begin + spelt.len(), spelt, right, meant));
            }
        }
    }
    hits
}

/// Whether a wrong spelling begins here, and is no part of right words.
fn is_misspelt(run: &str, start: usize, misspelling: &Misspelling) -> bool {
    let (spelt, _, _, stands, by_chance) = *misspelling;
    let (before, rest) = run.split_at(start);
    let Some(behind) = rest.strip_prefix(spelt) else { return false };
    let stands = match stands {
        Stands::Whole => before.is_empty() && behind.is_empty(),
        Stands::Stem => before.is_empty() && is_particle(behind),
        Stands::Word => is_head(before) && is_tail(behind),
        Stands::Ends => is_tail(behind),
        Stands::Anywhere => true,
    };
    let holds = |right: &str| {
        let chances = right.match_indices(spelt).map(|(at, _)| at);
        let begins = chances.filter_map(|at| start.checked_sub(at));
        begins.into_iter().any(|begin| run.get(begin..).is_some_and(|run| run.starts_with(right)))
    };
    stands && !is_company(run, behind) && !by_chance.split_whitespace().any(holds)
}

/// Whether a run of syllables, or what stands behind a word of it, ends as
/// names of companies do, which spell as they like: 워크샵컴퍼니, 디지탈사.
fn is_company(run: &str, behind: &str) -> bool {
    const ENDS: [&str; 4] = ["컴퍼니", "닷컴", "코리아", "스튜디오"];
    let mut ends = ENDS.iter().filter_map(|end| Some(&run[run.rfind(end)? + end.len()..]));
    behind.strip_prefix('사').is_some_and(is_particle) || ends.any(is_particle)
}

/// 율 and 률 at the end of a run of syllables: 율 after a vowel and ㄴ.
fn rate(text: &str, run: &Range<usize>) -> Option<Hit> {
    let typed = &text[run.clone()];
    let (at, rate) = typed.char_indices().rfind(|(_, c)| matches!(c, '율' | '률'))?;
    let (host, end) = (&typed[..at], at + rate.len_utf8());
    let last = before(typed, at)?;
    let right =
        if ending(last) == Some(Ending::Vowel) || ends_in_nieun(last) { '율' } else { '률' };
    let certain = right != rate && host.chars().count() >= 2 && is_particle(&typed[end..]);
    certain.then(|| {
        let right = format!("{host}{right}");
        wrong(run.start..run.start + end, &typed[..end], &right, Meant::Certainly)
    })
}

/// 년 at the beginning of a word, where it is spelt 연.
///
/// It begins a text or a bracket, or stands behind a word that does not count
/// years. What leaves room for a number, `○○ 년도`, counts them.
fn year(text: &str, word: &Range<usize>) -> Option<Hit> {
    const HEADS: [&str; 6] = ["년도", "년간", "년말", "년초", "년평균", "년매출"];
    /// What words end in that count years, or name one: 십 년간, 전 년도.
    const COUNTING: &str =
        "수몇당전각매한두세네섯곱덟홉열너러반일이삼사오육륙칠팔구십백천만억신구금내작명익재석";
    let typed = &text[word.clone()];
    let head = HEADS.into_iter().find(|head| typed.starts_with(head))?;
    let stands = match before(text, word.start) {
        None => true,
        Some(' ') => {
            word_before(text, word.start).is_none_or(|c| is_syllable(c) && !COUNTING.contains(c))
        }
        Some(sign) => {
            "([（‘“「『".contains(sign)
                && before(text, word.start - sign.len_utf8())
                    .is_none_or(|c| !is_of_word(c) && !"○□●_".contains(c))
        }
    };
    let range = word.start..word.start + head.len();
    let right = head.replacen('년', "연", 1);
    (stands && is_tail(&typed[head.len()..])).then(|| wrong(range, head, &right, Meant::Certainly))
}

/// The last of these words, where it is another one's mistake behind the one
/// before it.
fn mistaken(text: &str, words: &[Range<usize>]) -> Option<Hit> {
    let [.., last, word] = words else { return None };
    let is_meant = |(typed, _, behind): &&(&str, &str, &[&str])| {
        text[word.clone()].strip_prefix(typed).is_some_and(is_particle)
            && behind.iter().any(|end| text[last.clone()].ends_with(end))
    };
    let (typed, right, _) = MISTAKEN.iter().find(is_meant)?;
    let touches = text[last.end..word.start] == *" ";
    let head = word.start..word.start + typed.len();
    touches.then(|| wrong(head, typed, right, Meant::Probably))
}

/// What a word on both sides of 및 may be done, and both be done nothing else
/// by: `점검 및 점검 실시`.
const DONE: [&str; 7] = ["관리", "실시", "시행", "추진", "진행", "개최", "집행"];

/// A word on both sides of 및, the first of these words.
///
/// The second one is the same thing again only where the phrase ends with it,
/// or with what is done to both. What goes on is another thing that has the
/// first one in its name: `점검 및 점검 결과`, `장애인 및 장애인 가족`.
fn twice(text: &str, words: &[Range<usize>]) -> Option<Hit> {
    let [first, and, second, rest @ ..] = words else { return None };
    let typed = &text[first.clone()];
    let close = |pair: [&Range<usize>; 2]| text[pair[0].end..pair[1].start] == *" ";
    let same = &text[and.clone()] == "및" && typed == &text[second.clone()];
    let long = typed.chars().count() > 1;
    let done = rest.first().filter(|word| close([second, word]));
    let done = done.filter(|word| DONE.contains(&&text[(*word).clone()]));
    let end = done.map_or(second.end, |word| word.end);
    (same && long && close([first, and]) && close([and, second]) && ends_phrase(&text[end..]))
        .then(|| same_twice(typed, second.clone()))
}

/// Whether a phrase ends before this: nothing follows, or a sign that closes
/// or parts it, or a remark that ends the text.
fn ends_phrase(behind: &str) -> bool {
    let behind = behind.trim_start_matches(' ');
    let remark = behind.starts_with('(')
        && behind.find(')').is_some_and(|close| behind[close + 1..].trim().is_empty());
    let behind = behind.strip_prefix("등").unwrap_or(behind);
    behind.trim().is_empty()
        || behind.starts_with([',', '.', ')', ']', ':', ';', '→', '’', '”'])
        || remark
}

fn same_twice(word: &str, range: Range<usize>) -> Hit {
    let hit = Hit::new(
        &CONFUSABLE,
        range,
        message!(
            "‘및’의 앞뒤가 같은 말입니다: {word}",
            "the same word stands on both sides of 및: {word}"
        ),
    );
    hit.with_help(message!(
        "하나를 지우거나 다른 말이 아닌지 확인하십시오. 공고를 광고로 적기 쉽습니다.",
        "remove one, or look whether another word was meant"
    ))
}

#[cfg(test)]
mod tests {
    use super::super::compounds::nouns;
    use super::*;
    use crate::check::writing::fixture::{assert_mends, assert_silent, found};

    #[test]
    fn misspelt_words_are_found_with_what_is_meant() {
        assert_mends(
            "confusable",
            &[
                ("도시브랜드 홍보관 및 전시월 운영", "전시월", ""),
                ("솟품 콘텐츠 제작", "솟품", ""),
                ("연차별 소요자원", "소요자원", ""),
                ("시빅데이터팀", "시빅데이터팀", ""),
                ("언론사 광고 및 광고", "광고", ""),
                ("(설계 공정율 : 95%)", "공정율", "공정률"),
                ("증감율을 산출", "증감율", "증감률"),
                ("전환률 : 45.8%", "전환률", "전환율"),
                ("몇일 뒤", "몇일", "며칠"),
                ("년도별 예산", "년도", "연도"),
                ("홍보 컨텐츠", "컨텐츠", "콘텐츠"),
                ("홍보 리플렛", "리플렛", "리플릿"),
                ("청사 안밖 정비", "안밖", "안팎"),
                ("브랜드 인지도 재고", "재고", ""),
                ("추진현항", "추진현항", "추진현황"),
            ],
        );
        assert_eq!(found("confusable", "시로봇, 드론").len(), 1);
        assert_mends(
            "confusable",
            &[
                ("몇일간 운영", "몇일간", "며칠간"),
                ("웹싸이트 개편", "싸이트", "사이트"),
                ("캠패인을 전개", "캠패인", "캠페인"),
                ("앵콜공연", "앵콜", "앙코르"),
                ("주민 인식 재고", "재고", ""),
                ("홈보행사", "홈보", "홍보"),
            ],
        );
        assert_silent("confusable", &["상호 : 컨텐츠컴퍼니", "워크샵닷컴과 협의", "디지탈사"]);
    }

    /// What stands beside a word: nothing, signs, other words.
    const CONTEXTS: [&str; 10] = [
        "{}",
        "({})",
        "‘{}’",
        "{}: 가",
        "가나 {} 다라",
        "가,{}",
        "({}, 가)",
        "{}.",
        "「{}」",
        "가\n{}",
    ];

    #[test]
    fn every_wrong_spelling_is_found_where_it_is_a_word_and_not_when_it_is_mended() {
        for (spelt, right, meant, ..) in MISSPELLINGS {
            let instead = if meant == Meant::Certainly { right } else { "" };
            for context in CONTEXTS {
                let text = context.replace("{}", spelt);
                let hits = [(spelt.to_owned(), instead.to_owned())];
                assert_eq!(found("confusable", &text), hits, "{text}");
                assert_silent("confusable", &[&context.replace("{}", right)]);
            }
        }
    }

    #[test]
    fn right_words_that_hold_a_wrong_spelling_by_chance_are_let_be() {
        for (spelt, _, _, _, by_chance) in MISSPELLINGS {
            for right in by_chance.split_whitespace() {
                assert!(right.contains(spelt), "{right}: {spelt}");
                for context in CONTEXTS {
                    assert_silent("confusable", &[&context.replace("{}", right)]);
                }
            }
        }
        assert_silent(
            "confusable",
            &[
                "지역활성화 사업, 지역활력타운, 지역활로 모색",
                "광역활동 거점, 영역활동, 구역활용, 역활용 방안, 도시재생구역활성화",
                "정오 데이타임 콘서트, 홀리데이타운, 선데이타임즈, 원데이타로 체험",
                "금천윈드오케스트라, 시민윈드, 인공윈드",
                "투표함으로서의 구실, 보관함으로서 쓰임",
                "요금새로고침, 연금새소식, 현금새마을금고",
                "쌀가게최고, 무게최소화, 꽃게선별, 가게획일화",
                "철저이행, 일일히터, 어깨통털어",
                "다른 대안밖에, 이 제안밖에, 도시계획안밖에",
                "산림시업비, 개시업기간, 입항후계획, 성주진계획",
                "리더쉽게, 멤버쉽고, 렌트카드, 메뉴얼음, 트리플렛",
                "외교부페루, 더블럭스, 바이알콜드체인, 굳센타이어",
                "표준화안밖, 킨텍스메세지구",
            ],
        );
    }

    #[test]
    fn nouns_beside_each_other_hold_no_wrong_spelling() {
        for first in nouns() {
            let all: String = nouns().map(|second| format!("{first}{second} ")).collect();
            assert_silent("confusable", &[&all]);
        }
    }

    #[test]
    fn wrong_spellings_are_found_in_compounds_of_what_is_known() {
        for (text, spelt) in [
            ("사업별 역활 분담", "역활"),
            ("핵심역활을 수행", "역활"),
            ("영상컨텐츠제작", "컨텐츠"),
            ("공공데이타센터", "데이타"),
            ("데이타화하고", "데이타"),
            ("주민복지센타에서는", "센타"),
            ("업무메뉴얼", "메뉴얼"),
            ("확대되서", "되서"),
            ("추진함으로서", "함으로서"),
            ("5천윈", "천윈"),
            ("행사게최", "게최"),
            ("주민교욱별", "교욱"),
        ] {
            let found = found("confusable", text);
            assert_eq!(found.iter().map(|(typed, _)| typed.as_str()).collect::<Vec<_>>(), [spelt]);
        }
    }

    #[test]
    fn years_that_are_counted_or_left_open_are_no_years_at_the_beginning() {
        assert_silent(
            "confusable",
            &[
                "십 년간, 백 년간, 이십 년간, 여러 년간, 반 년간, 다섯 년간",
                "○○년도, ○○ 년도, 20__년도, □ 년도, 2024(년도)",
                "신 년도, 금 년말",
            ],
        );
        assert_mends(
            "confusable",
            &[
                ("졸업 년도", "년도", "연도"),
                ("(년도별)", "년도", "연도"),
                ("년간 계획", "년간", "연간"),
                ("올 년말까지", "년말", "연말"),
            ],
        );
    }

    #[test]
    fn a_word_on_both_sides_of_and_is_asked_about_where_the_phrase_ends_with_it() {
        for text in [
            "언론사 광고 및 광고",
            "언론사 광고 및 광고 관리",
            "광고 및 광고 등",
            "(광고 및 광고)",
            "광고 및 광고, 홍보",
            "점검 및 점검 실시",
            "점검 및 점검 : 연 2회",
            "교육 및 교육 추진(연 2회)",
            "‘광고 및 광고’",
        ] {
            assert_eq!(found("confusable", text).len(), 1, "{text}");
        }
        assert_silent(
            "confusable",
            &[
                "점검 및 점검 결과 환류",
                "장애인 및 장애인 가족 지원",
                "교육 및 교육 교재 제작",
                "선정 및 선정 결과 통보",
                "평일 정차 및 정차 횟수 확대",
                "시설 및 시설 관리자 교육",
                "시설 및 시설 관리 인력 배치",
                "창업 및 창업 지원",
                "교육 및 교육·훈련",
                "점검 및 점검\n결과 환류",
                "교육 및 교육(강사) 지원",
                "광고 및\n광고",
                "시 및 시",
            ],
        );
    }

    #[test]
    fn what_is_right_elsewhere_is_asked_about_behind_certain_words_only() {
        assert_eq!(found("confusable", "대외 이미지 재고를 위한").len(), 1);
        assert_silent(
            "confusable",
            &["부품 3편의 재고", "남편의 재고", "소요자원 산정", "부서별 소요자원", "인지도, 재고"],
        );
    }

    #[test]
    fn right_words_are_let_be() {
        assert_silent(
            "confusable",
            &[
                "도시브랜드 홍보관 및 전시관 운영",
                "비율, 환율, 전환율, 보상률, 공정률, 증감률, 취업률, 법률, 자율, 규율",
                "율동 교육, 선율",
                "2024년도 예산, 2024 년도 예산, 전년도 실적",
                "수 년간, 최근 3년간",
                "전시로봇 체험",
                "재고 관리, 재고품 정리",
                "광고 및 공고",
                "교육 및 체험",
                "맞춤형 타겟 광고 연계",
                "금천구 화도읍",
                "드림윙즈",
                "법률가, 음률",
                "시업식 개최",
                "금새우난초",
            ],
        );
    }
}
