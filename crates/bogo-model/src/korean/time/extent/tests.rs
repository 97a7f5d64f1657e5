use proptest::prelude::*;

use super::*;

fn extent(from: &str, to: &str) -> Extent {
    let moment = |text| Moment::parse(text).expect("a date");
    Extent::new(moment(from), moment(to)).expect("a span")
}

fn may_be(from: &str, to: &str, said: &str) -> bool {
    extent(from, to).may_be(SaidLength::of(said).expect("a length"))
}

#[test]
fn both_ends_count_in_full() {
    assert_eq!(extent("2019-04", "2019-12").count(LengthUnit::Months), Some(9));
    assert_eq!(extent("2024-01", "2026-12").count(LengthUnit::Years), Some(3));
    assert_eq!(extent("2024-01-01", "2024-03-31").count(LengthUnit::Days), Some(91));
    assert_eq!(extent("2024-07-01", "2024-07-28").count(LengthUnit::Weeks), Some(4));
    assert_eq!(extent("2024-07-15", "2024-10-14").count(LengthUnit::Months), Some(3));
    assert_eq!(extent("2024-07-15", "2024-10-31").count(LengthUnit::Months), None);
    assert_eq!(
        extent("2024-07-15", "2024-10-31").length(LengthUnit::Months),
        Length::MonthsAndDays(3, 17)
    );
    assert_eq!(extent("2024", "2026").length(LengthUnit::Years), Length::Years(3));
}

#[test]
fn every_usual_way_of_counting_is_right() {
    for (from, to, said) in [
        ("2019-04", "2019-12", "9개월"),
        ("2024-01", "2024-12", "12개월"),
        ("2024-01", "2024-12", "1년"),
        ("2024-03", "2027-03", "3년"),
        ("2024-07", "2026-06", "24개월"),
        ("2024-07", "2026-06", "3개년"),
        ("2024", "2026", "3년"),
        ("2024", "2026", "2년"),
        ("2024", "2026", "36개월"),
        ("2024-01-01", "2024-03-31", "3개월"),
        ("2024-01-01", "2024-03-31", "90일간"),
        ("2024-01-01", "2024-03-31", "91일간"),
        ("2024-07-01", "2024-07-26", "4주"),
        ("2024-07-01", "2024-07-12", "10일간"),
        ("2024-07-15", "2024-10-31", "3개월"),
        ("2024-07-15", "2024-10-31", "4개월"),
        ("2024-07-15", "2024-10-31", "약 4개월"),
        ("2024-03-04", "2024-06-28", "16일"),
        ("2024-04", "2024-06", "60일"),
        ("2019-04", "2019-12", "약 8개월"),
        ("2024-03-04", "2027-03-03", "3년"),
        ("2024-03-04", "2027-02-26", "3년"),
        ("2024-07-15", "2024-10-31", "3개월 17일"),
    ] {
        assert!(may_be(from, to, said), "{from} ~ {to} {said}");
    }
}

#[test]
fn what_is_wrong_in_every_way_of_counting_is_wrong() {
    for (from, to, said) in [
        ("2019-04", "2019-12", "8개월"),
        ("2019-04", "2019-12", "10개월"),
        ("2019-04", "2019-12", "1년"),
        ("2024-01", "2024-12", "11개월"),
        ("2024-01", "2026-12", "2년"),
        ("2024-07", "2026-06", "3년"),
        ("2024", "2026", "4년"),
        ("2024-01-01", "2024-03-31", "2개월"),
        ("2024-01-01", "2024-03-31", "92일간"),
        ("2024-01-01", "2024-03-31", "100일"),
        ("2024-01-01", "2024-03-31", "30일간"),
        ("2024-07-01", "2024-07-28", "6주"),
        ("2024-07-01", "2024-07-28", "2주간"),
        ("2024-04", "2024-06", "100일간"),
        ("2019-04", "2019-12", "약 5개월"),
        ("2024-03-04", "2027-03-03", "4년"),
        ("2024-07-15", "2024-10-31", "3개월 20일"),
    ] {
        assert!(!may_be(from, to, said), "{from} ~ {to} {said}");
    }
}

#[test]
fn what_is_to_be_written_instead_is_right_itself() {
    for (from, to) in [
        ("2019-04", "2019-12"),
        ("2024", "2026"),
        ("2024-07-15", "2024-10-31"),
        ("2024-01-31", "2024-03-01"),
        ("2024-02-29", "2024-02-29"),
        ("2024-07", "2024-10-31"),
    ] {
        let extent = extent(from, to);
        for wrong in ["1일", "1주", "1개월", "1년", "1개년", "1개월 1일"] {
            let wrong = SaidLength::of(wrong).expect("a length");
            let right = extent.instead_of(wrong.length);
            assert!(extent.may_be(SaidLength { length: right, ..wrong }), "{from} ~ {to}: {right}");
        }
    }
}

/// The days from one to another, both counted, one by one.
fn walked(first: Day, last: Day) -> Vec<Day> {
    let mut days = vec![first];
    while *days.last().expect("a day") < last {
        let Day { year, month, day } = *days.last().expect("a day");
        let next = Day::new(year, month, day + 1).or_else(|| Day::new(year, month + 1, 1));
        days.push(next.or_else(|| Day::new(year + 1, 1, 1)).expect("the next day"));
    }
    days
}

fn moments() -> impl Strategy<Value = Moment> {
    let day = (1996_u16..2032, 1_u16..=12, 1_u16..=31);
    day.prop_filter_map("no such day", |(year, month, day)| {
        Moment::new(year, Some(month), Some(day))
    })
}

proptest! {
    #[test]
    fn lengths_agree_with_a_count_of_days(from in moments(), days in 1_usize..900) {
        let first = Stretch::of(from).first;
        let mut last = first;
        for _ in 1..days {
            last = *walked(last, Day { day: last.day + 1, ..last }).last().expect("a day");
        }
        let to = Moment { year: last.year, month: Some(last.month), day: Some(last.day) };
        let extent = Extent::new(from, to).expect("a span");
        let said = |length| SaidLength { length, about: false, whole: true };
        let all = walked(first, last);
        prop_assert_eq!(extent.days() as usize, all.len());
        let count = all.len() as u32;
        prop_assert!(extent.may_be(said(Length::Days(count))));
        prop_assert!(!extent.may_be(said(Length::Days(count + 1))));
        prop_assert_eq!(extent.count(LengthUnit::Weeks), count.is_multiple_of(7).then_some(count / 7));
        // A month ends on the eve of the day that it began on.
        let eves = all.iter().skip(1).filter(|day| day.day == first.day).count();
        if first.day <= 28 {
            let (months, left) = extent.months();
            prop_assert!(months as usize == eves || left == 0 && months as usize == eves + 1);
            prop_assert!(!extent.may_be(said(Length::Months(months + 3))));
        }
    }

    #[test]
    fn months_are_those_that_are_touched(from in moments(), months in 1_u32..60) {
        let from = Moment { day: None, ..from };
        let index = u32::from(from.year) * 12 + u32::from(from.month.expect("a month")) - 1 + months - 1;
        let to = Moment {
            year: (index / 12) as u16,
            month: Some((index % 12 + 1) as u16),
            day: None,
        };
        let extent = Extent::new(from, to).expect("a span");
        let all = walked(Stretch::of(from).first, Stretch::of(to).last);
        let begun = all.iter().filter(|day| day.day == 1).count();
        prop_assert_eq!(extent.count(LengthUnit::Months), Some(begun as u32));
        for count in 1..=months + 2 {
            let said = SaidLength { length: Length::Months(count), about: false, whole: false };
            prop_assert_eq!(extent.may_be(said), count == months);
        }
    }
}
