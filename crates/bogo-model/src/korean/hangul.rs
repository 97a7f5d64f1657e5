//! Hangul: syllables, the letters that they are made of, and what they end in.

use std::ops::RangeInclusive;

use unicode_normalization::char::compose;

/// All syllables of today, in the order of their letters.
pub const SYLLABLES: RangeInclusive<char> = '가'..='힣';

/// How many vowels, and how many last consonants with none, a syllable has
/// one of.
const VOWELS: u32 = 21;
const LASTS: u32 = 28;

/// Whether it is a syllable: 가 to 힣.
pub fn is_syllable(character: char) -> bool {
    SYLLABLES.contains(&character)
}

/// How many syllables come before this one; `None` for anything else.
pub(crate) fn syllables_before(syllable: char) -> Option<usize> {
    place(syllable).map(|place| place as usize)
}

fn place(syllable: char) -> Option<u32> {
    is_syllable(syllable).then(|| u32::from(syllable) - u32::from(*SYLLABLES.start()))
}

/// The syllable of an initial consonant, a vowel and a last consonant, by their
/// numbers in the order of Unicode, from 0; without a last one it is 0. `None`
/// if there is none of such a number.
pub(crate) fn syllable(initial: u32, vowel: u32, last: u32) -> Option<char> {
    let place = (initial * VOWELS + vowel) * LASTS + last;
    let syllable = char::from_u32(u32::from(*SYLLABLES.start()) + place)?;
    (vowel < VOWELS && last < LASTS && is_syllable(syllable)).then_some(syllable)
}

/// The number of the last consonant of a syllable; 0 for none.
fn last_consonant(syllable: char) -> Option<u32> {
    place(syllable).map(|place| place % LASTS)
}

/// What a syllable ends in, which particles depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// A vowel: 나, 바.
    Vowel,
    /// ㄹ, which takes 로.
    Rieul,
    /// Any other consonant.
    Consonant,
}

/// What a syllable ends in; `None` for anything else.
pub(crate) fn ending(syllable: char) -> Option<Ending> {
    last_consonant(syllable).map(|last| match last {
        0 => Ending::Vowel,
        8 => Ending::Rieul,
        _ => Ending::Consonant,
    })
}

/// Whether a syllable ends in ㄴ.
pub(crate) fn ends_in_nieun(syllable: char) -> bool {
    last_consonant(syllable) == Some(4)
}

/// The syllables that a text begins with.
pub(crate) fn leading_syllables(text: &str) -> &str {
    let end = text.find(|character| !is_syllable(character)).unwrap_or(text.len());
    &text[..end]
}

/// Whether it is a letter that stands by itself: ㄱ, ㅏ.
pub(crate) fn is_letter(character: char) -> bool {
    ('ㄱ'..='ㅣ').contains(&character)
}

/// Whether it is a consonant that stands by itself: ㄱ, ㄳ.
pub(crate) fn is_consonant(character: char) -> bool {
    ('ㄱ'..='ㅎ').contains(&character)
}

/// The usual letter of one of half width: ㄱ for ﾡ.
pub(crate) fn full_width(letter: char) -> Option<char> {
    // They stand in the order of the usual ones, with gaps between.
    const RUNS: [(RangeInclusive<char>, char); 5] = [
        ('ﾡ'..='ﾾ', 'ㄱ'),
        ('ￂ'..='ￇ', 'ㅏ'),
        ('ￊ'..='ￏ', 'ㅕ'),
        ('ￒ'..='ￗ', 'ㅛ'),
        ('ￚ'..='ￜ', 'ㅡ'),
    ];
    let (run, usual) = RUNS.iter().find(|(run, _)| run.contains(&letter))?;
    char::from_u32(u32::from(*usual) + u32::from(letter) - u32::from(*run.start()))
}

/// What holds the place of an initial consonant in a syllable without one.
pub(crate) const INITIAL_FILLER: char = '\u{115f}';

/// What holds the place of a vowel in a syllable without one.
pub(crate) const VOWEL_FILLER: char = '\u{1160}';

/// Whether it is an initial consonant of a syllable in its letters, be it of
/// today or not, or holds the place of one.
pub(crate) fn is_initial(character: char) -> bool {
    matches!(character, '\u{1100}'..=INITIAL_FILLER | '\u{a960}'..='\u{a97c}')
}

/// Whether it is a vowel of a syllable in its letters, or holds the place of
/// one.
pub(crate) fn is_vowel(character: char) -> bool {
    matches!(character, VOWEL_FILLER..='\u{11a7}' | '\u{d7b0}'..='\u{d7c6}')
}

/// Whether it is a last consonant of a syllable in its letters.
pub(crate) fn is_last(character: char) -> bool {
    matches!(character, '\u{11a8}'..='\u{11ff}' | '\u{d7cb}'..='\u{d7fb}')
}

/// The letters that a text begins with that make one syllable. Such a syllable
/// may be one of today that lacks nothing but its last letter.
pub(crate) fn leading_letters(text: &str) -> &str {
    let first = text.chars().next().filter(|first| is_syllable(*first));
    let begin = first.map_or(0, char::len_utf8);
    let kinds: [fn(char) -> bool; 3] = [is_initial, is_vowel, is_last];
    let kinds = if first.is_some() { &kinds[1..] } else { &kinds[..] };
    let end = kinds.iter().fold(begin, |end, is_kind| {
        end + text[end..].find(|c| !is_kind(c)).unwrap_or(text.len() - end)
    });
    &text[..end]
}

/// The one syllable that all of these letters make; `None` if they make none
/// that is used today.
pub(crate) fn joined(letters: &str) -> Option<char> {
    let mut letters = letters.chars();
    let first = letters.next()?;
    letters.try_fold(first, compose)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    proptest! {
        #[test]
        fn a_syllable_is_put_together_from_what_it_is_taken_apart_into(text in "[가-힣]") {
            let apart: String = text.nfd().collect();
            let behind = format!("{apart}나");
            prop_assert_eq!(leading_letters(&behind), &apart);
            prop_assert_eq!(joined(&apart), text.chars().next());
        }

        #[test]
        fn a_syllable_is_that_of_its_letters(initial in 0..19_u32, vowel in 0..21_u32, last in 0..28_u32) {
            let made = syllable(initial, vowel, last).expect("a syllable");
            let before = (initial * 21 + vowel) * 28 + last;
            prop_assert_eq!(syllables_before(made), Some(before as usize));
            let apart: Vec<char> = [made].into_iter().nfd().collect();
            prop_assert_eq!(is_initial(apart[0]) && is_vowel(apart[1]), true);
            prop_assert_eq!(apart.get(2).is_some_and(|c| is_last(*c)), last > 0);
            prop_assert_eq!(ending(made) == Some(Ending::Vowel), last == 0);
        }
    }

    #[test]
    fn a_syllable_tells_what_it_ends_in() {
        assert_eq!(ending('나'), Some(Ending::Vowel));
        assert_eq!(ending('물'), Some(Ending::Rieul));
        assert_eq!(ending('강'), Some(Ending::Consonant));
        assert_eq!(ending('A'), None);
        assert!(ends_in_nieun('전') && !ends_in_nieun('정'));
    }

    #[test]
    fn letters_of_half_width_are_usual_ones() {
        let halves = ('\u{ffa0}'..='\u{ffdc}').filter_map(|half| Some((half, full_width(half)?)));
        let halves: Vec<(char, char)> = halves.collect();
        // Today's 30 consonants, 21 vowels and none twice.
        assert_eq!(halves.len(), 51);
        for (half, usual) in halves {
            // Unicode's own decomposition leads to the same letter in a syllable.
            let [half, usual_apart] =
                [half, usual].map(|c| [c].into_iter().nfkd().collect::<String>());
            assert_eq!(half, usual_apart, "{usual}");
            assert!(is_letter(usual) && (is_consonant(usual) || usual >= 'ㅏ'));
        }
    }
}
