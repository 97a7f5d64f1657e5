//! Figures by name, so that a sentence can say what a table says, and the
//! proofs that figures add up.

mod quantity;

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use crate::format::{Block, Budget, Figure, Funding, Report, RunContent, Text, Unit};
use crate::json::Span;
use crate::korean;
use crate::manuscript::Manuscript;
pub(crate) use quantity::{Quantity, money_at_start, quantity_of, won};

/// What the names begin with that tables without a name of their own give.
pub(crate) const FIGURE_KINDS: [&str; 4] = ["조직", "인력", "예산", "소요예산"];

/// Figures by name.
pub(crate) type Named = BTreeMap<String, NamedFigure>;

/// What a name stands for.
#[derive(Debug, Clone)]
pub(crate) enum NamedFigure {
    /// This figure.
    One(Quantity),
    /// Figures that differ, of several tables.
    Several,
}

/// All figures of an edition that have names.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    edition: Named,
    /// Those that hold in a section or project only, by where that stands.
    sections: HashMap<Span, Named>,
    /// Sums of marks that are to be computed, by the text and their name.
    computed: HashMap<(Span, String), Decimal>,
}

/// The figures that can be used at a place of the report.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'f> {
    figures: &'f Figures,
    own: Option<&'f Named>,
}

impl Scope<'_> {
    /// What the name stands for here.
    pub(crate) fn get(&self, name: &str) -> Option<&NamedFigure> {
        self.own.and_then(|own| own.get(name)).or_else(|| self.figures.edition.get(name))
    }

    /// All names that can be used here.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let own = self.own.into_iter().flat_map(|own| own.keys());
        own.chain(self.figures.edition.keys()).map(String::as_str)
    }

    /// The figure as it is printed; `?` if there is none of this name.
    pub(crate) fn printed(&self, name: &str) -> String {
        match self.get(name) {
            Some(NamedFigure::One(figure)) => korean::number(figure.value),
            Some(NamedFigure::Several) | None => "?".to_owned(),
        }
    }

    /// The sum of this name in a text, where it is to be computed.
    pub(crate) fn computed(&self, text: &Text, name: &str) -> String {
        let sum = self.figures.computed.get(&(text.span, name.to_owned()));
        sum.map_or_else(|| "?".to_owned(), |sum| korean::number(sum.normalize()))
    }
}

impl Figures {
    /// Names the figures of a whole edition.
    pub(crate) fn of(manuscript: &Manuscript, report: &Report) -> Self {
        let mut figures = Self::default();
        figures.name_overview(manuscript, report);
        for section in manuscript.all_sections(report) {
            each_block(&section.body, &mut |block| {
                if let Block::Budget(budget) = block {
                    name_budget(budget, &mut figures.edition);
                }
            });
            figures.name_own(section.span, &section.body);
        }
        for project in manuscript.projects.values() {
            figures.name_own(project.span, &project.body);
        }
        figures
    }

    /// The figures that can be used in the section or project at this place.
    pub(crate) fn scope(&self, section: Span) -> Scope<'_> {
        Scope { figures: self, own: self.sections.get(&section) }
    }

    fn name_overview(&mut self, manuscript: &Manuscript, report: &Report) {
        let sections = manuscript.all_sections(report);
        let count = |value: u64, span| Quantity { value: value.into(), unit: String::new(), span };
        if let Some(organisation) = sections.iter().find_map(|s| s.organisation.as_ref()) {
            let teams: u64 = organisation.units.iter().map(leaves).sum();
            insert(&mut self.edition, "조직.팀".to_owned(), count(teams, organisation.span));
        }
        if let Some(staff) = sections.iter().find_map(|section| section.staff.as_ref()) {
            let sum = |numbers: &[u32]| numbers.iter().map(|n| u64::from(*n)).sum::<u64>();
            let current: u64 = staff.units.iter().map(|unit| sum(&unit.current.value)).sum();
            insert(&mut self.edition, "인력.현원".to_owned(), count(current, staff.span));
            let quotas: Option<Vec<u64>> =
                staff.units.iter().map(|unit| unit.quota.as_ref().map(|q| sum(&q.value))).collect();
            if let Some(quotas) = quotas {
                let quota = count(quotas.iter().sum(), staff.span);
                insert(&mut self.edition, "인력.정원".to_owned(), quota);
            }
        }
    }

    /// Names the figures that hold in a section or project only.
    fn name_own(&mut self, span: Span, body: &[Block]) {
        let mut named = Named::default();
        each_block(body, &mut |block| {
            if let Block::Funding(funding) = block {
                name_funding(funding, &mut named);
            }
        });
        self.sections.insert(span, named);
    }
}

/// Tells of every block of a body, those under items and in boxes included.
pub(crate) fn each_block<'b>(blocks: &'b [Block], tell: &mut impl FnMut(&'b Block)) {
    for block in blocks {
        tell(block);
        match block {
            Block::Item(item) => each_block(&item.body, tell),
            Block::Box(block) => each_block(&block.body, tell),
            _ => {}
        }
    }
}

fn insert(named: &mut Named, name: String, figure: Quantity) {
    let differs = match named.get(&name) {
        Some(NamedFigure::One(known)) => known.value != figure.value || known.unit != figure.unit,
        Some(NamedFigure::Several) => true,
        None => false,
    };
    named.insert(name, if differs { NamedFigure::Several } else { NamedFigure::One(figure) });
}

fn name_funding(funding: &Funding, named: &mut Named) {
    let unit = literal(&funding.unit);
    let quantity = |value| Quantity { value, unit: unit.clone(), span: funding.span };
    let mut whole = Decimal::ZERO;
    for (index, column) in funding.columns.iter().enumerate() {
        let amounts = funding.sources.iter().map(|source| amount_at(&source.amounts.value, index));
        let sum: Decimal = amounts.sum();
        whole += sum;
        insert(named, format!("소요예산.{}", literal(column)), quantity(sum.normalize()));
    }
    insert(named, "소요예산.합계".to_owned(), quantity(whole.normalize()));
}

fn name_budget(budget: &Budget, named: &mut Named) {
    let unit = literal(&budget.unit);
    let quantity = |value| Quantity { value, unit: unit.clone(), span: budget.span };
    for (index, column) in budget.columns.value.iter().enumerate() {
        let lines = || budget.departments.iter().flat_map(|department| &department.lines);
        let sum: Decimal = lines().map(|line| amount_at(&line.amounts.value, index)).sum();
        let column = literal(column);
        insert(named, format!("예산.합계.{column}"), quantity(sum.normalize()));
        for line in lines() {
            let name = literal(&line.name);
            let same = lines().filter(|other| literal(&other.name) == name);
            let sum: Decimal = same.map(|line| amount_at(&line.amounts.value, index)).sum();
            insert(named, format!("예산.{name}.{column}"), quantity(sum));
        }
    }
}

/// The amount in a column; none if the row is too short, which is reported
/// where the table is made.
fn amount_at(amounts: &[Figure], index: usize) -> Decimal {
    amounts.get(index).copied().map(Figure::amount).unwrap_or_default()
}

/// The characters of a text, as a name.
pub(crate) fn literal(text: &Text) -> String {
    text.runs
        .iter()
        .map(|run| match &run.content {
            RunContent::Literal(text) => text.replace('\n', " "),
            RunContent::Sum(mark) => mark.shown.clone(),
            RunContent::Figure { .. } => String::new(),
        })
        .collect()
}

/// How many units there are without units of their own.
fn leaves(unit: &Unit) -> u64 {
    match unit.units.as_slice() {
        [] => 1,
        units => units.iter().map(leaves).sum(),
    }
}
