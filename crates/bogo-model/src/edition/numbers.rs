//! Numbering what a section consists of, in one pass over it as it is read.

use super::{Block, Passage, Section, SectionContent};

impl Section {
    /// Numbers its passages in reading order, from its title on.
    pub(crate) fn numbered(mut self) -> Self {
        let mut count = 0;
        let mut number = |passage: &mut Passage| {
            passage.number = count;
            count += 1;
        };
        number(&mut self.passage);
        match &mut self.content {
            SectionContent::Section { body, .. } | SectionContent::Project { body, .. } => {
                number_all(body, &mut number);
            }
            SectionContent::Group { .. } => {}
        }
        self
    }
}

fn number_all(blocks: &mut [Block], number: &mut impl FnMut(&mut Passage)) {
    for block in blocks {
        match block {
            Block::Heading { passage, body, .. } | Block::Box { passage, body, .. } => {
                number(passage);
                number_all(body, number);
            }
            Block::List { items, .. } => {
                for item in items {
                    number(&mut item.passage);
                    number_all(&mut item.body, number);
                }
            }
            Block::Table(table) => {
                number(&mut table.passage);
                table.rows.iter_mut().filter_map(|row| row.passage.as_mut()).for_each(&mut *number);
            }
            Block::Schedule(schedule) => number(&mut schedule.passage),
            Block::Note { passage, .. }
            | Block::Paragraph { passage, .. }
            | Block::Pictures { passage, .. }
            | Block::Organisation { passage, .. }
            | Block::ProjectList { passage, .. } => number(passage),
        }
    }
}
