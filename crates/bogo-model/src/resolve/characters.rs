//! Characters that cannot be printed.

use super::context::Context;
use super::private_use::{Origin, is_private, looks_like, origin};
use crate::diagnostic::{Diagnostic, Edit, Fix, Message};
use crate::json::{Span, Spanned};
use crate::message;

/// Why a character is no part of a text that others are to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Tab,
    Control,
    Invisible,
    /// U+FFFD, which stands where a character was lost.
    Lost,
    /// A code that is no character by definition, such as U+FFFE.
    NoCharacter,
    Private,
    /// There is no glyph for it.
    NoGlyph,
}

impl Fault {
    /// What is wrong with a character whatever faces there are.
    fn of(character: char) -> Option<Self> {
        let code = u32::from(character);
        match character {
            '\n' => None,
            '\t' => Some(Self::Tab),
            '\u{fffd}' => Some(Self::Lost),
            '\u{fdd0}'..='\u{fdef}' => Some(Self::NoCharacter),
            _ if code & 0xFFFE == 0xFFFE => Some(Self::NoCharacter),
            _ if character.is_control() => Some(Self::Control),
            // Some fonts have glyphs for what leaves no mark; it still spoils
            // searching and copying.
            _ if is_invisible(character) => Some(Self::Invisible),
            _ if is_private(character) => Some(Self::Private),
            _ => None,
        }
    }
}

/// Whether a character says something to a reader. No private character does,
/// whatever a font draws for it: the text of a PDF would hold a code that
/// nobody can read or search for, and PDF/A forbids it. Nor does the mark of
/// a lost character, or a code that is none.
pub fn is_readable(character: char) -> bool {
    !matches!(Fault::of(character), Some(Fault::Private | Fault::Lost | Fault::NoCharacter))
}

impl Context<'_> {
    /// Reports every character of a printed text that no font has, once each.
    pub(super) fn check_characters(&mut self, text: &str, span: Span) {
        let covers = self.facts.covers;
        self.report_characters(text, span, |character| {
            let missing = character != '\n' && !covers(character);
            Fault::of(character).or(missing.then_some(Fault::NoGlyph))
        });
    }

    /// Reports every character that says nothing in a text that is read out
    /// and not printed, once each.
    pub(super) fn check_unprinted(&mut self, text: &str, span: Span) {
        self.report_characters(text, span, Fault::of);
    }

    /// Checks words that are printed as they are, and gives them back.
    pub(super) fn words(&mut self, words: &Spanned<String>) -> String {
        self.check_characters(&words.value, words.span);
        words.value.clone()
    }

    fn report_characters(&mut self, text: &str, span: Span, fault: impl Fn(char) -> Option<Fault>) {
        let mut seen = Vec::new();
        for character in text.chars() {
            if let Some(fault) = fault(character)
                && !seen.contains(&character)
            {
                seen.push(character);
                self.report_character(character, fault, span);
            }
        }
    }

    fn report_character(&mut self, character: char, fault: Fault, span: Span) {
        let documents = &self.manuscript.documents;
        let places = documents.places_of(span, character);
        let place = documents.place(places.first().copied().unwrap_or(span));
        let sign = match fault {
            Fault::Private | Fault::NoGlyph => looks_like(character),
            _ => None,
        };
        let sign = sign.filter(|sign| sign.chars().all(self.facts.covers));
        let help = match &sign {
            Some(sign) => instead(sign),
            None => remedy(character, fault),
        };
        let diagnostic =
            Diagnostic::error("no-glyph", place, said(character, fault)).with_help(help);
        // Every place at once, so that one change mends the whole finding.
        let edit = |place: &Span| Edit {
            file: documents.get(place.file).path.clone(),
            range: place.start as usize..place.end as usize,
            text: sign.clone().unwrap_or_default(),
        };
        let edits: Vec<Edit> = places.iter().map(edit).collect();
        self.report_finding(match sign.is_some() && !edits.is_empty() {
            true => diagnostic.with_fix(Fix { edits }),
            false => diagnostic,
        });
    }
}

/// What is wrong with a character.
fn said(character: char, fault: Fault) -> Message {
    let code = u32::from(character);
    match fault {
        Fault::Tab => {
            message!("글 안에 탭(U+0009)이 있습니다", "there is a tab (U+0009) in a text")
        }
        Fault::Control => message!(
            "글 안에 보이지 않는 제어 문자 U+{code:04X}가 있습니다",
            "there is an invisible control character U+{code:04X} in a text"
        ),
        Fault::Invisible => message!(
            "글 안에 보이지 않는 글자 U+{code:04X}가 있습니다",
            "there is an invisible character U+{code:04X} in a text"
        ),
        Fault::Lost => message!(
            "글 안에 깨진 글자 �(U+FFFD)가 있습니다",
            "there is a lost character � (U+FFFD) in a text"
        ),
        Fault::NoCharacter => message!(
            "글 안에 글자가 아닌 코드 U+{code:04X}가 있습니다",
            "there is a code that is no character, U+{code:04X}, in a text"
        ),
        Fault::Private => message!(
            "글 안에 개인용 글자 U+{code:04X}가 있습니다",
            "there is a private-use character U+{code:04X} in a text"
        ),
        Fault::NoGlyph => message!(
            "글자 ‘{character}’(U+{code:04X})가 어느 글꼴에도 없습니다",
            "no font has the character `{character}` (U+{code:04X})"
        ),
    }
}

/// What to write for a sign of a word processor's own.
fn instead(sign: &str) -> Message {
    message!(
        "한글이나 Word에서만 보이는 글자로, ‘{sign}’인 듯합니다. 글머리표라면 지우고(기호는 저절로 붙음), 아니면 {sign}로 바꾸십시오.",
        "only a word processor has this character, where it most likely looks like {sign}; delete it if it is a bullet, write {sign} otherwise"
    )
}

/// What to do about a character of which nobody knows what it was.
fn remedy(character: char, fault: Fault) -> Message {
    match fault {
        Fault::Tab => message!("빈칸으로 바꾸십시오.", "replace it by a space"),
        Fault::Control | Fault::Invisible => message!(
            "지우십시오. 웹이나 한글에서 붙여 넣을 때 따라온 글자입니다.",
            "delete it; it came along when the text was pasted"
        ),
        Fault::Lost => message!(
            "CP949처럼 다른 인코딩으로 저장된 글을 잘못 읽어 원래 글자를 잃은 자리입니다. 원본을 보고 다시 쓰십시오.",
            "a character was lost here when text in another encoding was read; type it again from the original"
        ),
        Fault::NoCharacter => message!(
            "지우십시오. 프로그램이 잘못 넣은 코드입니다.",
            "delete it; a program put it there by mistake"
        ),
        Fault::Private if origin(character) == Origin::OldHangul => message!(
            "예전 한글의 옛한글 글자인 듯합니다. 한글 2010 이후에서 옛한글(첫가끝)로 다시 입력해 붙여 넣으십시오.",
            "it seems to be old Hangul as it was coded before Unicode had it; type it in conjoining letters"
        ),
        Fault::Private => message!(
            "한글 프로그램에서만 보이는 글자입니다. 글머리표라면 지우고(기호는 저절로 붙음), 아니면 □ ○ ◦ ▪ ※ 같은 글자로 바꾸십시오.",
            "only a word processor has this character; delete it if it is a bullet, use □ ○ ◦ ▪ ※ or the like otherwise"
        ),
        Fault::NoGlyph if matches!(character, '\u{1f000}'..='\u{1faff}') => message!(
            "그림 글자는 찍을 수 없습니다. 낱말로 바꾸거나 지우십시오.",
            "pictographs cannot be printed; use a word instead"
        ),
        Fault::NoGlyph => message!(
            "다른 글자로 바꾸거나, 이 글자가 든 글꼴을 보고서 폴더의 fonts/ 폴더에 넣으십시오.",
            "use another character, or put a font that has it into the edition's fonts/ folder"
        ),
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
