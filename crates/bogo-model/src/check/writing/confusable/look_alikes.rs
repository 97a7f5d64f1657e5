//! Characters that are taken for others because they look like them.

use std::ops::Range;

use super::CONFUSABLE;
use crate::check::sentences::{Role, Sentence};
use crate::check::writing::unit_line::named_unit;
use crate::check::writing::words::{at, before, runs};
use crate::check::writing::{Hit, Reading, write_instead};
use crate::diagnostic::Message;
use crate::korean::hangul::{is_letter, is_syllable};
use crate::korean::units::unit_word_at_start;
use crate::message;

/// The middle dot that Korean keyboards and the standard of spelling mean.
const DOT: char = '·';

/// Other dots of the height of a middle dot.
const DOTS: [char; 8] = ['ㆍ', '・', '･', '․', '‧', '•', '∙', '⋅'];

/// Letters of other scripts, and the Latin ones that they look like.
const FOREIGN: [(char, char); 34] = [
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('а', 'a'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('у', 'y'),
    ('х', 'x'),
    ('і', 'i'),
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
    ('ο', 'o'),
];

/// Roman numbers in Latin letters, and their own characters.
const ROMAN: [(&str, char); 8] = [
    ("I", 'Ⅰ'),
    ("II", 'Ⅱ'),
    ("III", 'Ⅲ'),
    ("IV", 'Ⅳ'),
    ("V", 'Ⅴ'),
    ("VI", 'Ⅵ'),
    ("VII", 'Ⅶ'),
    ("VIII", 'Ⅷ'),
];

/// Characters of a sentence that are taken for others.
pub(super) fn hits(sentence: &Sentence, _: &Reading<'_>) -> Vec<Hit> {
    let text = &sentence.text;
    let mut hits: Vec<Hit> = roman(text).into_iter().collect();
    // Most texts are syllables and characters of ASCII.
    if text.chars().any(|c| !is_syllable(c) && !c.is_ascii()) {
        hits.extend(dots(text));
        hits.extend(full_widths(sentence));
        hits.extend(jamo(text));
        hits.extend(marker(sentence));
    }
    if let Some(marker) = typed_marker(sentence) {
        // What is to go need not be another sign first.
        hits.retain(|hit| hit.range.start >= marker.range.end);
        hits.push(marker);
    }
    hits.extend(runs(text, is_written).into_iter().filter_map(|run| mixed(text, run)));
    hits
}

/// A hit with what belongs there.
fn mistaken(range: Range<usize>, message: Message, right: String) -> Hit {
    let help = write_instead(&right);
    Hit::new(&CONFUSABLE, range, message).with_instead(right).with_help(help)
}

/// Dots between words that are no middle dots, all of a text at once.
fn dots(text: &str) -> Option<Hit> {
    let between = |start: usize, dot: char| {
        let outside = [before(text, start), at(text, start + dot.len_utf8())];
        outside.iter().all(|c| c.is_some_and(char::is_alphanumeric))
    };
    let found: Vec<(usize, char)> =
        text.char_indices().filter(|(start, c)| DOTS.contains(c) && between(*start, *c)).collect();
    let (first, dot) = *found.first()?;
    let (last, last_dot) = *found.last()?;
    let range = first..last + last_dot.len_utf8();
    let right: String = text[range.clone()]
        .char_indices()
        .map(|(at, c)| match found.iter().any(|(start, _)| *start == first + at) {
            true => DOT,
            false => c,
        })
        .collect();
    let code = u32::from(dot);
    let message = message!(
        "가운뎃점이 아닌 닮은 글자입니다: {dot} (U+{code:04X})",
        "this is not the middle dot but a look-alike: {dot} (U+{code:04X})"
    );
    let hit = Hit::new(&CONFUSABLE, range, message).with_instead(right);
    Some(hit.with_help(message!("가운뎃점 ·(U+00B7)을 쓰십시오.", "use the middle dot · (U+00B7)")))
}

/// A chapter's number in Latin letters: `II. 주요업무`.
fn roman(text: &str) -> Option<Hit> {
    let (number, rest) = text.split_once(". ")?;
    let (_, right) = ROMAN.iter().find(|(latin, _)| *latin == number)?;
    let hangul = rest.chars().any(is_syllable);
    let message = message!(
        "로마 숫자를 영문자로 적었습니다: {number}",
        "the Roman number is typed in Latin letters: {number}"
    );
    hangul.then(|| mistaken(0..number.len(), message, right.to_string()))
}

/// The usual form of a full-width character.
fn full_width(character: char) -> Option<char> {
    let is_wide = matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
        || "（），：；．！？％［］｛｝＝＋＆／＃＠＄".contains(character);
    let code = u32::from(character).checked_sub(0xFEE0)?;
    is_wide.then(|| char::from_u32(code)).flatten()
}

/// Full-width letters, digits and signs, each run of them; those of a pair of
/// brackets with what stands in it.
fn full_widths(sentence: &Sentence) -> Vec<Hit> {
    let text = &sentence.text;
    // The rules about units and labels tell what is wrong with their colons.
    let is_told = match sentence.role {
        Role::Unit | Role::Remark => named_unit(text).is_some(),
        Role::Label => text.trim_end().ends_with('：'),
        _ => sentence.follows_label && text.trim_start().starts_with('：'),
    };
    let mut all: Vec<Range<usize>> = Vec::new();
    for run in runs(text, |c| full_width(c).is_some()).into_iter().filter(|_| !is_told) {
        let count =
            |bracket| all.last().map_or(0, |last| text[last.clone()].matches(bracket).count());
        let is_open = count('（') > count('）') && text[run.clone()].contains('）');
        match all.last_mut() {
            Some(last) if is_open => last.end = run.end,
            _ => all.push(run),
        }
    }
    let told = all.into_iter().map(|run| {
        let typed = &text[run.clone()];
        let message =
            message!("전각 글자입니다: {typed}", "these are full-width characters: {typed}");
        let right = typed.chars().map(|c| full_width(c).unwrap_or(c)).collect();
        mistaken(run.clone(), message, right)
    });
    told.collect()
}

/// Markers of items as they are typed.
const MARKERS: [char; 16] =
    ['-', '–', '—', '－', 'ㅡ', '□', '■', '○', '◦', '●', '◇', '◆', '▪', '▶', '▷', '❍'];

/// Those of them that stand between words, too.
const DASHES: [char; 5] = ['-', '–', '—', '－', 'ㅡ'];

/// A marker that is typed where one is printed by itself.
fn typed_marker(sentence: &Sentence) -> Option<Hit> {
    let text = &sentence.text;
    let sign = text.chars().next().filter(|sign| match sentence.role {
        Role::Item => MARKERS.contains(sign) && !sentence.follows_label,
        Role::Note => *sign == '※',
        _ => false,
    })?;
    let rest = &text[sign.len_utf8()..];
    let words = rest.trim_start_matches(' ');
    // Boxes to be ticked come in several, and a dash may be a number's sign.
    let is_one = !rest.contains(sign) || DASHES.contains(&sign);
    let is_word = words.starts_with(|c: char| c.is_alphabetic() && !is_letter(c));
    let is_marker = words.len() < rest.len() && is_one && is_word;
    is_marker.then(|| {
        let range = 0..text.len() - words.len();
        let message = message!(
            "기호를 글에 적어 두 번 찍힙니다: {sign}",
            "the marker is typed and printed twice: {sign}"
        );
        let help = message!(
            "기호를 지우십시오. 여기에는 저절로 찍힙니다.",
            "remove it; a marker is set here by itself"
        );
        Hit::new(&CONFUSABLE, range, message).with_instead("").with_help(help)
    })
}

/// Whether a share follows, before which a dash makes it negative.
fn is_negative_share(text: &str, start: usize, end: usize) -> bool {
    let (left, number) = (text[..start].trim_end(), &text[end..]);
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let share = unit.len() < number.len() && unit.starts_with('%');
    share && !left.ends_with(|c: char| c.is_ascii_digit() || c == '%')
}

/// Vowels that stand for a dash or a bar.
fn jamo(text: &str) -> Vec<Hit> {
    let is_jamo = |c: Option<char>| c.is_some_and(is_letter);
    let mut hits = Vec::new();
    for (start, jamo) in text.char_indices() {
        let end = start + jamo.len_utf8();
        let alone = !is_jamo(before(text, start)) && !is_jamo(at(text, end));
        let right = match jamo {
            'ㅡ' if is_negative_share(text, start, end) => '△',
            'ㅡ' => '-',
            'ㅣ' => '|',
            _ => continue,
        };
        if alone {
            let message = message!(
                "한글 모음을 부호로 썼습니다: {jamo}",
                "a vowel is used as a sign: {jamo}"
            );
            hits.push(mistaken(start..end, message, right.to_string()));
        }
    }
    hits
}

/// The consonant ㅇ where a marker would stand. What to do about it depends on
/// whether a marker is set there anyway.
fn marker(sentence: &Sentence) -> Option<Hit> {
    if !sentence.text.starts_with("ㅇ ") {
        return None;
    }
    let message = message!(
        "글머리표 자리에 자음 ㅇ이 있습니다",
        "the consonant ㅇ stands where a marker would"
    );
    let hit = Hit::new(&CONFUSABLE, 0.."ㅇ".len(), message);
    Some(match sentence.role {
        Role::Item | Role::CellItem | Role::Label | Role::Note => hit.with_help(message!(
            "여기에는 글머리표가 저절로 찍힙니다. 지우십시오.",
            "a marker is set here by itself; remove it"
        )),
        Role::Paragraph => hit.with_help(message!(
            "목록으로 적으면 기호가 저절로 찍힙니다: {{ \"kind\": \"list\", \"markers\": [\"ㅇ\"], \"body\": [\"글\"] }}",
            "in a list the marker is set by itself: {{ \"kind\": \"list\", \"markers\": [\"ㅇ\"], \"body\": [\"…\"] }}"
        )),
        _ => hit.with_instead("○").with_help(message!(
            "기호로 썼으면 ‘○’로 쓰십시오. 여기에는 글머리표가 저절로 찍히지 않습니다.",
            "write `○` for a sign; no marker is set here by itself"
        )),
    })
}

/// Whether a character can stand in a Latin word or a number, or look like it.
fn is_written(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || character == ','
        || matches!(character, 'Α'..='ӿ')
            && FOREIGN.iter().any(|(foreign, _)| *foreign == character)
}

/// Letters in a number that look like digits, letters of other scripts in a
/// Latin word.
fn mixed(text: &str, run: Range<usize>) -> Option<Hit> {
    let typed = text[run.clone()].trim_end_matches(',');
    let range = run.start..run.start + typed.len();
    let latin = typed.contains(|c: char| c.is_ascii_alphabetic());
    let foreign = !typed.is_ascii();
    if latin && foreign {
        let latin = |c| FOREIGN.iter().find(|(foreign, _)| *foreign == c).map_or(c, |(_, l)| *l);
        let message = message!(
            "영문자를 닮은 다른 글자가 섞였습니다: {typed}",
            "letters of another script are mixed with Latin ones: {typed}"
        );
        return Some(mistaken(range, message, typed.chars().map(latin).collect()));
    }
    let digit = |c| match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        other => other,
    };
    let right: String = typed.chars().map(digit).collect();
    let numeric = right.chars().all(|c| c.is_ascii_digit() || c == ',') && right != typed;
    let ends = typed.starts_with(|c: char| c.is_ascii_digit())
        && (typed.ends_with(|c: char| c.is_ascii_digit())
            || typed.contains(',')
            || unit_word_at_start(&text[range.end..]).is_some());
    (numeric && ends).then(|| {
        let message = message!(
            "숫자 사이에 영문자가 있습니다: {typed}",
            "a letter stands in the number: {typed}"
        );
        mistaken(range, message, right)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::writing::fixture::{assert_mends, assert_silent, found_in};

    #[test]
    fn look_alikes_are_put_right() {
        assert_mends(
            "confusable",
            &[
                ("발굴ㆍ지원하여 계승ㆍ보존", "ㆍ지원하여 계승ㆍ", "·지원하여 계승·"),
                ("단체・개인", "・", "·"),
                ("기획․운영", "․", "·"),
                ("출‧퇴근", "‧", "·"),
                ("II. 주요업무", "II", "Ⅱ"),
                ("2O24년", "2O24", "2024"),
                ("1,O00명", "1,O00", "1,000"),
                ("1l0건", "1l0", "110"),
                ("총 1OO명", "1OO", "100"),
                ("총 １２명", "１２", "12"),
                ("홍보（영상", "（", "("),
                ("СNS 홍보", "СNS", "CNS"),
                ("총무팀ㅣ기획팀", "ㅣ", "|"),
            ],
        );
    }

    #[test]
    fn a_consonant_for_a_marker_is_a_sign_where_none_is_set_and_none_can_be() {
        for role in [Role::Item, Role::CellItem, Role::Note, Role::Paragraph] {
            let nothing = [("ㅇ".to_owned(), String::new())];
            assert_eq!(found_in("confusable", role, "ㅇ 세입예산"), nothing, "{role:?}");
        }
        for role in [Role::Caption, Role::Cell, Role::Head] {
            let sign = [("ㅇ".to_owned(), "○".to_owned())];
            assert_eq!(found_in("confusable", role, "ㅇ 세입예산"), sign, "{role:?}");
            assert_eq!(found_in("confusable", role, "○ 세입예산"), [], "{role:?}");
        }
    }

    #[test]
    fn full_width_forms_of_ascii_are_found_and_signs_of_their_own_are_not() {
        for (wide, right) in [
            ("２０２４", "2024"),
            ("ＫＴＸ", "KTX"),
            ("？！", "?!"),
            ("［", "["),
            ("｝", "}"),
            ("＝", "="),
            ("＋", "+"),
            ("＆", "&"),
            ("％", "%"),
            ("／", "/"),
        ] {
            let text = format!("가{wide}나");
            assert_mends("confusable", &[(text.as_str(), wide, right)]);
        }
        assert_silent(
            "confusable",
            &["＊시비", "가～나", "가－나", "￦1,000", "＜표＞", "가｜나", "가、나。"],
        );
    }

    #[test]
    fn a_vowel_before_a_share_is_told_to_be_the_sign_of_negative_numbers() {
        assert_mends("confusable", &[("ㅡ3.2% 감소", "ㅡ", "△"), ("10ㅡ20%", "ㅡ", "-")]);
    }

    #[test]
    fn markers_are_not_typed_where_they_are_printed() {
        for (role, typed, marker) in [
            (Role::Item, "- 어르신 교실", "- "),
            (Role::Item, "ㅡ 어르신 교실", "ㅡ "),
            (Role::Item, "－ 어르신－청년 교실", "－ "),
            (Role::Item, "□ 추진 배경", "□ "),
            (Role::Item, "○ 대상 - 주민", "○ "),
            (Role::Note, "※ 예산 별도", "※ "),
        ] {
            let found = found_in("confusable", role, typed);
            assert_eq!(found, [(marker.to_owned(), String::new())], "{typed}");
        }
        for (role, text) in [
            (Role::Item, "- 12명"),
            (Role::Item, "□ 동의 □ 미동의"),
            (Role::Item, "○○구 협의"),
            (Role::CellItem, "- 어르신 교실"),
            (Role::Paragraph, "○ 추진 배경"),
            (Role::Note, "예산 별도"),
        ] {
            assert_eq!(found_in("confusable", role, text), [], "{text}");
        }
    }

    #[test]
    fn full_width_brackets_are_one_slip() {
        for (typed, part, right) in
            [("새 사업（３건）", "（３건）", "(3건)"), ("（신규）사업", "（신규）", "(신규)")]
        {
            assert_mends("confusable", &[(typed, part, right)]);
        }
        assert_eq!(found_in("confusable", Role::Unit, "단위：명"), []);
        assert_eq!(found_in("confusable", Role::Label, "일시："), []);
    }

    #[test]
    fn what_only_looks_odd_is_right() {
        assert_silent(
            "confusable",
            &[
                "정책·사업, 기획",
                "＊시비 9,073백만원",
                "• 항목",
                "M2341 광역급행버스",
                "K패스, KTX, L=385m, B=20m",
                "A1, 3D, 4K, 2I",
                "10kΩ, 5μm",
                "I. Introduction",
                "Ⅱ. 주요업무",
                "ㅋㅋㅡㅡ",
                "기획운〮영",
                "ISO 9001",
                "O형 2명",
            ],
        );
    }
}
