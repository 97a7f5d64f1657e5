//! What blocks hold: the one place that knows what is in which kind.

use super::{Badge, Block, Passage, Picture, RichText, Section, Table, TableCell, Unit};

/// What is found on the way through a section, in reading order.
#[derive(Debug, Clone, Copy)]
pub enum Part<'e> {
    /// A passage begins; a row's is within that of its table.
    Passage(&'e Passage),
    /// A table.
    Table(&'e Table),
    /// A picture, of a row or in a cell.
    Picture(&'e Picture),
    /// A text that is printed; it belongs to the passage before it.
    Text(&'e RichText),
    /// A list of the projects and their pages.
    ProjectList,
}

impl Section {
    /// Everything in it, in reading order: its title, then each block with what
    /// it holds.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Parts::default();
        parts.passage(&self.passage, [Some(&self.title)]);
        parts.body(self.blocks());
        parts.0
    }

    /// Its passages; the index of each is its number.
    pub fn passages(&self) -> Vec<&Passage> {
        let of = |part| if let Part::Passage(own) = part { Some(own) } else { None };
        self.parts().into_iter().filter_map(of).collect()
    }

    /// Its tables.
    pub(crate) fn tables(&self) -> Vec<&Table> {
        let of = |part| if let Part::Table(own) = part { Some(own) } else { None };
        self.parts().into_iter().filter_map(of).collect()
    }

    /// Its pictures.
    pub fn pictures(&self) -> Vec<&Picture> {
        let of = |part| if let Part::Picture(own) = part { Some(own) } else { None };
        self.parts().into_iter().filter_map(of).collect()
    }

    /// Whether it has a list of projects with their pages.
    pub(crate) fn lists_projects(&self) -> bool {
        let is_list = |part| matches!(part, Part::ProjectList);
        self.parts().into_iter().any(is_list)
    }
}

/// The parts that are found, in order.
#[derive(Default)]
struct Parts<'e>(Vec<Part<'e>>);

impl<'e> Parts<'e> {
    /// A passage and the texts that it begins with.
    fn passage(
        &mut self,
        passage: &'e Passage,
        texts: impl IntoIterator<Item = Option<&'e RichText>>,
    ) {
        self.0.push(Part::Passage(passage));
        self.texts(texts);
    }

    fn texts(&mut self, texts: impl IntoIterator<Item = Option<&'e RichText>>) {
        self.0.extend(texts.into_iter().flatten().map(Part::Text));
    }

    fn body(&mut self, blocks: impl IntoIterator<Item = &'e Block>) {
        blocks.into_iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'e Block) {
        match block {
            Block::Heading(own) => {
                self.passage(&own.passage, [words(&own.badge), Some(&own.text)]);
                self.body(&own.body);
            }
            Block::List(own) => {
                for item in &own.items {
                    self.passage(&item.passage, [words(&item.badge), Some(&item.text)]);
                    self.body(&item.body);
                }
            }
            Block::Note { passage, text, .. } | Block::Paragraph { passage, text, .. } => {
                self.passage(passage, [Some(text)]);
            }
            Block::Box(own) => {
                self.passage(&own.passage, [own.title.as_ref()]);
                self.body(&own.body);
            }
            Block::Pictures(own) => {
                self.passage(&own.passage, []);
                own.items.iter().for_each(|picture| self.picture(picture));
                self.texts([own.caption.as_ref()]);
            }
            Block::Table(table) => self.table(table),
            Block::Schedule(own) => {
                let head = [Some(&own.head.0), Some(&own.head.1), own.note_head.as_ref()];
                self.passage(&own.passage, head);
                let tasks = own.tasks.iter();
                tasks.for_each(|task| self.texts([Some(&task.name), task.note.as_ref()]));
            }
            Block::Organisation { passage, root, .. } => {
                self.passage(passage, []);
                self.unit(root);
            }
            Block::ProjectList { passage, head, team_head, entries, .. } => {
                self.passage(passage, head.iter().map(Some).chain([team_head.as_ref()]));
                self.0.push(Part::ProjectList);
                let has_teams = team_head.is_some();
                for entry in entries {
                    self.texts([Some(&entry.title), entry.team.as_ref().filter(|_| has_teams)]);
                }
            }
        }
    }

    fn picture(&mut self, picture: &'e Picture) {
        self.0.push(Part::Picture(picture));
        self.texts([picture.caption.as_ref()]);
    }

    fn unit(&mut self, unit: &'e Unit) {
        self.texts([Some(&unit.name), unit.note.as_ref()]);
        self.texts(unit.aside.iter().map(Some));
        unit.units.iter().for_each(|unit| self.unit(unit));
    }

    fn table(&mut self, table: &'e Table) {
        self.0.push(Part::Table(table));
        self.passage(&table.passage, [table.caption.as_ref(), table.unit.as_ref()]);
        table.head.iter().flatten().for_each(|cell| self.cell(cell));
        for row in &table.rows {
            self.0.extend(row.passage.iter().map(Part::Passage));
            row.cells.iter().for_each(|cell| self.cell(cell));
        }
    }

    fn cell(&mut self, cell: &'e TableCell) {
        if let Some(diagonal) = &cell.diagonal {
            self.texts([Some(&diagonal.below), Some(&diagonal.above)]);
            // Nothing is printed beside a diagonal.
            self.0.extend(cell.picture.iter().map(Part::Picture));
            return;
        }
        match &cell.list {
            Some(lines) => {
                for line in lines {
                    self.texts([words(&line.badge), Some(&line.text)]);
                }
            }
            None => self.texts([Some(&cell.text)]),
        }
        cell.picture.iter().for_each(|picture| self.picture(picture));
    }
}

/// What a badge says.
fn words(badge: &Option<Badge>) -> Option<&RichText> {
    badge.as_ref().map(|badge| &badge.text)
}
