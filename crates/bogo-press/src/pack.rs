//! A PDF made smaller: its small objects gathered in object streams.
//!
//! Typst writes each object by itself and a table with 20 bytes for each. A
//! tagged report has thousands of them, for every paragraph and cell, and they
//! compress to a sixth. PDF 1.5 and later allow it (ISO 32000-1, 7.5.7 and
//! 7.5.8), and so do all parts of PDF/A but the first. Streams are copied as
//! they are, with the line end before `endstream` that PDF/A asks for
//! (ISO 19005-2, 6.1.7.1).

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use rayon::prelude::*;

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

/// An object of the file: its number and what stands between `obj` and
/// `endobj`.
struct Object<'p> {
    number: usize,
    body: &'p [u8],
}

impl Object<'_> {
    fn is_stream(&self) -> bool {
        self.body.ends_with(b"endstream")
    }
}

/// Gathers the small objects of a PDF. Gives the file back as it is if its
/// version knows no object streams, or if it is not laid out as Typst does.
pub(crate) fn packed(pdf: Vec<u8>) -> Vec<u8> {
    let old = [b"%PDF-1.0", b"%PDF-1.1", b"%PDF-1.2", b"%PDF-1.3", b"%PDF-1.4"];
    if old.iter().any(|version| pdf.starts_with(*version)) {
        return pdf;
    }
    repacked(&pdf).unwrap_or(pdf)
}

fn repacked(pdf: &[u8]) -> Option<Vec<u8>> {
    let table = number_after(pdf, b"startxref")?;
    let objects = objects(pdf, table)?;
    let trailer = trailer(pdf, table)?;
    let header = pdf.get(..pdf.windows(5).position(|five| five == b" obj\n")?)?;
    let header = header.get(..=header.iter().rposition(|byte| *byte == b'\n')?)?;
    let (streams, small): (Vec<_>, Vec<_>) = objects.iter().partition(|object| object.is_stream());

    let next = objects.iter().map(|object| object.number).max()? + 1;
    let packs: Vec<&[&Object<'_>]> = small.chunks(OBJECTS_IN_STREAM).collect();
    let gathered: Vec<Gathered> =
        packs.par_iter().map(|pack| gather(pack)).collect::<Option<_>>()?;
    let mut entries = vec![Entry::Free; next + packs.len() + 1];
    let mut out = Vec::with_capacity(pdf.len());
    out.extend_from_slice(header);
    for object in streams {
        entries[object.number] = Entry::At(out.len());
        writeln!(out, "{} 0 obj", object.number).ok()?;
        out.extend_from_slice(object.body);
        out.extend_from_slice(b"\nendobj\n\n");
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
    write_references(&mut out, number, &entries, trailer)?;
    write!(out, "startxref\n{start}\n%%EOF").ok()?;
    Some(out)
}

/// The objects in the order of the file, by the table at its end.
fn objects(pdf: &[u8], table: usize) -> Option<Vec<Object<'_>>> {
    let rows = pdf.get(table..)?.strip_prefix(b"xref\n0 ")?;
    let line = rows.iter().position(|byte| *byte == b'\n')?;
    let count: usize = std::str::from_utf8(&rows[..line]).ok()?.trim().parse().ok()?;
    let rows = rows.get(line + 1..line + 1 + count * 20)?;
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
        Some(Object { number, body })
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
        bodies.extend_from_slice(object.body);
        bodies.push(b'\n');
    }
    let entries = format!("/Type/ObjStm/N {}/First {}", pack.len(), places.len());
    places.extend_from_slice(&bodies);
    Some(Gathered { entries, data: deflated(&places)? })
}

fn deflated(data: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(data).ok()?;
    encoder.finish().ok()
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
    write_stream(out, number, &words, &deflated(&rows)?)
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

    const SMALL: &str = "%PDF-1.7\n%x\n\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\n\
        2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n\n\
        3 0 obj\n<</Length 2>>\nstream\nab\nendstream\nendobj\n\n";

    fn file(version: &str) -> Vec<u8> {
        let body = SMALL.replace("1.7", version);
        let offset = |number: usize| body.find(&format!("{number} 0 obj")).expect("an object");
        let mut text = body.clone();
        text.push_str("xref\n0 4\n0000000000 65535 f \n");
        for number in 1..=3 {
            text.push_str(&format!("{:010} 00000 n \n", offset(number)));
        }
        text.push_str(&format!(
            "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{}\n%%EOF",
            body.len()
        ));
        text.into_bytes()
    }

    #[test]
    fn small_objects_are_gathered_and_streams_stay() {
        let packed = packed(file("1.7"));
        let document = lopdf::Document::load_mem(&packed).expect("a PDF");
        assert_eq!(document.get_pages().len(), 0);
        let stream = document.get_object((3, 0)).and_then(lopdf::Object::as_stream);
        assert_eq!(stream.expect("the stream").content, b"ab");
        assert!(!packed.windows(9).any(|nine| nine == b"1 0 obj\n<"));
    }

    #[test]
    fn what_has_no_object_streams_or_is_laid_out_otherwise_stays_as_it_is() {
        assert_eq!(packed(file("1.4")), file("1.4"));
        for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7\nstartxref\n9\n%%EOF", b"startxref"] {
            assert_eq!(packed(bytes.to_vec()), bytes);
        }
        let mut cut = file("1.7");
        cut.truncate(cut.len() - 40);
        assert_eq!(packed(cut.clone()), cut);
    }
}
