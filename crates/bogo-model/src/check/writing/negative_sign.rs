//! The sign of negative numbers.

use std::ops::Range;

use super::dates::TILDES;
use super::number_form::lacks_separators;
use super::words::{before, word_before};
use super::{Hit, Reading};
use crate::check::listed::rule;
use crate::check::sentences::{Role, Sentence};
use crate::korean::hangul::is_syllable;
use crate::korean::numbers::with_separators;
use crate::korean::units::{counts, unit_word_at_start};
use crate::message;

rule! {
    /// 음수를 △로 적었는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 예산서와 보고서는 음수를 △로 적습니다. 줄표(-)는 ‘없음’이나 범위로 읽히고, 인쇄에서 묻히기 쉽습니다. bogo가 찍는 증감과 증감률도 △를 쓰므로 글 속의 음수도 같아야 합니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것                 바른 것
    /// 전년 대비 -12.1%        전년 대비 △12.1%
    /// 증감(−423,594)          증감(△423,594)
    /// 증감률 -2.5             증감률 △2.5
    /// ▲455,729천원 감소       △455,729천원 감소
    /// -20%~-30% 감소          △20%~△30% 감소
    /// -1234명                 △1,234명
    /// Δ3.2%                   △3.2% (그리스 문자 Δ가 아님)
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 550-22    대상1명-50만원    최저 -5℃    지하 -1층    - 3명 채용    -(없음)    -10% 할인    ▲12건 적발
    /// ▲3.2%p 증가, ▼2%        오르내림을 나타내는 화살표
    /// ```
    ///
    /// ## 고치기
    ///
    /// △(U+25B3)를 적습니다. 표의 칸에는 따옴표 없이 -12.1처럼 수로 적으면 △가 저절로 찍힙니다. `--fix`는 줄표와 ▼, 닮은 글자 Δ를 △로 바꿉니다. ▲는 늘었다는 뜻으로 쓴 것일 수 있어 알리기만 합니다. 보고서에 ▲와 ▼가 함께 있으면 오르내림의 표시로 보고 둘 다 그대로 둡니다.
    ///
    /// 단위나 %가 붙은 수, 쉼표가 있는 수, 칸에 홀로 있는 수, ‘대비’와 ‘증감’ 바로 뒤의 수만 봅니다.
    NEGATIVE_SIGN = "negative-sign": Writing, Warning, mends, "음수의 △", "the sign of a negative number";
    checks: [Numbers(hits)];
}

/// The sign of a negative number in a report.
const NEGATIVE: char = '△';

/// Triangles that look like it.
const LOOK_ALIKES: [char; 2] = ['Δ', '∆'];

/// Signs that are typed for it.
const SIGNS: [char; 8] = ['-', '−', '–', '－', '▲', '▼', LOOK_ALIKES[0], LOOK_ALIKES[1]];

/// Words before a difference, behind which a dash can only be a sign.
const COMPARED: [&str; 4] = ["대비", "증감", "증감률", "증감율"];

/// Negative numbers with another sign.
fn hits(sentence: &Sentence, reading: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let mut hits: Vec<Hit> = Vec::new();
    for (start, sign) in text.char_indices().filter(|(_, sign)| SIGNS.contains(sign)) {
        let told = hits.last().is_some_and(|hit| start < hit.range.end);
        let Some(number) = Number::behind(text, start, sign).filter(|_| !told) else { continue };
        let second = number.range_end(text);
        let ends = match &second {
            Some(second) => is_negative(sentence, &number, second.digits.end),
            None => is_negative(sentence, &number, number.digits.end),
        };
        if ends && !is_arrow(text, sign, reading) {
            hits.push(match second {
                Some(second) => other_signs(text, &number, &second),
                None => other_sign(text, &number),
            });
        }
    }
    hits
}

/// Both ends of a range, mended at once.
fn other_signs(text: &str, first: &Number, second: &Number) -> Hit {
    let range = first.before.start..second.digits.end;
    let (typed, between) = (&text[range.clone()], &text[first.digits.end..second.before.start]);
    let right = format!("{}{between}{}", first.right(text), second.right(text));
    let hit = Hit::new(
        &NEGATIVE_SIGN,
        range,
        message!(
            "범위의 두 음수의 부호가 다릅니다: {typed}",
            "both negative numbers of the range have another sign: {typed}"
        ),
    );
    let hit = hit.with_help(message!(
        "보고서의 음수는 {NEGATIVE}로 씁니다: {right}",
        "reports write {NEGATIVE} before negative numbers: {right}"
    ));
    if [first.sign, second.sign].contains(&'▲') { hit } else { hit.with_instead(right) }
}

/// A sign and the number behind it.
struct Number {
    sign: char,
    /// The bytes of the sign, and of the spaces behind it.
    before: Range<usize>,
    /// The bytes of the digits with their separators.
    digits: Range<usize>,
}

impl Number {
    /// The number behind the sign that begins here. Spaces between the two
    /// make a dash of it, except behind what is compared.
    fn behind(text: &str, start: usize, sign: char) -> Option<Self> {
        let end = start + sign.len_utf8();
        let number = match is_compared(&text[..start]) {
            true => text[end..].trim_start_matches(' '),
            false => &text[end..],
        };
        let begin = text.len() - number.len();
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
        let length = number.find(|c| !is_part(c)).unwrap_or(number.len());
        let digits = number[..length].trim_end_matches([',', '.']);
        let digits = digits.starts_with(|c: char| c.is_ascii_digit()).then_some(digits)?;
        Some(Self { sign, before: start..begin, digits: begin..begin + digits.len() })
    }

    /// The other end of the range that this number begins, if it has a sign,
    /// too: `-30` behind `-20%~`.
    fn range_end(&self, text: &str) -> Option<Self> {
        let behind = &text[self.digits.end..];
        let unit = behind.find(TILDES)?;
        let named = behind[..unit].trim_end();
        if !named.is_empty() && !named.starts_with('%') && unit_word_at_start(named) != Some(named)
        {
            return None;
        }
        let end = behind[unit..].trim_start_matches(TILDES).trim_start_matches(' ');
        let sign = end.chars().next().filter(|sign| SIGNS.contains(sign))?;
        Self::behind(text, text.len() - end.len(), sign)
    }

    /// The number with the sign of a report, and the separators that its unit
    /// asks for.
    fn right(&self, text: &str) -> String {
        let digits = &text[self.digits.clone()];
        let counted = unit_word_at_start(&text[self.digits.end..]).is_some();
        match counted && lacks_separators(digits) {
            true => format!("{NEGATIVE}{}", with_separators(digits)),
            false => format!("{NEGATIVE}{digits}"),
        }
    }
}

/// Whether a text ends in a word of [`COMPARED`].
fn is_compared(text: &str) -> bool {
    COMPARED.iter().any(|word| text.trim_end().ends_with(word))
}

fn other_sign(text: &str, number: &Number) -> Hit {
    let sign = number.sign;
    let right = number.right(text);
    // With the sign goes what the number lacks besides.
    let same = right.ends_with(&text[number.digits.clone()]);
    let (range, instead) = match same {
        true => (number.before.clone(), NEGATIVE.to_string()),
        false => (number.before.start..number.digits.end, right.clone()),
    };
    let hit = Hit::new(
        &NEGATIVE_SIGN,
        range,
        message!("음수의 부호가 {sign}입니다", "the negative number has the sign {sign}"),
    );
    let percent = if text[number.digits.end..].starts_with('%') { "%" } else { "" };
    let hit = hit.with_help(message!(
        "보고서의 음수는 {NEGATIVE}로 씁니다: {right}{percent}",
        "reports write {NEGATIVE} before negative numbers: {right}{percent}"
    ));
    // Where ▲ is meant to say that something rises, △ would be wrong.
    if sign == '▲' { hit } else { hit.with_instead(instead) }
}

/// Whether ▲ and ▼ tell a rise from a fall: one beside the other anywhere in
/// the report, or beside words for it.
fn is_arrow(text: &str, sign: char, reading: &Reading<'_>) -> bool {
    let elsewhere =
        |arrow: char| reading.sentences.all.iter().any(|sentence| sentence.text.contains(arrow));
    match sign {
        '▲' => {
            let rises = ["▼", "증가", "상승", "확대", "↑"];
            rises.iter().any(|word| text.contains(word)) || elsewhere('▼')
        }
        '▼' => text.contains(['▲', '↓']) || elsewhere('▲'),
        _ => false,
    }
}

/// Whether a sign makes the number behind it negative, or those of a range
/// whose last digits end at `end`.
fn is_negative(sentence: &Sentence, number: &Number, end: usize) -> bool {
    let text = &sentence.text;
    let (start, sign) = (number.before.start, number.sign);
    let (digits, behind) = (&text[number.digits.clone()], &text[end..]);
    let compared = is_compared(&text[..start]);
    let stands_free =
        compared || before(text, start).is_none_or(|c| " \n:/→([{「『《〈【<‘“'\"".contains(c));
    // After a number or what is counted it is a range or a dash, and at the
    // head of a line with words behind the figure it marks an item.
    let heads_line = before(text, start) == Some('\n');
    let after_number = !heads_line
        && word_before(text, start).is_some_and(|c| c.is_alphanumeric() || c == '%')
        && text[..start].trim_end().chars().rev().take(4).any(|c| c.is_ascii_digit());
    let unit = unit_word_at_start(behind);
    let length = |unit: &str| unit.starts_with(['m', 'k']);
    let percent = behind.trim_start().starts_with(['%', '％']);
    let measured = unit.is_some_and(|unit| !length(unit)) || percent || digits.contains(',');
    let whole = start == 0 && behind.trim_end().is_empty();
    let cell = matches!(sentence.role, Role::Cell | Role::CellItem);
    let degrees = behind.starts_with(['℃', '°', '층']);
    // Behind 대비 and 증감 a dash right before a number is its sign.
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | ']' | ',' | '/');
    let bare = compared
        && number.before.len() == sign.len_utf8()
        && behind.chars().next().is_none_or(ends)
        && !counts(behind.trim_start());
    let meant = measured || bare || whole && (cell || sign == '▲');
    let followed = behind[unit.map_or(0, str::len)..].trim_start_matches(['%', '％']).trim_start();
    let line = followed.lines().next().unwrap_or_default();
    let item = heads_line && matches!(sign, '-' | '–') && line.starts_with(is_syllable);
    stands_free
        && !item
        && (compared || !after_number)
        && !degrees
        && meant
        && !is_other(sign, followed)
}

/// Whether the words behind the figure tell that the sign is none: `-10%
/// 할인`, `▲12건 적발`.
fn is_other(sign: char, followed: &str) -> bool {
    let starts = |words: &[&str]| words.iter().any(|word| followed.starts_with(word));
    match sign {
        // A triangle before a number and a noun marks an item.
        '▲' | '▼' => {
            followed.starts_with(is_syllable) && !starts(&["감소", "감액", "하락", "축소", "줄"])
        }
        _ => starts(&["할인", "인하", "감면", "세일"]),
    }
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
                ("전년대비-12.1%", "-", "△"),
                ("’23년 대비 - 12.1%", "- ", "△"),
                ("▼455,729천원", "▼", "△"),
                ("Δ3.2%", "Δ", "△"),
                ("∆12.1% 증가", "∆", "△"),
                ("증감률 -2.5, 목표 미달", "-", "△"),
                ("전년 대비 -12", "-", "△"),
                ("증감:-3.2%", "-", "△"),
                ("-1234명", "-1234", "△1,234"),
                ("▼1234.5㎡ 감소", "▼1234.5", "△1,234.5"),
                ("-5% ~ -3% 조정", "-5% ~ -3", "△5% ~ △3"),
                ("-3,000~-1,000천원", "-3,000~-1,000", "△3,000~△1,000"),
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
                "채용\n-3명 신규\n-2명 전입",
                "전년 대비 -5 호",
                "전년 대비 -2024년",
                "-10% 할인",
                "-20%~-30% 할인",
                "▲300명 모집",
                "▲12건 적발",
                "▲5억원 투입",
                "ΔT 3",
                "2강의실(실습교육장- AI로봇)",
            ],
        );
    }
}
