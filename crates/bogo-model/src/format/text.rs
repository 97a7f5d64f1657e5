//! Text: what is typed is what is printed, but for a few marks in braces.
//!
//! `{굵게:…}` is bold, `{강조:…}` bold and coloured, `{=이름}` a figure of the
//! edition. A brace that begins none of these prints as itself.

use serde_json::{Value as Json, json};

use crate::json::{Decode, Decoder, Node, Schemas, Span};
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
    /// The figure with this name.
    Figure(String),
}

/// The marks that set text off, by the word after the brace.
const EMPHASES: [(&str, Emphasis); 2] = [("굵게", Emphasis::Strong), ("강조", Emphasis::Accent)];

/// What is wrong with a mark.
#[derive(Debug, PartialEq, Eq)]
enum MarkError {
    Unclosed,
    Nested,
    Unknown(String),
}

impl Decode for Text {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let source = String::decode(node, decoder)?;
        let error = match parse(&source) {
            Ok(runs) => return Some(Self { span: node.span, runs }),
            Err(error) => error,
        };
        let known = EMPHASES.map(|(word, _)| format!("{{{word}:…}}")).join(", ");
        let message = match error {
            MarkError::Unclosed => {
                message!("중괄호 표시가 닫히지 않았습니다", "a mark in braces is not closed")
            }
            MarkError::Nested => message!(
                "강조 표시 안에 다른 강조 표시가 있습니다",
                "a mark of emphasis stands inside another"
            ),
            MarkError::Unknown(word) => {
                message!("‘{{{word}:’ 라는 표시는 없습니다", "there is no mark `{{{word}:`")
            }
        };
        let help = message!(
            "쓸 수 있는 표시: {known}, {{=이름}}. 중괄호 자체를 찍으려면 {{{{ 로 쓰십시오.",
            "known marks: {known}, {{=name}}; type {{{{ for a brace itself"
        );
        decoder.error("text-mark", node.span, message, Some(help));
        None
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.define("Text", |_| {
            json!({
                "type": "string",
                "description": "글. {굵게:…} 굵은 글씨, {강조:…} 굵고 푸른 글씨, {=이름} 수치.",
            })
        })
    }
}

/// Splits a string into its pieces.
fn parse(source: &str) -> Result<Vec<Run>, MarkError> {
    let mut scanner = Scanner { rest: source, literal: String::new(), runs: Vec::new() };
    scanner.until_end(Emphasis::None)?;
    Ok(scanner.runs)
}

struct Scanner<'s> {
    rest: &'s str,
    literal: String,
    runs: Vec<Run>,
}

impl Scanner<'_> {
    /// Reads to the end of the string or, inside a mark, to its closing brace.
    fn until_end(&mut self, emphasis: Emphasis) -> Result<(), MarkError> {
        let inside = emphasis != Emphasis::None;
        while let Some(next) = self.rest.chars().next() {
            if self.take("{{") {
                self.literal.push('{');
            } else if !inside && self.take("}}") {
                self.literal.push('}');
            } else if inside && self.take("}") {
                self.flush(emphasis);
                return Ok(());
            } else if self.take("{=") {
                self.figure(emphasis)?;
            } else if let Some(word) = mark_word(self.rest) {
                if inside {
                    return Err(MarkError::Nested);
                }
                let Some((_, inner)) = EMPHASES.iter().find(|(known, _)| *known == word) else {
                    return Err(MarkError::Unknown(word.to_owned()));
                };
                self.rest = &self.rest[word.len() + 2..];
                self.flush(emphasis);
                self.until_end(*inner)?;
            } else {
                self.literal.push(next);
                self.rest = &self.rest[next.len_utf8()..];
            }
        }
        self.flush(emphasis);
        if inside { Err(MarkError::Unclosed) } else { Ok(()) }
    }

    fn figure(&mut self, emphasis: Emphasis) -> Result<(), MarkError> {
        let end = self.rest.find('}').ok_or(MarkError::Unclosed)?;
        self.flush(emphasis);
        let name = self.rest[..end].trim().to_owned();
        self.runs.push(Run { emphasis, content: RunContent::Figure(name) });
        self.rest = &self.rest[end + 1..];
        Ok(())
    }

    fn take(&mut self, token: &str) -> bool {
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn flush(&mut self, emphasis: Emphasis) {
        if !self.literal.is_empty() {
            let literal = std::mem::take(&mut self.literal);
            self.runs.push(Run { emphasis, content: RunContent::Literal(literal) });
        }
    }
}

/// The Hangul word of a mark that begins here: `굵게` of `{굵게:`.
fn mark_word(rest: &str) -> Option<&str> {
    let (word, _) = rest.strip_prefix('{')?.split_once(':')?;
    let hangul = |c: char| ('가'..='힣').contains(&c);
    (!word.is_empty() && word.chars().all(hangul)).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(emphasis: Emphasis, text: &str) -> Run {
        Run { emphasis, content: RunContent::Literal(text.to_owned()) }
    }

    #[test]
    fn characters_that_mean_something_to_typst_are_plain_text() {
        let source = r"#let $x$ *별* _밑줄_ <표> @참조 \ ` ~ [ ] // /* {1, 2} }";
        assert_eq!(parse(source), Ok(vec![literal(Emphasis::None, source)]));
    }

    #[test]
    fn marks_set_text_off_and_may_hold_a_figure() {
        assert_eq!(
            parse("앞 {강조:총 {=인력.현원}명} 뒤{{"),
            Ok(vec![
                literal(Emphasis::None, "앞 "),
                literal(Emphasis::Accent, "총 "),
                Run {
                    emphasis: Emphasis::Accent,
                    content: RunContent::Figure("인력.현원".to_owned()),
                },
                literal(Emphasis::Accent, "명"),
                literal(Emphasis::None, " 뒤{"),
            ])
        );
    }

    #[test]
    fn a_mark_that_is_open_nested_or_unknown_is_named() {
        assert_eq!(parse("{굵게:안"), Err(MarkError::Unclosed));
        assert_eq!(parse("{=안"), Err(MarkError::Unclosed));
        assert_eq!(parse("{굵게:{강조:안}}"), Err(MarkError::Nested));
        assert_eq!(parse("{빨강:안}"), Err(MarkError::Unknown("빨강".to_owned())));
    }
}
