//! Laying one theme over another, with every complaint on the way.

use serde_json::{Map, Value as Json};

use super::values::{self, Kind};
use crate::diagnostic::{Diagnostic, Form, MOST_FINDINGS, Message};
use crate::json::{Documents, Member, Node, Span, Value, is_aside};
use crate::message;
use crate::nearest::nearest;
use crate::quoting::quoted;

/// Reads a theme and reports what is wrong in it.
pub(super) struct Reader<'a> {
    families: &'a [String],
    covers: &'a dyn Fn(char) -> bool,
    documents: &'a Documents,
    /// The name of the token at hand, in its parts.
    path: Vec<String>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        families: &'a [String],
        covers: &'a dyn Fn(char) -> bool,
        documents: &'a Documents,
    ) -> Self {
        Self { families, covers, documents, path: Vec::new(), diagnostics: Vec::new() }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// The usual tokens with what the node says in their place.
    pub(super) fn laid_over(&mut self, usual: &Json, node: &Node) -> Json {
        let read = match (usual, &node.value) {
            (Json::Object(usual), Value::Object(members)) => return self.group(usual, members),
            (Json::Array(usual), Value::List(nodes)) => return self.list(usual, nodes, node.span),
            (Json::String(usual), Value::Text(given)) => self.text(usual, given),
            (Json::Number(usual), Value::Number(given)) => values::number(usual, given),
            _ => Err(expected(usual)),
        };
        read.unwrap_or_else(|help| {
            let name = self.name();
            let message =
                message!("‘{name}’의 값이 될 수 없습니다", "this is no value of `{name}`");
            self.error(Form::ThemeValue, node.span, message, help);
            usual.clone()
        })
    }

    fn group(&mut self, usual: &Map<String, Json>, members: &[Member]) -> Json {
        let mut group = usual.clone();
        for member in members {
            let key = member.key.as_str();
            self.path.push(key.to_owned());
            if let Some(token) = usual.get(key) {
                group.insert(key.to_owned(), self.laid_over(token, &member.node));
            } else if !is_aside(key) {
                self.unknown(usual, member);
            }
            self.path.pop();
        }
        Json::Object(group)
    }

    fn unknown(&mut self, usual: &Map<String, Json>, member: &Member) {
        let names = || usual.keys().map(String::as_str);
        let help = match nearest(&member.key, names()) {
            Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
            None => {
                let all = names().collect::<Vec<_>>().join(", ");
                message!("여기에 쓸 수 있는 토큰: {all}", "known tokens here: {all}")
            }
        };
        let name = quoted(&self.name());
        let message = message!("테마에 없는 토큰입니다: {name}", "themes have no token `{name}`");
        self.error(Form::UnknownToken, member.key_span, message, help);
    }

    fn list(&mut self, usual: &[Json], nodes: &[Node], span: Span) -> Json {
        let most = usual.len();
        if nodes.len() > most {
            let name = self.name();
            let message = message!(
                "‘{name}’에는 {most}개까지 쓸 수 있습니다",
                "`{name}` has up to {most} entries"
            );
            let help = message!("남는 것을 지우십시오.", "remove those that are too many");
            self.error(Form::ThemeValue, span, message, help);
        }
        let mut list = usual.to_vec();
        for (index, (entry, node)) in list.iter_mut().zip(nodes).enumerate() {
            self.path.push(index.to_string());
            *entry = self.laid_over(entry, node);
            self.path.pop();
        }
        Json::Array(list)
    }

    /// The value of a token that is usually the text `usual`.
    fn text(&self, usual: &str, given: &str) -> Result<Json, Message> {
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        match Kind::of(&path, usual) {
            Kind::Word(words) => values::word(words, given),
            Kind::Family => self.family(given),
            Kind::Numbering { signs, pages } => values::numbering(given, signs, pages),
            Kind::Marker { optional } => self.marker(given, optional),
            Kind::Colour => values::colour(given),
            Kind::Length(usual, range) => values::length(usual, range, given),
        }
    }

    fn family(&self, given: &str) -> Result<Json, Message> {
        if self.families.iter().any(|family| family == given) {
            return Ok(given.into());
        }
        let all = self.families.join(", ");
        Err(message!(
            "쓸 수 있는 글꼴: {all}. 다른 글꼴은 그 파일을 보고서 폴더의 fonts/에 넣으면 쓸 수 있습니다.",
            "known families: {all}; put the files of others into the edition's fonts/ folder"
        ))
    }

    fn marker(&self, given: &str, optional: bool) -> Result<Json, Message> {
        let printable = given.chars().all(|c| !c.is_control() && (self.covers)(c));
        let fits = given.chars().count() <= values::LONGEST_MARKER
            && (optional || !given.trim().is_empty());
        let help = message!(
            "기호는 글꼴에 있는 글자 하나에서 넷까지입니다: \"■\"",
            "a marker is one to four characters that a font has: \"■\""
        );
        if printable && fits { Ok(given.into()) } else { Err(help) }
    }

    /// Reports margins that leave less than this for the body of a page.
    pub(super) fn too_narrow(&mut self, own: &Node, least: (f64, f64)) {
        let (width, height) = least;
        let message = message!(
            "여백이 너무 커서 본문 자리가 모자랍니다",
            "the margins leave too little room for the body"
        );
        let help = message!(
            "너비 {width} mm, 높이 {height} mm는 남도록 page의 top, bottom, side를 줄이십시오.",
            "leave {width} mm across and {height} mm down: make page.top, bottom or side smaller"
        );
        self.error(Form::ThemeValue, page_span(own), message, help);
    }

    /// Reports a page number that stands so many millimetres too low.
    pub(super) fn footer_too_low(&mut self, own: &Node, by: f64) {
        let message = message!(
            "쪽 번호가 종이 끝에 너무 가깝습니다",
            "the page number stands too near the edge of the paper"
        );
        let help = message!(
            "page의 bottom과 side(가로 쪽의 아래 여백)를 {by:.1}mm 늘리거나 footer_descent를 그만큼 줄이십시오.",
            "make page.bottom and side (the foot of landscape pages) {by:.1}mm larger, or page.footer_descent smaller by that"
        );
        self.error(Form::ThemeValue, page_span(own), message, help);
    }

    /// The token's name: `cover.title_size`.
    fn name(&self) -> String {
        if self.path.is_empty() { "theme".to_owned() } else { self.path.join(".") }
    }

    fn error(&mut self, form: Form, span: Span, message: Message, help: Message) {
        if self.diagnostics.len() < MOST_FINDINGS {
            let place = self.documents.place(span);
            self.diagnostics.push(Diagnostic::error(form, place, message).with_help(help));
        }
    }
}

/// Where a theme speaks of the page.
fn page_span(own: &Node) -> Span {
    own.member("page").map_or(own.span, |page| page.key_span)
}

/// What to write where the usual value is of another type than the given one.
fn expected(usual: &Json) -> Message {
    match usual {
        Json::Object(_) => {
            message!("{{ \"토큰\": 값 }} 꼴로 쓰십시오.", "write it as {{ \"token\": value }}")
        }
        Json::Array(_) => message!("[ … ] 목록으로 쓰십시오.", "write it as a list [ … ]"),
        Json::Number(_) => {
            message!("따옴표 없이 수를 쓰십시오: {usual}", "write a number without quotes: {usual}")
        }
        _ => message!("이런 꼴로 쓰십시오: {usual}", "write it like {usual}"),
    }
}
