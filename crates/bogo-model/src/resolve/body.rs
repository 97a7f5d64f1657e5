//! Bodies: which items are headings, which are lists, and with what marker.

use std::mem::take;

use super::context::Context;
use super::levels::{DEEPEST, Items, Level};
use super::text::Room;
use crate::diagnostic::Form;
use crate::edition::{Block, ListItem, Passage, PassageKind, ProjectEntry, RichText};
use crate::format::{self, Item};
use crate::json::Spanned;
use crate::korean::NumberPattern;
use crate::message;

/// The deepest heading level of the PDF that is used.
const DEEPEST_HEADING: u8 = 4;

/// How many boxes may stand one in another.
const DEEPEST_BOX: u8 = 3;

impl Context<'_> {
    /// The blocks of a body. Items that head something become headings, the
    /// others lists: a screen reader goes by headings and counts lists.
    pub(super) fn body(&mut self, blocks: &[format::Block], level: Level<'_>) -> Vec<Block> {
        let pattern = level.numbering.and_then(|numbering| self.pattern(numbering, 1));
        let mut body = Body::new(level.depth, pattern);
        for block in blocks {
            self.check_own_page(block, level);
            match block {
                format::Block::Item(item) => self.item(item, level, &mut body),
                format::Block::List(list) => {
                    body.end_list();
                    body.extend(self.list(list, level));
                }
                format::Block::Note(note) => body.extend([self.note(note, level)]),
                format::Block::Paragraph(paragraph) => {
                    body.extend([self.paragraph(paragraph, level)])
                }
                format::Block::Box(block) => body.extend(self.summary_box(block, level)),
                format::Block::Pictures(pictures) => body.extend(self.picture_rows(pictures)),
                format::Block::Table(table) => body.extend(self.table(table)),
                format::Block::Schedule(schedule) => body.extend(self.schedule(schedule)),
                format::Block::Funding(funding) => body.extend(self.funding(funding)),
                format::Block::Budget(budget) => body.extend(self.budget(budget)),
                format::Block::Organisation(view) => body.extend(self.organisation_chart(view)),
                format::Block::Duties(duties) => body.extend(self.duties(duties)),
                format::Block::Staff(view) => body.extend(self.staff_table(view)),
                format::Block::ProjectList(list) => body.extend(self.project_list(list)),
            }
        }
        body.end_list();
        body.blocks
    }

    /// An item, as a heading or as one of the list at hand.
    fn item(&mut self, item: &Item, level: Level<'_>, body: &mut Body) {
        body.count += 1;
        let usual = || self.marker(level.depth);
        let marker = item_marker(item, body.pattern.as_ref(), body.count, usual);
        match level.heading.filter(|heading| is_heading(item, level.depth, *heading)) {
            Some(heading) => body.extend([self.heading(item, marker, level, heading)]),
            None => body.items.push(self.list_item(item, marker, level)),
        }
    }

    fn heading(&mut self, item: &Item, marker: String, level: Level<'_>, heading: u8) -> Block {
        let passage = self.item_passage(item);
        let text = self.item_text(item, Room::Line);
        let text = self.bookmark("", text, item.span);
        let badge = item.badge.as_ref().map(|badge| self.rich(badge));
        self.check_item(item);
        let body = self.children(item, level, Some(heading + 1));
        Block::Heading { passage, level: heading, depth: level.depth, marker, text, badge, body }
    }

    fn list_item(&mut self, item: &Item, marker: String, level: Level<'_>) -> ListItem {
        let passage = self.item_passage(item);
        let text = self.item_text(item, Room::Line);
        let badge = item.badge.as_ref().map(|badge| self.rich(badge));
        self.check_item(item);
        ListItem { passage, marker, text, badge, body: self.children(item, level, None) }
    }

    /// Counts an item, by where it says what it says.
    fn item_passage(&self, item: &Item) -> Passage {
        let kind = match item.body.is_empty() {
            true => PassageKind::Item,
            false => PassageKind::Heading,
        };
        let words = item.text.as_ref().or(item.label.as_ref());
        Passage::new(kind, words.map_or(item.span, |words| words.span))
    }

    fn children(&mut self, item: &Item, level: Level<'_>, heading: Option<u8>) -> Vec<Block> {
        if item.body.is_empty() {
            return Vec::new();
        }
        let has_items = |block| Items::of(block).own;
        if level.depth == DEEPEST && item.body.iter().any(has_items) {
            let markers = self.markers.join(" ");
            let message = message!(
                "항목은 네 단계({markers})까지입니다",
                "items go four levels deep ({markers})"
            );
            let help = match self.level {
                1 => message!(
                    "한 단계 위로 올리거나 표로 바꾸십시오.",
                    "move this up a level or make it a table"
                ),
                first => message!(
                    "이 장의 항목은 {first}단계에서 시작합니다. 장의 \"level\"을 줄이거나, 한 단계 위로 올리거나, 표로 바꾸십시오.",
                    "the items of this chapter begin at level {first}: make its `level` less, move this up a level, or make it a table"
                ),
            };
            self.error(Form::TooDeep, item.span, message, Some(help));
        }
        self.body(&item.body, level.below(heading, item.numbering.as_ref()))
    }

    pub(super) fn check_item(&mut self, item: &Item) {
        // What could not be read may have said something.
        let place = self.manuscript.documents.place(item.span);
        let is_read = !self.manuscript.faulty.contains(place.file());
        if is_read && item.label.is_none() && item.text.is_none() {
            let message = message!("말이 없는 항목입니다", "this item says nothing");
            let help = message!("\"text\" 또는 \"label\"을 넣으십시오.", "add `text` or `label`");
            self.error(Form::EmptyItem, item.span, message, Some(help));
        }
        item.period.iter().for_each(|period| self.check_period(period));
        item.within.iter().for_each(|name| self.check_within(name));
        if let (Some(_), Some(amount)) = (&item.period, &item.amount) {
            let message = message!(
                "한 항목에 기간과 금액이 함께 있습니다",
                "an item has both a period and an amount"
            );
            let help = message!("항목 둘로 나누십시오.", "make it two items");
            self.omission(Form::TwoValues, amount.span, message, Some(help));
        }
    }

    /// The pattern of a numbering, or a finding.
    pub(super) fn pattern(
        &mut self,
        pattern: &Spanned<String>,
        signs: usize,
    ) -> Option<NumberPattern> {
        let parsed = NumberPattern::parse(&pattern.value).filter(|parsed| parsed.signs() <= signs);
        if parsed.is_none() {
            let given = &pattern.value;
            let message = message!(
                "번호의 꼴이 아닙니다: {given}",
                "this is not a pattern of numbers: {given}"
            );
            self.error(Form::NumberPattern, pattern.span, message, Some(format::Numbering::help()));
        }
        parsed
    }

    /// Reports what asks for a page of its own in a box.
    fn check_own_page(&mut self, block: &format::Block, level: Level<'_>) {
        let Some(span) = block.own_page().filter(|_| level.boxes > 0) else { return };
        let message = message!(
            "쪽을 따로 쓰는 것은 상자 안에 놓을 수 없습니다",
            "what has a page of its own cannot stand in a box"
        );
        let help = message!(
            "상자 밖에 놓거나 \"landscape\"와 \"full_page\"를 지우십시오.",
            "put it outside the box, or remove `landscape` and `full_page`"
        );
        self.error(Form::FullPage, span, message, Some(help));
    }

    fn note(&mut self, note: &format::Note, level: Level<'_>) -> Block {
        Block::Note {
            passage: Passage::new(PassageKind::Note, note.text.span),
            depth: self.beside(level).max(1),
            marker: self.note_marker(note),
            text: self.said(&note.text),
        }
    }

    fn paragraph(&mut self, paragraph: &format::Paragraph, level: Level<'_>) -> Block {
        let depth = self.beside(level);
        let passage = Passage::new(PassageKind::Paragraph, paragraph.text.span);
        Block::Paragraph { passage, depth, text: self.said(&paragraph.text) }
    }

    fn summary_box(&mut self, block: &format::BoxBlock, level: Level<'_>) -> Option<Block> {
        let words = block.title.as_ref().map_or(block.span, |title| title.span);
        let passage = Passage::new(PassageKind::Box, words);
        let title = block.title.as_ref().map(|title| self.rich(title));
        if block.body.is_empty() && self.manuscript.sound {
            let message = message!("빈 상자입니다", "this box is empty");
            let help =
                message!("넣을 것을 쓰거나 지우십시오.", "put something into it or remove it");
            self.error(Form::EmptyBox, block.span, message, Some(help));
        }
        let inner = level.boxed();
        if inner.boxes > DEEPEST_BOX {
            let message = message!(
                "상자 안의 상자는 {DEEPEST_BOX}단계까지입니다",
                "boxes go {DEEPEST_BOX} levels deep"
            );
            let help = message!("상자를 나란히 놓으십시오.", "set the boxes one after another");
            self.omission(Form::TooDeep, block.span, message, Some(help));
            return None;
        }
        Some(Block::Box { passage, title, body: self.body(&block.body, inner) })
    }

    pub(super) fn note_marker(&mut self, note: &format::Note) -> String {
        let marker = note.marker.as_ref().map(|marker| marker.value.clone());
        marker.unwrap_or_else(|| "※".to_owned())
    }

    fn project_list(&mut self, list: &format::ProjectList) -> Option<Block> {
        let head = self.heads(list.head.as_deref(), ["연번", "주요사업", "쪽"]);
        let entries: Vec<ProjectEntry> = self.projects.clone();
        let team_head = list.teams.then(|| RichText::from("팀명"));
        self.depend_on_projects();
        let passage = Passage::new(PassageKind::ProjectList, list.span);
        if entries.is_empty() {
            let why = message!("보고서에 사업이 하나도 없습니다", "the report has no project");
            return self.shows_nothing(list.span, &why);
        }
        Some(Block::ProjectList { passage, head: head.into(), team_head, entries })
    }

    /// Heads of columns: those given, and the usual ones for the rest.
    pub(super) fn heads<const N: usize>(
        &mut self,
        given: Option<&[format::Text]>,
        usual: [&str; N],
    ) -> [RichText; N] {
        let mut heads = usual.map(RichText::from);
        let given = given.unwrap_or_default();
        if let Some(extra) = given.get(N) {
            let message = message!(
                "머리글이 너무 많습니다(최대 {N}개)",
                "there are too many heads; this has {N}"
            );
            self.omission(Form::HeadCount, extra.span, message, None);
        }
        for (head, text) in heads.iter_mut().zip(given) {
            *head = self.rich(text);
        }
        heads
    }
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
            let (depth, ordered) = (self.depth, self.pattern.is_some());
            self.blocks.push(Block::List { depth, ordered, items: take(&mut self.items) });
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
