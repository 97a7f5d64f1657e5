//! Texts: a string, or pieces of which some are set off.

use bogo_model::edition::{Look, RichText, Run};
use serde_json::Value as Json;

/// A text. Pieces that look alike are one, wherever they come from.
pub(super) fn text(text: &RichText) -> Json {
    let mut alike = text.runs.chunk_by(|one, other| one.look == other.look);
    match (alike.next(), alike.next()) {
        (None, _) => Json::from(""),
        (Some(plain), None) if plain[0].look == Look::Plain => words(plain).into(),
        _ => text.runs.chunk_by(|one, other| one.look == other.look).map(run).collect(),
    }
}

/// Pieces that look alike.
fn run(alike: &[Run]) -> Json {
    let words = words(alike);
    match alike[0].look {
        Look::Plain => words.into(),
        Look::Strong => object! { "strong": words },
        Look::Accent => object! { "accent": words },
    }
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
