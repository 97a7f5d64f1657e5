//! Texts ready to print: figures filled in, unbreakable spaces marked.

use super::context::Context;
use super::period::printed_period;
use crate::diagnostic::{Form, Message};
use crate::edition::{Look, RichText, Run, Source};
use crate::figures::Shown;
use crate::format::{Amount, Emphasis, Item, RunContent, Text};
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

impl Context<'_> {
    /// A text ready to print.
    pub(super) fn rich(&mut self, text: &Text) -> RichText {
        self.rich_in(Room::Line, text)
    }

    /// A text ready to print in the room that it has.
    pub(super) fn rich_in(&mut self, room: Room, text: &Text) -> RichText {
        let mut pieces = Vec::new();
        self.pieces(text, &mut pieces);
        finish(pieces, room)
    }

    /// A text that must say something where it stands: a note, the title of a
    /// section. One that is blank is reported.
    pub(super) fn said(&mut self, text: &Text) -> RichText {
        self.said_or(text, removable())
    }

    /// A text that cannot be left out and must say something: the title of a
    /// project. One that is blank is reported.
    pub(super) fn required(&mut self, text: &Text) -> RichText {
        self.said_or(text, message!("글을 쓰십시오.", "write something"))
    }

    /// A text that must say something; `help` is what to do otherwise.
    pub(super) fn said_or(&mut self, text: &Text, help: Message) -> RichText {
        let rich = self.rich(text);
        self.check_said(&rich, text.span, help);
        rich
    }

    fn check_said(&mut self, rich: &RichText, span: Span, help: Message) {
        // Where something could not be read, a blank may stand for it.
        if self.manuscript.sound && rich.plain().trim().is_empty() {
            let message = message!("빈 글입니다", "this text is blank");
            self.error(Form::BlankText, span, message, Some(help));
        }
    }

    /// The characters of a text, for places that cannot show emphasis.
    pub(super) fn plain(&mut self, text: &Text) -> String {
        self.rich(text).plain().replace(GLUE, " ")
    }

    /// The pieces of a text without what sets them off, to stand among others.
    pub(super) fn plain_runs(&mut self, text: &Text) -> Vec<Run> {
        let plain = |run: Run| Run { text: run.text.replace(GLUE, " "), look: Look::Plain, ..run };
        self.rich(text).runs.into_iter().map(plain).collect()
    }

    /// Words that are printed as they are typed.
    pub(super) fn typed(&self, words: &Spanned<String>) -> RichText {
        let text = words.value.clone();
        let bytes = 0..text.len();
        RichText::plain_from(text, Source::typed(words.span, bytes))
    }

    /// Label, colon, period or amount, and text of an item.
    pub(super) fn item_text(&mut self, item: &Item, room: Room) -> RichText {
        let mut pieces = Vec::new();
        if let Some(label) = &item.label {
            self.pieces(label, &mut pieces);
        }
        let value = self.item_value(item);
        let has_more = value.is_some() || item.text.is_some();
        if item.label.is_some() && has_more {
            pieces.push(Run::own(self.colon()));
        }
        pieces.extend(value.into_iter().flatten());
        if let Some(text) = &item.text {
            self.pieces(text, &mut pieces);
        }
        let rich = finish(pieces, room);
        if item.label.is_some() || item.text.is_some() {
            self.check_said(&rich, item.span, removable());
        }
        rich
    }

    /// The period or amount of an item.
    fn item_value(&mut self, item: &Item) -> Option<Vec<Run>> {
        let made = |text: String, span| Run { source: Source::made_of([span]), ..Run::own(text) };
        if let Some(period) = item.period.as_deref() {
            return Some(vec![made(printed_period(period), period.span)]);
        }
        let amount = item.amount.as_ref()?;
        self.check_calls(amount);
        let number = made(korean::number(amount.value.value), amount.value.span);
        Some([vec![number], self.plain_runs(&amount.unit)].concat())
    }

    fn check_calls(&mut self, amount: &Amount) {
        // Only whether there is such a figure; whether they agree is proved with
        // all others.
        for name in amount.calls() {
            self.check_figure(&name.value, name.span, None);
        }
    }

    fn pieces(&mut self, text: &Text, pieces: &mut Vec<Run>) {
        for (index, run) in text.runs.iter().enumerate() {
            let Shown { text: words, made_of, .. } = self.scope.shown(text, index);
            match &run.content {
                RunContent::Literal(_) | RunContent::Sum(_) | RunContent::Named { .. } => {}
                RunContent::Figure { name, .. } => {
                    self.check_figure(name, text.span, Some((text, index)));
                }
                RunContent::Relation(mark) => self.check_relation(mark, text, index),
            }
            let source = Source::typed(text.span, run.at.clone()).with(made_of);
            pieces.push(Run { text: words, look: look(run.emphasis), source });
        }
    }
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
