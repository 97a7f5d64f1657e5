//! Spaces where none, or only one, belongs.

use std::ops::Range;

use super::brackets::PAIRS;
use super::words::{at, before};
use super::{Hit, Reading};
use crate::check::sentences::{Role, Sentence};
use crate::diagnostic::Message;
use crate::korean::hangul::is_syllable;
use crate::message;

/// The space of East Asian typesetting, as wide as a syllable.
const WIDE: char = '\u{3000}';

/// Spaces that are too many, too wide, or on the wrong side of a sign.
pub(super) fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    if text.trim().is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = wide(text).into_iter().collect();
    let mut start = 0;
    while let Some(found) = text[start..].find(' ').map(|found| start + found) {
        let rest = &text[found..];
        let end = text.len() - rest.trim_start_matches(' ').len();
        hits.extend(run_of_spaces(sentence, found..end));
        start = end;
    }
    hits
}

fn wide(text: &str) -> Option<Hit> {
    let start = text.find(WIDE)?;
    let end = text.len() - text[start..].trim_start_matches(WIDE).len();
    let spaces = " ".repeat((end - start) / WIDE.len_utf8());
    let message = message!("전각 빈칸(U+3000)입니다", "this is a full-width space (U+3000)");
    Some(
        Hit::new("spaces", start..end, message)
            .with_instead(spaces)
            .with_help(message!("보통 빈칸을 쓰십시오.", "use an ordinary space")),
    )
}

/// What is wrong with spaces between two words, or at an end.
fn run_of_spaces(sentence: &Sentence, range: Range<usize>) -> Option<Hit> {
    let text = &sentence.text;
    let hit = |message: Message, instead: &str| {
        Some(Hit::new("spaces", range.clone(), message).with_instead(instead))
    };
    let (Some(left), Some(right)) = (before(text, range.start), at(text, range.end)) else {
        // Behind a label or an amount a text may begin with a space.
        let continues = matches!(sentence.role, Role::Item | Role::CellItem);
        return match range.start == 0 && continues && range.len() == 1 {
            true => None,
            false => hit(
                message!("글의 처음이나 끝에 빈칸이 있습니다", "a space begins or ends the text"),
                "",
            ),
        };
    };
    // Behind a line break, spaces indent; in a form, they leave room.
    if left == '\n' || is_in_form(text, &range) {
        return None;
    }
    if right == '\n' {
        return hit(
            message!("줄을 바꾸기 전에 빈칸이 있습니다", "a space stands before a line break"),
            "",
        );
    }
    if hangs_before(text, &range, left, right) {
        return hit(message!("{right} 앞에 빈칸이 있습니다", "a space stands before {right}"), "");
    }
    if "([「『《〈【".contains(left) && !PAIRS.contains(&(left, right)) {
        return hit(message!("{left} 뒤에 빈칸이 있습니다", "a space stands after {left}"), "");
    }
    let many = range.len() > 1
        && !PAIRS.contains(&(left, right))
        && sentence.role != Role::Line
        && !is_spread(text, &range)
        && !aligns_month(text, &range);
    many.then(|| hit(message!("빈칸이 여럿 이어집니다", "there are several spaces in a row"), " "))
        .flatten()
}

/// Whether spaces stand in brackets in which others write, sign or seal:
/// `( 인 )`, `(  ,  )`.
fn is_in_form(text: &str, range: &Range<usize>) -> bool {
    let Some(opening) = text[..range.start].rfind('(') else { return false };
    let inner = &text[opening + 1..];
    let Some(inner) = inner.find(')').map(|closing| &inner[..closing]) else { return false };
    let spaced = inner.starts_with(' ') && inner.ends_with(' ');
    spaced && range.end <= opening + 1 + inner.len() && inner.trim().chars().count() <= 2
}

/// Whether the sign behind spaces belongs to the word before them.
fn hangs_before(text: &str, range: &Range<usize>, left: char, right: char) -> bool {
    let after = at(text, range.end + right.len_utf8());
    match right {
        ',' => true,
        '.' => {
            (left.is_alphanumeric() || left == ')')
                && !after.is_some_and(|c| c.is_ascii_digit() || c == '.')
        }
        ')' | ']' | '」' | '』' => !PAIRS.contains(&(left, right)) && !left.is_whitespace(),
        '’' => {
            let opened =
                text[..range.start].matches('‘').count() > text[..range.start].matches('’').count();
            opened && !after.is_some_and(|c| c.is_ascii_digit())
        }
        '%' => left.is_ascii_digit(),
        _ => false,
    }
}

/// Whether spaces spread a word of single syllables to a width: `위    치`.
fn is_spread(text: &str, range: &Range<usize>) -> bool {
    let left = text[..range.start].rsplit(|c: char| !is_syllable(c)).next().unwrap_or_default();
    let right = &text[range.end..];
    let end = right.find(|c: char| !is_syllable(c)).unwrap_or(right.len());
    let single = |word: &str| word.chars().count() == 1;
    single(left) && (single(&right[..end]) || right.starts_with(':'))
}

/// Whether two spaces line a month of one digit up below those of two:
/// `2026.  7.`
fn aligns_month(text: &str, range: &Range<usize>) -> bool {
    let mut right = text[range.end..].chars();
    let digit = right.next().is_some_and(|c| c.is_ascii_digit());
    let ends = right.next().is_none_or(|c| matches!(c, '.' | '월' | '일'));
    range.len() == 2 && text[..range.start].ends_with('.') && digit && ends
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent, found_in};
    use crate::check::sentences::Role;

    #[test]
    fn spaces_that_do_not_belong_are_taken_away() {
        assert_mends(
            "spaces",
            &[
                ("1구간 준공  L=331m", "  ", " "),
                ("도시브랜드 , 캐릭터", " ", ""),
                ("수혜인원 3명 )", " ", ""),
                ("공정률 65 %", " ", ""),
                ("도시브랜드( 캐릭터)", " ", ""),
                ("도시브랜드 홍보관 ", " ", ""),
                ("지급 \n(분기별)", " ", ""),
                ("도시브랜드　홍보", "　", " "),
                ("완료 . 이후 추진", " ", ""),
                ("‘좋은도시 금천 ’ 홍보", " ", ""),
            ],
        );
    }

    #[test]
    fn spread_words_aligned_months_and_blanks_are_let_be() {
        assert_silent(
            "spaces",
            &[
                "위    치",
                "기          간 : 1. ~ 12.",
                "총   계",
                "주 요 업 무",
                "2026.  9.",
                " (설계 공정률 : 95%)",
                "(  ) 해당 없음",
                "신청인 ( 인 )",
                "(  ,  )",
                "추진 ’24. 7월",
                "증감률 (%)",
                " ",
                "",
                "국비 ... 시비",
                "계획 .5배",
                "첫 줄\n  - 둘째 줄",
            ],
        );
        assert_eq!(found_in("spaces", Role::Line, "일시 : 10:00    장소 : 여유당"), []);
    }
}
