//! A PDF in pieces: its objects, as Typst lays them out.
//!
//! Typst writes each object by itself, one after the other, and a table at the
//! end. That is cheap to take apart without understanding any of it: what is to
//! be changed is changed in one object's bytes, and the file is written again.
//! A library that reads all of it costs more than the layout of a page.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::Write as _;

use super::syntax::{Dictionary, reference};

/// The pieces of a file.
pub(crate) struct Objects<'p> {
    /// What stands before the first object.
    pub header: &'p [u8],
    /// The objects in the order of the file.
    list: Vec<Object<'p>>,
    /// Where in the list an object stands, by its number.
    places: Vec<Option<usize>>,
    /// What the trailer says, without its size.
    pub trailer: &'p [u8],
}

/// An object of the file: its number and what stands between `obj` and
/// `endobj`.
pub(crate) struct Object<'p> {
    pub number: usize,
    pub body: Cow<'p, [u8]>,
}

impl Object<'_> {
    /// Whether it is a stream, which stands in the file by itself.
    pub(crate) fn is_stream(&self) -> bool {
        self.body.ends_with(b"endstream")
    }
}

impl<'p> Objects<'p> {
    /// Takes a file apart; `None` if it is not laid out as Typst does.
    pub(crate) fn read(pdf: &'p [u8]) -> Option<Self> {
        let table = number_after(pdf, b"startxref")?;
        let list = objects(pdf, table)?;
        let trailer = trailer(pdf, table)?;
        let header = pdf.get(..pdf.windows(5).position(|five| five == b" obj\n")?)?;
        let header = header.get(..=header.iter().rposition(|byte| *byte == b'\n')?)?;
        Some(Self::of(header, list, trailer))
    }

    fn of(header: &'p [u8], list: Vec<Object<'p>>, trailer: &'p [u8]) -> Self {
        let places = places(&list);
        Self { header, list, places, trailer }
    }

    /// The objects in the order of the file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Object<'p>> {
        self.list.iter()
    }

    /// The objects in the order of the file, to change them.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Object<'p>> {
        self.list.iter_mut()
    }

    /// What stands between `obj` and `endobj` of the object with a number.
    pub(crate) fn body(&self, number: usize) -> Option<&[u8]> {
        let place = self.places.get(number).copied().flatten()?;
        self.list.get(place).map(|object| object.body.as_ref())
    }

    /// Puts something else in an object's place; nothing if there is none with
    /// this number.
    pub(crate) fn set_body(&mut self, number: usize, body: Vec<u8>) {
        if let Some(place) = self.places.get(number).copied().flatten() {
            self.list[place].body = body.into();
        }
    }

    /// Changes the dictionary that an object is or begins with. `None` if there
    /// is none.
    pub(crate) fn change(
        &mut self,
        number: usize,
        change: impl FnOnce(&mut Dictionary<'_>) -> Option<()>,
    ) -> Option<()> {
        let (mut entries, rest) = Dictionary::read(self.body(number)?)?;
        change(&mut entries)?;
        let body = [&entries.written(), rest].concat();
        self.set_body(number, body);
        Some(())
    }

    /// Adds an object behind all others, and gives it a number.
    pub(crate) fn add(&mut self, body: Vec<u8>) -> usize {
        let number = self.end();
        self.places.resize(number, None);
        self.places.push(Some(self.list.len()));
        self.list.push(Object { number, body: body.into() });
        number
    }

    /// Takes objects out. Their numbers stay free.
    pub(crate) fn remove(&mut self, numbers: &HashSet<usize>) {
        self.list.retain(|object| !numbers.contains(&object.number));
        self.places = places(&self.list);
    }

    /// The number of an object that the trailer names, `/Root` or `/Info`.
    pub(crate) fn in_trailer(&self, key: &str) -> Option<usize> {
        reference(Dictionary::entries(self.trailer)?.get(key)?)
    }

    /// A value itself, or what is in the object to which it leads.
    pub(crate) fn resolved<'v>(&'v self, value: &'v [u8]) -> Option<&'v [u8]> {
        match reference(value) {
            Some(number) => self.body(number),
            None => Some(value),
        }
    }

    /// The dictionary that is the value of a key, or in the object to which the
    /// value leads.
    pub(crate) fn dictionary<'v>(
        &'v self,
        outer: &'v Dictionary<'_>,
        key: &str,
    ) -> Option<Dictionary<'v>> {
        let (own, _) = Dictionary::read(self.resolved(outer.get(key)?)?)?;
        Some(own)
    }

    /// The numbers of the pages, in the order of the file.
    pub(crate) fn pages(&self) -> Vec<usize> {
        let is_page = |object: &&Object<'_>| {
            let own = Dictionary::read(&object.body);
            own.is_some_and(|(own, _)| own.get("/Type") == Some(b"/Page"))
        };
        self.iter().filter(is_page).map(|object| object.number).collect()
    }

    /// Whether the file is of PDF 1.4 or older, which knows no object streams
    /// and no groups of rows.
    pub(crate) fn is_old(&self) -> bool {
        matches!(self.header.strip_prefix(b"%PDF-1."), Some([b'0'..=b'4', ..]))
    }

    /// One more than the highest number of an object.
    pub(crate) fn end(&self) -> usize {
        self.places.len()
    }

    /// The file with a table at its end, as all versions of PDF know it.
    pub(crate) fn written(&self) -> Vec<u8> {
        let mut out = self.header.to_vec();
        let mut offsets = vec![None; self.end()];
        for object in &self.list {
            offsets[object.number] = Some(out.len());
            object.write(&mut out);
        }
        let table = out.len();
        out.extend_from_slice(format!("xref\n0 {}\n", offsets.len()).as_bytes());
        out.extend_from_slice(&rows(&offsets));
        out.extend_from_slice(format!("trailer\n<</Size {}", offsets.len()).as_bytes());
        out.extend_from_slice(self.trailer);
        out.extend_from_slice(format!(">>\nstartxref\n{table}\n%%EOF").as_bytes());
        out
    }
}

impl Object<'_> {
    /// Writes the object as Typst would.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        // Writing to memory does not fail.
        let _ = writeln!(out, "{} 0 obj", self.number);
        out.extend_from_slice(&self.body);
        out.extend_from_slice(b"\nendobj\n\n");
    }
}

/// The rows of a table; those of numbers without an object lead to the next
/// such number.
fn rows(offsets: &[Option<usize>]) -> Vec<u8> {
    let mut rows = vec![String::new(); offsets.len()];
    let mut free = 0;
    for (number, offset) in offsets.iter().enumerate().rev() {
        rows[number] = match offset {
            Some(offset) => format!("{offset:010} 00000 n \n"),
            None => {
                let generation = if number == 0 { 65535 } else { 0 };
                format!("{:010} {generation:05} f \n", std::mem::replace(&mut free, number))
            }
        };
    }
    rows.concat().into_bytes()
}

/// Where in the list each object stands, by its number.
fn places(list: &[Object<'_>]) -> Vec<Option<usize>> {
    let end = list.iter().map(|object| object.number + 1).max().unwrap_or(1);
    let mut places = vec![None; end];
    for (place, object) in list.iter().enumerate() {
        places[object.number] = Some(place);
    }
    places
}

/// The objects in the order of the file, by the table at its end.
fn objects(pdf: &[u8], table: usize) -> Option<Vec<Object<'_>>> {
    let rows = pdf.get(table..)?.strip_prefix(b"xref\n0 ")?;
    let line = rows.iter().position(|byte| *byte == b'\n')?;
    let count: usize = std::str::from_utf8(&rows[..line]).ok()?.trim().parse().ok()?;
    let rows = rows.get(line + 1..(line + 1).checked_add(count.checked_mul(20)?)?)?;
    let mut offsets = Vec::with_capacity(count);
    for (number, row) in rows.chunks_exact(20).enumerate() {
        if row[17] == b'n' {
            let offset: usize = std::str::from_utf8(&row[..10]).ok()?.parse().ok()?;
            offsets.push((offset, number));
        }
    }
    offsets.sort_unstable();
    let ends = offsets.iter().skip(1).map(|(offset, _)| *offset).chain([table]);
    let object = |((start, number), end): ((usize, usize), usize)| {
        let text = pdf.get(start..end)?.strip_prefix(format!("{number} 0 obj\n").as_bytes())?;
        let body = text.trim_ascii_end().strip_suffix(b"endobj")?.trim_ascii_end();
        Some(Object { number, body: Cow::Borrowed(body) })
    };
    offsets.iter().copied().zip(ends).map(object).collect()
}

/// What the trailer says, without its size.
fn trailer(pdf: &[u8], table: usize) -> Option<&[u8]> {
    let rest = &pdf[table..];
    let start = rest.windows(10).position(|ten| ten == b"trailer\n<<")? + 10;
    let end = rest.windows(9).rposition(|nine| nine == b"startxref")?;
    let entries = rest.get(start..end)?.trim_ascii_end().strip_suffix(b">>")?;
    let entries = entries.strip_prefix(b"/Size ")?;
    entries.get(entries.iter().position(|byte| !byte.is_ascii_digit())?..)
}

/// The number on the line after the last occurrence of a keyword.
fn number_after(pdf: &[u8], keyword: &[u8]) -> Option<usize> {
    let at = pdf.windows(keyword.len()).rposition(|window| window == keyword)?;
    let rest = pdf[at + keyword.len()..].trim_ascii_start();
    let end = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    std::str::from_utf8(&rest[..end]).ok()?.parse().ok()
}

/// A small file for tests of what is done with its pieces.
#[cfg(test)]
pub(crate) fn file(version: &str, bodies: &[&str]) -> Vec<u8> {
    let header = format!("%PDF-{version}\n%x\n\n");
    let list = bodies.iter().zip(1..);
    let list = list.map(|(body, number)| Object { number, body: body.as_bytes().into() });
    let trailer = b"/Root 1 0 R";
    Objects::of(header.as_bytes(), list.collect(), trailer).written()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODIES: [&str; 3] = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[]/Count 0>>",
        "<</Length 2>>\nstream\nab\nendstream",
    ];

    #[test]
    fn a_file_that_is_taken_apart_is_written_as_it_was() {
        let bytes = file("1.4", &BODIES);
        let objects = Objects::read(&bytes).expect("pieces");
        assert!(objects.is_old());
        assert_eq!(objects.iter().count(), 3);
        assert_eq!(objects.written(), bytes);
        assert!(!Objects::read(&file("1.7", &BODIES)).expect("pieces").is_old());
        assert!(!Objects::read(&file("2.0", &BODIES)).expect("pieces").is_old());
    }

    #[test]
    fn an_object_that_is_taken_out_leaves_a_free_number() {
        let bytes = file("1.4", &BODIES);
        let mut objects = Objects::read(&bytes).expect("pieces");
        objects.remove(&HashSet::from([2]));
        let written = String::from_utf8(objects.written()).expect("text");
        assert!(written.contains("xref\n0 4\n0000000002 65535 f \n"), "{written}");
        assert!(written.contains("0000000000 00000 f \n"), "{written}");
        let document = lopdf::Document::load_mem(written.as_bytes()).expect("a PDF");
        assert!(document.get_object((2, 0)).is_err());
        assert!(document.get_object((3, 0)).is_ok());
    }

    #[test]
    fn an_object_that_is_added_is_the_last() {
        let bytes = file("1.4", &BODIES);
        let mut objects = Objects::read(&bytes).expect("pieces");
        objects.remove(&HashSet::from([3]));
        assert_eq!(objects.add(b"[1]".to_vec()), 3);
        assert_eq!(objects.add(b"[2]".to_vec()), 4);
        objects.set_body(3, b"[3]".to_vec());
        let kids = objects.body(2).and_then(|pages| objects.resolved(pages));
        assert_eq!(kids, Some(BODIES[1].as_bytes()));
        assert_eq!(objects.resolved(b"3 0 R"), Some(&b"[3]"[..]));
        assert_eq!(objects.resolved(b"5 0 R"), None);
        assert_eq!(objects.in_trailer("/Root"), Some(1));
        let document = lopdf::Document::load_mem(&objects.written()).expect("a PDF");
        assert!(document.get_object((4, 0)).is_ok());
    }

    #[test]
    fn what_is_laid_out_otherwise_is_not_taken_apart() {
        for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7\nstartxref\n9\n%%EOF", b"startxref"] {
            assert!(Objects::read(bytes).is_none());
        }
        let mut cut = file("1.7", &BODIES);
        cut.truncate(cut.len() - 40);
        assert!(Objects::read(&cut).is_none());
    }
}
