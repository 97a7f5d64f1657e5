//! What stands in the files and is printed nowhere, so that nothing can be
//! wrong with how it is printed. Another rule tells of it.

use crate::format::{
    Block, Chapter, CoverPlace, DividerList, Opening, Organisation, Report, Staff, TextOrNone,
    Unit, Visitor,
};
use crate::json::Span;
use crate::manuscript::Manuscript;

/// Where that stands.
pub(super) struct Unprinted(Vec<Span>);

/// What the blocks of a report show of its organisation and its staff.
#[derive(Default)]
struct Shown<'m> {
    chart: bool,
    duties: bool,
    staff: bool,
    /// The grades that tables of staff name; `None` where one shows them all.
    grades: Option<Vec<&'m str>>,
}

impl<'m> Visitor<'m> for Shown<'m> {
    fn block(&mut self, block: &'m Block) {
        match block {
            Block::Organisation(_) => self.chart = true,
            Block::Duties(_) => self.duties = true,
            Block::Staff(view) => {
                let own = view.grades.as_ref();
                let own = own.map(|own| own.iter().map(|grade| grade.value.as_str()));
                let is_first = !self.staff;
                self.grades = match (own, self.grades.take()) {
                    (Some(own), Some(others)) => Some(others.into_iter().chain(own).collect()),
                    (Some(own), None) if is_first => Some(own.collect()),
                    _ => None,
                };
                self.staff = true;
            }
            Block::Item(_)
            | Block::Note(_)
            | Block::Paragraph(_)
            | Block::Box(_)
            | Block::List(_)
            | Block::Pictures(_)
            | Block::Table(_)
            | Block::Schedule(_)
            | Block::Funding(_)
            | Block::Budget(_)
            | Block::ProjectList(_) => {}
        }
    }
}

impl Unprinted {
    /// What no page of a report shows.
    pub(super) fn of(manuscript: &Manuscript, report: &Report) -> Self {
        let mut shown = Shown::default();
        manuscript.visit(report, &mut shown);
        let cover = report.cover.iter().filter(|cover| cover.place == Some(CoverPlace::None));
        let mut unprinted = Self(cover.map(|cover| cover.span).collect());
        let has_teams = report.chapters.iter().any(|chapter| lists_teams(chapter, report));
        for section in manuscript.all_sections(report) {
            if let Some(own) = &section.organisation {
                unprinted.of_organisation(own, &shown, has_teams);
            }
            if let Some(own) = &section.staff {
                unprinted.of_staff(own, &shown);
            }
        }
        unprinted
    }

    /// Whether nothing prints what stands at this place.
    pub(super) fn holds(&self, span: Span) -> bool {
        let within =
            |own: &Span| own.file == span.file && own.start <= span.start && span.end <= own.end;
        self.0.iter().any(within)
    }

    fn of_organisation(&mut self, own: &Organisation, shown: &Shown<'_>, has_teams: bool) {
        if !(shown.chart || shown.duties || has_teams) {
            return self.0.push(own.span);
        }
        if !shown.chart {
            self.0.extend(own.aside.iter().map(|text| text.span));
        }
        own.units.iter().for_each(|unit| self.of_unit(unit, shown));
    }

    fn of_unit(&mut self, unit: &Unit, shown: &Shown<'_>) {
        if !shown.chart {
            self.0.extend(unit.note.iter().map(|text| text.span));
        }
        if !shown.duties {
            self.0.extend(unit.duties.iter().map(|text| text.span));
        }
        unit.units.iter().for_each(|unit| self.of_unit(unit, shown));
    }

    fn of_staff(&mut self, own: &Staff, shown: &Shown<'_>) {
        if !shown.staff {
            return self.0.push(own.span);
        }
        if let Some(grades) = &shown.grades {
            let hidden = own.grades.iter().filter(|own| !grades.contains(&own.value.as_str()));
            self.0.extend(hidden.map(|own| own.span));
        }
    }
}

/// Whether the title page of a chapter lists the teams.
fn lists_teams(chapter: &Chapter, report: &Report) -> bool {
    let has_department = report.department.as_ref().and_then(TextOrNone::text).is_some();
    chapter.opening == Some(Opening::Divider)
        && match chapter.divider.as_ref().map(|divider| divider.value) {
            Some(list) => list == DividerList::Teams,
            None => has_department,
        }
}
