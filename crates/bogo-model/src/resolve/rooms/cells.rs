//! What stands in cells: what it measures, its lines, and its height.

use super::{PT_PER_MM, Rooms, Type, stack};
use crate::edition::{
    Align, CellLine, Diagonal, NestedLine, Picture, Print, RichText, TableCell, nested,
};
use crate::lines::{Form, Paragraph, Room};
use crate::theme::tokens::FaceName;

/// The tallest a picture in a cell is, as a part of a page's height.
const TALLEST_PICTURE: f64 = 0.55;

/// The narrowest a picture in a cell is, in points.
const NARROWEST_PICTURE: f64 = 14.0;

/// The part of a cell's width that each text beside a diagonal may take.
const BESIDE_DIAGONAL: f64 = 0.6;

/// A text of a cell, measured.
pub(super) struct CellText {
    pub paragraph: Paragraph,
    /// How far its lines stand in, in ems.
    pub indent: f64,
    /// How much of its first line a badge takes, in ems.
    pub lead: f64,
}

impl CellText {
    /// How many lines it takes in so many ems.
    pub(super) fn count(&self, ems: f64) -> usize {
        let ems = ems - self.indent;
        let room = Room { ems, lead: self.lead, form: Form::Ragged, least_scale: 1.0 };
        self.paragraph.count(&room)
    }
}

/// Where a cell stands: its width without insets, in points, and its type.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellRoom {
    pub width: f64,
    pub own: Type,
}

impl Rooms<'_> {
    /// The type of a cell.
    pub(super) fn cell_type(is_bold: bool, size: f64) -> Type {
        Type::new(FaceName::Sans, is_bold, size)
    }

    /// A text without a sign or a badge before it, measured.
    pub(super) fn cell_text(&self, text: &RichText, own: Type) -> CellText {
        CellText { paragraph: self.paragraph(text, own), indent: 0.0, lead: 0.0 }
    }

    /// The texts of a cell, measured.
    pub(super) fn cell_texts(&self, cell: &TableCell, own: Type) -> Vec<CellText> {
        match &cell.list {
            Some(lines) => {
                let mut texts = Vec::with_capacity(lines.len());
                self.list_texts(lines, 0.0, own, &mut texts);
                texts
            }
            None if cell.text.runs.is_empty() => Vec::new(),
            None => vec![self.cell_text(&cell.text, own)],
        }
    }

    fn list_texts(&self, lines: &[CellLine], indent: f64, own: Type, texts: &mut Vec<CellText>) {
        for run in nested(lines) {
            let hang = self.hang(&run, own) / own.size;
            for NestedLine { line, below } in run {
                let lead = line
                    .badge
                    .as_ref()
                    .map_or(0.0, |badge| self.badge_lead(&mut badge.clone(), own.size) / own.size);
                let paragraph = self.paragraph(&line.text, own);
                texts.push(CellText { paragraph, indent: indent + hang, lead });
                self.list_texts(below, indent + hang, own, texts);
            }
        }
    }

    /// How wide the column of the signs of a run of lines is.
    fn hang(&self, run: &[NestedLine<'_>], own: Type) -> f64 {
        let least = self.tokens.table.list_marker.0;
        let signs = run.iter().filter_map(|nested| nested.line.marker.as_deref());
        let signs = signs.filter(|sign| !sign.is_empty());
        signs.map(|sign| self.marker_column(sign, least, own)).fold(0.0, f64::max)
    }

    /// Chooses the lines of what stands in a cell whose texts have been measured.
    pub(super) fn set_cell(&self, cell: &mut TableCell, texts: &[CellText], room: CellRoom) {
        let CellRoom { width, own } = room;
        if let Some(diagonal) = &mut cell.diagonal {
            for text in [&mut diagonal.below, &mut diagonal.above] {
                self.lines(text, own, width * BESIDE_DIAGONAL, Form::Ragged);
            }
        }
        if let Some(lines) = &mut cell.list {
            self.set_lines(lines, room);
        } else if let Some(words) = texts.first() {
            let form = if cell.align == Align::Center { Form::Balanced } else { Form::Ragged };
            let room = self.room(0.0, own, width - self.pad(cell, own), form);
            cell.text.lines = words.paragraph.lines(&room);
        }
        let caption = cell.picture.iter_mut().filter_map(|picture| picture.caption.as_mut());
        caption.for_each(|text| self.lines(text, own, width, Form::Balanced));
    }

    /// How much room is left behind a number for the decimals of others.
    pub(super) fn pad(&self, cell: &TableCell, own: Type) -> f64 {
        if cell.pad.is_empty() { 0.0 } else { self.width(&cell.pad, own) }
    }

    fn set_lines(&self, lines: &mut [CellLine], room: CellRoom) {
        let CellRoom { width, own } = room;
        // Each run of signs has a column of its own, and what is deeper stands in
        // that of what it is below.
        let mut hangs = vec![(0.0, 0.0); lines.len()];
        self.hangs(lines, 0.0, own, &mut hangs);
        for (line, (indent, hang)) in lines.iter_mut().zip(hangs) {
            line.hang = hang;
            let room = width - indent - hang;
            self.badged(&mut line.text, &mut line.badge, own, room, Form::Ragged);
        }
    }

    /// How far each line stands in before its sign, and how wide its sign's column
    /// is.
    fn hangs(&self, lines: &[CellLine], indent: f64, own: Type, hangs: &mut [(f64, f64)]) {
        let mut at = 0;
        for run in nested(lines) {
            let hang = self.hang(&run, own);
            for NestedLine { below, .. } in run {
                hangs[at] = (indent, hang);
                let end = at + 1 + below.len();
                self.hangs(below, indent + hang, own, &mut hangs[at + 1..end]);
                at = end;
            }
        }
    }

    /// Sizes the picture of a cell, which is as wide as its columns and no taller
    /// than most of a page so high.
    pub(super) fn size_picture(picture: &mut Picture, width: f64, page: f64) {
        let width = width.max(NARROWEST_PICTURE);
        let tallest = page * TALLEST_PICTURE;
        let (width_mm, height_mm) = (width / PT_PER_MM, tallest / PT_PER_MM);
        picture.used.print = Print { width_mm, height_mm, ..picture.used.print };
        picture.width = (tallest * picture.ratio / width).min(1.0);
    }

    /// How high what stands in a cell is, without insets.
    pub(super) fn content_height(&self, cell: &TableCell, width: f64, size: f64) -> f64 {
        let look = &self.tokens.table;
        let leading = look.leading.0;
        let words = match &cell.list {
            Some(lines) => self.list_height(lines, size),
            None => self.height(&cell.text, size, leading),
        };
        let Some(picture) = &cell.picture else { return words };
        let above = if words > 0.0 { words + leading * size } else { 0.0 };
        let caption = picture
            .caption
            .as_ref()
            .map_or(0.0, |caption| leading * size + self.height(caption, size, leading));
        above + width * picture.width / picture.ratio + caption
    }

    fn list_height(&self, lines: &[CellLine], size: f64) -> f64 {
        let look = &self.tokens.table;
        let gap = look.list_gap.0 * size;
        let line = |own: &NestedLine<'_>| {
            let words = self.height(&own.line.text, size, look.leading.0).max(stack(1, size, 0.0));
            match own.below.is_empty() {
                true => words,
                false => words + gap + self.list_height(own.below, size),
            }
        };
        let heights: Vec<f64> = nested(lines).iter().flatten().map(line).collect();
        heights.iter().sum::<f64>() + gap * (heights.len() as f64 - 1.0).max(0.0)
    }

    /// How high a cell has to be that a diagonal divides, insets included, where
    /// it is so wide.
    pub(super) fn diagonal_height(&self, cell: &Diagonal, width: f64, own: Type) -> f64 {
        let look = &self.tokens.table;
        let leading = look.leading.0;
        let (inset_x, inset_y) = (look.dense_inset_x.0, look.dense_inset_y.0);
        let measure = |text: &RichText| {
            let wide = self.natural(text, own).min(width * BESIDE_DIAGONAL);
            (wide, self.height(text, own.size, leading))
        };
        let (below, above) = (measure(&cell.below), measure(&cell.above));
        let beside = below.0 + above.0 + 2.0 * inset_x <= width;
        let height = match beside {
            true => below.1.max(above.1),
            false => below.1 + leading * own.size + above.1,
        };
        // The diagonal keeps clear of each text, and so the texts of each other.
        let clear = |(wide, high): (f64, f64)| {
            (inset_y + high) / (1.0 - ((inset_x + wide) / width).min(0.9))
        };
        (height + 2.0 * inset_y).max(clear(below)).max(clear(above))
    }
}
