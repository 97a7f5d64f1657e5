//! Paragraphs of a face in which each kind of character has its width.

mod properties;
mod rules;

use super::characters::cluster_length;
use super::*;

/// What the usual theme allows.
pub(super) const LIMITS: Limits = Limits {
    tightest_tracking: -0.05,
    loosest_tracking: 0.02,
    tightest_space: 0.8,
    loosest_space: 1.15,
};

pub(super) const FACE: Face<'static> = Face { family: "Face", bold: false, tracking: 0.0 };

/// A face without kerning, in which bold is a tenth wider.
pub(super) struct Fixed;

impl Measure for Fixed {
    fn advance(&self, text: &str, _: &str, bold: bool) -> Advance {
        assert!(!text.contains('\n'), "a line break is measured");
        let (mut advance, mut rest) = (Advance::default(), text);
        while !rest.is_empty() {
            let (one, others) = rest.split_at(cluster_length(rest));
            let width = one.chars().next().map_or(0.0, width);
            advance.ems += if bold { 1.1 * width } else { width };
            advance.glyphs += 1;
            rest = others;
        }
        advance
    }
}

/// The width of a character in ems.
fn width(character: char) -> f64 {
    match character {
        ' ' | '\u{a0}' => 0.3,
        '0'..='9' => 0.54,
        'a'..='z' => 0.5,
        'A'..='Z' => 0.65,
        ',' | '.' | ':' | '·' | '‘' | '’' => 0.28,
        '(' | ')' | '[' | ']' | '/' | '-' => 0.35,
        _ => 0.95,
    }
}

/// A room of so many ems, without a badge.
pub(super) fn room(ems: f64, form: Form) -> Room {
    Room { ems, lead: 0.0, form, least_scale: 0.8 }
}

pub(super) fn paragraph(text: &str) -> Paragraph {
    Paragraph::new(&[Piece { text, bold: false }], FACE, &Fixed)
}

/// The characters of each line.
pub(super) fn cut<'t>(text: &'t str, lines: &Lines) -> Vec<&'t str> {
    let mut from = 0;
    let mut cut = Vec::new();
    for end in &lines.ends {
        cut.push(&text[from..end.at]);
        from = end.at + end.gap;
    }
    cut.push(&text[from..]);
    cut
}

/// The lines of a text in a room, with `|` between them.
pub(super) fn set(text: &str, ems: f64, form: Form) -> String {
    cut(text, &paragraph(text).lines(&room(ems, form))).join("|")
}
