//! What stands at the two ends of a range.
//!
//! ```text
//! ends = clock clock           13:00 ~17:00
//!      | number number         10~ 20명, 1~ 12.
//!      | number unit … unit    10명~ 20명
//!      | number "." … "."      1.~ 12.
//!      | year year             ’19~ ’22
//!      | weekday weekday       월~ 금
//! ```

use std::ops::Range;

use crate::check::writing::dates::YEAR_MARKS;
use crate::check::writing::words::before;
use crate::korean::hangul::leading_syllables;
use crate::korean::particles::is_particle;
use crate::korean::time::Weekday;
use crate::korean::units::OF_RANGES;

/// Brackets and quotes that may stand before a number.
const OPENING: &str = "([{「『《〈【〔<‘“'\"";

/// Whether a tilde stands between the two ends of a range that are no dates.
pub(super) fn joins(text: &str, sign: Range<usize>) -> bool {
    let (left, right) = (text[..sign.start].trim_end(), text[sign.end..].trim_start());
    if clock_at_end(left) || clock_at_start(right) {
        return clock_at_end(left) && clock_at_start(right);
    }
    weekdays(left, right) || numbers(left, right)
}

/// Whether one text ends with a number and the other begins with one of the
/// same kind.
fn numbers(left: &str, right: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let Some(last) = left.rfind(|c: char| c.is_ascii_digit()) else { return false };
    let unit = &left[last + 1..];
    let begin = left[..last].trim_end_matches(is_part).len();
    let sign = before(left, begin);
    let marked = sign.is_some_and(|sign| YEAR_MARKS.contains(&sign));
    if sign.is_some_and(|c| c.is_ascii_alphabetic() || "-_☎#제:".contains(c)) {
        return false;
    }
    let right = match right.strip_prefix(YEAR_MARKS) {
        Some(year) if marked => year,
        Some(_) => return false,
        None => right,
    };
    let end = right.find(|c: char| !is_part(c)).unwrap_or(right.len());
    let number = right[..end].trim_end_matches(',');
    let same = match unit {
        "" => true,
        "." => number.ends_with('.'),
        unit => is_unit(unit) && right[end..].starts_with(unit),
    };
    same && number.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether what stands behind a number can be its unit.
fn is_unit(text: &str) -> bool {
    text.chars().count() <= 4 && !text.contains(|c: char| c.is_whitespace() || "()[].,".contains(c))
}

/// Whether one text ends with a day of the week and the other begins with
/// one: `월 ~ 금`, `화요일~ 토요일`.
fn weekdays(left: &str, right: &str) -> bool {
    let left = left.strip_suffix("요일").unwrap_or(left);
    let mut first = left.chars().rev();
    let begins = first.next().and_then(Weekday::of_sign).is_some()
        && !first.next().is_some_and(char::is_alphanumeric);
    let day = right.chars().next().filter(|day| Weekday::of_sign(*day).is_some());
    let ends = day.is_some_and(|day| {
        let behind = &right[day.len_utf8()..];
        is_particle(leading_syllables(behind.strip_prefix("요일").unwrap_or(behind)))
    });
    begins && ends
}

/// Whether a dash stands between two numbers that share the unit behind the
/// second: `10-17시`, `10시-17시`, `10:00-17:00`.
pub(super) fn joins_numbers(text: &str, sign: &Range<usize>) -> bool {
    let (left, right) = (&text[..sign.start], &text[sign.end..]);
    let digits_end = right.find(|c: char| !c.is_ascii_digit()).unwrap_or(right.len());
    let second = right[..digits_end].parse::<u32>().ok();
    let after = &right[digits_end..];
    if clock_at_end(left.trim_end()) && clock_at_start(right.trim_start()) {
        return true;
    }
    let unit = OF_RANGES.into_iter().find(|unit| after.starts_with(unit));
    let Some((second, unit)) = second.zip(unit) else { return false };
    let number = left.strip_suffix(unit).unwrap_or(left);
    let digits = number.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let outside = before(number, number.len() - digits.len());
    let free = outside
        .is_none_or(|c| "\n ,:/→·".contains(c) || OPENING.contains(c) || "총약만".contains(c));
    let whole = second < 10_000 && !right.starts_with('0') && !digits.starts_with('0');
    free && whole && digits.parse::<u32>().is_ok_and(|first| first < second)
}

/// Whether a text begins with a time such as `17:00`.
fn clock_at_start(text: &str) -> bool {
    text.split_once(':').is_some_and(|(hour, rest)| {
        let minutes = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&hour.len()) && hour.bytes().all(|b| b.is_ascii_digit()) && minutes == 2
    })
}

/// Whether a text ends with one.
fn clock_at_end(text: &str) -> bool {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':');
    let time = &text[words.len()..];
    clock_at_start(time) && time.len() <= "10:00".len()
}
