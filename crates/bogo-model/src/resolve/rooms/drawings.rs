//! Pictures, schedules, organisation charts and the list of projects.

use super::body::Place;
use super::{Rooms, Type, stack};
use crate::edition::{
    Chart, ChartSlice, PictureRows, ProjectEntry, RichText, Schedule, Unit, UnitBox, UnitLine,
    UnitWords,
};
use crate::korean::GLUE;
use crate::lines::Form;
use crate::resolve::chart;
use crate::theme::tokens::FaceName;

/// By how many insets a unit's box is higher than its words.
const BOX_INSETS: f64 = 2.6;

impl Rooms<'_> {
    /// Rows of pictures: a row is not split unless its captions are taller than
    /// the page.
    pub(super) fn pictures(&self, own: &mut PictureRows, place: Place) {
        let look = &self.tokens.pictures;
        own.standing = place.standing();
        let caption = Type::new(FaceName::Sans, false, look.caption_size.0);
        let shared = if own.full_page { place.width } else { own.standing.width };
        own.caption.iter_mut().for_each(|text| self.lines(text, caption, shared, Form::Balanced));
        let full = own.standing.width * own.part;
        let count = f64::from(own.per_row);
        let width = (full - look.gap.0 * (count - 1.0)) / count;
        own.cell = match own.full_page {
            true => {
                let least = look.least_height.0 * place.height;
                (place.width, least.min(place.width / own.ratio))
            }
            false => (width, width / own.ratio),
        };
        for item in &mut own.items {
            let room = if own.full_page { place.width } else { width };
            let captions = item.caption.iter_mut();
            captions.for_each(|text| self.lines(text, caption, room, Form::Balanced));
        }
        let high = |text: Option<&RichText>| {
            text.map_or(0.0, |text| {
                look.caption_gap.0 + self.height(text, caption.size, look.caption_leading.0)
            })
        };
        let tallest = self.tallest(place.height);
        // What stands below all pictures is a block of its own.
        let apart = (self.tokens.line.block.0 - look.caption_gap.0).max(0.0);
        let of_all = high(own.caption.as_ref());
        let of_all = if of_all > 0.0 { of_all + apart } else { 0.0 };
        let rows = own.items.chunks(usize::from(own.per_row).max(1));
        let last = rows.len() - 1;
        let captions: Vec<f64> = rows
            .map(|row| row.iter().map(|item| high(item.caption.as_ref())).fold(0.0, f64::max))
            .collect();
        own.captions = captions.first().copied().unwrap_or_default() + of_all;
        let apart = captions.iter().enumerate().map(|(index, captions)| {
            let below = if index == last { of_all } else { 0.0 };
            own.cell.1 + captions + below > tallest
        });
        own.apart = apart.collect();
    }

    /// A schedule, which comes apart between its tasks if it is taller than a page.
    pub(super) fn schedule(&self, own: &mut Schedule, place: Place) {
        let look = &self.tokens.schedule;
        own.standing = place.standing();
        let full = own.standing.width;
        own.name_width = full * look.name_share.0;
        own.note_width = if own.note_head.is_some() { full * look.note_share.0 } else { 0.0 };
        let count = own.slots.len() as f64;
        own.slot_width = (full - own.name_width - own.note_width) / count;
        let span = own.slot_width * count;
        let face = Type::new(FaceName::Sans, false, look.size.0);
        let leading = self.tokens.table.leading.0;
        let entry = |text: &mut RichText, width: f64| {
            self.lines(text, face, width - 2.0 * look.inset_x.0, Form::Balanced);
            2.0 * look.inset_y.0 + self.height(text, face.size, leading)
        };
        self.slot_labels(own);
        let line = 2.0 * look.inset_y.0 + face.size;
        let over = if own.groups.is_empty() { 1.0 } else { 2.0 };
        let mut head = entry(&mut own.head.0, own.name_width);
        head = head.max(entry(&mut own.head.1, span) + over * line);
        if let Some(words) = &mut own.note_head {
            head = head.max(entry(words, own.note_width));
        }
        let most = self.tallest(place.height);
        for task in &mut own.tasks {
            let name = entry(&mut task.name, own.name_width);
            let note = task.note.as_mut().map_or(0.0, |note| entry(note, own.note_width));
            task.height = look.row.0.max(name).max(note);
            task.splits = task.height > most / 2.0;
        }
        own.repeats_head = head <= most / 2.0;
        own.apart = head + own.tasks.iter().map(|task| task.height).sum::<f64>() > most;
    }

    /// The labels of slots and of what stands over them; where they are too narrow
    /// for theirs, these are smaller, or every second or third stands, and a label
    /// over few slots is left without its year, or out.
    fn slot_labels(&self, own: &mut Schedule) {
        let look = &self.tokens.schedule;
        let face = |size: f64| Type::new(FaceName::Sans, false, size);
        let small = look.size.0.min(look.least_size.0.max(own.slot_width / 2.0));
        let widest = |size: f64| {
            let widths = own.slots.iter().map(|label| self.width(label, face(size)));
            widths.fold(0.0, f64::max) + 2.0 * look.label_inset.0
        };
        own.slot_size = if widest(small) <= own.slot_width { small } else { look.least_size.0 };
        let step = (widest(own.slot_size) / own.slot_width).ceil() as usize;
        own.slot_step = step.clamp(1, own.slots.len().max(1));
        for group in &mut own.groups {
            let room = own.slot_width * group.span as f64;
            group.size = small;
            if self.width(&group.label, face(small)) + 2.0 * look.inset_x.0 <= room {
                continue;
            }
            group.size = look.least_size.0;
            let short = group.label.rsplit(GLUE).next().unwrap_or_default().to_owned();
            let fits = |label: &String| self.width(label, face(group.size)) <= room;
            let labels = [std::mem::take(&mut group.label), short];
            group.label = labels.into_iter().find(fits).unwrap_or_default();
        }
    }

    /// An organisation chart so wide, its blocks no taller than `most`.
    pub(super) fn chart(&self, root: &Unit, width: f64, most: f64) -> Chart {
        let look = &self.tokens.organisation;
        let height = |words: chart::UnitWords<'_>, width: f64, size: f64| {
            let own = self.unit_words(words, width - 2.0 * look.inset.0, size);
            look.box_height.0.max(self.words_height(&own) + BOX_INSETS * look.inset.0)
        };
        match chart::chart(root, width, most, look, &height) {
            chart::Chart::Drawn(slices) => {
                Chart::Drawn(slices.iter().map(|slice| self.slice(slice, look.inset.0)).collect())
            }
            chart::Chart::Lines(lines) => {
                let line = |line: &chart::UnitLine<'_>| {
                    let room = line.room - 2.0 * look.inset.0;
                    let words = self.unit_words(line.words, room, look.size.0);
                    let whole = self.is_short(&words.name)
                        && words.note.as_ref().is_none_or(|note| self.is_short(note));
                    UnitLine { indent: line.indent, bold: line.bold, whole, words }
                };
                Chart::Lines(lines.iter().map(line).collect())
            }
        }
    }

    fn slice(&self, slice: &chart::Slice<'_>, inset: f64) -> ChartSlice {
        let boxes = slice.boxes.iter().map(|own| UnitBox {
            at: (own.x, own.y),
            size: (own.width, own.height),
            look: own.look,
            own: own.own,
            words: self.unit_words(own.words, own.width - 2.0 * inset, own.size),
        });
        ChartSlice { height: slice.height, boxes: boxes.collect(), links: slice.links.clone() }
    }

    /// The words of a unit in lines `room` wide.
    fn unit_words(&self, words: chart::UnitWords<'_>, room: f64, size: f64) -> UnitWords {
        let look = &self.tokens.organisation;
        let note_size = (look.note_size.0 * size).max(look.least_note_size.0);
        let lines = |text: &RichText, bold: bool, size: f64| {
            let mut text = text.clone();
            self.lines(&mut text, Type::new(FaceName::Sans, bold, size), room, Form::Balanced);
            text
        };
        UnitWords {
            name: lines(words.name, true, size),
            size,
            note: words.note.map(|note| lines(note, false, note_size)),
            note_size,
        }
    }

    fn words_height(&self, words: &UnitWords) -> f64 {
        let leading = self.tokens.table.leading.0;
        let name = self.height(&words.name, words.size, leading);
        let note = words
            .note
            .as_ref()
            .map_or(0.0, |note| leading * words.size + self.height(note, words.note_size, leading));
        name.max(stack(1, words.size, 0.0)) + note
    }

    /// The list of projects, so wide; returns the widths of its columns.
    pub(super) fn project_list(
        &self,
        head: &mut [RichText],
        team_head: Option<&mut RichText>,
        entries: &mut [ProjectEntry],
        full: f64,
    ) -> Vec<f64> {
        let look = &self.tokens.list;
        let has_teams = team_head.is_some();
        let team = has_teams.then_some(look.team_width.0);
        let title = full - look.number_width.0 - look.page_width.0 - team.unwrap_or_default();
        let inset = 2.0 * self.tokens.table.inset_x.0;
        let cell = |text: &mut RichText, bold: bool, width: f64| {
            let own = Type::new(FaceName::Sans, bold, look.number_size.0);
            self.lines(text, own, width - inset, Form::Ragged);
        };
        let widths = [look.number_width.0, title, look.page_width.0];
        head.iter_mut().zip(widths).for_each(|(text, width)| cell(text, true, width));
        team_head.into_iter().for_each(|text| cell(text, true, look.team_width.0));
        for entry in entries {
            cell(&mut entry.title, false, title);
            let team = entry.team.iter_mut().filter(|_| has_teams);
            team.for_each(|text| cell(text, false, look.team_width.0));
        }
        let [number, title, page] = widths;
        [Some(number), team, Some(title), Some(page)].into_iter().flatten().collect()
    }
}
