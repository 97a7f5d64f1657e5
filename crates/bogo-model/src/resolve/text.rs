//! Texts ready to print: figures filled in.

use super::called::{called, figure_of_run};
use super::found::{Found, Notes};
use super::here::Here;
use super::period::printed_period;
use super::related::relation;
use crate::diagnostic::{Form, Message};
use crate::edition::{Look, RichText, Run, Source};
use crate::figures::Shown;
use crate::format::{Emphasis, Item, RunContent, Text};
use crate::json::{Span, Spanned};
use crate::korean::{self, GLUE};
use crate::message;

/// A text ready to print.
pub(super) fn rich(text: &Text, here: &Here<'_>) -> Found<RichText> {
    runs(text, here).map(finished)
}

/// Texts ready to print, or what there is of them.
pub(super) fn rich_all<'t>(
    texts: impl IntoIterator<Item = &'t Text>,
    here: &Here<'_>,
) -> Found<Vec<RichText>> {
    texts.into_iter().map(|text| rich(text, here)).collect()
}

/// A text that must say something where it stands: a note, the title of a
/// section. One that is blank is reported.
pub(super) fn said(text: &Text, here: &Here<'_>) -> Found<RichText> {
    said_or(text, removable, here)
}

/// A text that cannot be left out and must say something: the title of a
/// project. One that is blank is reported.
pub(super) fn required(text: &Text, here: &Here<'_>) -> Found<RichText> {
    said_or(text, || message!("글을 쓰십시오.", "write something"), here)
}

/// A text that must say something; `help` is what to do otherwise.
pub(super) fn said_or(
    text: &Text,
    help: impl FnOnce() -> Message,
    here: &Here<'_>,
) -> Found<RichText> {
    let mut notes = Notes::default();
    let rich = notes.take(rich(text, here));
    check_said(&rich, text.span, help, here, &mut notes);
    notes.with(rich)
}

fn check_said(
    rich: &RichText,
    span: Span,
    help: impl FnOnce() -> Message,
    here: &Here<'_>,
    notes: &mut Notes,
) {
    // Where something could not be read, a blank may stand for it.
    if here.is_sound() && rich.is_blank() {
        let message = message!("빈 글입니다", "this text is blank");
        notes.error(Form::BlankText, span, message, Some(help()));
    }
}

/// The characters of a text, for places that cannot show emphasis.
pub(super) fn plain(rich: &RichText) -> String {
    rich.plain().replace(GLUE, " ")
}

/// The pieces of a text without what sets them off, to stand among others.
pub(super) fn plain_runs(text: &Text, here: &Here<'_>) -> Found<Vec<Run>> {
    let plain = |run: Run| Run { text: run.text.replace(GLUE, " "), look: Look::Plain, ..run };
    rich(text, here).map(|rich| rich.runs.into_iter().map(plain).collect())
}

/// Words that are printed as they are typed.
pub(super) fn typed(words: &Spanned<String>) -> RichText {
    let bytes = 0..words.value.len();
    RichText::plain_from(words.value.clone(), Source::typed(words.span, bytes))
}

/// Label, colon, period or amount, and text of an item.
pub(super) fn item_text(item: &Item, here: &Here<'_>) -> Found<RichText> {
    let mut notes = Notes::default();
    let label = notes.take_some(item.label.as_ref().map(|label| runs(label, here)));
    let value = notes.take_some(item_value(item, here));
    let has_more = value.is_some() || item.text.is_some();
    let colon = (item.label.is_some() && has_more).then(|| Run::own(here.colon()));
    let text = notes.take_some(item.text.as_ref().map(|text| runs(text, here)));
    let pieces = label.into_iter().flatten().chain(colon).chain(value.into_iter().flatten());
    let rich = finished(pieces.chain(text.into_iter().flatten()).collect());
    if item.label.is_some() || item.text.is_some() {
        check_said(&rich, item.span, removable, here, &mut notes);
    }
    notes.with(rich)
}

/// The period or amount of an item.
fn item_value(item: &Item, here: &Here<'_>) -> Option<Found<Vec<Run>>> {
    let made = |text: String, span| Run { source: Source::made_of([span]), ..Run::own(text) };
    if let Some(period) = item.period.as_deref() {
        return Some(vec![made(printed_period(period), period.span)].into());
    }
    let amount = item.amount.as_ref()?;
    let mut notes = Notes::default();
    // Only whether there is such a figure; whether they agree is proved with
    // all others.
    notes.take_all(amount.calls().map(|name| called(name, here)));
    let number = made(korean::number(amount.value.value), amount.value.span);
    let unit = notes.take(plain_runs(&amount.unit, here));
    Some(notes.with([vec![number], unit].concat()))
}

/// What each piece of a text prints, figures filled in.
fn runs(text: &Text, here: &Here<'_>) -> Found<Vec<Run>> {
    let mut notes = Notes::default();
    let mut runs = Vec::with_capacity(text.runs.len());
    for (index, run) in text.runs.iter().enumerate() {
        match &run.content {
            RunContent::Figure { name, .. } => notes.take(figure_of_run(name, text, index, here)),
            RunContent::Relation(mark) => notes.take(relation(mark, text, index, here)),
            RunContent::Literal(_) | RunContent::Sum(_) | RunContent::Named { .. } => {}
        }
        let Shown { text: words, made_of, .. } = here.scope.shown(text, index);
        let source = Source::typed(text.span, run.at.clone()).with(made_of);
        runs.push(Run { text: words.into_owned(), look: look(run.emphasis), source });
    }
    notes.with(runs)
}

/// What to do about a blank text that can be left out.
fn removable() -> Message {
    message!("글을 쓰거나 이 항목을 지우십시오.", "write something or remove it")
}

fn look(emphasis: Emphasis) -> Look {
    match emphasis {
        Emphasis::None => Look::Plain,
        Emphasis::Strong => Look::Strong,
        Emphasis::Accent => Look::Accent,
    }
}

/// A text of these pieces, without those that say nothing.
fn finished(mut runs: Vec<Run>) -> RichText {
    runs.retain(|run| !run.text.is_empty());
    RichText::of(runs)
}
