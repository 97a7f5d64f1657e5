//! Numbers as offices write them: separators in thousands, △ for minus.

use rust_decimal::Decimal;

/// Signs that are typed before a negative number. `▲` is read by nobody for
/// certain: some offices mean a rise by it.
const MINUS: [char; 3] = ['△', '-', '−'];

/// The number with separators in thousands and △ for minus: `△455,729`.
pub fn number(value: Decimal) -> String {
    let minus = if value.is_sign_negative() && !value.is_zero() { "△" } else { "" };
    format!("{minus}{}", with_separators(&value.abs().to_string()))
}

/// The digits of a number with a separator at every third before the point.
pub(crate) fn with_separators(number: &str) -> String {
    let (whole, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}

/// The number that a text begins with, sign and separators taken as offices
/// write them, and the bytes that it takes: `△1,234.5명` is −1234.5. `▲` is
/// read by nobody for certain: some offices mean a rise by it.
pub(crate) fn number_at_start(text: &str) -> Option<(Decimal, usize)> {
    let (number, length) = loose_number_at_start(text)?;
    let whole = text[..length].split('.').next().unwrap_or_default();
    let mut groups = whole.split(',').skip(1);
    groups.all(|group| group.len() == 3).then_some((number, length))
}

/// [`number_at_start`] for the cells of tables, where separators in wrong places
/// must not keep a slip from being found.
pub(crate) fn loose_number_at_start(text: &str) -> Option<(Decimal, usize)> {
    let unsigned = text.trim_start_matches(MINUS);
    let sign = text.len() - unsigned.len();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let end = unsigned.find(|c| !is_part(c)).unwrap_or(unsigned.len());
    let digits = unsigned[..end].trim_end_matches([',', '.']);
    let number = Decimal::from_str_exact(&digits.replace(',', "")).ok()?;
    let number = Some(number).filter(is_within_bounds)?;
    let number = if sign > 0 { -number } else { number };
    Some((number, sign + digits.len()))
}

/// The number that a whole text says, as JSON spells it: `126,500`, `△3,000`.
/// Commas stand in front of every three digits or nowhere.
pub(crate) fn number_said(text: &str) -> Option<String> {
    let text = text.trim();
    let unsigned = text.strip_prefix(MINUS).unwrap_or(text);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    let (whole, decimals) = match unsigned.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = whole.contains(',');
    let fits = is_digits(first)
        && (first == "0" || !first.starts_with('0'))
        && (!is_grouped || first.len() <= 3 && first != "0")
        && groups.all(|group| is_digits(group) && group.len() == 3)
        && decimals.is_none_or(is_digits);
    let sign = if unsigned.len() < text.len() { "-" } else { "" };
    fits.then(|| format!("{sign}{}", unsigned.replace(',', "")))
}

/// Whether sums of such numbers are sure not to overflow, however many they
/// are.
pub(crate) fn is_within_bounds(number: &Decimal) -> bool {
    number.abs() < Decimal::from(10_i64.pow(18)) && number.scale() <= 9
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimals() -> impl Strategy<Value = Decimal> {
        let most = 10_i64.pow(18) - 1;
        (-most..=most, 0..=9_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
    }

    proptest! {
        #[test]
        fn a_number_is_read_as_it_is_printed(value in decimals()) {
            let text = number(value);
            prop_assert_eq!(number_at_start(&text), Some((value, text.len())));
            prop_assert_eq!(number_at_start(&format!("{text}천원")), Some((value, text.len())));
            let said = number_said(&text).and_then(|said| Decimal::from_str_exact(&said).ok());
            prop_assert_eq!(said, Some(value));
        }

        #[test]
        fn what_is_read_strictly_is_read_loosely_too(text in "[△−-]?[0-9,.]{1,12}[명 ]?") {
            if let Some(read) = number_at_start(&text) {
                prop_assert_eq!(loose_number_at_start(&text), Some(read));
            }
        }
    }

    #[test]
    fn numbers_are_separated_in_thousands_and_negative_ones_begin_with_a_triangle() {
        let text = |spelling| number(Decimal::from_str_exact(spelling).expect("a number"));
        assert_eq!(text("3302921"), "3,302,921");
        assert_eq!(text("-455729"), "△455,729");
        assert_eq!(text("750.5"), "750.5");
        assert_eq!(text("-12345.60"), "△12,345.60");
        assert_eq!(text("-0"), "0");
        assert_eq!(text("999"), "999");
    }

    #[test]
    fn a_number_is_read_as_offices_write_it() {
        let read = |text| number_at_start(text).map(|(number, end)| (number.to_string(), end));
        assert_eq!(read("△1,234.5명"), Some(("-1234.5".to_owned(), 10)));
        assert_eq!(read("36대"), Some(("36".to_owned(), 2)));
        assert_eq!(read("46. "), Some(("46".to_owned(), 2)));
        assert_eq!(read("1,234,567천원"), Some(("1234567".to_owned(), 9)));
        for none in ["명", "1,23", "12,50원", "▲3"] {
            assert_eq!(read(none), None, "{none}");
        }
        assert_eq!(loose_number_at_start("12,50원"), Some((Decimal::from(1250), 5)));
    }
}
