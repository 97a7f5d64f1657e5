//! Figures by name, so that a sentence can say what a table says.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::context::Context;
use crate::edition::RichText;
use crate::format::{Block, Budget, Figure, Funding, Unit};
use crate::korean;

/// What the names begin with that are given below.
pub(super) const FIGURE_KINDS: [&str; 4] = ["조직", "인력", "예산", "소요예산"];

/// Figures by name.
#[derive(Default)]
pub(super) struct Figures {
    named: BTreeMap<String, Named>,
}

/// What a name stands for.
pub(super) enum Named {
    /// This figure, ready to print.
    One(String),
    /// Figures that differ, of several tables.
    Several,
}

impl Figures {
    /// What the name stands for.
    pub(super) fn get(&self, name: &str) -> Option<&Named> {
        self.named.get(name)
    }

    /// All names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.named.keys().map(String::as_str)
    }

    fn insert(&mut self, name: String, figure: String) {
        let differs = match self.named.get(&name) {
            Some(Named::One(known)) => *known != figure,
            Some(Named::Several) => true,
            None => false,
        };
        self.named.insert(name, if differs { Named::Several } else { Named::One(figure) });
    }
}

impl Context<'_> {
    /// Names the figures of the whole edition.
    pub(super) fn name_edition_figures(&mut self) {
        if let Some(organisation) = self.organisation {
            let teams: usize = organisation.units.iter().map(leaves).sum();
            self.figures.insert("조직.팀".to_owned(), teams.to_string());
        }
        if let Some(staff) = self.staff {
            let sum = |numbers: &[u32]| numbers.iter().map(|n| u64::from(*n)).sum::<u64>();
            let current: u64 = staff.units.iter().map(|unit| sum(&unit.current.value)).sum();
            self.figures.insert("인력.현원".to_owned(), current.to_string());
            let quotas: Option<Vec<u64>> =
                staff.units.iter().map(|unit| unit.quota.as_ref().map(|q| sum(&q.value))).collect();
            if let Some(quotas) = quotas {
                self.figures.insert("인력.정원".to_owned(), quotas.iter().sum::<u64>().to_string());
            }
        }
        for section in self.all_sections() {
            for block in &section.body {
                self.name_figures(block, true);
            }
        }
    }

    /// Names the figures of a section or project, which hold only there.
    pub(super) fn name_section_figures(&mut self, body: &[Block]) {
        self.section_figures = Figures::default();
        for block in body {
            self.name_figures(block, false);
        }
    }

    fn name_figures(&mut self, block: &Block, of_edition: bool) {
        match block {
            Block::Item(item) => {
                item.body.iter().for_each(|block| self.name_figures(block, of_edition));
            }
            Block::Box(block) => {
                block.body.iter().for_each(|block| self.name_figures(block, of_edition));
            }
            Block::Funding(funding) if !of_edition => self.name_funding(funding),
            Block::Budget(budget) if of_edition => self.name_budget(budget),
            _ => {}
        }
    }

    fn name_funding(&mut self, funding: &Funding) {
        let mut whole = Decimal::ZERO;
        for (index, column) in funding.columns.iter().enumerate() {
            let amounts =
                funding.sources.iter().map(|source| amount_at(&source.amounts.value, index));
            let sum: Decimal = amounts.sum();
            whole += sum;
            let name = format!("소요예산.{}", literal(column));
            self.section_figures.insert(name, korean::number(sum.normalize()));
        }
        self.section_figures.insert("소요예산.합계".to_owned(), korean::number(whole.normalize()));
    }

    fn name_budget(&mut self, budget: &Budget) {
        for (index, column) in budget.columns.value.iter().enumerate() {
            let lines = || budget.departments.iter().flat_map(|department| &department.lines);
            let sum: Decimal = lines().map(|line| amount_at(&line.amounts.value, index)).sum();
            let column = literal(column);
            self.figures.insert(format!("예산.합계.{column}"), korean::number(sum.normalize()));
            for line in lines() {
                let name = literal(&line.name);
                let same = lines().filter(|other| literal(&other.name) == name);
                let sum: Decimal = same.map(|line| amount_at(&line.amounts.value, index)).sum();
                self.figures.insert(format!("예산.{name}.{column}"), korean::number(sum));
            }
        }
    }
}

/// The amount in a column; none if the row is too short, which is reported
/// where the table is made.
fn amount_at(amounts: &[Figure], index: usize) -> Decimal {
    amounts.get(index).copied().map(Figure::amount).unwrap_or_default()
}

/// The characters of a text, as a name.
fn literal(text: &crate::format::Text) -> String {
    use crate::format::RunContent;
    text.runs
        .iter()
        .map(|run| match &run.content {
            RunContent::Literal(text) => text.replace('\n', " "),
            RunContent::Figure(_) => String::new(),
        })
        .collect()
}

/// How many units there are without units of their own.
fn leaves(unit: &Unit) -> usize {
    match unit.units.as_slice() {
        [] => 1,
        units => units.iter().map(leaves).sum(),
    }
}

/// A figure of a table as it is printed.
pub(super) fn printed(figure: Figure) -> RichText {
    match figure {
        Figure::Number(number) => RichText::Plain(korean::number(number)),
        Figure::None => RichText::from("-"),
        Figure::Blank => RichText::default(),
    }
}
