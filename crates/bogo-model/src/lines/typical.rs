//! What characters measure in the mean, for whoever has no faces: tests.

use super::{Advance, Measure};

/// Characters as wide as they are in the mean of the usual faces.
#[derive(Debug, Clone, Copy)]
pub struct TypicalWidths;

impl Measure for TypicalWidths {
    fn advance(&self, text: &str, _: &str, _: bool) -> Advance {
        let ems = text.chars().map(width).sum();
        let glyphs = text.chars().filter(|character| width(*character) > 0.0).count();
        Advance { ems, glyphs }
    }
}

fn width(character: char) -> f64 {
    match character {
        ' ' | '\u{a0}' | '.' | ',' | '\'' | '’' | '‘' | ':' | '·' | '|' | 'i' | 'l' => 0.3,
        '(' | ')' | '[' | ']' | '-' | '/' => 0.37,
        '0'..='9' | 'a'..='z' | '~' => 0.56,
        ' '..='~' => 0.72,
        '\u{300}'..='\u{36f}' | '\u{302a}'..='\u{302f}' => 0.0,
        _ => 0.95,
    }
}
