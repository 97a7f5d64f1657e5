//! Numbers that stand under one another.

use crate::edition::{Table, TableCell};
use crate::format::Align;

/// Leaves room behind numbers with fewer decimals than others of their column, so
/// that their points stand under one another. A row of whole numbers among rows
/// with decimals counts something else, and has no points.
pub(super) fn align_decimals(table: &mut Table) {
    let is_number = |cell: &TableCell| {
        cell.align == Align::Right && cell.text.plain().ends_with(|c: char| c.is_ascii_digit())
    };
    // Words with a point in them have no decimals.
    let is_whole = |text: &str| text.chars().all(|c| c.is_ascii_digit() || "△-+, ".contains(c));
    let is_fraction = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fraction = |cell: &TableCell| match cell.text.plain().rsplit_once('.') {
        Some((whole, digits))
            if cell.align == Align::Right && is_whole(whole) && is_fraction(digits) =>
        {
            digits.len()
        }
        _ => 0,
    };
    let mut longest = vec![0_usize; table.columns.len()];
    for cell in table.body_cells() {
        longest[cell.column] = longest[cell.column].max(fraction(cell));
    }
    for row in &mut table.rows {
        let numbers = row.cells.iter().filter(|cell| is_number(cell));
        let (count, with_points) = numbers.fold((0, 0), |(count, points), cell| {
            (count + 1, points + usize::from(fraction(cell) > 0))
        });
        let counts_else = count > 1 && with_points == 0;
        for cell in &mut row.cells {
            let (own, all) = (fraction(cell), longest[cell.column]);
            cell.pad = match (is_number(cell) && !counts_else, own) {
                (true, 0) if all > 0 => format!(".{}", "0".repeat(all)),
                (true, own) => "0".repeat(all - own),
                (false, _) => String::new(),
            };
        }
    }
}
