//! What is shown of the edition's organisation and staff.

use super::body::heads;
use super::found::{Found, Notes};
use super::here::Here;
use super::money::check_count;
use super::strings::{heard, one_line, string};
use super::tables::{MadeCell, MadeRow, MadeTable, cell_marker, made_table};
use super::text::{rich, rich_all, typed};
use crate::diagnostic::{Form, Language, Message};
use crate::edition::{
    Block, CellLine, Chart, Passage, PassageKind, Remedy, RichText, Source, Standing, Unit,
};
use crate::figures::{Computed, People};
use crate::format::{self, Align, Duties, OrganisationView, StaffView};
use crate::json::{Span, Spanned};
use crate::korean;
use crate::message;
use crate::quoting::{listed, quoted};

/// How many levels an organisation chart has at most.
const DEEPEST_UNIT: usize = 10;

/// The organisation as a chart.
pub(super) fn organisation_chart(view: &OrganisationView, here: &Here<'_>) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    notes.depend_on(here.whole.organisation.map(|organisation| organisation.span));
    let Some(organisation) = here.whole.organisation else {
        nothing_to_show("organisation", view.span, here, &mut notes);
        return notes.with(None);
    };
    let root = Unit {
        name: notes.take(rich(&organisation.name, here)),
        note: None,
        own: false,
        aside: notes.take(rich_all(&organisation.aside, here)),
        units: notes.take_all(organisation.units.iter().map(|unit| chart_unit(unit, 2, here))),
    };
    let alt = match &view.alt {
        Some(alt) => notes.take(heard(alt)),
        None => {
            let words = one_line(&format!("조직도: {}", in_words(&root)));
            notes.take(string(words, view.span))
        }
    };
    let passage = Passage::new(PassageKind::Organisation, view.span);
    let (standing, chart) = (Standing::default(), Chart::default());
    notes.with(Some(Block::Organisation { passage, standing, root, chart, alt }))
}

/// A unit of the chart on this level, of which the head is the first.
fn chart_unit(unit: &format::Unit, level: usize, here: &Here<'_>) -> Found<Unit> {
    let mut notes = Notes::default();
    let below = if level < DEEPEST_UNIT { unit.units.as_slice() } else { &[] };
    if let (DEEPEST_UNIT, Some(first)) = (level, unit.units.first()) {
        let message = message!(
            "조직도는 {DEEPEST_UNIT}단계까지입니다",
            "a chart goes {DEEPEST_UNIT} levels deep"
        );
        let help = message!("한 단계 위로 올리십시오.", "move this up a level");
        notes.omission(Form::TooDeep, first.name.span, message, Some(help));
    }
    let unit = Unit {
        name: notes.take(rich(&unit.name, here)),
        note: notes.take_some(unit.note.as_ref().map(|note| rich(note, here))),
        own: unit.own,
        aside: Vec::new(),
        units: notes.take_all(below.iter().map(|unit| chart_unit(unit, level + 1, here))),
    };
    notes.with(unit)
}

/// The duties of each unit as a table.
pub(super) fn duties(duties: &Duties, here: &Here<'_>) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    notes.depend_on(here.whole.organisation.map(|organisation| organisation.span));
    let Some(organisation) = here.whole.organisation else {
        nothing_to_show("organisation", duties.span, here, &mut notes);
        return notes.with(None);
    };
    let head = notes.take(heads(duties.head.as_deref(), ["팀명", "주요업무"], here));
    let rows = notes.take_all(organisation.units.iter().map(|unit| duty_rows(unit, here)));
    let rows: Vec<MadeRow> = rows.into_iter().flatten().collect();
    if rows.is_empty() {
        let message = message!(
            "보일 것이 없습니다: 어느 팀에도 \"duties\"가 없습니다",
            "there is nothing to show: no unit has `duties`"
        );
        let help = message!(
            "조직의 팀에 \"duties\": [\"…\"]를 넣으십시오.",
            "add `duties` to units of the organisation"
        );
        notes.omission(Form::NothingToShow, duties.span, message, Some(help));
        return notes.with(None);
    }
    let head = vec![head.map(MadeCell::of).into()];
    let table = MadeTable { unit: None, landscape: duties.landscape, head, rows };
    let block = Some(made_table(table, duties.span, Remedy::Columns));
    notes.with(block)
}

/// A row for the unit, and those of its units.
fn duty_rows(unit: &format::Unit, here: &Here<'_>) -> Found<Vec<MadeRow>> {
    let mut notes = Notes::default();
    let mut rows = Vec::new();
    if !unit.duties.is_empty() {
        let name = MadeCell { head: true, ..MadeCell::of(notes.take(rich(&unit.name, here))) };
        let lines = notes.take(rich_all(&unit.duties, here)).into_iter().map(|text| CellLine {
            marker: Some(cell_marker(1, here)),
            ordered: false,
            depth: 1,
            hang: 0.0,
            badge: None,
            text,
        });
        let list = Some(lines.collect());
        let duties = MadeCell { align: Align::Left, list, ..MadeCell::default() };
        rows.push(MadeRow { cells: vec![name, duties], total: false });
    }
    for unit in &unit.units {
        rows.extend(notes.take(duty_rows(unit, here)));
    }
    notes.with(rows)
}

/// 정원 and 현원 by grade as a table.
pub(super) fn staff_table(view: &StaffView, here: &Here<'_>) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    notes.depend_on(here.whole.staff.map(|staff| staff.span));
    let Some(staff) = here.whole.staff else {
        nothing_to_show("staff", view.span, here, &mut notes);
        return notes.with(None);
    };
    if staff.units.is_empty() {
        let why = message!("인력의 부서가 하나도 없습니다", "the staff has no unit");
        shows_nothing(view.span, &why, here, &mut notes);
        return notes.with(None);
    }
    let all: Vec<&str> = staff.grades.iter().map(|grade| grade.value.as_str()).collect();
    let shown: Vec<usize> = match &view.grades {
        Some(grades) => notes.take(shown_grades(grades, &all)),
        None => (0..all.len()).collect(),
    };
    for unit in &staff.units {
        check_count(unit.current.value.len(), all.len(), unit.current.span, &mut notes);
        if let Some(quota) = &unit.quota {
            check_count(quota.value.len(), all.len(), quota.span, &mut notes);
        }
    }
    let totals = staff.total.iter().flat_map(|total| [&total.quota, &total.current]);
    for counts in totals.flatten() {
        check_count(counts.value.len(), all.len(), counts.span, &mut notes);
    }
    let name_head = view.name_head.as_ref().map(|head| notes.take(rich(head, here)));
    let total_head = view.total_head.as_ref().map(|head| notes.take(rich(head, here)));
    let mut head = vec![
        MadeCell::of(name_head.unwrap_or_else(|| "부서명".into())),
        MadeCell::of(total_head.unwrap_or_else(|| "합계".into())),
    ];
    head.extend(shown.iter().map(|index| MadeCell::of(typed(&staff.grades[*index]))));
    let mut rows: Vec<MadeRow> = Vec::new();
    if let [_, _, ..] = staff.units.as_slice() {
        let whole = |people: People| people.whole(staff);
        let of_grade = |people: People, grade| people.of_grade(staff, grade);
        let cells = people_row("계".into(), whole, of_grade, &shown);
        rows.push(MadeRow { cells, total: true });
    }
    for unit in &staff.units {
        let name = match (&view.row_name, staff.units.len()) {
            (Some(name), 1) => notes.take(rich(name, here)),
            _ => notes.take(rich(&unit.name, here)),
        };
        let whole = |people: People| people.total(unit);
        let of_grade = |people: People, grade: usize| people.of_unit(unit, grade);
        let cells = people_row(name, whole, of_grade, &shown);
        rows.push(MadeRow { cells, total: false });
    }
    let unit = view.remark.as_ref().map(|remark| notes.take(rich(remark, here)));
    let landscape = view.landscape;
    let table = MadeTable { unit, landscape, head: vec![head], rows };
    let block = Some(made_table(table, view.span, Remedy::Columns));
    notes.with(block)
}

/// Which grades are shown, by their places among all.
fn shown_grades(grades: &[Spanned<String>], all: &[&str]) -> Found<Vec<usize>> {
    let mut notes = Notes::default();
    let mut shown = Vec::new();
    for grade in grades {
        match all.iter().position(|known| *known == grade.value) {
            Some(index) => shown.push(index),
            None => {
                let given = quoted(&grade.value);
                let all = listed(all.iter().copied());
                let message = message!(
                    "인력에 ‘{given}’(이)라는 직급이 없습니다",
                    "the staff has no grade `{given}`"
                );
                let help = message!("있는 직급: {all}", "known grades: {all}");
                notes.omission(Form::UnknownGrade, grade.span, message, Some(help));
            }
        }
    }
    notes.with(shown)
}

/// Reports a block of which only the heads would be printed.
pub(super) fn shows_nothing(span: Span, why: &Message, here: &Here<'_>, notes: &mut Notes) {
    // It may be in what could not be read.
    if here.is_sound() {
        let message = Message::new(
            format!("보일 것이 없습니다: {}", why.text(Language::Korean)),
            format!("there is nothing to show: {}", why.text(Language::English)),
        );
        let help = message!("넣거나 이 블록을 지우십시오.", "add some, or remove this block");
        notes.omission(Form::NothingToShow, span, message, Some(help));
    }
}

fn nothing_to_show(field: &str, span: Span, here: &Here<'_>, notes: &mut Notes) {
    if !here.is_sound() {
        return;
    }
    let message = message!(
        "보일 것이 없습니다: 어느 절에도 \"{field}\"이(가) 없습니다",
        "there is nothing to show: no section has `{field}`"
    );
    let help = message!(
        "overview.json에 \"{field}\": {{ … }} 를 넣으십시오.",
        "add `{field}` to overview.json"
    );
    notes.omission(Form::NothingToShow, span, message, Some(help));
}

/// A row of a staff table: the sum over all grades, then the shown ones.
fn people_row(
    name: RichText,
    whole: impl Fn(People) -> Option<Computed<u64>>,
    of_grade: impl Fn(People, usize) -> Option<Computed<u64>>,
    shown: &[usize],
) -> Vec<MadeCell> {
    let cell = |count: &dyn Fn(People) -> Option<Computed<u64>>| {
        let current = count(People::Current).unwrap_or_default();
        let number = |count: &Computed<u64>| korean::number(count.value.into());
        let (text, from) = match count(People::Quota) {
            Some(quota) => (
                format!("{}({})", number(&quota), number(&current)),
                [quota.from, current.from].concat(),
            ),
            None => (number(&current), current.from),
        };
        MadeCell::of(RichText::plain_from(text, Source::made_of(from)))
    };
    let mut cells = vec![MadeCell { head: true, ..MadeCell::of(name) }, cell(&whole)];
    cells.extend(shown.iter().map(|index| cell(&|people| of_grade(people, *index))));
    cells
}

/// The organisation as a sentence.
fn in_words(unit: &Unit) -> String {
    let name = unit.name.plain();
    if unit.units.is_empty() {
        return name;
    }
    let units: Vec<String> = unit.units.iter().map(in_words).collect();
    format!("{name} 아래에 {}", units.join(", "))
}
