//! Widths of columns from the words that stand in them.
//!
//! Extents are estimated in ems of the table's face: a syllable is nearly an
//! em wide, a figure a little over half of one. The estimate only has to rank
//! columns and to keep words whole; the setting itself measures exactly.

use std::ops::Range;

use super::rows::{align_decimals, share_heights};
use crate::edition::{CellLine, RichText, Table, TableCell, TableColumn};
use crate::format::Align;
use crate::korean::GLUE;
use crate::theme::Geometry;

/// No table is set smaller than this, in points.
const SMALLEST_PT: f64 = 8.0;

/// No table is set smaller than this only to save lines.
pub(crate) const COMFORTABLE_PT: f64 = 10.0;

/// Cells whose words take more lines than this ask for smaller type.
const MANY_LINES: f64 = 2.0;

/// Prose wider than this, in ems, is expected to wrap.
const WIDEST_PROSE: f64 = 26.0;

/// A cell that a diagonal divides asks for no more than this without need, in
/// ems.
const DIAGONAL: f64 = 10.0;

/// A word longer than this, in ems, may break at a syllable.
pub(crate) const LONGEST_WORD: f64 = 12.0;

/// Room that columns of words get beyond their need beside prose, in ems.
const WORDS_ROOM: f64 = 3.0;

/// What a syllable takes in a column, in ems: a little more than its own width.
const SYLLABLE: f64 = 1.0;

/// Points in a millimetre.
pub(crate) const PT_PER_MM: f64 = 72.0 / 25.4;

/// What a column needs, in ems.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Need {
    /// So that one syllable stands in a line.
    syllable: f64,
    /// So that no word is broken.
    least: f64,
    /// So that no line wraps.
    natural: f64,
    /// Whether prose stands in it, which gains from more room than it needs.
    prose: bool,
}

/// Gives the table its column widths and its size of type. `given` holds the
/// widths that the author chose, relative to one another; `has_photo` tells
/// whether a cell is to have a picture. Returns whether words made the type
/// smaller than it is read with ease.
pub(super) fn fit(
    table: &mut Table,
    count: usize,
    given: &[Option<f64>],
    has_photo: impl Fn(&TableCell) -> bool,
    geometry: &Geometry,
) -> bool {
    align_decimals(table, count);
    let needs = needs(table, count, has_photo);
    let width_mm = geometry.table_width_mm(table.landscape);
    let insets = 2.0 * geometry.table_cell_inset_mm * count as f64;
    let ems = |size: f64| (width_mm - insets) * PT_PER_MM / size;
    let chosen = given.iter().any(Option::is_some);
    let mut size = geometry.table_pt.max(SMALLEST_PT);
    let mut is_tight = false;
    let widths = loop {
        let (widths, lines) = match chosen {
            true => (share(given, &needs, ems(size)), 1.0),
            false => distribute(&needs, ems(size)),
        };
        let misfits = misfits(&widths, &needs);
        let crowded = lines > MANY_LINES && size > COMFORTABLE_PT;
        is_tight |= misfits;
        size = match misfits {
            true if size > SMALLEST_PT => (size - 0.5).max(SMALLEST_PT),
            false if crowded => (size - 0.5).max(COMFORTABLE_PT),
            _ => break widths,
        };
    };
    table.size = size;
    share_heights(table, &widths);
    // The insets belong to the columns, so they count towards their widths.
    let inset = 2.0 * geometry.table_cell_inset_mm * PT_PER_MM / size;
    let whole: f64 = widths.iter().map(|width| width + inset).sum();
    table.columns = widths
        .iter()
        .map(|width| TableColumn { width: ((width + inset) / whole * 1e4).round() / 1e4 })
        .collect();
    // Sizes in points come from millimetres, with what is lost on the way.
    is_tight && size < COMFORTABLE_PT - 1e-6
}

/// Whether a column lacks room for its words to stay whole.
fn misfits(widths: &[f64], needs: &[Need]) -> bool {
    widths.iter().zip(needs).any(|(width, need)| need.least - width > 1e-9)
}

/// Widths as the author chose them; a column without a choice counts 1. None is
/// narrower than a syllable, which nothing can break: the others give way.
fn share(given: &[Option<f64>], needs: &[Need], ems: f64) -> Vec<f64> {
    let weight = |index: usize| given.get(index).copied().flatten().unwrap_or(1.0);
    let syllables: f64 = needs.iter().map(|need| need.syllable).sum();
    let least = |index: usize| needs[index].syllable * (ems / syllables).min(1.0);
    let mut narrow = vec![false; needs.len()];
    loop {
        let (held, free): (Vec<usize>, Vec<usize>) =
            (0..needs.len()).partition(|index| narrow[*index]);
        let left = ems - held.into_iter().map(least).sum::<f64>();
        let whole: f64 = free.iter().copied().map(weight).sum();
        let width = |index: usize| match narrow[index] {
            true => least(index),
            false => weight(index) / whole * left,
        };
        let below: Vec<usize> =
            free.into_iter().filter(|index| width(*index) < least(*index)).collect();
        if below.is_empty() {
            return (0..needs.len()).map(width).collect();
        }
        below.into_iter().for_each(|index| narrow[index] = true);
    }
}

/// Widths from needs, and how many lines words then take: where everything
/// fits, one, and the narrow columns are made alike; where it does not, as few
/// as can be, the same in all columns that can wrap.
fn distribute(needs: &[Need], ems: f64) -> (Vec<f64>, f64) {
    let natural: f64 = needs.iter().map(|need| need.natural).sum();
    let has_prose = needs.iter().any(|need| need.prose);
    if natural <= ems && has_prose && !needs.iter().all(|need| need.prose) {
        return (beside_prose(needs, ems - natural), 1.0);
    }
    if natural <= ems {
        let level = water_level(needs, ems);
        return (needs.iter().map(|need| need.natural.max(level)).collect(), 1.0);
    }
    let least: f64 = needs.iter().map(|need| need.least).sum();
    if least >= ems {
        return (cut(needs, ems), MOST_LINES);
    }
    let wrapped = |lines: f64| -> Vec<f64> {
        needs.iter().map(|need| need.least.max(need.natural / lines)).collect()
    };
    let (mut few, mut many) = (1.0, MOST_LINES);
    for _ in 0..32 {
        let lines = (few + many) / 2.0;
        match wrapped(lines).iter().sum::<f64>() > ems {
            true => few = lines,
            false => many = lines,
        }
    }
    // What is left belongs to the columns that wrap.
    let widths = wrapped(many);
    let left = ems - widths.iter().sum::<f64>();
    let wrapping: f64 =
        widths.iter().zip(needs).map(|(width, need)| (need.natural - width).max(0.0)).sum();
    let part = if wrapping > 0.0 { left / wrapping } else { 0.0 };
    let widened = widths
        .iter()
        .zip(needs)
        .map(|(width, need)| width + part * (need.natural - width).max(0.0))
        .collect();
    (widened, many)
}

/// Widths where not all words stay whole: the widest columns give way, so that
/// as many others as can be keep what they need, but none below a syllable.
fn cut(needs: &[Need], ems: f64) -> Vec<f64> {
    let widths = |most: f64| -> Vec<f64> {
        needs.iter().map(|need| need.least.min(most.max(need.syllable))).collect()
    };
    let (mut narrow, mut wide) =
        (0.0, needs.iter().fold(0.0_f64, |most, need| most.max(need.least)));
    for _ in 0..32 {
        let most = (narrow + wide) / 2.0;
        match widths(most).iter().sum::<f64>() > ems {
            true => wide = most,
            false => narrow = most,
        }
    }
    widths(narrow)
}

/// More lines than words of a cell ever take.
const MOST_LINES: f64 = 64.0;

/// Natural widths, with what is `left` over: some room for columns of words,
/// the rest for those of prose.
fn beside_prose(needs: &[Need], left: f64) -> Vec<f64> {
    let words = needs.iter().filter(|need| !need.prose).count() as f64;
    let for_words = (WORDS_ROOM * words).min(left / 2.0);
    let prose: f64 = needs.iter().filter(|need| need.prose).map(|need| need.natural).sum();
    needs
        .iter()
        .map(|need| match need.prose {
            true => need.natural + (left - for_words) * need.natural / prose,
            false => need.natural + for_words / words,
        })
        .collect()
}

/// The width to which narrower columns are raised so that all fill the table.
fn water_level(needs: &[Need], ems: f64) -> f64 {
    let mut naturals: Vec<f64> = needs.iter().map(|need| need.natural).collect();
    naturals.sort_by(f64::total_cmp);
    let mut narrower = 0.0;
    for (count, natural) in naturals.iter().enumerate() {
        let wider: f64 = naturals[count..].iter().sum();
        let level = if count == 0 { 0.0 } else { (ems - wider) / count as f64 };
        if count > 0 && level <= *natural {
            return level;
        }
        narrower += natural;
    }
    debug_assert!(narrower <= ems + 1e-6, "everything fits");
    ems / naturals.len().max(1) as f64
}

/// What each column needs for the cells that stand in it alone, widened where
/// a cell that spans several needs more than they have.
fn needs(table: &Table, count: usize, has_photo: impl Fn(&TableCell) -> bool) -> Vec<Need> {
    let mut needs =
        vec![Need { syllable: SYLLABLE, least: 1.0, natural: 2.0, prose: false }; count];
    let mut spanning: Vec<(Range<usize>, Need)> = Vec::new();
    for cell in table.cells() {
        let need = need_of(cell, has_photo(cell));
        match cell.colspan {
            1 => {
                let own = &mut needs[cell.column];
                own.syllable = own.syllable.max(need.syllable);
                own.least = own.least.max(need.least);
                own.natural = own.natural.max(need.natural);
                own.prose |= cell.align == Align::Left;
            }
            _ => spanning.push((cell.columns(), need)),
        }
    }
    for (columns, need) in spanning {
        let own = &mut needs[columns];
        let least: f64 = own.iter().map(|need| need.least).sum();
        let natural: f64 = own.iter().map(|need| need.natural).sum();
        let part = 1.0 / own.len().max(1) as f64;
        for column in own {
            column.least += (need.least - least).max(0.0) * part;
            column.natural += (need.natural - natural).max(0.0) * part;
            column.natural = column.natural.max(column.least);
        }
    }
    needs
}

fn need_of(cell: &TableCell, has_photo: bool) -> Need {
    let mut need = text_need(&cell.text, 0.0);
    for line in cell.list.iter().flatten() {
        let line_need = text_need(&line.text, hang(line));
        need.syllable = need.syllable.max(SYLLABLE + markers(line));
        need.least = need.least.max(line_need.least);
        need.natural = need.natural.max(line_need.natural);
    }
    if let Some(diagonal) = &cell.diagonal {
        let texts = [&diagonal.below, &diagonal.above].map(|text| text_need(text, 0.0));
        let both: f64 = texts.iter().map(|need| need.natural).sum();
        // Long texts come in lines, each in its half of the cell.
        let words = 2.0 * texts.iter().map(|need| need.least).fold(0.0, f64::max);
        need = Need {
            least: (both * 0.75).min(words + 1.0),
            natural: (both + 1.0).min((words + 2.0).max(DIAGONAL)),
            ..need
        };
    }
    if has_photo {
        need.least = need.least.max(7.0);
        need.natural = need.natural.max(11.0);
    }
    // Numbers never break, and keep the room for the decimals of others.
    if cell.align == Align::Right {
        need.natural += extent(&cell.pad);
        need.least = need.natural;
        // They come apart behind their commas alone, if they have to.
        let text = cell.text.plain();
        let groups = text.split_inclusive([',', '.']).map(extent);
        need.syllable = need.syllable.max(groups.fold(0.0, f64::max));
    }
    Need { natural: need.natural.min(WIDEST_PROSE).max(need.least), ..need }
}

/// How far the words of a line stand in, in ems.
pub(super) fn hang(line: &CellLine) -> f64 {
    let deeper = f64::from(line.depth.saturating_sub(1));
    let marker = if line.marker.is_some() { 1.5 } else { 0.0 };
    let badge = line.badge.as_ref().map_or(0.0, |badge| extent(&badge.plain()) + 1.0);
    1.1 * deeper + marker + badge
}

/// How far the words of a line stand in at most for the markers before them
/// and of the lines above them, in ems.
fn markers(line: &CellLine) -> f64 {
    let above = line.depth.saturating_sub(1);
    1.5 * (f64::from(above) + if line.marker.is_some() { 1.0 } else { 0.0 })
}

fn text_need(text: &RichText, indent: f64) -> Need {
    let mut need = Need::default();
    for line in text.plain().split('\n') {
        let words = line.split(' ').map(extent).fold(0.0, f64::max);
        need.least = need.least.max(words + indent);
        need.natural = need.natural.max(extent(line) + indent);
    }
    need.least = need.least.min(LONGEST_WORD);
    need
}

/// The estimated width of a line, in ems.
pub(crate) fn extent(line: &str) -> f64 {
    line.chars()
        .map(|character| match character {
            ' ' | GLUE | '.' | ',' | '\'' | '’' | '‘' | ':' | '·' | '|' | 'i' | 'l' => 0.31,
            '(' | ')' | '[' | ']' | '-' | '/' => 0.4,
            '0'..='9' | 'a'..='z' | '~' => 0.6,
            ' '..='~' => 0.72,
            '\u{300}'..='\u{36f}' | '\u{302a}'..='\u{302f}' => 0.0,
            _ => 0.96,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::TableRow;
    use crate::format::Place;

    #[test]
    fn narrow_columns_are_made_alike_where_everything_fits() {
        let need = |natural| Need { least: 1.0, natural, ..Need::default() };
        let widths = distribute(&[need(3.0), need(20.0), need(5.0)], 40.0);
        assert_eq!(widths, ([10.0, 20.0, 10.0].into(), 1.0));
        assert_eq!(distribute(&[need(3.0), need(4.0)], 20.0).0, [10.0, 10.0]);
    }

    #[test]
    fn a_chosen_width_is_never_less_than_a_syllable() {
        let needs = [1.0, 2.5, 1.0].map(|syllable| Need { syllable, ..Need::default() });
        let widths = share(&[Some(1.0), Some(1.0), Some(100.0)], &needs, 40.0);
        assert_eq!(widths, [1.0, 2.5, 36.5]);
        let widths = share(&[Some(1.0), Some(2.0), Some(1.0)], &needs, 40.0);
        assert_eq!(widths, [10.0, 20.0, 10.0]);
        let widths = share(&[None, None, None], &needs, 2.25);
        assert!(widths.iter().sum::<f64>() < 2.25 + 1e-9 && widths[1] > 1.2, "{widths:?}");
    }

    #[test]
    fn prose_gives_way_before_words_are_broken() {
        let short = Need { least: 4.0, natural: 4.0, ..Need::default() };
        let prose = Need { least: 5.0, natural: 50.0, prose: true, ..Need::default() };
        let (widths, lines) = distribute(&[short, prose], 30.0);
        assert!((widths[0] - 4.0).abs() < 1e-6 && (widths[1] - 26.0).abs() < 1e-6);
        assert!((lines - 50.0 / 26.0).abs() < 1e-6);
    }

    #[test]
    fn a_column_of_numbers_has_room_for_the_longest_whole_and_the_longest_fraction() {
        let rows = [(0, "1,207.9"), (1, "61.25")].map(|(row, text)| {
            let place = Place { row, column: 0, rows: 1, columns: 1 };
            let number =
                TableCell { text: text.into(), align: Align::Right, ..TableCell::at(place) };
            TableRow { cells: vec![number], ..TableRow::default() }
        });
        let mut table = Table { rows: rows.into(), ..Table::default() };
        align_decimals(&mut table, 1);
        assert_eq!(table.rows[0].cells[0].pad, "0");
        let least = needs(&table, 1, |_| false)[0].least;
        assert!(least >= extent("1,207.90"), "{least}");
    }

    #[test]
    fn columns_that_wrap_take_the_same_number_of_lines() {
        let need = |natural| Need { least: 3.0, natural, ..Need::default() };
        let (widths, lines) = distribute(&[need(40.0), need(20.0), need(3.0)], 33.0);
        assert!((lines - 2.0).abs() < 1e-6);
        assert!((widths[0] - 20.0).abs() < 1e-6 && (widths[2] - 3.0).abs() < 1e-6);
    }
}
