//! The levels of items: where those of a body begin, and with what markers.

use std::mem;

use super::context::Context;
use crate::edition::Block;
use crate::format;
use crate::json::{Spanned, Whole};
use crate::message;

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

impl Context<'_> {
    /// The marker of a level, 1 to 4.
    pub(super) fn marker(&self, depth: u8) -> String {
        self.markers[usize::from(depth) - 1].clone()
    }

    /// The markers in force with those that were given, of which the first is
    /// that of the level `first`.
    pub(super) fn markers_from(
        &mut self,
        first: u8,
        given: Option<&Spanned<Vec<String>>>,
    ) -> Markers {
        let mut markers = self.markers.clone();
        let Some(given) = given else { return markers };
        let own = &mut markers[usize::from(first) - 1..];
        let most = own.len();
        for (marker, given) in own.iter_mut().zip(&given.value) {
            marker.clone_from(given);
        }
        if given.value.len() > most || given.value.iter().any(|marker| marker.trim().is_empty()) {
            let message = message!(
                "기호는 {DEEPEST}단계까지이고 비어 있을 수 없습니다",
                "there are markers down to level {DEEPEST}, none of them empty"
            );
            let help = message!(
                "{first}단계에서 시작하므로 {most}개까지 쓰십시오.",
                "from level {first} on there are up to {most}"
            );
            self.error("markers", given.span, message, Some(help));
        }
        for marker in &given.value {
            let span = self.manuscript.documents.saying(given.span, marker);
            self.check_characters(marker, span.unwrap_or(given.span));
        }
        markers
    }

    /// A list: its items are text, at the level and with the markers that it
    /// says.
    pub(super) fn list(&mut self, list: &format::List, level: Level<'_>) -> Vec<Block> {
        let usual = level.depth.max(TEXT);
        let depth = given_level(list.level.as_ref()).unwrap_or(usual);
        if let Some(given) = list.level.as_ref().filter(|_| depth <= level.under) {
            let least = level.under + 1;
            let message = message!(
                "목록의 단계가 그 위의 항목보다 깊지 않습니다",
                "the list is not deeper than the item that it stands under"
            );
            let help = match least > DEEPEST {
                true => message!("\"level\"을 지우십시오.", "remove `level`"),
                false => message!(
                    "{least}부터 {DEEPEST}까지의 단계를 쓰십시오.",
                    "write a level from {least} to {DEEPEST}"
                ),
            };
            self.error("list-level", given.span, message, Some(help));
        }
        let markers = self.markers_from(depth, list.markers.as_ref());
        let outer = mem::replace(&mut self.markers, markers);
        let numbering = list.numbering.as_ref();
        let body = self.body(&list.body, Level { depth, heading: None, numbering, ..level });
        self.markers = outer;
        body
    }
}
