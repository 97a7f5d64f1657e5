//! What is told where cells do not fill their table.

use super::super::context::Context;
use crate::diagnostic::Form;
use crate::format::{Fault, FaultKind, MOST_COLUMNS};
use crate::message;

/// Reports why a table cannot be printed as it is typed.
pub(super) fn report(context: &mut Context<'_>, fault: Fault) {
    let (form, message, help) = match fault.kind {
        FaultKind::Empty => (
            Form::EmptyTable,
            message!("행이 하나도 없는 표입니다", "the table has no rows"),
            Some(message!("행을 넣거나 표를 지우십시오.", "add rows or remove the table")),
        ),
        FaultKind::Columns { count } => (
            Form::ColumnCount,
            message!(
                "표의 열은 1개에서 {MOST_COLUMNS}개까지입니다: {count}",
                "a table has 1 to {MOST_COLUMNS} columns: {count}"
            ),
            Some(message!("표를 둘로 나누십시오.", "divide the table in two")),
        ),
        FaultKind::Row { columns, free, own } => {
            let by_spans = columns - free;
            let message = match by_spans {
                0 => message!(
                    "표는 {columns}열인데 이 행은 {own}칸입니다",
                    "the table has {columns} columns but this row fills {own}"
                ),
                _ => message!(
                    "표는 {columns}열이고 합친 칸이 {by_spans}칸을 덮어 {free}칸이 남는데 이 행은 {own}칸입니다",
                    "of {columns} columns spans cover {by_spans}; {free} remain but this row fills {own}"
                ),
            };
            let help = match own > free {
                true => message!("남는 칸을 지우십시오.", "remove the cells that are too many"),
                false => message!("빈칸은 null로 자리를 채우십시오.", "fill blank cells with null"),
            };
            (Form::RowCells, message, Some(help))
        }
        FaultKind::Rows { given, left } => (
            Form::RowSpan,
            message!(
                "합친 행은 {given}개인데 남은 행은 {left}개입니다",
                "a span of {given} rows leaves the {left} that remain"
            ),
            None,
        ),
        FaultKind::Overlap => (
            Form::RowCells,
            message!(
                "합친 칸이 위에서 내려온 합친 칸과 겹칩니다",
                "this span runs into a cell that spans rows from above"
            ),
            Some(message!(
                "덮인 칸의 앞과 뒤를 따로 쓰십시오.",
                "write the columns before and behind that cell as cells of their own"
            )),
        ),
    };
    context.omission(form, fault.span, message, help);
}
