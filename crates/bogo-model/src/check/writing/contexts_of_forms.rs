//! The rules about forms, beside everything that may stand beside a slip.

use super::fixture::{all_findings, found_in, hits_in, manuscript};
use crate::check::sentences::Role;

/// What stands around a date, a range, a time or a number in a report.
const CONTEXTS: [&str; 25] = [
    "{}",
    "{} 개최",
    "{} 회의실 예약",
    "{}, 구청 광장",
    "{} : 준공",
    "{}: 준공",
    "{}까지",
    "{} 기준",
    "({})",
    "[{}]",
    "(예정 {})",
    "({}, 잠정)",
    "「{}」 고시",
    "“{}”",
    "일시 : {}",
    "일시: {}",
    "기간 {} 예정",
    "○ {}",
    "- {} 접수",
    "접수\n{}",
    "{}\n접수",
    "접수 → {} → 통보",
    "공고({}) 후 접수",
    "공고 / {} / 접수",
    "{} ※ 잠정",
];

/// A rule, a slip, what is wrong about it, and what is to stand there.
type Slip = (&'static str, &'static str, &'static str, &'static str);

/// Slips that are found wherever they stand.
const SLIPS: &[Slip] = &[
    ("date-form", "2024. 10. 20", "2024. 10. 20", "2024. 10. 20."),
    ("date-form", "2024.10.20", "2024.10.20", "2024. 10. 20."),
    ("date-form", "2024.10.20.", "2024.10.20.", "2024. 10. 20."),
    ("date-form", "2024. 10.20.", "2024. 10.20.", "2024. 10. 20."),
    ("date-form", "2024-10-20", "2024-10-20", "2024. 10. 20."),
    ("date-form", "2024/10/20", "2024/10/20", "2024. 10. 20."),
    ("date-form", "2026. 12", "2026. 12", "2026. 12."),
    ("date-form", "2026.12.", "2026.12.", "2026. 12."),
    ("date-form", "2026. 09.", "2026. 09.", "2026. 9."),
    ("date-form", "2026.09", "2026.09", "2026. 9."),
    ("date-form", "’24. 9. 7", "’24. 9. 7", "’24. 9. 7."),
    ("date-form", "’24.9.7.", "’24.9.7.", "’24. 9. 7."),
    ("date-form", "’26. 12", "’26. 12", "’26. 12."),
    ("date-form", "2024년 09월 03일", "2024년 09월 03일", "2024년 9월 3일"),
    ("date-form", "2024.10월", "2024.10월", "2024. 10월"),
    ("date-form", "9/7(토)", "9/7", "9. 7."),
    ("date-form", "9.7(토)", "9.7", "9. 7."),
    ("date-form", "9. 7(토)", "9. 7", "9. 7."),
    ("date-form", "2026. 하반기", "2026. 하반기", "2026년 하반기"),
    ("date-form", "2026.하반기", "2026.하반기", "2026년 하반기"),
    ("date-form", "’26. 1분기", "’26. 1분기", "’26년 1분기"),
    ("date-form", "2026. 1~2분기", "2026. 1~2분기", "2026년 1~2분기"),
    ("date-form", "2024. 9. 2. ~ 9. 30", "9. 30", "9. 30."),
    ("date-form", "9. 2. ~ 9. 30", "9. 30", "9. 30."),
    ("date-form", "2024. 3. ~ 12", "12", "12."),
    ("date-form", "9. 7.(토)~8(일)", "8", "8."),
    ("range-form", "9. 2.-9. 30.", "-", "~"),
    ("range-form", "10-17시", "-", "~"),
    ("range-form", "09:00-17:00", "-", "~"),
    ("range-form", "3-5개소", "-", "~"),
    ("range-form", "2026. 6. ∼ 7.", "∼", "~"),
    ("range-form", "9. 2.∼ 9. 30.", "∼ ", " ~ "),
    ("range-form", "9. 2.~ 9. 30.", "~ ", " ~ "),
    ("range-form", "9. 7.(토) ~8.(일)", " ~", " ~ "),
    ("range-form", "1~ 12.", "~ ", " ~ "),
    ("range-form", "1.~ 12.", "~ ", " ~ "),
    ("range-form", "1월 ~12월", " ~", " ~ "),
    ("range-form", "13:00 ~17:00", " ~", " ~ "),
    ("range-form", "10~ 20명", "~ ", " ~ "),
    ("range-form", "10명 ~20명", " ~", " ~ "),
    ("range-form", "’19~ ’22", "~ ", " ~ "),
    ("range-form", "101호~ 105호", "~ ", " ~ "),
    ("range-form", "월~ 금", "~ ", " ~ "),
    ("time-form", "오후 2시", "오후 2시", "14:00"),
    ("time-form", "오전 9시 30분", "오전 9시 30분", "09:30"),
    ("time-form", "오후 2:30", "오후 2:30", "14:30"),
    ("time-form", "pm 2:00", "pm 2:00", "14:00"),
    ("time-form", "9:00", "9:00", "09:00"),
    ("time-form", "9:30~17:00", "9:30", "09:30"),
    ("time-form", "25:00", "25:00", ""),
    ("number-form", "12000명", "12000", "12,000"),
    ("number-form", "12000 명", "12000", "12,000"),
    ("number-form", "126500천원", "126500", "126,500"),
    ("number-form", "39783.5㎡", "39783.5", "39,783.5"),
    ("number-form", "1500만 원", "1500", "1,500"),
    ("number-form", "1,2345명", "1,2345", ""),
    ("year-mark", "'24. 7월", "'", "’"),
    ("year-mark", "‘24. 7월", "‘", "’"),
    ("year-mark", "‘24", "‘", "’"),
    ("year-mark", "'24년", "'", "’"),
    ("year-mark", "24. 7월", "24", "’24"),
    ("year-mark", "24년 상반기", "24", "’24"),
    ("weekday", "9. 7.(일)", "일", ""),
    ("weekday", "2024. 9. 7.(금)", "금", ""),
    ("no-such-date", "2024. 2. 30.", "2024. 2. 30.", ""),
    ("no-such-date", "13월 5일", "13월 5일", ""),
    ("negative-sign", "-12.1%", "-", "△"),
    ("negative-sign", "−423,594", "−", "△"),
    ("negative-sign", "-3명", "-", "△"),
    ("negative-sign", "Δ3.2%", "Δ", "△"),
];

/// Forms that are right wherever they stand.
const RIGHT: &[&str] = &[
    "2024. 10. 20.",
    "2026. 12.",
    "2026.  9.",
    "’24. 9. 7.",
    "’26. 12월",
    "2024년 9월 3일",
    "2026년 하반기",
    "’26년 1분기",
    "2024. 9. 2. ~ 9. 30.",
    "9. 2.~9. 30.",
    "2024. 3. ~ 12.",
    "9. 7.(토)~8.(일)",
    "1. ~ 12.",
    "1월 ~ 12월",
    "13:00~17:00",
    "10~17시",
    "10~20명",
    "’19~’22",
    "월~금",
    "14:00",
    "12,000명",
    "12,000 명",
    "39,783.5㎡",
    "△12.1%",
    "1:1",
    "16:9",
    "3.437km",
    "550-22",
    "302-1호",
    "제12조 제3항",
    "제2024-123호",
    "02-2627-1234",
    "☎2033",
    "2.1.3",
    "00월 00일",
    "0월 0일",
    "○월 ○일",
    "0000. 00. 00.",
    "2024. 00. 00.",
    "2024년 00월 00일",
    "’00년",
    "00:00~00:00",
    "0,000원",
];

/// The rules that are held to this.
const FORMS: [&str; 8] = [
    "date-form",
    "no-such-date",
    "range-form",
    "time-form",
    "number-form",
    "year-mark",
    "weekday",
    "negative-sign",
];

/// The roles in which a text may stand.
const ROLES: [Role; 4] = [Role::Item, Role::Cell, Role::Head, Role::Line];

/// A text in a context, and where it begins there.
fn placed(context: &str, text: &str) -> (String, usize) {
    (context.replacen("{}", text, 1), context.find("{}").expect("a place"))
}

#[test]
fn a_slip_is_found_and_mended_beside_everything() {
    let mut missed = Vec::new();
    for (code, slip, part, instead) in SLIPS {
        let at_part = slip.find(part).expect("a part of the slip");
        for context in CONTEXTS {
            let (text, start) = placed(context, slip);
            for role in ROLES {
                let expected = vec![((*part).to_owned(), (*instead).to_owned())];
                let found = found_in(code, role, &text);
                let mut right = text.clone();
                let at = start + at_part;
                right.replace_range(at..at + part.len(), instead);
                let again =
                    if instead.is_empty() { Vec::new() } else { found_in(code, role, &right) };
                if found != expected || !again.is_empty() {
                    missed.push(format!("{code}: {text:?} {role:?}: {found:?}, then {again:?}"));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_right_form_is_let_be_beside_everything() {
    let mut told = Vec::new();
    for right in RIGHT {
        for context in CONTEXTS {
            let (text, _) = placed(context, right);
            for role in ROLES {
                let found = hits_in(role, &text);
                let found = found.into_iter().filter(|(code, ..)| FORMS.contains(code));
                told.extend(found.map(|found| format!("{text:?} {role:?}: {found:?}")));
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn one_slip_is_one_finding() {
    let mut twice = Vec::new();
    for (code, slip, part, _) in SLIPS {
        for context in CONTEXTS {
            let (text, start) = placed(context, slip);
            let at = start + slip.find(part).expect("a part of the slip");
            for (other, range, _) in hits_in(Role::Item, &text) {
                if other != *code && range.start < at + part.len() && at < range.end {
                    twice.push(format!("{text:?}: {code} and {other} at {:?}", &text[range]));
                }
            }
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

/// Lines as reports have them, each behind the rules that find its slips.
const LINES_WITH_SLIPS: &str = include_str!("lines/slips.txt");

/// Lines as reports have them, without a slip of these rules.
const RIGHT_LINES: &str = include_str!("lines/right.txt");

/// The rules among these that find something in a line, in which `\n` stands
/// for a line break.
fn codes(line: &str) -> Vec<&'static str> {
    let hits = hits_in(Role::Item, &line.replace("\\n", "\n")).into_iter();
    let mut codes: Vec<&str> =
        hits.map(|(code, ..)| code).filter(|code| FORMS.contains(code)).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn the_slips_of_ordinary_lines_are_found_and_nothing_else() {
    for line in LINES_WITH_SLIPS.lines() {
        let (slips, text) = line.split_once('\t').expect("the rules and the line");
        let mut expected: Vec<&str> = slips.split(' ').collect();
        expected.sort_unstable();
        assert_eq!(codes(text), expected, "{text}");
    }
    for line in RIGHT_LINES.lines() {
        assert!(codes(line).is_empty(), "{line}: {:?}", codes(line));
    }
}

/// A file after all fixes of these rules.
fn mended_file(source: &str) -> String {
    let findings = all_findings(&manuscript(&[("report.json", source)])).into_iter();
    let fixes =
        findings.filter(|found| FORMS.contains(&found.code.name())).filter_map(|found| found.fix);
    let mut edits: Vec<_> = fixes.flat_map(|fix| fix.edits).collect();
    edits.sort_by_key(|edit| edit.range.start);
    let mut file = source.to_owned();
    for edit in edits.into_iter().rev() {
        file.replace_range(edit.range, &edit.text);
    }
    file
}

#[test]
fn slips_are_mended_beside_figures_marks_and_line_breaks() {
    for (typed, right) in [
        ("{=접수.합계}건 접수, 2026. 12 : 준공", "{=접수.합계}건 접수, 2026. 12. : 준공"),
        ("2024. 10. 20 {=접수.합계}건", "2024. 10. 20 {=접수.합계}건"),
        ("접수 {=접수.합계}건\\n2024. 10. 20 개최", "접수 {=접수.합계}건\\n2024. 10. 20. 개최"),
        ("**2024. 10. 20** 개최", "**2024. 10. 20.** 개최"),
        ("**접수** 9. 2.~ 9. 30. **마감**", "**접수** 9. 2. ~ 9. 30. **마감**"),
        (r"**기간** :\t'24. 7월 \u0041", r"**기간** :\t’24. 7월 \u0041"),
        ("**총 12000명**, 오후 2시", "**총 12,000명**, 14:00"),
        // Where a mark stands inside a date, people mend it.
        ("2024. **10. 20** 개최", "2024. **10. 20** 개최"),
    ] {
        let report = |text: &str| {
            format!(
                r#"{{"title": "보고", "date": "2024-09", "organisation": "금천구", "department": "과",
                "chapters": [{{"title": "현황", "sections": [{{"body": [
                {{"kind": "table", "name": "접수", "head": [["구분", "건"]],
                "rows": [{{"cells": ["합계", 3], "total": true}}, ["가", 3]]}}, "{text}"]}}]}}]}}"#
            )
        };
        assert_eq!(mended_file(&report(typed)), report(right), "{typed}");
    }
}
