//! The one list of rules. To add one: its file, its `mod` line, its line here.

use super::figures::{self, share};
use super::files::{one_weight, team_order, unused_allow, unused_field, unused_file, unused_theme};
use super::listed::{Check, Listed};
use super::pages::{
    cover, empty, headings, low_resolution, missing_alt, no_glyph, overflow, projects, rows,
    syllable, wide,
};
use super::writing::{
    brackets, colon_style, confusable, confusions, dates, moved_syllable, negative_sign,
    noun_ending, number_form, numbering, one_list, one_name, particle, quotes, spaces, time,
    time_form, unit_line,
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
    &told(&rules::DATE_FORM, &[Check::Dates(dates::hits)]),
    &told(&rules::NO_SUCH_DATE, &[Check::Elsewhere]),
    &told(&rules::WEEKDAY, &[Check::Elsewhere]),
    &told(&rules::RANGE_FORM, &[Check::Elsewhere]),
    &told(&rules::DATE_ORDER, &[Check::Report(time::order::findings)]),
    &told(&rules::TIME_FORM, &[Check::Numbers(time_form::hits)]),
    &told(&rules::NUMBER_FORM, &[Check::Numbers(number_form::hits)]),
    &told(&rules::YEAR_MARK, &[Check::Elsewhere]),
    &told(&rules::UNIT_LINE, &[Check::Report(unit_line::findings)]),
    &told(&rules::NEGATIVE_SIGN, &[Check::Numbers(negative_sign::hits)]),
    &noun_ending::LISTED,
    &told(&rules::COLON_STYLE, &[Check::Sentence(colon_style::hits)]),
    &told(&rules::BRACKETS, &[Check::Sentence(brackets::hits)]),
    &told(&rules::QUOTES, &[Check::Sentence(quotes::hits)]),
    &spaces::LISTED,
    &told(&rules::PARTICLE, &[Check::Sentence(particle::hits)]),
    &told(&rules::NUMBERING, &[Check::Report(numbering::findings)]),
    &told(
        &rules::CONFUSABLE,
        &[Check::Sentence(confusable::hits), Check::Sentence(confusions::hits)],
    ),
    &told(
        &rules::ONE_NAME,
        &[Check::Report(one_name::findings), Check::Report(moved_syllable::findings)],
    ),
    &one_list::LISTED,
    &wide::LISTED,
    &overflow::LISTED,
    &rows::LISTED,
    &headings::LISTED,
    &syllable::LISTED,
    &empty::LISTED,
    &projects::LISTED,
    &cover::LISTED,
    &low_resolution::LISTED,
    &missing_alt::LISTED,
    &no_glyph::LISTED,
    &unused_file::LISTED,
    &unused_field::LISTED,
    &unused_theme::LISTED,
    &one_weight::LISTED,
    &team_order::LISTED,
    &unused_allow::LISTED,
];

/// What is said of all rules, in the order of [`LIST`].
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
