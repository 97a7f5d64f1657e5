//! The one list of rules. To add one: its file, its `mod` line, its line here.

use super::listed::{Check, Listed};
use super::{figures, files, pages, writing};
use crate::diagnostic::rule::{Rule, Rules};

/// All rules, by family and in the order in which they are explained and asked.
pub(super) static LIST: &[&Listed] = &[
    &figures::sum::LISTED,
    &figures::change::LISTED,
    &figures::change_rate::LISTED,
    &figures::share::LISTED,
    &figures::at_most::LISTED,
    &figures::same_figure::LISTED,
    &figures::unit_conversion::LISTED,
    &writing::time::duration::LISTED,
    &writing::time::outside::LISTED,
    &figures::unproved::LISTED,
    &figures::undeclared_sum::LISTED,
    &figures::over_budget::LISTED,
    &figures::hidden_grade::LISTED,
    &figures::budget_basis::LISTED,
    &writing::date_form::LISTED,
    &writing::no_such_date::LISTED,
    &writing::weekday::LISTED,
    &writing::range_form::LISTED,
    &writing::time::date_order::LISTED,
    &writing::time_form::LISTED,
    &writing::number_form::LISTED,
    &writing::year_mark::LISTED,
    &writing::unit_line::LISTED,
    &writing::negative_sign::LISTED,
    &writing::noun_ending::LISTED,
    &writing::colon_style::LISTED,
    &writing::brackets::LISTED,
    &writing::quotes::LISTED,
    &writing::spaces::LISTED,
    &writing::particle::LISTED,
    &writing::numbering::LISTED,
    &writing::confusable::LISTED,
    &writing::one_name::LISTED,
    &writing::one_list::LISTED,
    &pages::wide::LISTED,
    &pages::overflow::LISTED,
    &pages::rows::LISTED,
    &pages::headings::LISTED,
    &pages::syllable::LISTED,
    &pages::empty::LISTED,
    &pages::projects::LISTED,
    &pages::cover::LISTED,
    &pages::low_resolution::LISTED,
    &pages::missing_alt::LISTED,
    &pages::no_glyph::LISTED,
    &files::unused_file::LISTED,
    &files::unused_field::LISTED,
    &files::unused_theme::LISTED,
    &files::one_weight::LISTED,
    &files::team_order::LISTED,
    &files::unused_allow::LISTED,
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
