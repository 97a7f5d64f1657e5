//! Straight quotes, which are curled in print.

use std::ops::Range;

use super::dates::mark::stands_for_mark;
use super::words::{at, before};
use super::{Hit, Reading};
use crate::check::listed::rule;
use crate::check::sentences::Sentence;
use crate::message;

rule! {
    /// 곧은 따옴표(' ")가 인용에 쓰였는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 인쇄물의 따옴표는 여는 꼴과 닫는 꼴이 다릅니다. 자판의 곧은 따옴표는 어디서 열리고 닫히는지 보이지 않고, 굽은 따옴표와 섞이면 다른 이름으로 찾아집니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                      바른 것
    /// 기획사업 '문화지소' 운영     기획사업 ‘문화지소’ 운영
    /// "좋은도시" 금천              “좋은도시” 금천
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// Seoul's    55" TV    ‘좋은도시 금천’    「교통국」    『찰칵! 렌즈로 만나는 금천』
    /// ```
    ///
    /// ## 고치기
    ///
    /// 강조와 이름에는 ‘ ’, 말을 그대로 옮길 때에는 “ ”를 씁니다. 작품은 『 』, 법과 계획은 「 」로 묶습니다. JSON의 글 안에서 곧은 큰따옴표는 \" 로 적어야 하지만 “ ”는 그대로 적습니다. `--fix`는 짝이 맞는 곧은 따옴표를 굽은 따옴표로 바꿉니다. 짝이 없는 것은 알리기만 합니다.
    ///
    /// 줄인 해의 표시('24)는 year-mark 규칙이 봅니다. `'24년 '문화도시' 조성`처럼 나란히 있으면 해의 표시는 따옴표로 세지 않습니다.
    QUOTES = "quotes": Writing, Warning, mends, "따옴표의 꼴", "straight quotes";
    checks: [Sentence(hits)];
}

/// Straight quotes, with the curled ones.
const CURLED: [(char, char, char); 2] = [('\'', '‘', '’'), ('"', '“', '”')];

/// Straight quotes that quote something.
fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let mut hits = Vec::new();
    for (straight, opening, closing) in CURLED {
        for range in in_straight_quotes(text, straight) {
            let hit = Hit::new(
                &QUOTES,
                range.clone(),
                message!("곧은 따옴표입니다: {straight}", "this quote is straight: {straight}"),
            );
            hits.push(match text.get(range.start + 1..range.end - 1) {
                Some(quoted) => {
                    let right = format!("{opening}{quoted}{closing}");
                    let help = message!("{right}처럼 쓰십시오.", "write {right}");
                    hit.with_instead(right).with_help(help)
                }
                None => hit.with_help(message!(
                    "{opening}…{closing}처럼 짝을 맞추어 쓰십시오.",
                    "write it in pairs: {opening}…{closing}"
                )),
            });
        }
    }
    hits
}

/// What stands in straight quotes, these included; of a quote without a
/// partner itself alone. One that can only open closes no other, and one that
/// can only close opens none.
fn in_straight_quotes(text: &str, straight: char) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (start, _) in text.match_indices(straight) {
        if !is_quote(text, start, open.is_some()) {
            continue;
        }
        let free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([{".contains(c));
        let (left, right) = (free(before(text, start)), free(at(text, start + 1)));
        open = match open {
            Some(first) if left && !right => {
                found.push(first..first + 1);
                Some(start)
            }
            Some(first) => {
                found.push(first..start + 1);
                None
            }
            None if right && !left => {
                found.push(start..start + 1);
                None
            }
            None => Some(start),
        };
    }
    found.extend(open.map(|first| first..first + 1));
    found
}

/// Whether a straight quote is one, and not the mark of a year, an apostrophe,
/// feet or inches. Where none is open, it closes nothing.
fn is_quote(text: &str, start: usize, is_open: bool) -> bool {
    let (left, right) = (before(text, start), at(text, start + 1));
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let apostrophe = text[start..].starts_with('\'') && letter(left) && (letter(right) || !is_open);
    let measure = !is_open && left.is_some_and(|c| c.is_ascii_digit());
    !stands_for_mark(text, start) && !apostrophe && !measure
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent, found, mended};

    #[test]
    fn straight_quotes_are_curled_in_pairs() {
        assert_mends(
            "quotes",
            &[
                ("기획사업 '문화지소' 운영", "'문화지소'", "‘문화지소’"),
                ("기획자 양성사업 'J-ACE'아카데미", "'J-ACE'", "‘J-ACE’"),
                ("\"좋은도시\" 금천", "\"좋은도시\"", "“좋은도시”"),
                ("'좋은도시 금천", "'", ""),
                ("'24시간 돌봄' 운영", "'24시간 돌봄'", "‘24시간 돌봄’"),
                ("'24년 '책읽는 마을' 조성", "'책읽는 마을'", "‘책읽는 마을’"),
                ("'24. 7월 '책읽는 마을' 조성", "'책읽는 마을'", "‘책읽는 마을’"),
                ("('24년) '책마을'", "'책마을'", "‘책마을’"),
                ("'90년대 '음악' 거리", "'음악'", "‘음악’"),
            ],
        );
    }

    #[test]
    fn years_and_quotations_beside_each_other_are_told_apart() {
        for (typed, right) in [
            ("'24년 '책마을' 조성", "’24년 ‘책마을’ 조성"),
            ("'24년도 '누리', '25년도 '다솜'", "’24년도 ‘누리’, ’25년도 ‘다솜’"),
            ("'24 '누리 마당' '25 '다솜'", "’24 ‘누리 마당’ ’25 ‘다솜’"),
            ("'책마을'을 '24년 '누리'로", "‘책마을’을 ’24년 ‘누리’로"),
            ("'24년 계획'과 '25년 계획'", "‘24년 계획’과 ‘25년 계획’"),
        ] {
            assert_eq!(mended(typed), right, "{typed}");
        }
        let alone = ("'".to_owned(), String::new());
        let pair = ("'다솜'".to_owned(), "‘다솜’".to_owned());
        assert_eq!(found("quotes", "'누리 '다솜' 마당"), [alone, pair]);
    }

    #[test]
    fn years_apostrophes_and_measures_are_no_quotes() {
        assert_silent(
            "quotes",
            &[
                "'24. 7월",
                "'23~'24",
                "Seoul's",
                "55\" TV",
                "6' 2\"",
                "27\", 32\"",
                "12\" x 8\"",
                "37°33'",
                "37°33'20\"",
                "users' guide",
                "‘좋은도시’ “금천”",
            ],
        );
    }
}
