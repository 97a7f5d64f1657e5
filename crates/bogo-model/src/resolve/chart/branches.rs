//! A unit in a row, and what is below it.

use super::BoxLook;
use super::drawing::{Drawing, Outline};
use super::frame::Frame;
use super::tree::Below;

/// The measures of a row of units, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Width of a column.
    pub(super) width: f64,
    /// Room between columns.
    pub(super) gap: f64,
    /// Size of the type.
    pub(super) size: f64,
    /// How far what hangs stands in below what it hangs from.
    pub(super) step: f64,
    /// Height of the boxes that stand.
    pub(super) high: f64,
    /// Height of those that hang.
    pub(super) low: f64,
}

impl Row {
    /// The width of so many columns, one at least.
    pub(super) fn wide(&self, columns: usize) -> f64 {
        let columns = columns as f64;
        columns * self.width + (columns - 1.0) * self.gap
    }
}

/// What draws the units of one row.
pub(super) struct Branches<'a, 'u> {
    pub(super) frame: &'a Frame<'a, 'u>,
    pub(super) stands: &'a [Below],
    pub(super) row: Row,
    pub(super) drawing: &'a mut Drawing<'u>,
}

impl Branches<'_, '_> {
    /// A unit's box in the middle of its columns, and below it its units: side
    /// by side under a bus of their own, or hanging. Returns where they end.
    pub(super) fn branch(&mut self, unit: usize, left: f64, y: f64, look: BoxLook) -> f64 {
        let (row, below) = (self.row, self.stands[unit]);
        let x = left + (row.wide(below.columns()) - row.width) / 2.0;
        let at = Outline { x, y, width: row.width, height: row.high };
        self.drawing.add(self.frame.tree.node(unit), at, row.size, look);
        let bottom = y + row.high;
        if below == Below::Hanging(1) {
            let units: Vec<usize> = self.frame.tree.children(unit).collect();
            return self.hang(&units, x, bottom, row.width);
        }
        let (centre, bus) = (x + row.width / 2.0, bottom + self.frame.look.stem.0 / 2.0);
        self.drawing.link((centre, bottom), (centre, bus));
        let mut bus_ends = (centre, centre);
        let mut hangs_at = |x: f64| bus_ends = (bus_ends.0.min(x), bus_ends.1.max(x));
        let end = match below {
            Below::Hanging(columns) => self.columns(unit, columns, left, bus, &mut hangs_at),
            Below::SideBySide(_) => self.side_by_side(unit, left, bus, &mut hangs_at),
        };
        self.drawing.link((bus_ends.0, bus), (bus_ends.1, bus));
        end
    }

    /// The units of a unit side by side below a bus, which is told where they
    /// hang from it. Returns where they end.
    fn side_by_side(
        &mut self,
        unit: usize,
        left: f64,
        bus: f64,
        hangs_at: &mut impl FnMut(f64),
    ) -> f64 {
        let (frame, row) = (self.frame, self.row);
        let y = bus + frame.look.stem.0 / 2.0;
        let (mut x, mut end) = (left, y);
        for child in frame.tree.children(unit) {
            let wide = row.wide(self.stands[child].columns());
            let middle = x + wide / 2.0;
            hangs_at(middle);
            self.drawing.link((middle, bus), (middle, y));
            end = end.max(self.branch(child, x, y, BoxLook::Child));
            x += wide + row.gap;
        }
        end
    }

    /// The units of a unit hanging in several columns from a bus, which is told
    /// where. Returns where they end.
    fn columns(
        &mut self,
        unit: usize,
        columns: usize,
        left: f64,
        bus: f64,
        hangs_at: &mut impl FnMut(f64),
    ) -> f64 {
        let row = self.row;
        let units: Vec<usize> = self.frame.tree.children(unit).collect();
        let in_column = units.len().div_ceil(columns.max(1)).max(1);
        let (mut x, mut end) = (left, bus);
        for column in units.chunks(in_column) {
            hangs_at(x + row.step / 2.0);
            end = end.max(self.hang(column, x, bus, row.width));
            x += row.width + row.gap;
        }
        end
    }

    /// Units and what is below them along a rail from `top`, all of one height.
    /// Returns where they end.
    fn hang(&mut self, units: &[usize], left: f64, top: f64, width: f64) -> f64 {
        let (frame, row) = (self.frame, self.row);
        let (rail, x, width) = (left + row.step / 2.0, left + row.step, width - row.step);
        let (mut rail_end, mut end) = (top, top);
        for unit in units {
            let y = end + frame.look.child_gap.0;
            rail_end = y + row.low / 2.0;
            self.drawing.link((rail, rail_end), (x, rail_end));
            let at = Outline { x, y, width, height: row.low };
            self.drawing.add(frame.tree.node(*unit), at, row.size, BoxLook::Child);
            let below: Vec<usize> = frame.tree.children(*unit).collect();
            end = self.hang(&below, x, y + row.low, width);
        }
        self.drawing.link((rail, top), (rail, rail_end));
        end
    }
}
