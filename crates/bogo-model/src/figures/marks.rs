//! Sums that marks in texts state: `총 {계:46}대(내부 {몫:36}대, 외부 {몫:10}대)`.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::computed::Computed;
use super::proof::Proofs;
use super::quantity::{Quantity, is_reckonable};
use super::{cell_unit, words_after};
use crate::format::{Amount, Report, Role, RunContent, SumMark, SumRole, Text, Visitor};
use crate::json::{Documents, Span};
use crate::korean::numbers::number_at_start;
use crate::korean::units::unit_at_start;
use crate::manuscript::Manuscript;

/// What the marks of a report state, and what is wrong with them.
#[derive(Debug, Default)]
pub(crate) struct MarkedSums {
    /// What has to agree.
    pub proofs: Proofs,
    /// Sums to be computed, by the text and their name.
    pub computed: HashMap<(Span, String), Computed>,
    /// Each part with its total, by the text and where in it the part is.
    pub wholes: HashMap<PartPlace, [Quantity; 2]>,
    /// Marks that say nothing.
    pub slips: Vec<MarkSlip>,
}

/// The text that a part is marked in, and where in it what it prints begins.
pub(super) type PartPlace = (Span, usize);

/// A mark that says nothing.
#[derive(Debug)]
pub(crate) struct MarkSlip {
    /// Where it is.
    pub span: Span,
    /// The sum's name, empty for that of a line.
    pub name: String,
    /// Why it says nothing.
    pub reason: SlipReason,
}

/// Why a mark says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SlipReason {
    /// A total of which there are no parts.
    EmptyTotal,
    /// Parts of which there is no total.
    LonePart,
    /// There is no number in it.
    NotANumber,
    /// It is to be multiplied by a part that is not there.
    UnknownFactor,
    /// Its figures are too large to be reckoned with exactly.
    TooLarge,
    /// It is to give a name, and there is no number in it.
    NothingToName,
}

/// Which sum a mark belongs to: that of a line, or one by name within a
/// section.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Line(usize),
    Named(usize, String),
}

/// A sum while it is gathered.
#[derive(Debug, Default)]
struct Gathered {
    totals: Vec<Total>,
    parts: Vec<Quantity>,
    /// Where each part is marked.
    places: Vec<PartPlace>,
    /// The value of the last part as it is printed, to multiply by.
    last: Option<Decimal>,
    /// Whether a part, multiplied, is too large to be reckoned with.
    too_large: bool,
}

/// A total as it is marked.
#[derive(Debug)]
struct Total {
    /// The figure; `None` if it is to be computed.
    stated: Option<Quantity>,
    /// The unit that stands behind it; empty if none does.
    unit: String,
    span: Span,
    text: Span,
    /// Whether it says of itself that it is a total; an amount need not be.
    marked: bool,
}

struct Gatherer<'m> {
    documents: &'m Documents,
    /// The units of cells, by their texts.
    cell_units: &'m HashMap<Span, String>,
    line: usize,
    section: usize,
    sums: BTreeMap<Key, Gathered>,
    slips: Vec<MarkSlip>,
}

impl MarkedSums {
    /// Reads the marks of a report; those in cells of tables count in the unit
    /// of their cell where they say none.
    pub(crate) fn of(
        manuscript: &Manuscript,
        report: &Report,
        cell_units: &HashMap<Span, String>,
    ) -> Self {
        let mut gatherer = Gatherer {
            documents: &manuscript.documents,
            cell_units,
            line: 0,
            section: 0,
            sums: BTreeMap::new(),
            slips: Vec::new(),
        };
        manuscript.visit(report, &mut gatherer);
        let mut sums = Self { slips: gatherer.slips, ..Self::default() };
        for (key, gathered) in gatherer.sums {
            let name = match key {
                Key::Line(_) => String::new(),
                Key::Named(_, name) => name,
            };
            sums.conclude(name, gathered);
        }
        sums
    }

    fn conclude(&mut self, name: String, gathered: Gathered) {
        let Gathered { totals, parts, places, too_large, .. } = gathered;
        let slip = |span, reason| MarkSlip { span, name: name.clone(), reason };
        if totals.is_empty() {
            self.slips.extend(parts.first().map(|part| slip(part.span, SlipReason::LonePart)));
        }
        for total in totals {
            if parts.is_empty() && total.marked {
                self.slips.push(slip(total.span, SlipReason::EmptyTotal));
            }
            let Some(first) = parts.first() else { continue };
            let is_said = total.stated.is_some() || !total.unit.is_empty();
            let unit = if is_said { &total.unit } else { &first.unit };
            // A part without a unit is in that of the total: 국비 10, 시비 20억원.
            let parts: Vec<Quantity> = parts
                .iter()
                .map(|part| match part.unit.is_empty() {
                    true => Quantity { unit: unit.clone(), ..part.clone() },
                    false => part.clone(),
                })
                .collect();
            let sum = Quantity::sum(parts.iter(), unit).filter(|_| !too_large);
            let computed = || Some(Quantity { value: sum?, unit: unit.clone(), span: total.span });
            if let Some(whole) = total.stated.clone().or_else(computed) {
                let pairs = places.iter().zip(&parts);
                let pairs = pairs.map(|(place, part)| (*place, [part.clone(), whole.clone()]));
                self.wholes.extend(pairs);
            }
            match (sum, total.stated) {
                (None, _) => self.slips.push(slip(total.span, SlipReason::TooLarge)),
                (Some(_), Some(stated)) => {
                    let name = if name.is_empty() { "계" } else { &name };
                    self.proofs.sum(name, stated, parts);
                }
                (Some(sum), None) => {
                    let sum = Computed::of(sum, &parts);
                    self.computed.insert((total.text, name.clone()), sum);
                }
            }
        }
    }
}

impl<'m> Visitor<'m> for Gatherer<'m> {
    fn section(&mut self, _: Span) {
        self.section += 1;
        self.line += 1;
    }

    fn line(&mut self, amount: Option<&'m Amount>) {
        self.line += 1;
        let Some(amount) = amount else { return };
        // An amount is the total of what its line marks as parts, or of those
        // that it names.
        let stated = Quantity::of(amount);
        let marked = amount.total_of.is_some();
        let (span, unit) = (stated.span, stated.unit.clone());
        let total = Total { span, text: span, unit, stated: Some(stated), marked };
        let key = match &amount.total_of {
            Some(name) => self.key(&name.value),
            None => Key::Line(self.line),
        };
        self.sums.entry(key).or_default().totals.push(total);
    }

    fn text(&mut self, _: Role, text: &'m Text) {
        for (index, run) in text.runs.iter().enumerate() {
            let RunContent::Sum(mark) = &run.content else { continue };
            let after = words_after(text, index);
            let span = self.documents.typed(text.span, run.at.clone());
            let of_cell = cell_unit(self.cell_units, text, &after);
            self.mark(mark, &after, of_cell, span, (text.span, run.at.start));
        }
    }
}

impl Gatherer<'_> {
    fn key(&self, name: &str) -> Key {
        match name {
            "" => Key::Line(self.line),
            name => Key::Named(self.section, name.to_owned()),
        }
    }

    /// Takes a mark; `after` is what stands behind it, where its unit may be,
    /// else a total and what is added up elsewhere are in that of their cell.
    fn mark(
        &mut self,
        mark: &SumMark,
        after: &str,
        cell: Option<&str>,
        span: Span,
        place: PartPlace,
    ) {
        let key = self.key(&mark.name);
        let is_apart = mark.role == SumRole::Total || !mark.name.is_empty();
        let cell = cell.filter(|_| is_apart).unwrap_or_default();
        let quantity = match mark.role {
            SumRole::One => Some(Quantity { value: Decimal::ONE, unit: String::new(), span }),
            _ => shown_quantity(&mark.shown, after, span),
        };
        let quantity = quantity.map(|own| match own.unit.is_empty() && mark.role != SumRole::One {
            true => Quantity { unit: cell.to_owned(), ..own },
            false => own,
        });
        let computed = mark.role == SumRole::Total && mark.shown.is_empty();
        let reason =
            if quantity.is_none() && !computed { Some(SlipReason::NotANumber) } else { None };
        if let Some(reason) = reason {
            self.slips.push(MarkSlip { span, name: mark.name.clone(), reason });
            return;
        }
        let factor = match &mark.role {
            SumRole::Part { times: Some(times) } => {
                let last = self.sums.get(&self.key(times)).and_then(|gathered| gathered.last);
                if last.is_none() {
                    let reason = SlipReason::UnknownFactor;
                    self.slips.push(MarkSlip { span, name: times.clone(), reason });
                }
                last.unwrap_or(Decimal::ONE)
            }
            _ => Decimal::ONE,
        };
        let gathered = self.sums.entry(key).or_default();
        match (&mark.role, quantity) {
            (SumRole::Total, stated) => {
                let behind = unit_at_start(after).unwrap_or(cell).to_owned();
                let unit = stated.as_ref().map_or(behind, |stated| stated.unit.clone());
                gathered.totals.push(Total { stated, unit, span, text: place.0, marked: true })
            }
            (_, Some(part)) => {
                gathered.last = Some(part.value);
                let value = part.value.checked_mul(factor).filter(is_reckonable);
                gathered.too_large |= value.is_none();
                gathered.parts.push(Quantity { value: value.unwrap_or(part.value), ..part });
                gathered.places.push(place);
            }
            (_, None) => {}
        }
    }
}

/// The number that a mark shows, with the unit in or behind it.
pub(super) fn shown_quantity(shown: &str, after: &str, span: Span) -> Option<Quantity> {
    let begin = shown.find(|c: char| c.is_ascii_digit() || "△-−".contains(c))?;
    let (value, length) = number_at_start(&shown[begin..])?;
    let rest = &shown[begin + length..];
    // 5천만 before 원 is of 천만원; 1억 5천만 is no number and a unit.
    let behind = format!("{rest}{after}");
    let unit = unit_at_start(&behind);
    let is_plain = !rest.chars().any(|c| c.is_ascii_digit() || "백천만억조".contains(c));
    (is_plain || unit.is_some_and(|unit| unit.starts_with(rest.trim()))).then(|| Quantity {
        value,
        unit: unit.unwrap_or_default().to_owned(),
        span,
    })
}
