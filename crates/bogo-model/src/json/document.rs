//! A parsed file as a tree that knows where each value stands.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseError;
use rayon::prelude::*;

use super::composed::{composed, source_of};
use super::syntax;
use crate::diagnostic::{Diagnostic, Edit, Form, Place, keep};
use crate::message;
use crate::quoting::quoted;

/// Where a value stands: which file, and which bytes of its text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// Index of the file in [`Documents`].
    pub file: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A JSON value and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// A JSON value. Numbers keep their spelling, so that no digit is lost.
#[derive(Debug, Clone)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it is spelt.
    Number(String),
    /// A string, unescaped.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object, its members in the order of the file, each key once.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Member {
    /// The key, unescaped.
    pub key: String,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// The value.
    pub node: Node,
}

/// One file of the edition.
#[derive(Debug, Clone)]
pub struct Document {
    /// Path below the edition's folder, with `/` between parts.
    pub path: String,
    /// The file's text.
    pub text: String,
    /// What it holds; `None` if it is not JSON.
    pub root: Option<Node>,
}

/// All files of an edition, so that a [`Span`] can be turned into a [`Place`].
#[derive(Debug, Clone, Default)]
pub struct Documents {
    files: Vec<Document>,
}

impl Documents {
    /// Parses a file and keeps it. Reports a syntax error, which ends the
    /// reading of that file, and every duplicate key.
    pub fn add(&mut self, path: &str, text: &str, diagnostics: &mut Vec<Diagnostic>) -> u32 {
        let file = self.files.len() as u32;
        self.keep((path.to_owned(), text.to_owned()), read(file, text), diagnostics);
        file
    }

    /// [`Self::add`] for several files, given as path and text, read side by
    /// side. Returns their indices.
    pub fn add_all(
        &mut self,
        files: Vec<(String, String)>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Range<u32> {
        let first = self.files.len() as u32;
        let indexed = files.into_par_iter().enumerate();
        let parsed: Vec<_> = indexed
            .map(|(index, file)| {
                let parsed = read(first + index as u32, &file.1);
                (file, parsed)
            })
            .collect();
        for (file, parsed) in parsed {
            self.keep(file, parsed, diagnostics);
        }
        first..self.files.len() as u32
    }

    /// Keeps a file that has been read, and reports what was wrong with it.
    fn keep(
        &mut self,
        (path, text): (String, String),
        parsed: Parsed,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let file = self.files.len() as u32;
        self.files.push(Document { path, text, root: None });
        match parsed {
            Parsed::Value(root, duplicates) => {
                self.files[file as usize].root = Some(root);
                for twice in duplicates {
                    keep(diagnostics, || self.duplicate(twice));
                }
            }
            Parsed::Empty => diagnostics.push(syntax::empty_file(self.whole(file))),
            Parsed::Broken(error) => {
                let range = error.range();
                let span = Span { file, start: range.start as u32, end: range.end as u32 };
                let text = &self.get(file).text;
                diagnostics.push(match syntax::unclosed(text, range.start) {
                    Some(open) => {
                        let place = Span { file, start: open.start as u32, end: open.end as u32 };
                        syntax::unclosed_quote(&text[open], self.place(place))
                    }
                    None => syntax::diagnostic(error.kind(), text, self.place(span)),
                });
            }
        }
    }

    /// Keeps the text of a file that is not JSON, so that it can be shown.
    pub fn add_text(&mut self, path: &str, text: String) {
        self.files.push(Document { path: path.to_owned(), text, root: None });
    }

    /// The file at an index that [`Self::add`] returned.
    pub fn get(&self, file: u32) -> &Document {
        &self.files[file as usize]
    }

    /// All files in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &Document> {
        self.files.iter()
    }

    /// The text of a file by its path.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }

    /// Puts findings in the order of the files, and of their places in each:
    /// first those of the edition as a whole, last those of other files.
    pub fn sort(&self, diagnostics: &mut [Diagnostic]) {
        let paths = self.files.iter().enumerate().map(|(index, file)| (file.path.as_str(), index));
        let order: HashMap<&str, usize> = paths.collect();
        diagnostics.sort_by_key(|diagnostic| {
            diagnostic.place.as_ref().map(|place| {
                let file = order.get(place.file()).copied().unwrap_or(usize::MAX);
                (file, place.range().start)
            })
        });
    }

    /// The whole of a file as a place.
    pub fn whole(&self, file: u32) -> Place {
        Place::whole(self.get(file).path.as_str())
    }

    /// The path of the file that a span is in.
    pub(crate) fn path(&self, span: Span) -> &str {
        &self.get(span.file).path
    }

    /// Where a span is, with the JSON pointer of the innermost value around it.
    pub fn place(&self, span: Span) -> Place {
        let document = self.get(span.file);
        let mut pointer = String::new();
        if let Some(root) = &document.root {
            descend(root, span, &mut pointer);
        }
        let range = span.start as usize..span.end as usize;
        Place::within(document.path.as_str(), &document.text, range).with_pointer(pointer)
    }

    /// What is typed at a span; nothing where that is no piece of its file.
    pub(crate) fn raw(&self, span: Span) -> &str {
        let text = &self.get(span.file).text;
        text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The edit that writes other words in the place of what is typed at a span.
    pub(crate) fn edit(&self, span: Span, text: String) -> Edit {
        let range = span.start as usize..span.end as usize;
        Edit { file: self.path(span).to_owned(), range, text }
    }

    /// Where bytes of the string at `span`, as it was read, are typed in its
    /// file.
    pub fn typed(&self, span: Span, inner: Range<usize>) -> Span {
        let raw = self.raw(span);
        let inner = match unescaped(raw) {
            Some(text) => source_of(&text, inner),
            None => inner,
        };
        let end = |inner| span.start + raw_offset(raw, inner) as u32;
        let start = end(inner.start);
        Span { start, end: end(inner.end).max(start), ..span }
    }

    /// [`Self::typed`] of the mark in braces that these bytes are in, or are.
    pub(crate) fn typed_mark(&self, span: Span, inner: Range<usize>) -> Span {
        let text = unescaped(self.raw(span)).unwrap_or_default();
        let text = composed(&text);
        let is_mark = text.get(inner.clone()).is_some_and(|typed| typed.starts_with('{'));
        let open = text.get(..inner.start).and_then(|before| before.rfind('{'));
        let close = text.get(inner.end..).and_then(|after| after.find('}'));
        match (open, close) {
            (Some(open), Some(close)) if !is_mark => self.typed(span, open..inner.end + close + 1),
            _ => self.typed(span, inner),
        }
    }

    /// Where the string is that stands within a span and says these words;
    /// spaces do not count.
    pub(crate) fn saying(&self, span: Span, words: &str) -> Option<Span> {
        let words: String = words.split_whitespace().collect();
        self.get(span.file).root.as_ref().and_then(|root| saying(root, span, &words))
    }

    /// Each place of a character inside the string at `span` where `is_meant`
    /// of the string and the byte; none where no string stands there.
    pub(crate) fn places_of(
        &self,
        span: Span,
        character: char,
        is_meant: impl Fn(&str, usize) -> bool,
    ) -> Vec<Span> {
        let text = unescaped(self.raw(span)).unwrap_or_default();
        let text = composed(&text);
        let places = text.match_indices(character).filter(|(at, _)| is_meant(&text, *at));
        places.map(|(at, found)| self.typed(span, at..at + found.len())).collect()
    }

    fn duplicate(&self, Duplicate { key, first, second }: Duplicate) -> Diagnostic {
        let key = quoted(&key);
        let message = message!(
            "‘{key}’ 항목이 한 묶음 안에 두 번 있습니다",
            "`{key}` stands twice in the same object"
        );
        Diagnostic::error(Form::DuplicateKey, self.place(second), message)
            .with_related(
                self.place(first),
                message!("먼저 쓴 곳입니다", "it was first written here"),
            )
            .with_help(message!(
                "둘 가운데 하나를 지우십시오. 나중 것이 앞의 것을 말없이 덮으면 안 되므로 멈춥니다.",
                "remove one of the two; silently keeping the last would lose data"
            ))
    }
}

/// Strict JSON: every leniency of the parser is off.
const STRICT: jsonc_parser::ParseOptions = jsonc_parser::ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// What reading a text as JSON gives.
enum Parsed {
    /// The value, and the keys that stand twice in an object.
    Value(Node, Vec<Duplicate>),
    /// There is none.
    Empty,
    /// It is no JSON, for this reason.
    Broken(ParseError),
}

/// Reads the text of the file that has this index.
fn read(file: u32, text: &str) -> Parsed {
    match jsonc_parser::parse_to_ast(text, &Default::default(), &STRICT) {
        Ok(parsed) => match parsed.value {
            Some(value) => {
                let mut builder = Builder { file, duplicates: Vec::new() };
                let root = builder.node(value);
                Parsed::Value(root, builder.duplicates)
            }
            None => Parsed::Empty,
        },
        Err(error) => Parsed::Broken(error),
    }
}

/// A string with what was taken apart put together.
fn whole(text: String) -> String {
    match composed(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(whole) => whole,
    }
}

struct Duplicate {
    key: String,
    first: Span,
    second: Span,
}

struct Builder {
    file: u32,
    duplicates: Vec<Duplicate>,
}

impl Builder {
    fn span(&self, ranged: &impl Ranged) -> Span {
        let range = ranged.range();
        Span { file: self.file, start: range.start as u32, end: range.end as u32 }
    }

    fn node(&mut self, value: ast::Value<'_>) -> Node {
        let span = self.span(&value);
        let value = match value {
            ast::Value::NullKeyword(_) => Value::Null,
            ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
            ast::Value::NumberLit(literal) => Value::Number(literal.value.to_owned()),
            ast::Value::StringLit(literal) => Value::Text(whole(literal.value.into_owned())),
            ast::Value::Array(array) => {
                Value::List(array.elements.into_iter().map(|element| self.node(element)).collect())
            }
            ast::Value::Object(object) => Value::Object(self.members(object)),
        };
        Node { span, value }
    }

    fn members(&mut self, object: ast::Object<'_>) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::with_capacity(object.properties.len());
        let mut seen: HashMap<String, Span> = HashMap::new();
        for property in object.properties {
            let key_span = self.span(&property.name);
            let key = whole(property.name.into_string());
            let node = self.node(property.value);
            if let Some(&first) = seen.get(&key) {
                self.duplicates.push(Duplicate { key, first, second: key_span });
                continue;
            }
            seen.insert(key.clone(), key_span);
            members.push(Member { key, key_span, node });
        }
        members
    }
}

/// What a JSON string says as it is typed; `None` if it is none. Breaks and
/// tabs may be typed as they are.
fn unescaped(raw: &str) -> Option<String> {
    if !raw.contains(|c: char| c.is_ascii_control()) {
        return serde_json::from_str(raw).ok();
    }
    let mut strict = String::with_capacity(raw.len() + 8);
    for character in raw.chars() {
        match character.is_ascii_control() {
            true => strict.push_str(&format!("\\u{:04x}", u32::from(character))),
            false => strict.push(character),
        }
    }
    serde_json::from_str(&strict).ok()
}

/// The byte of a JSON string, quotes included, at which the unescaped
/// string's byte `inner` is typed.
fn raw_offset(raw: &str, inner: usize) -> usize {
    let Some(first) = raw.find('\\').filter(|first| *first <= inner) else {
        return 1 + inner;
    };
    let (mut typed, mut unescaped) = (first, first - 1);
    let mut rest = &raw[first..];
    while unescaped < inner && rest.len() > 1 {
        let (length, bytes) = match rest.as_bytes() {
            [b'\\', b'u', ..] => escaped(rest),
            [b'\\', ..] => (2, 1),
            _ => {
                let length = rest.chars().next().map_or(1, char::len_utf8);
                (length, length)
            }
        };
        (typed, unescaped) = (typed + length, unescaped + bytes);
        rest = rest.get(length..).unwrap_or_default();
    }
    typed
}

/// How long a `\u` escape is, and how many bytes its character takes. A pair
/// of surrogates is one character.
fn escaped(rest: &str) -> (usize, usize) {
    let unit = |at: usize| u32::from_str_radix(rest.get(at..at + 4)?, 16).ok();
    match unit(2) {
        Some(0xd800..=0xdbff) => (12, 4),
        Some(code) => (6, char::from_u32(code).map_or(3, char::len_utf8)),
        None => (2, 1),
    }
}

/// Appends the pointer's steps from `node` to the innermost value around `span`.
fn descend(node: &Node, span: Span, pointer: &mut String) {
    let holds = |inner: Span| inner.start <= span.start && span.end <= inner.end;
    match &node.value {
        Value::List(elements) => {
            // Elements stand in order, so that a long list is searched quickly.
            let index = elements.partition_point(|element| element.span.end < span.end);
            let Some(element) = elements.get(index).filter(|element| holds(element.span)) else {
                return;
            };
            pointer.push_str(&format!("/{index}"));
            descend(element, span, pointer);
        }
        Value::Object(members) => {
            let Some(member) =
                members.iter().find(|member| holds(member.node.span) || holds(member.key_span))
            else {
                return;
            };
            pointer.push('/');
            pointer.push_str(&member.key.replace('~', "~0").replace('/', "~1"));
            descend(&member.node, span, pointer);
        }
        _ => {}
    }
}

/// The innermost string below `node`, within `span`, that holds these words,
/// spaces left out.
fn saying(node: &Node, span: Span, words: &str) -> Option<Span> {
    if node.span.end <= span.start || span.end <= node.span.start {
        return None;
    }
    match &node.value {
        Value::Text(text) => {
            let squeezed: String = text.split_whitespace().collect();
            squeezed.contains(words).then_some(node.span)
        }
        Value::List(elements) => elements.iter().find_map(|element| saying(element, span, words)),
        Value::Object(members) => {
            members.iter().find_map(|member| saying(&member.node, span, words))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_a_string_are_found_where_they_are_typed() {
        let text = r#"{"글": "가\n나 \u2019\ud83d\ude80 \"끝\" 뒤"}"#;
        let mut documents = Documents::default();
        let mut diagnostics = Vec::new();
        documents.add("a.json", text, &mut diagnostics);
        assert_eq!(diagnostics, []);
        let Some(Value::Object(members)) = documents.get(0).root.as_ref().map(|node| &node.value)
        else {
            panic!("an object")
        };
        let Value::Text(unescaped) = &members[0].node.value else { panic!("a text") };
        for word in ["가", "나", "’", "🚀", "끝", "뒤"] {
            let at = unescaped.find(word).expect("the word");
            let span = documents.typed(members[0].node.span, at..at + word.len());
            let typed = &text[span.start as usize..span.end as usize];
            let spelt = serde_json::from_str::<String>(&format!("\"{typed}\"")).expect("a text");
            assert_eq!(spelt, word);
        }
    }
}
