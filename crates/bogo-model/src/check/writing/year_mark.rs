//! Years of two digits, and the mark before them.

use std::ops::Range;

use super::Hit;
use super::date_form;
use super::dates::mark::{MARK, stands_for_mark};
use super::dates::{Dates, Spelling, TILDES, WrittenDate, YEAR_MARKS, is_short_year};
use super::words::{before, is_one_of};
use crate::check::listed::rule;
use crate::message;

rule! {
    /// 줄인 해 앞의 ’(U+2019)를 봅니다.
    ///
    /// ## 왜
    ///
    /// ’24의 작은따옴표는 앞의 20을 줄였다는 표시라 닫는 꼴(’)을 씁니다. 여는 꼴(‘)이나 곧은 꼴(')은 인쇄에서 어긋나 보이고, 표시가 없는 ‘24년 7월’은 스물네 해로도 읽힙니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것            바른 것
    /// '24. 7월           ’24. 7월
    /// ‘24. 7월 말        ’24. 7월 말
    /// 24. 7월            ’24. 7월
    /// 24년 6월호         ’24년 6월호
    /// 24년 상반기        ’24년 상반기
    /// '23~'24            ’23~’24
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// ’24. 7월    2024. 7월    24년(스물네 해일 수 있음)    근무 24년 1월    민원24    ‘24시간 돌봄’
    /// ```
    ///
    /// ## 고치기
    ///
    /// ’(U+2019)를 적습니다. `--fix`는 다른 표시를 ’로 바꾸고 빠진 ’를 넣습니다.
    ///
    /// 표시가 없는 두 자리 수는 보고하는 해에 가깝고 해인 것이 확실할 때에만 봅니다: `24. 7월`, `24년 6월호`, `24년 상반기`, `24년도`. `24년 6월`만으로는 기간일 수 있어 그대로 둡니다. 뒤에서 닫히는 ‘ 와 ' 는 인용으로 봅니다: ‘24. 7월 계획’. 해의 표시로 쓴 따옴표는 이 규칙만 알리고, 괄호와 따옴표의 규칙은 그 짝을 찾지 않습니다. 비워 둔 ’00년은 그대로 둡니다.
    YEAR_MARK = "year-mark": Writing, Warning, mends, "줄인 해(’24)", "an abbreviated year";
    checks: [Dates(hits)];
}

/// Years of two digits without their mark, or with another one. A date in
/// another form gets its mark with the form.
fn hits(dates: &Dates<'_>) -> Vec<Hit> {
    let mut hits = wrong_years(dates.text(), &dates.all, dates.reading.year());
    if !hits.is_empty() {
        let formed: Vec<Range<usize>> =
            date_form::other_forms(dates).map(|(_, hit)| hit.range).collect();
        hits.retain(|hit| !formed.iter().any(|form| form.contains(&hit.range.start)));
    }
    hits
}

/// What is wrong with the short years of a text that has these dates.
fn wrong_years(text: &str, dates: &[WrittenDate], year: u16) -> Vec<Hit> {
    let unmarked = dates.iter().filter(|date| date.short && date.mark.is_none());
    let unmarked =
        unmarked.filter(|date| date.spelling != Spelling::Words || is_certain(text, date));
    let mut hits: Vec<Hit> = unmarked.map(|date| without_mark(text, date.range.clone())).collect();
    hits.extend(years_alone(text, year).into_iter().map(|range| without_mark(text, range)));
    let marks = text.char_indices().filter(|(_, sign)| *sign != MARK && YEAR_MARKS.contains(sign));
    hits.extend(marks.filter_map(|(start, sign)| {
        let end = start + sign.len_utf8();
        let digits = stands_for_mark(text, start).then(|| &text[end..end + 2])?;
        is_near(digits, year).then(|| wrong_mark(text, start..end, digits))
    }));
    hits
}

/// Whether a year that ends in these digits is near. ’00 leaves room for one
/// to come.
fn is_near(digits: &str, year: u16) -> bool {
    let short: u16 = digits.parse().unwrap_or_default();
    (year.saturating_sub(30)..=year + 30).contains(&(2000 + short)) && short > 0
}

/// Whether `24년 6월` is a date and no span of time: a day, a range, or a word
/// that follows dates stands there.
fn is_certain(text: &str, date: &WrittenDate) -> bool {
    let behind = text[date.range.end..].trim_start();
    let words = ["호", "말", "초", "중순", "대비", "현재", "기준", "부터", "까지", "이후"];
    date.day.is_some()
        || text[..date.range.start].trim_end().ends_with(TILDES)
        || behind.starts_with(TILDES)
        || words.iter().any(|word| behind.starts_with(word))
}

/// Words behind a year that no span of time has.
const OF_A_YEAR: [&str; 12] = [
    "상반기",
    "하반기",
    "본예산",
    "당초예산",
    "예산",
    "결산",
    "추경",
    "대비",
    "1분기",
    "2분기",
    "3분기",
    "4분기",
];

/// Years of two digits without a mark and without a month, where words tell
/// that they are some, of it or of the other end of a range: `24년 상반기`,
/// `24년도`.
fn years_alone(text: &str, year: u16) -> Vec<Range<usize>> {
    let years = text.match_indices('년').filter_map(|(end, sign)| {
        let start = end.checked_sub(2)?;
        let digits = text.get(start..end).filter(|two| two.bytes().all(|b| b.is_ascii_digit()))?;
        let is_year = is_short_year(digits.parse().ok()?, year) && is_free(text, start);
        is_year.then_some(start..end + sign.len())
    });
    let years: Vec<Range<usize>> = years.collect();
    let part = |year: &Range<usize>| {
        let behind = text[year.end..].trim_start();
        OF_A_YEAR.iter().find(|word| behind.starts_with(**word)).copied()
    };
    let certain = |year: &Range<usize>| part(year).is_some() || text[year.end..].starts_with('도');
    let opens_range = |from: &Range<usize>, to: &Range<usize>| {
        let between = text[from.end..to.start].trim();
        between
            .strip_prefix(part(from).unwrap_or_default())
            .is_some_and(|sign| is_one_of(sign.trim_start(), &TILDES))
    };
    let joined = |index: usize| {
        let year = &years[index];
        let from = index.checked_sub(1).map(|from| &years[from]);
        let to = years.get(index + 1);
        from.is_some_and(|from| opens_range(from, year) && (certain(from) || certain(year)))
            || to.is_some_and(|to| opens_range(year, to) && certain(to))
    };
    let is_end = |year: &Range<usize>| text[..year.start].trim_end().ends_with(TILDES);
    (0..years.len())
        .filter(|index| joined(*index) || certain(&years[*index]) && !is_end(&years[*index]))
        .map(|index| years[index].clone())
        .collect()
}

/// Whether a number begins at a byte, and is no part of another or of a code.
fn is_free(text: &str, start: usize) -> bool {
    let Some(sign) = before(text, start) else { return true };
    let part = sign.is_alphanumeric() || "-./#☎".contains(sign);
    let separator = sign == ',' && before(text, start - 1).is_some_and(|c| c.is_ascii_digit());
    !part && !separator && !YEAR_MARKS.contains(&sign)
}

fn without_mark(text: &str, written: Range<usize>) -> Hit {
    let typed = &text[written.clone()];
    let range = written.start..written.start + 2;
    let digits = &text[range.clone()];
    let hit = Hit::new(
        &YEAR_MARK,
        range,
        message!("줄인 해에 ’가 없습니다: {typed}", "the short year lacks its mark: {typed}"),
    );
    hit.with_instead(format!("{MARK}{digits}")).with_help(message!(
        "이렇게 쓰십시오: {MARK}{typed} (U+2019)",
        "write {MARK}{typed} (U+2019)"
    ))
}

fn wrong_mark(text: &str, range: Range<usize>, digits: &str) -> Hit {
    let sign = &text[range.clone()];
    let hit = Hit::new(
        &YEAR_MARK,
        range,
        message!(
            "줄인 해의 표시가 다릅니다: {sign}{digits}",
            "the mark of the short year is another one: {sign}{digits}"
        ),
    );
    hit.with_instead(MARK).with_help(message!(
        "닫는 작은따옴표(U+2019)를 쓰십시오: {MARK}{digits}",
        "use the closing single quote (U+2019): {MARK}{digits}"
    ))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent, found};

    #[test]
    fn a_short_year_begins_with_the_closing_quote() {
        assert_mends(
            "year-mark",
            &[
                ("'24. 7월", "'", "’"),
                ("‘24. 7월 말", "‘", "’"),
                ("24. 7월 말", "24", "’24"),
                ("기준일 : 24. 7. 15.", "24", "’24"),
                ("'24년 계획", "'", "’"),
                ("소식지 표지(24년 6월호)", "24", "’24"),
                ("추진(‘24)", "‘", "’"),
                ("24년 상반기 추진", "24", "’24"),
                ("23년 대비 증가", "23", "’23"),
                ("24년 본예산", "24", "’24"),
                ("24년도 예산", "24", "’24"),
                ("24년 9월 30일", "24", "’24"),
                ("24년 상반기~하반기", "24", "’24"),
            ],
        );
        let both = [("'".to_owned(), "’".to_owned()), ("'".to_owned(), "’".to_owned())];
        assert_eq!(found("year-mark", "'23~'24"), both);
        let both = [("24".to_owned(), "’24".to_owned()), ("25".to_owned(), "’25".to_owned())];
        for text in ["24년 하반기~25년 상반기", "24년~25년 상반기", "24년 하반기 ~ 25년"]
        {
            assert_eq!(found("year-mark", text), both, "{text}");
        }
    }

    #[test]
    fn years_in_full_spans_of_years_and_quotations_are_right() {
        assert_silent(
            "year-mark",
            &[
                "’24. 7월",
                "’23. 9월/’24. 2월",
                "전남 문화예술교육(’19~’22)계획",
                "24년",
                "24년 동안",
                "근무 24년 1월(누계)",
                "25년 6월 무상임대",
                "제24년도",
                "향후 24년간",
                "2024년도 예산",
                "’24년 상반기",
                "민원24",
                "‘24시간 돌봄’ 운영",
                "‘24년 주요업무’ 보고",
                "'24시간 돌봄' 운영",
                "2024. 7월",
                "12. 7월",
                "‘좋은도시 금천’ 2024년",
                "24절기",
            ],
        );
    }
}
