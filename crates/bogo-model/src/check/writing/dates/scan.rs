//! Reading one date, whatever its spelling.

use std::ops::Range;

use super::end::{begins_year, can_end, is_told};
use super::year_part::part_at_start;
use super::{Spelling, TILDES, WrittenDate, YEAR_MARKS, is_short_year};
use crate::check::writing::words::{before, is_one_of};
use crate::korean::hangul::{is_syllable, leading_syllables};
use crate::korean::particles::is_particle;
use crate::korean::time::{Weekday, is_day};

/// A place in a text from which it is read on.
#[derive(Clone, Copy)]
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn past_digits(&self) -> usize {
        let rest = self.rest();
        self.at + rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
    }

    /// Reads a number of one or two digits.
    fn number(&mut self) -> Option<u16> {
        let end = self.past_digits();
        let digits = &self.text[self.at..end];
        let number = digits.parse().ok().filter(|_| digits.len() <= 2)?;
        self.at = end;
        Some(number)
    }

    fn eat(&mut self, sign: char) -> bool {
        let eats = self.rest().starts_with(sign);
        self.at += if eats { sign.len_utf8() } else { 0 };
        eats
    }

    /// Passes spaces; how many.
    fn spaces(&mut self) -> usize {
        let begin = self.at;
        while self.eat(' ') || self.eat('\u{a0}') {}
        self.at - begin
    }

    /// The digit that follows at once.
    fn digit_follows(&self) -> bool {
        self.rest().starts_with(|c: char| c.is_ascii_digit())
    }

    /// The weekday in brackets that follows.
    fn weekday(mut self) -> Option<(Range<usize>, Weekday)> {
        self.spaces();
        if !self.eat('(') {
            return None;
        }
        let begin = self.at;
        let sign = self.rest().chars().next()?;
        let weekday = Weekday::of_sign_or_hanja(sign)?;
        self.at += sign.len_utf8();
        if self.rest().starts_with("요일") {
            self.at += "요일".len();
        }
        self.rest().starts_with([')', ',']).then_some((begin..self.at, weekday))
    }
}

/// What has numbers of its own: the 24 of `그림 24. 7월 전경` is no year.
const NUMBERED: [&str; 8] = ["표", "그림", "사진", "별표", "별지", "서식", "붙임", "참고"];

/// Parts of a text that have numbers such as 2.1.
const SECTIONS: [&str; 6] = ["절", "장", "항", "조", "편", "목차"];

/// Reads the date that begins with a number.
pub(super) struct Scan<'t> {
    /// The text.
    pub text: &'t str,
    /// Where the number begins.
    pub start: usize,
    /// The year reported on.
    pub year: u16,
    /// The date before it in the text.
    pub previous: Option<&'t WrittenDate>,
}

impl<'t> Scan<'t> {
    /// The date, if it is one.
    pub(super) fn date(&self) -> Option<WrittenDate> {
        if !self.may_begin() {
            return None;
        }
        let end = self.past_number();
        let number: u16 = self.text[self.start..end].parse().ok()?;
        let after = Cursor { text: self.text, at: end };
        let date = match end - self.start {
            4 if (1900..2100).contains(&number) => self.after_year(after, number, None),
            2 if self.mark().is_some() => self.after_year(after, 2000 + number, self.mark()),
            1 | 2 => self
                .short_year(after, number)
                .or_else(|| self.after_month(after, number))
                .or_else(|| self.day_of_previous(after, number))
                .or_else(|| self.end_of_range(after, number)),
            _ => None,
        };
        // 00월 00일 leaves room for a date to come.
        date.filter(|date| date.month != Some(0) && date.day != Some(0))
    }

    /// Where the digits of the number end.
    pub(super) fn past_number(&self) -> usize {
        Cursor { text: self.text, at: self.start }.past_digits()
    }

    /// Whether the number before which the text is cut can begin a date.
    fn may_begin(&self) -> bool {
        let Some(sign) = before(self.text, self.start) else { return true };
        let sign_start = self.start - sign.len_utf8();
        match sign {
            '제' | '☎' | '_' => false,
            '.' | ',' | '-' | '/' | ':' => {
                let after_digit = before(self.text, sign_start).is_some_and(|c| c.is_ascii_digit());
                let ended = |date: &WrittenDate| {
                    let end = date.end(self.text);
                    end == sign_start || end == self.start
                };
                !after_digit || self.previous.is_some_and(ended)
            }
            _ => !sign.is_ascii_alphanumeric(),
        }
    }

    fn mark(&self) -> Option<Range<usize>> {
        let mark = before(self.text, self.start).filter(|sign| YEAR_MARKS.contains(sign))?;
        Some(self.start - mark.len_utf8()..self.start)
    }

    fn made(&self, end: Cursor<'t>, spelling: Spelling) -> WrittenDate {
        WrittenDate {
            range: self.start..end.at,
            mark: None,
            short: false,
            year: None,
            month: None,
            day: None,
            spelling,
            weekday: end.weekday(),
        }
    }

    /// A date whose year has been read.
    fn after_year(
        &self,
        mut cursor: Cursor<'t>,
        year: u16,
        mark: Option<Range<usize>>,
    ) -> Option<WrittenDate> {
        let short = mark.is_some();
        let date = match cursor.rest().chars().next()? {
            sign @ ('-' | '/') if !short => self.separated(cursor, sign)?,
            '년' => {
                cursor.eat('년');
                self.in_words(cursor)
            }
            '.' => {
                cursor.eat('.');
                self.dotted(cursor)?
            }
            _ => return None,
        };
        Some(WrittenDate { year: Some(year), mark, short, ..date })
    }

    /// `-09-30`, `/9/30`
    fn separated(&self, mut cursor: Cursor<'t>, sign: char) -> Option<WrittenDate> {
        cursor.eat(sign);
        let month = cursor.number().filter(|month| (1..=12).contains(month))?;
        let day = cursor.eat(sign).then(|| cursor.number()).flatten()?;
        // A point behind it is taken for the one that belongs there; one before
        // a letter leads the ending of a file's name.
        cursor.eat('.');
        let goes_on = cursor.rest().starts_with(['-', '/', '호', '번'])
            || cursor.rest().starts_with(|c: char| c.is_ascii_alphanumeric());
        let spelling = if sign == '-' { Spelling::Dashed } else { Spelling::Slashed };
        let date = self.made(cursor, spelling);
        let is_date = !goes_on && (1..=31).contains(&day);
        is_date.then_some(WrittenDate { month: Some(month), day: Some(day), ..date })
    }

    /// What follows `2024년`: ` 9월 30일`, or nothing.
    fn in_words(&self, cursor: Cursor<'t>) -> WrittenDate {
        let mut month_end = cursor;
        month_end.spaces();
        let month = month_end.number().filter(|_| month_end.eat('월'));
        match month {
            Some(month) => self.day_in_words(month_end, month),
            None => self.made(cursor, Spelling::Words),
        }
    }

    /// What follows `9월`: ` 30일`, or nothing.
    fn day_in_words(&self, cursor: Cursor<'t>, month: u16) -> WrittenDate {
        let mut day_end = cursor;
        day_end.spaces();
        let day = day_end.number().filter(|_| day_end.eat('일'));
        let date = match day.filter(|_| !day_end.rest().starts_with('간')) {
            Some(day) => WrittenDate { day: Some(day), ..self.made(day_end, Spelling::Words) },
            None => self.made(cursor, Spelling::Words),
        };
        WrittenDate { month: Some(month), ..date }
    }

    /// What follows `2024.`: ` 9. 30.`, ` 9.`, ` 9월`, or nothing.
    fn dotted(&self, cursor: Cursor<'t>) -> Option<WrittenDate> {
        let year_only = self.made(cursor, Spelling::Dotted);
        let mut next = cursor;
        let apart = next.spaces() > 0;
        // The digits of 1~2분기 are no month.
        if !next.digit_follows() || part_at_start(next.rest(), true).is_some() {
            return Some(year_only);
        }
        // A number right behind the dot that is no month makes it a decimal.
        let otherwise = apart.then_some(year_only);
        let zero = next.rest().starts_with('0');
        let Some(month) = next.number().filter(|month| *month <= 31) else { return otherwise };
        if next.rest().starts_with('월') {
            next.eat('월');
            let date = self.made(next, Spelling::DottedMonth);
            return Some(WrittenDate { month: Some(month), ..date });
        }
        if !next.eat('.') {
            let clear = apart || zero || self.tells_month(next.rest());
            let ends = clear && (1..=12).contains(&month) && can_end(next.rest(), false);
            let date = self.made(next, Spelling::Dotted);
            return if ends { Some(WrittenDate { month: Some(month), ..date }) } else { otherwise };
        }
        let month_only = WrittenDate { month: Some(month), ..self.made(next, Spelling::Dotted) };
        let decimal = next.digit_follows();
        match day_dotted(next) {
            Some((day, end)) => {
                let date = self.made(end, Spelling::Dotted);
                Some(WrittenDate { month: Some(month), day: Some(day), ..date })
            }
            None if decimal => otherwise,
            None => Some(month_only),
        }
    }

    /// Whether `2024.5`, which may be a decimal, is a month: a sign of a range
    /// stands beside it or a word that follows dates behind it, or a colon if
    /// it begins a line.
    fn tells_month(&self, rest: &str) -> bool {
        let begins = before(self.text, self.start).is_none_or(|c| c == '\n');
        let listed = begins && rest.starts_with(" :");
        let from = self.previous.filter(|from| from.year.is_some() && from.month.is_some());
        let start = self.mark().map_or(self.start, |mark| mark.start);
        let sign = from.and_then(|from| self.text.get(from.end(self.text)..start));
        let ends_range = sign.is_some_and(is_tilde);
        listed || ends_range || is_told(rest) && !rest.starts_with([')', ']', '\n'])
    }

    /// A year of two digits without its mark: `24. 7월`, `24. 7. 15.`,
    /// `24년 7월`.
    fn short_year(&self, cursor: Cursor<'t>, number: u16) -> Option<WrittenDate> {
        let words = self.text[..self.start].trim_end();
        let word = words.rsplit(|c| !is_syllable(c)).next().unwrap_or_default();
        if !is_short_year(number, self.year) || NUMBERED.contains(&word) {
            return None;
        }
        let date = self.after_year(cursor, 2000 + number, None)?;
        let is_date = match date.spelling {
            Spelling::Words | Spelling::DottedMonth => date.month.is_some(),
            Spelling::Dotted => date.day.is_some(),
            Spelling::Dashed | Spelling::Slashed => false,
        };
        is_date.then_some(WrittenDate { short: true, ..date })
    }

    /// A date without a year: `9월 30일`, `9. 30.`, `9/7(토)`.
    fn after_month(&self, mut cursor: Cursor<'t>, month: u16) -> Option<WrittenDate> {
        let unit = cursor.rest().chars().next()?;
        if unit == '월' {
            cursor.eat('월');
            let is_month = !cursor.rest().starts_with('드');
            return is_month.then(|| self.day_in_words(cursor, month));
        }
        if !(1..=12).contains(&month) {
            return None;
        }
        if unit == '/' {
            cursor.eat('/');
            let day = cursor.number().filter(|day| (1..=31).contains(day))?;
            let date = self.made(cursor, Spelling::Slashed);
            date.weekday.as_ref()?;
            return Some(WrittenDate { month: Some(month), day: Some(day), ..date });
        }
        let zero = self.text[self.start..].starts_with('0');
        let compact = cursor.eat('.') && cursor.digit_follows();
        if unit == '-' {
            return self.dashed_end(cursor, month);
        }
        let (day, end) = day_dotted(cursor)?;
        if compact && self.numbers_section(end) {
            return None;
        }
        // Of three numbers the first counts the items: 1. 9. 7.(토)
        let mut third = end;
        third.spaces();
        if third.number().is_some() && third.eat('.') && third.weekday().is_some() {
            return None;
        }
        let date = self.made(end, Spelling::Dotted);
        let complete = self.text[..end.at].ends_with('.');
        let clear = date.weekday.is_some()
            || complete && (zero || !compact || self.in_range(end))
            || self.ends_days(end)
            || !compact && (begins_days((month, day), end) || self.is_bracketed(end));
        let is_date = clear && unit == '.' && (1..=31).contains(&day);
        is_date.then_some(WrittenDate { month: Some(month), day: Some(day), ..date })
    }

    /// The end of a range of days whose month and day a dash parts: `10-05`
    /// of `2024-09-30~10-05`.
    fn dashed_end(&self, mut cursor: Cursor<'t>, month: u16) -> Option<WrittenDate> {
        let from = self.previous.filter(|from| from.day.is_some())?;
        let sign = self.text.get(from.end(self.text)..self.start)?;
        cursor.eat('-');
        let day = cursor.number().filter(|day| is_day(from.year, month, *day))?;
        let complete = cursor.eat('.');
        let ends = !cursor.digit_follows() && (complete || can_end(cursor.rest(), true));
        let date = self.made(cursor, Spelling::Dashed);
        (ends && is_tilde(sign)).then_some(WrittenDate {
            month: Some(month),
            day: Some(day),
            ..date
        })
    }

    /// Whether numbers are those of a part of a text, alone or in a range:
    /// `2.1.~2.3. 절`, `그림 2.1.`
    fn numbers_section(&self, end: Cursor<'t>) -> bool {
        let words = self.text[..self.start].trim_end();
        let words = words.trim_end_matches(|c: char| {
            c.is_ascii_digit() || " .".contains(c) || TILDES.contains(&c)
        });
        let word = words.rsplit(|c| !is_syllable(c)).next().unwrap_or_default();
        let is_part = |c: char| c.is_ascii_digit() || " .,-·".contains(c) || TILDES.contains(&c);
        let part = leading_syllables(end.rest().trim_start_matches(is_part));
        let named = SECTIONS.iter().filter_map(|name| part.strip_prefix(name));
        NUMBERED.contains(&word) || named.into_iter().any(is_particle)
    }

    /// Whether a day stands in brackets of its own, behind a whole date:
    /// `접수(2024. 5. 1.), 심사(6. 10)`
    fn is_bracketed(&self, end: Cursor<'t>) -> bool {
        let follows = self.previous.is_some_and(|date| date.year.is_some() && date.day.is_some());
        follows && before(self.text, self.start) == Some('(') && end.rest().starts_with(')')
    }

    /// Whether a sign of a range stands beside, or a word that follows dates.
    fn in_range(&self, end: Cursor<'t>) -> bool {
        let begins_range = is_told(end.rest());
        let dashed = end
            .rest()
            .strip_prefix('-')
            .is_some_and(|to| to.starts_with(|c: char| c.is_ascii_digit()));
        let ends_range = self.text[..self.start].trim_end().ends_with(TILDES)
            || self.previous.is_some_and(|date| date.end(self.text) + 1 == self.start);
        begins_range || dashed || ends_range
    }

    /// Whether a range or a list of days ends here: `9. 30` of `2024. 7. 1. ~
    /// 9. 30`, `10. 5` of `2024. 9. 30. 및 10. 5`.
    fn ends_days(&self, end: Cursor<'t>) -> bool {
        let from = self.previous.filter(|from| from.day.is_some());
        let sign = from.and_then(|from| self.text.get(from.end(self.text)..self.start));
        let listed = |sign: &str| {
            let whole = from.is_some_and(|from| from.year.is_some());
            whole && matches!(sign.trim(), "및" | "·" | "ㆍ") || sign == "-"
        };
        can_end(end.rest(), true) && sign.is_some_and(|sign| is_tilde(sign) || listed(sign))
    }

    /// A day of the month of the date before it, with its weekday: `8.(일)`.
    fn day_of_previous(&self, mut cursor: Cursor<'t>, day: u16) -> Option<WrittenDate> {
        let previous = self.previous.filter(|date| date.day.is_some())?;
        let _ = cursor.eat('.') || cursor.eat('일');
        let date = self.made(cursor, previous.spelling);
        date.weekday.as_ref()?;
        Some(WrittenDate { month: previous.month, day: Some(day), ..date })
    }

    /// The end of a range, as far as it differs from its beginning: ` 12.` of
    /// `2024. 3. ~ 12.`, `30.` of `9. 2.~30.`
    fn end_of_range(&self, mut cursor: Cursor<'t>, number: u16) -> Option<WrittenDate> {
        let from = self.previous.filter(|date| date.spelling == Spelling::Dotted)?;
        let sign = self.text.get(from.end(self.text)..self.start)?;
        // Behind the dot of a whole date a dash before a day is the sign, too.
        let whole = from.year.is_some() && from.day.is_some();
        let dash = whole && sign == "-" && self.text[..self.start].ends_with(".-");
        let dashed = dash && cursor.rest().starts_with('.');
        if !is_tilde(sign) && !dashed {
            return None;
        }
        let last = if from.day.is_some() { 31 } else { 12 };
        let ends = match cursor.eat('.') {
            true => !cursor.digit_follows(),
            false => (1..=last).contains(&number) && can_end(cursor.rest(), false),
        };
        if !ends {
            return None;
        }
        let date = self.made(cursor, Spelling::Dotted);
        let month = Some(from.month?);
        Some(match from.day {
            Some(_) => WrittenDate { month, day: Some(number), ..date },
            None => WrittenDate { month: Some(number), ..date },
        })
    }
}

/// Whether what stands between two dates is the sign of a range.
fn is_tilde(between: &str) -> bool {
    is_one_of(between.trim(), &TILDES)
}

/// Whether a range of days goes on behind the first of them, which ends here:
/// ` ~ 9. 30` behind `9. 2`.
fn begins_days(first: (u16, u16), end: Cursor<'_>) -> bool {
    let tilde = end.rest().trim_start().strip_prefix(TILDES);
    let Some(behind) = tilde.or_else(|| end.rest().strip_prefix('-')) else { return false };
    let text = behind.trim_start();
    let mut cursor = Cursor { text, at: 0 };
    let month = cursor.number().filter(|_| cursor.eat('.') && cursor.spaces() > 0);
    let last = month.zip(day_dotted(cursor).map(|(day, _)| day));
    last.is_some_and(|(month, day)| first <= (month, day) && is_day(None, month, day))
}

/// Whether what follows 일 tells that it names a day and is no span of days.
fn tells_day(rest: &str) -> bool {
    ["기준", "현재", "까지"].iter().any(|word| rest.trim_start_matches(' ').starts_with(word))
}

/// The day that follows `9.`, and where it ends: ` 30.`, or ` 30` where the
/// date can end. A decimal is none, but a year may follow at once.
fn day_dotted(mut cursor: Cursor<'_>) -> Option<(u16, Cursor<'_>)> {
    cursor.spaces();
    let day = cursor.number()?;
    let mut end = cursor;
    let mut named = cursor;
    if named.eat('일') && tells_day(named.rest()) {
        return Some((day, named));
    }
    if end.eat('.') {
        return (!end.digit_follows() || begins_year(end.rest())).then_some((day, end));
    }
    ((1..=31).contains(&day) && can_end(cursor.rest(), true)).then_some((day, cursor))
}
