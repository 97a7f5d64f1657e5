//! Reading all texts of a report, in the order in which they stand in it.

use crate::format::{
    Amount, Block, Budget, Cell, Cover, Funding, Item, Organisation, Project, Report, Schedule,
    Section, SectionSource, Staff, StaffView, Strip, Table, TableRow, Text, TextOrNone, Unit,
};
use crate::json::Span;
use crate::manuscript::Manuscript;

/// Where a text stands, which tells what it may be and what rules it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A title: of the report, a chapter, a section, a project, a box.
    Title,
    /// A line of the cover, the strip of a project, the foot of pages, a badge.
    Line,
    /// The label of an item, before its colon.
    Label,
    /// What an item says.
    Item,
    /// A note (※ *).
    Note,
    /// Prose, which may end in verbs.
    Paragraph,
    /// A caption of pictures or of a table.
    Caption,
    /// The line above a table, at its right, typed: `(기준일 : …)`.
    Remark,
    /// The head of a column.
    Head,
    /// What a cell of a table's body says.
    Cell,
    /// What an item in a cell says.
    CellItem,
    /// A line without a marker in a cell.
    CellLine,
    /// A name: of a unit, a source of funds, a task.
    Name,
    /// A unit of measure: 천원, 건.
    Unit,
    /// A duty of a unit.
    Duty,
}

/// What is told while a report is read.
pub(crate) trait Reader<'m> {
    /// A section or project begins that is at this place.
    fn section(&mut self, _span: Span) {}
    /// A line begins: an item with its amount, a cell, a note. What follows
    /// belongs to it until the next one.
    fn line(&mut self, _amount: Option<&'m Amount>) {}
    /// A text.
    fn text(&mut self, role: Role, text: &'m Text);
    /// A list of items begins.
    fn begin_body(&mut self) {}
    /// An item of the innermost list begins.
    fn item(&mut self, _item: &'m Item) {}
    /// The innermost list of items ends.
    fn end_body(&mut self) {}
    /// A table begins.
    fn begin_table(&mut self) {}
    /// A row of the table begins.
    fn row(&mut self) {}
    /// The table ends.
    fn end_table(&mut self) {}
}

/// Reads a report to `reader`: the cover, then the chapters.
pub(crate) fn read<'m>(
    manuscript: &'m Manuscript,
    report: &'m Report,
    reader: &mut impl Reader<'m>,
) {
    let mut walk = Walk { reader };
    walk.reader.section(report.span);
    walk.line(Role::Title, &report.title);
    walk.line(Role::Name, &report.organisation);
    walk.lines(Role::Name, report.department.iter().filter_map(TextOrNone::text));
    walk.lines(Role::Line, &report.footer);
    report.cover.iter().for_each(|cover| walk.cover(cover));
    walk.lines(Role::Title, report.contents.iter().filter_map(|contents| contents.title.as_ref()));
    for chapter in &report.chapters {
        walk.reader.section(report.span);
        walk.line(Role::Title, &chapter.title);
        for source in &chapter.sections {
            match source {
                SectionSource::Inline(section) => walk.section(section),
                SectionSource::Path(path) if path.value.ends_with('/') => {
                    let projects = manuscript.projects_in(&path.value);
                    projects.into_iter().for_each(|(_, project)| walk.project(project));
                }
                SectionSource::Path(path) => {
                    manuscript.sections.get(&path.value).into_iter().for_each(|s| walk.section(s));
                }
            }
        }
    }
}

struct Walk<'r, R> {
    reader: &'r mut R,
}

impl<'m, R: Reader<'m>> Walk<'_, R> {
    /// A text on a line of its own.
    fn line(&mut self, role: Role, text: &'m Text) {
        self.reader.line(None);
        self.reader.text(role, text);
    }

    fn lines(&mut self, role: Role, texts: impl IntoIterator<Item = &'m Text>) {
        texts.into_iter().for_each(|text| self.line(role, text));
    }

    fn cover(&mut self, cover: &'m Cover) {
        self.lines(Role::Line, &cover.lead);
        let pictures = [&cover.logo, &cover.picture].into_iter().flatten();
        self.lines(Role::Caption, pictures.filter_map(|picture| picture.caption.as_ref()));
        self.lines(Role::Line, cover.date.iter().filter_map(TextOrNone::text));
        self.lines(Role::Line, &cover.lines);
        self.lines(Role::Name, cover.department.iter().filter_map(TextOrNone::text));
    }

    fn section(&mut self, section: &'m Section) {
        self.reader.section(section.span);
        self.lines(Role::Title, &section.title);
        section.organisation.iter().for_each(|organisation| self.organisation(organisation));
        section.staff.iter().for_each(|staff| self.staff(staff));
        self.body(&section.body);
    }

    fn project(&mut self, project: &'m Project) {
        self.reader.section(project.span);
        project.strip.iter().for_each(|strip| self.strip(strip));
        self.line(Role::Title, &project.title);
        self.body(&project.body);
    }

    fn strip(&mut self, strip: &'m Strip) {
        for part in [&strip.left, &strip.center, &strip.right] {
            self.lines(Role::Line, part);
        }
    }

    fn organisation(&mut self, organisation: &'m Organisation) {
        self.line(Role::Name, &organisation.name);
        self.lines(Role::Name, &organisation.aside);
        organisation.units.iter().for_each(|unit| self.unit(unit));
    }

    fn unit(&mut self, unit: &'m Unit) {
        self.line(Role::Name, &unit.name);
        self.lines(Role::Line, &unit.note);
        self.lines(Role::Duty, &unit.duties);
        unit.units.iter().for_each(|unit| self.unit(unit));
    }

    fn staff(&mut self, staff: &'m Staff) {
        staff.units.iter().for_each(|unit| self.line(Role::Name, &unit.name));
    }

    fn body(&mut self, blocks: &'m [Block]) {
        self.reader.begin_body();
        blocks.iter().for_each(|block| self.block(block, Role::Item));
        self.reader.end_body();
    }

    fn block(&mut self, block: &'m Block, items: Role) {
        match block {
            Block::Item(item) => self.item(item, items),
            Block::Note(note) => self.line(Role::Note, &note.text),
            Block::Paragraph(paragraph) => {
                let in_cell = items == Role::CellItem;
                let role = if in_cell { Role::CellLine } else { Role::Paragraph };
                self.line(role, &paragraph.text);
            }
            Block::Box(block) => {
                self.lines(Role::Title, &block.title);
                self.body(&block.body);
            }
            Block::List(list) => self.body(&list.body),
            Block::Pictures(pictures) => {
                let captions = pictures.photos.iter().filter_map(|photo| photo.caption.as_ref());
                self.lines(Role::Caption, captions.chain(&pictures.caption));
            }
            Block::Table(table) => self.table(table),
            Block::Schedule(schedule) => self.schedule(schedule),
            Block::Funding(funding) => self.funding(funding),
            Block::Budget(budget) => self.budget(budget),
            Block::Duties(duties) => self.lines(Role::Head, duties.head.iter().flatten()),
            Block::Staff(view) => self.staff_view(view),
            Block::ProjectList(list) => self.lines(Role::Head, list.head.iter().flatten()),
            Block::Organisation(_) => {}
        }
    }

    fn item(&mut self, item: &'m Item, role: Role) {
        self.reader.item(item);
        self.lines(Role::Line, &item.badge);
        self.reader.line(item.amount.as_ref());
        item.label.iter().for_each(|label| self.reader.text(Role::Label, label));
        item.amount.iter().for_each(|amount| self.reader.text(Role::Unit, &amount.unit));
        item.text.iter().for_each(|text| self.reader.text(role, text));
        self.reader.begin_body();
        item.body.iter().for_each(|block| self.block(block, role));
        self.reader.end_body();
    }

    fn table(&mut self, table: &'m Table) {
        self.lines(Role::Caption, &table.caption);
        self.lines(Role::Unit, &table.unit);
        self.lines(Role::Remark, &table.remark);
        self.reader.begin_table();
        for row in &table.head {
            self.reader.row();
            row.iter().for_each(|cell| self.cell(cell, Role::Head));
        }
        table.rows.iter().for_each(|row| self.row(row, &[]));
        self.reader.end_table();
    }

    /// A row, with the labels of the groups that begin in it.
    fn row(&mut self, row: &'m TableRow, labels: &[&'m Cell]) {
        match row {
            TableRow::Row(row) => {
                self.reader.row();
                labels.iter().for_each(|label| self.cell(label, Role::Cell));
                row.cells.iter().for_each(|cell| self.cell(cell, Role::Cell));
            }
            TableRow::Group(group) => {
                let mut labels = labels.to_vec();
                labels.push(&group.group);
                for row in &group.rows {
                    self.row(row, &labels);
                    labels.clear();
                }
            }
        }
    }

    fn cell(&mut self, cell: &'m Cell, role: Role) {
        self.lines(role, &cell.text);
        if let Some(diagonal) = &cell.diagonal {
            self.lines(Role::Head, [&diagonal.below, &diagonal.above]);
        }
        if !cell.body.is_empty() {
            self.reader.begin_body();
            cell.body.iter().for_each(|block| self.block(block, Role::CellItem));
            self.reader.end_body();
        }
        let caption = cell.picture.as_ref().and_then(|picture| picture.caption.as_ref());
        self.lines(Role::Caption, caption);
    }

    fn schedule(&mut self, schedule: &'m Schedule) {
        self.lines(Role::Head, schedule.head.iter().flatten());
        for task in &schedule.tasks {
            self.line(Role::Name, &task.name);
            self.lines(Role::Cell, &task.note);
        }
    }

    fn funding(&mut self, funding: &'m Funding) {
        self.line(Role::Unit, &funding.unit);
        self.lines(Role::Head, funding.head.iter().flatten());
        self.lines(Role::Head, &funding.columns_head);
        self.lines(Role::Head, &funding.columns);
        self.lines(Role::Head, &funding.note_head);
        for source in &funding.sources {
            self.line(Role::Name, &source.name);
            self.lines(Role::Cell, &source.note);
        }
    }

    fn budget(&mut self, budget: &'m Budget) {
        self.line(Role::Unit, &budget.unit);
        self.lines(Role::Head, &budget.columns.value);
        for department in &budget.departments {
            self.line(Role::Name, &department.name);
            department.lines.iter().for_each(|line| self.line(Role::Name, &line.name));
        }
    }

    fn staff_view(&mut self, view: &'m StaffView) {
        self.lines(Role::Head, [&view.name_head, &view.total_head].into_iter().flatten());
        self.lines(Role::Name, &view.row_name);
        self.lines(Role::Remark, &view.remark);
    }
}
