//! What characters may stand at a line's beginning and end, and which belong
//! together.

use unicode_normalization::char::is_combining_mark;

use crate::korean::{GLUE, hangul, is_circled_number};

/// Whether it is a space of the text.
pub(super) fn is_space(character: char) -> bool {
    character == ' ' || character == GLUE
}

/// Whether it opens something.
pub(super) fn is_opening(character: char) -> bool {
    matches!(
        character,
        '(' | '[' | '{' | '「' | '『' | '〔' | '《' | '〈' | '【' | '‘' | '“' | '（' | '［' | '｛'
    )
}

/// Whether it closes something.
pub(super) fn is_closing(character: char) -> bool {
    matches!(
        character,
        ')' | ']' | '}' | '」' | '』' | '〕' | '》' | '〉' | '】' | '’' | '”' | '）' | '］' | '｝'
    )
}

/// Whether no line begins with it.
pub(super) fn is_never_first(character: char) -> bool {
    let is_unit =
        matches!(character, '%' | '‰' | '℃' | '℉' | '°' | '′' | '″' | '\u{3371}'..='\u{33df}');
    is_unit
        || is_closing(character)
        || matches!(
            character,
            ',' | '.'
                | ';'
                | ':'
                | '!'
                | '?'
                | '…'
                | '‥'
                | '·'
                | '・'
                | 'ㆍ'
                | '‧'
                | '~'
                | '～'
                | '∼'
        )
        || matches!(character, '、' | '。' | '，' | '．' | '：' | '；' | '！' | '？')
}

/// Whether no line ends with it.
pub(super) fn is_never_last(character: char) -> bool {
    is_opening(character) || matches!(character, '※' | '§' | '№')
}

/// Whether the text begins with what no line begins with. The apostrophe of a
/// year, ’24, is no closing quote.
pub(super) fn begins_badly(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.next();
    let is_year = first == Some('’') && characters.next().is_some_and(|c| c.is_ascii_digit());
    first.is_some_and(is_never_first) && !is_year
}

/// Whether it is the sign before a number.
pub(super) fn is_sign_of_number(character: char) -> bool {
    matches!(
        character,
        '△' | '▲'
            | '▽'
            | '▼'
            | '+'
            | '-'
            | '−'
            | '±'
            | '’'
            | '‘'
            | '\''
            | '￦'
            | '₩'
            | '$'
            | '#'
    )
}

/// Whether a text begins with a number, its sign included.
pub(super) fn begins_with_number(text: &str) -> bool {
    text.strip_prefix(is_sign_of_number)
        .unwrap_or(text)
        .starts_with(|character: char| character.is_ascii_digit())
}

/// Whether it is a sign that stands before an item and is nothing without it.
pub(super) fn is_sign_of_item(character: char) -> bool {
    is_circled_number(character)
        || matches!(
            character,
            '□' | '■'
                | '○'
                | '●'
                | '◦'
                | '◇'
                | '◆'
                | '▪'
                | '▫'
                | '▸'
                | '▶'
                | '☞'
                | '☑'
                | '☐'
                | '★'
                | '☆'
        )
}

/// Whether it is an ideograph or a kana.
pub(super) fn is_ideograph(character: char) -> bool {
    matches!(
        character,
        '\u{2e80}'..='\u{2fdf}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{30fa}'
            | '\u{30fc}'..='\u{30ff}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Whether the compiler spaces it as it does Chinese and Japanese: it takes no
/// tracking when a line is stretched, but a share of what is left to spaces.
pub(super) fn is_point(character: char) -> bool {
    let is_bracket = is_opening(character) || is_closing(character);
    let is_western = matches!(character, '(' | ')' | '[' | ']' | '{' | '}' | '‘' | '’' | '“' | '”');
    (is_bracket && !is_western)
        || matches!(character, '·' | '・' | '、' | '。' | '，' | '．' | '：' | '；' | '！' | '？')
        || is_ideograph(character)
}

/// Whether it is a letter of a script whose words are not cut between letters.
pub(super) fn is_latin(character: char) -> bool {
    let is_hangul = hangul::is_syllable(character)
        || hangul::is_letter(character)
        || hangul::is_initial(character)
        || hangul::is_vowel(character)
        || hangul::is_last(character);
    character.is_alphabetic() && !is_hangul && !is_ideograph(character)
}

/// How many bytes of a text belong to its first character: the letters of one
/// syllable, and the marks on it.
pub(super) fn cluster_length(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    let mut end = hangul::leading_letters(text).len().max(first.len_utf8());
    // Two letters of a flag are one sign.
    let is_flag = |c: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&c);
    if is_flag(first)
        && let Some(second) = text[end..].chars().next().filter(|c| is_flag(*c))
    {
        end += second.len_utf8();
    }
    let mut is_joined = false;
    for character in text[end..].chars() {
        if !is_joined && !extends(character) {
            break;
        }
        is_joined = character == '\u{200d}';
        end += character.len_utf8();
    }
    end
}

/// Whether a character is a mark on the one before it.
fn extends(character: char) -> bool {
    is_combining_mark(character)
        || matches!(
            character,
            '\u{00ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_a_syllable_and_the_marks_on_it_are_one_character() {
        let whole = [
            "가",
            "가\u{302e}",
            "\u{1112}\u{119e}\u{11ab}",
            "\u{1112}\u{119e}\u{11ab}\u{302f}",
            "葛\u{e0100}",
            "1\u{fe0f}\u{20e3}",
            "🇰🇷",
            "👩\u{200d}🚒",
            "é",
        ];
        for one in whole {
            assert_eq!(cluster_length(&format!("{one}나")), one.len(), "{one}");
        }
        assert_eq!(cluster_length("한글"), 3);
        assert_eq!(cluster_length(""), 0);
    }

    #[test]
    fn an_apostrophe_before_a_year_may_begin_a_line() {
        assert!(!begins_badly("’24. 7월"));
        assert!(begins_badly("’ 뒤") && begins_badly(") 뒤") && begins_badly("%를"));
    }
}
