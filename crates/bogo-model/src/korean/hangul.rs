//! Syllables, and what they end in.

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

/// Whether it is a syllable: 가 to 힣.
pub(crate) fn is_syllable(character: char) -> bool {
    ('가'..='힣').contains(&character)
}

/// The number of the final consonant of a syllable; 0 for none.
fn last_consonant(syllable: char) -> Option<u32> {
    is_syllable(syllable).then(|| (u32::from(syllable) - u32::from('가')) % 28)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syllable_tells_what_it_ends_in() {
        assert_eq!(ending('나'), Some(Ending::Vowel));
        assert_eq!(ending('물'), Some(Ending::Rieul));
        assert_eq!(ending('강'), Some(Ending::Consonant));
        assert_eq!(ending('A'), None);
        assert!(ends_in_nieun('전') && !ends_in_nieun('정'));
    }
}
