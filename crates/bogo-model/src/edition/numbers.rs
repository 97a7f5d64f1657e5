//! Numbering what a section consists of, in one pass over it as it is read.

use super::{Block, Passage, Section};

impl Section {
    /// Numbers its passages in reading order, from its title on.
    pub(crate) fn number_passages(&mut self) {
        let mut count = 0;
        let mut number = |passage: &mut Passage| {
            passage.number = count;
            count += 1;
        };
        number(&mut self.passage);
        number_all(self.blocks_mut(), &mut number);
    }
}

fn number_all<'b>(
    blocks: impl IntoIterator<Item = &'b mut Block>,
    number: &mut impl FnMut(&mut Passage),
) {
    for block in blocks {
        match block {
            Block::Heading(own) => {
                number(&mut own.passage);
                number_all(&mut own.body, number);
            }
            Block::Box(own) => {
                number(&mut own.passage);
                number_all(&mut own.body, number);
            }
            Block::List(own) => {
                for item in &mut own.items {
                    number(&mut item.passage);
                    number_all(&mut item.body, number);
                }
            }
            Block::Table(table) => {
                number(&mut table.passage);
                table.rows.iter_mut().filter_map(|row| row.passage.as_mut()).for_each(&mut *number);
            }
            Block::Schedule(own) => number(&mut own.passage),
            Block::Pictures(own) => number(&mut own.passage),
            Block::Note { passage, .. }
            | Block::Paragraph { passage, .. }
            | Block::Organisation { passage, .. }
            | Block::ProjectList { passage, .. } => number(passage),
        }
    }
}
