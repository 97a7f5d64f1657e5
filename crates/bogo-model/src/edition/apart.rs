//! What begins with a page of its own, and what has to go with it there.

use super::{Block, Section, SectionContent};

impl Section {
    /// Puts a team's name on the page of its own with which its first project
    /// begins: by itself it would stand alone on the page before.
    pub(crate) fn set_with(&mut self, project: &Section) {
        if let SectionContent::Group { with_next } = &mut self.content {
            *with_next = begins_apart(project.body());
        }
    }
}

/// Whether what comes first has a page of its own, wherever it is nested: what
/// leads to it goes along.
fn begins_apart(blocks: &[Block]) -> bool {
    match blocks.first() {
        Some(Block::Table(table)) => table.landscape,
        Some(Block::Pictures { full_page, .. }) => *full_page,
        Some(Block::Heading { body, .. }) => begins_apart(body),
        Some(Block::List { items, .. }) => {
            items.first().is_some_and(|item| begins_apart(&item.body))
        }
        Some(
            Block::Note { .. }
            | Block::Paragraph { .. }
            | Block::Box { .. }
            | Block::Schedule(_)
            | Block::Organisation { .. }
            | Block::ProjectList { .. },
        )
        | None => false,
    }
}
