//! Characters that only one program or font knows, and what they look like
//! there.
//!
//! Nobody but their makers says what private-use characters are, so that the
//! table holds only what was seen: how 한글 itself prints the signs of its own
//! fonts, and the published equivalents of Wingdings, by whose pictures 한글
//! and Word print U+F020 to U+F0FF in any font.

use std::ops::RangeInclusive;

/// Whose character it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// A sign of 한글's own fonts.
    Hancom,
    /// A sign of Wingdings or Symbol.
    Symbols,
    /// A syllable of old Hangul, as it was coded before it was in Unicode.
    OldHangul,
    /// Nothing that is known here.
    Unknown,
}

/// Signs of 한글's own fonts, as it prints them.
const HANCOM: &[(u32, &str)] = &[
    (0xF003B, "↓"),
    (0xF0090, "✺"),
    (0xF00E1, "(인)"),
    (0xF012B, "(인)"),
    (0xF0288, "⓪"),
    (0xF0289, "①"),
    (0xF028A, "②"),
    (0xF028C, "④"),
    (0xF028D, "⑤"),
    (0xF028E, "⑥"),
    (0xF028F, "⑦"),
    (0xF0290, "⑧"),
    (0xF0291, "⑨"),
    (0xF02C5, "⑫"),
    (0xF02EC, "◇"),
    (0xF02EF, "·"),
    (0xF02FB, "▸"),
    (0xF02FC, "►"),
    (0xF031C, "■"),
    (0xF03A0, "↵"),
    (0xF03A7, "⊟"),
    (0xF03A8, "⊞"),
    (0xF03C5, "□"),
    (0xF03DA, "□"),
    (0xF03EF, "한"),
    (0xF03F0, "글"),
    (0xF03F1, "과"),
    (0xF03F2, "컴"),
    (0xF03F3, "퓨"),
    (0xF03F4, "터"),
    (0xF03FF, "□"),
    (0xF0806, "┌"),
    (0xF0807, "┬"),
    (0xF0808, "┐"),
    (0xF080C, "└"),
    (0xF080E, "┘"),
    (0xF080F, "━"),
    (0xF0810, "│"),
    (0xF081C, "┈"),
    (0xF0832, "═"),
    (0xF0848, "━"),
    (0xF0854, "《"),
    (0xF0855, "》"),
];

/// Numbers 1 to 20 in a square, white and black, of which Unicode has the
/// circled ones.
const IN_SQUARE: RangeInclusive<u32> = 0xF02B1..=0xF02C4;
const IN_BLACK_SQUARE: RangeInclusive<u32> = 0xF02CE..=0xF02E1;

/// The usual bullets of Wingdings, and the one of Symbol.
const SYMBOLS: &[(u32, &str)] = &[
    (0xF045, "☜"),
    (0xF046, "☞"),
    (0xF06C, "●"),
    (0xF06D, "❍"),
    (0xF06E, "■"),
    (0xF06F, "□"),
    (0xF071, "❑"),
    (0xF072, "❒"),
    (0xF073, "⬧"),
    (0xF074, "⧫"),
    (0xF075, "◆"),
    (0xF076, "❖"),
    (0xF09E, "·"),
    (0xF09F, "•"),
    (0xF0A1, "○"),
    (0xF0A4, "◉"),
    (0xF0A5, "◎"),
    (0xF0A7, "▪"),
    (0xF0A8, "◻"),
    (0xF0AB, "★"),
    (0xF0B7, "•"),
    (0xF0D8, "➢"),
    (0xF0E0, "→"),
    (0xF0E8, "➔"),
    (0xF0EF, "⇦"),
    (0xF0F0, "⇨"),
    (0xF0F1, "⇧"),
    (0xF0F2, "⇩"),
    (0xF0FC, "✔"),
    (0xF0FD, "☒"),
    (0xF0FE, "☑"),
];

/// Codes of the fonts for Wingdings and Symbol, and those of old Hangul.
const SYMBOL_CODES: RangeInclusive<u32> = 0xF020..=0xF0FF;
const OLD_HANGUL_CODES: RangeInclusive<u32> = 0xE0BC..=0xF8F7;

/// Whether a character is one of the three private areas.
pub(super) fn is_private(character: char) -> bool {
    matches!(
        character,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}'
    )
}

/// Whose a private character most likely is.
pub(super) fn origin(character: char) -> Origin {
    match u32::from(character) {
        code if SYMBOL_CODES.contains(&code) => Origin::Symbols,
        code if OLD_HANGUL_CODES.contains(&code) => Origin::OldHangul,
        0xF0000..=0xF0FFF => Origin::Hancom,
        _ => Origin::Unknown,
    }
}

/// What a character most likely was where it was typed, where that is known.
///
/// Old files of 한글 keep its own signs twelve bits short, as if they were
/// letters of Yi; such a letter is asked for, too.
pub(super) fn looks_like(character: char) -> Option<String> {
    let code = match u32::from(character) {
        code @ 0xA000..=0xAFFF => 0xF0000 | code & 0xFFF,
        code => code,
    };
    let circled = |first: u32, ten: char, twenty: char| {
        let index = code - first;
        let circled = u32::from(if index < 10 { ten } else { twenty }) + index % 10;
        char::from_u32(circled).map(String::from)
    };
    if IN_SQUARE.contains(&code) {
        return circled(*IN_SQUARE.start(), '①', '⑪');
    }
    if IN_BLACK_SQUARE.contains(&code) {
        return circled(*IN_BLACK_SQUARE.start(), '❶', '⓫');
    }
    let table = if code < 0xF0000 { SYMBOLS } else { HANCOM };
    let index = table.binary_search_by_key(&code, |(code, _)| *code).ok()?;
    Some(table[index].1.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order_and_hold_private_characters_only() {
        for table in [HANCOM, SYMBOLS] {
            assert!(table.windows(2).all(|pair| pair[0].0 < pair[1].0));
            for (code, sign) in table {
                let private = char::from_u32(*code).expect("a character");
                assert!(is_private(private) && origin(private) != Origin::OldHangul);
                assert!(!sign.chars().any(is_private));
            }
        }
    }

    #[test]
    fn signs_are_told_by_the_program_that_they_come_from() {
        for (private, sign) in [
            ('\u{f02b1}', Some("①")),
            ('\u{f02ba}', Some("⑩")),
            ('\u{f02bb}', Some("⑪")),
            ('\u{f02c4}', Some("⑳")),
            ('\u{f02ce}', Some("❶")),
            ('\u{f02d8}', Some("⓫")),
            ('\u{f02e1}', Some("⓴")),
            ('\u{f06e}', Some("■")),
            ('\u{f0b7}', Some("•")),
            ('\u{a2b1}', Some("①")),
            ('\u{f028b}', None),
            ('\u{e0bc}', None),
            ('\u{100000}', None),
            ('가', None),
        ] {
            assert_eq!(looks_like(private).as_deref(), sign, "{private:?}");
        }
        assert_eq!(origin('\u{f400}'), Origin::OldHangul);
        assert_eq!(origin('\u{f02b1}'), Origin::Hancom);
        assert_eq!(origin('\u{f0a7}'), Origin::Symbols);
        assert_eq!(origin('\u{100000}'), Origin::Unknown);
    }
}
