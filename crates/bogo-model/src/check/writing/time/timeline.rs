//! Dated lines one after the other, and where they go backwards.

use super::lines::Dated;
use super::stages::{comes_before, deed, is_stage};
use crate::korean::time::Stretch;

/// A line whose days are known.
#[derive(Debug, Clone)]
struct Settled<'d> {
    line: &'d Dated<'d>,
    begin: Stretch,
    end: Option<Stretch>,
}

impl Settled<'_> {
    /// Whether it ends before another begins, whatever days they are. Those that
    /// overlap may stand in either order.
    fn comes_before(&self, other: &Self) -> bool {
        self.end.unwrap_or(self.begin).is_before(other.begin)
    }
}

/// A line whose date goes backwards from that of another.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Backwards {
    /// The line before, by its index.
    pub from: usize,
    /// The line whose date is earlier, by its index.
    pub to: usize,
}

/// How many months a date may fall behind the one before it and still be of
/// the same year, where its year is left out. More is the turn of a year.
const TURN_OF_YEAR: u16 = 6;

/// The years of lines that leave them out follow from the line before.
fn settled<'d>(lines: &'d [Dated<'_>], year: u16) -> Vec<Settled<'d>> {
    let mut settled: Vec<Settled<'d>> = Vec::new();
    let mut known = year;
    for line in lines {
        let mut own = line.begin.year.unwrap_or(known);
        if let (None, Some(before)) = (line.begin.year, settled.last()) {
            // What lasts into the time of the line before is of the same year.
            let ends = line.end.unwrap_or(line.begin);
            let first = if ends.year.is_none() { ends.months.0 } else { line.begin.months.0 };
            let turned = before.line.begin.months.0 >= first + TURN_OF_YEAR;
            own += u16::from(turned && before.begin.first.year == own);
        }
        let Some(begin) = line.begin.stretch(own) else { continue };
        let end = line.end.and_then(|end| {
            let same = end.stretch(own)?;
            if end.year.is_none() && same.is_before(begin) {
                end.stretch(own + 1)
            } else {
                Some(same)
            }
        });
        known = end.map_or(own, |end| end.first.year);
        settled.push(Settled { line, begin, end });
    }
    settled
}

/// Where the dates of lines go backwards. Lines that are `ordered` rise: a list
/// of them that does so but for one place has a slip there, and one that falls
/// throughout has the newest first. Steps such as 착공 and 준공 have an order of
/// their own wherever they stand.
pub(super) fn backwards(
    lines: &[Dated<'_>],
    year: u16,
    ordered: impl Fn(&Dated<'_>) -> bool,
) -> Vec<Backwards> {
    let settled = settled(lines, year);
    // A date that the calendar does not have is another rule's.
    if settled.len() != lines.len() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    for run in settled.chunk_by(|one, next| ordered(one.line) == ordered(next.line)) {
        if run.first().is_some_and(|first| ordered(first.line)) {
            let falls = falls(run).into_iter();
            found.extend(falls.map(|slip| Backwards { from: at + slip.from, to: at + slip.to }));
        }
        at += run.len();
    }
    for (to, later) in settled.iter().enumerate() {
        for (from, earlier) in settled.iter().enumerate() {
            // Dates are compared at once; to read words takes longer.
            let wrong =
                later.comes_before(earlier) && comes_before(&earlier.line.what, &later.line.what);
            let told = |known: &Backwards| {
                [known.from, known.to].contains(&from) && [known.from, known.to].contains(&to)
            };
            if wrong && !found.iter().any(told) {
                found.push(Backwards { from, to });
            }
        }
    }
    found
}

/// Where a list that rises goes backwards.
fn falls(settled: &[Settled<'_>]) -> Vec<Backwards> {
    let count = settled.len();
    let falls_at = |at: &usize| settled[*at].comes_before(&settled[at - 1]);
    let rises = (1..count).any(|at| settled[at - 1].begin.is_before(settled[at].begin));
    let misplaced = count - longest_rise(settled);
    if count < 3 || !rises || misplaced == 0 || misplaced > (count / 4).max(1) {
        return Vec::new();
    }
    // Where steps begin anew, those of something else follow; but one meeting
    // after the other is a list of one thing.
    let repeats = count > 3 && is_of_one_form(settled);
    let anew = |at: &usize| {
        let own = deed(&settled[*at].line.what);
        let again = repeats && !is_stage(own) && deed(&settled[at - 1].line.what) == own;
        let known = || settled[..*at].iter().any(|before| deed(&before.line.what) == own);
        !own.is_empty() && !again && known()
    };
    (1..count)
        .filter(falls_at)
        .filter(|at| !anew(at))
        .map(|at| Backwards { from: at - 1, to: at })
        .collect()
}

/// Whether the dates of lines are no ranges, and all as exact as the first.
fn is_of_one_form(settled: &[Settled<'_>]) -> bool {
    let form = |line: &Dated<'_>| (line.begin.year.is_some(), line.begin.day.is_some());
    let mut lines = settled.iter().map(|settled| settled.line);
    let first = settled.first().map(|first| form(first.line));
    lines.all(|line| Some(form(line)) == first && line.end == Some(line.begin))
}

/// How many lines remain if as few as possible are left out so that none goes
/// backwards.
fn longest_rise(settled: &[Settled<'_>]) -> usize {
    let mut longest: Vec<usize> = Vec::with_capacity(settled.len());
    for (at, line) in settled.iter().enumerate() {
        let before = settled[..at].iter().zip(&longest);
        let before = before.filter(|(other, _)| !line.comes_before(other));
        longest.push(1 + before.map(|(_, length)| *length).max().unwrap_or_default());
    }
    longest.into_iter().max().unwrap_or_default()
}
