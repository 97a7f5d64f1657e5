//! The mark of a year of two digits, and the quotes that look like it.

use super::YEAR_MARKS;
use super::end::is_adjoined;
use crate::check::writing::words::{at, before};

/// The mark of a year of which the first two digits are left out.
pub(in crate::check::writing) const MARK: char = '’';

/// Whether a closing quote is the mark of a year: `’24`.
pub(in crate::check::writing) fn is_year_mark(text: &str, start: usize, sign: char) -> bool {
    sign == MARK
        && at(text, start + sign.len_utf8()).is_some_and(|c| c.is_ascii_digit())
        && !before(text, start).is_some_and(char::is_alphanumeric)
}

/// Whether the sign that begins here is typed for the mark of a year, and
/// neither opens nor closes a quotation. The rules about brackets and quotes
/// leave it to the one about this mark.
pub(in crate::check::writing) fn stands_for_mark(text: &str, start: usize) -> bool {
    before_year(text, start) && !opens_quotation(text, start)
}

/// Whether a sign stands before the two digits of a year: none before it, and
/// behind them the end of a word or 년.
fn before_year(text: &str, start: usize) -> bool {
    let Some(sign) = at(text, start).filter(|sign| YEAR_MARKS.contains(sign)) else {
        return false;
    };
    let behind = &text[start + sign.len_utf8()..];
    let digits = behind.get(..2).is_some_and(|two| two.bytes().all(|b| b.is_ascii_digit()));
    // A straight quote behind a word closes it.
    let free = !before(text, start).is_some_and(|c| match sign {
        '‘' => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    });
    let ends = |c: char| c == '년' || !c.is_alphanumeric() && !matches!(c, '%' | '℃' | '㎡');
    digits && free && (behind[2..].chars().next().is_none_or(ends) || is_adjoined(&behind[2..]))
}

/// Whether a sign before a year opens a quotation that is closed behind it:
/// `‘24년 주요업무’`.
fn opens_quotation(text: &str, start: usize) -> bool {
    let Some(sign) = at(text, start) else { return false };
    let (opening, closing) = if sign == '‘' { ('‘', MARK) } else { (sign, sign) };
    let inner = start + sign.len_utf8();
    let signs = text[inner..].char_indices().map(|(at, c)| (inner + at, c));
    // Those that mark years, too, and apostrophes close nothing.
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let signs = signs.filter(|(_, c)| *c == opening || *c == closing);
    let signs = signs.filter(|(at_sign, c)| {
        let apostrophe = latin(before(text, *at_sign)) && latin(at(text, at_sign + c.len_utf8()));
        !before_year(text, *at_sign) && !apostrophe
    });
    let mut open = 1_usize;
    // A straight quote behind a space and before a word opens another one.
    let opens = |at_sign: usize| {
        let free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([{".contains(c));
        opening != closing
            || free(before(text, at_sign)) && !free(at(text, at_sign + opening.len_utf8()))
    };
    for (at_sign, c) in signs {
        open = match c == opening && opens(at_sign) {
            true => open + 1,
            false => open - 1,
        };
        if open == 0 {
            return true;
        }
    }
    false
}
