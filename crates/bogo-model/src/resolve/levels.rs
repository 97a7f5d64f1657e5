//! The levels of items: where those of a body begin, and with what markers.

use super::body::body;
use super::found::{Found, Notes};
use super::here::Here;
use crate::diagnostic::{Form, Message};
use crate::edition::Block;
use crate::format;
use crate::json::{Spanned, Whole};
use crate::korean::NumberPattern;
use crate::message;
use crate::quoting::quoted;
use crate::theme::LONGEST_MARKER;

/// The deepest level of markers: □ ○ - ·
pub(super) const DEEPEST: u8 = format::DEEPEST as u8;

/// The level of items that are text wherever they stand.
const TEXT: u8 = 2;

/// The markers of the four levels.
pub(super) type Markers = [String; DEEPEST as usize];

/// Where a body stands.
#[derive(Clone, Copy)]
pub(super) struct Level<'a> {
    /// Level of the markers of its items, 1 to 4.
    pub depth: u8,
    /// Level of the item that it stands under, 0 for none.
    pub under: u8,
    /// Level of the heading that an item would be; `None` where there are no
    /// headings, as in boxes.
    pub heading: Option<u8>,
    /// How its items are numbered.
    pub numbering: Option<&'a Spanned<String>>,
    /// How many boxes it stands in.
    pub boxes: u8,
}

impl<'a> Level<'a> {
    /// The body of a section or project whose items begin at `depth`. Those of
    /// the first level are headings of the level `heading`.
    pub(super) fn first(depth: u8, heading: u8) -> Self {
        let heading = (depth == 1).then_some(heading);
        Self { depth, under: 0, heading, numbering: None, boxes: 0 }
    }

    /// What stands under an item of this level.
    pub(super) fn below(self, heading: Option<u8>, numbering: Option<&'a Spanned<String>>) -> Self {
        let depth = (self.depth + 1).min(DEEPEST);
        Self { depth, under: depth - 1, heading, numbering, ..self }
    }

    /// The level under whose items notes and paragraphs stand: those right in a
    /// chapter whose items begin lower stand beside them.
    pub(super) fn beside(self, here: &Here<'_>) -> u8 {
        self.under.max(here.first_level - 1)
    }

    /// The inside of a box.
    pub(super) fn boxed(self) -> Self {
        let depth = self.depth.max(TEXT);
        let boxes = self.boxes + 1;
        Self { depth, under: depth - 1, heading: None, numbering: None, boxes }
    }
}

/// The level that was given, 1 to 4.
pub(super) fn given_level(level: Option<&Spanned<Whole<1, { format::DEEPEST }>>>) -> Option<u8> {
    level.and_then(|level| u8::try_from(level.value.get()).ok())
}

/// The markers in force with those that were given, of which the first is
/// that of the level `first`.
pub(super) fn markers_from(
    first: u8,
    given: Option<&Spanned<Vec<String>>>,
    in_force: &Markers,
) -> Found<Markers> {
    let mut notes = Notes::default();
    let mut markers = in_force.clone();
    let Some(given) = given else { return markers.into() };
    let own = &mut markers[usize::from(first) - 1..];
    let most = own.len();
    for (marker, given) in own.iter_mut().zip(&given.value) {
        marker.clone_from(given);
    }
    if let Some((message, help)) = wrong_markers(&given.value, first, most) {
        notes.error(Form::Markers, given.span, message, Some(help));
    }
    notes.with(markers)
}

/// The pattern of a numbering, or a finding.
pub(super) fn pattern(pattern: &Spanned<String>, signs: usize) -> Found<Option<NumberPattern>> {
    let mut notes = Notes::default();
    let parsed = NumberPattern::parse(&pattern.value).filter(|parsed| parsed.signs() <= signs);
    if parsed.is_none() {
        let given = &pattern.value;
        let message =
            message!("번호의 꼴이 아닙니다: {given}", "this is not a pattern of numbers: {given}");
        notes.error(Form::NumberPattern, pattern.span, message, Some(format::Numbering::help()));
    }
    notes.with(parsed)
}

/// A list: its items are text, at the level and with the markers that it
/// says.
pub(super) fn list(list: &format::List, level: Level<'_>, here: &Here<'_>) -> Found<Vec<Block>> {
    let mut notes = Notes::default();
    let usual = level.depth.max(TEXT);
    let depth = given_level(list.level.as_ref()).unwrap_or(usual);
    if let Some(given) = list.level.as_ref().filter(|_| depth <= level.under) {
        let least = level.under + 1;
        let message = message!(
            "목록의 단계가 놓인 자리보다 깊지 않습니다",
            "the list is not deeper than the place where it stands"
        );
        let help = match least > DEEPEST {
            true => message!("\"level\"을 지우십시오.", "remove `level`"),
            false => message!(
                "{least}부터 {DEEPEST}까지의 단계를 쓰십시오.",
                "write a level from {least} to {DEEPEST}"
            ),
        };
        notes.error(Form::ListLevel, given.span, message, Some(help));
    }
    check_list(list, here, &mut notes);
    let markers = notes.take(markers_from(depth, list.markers.as_ref(), here.markers));
    let level = Level { depth, heading: None, numbering: list.numbering.as_ref(), ..level };
    let body = notes.take(body(&list.body, level, &Here { markers: &markers, ..*here }));
    notes.with(body)
}

/// Reports a list without items, and markers that none of its items has.
fn check_list(list: &format::List, here: &Here<'_>, notes: &mut Notes) {
    if list.body.is_empty() && here.is_sound() {
        let message = message!(
            "보일 것이 없습니다: 목록에 항목이 하나도 없습니다",
            "there is nothing to show: the list has no item"
        );
        let help = message!("넣거나 이 블록을 지우십시오.", "add some, or remove this block");
        notes.error(Form::NothingToShow, list.span, message, Some(help));
    }
    let is_flat = || !list.body.iter().any(|block| Items::of(block).lower);
    if let Some(markers) = list.markers.as_ref().filter(|_| list.numbering.is_some())
        && is_flat()
    {
        let message = message!(
            "번호를 붙이는 목록에는 기호가 찍히지 않습니다",
            "no marker is printed in a list that is numbered"
        );
        let help = message!(
            "\"markers\"와 \"numbering\" 가운데 하나를 지우십시오.",
            "remove `markers` or `numbering`"
        );
        notes.error(Form::TwoValues, markers.span, message, Some(help));
    }
}

/// Which items a block brings to the body that it stands in.
pub(super) struct Items {
    /// Some at the level of the body, or at one that it says.
    pub own: bool,
    /// Some below those, or at least room for them.
    pub lower: bool,
}

impl Items {
    /// Those of a block.
    pub(super) fn of(block: &format::Block) -> Self {
        let (own, lower) = match block {
            format::Block::Item(item) => (true, !item.body.is_empty()),
            format::Block::List(_) => (true, true),
            format::Block::Box(_) => (false, true),
            format::Block::Note(_)
            | format::Block::Paragraph(_)
            | format::Block::Pictures(_)
            | format::Block::Table(_)
            | format::Block::Schedule(_)
            | format::Block::Funding(_)
            | format::Block::Budget(_)
            | format::Block::Organisation(_)
            | format::Block::Duties(_)
            | format::Block::Staff(_)
            | format::Block::ProjectList(_) => (false, false),
        };
        Self { own, lower }
    }
}

/// What is wrong with markers from the level `first` on, of which there are up
/// to `most`, and what to do about it.
fn wrong_markers(given: &[String], first: u8, most: usize) -> Option<(Message, Message)> {
    if given.is_empty() || given.len() > most {
        return Some((
            message!(
                "기호는 하나 이상이고 {DEEPEST}단계까지입니다",
                "there is at least one marker, and none below level {DEEPEST}"
            ),
            message!(
                "{first}단계에서 시작하므로 1개에서 {most}개까지 쓰십시오.",
                "from level {first} on there are 1 to {most}"
            ),
        ));
    }
    let is_fit =
        |marker: &String| !marker.trim().is_empty() && marker.chars().count() <= LONGEST_MARKER;
    let wrong = given.iter().find(|marker| !is_fit(marker))?;
    let help = message!(
        "{LONGEST_MARKER}자까지의 기호를 쓰십시오: \"○\"",
        "write up to {LONGEST_MARKER} characters: \"○\""
    );
    let message = match wrong.trim().is_empty() {
        true => message!("빈 기호가 있습니다", "a marker is blank"),
        false => {
            let shown = quoted(wrong);
            message!("기호가 너무 깁니다: {shown}", "a marker is too long: {shown}")
        }
    };
    Some((message, help))
}
