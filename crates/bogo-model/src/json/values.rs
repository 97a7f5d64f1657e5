//! The values that JSON has: strings, numbers within bounds, lists.

use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use super::decode::{Decode, Decoder, Expected, Spanned};
use super::document::{Node, Span, Value};
use super::schema::Schemas;
use crate::diagnostic::{Form, Message};
use crate::korean::numbers::{is_within_bounds, number_said};
use crate::message;
use crate::quoting::quoted;

impl Decode for String {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Text(text) => Some(text.clone()),
            _ => decoder.wrong_type(node, Expected::Text),
        }
    }

    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "string" })
    }
}

impl Decode for bool {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        match &node.value {
            Value::Bool(value) => Some(*value),
            _ => decoder.wrong_type(node, Expected::Truth),
        }
    }

    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "boolean" })
    }
}

/// Reads the spelling of a number, telling how to write one that is text, if
/// what it says `fits` the place.
fn number_literal<'n>(
    node: &'n Node,
    fits: impl Fn(&str) -> bool,
    decoder: &mut Decoder<'_>,
) -> Option<&'n str> {
    let text = match &node.value {
        Value::Number(literal) => return Some(literal),
        Value::Text(text) => text,
        _ => return decoder.wrong_type(node, Expected::Number),
    };
    let number = number_said(text).filter(|number| fits(number));
    let help = number.is_none().then(|| no_number(text.trim()));
    let text = quoted(text);
    match number {
        Some(number) => decoder.error(
            Form::NumberAsText,
            node.span,
            message!(
                "숫자를 글로 적었습니다: \"{text}\"",
                "a number is written as text: \"{text}\""
            ),
            Some(message!(
                "따옴표와 쉼표를 빼고 쓰십시오: {number} (천 단위 쉼표는 저절로 찍힙니다)",
                "write {number} without quotes and commas; separators are printed by themselves"
            )),
        ),
        None => decoder.error(
            Form::WrongType,
            node.span,
            message!(
                "숫자가 와야 하는데 글입니다: \"{text}\"",
                "expected a number, found the text \"{text}\""
            ),
            help,
        ),
    }
    None
}

/// What to do about a text that is more, or less, than one number: no part of
/// it is taken for what was meant.
fn no_number(text: &str) -> Message {
    let has = |what: fn(char) -> bool| text.contains(what);
    if text.is_empty() {
        return message!("수를 쓰십시오.", "write a number");
    }
    if has(|c| c.is_ascii_digit()) && has(char::is_alphabetic) || text.ends_with('%') {
        return message!(
            "이 자리의 단위로 바꾼 수 하나만 따옴표 없이 쓰십시오. 단위와 다른 말은 여기에 쓰지 않습니다.",
            "write one number without quotes, in the unit of this place, and no unit or other word"
        );
    }
    message!(
        "수 하나만 따옴표와 쉼표 없이 쓰십시오: 1234, -5, 12.5",
        "write one number without quotes and commas: 1234, -5, 12.5"
    )
}

impl Decode for Decimal {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let read = |literal: &str| Self::from_str_exact(literal).ok().filter(is_within_bounds);
        let literal = number_literal(node, |literal| read(literal).is_some(), decoder)?;
        let parsed = read(literal);
        if parsed.is_none() {
            decoder.error(
                Form::NumberRange,
                node.span,
                message!(
                    "다룰 수 없는 숫자입니다: {literal}",
                    "this number cannot be handled: {literal}"
                ),
                Some(message!(
                    "지수(e) 없이 정수 18자리, 소수 9자리까지 쓸 수 있습니다.",
                    "up to 18 digits before the point and 9 behind, without an exponent"
                )),
            );
        }
        parsed
    }

    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "number" })
    }
}

impl Decode for u32 {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        Whole::<0, { Self::MAX }>::decode(node, decoder).map(Whole::get)
    }

    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "integer", "minimum": 0 })
    }
}

/// Reports a number that is not whole, or not within a range.
fn out_of_range(span: Span, literal: &str, (least, most): (u32, u32), decoder: &mut Decoder<'_>) {
    let message = message!(
        "{least}에서 {most}까지의 정수여야 합니다: {literal}",
        "this must be a whole number from {least} to {most}: {literal}"
    );
    let help = match literal.contains(['.', 'e', 'E']) {
        true => message!(
            "소수점과 지수 없이 정수로 쓰십시오.",
            "write a whole number, without a point or an exponent"
        ),
        false => message!("그 안의 수로 고치십시오.", "write a number within the range"),
    };
    decoder.error(Form::NumberRange, span, message, Some(help));
}

/// A whole number between two others, which may be either of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole<const LEAST: u32, const MOST: u32>(u32);

impl<const LEAST: u32, const MOST: u32> Whole<LEAST, MOST> {
    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl<const LEAST: u32, const MOST: u32> Decode for Whole<LEAST, MOST> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let read = |literal: &str| {
            literal.parse().ok().filter(|number: &u32| (LEAST..=MOST).contains(number))
        };
        let literal = number_literal(node, |literal| read(literal).is_some(), decoder)?;
        let number = read(literal);
        if number.is_none() {
            out_of_range(node.span, literal, (LEAST, MOST), decoder);
        }
        number.map(Self)
    }

    fn schema(_: &mut Schemas) -> Json {
        json!({ "type": "integer", "minimum": LEAST, "maximum": MOST })
    }
}

impl<T: Decode> Decode for Spanned<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        T::decode(node, decoder).map(|value| Self { value, span: node.span })
    }

    fn schema(schemas: &mut Schemas) -> Json {
        T::schema(schemas)
    }
}

/// All elements are read, so that everything wrong in them is reported. A list
/// of which one is wrong is wrong, unless its elements can be left out.
impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        let Value::List(elements) = &node.value else {
            return decoder.wrong_type(node, Expected::List);
        };
        let decoded: Vec<Option<T>> =
            elements.iter().map(|element| T::decode(element, decoder)).collect();
        if T::CAN_BE_LEFT_OUT {
            return Some(decoded.into_iter().flatten().collect());
        }
        decoded.into_iter().collect()
    }

    fn schema(schemas: &mut Schemas) -> Json {
        json!({ "type": "array", "items": T::schema(schemas) })
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(node: &Node, decoder: &mut Decoder<'_>) -> Option<Self> {
        T::decode(node, decoder).map(Self::new)
    }

    fn schema(schemas: &mut Schemas) -> Json {
        T::schema(schemas)
    }
}
