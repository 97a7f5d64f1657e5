//! The parts of a total in brackets: `(내부 36대, 외부 10대)`.

use std::ops::Range;

use super::numbers::{Number, last_number};
use crate::korean::units;

/// Words in brackets by which these do not hold all parts, or other things.
const OPEN: [&str; 28] = [
    "등",
    "약",
    "여",
    "이상",
    "이하",
    "내외",
    "포함",
    "제외",
    "중",
    "각",
    "~",
    "당",
    "%",
    "×",
    "별도",
    "미만",
    "초과",
    "이내",
    "최대",
    "최소",
    "평균",
    "외",
    "추경",
    "요구",
    "기정",
    "기투자",
    "누적",
    "신청",
];

/// Words by which what is in brackets is no part of a total, but how far one
/// got with it.
const STAGES: [&str; 18] = [
    "목표",
    "달성",
    "계획",
    "실적",
    "집행",
    "예정",
    "완료율",
    "잔액",
    "이월",
    "지출",
    "배정",
    "교부",
    "정원",
    "현원",
    "대상",
    "결원",
    "여유",
    "가용",
];

/// What makes of a name the other half of a whole: 응답, 무응답.
const NOT: [&str; 4] = ["무", "미", "비", "불"];

/// Names that are a whole together.
const WHOLES: [&[&str]; 7] = [
    &["남", "여"],
    &["남성", "여성"],
    &["남자", "여자"],
    &["상반기", "하반기"],
    &["내부", "외부"],
    &["찬성", "반대"],
    &[
        "국비",
        "도비",
        "시비",
        "구비",
        "군비",
        "시군비",
        "자부담",
        "민자",
        "민간",
        "기금",
        "특교세",
        "특별교부세",
        "교부세",
        "지방비",
        "국고",
        "기타",
    ],
];

/// Whether names are a whole together.
fn is_whole(names: &[&str]) -> bool {
    let is_other =
        |one: &str, other: &str| NOT.iter().any(|not| other.strip_prefix(not) == Some(one));
    if let [one, other] = names
        && (is_other(one, other) || is_other(other, one))
    {
        return true;
    }
    WHOLES.iter().any(|whole| names.iter().all(|name| whole.contains(name)))
}

/// The parts in brackets, and whether their names are a whole together; `None`
/// where they are not all there, or of something else.
pub(super) fn parts(text: &str, range: Range<usize>, unit: &str) -> Option<(Vec<Number>, bool)> {
    let inner = &text[range.clone()];
    let mut found = Vec::new();
    for item in items(inner) {
        let (start, end) = (range.start + item.start, range.start + item.end);
        // What is in brackets of its own says more about the part.
        let end = text[start..end].find(['(', '[', '（']).map_or(end, |at| start + at);
        let (value, at) = last_number(text, start..end)?;
        let own = text[at.end..end].trim();
        if !own.is_empty() && own != unit && units::ratio(own, unit).is_none() {
            return None;
        }
        let name: String = text[start..at.start].split_whitespace().collect();
        let name = name.trim_end_matches([':', '-']).to_owned();
        found.push((name, Number { value, unit: own.to_owned(), at }));
    }
    // Parts between commas within parts between strokes divide a whole twice.
    let own = outside_brackets(inner);
    let inner = own.as_str();
    let is_divided_twice = inner.contains(['/', ';']) && items_by_commas(inner);
    let is_stage = |name: &String| STAGES.iter().any(|word| name.contains(word));
    if is_divided_twice || found.iter().any(|(name, _)| is_stage(name)) {
        return None;
    }
    let is_open = |word: &str| match word.chars().count() {
        1 if !matches!(word, "%" | "~" | "×") => is_word(inner, word),
        _ => inner.contains(word),
    };
    let has_units = found.iter().filter(|(_, number)| !number.unit.is_empty()).count();
    let is_even = has_units == 0 || has_units == found.len();
    let named = found.iter().all(|(name, _)| !name.is_empty());
    if found.len() < 2 || !is_even || !named || OPEN.iter().any(|word| is_open(word)) {
        return None;
    }
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    let is_whole = is_whole(&names);
    let in_unit = |(_, number): (String, Number)| match number.unit.is_empty() {
        true => Number { unit: unit.to_owned(), ..number },
        false => number,
    };
    Some((found.into_iter().map(in_unit).collect(), is_whole))
}

/// A text without what is in brackets within it.
fn outside_brackets(text: &str) -> String {
    let mut depth = 0;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth -= 1,
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// Whether commas that are no separators of numbers stand in a text.
fn items_by_commas(text: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(',').any(|(at, _)| {
        !is_digit(text[..at].chars().next_back()) || !is_digit(text[at + 1..].chars().next())
    })
}

/// Whether a syllable stands in a text as a word, or behind a number.
fn is_word(text: &str, syllable: &str) -> bool {
    text.match_indices(syllable).any(|(at, word)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let ends = after.is_none_or(|c| !c.is_alphanumeric());
        let begins = before.is_none_or(|c| !c.is_alphabetic());
        match syllable {
            // 남, 여 are names; 30여 명, 약 30 and 각 3 are not.
            "여" => before.is_some_and(|c| c.is_ascii_digit()),
            "약" | "각" => begins && after.is_none_or(|c| c == ' ' || c.is_ascii_digit()),
            "등" | "외" | "중" => ends && (begins || syllable == "등"),
            _ => ends,
        }
    })
}

/// The pieces of what is in brackets, between commas and strokes that are not
/// within numbers or brackets.
fn items(inner: &str) -> Vec<Range<usize>> {
    let bytes = inner.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth -= 1,
            ',' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => {}
            ',' | '/' | '、' | '·' | 'ㆍ' | '+' | ';' if depth == 0 => {
                found.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push(start..inner.len());
    found
}
