//! Which drawing of a chart is taken: how many units stand in a row, and which
//! of those below them side by side.

use std::iter;

use super::BoxHeight;
use super::drawing::Drawing;
use super::head::Head;
use super::rows::Stands;
use super::slices::fits;
use super::tree::{Spread, Tree};
use crate::theme::tokens::Organisation;

/// What every drawing of a chart depends on.
pub(super) struct Frame<'a, 'u> {
    pub(super) tree: &'a Tree<'u>,
    pub(super) look: &'a Organisation,
    /// The width of the chart in points.
    pub(super) full: f64,
    pub(super) box_height: BoxHeight<'a>,
}

impl<'u> Frame<'_, 'u> {
    /// The chart with as many units in a row as leave its boxes low enough, or
    /// none if there is no such. Of its drawings it is the lowest whose slices
    /// pages hold.
    pub(super) fn drawn(&self, most: f64) -> Option<Drawing<'u>> {
        let head = self.head();
        let highest = self.look.tallest_box.0 * most;
        let is_low = |drawing: &Drawing<'_>| drawing.boxes.iter().all(|own| own.height <= highest);
        let counts = iter::successors(Some(self.look.row_most), |count| Some(count / 2));
        counts.take_while(|count| *count > 0).find_map(|count| {
            let mut drawings = self.drawings(&head, count);
            // Where the lowest has a box that is too tall, fewer stand in a row,
            // even if there is a higher one that has none.
            drawings.sort_by(|one, other| one.height().total_cmp(&other.height()));
            drawings.into_iter().take_while(is_low).find(|drawing| fits(drawing, most))
        })
    }

    /// The drawings with at most so many columns in a row. Units of units hang;
    /// or they stand side by side, or hang in several columns.
    fn drawings(&self, head: &Head<'u>, columns: usize) -> Vec<Drawing<'u>> {
        let hanging = Stands { below: self.tree.hanging(), most: columns, even: true };
        // In how many columns units hang is tried only where some have to.
        let broad = self.tree.has_broad(&head.units, columns);
        let spreads = (1..if broad { columns } else { 2 }).filter_map(|split| {
            let below = self.tree.stands(Spread { most: columns, split });
            let is_other = head.units.iter().any(|unit| below[*unit].columns() > 1);
            is_other.then_some(Stands { below, most: columns, even: false })
        });
        iter::once(hanging).chain(spreads).map(|stands| self.draw(head, &stands)).collect()
    }

    /// The whole chart.
    fn draw(&self, head: &Head<'u>, stands: &Stands) -> Drawing<'u> {
        let mut drawing = head.drawing.clone();
        if head.units.is_empty() {
            drawing.ends.push(head.bottom);
            return drawing;
        }
        let (middle, y) = (self.full / 2.0, head.bottom + self.look.stem.0);
        drawing.link((middle, head.link_top), (middle, y));
        self.rows(&head.units, y, stands, &mut drawing);
        drawing
    }

    /// How high boxes must be to hold the words of all of these units: no
    /// height is enough where there is no room for words.
    pub(super) fn box_height(
        &self,
        units: impl IntoIterator<Item = usize>,
        width: f64,
        size: f64,
    ) -> f64 {
        let has_room = width > 2.0 * self.look.inset.0;
        let height = |unit| match has_room {
            true => (self.box_height)(self.tree.node(unit).words, width, size),
            false => f64::INFINITY,
        };
        units.into_iter().map(height).fold(self.look.box_height.0, f64::max)
    }
}
