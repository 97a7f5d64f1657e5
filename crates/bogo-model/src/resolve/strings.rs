//! Texts that a PDF holds as strings beside its pages: what is read out in
//! place of a picture, bookmarks, the properties of the document.

use super::found::{Found, Notes};
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

/// Words that are read out and not printed.
pub(super) fn heard(words: &Spanned<String>) -> Found<String> {
    string(words.value.clone(), words.span)
}

/// A text that is a bookmark behind its number.
pub(super) fn bookmark(number: &str, text: RichText, span: Span) -> Found<RichText> {
    string(format!("{number} {}", text.plain()).trim_start().to_owned(), span).map(|_| text)
}

/// Words on one line, for the properties of the document.
pub(super) fn property(text: &RichText, span: Span) -> Found<String> {
    string(one_line(&text.plain()), span)
}

/// A text that a PDF holds as a string. One that is too long is reported.
pub(super) fn string(text: String, span: Span) -> Found<String> {
    let mut notes = Notes::default();
    if is_too_long(&text) {
        let length = text.encode_utf16().count();
        let message = message!(
            "글이 {length}자로 너무 깁니다(최대 {LONGEST_STRING}자)",
            "the text has {length} characters; a PDF holds {LONGEST_STRING} here"
        );
        let help = message!(
            "대체 텍스트, 제목, 책갈피가 되는 글은 PDF에 다 들어가지 않습니다. 줄이거나 본문으로 옮기십시오.",
            "alternative texts, titles and what becomes a bookmark have no more room in a PDF; shorten it, or say it in the body"
        );
        notes.error(Form::LongText, span, message, Some(help));
    }
    notes.with(text)
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
