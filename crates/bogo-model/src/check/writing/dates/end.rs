//! Where a dotted date ends that lacks its final dot.
//!
//! The last number of `2024. 10. 20` is the end of a date where a word ends
//! and nothing makes an amount of it:
//!
//! ```text
//! end  = nothing | line break | bracket or quote | sign | " " noun | particle
//! sign = , ; : / · → ※ …     with no digit at once behind it
//! noun = Hangul that counts nothing: 개최, but not 건
//! ```
//!
//! A range or a list is looked past: the 2 of `9. 2~3회` is no day.

use super::{TILDES, YEAR_MARKS};
use crate::korean::hangul::{is_syllable, leading_syllables};
use crate::korean::time::is_day;
use crate::korean::units::{counts, unit_word_at_start};

/// Brackets and quotes, which stand at the ends of words.
const BRACKETS: &str = "()[]{}「」『』《》〈〉【】〔〕<>‘’“”'\"";

/// Signs between what is said and what follows.
const SIGNS: &str = ",;:/·ㆍ→⇒☞※*+|…=↔▶▷■□○●◦•";

/// Words that are written to a date without a space.
const ADJOINED: [&str; 6] = ["까지", "부터", "현재", "기준", "이후", "이전"];

/// Whether a date without its final dot can end before this text. A date that
/// is whole – of a year, a month and a day – is surer of it than one of a year
/// and a month, of which `2024. 12, 11` may be anything.
pub(super) fn can_end(rest: &str, whole: bool) -> bool {
    let next = rest.trim_start_matches([' ', '\u{a0}']);
    let apart = next.len() < rest.len();
    let Some(first) = next.chars().next() else { return true };
    let behind = &next[first.len_utf8()..];
    match first {
        '\n' => true,
        _ if TILDES.contains(&first) => !begins_counted(behind),
        '-' | '–' | '—' => {
            begins_year(behind)
                || apart && behind.starts_with(' ') && whole
                || whole && !apart && begins_day(behind)
        }
        _ if !apart && begins_marked(next) => false,
        _ if BRACKETS.contains(first) => true,
        _ if SIGNS.contains(first) => sign_ends(behind, whole),
        _ if is_syllable(first) && apart => !counts(next),
        _ if is_syllable(first) => is_adjoined(next),
        '0'..='9' => apart && whole && begins_time(next),
        'A'..='Z' => apart && whole && unit_word_at_start(next).is_none(),
        _ => false,
    }
}

/// Whether the sign before this text is none of a number's: `20,000`, `20:00`.
fn sign_ends(behind: &str, whole: bool) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let listed = !whole && behind.trim_start().starts_with(is_digit);
    let follows = behind.starts_with(is_digit) && !(whole && begins_day(behind));
    begins_year(behind.trim_start()) || !follows && !listed && !begins_counted(behind)
}

/// Whether a text begins with a month and a day, which end there: `10. 5`,
/// `10.5.`, but not `3.437`.
fn begins_day(text: &str) -> bool {
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() <= 2);
    let Some((month, behind)) = text.split_once('.') else { return false };
    let behind = behind.trim_start_matches(' ');
    let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    let is_date = number(month).zip(number(&behind[..end]));
    let rest = behind[end..].strip_prefix('.').unwrap_or(&behind[end..]);
    let ends = rest.is_empty() || rest.starts_with(['\n', ')', ']', ',', '(']) || {
        let next = rest.trim_start_matches(' ');
        next.len() < rest.len() && next.starts_with(is_syllable) && !counts(next)
    };
    ends && is_date.is_some_and(|(month, day)| is_day(None, month, day))
}

/// Whether numbers that something counts follow, at the end of a range or a
/// list: `3회`, ` 20명씩`, `10~20%`. Times and months are none.
fn begins_counted(text: &str) -> bool {
    let next = text.trim_start_matches([' ', '\u{a0}']);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let end = next.find(|c: char| !is_part(c)).unwrap_or(next.len());
    let (number, rest) = next.split_at(end);
    let starts = number.starts_with(|c: char| c.is_ascii_digit());
    if !starts || number.ends_with('.') || begins_time(next) || begins_year(next) {
        return false;
    }
    let unit = rest.trim_start_matches([' ', '\u{a0}']);
    let goes_on = number.ends_with(',') || unit.starts_with(TILDES) || unit.starts_with(['·', '-']);
    let counted = unit.starts_with(['%', '％', '℃', '°']) || unit_word_at_start(unit).is_some();
    match goes_on {
        true => begins_counted(unit.trim_start_matches(TILDES).trim_start_matches(['·', '-'])),
        false => counted || counts(unit) && !unit.starts_with('월'),
    }
}

/// Whether a text begins with a word that is written to a date at once.
pub(super) fn is_adjoined(text: &str) -> bool {
    let word = leading_syllables(text);
    ADJOINED.iter().any(|adjoined| word.starts_with(adjoined))
        || matches!(word, "에" | "에는" | "에도" | "에서" | "한" | "자" | "자로")
}

/// Whether a text begins with a time of day: `14:00`, `14시`.
fn begins_time(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let hour = text.len() - behind.len() <= 2;
    let minutes = behind.strip_prefix(':').unwrap_or_default();
    let clock = minutes.bytes().take_while(u8::is_ascii_digit).count() == 2;
    hour && (clock || behind.starts_with('시') && !behind.starts_with("시간"))
}

/// Whether a text begins with a mark and a digit: `’24`
fn begins_marked(text: &str) -> bool {
    let digits = text.strip_prefix(YEAR_MARKS);
    digits.is_some_and(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a text begins with a year: `’24`, `2024.`, `2024년`
pub(super) fn begins_year(text: &str) -> bool {
    begins_marked(text)
        || text.split_once(['.', '년', '-', '/']).is_some_and(|(year, _)| {
            year.len() == 4
                && matches!(&year.as_bytes()[..2], b"19" | b"20")
                && year.bytes().all(|digit| digit.is_ascii_digit())
        })
}

/// Whether what follows tells by itself that a date stands before it: a sign
/// of a range, a closing bracket, a word such as 까지.
pub(super) fn is_told(rest: &str) -> bool {
    let next = rest.trim_start_matches([' ', '\u{a0}']);
    rest.starts_with([')', ']', '\n'])
        || next.starts_with(TILDES)
        || rest.strip_prefix('-').is_some_and(begins_year)
        || ADJOINED.iter().any(|word| next.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_ends_where_a_word_ends() {
        for rest in [
            "",
            "\n다음",
            ")",
            "]",
            "’",
            " 개최",
            " 회의 개최",
            ", 구청",
            " : 준공",
            ": 준공",
            "~9. 30.",
            " ~ 9. 30.",
            "까지",
            " 현재",
            "(금)",
            " (예정)",
            " → 완료",
            "에 개최",
            "/구청",
            " ※ 참고",
            "한",
            "자 공문",
            " ~ 10월 5일",
            " ~ 14:00",
        ] {
            assert!(can_end(rest, true) && can_end(rest, false), "{rest:?}");
        }
        for rest in [" 14:00", " 14시", " KBS홀", ", 10. 27.", " - 접수", "-10.5", "·10. 5"] {
            assert!(can_end(rest, true) && !can_end(rest, false), "{rest:?}");
        }
    }

    #[test]
    fn amounts_codes_and_times_go_on() {
        for rest in [
            "명",
            " 명",
            " 개 사업",
            "회 개최",
            "번지",
            ",000원",
            ":30",
            "%",
            "㎡",
            "km",
            " km",
            "-3",
            "/30",
            "일",
            "월",
            "층",
            "·21",
            " 30명",
            ".5",
            "~3회 실시",
            " ~ 20명 모집",
            "~10%",
            ", 20명씩 참여",
            ", 20, 30명",
            " 주년 기념식",
            " 팀 참가",
        ] {
            assert!(!can_end(rest, true) && !can_end(rest, false), "{rest:?}");
        }
    }
}
