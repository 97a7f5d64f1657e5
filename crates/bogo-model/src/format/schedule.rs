//! Tasks over time.

use super::text::Text;
use crate::json::{Spanned, record, words};
use crate::korean::Moment;

words! {
    /// The length of a schedule's columns.
    SlotUnit: "일정표의 눈금" {
        /// A column a month.
        Month = "month",
        /// A column a quarter.
        Quarter = "quarter",
        /// A column a week, Monday to Sunday.
        Week = "week",
    }
}

record! {
    /// Tasks and when they are done, as bars over months, quarters or weeks.
    plain Schedule: "일정표" {
        /// The first month or day shown.
        required from: Moment = "처음: 2024-07",
        /// The last.
        required to: Moment = "끝: 2024-10",
        /// The length of a column; a month if nothing is said.
        optional unit: SlotUnit = "눈금: month(월), quarter(분기), week(주)",
        /// The name of the period in which all tasks have to lie.
        optional within: Spanned<String> = "할 일들이 그 안에 있어야 하는 기간의 이름",
        /// Heads: of the tasks, of the time, and of the notes where there are any.
        optional head: Vec<Text> = "머리글: 종 별, 일 정(, 비고)",
        /// The tasks in order.
        required tasks: Vec<Task> = "할 일들",
    }
}

record! {
    /// A task and when it is done.
    plain Task: "할 일" {
        /// What is done.
        required name: Text = "이름",
        /// Its first month or day.
        required from: Moment = "시작: 2024-07-15 또는 2024-07",
        /// Its last month or day.
        required to: Moment = "끝",
        /// A word beside it.
        optional note: Text = "비고",
    }
}
