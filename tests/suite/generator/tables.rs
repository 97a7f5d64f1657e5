//! Tables of generated editions: heads in tiers, groups and spans, lines and
//! pictures in cells.

use serde_json::{Value, json};

use super::{Maker, Spot};

impl Maker {
    pub(super) fn table(&mut self, spot: Spot) -> Value {
        let landscape = spot.open && self.random.percent(15);
        let columns = self.random.size(1, if landscape { 16 } else { 10 });
        let rows = self.random.size(1, 60);
        let mut own = json!({ "kind": "table", "landscape": landscape });
        let heads = self.random.within(0, 2);
        if heads > 0 {
            own["head"] = json!(self.head(columns, heads));
        }
        own["rows"] = json!(self.rows(columns, rows, 0));
        own["row_heads"] = json!(self.random.within(0, columns.min(2)));
        if self.random.percent(15) {
            let widths = (0..columns).map(|_| json!({ "width": self.random.within(1, 3) }));
            own["columns"] = widths.collect();
        }
        if self.random.percent(30) {
            own["caption"] = json!(self.line(200));
        }
        if self.random.percent(30) {
            own["remark"] = json!(self.line(20));
        }
        self.note_down(&format!("table:{columns}x{rows}{}", if landscape { "L" } else { "" }));
        own
    }

    fn head(&mut self, columns: usize, rows: usize) -> Vec<Value> {
        if columns >= 3 && rows == 2 && self.random.percent(60) {
            let upper = [
                json!({ "text": self.line(8), "rows": 2 }),
                json!({ "text": self.line(8), "columns": columns - 1 }),
            ];
            let lower: Vec<Value> = (1..columns).map(|_| json!(self.line(8))).collect();
            return vec![json!(upper), json!(lower)];
        }
        let is_divided = columns > 1 && self.random.percent(15);
        let mut head: Vec<Value> = Vec::new();
        for row in 0..rows {
            let first = match is_divided && row == 0 {
                true => json!({ "diagonal": { "below": self.line(2), "above": self.line(2) } }),
                false => json!(self.line(30)),
            };
            let others = (1..columns).map(|_| json!(self.line(30)));
            head.push([first].into_iter().chain(others).collect());
        }
        head
    }

    /// Rows of a table, with groups and spans.
    fn rows(&mut self, columns: usize, count: usize, depth: usize) -> Vec<Value> {
        let mut rows = Vec::new();
        while rows.len() < count {
            let left = count - rows.len();
            if columns > 1 && depth < 2 && left > 1 && self.random.percent(12) {
                let inner = self.random.size(1, left.min(30));
                let label = self.line(20);
                let inside = self.rows(columns - 1, inner, depth + 1);
                rows.push(json!({ "group": label, "rows": inside }));
            } else if columns > 1 && left > 1 && self.random.percent(8) {
                let high = self.random.within(2, left.min(9));
                let spanning = json!({ "text": self.line(60), "rows": high });
                for index in 0..high {
                    let mut cells = self.cells(columns - 1);
                    if index == 0 {
                        cells.insert(0, spanning.clone());
                    }
                    rows.push(json!(cells));
                }
            } else {
                let cells = self.cells(columns);
                let is_set_off = self.random.percent(5);
                rows.push(match is_set_off {
                    true => json!({ "cells": cells, "total": true, "sums": "none" }),
                    false => json!(cells),
                });
            }
        }
        rows
    }

    fn cells(&mut self, columns: usize) -> Vec<Value> {
        (0..columns).map(|_| self.cell(columns)).collect()
    }

    fn cell(&mut self, columns: usize) -> Value {
        match self.random.within(0, 39) {
            0..=24 => json!(self.line(6)),
            25..=29 => json!(self.random.within(0, 99_999)),
            30 => json!("-"),
            31 => Value::Null,
            32 | 33 => json!(self.line(250 / columns.max(2))),
            34..=36 => {
                let count = self.random.size(1, 50);
                json!({ "body": self.lines_in_cell(count, 0) })
            }
            37 if columns <= 5 => json!({ "text": self.line(5), "picture": self.photo(30) }),
            _ => json!({ "text": self.line(4), "strong": true }),
        }
    }

    fn lines_in_cell(&mut self, count: usize, depth: usize) -> Vec<Value> {
        let mut lines = Vec::new();
        for _ in 0..count {
            lines.push(match self.random.within(0, 9) {
                0 => json!({ "kind": "note", "text": self.line(12) }),
                1 => json!({ "kind": "paragraph", "text": self.line(12) }),
                2 if depth == 0 => {
                    let inner = self.random.size(1, 8);
                    let body = self.lines_in_cell(inner, depth + 1);
                    json!({ "text": self.line(6), "body": body })
                }
                3 => json!({ "text": self.line(6), "badge": self.text(1) }),
                4 => json!({ "text": self.line(6), "checked": self.random.percent(50) }),
                _ => json!(self.line(8)),
            });
        }
        lines
    }
}
