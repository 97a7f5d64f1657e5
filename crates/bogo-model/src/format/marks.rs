//! The marks of a text: the words that they begin with, and what they say of
//! a figure.

use super::text::EMPHASES;
use crate::korean::hangul::is_syllable;
use crate::nearest::nearest;

/// The words of the marks of sums.
pub(super) const TOTAL: &str = "계";
pub(super) const PART: &str = "몫";
pub(super) const ONE: &str = "하나";

/// What stands between a part and the name of the sum that multiplies it.
pub(super) const TIMES: char = '×';

/// The word of the mark that gives a figure a name.
const NAME: &str = "이름";

/// The word of a share, which may be of the part before it.
const SHARE: &str = "비율";

/// The words before an equals sign: a name, and what a figure is of others.
const RELATIONS: [(&str, Option<Relation>); 6] = [
    (NAME, None),
    (SHARE, Some(Relation::Share)),
    ("증감", Some(Relation::Change)),
    ("증감률", Some(Relation::ChangeRate)),
    ("이하", Some(Relation::AtMost)),
    ("일부", Some(Relation::PartOf)),
];

/// What a figure is of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The share of the first in the second, in percent.
    Share,
    /// The first less the second.
    Change,
    /// The rate of that change, in percent.
    ChangeRate,
    /// Not more than that figure.
    AtMost,
    /// A part of that figure; parts that stand on one line are together not
    /// more than it.
    PartOf,
}

impl Relation {
    /// The word of its mark.
    pub fn word(self) -> &'static str {
        let own = RELATIONS.iter().find(|(_, relation)| *relation == Some(self));
        own.map_or(NAME, |(word, _)| word)
    }

    /// Whether it is of two figures, with a stroke between them.
    pub fn is_of_two(self) -> bool {
        matches!(self, Self::Share | Self::Change | Self::ChangeRate)
    }
}

/// A mark that says what a figure is of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationMark {
    /// What it is.
    pub relation: Relation,
    /// Of what, as it is typed: `(전체-미보상)/전체`. Empty for the share of the
    /// part before it on its line.
    pub of: String,
    /// The figure as it is printed, to be proved; without it the figure is
    /// computed.
    pub stated: Option<String>,
}

/// All marks but that of a figure, as messages list them.
pub(super) fn known_marks() -> String {
    let emphases = EMPHASES.iter().map(|(word, _)| *word);
    let words = emphases.chain([TOTAL, PART, ONE]).map(|word| format!("{{{word}:…}}"));
    let relations = RELATIONS.iter().map(|(word, _)| format!("{{{word}=…:…}}"));
    words.chain(relations).collect::<Vec<_>>().join(", ")
}

/// The Hangul word that begins a mark, and the sign behind it.
fn word_before<'r>(rest: &'r str, signs: &[char]) -> Option<(&'r str, &'r str)> {
    let inner = rest.strip_prefix('{')?;
    let (word, after) = inner.split_at(inner.find(signs)?);
    (!word.is_empty() && word.chars().all(is_syllable)).then_some((word, after))
}

/// The Hangul word of a mark that begins here: `굵게` of `{굵게:`.
pub(super) fn mark_word(rest: &str) -> Option<&str> {
    word_before(rest, &[':']).map(|(word, _)| word)
}

/// What a mark of a sum begins with: `{몫.인원:`.
pub(super) struct SumHead<'s> {
    pub word: &'s str,
    pub name: &'s str,
    /// Bytes up to what is printed.
    pub length: usize,
}

/// The mark of a sum that begins here. A total to be computed has no colon.
pub(super) fn sum_mark(rest: &str) -> Option<SumHead<'_>> {
    let inner = rest.strip_prefix('{')?;
    let end = inner.find([':', '}'])?;
    let (word, name) = inner[..end].split_once('.').unwrap_or((&inner[..end], ""));
    let computed = word == TOTAL && inner[end..].starts_with('}');
    let marks = inner[end..].starts_with(':') && [TOTAL, PART, ONE].contains(&word);
    let name = name.trim();
    (computed || marks).then_some(SumHead { word, name, length: 1 + end + usize::from(!computed) })
}

/// Words that are taken for those of relations.
const OTHER_WORDS: [&str; 11] = [
    "증가율",
    "증가률",
    "감소율",
    "감소률",
    "증가",
    "감소",
    "비중",
    "구성비",
    "이내",
    "이상",
    "부분",
];

/// How a mark is written that begins here and cannot be read: with spaces
/// about its word, a sign that is not its own or another word. `None` where it
/// is none, or one that is read.
pub(super) fn mistyped(rest: &str) -> Option<&'static str> {
    let inner = rest.strip_prefix('{')?;
    let inner = &inner[..inner.find('}')?];
    let trimmed = inner.trim_start();
    let behind = trimmed.trim_start_matches(is_syllable);
    let word = &trimmed[..trimmed.len() - behind.len()];
    let after = behind.trim_start();
    let sign = after.chars().next().filter(|sign| "=:.".contains(*sign))?;
    let is_led = trimmed.len() < inner.len();
    if word.is_empty() {
        let named = after[1..].trim_start().starts_with(is_syllable);
        return (sign == '=' && is_led && named).then_some("{=이름}");
    }
    // A word behind a space is plain text, whatever word it is.
    if is_led {
        return None;
    }
    let is_apart = after.len() < behind.len();
    let is_sum = [TOTAL, PART, ONE].contains(&word);
    let is_emphasis = EMPHASES.iter().any(|(known, _)| *known == word);
    let relation = RELATIONS.iter().find(|(known, _)| *known == word);
    let is_other = OTHER_WORDS.contains(&word) && sign == '=';
    let is_own = match sign {
        '=' => relation.is_some(),
        ':' => is_sum || is_emphasis || word == SHARE,
        _ => is_sum,
    };
    // What has no colon behind a point may be words: {계. 끝}.
    let is_said = sign != '.' || after.contains([':', '=']);
    let is_known = is_sum || is_emphasis || relation.is_some();
    let is_mistyped = is_known && is_said && (is_apart || !is_own && sign != ':') || is_other;
    is_mistyped.then(|| usage(word))
}

/// How the mark of a word is written.
fn usage(word: &str) -> &'static str {
    match word {
        TOTAL => "{계:46}, {계.이름:46}",
        PART => "{몫:36}, {몫.이름:36}",
        ONE => "{하나:글}, {하나.이름:글}",
        "굵게" => "{굵게:글}",
        "강조" => "{강조:글}",
        NAME => "{이름=상담:2,851}",
        SHARE | "비중" | "구성비" => "{비율=설치/전체:45.8}",
        "증감" => "{증감=올해/작년:△3}",
        "이하" | "이내" | "이상" => "{이하=이름:36}",
        "일부" | "부분" => "{일부=이름:36}",
        _ => "{증감률=올해/작년:△1.2}",
    }
}

/// The mark of a name or a relation that begins here, with its word, and the
/// bytes up to what it is of. A share of the part before it has no equals sign:
/// `{비율:78.3}`, `{비율}`; its number then stands behind the colon, which is
/// left to be read.
pub(super) fn relation_mark(rest: &str) -> Option<((Option<Relation>, &'static str), usize)> {
    let (word, after) = word_before(rest, &['=', ':', '}'])?;
    let (known, relation) = RELATIONS.iter().find(|(known, _)| *known == word)?;
    let is_bare = !after.starts_with('=');
    let length = 1 + word.len() + usize::from(!is_bare);
    (!is_bare || *known == SHARE).then_some(((*relation, *known), length))
}

/// The word before an equals sign that is nearly that of a mark: 비울 of
/// `{비울=설치/전체}`. Any other brace with one prints as itself.
pub(super) fn is_near_mark(rest: &str) -> Option<&str> {
    let (word, after) = word_before(rest, &['=', ':', '}'])?;
    let is_near = || nearest(word, RELATIONS.iter().map(|(known, _)| *known)).is_some();
    (after.starts_with('=') && is_near()).then_some(word)
}
