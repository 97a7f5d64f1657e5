//! Whether a line is meant as it is read: what speaks for it in the table.

use super::super::lines::Axis;
use super::super::quantity::Quantity;
use super::Wrong;
use super::doubt::is_wrong_sum;
use super::line::{Kind, Side};
use super::readings::{Reading, Said, readings, said};

/// How a line is meant, and which of its figures do not agree with that.
#[derive(Debug)]
pub(super) struct Judged {
    /// The lines that it follows from.
    pub lines: Vec<usize>,
    /// The figures that do not agree, at least one.
    pub wrong: Vec<Wrong>,
}

/// The most figures of a line that may be wrong where none is right.
const MOST_WRONG: usize = 2;

/// Words by which a column of what was before is known, and one of now.
const BEFORE: [&str; 10] =
    ["기정", "당초", "전년", "작년", "전월", "전기", "종전", "이전", "본예산", "지난"];
const NOW: [&str; 8] = ["금년", "올해", "금월", "당월", "변경", "추경", "현재", "금회"];

/// A figure of the line, and what each reading says of it.
pub(super) struct Figure<'t> {
    across: usize,
    /// The figure.
    pub stated: &'t Quantity,
    said: Vec<Option<Said>>,
}

/// How a line is meant, if it has figures that do not agree with that.
pub(super) fn judge(
    side: &Side<'_>,
    across: &Side<'_>,
    line: usize,
    kind: Kind,
    is_excerpt: bool,
) -> Option<Judged> {
    let readings = readings(side, line, kind);
    let figures: Vec<Figure<'_>> = (0..across.lines.len())
        .filter(|at| is_comparable(across, *at))
        .filter_map(|at| {
            let stated = side.number(line, at)?;
            let said = readings.iter().map(|reading| said(side, reading, kind, at, stated));
            Some(Figure { across: at, stated, said: said.collect() })
        })
        .collect();
    let wrong: Vec<&Figure<'_>> = figures
        .iter()
        .filter(|figure| !figure.said.iter().flatten().any(|said| said.may_agree))
        .filter(|figure| !agrees_across(side, across, line, figure))
        .collect();
    if wrong.is_empty() {
        return None;
    }
    let agreeing = |reading: &usize| {
        let said = figures.iter().filter_map(|figure| figure.said[*reading].as_ref());
        said.filter(|said| said.agrees && counts(said)).count()
    };
    // The first of those for which most speaks.
    let best = (0..readings.len()).rev().max_by_key(agreeing)?;
    let evidence = agreeing(&best);
    let (best, wrong) = match evidence {
        0 => (unread(side, line, kind, &readings, is_excerpt, wrong.len())?, wrong),
        _ => {
            let usual = readings[best].is_usual;
            let is_enough = evidence >= wrong.len() * if usual { 1 } else { 2 };
            (best, Some(wrong).filter(|_| is_enough && (usual || evidence > 1))?)
        }
    };
    let is_wrong = |figure: &&Figure<'_>| {
        let Some(said) = &figure.said[best] else { return false };
        kind != Kind::Sum || is_wrong_sum(side, figure, said, evidence > 0)
    };
    let of_wrong = |figure: &Figure<'_>| {
        let said = figure.said[best].as_ref()?;
        let (parts, expected) = (said.parts.clone(), said.expected);
        Some(Wrong { stated: figure.stated.clone(), parts, expected })
    };
    let wrong: Vec<Wrong> = wrong.into_iter().filter(is_wrong).filter_map(of_wrong).collect();
    let lines = readings[best].lines.clone();
    (!wrong.is_empty()).then_some(Judged { lines, wrong })
}

/// Whether the figures of a line can be compared across it: not those of rates
/// and averages, or of names.
fn is_comparable(across: &Side<'_>, at: usize) -> bool {
    let line = &across.lines[at];
    let is_name = across.axis == Axis::Columns && at < across.grid.names;
    !is_name && (line.is_part || line.is_total)
}

/// Whether a reading's agreement tells anything: not of one figure alone, or
/// where nothing changed.
fn counts(said: &Said) -> bool {
    said.parts.iter().filter(|part| !part.value.is_zero()).count() > 1 && !said.expected.is_zero()
}

/// Whether a figure that is in a total across the line, too, agrees with that.
fn agrees_across(side: &Side<'_>, across: &Side<'_>, line: usize, figure: &Figure<'_>) -> bool {
    let other = &across.lines[figure.across];
    if !other.is_total && other.kind.is_none() {
        return false;
    }
    // A corner is told once: by the row, if by any.
    let by_row = side.axis == Axis::Rows;
    let agrees = |reading: &Reading| {
        let said = said(across, reading, Kind::Sum, line, figure.stated);
        said.is_some_and(|said| said.may_agree)
    };
    !by_row || readings(across, figure.across, Kind::Sum).iter().any(agrees)
}

/// The reading of a line for which no figure speaks, where there is only one.
fn unread(
    side: &Side<'_>,
    line: usize,
    kind: Kind,
    readings: &[Reading],
    is_excerpt: bool,
    wrong: usize,
) -> Option<usize> {
    let is_list = side.grid.unit.contains([',', '/', '·']);
    if wrong > MOST_WRONG || is_list || is_excerpt && side.axis == Axis::Rows {
        return None;
    }
    let parts: Vec<usize> = (0..side.lines.len()).filter(|at| side.lines[*at].is_part).collect();
    let totals = side.lines.iter().filter(|line| line.is_total).count();
    let find = |lines: &[usize]| readings.iter().position(|reading| reading.lines == lines);
    let is_open = |at: &&usize| {
        let name = side.lines[**at].name.trim();
        name.ends_with('등') || name.contains("등 ") || name.contains("중 ")
    };
    match kind {
        Kind::Sum => {
            let at_end = |parts: &[usize]| {
                parts.len() > 1
                    && (parts.iter().all(|at| *at < line) || parts.iter().all(|at| *at > line))
                    && !parts.iter().any(|at| is_open(&at))
            };
            if totals == 1 {
                return find(&parts).filter(|_| at_end(&parts));
            }
            subtotalled(side, line, &parts).filter(|_| at_end(&parts)).and_then(|_| find(&parts))
        }
        Kind::Change | Kind::Rate => {
            let values: Vec<usize> = (0..side.lines.len())
                .filter(|at| side.lines[*at].is_part || side.lines[*at].is_total)
                .collect();
            let [one, other] = values[..] else { return None };
            let lines = in_time(side, one, other)?;
            find(&lines)
        }
    }
}

/// Which of two lines is of now and which of before, by what they are called.
fn in_time(side: &Side<'_>, one: usize, other: usize) -> Option<[usize; 2]> {
    let words = |line: usize| side.lines[line].tiers.join(" ");
    let (first, second) = (words(one), words(other));
    if let (Some(early), Some(late)) = (year(&first), year(&second)) {
        match early.cmp(&late) {
            std::cmp::Ordering::Less => return Some([other, one]),
            std::cmp::Ordering::Greater => return Some([one, other]),
            std::cmp::Ordering::Equal => {}
        }
    }
    let is = |words: &str, known: &[&str]| known.iter().any(|known| words.contains(known));
    let before = [is(&first, &BEFORE), is(&second, &BEFORE)];
    let now = [is(&first, &NOW), is(&second, &NOW)];
    match (before, now) {
        ([true, false], _) | ([false, false], [false, true]) => Some([other, one]),
        ([false, true], _) | ([false, false], [true, false]) => Some([one, other]),
        _ => None,
    }
}

/// The year that words speak of: 2024년, ’24년.
fn year(words: &str) -> Option<u32> {
    let runs = words.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let full = runs.clone().find(|run| run.len() == 4).and_then(|run| run.parse().ok());
    let short = || {
        let rest = words.split_once(['’', '\''])?.1;
        let digits = rest.get(..2).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        digits.parse::<u32>().ok().map(|year| 2000 + year)
    };
    full.or_else(short)
}

/// The totals of rows that, all of them, add up to what all parts do: these are
/// what another total adds up, either way.
fn subtotalled(side: &Side<'_>, line: usize, parts: &[usize]) -> Option<Vec<usize>> {
    let totals: Vec<usize> =
        (0..side.lines.len()).filter(|at| *at != line && side.lines[*at].is_total).collect();
    let count = match side.axis {
        Axis::Rows => side.grid.heads.len(),
        Axis::Columns => side.grid.rows.len(),
    };
    let first = if side.axis == Axis::Rows { side.grid.names } else { 0 };
    let sum = |lines: &[usize], across: usize| {
        let parts: Option<Vec<_>> = lines.iter().map(|at| side.part(*at, across)).collect();
        let parts: Vec<&Quantity> = parts?.into_iter().flatten().collect();
        let unit = parts.first().map(|part| part.unit.clone()).unwrap_or_default();
        Quantity::sum(parts.into_iter(), &unit)
    };
    let mut compared = (first..count).filter(|at| side.number(line, *at).is_some()).peekable();
    let is_any = totals.len() > 1 && compared.peek().is_some();
    let agree = |across| sum(&totals, across).is_some_and(|own| Some(own) == sum(parts, across));
    (is_any && compared.all(agree)).then_some(totals)
}
