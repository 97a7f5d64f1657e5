//! Widths of columns with which a table has the fewest lines.
//!
//! Each column begins with what its words need to stay whole. What is left goes,
//! step by step, to the column where it saves most lines for its width; then
//! columns give each other room as long as that makes the table lower. A text of
//! short lines that the office wrote (dates, each with what happens then) is
//! worse off for a break than prose is for one more.

use super::columns::{MeasuredCell, Need};

/// By how much a column is widened in a step at least, in ems, and in how many
/// steps it is widened at most.
const STEP: f64 = 0.25;
const MOST_STEPS: usize = 72;

/// What broken lines count against a line of the table's height.
const BROKEN: f64 = 0.25;

/// How often columns are asked whether one may give the other room.
const ROUNDS: usize = 12;

/// More rows than this are too many to ask.
const MANY_ROWS: usize = 400;

/// Widths in ems, all of them together `ems`.
pub(super) fn widths(needs: &[Need], cells: &[MeasuredCell], ems: f64) -> Vec<f64> {
    let columns: Vec<Column<'_>> =
        needs.iter().enumerate().map(|(index, need)| Column::of(index, *need, cells)).collect();
    let mut chosen = vec![0; columns.len()];
    let mut left = ems - needs.iter().map(|need| need.least).sum::<f64>();
    while let Some((column, step, width)) = best_step(&columns, &chosen, left) {
        chosen[column] = step;
        left -= width;
    }
    exchange(&columns, &mut chosen, &mut left);
    let mut widths: Vec<f64> =
        columns.iter().zip(&chosen).map(|(column, step)| column.width(*step)).collect();
    // What is left belongs to the columns that wrap.
    let lack: f64 =
        widths.iter().zip(needs).map(|(width, need)| (need.natural - width).max(0.0)).sum();
    let part = if lack > 0.0 { (left / lack).min(1.0) } else { 0.0 };
    for (width, need) in widths.iter_mut().zip(needs) {
        *width += part * (need.natural - *width).max(0.0);
    }
    let rest = (ems - widths.iter().sum::<f64>()) / widths.len() as f64;
    widths.into_iter().map(|width| width + rest).collect()
}

/// A column with the lines that its cells take at each width that is tried.
struct Column<'c> {
    least: f64,
    step: f64,
    /// For each step, what its broken lines count.
    broken: Vec<f64>,
    /// For each step, the lines of each of its cells.
    lines: Vec<Vec<f64>>,
    cells: Vec<&'c MeasuredCell>,
}

impl<'c> Column<'c> {
    fn of(index: usize, need: Need, cells: &'c [MeasuredCell]) -> Self {
        let own = |cell: &&MeasuredCell| cell.columns == (index..index + 1);
        let cells: Vec<&MeasuredCell> = cells.iter().filter(own).collect();
        let room = (need.natural - need.least).max(0.0);
        let step = STEP.max(room / MOST_STEPS as f64);
        let steps = (room / step).ceil() as usize + 1;
        let mut column =
            Self { least: need.least, step, broken: vec![0.0; steps], lines: Vec::new(), cells };
        for at in 0..steps {
            let width = column.width(at);
            let mut lines = Vec::with_capacity(column.cells.len());
            for cell in &column.cells {
                let mut own = 0;
                for text in &cell.texts {
                    let count = text.count(width);
                    own += count;
                    column.broken[at] += (count * count) as f64;
                }
                lines.push(own as f64);
            }
            column.lines.push(lines);
        }
        column
    }

    fn width(&self, step: usize) -> f64 {
        self.least + self.step * step as f64
    }

    /// The next step at which fewer lines break.
    fn better(&self, step: usize) -> Option<usize> {
        (step + 1..self.broken.len()).find(|next| self.broken[*next] < self.broken[step])
    }

    /// The narrowest step at which no more lines break.
    fn narrowest(&self, step: usize) -> usize {
        (0..=step).find(|own| self.broken[*own] <= self.broken[step]).unwrap_or(step)
    }
}

/// The column to widen, to which step, and by how much: where it saves most for
/// its width.
fn best_step(columns: &[Column<'_>], chosen: &[usize], left: f64) -> Option<(usize, usize, f64)> {
    let mut best: Option<(f64, (usize, usize, f64))> = None;
    for (index, (column, step)) in columns.iter().zip(chosen).enumerate() {
        let mut next = column.better(*step);
        while let Some(to) = next {
            let width = column.width(to) - column.width(*step);
            if width > left {
                break;
            }
            let gain = (column.broken[*step] - column.broken[to]) / width;
            if best.as_ref().is_none_or(|(most, _)| gain > *most) {
                best = Some((gain, (index, to, width)));
            }
            next = column.better(to);
        }
    }
    best.map(|(_, step)| step)
}

/// Lets columns give each other room while that makes the table better.
fn exchange(columns: &[Column<'_>], chosen: &mut [usize], left: &mut f64) {
    let rows = columns.iter().flat_map(|column| &column.cells).map(|cell| cell.rows.end);
    let rows = rows.max().unwrap_or_default();
    if rows > MANY_ROWS {
        return;
    }
    let mut cost = cost_of(columns, chosen, rows);
    for _ in 0..ROUNDS {
        let mut is_better = false;
        for (from, to) in pairs(columns.len()) {
            let (given, taken) = (chosen[from], chosen[to]);
            let less = columns[from].narrowest(given);
            let fewer = less.checked_sub(1).unwrap_or(less);
            for give in [less, fewer] {
                let gain = columns[from].width(given) - columns[from].width(give) + *left;
                let Some(take) = columns[to].better(taken) else { continue };
                let width = columns[to].width(take) - columns[to].width(taken);
                if width > gain {
                    continue;
                }
                (chosen[from], chosen[to]) = (columns[from].narrowest(give), take);
                let own = cost_of(columns, chosen, rows);
                if own < cost - 1e-9 {
                    cost = own;
                    let given = columns[from].width(given) - columns[from].width(chosen[from]);
                    *left += given - width;
                    is_better = true;
                    break;
                }
                (chosen[from], chosen[to]) = (given, taken);
            }
        }
        if !is_better {
            return;
        }
    }
}

/// All pairs of different columns.
fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    let all = (0..count).flat_map(move |from| (0..count).map(move |to| (from, to)));
    all.filter(|(from, to)| from != to)
}

/// The height of a table in lines, and what of its lines is broken.
fn cost_of(columns: &[Column<'_>], chosen: &[usize], rows: usize) -> f64 {
    let mut heights = vec![0.0_f64; rows];
    let mut broken = 0.0;
    for (column, step) in columns.iter().zip(chosen) {
        broken += column.broken[*step];
        for (cell, lines) in column.cells.iter().zip(&column.lines[*step]) {
            let share = lines / cell.rows.len() as f64;
            for height in &mut heights[cell.rows.clone()] {
                *height = height.max(share);
            }
        }
    }
    heights.iter().sum::<f64>() + BROKEN * broken
}
