//! The one list of rules. To add one: its file, its `mod` line, its line here.

use super::figures::{
    at_most, budget_basis, change, change_rate, hidden_grade, over_budget, same_figure, share, sum,
    undeclared_sum, unit_conversion, unproved,
};
use super::files::{one_weight, team_order, unused_allow, unused_field, unused_file, unused_theme};
use super::listed::{Check, Listed};
use super::pages::{
    cover, empty, headings, low_resolution, missing_alt, no_glyph, overflow, projects, rows,
    syllable, wide,
};
use super::writing::time::{duration, outside};
use super::writing::{
    brackets, colon_style, confusable, date_form, negative_sign, no_such_date, noun_ending,
    number_form, numbering, one_list, one_name, particle, quotes, range_form, spaces, time,
    time_form, unit_line, weekday, year_mark,
};
use crate::diagnostic::rule::{Rule, Rules};

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

/// What the rules read, and with what functions, in the order of the list.
pub(super) fn checks() -> impl Iterator<Item = &'static Check> {
    LIST.iter().flat_map(|listed| listed.checks)
}
