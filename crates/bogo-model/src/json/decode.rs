//! From the tree of values to typed values, with every complaint on the way.

use serde_json::Value as Json;

use super::document::{Documents, Member, Node, Span, Value};
use super::schema::Schemas;
use crate::diagnostic::rule::Rules;
use crate::diagnostic::{Diagnostic, Form, Message, keep};
use crate::message;
use crate::nearest::nearest;
use crate::quoting::quoted;

/// A type that can be read from a [`Node`].
pub trait Decode: Sized {
    /// Whether a list makes sense without an element of this type that is
    /// wrong, so that the others are checked further. Cells of a table, say,
    /// cannot be left out: those behind them would move.
    const CAN_BE_LEFT_OUT: bool = false;

    /// Reads the value. `None` means that something was wrong and that it has
    /// been reported to the decoder.
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self>;

    /// The JSON Schema of the type.
    fn schema(schemas: &mut Schemas) -> Json;
}

/// A value and where it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// Collects findings while typed values are read.
pub struct Decoder<'a> {
    documents: &'a Documents,
    diagnostics: &'a mut Vec<Diagnostic>,
    /// The key that chose the type of the next object, which is therefore no
    /// unknown field of it.
    pub(super) tag: Option<&'static str>,
    rules: Rules,
}

impl<'a> Decoder<'a> {
    /// A decoder for values of these documents.
    pub fn new(documents: &'a Documents, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        Self { documents, diagnostics, tag: None, rules: &[] }
    }

    /// Values may name these rules; none unless this is called.
    #[must_use]
    pub fn with_rules(self, rules: Rules) -> Self {
        Self { rules, ..self }
    }

    /// The rules that values may name.
    pub(crate) fn rules(&self) -> Rules {
        self.rules
    }

    /// The documents that are decoded.
    pub(crate) fn documents(&self) -> &'a Documents {
        self.documents
    }

    /// Reports an error at a place.
    pub fn error(&mut self, form: Form, span: Span, message: Message, help: Option<Message>) {
        let documents = self.documents;
        keep(self.diagnostics, || {
            let mut diagnostic = Diagnostic::error(form, documents.place(span), message);
            diagnostic.help = help;
            diagnostic
        });
    }

    /// Reports that a value is of another type than `expected`.
    pub fn wrong_type<T>(&mut self, node: &Node, expected: Expected) -> Option<T> {
        use crate::diagnostic::Language::{English, Korean};
        let (found, expected_name) = (describe(&node.value), expected.name());
        let message = Message::new(
            format!("{} 와야 하는데 {}입니다", expected_name.text(Korean), found.text(Korean)),
            format!("expected {}, found {}", expected_name.text(English), found.text(English)),
        );
        self.error(Form::WrongType, node.span, message, Some(expected.help()));
        None
    }
}

/// The type of value that a place asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
    /// An array.
    List,
    /// An object.
    Object,
}

impl Expected {
    fn name(self) -> Message {
        match self {
            Self::Text => message!("글이", "a text"),
            Self::Number => message!("숫자가", "a number"),
            Self::Truth => message!("true 또는 false가", "true or false"),
            Self::List => message!("목록이", "a list"),
            Self::Object => message!("묶음이", "an object"),
        }
    }

    fn help(self) -> Message {
        match self {
            Self::Text => message!("글은 따옴표로 묶습니다: \"…\"", "put text in quotes: \"…\""),
            Self::Number => {
                message!("숫자는 따옴표 없이 씁니다: 1234", "write a number without quotes: 1234")
            }
            Self::Truth => message!(
                "true나 false를 따옴표 없이 쓰십시오.",
                "write true or false without quotes"
            ),
            Self::List => message!(
                "하나뿐이어도 [ ]로 감쌉니다: [ … ]",
                "put it in brackets, even one: [ … ]"
            ),
            Self::Object => {
                message!("{{ \"이름\": 값 }} 꼴로 쓰십시오.", "write it as {{ \"name\": value }}")
            }
        }
    }
}

impl Decoder<'_> {
    /// The kind that an object names in its member `kind`: `Some(None)` if it
    /// names none, `None` if it names one that is not among `kinds`, which is
    /// reported.
    pub fn kind_of(
        &mut self,
        node: &Node,
        title: &'static str,
        kinds: &[(&'static str, &str)],
    ) -> Option<Option<&'static str>> {
        let Some(member) = node.member("kind") else { return Some(None) };
        let word = String::decode(&member.node, self)?;
        let names = || kinds.iter().map(|(name, _)| *name);
        if let Some(name) = names().find(|name| *name == word) {
            self.tag = Some("kind");
            return Some(Some(name));
        }
        let help = match nearest(&word, names()) {
            Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
            None => {
                let all = names().collect::<Vec<_>>().join(", ");
                message!("쓸 수 있는 종류: {all}", "known kinds: {all}")
            }
        };
        let word = quoted(&word);
        self.error(
            Form::UnknownKind,
            member.node.span,
            message!("‘{title}’에 없는 종류입니다: \"{word}\"", "unknown kind `{word}`"),
            Some(help),
        );
        None
    }
}

/// What kind of value it is, for a reader.
fn describe(value: &Value) -> Message {
    match value {
        Value::Null => message!("빈 값(null)", "null"),
        Value::Bool(truth) => message!("{truth}", "{truth}"),
        Value::Number(number) => message!("숫자 {number}", "the number {number}"),
        Value::Text(_) => message!("글", "a text"),
        Value::List(_) => message!("목록([ ])", "a list"),
        Value::Object(_) => message!("묶음({{ }})", "an object"),
    }
}

/// The member in which any object says which findings inside it are let pass.
pub const ALLOW: &str = "$allow";

/// Whether a member may stand in any object and is no part of what it says.
pub(crate) fn is_aside(key: &str) -> bool {
    matches!(key, "$comment" | "$schema" | ALLOW)
}

impl Node {
    /// The member with this key, if it is an object that has one.
    pub(crate) fn member(&self, key: &str) -> Option<&Member> {
        let Value::Object(members) = &self.value else { return None };
        members.iter().find(|member| member.key == key)
    }
}

/// The members of an object while its fields are taken out one by one.
pub struct Fields<'n> {
    span: Span,
    title: &'static str,
    members: &'n [Member],
}

impl<'n> Fields<'n> {
    /// Opens an object, reporting anything that is not among its `known` keys.
    pub fn open(
        node: &'n Node,
        title: &'static str,
        known: &[&str],
        decoder: &mut Decoder<'_>,
    ) -> Option<Self> {
        let tag = decoder.tag.take();
        let Value::Object(members) = &node.value else {
            return decoder.wrong_type(node, Expected::Object);
        };
        for member in members {
            let key = member.key.as_str();
            if !known.contains(&key) && Some(key) != tag && !is_aside(key) {
                unknown_field(member, members, title, known, decoder);
            }
        }
        Some(Self { span: node.span, title, members })
    }

    /// A field that must be there.
    pub fn required<T: Decode>(&self, key: &str, decoder: &mut Decoder<'_>) -> Option<T> {
        match self.get(key) {
            Some(node) => T::decode(node, decoder),
            None => {
                let title = self.title;
                // The opening brace stands for the object, so that the whole
                // of a long object is not underlined.
                let span = Span { end: self.span.start + 1, ..self.span };
                decoder.error(
                    Form::MissingField,
                    span,
                    message!(
                        "‘{title}’에 꼭 있어야 하는 항목이 없습니다: \"{key}\"",
                        "the required field `{key}` is missing"
                    ),
                    Some(message!("\"{key}\": … 를 넣으십시오.", "add `\"{key}\": …`")),
                );
                None
            }
        }
    }

    /// A field that may be absent. One that is there and wrong has been
    /// reported and counts as absent, so that what stands beside it is still
    /// read: always `Some`.
    pub fn optional<T: Decode>(&self, key: &str, decoder: &mut Decoder<'_>) -> Option<Option<T>> {
        Some(self.get(key).and_then(|node| T::decode(node, decoder)))
    }

    /// A field that must be there; an empty value stands in where it is not, or
    /// is wrong, which is reported: always `Some`.
    pub fn wanted<T: Decode + Default>(&self, key: &str, decoder: &mut Decoder<'_>) -> Option<T> {
        Some(self.required(key, decoder).unwrap_or_default())
    }

    /// A field that has a usual value where it is absent, or wrong and
    /// reported: always `Some`.
    pub fn usual<T: Decode + Default>(&self, key: &str, decoder: &mut Decoder<'_>) -> Option<T> {
        Some(self.get(key).and_then(|node| T::decode(node, decoder)).unwrap_or_default())
    }

    fn get(&self, key: &str) -> Option<&'n Node> {
        self.members.iter().find(|member| member.key == key).map(|member| &member.node)
    }
}

fn unknown_field(
    member: &Member,
    members: &[Member],
    title: &str,
    known: &[&str],
    decoder: &mut Decoder<'_>,
) {
    let key = &member.key;
    // A field that is there already would stand there twice.
    let free = known.iter().copied().filter(|known| members.iter().all(|own| own.key != *known));
    let help = match nearest(key, free) {
        Some(near) => message!("\"{near}\" 아닙니까?", "did you mean `{near}`?"),
        None => {
            let all = known.join(", ");
            message!("쓸 수 있는 항목: {all}", "known fields: {all}")
        }
    };
    let key = quoted(key);
    decoder.error(
        Form::UnknownField,
        member.key_span,
        message!("‘{title}’에는 \"{key}\" 항목이 없습니다", "unknown field `{key}`"),
        Some(help),
    );
}
