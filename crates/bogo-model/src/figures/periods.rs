//! Periods by name, and how long they are.

use std::collections::{BTreeMap, HashMap};

use super::names::insert;
use super::{Named, Quantity};
use crate::format::{Item, Period, Report, Visitor};
use crate::json::Span;
use crate::korean::time::{Extent, LengthUnit, Moment};
use crate::manuscript::Manuscript;

/// Periods by name.
pub(crate) type PeriodNames = BTreeMap<String, NamedPeriod>;

/// What the name of a period stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NamedPeriod {
    /// This one.
    One {
        /// Its beginning.
        from: Moment,
        /// Its end, unless it is open.
        to: Option<Moment>,
        /// Where it is said.
        span: Span,
    },
    /// Periods that differ.
    Several,
}

/// All periods of an edition that have names.
#[derive(Debug, Default)]
pub(super) struct Periods {
    /// Those of the whole edition.
    pub edition: PeriodNames,
    /// Those of each section or project, by where that stands.
    pub sections: HashMap<Span, PeriodNames>,
}

impl Periods {
    /// Reads the periods of an edition. How long they are gets a name of
    /// `named`, for the whole edition and for its own section.
    pub(super) fn of(
        manuscript: &Manuscript,
        report: &Report,
        edition: &mut Named,
        sections: &mut HashMap<Span, Named>,
    ) -> Self {
        let periods = Self::default();
        let mut reader = Namer { periods, edition, sections, section: report.span };
        manuscript.visit(report, &mut reader);
        reader.periods
    }
}

/// Names periods while a report is read.
struct Namer<'n> {
    periods: Periods,
    edition: &'n mut Named,
    sections: &'n mut HashMap<Span, Named>,
    /// The section that is being read.
    section: Span,
}

impl<'m> Visitor<'m> for Namer<'_> {
    fn section(&mut self, span: Span) {
        self.section = span;
    }

    fn item(&mut self, item: &'m Item) {
        let Some(period) = &item.period else { return };
        let Some(name) = &period.name else { return };
        let name = name.value.trim();
        let own = self.periods.sections.entry(self.section).or_default();
        keep(own, name, period);
        keep(&mut self.periods.edition, name, period);
        let Some(extent) = period.to.and_then(|to| Extent::new(period.from, to)) else { return };
        let own = self.sections.entry(self.section).or_default();
        for unit in LengthUnit::ALL {
            let Some(count) = extent.count(unit) else { continue };
            let word = unit.word();
            let quantity =
                Quantity { value: count.into(), unit: word.to_owned(), span: period.span };
            insert(own, format!("{name}.{word}"), quantity.clone());
            insert(self.edition, format!("{name}.{word}"), quantity);
        }
    }
}

/// Gives a period a name. Where the name stands for another one already, it
/// stands for neither.
fn keep(names: &mut PeriodNames, name: &str, period: &Period) {
    let own = NamedPeriod::One { from: period.from, to: period.to, span: period.span };
    let kept = match names.get(name) {
        Some(NamedPeriod::One { from, to, .. }) if (*from, *to) == (period.from, period.to) => {
            return;
        }
        Some(_) => NamedPeriod::Several,
        None => own,
    };
    names.insert(name.to_owned(), kept);
}
