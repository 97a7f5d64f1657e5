//! Figures that are stated, and what they have to be.

use rust_decimal::{Decimal, RoundingStrategy};

use super::quantity::{Quantity, is_reckonable};
use super::unproved::{Reason, Unproved};
use crate::json::Span;

/// What is claimed of a figure that is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum ProofKind {
    /// It is the sum of its parts.
    Sum,
    /// It is the first part less the second.
    Change,
    /// It is the change from the second part to the first in percent.
    ChangeRate,
    /// It is the first part in percent of the second.
    Share,
    /// It, or the sum of the parts, is not more than another.
    AtMost,
    /// It is the figure that another place states in the same unit.
    SameFigure,
    /// It is the figure that another place states in another unit.
    UnitConversion,
}

/// A figure that is stated, and what it has to be.
#[derive(Debug, Clone)]
pub(crate) struct Proof {
    /// What is claimed of it.
    pub kind: ProofKind,
    /// What the figure is called: 합계, ‘소통담당관’의 계, 증감률.
    pub name: String,
    /// The figure.
    pub stated: Quantity,
    /// What it follows from.
    pub parts: Vec<Quantity>,
    /// What it has to be, or the most that it may be, in the unit of `stated`.
    pub expected: Decimal,
}

/// A proof, or why there is none.
pub(crate) type Proved = Result<Proof, Reason>;

/// The proofs of figures, and what could not be proved.
#[derive(Debug, Default)]
pub(crate) struct Proofs {
    /// What has to agree.
    pub made: Vec<Proof>,
    /// What is said to follow from other figures, and cannot be proved.
    pub refused: Vec<Unproved>,
}

impl Proofs {
    /// Keeps a proof, or that there is none for the figure of this name at
    /// this place.
    pub(crate) fn keep(&mut self, proved: Proved, name: &str, span: Span) {
        match proved {
            Ok(proof) => self.made.push(proof),
            Err(reason) => self.refuse(reason, name, span),
        }
    }

    /// Keeps that a figure could not be proved.
    pub(crate) fn refuse(&mut self, reason: Reason, name: &str, span: Span) {
        if reason != Reason::Elsewhere {
            self.refused.push(Unproved { name: name.to_owned(), span, reason });
        }
    }

    /// Keeps that a figure is the sum of others, or why that is not known.
    pub(crate) fn sum(&mut self, name: &str, stated: Quantity, parts: Vec<Quantity>) {
        let span = stated.span;
        self.keep(Proof::sum(name, stated, parts), name, span);
    }

    /// Takes what others have gathered.
    pub(crate) fn extend(&mut self, others: Self) {
        self.made.extend(others.made);
        self.refused.extend(others.refused);
    }
}

impl Proof {
    /// That a figure is the sum of others.
    pub(crate) fn sum(name: &str, stated: Quantity, parts: Vec<Quantity>) -> Proved {
        let expected = Quantity::sum(parts.iter(), &stated.unit).ok_or(Reason::TooLarge)?;
        Ok(Self { kind: ProofKind::Sum, name: name.to_owned(), stated, parts, expected })
    }

    /// That a figure is the difference of two: what is now less what was.
    pub(crate) fn change(name: &str, stated: Quantity, of: [Quantity; 2]) -> Proved {
        let [now, before] = [&of[0], &of[1]].map(|part| part.converted(&stated.unit));
        let change = now.zip(before).and_then(|(now, before)| now.checked_sub(before));
        let expected = change.ok_or(Reason::TooLarge)?;
        Ok(Self {
            kind: ProofKind::Change,
            name: name.to_owned(),
            stated,
            parts: of.into(),
            expected,
        })
    }

    /// That a figure is the rate of change of two, in percent, to so many
    /// decimals.
    pub(crate) fn change_rate(
        name: &str,
        stated: Quantity,
        of: [Quantity; 2],
        decimals: u32,
    ) -> Proved {
        if of[1].value.is_sign_negative() && !of[1].value.is_zero() {
            return Err(Reason::OfNegative(of[1].span));
        }
        let now = of[0].converted(&of[1].unit);
        let change = now.and_then(|now| now.checked_sub(of[1].value)).ok_or(Reason::TooLarge)?;
        let (expected, stated) = (rate(change, &of[1], decimals)?, in_percent(stated));
        Ok(Self {
            kind: ProofKind::ChangeRate,
            name: name.to_owned(),
            stated,
            parts: of.into(),
            expected,
        })
    }

    /// That a figure is the share of one in another, in percent, to so many
    /// decimals.
    pub(crate) fn share(name: &str, stated: Quantity, of: [Quantity; 2], decimals: u32) -> Proved {
        let part = of[0].converted(&of[1].unit).ok_or(Reason::TooLarge)?;
        let (expected, stated) = (rate(part, &of[1], decimals)?, in_percent(stated));
        Ok(Self {
            kind: ProofKind::Share,
            name: name.to_owned(),
            stated,
            parts: of.into(),
            expected,
        })
    }

    /// That a figure, of which `parts` are all that take part, is not more
    /// than another.
    pub(crate) fn at_most(
        name: &str,
        stated: Quantity,
        whole: &Quantity,
        parts: Vec<Quantity>,
    ) -> Proved {
        if whole.is_apart(&stated.unit) {
            return Err(Reason::OtherUnit(whole.span));
        }
        let expected = whole.converted(&stated.unit).ok_or(Reason::TooLarge)?;
        let parts = [whole.clone()].into_iter().chain(parts).collect();
        Ok(Self { kind: ProofKind::AtMost, name: name.to_owned(), stated, parts, expected })
    }

    /// That a figure is another one. In another unit it may be rounded to the
    /// decimals that it has, before 여 down.
    pub(crate) fn same(name: &str, stated: Quantity, figure: &Quantity) -> Proved {
        if figure.is_apart(&stated.unit) {
            return Err(Reason::OtherUnit(figure.span));
        }
        let converts = figure.converts_to(&stated.unit);
        let value = figure.converted(&stated.unit).ok_or(Reason::TooLarge)?;
        let decimals = stated.value.scale();
        let is_floor =
            stated.unit.contains('여') && stated.value == value.trunc_with_scale(decimals);
        let expected = match converts {
            true if is_floor => stated.value,
            true => rounded(value, decimals),
            false => value,
        };
        let kind = if converts { ProofKind::UnitConversion } else { ProofKind::SameFigure };
        Ok(Self { kind, name: name.to_owned(), stated, parts: vec![figure.clone()], expected })
    }

    /// Whether the figure is what it has to be.
    pub(crate) fn holds(&self) -> bool {
        match self.kind {
            ProofKind::AtMost => self.stated.value <= self.expected,
            _ => self.stated.value == self.expected,
        }
    }
}

/// The figure of a rate: in percent, whatever the unit of its table is.
fn in_percent(stated: Quantity) -> Quantity {
    Quantity { unit: "%".to_owned(), ..stated }
}

/// A part as a percentage of a whole, if there is one.
fn rate(part: Decimal, whole: &Quantity, decimals: u32) -> Result<Decimal, Reason> {
    match whole.value.is_zero() {
        true => Err(Reason::OfNothing(whole.span)),
        false => percent(part, whole.value, decimals).ok_or(Reason::TooLarge),
    }
}

/// A part as a percentage of a whole, rounded half up to so many decimals.
pub(crate) fn percent(part: Decimal, whole: Decimal, decimals: u32) -> Option<Decimal> {
    let rate = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    let rate = Some(rate).filter(is_reckonable)?;
    let mut rounded = rounded(rate, decimals);
    rounded.rescale(decimals);
    Some(rounded)
}

/// The value rounded half up, away from zero.
pub(crate) fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::korean;

    #[test]
    fn the_rate_of_change_is_rounded_half_up_to_one_decimal() {
        let rate = |now: i64, before: i64| {
            percent((now - before).into(), before.into(), 1).map(korean::number)
        };
        assert_eq!(rate(3_302_921, 3_758_650).as_deref(), Some("△12.1"));
        assert_eq!(rate(50_584, 82_719).as_deref(), Some("△38.8"));
        assert_eq!(rate(10_050, 10_000).as_deref(), Some("0.5"));
        assert_eq!(rate(2_001, 2_000).as_deref(), Some("0.1"));
        assert_eq!(rate(0, 0), None);
    }
}
