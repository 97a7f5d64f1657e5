//! What the figures of tables of money say of one another.

use rust_decimal::Decimal;

use super::literal;
use super::proof::{Proof, percent};
use super::quantity::Quantity;
use crate::format::{Amounts, Budget, BudgetTotal, Figure, Funding};
use crate::json::Spanned;

/// The sum of figures: a number if any of them is one, else a dash if there is
/// one.
pub(crate) fn sum_figures(figures: impl Iterator<Item = Figure> + Clone) -> Figure {
    if figures.clone().any(|figure| matches!(figure, Figure::Number(_))) {
        Figure::Number(figures.map(Figure::amount).sum::<Decimal>().normalize())
    } else {
        let is_none = |figure: &Figure| matches!(figure, Figure::None);
        figures.into_iter().find(is_none).unwrap_or(Figure::Blank)
    }
}

/// The figure in a column; a blank if the row is too short, which is reported
/// where the table is made.
pub(crate) fn figure_at(amounts: &Amounts, index: usize) -> Figure {
    amounts.value.get(index).map_or(Figure::Blank, |figure| figure.value)
}

/// The totals of a table of costs: what is stated, else what is computed.
pub(crate) struct FundingSums {
    /// Of each column.
    pub columns: Vec<Figure>,
    /// Of all of them.
    pub whole: Figure,
}

impl FundingSums {
    /// The totals that a table shows.
    pub(crate) fn of(funding: &Funding) -> Self {
        let total = funding.total.as_ref();
        let stated = total.and_then(|total| total.amounts.as_ref());
        let column = |index| {
            let own = funding.sources.iter().map(move |source| figure_at(&source.amounts, index));
            let stated = stated.and_then(|amounts| amounts.value.get(index));
            stated.map_or_else(|| sum_figures(own), |figure| figure.value)
        };
        let columns: Vec<Figure> = (0..funding.columns.len()).map(column).collect();
        let whole = total.and_then(|total| total.total.as_ref()).map(|figure| figure.value);
        let whole = whole.unwrap_or_else(|| sum_figures(columns.iter().copied()));
        Self { columns, whole }
    }
}

/// The change of a budget, and its rate in percent to one decimal; no rate
/// where nothing was before.
pub(crate) fn compared([now, before]: [Figure; 2]) -> (Figure, Figure) {
    match (now, before) {
        (Figure::Number(now), Figure::Number(before)) => {
            let rate = percent(now - before, before, 1).map_or(Figure::None, Figure::Number);
            (Figure::Number((now - before).normalize()), rate)
        }
        _ => (Figure::None, Figure::None),
    }
}

/// The amounts of a budget's row of totals: what is stated, else the sums.
pub(crate) fn budget_sums<'b>(
    total: Option<&BudgetTotal>,
    lines: impl Iterator<Item = &'b Amounts> + Clone,
) -> [Figure; 2] {
    let stated = total.and_then(|total| total.amounts.as_ref());
    [0, 1].map(|index| {
        let stated = stated.and_then(|amounts| amounts.value.get(index));
        stated.map_or_else(
            || sum_figures(lines.clone().map(move |line| figure_at(line, index))),
            |figure| figure.value,
        )
    })
}

/// A figure that is stated as a total: a dash says that there is nothing.
fn stated(figure: &Spanned<Figure>, unit: &str) -> Option<Quantity> {
    let nothing = Spanned { value: Figure::Number(Decimal::ZERO), span: figure.span };
    let is_dash = figure.value == Figure::None;
    quantity(if is_dash { &nothing } else { figure }, unit)
}

fn quantity(figure: &Spanned<Figure>, unit: &str) -> Option<Quantity> {
    let Figure::Number(value) = figure.value else { return None };
    Some(Quantity { value, unit: unit.to_owned(), span: figure.span })
}

/// The numbers of some rows in a column.
fn column<'a>(rows: impl Iterator<Item = &'a Amounts>, index: usize, unit: &str) -> Vec<Quantity> {
    rows.filter_map(|amounts| quantity(amounts.value.get(index)?, unit)).collect()
}

/// What a table of costs states.
pub(crate) fn prove_funding(funding: &Funding, proofs: &mut Vec<Proof>) {
    let unit = literal(&funding.unit);
    for source in &funding.sources {
        let stated = source.total.as_ref().and_then(|total| stated(total, &unit));
        if let Some(stated) = stated {
            let parts = all(&source.amounts, &unit);
            proofs.push(Proof::sum(format!("{} 합계", literal(&source.name)), stated, parts));
        }
    }
    let Some(total) = &funding.total else { return };
    let rows = || funding.sources.iter().map(|source| &source.amounts);
    for (index, stated) in total.amounts.iter().flat_map(|amounts| &amounts.value).enumerate() {
        let Some(stated) = self::stated(stated, &unit) else { continue };
        let name = funding.columns.get(index).map(literal).unwrap_or_default();
        proofs.push(Proof::sum(format!("{name} 계"), stated, column(rows(), index, &unit)));
    }
    if let Some(stated) = total.total.as_ref().and_then(|total| stated(total, &unit)) {
        // Down the columns and along the rows, so that a slip in either shows.
        let down: Vec<Quantity> = rows().flat_map(|amounts| all(amounts, &unit)).collect();
        proofs.push(Proof::sum("합계", stated.clone(), down));
        if let Some(amounts) = &total.amounts {
            proofs.push(Proof::sum("합계", stated.clone(), all(amounts, &unit)));
        }
        let totals: Option<Vec<Quantity>> = funding
            .sources
            .iter()
            .map(|source| self::stated(source.total.as_ref()?, &unit))
            .collect();
        proofs.extend(totals.map(|totals| Proof::sum("합계", stated, totals)));
    }
}

fn all(amounts: &Amounts, unit: &str) -> Vec<Quantity> {
    amounts.value.iter().filter_map(|figure| quantity(figure, unit)).collect()
}

/// What a budget states.
pub(crate) fn prove_budget(budget: &Budget, proofs: &mut Vec<Proof>) {
    let mut prover = BudgetProver { unit: literal(&budget.unit), proofs };
    let lines = || budget.departments.iter().flat_map(|department| &department.lines);
    for line in lines() {
        let amounts = [0, 1].map(|index| line.amounts.value.get(index).cloned());
        let name = literal(&line.name);
        prover.changes(&name, amounts, line.change.as_ref(), line.rate.as_ref());
    }
    for department in &budget.departments {
        let own = department.lines.iter().map(|line| &line.amounts);
        prover.total(&format!("{} 계", literal(&department.name)), department.total.as_ref(), own);
    }
    let all = lines().map(|line| &line.amounts);
    prover.total("합계", budget.total.as_ref(), all);
    // The totals of departments have to make the total, too.
    let totals: Option<Vec<&Amounts>> = budget
        .departments
        .iter()
        .map(|department| department.total.as_ref()?.amounts.as_ref())
        .collect();
    if let (Some(total), Some(totals)) = (&budget.total, totals) {
        prover.amounts("합계", total, totals.into_iter());
    }
}

struct BudgetProver<'p> {
    unit: String,
    proofs: &'p mut Vec<Proof>,
}

impl BudgetProver<'_> {
    /// A row of totals over some lines, with its change and rate.
    fn total<'a>(
        &mut self,
        name: &str,
        total: Option<&BudgetTotal>,
        lines: impl Iterator<Item = &'a Amounts> + Clone,
    ) {
        let Some(total) = total else { return };
        self.amounts(name, total, lines.clone());
        let shown = budget_sums(Some(total), lines);
        let stated = total.amounts.as_ref();
        let amounts = [0, 1].map(|index| {
            let stated = stated.and_then(|amounts| amounts.value.get(index)).cloned();
            Some(stated.unwrap_or(Spanned { value: shown[index], span: total.span }))
        });
        self.changes(name, amounts, total.change.as_ref(), total.rate.as_ref());
    }

    fn amounts<'a>(
        &mut self,
        name: &str,
        total: &BudgetTotal,
        lines: impl Iterator<Item = &'a Amounts> + Clone,
    ) {
        for (index, stated) in total.amounts.iter().flat_map(|amounts| &amounts.value).enumerate() {
            if let Some(stated) = self::stated(stated, &self.unit) {
                let parts = column(lines.clone(), index, &self.unit);
                self.proofs.push(Proof::sum(name, stated, parts));
            }
        }
    }

    fn changes(
        &mut self,
        name: &str,
        amounts: [Option<Spanned<Figure>>; 2],
        change: Option<&Spanned<Figure>>,
        rate: Option<&Spanned<Figure>>,
    ) {
        let number = |figure: &Option<Spanned<Figure>>| quantity(figure.as_ref()?, &self.unit);
        let (Some(now), Some(before)) = (number(&amounts[0]), number(&amounts[1])) else { return };
        let of = [now, before];
        if let Some(stated) = change.and_then(|change| quantity(change, &self.unit)) {
            self.proofs.push(Proof::change(format!("{name} 증감"), stated, of.clone()));
        }
        if let Some(stated) = rate.and_then(|rate| quantity(rate, "%")) {
            let decimals = stated.value.scale().max(1);
            let proof = Proof::change_rate(format!("{name} 증감률"), stated, of, decimals);
            self.proofs.extend(proof);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_of_dashes_is_a_dash_and_of_blanks_a_blank() {
        let sum = |figures: &[Figure]| sum_figures(figures.iter().copied());
        assert_eq!(sum(&[Figure::None, Figure::None]), Figure::None);
        assert_eq!(sum(&[Figure::Blank]), Figure::Blank);
        assert_eq!(sum(&[Figure::None, Figure::Number(3.into())]), Figure::Number(3.into()));
    }
}
