//! What stands before the chapters, and at the foot of pages.

use super::{Rooms, Type};
use crate::edition::{Contents, Cover, Edition, RichText};
use crate::lines::Form;
use crate::theme::tokens::FaceName;

/// The page number for which the foot has room.
const WIDEST_PAGE_NUMBER: &str = "- 888 -";

/// How many lines the words beside a page number may take.
const FOOT_LINES: usize = 2;

impl Rooms<'_> {
    /// Gives what stands before the chapters and at the foot of pages its rooms.
    pub(super) fn front(&self, edition: &mut Edition) {
        if let Some(footer) = &mut edition.footer {
            edition.footer_size = self.foot(footer);
        }
        if let Some(cover) = &mut edition.cover {
            self.cover(cover);
        }
        if let Some(contents) = &mut edition.contents {
            self.contents(contents);
        }
    }

    /// Chooses the lines of the words beside the page number, in smaller type
    /// where they are long, and returns its size.
    fn foot(&self, words: &mut RichText) -> f64 {
        let look = &self.tokens.page;
        let own = |size: f64| Type::new(FaceName::Sans, false, size);
        let room = (self.body_width - self.number_width()) / 2.0;
        let fits = self.natural(words, own(look.footer_size.0)) <= room;
        let size = if fits { look.footer_size.0 } else { look.least_footer_size.0 };
        self.lines(words, own(size), room, Form::Ragged);
        size
    }

    /// Of words that are too long for the foot of a page, to how many syllables
    /// they have to be cut.
    pub(in crate::resolve) fn foot_overrun(&self, words: &RichText) -> Option<usize> {
        let mut words = words.clone();
        let size = self.foot(&mut words);
        if words.line_count() <= FOOT_LINES && words.lines.scale >= 1.0 {
            return None;
        }
        let letters = words.plain().chars().count() as f64;
        let own = Type::new(FaceName::Sans, false, size);
        let room = (self.body_width - self.number_width()) * FOOT_LINES as f64 / 2.0;
        // Lines end at words, so that they are not quite filled.
        Some((0.9 * letters * room / self.natural(&words, own)).floor() as usize)
    }

    /// How much the page number takes in the middle of the foot.
    fn number_width(&self) -> f64 {
        let size = self.tokens.page.footer_size.0;
        self.width(WIDEST_PAGE_NUMBER, Type::new(FaceName::Sans, false, size))
    }

    fn cover(&self, cover: &mut Cover) {
        let look = &self.tokens.cover;
        let full = self.body_width;
        let inside = match look.style.as_str() {
            "frame" => full - 2.0 * look.rule_gap.0 - 2.0 * look.frame_inset.0,
            "band" => full - 2.0 * look.frame_inset.0,
            _ => full,
        };
        let title = |size: f64| Type::new(FaceName::Title, true, size);
        let sans = |size: f64| Type::new(FaceName::Sans, false, size);
        let balanced = |text: &mut RichText, own: Type, room: f64| {
            self.lines(text, own, room, Form::Balanced);
        };
        cover.lead.iter_mut().for_each(|text| balanced(text, title(look.lead_size.0), inside));
        // A long title is set smaller.
        let usual = if cover.own_page { look.title_size.0 } else { look.head_size.0 };
        let ems = self.natural(&cover.title, title(1.0)).max(1.0);
        let fitting = look.title_lines * inside / ems;
        cover.title_size = usual.min(fitting.max(look.least_title_size.0));
        balanced(&mut cover.title, title(cover.title_size), inside);
        if !cover.own_page {
            let beside = [&mut cover.date, &mut cover.organisation, &mut cover.department];
            let beside = beside.into_iter().flatten().chain(&mut cover.lines);
            beside.for_each(|text| balanced(text, sans(look.head_line_size.0), full));
            return;
        }
        cover.date.iter_mut().for_each(|text| balanced(text, title(look.date_size.0), full));
        cover.lines.iter_mut().for_each(|text| balanced(text, sans(look.line_size.0), full));
        // Where no department stands at the foot, the organisation takes its place.
        let (organisation, reporter) = match cover.department.is_some() {
            true => (&mut cover.organisation, &mut cover.department),
            false => (&mut cover.department, &mut cover.organisation),
        };
        organisation
            .iter_mut()
            .for_each(|text| balanced(text, title(look.organisation_size.0), full));
        let tracked =
            Type { tracking: look.department_tracking.0, ..title(look.department_size.0) };
        reporter.iter_mut().for_each(|text| balanced(text, tracked, full));
        let caption = cover.picture.iter_mut().filter_map(|picture| picture.caption.as_mut());
        caption.for_each(|text| balanced(text, sans(look.caption_size.0), full));
    }

    fn contents(&self, contents: &mut Contents) {
        let look = &self.tokens.contents;
        let room = self.body_width - 2.0 * (look.bar_gap.0 + look.least_bar.0);
        let own = Type::new(FaceName::Title, true, look.title_size.0);
        self.lines(&mut contents.title, own, room, Form::Balanced);
        for entry in &mut contents.entries {
            let (own, indent) = match entry.level {
                1 => (Type::new(FaceName::Title, true, look.chapter_size.0), 0.0),
                2 => (Type::new(FaceName::Body, false, look.entry_size.0), look.entry_indent.0),
                _ => {
                    (Type::new(FaceName::Body, false, look.entry_size.0), look.deep_entry_indent.0)
                }
            };
            let full = self.body_width - 2.0 * look.frame_inset.0 - indent - look.page_width.0;
            let room = full - look.least_leader.0 * own.size;
            self.lines(&mut entry.title, own, room, Form::Ragged);
        }
    }
}
