//! Where the cells of a table stand, spans taken into account.

/// How many columns and rows a cell spans.
pub(crate) type Spans = (usize, usize);

/// Where a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Placed {
    /// The row in which it begins.
    pub row: usize,
    /// The column in which it begins.
    pub column: usize,
    /// Which of the cells of its row it is.
    pub index: usize,
}

/// Where cells with these spans stand in a table of `count` columns. What a
/// row has beyond them is left out.
pub(crate) fn place(rows: &[Vec<Spans>], count: usize) -> Vec<Placed> {
    let mut taken = vec![0_usize; count];
    let mut placed = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let mut column = 0;
        let mut remaining = cells.iter().enumerate();
        let mut fresh = vec![0_usize; count];
        while column < count {
            if taken[column] > 0 {
                column += 1;
                continue;
            }
            let Some((index, &(columns, rows))) = remaining.next() else { break };
            placed.push(Placed { row, column, index });
            let end = column.saturating_add(columns.max(1)).min(count);
            fresh[column..end].fill(rows);
            column = end;
        }
        for (taken, fresh) in taken.iter_mut().zip(fresh) {
            *taken = taken.saturating_sub(1).max(fresh.saturating_sub(1));
        }
    }
    placed
}
