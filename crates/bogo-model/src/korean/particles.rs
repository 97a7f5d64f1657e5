//! Particles (조사): which form belongs behind a word, by its last sound.

use super::hangul::{Ending, ending, is_syllable};

/// Particles that have two forms: after a consonant, and after a vowel.
pub(crate) const PAIRS: [(&str, &str); 7] = [
    ("을", "를"),
    ("은", "는"),
    ("이", "가"),
    ("과", "와"),
    ("으로", "로"),
    ("이나", "나"),
    ("이라는", "라는"),
];

/// What the particles of [`PAIRS`] end in.
pub(crate) const ENDS_OF_PAIRS: [char; 10] =
    ['을', '를', '은', '는', '이', '가', '과', '와', '로', '나'];

/// What people type where they leave both forms open, with the place of the two
/// in [`PAIRS`].
pub(crate) const LEFT_OPEN: [(&str, usize); 20] = [
    ("(을)를", 0),
    ("(를)을", 0),
    ("(은)는", 1),
    ("(는)은", 1),
    ("(과)와", 3),
    ("(와)과", 3),
    ("을(를)", 0),
    ("를(을)", 0),
    ("은(는)", 1),
    ("는(은)", 1),
    ("이(가)", 2),
    ("가(이)", 2),
    ("과(와)", 3),
    ("와(과)", 3),
    ("(으)로", 4),
    ("으로(로)", 4),
    ("로(으로)", 4),
    ("(이)나", 5),
    ("(이)라는", 6),
    ("이라는(라는)", 6),
];

/// Quotes that a name stands in.
const QUOTES: [(char, char); 5] =
    [('「', '」'), ('『', '』'), ('‘', '’'), ('“', '”'), ('《', '》')];

/// Forms left open, as messages have them behind what they quote.
const OPEN: [(&str, &str); 7] = [
    ("을(를)", "을"),
    ("은(는)", "은"),
    ("이(가)", "이"),
    ("과(와)", "과"),
    ("(으)로", "으로"),
    ("(이)나", "이나"),
    ("(이)라는", "이라는"),
];

/// A sentence whose particles are left open behind quotes, `‘{name}’은(는)`,
/// with those that fit what is quoted. What stands within quotes is nobody's
/// to change.
pub fn with_particles(sentence: String) -> String {
    if !sentence.contains('(') {
        return sentence;
    }
    let mut settled = String::with_capacity(sentence.len());
    let mut rest = sentence.as_str();
    while let Some(at) = rest.find(['’', '"']) {
        let behind = at + rest[at..].chars().next().map_or(1, char::len_utf8);
        settled.push_str(&rest[..behind]);
        rest = &rest[behind..];
        let open = OPEN.iter().find(|(open, _)| rest.starts_with(open));
        if let Some((open, consonant)) = open {
            settled.push_str(particle_behind(last_quoted(&settled), consonant));
            rest = &rest[open.len()..];
        }
    }
    settled + rest
}

/// What stands in the quotes at the end of a text.
fn last_quoted(text: &str) -> &str {
    let inner = text.strip_suffix(['’', '"']).unwrap_or(text);
    let opening = if text.ends_with('’') { '‘' } else { '"' };
    inner.rsplit(opening).next().unwrap_or(inner)
}

/// The particle of a pair after this sound.
pub(crate) fn fitting(pair: usize, sound: Ending) -> &'static str {
    let (consonant, vowel) = PAIRS[pair];
    match sound {
        Ending::Consonant => consonant,
        Ending::Rieul if consonant == "으로" => vowel,
        Ending::Rieul => consonant,
        Ending::Vowel => vowel,
    }
}

/// The particle behind a word that a message names, by the word's last
/// sound: `으로` asks for 으로 or 로, `은` for 은 or 는.
pub(crate) fn particle_behind(word: &str, after_consonant: &'static str) -> &'static str {
    let is_silent = |c: char| !c.is_alphanumeric() && !"%℃㎡㎢㎥㎏".contains(c);
    let spoken = word.trim_end_matches(is_silent);
    let letter = || before(spoken, spoken.len()).map(letter_sound);
    let sound = sound_before(spoken, spoken.len()).map(|(sound, _)| sound);
    let sound = sound.or_else(|| word_sound(spoken)).or_else(letter);
    let pair = PAIRS.iter().position(|(consonant, _)| *consonant == after_consonant);
    pair.map_or(after_consonant, |pair| fitting(pair, sound.unwrap_or(Ending::Vowel)))
}

/// What an English word ends in as Koreans say it, where its last letter does
/// not tell: 펀딩, 테이블, 네임.
fn word_sound(spoken: &str) -> Option<Ending> {
    const ENDS: [(&str, Ending); 7] = [
        ("ing", Ending::Consonant),
        ("ong", Ending::Consonant),
        ("ang", Ending::Consonant),
        ("me", Ending::Consonant),
        ("ne", Ending::Consonant),
        ("le", Ending::Rieul),
        ("get", Ending::Consonant),
    ];
    ENDS.iter().find(|(end, _)| spoken.ends_with(end)).map(|(_, sound)| *sound)
}

/// What the name of a Latin letter ends in.
fn letter_sound(letter: char) -> Ending {
    match letter.to_ascii_uppercase() {
        'L' | 'R' => Ending::Rieul,
        'M' | 'N' => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

/// Whether Latin letters are read one by one: `AI`, `CCTV`. Longer ones with
/// a vowel may be a word, such as APEC.
fn is_spelt(letters: &str) -> bool {
    let capital = letters.bytes().all(|letter| letter.is_ascii_uppercase());
    let spoken = letters.contains(['A', 'E', 'I', 'O', 'U']);
    capital && letters != "UP" && (letters.len() == 2 || letters.len() > 2 && !spoken)
}

/// What a particle follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Host {
    Syllable,
    Digits,
    Letters,
    Sign,
    Name,
}

/// What is heard before a byte, and what is read there: a syllable, a number,
/// a sign of measure, or a name whose bracket closes.
pub(crate) fn sound_before(text: &str, end: usize) -> Option<(Ending, Host)> {
    let last = before(text, end)?;
    if let Some(sound) = ending(last) {
        return Some((sound, Host::Syllable));
    }
    if last.is_ascii_digit() {
        return number_sound(text, end).map(|sound| (sound, Host::Digits));
    }
    let letters =
        text[..end].rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    if is_spelt(letters) {
        return Some((letter_sound(last), Host::Letters));
    }
    let numbered = |sign: &str| {
        text[..end]
            .strip_suffix(sign)
            .is_some_and(|left| left.ends_with(|c: char| c.is_ascii_digit()))
    };
    let vowels = ["%", "㎡", "㎢", "㎥", "㎞", "㎝", "㎜", "℃", "km", "cm", "mm", "m", "ha"];
    if vowels.iter().any(|sign| numbered(sign)) {
        return Some((Ending::Vowel, Host::Sign));
    }
    if ["kg", "㎏"].iter().any(|sign| numbered(sign)) {
        return Some((Ending::Consonant, Host::Sign));
    }
    let opened =
        QUOTES.iter().find(|(_, closing)| *closing == last).map(|(opening, _)| *opening)?;
    let inner_end = end - last.len_utf8();
    text[..inner_end].rfind(opened)?;
    let inner = before(text, inner_end)?;
    let sound = match inner.is_ascii_digit() {
        true => number_sound(text, inner_end),
        false => ending(inner),
    };
    sound.map(|sound| (sound, Host::Name))
}

/// What the number that ends here ends in when it is read: 영 일 이 …, 십, 백,
/// 천, 만. Of a fraction the numerator is read last, of a date the day, so
/// behind a stroke it is not known.
fn number_sound(text: &str, end: usize) -> Option<Ending> {
    let number = text[..end].trim_end_matches(|c: char| c.is_ascii_digit());
    if number.ends_with('/') {
        return None;
    }
    match before(text, end)? {
        '1' | '7' | '8' => Some(Ending::Rieul),
        '0' | '3' | '6' => Some(Ending::Consonant),
        digit => digit.is_ascii_digit().then_some(Ending::Vowel),
    }
}

/// The character that ends before a byte.
fn before(text: &str, end: usize) -> Option<char> {
    text[..end].chars().next_back()
}

/// Particles that may follow a name, longest first where one ends another.
pub(crate) const PARTICLES: [&str; 24] = [
    "에서는",
    "으로",
    "에서",
    "에게",
    "까지",
    "부터",
    "에는",
    "에도",
    "처럼",
    "보다",
    "이나",
    "로",
    "의",
    "을",
    "를",
    "은",
    "는",
    "이",
    "가",
    "과",
    "와",
    "도",
    "에",
    "만",
];

/// What these end in.
const ENDS_OF_PARTICLES: [char; 20] = [
    '는', '로', '서', '게', '지', '터', '도', '럼', '다', '나', '의', '을', '를', '은', '이', '가',
    '과', '와', '에', '만',
];

/// A word without the particle that it ends in, if at least two characters
/// remain.
pub(crate) fn without_particle(word: &str) -> Option<&str> {
    if !word.ends_with(ENDS_OF_PARTICLES) {
        return None;
    }
    PARTICLES
        .iter()
        .filter_map(|particle| word.strip_suffix(particle))
        .find(|rest| rest.chars().nth(1).is_some() && rest.ends_with(is_syllable))
}

/// Whether what follows a word is nothing or a particle: `까지`, `에는`.
pub(crate) fn is_particle(text: &str) -> bool {
    text.is_empty() || PARTICLES.contains(&text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn settled(sentence: &str) -> String {
        with_particles(sentence.to_owned())
    }

    #[test]
    fn particles_fit_what_a_message_quotes() {
        for (open, right) in [
            ("‘없음’(이)라는 것", "‘없음’이라는 것"),
            ("‘기본’(이)라는 테마", "‘기본’이라는 테마"),
            ("‘구비’(이)라는 수치", "‘구비’라는 수치"),
            ("‘s.json’은(는) 읽기 전용", "‘s.json’은 읽기 전용"),
            ("‘보고서.pdf’은(는) 읽기 전용", "‘보고서.pdf’는 읽기 전용"),
            ("\"t\"을(를) 쓰거나", "\"t\"를 쓰거나"),
            ("\"organisation\"이(가) 두 곳", "\"organisation\"이 두 곳"),
            ("‘3’과(와) ‘2’(으)로", "‘3’과 ‘2’로"),
            ("‘1’(으)로, ‘0’(으)로", "‘1’로, ‘0’으로"),
            ("‘소계 (천원)’을(를)", "‘소계 (천원)’을"),
            ("‘a-2a, ua-1’을(를)", "‘a-2a, ua-1’을"),
            ("표 ‘’(이)라는", "표 ‘’라는"),
        ] {
            assert_eq!(settled(open), right);
        }
    }

    #[test]
    fn what_is_quoted_is_not_changed() {
        for text in ["조사를 정하지 않았습니다: 을(를)", "‘사업을(를) 추진’ 뒤", "‘을(를)’"]
        {
            assert_eq!(settled(text), text);
        }
    }

    #[test]
    fn a_name_is_told_from_the_particle_behind_it() {
        assert_eq!(without_particle("축제의"), Some("축제"));
        assert_eq!(without_particle("금천구에서는"), Some("금천구"));
        assert_eq!(without_particle("축제"), None);
        assert_eq!(without_particle("도로"), None);
    }

    proptest! {
        #[test]
        fn a_particle_agrees_with_the_last_consonant(word in "[가-힣]{1,4}", pair in 0..PAIRS.len()) {
            let (after_consonant, after_vowel) = PAIRS[pair];
            let last = word.chars().next_back().and_then(ending);
            let wants_vowel = last == Some(Ending::Vowel)
                || last == Some(Ending::Rieul) && after_consonant == "으로";
            let right = if wants_vowel { after_vowel } else { after_consonant };
            prop_assert_eq!(particle_behind(&word, after_consonant), right);
        }

        #[test]
        fn a_name_loses_the_particle_that_was_put_behind_it(word in "[가-힣]{1,4}역", place in 0..PARTICLES.len()) {
            let particle = PARTICLES[place];
            prop_assert!(is_particle(particle));
            let joined = format!("{word}{particle}");
            prop_assert_eq!(without_particle(&joined), Some(word.as_str()));
        }
    }
}
