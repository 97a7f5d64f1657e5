//! How a rule is declared: what is said of it, what it reads, and examples.

use super::pages::Pages;
use super::sentences::Sentence;
use super::writing::dates::Dates;
use super::writing::{Hit, Reading};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::rule::Rule;
use crate::edition::Edition;
use crate::resolve::Facts;

/// A rule as it stands in the list.
pub(crate) struct Listed {
    /// What is said of it.
    pub rule: &'static Rule,
    /// What it reads, and with what function.
    pub checks: &'static [Check],
    /// What it finds wrong.
    #[cfg(test)]
    pub wrong: &'static [Example],
    /// What it lets be.
    #[cfg(test)]
    pub right: &'static [Example],
}

/// What a rule reads, and the function that reads it.
pub(crate) enum Check {
    /// One sentence at a time.
    Sentence(fn(&Sentence, &Reading<'_>) -> Vec<Hit>),
    /// The dates of one sentence at a time.
    Dates(fn(&Dates<'_>) -> Vec<Hit>),
    /// One sentence at a time, where there is a digit or the sign of a range.
    Numbers(fn(&Sentence, &Reading<'_>) -> Vec<Hit>),
    /// Proofs that fail: one reading of them all, in `figures/proofs.rs`, asks
    /// the rule of each.
    Proofs,
    /// The figures of the report. What only follows from something that could
    /// not be read is left out.
    Figures(fn(&Reading<'_>) -> Vec<Diagnostic>),
    /// Sentences, compared with each other.
    Report(fn(&Reading<'_>) -> Vec<Diagnostic>),
    /// What is printed or read out, whatever it says.
    Printed(fn(&Reading<'_>) -> Vec<Diagnostic>),
    /// What belongs to the report, and what it says about itself.
    Files(fn(&Reading<'_>) -> Vec<Diagnostic>),
    /// The edition, in which everything is decided.
    Edition(fn(&Edition, &Facts<'_>) -> Vec<Diagnostic>),
    /// The pages as they were laid out.
    Pages(fn(&Pages<'_>) -> Vec<Diagnostic>),
    /// Nothing here: another rule's function, or another room, finds it.
    Elsewhere,
}

/// What takes from a [`Check`] the function that reads this, if it is such a
/// check: `checks().filter_map(reads!(Pages))`.
macro_rules! reads {
    ($check:ident) => {
        |check| match check {
            $crate::check::listed::Check::$check(read) => Some(read),
            _ => None,
        }
    };
}

/// Something that a rule is shown, which it finds wrong or lets be.
#[cfg(test)]
pub(crate) enum Example {
    /// The text of an item.
    Text(&'static str),
    /// The body of a section, as JSON: `["…", { "kind": "table", … }]`.
    Body(&'static str),
    /// Members of `report.json`, as a JSON object, beside or in the place of
    /// the usual ones.
    Report(&'static str),
    /// Files of the edition by path; `report.json` has the members in which it
    /// differs from the usual one.
    Files(&'static [(&'static str, &'static str)]),
    /// Pages as they were laid out, and the edition of which they are.
    Laid(fn() -> super::pages::fixture::Set),
}

/// Declares a rule: its page of the manual as a doc comment, a static that is
/// the [`Rule`], what it reads, and examples. `LISTED` is for the list.
///
/// ```text
/// rule! {
///     /// 한 줄로 말한 것.
///     ///
///     /// ## 왜
///     /// …
///     SPACES = "spaces": Writing, Warning, mends, "빈칸", "spaces";
///     checks: [Sentence(hits)];
///     wrong: Text ["공정률 65 %"];
///     right: Text ["공정률 65%"], Body [r#"["가"]"#];
/// }
/// ```
///
/// After the severity may follow `mends` (some findings can be mended) and
/// `fixed` (a report cannot turn it off). Of rules on sentences the columns
/// 고칠 것 and 바른 것 of the page are examples, too.
macro_rules! rule {
    (
        $(#[doc = $line:literal])*
        $rule:ident = $name:literal: $family:ident, $severity:ident
            $(, $trait:ident)*, $korean:literal, $english:literal;
        checks: [$($check:ident $(($($given:expr),*))?),* $(,)?];
        $(wrong: $($wrong_kind:ident [$($wrong:expr),* $(,)?]),*;)?
        $(right: $($right_kind:ident [$($right:expr),* $(,)?]),*;)?
    ) => {
        #[doc = concat!("The rule `", $name, "`: ", $english, ".")]
        pub(crate) static $rule: $crate::diagnostic::rule::Rule = $crate::diagnostic::rule::Rule::new(
            $name,
            ($crate::diagnostic::rule::Family::$family, $crate::diagnostic::Severity::$severity),
            || $crate::message!($korean, $english),
            &[$($line),*],
        )
        $(.$trait())*;

        /// The rule as it stands in the list.
        pub(in $crate::check) static LISTED: $crate::check::listed::Listed =
            $crate::check::listed::Listed {
                rule: &$rule,
                checks: &[$($crate::check::listed::Check::$check $(($($given),*))?),*],
                #[cfg(test)]
                wrong: &[$($($($crate::check::listed::Example::$wrong_kind($wrong)),*),*)?],
                #[cfg(test)]
                right: &[$($($($crate::check::listed::Example::$right_kind($right)),*),*)?],
            };
    };
}

pub(crate) use {reads, rule};
