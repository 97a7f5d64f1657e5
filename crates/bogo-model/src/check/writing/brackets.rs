//! Brackets and quotation marks without a partner.

use super::dates::mark::{is_year_mark, stands_for_mark};
use super::pairs::PAIRS;
use super::words::before;
use super::{Hit, Reading};
use crate::check::listed::rule;
use crate::check::sentences::Sentence;
use crate::korean::hangul::is_consonant;
use crate::message;

rule! {
    /// 괄호와 따옴표가 짝을 이루는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 닫히지 않은 괄호는 어디까지가 덧붙인 말인지 알 수 없게 합니다. 글을 옮기거나 줄이다가 한쪽만 남는 일이 많습니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                               까닭
    /// 수혜인원 : 28,000명 이상)             여는 괄호가 없음
    /// 도시브랜드(캐릭터 등                  닫는 괄호가 없음
    /// 『찰칵! 렌즈로 만나는 금천            』가 없음
    /// [수혜인원(6,257명] 이상)              괄호가 엇갈림
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// [B/C= 0.71 (0.5 이상일 때 확보)]    1) 추진 배경    가) 추진 경과    ’24. 7월    55” TV
    /// 전)시립도서관    붙임1) 추진 일정    1안) 신축
    /// ```
    ///
    /// ## 고치기
    ///
    /// 빠진 짝을 넣거나 남은 것을 지웁니다. 빠진 짝이 어디에 있어야 하는지는 쓴 사람만 알므로 저절로 고치지 않습니다.
    ///
    /// 한 글 안에서만 봅니다. 이름표에서 열어 내용에서 닫는 괄호는 한 글에 넣으십시오. 한 글에 여럿이 틀렸으면 처음 것만 알립니다. 고치고 나면 다음 것이 보입니다.
    BRACKETS = "brackets": Writing, Warning, "괄호와 따옴표의 짝", "pairs of brackets and quotes";
    checks: [Sentence(hits)];
}

/// The first bracket of a text that has no partner, or crosses another pair.
/// What follows it would only be a consequence.
fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let mut open: Vec<(usize, char, char)> = Vec::new();
    for (start, sign) in text.char_indices() {
        let pair = PAIRS.iter().find(|(opening, closing)| [*opening, *closing].contains(&sign));
        let Some((opening, closing)) = pair.filter(|_| !stands_for_mark(text, start)) else {
            continue;
        };
        if *opening == sign {
            open.push((start, sign, *closing));
            continue;
        }
        match open.last() {
            _ if is_year_mark(text, start, sign) => {}
            Some((_, _, closing)) if *closing == sign => {
                open.pop();
            }
            _ if stands_alone(text, start, sign) => {}
            Some((first, opening, _)) if open.iter().any(|(_, _, other)| *other == sign) => {
                return vec![crossed(*first, *opening, sign)];
            }
            _ => return vec![unpaired(start, sign)],
        }
    }
    open.into_iter().map(|(start, sign, _)| unpaired(start, sign)).take(1).collect()
}

/// What items are counted by before a bracket.
const COUNTED: &str = "가나다라마바사아자차카타파하abcdefgh";

/// Words before a bracket that lead another word or count something, alone
/// or with a number: `전)`, `붙임1)`, `2안)`.
const LEADING: [&str; 21] = [
    "전", "현", "구", "신", "주", "재", "사", "유", "고", "가칭", "일명", "붙임", "별첨", "참고",
    "그림", "표", "예", "※", "안", "단계", "차",
];

/// Whether a word before a lone closing bracket leads what follows it.
fn is_leading(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| c.is_ascii_digit());
    let lettered = word.strip_prefix(|c: char| c.is_ascii_uppercase());
    let is_sign = |c: char| is_consonant(c) || matches!(c, 'Ⅰ'..='ⅿ' | '㉠'..='㉻' | '①'..='ⓩ');
    LEADING.contains(&bare)
        || lettered.is_some_and(|word| LEADING.contains(&word))
        || word.chars().count() == 1 && word.chars().all(is_sign)
}

/// Whether a closing sign needs no opening one: `1)`, `가)`, `it’s`, `55”`.
fn stands_alone(text: &str, start: usize, sign: char) -> bool {
    let previous = before(text, start);
    match sign {
        ')' => {
            let word = text[..start].rsplit([' ', '\n', ',', '(', '[']).next().unwrap_or_default();
            let counts = word.chars().all(|c| c.is_ascii_digit()) && word.len() <= 2;
            let single = word.chars().count() == 1;
            let leads = !text[start + 1..].trim_start().is_empty() && is_leading(word);
            !word.is_empty() && (counts || single && COUNTED.contains(word) || leads)
        }
        '’' => previous.is_some_and(|c| c.is_ascii_alphanumeric()),
        '”' => previous.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

fn unpaired(start: usize, sign: char) -> Hit {
    let hit = Hit::new(
        &BRACKETS,
        start..start + sign.len_utf8(),
        message!("짝이 없는 괄호나 따옴표입니다: {sign}", "this has no partner: {sign}"),
    );
    hit.with_help(message!(
        "빠진 짝을 넣거나 이것을 지우십시오.",
        "add the one that is missing or remove this one"
    ))
}

fn crossed(start: usize, opening: char, closing: char) -> Hit {
    let hit = Hit::new(
        &BRACKETS,
        start..start + opening.len_utf8(),
        message!(
            "괄호가 엇갈립니다: {opening} 가 닫히기 전에 {closing} 가 옵니다",
            "brackets cross: {closing} comes before {opening} is closed"
        ),
    );
    hit.with_help(message!("안에서 연 것을 먼저 닫으십시오.", "close first what was opened last"))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_silent, found};

    #[test]
    fn brackets_without_a_partner_and_crossed_ones_are_found() {
        for (text, sign) in [
            ("수혜인원 : 28,000명 이상)", ")"),
            ("도시브랜드(캐릭터 등", "("),
            ("2차 공사 구)", ")"),
            ("『찰칵! 렌즈로 만나는 금천", "『"),
            ("‘좋은도시 금천 홍보", "‘"),
            ("[수혜인원(6,257명] 이상)", "("),
            ("“좋은도시’ 금천", "’"),
        ] {
            assert_eq!(found("brackets", text), [(sign.to_owned(), String::new())], "{text}");
        }
    }

    #[test]
    fn pairs_numbers_and_year_marks_are_right() {
        assert_silent(
            "brackets",
            &[
                "미통과 [B/C= 0.71, AHP : 0.462 (AHP가 0.5 이상일 때 사업성 확보)]",
                "1) 추진 배경",
                "가) 추진 배경 나) 추진 경과",
                "’24. 7월 말",
                "전남 문화예술교육(’19~’22)계획 내 ‘지역 맞춤형’ 실현",
                "‘’24년 계획’",
                "(시·군간) 23개 노선 264대",
                "Seoul’s best",
                "‘24. 7월 말",
                "전)시립도서관, 구)청사",
                "주)가온건설 시공",
                "재)금천문화재단",
                "가칭) 금천도서관 건립",
                "고)김금천",
                "붙임1) 추진 일정\n참고1) 예산",
                "주1) 잠정치",
                "※1) 잠정치",
                "1안) 신축 A안) 증축 안1) 이전",
                "1단계) 설계",
                "ㄱ) 하나 ⅰ) 둘 Ⅰ) 셋 ㉮) 넷",
                "55” TV",
                "『찰칵! 렌즈로 만나는 금천』",
            ],
        );
    }
}
