//! The line above a table, at its right: `(단위: 천원)`.

use super::super::found::{Found, Notes};
use super::super::here::Here;
use super::super::text::{plain_runs, rich};
use crate::edition::{RichText, Run};
use crate::format::{Table, Text};
use crate::korean;

/// The line above a table, at its right: a remark, the unit, or both.
pub(super) fn line_above(table: &Table, here: &Here<'_>) -> Found<Option<RichText>> {
    let mut notes = Notes::default();
    let line = match (&table.unit, &table.remark) {
        (Some(unit), Some(remark)) => {
            let remark = notes.take(plain_runs(remark, here));
            let unit = notes.take(unit_line(unit, here));
            Some(RichText::of([remark, vec![Run::own(" ")], unit.runs].concat()))
        }
        (Some(unit), None) => Some(notes.take(unit_line(unit, here))),
        (None, remark) => notes.take_some(remark.as_ref().map(|remark| rich(remark, here))),
    };
    notes.with(line)
}

/// `(단위: 천원)`
pub(in crate::resolve) fn unit_line(unit: &Text, here: &Here<'_>) -> Found<RichText> {
    let mut notes = Notes::default();
    let mut runs = vec![Run::own(format!("(단위:{}", korean::GLUE))];
    runs.extend(notes.take(plain_runs(unit, here)));
    runs.push(Run::own(")"));
    notes.with(RichText::of(runs))
}
