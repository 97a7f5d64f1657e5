//! Grades of the staff that a table leaves out though they have people.

use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::Diagnostic;
use crate::format::{Staff, StaffView, each_staff_view};
use crate::json::{Documents, Span};
use crate::message;

rule! {
    /// 인력현황 표에서 보이지 않게 한 직급에 사람이 있는지 본다.
    ///
    /// ## 왜
    ///
    /// `"grades"`로 직급 몇 가지만 보이면 표의 합계는 여전히 모든 직급의 합이다. 빠진 직급에 사람이 있으면, 보이는 칸을 더해도 합계가 되지 않아 읽는 사람이 잘못이라고 여긴다.
    ///
    /// ## 보기
    ///
    /// 3급이 0명이면 옳고, 1명이라도 있으면 찾는다.
    ///
    /// ```json
    /// { "kind": "staff", "grades": ["5급", "6급", "7급", "8급", "9급"] }
    /// ```
    ///
    /// ## 고치기
    ///
    /// `"grades"`에 그 직급을 넣거나 `"grades"`를 지운다.
    HIDDEN_GRADE = "hidden-grade": Figures, Warning, "인력표에서 빠진 직급", "a grade that a table leaves out";
    checks: [Figures(findings)];
    wrong: Report [
        r#"{ "chapters": [{ "title": "현황", "sections": [{ "title": "인력",
              "staff": { "grades": ["3급", "5급", "6급", "7급", "8급", "9급"],
                         "units": [{ "name": "홍보과", "current": [1, 1, 4, 10, 5, 3] }] },
              "body": [{ "kind": "staff", "grades": ["5급", "6급", "7급", "8급", "9급"] }]
            }] }] }"#,
    ];
    right: Report [
        r#"{ "chapters": [{ "title": "현황", "sections": [{ "title": "인력",
              "staff": { "grades": ["3급", "5급", "6급", "7급", "8급", "9급"],
                         "units": [{ "name": "홍보과", "current": [0, 1, 4, 10, 5, 3] }] },
              "body": [{ "kind": "staff", "grades": ["5급", "6급", "7급", "8급", "9급"] }]
            }] }] }"#,
    ];
}

/// Tables of the staff in sections that leave out a grade that has people.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let Reading { manuscript, report, .. } = reading;
    let sections = manuscript.all_sections(report);
    let staff = sections.iter().find_map(|section| section.staff.as_ref());
    let Some(staff) = staff else { return Vec::new() };
    let mut found = Vec::new();
    for section in &sections {
        each_staff_view(&section.body, |view| {
            found.extend(hidden_grade(view, staff, &manuscript.documents));
        });
    }
    found
}

/// A table of staff that leaves out a grade that has people: its columns do
/// not add up to its total.
fn hidden_grade(view: &StaffView, staff: &Staff, documents: &Documents) -> Option<Diagnostic> {
    let shown = view.grades.as_ref()?;
    let is_shown = |grade: &str| shown.iter().any(|shown| shown.value == grade);
    let people = |index: usize| -> u64 {
        let counts = staff.units.iter().flat_map(|unit| unit.quota.iter().chain([&unit.current]));
        counts.filter_map(|counts| counts.value.get(index)).map(|c| u64::from(c.value)).sum()
    };
    let hidden: Vec<(usize, &str)> = staff
        .grades
        .iter()
        .enumerate()
        .map(|(index, grade)| (index, grade.value.as_str()))
        .filter(|(index, grade)| !is_shown(grade) && people(*index) > 0)
        .collect();
    let (first, grade) = hidden.first()?;
    let (count, others) = (hidden.len(), hidden.len() - 1);
    let message = match others {
        0 => message!(
            "보이지 않는 직급에 사람이 있어, 보이는 칸을 더해도 합계가 되지 않습니다: {grade}",
            "the table leaves out {grade}, which has people, so that its columns do not make its total"
        ),
        _ => message!(
            "보이지 않는 직급에 사람이 있어, 보이는 칸을 더해도 합계가 되지 않습니다: {grade} 등 {count}가지",
            "the table leaves out {grade} and {others} more grades that have people"
        ),
    };
    let help = message!(
        "\"grades\"에 넣거나(\"{grade}\") \"grades\"를 지우십시오.",
        "add \"{grade}\" to `grades`, or leave `grades` out"
    );
    let span = Span { end: shown.last()?.span.end, ..shown.first()?.span };
    let place = staff.grades[*first].span;
    let note = message!("이 직급입니다", "this grade");
    let found = HIDDEN_GRADE.finding(documents.place(span), message).with_help(help);
    Some(found.with_related(documents.place(place), note))
}
