//! A number with its unit, where it stands.

use rust_decimal::Decimal;

use super::literal;
use super::proof::rounded;
use crate::format::Amount;
use crate::json::Span;
use crate::korean::numbers::loose_number_at_start;
use crate::korean::units;

/// A number with its unit, where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    /// How much.
    pub value: Decimal,
    /// Its unit as it is written; empty if none is.
    pub unit: String,
    /// Where it stands.
    pub span: Span,
}

/// Whether sums of such values are sure not to overflow. Converted and
/// multiplied ones may be larger than what can be typed.
pub(super) fn is_reckonable(value: &Decimal) -> bool {
    value.abs() < Decimal::from(10_i64.pow(18))
}

impl Quantity {
    /// The quantity that an amount is.
    pub(crate) fn of(amount: &Amount) -> Self {
        let (value, span) = (amount.value.value, amount.value.span);
        Self { value, unit: literal(&amount.unit), span }
    }

    /// The value in another unit of what it measures; as it is where it cannot
    /// be turned into that. `None` where it would have more digits than can be
    /// reckoned with.
    pub(crate) fn converted(&self, unit: &str) -> Option<Decimal> {
        match self.ratio(unit) {
            Some((own, other)) => {
                let value = self.value.checked_mul(own)?.checked_div(other)?.normalize();
                Some(value).filter(is_reckonable)
            }
            None => Some(self.value),
        }
    }

    /// The sizes of its unit and of another one into which it is turned.
    fn ratio(&self, unit: &str) -> Option<(Decimal, Decimal)> {
        let is_same = self.unit == unit || unit.is_empty();
        let sizes = if is_same { None } else { units::ratio(&self.unit, unit) };
        sizes.filter(|(own, other)| own != other)
    }

    /// [`Self::converted`] to be shown: as it is where it cannot be.
    pub(crate) fn value_in(&self, unit: &str) -> Decimal {
        self.converted(unit).unwrap_or(self.value)
    }

    /// The exact sum of quantities in a unit; `None` where it would have more
    /// digits than can be reckoned with.
    pub(crate) fn sum<'q>(parts: impl Iterator<Item = &'q Self>, unit: &str) -> Option<Decimal> {
        let (mut sum, mut decimals) = (Decimal::ZERO, 0);
        for part in parts {
            let value = part.converted(unit)?;
            decimals = decimals.max(value.scale());
            sum = sum.checked_add(value)?;
        }
        // A sum that does not fit loses decimals first.
        (sum.scale() >= decimals).then_some(sum)
    }

    /// Whether it is turned into the other unit, which differs from its own.
    pub(crate) fn converts_to(&self, unit: &str) -> bool {
        self.ratio(unit).is_some()
    }

    /// Whether another unit is certain to be of other things: of money, not of
    /// people.
    pub(crate) fn is_apart(&self, unit: &str) -> bool {
        units::are_apart(&self.unit, unit)
    }

    /// The unit with a multiple at the start of a text, right behind it, into
    /// which it cannot be turned: 천 건 behind a figure of 명.
    pub(super) fn foreign_multiple<'t>(&self, text: &'t str) -> Option<&'t str> {
        units::foreign_multiple(text, &self.unit)
    }

    /// Whether it may be the sum of so many parts that have so many decimals,
    /// but for what was rounded away.
    pub(crate) fn may_be_rounded(&self, sum: Decimal, decimals: u32, parts: usize) -> bool {
        if self.value == rounded(sum, self.value.scale()) {
            return true;
        }
        let is_rounded = decimals > 0 || units::is_rounded(&self.unit);
        let steps = if is_rounded { parts.div_ceil(2) } else { 0 };
        let step = Decimal::new(i64::try_from(steps).unwrap_or(i64::MAX), decimals.min(28));
        self.value.checked_sub(sum).is_some_and(|difference| difference.abs() <= step)
    }

    /// Its unit as it stands behind the number; none where it is only known to
    /// be one of a list.
    pub(crate) fn shown_unit(&self) -> &str {
        if self.unit.contains([',', '/']) { "" } else { &self.unit }
    }
}

/// A text that is nothing but a number and its unit: `4,211명`, `△3`, `45.8%`.
pub(crate) fn quantity_of(text: &str, span: Span) -> Option<Quantity> {
    let text = text.trim();
    let (value, length) = loose_number_at_start(text)?;
    let unit = text[length..].trim();
    // A second number, or words, make it a sentence.
    let is_unit = |c: char| !c.is_ascii_digit() && !c.is_whitespace();
    let is_short = unit.chars().count() <= 4 && unit.chars().all(is_unit);
    (is_short || units::is_known(unit)).then(|| Quantity { value, unit: unit.to_owned(), span })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_says_a_number_and_its_unit_is_a_quantity() {
        let read = |text| quantity_of(text, Span::default()).map(|q| (q.value.to_string(), q.unit));
        assert_eq!(read("4,211명"), Some(("4211".to_owned(), "명".to_owned())));
        assert_eq!(read("△12.1 %"), Some(("-12.1".to_owned(), "%".to_owned())));
        assert_eq!(read("1만 명"), Some(("1".to_owned(), "만 명".to_owned())));
        assert_eq!(read("1,000천 원"), Some(("1000".to_owned(), "천 원".to_owned())));
        assert_eq!(read("786"), Some(("786".to_owned(), String::new())));
        for words in ["총 46대", "1층 로비 2곳", "구청", "3 개소 이상", "-"] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn money_is_converted_between_its_units() {
        let quantity = |value: i64, unit: &str| Quantity {
            value: value.into(),
            unit: unit.to_owned(),
            span: Span::default(),
        };
        assert_eq!(quantity(126_500, "천원").value_in("백만원").to_string(), "126.5");
        assert_eq!(quantity(174, "억원").value_in("백만원").to_string(), "17400");
        assert_eq!(quantity(174, "명").value_in("억원").to_string(), "174");
        assert!(!quantity(1, "억").converts_to("억원"));
    }
}
