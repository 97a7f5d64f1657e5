//! What the objects of the format hold, walked in the order in which it is
//! read. No other place knows what a kind of block holds.

use super::block::{Block, Item, Pictures};
use super::cover::{Cover, TextOrNone};
use super::made_tables::{Budget, Funding, StaffView};
use super::project::{Project, Strip};
use super::report::{Chapter, Numbering, Report};
use super::schedule::Schedule;
use super::section::{Organisation, Section, Staff, Unit};
use super::table::{Cell, Table, TableRow};
use super::text::Text;
use super::value::{Amount, Photo};
use crate::json::{Span, Spanned};

/// What is told on a walk, in the order in which it is read.
pub(crate) trait Visitor<'f> {
    /// A section or project begins that is at this place.
    fn section(&mut self, _span: Span) {}
    /// A block of a body begins. What stands in a cell is a line of it, no
    /// block.
    fn block(&mut self, _block: &'f Block) {}
    /// A line begins: an item with its amount, a cell, a note. What follows
    /// belongs to it until the next one.
    fn line(&mut self, _amount: Option<&'f Amount>) {}
    /// A text.
    fn text(&mut self, _role: Role, _text: &'f Text) {}
    /// Words that are printed as they are typed, in which nothing is marked: a
    /// marker, a pattern of numbers, a grade, a team.
    fn words(&mut self, _words: &'f Spanned<String>) {}
    /// The markers of some levels, which are printed as they are typed.
    fn markers(&mut self, _markers: &'f Spanned<Vec<String>>) {}
    /// What is read out in place of a table or a chart.
    fn heard(&mut self, _words: &'f Spanned<String>) {}
    /// A picture; its caption is told as a text.
    fn picture(&mut self, _photo: &'f Photo) {}
    /// A list of items begins.
    fn begin_body(&mut self) {}
    /// An item of the innermost list begins.
    fn item(&mut self, _item: &'f Item) {}
    /// The innermost list of items ends.
    fn end_body(&mut self) {}
    /// A table begins.
    fn begin_table(&mut self, _table: &'f Table) {}
    /// A row of the table begins.
    fn row(&mut self) {}
    /// The table ends.
    fn end_table(&mut self) {}
    /// A table of a budget begins.
    fn budget(&mut self, _budget: &'f Budget) {}
    /// A table of the staff begins.
    fn staff_view(&mut self, _view: &'f StaffView) {}
}

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

/// Declares walks that tell of all that a body holds of one kind: what a method
/// of [`Visitor`] is told.
macro_rules! each {
    ($($(#[doc = $line:literal])* $each:ident: $told:ident($held:ty);)*) => {$(
        $(#[doc = $line])*
        pub(crate) fn $each<'f>(blocks: &'f [Block], tell: impl FnMut(&'f $held)) {
            struct Each<F>(F);
            impl<'f, F: FnMut(&'f $held)> Visitor<'f> for Each<F> {
                fn $told(&mut self, held: &'f $held) {
                    (self.0)(held);
                }
            }
            visit_body(blocks, &mut Each(tell));
        }
    )*};
}

each! {
    /// Tells of every block of a body, those under items and in boxes included.
    each_block: block(Block);
    /// Tells of every table of a body, wherever it stands.
    each_table: begin_table(Table);
    /// Tells of every budget of a body.
    each_budget: budget(Budget);
    /// Tells of every table of the staff in a body.
    each_staff_view: staff_view(StaffView);
}

/// Walks the blocks of a body.
pub(crate) fn visit_body<'f>(blocks: &'f [Block], visitor: &mut impl Visitor<'f>) {
    Walk { visitor }.body(blocks);
}

impl Report {
    /// Walks what stands before the chapters.
    pub(crate) fn visit_front<'f>(&'f self, visitor: &mut impl Visitor<'f>) {
        visitor.section(self.span);
        let mut walk = Walk { visitor };
        walk.line(Role::Title, &self.title);
        walk.line(Role::Name, &self.organisation);
        walk.lines(Role::Name, self.department.iter().filter_map(TextOrNone::text));
        walk.lines(Role::Line, &self.footer);
        self.cover.iter().for_each(|cover| cover.visit(walk.visitor));
        let title = self.contents.as_ref().and_then(|contents| contents.title.as_ref());
        walk.lines(Role::Title, title);
        walk.numbering(self.numbering.as_ref());
        self.markers.iter().for_each(|markers| walk.visitor.markers(markers));
    }
}

impl Chapter {
    /// Walks what stands before its sections.
    pub(crate) fn visit_title<'f>(&'f self, visitor: &mut impl Visitor<'f>) {
        let mut walk = Walk { visitor };
        walk.line(Role::Title, &self.title);
        walk.numbering(self.numbering.as_ref());
        self.markers.iter().for_each(|markers| walk.visitor.markers(markers));
    }
}

impl Cover {
    /// Walks it.
    pub(crate) fn visit<'f>(&'f self, visitor: &mut impl Visitor<'f>) {
        let mut walk = Walk { visitor };
        walk.lines(Role::Line, &self.lead);
        [&self.logo, &self.picture].into_iter().flatten().for_each(|photo| walk.picture(photo));
        walk.lines(Role::Line, self.date.iter().filter_map(TextOrNone::text));
        walk.lines(Role::Line, &self.lines);
        walk.lines(Role::Name, self.department.iter().filter_map(TextOrNone::text));
    }
}

impl Section {
    /// Walks it.
    pub(crate) fn visit<'f>(&'f self, visitor: &mut impl Visitor<'f>) {
        visitor.section(self.span);
        let mut walk = Walk { visitor };
        walk.lines(Role::Title, &self.title);
        self.organisation.iter().for_each(|organisation| walk.organisation(organisation));
        self.staff.iter().for_each(|staff| walk.staff(staff));
        walk.body(&self.body);
    }
}

impl Project {
    /// Walks it.
    pub(crate) fn visit<'f>(&'f self, visitor: &mut impl Visitor<'f>) {
        visitor.section(self.span);
        let mut walk = Walk { visitor };
        self.strip.iter().for_each(|strip| walk.strip(strip));
        walk.line(Role::Title, &self.title);
        walk.words(&self.team);
        walk.body(&self.body);
    }
}

struct Walk<'v, V> {
    visitor: &'v mut V,
}

impl<'f, V: Visitor<'f>> Walk<'_, V> {
    /// A text on a line of its own.
    fn line(&mut self, role: Role, text: &'f Text) {
        self.visitor.line(None);
        self.visitor.text(role, text);
    }

    fn lines(&mut self, role: Role, texts: impl IntoIterator<Item = &'f Text>) {
        texts.into_iter().for_each(|text| self.line(role, text));
    }

    fn words(&mut self, words: impl IntoIterator<Item = &'f Spanned<String>>) {
        words.into_iter().for_each(|words| self.visitor.words(words));
    }

    /// The patterns of chapters, sections and projects.
    fn numbering(&mut self, numbering: Option<&'f Numbering>) {
        if let Some(own) = numbering {
            self.words([&own.chapter, &own.section, &own.project].into_iter().flatten());
        }
    }

    /// A picture with its caption.
    fn picture(&mut self, photo: &'f Photo) {
        self.visitor.picture(photo);
        self.lines(Role::Caption, &photo.caption);
    }

    fn strip(&mut self, strip: &'f Strip) {
        for part in [&strip.left, &strip.center, &strip.right] {
            self.lines(Role::Line, part);
        }
    }

    fn organisation(&mut self, organisation: &'f Organisation) {
        self.line(Role::Name, &organisation.name);
        self.lines(Role::Name, &organisation.aside);
        organisation.units.iter().for_each(|unit| self.unit(unit));
    }

    fn unit(&mut self, unit: &'f Unit) {
        self.line(Role::Name, &unit.name);
        self.lines(Role::Line, &unit.note);
        self.lines(Role::Duty, &unit.duties);
        unit.units.iter().for_each(|unit| self.unit(unit));
    }

    fn staff(&mut self, staff: &'f Staff) {
        self.words(&staff.grades);
        staff.units.iter().for_each(|unit| self.line(Role::Name, &unit.name));
    }

    fn body(&mut self, blocks: &'f [Block]) {
        self.visitor.begin_body();
        blocks.iter().for_each(|block| self.block(block, Role::Item));
        self.visitor.end_body();
    }

    /// A block, or a line of a cell; `items` is what items say there.
    fn block(&mut self, block: &'f Block, items: Role) {
        let in_cell = items == Role::CellItem;
        if !in_cell {
            self.visitor.block(block);
        }
        match block {
            Block::Item(item) => self.item(item, items),
            Block::Note(note) => {
                self.words(&note.marker);
                self.line(Role::Note, &note.text);
            }
            Block::Paragraph(paragraph) => {
                let role = if in_cell { Role::CellLine } else { Role::Paragraph };
                self.line(role, &paragraph.text);
            }
            Block::Box(block) => {
                self.lines(Role::Title, &block.title);
                self.body(&block.body);
            }
            Block::List(list) => {
                self.words(&list.numbering);
                list.markers.iter().for_each(|markers| self.visitor.markers(markers));
                self.body(&list.body);
            }
            Block::Pictures(pictures) => self.pictures(pictures),
            Block::Table(table) => self.table(table),
            Block::Schedule(schedule) => self.schedule(schedule),
            Block::Funding(funding) => self.funding(funding),
            Block::Budget(budget) => self.budget(budget),
            Block::Duties(duties) => self.lines(Role::Head, duties.head.iter().flatten()),
            Block::Staff(view) => self.staff_view(view),
            Block::ProjectList(list) => self.lines(Role::Head, list.head.iter().flatten()),
            Block::Organisation(view) => {
                view.alt.iter().for_each(|words| self.visitor.heard(words));
            }
        }
    }

    fn item(&mut self, item: &'f Item, role: Role) {
        self.visitor.item(item);
        self.lines(Role::Line, &item.badge);
        self.visitor.line(item.amount.as_ref());
        item.label.iter().for_each(|label| self.visitor.text(Role::Label, label));
        item.amount.iter().for_each(|amount| self.visitor.text(Role::Unit, &amount.unit));
        item.text.iter().for_each(|text| self.visitor.text(role, text));
        self.words(item.numbering.iter().filter(|_| !item.body.is_empty()));
        self.visitor.begin_body();
        item.body.iter().for_each(|block| self.block(block, role));
        self.visitor.end_body();
    }

    fn table(&mut self, table: &'f Table) {
        self.lines(Role::Caption, &table.caption);
        self.lines(Role::Unit, &table.unit);
        self.lines(Role::Remark, &table.remark);
        table.alt.iter().for_each(|words| self.visitor.heard(words));
        self.visitor.begin_table(table);
        for row in &table.head {
            self.visitor.row();
            row.iter().for_each(|cell| self.cell(cell, Role::Head));
        }
        table.rows.iter().for_each(|row| self.row(row, &[]));
        self.visitor.end_table();
    }

    /// A row, with the labels of the groups that begin in it.
    fn row(&mut self, row: &'f TableRow, labels: &[&'f Cell]) {
        match row {
            TableRow::Row(row) => {
                self.visitor.row();
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

    fn cell(&mut self, cell: &'f Cell, role: Role) {
        self.lines(role, &cell.text);
        if let Some(diagonal) = &cell.diagonal {
            self.lines(Role::Head, [&diagonal.below, &diagonal.above]);
        }
        if !cell.body.is_empty() {
            self.words(&cell.numbering);
            self.visitor.begin_body();
            cell.body.iter().for_each(|block| self.block(block, Role::CellItem));
            self.visitor.end_body();
        }
        cell.picture.iter().for_each(|picture| self.picture(picture));
    }

    fn pictures(&mut self, pictures: &'f Pictures) {
        pictures.photos.iter().for_each(|photo| self.picture(photo));
        self.lines(Role::Caption, &pictures.caption);
    }

    fn schedule(&mut self, schedule: &'f Schedule) {
        self.lines(Role::Head, schedule.head.iter().flatten());
        for task in &schedule.tasks {
            self.line(Role::Name, &task.name);
            self.lines(Role::Cell, &task.note);
        }
    }

    fn funding(&mut self, funding: &'f Funding) {
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

    fn budget(&mut self, budget: &'f Budget) {
        self.visitor.budget(budget);
        self.line(Role::Unit, &budget.unit);
        self.lines(Role::Head, &budget.columns.value);
        for department in &budget.departments {
            self.line(Role::Name, &department.name);
            department.lines.iter().for_each(|line| self.line(Role::Name, &line.name));
        }
    }

    fn staff_view(&mut self, view: &'f StaffView) {
        self.visitor.staff_view(view);
        self.lines(Role::Head, [&view.name_head, &view.total_head].into_iter().flatten());
        self.lines(Role::Name, &view.row_name);
        self.lines(Role::Remark, &view.remark);
    }
}
