//! What a PDF writes where, read back from its content streams.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// Some characters that are written at once.
pub(crate) struct Run {
    pub(crate) words: String,
    /// Where they begin, in points from the left and the lower edge.
    pub(crate) at: (f64, f64),
    /// The size of their type, as it is seen.
    pub(crate) size: f64,
}

/// A transformation of points, as PDF writes it.
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// What comes of one transformation and then another.
fn then(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = second;
    [
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    ]
}

/// All that each page of a PDF writes, in order.
pub(crate) fn runs(bytes: &[u8]) -> Vec<Vec<Run>> {
    let document = Document::load_mem(bytes).expect("a PDF");
    document.page_iter().map(|page| runs_of(&document, page)).collect()
}

fn runs_of(document: &Document, page: ObjectId) -> Vec<Run> {
    let fonts = document.get_page_fonts(page).expect("fonts");
    let encodings: BTreeMap<&[u8], _> = fonts
        .iter()
        .map(|(name, font): (&Vec<u8>, &&Dictionary)| {
            (name.as_slice(), font.get_font_encoding(document).expect("an encoding"))
        })
        .collect();
    let content = document.get_and_decode_page_content(page).expect("a page");
    let (mut runs, mut kept) = (Vec::new(), Vec::new());
    let (mut page_matrix, mut text_matrix) = (IDENTITY, IDENTITY);
    let mut font = None;
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "q" => kept.push(page_matrix),
            "Q" => page_matrix = kept.pop().expect("a state"),
            "cm" => page_matrix = then(matrix(operands), page_matrix),
            "BT" => text_matrix = IDENTITY,
            "Tm" => text_matrix = matrix(operands),
            "Tf" => {
                let name = operands[0].as_name().expect("a font");
                font = Some((name, number(&operands[1])));
            }
            "Tj" | "TJ" => {
                let (name, size) = font.expect("a font");
                let whole = then(text_matrix, page_matrix);
                let mut words = String::new();
                spell(&encodings[name], operands, &mut words);
                let size = size * whole[2].hypot(whole[3]);
                runs.push(Run { words, at: (whole[4], whole[5]), size });
            }
            _ => {}
        }
    }
    runs
}

fn spell(encoding: &lopdf::Encoding<'_>, operands: &[Object], words: &mut String) {
    for operand in operands {
        match operand {
            Object::String(bytes, _) => {
                words.push_str(&Document::decode_text(encoding, bytes).expect("text"));
            }
            Object::Array(inner) => spell(encoding, inner, words),
            _ => {}
        }
    }
}

fn matrix(operands: &[Object]) -> Matrix {
    let mut matrix = IDENTITY;
    for (own, operand) in matrix.iter_mut().zip(operands) {
        *own = number(operand);
    }
    matrix
}

fn number(object: &Object) -> f64 {
    f64::from(object.as_float().expect("a number"))
}
