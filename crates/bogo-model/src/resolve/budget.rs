//! Tables of money: what is summed, what has changed and by how much.

use rust_decimal::{Decimal, RoundingStrategy};

use super::context::Context;
use super::figures::printed;
use crate::edition::{Block, RichText, Table, TableCell, TableRow};
use crate::format::{Budget, BudgetDepartment, Figure, Funding, Text};
use crate::json::{Span, Spanned};
use crate::korean;
use crate::message;

impl Context<'_> {
    /// The table of a project's costs: a row of totals, a row for each source.
    pub(super) fn funding(&mut self, funding: &Funding) -> Option<Block> {
        let count = funding.columns.len();
        if count == 0 {
            let message = message!("금액 열이 하나도 없습니다", "there is no column of amounts");
            let help = message!(
                "\"columns\": [\"2024년\", \"2025년\"] 처럼 쓰십시오.",
                "write `\"columns\": [\"2024년\", \"2025년\"]`"
            );
            self.error("column-count", funding.span, message, Some(help));
            return None;
        }
        for source in &funding.sources {
            self.check_amounts(&source.amounts, count);
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
            let sums: Vec<Figure> = (0..count).map(|index| column_sum(funding, index)).collect();
            let mut cells = amount_cells(RichText::from("계"), &sums);
            if noted {
                cells.push(TableCell::default());
            }
            rows.push(TableRow { cells, total: true, ..TableRow::default() });
        }
        for source in &funding.sources {
            let name = self.rich(&source.name);
            let mut cells = amount_cells(name, &source.amounts.value);
            if noted {
                let text = source.note.as_ref().map(|note| self.rich(note)).unwrap_or_default();
                cells.push(TableCell { text, ..TableCell::default() });
            }
            rows.push(TableRow { cells, ..TableRow::default() });
        }
        let head = self.funding_head(funding, name_head, total_head, note_head);
        let table = Table { unit: Some(self.unit(&funding.unit)), head, rows, ..Table::default() };
        Some(self.finished(table, funding.span))
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
        if budget.columns.value.len() != 2 {
            let message = message!(
                "예산현황의 금액 열은 둘(올해, 견줄 해)입니다",
                "a budget has two columns of amounts"
            );
            self.error("column-count", budget.columns.span, message, None);
            return None;
        }
        let lines = || budget.departments.iter().flat_map(|department| &department.lines);
        for line in lines() {
            self.check_amounts(&line.amounts, 2);
        }
        let all: Vec<&[Figure]> = lines().map(|line| line.amounts.value.as_slice()).collect();
        let mut cells = vec![TableCell { colspan: 2, head: true, ..text_cell("합계".into()) }];
        cells.extend(compared(sum_of(&all)));
        let mut rows = vec![TableRow { cells, total: true, ..TableRow::default() }];
        for department in &budget.departments {
            self.department_rows(department, &mut rows);
        }
        let mut head = vec![TableCell { colspan: 2, ..head_cell("구분".into()) }];
        head.extend(budget.columns.value.iter().map(|column| head_cell(self.rich(column))));
        head.extend(["증감", "증감률(%)"].map(|text| head_cell(text.into())));
        let unit = Some(self.unit(&budget.unit));
        let table = Table { unit, head: vec![head], rows, ..Table::default() };
        Some(self.finished(table, budget.span))
    }

    fn department_rows(&mut self, department: &BudgetDepartment, rows: &mut Vec<TableRow>) {
        let lines: Vec<&[Figure]> =
            department.lines.iter().map(|line| line.amounts.value.as_slice()).collect();
        let name = TableCell {
            rowspan: department.lines.len() + 1,
            head: true,
            ..text_cell(self.rich(&department.name))
        };
        let mut cells = vec![name, text_cell("계".into())];
        cells.extend(compared(sum_of(&lines)));
        rows.push(TableRow { cells, ..TableRow::default() });
        for line in &department.lines {
            let mut cells = vec![TableCell { head: true, ..text_cell(self.rich(&line.name)) }];
            let amounts = &line.amounts.value;
            cells
                .extend(compared([0, 1].map(|i| amounts.get(i).copied().unwrap_or(Figure::Blank))));
            rows.push(TableRow { cells, ..TableRow::default() });
        }
    }

    /// `(단위: 천원)`
    pub(super) fn unit(&mut self, unit: &Text) -> RichText {
        RichText::Plain(format!("(단위:{}{})", korean::GLUE, self.plain(unit)))
    }

    fn check_amounts(&mut self, amounts: &Spanned<Vec<Figure>>, count: usize) {
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
            self.error("column-count", span, message, Some(help));
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
    TableCell { text, align: "right", ..TableCell::default() }
}

/// A row's name, its sum and its amounts.
fn amount_cells(name: RichText, amounts: &[Figure]) -> Vec<TableCell> {
    let mut cells = vec![TableCell { head: true, ..text_cell(name) }];
    cells.push(number_cell(printed(sum_figures(amounts.iter().copied()))));
    cells.extend(amounts.iter().map(|figure| number_cell(printed(*figure))));
    cells
}

/// The sum of figures: a number if any of them is one.
fn sum_figures(figures: impl Iterator<Item = Figure> + Clone) -> Figure {
    if figures.clone().any(|figure| matches!(figure, Figure::Number(_))) {
        Figure::Number(figures.map(Figure::amount).sum::<Decimal>().normalize())
    } else {
        let is_none = |figure: &Figure| matches!(figure, Figure::None);
        figures.into_iter().find(is_none).unwrap_or(Figure::Blank)
    }
}

fn column_sum(funding: &Funding, index: usize) -> Figure {
    let amounts = funding.sources.iter().map(|source| source.amounts.value.get(index));
    sum_figures(amounts.map(|figure| figure.copied().unwrap_or(Figure::Blank)))
}

fn sum_of(lines: &[&[Figure]]) -> [Figure; 2] {
    [0, 1].map(|index| {
        sum_figures(lines.iter().map(move |line| line.get(index).copied().unwrap_or(Figure::Blank)))
    })
}

/// This budget, the earlier one, the change and its rate.
fn compared([now, before]: [Figure; 2]) -> Vec<TableCell> {
    let mut cells: Vec<TableCell> = [now, before].map(|f| number_cell(printed(f))).into();
    let (change, rate) = match (now, before) {
        (Figure::Number(now), Figure::Number(before)) => {
            (Figure::Number((now - before).normalize()), change_rate(now, before))
        }
        _ => (Figure::None, None),
    };
    cells.push(number_cell(printed(change)));
    let rate = rate.map_or_else(|| RichText::from("-"), |rate| korean::number(rate).into());
    cells.push(number_cell(rate));
    cells
}

/// The change as a percentage of what was before, to one decimal, half up;
/// `None` where nothing was before.
pub(super) fn change_rate(now: Decimal, before: Decimal) -> Option<Decimal> {
    let rate = (now - before).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)?;
    let mut rounded = rate.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(1);
    Some(rounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_of_change_is_rounded_half_up_to_one_decimal() {
        let rate =
            |now: i64, before: i64| change_rate(now.into(), before.into()).map(korean::number);
        assert_eq!(rate(3_302_921, 3_758_650).as_deref(), Some("△12.1"));
        assert_eq!(rate(50_584, 82_719).as_deref(), Some("△38.8"));
        assert_eq!(rate(10_050, 10_000).as_deref(), Some("0.5"));
        assert_eq!(rate(2_001, 2_000).as_deref(), Some("0.1"));
        assert_eq!(rate(0, 0), None);
    }

    #[test]
    fn a_sum_of_dashes_is_a_dash_and_of_blanks_a_blank() {
        let sum = |figures: &[Figure]| sum_figures(figures.iter().copied());
        assert_eq!(sum(&[Figure::None, Figure::None]), Figure::None);
        assert_eq!(sum(&[Figure::Blank]), Figure::Blank);
        assert_eq!(sum(&[Figure::None, Figure::Number(3.into())]), Figure::Number(3.into()));
    }
}
