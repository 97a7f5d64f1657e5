//! Texts: a string, or pieces of which some are set off.

use bogo_model::edition::{Look, RichText, Run};
use serde_json::{Value as Json, json};

/// A text. Pieces that look alike are one, wherever they come from.
pub(super) fn text(text: &RichText) -> Json {
    let alike: Vec<&[Run]> = text.runs.chunk_by(|one, other| one.look == other.look).collect();
    match alike.as_slice() {
        [] => json!(""),
        [plain] if plain[0].look == Look::Plain => json!(words(plain)),
        pieces => pieces.iter().map(|piece| run(piece)).collect(),
    }
}

/// Pieces that look alike.
fn run(alike: &[Run]) -> Json {
    let words = words(alike);
    match alike[0].look {
        Look::Plain => json!(words),
        Look::Strong => json!({ "strong": words }),
        Look::Accent => json!({ "accent": words }),
    }
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
