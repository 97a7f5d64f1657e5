//! The format of an edition's files, each object declared once.
//!
//! Names of fields are English words; names of marks and figures inside texts
//! are Korean, because they stand inside Korean sentences. The user's account
//! of all this is `docs/content-format.md`.

mod block;
mod checks;
mod cover;
mod made_tables;
mod marks;
mod placed_table;
mod placement;
mod project;
mod report;
mod schedule;
mod section;
mod table;
mod text;
mod value;
mod walk;

pub use block::{
    Block, BoxBlock, Item, List, Note, OrganisationView, Paragraph, Pictures, ProjectList,
};
pub(crate) use block::{DEEPEST, Line, MOST_PER_ROW};
pub use checks::{Allowances, Checks, RuleLevel, RuleLevels, schema};
pub use cover::{Contents, ContentsDepth, Cover, CoverPlace, DividerList, TextOrNone};
pub use made_tables::{
    Amounts, Budget, BudgetDepartment, BudgetLine, BudgetTotal, Duties, Funding, FundingSource,
    FundingTotal, StaffView,
};
pub use marks::{Relation, RelationMark};
pub(crate) use placed_table::{Fault, FaultKind, PlacedCell, PlacedRow, PlacedTable};
pub(crate) use placement::{Place, Placer, Spans};
pub use project::{Project, Strip};
pub use report::{Chapter, ColonStyle, Numbering, Opening, Quarter, Report, SectionSource};
pub use schedule::{Schedule, SlotUnit, Task};
pub use section::{Counts, Head, Organisation, Section, Staff, StaffTotal, StaffUnit, Unit};
pub use table::{
    Align, Cell, Column, Diagonal, LineName, LineNames, Row, RowGroup, Summed, Table, TableRow,
};
pub(crate) use table::{Formulas, MOST_COLUMNS};
pub use text::{Emphasis, Run, RunContent, SumMark, SumRole, Text};
pub use value::{Amount, Figure, Period, Photo};
pub(crate) use walk::{Role, Visitor, each_block, each_table, visit_body};
