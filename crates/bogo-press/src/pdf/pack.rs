//! A PDF made smaller: its small objects gathered in object streams.
//!
//! Typst writes each object by itself and a table with 20 bytes for each. A
//! tagged report has thousands of them, for every paragraph and cell, and they
//! compress to a sixth. PDF 1.5 and later allow it (ISO 32000-1, 7.5.7 and
//! 7.5.8), and so do all parts of PDF/A but the first. Streams are copied as
//! they are, with the line end before `endstream` that PDF/A asks for
//! (ISO 19005-2, 6.1.7.1).

use std::io::Write as _;

use rayon::prelude::*;

use super::objects::{Object, Objects};
use super::stream::deflated;

/// How many objects share a stream: many compress better, and few can be
/// deflated side by side and are less to unpack for a reader that wants one.
const OBJECTS_IN_STREAM: usize = 500;

/// Where an object is to be found, as a row of the cross-reference stream.
#[derive(Clone, Copy)]
enum Entry {
    Free,
    At(usize),
    Within { stream: usize, index: usize },
}

/// The file with its small objects gathered. `None` only if there are more
/// objects or bytes than a cross-reference stream of four bytes can count.
pub(crate) fn packed(objects: &Objects<'_>) -> Option<Vec<u8>> {
    let (streams, small): (Vec<_>, Vec<_>) = objects.iter().partition(|object| object.is_stream());
    let next = objects.end();
    let packs: Vec<&[&Object<'_>]> = small.chunks(OBJECTS_IN_STREAM).collect();
    let gathered: Vec<Gathered> =
        packs.par_iter().map(|pack| gather(pack)).collect::<Option<_>>()?;
    let mut entries = vec![Entry::Free; next + packs.len() + 1];
    let mut out = objects.header.to_vec();
    for object in streams {
        entries[object.number] = Entry::At(out.len());
        object.write(&mut out);
    }
    for ((pack, gathered), number) in packs.iter().zip(&gathered).zip(next..) {
        for (index, object) in pack.iter().enumerate() {
            entries[object.number] = Entry::Within { stream: number, index };
        }
        entries[number] = Entry::At(out.len());
        write_stream(&mut out, number, gathered.entries.as_bytes(), &gathered.data)?;
    }
    let number = entries.len() - 1;
    let start = out.len();
    entries[number] = Entry::At(start);
    write_references(&mut out, number, &entries, objects.trailer)?;
    write!(out, "startxref\n{start}\n%%EOF").ok()?;
    Some(out)
}

/// An object stream: what its dictionary says of it, and its data, deflated.
struct Gathered {
    entries: String,
    data: Vec<u8>,
}

fn gather(pack: &[&Object<'_>]) -> Option<Gathered> {
    let mut places = Vec::new();
    let mut bodies = Vec::new();
    for object in pack {
        write!(places, "{} {} ", object.number, bodies.len()).ok()?;
        bodies.extend_from_slice(&object.body);
        bodies.push(b'\n');
    }
    let entries = format!("/Type/ObjStm/N {}/First {}", pack.len(), places.len());
    places.extend_from_slice(&bodies);
    Some(Gathered { entries, data: deflated(&places) })
}

fn write_references(
    out: &mut Vec<u8>,
    number: usize,
    entries: &[Entry],
    trailer: &[u8],
) -> Option<()> {
    let mut rows = Vec::with_capacity(entries.len() * 7);
    for entry in entries {
        let (kind, place, index) = match entry {
            Entry::Free => (0, 0, 0xffff),
            Entry::At(offset) => (1, *offset, 0),
            Entry::Within { stream, index } => (2, *stream, *index),
        };
        rows.push(kind);
        rows.extend_from_slice(&u32::try_from(place).ok()?.to_be_bytes());
        rows.extend_from_slice(&u16::try_from(index).ok()?.to_be_bytes());
    }
    let mut words = format!("/Type/XRef/Size {}/W[1 4 2]", entries.len()).into_bytes();
    words.extend_from_slice(trailer);
    write_stream(out, number, &words, &deflated(&rows))
}

fn write_stream(out: &mut Vec<u8>, number: usize, entries: &[u8], data: &[u8]) -> Option<()> {
    write!(out, "{number} 0 obj\n<<").ok()?;
    out.extend_from_slice(entries);
    write!(out, "/Length {}/Filter/FlateDecode>>\nstream\n", data.len()).ok()?;
    out.extend_from_slice(data);
    out.extend_from_slice(b"\nendstream\nendobj\n\n");
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::objects::file;

    #[test]
    fn small_objects_are_gathered_and_streams_stay() {
        let bytes = file(
            "1.7",
            &[
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[]/Count 0>>",
                "<</Length 2>>\nstream\nab\nendstream",
            ],
        );
        let objects = Objects::read(&bytes).expect("pieces");
        let packed = packed(&objects).expect("a PDF");
        let document = lopdf::Document::load_mem(&packed).expect("a PDF");
        assert_eq!(document.get_pages().len(), 0);
        let stream = document.get_object((3, 0)).and_then(lopdf::Object::as_stream);
        assert_eq!(stream.expect("the stream").content, b"ab");
        assert!(!packed.windows(9).any(|nine| nine == b"1 0 obj\n<"));
    }
}
