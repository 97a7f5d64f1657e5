//! The format of an edition's files, each object declared once.
//!
//! Names of fields are English words; names of marks and figures inside texts
//! are Korean, because they stand inside Korean sentences. The user's account
//! of all this is `docs/content-format.md`.

mod block;
mod checks;
mod figures;
mod project;
mod report;
mod schedule;
mod section;
mod table;
mod text;
mod value;

pub use block::{Block, BoxBlock, Item, Note, OrganisationView, Paragraph, Pictures, ProjectList};
pub use checks::{Allowances, Checks, RuleLevel, RuleLevels};
pub use figures::{
    Budget, BudgetDepartment, BudgetLine, Duties, Funding, FundingSource, StaffView,
};
pub use project::{Project, Strip};
pub use report::{
    Chapter, ColonStyle, ContentsDepth, Cover, CoverPlace, Numbering, Opening, Quarter, Report,
    SectionSource,
};
pub use schedule::{Schedule, SlotUnit, Task};
pub use section::{Head, Organisation, Section, Staff, StaffUnit, Unit};
pub use table::{Align, Cell, Column, Diagonal, Row, RowGroup, Table, TableRow};
pub(crate) use text::number_in;
pub use text::{Emphasis, Run, RunContent, SumMark, SumRole, Text};
pub(crate) use value::days_in_month;
pub use value::{Amount, Figure, Moment, MonthStyle, Period, Photo};
