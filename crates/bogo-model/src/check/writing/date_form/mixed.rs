//! Years whose part has a name, written with dots and words mixed.
//!
//! Dots stand for 년, 월 and 일 where a date is written in digits alone. A part
//! that words name has the year in words, too:
//!
//! ```text
//! right = year "년" " " part                  2026년 하반기, ’26년 1분기
//! wrong = year [ "." ] [ " " ] part [ "." ]   2026. 하반기., 2026 하반기
//! ```

use std::cell::LazyCell;
use std::ops::Range;

use super::DATE_FORM;
use crate::check::writing::dates::YEAR_MARKS;
use crate::check::writing::dates::mark::MARK;
use crate::check::writing::dates::year_part::part_at_start;
use crate::check::writing::pairs::quotations;
use crate::check::writing::words::{at, before, runs};
use crate::check::writing::{Hit, write_instead};
use crate::korean::hangul::is_syllable;
use crate::message;

/// Years with a part of them in another form than `2026년 하반기`.
pub(super) fn hits(text: &str) -> Vec<Hit> {
    let quoted = LazyCell::new(|| quotations(text));
    let years = runs(text, |c| c.is_ascii_digit());
    years
        .into_iter()
        .filter(|year| is_year(text, year))
        .filter_map(|year| {
            let (range, right) = mixed(text, &year)?;
            // What is quoted may be a name: ‘2026 하반기 채용’.
            let typed = &text[range.clone()];
            let named = !typed.contains('.') && quoted.iter().any(|own| own.contains(&range.start));
            (!named).then(|| other_form(range.clone(), typed, &right))
        })
        .collect()
}

/// Whether digits are a year: four of them, or two behind their mark.
fn is_year(text: &str, digits: &Range<usize>) -> bool {
    let number = &text[digits.clone()];
    let sign = before(text, digits.start);
    let free =
        |sign: Option<char>| !sign.is_some_and(|c| c.is_alphanumeric() || ".,-/☎#".contains(c));
    match number.len() {
        4 => matches!(&number[..2], "19" | "20") && free(sign),
        2 => number != "00" && sign.is_some_and(|sign| YEAR_MARKS.contains(&sign)),
        _ => false,
    }
}

/// A year and the part of it behind it, and its right form, if it is in
/// another one.
fn mixed(text: &str, year: &Range<usize>) -> Option<(Range<usize>, String)> {
    let behind = &text[year.end..];
    let after_dot = behind.strip_prefix('.');
    let named = after_dot.unwrap_or(behind).trim_start_matches(' ');
    if after_dot.is_none() && named.len() == behind.len() {
        return None;
    }
    let part = part_at_start(named, after_dot.is_some())?;
    // 2025 연말 콘서트 is a name.
    let followed =
        named[part.len()..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(is_syllable));
    if after_dot.is_none() && followed && matches!(part, "연말" | "연초") {
        return None;
    }
    let mut end = text.len() - named.len() + part.len();
    let final_dot = text[end..].starts_with('.') && {
        let next = at(text, end + 1);
        // A dot that ends a sentence is none of the date's.
        next.is_some_and(|c| c == ' ' || c == ')') && !text[end + 1..].trim().is_empty()
    };
    end += usize::from(final_dot);
    // What is written shows the mark of a short year.
    let mark = if before(text, year.start) == Some(MARK) { MARK.len_utf8() } else { 0 };
    let start = year.start - mark;
    Some((start..end, format!("{}년 {part}", &text[start..year.end])))
}

fn other_form(range: Range<usize>, typed: &str, right: &str) -> Hit {
    let hit = Hit::new(
        &DATE_FORM,
        range,
        message!("온점과 말이 섞인 날짜입니다: {typed}", "this date mixes dots and words: {typed}"),
    );
    hit.with_instead(right).with_help(write_instead(right))
}

#[cfg(test)]
mod tests {
    use crate::check::writing::fixture::{assert_mends, assert_silent};

    #[test]
    fn a_part_of_a_year_that_words_name_has_its_year_in_words() {
        assert_mends(
            "date-form",
            &[
                ("2026. 하반기. : 준공", "2026. 하반기.", "2026년 하반기"),
                ("2026. 하반기 : 준공", "2026. 하반기", "2026년 하반기"),
                ("2026 하반기 : 준공", "2026 하반기", "2026년 하반기"),
                ("2026.상반기 착공", "2026.상반기", "2026년 상반기"),
                ("(’25. 하반기)", "’25. 하반기", "’25년 하반기"),
                ("2025. 3분기부터 시행", "2025. 3분기", "2025년 3분기"),
                ("2025. 1/4분기 실적", "2025. 1/4분기", "2025년 1/4분기"),
                ("준공 2027. 연말까지", "2027. 연말", "2027년 연말"),
                ("2027. 말 개통", "2027. 말", "2027년 말"),
                ("2027 연초.", "2027 연초", "2027년 연초"),
                ("2026. 가을 개관", "2026. 가을", "2026년 가을"),
                ("2026. 상·하반기 각 1회", "2026. 상·하반기", "2026년 상·하반기"),
            ],
        );
    }

    #[test]
    fn parts_of_a_year_in_words_and_other_words_are_right() {
        assert_silent(
            "date-form",
            &[
                "2026년 하반기",
                "’26년 1분기",
                "하반기 주요 축제",
                "2026. 12월 말",
                "2026. 12. 말",
                "2026. 중앙도서관 개관",
                "2026. 초등학교 설립",
                "2026. 봄꽃축제",
                "2026. 1분 발언",
                "‘2026 하반기 채용’ 공고",
                "2026 상반기생 모집",
                "총 1,2026 하반기",
                "☎2033 하반기",
                "2025 연말 음악회",
            ],
        );
    }
}
