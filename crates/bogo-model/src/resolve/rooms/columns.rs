//! How wide the columns of a table are, and how large its type is: by where its
//! texts really break.

use std::ops::Range;

use super::cells::CellText;

/// No table is set smaller than this, in points.
pub(super) const SMALLEST_PT: f64 = 8.0;

/// No table is set smaller than this only to save lines.
pub(crate) const COMFORTABLE_PT: f64 = 10.0;

/// Columns whose words would take more lines than this ask for smaller type.
pub(super) const MANY_LINES: f64 = 2.0;

/// More lines than words of a cell ever take.
const MOST_LINES: f64 = 64.0;

/// Prose wider than this, in ems, is expected to wrap.
const WIDEST_PROSE: f64 = 26.0;

/// A word longer than this, in ems, may be broken.
const LONGEST_WORD: f64 = 12.0;

/// A cell that a diagonal divides asks for no more than this without need, and
/// one with a picture for so much, in ems.
const DIAGONAL: f64 = 10.0;
const LEAST_PICTURE: f64 = 7.0;
const PICTURE: f64 = 11.0;

/// Room that columns of words get beyond their need beside prose, in ems.
const WORDS_ROOM: f64 = 3.0;

/// What a column has at least, and what it has without any words, in ems.
const LEAST: f64 = 1.0;
const NATURAL: f64 = 2.0;

/// A cell of a table, measured.
pub(super) struct MeasuredCell {
    pub columns: Range<usize>,
    pub rows: Range<usize>,
    pub texts: Vec<CellText>,
    /// Whether it stands at the left, as prose does.
    pub is_prose: bool,
    /// Whether it stands at the right, as numbers do, which never break; how much
    /// room is left behind it for the decimals of others, in ems.
    pub number: Option<f64>,
    pub has_picture: bool,
    /// The texts of a cell that a diagonal divides.
    pub diagonal: Option<[CellText; 2]>,
}

/// What a column needs, in ems.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Need {
    /// So that anything stands in it.
    pub narrowest: f64,
    /// So that no word is broken.
    pub least: f64,
    /// So that no line wraps.
    pub natural: f64,
    /// Whether prose stands in it, which gains from more room than it needs.
    pub prose: bool,
    /// Whether numbers stand in it.
    pub number: bool,
}

impl MeasuredCell {
    /// What it needs of its columns.
    fn need(&self) -> Need {
        let over = |measure: &dyn Fn(&CellText) -> f64| {
            self.texts.iter().map(|text| measure(text) + text.indent).fold(0.0, f64::max)
        };
        let mut need = Need {
            narrowest: over(&|text| text.paragraph.narrowest()),
            least: over(&|text| text.paragraph.least().min(LONGEST_WORD)),
            natural: over(&|text| text.paragraph.natural() + text.lead),
            prose: self.is_prose,
            number: self.number.is_some(),
        };
        if let Some(texts) = &self.diagonal {
            let both: f64 = texts.iter().map(|text| text.paragraph.natural()).sum();
            // Long texts come in lines, each in its half of the cell.
            let words = 2.0 * texts.iter().map(|text| text.paragraph.least()).fold(0.0, f64::max);
            need.least = (both * 0.75).min(words + 1.0);
            need.natural = (both + 1.0).min((words + 2.0).max(DIAGONAL));
        }
        if self.has_picture {
            need.least = need.least.max(LEAST_PICTURE);
            need.natural = need.natural.max(PICTURE);
        }
        if let Some(pad) = self.number {
            need.natural += pad;
            need.least = need.natural;
        }
        Need { natural: need.natural.min(WIDEST_PROSE).max(need.least), ..need }
    }

    /// The word of it that is wider than so many ems, and by how much.
    pub(super) fn lacking(&self, ems: f64) -> Option<(f64, &str)> {
        let lack = |text: &CellText| {
            let least = match self.number {
                Some(pad) => text.paragraph.natural() + pad,
                None => text.paragraph.least().min(LONGEST_WORD),
            };
            least + text.indent - ems
        };
        let texts = self.texts.iter().map(|text| (lack(text), text.paragraph.widest_word()));
        texts.filter(|(lack, _)| *lack > 1e-6).max_by(|one, other| one.0.total_cmp(&other.0))
    }
}

/// What each column needs for the cells that stand in it alone, widened where a
/// cell that spans several needs more than they have.
pub(super) fn needs(cells: &[MeasuredCell], count: usize) -> Vec<Need> {
    let none =
        Need { narrowest: LEAST, least: LEAST, natural: NATURAL, prose: false, number: false };
    let mut needs = vec![none; count];
    for cell in cells.iter().filter(|cell| cell.columns.len() == 1) {
        let (own, need) = (&mut needs[cell.columns.start], cell.need());
        own.narrowest = own.narrowest.max(need.narrowest);
        own.least = own.least.max(need.least);
        own.natural = own.natural.max(need.natural);
        own.prose |= need.prose;
        own.number |= need.number;
    }
    for cell in cells.iter().filter(|cell| cell.columns.len() > 1) {
        let (own, need) = (&mut needs[cell.columns.clone()], cell.need());
        let least: f64 = own.iter().map(|need| need.least).sum();
        let natural: f64 = own.iter().map(|need| need.natural).sum();
        let part = 1.0 / own.len() as f64;
        for column in own {
            column.least += (need.least - least).max(0.0) * part;
            column.natural += (need.natural - natural).max(0.0) * part;
            column.natural = column.natural.max(column.least);
        }
    }
    needs
}

/// Whether a column lacks room for its words to stay whole.
pub(super) fn misfits(widths: &[f64], needs: &[Need]) -> bool {
    widths.iter().zip(needs).any(|(width, need)| need.least - width > 1e-9)
}

/// Widths as the author chose them; a column without a choice counts 1. None is
/// narrower than what nothing can break: the others give way.
pub(super) fn share(given: &[Option<f64>], needs: &[Need], ems: f64) -> Vec<f64> {
    let weight = |index: usize| given.get(index).copied().flatten().unwrap_or(1.0);
    let narrowest: f64 = needs.iter().map(|need| need.narrowest).sum();
    let least = |index: usize| needs[index].narrowest * (ems / narrowest).min(1.0);
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

/// Widths from needs: where everything fits, narrow columns are made alike, and
/// where it does not, there are as few lines as can be.
pub(super) fn distribute(needs: &[Need], cells: &[MeasuredCell], ems: f64) -> Vec<f64> {
    let natural: f64 = needs.iter().map(|need| need.natural).sum();
    if natural <= ems {
        let has_prose = needs.iter().any(|need| need.prose);
        if has_prose && !needs.iter().all(|need| need.prose) {
            return beside_prose(needs, ems - natural);
        }
        let level = water_level(needs, ems);
        return needs.iter().map(|need| need.natural.max(level)).collect();
    }
    let least: f64 = needs.iter().map(|need| need.least).sum();
    match least >= ems {
        true => cut(needs, ems),
        false => super::fewest::widths(needs, cells, ems),
    }
}

/// How many lines words take if columns that wrap all take as many.
pub(super) fn lines_alike(needs: &[Need], ems: f64) -> f64 {
    let wrapped =
        |lines: f64| -> f64 { needs.iter().map(|need| need.least.max(need.natural / lines)).sum() };
    if wrapped(1.0) <= ems {
        return 1.0;
    }
    let (mut few, mut many) = (1.0, MOST_LINES);
    for _ in 0..32 {
        let lines = (few + many) / 2.0;
        match wrapped(lines) > ems {
            true => few = lines,
            false => many = lines,
        }
    }
    many
}

/// Widths where not all words stay whole: the widest columns give way, so that
/// as many others as can be keep what they need, but none below what cannot be
/// broken.
fn cut(needs: &[Need], ems: f64) -> Vec<f64> {
    let widths = |most: f64| -> Vec<f64> {
        needs.iter().map(|need| need.least.min(most.max(need.narrowest))).collect()
    };
    let widest = needs.iter().fold(0.0_f64, |most, need| most.max(need.least));
    let (mut narrow, mut wide) = (0.0, widest);
    for _ in 0..32 {
        let most = (narrow + wide) / 2.0;
        match widths(most).iter().sum::<f64>() > ems {
            true => wide = most,
            false => narrow = most,
        }
    }
    let mut found = widths(narrow);
    // What cannot be broken may be more than there is.
    let whole: f64 = found.iter().sum();
    if whole > ems {
        found.iter_mut().for_each(|width| *width *= ems / whole);
    }
    found
}

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
    for (count, natural) in naturals.iter().enumerate().skip(1) {
        let wider: f64 = naturals[count..].iter().sum();
        let level = (ems - wider) / count as f64;
        if level <= *natural {
            return level;
        }
    }
    ems / naturals.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Need =
        Need { narrowest: 1.0, least: 1.0, natural: 2.0, prose: false, number: false };

    #[test]
    fn narrow_columns_are_made_alike_where_everything_fits() {
        let need = |natural| Need { natural, ..NONE };
        let widths = distribute(&[need(3.0), need(20.0), need(5.0)], &[], 40.0);
        assert_eq!(widths, [10.0, 20.0, 10.0]);
        assert_eq!(distribute(&[need(3.0), need(4.0)], &[], 20.0), [10.0, 10.0]);
    }

    #[test]
    fn a_chosen_width_is_never_less_than_what_cannot_be_broken() {
        let needs = [1.0, 2.5, 1.0].map(|narrowest| Need { narrowest, ..NONE });
        let widths = share(&[Some(1.0), Some(1.0), Some(100.0)], &needs, 40.0);
        assert_eq!(widths, [1.0, 2.5, 36.5]);
        let widths = share(&[Some(1.0), Some(2.0), Some(1.0)], &needs, 40.0);
        assert_eq!(widths, [10.0, 20.0, 10.0]);
        let widths = share(&[None, None, None], &needs, 2.25);
        assert!(widths.iter().sum::<f64>() < 2.25 + 1e-9 && widths[1] > 1.2, "{widths:?}");
    }

    #[test]
    fn columns_that_wrap_are_asked_for_lines_alike() {
        let need = |natural| Need { least: 3.0, natural, ..NONE };
        let lines = lines_alike(&[need(40.0), need(20.0), need(3.0)], 33.0);
        assert!((lines - 2.0).abs() < 1e-6, "{lines}");
    }

    #[test]
    fn what_is_left_beside_prose_is_its_own_but_for_some_room() {
        let short = Need { natural: 4.0, ..NONE };
        let prose = Need { natural: 20.0, prose: true, ..NONE };
        assert_eq!(distribute(&[short, prose], &[], 40.0), [7.0, 33.0]);
    }
}
