//! What the pieces of a text print, figures filled in.

use super::computed::Computed;
use super::{NamedFigure, Scope};
use crate::format::{RunContent, SumMark, Text};
use crate::json::Span;

/// A piece of a text as it is printed.
#[derive(Debug)]
pub(crate) struct Shown {
    /// Its characters; `?` for a figure that is not known.
    pub text: String,
    /// Whether they are typed as they are printed; otherwise a mark stands for
    /// them.
    pub is_typed: bool,
    /// Where the values stand that they are made of, if they are not typed.
    pub made_of: Vec<Span>,
}

impl Shown {
    fn typed(text: &str) -> Self {
        Self { text: text.to_owned(), is_typed: true, made_of: Vec::new() }
    }

    fn made(text: Option<String>, made_of: Vec<Span>) -> Self {
        Self { text: text.unwrap_or_else(|| "?".to_owned()), is_typed: false, made_of }
    }

    fn computed(computed: Option<&Computed>, print: impl Fn(&Computed) -> String) -> Self {
        Self::made(computed.map(print), computed.map(|own| own.from.clone()).unwrap_or_default())
    }
}

impl Scope<'_> {
    /// What the run at `index` of a text prints.
    pub(crate) fn shown(&self, text: &Text, index: usize) -> Shown {
        let scope = self.at(text.span);
        let run = &text.runs[index];
        match &run.content {
            RunContent::Literal(words) => Shown::typed(words),
            RunContent::Figure { stated: Some(stated), .. } => Shown::typed(stated),
            RunContent::Figure { name, stated: None } => match scope.get(name) {
                Some(NamedFigure::One(figure)) => {
                    let printed = scope.printed(figure, text, index);
                    Shown::made(Some(printed), vec![figure.span])
                }
                Some(NamedFigure::Several) | None => Shown::made(None, Vec::new()),
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
}
