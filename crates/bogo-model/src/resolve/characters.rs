//! Characters that cannot be printed.

use super::context::Context;
use crate::diagnostic::Diagnostic;
use crate::json::{Span, Spanned};
use crate::message;

impl Context<'_> {
    /// Reports every character of a printed text that no font has, once each.
    pub(super) fn check_characters(&mut self, text: &str, span: Span) {
        let mut seen = Vec::new();
        for character in text.chars() {
            // Some fonts have glyphs for what leaves no mark; it still spoils
            // searching and copying.
            let visible = !character.is_control() && !is_invisible(character);
            let printable = character == '\n' || visible && (self.facts.covers)(character);
            if !printable && !seen.contains(&character) {
                seen.push(character);
                self.report_character(character, span);
            }
        }
    }

    /// Checks words that are printed as they are, and gives them back.
    pub(super) fn words(&mut self, words: &Spanned<String>) -> String {
        self.check_characters(&words.value, words.span);
        words.value.clone()
    }

    fn report_character(&mut self, character: char, span: Span) {
        let code = u32::from(character);
        let place = self.manuscript.documents.place_of_char(span, character);
        let message = match character {
            '\t' => message!("글 안에 탭(U+0009)이 있습니다", "there is a tab (U+0009) in a text"),
            _ if character.is_control() => message!(
                "글 안에 보이지 않는 제어 문자 U+{code:04X}가 있습니다",
                "there is an invisible control character U+{code:04X} in a text"
            ),
            _ if is_invisible(character) => message!(
                "글 안에 보이지 않는 글자 U+{code:04X}가 있습니다",
                "there is an invisible character U+{code:04X} in a text"
            ),
            '\u{e000}'..='\u{f8ff}' => message!(
                "글 안에 개인용 글자 U+{code:04X}가 있습니다",
                "there is a private-use character U+{code:04X} in a text"
            ),
            _ => message!(
                "글자 ‘{character}’(U+{code:04X})가 어느 글꼴에도 없습니다",
                "no font has the character `{character}` (U+{code:04X})"
            ),
        };
        let help = match character {
            '\t' => message!("빈칸으로 바꾸십시오.", "replace it by a space"),
            _ if character.is_control() || is_invisible(character) => {
                message!(
                    "지우십시오. 웹이나 한글에서 붙여 넣을 때 따라온 글자입니다.",
                    "delete it; it came along when the text was pasted"
                )
            }
            '\u{e000}'..='\u{f8ff}' => message!(
                "한글 프로그램에서만 보이는 글자입니다. 글머리표라면 지우고(기호는 저절로 붙음), 아니면 □ ○ ◦ ▪ ※ 같은 글자로 바꾸십시오.",
                "only a word processor has this character; delete it if it is a bullet, use □ ○ ◦ ▪ ※ or the like otherwise"
            ),
            '\u{1f000}'..='\u{1faff}' => message!(
                "그림 글자는 찍을 수 없습니다. 낱말로 바꾸거나 지우십시오.",
                "pictographs cannot be printed; use a word instead"
            ),
            _ => message!(
                "다른 글자로 바꾸거나, 이 글자가 든 글꼴을 보고서 폴더의 fonts/ 폴더에 넣으십시오.",
                "use another character, or put a font that has it into the edition's fonts/ folder"
            ),
        };
        self.report_finding(Diagnostic::error("no-glyph", place, message).with_help(help));
    }
}

/// Whether a character leaves no mark: joiners, spaces of no width, direction
/// marks and variation selectors.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{2800}' | '\u{3164}' | '\u{fffc}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
    )
}
