//! Words that are spelt wrong, and what is meant.

use std::ops::Range;
use std::sync::OnceLock;

use super::words::{at, before, is_particle, leading_syllables, word_before, words};
use super::{Hit, Reading, write_instead};
use crate::check::sentences::Sentence;
use crate::korean::hangul::{Ending, ending, ends_in_nieun, is_syllable};
use crate::korean::particles::particle_behind;
use crate::message;

/// How certain it is what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    /// There is no such word; it is spelt another way.
    Certainly,
    /// Likely, but a writer has to say.
    Probably,
}
use Meant::{Certainly, Probably};

/// Where in a word a wrong spelling is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// All of it.
    Whole,
    /// At its beginning.
    Head,
    /// Anywhere.
    Any,
    /// A word, with a particle behind it or without.
    Stem,
}
use Part::{Any, Head, Stem, Whole};

/// Wrong spellings: what is written, what is meant, how certain that is and
/// where in a word it is looked for.
const CONFUSIONS: [(&str, &str, Meant, Part); 116] = [
    // Slips of typing and of reading by machine.
    ("전시월", "전시관", Probably, Stem),
    ("솟품", "숏폼", Probably, Any),
    ("찰각", "찰칵", Probably, Any),
    ("소요자원", "소요재원", Probably, Any),
    ("시빅데이터", "AI빅데이터", Probably, Head),
    ("시로봇", "AI로봇", Probably, Head),
    ("추진현항", "추진현황", Certainly, Any),
    ("추진게획", "추진계획", Certainly, Any),
    ("추진개획", "추진계획", Certainly, Any),
    ("주진계획", "추진계획", Certainly, Head),
    ("주진실적", "추진실적", Certainly, Head),
    ("주진현황", "추진현황", Certainly, Head),
    ("항후계획", "향후계획", Certainly, Any),
    ("항후추진", "향후추진", Certainly, Any),
    ("소요예신", "소요예산", Certainly, Any),
    ("소묘예산", "소요예산", Certainly, Any),
    ("시업개요", "사업개요", Certainly, Any),
    ("시업기간", "사업기간", Certainly, Any),
    ("시업비", "사업비", Certainly, Any),
    ("사엄개요", "사업개요", Certainly, Any),
    ("사엄비", "사업비", Certainly, Any),
    ("백만윈", "백만원", Certainly, Any),
    ("천윈", "천원", Certainly, Any),
    ("억윈", "억원", Certainly, Any),
    ("지윈", "지원", Certainly, Head),
    ("민윈", "민원", Certainly, Head),
    ("공윈", "공원", Certainly, Any),
    ("직윈", "직원", Certainly, Any),
    ("정윈", "정원", Certainly, Any),
    ("현윈", "현원", Certainly, Any),
    ("운엉", "운영", Certainly, Any),
    ("홈보", "홍보", Certainly, Head),
    ("교욱", "교육", Certainly, Any),
    ("게최", "개최", Certainly, Any),
    ("게선", "개선", Certainly, Head),
    ("게획", "계획", Certainly, Any),
    ("밎", "및", Certainly, Whole),
    // The standard of spelling.
    ("몇일", "며칠", Certainly, Any),
    ("금새", "금세", Certainly, Whole),
    ("통털어", "통틀어", Certainly, Any),
    ("되서", "돼서", Certainly, Any),
    ("되야", "돼야", Certainly, Any),
    ("됬", "됐", Certainly, Any),
    ("어떻해", "어떡해", Certainly, Any),
    ("왠만", "웬만", Certainly, Head),
    ("웬지", "왠지", Certainly, Head),
    ("역활", "역할", Certainly, Any),
    ("일찌기", "일찍이", Certainly, Head),
    ("오랫만", "오랜만", Certainly, Head),
    ("희안한", "희한한", Certainly, Head),
    ("갯수", "개수", Certainly, Any),
    ("댓가", "대가", Certainly, Any),
    ("촛점", "초점", Certainly, Any),
    ("헛점", "허점", Certainly, Head),
    ("싯가", "시가", Certainly, Head),
    ("잇점", "이점", Certainly, Head),
    ("갯점", "개점", Certainly, Head),
    ("윗층", "위층", Certainly, Head),
    ("윗쪽", "위쪽", Certainly, Head),
    ("뒷쪽", "뒤쪽", Certainly, Head),
    ("뒷편", "뒤편", Certainly, Head),
    ("아랫층", "아래층", Certainly, Head),
    ("짜집기", "짜깁기", Certainly, Any),
    ("알맞는", "알맞은", Certainly, Any),
    ("걸맞는", "걸맞은", Certainly, Any),
    ("십시요", "십시오", Certainly, Any),
    ("있슴", "있음", Certainly, Any),
    ("없슴", "없음", Certainly, Any),
    ("하였슴", "하였음", Certainly, Any),
    ("했슴", "했음", Certainly, Any),
    ("있읍니다", "있습니다", Certainly, Any),
    ("하였읍니다", "하였습니다", Certainly, Any),
    ("함으로서", "함으로써", Certainly, Any),
    ("하므로써", "함으로써", Certainly, Any),
    ("되므로써", "됨으로써", Certainly, Any),
    ("됨으로서", "됨으로써", Certainly, Any),
    ("틈틈히", "틈틈이", Certainly, Any),
    ("일일히", "일일이", Certainly, Any),
    ("곰곰히", "곰곰이", Certainly, Any),
    ("꼼꼼이", "꼼꼼히", Certainly, Any),
    ("깨끗히", "깨끗이", Certainly, Any),
    ("철저이", "철저히", Certainly, Any),
    ("더우기", "더욱이", Certainly, Head),
    ("요컨데", "요컨대", Certainly, Any),
    ("예컨데", "예컨대", Certainly, Any),
    ("유래없", "유례없", Certainly, Any),
    ("내노라하는", "내로라하는", Certainly, Any),
    ("염두해", "염두에", Certainly, Any),
    ("치룬", "치른", Certainly, Head),
    ("도데체", "도대체", Certainly, Any),
    ("회계년도", "회계연도", Certainly, Any),
    // The standard of foreign words.
    ("컨텐츠", "콘텐츠", Certainly, Head),
    ("메세지", "메시지", Certainly, Any),
    ("악세사리", "액세서리", Certainly, Any),
    ("써비스", "서비스", Certainly, Any),
    ("워크샵", "워크숍", Certainly, Any),
    ("리더쉽", "리더십", Certainly, Any),
    ("멤버쉽", "멤버십", Certainly, Any),
    ("파트너쉽", "파트너십", Certainly, Any),
    ("인턴쉽", "인턴십", Certainly, Any),
    ("팜플렛", "팸플릿", Certainly, Any),
    ("리플렛", "리플릿", Certainly, Any),
    ("센타", "센터", Probably, Any),
    ("안밖", "안팎", Certainly, Any),
    ("카달로그", "카탈로그", Certainly, Any),
    ("플랭카드", "플래카드", Certainly, Any),
    ("플랜카드", "플래카드", Certainly, Any),
    ("앙케이트", "앙케트", Certainly, Any),
    ("심포지움", "심포지엄", Certainly, Any),
    ("디지탈", "디지털", Certainly, Any),
    ("데이타", "데이터", Certainly, Any),
    ("메뉴얼", "매뉴얼", Certainly, Any),
    ("렌트카", "렌터카", Certainly, Any),
    ("부페", "뷔페", Certainly, Head),
    ("블럭", "블록", Certainly, Any),
    ("알콜", "알코올", Certainly, Any),
];

/// What is raised (제고) and often said to be considered again (재고).
const RAISED: [&str; 10] = [
    "인지도",
    "효율성",
    "이미지",
    "접근성",
    "만족도",
    "경쟁력",
    "신뢰도",
    "실효성",
    "투명성",
    "편의",
];

/// Words of a sentence that are spelt wrong.
pub(super) fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let mut hits = Vec::new();
    let mut previous: Option<(&str, Range<usize>)> = None;
    let mut joined: Option<&str> = None;
    for word in words(text) {
        let typed = &text[word.clone()];
        hits.extend(listed(text, &word));
        hits.extend(rate(text, &word));
        hits.extend(year(text, &word));
        if typed == "및" {
            joined = previous.as_ref().map(|(word, _)| *word);
            previous = Some((typed, word));
            continue;
        }
        let touches = previous.as_ref().is_some_and(|(_, last)| text[last.end..word.start] == *" ");
        if touches && joined.is_some_and(|first| first == typed && first.chars().count() > 1) {
            hits.push(twice(typed, word.clone()));
        }
        if touches
            && typed.starts_with("재고")
            && is_particle(typed.trim_start_matches("재고"))
            && previous.as_ref().is_some_and(|(last, _)| RAISED.iter().any(|r| last.ends_with(r)))
        {
            let head = word.start..word.start + "재고".len();
            hits.push(wrong(head, "재고", "제고", Probably));
        }
        joined = None;
        previous = Some((typed, word));
    }
    hits
}

/// A wrong spelling, and the right one.
fn wrong(range: Range<usize>, typed: &str, right: &str, meant: Meant) -> Hit {
    let topic = particle_behind(typed, "은");
    let hit = Hit::new(
        "confusable",
        range,
        message!("‘{typed}’{topic} 잘못 적힌 말로 보입니다", "`{typed}` seems to be misspelt"),
    );
    match meant {
        Certainly => hit.with_instead(right).with_help(write_instead(right)),
        Probably => hit.with_help(message!(
            "‘{right}’ 아닙니까? 맞게 쓴 말이면 그대로 두십시오.",
            "did you mean {right}? If it is right, leave it"
        )),
    }
}

/// The known wrong spellings by their first syllable, counted from 가.
fn by_first_syllable() -> &'static [Vec<usize>] {
    static INDEX: OnceLock<Vec<Vec<usize>>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut index = vec![Vec::new(); ('가'..='힣').count()];
        for (number, (typed, ..)) in CONFUSIONS.iter().enumerate() {
            let first = typed.chars().next().and_then(place_from_ga);
            first.into_iter().for_each(|first| index[first].push(number));
        }
        index
    })
}

/// How many syllables stand before this one, from 가 on.
fn place_from_ga(syllable: char) -> Option<usize> {
    let place = u32::from(syllable).checked_sub(u32::from('가'))?;
    is_syllable(syllable).then_some(place as usize)
}

/// Known wrong spellings in a word.
fn listed(text: &str, word: &Range<usize>) -> Vec<Hit> {
    let index = by_first_syllable();
    let typed = &text[word.clone()];
    let mut hits = Vec::new();
    for (start, first) in typed.char_indices() {
        let Some(known) = place_from_ga(first).map(|first| &index[first]) else { continue };
        for (spelt, right, meant, part) in known.iter().map(|number| CONFUSIONS[*number]) {
            let stands = match part {
                Whole => typed == spelt,
                Head => start == 0 && typed.starts_with(spelt),
                Stem => typed
                    .strip_prefix(spelt)
                    .is_some_and(|rest| start == 0 && (rest.is_empty() || is_particle(rest))),
                Any => typed[start..].starts_with(spelt),
            };
            if stands {
                let begin = word.start + start;
                hits.push(wrong(begin..begin + spelt.len(), spelt, right, meant));
            }
        }
    }
    hits
}

/// 율 and 률: 율 after a vowel and ㄴ.
fn rate(text: &str, word: &Range<usize>) -> Option<Hit> {
    let typed = &text[word.clone()];
    let (at, rate) = typed.char_indices().rfind(|(_, c)| matches!(c, '율' | '률'))?;
    let host = &typed[..at];
    let rest = leading_syllables(&typed[at + rate.len_utf8()..]);
    let last = before(typed, at).filter(|c| is_syllable(*c))?;
    let right =
        if ending(last) == Some(Ending::Vowel) || ends_in_nieun(last) { '율' } else { '률' };
    let long = host.chars().count() >= 2;
    let certain = right != rate && long && is_particle(rest);
    let end = at + rate.len_utf8();
    certain.then(|| {
        let right = format!("{host}{right}");
        wrong(word.start..word.start + end, &typed[..end], &right, Certainly)
    })
}

/// 년 at the beginning of a word, where it is spelt 연.
fn year(text: &str, word: &Range<usize>) -> Option<Hit> {
    const HEADS: [&str; 6] = ["년도", "년간", "년말", "년초", "년평균", "년매출"];
    let typed = &text[word.clone()];
    let head = HEADS.into_iter().find(|head| typed.starts_with(head))?;
    // Behind a number, or a word that counts years, 년 is a unit.
    let counted = word_before(text, word.start)
        .is_some_and(|c| c.is_ascii_digit() || "수몇당전각매한두세".contains(c));
    let range = word.start..word.start + head.len();
    let right = head.replacen('년', "연", 1);
    (!counted && at(text, word.start).is_some()).then(|| wrong(range, head, &right, Certainly))
}

/// A word on both sides of 및.
fn twice(word: &str, range: Range<usize>) -> Hit {
    let hit = Hit::new(
        "confusable",
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
    use super::super::fixture::{assert_mends, assert_silent, found};

    #[test]
    fn misspelt_words_are_found_with_what_is_meant() {
        assert_mends(
            "confusable",
            &[
                ("도시브랜드 홍보관 및 전시월 운영", "전시월", ""),
                ("솟품 콘텐츠 제작", "솟품", ""),
                ("연차별 소요자원", "소요자원", ""),
                ("시빅데이터팀", "시빅데이터", ""),
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
