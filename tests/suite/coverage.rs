//! The list of characters that the program's faces draw, `fonts/coverage.txt`.

use std::fs;

use bogo_press::Faces;

use crate::fixture::{Edition, expect_text, repository};

/// Ranges of code points, one a line: `ac00-d7a3`.
fn ranges(characters: impl Iterator<Item = char>) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in characters.map(u32::from) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == code => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    let line = |(first, last): (u32, u32)| match first == last {
        true => format!("{first:x}\n"),
        false => format!("{first:x}-{last:x}\n"),
    };
    ranges.into_iter().map(line).collect()
}

#[test]
fn the_list_of_characters_is_what_the_faces_draw() {
    let (faces, _) = Faces::new(Vec::new());
    let drawn = ranges(faces.drawn());
    assert!(drawn.contains("ac00-d7a3\n"), "all syllables");
    expect_text(&repository().join("fonts/coverage.txt"), &drawn);
}

/// The dark pixels of the page on which a project with these items stands; its
/// notes are what the code makes of them, if there is any.
fn ink(items: &str, note: Option<&str>) -> usize {
    let edition = Edition::starter();
    let body = format!("[{items}, {{ \"kind\": \"note\", \"text\": \"참고\" }}]");
    let project = format!("{{ \"number\": 1, \"title\": \"보기\", \"body\": {body} }}");
    edition.write("projects/1-example.json", project);
    if let Some(note) = note {
        let library = fs::read_to_string(repository().join("templates/lib.typ")).expect("it");
        let code = format!("{library}\n#let note(..arguments) = [{note}]\n");
        edition.write("templates/lib.typ", code);
    }
    let (proof, diagnostics) = edition.set();
    let proof = proof.unwrap_or_else(|| panic!("{diagnostics:?}"));
    let page = *proof.section_pages("projects/1-example.json").expect("it").start();
    let page = image::load_from_memory(&proof.png(page, 72.0).expect("a page")).expect("a picture");
    page.to_luma8().pixels().filter(|pixel| pixel.0[0] < 128).count()
}

#[test]
fn rare_characters_are_drawn_whether_they_are_typed_or_made_by_a_template() {
    // As wide, and nothing to be seen.
    let blank = ink("\"가\u{3000}\u{3000}\"", Some("\u{3000}"));
    assert!(ink("\"가뷁\u{3000}\"", Some("\u{3000}")) > blank);
    assert!(ink("\"가漢\u{3000}\"", Some("\u{3000}")) > blank);
    assert!(ink("\"가\u{3000}\u{3000}\"", Some("#str.from-unicode(48833)")) > blank);
    assert!(ink("\"가\u{3000}\u{3000}\"", Some("#str.from-unicode(28450)")) > blank);
}
