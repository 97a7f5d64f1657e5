//! Texts that a PDF holds as strings beside its pages: what is read out in
//! place of a picture, bookmarks, the properties of the document.

use super::context::Context;
use crate::diagnostic::Form;
use crate::edition::RichText;
use crate::json::{Span, Spanned};
use crate::korean::GLUE;
use crate::message;

/// The most characters of such a text, as UTF-16 counts them. A string of
/// PDF/A has 32,767 bytes, and the exporter counts those of UTF-8, three for a
/// syllable; what is left is for numbers, for the period among the keywords
/// and for the notice that a report is not final.
pub(super) const LONGEST_STRING: usize = 10_600;

impl Context<'_> {
    /// Words that are read out and not printed, and gives them back.
    pub(super) fn heard(&mut self, words: &Spanned<String>) -> String {
        self.check_string(&words.value, words.span);
        words.value.clone()
    }

    /// A text that is a bookmark behind its number, and gives it back.
    pub(super) fn bookmark(&mut self, number: &str, text: RichText, span: Span) -> RichText {
        self.check_string(format!("{number} {}", text.plain()).trim_start(), span);
        text
    }

    /// Words on one line, for the properties of the document.
    pub(super) fn property(&mut self, text: &RichText, span: Span) -> String {
        let words = one_line(&text.plain());
        self.check_string(&words, span);
        words
    }

    /// Reports a text that is too long to be a string of a PDF.
    pub(super) fn check_string(&mut self, text: &str, span: Span) {
        if !is_too_long(text) {
            return;
        }
        let length = text.encode_utf16().count();
        let message = message!(
            "글이 {length}자로 너무 깁니다(최대 {LONGEST_STRING}자)",
            "the text has {length} characters; a PDF holds {LONGEST_STRING} here"
        );
        let help = message!(
            "대체 텍스트, 제목, 책갈피가 되는 글은 PDF에 다 들어가지 않습니다. 줄이거나 본문으로 옮기십시오.",
            "alternative texts, titles and what becomes a bookmark have no more room in a PDF; shorten it, or say it in the body"
        );
        self.error(Form::LongText, span, message, Some(help));
    }
}

/// Whether a text is too long to be a string of a PDF.
pub(super) fn is_too_long(text: &str) -> bool {
    // Most are far shorter, in bytes, too.
    text.len() > LONGEST_STRING && text.encode_utf16().count() > LONGEST_STRING
}

/// A text without the breaks that its lines have on paper.
pub(super) fn one_line(text: &str) -> String {
    let words = text.replace(GLUE, " ");
    words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
