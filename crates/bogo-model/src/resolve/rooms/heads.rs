//! The heads of chapters, sections, projects and teams, and the title pages of
//! chapters.

use super::{Rooms, Type};
use crate::edition::{
    Chapter, Divider, DividerEntry, Numeral, Opening, RichText, Section, SectionContent,
    SectionHead, Strip,
};
use crate::lines::Form;
use crate::theme::tokens::{Bar, FaceName};

/// By how much the box of a long number may be wider than usual, before its type
/// gets smaller.
const WIDER: f64 = 1.6;

/// A number, a heading of a list, takes no more than a third of its line.
const THIRD: f64 = 1.0 / 3.0;

impl Rooms<'_> {
    /// Gives the head of a chapter its rooms.
    pub(super) fn chapter(&self, chapter: &mut Chapter) {
        let look = &self.tokens.divider;
        match chapter.opening {
            Opening::Bar => {
                self.bar(&self.tokens.chapter, chapter.numeral.as_mut(), &mut chapter.title);
            }
            Opening::Divider => {
                let own = Type::new(FaceName::Title, true, look.title_size.0);
                let number = chapter.number.as_deref().map(|number| format!("{number} "));
                let mut title = RichText::from(number.unwrap_or_default());
                title.runs.extend(chapter.title.runs.iter().cloned());
                self.lines(&mut title, own, self.body_width, Form::Balanced);
                chapter.divider_title = Some(title);
            }
            Opening::None => {}
        }
        if let Some(divider) = &mut chapter.divider {
            self.divider(divider);
        }
    }

    fn divider(&self, divider: &mut Divider) {
        let look = &self.tokens.divider;
        match divider {
            Divider::Teams { department, teams } => {
                let room = look.block_width.0.min(self.body_width) - 2.0 * look.inset.0;
                if let Some(department) = department {
                    let own = Type::new(FaceName::Title, true, look.department_size.0);
                    self.lines(department, own, room, Form::Balanced);
                }
                let own = Type::new(FaceName::Body, false, look.team_size.0);
                teams.iter_mut().for_each(|team| self.lines(team, own, room, Form::Balanced));
            }
            Divider::Contents { entries } => {
                let room = look.list_width.0.min(self.body_width) - 2.0 * look.inset.0;
                self.divider_entries(entries, room);
            }
            Divider::Title => {}
        }
    }

    fn divider_entries(&self, entries: &mut [DividerEntry], room: f64) {
        let look = &self.tokens.divider;
        let own = Type::new(FaceName::Body, false, look.entry_size.0);
        let number = |entry: &DividerEntry| {
            let number = entry.number.as_ref()?;
            Some((entry.level, self.natural(number, own).min(room * THIRD)))
        };
        let widths: Vec<(u8, f64)> = entries.iter().filter_map(number).collect();
        for entry in entries {
            let of_level = widths.iter().filter(|(level, _)| *level == entry.level);
            entry.aside = of_level.fold(0.0, |most, (_, width)| most.max(*width));
            let indent = f64::from(entry.level.saturating_sub(2)) * look.entry_indent.0;
            let mut title = room - indent;
            if let Some(number) = &mut entry.number {
                self.lines(number, own, entry.aside, Form::Ragged);
                title -= entry.aside + look.entry_gap.0;
            }
            self.lines(&mut entry.title, own, title, Form::Ragged);
        }
    }

    /// Gives the head of a section its rooms.
    pub(super) fn section_head(&self, section: &mut Section) {
        let title = &mut section.title;
        match &mut section.content {
            SectionContent::Section { head: SectionHead::Numbered, numeral, .. } => {
                let look = &self.tokens.section;
                self.boxed_number(numeral);
                let own = Type::new(FaceName::Title, true, look.size.0);
                let room = self.body_width - numeral.width - look.gap.0;
                self.lines(title, own, room, Form::Ragged);
            }
            SectionContent::Section { head: SectionHead::Page, .. } => {
                let look = &self.tokens.page_title;
                let own = Type::new(FaceName::Title, true, look.size.0);
                let room = self.body_width - 2.0 * look.tail.0;
                self.lines(title, own, room, Form::Balanced);
            }
            SectionContent::Section { head: SectionHead::None, .. } => {}
            SectionContent::Group { .. } => {
                let look = &self.tokens.group;
                let own = Type::new(FaceName::Sans, true, look.size.0);
                let room = self.body_width - 2.0 * look.mark.0 - 2.0 * look.gap.0;
                self.lines(title, own, room, Form::Ragged);
            }
            SectionContent::Project { numeral, strip, .. } => {
                self.bar(&self.tokens.project, Some(numeral), title);
                if let Some(strip) = strip {
                    self.strip(strip);
                }
            }
        }
    }

    /// The bar of a chapter or a project: the box of its number is as wide as the
    /// theme says, or a little more for numbers such as 제1장; one that is wider
    /// still is set smaller, and then in lines.
    fn bar(&self, look: &Bar, numeral: Option<&mut Numeral>, title: &mut RichText) {
        let mut room = self.body_width;
        if let Some(own) = numeral {
            let face = |size| Type::new(FaceName::Title, true, size);
            let wide = self.natural(&own.text, face(look.number_size.0));
            let inset = 2.0 * look.number_inset.0;
            let broad = |most: f64| (wide + inset).max(look.number_width.0).min(most);
            own.width = broad(WIDER * look.number_width.0);
            own.size = look.number_size.0 * ((own.width - inset) / wide).min(1.0);
            if own.size < look.least_number_size.0 {
                own.size = look.least_number_size.0;
                own.width = broad(self.body_width * THIRD);
                let room = own.width - inset;
                self.lines(&mut own.text, face(own.size), room, Form::Balanced);
            }
            let gap = if self.tokens.bars == "filled" { look.gap.0 } else { 0.0 };
            room -= own.width + gap;
        }
        let own = Type::new(FaceName::Title, true, look.size.0);
        self.lines(title, own, room - 2.0 * look.inset.0, Form::Ragged);
    }

    /// The box of a section's number: as wide as the theme says, or wider for
    /// numbers such as 제1절. A number is never as high as its box.
    fn boxed_number(&self, own: &mut Numeral) {
        let look = &self.tokens.section;
        let inset = 2.0 * look.number_inset.0;
        own.size = look.number_size.0.min((look.r#box.0 - inset).max(look.number_size.0 / 2.0));
        let face = Type::new(FaceName::Title, true, own.size);
        let wide = self.natural(&own.text, face);
        own.width = look.r#box.0;
        if wide > look.r#box.0 {
            own.width = (wide + inset).min(self.body_width * THIRD);
            self.lines(&mut own.text, face, own.width - inset, Form::Balanced);
        }
    }

    /// The three places of a strip: as wide as their words if that fits, the
    /// middle kept in the middle if it can be; otherwise the outer ones give way,
    /// and none takes all.
    fn strip(&self, strip: &mut Strip) {
        let look = &self.tokens.strip;
        let badge = Type::new(FaceName::Sans, true, look.size.0);
        let own = Type { bold: false, ..badge };
        let inset = 2.0 * look.inset_x.0;
        let natural = |text: &RichText, own| match text.is_blank() {
            true => 0.0,
            false => self.natural(text, own),
        };
        let left = natural(&strip.left, badge);
        let left = if left > 0.0 { left + inset } else { 0.0 };
        let (middle, right) = (natural(&strip.center, own), natural(&strip.right, own));
        let room = self.body_width - 2.0 * look.gap.0;
        let outer = left.max(right);
        strip.widths = if middle + 2.0 * outer <= room {
            [outer, room - 2.0 * outer, outer]
        } else if left + middle + right <= room {
            [left, room - left - right, right]
        } else {
            let first = left.min(room / 3.0);
            let last = (room - first - middle).max(room / 4.0);
            [first, room - first - last, last]
        };
        let [left, middle, right] = strip.widths;
        self.lines(&mut strip.left, badge, left - inset, Form::Ragged);
        self.lines(&mut strip.center, own, middle, Form::Balanced);
        self.lines(&mut strip.right, own, right, Form::Balanced);
    }
}
