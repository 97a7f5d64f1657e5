//! Units in rows, each under its bus.

use super::BoxLook;
use super::branches::{Branches, Row};
use super::drawing::Drawing;
use super::frame::Frame;
use super::tree::Below;

/// Up to so many columns have the usual size of type and the usual room between
/// them.
const FEW_COLUMNS: usize = 4;

/// For so many levels of hanging units room is left in every column.
const USUAL_LEVELS: usize = 2;

/// How the units below a head stand.
pub(super) struct Stands {
    pub(super) below: Vec<Below>,
    /// How many columns a row has at most.
    pub(super) most: usize,
    /// Whether rows have the same number of units, as near as can be, rather
    /// than as many as go in.
    pub(super) even: bool,
}

/// A row of units hangs from a bus at `y`, and that from a spine at the left
/// edge of the chart if there are several rows.
struct Bus {
    y: f64,
    /// Where the first unit begins.
    left: f64,
    /// Where the bus begins and how far it reaches at least, if it does not
    /// only link units.
    from: Option<(f64, f64)>,
}

impl<'u> Frame<'_, 'u> {
    /// The units below `y` in rows under their buses.
    pub(super) fn rows(
        &self,
        units: &[usize],
        mut y: f64,
        stands: &Stands,
        drawing: &mut Drawing<'u>,
    ) {
        let look = self.look;
        let rows = stands.rows(units);
        let columns = |row: &&[usize]| stands.columns(row);
        let count = rows.iter().map(columns).max().unwrap_or_default().max(1);
        let has_spine = rows.len() > 1;
        let left = if has_spine { look.stem.0 } else { 0.0 };
        let (size, gap) = match count > FEW_COLUMNS {
            true => (look.least_size.0, look.least_gap.0),
            false => (look.size.0, look.gap.0),
        };
        let room = (self.full - left - gap * (count as f64 - 1.0)) / count as f64;
        let width = if stands.most < look.row_most { room } else { room.min(look.widest.0) };
        for (index, units) in rows.iter().enumerate() {
            let row = self.row(units, width, gap, size, &stands.below);
            let used = row.wide(stands.columns(units));
            // Only the first hangs from the head; the others from the spine.
            let reach = if index == 0 { self.full / 2.0 } else { 0.0 };
            let bus = match has_spine {
                true => Bus { y, left, from: Some((0.0, reach)) },
                false => Bus { y, left: (self.full - used) / 2.0, from: None },
            };
            let frame = self;
            let branches = Branches { frame, stands: &stands.below, row, drawing };
            let end = bus.draw(units, branches);
            drawing.ends.push(end);
            if index + 1 < rows.len() {
                drawing.link((0.0, y), (0.0, end + look.stem.0));
                y = end + look.stem.0;
            }
        }
    }

    /// The measures of a row of units with columns of this width.
    fn row(&self, units: &[usize], width: f64, gap: f64, size: f64, below: &[Below]) -> Row {
        let mut standing = Vec::new();
        let mut hanging = Vec::new();
        let mut levels = USUAL_LEVELS;
        for unit in units {
            let mut next = *unit;
            let end = self.tree.below(*unit).end;
            while next < end {
                standing.push(next);
                let lower = self.tree.below(next);
                next = match below[next] {
                    Below::SideBySide(_) => lower.start,
                    Below::Hanging(_) => {
                        levels = levels.max(self.tree.node(next).levels);
                        hanging.extend(lower.clone());
                        lower.end
                    }
                };
            }
        }
        // However deep units hang, their boxes keep most of the column.
        let levels = levels as f64;
        let step = self.look.child_step.0.min(self.look.steps_share.0 * width / levels);
        let high = self.box_height(standing, width, size);
        let low = self.box_height(hanging, width - levels * step, size);
        Row { width, gap, size, step, high, low }
    }
}

impl Stands {
    /// The units in rows.
    fn rows<'r>(&self, units: &'r [usize]) -> Vec<&'r [usize]> {
        if self.even {
            let rows = units.len().div_ceil(self.most.max(1));
            return units.chunks(units.len().div_ceil(rows.max(1)).max(1)).collect();
        }
        let (mut rows, mut start, mut taken) = (Vec::new(), 0, 0);
        for (index, unit) in units.iter().enumerate() {
            let columns = self.below[*unit].columns();
            if taken + columns > self.most && index > start {
                rows.push(&units[start..index]);
                (start, taken) = (index, 0);
            }
            taken += columns;
        }
        rows.push(&units[start..]);
        rows
    }

    /// How many columns these units take.
    fn columns(&self, units: &[usize]) -> usize {
        units.iter().map(|unit| self.below[*unit].columns()).sum()
    }
}

impl Bus {
    /// Draws the row of units below it; returns where they end.
    fn draw(&self, units: &[usize], mut branches: Branches<'_, '_>) -> f64 {
        let (row, top) = (branches.row, self.y + branches.frame.look.stem.0);
        let (mut x, mut end) = (self.left, top);
        let (mut first, mut last) = self.from.unwrap_or((f64::INFINITY, f64::NEG_INFINITY));
        for unit in units {
            let wide = row.wide(branches.stands[*unit].columns());
            let centre = x + wide / 2.0;
            (first, last) = (first.min(centre), last.max(centre));
            branches.drawing.link((centre, self.y), (centre, top));
            end = end.max(branches.branch(*unit, x, top, BoxLook::Unit));
            x += wide + row.gap;
        }
        branches.drawing.link((first, self.y), (last, self.y));
        end
    }
}
