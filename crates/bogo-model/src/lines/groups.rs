//! What should stand in one line as a whole: brackets, and notes behind ※.

use std::ops::Range;

use super::characters::is_space;
use super::price;
use super::stop::{Rank, Stop};

/// The longest bracket, in characters, that is a few words: `(조회수 5,843회)`.
const SHORT: usize = 13;

/// The longest bracket that is kept whole where that costs no line.
const LONG: usize = 40;

/// What begins a note.
const NOTE: char = '※';

/// Brackets that hold words together.
const BRACKETS: [(char, char); 6] =
    [('(', ')'), ('[', ']'), ('〔', '〕'), ('「', '」'), ('『', '』'), ('（', '）')];

/// Makes a line's end within brackets and notes cost what it does, and lets one
/// end before a bracket of several words.
pub(super) fn price_groups(text: &str, stops: &mut [Stop]) {
    each_group(text, |bytes, price| {
        let first = stops.partition_point(|stop| (stop.at as usize) < bytes.start);
        let has_words = text[bytes.clone()].contains(is_space);
        let inner = stops[first..].iter_mut();
        for stop in inner.take_while(|stop| (stop.at as usize) < bytes.end) {
            if stop.at as usize > bytes.start {
                stop.price = stop.price.saturating_add(price);
            } else if stop.rank == Rank::Mark && has_words {
                (stop.rank, stop.price) = (Rank::Joint, 0);
            }
        }
    });
}

/// Calls `found` with the bytes of each group of a text, and with what a line's
/// end within it costs.
fn each_group(text: &str, mut found: impl FnMut(Range<usize>, u16)) {
    // Those that are open, each with its place and the character's number.
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut note: Option<(usize, usize)> = None;
    let mut count = 0;
    let mut report = |bytes: Range<usize>, length: usize| match length {
        0..=SHORT => found(bytes, price::SHORT_GROUP),
        length if length <= LONG => found(bytes, price::LONG_GROUP),
        _ => {}
    };
    for (at, character) in text.char_indices() {
        count += 1;
        let ends_note = character == '\n' || character == NOTE;
        if let Some((from, first)) = note.take_if(|_| ends_note) {
            report(from..at, (count - first).max(SHORT + 1));
        }
        match character {
            '\n' => open.clear(),
            NOTE => note = Some((at, count)),
            _ => {}
        }
        if BRACKETS.iter().any(|(opening, _)| *opening == character) {
            open.push((character, at, count));
        } else if let Some((opening, _)) =
            BRACKETS.iter().find(|(_, closing)| *closing == character)
        {
            // What stands open within it is no bracket; what is too far is no group.
            let near = open.iter().rev().take_while(|(_, _, first)| count - first < LONG).count();
            let far = open.len() - near;
            if let Some(place) = open[far..].iter().rposition(|(open, ..)| open == opening) {
                let (_, from, first) = open[far + place];
                open.truncate(far + place);
                report(from..at + character.len_utf8(), count - first + 1);
            }
        }
    }
    if let Some((from, first)) = note {
        report(from..text.len(), (count - first + 1).max(SHORT + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(text: &str) -> Vec<(&str, u16)> {
        let mut groups = Vec::new();
        each_group(text, |bytes, price| groups.push((&text[bytes], price)));
        groups
    }

    #[test]
    fn brackets_and_notes_are_wholes_by_their_length() {
        assert_eq!(
            groups("축제 (조회수 5,843회) 등 (여름밤 음악회 조회수 12,843회)"),
            [
                ("(조회수 5,843회)", price::SHORT_GROUP),
                ("(여름밤 음악회 조회수 12,843회)", price::LONG_GROUP)
            ]
        );
        assert_eq!(groups("지원 ※ 협의"), [("※ 협의", price::LONG_GROUP)]);
        assert_eq!(groups("※ 하나\n둘"), [("※ 하나", price::LONG_GROUP)]);
        assert_eq!(groups(") 가 ( 나"), []);
        assert_eq!(groups("(가 [나 다)"), [("(가 [나 다)", price::SHORT_GROUP)]);
        let long = format!("({} {})", "가".repeat(30), "나".repeat(20));
        assert_eq!(groups(&long), []);
    }
}
