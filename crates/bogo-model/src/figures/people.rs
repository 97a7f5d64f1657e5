//! What the counts of people say of one another.

use super::computed::Computed;
use super::literal;
use super::proof::Proofs;
use super::quantity::Quantity;
use super::unproved::Reason;
use crate::format::{Counts, Staff, StaffUnit};
use crate::json::Spanned;

/// 정원 or 현원 of some units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum People {
    /// 정원, which is not known of every unit.
    Quota,
    /// 현원.
    Current,
}

impl People {
    fn word(self) -> &'static str {
        match self {
            Self::Quota => "정원",
            Self::Current => "현원",
        }
    }

    /// The counts of a unit by grade.
    pub(crate) fn of(self, unit: &StaffUnit) -> Option<&Counts> {
        match self {
            Self::Quota => unit.quota.as_ref(),
            Self::Current => Some(&unit.current),
        }
    }

    /// All of a unit: what is stated, else the sum.
    pub(crate) fn total(self, unit: &StaffUnit) -> Option<Computed<u64>> {
        let stated = match self {
            Self::Quota => unit.quota_total.as_ref(),
            Self::Current => unit.current_total.as_ref(),
        };
        let sum = |counts: &Counts| sum(&counts.value.iter().map(counted).collect::<Vec<_>>());
        stated.map(counted).or_else(|| self.of(unit).map(sum))
    }

    /// All people of all units: what is stated, else the sum; `None` if it is
    /// not known of one of them.
    pub(crate) fn whole(self, staff: &Staff) -> Option<Computed<u64>> {
        let stated = staff.total.as_ref().and_then(|total| match self {
            Self::Quota => total.quota_total.as_ref(),
            Self::Current => total.current_total.as_ref(),
        });
        let units = staff.units.iter().map(|unit| self.total(unit));
        stated.map(counted).or_else(|| units.collect::<Option<Vec<_>>>().as_deref().map(sum))
    }

    /// The people of a grade in a unit: none where it has no count of them.
    pub(crate) fn of_unit(self, unit: &StaffUnit, grade: usize) -> Option<Computed<u64>> {
        Some(self.of(unit)?.value.get(grade).map(counted).unwrap_or_default())
    }

    /// The people of a grade in all units: what is stated, else the sum.
    pub(crate) fn of_grade(self, staff: &Staff, grade: usize) -> Option<Computed<u64>> {
        let stated = staff.total.as_ref().and_then(|total| match self {
            Self::Quota => total.quota.as_ref(),
            Self::Current => total.current.as_ref(),
        });
        let units = staff.units.iter().map(|unit| self.of_unit(unit, grade));
        let at = |counts: &Counts| counts.value.get(grade).map(counted).unwrap_or_default();
        stated.map(at).or_else(|| units.collect::<Option<Vec<_>>>().as_deref().map(sum))
    }
}

fn counted(count: &Spanned<u32>) -> Computed<u64> {
    Computed { value: count.value.into(), from: vec![count.span] }
}

fn sum(counts: &[Computed<u64>]) -> Computed<u64> {
    Computed::made(counts.iter().map(|count| count.value).sum(), counts)
}

fn quantity(count: &Spanned<u32>) -> Quantity {
    Quantity { value: count.value.into(), unit: "명".to_owned(), span: count.span }
}

fn all(counts: &Counts) -> Vec<Quantity> {
    counts.value.iter().map(quantity).collect()
}

/// What the staff states.
pub(crate) fn prove_staff(staff: &Staff, proofs: &mut Proofs) {
    for unit in &staff.units {
        let totals = [(People::Quota, &unit.quota_total), (People::Current, &unit.current_total)];
        for (people, stated) in totals {
            let Some(stated) = stated else { continue };
            let name = format!("{} {}", literal(&unit.name), people.word());
            let Some(counts) = people.of(unit) else {
                proofs.refuse(Reason::NoParts, &name, stated.span);
                continue;
            };
            proofs.sum(&name, quantity(stated), all(counts));
        }
    }
    let Some(total) = &staff.total else { return };
    let totals = [
        (People::Quota, &total.quota, &total.quota_total),
        (People::Current, &total.current, &total.current_total),
    ];
    for (people, by_grade, whole) in totals {
        let units: Option<Vec<&Counts>> = staff.units.iter().map(|unit| people.of(unit)).collect();
        let Some(units) = units else {
            let span = by_grade.as_ref().map(|counts| counts.span);
            if let Some(span) = span.or(whole.as_ref().map(|whole| whole.span)) {
                let without = staff.units.iter().find(|unit| people.of(unit).is_none());
                let blank = without.map_or(span, |unit| unit.span);
                proofs.refuse(Reason::Blank(blank), &format!("{} 합계", people.word()), span);
            }
            continue;
        };
        for (index, stated) in by_grade.iter().flat_map(|counts| &counts.value).enumerate() {
            let parts = units.iter().filter_map(|counts| counts.value.get(index)).map(quantity);
            let grade = staff.grades.get(index).map(|grade| grade.value.as_str());
            let name = format!("{} {} 계", grade.unwrap_or_default(), people.word());
            proofs.sum(&name, quantity(stated), parts.collect());
        }
        if let Some(stated) = whole {
            let name = format!("{} 합계", people.word());
            let parts = units.iter().flat_map(|counts| all(counts)).collect();
            proofs.sum(&name, quantity(stated), parts);
            if let Some(by_grade) = by_grade {
                proofs.sum(&name, quantity(stated), all(by_grade));
            }
        }
    }
}
