//! Font programs without what a printed page does not need.
//!
//! Half of a Korean font are instructions for coarse screens, which nothing
//! that shows or prints PDFs today depends on.

use rayon::prelude::*;

use super::objects::Objects;
use super::stream::Stream;
use super::syntax::{Dictionary, reference};
use crate::truetype::{has_instructions, without_instructions};

/// A list of tables is shorter than this many bytes.
const DIRECTORY: u64 = 1 << 10;

/// Takes the instructions out of the TrueType fonts of a file. A font that is
/// laid out in any other way stays as it is.
pub(crate) fn simplify(objects: &mut Objects<'_>) {
    let programs: Vec<usize> = objects
        .iter()
        .filter(|object| object.body.starts_with(b"<</Type/FontDescriptor"))
        .filter_map(|object| reference(Dictionary::read(&object.body)?.0.get("/FontFile2")?))
        .collect();
    let simple = |number: &usize| Some((*number, simple(objects.body(*number)?)?));
    let simple: Vec<(usize, Vec<u8>)> = programs.par_iter().filter_map(simple).collect();
    for (number, body) in simple {
        objects.set_body(number, body);
    }
}

/// A font program without its instructions, as an object. What comes of it is
/// remembered: an edit seldom needs a character that was not there before.
#[comemo::memoize]
fn simple(body: &[u8]) -> Option<Vec<u8>> {
    let mut stream = Stream::read(body)?;
    if !has_instructions(&stream.plain_up_to(DIRECTORY)?) {
        return None;
    }
    let font = without_instructions(&stream.plain()?)?;
    if stream.entries.get("/Length1").is_some() {
        stream.entries.set("/Length1", font.len().to_string());
    }
    stream.deflate(&font);
    Some(stream.written())
}
