//! What is shown of the edition's organisation and staff.

use super::budget::head_cell;
use super::context::Context;
use super::strings::one_line;
use crate::diagnostic::{Form, Language, Message};
use crate::edition::{
    Block, CellLine, Passage, PassageKind, Remedy, RichText, Source, Table, TableCell, TableRow,
    Unit,
};
use crate::figures::{Computed, People};
use crate::format::{self, Align, Duties, OrganisationView, StaffView};
use crate::json::Span;
use crate::korean;
use crate::message;
use crate::quoting::{listed, quoted};

/// How many levels an organisation chart has at most.
const DEEPEST_UNIT: usize = 10;

impl Context<'_> {
    /// The organisation as a chart.
    pub(super) fn organisation_chart(&mut self, view: &OrganisationView) -> Option<Block> {
        self.depend_on(self.organisation.map(|organisation| organisation.span));
        let Some(organisation) = self.organisation else {
            return self.nothing_to_show("organisation", view.span);
        };
        let root = Unit {
            name: self.rich(&organisation.name),
            note: None,
            own: false,
            aside: organisation.aside.iter().map(|text| self.rich(text)).collect(),
            units: organisation.units.iter().map(|unit| self.chart_unit(unit, 2)).collect(),
        };
        let alt = match &view.alt {
            Some(alt) => self.heard(alt),
            None => {
                let words = one_line(&format!("조직도: {}", in_words(&root)));
                self.check_string(&words, view.span);
                words
            }
        };
        let passage = Passage::new(PassageKind::Organisation, view.span);
        Some(Block::Organisation { passage, root, alt })
    }

    /// A unit of the chart on this level, of which the head is the first.
    fn chart_unit(&mut self, unit: &format::Unit, level: usize) -> Unit {
        let below = if level < DEEPEST_UNIT { unit.units.as_slice() } else { &[] };
        if let (DEEPEST_UNIT, Some(first)) = (level, unit.units.first()) {
            let message = message!(
                "조직도는 {DEEPEST_UNIT}단계까지입니다",
                "a chart goes {DEEPEST_UNIT} levels deep"
            );
            let help = message!("한 단계 위로 올리십시오.", "move this up a level");
            self.omission(Form::TooDeep, first.name.span, message, Some(help));
        }
        Unit {
            name: self.rich(&unit.name),
            note: unit.note.as_ref().map(|note| self.rich(note)),
            own: unit.own,
            aside: Vec::new(),
            units: below.iter().map(|unit| self.chart_unit(unit, level + 1)).collect(),
        }
    }

    /// The duties of each unit as a table.
    pub(super) fn duties(&mut self, duties: &Duties) -> Option<Block> {
        self.depend_on(self.organisation.map(|organisation| organisation.span));
        let Some(organisation) = self.organisation else {
            return self.nothing_to_show("organisation", duties.span);
        };
        let head = self.heads(duties.head.as_deref(), ["팀명", "주요업무"]);
        let mut rows = Vec::new();
        for unit in &organisation.units {
            self.duty_rows(unit, &mut rows);
        }
        if rows.is_empty() {
            let message = message!(
                "보일 것이 없습니다: 어느 팀에도 \"duties\"가 없습니다",
                "there is nothing to show: no unit has `duties`"
            );
            let help = message!(
                "조직의 팀에 \"duties\": [\"…\"]를 넣으십시오.",
                "add `duties` to units of the organisation"
            );
            self.omission(Form::NothingToShow, duties.span, message, Some(help));
            return None;
        }
        let head = vec![head.map(head_cell).into()];
        let table = Table { head, rows, landscape: duties.landscape, ..Table::default() };
        Some(self.finished(table, duties.span, Remedy::Columns))
    }

    fn duty_rows(&mut self, unit: &format::Unit, rows: &mut Vec<TableRow>) {
        if !unit.duties.is_empty() {
            let name = TableCell { head: true, ..head_cell(self.rich(&unit.name)) };
            let lines = unit.duties.iter().map(|duty| CellLine {
                marker: Some(self.cell_marker(1)),
                ordered: false,
                depth: 1,
                badge: None,
                text: self.rich(duty),
            });
            let list = Some(lines.collect());
            let duties = TableCell { align: Align::Left, list, ..TableCell::default() };
            rows.push(TableRow { cells: vec![name, duties], ..TableRow::default() });
        }
        for unit in &unit.units {
            self.duty_rows(unit, rows);
        }
    }

    /// 정원 and 현원 by grade as a table.
    pub(super) fn staff_table(&mut self, view: &StaffView) -> Option<Block> {
        self.depend_on(self.staff.map(|staff| staff.span));
        let Some(staff) = self.staff else {
            return self.nothing_to_show("staff", view.span);
        };
        if staff.units.is_empty() {
            let why = message!("인력의 부서가 하나도 없습니다", "the staff has no unit");
            return self.shows_nothing(view.span, &why);
        }
        let all: Vec<&str> = staff.grades.iter().map(|grade| grade.value.as_str()).collect();
        let shown: Vec<usize> = match &view.grades {
            Some(grades) => self.shown_grades(grades, &all),
            None => (0..all.len()).collect(),
        };
        for unit in &staff.units {
            self.check_count(unit.current.value.len(), all.len(), unit.current.span);
            if let Some(quota) = &unit.quota {
                self.check_count(quota.value.len(), all.len(), quota.span);
            }
        }
        let totals = staff.total.iter().flat_map(|total| [&total.quota, &total.current]);
        for counts in totals.flatten() {
            self.check_count(counts.value.len(), all.len(), counts.span);
        }
        let name_head = view.name_head.as_ref().map(|head| self.rich(head));
        let total_head = view.total_head.as_ref().map(|head| self.rich(head));
        let mut head = vec![
            head_cell(name_head.unwrap_or_else(|| "부서명".into())),
            head_cell(total_head.unwrap_or_else(|| "합계".into())),
        ];
        head.extend(shown.iter().map(|index| head_cell(self.typed(&staff.grades[*index]))));
        let mut rows: Vec<TableRow> = Vec::new();
        if let [_, _, ..] = staff.units.as_slice() {
            let whole = |people: People| people.whole(staff);
            let of_grade = |people: People, grade| people.of_grade(staff, grade);
            let cells = people_row("계".into(), whole, of_grade, &shown);
            rows.push(TableRow { cells, total: true, ..TableRow::default() });
        }
        for unit in &staff.units {
            let name = match (&view.row_name, staff.units.len()) {
                (Some(name), 1) => self.rich(name),
                _ => self.rich(&unit.name),
            };
            let whole = |people: People| people.total(unit);
            let of_grade = |people: People, grade: usize| people.of_unit(unit, grade);
            let cells = people_row(name, whole, of_grade, &shown);
            rows.push(TableRow { cells, ..TableRow::default() });
        }
        let unit = view.remark.as_ref().map(|remark| self.rich(remark));
        let landscape = view.landscape;
        let table = Table { unit, head: vec![head], rows, landscape, ..Table::default() };
        Some(self.finished(table, view.span, Remedy::Columns))
    }

    fn shown_grades(
        &mut self,
        grades: &[crate::json::Spanned<String>],
        all: &[&str],
    ) -> Vec<usize> {
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
                    self.omission(Form::UnknownGrade, grade.span, message, Some(help));
                }
            }
        }
        shown
    }

    /// Reports a block of which only the heads would be printed.
    pub(super) fn shows_nothing<T>(&mut self, span: Span, why: &Message) -> Option<T> {
        // It may be in what could not be read.
        if self.manuscript.sound {
            let message = Message::new(
                format!("보일 것이 없습니다: {}", why.text(Language::Korean)),
                format!("there is nothing to show: {}", why.text(Language::English)),
            );
            let help = message!("넣거나 이 블록을 지우십시오.", "add some, or remove this block");
            self.omission(Form::NothingToShow, span, message, Some(help));
        }
        None
    }

    fn nothing_to_show<T>(&mut self, field: &str, span: Span) -> Option<T> {
        if !self.manuscript.sound {
            return None;
        }
        let message = message!(
            "보일 것이 없습니다: 어느 절에도 \"{field}\"이(가) 없습니다",
            "there is nothing to show: no section has `{field}`"
        );
        let help = message!(
            "overview.json에 \"{field}\": {{ … }} 를 넣으십시오.",
            "add `{field}` to overview.json"
        );
        self.omission(Form::NothingToShow, span, message, Some(help));
        None
    }
}

/// A row of a staff table: the sum over all grades, then the shown ones.
fn people_row(
    name: RichText,
    whole: impl Fn(People) -> Option<Computed<u64>>,
    of_grade: impl Fn(People, usize) -> Option<Computed<u64>>,
    shown: &[usize],
) -> Vec<TableCell> {
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
        head_cell(RichText::plain_from(text, Source::made_of(from)))
    };
    let mut cells = vec![TableCell { head: true, ..head_cell(name) }, cell(&whole)];
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
