//! The names of figures.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::grid::{Grid, Value};
use super::money::{FundingSums, budget_sums, figure_at};
use super::people::People;
use super::quantity::Quantity;
use super::table::Solved;
use super::{COST, Named, NamedFigure, literal};
use crate::format::{Budget, Figure, Funding, Section, Table, Unit};

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
            let whole = people.whole(staff).map(|whole| count(whole, staff.span));
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
    let quantity = |figure: Figure| Quantity {
        value: figure.amount().normalize(),
        unit: unit.clone(),
        span: funding.span,
    };
    let sums = FundingSums::of(funding);
    for (column, sum) in funding.columns.iter().zip(&sums.columns) {
        insert(named, format!("{name}.{}", literal(column)), quantity(*sum));
    }
    insert(named, format!("{name}.합계"), quantity(sums.whole));
}

/// 예산.합계.열, 예산.줄.열.
pub(super) fn name_budget(budget: &Budget, named: &mut Named) {
    let unit = literal(&budget.unit);
    let quantity = |value| Quantity { value, unit: unit.clone(), span: budget.span };
    let lines = || budget.departments.iter().flat_map(|department| &department.lines);
    let sums = budget_sums(budget.total.as_ref(), lines().map(|line| &line.amounts));
    for (index, column) in budget.columns.value.iter().enumerate().take(2) {
        let column = literal(column);
        let sum = sums[index].amount().normalize();
        insert(named, format!("예산.합계.{column}"), quantity(sum));
        // Lines of several departments may have one name.
        let mut sums: BTreeMap<String, Decimal> = BTreeMap::new();
        for line in lines() {
            *sums.entry(literal(&line.name)).or_default() +=
                figure_at(&line.amounts, index).amount();
        }
        for (name, sum) in sums {
            insert(named, format!("예산.{name}.{column}"), quantity(sum));
        }
    }
}

/// The figures of a table with a name: 이름.행.열, the sums of its rows that are
/// no totals, and how many of these there are.
pub(super) fn name_table(table: &Table, solved: &Solved, named: &mut Named) {
    let Some(name) = table.name.as_ref().map(|name| name.value.trim()) else { return };
    let Some(grid) = Grid::of(table) else { return };
    let quantity = |value, unit: &str, span| Quantity { value, unit: unit.to_owned(), span };
    let (mut whole, mut count) = (Decimal::ZERO, 0_u64);
    let mut columns = vec![None; grid.heads.len()];
    let adds: Vec<bool> = (0..columns.len()).map(|column| grid.adds(table, column)).collect();
    for (index, row) in grid.rows.iter().enumerate() {
        count += u64::from(row.is_part);
        for column in 0..grid.heads.len() {
            let cell = grid.at(index, column);
            if (cell.placed.row, cell.placed.column) != (index, column) {
                continue;
            }
            let computed = solved.computed.get(&cell.span);
            let (value, unit) = match (&cell.value, computed) {
                (Value::Computed, Some(value)) => (*value, grid.unit.as_str()),
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
    for (tiers, sum) in grid.heads.iter().zip(columns) {
        for head in names_of(tiers) {
            let sum = sum.clone().into_iter();
            sum.for_each(|sum| insert(named, format!("{name}.합계.{head}"), sum));
        }
    }
    insert(named, format!("{name}.합계"), quantity(whole, &grid.unit, table.span));
    insert(named, format!("{name}.행"), quantity(count.into(), "", table.span));
}

/// What a line is called by: its own words, and those of all tiers.
fn names_of(tiers: &[String]) -> Vec<String> {
    let own = tiers.last().cloned().unwrap_or_default();
    let whole = tiers.join(" ");
    if whole == own { vec![own] } else { vec![own, whole] }
}

/// Whether the figures of a column follow from others of their row.
fn is_formula(table: &Table, column: usize) -> bool {
    let column = table.columns.get(column);
    column.is_some_and(|column| column.formulas().iter().any(|formula| formula.is_some()))
}
