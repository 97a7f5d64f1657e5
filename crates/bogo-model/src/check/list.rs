//! The one list of rules. To add one: its file, its `mod` line, its line here.

use super::figures::{self, share};
use super::files::unused_field;
use super::listed::{Check, Listed};
use super::pages::{cover, empty, headings, lost, overflow, projects, rows, syllable, wide};
use super::writing::{
    brackets, colon_style, confusable, date_form, negative_sign, no_such_date, noun_ending,
    number_form, numbering, one_list, one_name, particle, quotes, range_form, spaces, time,
    time_form, unit_line, weekday, year_mark,
};
use super::{rules, undeclared};
use crate::rule::{Rule, Rules};

/// All rules, by family and in the order in which they are explained and asked.
pub(super) static LIST: &[&Listed] = &[
    &told(&rules::SUM, &[Check::Proofs]),
    &told(&rules::CHANGE, &[Check::Proofs]),
    &told(&rules::CHANGE_RATE, &[Check::Proofs]),
    &share::LISTED,
    &told(&rules::AT_MOST, &[Check::Proofs]),
    &told(&rules::SAME_FIGURE, &[Check::Proofs]),
    &told(&rules::UNIT_CONVERSION, &[Check::Proofs]),
    &told(
        &rules::DURATION,
        &[Check::Numbers(time::duration::hits), Check::Report(time::duration::findings)],
    ),
    &told(&rules::OUTSIDE_PERIOD, &[Check::Report(time::outside::findings)]),
    &told(&rules::UNPROVED, &[Check::Figures(figures::refused)]),
    &told(&rules::UNDECLARED_SUM, &[Check::Figures(undeclared::findings)]),
    &told(&rules::OVER_BUDGET, &[Check::Figures(figures::of_budgets)]),
    &told(&rules::HIDDEN_GRADE, &[Check::Elsewhere]),
    &told(&rules::BUDGET_BASIS, &[Check::Elsewhere]),
    &date_form::LISTED,
    &no_such_date::LISTED,
    &weekday::LISTED,
    &range_form::LISTED,
    &time::date_order::LISTED,
    &time_form::LISTED,
    &number_form::LISTED,
    &year_mark::LISTED,
    &unit_line::LISTED,
    &negative_sign::LISTED,
    &noun_ending::LISTED,
    &colon_style::LISTED,
    &brackets::LISTED,
    &quotes::LISTED,
    &spaces::LISTED,
    &particle::LISTED,
    &numbering::LISTED,
    &confusable::LISTED,
    &one_name::LISTED,
    &one_list::LISTED,
    &told(&rules::TABLE_TOO_WIDE, &[Check::Pages(wide::findings)]),
    &told(
        &rules::OVERFLOW,
        &[Check::Pages(overflow::findings), Check::Pages(lost::lost), Check::Pages(lost::small)],
    ),
    &told(&rules::SPLIT_ROW, &[Check::Pages(rows::findings)]),
    &told(&rules::HEADING_AT_FOOT, &[Check::Pages(headings::findings)]),
    &told(&rules::LONE_SYLLABLE, &[Check::Pages(syllable::findings)]),
    &empty::LISTED,
    &told(&rules::PROJECT_PAGES, &[Check::Pages(projects::findings)]),
    &told(&rules::COVER_PAGES, &[Check::Pages(cover::findings)]),
    &told(&rules::LOW_RESOLUTION, &[Check::Elsewhere]),
    &told(&rules::MISSING_ALT, &[Check::Elsewhere]),
    &told(&rules::NO_GLYPH, &[Check::Elsewhere]),
    &told(&rules::UNUSED_FILE, &[Check::Elsewhere]),
    &unused_field::LISTED,
    &told(&rules::UNUSED_THEME, &[Check::Elsewhere]),
    &told(&rules::ONE_WEIGHT, &[Check::Elsewhere]),
    &told(&rules::TEAM_ORDER, &[Check::Elsewhere]),
    &told(&rules::UNUSED_ALLOW, &[Check::Elsewhere]),
];

/// What is said of all rules, in the order of the list.
pub static RULES: Rules = &SAID;

static SAID: [&Rule; LIST.len()] = {
    let mut said = [LIST[0].rule; LIST.len()];
    let mut index = 1;
    while index < said.len() {
        said[index] = LIST[index].rule;
        index += 1;
    }
    said
};

/// What the rules read, and with what functions, in the order of [`LIST`].
pub(super) fn checks() -> impl Iterator<Item = &'static Check> {
    LIST.iter().flat_map(|listed| listed.checks)
}

/// A rule that is not declared in a file of its own.
const fn told(rule: &'static Rule, checks: &'static [Check]) -> Listed {
    Listed {
        rule,
        checks,
        #[cfg(test)]
        wrong: &[],
        #[cfg(test)]
        right: &[],
    }
}
