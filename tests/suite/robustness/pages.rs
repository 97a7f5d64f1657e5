//! Whatever can be read can be set.

use std::sync::Arc;

use bogo_model::check::pages;
use bogo_press::{Faces, Press, Purpose, Templates};

use super::findings::{self, Read};
use super::{Sources, failures, wanted};

/// How many inputs are set on pages: one in so many of those that are read.
const ONE_IN: u64 = 10;

/// Editions of more bytes are not set.
const LARGEST: usize = 30_000;

/// A picture of a few pixels, which stands for all.
fn picture() -> Arc<Vec<u8>> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let pixels = image::RgbImage::from_pixel(8, 6, image::Rgb([90, 120, 150]));
    pixels.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    Arc::new(bytes.into_inner())
}

/// Sets what was read, even in spite of errors, as `--force` does. No fault of
/// the data may be one of a template.
fn set(read: Read, picture: &Arc<Vec<u8>>) {
    let Some(edition) = read.edition.filter(|_| read.manuscript.sound) else { return };
    let mut press = Press::new(Faces::new(Vec::new()).0, &Templates::new([]));
    let pictures = edition.pictures();
    let pictures = pictures.into_iter().map(|used| (used.id(), Arc::clone(picture)));
    let (proof, found) = press.set(&edition, pictures, Purpose::Screen);
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{found:#?}");
    let proof = proof.expect("pages");
    let documents = &read.manuscript.documents;
    for finding in pages::check(&edition, &proof.laid(), documents, None) {
        let Some(place) = finding.place else { continue };
        let text = documents.text(place.file()).expect("the file");
        assert!(text.get(place.range()).is_some(), "{place:?} is not in its file");
    }
}

#[test]
fn whatever_can_be_read_is_set_without_an_error_of_a_template() {
    let sources = Sources::new();
    let picture = picture();
    let failures = failures(wanted(ONE_IN), |number| {
        let input = sources.input(number);
        // Real reports are set by other tests; what is small shows as much.
        if input.files.iter().map(|(_, text)| text.len()).sum::<usize>() < LARGEST {
            set(findings::read(input, number), &picture);
        }
    });
    assert!(failures.is_empty(), "{}\n{} in all", failures.join("\n"), failures.len());
}
