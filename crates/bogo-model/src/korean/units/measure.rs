//! What units measure, so that a figure of one is turned into another.

use rust_decimal::Decimal;

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dimension<'u> {
    Money,
    Length,
    Area,
    Volume,
    Mass,
    /// A count of what the unit names; of what is not said where it is empty.
    Count(&'u str),
}

/// A unit: what it measures, and how many of the smallest unit of that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Measure<'u> {
    dimension: Dimension<'u>,
    size: Decimal,
}

/// What counts are multiplied by, longest first where one ends another, as
/// powers of ten.
const MULTIPLES: [(&str, u32); 11] = [
    ("천만", 7),
    ("백만", 6),
    ("십만", 5),
    ("천억", 11),
    ("백억", 10),
    ("십억", 9),
    ("억", 8),
    ("만", 4),
    ("천", 3),
    ("백", 2),
    ("십", 1),
];

/// What only money is multiplied by, and the rest of what it is; longest first
/// where one ends another.
const MONEY_MULTIPLES: [(&str, u32); 4] = [("천조", 15), ("백조", 14), ("십조", 13), ("조", 12)];

/// The unit of money.
const WON: &str = "원";

/// The least multiple, as a power of ten, that is money without its unit: 억.
const LEAST_ALONE: u32 = 8;

/// The letters that may follow 원 where a space parts it from its multiple:
/// `3천 원을` is money, `3천 원탁` is not known to be.
const BEHIND_WON: &str = "을이은의에으과도만까부씩정대";

/// Units of measure with the power of ten that they are of the smallest one.
const MEASURES: [(&str, Dimension<'static>, u32); 18] = [
    ("㎢", Dimension::Area, 6),
    ("km²", Dimension::Area, 6),
    ("㎡", Dimension::Area, 0),
    ("m²", Dimension::Area, 0),
    ("ha", Dimension::Area, 4),
    ("㎥", Dimension::Volume, 0),
    ("m³", Dimension::Volume, 0),
    ("km", Dimension::Length, 6),
    ("㎞", Dimension::Length, 6),
    ("cm", Dimension::Length, 1),
    ("㎝", Dimension::Length, 1),
    ("mm", Dimension::Length, 0),
    ("㎜", Dimension::Length, 0),
    ("m", Dimension::Length, 3),
    ("kg", Dimension::Mass, 0),
    ("㎏", Dimension::Mass, 0),
    ("톤", Dimension::Mass, 3),
    ("t", Dimension::Mass, 3),
];

/// What offices count in, longest first where one begins another.
const COUNTERS: [&str; 45] = [
    "개소", "개사", "개교", "개동", "가구", "세대", "필지", "그루", "마리", "사람", "업체", "병상",
    "좌석", "부스", "포기", "TEU", "kWh", "MWh", "명", "인", "건", "개", "곳", "대", "회", "면",
    "편", "부", "권", "점", "종", "채", "동", "호", "본", "주", "두", "수", "장", "매", "통", "차",
    "척", "석", "팀",
];

/// The letters that may follow a unit: those that particles begin with.
const BEHIND_UNIT: &str = "을를이가은는의에으로과와도만까부씩";

/// How many 원 a unit of money is; `None` for any other unit.
fn won(unit: &str) -> Option<Decimal> {
    let (won, length) = won_at_start(unit)?;
    (length == unit.len()).then_some(won)
}

/// How many 원 the unit of money is that a text begins with, and its bytes:
/// `백만원`, `백만 원`, `억여 원`, `억`.
fn won_at_start(text: &str) -> Option<(Decimal, usize)> {
    let all = || MONEY_MULTIPLES.into_iter().chain(MULTIPLES);
    let found = all().find(|(name, _)| text.starts_with(name));
    let Some((name, power)) = found else {
        return text.starts_with(WON).then_some((Decimal::ONE, WON.len()));
    };
    let rest = &text[name.len()..];
    let about = rest.strip_prefix('여').unwrap_or(rest);
    let near = about.trim_start_matches([' ', '\u{a0}']);
    let is_apart = near.len() < about.len();
    let behind = near.strip_prefix(WON).filter(|behind| {
        let next = behind.chars().next().filter(|_| is_apart);
        next.is_none_or(|next| !next.is_alphanumeric() || BEHIND_WON.contains(next))
    });
    let length = match behind {
        Some(behind) => text.len() - behind.len(),
        None if power >= LEAST_ALONE => name.len(),
        None => return None,
    };
    Some((power_of_ten(power), length))
}

/// The unit of money that a text begins with.
pub(crate) fn money_at_start(text: &str) -> Option<&str> {
    let text = text.trim_start();
    won_at_start(text).map(|(_, length)| &text[..length])
}

/// Whether it is a unit that is known: of money, of measure, or a counter,
/// with a multiple or without.
pub(crate) fn is_known(unit: &str) -> bool {
    let rest = &unit[multiple_at_start(unit)..];
    won(unit).is_some() || measure_named(rest).is_some() || COUNTERS.contains(&rest)
}

/// Whether it is a unit of money.
pub(crate) fn is_money(unit: &str) -> bool {
    won(unit.trim()).is_some()
}

/// The unit with a multiple that stands right behind a figure of the unit
/// `own`, which cannot be turned into it: 천 건 behind one of 명. `None` where
/// that is not certain.
pub(crate) fn foreign_multiple<'t>(text: &'t str, own: &str) -> Option<&'t str> {
    let is_certain = |unit: &str| unit == "%" || is_known(unit);
    if !listed(own).all(is_certain) || at_start(text, own).is_some() {
        return None;
    }
    // Behind a space it may begin a word of its own: 만점, 천장.
    let unit = unit_at_start(text).filter(|unit| text.starts_with(unit))?;
    let behind = text[unit.len()..].chars().next();
    let ends = behind.is_none_or(|c| !c.is_alphanumeric() || BEHIND_UNIT.contains(c));
    (ends && multiple(unit).is_some()).then_some(unit)
}

/// Whether figures of two units can be told to be of different things: people
/// and money, not what is counted by different words.
pub(crate) fn are_apart(one: &str, other: &str) -> bool {
    let kinds = [one, other].map(|unit| match Measure::of(unit)?.dimension {
        Dimension::Count(counter) => COUNTERS.contains(&counter).then_some(Dimension::Count("")),
        dimension => Some(dimension),
    });
    kinds.iter().all(Option::is_some) && kinds[0] != kinds[1]
}

/// Whether sums in this unit may be off by what was rounded away: of 백만원
/// and above, of thousands of what is counted.
pub(crate) fn is_rounded(unit: &str) -> bool {
    match won(unit.trim()) {
        Some(won) => won >= Decimal::from(1_000_000),
        None => multiple_at_start(unit.trim()) > 0 && is_known(unit.trim()),
    }
}

/// The units of a list, `건, 백만원`; one that is none is all of it.
pub(crate) fn listed(unit: &str) -> impl Iterator<Item = &str> {
    unit.split([',', '/', '·', 'ㆍ']).map(str::trim)
}

/// How many of `unit` one of `own` is. Of a list of units it is the one that
/// can be turned into the other. `None` where it cannot be.
pub(crate) fn ratio(own: &str, unit: &str) -> Option<(Decimal, Decimal)> {
    let other = Measure::of(unit)?;
    let own = listed(own).filter_map(Measure::of).find(|own| own.turns_into(&other))?;
    Some((own.size, other.size))
}

/// The unit at the start of the text, behind a figure, into which one of the
/// unit `own` can be turned.
pub(crate) fn at_start<'t>(text: &'t str, own: &str) -> Option<&'t str> {
    let candidates = listed(own).filter_map(Measure::of).filter_map(|own| match own.dimension {
        Dimension::Money => money_at_start(text),
        Dimension::Count(counter) => counted_at_start(text, counter),
        _ => unit_at_start(text),
    });
    candidates.into_iter().find(|unit| ratio(own, unit).is_some())
}

/// The unit that a text begins with, if it is one of money, of measure or of
/// counting.
pub(crate) fn unit_at_start(text: &str) -> Option<&str> {
    if let Some(money) = money_at_start(text) {
        return Some(money);
    }
    let rest = text.trim_start();
    let head = multiple_at_start(rest);
    let named = |unit: &&str| {
        let is_latin = unit.ends_with(|c: char| c.is_ascii_alphabetic());
        rest[head..].strip_prefix(unit).is_some_and(|after| {
            !is_latin || !after.starts_with(|c: char| c.is_ascii_alphanumeric())
        })
    };
    let names = MEASURES.iter().map(|(name, ..)| *name).chain(COUNTERS);
    let unit = names.into_iter().find(|unit| named(unit))?;
    Some(&rest[..head + unit.len()])
}

/// The multiple and counter, `만 명`, that a text begins with. What is counted
/// may be said by the figure's own unit.
fn counted_at_start<'t>(text: &'t str, counter: &str) -> Option<&'t str> {
    let rest = text.trim_start();
    let head = multiple_at_start(rest);
    if !counter.is_empty() && rest[head..].starts_with(counter) {
        return Some(&rest[..head + counter.len()]);
    }
    unit_at_start(text).filter(|_| head > 0)
}

/// The bytes of a multiple, and of what parts it from its unit: `만 `, `만여 `.
fn multiple_at_start(text: &str) -> usize {
    let Some((_, length)) = multiple(text) else { return 0 };
    let rest = &text[length..];
    let rest = rest.strip_prefix('여').unwrap_or(rest);
    text.len() - rest.trim_start_matches([' ', '\u{a0}']).len()
}

/// The multiple that a unit begins with, as a power of ten, and its bytes.
fn multiple(unit: &str) -> Option<(u32, usize)> {
    let (name, power) = MULTIPLES.iter().find(|(name, _)| unit.starts_with(name))?;
    Some((*power, name.len()))
}

fn measure_named(unit: &str) -> Option<(Dimension<'static>, u32)> {
    let found = MEASURES.iter().find(|(name, ..)| *name == unit);
    found.map(|(_, dimension, power)| (*dimension, *power))
}

fn power_of_ten(power: u32) -> Decimal {
    Decimal::from(10_i64.pow(power))
}

impl<'u> Measure<'u> {
    /// What a unit measures; `None` where it is a list or a rate.
    fn of(unit: &'u str) -> Option<Self> {
        let unit = unit.trim();
        if unit == "%" || unit.contains([',', '/', '%']) {
            return None;
        }
        if let Some(size) = won(unit) {
            return Some(Self { dimension: Dimension::Money, size });
        }
        let plain = |unit: &'u str| {
            let (dimension, power) = measure_named(unit).unwrap_or((Dimension::Count(unit), 0));
            Self { dimension, size: power_of_ten(power) }
        };
        let head = multiple_at_start(unit);
        let rest = &unit[head..];
        let is_unit = measure_named(rest).is_some() || COUNTERS.contains(&rest);
        let Some((power, _)) = multiple(unit).filter(|_| is_unit || unit[..head].ends_with(' '))
        else {
            return Some(plain(unit));
        };
        let own = plain(rest);
        Some(Self { size: own.size * power_of_ten(power), ..own })
    }

    /// Whether a figure of this unit can be one of the other. What a figure
    /// without a unit counts is said by the words behind it.
    fn turns_into(&self, other: &Self) -> bool {
        match (self.dimension, other.dimension) {
            (Dimension::Count(""), Dimension::Count(_)) => true,
            (own, other) => own == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Units that can all be turned into the first of their row.
    const TURNED: [&[&str]; 5] = [
        &["원", "천원", "만 원", "백만원", "십억 원", "조원"],
        &["명", "천명", "만 명", "백만 명"],
        &["mm", "cm", "m", "km"],
        &["㎡", "ha", "㎢", "만㎡"],
        &["kg", "t", "톤"],
    ];

    proptest! {
        #[test]
        fn a_figure_that_is_turned_into_another_unit_and_back_is_the_same(
            row in 0..TURNED.len(),
            [one, other] in [0..6_usize, 0..6_usize],
            value in -1_000_000_i64..1_000_000,
        ) {
            let units = TURNED[row];
            let [one, other] = [one, other].map(|index| units[index % units.len()]);
            let (own, turned) = ratio(one, other).expect("a ratio");
            prop_assert_eq!(ratio(other, one), Some((turned, own)));
            let value = Decimal::from(value);
            let there = value * own / turned;
            prop_assert_eq!(there * turned / own, value);
            let elsewhere = TURNED[(row + 1) % TURNED.len()][0];
            prop_assert_eq!(ratio(one, elsewhere), None);
        }
    }

    #[test]
    fn the_unit_behind_a_figure_is_one_into_which_it_can_be_turned() {
        for (text, own, unit) in [
            ("만 명이 이용", "명", Some("만 명")),
            ("천명", "명", Some("천명")),
            ("만여 명", "명", Some("만여 명")),
            ("백만㎡ 규모", "㎡", Some("백만㎡")),
            (" ha의 숲", "㎡", Some("ha")),
            ("hana", "㎡", None),
            ("만 필지", "필지", Some("만 필지")),
            ("명", "천명", Some("명")),
            ("억원", "건, 백만원", Some("억원")),
            ("만 건", "건, 백만원", Some("만 건")),
            ("만 명", "", Some("만 명")),
            ("만큼", "명", None),
            ("천막 설치", "명", None),
            ("만 명", "건", None),
            ("만 명", "백만원", None),
            ("백만 원을 지원", "천원", Some("백만 원")),
            ("십만 원", "천원", Some("십만 원")),
            ("천만 원(국비)", "천원", Some("천만 원")),
            ("억여 원", "백만원", Some("억여 원")),
            ("만여원", "천 원", Some("만여원")),
            ("조 원", "억원", Some("조 원")),
            ("억원", "천 원", Some("억원")),
            ("천 원탁", "백만원", None),
            ("만 ㎡", "㎡", Some("만 ㎡")),
            ("명", "", None),
        ] {
            assert_eq!(at_start(text, own), unit, "{text} {own}");
        }
    }

    #[test]
    fn sizes_of_units_are_powers_of_ten_of_each_other() {
        for (own, unit, times) in [
            ("명", "만 명", "0.0001"),
            ("천건", "건", "1000"),
            ("㎡", "ha", "0.0001"),
            ("㎢", "만㎡", "100"),
            ("m", "km", "0.001"),
            ("톤", "kg", "1000"),
            ("천원", "억원", "0.00001"),
            ("km, %", "m", "1000"),
            ("천 원", "백만 원", "0.001"),
            ("천 원", "천원", "1"),
            ("백만원", "억여 원", "0.01"),
            ("천\u{a0}원", "원", "1000"),
        ] {
            let (own_size, size) = ratio(own, unit).expect("a ratio");
            assert_eq!((own_size / size).normalize().to_string(), times, "{own} {unit}");
        }
        for (own, unit) in [("명", "건"), ("명", "천원"), ("분", "시간"), ("%", "명")] {
            assert_eq!(ratio(own, unit), None, "{own} {unit}");
        }
    }

    #[test]
    fn a_multiple_of_other_things_behind_a_figure_is_told() {
        for (text, own, unit) in [
            ("천 건", "명", Some("천 건")),
            ("천세대가 거주", "가구", Some("천세대")),
            ("백만 원", "명", Some("백만 원")),
            ("만 명", "천원, %", Some("만 명")),
            ("만 명", "천원, 명", None),
            ("만 명", "", None),
            ("만 명", "구분", None),
            ("명", "건", None),
            (" 만점", "명", None),
            ("천장 보수", "명", Some("천장")),
            ("천장재", "명", None),
            ("만큼", "명", None),
        ] {
            assert_eq!(foreign_multiple(text, own), unit, "{text} {own}");
        }
    }

    #[test]
    fn people_are_no_money_but_counters_may_mean_the_same() {
        assert!(are_apart("명", "백만원"));
        assert!(are_apart("천 원", "㎡"));
        for (one, other) in
            [("명", "인"), ("명", "건"), ("", "백만원"), ("명", "%"), ("명", "구분")]
        {
            assert!(!are_apart(one, other), "{one} {other}");
        }
    }
}
