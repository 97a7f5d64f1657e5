//! What is said of the lines of a table: that a row or column is the sum, the
//! change or the share of others.

use std::collections::HashMap;
use std::sync::Arc;

use super::grid::Grid;
use super::solver::Solved;
use super::unproved::Reason;
use crate::format::{Column, Formulas, LineName, Table};
use crate::json::Span;

/// Whether a line is a row or a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    /// A row.
    Rows,
    /// A column.
    Columns,
}

/// A name of a line that there is not, or that several lines have.
#[derive(Debug)]
pub(crate) struct UnknownLine {
    /// Where it is named.
    pub span: Span,
    /// The name.
    pub name: String,
    /// Whether several lines have it, not none.
    pub is_shared: bool,
    /// The lines that there are.
    pub known: Arc<[String]>,
}

/// What the figures of a line are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Formula {
    /// The sum of these lines.
    Sum(Vec<usize>),
    /// The first less the second.
    Change([usize; 2]),
    /// The rate of that change.
    ChangeRate([usize; 2]),
    /// The share of the first in the second.
    Share([usize; 2]),
    /// The share of this line's figures in that of a line across it.
    ShareOfTotal {
        /// The line.
        line: usize,
        /// The line of the other axis.
        total: usize,
    },
    /// All of these.
    All(Vec<Self>),
}

impl Formula {
    /// Whether a row of totals is its own, not the sum of the rows.
    pub(super) fn is_rate(&self) -> bool {
        match self {
            Self::ChangeRate(_) | Self::Share(_) | Self::ShareOfTotal { .. } => true,
            Self::Sum(_) | Self::Change(_) => false,
            Self::All(all) => all.iter().any(Self::is_rate),
        }
    }

    /// Whether the line is the sum of others.
    pub(super) fn is_sum(&self) -> bool {
        match self {
            Self::All(all) => all.iter().all(Self::is_sum),
            own => matches!(own, Self::Sum(_)),
        }
    }
}

/// The lines of an axis by what they are called; `None` for a name that
/// several have.
struct Names {
    own: HashMap<String, Option<usize>>,
    whole: HashMap<String, Option<usize>>,
    all: Arc<[String]>,
}

impl Names {
    /// The names of lines with these words, the innermost last.
    fn of<'l>(lines: impl Iterator<Item = &'l Vec<String>>) -> Self {
        let (mut own, mut whole, mut all) = (HashMap::new(), HashMap::new(), Vec::new());
        for (index, words) in lines.enumerate() {
            let joined = words.join(" ");
            for (names, name) in [
                (&mut own, words.last().cloned().unwrap_or_default()),
                (&mut whole, joined.clone()),
            ] {
                names.entry(name).and_modify(|line| *line = None).or_insert(Some(index));
            }
            all.push(joined);
        }
        Self { own, whole, all: all.into() }
    }

    /// The line that a name means: the words of its own, or of all tiers over
    /// it, or its number.
    fn find(&self, name: &LineName) -> Option<usize> {
        let words = name.words.replace('\n', " ");
        let named = |names: &HashMap<String, Option<usize>>| names.get(&words).copied().flatten();
        named(&self.own).or_else(|| named(&self.whole)).or_else(|| {
            let number: usize = words.parse().ok()?;
            number.checked_sub(1).filter(|index| *index < self.all.len())
        })
    }

    /// Whether several lines have a name.
    fn is_shared(&self, name: &LineName) -> bool {
        let words = name.words.replace('\n', " ");
        [&self.own, &self.whole].iter().any(|names| names.get(&words) == Some(&None))
    }
}

/// What is said of each column and of each row.
pub(super) fn read_formulas(
    grid: &Grid<'_>,
    table: &Table,
    solved: &mut Solved,
) -> (Vec<Option<Formula>>, Vec<Option<Formula>>) {
    let width = grid.heads.len();
    let (mut columns, mut rows) = (vec![None; width], vec![None; grid.rows.len()]);
    let own = || table.columns.iter().take(width);
    if !own().any(Column::follows) && !grid.rows.iter().any(|row| row.typed.follows()) {
        return (columns, rows);
    }
    let names = [Names::of(grid.heads.iter()), Names::of(grid.rows.iter().map(|row| &row.labels))];
    for (index, column) in own().enumerate() {
        let (name, place) = (own_name(&grid.heads[index]), column.span);
        let mut said = Said { names: [&names[0], &names[1]], name, place, solved };
        columns[index] = said.formula(column.formulas());
    }
    for (index, row) in grid.rows.iter().enumerate() {
        let (name, place) = (own_name(&row.labels), row.typed.span);
        let mut said = Said { names: [&names[1], &names[0]], name, place, solved };
        rows[index] = said.formula(row.typed.formulas());
    }
    (columns, rows)
}

/// What a line is called by itself: the innermost of its words.
fn own_name(words: &[String]) -> &str {
    words.last().map_or("", String::as_str)
}

/// The kinds of formulas, in the order in which a line says them.
const SUM: usize = 0;
const SHARE_OF_TOTAL: usize = 4;

/// A line that says something of itself.
struct Said<'s> {
    /// The names of the lines of its own axis, and of the other.
    names: [&'s Names; 2],
    /// What it is called.
    name: &'s str,
    /// Where it stands.
    place: Span,
    solved: &'s mut Solved,
}

impl Said<'_> {
    /// What is said of the line.
    fn formula(&mut self, formulas: Formulas<'_>) -> Option<Formula> {
        let said = formulas.iter().enumerate();
        let mut said = said.filter_map(|(kind, names)| Some((kind, names.as_ref()?)));
        let (kind, names) = said.next()?;
        for (_, other) in said {
            let at = self.at(other.lists.first().map_or(&[], Vec::as_slice));
            self.solved.proofs.refuse(Reason::SaidTwice, self.name, at);
        }
        let lists = names.lists.iter().map(|list| self.one(kind, list));
        let mut all: Vec<Formula> = lists.collect::<Vec<_>>().into_iter().flatten().collect();
        match all.len() {
            0 | 1 => all.pop(),
            _ => Some(Formula::All(all)),
        }
    }

    /// Where a list of lines is, or where it ought to be.
    fn at(&self, list: &[LineName]) -> Span {
        let begin = Span { end: self.place.start + 1, ..self.place };
        list.first().map_or(begin, |line| line.span)
    }

    /// What is said with one list of lines.
    fn one(&mut self, kind: usize, list: &[LineName]) -> Option<Formula> {
        let mut found = Vec::new();
        for (index, line) in list.iter().enumerate() {
            // The total of a line stands in a line across it.
            let names = self.names[usize::from(kind == SHARE_OF_TOTAL && index == 1)];
            match names.find(line) {
                Some(line) => found.push(line),
                None => self.solved.unknown.push(UnknownLine {
                    span: line.span,
                    name: line.words.clone(),
                    is_shared: names.is_shared(line),
                    known: Arc::clone(&names.all),
                }),
            }
        }
        if found.len() < list.len() {
            return None;
        }
        let pair = <[usize; 2]>::try_from(found.as_slice());
        let reason = match (kind, pair) {
            (SUM, _) if !found.is_empty() => return Some(Formula::Sum(found)),
            (1, Ok(pair)) => return Some(Formula::Change(pair)),
            (2, Ok(pair)) => return Some(Formula::ChangeRate(pair)),
            (3, Ok(pair)) => return Some(Formula::Share(pair)),
            (SHARE_OF_TOTAL, Ok([line, total])) => {
                return Some(Formula::ShareOfTotal { line, total });
            }
            (SUM, _) => Reason::NoParts,
            (_, _) => Reason::NotTwo(found.len()),
        };
        self.solved.proofs.refuse(reason, self.name, self.at(list));
        None
    }
}
