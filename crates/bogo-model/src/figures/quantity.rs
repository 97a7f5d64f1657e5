//! A number with its unit, where it stands.

use rust_decimal::Decimal;

use super::literal;
use crate::format::{Amount, loose_number_in};
use crate::json::Span;

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

/// Units of money and how many 원 they are, longest first where one ends
/// another.
const MONEY: [(&str, i64); 10] = [
    ("백만원", 1_000_000),
    ("천만원", 10_000_000),
    ("십억원", 1_000_000_000),
    ("천원", 1_000),
    ("만원", 10_000),
    ("억원", 100_000_000),
    ("조원", 1_000_000_000_000),
    ("억", 100_000_000),
    ("조", 1_000_000_000_000),
    ("원", 1),
];

/// Units that are counted in or measured by, longest first where one begins
/// with another.
const COUNTS: [&str; 38] = [
    "개소", "개월", "개교", "개사", "개", "명", "건", "대", "회", "면", "편", "부", "곳", "동",
    "팀", "필지", "가구", "세대", "종", "권", "호", "그루", "본", "시간", "인", "km", "㎞", "㎡",
    "m²", "mm", "cm", "m", "kg", "ha", "t", "%p", "%", "점",
];

/// Whether sums of such values are sure not to overflow. Converted and
/// multiplied ones may be larger than what can be typed.
pub(super) fn is_reckonable(value: &Decimal) -> bool {
    value.abs() < Decimal::from(10_i64.pow(18))
}

/// How many 원 a unit of money is; `None` for any other unit.
pub(crate) fn won(unit: &str) -> Option<Decimal> {
    let unit = unit.trim();
    MONEY.iter().find(|(name, _)| *name == unit).map(|(_, won)| Decimal::from(*won))
}

/// The unit of money that a text begins with.
pub(crate) fn money_at_start(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    MONEY.iter().map(|(name, _)| *name).find(|name| text.starts_with(name))
}

/// The unit of what is counted, or of a rate, that a text begins with.
pub(super) fn count_at_start(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    COUNTS.into_iter().find(|name| text.starts_with(name))
}

impl Quantity {
    /// The quantity that an amount is.
    pub(crate) fn of(amount: &Amount) -> Self {
        let (value, span) = (amount.value.value, amount.value.span);
        Self { value, unit: literal(&amount.unit), span }
    }

    /// The value in another unit of money; as it is where either is none.
    /// `None` where it would have more digits than can be reckoned with.
    pub(crate) fn converted(&self, unit: &str) -> Option<Decimal> {
        match (won(&self.unit), won(unit)) {
            (Some(own), Some(other)) if own != other => {
                let value = self.value.checked_mul(own)?.checked_div(other)?.normalize();
                Some(value).filter(is_reckonable)
            }
            _ => Some(self.value),
        }
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

    /// Whether the two units of money differ.
    pub(crate) fn converts_to(&self, unit: &str) -> bool {
        matches!((won(&self.unit), won(unit)), (Some(own), Some(other)) if own != other)
    }
}

/// A text that is nothing but a number and its unit: `4,211명`, `△3`, `45.8%`.
pub(crate) fn quantity_of(text: &str, span: Span) -> Option<Quantity> {
    let text = text.trim();
    let (value, length) = loose_number_in(text)?;
    let unit = text[length..].trim();
    // A second number, or words, make it a sentence.
    let is_unit = |c: char| !c.is_ascii_digit() && !c.is_whitespace();
    (unit.chars().count() <= 4 && unit.chars().all(is_unit)).then(|| Quantity {
        value,
        unit: unit.to_owned(),
        span,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_says_a_number_and_its_unit_is_a_quantity() {
        let read = |text| quantity_of(text, Span::default()).map(|q| (q.value.to_string(), q.unit));
        assert_eq!(read("4,211명"), Some(("4211".to_owned(), "명".to_owned())));
        assert_eq!(read("△12.1 %"), Some(("-12.1".to_owned(), "%".to_owned())));
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
