//! What the space between two words is to a line.

use super::characters::{
    begins_badly, begins_with_number, is_never_first, is_never_last, is_sign_of_item,
};
use super::price;
use crate::korean::hangul::is_syllable;
use crate::korean::particles::is_particle;
use crate::korean::units::{KEPT_BEHIND_NUMBERS, counts, unit_word_at_start};

/// Signs that stay with the word before them where they stand alone.
const CLINGING: [&str; 11] = [":", "~", "～", "∼", "/", ",", "=", "+", "×", "·", "ㆍ"];

/// Words that belong to the number behind them.
const BEFORE_NUMBERS: [&str; 13] =
    ["제", "약", "총", "만", "각", "연", "매", "평균", "최대", "최소", "오전", "오후", "현재"];

/// Words of one syllable that depend on the word before them.
const DEPENDENT: &str = "것수등때데바뿐중내외간후전시채줄리듯씩";

/// What numbers are multiplied by, and may have a space behind.
const MULTIPLES: [char; 5] = ['조', '억', '만', '천', '백'];

/// The longest part of a date that a point ends, in bytes.
const LONGEST_PART_OF_DATE: usize = 8;

/// What the space between two words is to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// A line may end there, at a cost.
    Open(u16),
    /// It holds the words together.
    Holds,
}

/// What the space between these words is.
pub(super) fn space_between(before: &str, after: &str) -> Space {
    let parts_brackets = before.ends_with(is_never_last) || begins_badly(after);
    let is_spread = is_one_syllable(before) && is_one_syllable(after);
    if parts_brackets || is_spread || CLINGING.contains(&after) {
        return Space::Holds;
    }
    let prices = [
        (price::FIGURE, belongs_to_figure(before, after)),
        (price::FIGURE, is_one(before, is_sign_of_item)),
        (price::VALUE, before.ends_with(':') && begins_with_number(after)),
        (price::SHARE, is_named_share(before, after)),
        (price::TILDE, after.starts_with(['~', '～', '∼'])),
        (price::DEPENDENT, is_dependent(after)),
        (price::DEPENDENT, after == "→" || after == "⇒"),
    ];
    Space::Open(
        prices.iter().filter(|(_, holds)| *holds).map(|(price, _)| *price).max().unwrap_or(0),
    )
}

/// Whether a number, its unit, its sign or the parts of a date stand on both
/// sides.
fn belongs_to_figure(before: &str, after: &str) -> bool {
    let opened = before.trim_start_matches(is_never_last);
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        is_unit(after)
    } else if begins_with_number(after) {
        BEFORE_NUMBERS.contains(&opened) || is_part_of_date(before, after) || is_multiplied(before)
    } else {
        !opened.is_empty()
            && opened.chars().all(|c| MULTIPLES.contains(&c))
            && after.starts_with('원')
    }
}

/// Whether a word of one syllable says what the number behind it is: 도 15%.
fn is_named_share(before: &str, after: &str) -> bool {
    is_one_syllable(before.trim_start_matches(is_never_last)) && begins_with_number(after)
}

/// Whether a word behind a number is what it counts or measures.
fn is_unit(word: &str) -> bool {
    let unit = word.trim_end_matches(is_never_first);
    KEPT_BEHIND_NUMBERS.contains(&unit) || counts(word) || unit_word_at_start(word).is_some()
}

/// Whether a number ends in 조, 억 or 만, so that another goes on with it: 2조.
fn is_multiplied(word: &str) -> bool {
    word.strip_suffix(MULTIPLES)
        .is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a date goes on from one word to the next: 2024. 9., 9월 30일.
fn is_part_of_date(before: &str, after: &str) -> bool {
    let ends_in_digit = |part: &str| part.ends_with(|c: char| c.is_ascii_digit());
    let after = after.trim_start_matches('’').trim_start_matches(|c: char| c.is_ascii_digit());
    let goes_on = |unit: char, next: char| {
        before.strip_suffix(unit).is_some_and(ends_in_digit) && after.starts_with(next)
    };
    let is_short = |part: &str| part.len() <= LONGEST_PART_OF_DATE;
    before.strip_suffix('.').is_some_and(|part| ends_in_digit(part) && is_short(part))
        || goes_on('년', '월')
        || goes_on('월', '일')
        || goes_on('시', '분')
}

/// Whether a word is not to begin a line if that can be helped.
fn is_dependent(word: &str) -> bool {
    let word = word.trim_end_matches(is_never_first);
    is_one(word, |c| DEPENDENT.contains(c)) || word.chars().nth(1).is_some() && is_particle(word)
}

fn is_one_syllable(word: &str) -> bool {
    is_one(word, is_syllable)
}

/// Whether a word is one character, of this kind.
fn is_one(word: &str, is_of_kind: impl Fn(char) -> bool) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(is_of_kind) && characters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with what each space is: `_` for one that holds, `^` for one at
    /// which a line's end costs something.
    fn shown(text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let mut shown = words[0].to_owned();
        for pair in words.windows(2) {
            shown.push(match space_between(pair[0], pair[1]) {
                Space::Holds => '_',
                Space::Open(0) => ' ',
                Space::Open(_) => '^',
            });
            shown.push_str(pair[1]);
        }
        shown
    }

    #[test]
    fn figures_and_what_belongs_to_them_stay_together_if_they_can() {
        for figure in [
            "약^-234억원",
            "2조^8,240억원 증가",
            "총^14^명",
            "제^3^조",
            "300^백만^원",
            "2024.^9.^30. 개최",
            "’24.^7월_~ 12월",
            "2024년^9월^30일",
            "오후^2시",
            "사업비_:^1,400백만원",
            "사업비:^△3억원",
            "①^안양방향_: 표현",
            "12^km 구간",
            "(국^50%, 도^15%)",
            "거주 만^65세 이상",
            "3팀 구성",
            "없음. 3팀",
            "2024. 계획",
        ] {
            assert_eq!(shown(&figure.replace(['^', '_'], " ")), figure);
        }
    }

    #[test]
    fn signs_stay_with_the_word_before_them_and_spread_syllables_together() {
        for held in [
            "서울강동_~ 하남_~ 남양주",
            "1,003면_/ 연면적",
            "구_분",
            "사_업_명 조사",
            "※_별도 협의",
            "50_% 이상",
            "가 (_나_) 다",
            "검토할^것",
            "추진^등, 협의",
            "금천구 ’24년 계획",
        ] {
            assert_eq!(shown(&held.replace(['^', '_'], " ")), held);
        }
    }
}
