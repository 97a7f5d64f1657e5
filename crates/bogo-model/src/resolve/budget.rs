//! Tables of money: what is summed, what has changed and by how much.

use super::context::Context;
use super::figures::printed;
use crate::diagnostic::Form;
use crate::edition::{Block, Remedy, RichText, Run, Table, TableCell, TableRow};
use crate::figures::{Computed, FundingSums, budget_sums, compared, figure_at, sum_figures};
use crate::format::{Align, Amounts, Budget, BudgetDepartment, BudgetTotal, Figure, Funding, Text};
use crate::json::{Span, Spanned};
use crate::korean;
use crate::message;

impl Context<'_> {
    /// The table of a project's costs: a row of totals, a row for each source.
    pub(super) fn funding(&mut self, funding: &Funding) -> Option<Block> {
        if funding.sources.is_empty() {
            let why = message!("재원이 하나도 없습니다", "there is no source of funds");
            return self.shows_nothing(funding.span, &why);
        }
        let count = funding.columns.len();
        if count == 0 {
            let message = message!("금액 열이 하나도 없습니다", "there is no column of amounts");
            let help = message!(
                "\"columns\": [\"2024년\", \"2025년\"] 처럼 쓰십시오.",
                "write `\"columns\": [\"2024년\", \"2025년\"]`"
            );
            self.omission(Form::ColumnCount, funding.span, message, Some(help));
            return None;
        }
        let total = funding.total.as_ref().and_then(|total| total.amounts.as_ref());
        for amounts in funding.sources.iter().map(|source| &source.amounts).chain(total) {
            self.check_amounts(amounts, count);
        }
        let [name_head, total_head] = self.heads(funding.head.as_deref(), ["재원별", "합계"]);
        let noted = funding.note_head.is_some()
            || funding.sources.iter().any(|source| source.note.is_some());
        let note_head = noted.then(|| match &funding.note_head {
            Some(head) => self.rich(head),
            None => RichText::from("비고"),
        });
        let mut rows = Vec::new();
        if !funding.without_total {
            let sums = FundingSums::of(funding);
            let mut cells = amount_cells(RichText::from("계"), &sums.whole, &sums.columns);
            if noted {
                cells.push(TableCell::default());
            }
            rows.push(TableRow { cells, total: true, ..TableRow::default() });
        }
        for source in &funding.sources {
            let name = self.rich(&source.name);
            // One for each column, however many there are, which is checked.
            let columns = 0..funding.columns.len();
            let amounts: Vec<_> = columns.map(|index| figure_at(&source.amounts, index)).collect();
            let sum = || sum_figures(amounts.iter().cloned());
            let whole = source.total.as_ref().map_or_else(sum, Computed::stated);
            let mut cells = amount_cells(name, &whole, &amounts);
            if noted {
                let text = source.note.as_ref().map(|note| self.rich(note)).unwrap_or_default();
                cells.push(TableCell { text, ..TableCell::default() });
            }
            rows.push(TableRow { cells, ..TableRow::default() });
        }
        let head = self.funding_head(funding, name_head, total_head, note_head);
        let unit = Some(self.unit(&funding.unit));
        let landscape = funding.landscape;
        let table = Table { unit, head, rows, landscape, ..Table::default() };
        Some(self.finished(table, funding.span, Remedy::Unit))
    }

    fn funding_head(
        &mut self,
        funding: &Funding,
        name: RichText,
        total: RichText,
        note: Option<RichText>,
    ) -> Vec<Vec<TableCell>> {
        let span = match &funding.columns_head {
            Some(head) => self.rich(head),
            None => RichText::from("연차별 소요재원"),
        };
        let columns: Vec<TableCell> =
            funding.columns.iter().map(|column| head_cell(self.rich(column))).collect();
        let two_tiers = span != RichText::default();
        let rowspan = if two_tiers { 2 } else { 1 };
        let outer = |text| TableCell { rowspan, ..head_cell(text) };
        let mut first = vec![outer(name), outer(total)];
        if two_tiers {
            first.push(TableCell { colspan: columns.len().max(1), ..head_cell(span) });
            first.extend(note.map(outer));
            vec![first, columns]
        } else {
            first.extend(columns);
            first.extend(note.map(outer));
            vec![first]
        }
    }

    /// The table of a budget: totals, and for each department its lines, with
    /// the change and its rate.
    pub(super) fn budget(&mut self, budget: &Budget) -> Option<Block> {
        if budget.departments.is_empty() {
            let why = message!("부서가 하나도 없습니다", "there is no department");
            return self.shows_nothing(budget.span, &why);
        }
        if budget.columns.value.len() != 2 {
            let message = message!(
                "예산현황의 금액 열은 둘(올해, 견줄 해)입니다",
                "a budget has two columns of amounts"
            );
            self.omission(Form::ColumnCount, budget.columns.span, message, None);
            return None;
        }
        let lines = || budget.departments.iter().flat_map(|department| &department.lines);
        let totals = budget.departments.iter().map(|department| &department.total);
        let totals = totals.chain([&budget.total]).filter_map(|total| total.as_ref());
        let totals = totals.filter_map(|total| total.amounts.as_ref());
        for amounts in lines().map(|line| &line.amounts).chain(totals) {
            self.check_amounts(amounts, 2);
        }
        let sums = budget_sums(budget.total.as_ref(), lines().map(|line| &line.amounts));
        let mut cells = vec![TableCell { colspan: 2, head: true, ..text_cell("합계".into()) }];
        cells.extend(total_cells(sums, budget.total.as_ref()));
        let mut rows = vec![TableRow { cells, total: true, ..TableRow::default() }];
        for department in &budget.departments {
            self.department_rows(department, &mut rows);
        }
        let mut head = vec![TableCell { colspan: 2, ..head_cell("구분".into()) }];
        head.extend(budget.columns.value.iter().map(|column| head_cell(self.rich(column))));
        head.extend(["증감", "증감률(%)"].map(|text| head_cell(text.into())));
        let unit = Some(self.unit(&budget.unit));
        let landscape = budget.landscape;
        let table = Table { unit, head: vec![head], rows, landscape, ..Table::default() };
        Some(self.finished(table, budget.span, Remedy::Unit))
    }

    fn department_rows(&mut self, department: &BudgetDepartment, rows: &mut Vec<TableRow>) {
        let total = department.total.as_ref();
        let sums = budget_sums(total, department.lines.iter().map(|line| &line.amounts));
        let name = TableCell {
            rowspan: department.lines.len() + 1,
            head: true,
            ..text_cell(self.rich(&department.name))
        };
        let mut cells = vec![name, text_cell("계".into())];
        cells.extend(total_cells(sums, total));
        rows.push(TableRow { cells, ..TableRow::default() });
        for line in &department.lines {
            let mut cells = vec![TableCell { head: true, ..text_cell(self.rich(&line.name)) }];
            let amounts = [0, 1].map(|index| figure_at(&line.amounts, index));
            cells.extend(compared_cells(amounts, line.change.as_ref(), line.rate.as_ref()));
            rows.push(TableRow { cells, ..TableRow::default() });
        }
    }

    /// `(단위: 천원)`
    pub(super) fn unit(&mut self, unit: &Text) -> RichText {
        let mut runs = vec![Run::own(format!("(단위:{}", korean::GLUE))];
        runs.extend(self.plain_runs(unit));
        runs.push(Run::own(")"));
        RichText { runs }
    }

    fn check_amounts(&mut self, amounts: &Amounts, count: usize) {
        self.check_count(amounts.value.len(), count, amounts.span);
    }

    /// Reports a list of figures that has more or fewer than there are columns.
    pub(super) fn check_count(&mut self, found: usize, expected: usize, span: Span) {
        if found != expected {
            let message = message!(
                "열은 {expected}개인데 수치는 {found}개입니다",
                "there are {expected} columns but {found} figures"
            );
            let help = message!(
                "없는 값은 \"-\", 빈칸은 null로 자리를 채우십시오.",
                "fill the place of a value that is not there with \"-\" or null"
            );
            match found > expected {
                true => self.omission(Form::ColumnCount, span, message, Some(help)),
                false => self.error(Form::ColumnCount, span, message, Some(help)),
            }
        }
    }
}

pub(super) fn head_cell(text: RichText) -> TableCell {
    TableCell { text, ..TableCell::default() }
}

fn text_cell(text: RichText) -> TableCell {
    head_cell(text)
}

fn number_cell(text: RichText) -> TableCell {
    TableCell { text, align: Align::Right, ..TableCell::default() }
}

/// A row's name, its sum and its amounts.
fn amount_cells(
    name: RichText,
    whole: &Computed<Figure>,
    amounts: &[Computed<Figure>],
) -> Vec<TableCell> {
    let mut cells = vec![TableCell { head: true, ..text_cell(name) }];
    cells.push(number_cell(printed(whole)));
    cells.extend(amounts.iter().map(|figure| number_cell(printed(figure))));
    cells
}

/// The cells of a row of totals.
fn total_cells(sums: [Computed<Figure>; 2], total: Option<&BudgetTotal>) -> Vec<TableCell> {
    let change = total.and_then(|total| total.change.as_ref());
    compared_cells(sums, change, total.and_then(|total| total.rate.as_ref()))
}

/// This budget, the earlier one, the change and its rate: as they are stated,
/// else as they are computed.
fn compared_cells(
    amounts: [Computed<Figure>; 2],
    change: Option<&Spanned<Figure>>,
    rate: Option<&Spanned<Figure>>,
) -> Vec<TableCell> {
    let computed = compared(&amounts);
    let change = change.map_or(computed.0, Computed::stated);
    let rate = rate.map_or(computed.1, Computed::stated);
    let cells = amounts.into_iter().chain([change, rate]);
    cells.map(|figure| number_cell(printed(&figure))).collect()
}
