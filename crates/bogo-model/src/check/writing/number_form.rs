//! Separators in numbers.

use std::ops::Range;

use super::dates::TILDES;
use super::names::is_in_name;
use super::words::{at, before, runs};
use super::{Hit, Reading, write_instead};
use crate::check::listed::rule;
use crate::check::sentences::Sentence;
use crate::korean::numbers::with_separators;
use crate::korean::units::{is_money_word, unit_word_at_start};
use crate::message;

rule! {
    /// 네 자리가 넘는 수의 천 단위 쉼표를 봅니다.
    ///
    /// ## 왜
    ///
    /// 쉼표가 없으면 자릿수를 세어야 하고, 자리가 어긋난 쉼표는 숫자 하나가 빠졌다는 뜻일 수 있습니다. 표의 수에는 bogo가 쉼표를 찍으므로 글 속의 수도 같아야 합니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것          바른 것
    /// 126500천원       126,500천원
    /// 총 1360명        총 1,360명
    /// 12000 명         12,000 명
    /// 39783.5㎡        39,783.5㎡
    /// 1000~2000원      1,000~2,000원
    /// 1,23,456         숫자가 빠지지 않았는지 확인
    /// 12,50원          숫자가 빠지지 않았는지 확인
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 2024 명단    제 1000 회    2024년    2024년도    2023대비    2025면    2030세대
    /// ☎2420    02-2627-1234    4302-48번지    제1234호    M2341    (2,3구간)
    /// 1004대로    ‘1000원의 아침밥’
    /// ```
    ///
    /// ## 고치기
    ///
    /// 세 자리마다 쉼표를 찍습니다. `--fix`는 쉼표가 없는 수에 쉼표를 찍습니다. 자리가 틀린 쉼표는 무엇이 맞는지 알 수 없어 그대로 둡니다.
    ///
    /// 단위(원·명·건·개소·㎡ 등)가 바로 뒤에 붙거나 한 칸 띄어 있는 수만 봅니다. 띄어 있을 때 해로 읽히는 네 자리 수와 ‘제’가 붙은 수는 보지 않습니다. 번호나 연도일 수 있는 홀로 선 수는 보지 않습니다. 표의 칸에는 따옴표 없이 수로 적으면 쉼표가 저절로 찍힙니다.
    NUMBER_FORM = "number-form": Writing, Warning, mends, "천 단위 쉼표", "separators in numbers";
    checks: [Numbers(hits)];
}

/// Numbers of four and more digits without separators, or with separators in
/// the wrong places.
fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let numbers = runs(text, |c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    numbers
        .into_iter()
        .filter_map(|run| {
            let typed = text[run.clone()].trim_end_matches([',', '.']);
            let range = run.start..run.start + typed.len();
            if !is_counted(text, &range) {
                return None;
            }
            let (whole, fraction) = typed.split_once('.').unwrap_or((typed, ""));
            let unit = unit_behind(text, &range);
            // The unit of a range stands behind its end.
            let last = second_end(text, &range).filter(|_| unit.is_none());
            if let Some(last) = last.filter(|_| !whole.contains(',')) {
                return range_of_ungrouped(text, &range, &last);
            }
            let ends_range = ends_range_of_ungrouped(text, &range);
            if ends_range {
                return None;
            }
            match whole.contains(',') {
                true => grouped(text, range.clone(), whole, fraction, unit),
                false => ungrouped(text, range.clone(), whole, unit),
            }
        })
        .filter(|hit| !is_in_name(text, &hit.range))
        .collect()
}

/// Whether the digits are a number, and no part of a code.
fn is_counted(text: &str, range: &Range<usize>) -> bool {
    let typed = &text[range.clone()];
    let sign = before(text, range.start);
    typed.starts_with(|c: char| ('1'..='9').contains(&c))
        && typed.matches('.').count() <= 1
        && !sign.is_some_and(|c| c.is_ascii_alphanumeric() || "-_☎#제:/’'".contains(c))
        && !at(text, range.end).is_some_and(|c| matches!(c, '-' | '_' | ':'))
}

/// The unit behind a number, with a space before it or none: `12000 명`. A
/// year has none with a space, nor has a number that 제 counts.
fn unit_behind(text: &str, number: &Range<usize>) -> Option<&'static str> {
    let behind = &text[number.end..];
    let Some(apart) = behind.strip_prefix([' ', '\u{a0}']) else {
        return unit_word_at_start(behind);
    };
    let year = is_like_year(&text[number.clone()]);
    let counted = text[..number.start].trim_end().ends_with('제');
    unit_word_at_start(apart).filter(|_| !year && !counted)
}

/// Signs between two numbers that share the unit behind the second.
const BETWEEN: [char; 2] = ['·', 'ㆍ'];

/// The second of two numbers that share its unit: the 2000 of `1000~2000원`.
fn second_end(text: &str, first: &Range<usize>) -> Option<Range<usize>> {
    let behind = text[first.end..].trim_start_matches(' ');
    let behind = behind.strip_prefix(TILDES).or_else(|| behind.strip_prefix(BETWEEN))?;
    let number = behind.trim_start_matches(' ');
    let start = text.len() - number.len();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let length = number.find(|c: char| !is_part(c)).unwrap_or(number.len());
    let second = start..start + number[..length].trim_end_matches([',', '.']).len();
    let counted = number.starts_with(|c: char| ('1'..='9').contains(&c));
    (counted && unit_behind(text, &second).is_some()).then_some(second)
}

/// Whether a number has four digits and more before its fraction, and no
/// separators.
pub(super) fn lacks_separators(number: &str) -> bool {
    number.split('.').next().is_some_and(|whole| whole.len() >= 4 && !whole.contains(','))
}

/// Two numbers with one unit without separators, mended at once. Two that may
/// be years are let be.
fn range_of_ungrouped(text: &str, first: &Range<usize>, second: &Range<usize>) -> Option<Hit> {
    let ends = [&text[first.clone()], &text[second.clone()]];
    if !lacks_separators(ends[0]) || ends.iter().all(|end| is_like_year(end)) {
        return None;
    }
    let right = |number: &str| match lacks_separators(number) {
        true => with_separators(number),
        false => number.to_owned(),
    };
    let between = &text[first.end..second.start];
    let right = format!("{}{between}{}", right(ends[0]), right(ends[1]));
    let range = first.start..second.end;
    let typed = &text[range.clone()];
    let hit = Hit::new(
        &NUMBER_FORM,
        range,
        message!("천 단위 쉼표가 없습니다: {typed}", "there are no separators: {typed}"),
    );
    Some(hit.with_help(write_instead(&right)).with_instead(right))
}

/// Whether a number is the second of two that [`range_of_ungrouped`] reads.
fn ends_range_of_ungrouped(text: &str, second: &Range<usize>) -> bool {
    let left = text[..second.start].trim_end_matches(' ');
    let Some(left) = left.strip_suffix(TILDES).or_else(|| left.strip_suffix(BETWEEN)) else {
        return false;
    };
    let left = left.trim_end_matches(' ');
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let begin = left.trim_end_matches(is_part).len();
    let first = begin..left.len();
    lacks_separators(&left[first.clone()]) && is_counted(text, &first)
}

/// Whether a number may be a year.
fn is_like_year(number: &str) -> bool {
    number.len() == 4 && matches!(&number[..2], "19" | "20")
}

fn ungrouped(text: &str, range: Range<usize>, whole: &str, unit: Option<&str>) -> Option<Hit> {
    // 2025면 says ‘if it is 2025’.
    let conditional = |unit: &str| unit == "면" && matches!(&whole[..2], "19" | "20");
    // 2030세대 are people between twenty and forty.
    let ages = whole.len() == 4 && whole.bytes().skip(1).step_by(2).all(|digit| digit == b'0');
    let people = |unit: &str| ages && matches!(unit, "세대" | "대");
    // 1004대로 is a road.
    let road = |unit: &str| unit == "대" && text[range.end..].starts_with("대로");
    unit.filter(|unit| whole.len() >= 4 && !conditional(unit) && !people(unit) && !road(unit))?;
    let typed = &text[range.clone()];
    let right = with_separators(typed);
    let hit = Hit::new(
        &NUMBER_FORM,
        range,
        message!("천 단위 쉼표가 없습니다: {typed}", "there are no separators: {typed}"),
    );
    Some(hit.with_help(write_instead(&right)).with_instead(right))
}

/// A number with separators, if one is in the wrong place.
fn grouped(
    text: &str,
    range: Range<usize>,
    whole: &str,
    fraction: &str,
    unit: Option<&str>,
) -> Option<Hit> {
    let groups: Vec<&str> = whole.split(',').collect();
    let (first, others) = groups.split_first()?;
    if (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3) {
        return None;
    }
    // Numbers of one and two digits may be a list: 2,3구간.
    let money = unit.is_some_and(is_money_word);
    let long = groups.iter().any(|group| group.len() > 2);
    let total =
        ["총", "모두", "합계"].iter().any(|word| text[..range.start].trim_end().ends_with(word));
    let is_number = money
        || unit.is_some() && total
        || unit.is_some() && long
        || fraction.is_empty()
            && groups.len() > 2
            && groups.last().is_some_and(|group| group.len() == 3)
            && at(text, range.end).is_none();
    let typed = &text[range.clone()];
    is_number.then(|| {
        let hit = Hit::new(
            &NUMBER_FORM,
            range,
            message!("쉼표의 자리가 틀렸습니다: {typed}", "a separator is misplaced: {typed}"),
        );
        hit.with_help(message!(
            "쉼표는 세 자리마다 찍습니다. 숫자가 빠지지 않았는지 확인하십시오.",
            "separators stand at every third digit; make sure that none is missing"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{assert_mends, assert_silent};

    #[test]
    fn numbers_of_four_digits_and_more_are_separated() {
        assert_mends(
            "number-form",
            &[
                ("126500천원", "126500", "126,500"),
                ("총 1360명", "1360", "1,360"),
                ("연면적 39783.5㎡", "39783.5", "39,783.5"),
                ("2024명이 참여", "2024", "2,024"),
                ("1000원 이상", "1000", "1,000"),
                ("1200여명", "1200", "1,200"),
                ("3000여 권", "3000", "3,000"),
                ("1500만 원", "1500", "1,500"),
                ("1,23,456", "1,23,456", ""),
                ("12,50원", "12,50", ""),
                ("1,2345명", "1,2345", ""),
                ("총 12,34명 응모", "12,34", ""),
                ("1000~2000원", "1000~2000", "1,000~2,000"),
                ("1000 ~ 2000원", "1000 ~ 2000", "1,000 ~ 2,000"),
                ("1000·2000원", "1000·2000", "1,000·2,000"),
                ("1000~2,000원", "1000~2,000", "1,000~2,000"),
                ("900~2000원", "2000", "2,000"),
            ],
        );
    }

    #[test]
    fn years_codes_and_lists_are_no_such_numbers() {
        assert_silent(
            "number-form",
            &[
                "2024년",
                "2024년도 12건",
                "2024부터 추진",
                "2023대비 증가",
                "2025면 완공",
                "2024개최",
                "2030세대, 4050대",
                "☎2420",
                "☎02-2627-1234",
                "다산동 4302-48번지",
                "제1234호",
                "1234호",
                "M2341 광역급행버스",
                "보상협의(2,3구간)",
                "1,2회차",
                "국비(70%) 2,307/ 도비(15%) 494.5",
                "연면적 39,783㎡",
                "3,437.25km",
                "2024. 8. 30.",
                "1,360명",
                "1004대로 확장",
                "2024~2025건",
                "2023·2024명",
                "0.4620명",
            ],
        );
    }
}
