//! What begins with a page of its own, and what has to go with it there.

use super::{Block, Section, SectionContent};

impl Section {
    /// Puts a team's name on the page of its own with which its first project
    /// begins: by itself it would stand alone on the page before. Returns the
    /// project.
    pub(crate) fn set_with(&mut self, mut project: SectionContent) -> SectionContent {
        if let SectionContent::Group { with_next, .. } = &mut self.content
            && let SectionContent::Project { group, body, .. } = &mut project
            && begins_apart(body)
        {
            *with_next = true;
            *group = Some(self.path.clone());
        }
        project
    }
}

/// Whether what comes first has a page of its own, wherever it is nested: what
/// leads to it goes along.
fn begins_apart(blocks: &[Block]) -> bool {
    blocks.first().is_some_and(|first| match first {
        Block::Table(table) => table.landscape,
        Block::Pictures { full_page, .. } => *full_page,
        Block::Heading { body, .. } => begins_apart(body),
        Block::List { items, .. } => items.first().is_some_and(|item| begins_apart(&item.body)),
        // What stands in a box has no page of its own.
        Block::Box { .. }
        | Block::Note { .. }
        | Block::Paragraph { .. }
        | Block::Schedule(_)
        | Block::Organisation { .. }
        | Block::ProjectList { .. } => false,
    })
}
