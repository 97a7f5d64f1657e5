//! Texts ready to print: figures filled in, unbreakable spaces marked.

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
use crate::korean::units::KEPT_BEHIND_NUMBERS;
use crate::korean::{self, GLUE, hangul, is_circled_number};
use crate::message;

/// Where a text stands, which tells what may part its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// A line of the page: a few words in brackets stay together.
    Line,
    /// A cell of a table, where room is short.
    Cell,
}

/// A text ready to print.
pub(super) fn rich(text: &Text, here: &Here<'_>) -> Found<RichText> {
    rich_in(Room::Line, text, here)
}

/// A text ready to print in the room that it has.
pub(super) fn rich_in(room: Room, text: &Text, here: &Here<'_>) -> Found<RichText> {
    runs(text, here).map(|runs| finish(runs, room))
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
pub(super) fn item_text(item: &Item, room: Room, here: &Here<'_>) -> Found<RichText> {
    let mut notes = Notes::default();
    let label = notes.take_some(item.label.as_ref().map(|label| runs(label, here)));
    let value = notes.take_some(item_value(item, here));
    let has_more = value.is_some() || item.text.is_some();
    let colon = (item.label.is_some() && has_more).then(|| Run::own(here.colon()));
    let text = notes.take_some(item.text.as_ref().map(|text| runs(text, here)));
    let pieces = label.into_iter().flatten().chain(colon).chain(value.into_iter().flatten());
    let rich = finish(pieces.chain(text.into_iter().flatten()).collect(), room);
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

/// The pieces of a text with the spaces marked at which no line may end. What
/// looks alike is read together, wherever it comes from.
fn finish(mut runs: Vec<Run>, room: Room) -> RichText {
    for alike in runs.chunk_by_mut(|one, other| one.look == other.look) {
        let together: String = alike.iter().map(|run| run.text.as_str()).collect();
        if !together.contains(' ') {
            continue;
        }
        // A space is marked by another one, so that characters keep their places.
        let glued = glue(&together, room);
        let mut glued = glued.chars();
        for run in alike {
            run.text = glued.by_ref().take(run.text.chars().count()).collect();
        }
    }
    runs.retain(|run| !run.text.is_empty());
    RichText { runs }
}

/// Marks the spaces at which a line must not break: inside a date, between a
/// number and its unit, before a tilde and around a counting sign.
fn glue(text: &str, room: Room) -> String {
    if !text.contains(' ') {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split(' ').collect();
    let mut glued = String::with_capacity(text.len() + 8);
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            // Several spaces in a row were typed to be seen: 위    치.
            let padded = word.is_empty() || words[index - 1].is_empty();
            let bracketed = room == Room::Line && in_short_brackets(&words, index);
            let held = padded || bracketed || holds(words[index - 1], word);
            glued.push(if held { GLUE } else { ' ' });
        }
        glued.push_str(word);
    }
    glued
}

/// The longest words in brackets, in characters, that stay on one line.
const SHORT_BRACKETS: usize = 13;

/// Whether the space before the word at `index` stands inside brackets that
/// hold a few words only: `(조회수 5,843회)`.
fn in_short_brackets(words: &[&str], index: usize) -> bool {
    // Each word takes at least its space.
    let first = index.saturating_sub(SHORT_BRACKETS);
    let open = words[first..index].iter().rposition(|word| word.contains('('));
    let Some(open) = open.map(|open| first + open) else { return false };
    let opened = words[open].rfind('(').unwrap_or_default();
    if words[open][opened..].contains(')') || words[open + 1..index].concat().contains(')') {
        return false;
    }
    let mut length = words[open][opened..].chars().count();
    for word in &words[open + 1..] {
        let end = word.find(')').map(|end| word[..end].chars().count() + 1);
        length += 1 + end.unwrap_or_else(|| word.chars().count());
        if length > SHORT_BRACKETS {
            return false;
        }
        if end.is_some() {
            return true;
        }
    }
    false
}

/// Whether the space between two words holds them together.
fn holds(before: &str, after: &str) -> bool {
    let ends_in_number = before.ends_with(|c: char| c.is_ascii_digit());
    let begins_with_digit = after.starts_with(|c: char| c.is_ascii_digit());
    let date_part = before
        .strip_suffix('.')
        .is_some_and(|part| part.ends_with(|c: char| c.is_ascii_digit()) && part.len() <= 8);
    let is_syllable = |word: &str| {
        let mut characters = word.chars();
        characters.next().is_some_and(hangul::is_syllable) && characters.next().is_none()
    };
    let after_unit = after.trim_end_matches([',', '.', ')', ']']);
    (date_part && begins_with_digit)
        || (ends_in_number && KEPT_BEHIND_NUMBERS.contains(&after_unit))
        || (after == "~"
            && before.ends_with(|c: char| c.is_ascii_digit() || "월일년.)".contains(c)))
        || (before.ends_with(':') && begins_with_digit)
        || after == ":"
        // Words spread out to a width: 구 분, 사 업 명.
        || (is_syllable(before) && is_syllable(after))
        || matches!(before, "제" | "약" | "총" | "만" | "각") && begins_with_digit
        || (before.chars().count() == 1 && before.chars().all(is_circled_number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_does_not_break_inside_a_date_or_between_a_number_and_its_unit() {
        let shown = |text| glue(text, Room::Line).replace(GLUE, "_");
        assert_eq!(shown("2024. 9. 2. ~ 9. 30. : 심사"), "2024._9._2._~ 9._30._: 심사");
        assert_eq!(shown("총 12 km 구간"), "총_12_km 구간");
        assert_eq!(shown("① 안양방향 : 표현"), "①_안양방향_: 표현");
        assert_eq!(shown("월 ~ 금 (08시~19시)"), "월_~ 금 (08시~19시)");
        assert_eq!(shown("축제 (조회수 5,843회) 등"), "축제 (조회수_5,843회) 등");
        assert_eq!(
            shown("(하나) 둘 (이 안의 말은 한 줄에 너무 길다)"),
            "(하나) 둘 (이 안의 말은 한 줄에 너무 길다)"
        );
        assert_eq!(shown("위    치 : 관내"), "위____치_: 관내");
        assert_eq!(
            shown("해소 (수혜인원 : 16,226명 이상 거주)"),
            "해소 (수혜인원_:_16,226명 이상 거주)"
        );
        assert_eq!(shown("사 업 명 및 위 치"), "사_업_명_및_위_치");
        assert_eq!(glue("축제 (조회수 5,843회) 등", Room::Cell), "축제 (조회수 5,843회) 등");
        assert_eq!(shown("3팀 구성"), "3팀 구성");
        assert_eq!(shown("없음. 3팀"), "없음. 3팀");
    }
}
