//! Bodies: which items are headings, which are lists, and with what marker.

use std::mem::take;

use super::found::{Found, Notes};
use super::here::Here;
use super::levels::{DEEPEST, Items, Level, list, pattern};
use super::money::{budget, funding};
use super::overview::{duties, organisation_chart, shows_nothing, staff_table};
use super::period::{check_period, check_within};
use super::pictures::picture_rows;
use super::schedule::schedule;
use super::strings::bookmark;
use super::tables::table;
use super::text::{item_text, rich, said};
use crate::diagnostic::Form;
use crate::edition::{
    Badge, Block, Heading, Keeping, List, ListItem, Passage, PassageKind, ProjectEntry, RichText,
    Standing, SummaryBox,
};
use crate::format::{self, Item};
use crate::korean::NumberPattern;
use crate::message;

/// The deepest heading level of the PDF that is used.
const DEEPEST_HEADING: u8 = 4;

/// How many boxes may stand one in another.
const DEEPEST_BOX: u8 = 3;

/// The blocks of a body. Items that head something become headings, the
/// others lists: a screen reader goes by headings and counts lists.
pub(super) fn body(
    blocks: &[format::Block],
    level: Level<'_>,
    here: &Here<'_>,
) -> Found<Vec<Block>> {
    let mut notes = Notes::default();
    let pattern = level.numbering.and_then(|numbering| notes.take(pattern(numbering, 1)));
    let mut body = Body::new(level.depth, pattern);
    for block in blocks {
        check_own_page(block, level, &mut notes);
        match block {
            format::Block::Item(own) => {
                let marker = body.next_marker(own, || here.marker(level.depth));
                match level.heading.filter(|heading| is_heading(own, level.depth, *heading)) {
                    Some(of) => body.extend([notes.take(heading(own, marker, level, of, here))]),
                    None => body.items.push(notes.take(list_item(own, marker, level, here))),
                }
            }
            format::Block::List(own) => {
                body.end_list();
                body.extend(notes.take(list(own, level, here)));
            }
            format::Block::Note(own) => body.extend([notes.take(note(own, level, here))]),
            format::Block::Paragraph(own) => body.extend([notes.take(paragraph(own, level, here))]),
            format::Block::Box(own) => body.extend(notes.take(summary_box(own, level, here))),
            format::Block::Pictures(own) => body.extend(notes.take(picture_rows(own, here))),
            format::Block::Table(own) => body.extend(notes.take(table(own, here))),
            format::Block::Schedule(own) => body.extend(notes.take(schedule(own, here))),
            format::Block::Funding(own) => body.extend(notes.take(funding(own, here))),
            format::Block::Budget(own) => body.extend(notes.take(budget(own, here))),
            format::Block::Organisation(own) => {
                body.extend(notes.take(organisation_chart(own, here)))
            }
            format::Block::Duties(own) => body.extend(notes.take(duties(own, here))),
            format::Block::Staff(own) => body.extend(notes.take(staff_table(own, here))),
            format::Block::ProjectList(own) => body.extend(notes.take(project_list(own, here))),
        }
    }
    body.end_list();
    notes.with(body.blocks)
}

fn heading(
    item: &Item,
    marker: String,
    level: Level<'_>,
    heading: u8,
    here: &Here<'_>,
) -> Found<Block> {
    let mut notes = Notes::default();
    let passage = item_passage(item);
    let text = notes.take(item_text(item, here));
    let text = notes.take(bookmark("", text, item.span));
    let badge = notes.take_some(item.badge.as_ref().map(|badge| self::badge(badge, here)));
    notes.take(check_item(item, here));
    let body = notes.take(children(item, level, Some(heading + 1), here));
    let (level, depth) = (heading, level.depth);
    let (hang, gap, sticky, leads) = (0.0, 0.0, false, false);
    notes.with(Block::Heading(Heading {
        passage,
        level,
        depth,
        marker,
        hang,
        gap,
        text,
        badge,
        sticky,
        leads,
        body,
    }))
}

/// A badge, of which only the words are known.
pub(super) fn badge(badge: &format::Text, here: &Here<'_>) -> Found<Badge> {
    rich(badge, here).map(|text| Badge { text, size: 0.0 })
}

fn list_item(item: &Item, marker: String, level: Level<'_>, here: &Here<'_>) -> Found<ListItem> {
    let mut notes = Notes::default();
    let passage = item_passage(item);
    let text = notes.take(item_text(item, here));
    let badge = notes.take_some(item.badge.as_ref().map(|badge| self::badge(badge, here)));
    notes.take(check_item(item, here));
    let body = notes.take(children(item, level, None, here));
    notes.with(ListItem { passage, marker, gap: 0.0, text, badge, keeping: Keeping::Free, body })
}

/// An item, by where it says what it says.
fn item_passage(item: &Item) -> Passage {
    let kind = match item.body.is_empty() {
        true => PassageKind::Item,
        false => PassageKind::Heading,
    };
    let words = item.text.as_ref().or(item.label.as_ref());
    Passage::new(kind, words.map_or(item.span, |words| words.span))
}

fn children(
    item: &Item,
    level: Level<'_>,
    heading: Option<u8>,
    here: &Here<'_>,
) -> Found<Vec<Block>> {
    let mut notes = Notes::default();
    if item.body.is_empty() {
        return Vec::new().into();
    }
    let has_items = |block| Items::of(block).own;
    if level.depth == DEEPEST && item.body.iter().any(has_items) {
        let markers = here.markers.join(" ");
        let message = message!(
            "항목은 네 단계({markers})까지입니다",
            "items go four levels deep ({markers})"
        );
        let help = match here.first_level {
            1 => message!(
                "한 단계 위로 올리거나 표로 바꾸십시오.",
                "move this up a level or make it a table"
            ),
            first => message!(
                "이 장의 항목은 {first}단계에서 시작합니다. 장의 \"level\"을 줄이거나, 한 단계 위로 올리거나, 표로 바꾸십시오.",
                "the items of this chapter begin at level {first}: make its `level` less, move this up a level, or make it a table"
            ),
        };
        notes.error(Form::TooDeep, item.span, message, Some(help));
    }
    let blocks = notes.take(body(&item.body, level.below(heading, item.numbering.as_ref()), here));
    notes.with(blocks)
}

pub(super) fn check_item(item: &Item, here: &Here<'_>) -> Found<()> {
    let mut notes = Notes::default();
    // What could not be read may have said something.
    let is_read = || !here.whole.manuscript.faulty.contains(here.documents().path(item.span));
    if item.label.is_none() && item.text.is_none() && is_read() {
        let message = message!("말이 없는 항목입니다", "this item says nothing");
        let help = message!("\"text\" 또는 \"label\"을 넣으십시오.", "add `text` or `label`");
        notes.error(Form::EmptyItem, item.span, message, Some(help));
    }
    item.period.iter().for_each(|period| notes.take(check_period(period)));
    item.within.iter().for_each(|name| notes.take(check_within(name, here)));
    if let (Some(_), Some(amount)) = (&item.period, &item.amount) {
        let message = message!(
            "한 항목에 기간과 금액이 함께 있습니다",
            "an item has both a period and an amount"
        );
        let help = message!("항목 둘로 나누십시오.", "make it two items");
        notes.omission(Form::TwoValues, amount.span, message, Some(help));
    }
    notes.with(())
}

/// Reports what asks for a page of its own in a box.
fn check_own_page(block: &format::Block, level: Level<'_>, notes: &mut Notes) {
    let Some(span) = block.own_page().filter(|_| level.boxes > 0) else { return };
    let message = message!(
        "쪽을 따로 쓰는 것은 상자 안에 놓을 수 없습니다",
        "what has a page of its own cannot stand in a box"
    );
    let help = message!(
        "상자 밖에 놓거나 \"landscape\"와 \"full_page\"를 지우십시오.",
        "put it outside the box, or remove `landscape` and `full_page`"
    );
    notes.error(Form::FullPage, span, message, Some(help));
}

fn note(note: &format::Note, level: Level<'_>, here: &Here<'_>) -> Found<Block> {
    let mut notes = Notes::default();
    let block = Block::Note {
        passage: Passage::new(PassageKind::Note, note.text.span),
        depth: level.beside(here).max(1),
        marker: note_marker(note),
        indent: 0.0,
        hang: 0.0,
        gap: 0.0,
        text: notes.take(said(&note.text, here)),
        sticky: false,
    };
    notes.with(block)
}

fn paragraph(paragraph: &format::Paragraph, level: Level<'_>, here: &Here<'_>) -> Found<Block> {
    let mut notes = Notes::default();
    let depth = level.beside(here);
    let passage = Passage::new(PassageKind::Paragraph, paragraph.text.span);
    let text = notes.take(said(&paragraph.text, here));
    notes.with(Block::Paragraph { passage, depth, indent: 0.0, text, sticky: false })
}

fn summary_box(
    block: &format::BoxBlock,
    level: Level<'_>,
    here: &Here<'_>,
) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    let words = block.title.as_ref().map_or(block.span, |title| title.span);
    let passage = Passage::new(PassageKind::Box, words);
    let title = block.title.as_ref().map(|title| notes.take(rich(title, here)));
    if block.body.is_empty() && here.is_sound() {
        let message = message!("빈 상자입니다", "this box is empty");
        let help = message!("넣을 것을 쓰거나 지우십시오.", "put something into it or remove it");
        notes.error(Form::EmptyBox, block.span, message, Some(help));
    }
    let inner = level.boxed();
    if inner.boxes > DEEPEST_BOX {
        let message = message!(
            "상자 안의 상자는 {DEEPEST_BOX}단계까지입니다",
            "boxes go {DEEPEST_BOX} levels deep"
        );
        let help = message!("상자를 나란히 놓으십시오.", "set the boxes one after another");
        notes.omission(Form::TooDeep, block.span, message, Some(help));
        return notes.with(None);
    }
    let body = notes.take(body(&block.body, inner, here));
    notes.with(Some(Block::Box(SummaryBox {
        passage,
        width: 0.0,
        title,
        sticky: false,
        stays_with_note: false,
        ends_item: false,
        body,
    })))
}

pub(super) fn note_marker(note: &format::Note) -> String {
    note.marker.as_ref().map_or_else(|| "※".to_owned(), |marker| marker.value.clone())
}

fn project_list(list: &format::ProjectList, here: &Here<'_>) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    let head = notes.take(heads(list.head.as_deref(), ["연번", "주요사업", "쪽"], here));
    let entries: Vec<ProjectEntry> = here.projects.to_vec();
    let team_head = list.teams.then(|| RichText::from("팀명"));
    notes.depend_on_projects();
    let passage = Passage::new(PassageKind::ProjectList, list.span);
    if entries.is_empty() {
        let why = message!("보고서에 사업이 하나도 없습니다", "the report has no project");
        shows_nothing(list.span, &why, here, &mut notes);
        return notes.with(None);
    }
    notes.with(Some(Block::ProjectList {
        passage,
        standing: Standing::default(),
        widths: Vec::new(),
        head: head.into(),
        team_head,
        entries,
    }))
}

/// Heads of columns: those given, and the usual ones for the rest.
pub(super) fn heads<const N: usize>(
    given: Option<&[format::Text]>,
    usual: [&str; N],
    here: &Here<'_>,
) -> Found<[RichText; N]> {
    let mut notes = Notes::default();
    let mut heads = usual.map(RichText::from);
    let given = given.unwrap_or_default();
    if let Some(extra) = given.get(N) {
        let message = message!(
            "머리글이 너무 많습니다(최대 {N}개)",
            "there are too many heads; this has {N}"
        );
        notes.omission(Form::HeadCount, extra.span, message, None);
    }
    for (head, text) in heads.iter_mut().zip(given) {
        *head = notes.take(rich(text, here));
    }
    notes.with(heads)
}

/// A body that is being made.
struct Body {
    blocks: Vec<Block>,
    /// The items of the list at hand, which ends where anything else is shown.
    items: Vec<ListItem>,
    /// The level of the items.
    depth: u8,
    /// How they are numbered, if they are.
    pattern: Option<NumberPattern>,
    /// How many items there have been, headings included.
    count: usize,
}

impl Body {
    fn new(depth: u8, pattern: Option<NumberPattern>) -> Self {
        Self { blocks: Vec::new(), items: Vec::new(), depth, pattern, count: 0 }
    }

    /// What stands before the next item.
    fn next_marker(&mut self, item: &Item, usual: impl FnOnce() -> String) -> String {
        self.count += 1;
        item_marker(item, self.pattern.as_ref(), self.count, usual)
    }

    /// Adds what is shown after the list at hand, which ends, if there is
    /// anything.
    fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) {
        for block in blocks {
            self.end_list();
            self.blocks.push(block);
        }
    }

    /// Ends the list at hand, so that the next item begins another.
    fn end_list(&mut self) {
        if !self.items.is_empty() {
            self.blocks.push(Block::List(List {
                depth: self.depth,
                ordered: self.pattern.is_some(),
                indent: 0.0,
                continues: false,
                leads: false,
                sticky: false,
                items: take(&mut self.items),
            }));
        }
    }
}

/// What stands before the item that is the `count`th of its body: a check box,
/// its number, or the usual marker.
pub(super) fn item_marker(
    item: &Item,
    pattern: Option<&NumberPattern>,
    count: usize,
    usual: impl FnOnce() -> String,
) -> String {
    match (item.checked, pattern) {
        (Some(true), _) => "☑".to_owned(),
        (Some(false), _) => "☐".to_owned(),
        (None, Some(pattern)) => pattern.apply(&[count]),
        (None, None) => usual(),
    }
}

/// Whether an item is a heading: the first level always, the second where it
/// has something under it.
fn is_heading(item: &Item, depth: u8, heading: u8) -> bool {
    heading <= DEEPEST_HEADING && (depth == 1 || (depth == 2 && !item.body.is_empty()))
}
