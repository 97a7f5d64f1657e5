//! What blocks hold: the one place that knows what is in which kind.

use super::{Block, Passage, Picture, Section, Table};

/// What is found on the way through a section, in reading order.
#[derive(Debug, Clone, Copy)]
pub enum Part<'e> {
    /// A passage begins.
    Passage(&'e Passage),
    /// A block begins; what it holds follows.
    Block(&'e Block),
    /// A table, the part of a block that is one.
    Table(&'e Table),
    /// A picture, of a row or in a cell.
    Picture(&'e Picture),
}

impl Section {
    /// Everything in it, in reading order: its title, then each block with what
    /// it holds.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = vec![Part::Passage(&self.passage)];
        self.body().iter().for_each(|block| block.tell(&mut parts));
        parts
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
        let is_list = |part| matches!(part, Part::Block(Block::ProjectList { .. }));
        self.parts().into_iter().any(is_list)
    }
}

impl Block {
    fn tell<'e>(&'e self, parts: &mut Vec<Part<'e>>) {
        parts.push(Part::Block(self));
        match self {
            Self::Heading { passage, body, .. } | Self::Box { passage, body, .. } => {
                parts.push(Part::Passage(passage));
                body.iter().for_each(|block| block.tell(parts));
            }
            Self::List { items, .. } => {
                for item in items {
                    parts.push(Part::Passage(&item.passage));
                    item.body.iter().for_each(|block| block.tell(parts));
                }
            }
            Self::Table(table) => {
                parts.push(Part::Table(table));
                parts.push(Part::Passage(&table.passage));
                let rows = table.rows.iter().filter_map(|row| row.passage.as_ref());
                parts.extend(rows.map(Part::Passage));
                let rows = table.head.iter().chain(table.rows.iter().map(|row| &row.cells));
                let pictures = rows.flatten().filter_map(|cell| cell.picture.as_ref());
                parts.extend(pictures.map(Part::Picture));
            }
            Self::Pictures { passage, items, .. } => {
                parts.push(Part::Passage(passage));
                parts.extend(items.iter().map(Part::Picture));
            }
            Self::Schedule(schedule) => parts.push(Part::Passage(&schedule.passage)),
            Self::Note { passage, .. }
            | Self::Paragraph { passage, .. }
            | Self::Organisation { passage, .. }
            | Self::ProjectList { passage, .. } => parts.push(Part::Passage(passage)),
        }
    }
}
