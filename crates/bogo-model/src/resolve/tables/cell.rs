//! What stands in a cell: text, a number, lines, a picture.

use super::super::body::{badge, check_item, item_marker, note_marker};
use super::super::called::called;
use super::super::found::{Found, Notes};
use super::super::here::Here;
use super::super::levels::pattern;
use super::super::pictures::picture;
use super::super::text::{item_text, rich, said};
use crate::diagnostic::Form;
use crate::edition::{CellLine, Diagonal, Print, RichText, Source, TableCell};
use crate::format::{Align, Block, Cell, Item, Line, PlacedCell, RunContent, Text};
use crate::json::{Span, Spanned};
use crate::korean;
use crate::message;

/// The deepest that lines in a cell are nested.
const DEEPEST_LINE: u8 = 4;

/// Whether a cell says that its number is to be computed.
fn is_computed(text: &Text) -> bool {
    matches!(text.runs.as_slice(), [run] if run.content == RunContent::Literal("=".to_owned()))
}

/// A cell but for its alignment, which the others of its column have a say in,
/// and its measures.
pub(super) fn cell(placed: &PlacedCell<'_>, here: &Here<'_>) -> Found<TableCell> {
    let mut notes = Notes::default();
    let cell = placed.cell;
    let mut set = TableCell { strong: cell.strong, ..TableCell::at(placed.place) };
    check_cell(cell, here, &mut notes);
    if let Some(number) = &cell.number {
        set.text =
            RichText::plain_from(korean::number(number.value), Source::made_of([number.span]));
        set.align = Align::Right;
    } else if let Some(text) = cell.text.as_ref().filter(|text| is_computed(text)) {
        set.text = notes.take(computed_cell(text, here));
        set.align = Align::Right;
    } else if let Some(text) = &cell.text {
        set.text = notes.take(rich(text, here));
    }
    if !cell.body.is_empty() {
        let lines = notes.take(cell_lines(&cell.body, cell.numbering.as_ref(), 1, here));
        // Where none of them can stand in a cell, which has been reported,
        // there is no list.
        set.list = Some(lines).filter(|lines| !lines.is_empty());
    }
    if let Some(diagonal) = &cell.diagonal {
        let below = notes.take(rich(&diagonal.below, here));
        let above = notes.take(rich(&diagonal.above, here));
        set.diagonal = Some(Diagonal { below, above, size: (0.0, 0.0) });
    }
    if let Some(photo) = cell.picture.as_deref() {
        // How wide it is printed follows from the width of its columns.
        let print = Print { width_mm: 0.0, height_mm: 0.0, crop: None };
        set.picture = notes.take(picture(photo, print, here));
    }
    notes.with(set)
}

/// The number of a cell that is to be computed, or a finding.
fn computed_cell(text: &Text, here: &Here<'_>) -> Found<RichText> {
    let mut notes = Notes::default();
    let source = Source::typed(text.span, text.runs[0].at.clone());
    if let Some(computed) = here.whole.figures.cell(text.span) {
        let source = source.with(computed.from.iter().copied());
        return RichText::plain_from(computed.printed(), source).into();
    }
    let message = message!("계산할 수 없는 칸입니다(=)", "this cell (=) cannot be computed");
    let help = message!(
        "합계 행(\"total\": true)이나 \"sum_of\" 같은 열·행의 칸에만 쓸 수 있고, 더할 칸은 모두 숫자여야 합니다.",
        "it works in rows of totals and in lines with `sum_of` or the like, over numbers only"
    );
    notes.error(Form::NothingToCompute, text.span, message, Some(help));
    notes.with(RichText::plain_from("?", source))
}

fn check_cell(cell: &Cell, here: &Here<'_>, notes: &mut Notes) {
    notes.take_all(cell.calls().map(|name| called(name, here)));
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
        notes.omission(Form::TwoValues, cell.span, message, Some(help));
    }
}

/// The lines of a cell's body. What is no item, note or paragraph is
/// reported: a cell is too small for it.
fn cell_lines(
    blocks: &[Block],
    numbering: Option<&Spanned<String>>,
    depth: u8,
    here: &Here<'_>,
) -> Found<Vec<CellLine>> {
    let mut notes = Notes::default();
    let pattern = numbering.and_then(|numbering| notes.take(pattern(numbering, 1)));
    let mut lines = Vec::new();
    let mut count = 0;
    for block in blocks {
        let line =
            |marker, text| CellLine { marker, ordered: false, depth, hang: 0.0, badge: None, text };
        match block.as_line() {
            Some(Line::Item(item)) => {
                count += 1;
                notes.take(check_item(item, here));
                let usual = || cell_marker(depth, here);
                let marker = item_marker(item, pattern.as_ref(), count, usual);
                let badge = notes.take_some(item.badge.as_ref().map(|words| badge(words, here)));
                let text = notes.take(item_text(item, here));
                let ordered = pattern.is_some();
                lines.push(CellLine { badge, ordered, ..line(Some(marker), text) });
                lines.extend(notes.take(lower_lines(item, depth, here)));
            }
            Some(Line::Note(note)) => {
                let marker = note_marker(note);
                lines.push(line(Some(marker), notes.take(said(&note.text, here))));
            }
            Some(Line::Paragraph(paragraph)) => {
                lines.push(line(None, notes.take(said(&paragraph.text, here))));
            }
            None => not_in_cells(block.span(), &mut notes),
        }
    }
    notes.with(lines)
}

/// The lines under an item in a cell.
fn lower_lines(item: &Item, depth: u8, here: &Here<'_>) -> Found<Vec<CellLine>> {
    if depth < DEEPEST_LINE {
        return cell_lines(&item.body, item.numbering.as_ref(), depth + 1, here);
    }
    let mut notes = Notes::default();
    if !item.body.is_empty() {
        let message = message!("칸 안의 줄이 너무 깊습니다", "lines in a cell are nested too deep");
        notes.omission(Form::TooDeep, item.span, message, None);
    }
    notes.with(Vec::new())
}

/// The marker of items in cells, by their depth; the last for all deeper.
pub(in crate::resolve) fn cell_marker(depth: u8, here: &Here<'_>) -> String {
    let index = usize::from(depth > 1);
    here.whole.theme.entry(&["table", "markers"], index).to_owned()
}

fn not_in_cells(span: Span, notes: &mut Notes) {
    let message = message!(
        "칸 안에는 항목, 딸린 줄, 문단만 놓을 수 있습니다",
        "a cell holds items, notes and paragraphs only"
    );
    let help = message!(
        "그림은 칸의 \"picture\"에 쓰고, 나머지는 표 밖에 놓으십시오.",
        "use the cell's `picture` for a picture; put anything else outside the table"
    );
    notes.omission(Form::CellBody, span, message, Some(help));
}
