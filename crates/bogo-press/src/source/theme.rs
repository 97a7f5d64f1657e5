//! The theme as Typst code: its tokens as Typst's own values, and the chains of
//! faces in its roles. Templates import both through `templates/tokens.typ`.

use std::fmt::{self, Display};

use bogo_model::theme::{Length, Value};
use serde_json::Value as Json;

use super::writer::Quoted;
use crate::chains::{Fallbacks, Link};

/// The code that says what the theme is. `own` are the families that the edition
/// brings along.
pub(super) fn code(theme: &Json, fallbacks: &Fallbacks, own: &[String]) -> String {
    let roles = theme["faces"].as_object().into_iter().flatten();
    let faces = roles.filter_map(|(role, family)| {
        let chain = fallbacks.behind(family.as_str()?, own).map(|link| Family(link).to_string());
        Some((role.as_str(), array(chain)))
    });
    let (faces, tokens) = (dictionary(faces), value(theme));
    let marks = Quoted(&fallbacks.marks);
    format!("#let faces = {faces}\n#let tone-marks = {marks}\n#let tokens = {tokens}\n")
}

/// A family in a chain.
struct Family<'f>(Link<'f>);

impl Display for Family<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            (name, None) => Quoted(name).fmt(f),
            (name, Some(help)) => {
                let (name, covers) = (Quoted(name), Quoted(help.covers.as_str()));
                write!(f, "(name: {name}, covers: regex({covers}))")
            }
        }
    }
}

/// A value of the theme: a length, a colour, a word, a number, or several.
fn value(json: &Json) -> String {
    match json {
        Json::Object(entries) => {
            dictionary(entries.iter().map(|(name, inner)| (name.as_str(), value(inner))))
        }
        Json::Array(values) => array(values.iter().map(value)),
        Json::String(text) => match Value::of(text) {
            Value::Length(Length { number, unit }) => format!("{number}{unit}"),
            Value::Colour => format!("rgb({})", Quoted(text)),
            Value::Word => Quoted(text).to_string(),
        },
        Json::Null => "none".to_owned(),
        Json::Bool(_) | Json::Number(_) => json.to_string(),
    }
}

fn array(values: impl Iterator<Item = String>) -> String {
    let values: String = values.map(|value| format!("{value}, ")).collect();
    format!("({values})")
}

fn dictionary<'n>(entries: impl Iterator<Item = (&'n str, String)>) -> String {
    let entries: String =
        entries.map(|(name, value)| format!("{}: {value},\n", Quoted(name))).collect();
    if entries.is_empty() { "(:)".to_owned() } else { format!("(\n{entries})") }
}
