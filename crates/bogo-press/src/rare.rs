//! Characters that few reports have: syllables beyond the 2,350 of KS X 1001, and
//! hanja.
//!
//! Four fifths of a Korean font are their outlines. What a face of the program
//! draws without them is kept beside it, so that a report that has none need not
//! read, remember and hash the rest.

use std::ops::RangeInclusive;

/// All syllables of Hangul.
pub(crate) const SYLLABLES: RangeInclusive<u32> = 0xAC00..=0xD7A3;

/// Whether a character is one of them, by the usual syllables: a bit for each of
/// the 11,172.
pub(crate) fn is_rare(character: char, usual: &[u8]) -> bool {
    match u32::from(character) {
        code if SYLLABLES.contains(&code) => {
            let index = code - SYLLABLES.start();
            usual.get(index as usize / 8).is_none_or(|eight| eight & bit(index) == 0)
        }
        0x2E80..=0x2FDF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF => true,
        _ => false,
    }
}

/// The bit of a syllable among the eight that it stands with.
pub(crate) fn bit(index: u32) -> u8 {
    1 << (index % 8)
}
