//! Which rows of a table stand together where it may be taller than its page.

use std::ops::Range;

use crate::edition::Header;
use crate::theme::tokens::Table as Look;

/// A cell, by the rows that it covers and its height in points, insets included.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub rows: Range<usize>,
    pub height: f64,
    pub has_picture: bool,
}

/// The rows of a table.
pub(super) struct Rows {
    /// How many belong to its head.
    pub first: usize,
    /// For each, its part of the height of a label that spans it.
    pub shared: Vec<f64>,
    /// Room above and below what stands in a cell.
    pub inset: f64,
}

/// What stands together in a table.
#[derive(Debug)]
pub(super) struct Together {
    pub header: Header,
    /// For each cell, whether it goes on on the next page.
    pub open: Vec<bool>,
    /// For each cell, whether it is a label that is drawn again on every page.
    pub labels: Vec<bool>,
    /// For each row, its height.
    pub heights: Vec<f64>,
    /// For each row, its height where its own cells do not give it that.
    pub fixed: Vec<Option<f64>>,
    /// For each row that goes on, how much room it has to find to begin.
    pub needs: Vec<f64>,
}

impl Together {
    /// What stands together in a table where a page has `room` for it. What comes
    /// first stands with the lines that lead to it and has `opening` alone.
    pub(super) fn of(cells: &[Cell], rows: Rows, look: &Look, room: f64, opening: f64) -> Self {
        let Rows { first, mut shared, inset } = rows;
        let all: Vec<usize> = (0..cells.len()).collect();
        let heights = row_heights(cells, &all, &shared);
        let head: f64 = heights[..first].iter().sum();
        let header = match head {
            _ if head > room => Header::Apart,
            _ if head > look.repeated_head * room => Header::Once,
            _ => Header::Repeated,
        };
        let left = room - if header == Header::Repeated { head } else { 0.0 };
        let (begin, before) = match header {
            Header::Apart => (0, 0.0),
            Header::Repeated | Header::Once => (first, head),
        };
        let body: Vec<usize> =
            all.iter().copied().filter(|cell| cells[*cell].rows.start >= begin).collect();
        let room_of = |row: usize| match row > begin {
            true => left,
            false => left.min((opening - before).max(0.0)),
        };
        let kept = kept_cells(cells, &body, &heights, look.group_rows, &room_of);
        let is_loose = |cell: &usize| cells[*cell].rows.len() > 1 && !kept.contains(cell);
        let loose: Vec<usize> = body.iter().copied().filter(is_loose).collect();
        for cell in &loose {
            shared[cells[*cell].rows.clone()].fill(0.0);
        }
        let is_label = |cell: usize| {
            cells[cell].height <= look.repeated_label * left && !cells[cell].has_picture
        };
        let (labels, flowing): (Vec<usize>, Vec<usize>) =
            loose.iter().copied().partition(|cell| is_label(*cell));
        let apart: Vec<usize> = all.iter().copied().filter(|cell| !labels.contains(cell)).collect();
        let heights = row_heights(cells, &apart, &shared);
        // A cell that flows on beside its rows asks the last of them for what they
        // lack, which then has to go on, too.
        let grown: Vec<usize> = flowing.iter().map(|cell| cells[*cell].rows.end - 1).collect();
        let splits = |cell: &usize| {
            let row = cells[*cell].rows.start;
            cells[*cell].rows.len() == 1 && (heights[row] > room_of(row) || grown.contains(&row))
        };
        let mut open = vec![false; cells.len()];
        let split = body.iter().copied().filter(splits);
        split.chain(loose.iter().copied()).for_each(|cell| open[cell] = true);
        let mut is_labelled = vec![false; cells.len()];
        labels.iter().for_each(|cell| is_labelled[*cell] = true);
        let struts = label_struts(cells, &labels, &runs(cells, &kept, &heights), left, inset);
        let mut together = Self {
            header,
            open,
            labels: is_labelled,
            fixed: shared.iter().map(|height| Some(*height).filter(|own| *own > 0.0)).collect(),
            needs: vec![0.0; heights.len()],
            heights,
        };
        together.hold(cells, &struts, inset);
        together
    }

    /// Makes rows as high as the labels beside them need it: as a whole, or, where
    /// they go on, on the page where they begin.
    fn hold(&mut self, cells: &[Cell], struts: &[f64], inset: f64) {
        for (row, least) in struts.iter().enumerate().filter(|(_, least)| **least > 0.0) {
            let of_row =
                |(index, cell): &(usize, &Cell)| cell.rows == (row..row + 1) && self.open[*index];
            if cells.iter().enumerate().any(|own| of_row(&own)) {
                self.needs[row] = (least - 2.0 * inset).max(0.0);
            } else if self.heights[row] < *least {
                self.heights[row] = *least;
                self.fixed[row] = Some(*least);
            }
        }
    }
}

/// How high rows become with these cells: at least as high as `shared`, and the
/// last row that a cell spans takes what the others do not.
fn row_heights(cells: &[Cell], among: &[usize], shared: &[f64]) -> Vec<f64> {
    let mut heights = shared.to_vec();
    let mut order = among.to_vec();
    order.sort_by_key(|cell| cells[*cell].rows.len());
    for cell in order {
        let Cell { rows, height, .. } = &cells[cell];
        let missing = height - heights[rows.clone()].iter().sum::<f64>();
        if missing > 0.0 {
            heights[rows.end - 1] += missing;
        }
    }
    heights
}

/// Rows that cells keep together, with their height.
struct Run {
    rows: Range<usize>,
    height: f64,
}

fn runs(cells: &[Cell], kept: &[usize], heights: &[f64]) -> Vec<Run> {
    let mut ends = vec![0; heights.len()];
    for cell in kept {
        let rows = &cells[*cell].rows;
        ends[rows.start] = rows.end.max(ends[rows.start]);
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut end = 0;
    for (row, height) in heights.iter().enumerate() {
        match runs.last_mut().filter(|_| row < end) {
            Some(run) => {
                run.rows.end = row + 1;
                run.height += height;
            }
            None => runs.push(Run { rows: row..row + 1, height: *height }),
        }
        end = end.max(ends[row]);
    }
    runs
}

/// The cells that keep the rows that they span on one page: those of few rows, and
/// where a run of such is taller than the room of what begins at its row, the
/// shorter of them.
fn kept_cells(
    cells: &[Cell],
    body: &[usize],
    heights: &[f64],
    most: usize,
    room_of: &dyn Fn(usize) -> f64,
) -> Vec<usize> {
    let is_group = |cell: &usize| (2..=most).contains(&cells[*cell].rows.len());
    let mut kept: Vec<usize> = body.iter().copied().filter(is_group).collect();
    for _ in 0..most {
        for run in runs(cells, &kept, heights) {
            if run.height <= room_of(run.rows.start) {
                continue;
            }
            let of_run = |cell: usize| run.rows.contains(&cells[cell].rows.start);
            let own = kept.iter().filter(|cell| of_run(**cell));
            let Some(highest) = own.map(|cell| cells[*cell].rows.len()).max() else { continue };
            kept.retain(|cell| !of_run(*cell) || cells[*cell].rows.len() < highest);
        }
    }
    kept
}

/// How high the rows have to be that may stand alone on their page with a label:
/// its first and its last row, and one before a run that fills a page. There, a
/// label stands closer to the lines around it.
fn label_struts(cells: &[Cell], labels: &[usize], runs: &[Run], room: f64, inset: f64) -> Vec<f64> {
    let count = runs.last().map_or(0, |run| run.rows.end);
    let mut struts = vec![0.0_f64; count];
    let mut next = vec![0.0_f64; count];
    for run in runs.iter().filter(|run| run.rows.start > 0) {
        next[run.rows.start - 1] = run.height;
    }
    for label in labels {
        let Cell { rows, height, .. } = &cells[*label];
        for row in rows.clone() {
            let is_edge = row == rows.start || row + 1 == rows.end;
            if is_edge || next[row] + height > room {
                struts[row] = struts[row].max(height - inset);
            }
        }
    }
    struts
}
