//! Figures that are stated, and what they have to be.

use rust_decimal::{Decimal, RoundingStrategy};

use super::quantity::{Quantity, is_reckonable};

/// A figure that is stated, and what it has to be.
#[derive(Debug, Clone)]
pub(crate) struct Proof {
    /// The code of the rule that it is a case of.
    pub rule: &'static str,
    /// What the figure is called: 합계, ‘소통담당관’의 계, 증감률.
    pub name: String,
    /// The figure.
    pub stated: Quantity,
    /// What it follows from.
    pub parts: Vec<Quantity>,
    /// What it has to be, in the unit of `stated`.
    pub expected: Decimal,
}

impl Proof {
    /// That a figure is the sum of others.
    pub(crate) fn sum(name: impl Into<String>, stated: Quantity, parts: Vec<Quantity>) -> Self {
        let expected = parts.iter().map(|part| part.value_in(&stated.unit)).sum();
        Self { rule: "sum", name: name.into(), stated, parts, expected }
    }

    /// That a figure is the difference of two: what is now less what was.
    pub(crate) fn change(name: impl Into<String>, stated: Quantity, of: [Quantity; 2]) -> Self {
        let expected = of[0].value - of[1].value;
        Self { rule: "change", name: name.into(), stated, parts: of.into(), expected }
    }

    /// That a figure is the rate of change of two, to so many decimals.
    /// `None` where nothing was before.
    pub(crate) fn change_rate(
        name: impl Into<String>,
        stated: Quantity,
        of: [Quantity; 2],
        decimals: u32,
    ) -> Option<Self> {
        let expected = percent(of[0].value - of[1].value, of[1].value, decimals)?;
        Some(Self { rule: "change-rate", name: name.into(), stated, parts: of.into(), expected })
    }

    /// That a figure is the share of one in another, to so many decimals.
    /// `None` where there is nothing to have a share in.
    pub(crate) fn share(
        name: impl Into<String>,
        stated: Quantity,
        of: [Quantity; 2],
        decimals: u32,
    ) -> Option<Self> {
        let expected = percent(of[0].value, of[1].value, decimals)?;
        Some(Self { rule: "share", name: name.into(), stated, parts: of.into(), expected })
    }

    /// Whether the figure is what it has to be.
    pub(crate) fn holds(&self) -> bool {
        self.stated.value == self.expected
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
