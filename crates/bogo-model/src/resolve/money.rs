//! Tables of money: what is summed, what has changed and by how much.

use super::body::heads;
use super::found::{Found, Notes};
use super::here::Here;
use super::overview::shows_nothing;
use super::tables::{MadeCell, MadeRow, MadeTable, made_table, unit_line};
use super::text::{rich, rich_all};
use crate::diagnostic::Form;
use crate::edition::{Block, Remedy, RichText, Source};
use crate::figures::{Computed, FundingSums, budget_sums, compared, figure_at, sum_figures};
use crate::format::{Align, Amounts, Budget, BudgetDepartment, BudgetTotal, Figure, Funding};
use crate::json::{Span, Spanned};
use crate::korean;
use crate::message;

/// The table of a project's costs: a row of totals, a row for each source.
pub(super) fn funding(funding: &Funding, here: &Here<'_>) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    if funding.sources.is_empty() {
        let why = message!("재원이 하나도 없습니다", "there is no source of funds");
        shows_nothing(funding.span, &why, here, &mut notes);
        return notes.with(None);
    }
    let count = funding.columns.len();
    if count == 0 {
        let message = message!("금액 열이 하나도 없습니다", "there is no column of amounts");
        let help = message!(
            "\"columns\": [\"2024년\", \"2025년\"] 처럼 쓰십시오.",
            "write `\"columns\": [\"2024년\", \"2025년\"]`"
        );
        notes.omission(Form::ColumnCount, funding.span, message, Some(help));
        return notes.with(None);
    }
    let total = funding.total.as_ref().and_then(|total| total.amounts.as_ref());
    for amounts in funding.sources.iter().map(|source| &source.amounts).chain(total) {
        check_amounts(amounts, count, &mut notes);
    }
    let [name_head, total_head] =
        notes.take(heads(funding.head.as_deref(), ["재원별", "합계"], here));
    let noted =
        funding.note_head.is_some() || funding.sources.iter().any(|source| source.note.is_some());
    let note_head = noted.then(|| match &funding.note_head {
        Some(head) => notes.take(rich(head, here)),
        None => RichText::from("비고"),
    });
    let mut rows = Vec::new();
    if !funding.without_total {
        let sums = FundingSums::of(funding);
        let mut cells = amount_cells(RichText::from("계"), &sums.whole, &sums.columns);
        if noted {
            cells.push(MadeCell::default());
        }
        rows.push(MadeRow { cells, total: true });
    }
    for source in &funding.sources {
        let name = notes.take(rich(&source.name, here));
        // One for each column, however many there are, which is checked.
        let columns = 0..funding.columns.len();
        let amounts: Vec<_> = columns.map(|index| figure_at(&source.amounts, index)).collect();
        let sum = || sum_figures(&amounts);
        let whole = source.total.as_ref().map_or_else(sum, Computed::stated);
        let mut cells = amount_cells(name, &whole, &amounts);
        if noted {
            let note = notes.take_some(source.note.as_ref().map(|note| rich(note, here)));
            cells.push(MadeCell::of(note.unwrap_or_default()));
        }
        rows.push(MadeRow { cells, total: false });
    }
    let head = notes.take(funding_head(funding, name_head, total_head, note_head, here));
    let unit = Some(notes.take(unit_line(&funding.unit, here)));
    let landscape = funding.landscape;
    let table = MadeTable { unit, landscape, head, rows };
    let block = Some(made_table(table, funding.span, Remedy::Unit));
    notes.with(block)
}

fn funding_head(
    funding: &Funding,
    name: RichText,
    total: RichText,
    note: Option<RichText>,
    here: &Here<'_>,
) -> Found<Vec<Vec<MadeCell>>> {
    let mut notes = Notes::default();
    let span = match &funding.columns_head {
        Some(head) => notes.take(rich(head, here)),
        None => RichText::from("연차별 소요재원"),
    };
    let columns = notes.take(rich_all(&funding.columns, here));
    let columns: Vec<MadeCell> = columns.into_iter().map(MadeCell::of).collect();
    let two_tiers = span != RichText::default();
    let rowspan = if two_tiers { 2 } else { 1 };
    let outer = |text| MadeCell { rowspan, ..MadeCell::of(text) };
    let mut first = vec![outer(name), outer(total)];
    if two_tiers {
        first.push(MadeCell { colspan: columns.len().max(1), ..MadeCell::of(span) });
        first.extend(note.map(outer));
        return notes.with(vec![first, columns]);
    }
    first.extend(columns);
    first.extend(note.map(outer));
    notes.with(vec![first])
}

/// The table of a budget: totals, and for each department its lines, with
/// the change and its rate.
pub(super) fn budget(budget: &Budget, here: &Here<'_>) -> Found<Option<Block>> {
    let mut notes = Notes::default();
    if budget.departments.is_empty() {
        let why = message!("부서가 하나도 없습니다", "there is no department");
        shows_nothing(budget.span, &why, here, &mut notes);
        return notes.with(None);
    }
    if budget.columns.value.len() != 2 {
        let message = message!(
            "예산현황의 금액 열은 둘(올해, 견줄 해)입니다",
            "a budget has two columns of amounts"
        );
        notes.omission(Form::ColumnCount, budget.columns.span, message, None);
        return notes.with(None);
    }
    let lines = || budget.departments.iter().flat_map(|department| &department.lines);
    let totals = budget.departments.iter().map(|department| &department.total);
    let totals = totals.chain([&budget.total]).filter_map(|total| total.as_ref());
    let totals = totals.filter_map(|total| total.amounts.as_ref());
    for amounts in lines().map(|line| &line.amounts).chain(totals) {
        check_amounts(amounts, 2, &mut notes);
    }
    let sums = budget_sums(budget.total.as_ref(), lines().map(|line| &line.amounts));
    let mut cells = vec![MadeCell { colspan: 2, head: true, ..MadeCell::of("합계".into()) }];
    cells.extend(total_cells(sums, budget.total.as_ref()));
    let mut rows = vec![MadeRow { cells, total: true }];
    for department in &budget.departments {
        rows.extend(notes.take(department_rows(department, here)));
    }
    let mut head = vec![MadeCell { colspan: 2, ..MadeCell::of("구분".into()) }];
    head.extend(
        budget.columns.value.iter().map(|column| MadeCell::of(notes.take(rich(column, here)))),
    );
    head.extend(["증감", "증감률(%)"].map(|text| MadeCell::of(text.into())));
    let unit = Some(notes.take(unit_line(&budget.unit, here)));
    let landscape = budget.landscape;
    let table = MadeTable { unit, landscape, head: vec![head], rows };
    let block = Some(made_table(table, budget.span, Remedy::Unit));
    notes.with(block)
}

fn department_rows(department: &BudgetDepartment, here: &Here<'_>) -> Found<Vec<MadeRow>> {
    let mut notes = Notes::default();
    let total = department.total.as_ref();
    let sums = budget_sums(total, department.lines.iter().map(|line| &line.amounts));
    let name = MadeCell {
        rowspan: department.lines.len() + 1,
        head: true,
        ..MadeCell::of(notes.take(rich(&department.name, here)))
    };
    let mut cells = vec![name, MadeCell::of("계".into())];
    cells.extend(total_cells(sums, total));
    let mut rows = vec![MadeRow { cells, total: false }];
    for line in &department.lines {
        let mut cells =
            vec![MadeCell { head: true, ..MadeCell::of(notes.take(rich(&line.name, here))) }];
        let amounts = [0, 1].map(|index| figure_at(&line.amounts, index));
        cells.extend(compared_cells(amounts, line.change.as_ref(), line.rate.as_ref()));
        rows.push(MadeRow { cells, total: false });
    }
    notes.with(rows)
}

fn check_amounts(amounts: &Amounts, count: usize, notes: &mut Notes) {
    check_count(amounts.value.len(), count, amounts.span, notes);
}

/// Reports a list of figures that has more or fewer than there are columns.
pub(super) fn check_count(found: usize, expected: usize, span: Span, notes: &mut Notes) {
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
            true => notes.omission(Form::ColumnCount, span, message, Some(help)),
            false => notes.error(Form::ColumnCount, span, message, Some(help)),
        }
    }
}

fn number_cell(text: RichText) -> MadeCell {
    MadeCell { text, align: Align::Right, ..MadeCell::default() }
}

/// A row's name, its sum and its amounts.
fn amount_cells(
    name: RichText,
    whole: &Computed<Figure>,
    amounts: &[Computed<Figure>],
) -> Vec<MadeCell> {
    let mut cells = vec![MadeCell { head: true, ..MadeCell::of(name) }];
    cells.push(number_cell(printed(whole)));
    cells.extend(amounts.iter().map(|figure| number_cell(printed(figure))));
    cells
}

/// The cells of a row of totals.
fn total_cells(sums: [Computed<Figure>; 2], total: Option<&BudgetTotal>) -> Vec<MadeCell> {
    let change = total.and_then(|total| total.change.as_ref());
    compared_cells(sums, change, total.and_then(|total| total.rate.as_ref()))
}

/// This budget, the earlier one, the change and its rate: as they are stated,
/// else as they are computed.
fn compared_cells(
    amounts: [Computed<Figure>; 2],
    change: Option<&Spanned<Figure>>,
    rate: Option<&Spanned<Figure>>,
) -> Vec<MadeCell> {
    let computed = compared(&amounts);
    let change = change.map_or(computed.0, Computed::stated);
    let rate = rate.map_or(computed.1, Computed::stated);
    let cells = amounts.into_iter().chain([change, rate]);
    cells.map(|figure| number_cell(printed(&figure))).collect()
}

/// A figure of a table as it is printed.
fn printed(figure: &Computed<Figure>) -> RichText {
    let words = match figure.value {
        Figure::Number(number) => korean::number(number),
        Figure::None => "-".to_owned(),
        Figure::Blank => return RichText::default(),
    };
    RichText::plain_from(words, Source::made_of(figure.from.iter().copied()))
}
