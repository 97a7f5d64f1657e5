//! What the pieces of a text print, figures filled in.

use std::borrow::Cow;

use super::computed::Computed;
use super::quantity::Quantity;
use super::{Scope, words_after};
use crate::format::{RunContent, SumMark, Text};
use crate::json::Span;
use crate::korean::{self, units};

/// A piece of a text as it is printed.
#[derive(Debug)]
pub(crate) struct Shown<'t> {
    /// Its characters; `?` for a figure that is not known.
    pub text: Cow<'t, str>,
    /// Whether they are typed as they are printed; otherwise a mark stands for
    /// them.
    pub is_typed: bool,
    /// Where the values stand that they are made of, if they are not typed.
    pub made_of: Vec<Span>,
}

impl<'t> Shown<'t> {
    fn typed(text: &'t str) -> Self {
        Self { text: text.into(), is_typed: true, made_of: Vec::new() }
    }

    fn made(text: Option<String>, made_of: Vec<Span>) -> Self {
        Self { text: text.map_or("?".into(), Cow::from), is_typed: false, made_of }
    }

    fn computed(computed: Option<&Computed>, print: impl Fn(&Computed) -> String) -> Self {
        Self::made(computed.map(print), computed.map(|own| own.from.clone()).unwrap_or_default())
    }
}

impl Scope<'_> {
    /// What the run at `index` of a text prints.
    pub(crate) fn shown<'t>(&self, text: &'t Text, index: usize) -> Shown<'t> {
        let scope = self.at(text.span);
        let run = &text.runs[index];
        match &run.content {
            RunContent::Literal(words) => Shown::typed(words),
            RunContent::Figure { stated: Some(stated), .. } => Shown::typed(stated),
            RunContent::Figure { name, stated: None } => match scope.one(name) {
                Some(figure) => {
                    let printed = scope.printed(figure, text, index);
                    Shown::made(Some(printed), vec![figure.span])
                }
                None => Shown::made(None, Vec::new()),
            },
            RunContent::Sum(SumMark { shown, name, .. }) if shown.is_empty() => {
                Shown::computed(scope.computed(text, name), Computed::printed_short)
            }
            RunContent::Sum(SumMark { shown, .. }) | RunContent::Named { shown, .. } => {
                Shown::typed(shown)
            }
            RunContent::Relation(mark) => match &mark.stated {
                Some(stated) => Shown::typed(stated),
                None => Shown::computed(scope.related(text, run.at.start), Computed::printed),
            },
        }
    }

    /// A figure as it is printed in a text, as the run at `index`: in the unit
    /// behind it, if it can be turned into that.
    fn printed(&self, figure: &Quantity, text: &Text, index: usize) -> String {
        let unit = self.unit(figure, text, index);
        korean::number(figure.value_in(&unit))
    }

    /// The unit in which a text says a figure, as the run at `index`: the one
    /// behind it, if the figure can be turned into that, else that of the cell
    /// in which nothing else says one; empty if there is none.
    pub(crate) fn unit(&self, figure: &Quantity, text: &Text, index: usize) -> String {
        let after = words_after(text, index);
        if let Some(unit) = units::at_start(&after, &figure.unit) {
            return unit.to_owned();
        }
        let of_cell = self.figures.cell_unit(text, &after);
        of_cell.filter(|unit| figure.converts_to(unit)).unwrap_or_default().to_owned()
    }
}
