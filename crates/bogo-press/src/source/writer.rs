//! Writing Typst code, and noting where in it each text stands.

use std::fmt::{Display, Write as _};
use std::ops::Range;

use bogo_model::edition::Source;

use super::CodeFile;
use crate::chains::Fallbacks;

/// Code for Typst, with where in it texts are typed.
pub(crate) struct Writer<'f> {
    pub(super) fallbacks: &'f Fallbacks,
    code: String,
    literals: Vec<Literal>,
    sections: Vec<String>,
    passage: usize,
}

/// A text in the code: each glyph that comes of it knows its span.
#[derive(Debug, Clone)]
pub(crate) struct Literal {
    /// The bytes of the code that hold it.
    pub range: Range<usize>,
    /// Its section, as an index into [`CodeFile::sections`](super::CodeFile).
    pub section: usize,
    /// The passage of its section that it belongs to.
    pub passage: usize,
    /// Where the text comes from.
    pub source: Source,
    /// How many characters of the piece of text come before it.
    pub before: usize,
}

impl<'f> Writer<'f> {
    pub(super) fn new(fallbacks: &'f Fallbacks) -> Self {
        let (literals, sections) = (Vec::new(), Vec::new());
        Self { fallbacks, code: String::new(), literals, sections, passage: 0 }
    }

    /// The file at this path.
    pub(super) fn written(self, path: String) -> CodeFile {
        let Self { code, literals, sections, .. } = self;
        CodeFile { path, code, literals, sections }
    }

    /// From now on, texts belong to this section, to its title first.
    pub(super) fn begin_section(&mut self, id: &str) {
        self.sections.push(id.to_owned());
        self.passage = 0;
    }

    /// From now on, texts belong to this passage.
    pub(super) fn begin(&mut self, passage: usize) {
        self.passage = passage;
    }

    /// Code as it is.
    pub(super) fn raw(&mut self, code: &str) {
        self.code.push_str(code);
    }

    /// Code that holds a text.
    pub(super) fn literal(&mut self, code: &str, source: &Source, before: usize) {
        let start = self.code.len();
        self.code.push_str(code);
        let range = start..self.code.len();
        // What stands before all sections belongs to none.
        let Some(section) = self.sections.len().checked_sub(1) else { return };
        let (passage, source) = (self.passage, source.clone());
        self.literals.push(Literal { range, section, passage, source, before });
    }

    /// A call of a function as a statement in markup, on a line of its own.
    pub(super) fn statement(&mut self, name: &str, arguments: impl FnOnce(&mut Call<'_, 'f>)) {
        self.raw("#");
        self.call(name, arguments);
        self.raw("\n");
    }

    /// A call of a function.
    pub(super) fn call(&mut self, name: &str, arguments: impl FnOnce(&mut Call<'_, 'f>)) {
        self.raw(name);
        self.raw("(");
        let mut call = Call { writer: self, is_first: true };
        arguments(&mut call);
        self.raw(")");
    }
}

/// The arguments of a call, or the values of an array.
pub(crate) struct Call<'w, 'f> {
    writer: &'w mut Writer<'f>,
    is_first: bool,
}

impl<'f> Call<'_, 'f> {
    fn next(&mut self, name: Option<&str>) -> &mut Writer<'f> {
        if !std::mem::take(&mut self.is_first) {
            self.writer.raw(", ");
        }
        if let Some(name) = name {
            self.writer.raw(name);
            self.writer.raw(": ");
        }
        self.writer
    }

    /// A value by its place.
    pub(super) fn value(&mut self, value: impl Display) -> &mut Self {
        let writer = self.next(None);
        // Writing to a string cannot fail.
        let _ = write!(writer.code, "{value}");
        self
    }

    /// A value by its name.
    pub(super) fn named(&mut self, name: &str, value: impl Display) -> &mut Self {
        let writer = self.next(Some(name));
        let _ = write!(writer.code, "{value}");
        self
    }

    /// A value by its name, if there is one.
    pub(super) fn some(&mut self, name: &str, value: Option<impl Display>) -> &mut Self {
        if let Some(value) = value {
            self.named(name, value);
        }
        self
    }

    /// That something is so; nothing where it is not, as is usual.
    pub(super) fn flag(&mut self, name: &str, is_so: bool) -> &mut Self {
        if is_so { self.named(name, true) } else { self }
    }

    /// Content by its place.
    pub(super) fn content(&mut self, write: impl FnOnce(&mut Writer<'f>)) -> &mut Self {
        let writer = self.next(None);
        writer.raw("[");
        write(writer);
        writer.raw("]");
        self
    }

    /// Content by its name, if there is any.
    pub(super) fn named_content<T>(
        &mut self,
        name: &str,
        value: Option<T>,
        write: impl FnOnce(&mut Writer<'f>, T),
    ) -> &mut Self {
        if let Some(value) = value {
            let writer = self.next(Some(name));
            writer.raw("[");
            write(writer, value);
            writer.raw("]");
        }
        self
    }

    /// Code by its place.
    pub(super) fn code(&mut self, write: impl FnOnce(&mut Writer<'f>)) -> &mut Self {
        write(self.next(None));
        self
    }

    /// Code by its name.
    pub(super) fn named_code(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut Writer<'f>),
    ) -> &mut Self {
        write(self.next(Some(name)));
        self
    }

    /// An array by its place.
    pub(super) fn array(&mut self, write: impl FnOnce(&mut Call<'_, 'f>)) -> &mut Self {
        self.code(|writer| writer.array(write))
    }

    /// Content by its place; `none` where there is nothing to be set.
    pub(super) fn content_or_none<T>(
        &mut self,
        value: Option<T>,
        write: impl FnOnce(&mut Writer<'f>, T),
    ) -> &mut Self {
        match value {
            Some(value) => self.content(|writer| write(writer, value)),
            None => self.value("none"),
        }
    }

    /// An array by its name.
    pub(super) fn named_array(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut Call<'_, 'f>),
    ) -> &mut Self {
        self.named_code(name, |writer| writer.array(write))
    }
}

impl<'f> Writer<'f> {
    /// An array; a comma behind its last value makes one of a single value, too.
    pub(super) fn array(&mut self, write: impl FnOnce(&mut Call<'_, 'f>)) {
        self.raw("(");
        let mut call = Call { writer: self, is_first: true };
        write(&mut call);
        let is_empty = call.is_first;
        self.raw(if is_empty { ")" } else { ",)" });
    }
}

/// A length in points, to a ten-thousandth.
pub(super) struct Pt(pub f64);

impl Display for Pt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}pt", Number(self.0))
    }
}

/// A number, to a ten-thousandth.
pub(super) struct Number(pub f64);

impl Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (self.0 * 1e4).round() / 1e4;
        // No zero is less than another.
        write!(f, "{}", if rounded == 0.0 { 0.0 } else { rounded })
    }
}

/// A string in quotes.
pub(super) struct Quoted<'t>(pub &'t str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_char('"')?;
        for character in self.0.chars() {
            match character {
                '"' | '\\' => write!(f, "\\{character}")?,
                '\n' => f.write_str("\\n")?,
                _ if character.is_control() => write!(f, "\\u{{{:x}}}", u32::from(character))?,
                _ => f.write_char(character)?,
            }
        }
        f.write_char('"')
    }
}
