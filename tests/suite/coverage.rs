//! The list of characters that the program's faces draw, `fonts/coverage.txt`.

use bogo_press::Faces;

use crate::fixture::{expect_text, repository};

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
