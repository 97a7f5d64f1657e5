//! How PDF is written: its tokens, and its dictionaries.
//!
//! Everything is read as the bytes that it is written with and handed on so;
//! what is not to be changed is never understood. Objects, and what paints a
//! page, are written in the same tokens (ISO 32000-1, 7.2 and 7.8.2).

use std::borrow::Cow;
use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A number: `12`, `-.5`.
    Number,
    /// A name with its slash: `/Font`.
    Name,
    /// A string with what is around it: `(a\)b)`, `<FEFF>`.
    String,
    /// `[` or `<<`.
    Opening,
    /// `]` or `>>`.
    Closing,
    /// An operator, `true`, `R`, or whatever else stands there.
    Word,
}

/// A token: what it is, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub kind: Kind,
    pub range: Range<usize>,
}

/// The tokens of a text, in order; what stands between them is space and
/// comments. Any bytes can be read: what is not closed goes to the end, and
/// what has no meaning is a word.
#[derive(Clone)]
pub(crate) struct Tokens<'p> {
    text: &'p [u8],
    at: usize,
}

impl<'p> Tokens<'p> {
    /// The tokens of a text from a place on.
    pub(crate) fn from(text: &'p [u8], at: usize) -> Self {
        Self { text, at }
    }

    /// Where reading goes on.
    pub(crate) fn place(&self) -> usize {
        self.at
    }

    /// The next whole value, from its first token to its last: a number, an
    /// array with all that it holds, a reference to an object (`12 0 R`).
    /// `None` at the end, and before what closes something around it.
    pub(crate) fn value(&mut self) -> Option<Range<usize>> {
        let first = self.next()?;
        let mut depth = match first.kind {
            Kind::Closing => return None,
            Kind::Opening => 1,
            Kind::Number => return Some(first.range.start..self.end_of_number(&first)),
            _ => 0,
        };
        let mut end = first.range.end;
        while depth > 0 {
            let token = self.next()?;
            match token.kind {
                Kind::Opening => depth += 1,
                Kind::Closing => depth -= 1,
                _ => {}
            }
            end = token.range.end;
        }
        Some(first.range.start..end)
    }

    /// Where a number ends, or the reference that it begins.
    fn end_of_number(&mut self, number: &Token) -> usize {
        let mut ahead = self.clone();
        if let (Some(generation), Some(word)) = (ahead.next(), ahead.next())
            && generation.kind == Kind::Number
            && &self.text[word.range.clone()] == b"R"
        {
            *self = ahead;
            return word.range.end;
        }
        number.range.end
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'%' => {
                    let rest = &self.text[self.at..];
                    let line = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
                    self.at += line.unwrap_or(rest.len());
                }
                byte if is_space(*byte) => self.at += 1,
                _ => return,
            }
        }
    }

    /// How long the string is that begins here in brackets. A backslash takes
    /// away the meaning of what follows it.
    fn length_of_string(rest: &[u8]) -> usize {
        let (mut depth, mut at) = (0, 0);
        while let Some(byte) = rest.get(at) {
            at += 1;
            match byte {
                b'\\' => at += 1,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        at.min(rest.len())
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.skip_space();
        let rest = self.text.get(self.at..)?;
        let regular = |from: &[u8]| from.iter().take_while(|byte| is_regular(**byte)).count();
        let (kind, length) = match rest {
            [] => return None,
            [b'<', b'<', ..] => (Kind::Opening, 2),
            [b'>', b'>', ..] => (Kind::Closing, 2),
            [b'[', ..] => (Kind::Opening, 1),
            [b']', ..] => (Kind::Closing, 1),
            [b'(', ..] => (Kind::String, Self::length_of_string(rest)),
            [b'<', ..] => {
                let end = rest.iter().position(|byte| *byte == b'>');
                (Kind::String, end.map_or(rest.len(), |end| end + 1))
            }
            [b'/', name @ ..] => (Kind::Name, 1 + regular(name)),
            [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => (Kind::Number, regular(rest)),
            _ => (Kind::Word, regular(rest).max(1)),
        };
        let range = self.at..self.at + length;
        self.at = range.end;
        Some(Token { kind, range })
    }
}

/// Whether a byte only sets tokens apart.
pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte)
        && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// A dictionary: keys with their slash, and values, as they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Dictionary<'p> {
    entries: Vec<(&'p [u8], Cow<'p, [u8]>)>,
}

impl<'p> Dictionary<'p> {
    /// Reads the dictionary with which an object begins, and what stands
    /// behind it. `None` if it begins with something else.
    pub(crate) fn read(text: &'p [u8]) -> Option<(Self, &'p [u8])> {
        let mut tokens = Tokens::from(text, 0);
        if text.get(tokens.next()?.range)? != b"<<" {
            return None;
        }
        let own = Self::of(&mut tokens, text, true)?;
        text.get(tokens.place()..).map(|rest| (own, rest))
    }

    /// Reads keys and values without what is around them.
    pub(crate) fn entries(text: &'p [u8]) -> Option<Self> {
        Self::of(&mut Tokens::from(text, 0), text, false)
    }

    /// Reads keys and values up to what closes them, or else to the end.
    fn of(tokens: &mut Tokens<'p>, text: &'p [u8], is_enclosed: bool) -> Option<Self> {
        let mut entries = Vec::new();
        loop {
            let key = match tokens.next() {
                Some(Token { kind: Kind::Name, range }) => &text[range],
                Some(Token { kind: Kind::Closing, .. }) if is_enclosed => break,
                None if !is_enclosed => break,
                _ => return None,
            };
            entries.push((key, Cow::Borrowed(&text[tokens.value()?])));
        }
        Some(Self { entries })
    }

    /// Keys and values in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'p [u8], &[u8])> {
        self.entries.iter().map(|(key, value)| (*key, value.as_ref()))
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&[u8]> {
        self.iter().find(|(own, _)| *own == key.as_bytes()).map(|(_, value)| value)
    }

    /// Gives a key a value, in place of the one that it has.
    pub(crate) fn set(&mut self, key: &'static str, value: impl Into<Vec<u8>>) {
        let value = Cow::Owned(value.into());
        match self.entries.iter_mut().find(|(own, _)| *own == key.as_bytes()) {
            Some(entry) => entry.1 = value,
            None => self.entries.push((key.as_bytes(), value)),
        }
    }

    /// Takes away the entries that are not to be kept.
    pub(crate) fn retain(&mut self, is_kept: impl Fn(&[u8], &[u8]) -> bool) {
        self.entries.retain(|(key, value)| is_kept(key, value));
    }

    /// The dictionary as it is written.
    pub(crate) fn written(&self) -> Vec<u8> {
        let mut out = b"<<".to_vec();
        for (key, value) in self.iter() {
            out.extend_from_slice(key);
            if value.first().copied().is_some_and(is_regular) {
                out.push(b' ');
            }
            out.extend_from_slice(value);
        }
        out.extend_from_slice(b">>");
        out
    }
}

/// The values of an array; `None` for something else.
pub(crate) fn array(text: &[u8]) -> Option<Vec<&[u8]>> {
    let inner = text.strip_prefix(b"[")?.strip_suffix(b"]")?;
    let mut tokens = Tokens::from(inner, 0);
    Some(std::iter::from_fn(|| tokens.value()).map(|range| &inner[range]).collect())
}

/// A number as it is written.
pub(crate) fn number(text: &[u8]) -> Option<f32> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// The number of the object that a reference leads to: 12 of `12 0 R`.
pub(crate) fn reference(text: &[u8]) -> Option<usize> {
    let digits = text.strip_suffix(b" 0 R")?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The tokens of a text as they are written.
    fn words(text: &str) -> Vec<(Kind, &str)> {
        Tokens::from(text.as_bytes(), 0).map(|token| (token.kind, &text[token.range])).collect()
    }

    #[test]
    fn strings_names_and_numbers_are_told_apart_without_space_between_them() {
        use Kind::{Closing, Name, Number, Opening, String, Word};
        assert_eq!(
            words("[(a\\)(b)\\\\)-.5<fe ff>]TJ/x#20y cs% (no\n<</A[1]>>BDC)"),
            [
                (Opening, "["),
                (String, "(a\\)(b)\\\\)"),
                (Number, "-.5"),
                (String, "<fe ff>"),
                (Closing, "]"),
                (Word, "TJ"),
                (Name, "/x#20y"),
                (Word, "cs"),
                (Opening, "<<"),
                (Name, "/A"),
                (Opening, "["),
                (Number, "1"),
                (Closing, "]"),
                (Closing, ">>"),
                (Word, "BDC"),
                (Word, ")"),
            ]
        );
    }

    #[test]
    fn a_dictionary_is_read_with_its_values_whole() {
        let text = b"<</Type/Page/Box[0 0 1 2]/P 12 0 R/N -1/D<</S (>>)>>/K true>>\nstream";
        let (mut own, rest) = Dictionary::read(text).expect("a dictionary");
        assert_eq!(rest, b"\nstream");
        assert_eq!(own.get("/Type"), Some(&b"/Page"[..]));
        assert_eq!(own.get("/P").and_then(reference), Some(12));
        assert_eq!(own.get("/N").and_then(number), Some(-1.0));
        assert_eq!(own.get("/Box").and_then(array).expect("an array").len(), 4);
        assert_eq!(own.get("/D"), Some(&b"<</S (>>)>>"[..]));
        own.set("/P", "13 0 R");
        own.set("/Q", "/R");
        own.retain(|key, _| key != b"/D");
        let written = b"<</Type/Page/Box[0 0 1 2]/P 13 0 R/N -1/K true/Q/R>>";
        assert_eq!(own.written(), written);
    }

    #[test]
    fn what_is_no_dictionary_is_none() {
        for text in [&b""[..], b"[1]", b"<<1 2>>", b"<</A>>", b"<</A[1>>", b"12"] {
            assert!(Dictionary::read(text).is_none(), "{}", String::from_utf8_lossy(text));
        }
    }

    /// Values as they may be written, one inside the other.
    fn value() -> impl Strategy<Value = String> {
        let simple = prop_oneof![
            "-?[0-9]{1,4}(\\.[0-9]{1,4})?",
            "/[A-Za-z0-9#]{1,6}",
            "\\((\\\\[()\\\\n]|[a-z %<>/\\[\\]]|\\(x\\)){0,6}\\)",
            "<[0-9A-F ]{0,8}>",
            "[1-9][0-9]{0,3} 0 R",
            "true|false|null",
        ];
        simple.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4)
                    .prop_map(|values| format!("[{}]", values.join(" "))),
                proptest::collection::vec(("/[A-Z]{1,3}", inner), 0..4).prop_map(|entries| {
                    let entries: Vec<String> =
                        entries.into_iter().map(|(key, value)| format!("{key} {value}")).collect();
                    format!("<<{}>>", entries.join("% >>\n"))
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_it_was(values in proptest::collection::vec(value(), 0..6)) {
            let text = format!("[{}]", values.join(" "));
            let read = array(text.as_bytes()).expect("an array");
            let read: Vec<String> =
                read.iter().map(|value| String::from_utf8_lossy(value).into_owned()).collect();
            prop_assert_eq!(read.join(" "), values.join(" "));
        }

        #[test]
        fn any_bytes_are_tokens_in_order_with_space_and_comments_between(
            text in proptest::collection::vec(any::<u8>(), 0..200)
        ) {
            let mut last = 0;
            for token in Tokens::from(&text, 0) {
                prop_assert!(token.range.start >= last && !token.range.is_empty());
                let between = &text[last..token.range.start];
                prop_assert!(
                    between.first().is_none_or(|byte| is_space(*byte) || *byte == b'%'),
                    "{between:?}"
                );
                last = token.range.end;
            }
            prop_assert!(last <= text.len());
            let _ = Dictionary::read(&text);
        }

        #[test]
        fn a_dictionary_that_is_written_is_read_again(
            values in proptest::collection::vec(("/[A-Z]{1,3}", value()), 0..6)
        ) {
            let entries: Vec<String> =
                values.iter().map(|(key, value)| format!("{key} {value}")).collect();
            let text = format!("<<{}>>", entries.join(" "));
            let (own, rest) = Dictionary::read(text.as_bytes()).expect("a dictionary");
            prop_assert!(rest.is_empty());
            prop_assert_eq!(own.iter().count(), values.len());
            let written = own.written();
            prop_assert_eq!(Dictionary::read(&written).map(|(own, _)| own), Some(own.clone()));
        }
    }
}
