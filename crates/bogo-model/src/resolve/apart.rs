//! What has pages of its own, taken out of the items around it.

use crate::edition::{Block, Heading, List, ListItem, OwnPage, PagePart};

/// A body in parts: what runs on, and what has pages of its own with the lines
/// that lead to it. Tables on their side that follow each other, with nothing
/// between them but their notes and what leads to them, are one part.
pub(super) fn parted(body: Vec<Block>) -> Vec<PagePart> {
    let mut flow: Vec<Block> = Vec::new();
    let mut parts: Vec<PagePart> = Vec::new();
    let mut sharing = false;
    for block in flattened(body) {
        let role = Role::of(&block);
        // A note to a table on its side stands below it.
        let above = parts.last_mut().filter(|_| role == Role::Note && flow.is_empty());
        let above = above.filter(|part| part.page == OwnPage::Landscape);
        if let Some(group) = above.and_then(|part| part.groups.last_mut()) {
            group.push(block);
            continue;
        }
        let page = own_page(&block);
        if page == OwnPage::Running {
            flow.push(block);
            continue;
        }
        let shares = role == Role::Table;
        let leading = flow.iter().rev().take_while(|block| leads(block)).count();
        let mut group = flow.split_off(flow.len() - leading);
        group.push(block);
        match parts.last_mut().filter(|_| flow.is_empty() && sharing && shares) {
            Some(last) => last.groups.push(group),
            None => {
                let flow = std::mem::take(&mut flow);
                if !flow.is_empty() {
                    parts.push(PagePart { page: OwnPage::Running, groups: vec![flow] });
                }
                parts.push(PagePart { page, groups: vec![group] });
            }
        }
        sharing = shares;
    }
    if !flow.is_empty() {
        parts.push(PagePart { page: OwnPage::Running, groups: vec![flow] });
    }
    parts
}

/// What a block is to those beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It shares pages on their side with others.
    Table,
    /// It belongs to what is before it.
    Note,
    /// Neither.
    Other,
}

impl Role {
    fn of(block: &Block) -> Self {
        match block {
            Block::Table(_) => Self::Table,
            Block::Note { .. } => Self::Note,
            Block::Heading(_)
            | Block::List(_)
            | Block::Paragraph { .. }
            | Block::Box(_)
            | Block::Pictures(_)
            | Block::Schedule(_)
            | Block::Organisation { .. }
            | Block::ProjectList { .. } => Self::Other,
        }
    }
}

/// The page that a block asks for.
fn own_page(block: &Block) -> OwnPage {
    match block {
        Block::Table(table) if table.landscape => OwnPage::Landscape,
        Block::Pictures(own) if own.full_page && own.landscape => OwnPage::Landscape,
        Block::Pictures(own) if own.full_page => OwnPage::Full,
        Block::Table(_)
        | Block::Pictures(_)
        | Block::Heading(_)
        | Block::List(_)
        | Block::Note { .. }
        | Block::Paragraph { .. }
        | Block::Box(_)
        | Block::Schedule(_)
        | Block::Organisation { .. }
        | Block::ProjectList { .. } => OwnPage::Running,
    }
}

/// Whether a block leads to what has a page of its own.
fn leads(block: &Block) -> bool {
    match block {
        Block::Heading(own) => own.leads,
        Block::List(own) => own.leads,
        Block::Note { .. }
        | Block::Paragraph { .. }
        | Block::Box(_)
        | Block::Pictures(_)
        | Block::Table(_)
        | Block::Schedule(_)
        | Block::Organisation { .. }
        | Block::ProjectList { .. } => false,
    }
}

/// Whether a block or anything in it asks for a page. Nothing in a box does.
fn asks_page(block: &Block) -> bool {
    match block {
        Block::Heading(own) => own.body.iter().any(asks_page),
        Block::List(own) => own.items.iter().any(|item| item.body.iter().any(asks_page)),
        Block::Table(_) | Block::Pictures(_) => own_page(block) != OwnPage::Running,
        Block::Note { .. }
        | Block::Paragraph { .. }
        | Block::Box(_)
        | Block::Schedule(_)
        | Block::Organisation { .. }
        | Block::ProjectList { .. } => false,
    }
}

/// Blocks in a row, so that what asks for a page stands in nothing else.
fn flattened(blocks: Vec<Block>) -> Vec<Block> {
    if !blocks.iter().any(asks_page) {
        return blocks;
    }
    let mut row = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Heading(own) if own.body.iter().any(asks_page) => {
                let Heading { body, .. } = own;
                row.push(Block::Heading(Heading { body: Vec::new(), leads: true, ..own }));
                row.extend(flattened(body));
            }
            Block::List(own) if own.items.iter().any(|item| item.body.iter().any(asks_page)) => {
                row.extend(list_apart(own));
            }
            block @ (Block::Heading(_)
            | Block::List(_)
            | Block::Note { .. }
            | Block::Paragraph { .. }
            | Block::Box(_)
            | Block::Pictures(_)
            | Block::Table(_)
            | Block::Schedule(_)
            | Block::Organisation { .. }
            | Block::ProjectList { .. }) => row.push(block),
        }
    }
    row
}

/// A list that ends before what asks for a page, and goes on after it.
fn list_apart(list: List) -> Vec<Block> {
    let List { depth, ordered, indent, sticky, items, .. } = list;
    let mut row = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        let continues = index > 0;
        let of = |items: Vec<ListItem>, leads| {
            Block::List(List { depth, ordered, indent, continues, leads, sticky, items })
        };
        let ListItem { passage, marker, gap, text, badge, keeping, body } = item;
        let mut before = flattened(body);
        let begin = before.iter().position(asks_page).unwrap_or(before.len());
        let after = before.split_off(begin);
        let leads = before.is_empty() && !after.is_empty();
        let item = ListItem { passage, marker, gap, text, badge, keeping, body: before };
        row.push(of(vec![item], leads));
        row.extend(after);
    }
    row
}
