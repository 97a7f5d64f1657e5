//! What is remembered of pictures.

use image::ImageFormat;

use super::fixtures::*;
use crate::*;

#[test]
fn what_was_seen_is_read_from_its_note_as_it_was() {
    let bytes = jpeg(&photograph(90, 60), &Extras { orientation: Some(6), ..Extras::default() });
    let seen = Seen::of(&bytes).unwrap();
    assert_eq!((seen.width, seen.height), (60, 90));
    assert_eq!(Seen::noted(seen.note().as_bytes()), Some(seen));
}

/// Older versions have written these notes, which are found and read again.
#[test]
fn a_note_has_the_same_name_and_words_in_all_versions() {
    assert_eq!(Seen::key("a.jpg\n1-2-3-4"), "seen-05be1ca50629fb9c3b8ca891e377e5e0");
    let seen = Seen { content: ContentHash(0xab), width: 4000, height: 3000 };
    assert_eq!(seen.note(), "000000000000000000000000000000ab 4000 3000");
}

#[test]
fn a_note_that_was_damaged_is_none() {
    for note in [&b""[..], b"ab", b"ab 4000", b"xy 4000 3000", b"ab 4000 -1", b"\xff 1 1"] {
        assert_eq!(Seen::noted(note), None);
    }
}

#[test]
fn what_stands_in_for_a_picture_is_a_whole_one() {
    let info = inspect(STAND_IN).unwrap();
    assert_eq!((info.width, info.height, info.format), (1, 1, PictureFormat::Png));
    assert!(image::load_from_memory_with_format(STAND_IN, ImageFormat::Png).is_ok());
}
