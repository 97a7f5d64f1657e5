//! What the figures of tables of money say of one another.

use rust_decimal::Decimal;

use super::computed::Computed;
use super::literal;
use super::proof::{Proof, Proofs, percent};
use super::quantity::Quantity;
use super::unproved::Reason;
use crate::format::{Amounts, Budget, BudgetTotal, Figure, Funding};
use crate::json::Spanned;

/// The sum of figures: a number if any of them is one, else a dash if there is
/// one.
pub(crate) fn sum_figures(parts: &[Computed<Figure>]) -> Computed<Figure> {
    let mut figures = parts.iter().map(|part| part.value);
    let sum = if figures.clone().any(|figure| matches!(figure, Figure::Number(_))) {
        let sum: Decimal = figures.map(Figure::amount).sum();
        Figure::Number(sum.normalize())
    } else {
        figures.find(|figure| *figure == Figure::None).unwrap_or(Figure::Blank)
    };
    Computed::made(sum, parts)
}

/// The figure in a column; a blank from nowhere if the row is too short, which
/// is reported where the table is made.
pub(crate) fn figure_at(amounts: &Amounts, index: usize) -> Computed<Figure> {
    let blank = || Computed { value: Figure::Blank, from: Vec::new() };
    amounts.value.get(index).map_or_else(blank, Computed::stated)
}

/// The totals of a table of costs: what is stated, else what is computed.
pub(crate) struct FundingSums {
    /// Of each column.
    pub columns: Vec<Computed<Figure>>,
    /// Of all of them.
    pub whole: Computed<Figure>,
}

impl FundingSums {
    /// The totals that a table shows.
    pub(crate) fn of(funding: &Funding) -> Self {
        let total = funding.total.as_ref();
        let stated = total.and_then(|total| total.amounts.as_ref());
        let column = |index| {
            let own = funding.sources.iter().map(|source| figure_at(&source.amounts, index));
            let stated = stated.and_then(|amounts| amounts.value.get(index));
            stated.map_or_else(|| sum_figures(&own.collect::<Vec<_>>()), Computed::stated)
        };
        let columns: Vec<_> = (0..funding.columns.len()).map(column).collect();
        let whole = total.and_then(|total| total.total.as_ref()).map(Computed::stated);
        let whole = whole.unwrap_or_else(|| sum_figures(&columns));
        Self { columns, whole }
    }
}

/// The change of a budget, and its rate in percent to one decimal; no rate
/// where nothing was before.
pub(crate) fn compared(amounts: &[Computed<Figure>; 2]) -> (Computed<Figure>, Computed<Figure>) {
    let (change, rate) = match [amounts[0].value, amounts[1].value] {
        [Figure::Number(now), Figure::Number(before)] => {
            let rate = percent(now - before, before, 1).map_or(Figure::None, Figure::Number);
            (Figure::Number((now - before).normalize()), rate)
        }
        _ => (Figure::None, Figure::None),
    };
    (Computed::made(change, amounts), Computed::made(rate, amounts))
}

/// The amounts of a budget's row of totals: what is stated, else the sums.
pub(crate) fn budget_sums<'b>(
    total: Option<&BudgetTotal>,
    lines: impl Iterator<Item = &'b Amounts> + Clone,
) -> [Computed<Figure>; 2] {
    let stated = total.and_then(|total| total.amounts.as_ref());
    [0, 1].map(|index| {
        let stated = stated.and_then(|amounts| amounts.value.get(index));
        let own = lines.clone().map(|line| figure_at(line, index));
        stated.map_or_else(|| sum_figures(&own.collect::<Vec<_>>()), Computed::stated)
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

/// A figure that something is the sum of.
type Part<'a> = &'a Spanned<Figure>;

/// The figures of some rows in a column.
fn column<'a>(
    rows: impl Iterator<Item = &'a Amounts>,
    index: usize,
) -> impl Iterator<Item = Part<'a>> {
    rows.filter_map(move |amounts| amounts.value.get(index))
}

/// Proves that a figure is the sum of others. Blank ones are left out, unless
/// all are: of what is not known there is no sum.
fn prove_sum<'a>(
    proofs: &mut Proofs,
    name: &str,
    stated: Quantity,
    parts: impl Iterator<Item = Part<'a>>,
) {
    let unit = stated.unit.clone();
    let known: Vec<Part<'_>> = parts.filter(|part| part.value != Figure::Blank).collect();
    match known.is_empty() {
        true => proofs.refuse(Reason::NoParts, name, stated.span),
        false => {
            let numbers = known.into_iter().filter_map(|part| quantity(part, &unit)).collect();
            proofs.sum(name, stated, numbers);
        }
    }
}

/// What a table of costs states.
pub(crate) fn prove_funding(funding: &Funding, proofs: &mut Proofs) {
    let unit = literal(&funding.unit);
    for source in &funding.sources {
        let stated = source.total.as_ref().and_then(|total| stated(total, &unit));
        if let Some(stated) = stated {
            let name = format!("{} 합계", literal(&source.name));
            prove_sum(proofs, &name, stated, source.amounts.value.iter());
        }
    }
    let Some(total) = &funding.total else { return };
    let rows = || funding.sources.iter().map(|source| &source.amounts);
    for (index, stated) in total.amounts.iter().flat_map(|amounts| &amounts.value).enumerate() {
        let Some(stated) = self::stated(stated, &unit) else { continue };
        let name = funding.columns.get(index).map(literal).unwrap_or_default();
        prove_sum(proofs, &format!("{name} 계"), stated, column(rows(), index));
    }
    if let Some(stated) = total.total.as_ref().and_then(|total| stated(total, &unit)) {
        // Down the columns and along the rows, so that a slip in either shows.
        prove_sum(proofs, "합계", stated.clone(), rows().flat_map(|amounts| &amounts.value));
        if let Some(amounts) = &total.amounts {
            prove_sum(proofs, "합계", stated.clone(), amounts.value.iter());
        }
        let totals: Option<Vec<Quantity>> = funding
            .sources
            .iter()
            .map(|source| self::stated(source.total.as_ref()?, &unit))
            .collect();
        totals.into_iter().for_each(|totals| proofs.sum("합계", stated.clone(), totals));
    }
}

/// What a budget states.
pub(crate) fn prove_budget(budget: &Budget, proofs: &mut Proofs) {
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
    proofs: &'p mut Proofs,
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
            Some(stated.unwrap_or(Spanned { value: shown[index].value, span: total.span }))
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
                prove_sum(self.proofs, name, stated, column(lines.clone(), index));
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
        // An amount that is not there at all has been reported.
        let [Some(now), Some(before)] = amounts else { return };
        // A dash says that there is nothing, a blank that it is not known.
        let known =
            |figure: &Spanned<Figure>| stated(figure, &self.unit).ok_or(Reason::Blank(figure.span));
        let of = || Ok([known(&now)?, known(&before)?]);
        let stated = change.and_then(|change| quantity(change, &self.unit));
        let change = stated.map(|stated| {
            let (name, span) = (format!("{name} 증감"), stated.span);
            (of().and_then(|of| Proof::change(&name, stated, of)), name, span)
        });
        let stated = rate.and_then(|rate| quantity(rate, "%"));
        let rate = stated.map(|stated| {
            let (name, span) = (format!("{name} 증감률"), stated.span);
            let decimals = stated.value.scale();
            (of().and_then(|of| Proof::change_rate(&name, stated, of, decimals)), name, span)
        });
        for (proved, name, span) in change.into_iter().chain(rate) {
            self.proofs.keep(proved, &name, span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_of_dashes_is_a_dash_and_of_blanks_a_blank() {
        let figure = |value: &Figure| Computed { value: *value, from: Vec::new() };
        let sum =
            |figures: &[Figure]| sum_figures(&figures.iter().map(figure).collect::<Vec<_>>()).value;
        assert_eq!(sum(&[Figure::None, Figure::None]), Figure::None);
        assert_eq!(sum(&[Figure::Blank]), Figure::Blank);
        assert_eq!(sum(&[Figure::None, Figure::Number(3.into())]), Figure::Number(3.into()));
    }
}
