//! Characters that cannot be printed, and what was meant by them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::private_use::{Origin, is_private, origin};
use crate::diagnostic::Message;
use crate::korean::hangul;
use crate::message;
use crate::quoting::is_invisible;

/// Why a character is no part of a text that others are to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Tab,
    Control,
    Invisible,
    /// A mark that is set over or beside the character before it, of which
    /// there is none.
    Alone,
    /// U+FFFD, which stands where a character was lost.
    Lost,
    /// A code that is no character by definition, such as U+FFFE.
    NoCharacter,
    Private,
    /// There is no glyph for it.
    NoGlyph,
}

impl Fault {
    /// What is wrong with a character whatever faces there are.
    fn of(character: char) -> Option<Self> {
        let code = u32::from(character);
        match character {
            '\n' => None,
            '\t' => Some(Self::Tab),
            '\u{fffd}' => Some(Self::Lost),
            '\u{fdd0}'..='\u{fdef}' => Some(Self::NoCharacter),
            _ if code & 0xFFFE == 0xFFFE => Some(Self::NoCharacter),
            _ if character.is_control() => Some(Self::Control),
            // Some fonts have glyphs for what leaves no mark; it still spoils
            // searching and copying.
            _ if is_invisible(character) => Some(Self::Invisible),
            _ if is_private(character) => Some(Self::Private),
            _ => None,
        }
    }
}

/// Whether a character says something to a reader. No private character does,
/// whatever a font draws for it: the text of a PDF would hold a code that
/// nobody can read or search for, and PDF/A forbids it. Nor does the mark of
/// a lost character, or a code that is none.
pub fn is_readable(character: char) -> bool {
    !matches!(Fault::of(character), Some(Fault::Private | Fault::Lost | Fault::NoCharacter))
}

/// What is wrong with the characters of a text that is printed, each once.
/// `covers` tells whether a font has a glyph for one; those to which
/// `is_asked` says no are let be, by where they begin.
pub(super) fn unprintable(
    text: &str,
    covers: &dyn Fn(char) -> bool,
    is_asked: impl Fn(usize) -> bool,
) -> Vec<(char, Fault)> {
    let mut before = None;
    each_once(text, |character, at| {
        let alone = is_alone(before.replace(character)) && is_combining_mark(character);
        let missing = || character != '\n' && !covers(character);
        unreadable(text, character, at)
            .or(alone.then_some(Fault::Alone))
            .or_else(|| missing().then_some(Fault::NoGlyph))
            .filter(|_| is_asked(at))
    })
}

/// The characters that say nothing in a text that is read out and not printed,
/// each once.
pub(super) fn unheard(text: &str) -> Vec<(char, Fault)> {
    each_once(text, |character, at| unreadable(text, character, at))
}

/// What is wrong with the character at a byte of a text whatever faces there
/// are.
fn unreadable(text: &str, character: char, at: usize) -> Option<Fault> {
    Fault::of(character).filter(|fault| *fault != Fault::Invisible || !fills(text, at))
}

/// What `fault` finds of the characters and where they begin, each character
/// once.
fn each_once(
    text: &str,
    mut fault: impl FnMut(char, usize) -> Option<Fault>,
) -> Vec<(char, Fault)> {
    let mut found: Vec<(char, Fault)> = Vec::new();
    for (at, character) in text.char_indices() {
        if let Some(fault) = fault(character, at)
            && found.iter().all(|(seen, _)| *seen != character)
        {
            found.push((character, fault));
        }
    }
    found
}

/// What is wrong with a character.
pub(super) fn said(character: char, fault: Fault) -> Message {
    let code = u32::from(character);
    match fault {
        Fault::Tab => {
            message!("글 안에 탭(U+0009)이 있습니다", "there is a tab (U+0009) in a text")
        }
        Fault::Control => message!(
            "글 안에 보이지 않는 제어 문자(U+{code:04X})가 있습니다",
            "there is an invisible control character U+{code:04X} in a text"
        ),
        Fault::Invisible => message!(
            "글 안에 보이지 않는 글자(U+{code:04X})가 있습니다",
            "there is an invisible character U+{code:04X} in a text"
        ),
        Fault::Alone => message!(
            "앞 글자에 붙는 부호(U+{code:04X})가 글자 없이 홀로 있습니다",
            "a mark that belongs to the character before it, U+{code:04X}, stands alone in a text"
        ),
        Fault::Lost => message!(
            "글 안에 깨진 글자 �(U+FFFD)가 있습니다",
            "there is a lost character � (U+FFFD) in a text"
        ),
        Fault::NoCharacter => message!(
            "글 안에 글자가 아닌 코드(U+{code:04X})가 있습니다",
            "there is a code that is no character, U+{code:04X}, in a text"
        ),
        Fault::Private => message!(
            "글 안에 개인용 글자(U+{code:04X})가 있습니다",
            "there is a private-use character U+{code:04X} in a text"
        ),
        Fault::NoGlyph => message!(
            "어느 글꼴에도 없는 글자입니다: ‘{character}’(U+{code:04X})",
            "no font has the character `{character}` (U+{code:04X})"
        ),
    }
}

/// The usual form of a character that faces hardly have: 「 of the half-width
/// ｢, ■ of ￭, 金 of the second code that Korean standards have for it.
///
/// It is what Unicode holds to be the same, save for the dots that Korean
/// writes as ·, and a few signs of which Unicode says nothing.
pub(super) fn usual_form(character: char) -> Option<String> {
    if let Some(letter) = hangul::full_width(character) {
        return Some(letter.to_string());
    }
    let sign = match character {
        '･' | '⦁' => '·',
        '⦿' => '◉',
        '⬜' => '□',
        '〰' => '~',
        '〚' => '[',
        '〛' => ']',
        _ => {
            let same: String = character.nfkc().collect();
            let other = same.chars().ne([character]) && !same.contains('\u{20}');
            return other.then_some(same);
        }
    };
    Some(sign.to_string())
}

/// What to write for a character that has a usual form.
pub(super) fn usual_instead(sign: &str) -> Message {
    message!(
        "‘{sign}’(으)로 바꾸십시오. 같은 글자의 흔한 꼴이고, 글꼴에 있습니다.",
        "write {sign}, the usual form of the same character"
    )
}

/// What to write for a sign of a word processor's own.
pub(super) fn instead(sign: &str) -> Message {
    message!(
        "한글이나 Word에서만 보이는 글자로, ‘{sign}’인 듯합니다. 항목의 글머리표라면 지우고(기호는 저절로 붙음), 아니면 ‘{sign}’(으)로 바꾸십시오.",
        "only a word processor has this character, where it most likely looks like {sign}; delete it if it is an item's bullet, write {sign} otherwise"
    )
}

/// What to do about a character of which nobody knows what it was.
pub(super) fn remedy(character: char, fault: Fault) -> Message {
    match fault {
        Fault::Tab => message!("빈칸으로 바꾸십시오.", "replace it by a space"),
        Fault::Control | Fault::Invisible => message!(
            "지우십시오. 웹이나 한글에서 붙여 넣을 때 따라온 글자입니다.",
            "delete it; it came along when the text was pasted"
        ),
        Fault::Alone => message!(
            "부호를 지우거나, 부호가 붙을 글자 바로 뒤에 쓰십시오.",
            "delete it, or type it right behind the character that it belongs to"
        ),
        Fault::Lost => message!(
            "CP949처럼 다른 인코딩으로 저장된 글을 잘못 읽어 원래 글자를 잃은 자리입니다. 원본을 보고 다시 쓰십시오.",
            "a character was lost here when text in another encoding was read; type it again from the original"
        ),
        Fault::NoCharacter => message!(
            "지우십시오. 프로그램이 잘못 넣은 코드입니다.",
            "delete it; a program put it there by mistake"
        ),
        Fault::Private if origin(character) == Origin::OldHangul => message!(
            "예전 한글의 옛한글 글자인 듯합니다. 한글 2010 이후에서 옛한글(첫가끝)로 다시 입력해 붙여 넣으십시오.",
            "it seems to be old Hangul as it was coded before Unicode had it; type it in conjoining letters"
        ),
        Fault::Private => message!(
            "한글 프로그램에서만 보이는 글자입니다. 항목의 글머리표라면 지우고(기호는 저절로 붙음), 아니면 □ ○ ◦ ▪ ※ 같은 글자로 바꾸십시오.",
            "only a word processor has this character; delete it if it is an item's bullet, use □ ○ ◦ ▪ ※ or the like otherwise"
        ),
        Fault::NoGlyph if matches!(character, '\u{1f000}'..='\u{1faff}') => message!(
            "그림 글자는 찍을 수 없습니다. 낱말로 바꾸거나 지우십시오.",
            "pictographs cannot be printed; use a word instead"
        ),
        Fault::NoGlyph => message!(
            "다른 글자로 바꾸거나, 이 글자가 든 글꼴을 보고서 폴더의 fonts/ 폴더에 넣으십시오.",
            "use another character, or put a font that has it into the edition's fonts/ folder"
        ),
    }
}

/// Whether the character at a byte stands in a mark before what this prints:
/// in the name of a figure.
pub(super) fn is_in_name(text: &str, at: usize) -> bool {
    let Some(open) = text[..at].rfind(['{', '}']).filter(|open| text[*open..].starts_with('{'))
    else {
        return false;
    };
    if text[..open].ends_with('{') {
        return false;
    }
    let inner = &text[open + 1..];
    let inner = &inner[..inner.find('}').unwrap_or(inner.len())];
    let word = inner.trim_start_matches(hangul::is_syllable);
    let is_calling = word.starts_with(['=', '.']);
    is_calling && inner.rfind(':').is_none_or(|colon| at < open + 1 + colon)
}

/// Whether a mark behind this character has none to belong to.
pub(super) fn is_alone(before: Option<char>) -> bool {
    before.is_none_or(char::is_whitespace)
}

/// Whether the character at a byte holds the place of a letter in a syllable of
/// old Hangul: a first consonant before a vowel, or a vowel behind a consonant.
/// Alone it is only there.
pub(super) fn fills(text: &str, at: usize) -> bool {
    use hangul::{INITIAL_FILLER, VOWEL_FILLER, is_initial, is_last, is_vowel};
    let before = text[..at].chars().next_back();
    let mut from = text[at..].chars();
    match (from.next(), from.next(), from.next()) {
        (Some(INITIAL_FILLER), Some(VOWEL_FILLER), last) => last.is_some_and(is_last),
        (Some(INITIAL_FILLER), next, _) => next.is_some_and(is_vowel),
        (Some(VOWEL_FILLER), last, _) if before == Some(INITIAL_FILLER) => {
            last.is_some_and(is_last)
        }
        (Some(VOWEL_FILLER), ..) => before.is_some_and(is_initial),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_marks_are_told_from_what_is_printed() {
        for (text, expected) in [
            ("{=｢표.가}", true),
            ("{비율=｢가/나:3}", true),
            ("{계.｢가:3}", true),
            ("{이름=가:약 ｢3}", false),
            ("{굵게:｢가: 나}", false),
            ("{=가}｢", false),
            ("{{=｢가}}", false),
            ("｢", false),
        ] {
            let at = text.find('｢').expect("the character");
            assert_eq!(is_in_name(text, at), expected, "{text}");
        }
    }

    #[test]
    fn characters_that_faces_hardly_have_have_usual_forms() {
        for (character, usual) in [
            ('｢', Some("「")),
            ('｣', Some("」")),
            ('､', Some("、")),
            ('｡', Some("。")),
            ('･', Some("·")),
            ('￭', Some("■")),
            ('￮', Some("○")),
            ('￫', Some("→")),
            ('﹣', Some("-")),
            ('㎅', Some("KB")),
            ('⒈', Some("1.")),
            ('㊀', Some("一")),
            ('\u{f90a}', Some("金")),
            ('ﾡ', Some("ㄱ")),
            ('ﾷ', Some("ㅇ")),
            ('ￂ', Some("ㅏ")),
            ('ￜ', Some("ㅣ")),
            ('〇', None),
            ('가', None),
            ('☃', None),
        ] {
            assert_eq!(usual_form(character).as_deref(), usual, "{character}");
        }
    }
}
