//! What the passages of a section say, to be found on the pages.

use super::{Block, ListItem, Passage, RichText, Section, Table, TableCell, Unit};

/// Words that have to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The number of the passage that says them.
    pub passage: usize,
    /// Numbers of passages within it: its rows that may be split.
    pub within: Vec<usize>,
    /// Its texts, in the order in which they are read.
    pub words: Vec<String>,
}

impl Section {
    /// What each of its passages says. What the templates add, such as markers
    /// and the numbers of pages, is left out.
    pub fn said(&self) -> Vec<Said> {
        let mut said = Vec::new();
        if self.has_head() {
            said.push(Said::line(&self.passage, [Some(&self.title)]));
        }
        say_all(self.body(), &mut said);
        said
    }
}

impl Said {
    fn line<'t>(passage: &Passage, texts: impl IntoIterator<Item = Option<&'t RichText>>) -> Self {
        let words = texts.into_iter().flatten().map(RichText::plain).collect();
        Self { passage: passage.number, within: Vec::new(), words }
    }
}

fn say_all(blocks: &[Block], said: &mut Vec<Said>) {
    for block in blocks {
        say(block, said);
    }
}

fn say(block: &Block, said: &mut Vec<Said>) {
    match block {
        Block::Heading { passage, text, badge, body, .. } => {
            said.push(Said::line(passage, [badge.as_ref(), Some(text)]));
            say_all(body, said);
        }
        Block::List { items, .. } => {
            for ListItem { passage, text, badge, body, .. } in items {
                said.push(Said::line(passage, [badge.as_ref(), Some(text)]));
                say_all(body, said);
            }
        }
        Block::Note { passage, text, .. } | Block::Paragraph { passage, text, .. } => {
            said.push(Said::line(passage, [Some(text)]));
        }
        Block::Box { passage, title, body } => {
            said.push(Said::line(passage, [title.as_ref()]));
            say_all(body, said);
        }
        Block::Pictures { passage, caption, items, .. } => {
            let captions = items.iter().map(|item| item.caption.as_ref());
            said.push(Said::line(passage, captions.chain([caption.as_ref()])));
        }
        Block::Table(table) => said.push(of_table(table)),
        Block::Schedule(own) => {
            let head = [Some(&own.head.0), Some(&own.head.1), own.note_head.as_ref()];
            let tasks = own.tasks.iter().flat_map(|task| [Some(&task.name), task.note.as_ref()]);
            said.push(Said::line(&own.passage, head.into_iter().chain(tasks)));
        }
        Block::Organisation { passage, root, .. } => {
            let mut texts = Vec::new();
            name_all(root, &mut texts);
            said.push(Said::line(passage, texts.into_iter().map(Some)));
        }
        Block::ProjectList { passage, head, team_head, entries } => {
            let heads = head.iter().map(Some).chain([team_head.as_ref()]);
            let has_teams = team_head.is_some();
            let rows = entries
                .iter()
                .flat_map(|entry| [Some(&entry.title), entry.team.as_ref().filter(|_| has_teams)]);
            said.push(Said::line(passage, heads.chain(rows)));
        }
    }
}

fn name_all<'u>(unit: &'u Unit, texts: &mut Vec<&'u RichText>) {
    texts.push(&unit.name);
    texts.extend(&unit.note);
    texts.extend(&unit.aside);
    for own in &unit.units {
        name_all(own, texts);
    }
}

fn of_table(table: &Table) -> Said {
    let mut words: Vec<String> =
        [&table.caption, &table.unit].into_iter().flatten().map(RichText::plain).collect();
    let rows = table.rows.iter().map(|row| &row.cells);
    for cell in table.head.iter().chain(rows).flatten() {
        of_cell(cell, &mut words);
    }
    let within = table.rows.iter().filter_map(|row| Some(row.passage?.number)).collect();
    Said { passage: table.passage.number, within, words }
}

fn of_cell(cell: &TableCell, words: &mut Vec<String>) {
    if let Some(diagonal) = &cell.diagonal {
        words.extend([diagonal.below.plain(), diagonal.above.plain()]);
        return;
    }
    match &cell.list {
        Some(lines) => {
            for line in lines {
                words.extend(line.badge.iter().chain([&line.text]).map(RichText::plain));
            }
        }
        None => words.push(cell.text.plain()),
    }
    let caption = cell.picture.as_ref().and_then(|picture| picture.caption.as_ref());
    words.extend(caption.map(RichText::plain));
}
