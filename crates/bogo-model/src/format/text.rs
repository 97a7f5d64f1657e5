//! Text: what is typed is what is printed, but for a few marks in braces.
//!
//! `{굵게:…}` is bold, `{강조:…}` bold and coloured, `{=이름}` a figure of the
//! edition. `{계:…}`, `{몫:…}` and `{하나:…}` say that what they hold is a sum
//! and what it is the sum of, `{이름=…:…}` gives a figure a name, `{비율=…:…}`
//! and its like say what a figure is of others. A brace that begins none of
//! these prints as itself.

use std::ops::Range;

use serde_json::{Value as Json, json};

use super::marks::{
    PART, Relation, RelationMark, SumHead, TIMES, TOTAL, is_near_mark, known_marks, mark_word,
    mistyped, relation_mark, sum_mark,
};

use crate::diagnostic::{Form, Message};
use crate::json::{Decode, Decoder, Node, Schemas, Span};
use crate::korean::numbers::number_at_start;
use crate::message;

/// A text of the report.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// Where the string stands.
    pub span: Span,
    /// Its pieces in order.
    pub runs: Vec<Run>,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// How it is set off.
    pub emphasis: Emphasis,
    /// What it says.
    pub content: RunContent,
    /// The bytes of the unescaped string where what is printed is typed: the
    /// characters of a literal, what a mark of a sum shows, all of a mark
    /// whose figure comes from elsewhere.
    pub at: Range<usize>,
}

/// How a piece of text is set off from the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// Not at all.
    None,
    /// Bold.
    Strong,
    /// Bold and in the accent colour.
    Accent,
}

/// What a piece of text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunContent {
    /// These characters.
    Literal(String),
    /// The figure with this name, and what it is said to be:
    /// `{=소요예산.2024년}`, `{=소요예산.2024년:126,500}`.
    Figure {
        /// Its name.
        name: String,
        /// The figure as it is printed, to be proved; without it the figure
        /// itself is printed.
        stated: Option<String>,
    },
    /// A sum, or what takes part in one.
    Sum(SumMark),
    /// A figure that gets a name here: `{이름=상담:2,851}`.
    Named {
        /// Its name.
        name: String,
        /// The characters that are printed, a number among them.
        shown: String,
    },
    /// What a figure is of others: `{비율=설치/전체:45.8}`.
    Relation(RelationMark),
}

/// A mark that says what is a sum and what it is the sum of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumMark {
    /// What it is to the sum.
    pub role: SumRole,
    /// The sum's name; empty for the one of the line that the mark stands in.
    pub name: String,
    /// The characters that are printed; empty for a sum to be computed.
    pub shown: String,
}

/// What a mark is to a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SumRole {
    /// The sum itself: `{계:46}`, or `{계}` where it is to be computed.
    Total,
    /// A part of it: `{몫:36}`. With the name of another sum, as in
    /// `{몫.상금:30×인원}`, it counts as often as the last part of that sum
    /// before it says.
    Part {
        /// The name of that other sum.
        times: Option<String>,
    },
    /// One of what is counted: `{하나:삼면홍보탑}`.
    One,
}

/// The marks that set text off, by the word after the brace.
pub(super) const EMPHASES: [(&str, Emphasis); 2] =
    [("굵게", Emphasis::Strong), ("강조", Emphasis::Accent)];

/// What is wrong with a mark.
#[derive(Debug, PartialEq, Eq)]
enum MarkError {
    Unclosed,
    Nested,
    /// The word, and the sign behind it.
    Unknown(String),
    /// It cannot be read; how it is written.
    Mistyped(&'static str),
    /// Another mark stands inside one that is no mark of emphasis.
    Inside,
    /// The word of a mark that has to hold a number, and a name.
    NoNumber(&'static str),
}

impl Decode for Text {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let source = String::decode(node, decoder)?;
        let faults = match parse(&source) {
            Ok(runs) => return Some(Self { span: node.span, runs }),
            Err(faults) => faults,
        };
        for MarkFault { error, at } in faults {
            let (message, help) = error.told();
            let place = decoder.documents().typed(node.span, at);
            decoder.error(Form::TextMark, place, message, Some(help));
        }
        None
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.define("Text", |_| {
            json!({
                "type": "string",
                "description": "글. {굵게:…} 굵은 글씨, {강조:…} 굵고 푸른 글씨, {=이름} 수치, {이름=상담:2,851} 수치의 이름.",
            })
        })
    }
}

impl MarkError {
    /// What is wrong, and what to write.
    fn told(self) -> (Message, Message) {
        let known = known_marks();
        let message = match self {
            MarkError::Mistyped(usage) => {
                let message = message!(
                    "중괄호 표시를 읽을 수 없습니다",
                    "this mark in braces cannot be read"
                );
                let help = message!(
                    "빈칸 없이 {usage}처럼 쓰십시오. 중괄호 자체를 찍으려면 {{{{ 로 쓰십시오.",
                    "write it without spaces as {usage}; type {{{{ for a brace itself"
                );
                return (message, help);
            }
            MarkError::Inside => {
                let message = message!(
                    "수치 표시 안에 다른 표시가 있습니다",
                    "another mark stands inside a mark of a figure"
                );
                let help = message!(
                    "강조는 바깥에 씁니다: {{굵게:{{이름=상담:2,851}}}}. 수치 표시는 서로 안에 쓸 수 없습니다.",
                    "emphasis stands outside, {{굵게:{{이름=상담:2,851}}}}, and marks of figures do not stand inside each other"
                );
                return (message, help);
            }
            MarkError::Unclosed => {
                message!("중괄호 표시가 닫히지 않았습니다", "a mark in braces is not closed")
            }
            MarkError::Nested => message!(
                "강조 표시 안에 다른 강조 표시가 있습니다",
                "a mark of emphasis stands inside another"
            ),
            MarkError::Unknown(word) => {
                message!("‘{{{word}’ 라는 표시는 없습니다", "there is no mark `{{{word}`")
            }
            MarkError::NoNumber(word) => message!(
                "{{{word}…}} 표시에 이름이나 수가 없습니다",
                "the mark {{{word}…}} wants a name and a number"
            ),
        };
        let help = message!(
            "쓸 수 있는 표시: {known}, {{=이름}}. 중괄호 자체를 찍으려면 {{{{ 로 쓰십시오.",
            "known marks: {known}, {{=name}}; type {{{{ for a brace itself"
        );
        (message, help)
    }
}

/// A mark that cannot be read, and the bytes of the string that it takes.
#[derive(Debug, PartialEq, Eq)]
struct MarkFault {
    error: MarkError,
    at: Range<usize>,
}

/// Splits a string into its pieces; else what is wrong with each mark.
fn parse(source: &str) -> Result<Vec<Run>, Vec<MarkFault>> {
    // Nearly all texts are one run; room for more would add up.
    let runs = Vec::with_capacity(1);
    let mut scanner = Scanner { source, at: 0, literal: 0..0, runs, faults: Vec::new() };
    scanner.until_end(Emphasis::None);
    if scanner.faults.is_empty() { Ok(scanner.runs) } else { Err(scanner.faults) }
}

struct Scanner<'s> {
    source: &'s str,
    /// How far the string has been read.
    at: usize,
    /// The characters read that are no mark and not yet a run.
    literal: Range<usize>,
    runs: Vec<Run>,
    faults: Vec<MarkFault>,
}

impl<'s> Scanner<'s> {
    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    /// Reads to the end of the string or, inside a mark, behind its closing
    /// brace; returns whether there is one.
    fn until_end(&mut self, emphasis: Emphasis) -> bool {
        let inside = emphasis != Emphasis::None;
        while let Some(next) = self.rest().chars().next() {
            if self.rest().starts_with("{{") || (!inside && self.rest().starts_with("}}")) {
                // The first brace says that the second prints as itself.
                self.flush(emphasis);
                self.at += 1;
                self.literal = self.at..self.at + 1;
                self.at += 1;
            } else if inside && next == '}' {
                self.flush(emphasis);
                self.at += 1;
                self.literal = self.at..self.at;
                return true;
            } else if next != '{' {
                self.at += next.len_utf8();
                self.literal.end = self.at;
            } else {
                let begin = self.at;
                if let Err(error) = self.brace(emphasis) {
                    self.pass(error, begin);
                }
            }
        }
        self.flush(emphasis);
        !inside
    }

    /// Takes the mark that begins here, or a brace that begins none.
    fn brace(&mut self, emphasis: Emphasis) -> Result<(), MarkError> {
        let rest = self.rest();
        if let Some(usage) = mistyped(rest) {
            return Err(MarkError::Mistyped(usage));
        }
        if rest.starts_with("{=") {
            return self.figure(emphasis);
        }
        if let Some(mark) = sum_mark(rest) {
            return self.sum(mark, emphasis);
        }
        if let Some((word, length)) = relation_mark(rest) {
            return self.relation(word, length, emphasis);
        }
        if let Some(word) = is_near_mark(rest) {
            return Err(MarkError::Unknown(format!("{word}=")));
        }
        let Some(word) = mark_word(rest) else {
            self.at += 1;
            self.literal.end = self.at;
            return Ok(());
        };
        if emphasis != Emphasis::None {
            return Err(MarkError::Nested);
        }
        let Some((_, inner)) = EMPHASES.iter().find(|(known, _)| *known == word) else {
            return Err(MarkError::Unknown(format!("{word}:")));
        };
        self.flush(emphasis);
        self.at += word.len() + 2;
        self.literal = self.at..self.at;
        if self.until_end(*inner) { Ok(()) } else { Err(MarkError::Unclosed) }
    }

    /// Tells of the mark that begins there and passes it.
    fn pass(&mut self, error: MarkError, begin: usize) {
        let end = self.rest().find('}').map_or(self.source.len(), |end| self.at + end + 1);
        self.at = end.max(self.at);
        self.literal = self.at..self.at;
        self.faults.push(MarkFault { error, at: begin..self.at });
    }

    /// How many bytes stand before the brace that closes the mark of a figure
    /// that begins here.
    fn closing(&self) -> Result<usize, MarkError> {
        let end = self.rest().find('}').ok_or(MarkError::Unclosed)?;
        if self.rest()[1..end].contains('{') { Err(MarkError::Inside) } else { Ok(end) }
    }

    fn figure(&mut self, emphasis: Emphasis) -> Result<(), MarkError> {
        let end = self.closing()?;
        let inner = &self.rest()["{=".len()..end];
        let (name, stated, at) = self.stated(inner, "{=".len(), end + 1);
        self.mark(Run { emphasis, content: RunContent::Figure { name, stated }, at }, end + 1);
        Ok(())
    }

    /// What stands in a mark before the number behind its last colon, that
    /// number, and where what is printed is typed: the number, or all of the
    /// mark of `length` bytes. `begin` is how far in `inner` begins.
    fn stated(
        &self,
        inner: &str,
        begin: usize,
        length: usize,
    ) -> (String, Option<String>, Range<usize>) {
        let is_number =
            |text: &str| number_at_start(text).is_some_and(|(_, end)| end == text.len());
        let stated = inner.rsplit_once(':').filter(|(_, stated)| is_number(stated.trim()));
        let Some((name, stated)) = stated else {
            return (inner.trim().to_owned(), None, self.at..self.at + length);
        };
        let spaces = stated.len() - stated.trim_start().len();
        let begin = self.at + begin + name.len() + 1 + spaces;
        let at = begin..begin + stated.trim().len();
        (name.trim().to_owned(), Some(stated.trim().to_owned()), at)
    }

    /// A mark that names a figure or says what it is of others: its word, if
    /// it is no name, and how many bytes stand before what it is of.
    fn relation(
        &mut self,
        (relation, word): (Option<Relation>, &'static str),
        begin: usize,
        emphasis: Emphasis,
    ) -> Result<(), MarkError> {
        let end = self.closing()?;
        let inner = &self.rest()[begin.min(end)..end];
        let (content, at) = match relation {
            None => {
                let (name, shown) = inner.split_once(':').unwrap_or((inner, ""));
                let begin = self.at + begin + name.len() + 1;
                let (name, shown) = (name.trim().to_owned(), shown.to_owned());
                if name.is_empty() || shown.trim().is_empty() {
                    return Err(MarkError::NoNumber(word));
                }
                let at = begin..begin + shown.len();
                (RunContent::Named { name, shown }, at)
            }
            Some(relation) => {
                let (of, stated, at) = self.stated(inner, begin, end + 1);
                let is_bound = matches!(relation, Relation::AtMost | Relation::PartOf);
                // `{비율:높음}` says neither a number nor of what.
                let is_bare = !self.rest()[..begin.min(end)].contains('=') && !of.is_empty();
                if is_bare || is_bound && (stated.is_none() || of.is_empty()) {
                    return Err(MarkError::NoNumber(word));
                }
                (RunContent::Relation(RelationMark { relation, of, stated }), at)
            }
        };
        self.mark(Run { emphasis, content, at }, end + 1);
        Ok(())
    }

    fn sum(&mut self, head: SumHead<'s>, emphasis: Emphasis) -> Result<(), MarkError> {
        let length = self.closing()?;
        let begin = head.length.min(length);
        let inner = &self.rest()[begin..length];
        let (shown, times) = match inner.split_once(TIMES) {
            Some((shown, times)) if head.word == PART => (shown, Some(times.trim().to_owned())),
            _ => (inner, None),
        };
        let role = match head.word {
            TOTAL => SumRole::Total,
            PART => SumRole::Part { times },
            _ => SumRole::One,
        };
        let at = self.at + begin..self.at + begin + shown.len();
        let mark = SumMark { role, name: head.name.to_owned(), shown: shown.to_owned() };
        self.mark(Run { emphasis, content: RunContent::Sum(mark), at }, length + 1);
        Ok(())
    }

    /// Takes a mark of so many bytes.
    fn mark(&mut self, run: Run, length: usize) {
        self.flush(run.emphasis);
        self.runs.push(run);
        self.at += length;
        self.literal = self.at..self.at;
    }

    fn flush(&mut self, emphasis: Emphasis) {
        let at = std::mem::replace(&mut self.literal, self.at..self.at);
        if !at.is_empty() {
            let literal = self.source[at.clone()].to_owned();
            self.runs.push(Run { emphasis, content: RunContent::Literal(literal), at });
        }
    }
}

#[cfg(test)]
mod tests;
