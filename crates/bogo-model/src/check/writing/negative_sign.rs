//! The sign of negative numbers.

use super::number_form::unit_at_start;
use super::words::{at, before, word_before};
use super::{Hit, Reading};
use crate::check::sentences::{Role, Sentence};
use crate::message;

/// The sign of a negative number in a report.
const NEGATIVE: char = '△';

/// Signs that are typed for it.
const SIGNS: [char; 5] = ['-', '−', '–', '▲', '－'];

/// Negative numbers with another sign.
pub(super) fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    // Beside ▼ and words for it, ▲ says that something rises.
    let rises = ["▼", "증가", "상승", "확대", "↑"].iter().any(|word| text.contains(word));
    let signs = text.char_indices().filter(|(_, sign)| SIGNS.contains(sign));
    signs
        .filter(|(start, sign)| !(rises && *sign == '▲') && is_negative(sentence, *start, *sign))
        .map(|(start, sign)| {
            let end = start + sign.len_utf8();
            let hit = Hit::new(
                "negative-sign",
                start..end,
                message!("음수의 부호가 {sign}입니다", "the negative number has the sign {sign}"),
            );
            let hit = hit.with_help(message!(
                "보고서의 음수는 {NEGATIVE}로 씁니다: {NEGATIVE}12.1%",
                "reports write {NEGATIVE} before negative numbers"
            ));
            // Where ▲ is meant to say that something rises, △ would be wrong.
            if sign == '▲' { hit } else { hit.with_instead(NEGATIVE) }
        })
        .collect()
}

/// Whether a sign makes the number behind it negative.
fn is_negative(sentence: &Sentence, start: usize, sign: char) -> bool {
    let text = &sentence.text;
    let number = &text[start + sign.len_utf8()..];
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let end = number.find(|c| !is_part(c)).unwrap_or(number.len());
    let digits = number[..end].trim_end_matches([',', '.']);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let behind = start + sign.len_utf8() + digits.len();
    let stands_free = before(text, start).is_none_or(|c| matches!(c, ' ' | '(' | '[' | '\n'));
    // After a number or what is counted it is a range or a dash.
    let after_number = word_before(text, start).is_some_and(|c| c.is_alphanumeric() || c == '%')
        && text[..start].trim_end().chars().rev().take(4).any(|c| c.is_ascii_digit());
    let length = |unit: &str| unit.starts_with(['m', 'k']);
    let measured = unit_at_start(&text[behind..]).is_some_and(|unit| !length(unit))
        || text[behind..].trim_start().starts_with(['%', '％'])
        || digits.contains(',');
    let whole = start == 0 && behind == text.trim_end().len();
    let cell = matches!(sentence.role, Role::Cell | Role::CellItem);
    let degrees = at(text, behind).is_some_and(|c| matches!(c, '℃' | '°' | '층'));
    stands_free && !after_number && !degrees && (measured || whole && (cell || sign == '▲'))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent, found_in};
    use crate::check::sentences::Role;

    #[test]
    fn negative_numbers_have_a_triangle() {
        assert_mends(
            "negative-sign",
            &[
                ("전년 대비 -12.1%", "-", "△"),
                ("증감(−423,594)", "−", "△"),
                ("▲12.1", "▲", ""),
                ("▲455,729천원 감소", "▲", ""),
                ("증감 -3명", "-", "△"),
            ],
        );
        let sign = [("-".to_owned(), "△".to_owned())];
        assert_eq!(found_in("negative-sign", Role::Cell, "-12"), sign);
    }

    #[test]
    fn dashes_ranges_and_codes_are_no_signs() {
        assert_silent(
            "negative-sign",
            &[
                "△12.1%",
                "가산동 550-22",
                "대상1명-50만원",
                "대상 1명 -50만원",
                "10 -20%",
                "최저 -5℃",
                "지하 -1층",
                "해발 -10m",
                "▲3.2%p 증가",
                "-",
                "- 3명 채용",
                "국비 ▲3%, 시비 ▼2%",
                "-2024년 계획",
                "2강의실(실습교육장- AI로봇)",
            ],
        );
    }
}
