//! What the fixes of the rules about forms do to texts as they may come.

use std::fmt::Write;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::dates::written_dates;
use super::fixture::{hits_in, mended_once};
use crate::check::sentences::Role;

/// The rules whose fixes these are.
const FORMS: [&str; 6] =
    ["date-form", "range-form", "time-form", "number-form", "year-mark", "negative-sign"];

/// What dates, ranges, times and numbers are made of, and what stands beside
/// them.
const PIECES: [&str; 110] = [
    "2024",
    "2025",
    "1999",
    "24",
    "26",
    "9",
    "09",
    "10",
    "12",
    "13",
    "30",
    "31",
    "1",
    "2",
    "0",
    "00",
    "12000",
    "1,234",
    "3.5",
    ".",
    ".",
    ".",
    ". ",
    ". ",
    " ",
    " ",
    "  ",
    ":",
    ",",
    "/",
    "-",
    "–",
    "~",
    "~",
    "∼",
    " ~ ",
    "~ ",
    " ~",
    "(",
    ")",
    "’",
    "’",
    "‘",
    "'",
    "\"",
    "「",
    "」",
    "년",
    "월",
    "월 ",
    "일",
    "시",
    "분",
    "시간",
    "간",
    "오전 ",
    "오후 ",
    "pm",
    "반",
    "(토)",
    "(일",
    "명",
    " 명",
    "개소",
    "회",
    "천원",
    "원",
    "%",
    "㎡",
    "△",
    "▲",
    "▼",
    "−",
    "대비 ",
    "하반기",
    "1분기",
    "말",
    "까지",
    " 개최",
    " 기준",
    "제",
    "총 ",
    "\n",
    "☎",
    // Ranges and lists with their unit behind the end.
    "2~3회",
    "10~20명",
    "5~10%",
    ", 20명씩",
    "1000~2000원",
    "-20%",
    " -1234명 ",
    // Times that share the half of the day.
    "오후 2시",
    "오후 2시부터 4시",
    "오후 6:30, 8:00",
    "4시",
    "부터 ",
    "저녁 ",
    "(개회), ",
    // Names.
    "보고_",
    ".pdf",
    "의 아침밥’",
    "‘24년 ",
    // Dates in lists and in words.
    "·",
    " 및 ",
    "일 기준",
    "2024-09-30.",
    "-10.5",
    "년9월30일",
    " 절",
    "24.9.30.",
];

/// Dates in one of many spellings, with what may stand between them.
fn dates() -> impl Strategy<Value = String> {
    let date = (2010_u16..2040, 1_u16..13, 1_u16..29, 0_usize..9);
    let between = select(vec!["", " ", "~", " ~ ", "~ ", " ~", "-", ", ", "/", ".", "\n", " : "]);
    vec((date, between), 1..13).prop_map(|dates| {
        let mut text = String::new();
        for ((year, month, day, spelling), between) in dates {
            let short = year % 100;
            let written = match spelling {
                0 => write!(text, "{year}.{month}.{day}."),
                1 => write!(text, "{year}. {month}. {day}"),
                2 => write!(text, "{year}-{month:02}-{day:02}"),
                3 => write!(text, "’{short}. {month}. {day}"),
                4 => write!(text, "{month}.{day}.(토)"),
                5 => write!(text, "{year}. {month}"),
                6 => write!(text, "{year}년 {month:02}월 {day:02}일"),
                7 => write!(text, "{year}.{month:02}"),
                _ => write!(text, "{year}. 하반기"),
            };
            written.expect("a string");
            text.push_str(between);
        }
        text
    })
}

/// Texts of dates, and of anything else.
fn texts() -> impl Strategy<Value = String> {
    let pieces = vec(select(&PIECES[..]), 1..14).prop_map(|pieces| pieces.concat());
    prop_oneof![dates(), pieces.clone(), (dates(), pieces).prop_map(|(a, b)| a + &b)]
}

/// The numbers of a text without their leading zeros; `separated` ones are
/// read across their commas.
fn numbers(text: &str, separated: bool) -> Vec<String> {
    let digits = if separated { text.replace(',', "") } else { text.to_owned() };
    let runs = digits.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| run.trim_start_matches('0').to_owned()).collect()
}

/// The text with one fix made.
fn with(text: &str, range: &std::ops::Range<usize>, instead: &str) -> String {
    let mut text = text.to_owned();
    text.replace_range(range.clone(), instead);
    text
}

/// The months and days that a text names. A year alone may be one of a part
/// of a year, which is no date before it is mended.
fn days(text: &str) -> Vec<(Option<u16>, Option<u16>, Option<u16>)> {
    let dates = written_dates(text, 2024).into_iter().filter(|date| date.month.is_some());
    dates.map(|date| (date.year, date.month, date.day)).collect()
}

proptest! {
    #[test]
    fn what_is_mended_is_no_finding_any_more(text in texts()) {
        let hits = hits_in(Role::Item, &text);
        for (code, range, instead) in hits {
            let Some(instead) = instead.filter(|_| FORMS.contains(&code)) else { continue };
            let mended = with(&text, &range, &instead);
            let end = range.start + instead.len();
            let again = hits_in(Role::Item, &mended).into_iter().find(|(other, again, fix)| {
                *other == code && again.start < end && range.start < again.end && fix.is_some()
            });
            prop_assert_eq!(again, None, "{} in {:?}, then {:?}", code, text, mended);
        }
    }

    #[test]
    fn a_few_rounds_leave_nothing_to_mend(text in texts()) {
        let forms = |code: &str| FORMS.contains(&code);
        let to_mend = |text: &str| {
            let left = hits_in(Role::Item, text).into_iter();
            left.filter(|(code, _, fix)| forms(code) && fix.is_some()).count()
        };
        // What is mended side by side may show another slip, which shows no
        // more than there were: each round leaves less to do.
        let mut now = text.clone();
        for _ in 0..=to_mend(&text) + 1 {
            now = mended_once(Role::Item, &now, forms);
        }
        prop_assert_eq!(to_mend(&now), 0, "{:?}, then {:?}", text, now);
    }

    #[test]
    fn dates_and_numbers_stay_what_they_are(text in texts()) {
        for (code, range, instead) in hits_in(Role::Item, &text) {
            let Some(instead) = instead.filter(|_| FORMS.contains(&code)) else { continue };
            let mended = with(&text, &range, &instead);
            if code != "time-form" {
                let separated = matches!(code, "number-form" | "negative-sign");
                let (before, after) = (numbers(&text, separated), numbers(&mended, separated));
                prop_assert_eq!(before, after, "{} of {:?}", code, text);
            }
            if matches!(code, "date-form" | "range-form" | "negative-sign") {
                prop_assert_eq!(days(&text), days(&mended), "{:?}, then {:?}", text, mended);
            }
        }
    }
}
