//! What stays on the page of what follows it, and what comes apart because it is
//! too tall.

use super::Rooms;
use super::body::Place;
use crate::edition::{Block, List, RichText};

impl Rooms<'_> {
    /// Whether a text has few enough lines to stay whole, or with what it leads
    /// to: what is taller than a page has to come apart.
    pub(super) fn is_short(&self, text: &RichText) -> bool {
        text.line_count() <= self.tokens.keeping.lines
    }

    /// Decides which blocks stay with the next one: what heads something, short
    /// lines before what is shown, and what is shown before its notes.
    pub(super) fn keep(&self, blocks: &mut Vec<Block>, place: Place) {
        let kinds: Vec<Kind> = blocks.iter().map(Kind::of).collect();
        let next = |index: usize| kinds.get(index + 1).copied();
        let mut last_items = Vec::new();
        for (index, block) in blocks.iter_mut().enumerate() {
            let leads_to_shown = next(index) == Some(Kind::Shown);
            let has_note = next(index) == Some(Kind::Note);
            match block {
                // A heading with nothing under it leads to nothing, and a page
                // of such would have no end.
                Block::Heading(own) => {
                    let leads = next(index).is_some_and(|next| next != Kind::Heading);
                    own.sticky = !own.body.is_empty() || leads;
                }
                Block::Note { text, sticky, .. } | Block::Paragraph { text, sticky, .. } => {
                    *sticky = leads_to_shown && self.is_short(text);
                }
                Block::List(own) if leads_to_shown => {
                    let last = &own.items[own.items.len() - 1];
                    if last.body.is_empty() && self.is_short(&last.text) {
                        last_items.extend(split_last(own).map(|last| (index, last)));
                    }
                }
                Block::List(_) => {}
                Block::Box(own) => own.stays_with_note = has_note,
                Block::Pictures(own) => own.standing.sticky = has_note,
                Block::Table(own) => own.standing.sticky = has_note && own.whole,
                Block::Schedule(own) => own.standing.sticky = has_note,
                Block::Organisation { standing, .. } => standing.sticky = has_note,
                Block::ProjectList { .. } => {}
            }
        }
        if place.indent > 0.0
            && let Some(last) = blocks.last_mut()
        {
            end_item(last);
        }
        for (index, last) in last_items.into_iter().rev() {
            blocks.insert(index + 1, Block::List(last));
        }
    }
}

/// What blocks are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It heads what follows.
    Heading,
    /// Short lines before it stay with it.
    Shown,
    /// It is a note to what is before it.
    Note,
    /// None of these.
    Other,
}

impl Kind {
    fn of(block: &Block) -> Self {
        match block {
            Block::Heading(_) => Self::Heading,
            Block::Box(_)
            | Block::Pictures(_)
            | Block::Table(_)
            | Block::Schedule(_)
            | Block::Organisation { .. } => Self::Shown,
            Block::Note { .. } => Self::Note,
            Block::List(_) | Block::Paragraph { .. } | Block::ProjectList { .. } => Self::Other,
        }
    }
}

/// Notes that what is shown ends the body of an item.
fn end_item(last: &mut Block) {
    match last {
        Block::Box(own) => own.ends_item = true,
        Block::Pictures(own) => own.standing.ends_item = true,
        Block::Table(own) => own.standing.ends_item = true,
        Block::Schedule(own) => own.standing.ends_item = true,
        Block::Organisation { standing, .. } => standing.ends_item = true,
        Block::Heading(_)
        | Block::List(_)
        | Block::Note { .. }
        | Block::Paragraph { .. }
        | Block::ProjectList { .. } => {}
    }
}

/// Takes the last item of a list for a list of its own, which stays with what
/// follows; a list of one does so itself.
fn split_last(list: &mut List) -> Option<List> {
    if list.items.len() == 1 {
        list.sticky = true;
        return None;
    }
    let items = list.items.split_off(list.items.len() - 1);
    Some(List { items, continues: true, sticky: true, ..*list })
}
