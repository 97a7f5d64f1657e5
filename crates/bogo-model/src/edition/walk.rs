//! What the blocks of an edition hold, walked in the order in which it is read.
//! No other place knows what a kind of block holds.

use super::{Block, Picture, RichText, Section, SectionContent, Table, TableCell, Unit};

/// What is told on a walk, in the order in which it is read.
pub(crate) trait Visitor<'e> {
    /// A passage of the section begins, by its number. What follows belongs to
    /// it until the next one.
    fn passage(&mut self, _number: usize) {}
    /// A text, as it has to be printed.
    fn text(&mut self, _text: &'e RichText) {}
    /// A picture; its caption is told as a text.
    fn picture(&mut self, _picture: &'e Picture) {}
    /// A table begins.
    fn table(&mut self, _table: &'e Table) {}
    /// A row of the table begins that is a passage within the table's, by its
    /// number.
    fn row(&mut self, _number: usize) {}
    /// A list of the projects and their pages begins.
    fn project_list(&mut self) {}
}

impl Section {
    /// Walks it. What the templates add, such as markers and the numbers of
    /// pages, is left out.
    pub(crate) fn visit<'e>(&'e self, visitor: &mut impl Visitor<'e>) {
        let mut walk = Walk { visitor };
        match &self.content {
            SectionContent::Section { head, title, body, .. } => {
                if *head != "none" {
                    walk.passage(0, [Some(title)]);
                }
                walk.body(body);
            }
            SectionContent::Group { title, .. } => walk.passage(0, [Some(title)]),
            SectionContent::Project { title, body, .. } => {
                walk.passage(0, [Some(title)]);
                walk.body(body);
            }
        }
    }
}

struct Walk<'v, V> {
    visitor: &'v mut V,
}

impl<'e, V: Visitor<'e>> Walk<'_, V> {
    /// A passage and the texts that it begins with.
    fn passage(&mut self, number: usize, texts: impl IntoIterator<Item = Option<&'e RichText>>) {
        self.visitor.passage(number);
        self.texts(texts);
    }

    fn texts(&mut self, texts: impl IntoIterator<Item = Option<&'e RichText>>) {
        texts.into_iter().flatten().for_each(|text| self.visitor.text(text));
    }

    fn body(&mut self, blocks: &'e [Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'e Block) {
        match block {
            Block::Heading { passage, text, badge, body, .. } => {
                self.passage(*passage, [badge.as_ref(), Some(text)]);
                self.body(body);
            }
            Block::List { items, .. } => {
                for item in items {
                    self.passage(item.passage, [item.badge.as_ref(), Some(&item.text)]);
                    self.body(&item.body);
                }
            }
            Block::Note { passage, text, .. } | Block::Paragraph { passage, text, .. } => {
                self.passage(*passage, [Some(text)]);
            }
            Block::Box { passage, title, body } => {
                self.passage(*passage, [title.as_ref()]);
                self.body(body);
            }
            Block::Pictures { passage, caption, items, .. } => {
                self.passage(*passage, []);
                items.iter().for_each(|picture| self.picture(picture));
                self.texts([caption.as_ref()]);
            }
            Block::Table(table) => self.table(table),
            Block::Schedule(own) => {
                let head = [Some(&own.head.0), Some(&own.head.1), own.note_head.as_ref()];
                self.passage(own.passage, head);
                own.tasks
                    .iter()
                    .for_each(|task| self.texts([Some(&task.name), task.note.as_ref()]));
            }
            Block::Organisation { passage, root, .. } => {
                self.passage(*passage, []);
                self.unit(root);
            }
            Block::ProjectList { passage, head, team_head, entries } => {
                self.passage(*passage, head.iter().map(Some).chain([team_head.as_ref()]));
                self.visitor.project_list();
                let has_teams = team_head.is_some();
                for entry in entries {
                    self.texts([Some(&entry.title), entry.team.as_ref().filter(|_| has_teams)]);
                }
            }
        }
    }

    fn picture(&mut self, picture: &'e Picture) {
        self.visitor.picture(picture);
        self.texts([picture.caption.as_ref()]);
    }

    fn unit(&mut self, unit: &'e Unit) {
        self.texts([Some(&unit.name), unit.note.as_ref()]);
        self.texts(unit.aside.iter().map(Some));
        unit.units.iter().for_each(|unit| self.unit(unit));
    }

    fn table(&mut self, table: &'e Table) {
        self.passage(table.passage, [table.caption.as_ref(), table.unit.as_ref()]);
        self.visitor.table(table);
        table.head.iter().flatten().for_each(|cell| self.cell(cell));
        for row in &table.rows {
            row.passage.iter().for_each(|number| self.visitor.row(*number));
            row.cells.iter().for_each(|cell| self.cell(cell));
        }
    }

    fn cell(&mut self, cell: &'e TableCell) {
        if let Some(diagonal) = &cell.diagonal {
            self.texts([Some(&diagonal.below), Some(&diagonal.above)]);
            return;
        }
        match &cell.list {
            Some(lines) => {
                for line in lines {
                    self.texts([line.badge.as_ref(), Some(&line.text)]);
                }
            }
            None => self.texts([Some(&cell.text)]),
        }
        cell.picture.iter().for_each(|picture| self.picture(picture));
    }
}
