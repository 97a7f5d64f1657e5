//! The units of a chart, each before what is below it.

use std::iter;
use std::ops::Range;

use super::UnitWords;
use crate::edition::Unit;

/// A unit, or a body beside one, which hangs first of what is below it.
#[derive(Debug)]
pub(super) struct Node<'u> {
    /// What is printed of it.
    pub(super) words: UnitWords<'u>,
    /// Whether it is the one that reports.
    pub(super) own: bool,
    /// Whether it is a body beside a unit.
    pub(super) is_aside: bool,
    /// How many levels are above it.
    pub(super) depth: usize,
    /// How many levels are below it.
    pub(super) levels: usize,
    /// The number of the first unit behind it that is not below it.
    end: usize,
}

impl Node<'_> {
    /// Whether units of it have units themselves, so that they may stand side
    /// by side.
    fn is_deep(&self) -> bool {
        self.levels > 1
    }
}

/// How the units of a unit stand below it, and how many columns they take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Below {
    /// They hang along rails.
    Hanging(usize),
    /// They stand side by side.
    SideBySide(usize),
}

impl Below {
    /// How many columns a unit takes.
    pub(super) fn columns(self) -> usize {
        match self {
            Self::Hanging(columns) | Self::SideBySide(columns) => columns,
        }
    }
}

/// What may stand side by side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    /// How many columns stand side by side at most.
    pub(super) most: usize,
    /// In how many columns units hang that would take more.
    pub(super) split: usize,
}

/// The units by their numbers. The head is the first; below a unit is what
/// follows it, up to its end.
#[derive(Debug)]
pub(super) struct Tree<'u>(Vec<Node<'u>>);

impl<'u> Tree<'u> {
    /// The number of the head.
    pub(super) const ROOT: usize = 0;

    /// The head and all that is below it.
    pub(super) fn of(root: &'u Unit) -> Self {
        let mut nodes = Vec::new();
        add(root, 0, &mut nodes);
        Self(nodes)
    }

    /// All units in order.
    pub(super) fn nodes(&self) -> &[Node<'u>] {
        &self.0
    }

    /// The unit with this number.
    pub(super) fn node(&self, unit: usize) -> &Node<'u> {
        &self.0[unit]
    }

    /// All that is below a unit, however deep.
    pub(super) fn below(&self, unit: usize) -> Range<usize> {
        unit + 1..self.0[unit].end
    }

    /// What is right below a unit.
    pub(super) fn children(&self, unit: usize) -> impl Iterator<Item = usize> {
        let below = self.below(unit);
        let inside = move |unit: &usize| below.contains(unit);
        let first = Some(unit + 1).filter(inside.clone());
        iter::successors(first, move |child| Some(self.0[*child].end).filter(&inside))
    }

    /// How the units of each unit stand below it.
    pub(super) fn stands(&self, spread: Spread) -> Vec<Below> {
        let mut stands = self.hanging();
        // What is below a unit has greater numbers.
        for unit in (0..self.0.len()).rev().filter(|unit| self.0[*unit].is_deep()) {
            let columns = self.children(unit).map(|child| stands[child].columns()).sum();
            stands[unit] = match columns <= spread.most {
                true => Below::SideBySide(columns),
                false => Below::Hanging(spread.split.min(self.children(unit).count())),
            };
        }
        stands
    }

    /// The same where none stand side by side.
    pub(super) fn hanging(&self) -> Vec<Below> {
        vec![Below::Hanging(1); self.0.len()]
    }

    /// Whether one of these units has units that would stand side by side if
    /// they did not take more than `most` columns.
    pub(super) fn has_broad(&self, units: &[usize], most: usize) -> bool {
        let stands = self.stands(Spread { most, split: 1 });
        let is_broad =
            |unit: usize| self.0[unit].is_deep() && matches!(stands[unit], Below::Hanging(_));
        units.iter().any(|unit| (*unit..self.0[*unit].end).any(is_broad))
    }
}

/// Adds a unit and all that is below it; returns on which level the deepest
/// of them is.
fn add<'u>(unit: &'u Unit, depth: usize, nodes: &mut Vec<Node<'u>>) -> usize {
    let number = nodes.len();
    let words = UnitWords { name: &unit.name, note: unit.note.as_ref() };
    let end = number + 1;
    nodes.push(Node { words, own: unit.own, is_aside: false, depth, levels: 0, end });
    let mut deepest = depth;
    for name in &unit.aside {
        deepest = depth + 1;
        let (words, end) = (UnitWords { name, note: None }, nodes.len() + 1);
        let (own, is_aside, levels) = (false, true, 0);
        nodes.push(Node { words, own, is_aside, depth: depth + 1, levels, end });
    }
    for child in &unit.units {
        deepest = deepest.max(add(child, depth + 1, nodes));
    }
    (nodes[number].levels, nodes[number].end) = (deepest - depth, nodes.len());
    deepest
}
