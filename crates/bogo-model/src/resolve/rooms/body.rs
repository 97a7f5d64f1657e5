//! Blocks in a row, and the place that each has.

use super::{Rooms, Type};
use crate::edition::{
    Badge, Block, Heading, Keeping, List, Look, OwnPage, PagePart, RichText, Run, Section,
    SectionContent, Standing, SummaryBox,
};
use crate::lines::Form;
use crate::theme::tokens::{FaceName, Level};

/// Dots that as markers take no more room than a middle dot, also where they
/// stand in the middle of a syllable's width: ․ ‧ • ∙ ⋅ ・ ㆍ
const SMALL_DOTS: [char; 7] =
    ['\u{2024}', '\u{2027}', '\u{2022}', '\u{2219}', '\u{22c5}', '\u{30fb}', '\u{318d}'];

/// Where blocks stand, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// How wide the page's body or the box around is.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// How far the text of the item around stands in.
    pub indent: f64,
    /// How far tables and pictures stand in.
    pub inset: f64,
}

impl Place {
    /// The place of what stands at the same place under every item.
    pub(super) fn standing(self) -> Standing {
        Standing {
            indent: self.inset - self.indent,
            width: self.width - self.inset,
            ..Standing::default()
        }
    }
}

impl Rooms<'_> {
    /// Gives the texts of a section their rooms.
    pub(super) fn section(&self, section: &mut Section) {
        self.section_head(section);
        match &mut section.content {
            SectionContent::Section { body, .. } | SectionContent::Project { body, .. } => {
                body.iter_mut().for_each(|part| self.part(part));
            }
            SectionContent::Group { .. } => {}
        }
    }

    fn part(&self, part: &mut PagePart) {
        let wide = part.page == OwnPage::Landscape;
        let place = Place {
            width: if wide { self.landscape_width } else { self.body_width },
            height: if wide { self.body_width } else { self.body_height },
            indent: 0.0,
            inset: if wide { 0.0 } else { self.tokens.standing.inset.0 },
        };
        part.groups.iter_mut().for_each(|group| self.blocks(group, place));
    }

    /// Gives blocks in a row their rooms, and decides what stays together.
    pub(super) fn blocks(&self, blocks: &mut Vec<Block>, place: Place) {
        blocks.iter_mut().for_each(|block| self.block(block, place));
        self.keep(blocks, place);
    }

    fn block(&self, block: &mut Block, place: Place) {
        match block {
            Block::Heading(own) => self.heading(own, place),
            Block::List(own) => self.list(own, place),
            Block::Note { depth, marker, indent, hang, gap, text, .. } => {
                let look = &self.tokens.note;
                let own = Type::new(FaceName::Sans, false, look.size.0);
                *hang = self.marker_column(marker, look.marker.0, own);
                *gap = *hang - self.width(marker, own);
                let start = place.indent.max(look.indents[usize::from(*depth) - 1].0);
                *indent = start - place.indent;
                self.lines(text, own, place.width - start - *hang, self.justified());
            }
            Block::Paragraph { depth, indent, text, .. } => {
                let start = place.indent.max(self.text_start(*depth));
                *indent = start - place.indent;
                let own = Type::new(FaceName::Body, false, self.tokens.paragraph.size.0);
                self.lines(text, own, place.width - start, self.justified());
            }
            Block::Box(own) => self.summary_box(own, place),
            Block::Pictures(own) => self.pictures(own, place),
            Block::Table(own) => self.table(own, place),
            Block::Schedule(own) => self.schedule(own, place),
            Block::Organisation { standing, root, chart, .. } => {
                *standing = place.standing();
                *chart = self.chart(root, standing.width, self.tallest(place.height));
            }
            Block::ProjectList { standing, widths, head, team_head, entries, .. } => {
                *standing = place.standing();
                *widths = self.project_list(head, team_head.as_mut(), entries, standing.width);
            }
        }
    }

    fn heading(&self, heading: &mut Heading, place: Place) {
        let level = &self.tokens.levels[usize::from(heading.depth) - 1];
        let own = type_of(level);
        heading.hang = self.marker_column(&heading.marker, level.marker.0, own);
        heading.gap = heading.hang - self.width(&heading.marker, own);
        let room = place.width - place.indent - level.indent.0 - heading.hang;
        // An item of a deeper level says a sentence, whatever stands under it.
        let form = if heading.depth == 1 { Form::Ragged } else { self.justified() };
        self.badged(&mut heading.text, &mut heading.badge, own, room, form);
        self.blocks(&mut heading.body, place);
    }

    fn list(&self, list: &mut List, place: Place) {
        let level = &self.tokens.levels[usize::from(list.depth) - 1];
        let own = type_of(level);
        let mut markers: Vec<&str> = list.items.iter().map(|item| item.marker.as_str()).collect();
        markers.dedup();
        let columns = markers.iter().map(|marker| self.marker_column(marker, level.marker.0, own));
        let hang = columns.fold(0.0, f64::max);
        list.indent = level.indent.0 - place.indent;
        let start = level.indent.0 + hang;
        let inner = Place { indent: start, ..place };
        // Markers that count stand in one column, the widest as near as it may be.
        let widest = markers.iter().map(|marker| self.width(marker, own)).fold(0.0, f64::max);
        for item in &mut list.items {
            let width = if list.ordered { widest } else { self.width(&item.marker, own) };
            item.gap = hang - width;
            let form = self.justified();
            self.badged(&mut item.text, &mut item.badge, own, place.width - start, form);
            self.blocks(&mut item.body, inner);
        }
        self.keep_items(list);
    }

    fn summary_box(&self, own: &mut SummaryBox, place: Place) {
        let look = &self.tokens.summary_box;
        own.width = place.width - place.indent;
        let inner = own.width - 2.0 * look.inset.0;
        if let Some(title) = &mut own.title {
            let face = Type::new(FaceName::Sans, true, look.title_size.0);
            self.lines(title, face, inner, Form::Ragged);
            own.sticky = self.is_short(title);
        }
        let inside = Place {
            width: inner,
            height: place.height - 2.0 * look.inset.0,
            indent: 0.0,
            inset: 0.0,
        };
        self.blocks(&mut own.body, inside);
    }

    /// Chooses the lines of a text behind its badge. A badge too long for a line
    /// becomes the first words of the text.
    pub(super) fn badged(
        &self,
        text: &mut RichText,
        badge: &mut Option<Badge>,
        own: Type,
        room: f64,
        form: Form,
    ) {
        let mut lead = 0.0;
        if let Some(mark) = badge {
            lead = self.badge_lead(mark, own.size);
            if lead > room {
                let mark = badge.take().map(|mark| mark.text.runs).unwrap_or_default();
                let mark = mark.into_iter().map(|run| Run { look: Look::Accent, ..run });
                text.runs.splice(0..0, mark.chain([Run::own(" ")]));
                lead = 0.0;
            }
        }
        self.lines_behind(lead, text, own, room, form);
    }

    /// How much of its line a badge takes, with the gap behind it, in text of
    /// this size.
    pub(super) fn badge_lead(&self, badge: &mut Badge, size: f64) -> f64 {
        let look = &self.tokens.badge;
        badge.size = (look.size.0 * size).max(look.least_size.0);
        let words = self.natural(&badge.text, Type::new(FaceName::Sans, true, badge.size));
        words + (2.0 * look.inset_x.0 + look.gap.0) * size
    }

    /// How wide a marker's column is: by its level, wider for marks like (10).
    pub(super) fn marker_column(&self, marker: &str, least: f64, own: Type) -> f64 {
        let seen = marker.replace(SMALL_DOTS, "·");
        let gap = self.tokens.marker_gap.0 * own.size;
        // What is blank around a dot is gap enough.
        let wide = (self.width(&seen, own) + gap).max(self.width(marker, own));
        (least * own.size).max(wide)
    }

    /// Where the text of items at a level begins; at the margin outside of them.
    fn text_start(&self, depth: u8) -> f64 {
        let level = usize::from(depth).checked_sub(1).map(|index| &self.tokens.levels[index]);
        level.map_or(0.0, |level| level.indent.0 + level.marker.0 * level.size.0)
    }

    /// What the items of a list stay with.
    fn keep_items(&self, list: &mut List) {
        let last = list.items.len() - 1;
        for (index, item) in list.items.iter_mut().enumerate() {
            let leads = !item.body.is_empty();
            item.keeping = match self.is_short(&item.text) {
                true if leads => Keeping::WithBody,
                true if index + 1 == last => Keeping::WithNext,
                _ => Keeping::Free,
            };
        }
    }
}

/// The type of items of a level.
fn type_of(level: &Level) -> Type {
    Type::new(level.face, level.weight.is_bold(), level.size.0)
}
