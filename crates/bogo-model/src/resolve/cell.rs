//! What stands in a cell: text, a number, lines, a picture.

use super::body::item_marker;
use super::context::Context;
use super::grid;
use super::pictures::Print;
use super::text::Room;
use crate::diagnostic::{Form, Place};
use crate::edition::{CellLine, Diagonal, PictureUse, RichText, Source, Table, TableCell};
use crate::format::{Align, Block, Cell, Item, Line, Photo, RunContent, Text};
use crate::json::{Span, Spanned};
use crate::korean;
use crate::message;

/// The tallest a picture in a cell is, as a part of a page's height.
const TALLEST_PICTURE: f64 = 0.55;

/// The deepest that lines in a cell are nested.
const DEEPEST_LINE: u8 = 4;

/// Whether a cell says that its number is to be computed.
fn is_computed(text: &Text) -> bool {
    matches!(text.runs.as_slice(), [run] if run.content == RunContent::Literal("=".to_owned()))
}

impl Context<'_> {
    /// A cell but for its alignment, and its picture, which are decided when
    /// the whole table is known.
    pub(super) fn cell<'a>(&mut self, cell: &'a Cell, photos: &mut Vec<&'a Photo>) -> TableCell {
        let (colspan, rowspan) = cell.spans();
        let mut set = TableCell { colspan, rowspan, strong: cell.strong, ..TableCell::default() };
        self.check_cell(cell);
        if let Some(number) = &cell.number {
            set.text =
                RichText::plain_from(korean::number(number.value), Source::made_of([number.span]));
            set.align = Align::Right;
        } else if let Some(text) = cell.text.as_ref().filter(|text| is_computed(text)) {
            set.text = self.computed_cell(text);
            set.align = Align::Right;
        } else if let Some(text) = &cell.text {
            set.text = self.rich_in(Room::Cell, text);
        }
        if !cell.body.is_empty() {
            let mut lines = Vec::new();
            self.cell_lines(&cell.body, cell.numbering.as_ref(), 1, &mut lines);
            // Where none of them can stand in a cell, which has been reported,
            // there is no list.
            set.list = Some(lines).filter(|lines| !lines.is_empty());
        }
        set.diagonal = cell.diagonal.as_ref().map(|diagonal| Diagonal {
            below: self.rich(&diagonal.below),
            above: self.rich(&diagonal.above),
        });
        if let Some(photo) = &cell.picture {
            photos.push(photo);
            set.picture = Some(crate::edition::Picture {
                used: PictureUse {
                    file: String::new(),
                    width_mm: 0.0,
                    height_mm: 0.0,
                    crop: None,
                    place: Place::whole(""),
                },
                alt: String::new(),
                caption: None,
                ratio: 1.0,
                width: 1.0,
            });
        }
        set
    }

    /// The number of a cell that is to be computed, or a finding.
    fn computed_cell(&mut self, text: &Text) -> RichText {
        let source = Source::typed(text.span, text.runs[0].at.clone());
        if let Some(computed) = self.figures.cell(text.span) {
            let source = source.with(computed.from.iter().copied());
            return RichText::plain_from(computed.printed(), source);
        }
        let message = message!("계산할 수 없는 칸입니다(=)", "this cell (=) cannot be computed");
        let help = message!(
            "합계 행(\"total\": true)이나 \"sum_of\" 같은 열·행의 칸에만 쓸 수 있고, 더할 칸은 모두 숫자여야 합니다.",
            "it works in rows of totals and in lines with `sum_of` or the like, over numbers only"
        );
        self.error(Form::NothingToCompute, text.span, message, Some(help));
        RichText::plain_from("?", source)
    }

    fn check_cell(&mut self, cell: &Cell) {
        for name in cell.calls() {
            self.check_figure(&name.value, name.span, None);
        }
        let said = [
            cell.text.is_some(),
            cell.number.is_some(),
            !cell.body.is_empty(),
            cell.diagonal.is_some(),
        ];
        if said.into_iter().filter(|said| *said).count() > 1 {
            let message = message!(
                "한 칸에 글, 숫자, 본문, 대각선 가운데 둘 이상이 있습니다",
                "a cell has more than one of text, number, body and diagonal"
            );
            let help = message!("하나만 남기십시오.", "keep one of them");
            self.omission(Form::TwoValues, cell.span, message, Some(help));
        }
    }

    /// The lines of a cell's body. What is no item, note or paragraph is
    /// reported: a cell is too small for it.
    fn cell_lines(
        &mut self,
        blocks: &[Block],
        numbering: Option<&Spanned<String>>,
        depth: u8,
        lines: &mut Vec<CellLine>,
    ) {
        let pattern = numbering.and_then(|numbering| self.pattern(numbering, 1));
        let mut count = 0;
        for block in blocks {
            let line = |marker, text| CellLine { marker, ordered: false, depth, badge: None, text };
            match block.as_line() {
                Some(Line::Item(item)) => {
                    count += 1;
                    self.check_item(item);
                    let usual = || self.cell_marker(depth);
                    let marker = item_marker(item, pattern.as_ref(), count, usual);
                    let badge = item.badge.as_ref().map(|badge| self.rich(badge));
                    let text = self.item_text(item, Room::Cell);
                    let ordered = pattern.is_some();
                    lines.push(CellLine { badge, ordered, ..line(Some(marker), text) });
                    self.lower_lines(item, depth, lines);
                }
                Some(Line::Note(note)) => {
                    let marker = self.note_marker(note);
                    lines.push(line(Some(marker), self.said(&note.text)));
                }
                Some(Line::Paragraph(paragraph)) => {
                    lines.push(line(None, self.said(&paragraph.text)));
                }
                None => self.not_in_cells(block.span()),
            }
        }
    }

    fn lower_lines(&mut self, item: &Item, depth: u8, lines: &mut Vec<CellLine>) {
        if depth < DEEPEST_LINE {
            self.cell_lines(&item.body, item.numbering.as_ref(), depth + 1, lines);
        } else if !item.body.is_empty() {
            let message =
                message!("칸 안의 줄이 너무 깊습니다", "lines in a cell are nested too deep");
            self.omission(Form::TooDeep, item.span, message, None);
        }
    }

    /// The marker of items in cells, by their depth; the last for all deeper.
    pub(super) fn cell_marker(&self, depth: u8) -> String {
        let index = usize::from(depth > 1);
        self.theme.entry(&["table", "markers"], index).to_owned()
    }

    fn not_in_cells(&mut self, span: Span) {
        let message = message!(
            "칸 안에는 항목, 딸린 줄, 문단만 놓을 수 있습니다",
            "a cell holds items, notes and paragraphs only"
        );
        let help = message!(
            "그림은 칸의 \"picture\"에 쓰고, 나머지는 표 밖에 놓으십시오.",
            "use the cell's `picture` for a picture; put anything else outside the table"
        );
        self.omission(Form::CellBody, span, message, Some(help));
    }

    /// Puts the pictures into their cells, now that the widths are known.
    pub(super) fn set_pictures(&mut self, table: &mut Table, count: usize, photos: &[&Photo]) {
        if photos.is_empty() {
            return;
        }
        let geometry = self.theme.geometry;
        let width = geometry.table_width_mm(table.landscape);
        let page = match table.landscape {
            true => geometry.body_width_mm,
            false => geometry.body_height_mm,
        };
        let widths: Vec<f64> = table.columns.iter().map(|column| column.width * width).collect();
        let places = grid::placed_head(table, count);
        let places = places.into_iter().chain(grid::placed_body(table, count));
        let printed: Vec<f64> = places
            .filter(|(_, cell)| cell.picture.is_some())
            .map(|(column, cell)| {
                let spanned = &widths[column..(column + cell.colspan).min(count)];
                spanned.iter().sum::<f64>() - 2.0 * geometry.table_cell_inset_mm
            })
            .collect();
        let mut pictures = photos
            .iter()
            .zip(printed)
            .map(|(photo, width)| {
                let width = width.max(5.0);
                let tallest = page * TALLEST_PICTURE;
                let print = Print { width, height: tallest, crop: None };
                let mut picture = self.picture(photo, print)?;
                picture.width = (tallest * picture.ratio / width).min(1.0);
                Some(picture)
            })
            .collect::<Vec<_>>()
            .into_iter();
        let rows = table.head.iter_mut().chain(table.rows.iter_mut().map(|row| &mut row.cells));
        for cell in rows.flatten().filter(|cell| cell.picture.is_some()) {
            cell.picture = pictures.next().flatten();
        }
    }
}
