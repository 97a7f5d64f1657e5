//! An edition as Markdown, for mail and for what has no pages.

use bogo_model::edition::{
    Align, Block, CellLine, Chapter, Cover, Edition, Look, Picture, RichText, Schedule, Section,
    Table, TableCell, Unit,
};

/// The edition as Markdown (GFM). Pictures are named as in the edition's
/// folder; the table of contents and the title pages of chapters, which only
/// say what stands elsewhere, are left out.
pub fn markdown(edition: &Edition) -> String {
    let mut text = Writer::default();
    edition.cover.iter().for_each(|cover| text.cover(cover));
    edition.chapters.iter().for_each(|chapter| text.chapter(chapter));
    text.written
}

/// A text with its emphasis, on one line.
fn words(text: &RichText) -> String {
    let run = |look: Look, text: &str| match look {
        Look::Strong | Look::Accent if !text.trim().is_empty() => {
            let inner = text.trim();
            text.replace(inner, &format!("**{}**", escaped(inner)))
        }
        Look::Plain | Look::Strong | Look::Accent => escaped(text),
    };
    text.runs.iter().map(|own| run(own.look, &own.text)).collect()
}

/// Characters as they are to be read, not as Markdown would take them.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{a0}' => escaped.push(' '),
            '\n' => escaped.push_str("<br>"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#' | '|' | '~' => {
                escaped.extend(['\\', character]);
            }
            character => escaped.push(character),
        }
    }
    escaped
}

/// Words behind a sign or a number.
fn behind(sign: &str, text: &RichText) -> String {
    format!("{} {}", escaped(sign), words(text)).trim().to_owned()
}

#[derive(Default)]
struct Writer {
    written: String,
    /// How many spaces stand before each line: those of the items around it.
    indent: usize,
}

impl Writer {
    /// A paragraph, a heading or a table: lines with a blank one behind.
    fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        let indent = " ".repeat(self.indent);
        lines.into_iter().for_each(|line| self.written.extend([&indent, &line, "\n"]));
        self.written.push('\n');
    }

    fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t RichText>) {
        texts.into_iter().for_each(|text| self.lines([words(text)]));
    }

    fn heading(&mut self, level: u8, title: &str) {
        self.lines([format!("{} {title}", "#".repeat(level.min(6).into()))]);
    }

    /// An item of a list and what stands under it.
    fn item(&mut self, words: &str, under: impl FnOnce(&mut Self)) {
        self.lines([format!("- {words}")]);
        self.indent += 2;
        under(self);
        self.indent -= 2;
    }

    fn cover(&mut self, cover: &Cover) {
        self.texts(&cover.lead);
        self.heading(1, &words(&cover.title));
        let below = cover.date.iter().chain(&cover.lines);
        self.texts(below.chain(&cover.department).chain(&cover.organisation));
    }

    fn chapter(&mut self, chapter: &Chapter) {
        self.heading(2, &behind(chapter.number.as_deref().unwrap_or_default(), &chapter.title));
        chapter.sections.iter().for_each(|section| self.section(section));
    }

    fn section(&mut self, section: &Section) {
        if section.has_head() {
            let title = behind(section.number().unwrap_or_default(), &section.title);
            self.heading(section.level + 1, &title);
        }
        self.blocks(section.body());
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, marker, text, badge, body, .. } => {
                self.texts(badge);
                self.heading(level + 2, &behind(marker, text));
                self.blocks(body);
            }
            Block::List { items, .. } => {
                for item in items {
                    let badge = item.badge.as_ref().map(words).unwrap_or_default();
                    let words = format!("{badge} {}", words(&item.text));
                    self.item(words.trim(), |text| text.blocks(&item.body));
                }
            }
            Block::Note { marker, text, .. } => self.lines([behind(marker, text)]),
            Block::Paragraph { text, .. } => self.texts([text]),
            Block::Box { title, body, .. } => {
                self.texts(title);
                self.blocks(body);
            }
            Block::Pictures { caption, items, .. } => {
                for picture in items {
                    self.lines([self::picture(picture)]);
                    self.texts(&picture.caption);
                }
                self.texts(caption);
            }
            Block::Table(table) => self.table(table),
            Block::Schedule(schedule) => self.schedule(schedule),
            Block::Organisation { root, .. } => self.unit(root),
            Block::ProjectList { head, team_head, entries, .. } => {
                self.texts(head.iter().chain(team_head));
                for entry in entries {
                    let title = behind(&entry.number, &entry.title);
                    self.item(&title, |text| text.texts(&entry.team));
                }
            }
        }
    }

    /// A table: what spans rows or columns stands in the first of its cells.
    fn table(&mut self, table: &Table) {
        self.texts(table.caption.iter().chain(&table.unit));
        let count = table.columns.len();
        let row = |cells: &[TableCell]| {
            let mut row = vec![String::new(); count];
            cells.iter().for_each(|own| row[own.column] = cell(own));
            format!("| {} |", row.join(" | "))
        };
        let mut rules = vec!["---"; count];
        for own in table.rows.iter().rev().flat_map(|row| &row.cells) {
            rules[own.column] = match own.align {
                Align::Left => ":--",
                Align::Center => ":-:",
                Align::Right => "--:",
            };
        }
        let mut head = table.head.iter().map(|cells| row(cells));
        // A table has to begin with the row of a head.
        let first = head.next().unwrap_or_else(|| row(&[]));
        let rules = format!("| {} |", rules.join(" | "));
        let body = table.rows.iter().map(|own| row(&own.cells));
        self.lines([first, rules].into_iter().chain(head).chain(body));
    }

    fn schedule(&mut self, schedule: &Schedule) {
        self.lines([escaped(&schedule.alt)]);
        let (tasks, time) = &schedule.head;
        self.texts([tasks, time].into_iter().chain(&schedule.note_head));
        for task in &schedule.tasks {
            self.item(&words(&task.name), |text| text.texts(&task.note));
        }
    }

    fn unit(&mut self, unit: &Unit) {
        self.item(&words(&unit.name), |text| {
            text.texts(unit.note.iter().chain(&unit.aside));
            unit.units.iter().for_each(|unit| text.unit(unit));
        });
    }
}

fn picture(picture: &Picture) -> String {
    format!("![{}](<{}>)", escaped(&picture.alt), picture.used.file)
}

/// What a cell says, on one line.
fn cell(cell: &TableCell) -> String {
    if let Some(diagonal) = &cell.diagonal {
        return format!("{} / {}", words(&diagonal.below), words(&diagonal.above));
    }
    let line = |line: &CellLine| {
        let badge = line.badge.as_ref().map(words).unwrap_or_default();
        let marker = line.marker.as_deref().unwrap_or_default();
        format!("{badge} {}", behind(marker, &line.text)).trim().to_owned()
    };
    let said = match &cell.list {
        Some(lines) => lines.iter().map(line).collect::<Vec<_>>().join("<br>"),
        None => words(&cell.text),
    };
    let picture = cell.picture.as_ref().map(picture);
    format!("{said} {}", picture.unwrap_or_default()).trim().to_owned()
}
