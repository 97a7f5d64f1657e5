//! How far from another figure a slip takes one.

use rust_decimal::Decimal;

/// Whether a figure is as far from another one as a slip goes: a seventh, or a
/// digit that is wrong, missing, too many or exchanged.
pub(crate) fn is_near(stated: Decimal, expected: Decimal) -> bool {
    let difference = (stated - expected).abs();
    let larger = stated.abs().max(expected.abs());
    let [one, other] = digits(stated, expected);
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let at = short.iter().zip(&long).take_while(|(one, other)| one == other).count();
    let is_longer = short.len() > 1 && long.len() == short.len() + 1;
    difference * Decimal::from(7) <= larger
        || is_one_slip(stated, expected)
        || is_longer && short[at..] == long[at + 1..]
}

/// Whether a figure is another one but for a digit that is wrong, or two that
/// are exchanged.
pub(crate) fn is_one_slip(stated: Decimal, expected: Decimal) -> bool {
    let [one, other] = digits(stated, expected);
    let differing = (0..one.len().min(other.len())).filter(|at| one[*at] != other[*at]);
    let differing: Vec<usize> = differing.collect();
    one.len() == other.len()
        && match differing[..] {
            [_] => one.len() > 1,
            [first, second] => {
                second == first + 1 && one[first] == other[second] && one[second] == other[first]
            }
            _ => false,
        }
}

/// The digits of two figures, to as many decimals.
fn digits(one: Decimal, other: Decimal) -> [Vec<char>; 2] {
    let scale = one.scale().max(other.scale());
    [one, other].map(|value| {
        let mut value = value.abs();
        value.rescale(scale);
        value.to_string().chars().filter(char::is_ascii_digit).collect()
    })
}
