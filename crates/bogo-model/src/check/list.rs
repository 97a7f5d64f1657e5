//! The one list of rules. To add one: its file, its `mod` line, its line here.

use super::figures::{
    at_most, budget_basis, change, change_rate, hidden_grade, over_budget, same_figure, share, sum,
    undeclared_sum, unit_conversion, unproved,
};
use super::files::unused_field;
use super::listed::{Check, Listed};
use super::pages::{cover, empty, headings, lost, overflow, projects, rows, syllable, wide};
use super::rules;
use super::writing::time::{duration, outside};
use super::writing::{
    brackets, colon_style, confusable, confusions, dates, moved_syllable, negative_sign,
    noun_ending, number_form, numbering, one_list, one_name, particle, quotes, spaces, time,
    time_form, unit_line,
};
use crate::rule::{Rule, Rules};

/// All rules, by family and in the order in which they are explained and asked.
pub(super) static LIST: &[&Listed] = &[
    &sum::LISTED,
    &change::LISTED,
    &change_rate::LISTED,
    &share::LISTED,
    &at_most::LISTED,
    &same_figure::LISTED,
    &unit_conversion::LISTED,
    &duration::LISTED,
    &outside::LISTED,
    &unproved::LISTED,
    &undeclared_sum::LISTED,
    &over_budget::LISTED,
    &hidden_grade::LISTED,
    &budget_basis::LISTED,
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
