//! The names of figures.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cell::Value;
use super::grid::Grid;
use super::money::{FundingSums, budget_sums, figure_at};
use super::people::People;
use super::quantity::Quantity;
use super::scopes::Scopes;
use super::solver::Solved;
use super::{COST, Named, NamedFigure, literal};
use crate::format::{Budget, Column, Figure, Funding, Section, Table, Unit};
use crate::json::{Span, Spanned};

/// Gives a figure a name. Where the name stands for another one already, it
/// stands for neither.
pub(super) fn insert(named: &mut Named, name: String, figure: Quantity) {
    let differs = match named.get(&name) {
        Some(NamedFigure::One(known)) => known.value != figure.value || known.unit != figure.unit,
        Some(NamedFigure::Several) => true,
        None => false,
    };
    named.insert(name, if differs { NamedFigure::Several } else { NamedFigure::One(figure) });
}

/// Gives figures the names that others have.
pub(super) fn merge(named: &mut Named, others: &Named) {
    for (name, figure) in others {
        match figure {
            NamedFigure::One(figure) => insert(named, name.clone(), figure.clone()),
            NamedFigure::Several => drop(named.insert(name.clone(), NamedFigure::Several)),
        }
    }
}

/// 조직.팀, 인력.정원, 인력.현원.
pub(super) fn name_overview(sections: &[&Section], named: &mut Named) {
    let count = |value: u64, span| Quantity { value: value.into(), unit: String::new(), span };
    if let Some(organisation) = sections.iter().find_map(|s| s.organisation.as_ref()) {
        let teams: u64 = organisation.units.iter().map(leaves).sum();
        insert(named, "조직.팀".to_owned(), count(teams, organisation.span));
    }
    if let Some(staff) = sections.iter().find_map(|section| section.staff.as_ref()) {
        for (name, people) in [("인력.정원", People::Quota), ("인력.현원", People::Current)]
        {
            let whole = people.whole(staff).map(|whole| count(whole.value, staff.span));
            whole.into_iter().for_each(|whole| insert(named, name.to_owned(), whole));
        }
    }
}

/// How many units there are without units of their own.
fn leaves(unit: &Unit) -> u64 {
    match unit.units.as_slice() {
        [] => 1,
        units => units.iter().map(leaves).sum(),
    }
}

/// 소요예산.열, 소요예산.합계 in its project; with a name of its own, that
/// instead of 소요예산 in the whole edition, too.
pub(super) fn name_funding(funding: &Funding, own: &mut Named, edition: &mut Named) {
    name_costs(funding, COST, own);
    if let Some(name) = &funding.name {
        name_costs(funding, name.value.trim(), edition);
    }
}

fn name_costs(funding: &Funding, name: &str, named: &mut Named) {
    let unit = literal(&funding.unit);
    // What is typed stands where it is typed, what is computed in the table.
    let quantity = |figure: Figure, typed: Option<&Spanned<Figure>>| Quantity {
        value: figure.amount().normalize(),
        unit: unit.clone(),
        span: typed.map_or(funding.span, |typed| typed.span),
    };
    let sums = FundingSums::of(funding);
    let total = funding.total.as_ref();
    let typed = total.and_then(|total| total.amounts.as_ref());
    for (index, (column, sum)) in funding.columns.iter().zip(&sums.columns).enumerate() {
        let typed = typed.and_then(|typed| typed.value.get(index));
        insert(named, format!("{name}.{}", literal(column)), quantity(sum.value, typed));
    }
    let typed = total.and_then(|total| total.total.as_ref());
    insert(named, format!("{name}.합계"), quantity(sums.whole.value, typed));
}

/// 예산.합계.열, 예산.줄.열.
pub(super) fn name_budget(budget: &Budget, named: &mut Named) {
    let unit = literal(&budget.unit);
    let quantity = |value, span| Quantity { value, unit: unit.clone(), span };
    let typed = budget.total.as_ref().and_then(|total| total.amounts.as_ref());
    let lines = || budget.departments.iter().flat_map(|department| &department.lines);
    let sums = budget_sums(budget.total.as_ref(), lines().map(|line| &line.amounts));
    for (index, column) in budget.columns.value.iter().enumerate().take(2) {
        let column = literal(column);
        let sum = sums[index].value.amount().normalize();
        let typed = typed.and_then(|typed| typed.value.get(index));
        let span = typed.map_or(budget.span, |typed| typed.span);
        insert(named, format!("예산.합계.{column}"), quantity(sum, span));
        // Lines of several departments may have one name.
        let mut sums: BTreeMap<String, (Decimal, Span)> = BTreeMap::new();
        for line in lines() {
            let typed = line.amounts.value.get(index).map_or(budget.span, |typed| typed.span);
            let sum = sums.entry(literal(&line.name));
            let sum = sum.and_modify(|(_, span)| *span = budget.span);
            sum.or_insert((Decimal::ZERO, typed)).0 +=
                figure_at(&line.amounts, index).value.amount();
        }
        for (name, (sum, span)) in sums {
            insert(named, format!("예산.{name}.{column}"), quantity(sum, span));
        }
    }
}

/// The figures of a table with a name: 이름.행.열, the sums of its rows that are
/// no totals, and how many of these there are.
pub(super) fn name_table(table: &Table, grid: &Grid<'_>, solved: &Solved, named: &mut Named) {
    let Some(name) = table.name.as_ref().map(|name| name.value.trim()) else { return };
    let quantity = |value, unit: &str, span| Quantity { value, unit: unit.to_owned(), span };
    let (mut whole, mut count) = (Decimal::ZERO, 0_u64);
    let mut columns = vec![None; grid.heads.len()];
    let adds: Vec<bool> = (0..columns.len()).map(|column| grid.adds(table, column)).collect();
    for (index, row) in grid.rows.iter().enumerate() {
        count += u64::from(row.is_part);
        for column in 0..grid.heads.len() {
            let cell = grid.at(index, column);
            if cell.begin() != (index, column) {
                continue;
            }
            let computed = solved.computed.get(&cell.span);
            let (value, unit) = match (&cell.value, computed) {
                (Value::Computed, Some(computed)) => (computed.value, grid.units[column].as_str()),
                (Value::Number(number), _) => (number.value, number.unit.as_str()),
                _ => continue,
            };
            for label in names_of(&row.labels) {
                for head in names_of(&grid.heads[column]) {
                    insert(
                        named,
                        format!("{name}.{label}.{head}"),
                        quantity(value, unit, cell.span),
                    );
                }
            }
            // A cell over several rows is of all of them.
            let is_part = grid.rows[cell.rows.clone()].iter().any(|row| row.is_part);
            if is_part && adds[column] {
                let sum = columns[column].get_or_insert(quantity(Decimal::ZERO, unit, table.span));
                sum.value += value;
                whole += if is_formula(table, column) { Decimal::ZERO } else { value };
            }
        }
    }
    let typed = typed_totals(grid, solved, &columns);
    let is_whole = |column: usize| columns[column].is_some() && !is_formula(table, column);
    let whole_of: Vec<usize> = (0..columns.len()).filter(|column| is_whole(*column)).collect();
    let mut whole = quantity(whole, &grid.unit, table.span);
    for &column in &whole_of {
        let (Some(sum), Some(typed)) = (&columns[column], &typed[column]) else { continue };
        whole.value += typed.value - sum.value;
    }
    if let [column] = whole_of[..] {
        whole = typed[column].clone().unwrap_or(whole);
    }
    for ((tiers, sum), typed) in grid.heads.iter().zip(columns).zip(typed) {
        for head in names_of(tiers) {
            let sum = typed.as_ref().filter(|_| sum.is_some()).or(sum.as_ref()).cloned();
            sum.into_iter().for_each(|sum| insert(named, format!("{name}.합계.{head}"), sum));
        }
    }
    insert(named, format!("{name}.합계"), whole);
    insert(named, format!("{name}.행"), quantity(count.into(), "", table.span));
}

/// The words by which the total of a whole table is told from others.
const WHOLE: [&str; 4] = ["합계", "총계", "총합계", "계"];

/// The total of each column as it is typed in the one row that adds up all
/// others; `sums` are what its columns add up to.
fn typed_totals(
    grid: &Grid<'_>,
    solved: &Solved,
    sums: &[Option<Quantity>],
) -> Vec<Option<Quantity>> {
    let scopes = Scopes::of(grid);
    let all: Vec<usize> = (0..grid.rows.len()).filter(|row| grid.rows[*row].is_part).collect();
    let adds_all =
        |row: &usize| grid.rows[*row].is_sum && scopes.of_row(grid, *row).any(|rows| rows == all);
    let rows: Vec<usize> = (0..grid.rows.len()).filter(adds_all).collect();
    let is_named = |row: &&usize| {
        let labels = &grid.rows[**row].labels;
        labels.iter().any(|label| WHOLE.contains(&label.replace(' ', "").as_str()))
    };
    let named: Vec<usize> = rows.iter().filter(is_named).copied().collect();
    let row = match (rows.as_slice(), named.as_slice()) {
        ([row], _) | (_, [row]) => *row,
        _ => return vec![None; grid.heads.len()],
    };
    let typed = |column: usize| {
        let cell = grid.at(row, column);
        // A cell over several columns is of the one that has figures.
        let mut others = cell.columns.clone().filter(|other| *other != column);
        let is_own = cell.rows.start == row && others.all(|other| sums[other].is_none());
        match &cell.value {
            Value::Number(number) if is_own => Some(number.clone()),
            Value::Computed if is_own => {
                let value = solved.computed.get(&cell.span)?.value;
                Some(Quantity { value, unit: grid.units[column].clone(), span: cell.span })
            }
            _ => None,
        }
    };
    (0..grid.heads.len()).map(typed).collect()
}

/// What a line is called by: its own words, and those of all tiers.
fn names_of(tiers: &[String]) -> Vec<String> {
    let own = tiers.last().cloned().unwrap_or_default();
    let whole = tiers.join(" ");
    if whole == own { vec![own] } else { vec![own, whole] }
}

/// Whether the figures of a column follow from others of their row.
fn is_formula(table: &Table, column: usize) -> bool {
    table.columns.get(column).is_some_and(Column::follows)
}
