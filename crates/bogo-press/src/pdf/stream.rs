//! Streams: objects that hold data behind their dictionary.

use std::borrow::Cow;
use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use super::syntax::Dictionary;

/// An object that is a stream.
pub(crate) struct Stream<'p> {
    /// What is said of the data.
    pub entries: Dictionary<'p>,
    /// The data as they stand in the file.
    data: Cow<'p, [u8]>,
}

impl<'p> Stream<'p> {
    /// Reads a stream from what stands between `obj` and `endobj`. `None` if
    /// the object is none.
    pub(crate) fn read(body: &'p [u8]) -> Option<Self> {
        if !body.ends_with(b"endstream") {
            return None;
        }
        let (entries, rest) = Dictionary::read(body)?;
        let data = rest.trim_ascii_start().strip_prefix(b"stream\n")?;
        let length = std::str::from_utf8(entries.get("/Length")?).ok()?.parse().ok()?;
        let (data, end) = data.split_at_checked(length)?;
        (end.trim_ascii() == b"endstream").then_some(Self { data: Cow::Borrowed(data), entries })
    }

    /// A stream of data that are deflated.
    pub(crate) fn deflated(data: &[u8]) -> Self {
        let mut stream = Self { entries: Dictionary::default(), data: Cow::Borrowed(&[]) };
        stream.deflate(data);
        stream
    }

    /// The data as they are meant: those that are compressed are inflated.
    /// `None` if they are compressed in a way that the compiler does not use.
    pub(crate) fn plain(&self) -> Option<Cow<'_, [u8]>> {
        self.plain_up_to(u64::MAX)
    }

    /// No more than so many of the first of [`Self::plain`].
    pub(crate) fn plain_up_to(&self, most: u64) -> Option<Cow<'_, [u8]>> {
        match self.entries.get("/Filter") {
            None => Some(Cow::Borrowed(&self.data)),
            Some(b"/FlateDecode") if self.entries.get("/DecodeParms").is_none() => {
                let mut plain = Vec::new();
                let decoder = ZlibDecoder::new(self.data.as_ref());
                decoder.take(most).read_to_end(&mut plain).ok()?;
                Some(Cow::Owned(plain))
            }
            Some(_) => None,
        }
    }

    /// Puts other data in place, deflated.
    pub(crate) fn deflate(&mut self, data: &[u8]) {
        self.entries.set("/Filter", "/FlateDecode");
        self.data = deflated(data).into();
    }

    /// Puts other data in place, to be read as they are.
    pub(crate) fn set_plain(&mut self, data: Vec<u8>) {
        self.entries.retain(|key, _| key != b"/Filter");
        self.data = data.into();
    }

    /// The object as it is written, with the line end before `endstream` that
    /// PDF/A asks for.
    pub(crate) fn written(mut self) -> Vec<u8> {
        self.entries.set("/Length", self.data.len().to_string());
        let entries = self.entries.written();
        [&entries, &b"\nstream\n"[..], &self.data, b"\nendstream"].concat()
    }
}

/// Data, compressed.
pub(crate) fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail.
    let _ = encoder.write_all(data);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_are_read_as_they_were_before_they_were_deflated() {
        let mut stream = Stream::deflated(b"0 g\n0 g\n0 g\n0 g\n");
        stream.entries.set("/Type", "/XObject");
        let written = stream.written();
        let stream = Stream::read(&written).expect("a stream");
        assert_eq!(stream.entries.get("/Type"), Some(&b"/XObject"[..]));
        assert_eq!(stream.plain().as_deref(), Some(&b"0 g\n0 g\n0 g\n0 g\n"[..]));
    }

    #[test]
    fn data_that_are_not_compressed_are_as_they_stand() {
        let mut stream =
            Stream::read(b"<</Length 10>>\nstream\nendstream\n\nendstream").expect("it");
        assert_eq!(stream.plain().as_deref(), Some(&b"endstream\n"[..]));
        stream.set_plain(b"ab".to_vec());
        assert_eq!(stream.written(), b"<</Length 2>>\nstream\nab\nendstream");
    }

    #[test]
    fn what_the_compiler_does_not_write_is_none() {
        for body in ["<</Length 9>>\nstream\nab\nendstream", "[1]", "<</A 1>>", "endstream"] {
            assert!(Stream::read(body.as_bytes()).is_none(), "{body}");
        }
        let body = b"<</Length 2/Filter/LZWDecode>>\nstream\nab\nendstream";
        assert!(Stream::read(body).expect("a stream").plain().is_none());
        let body = b"<</Length 2/Filter/FlateDecode>>\nstream\nab\nendstream";
        assert!(Stream::read(body).expect("a stream").plain().is_none());
    }
}
