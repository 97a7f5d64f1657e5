//! Terms that are the same but for a syllable that stands elsewhere:
//! 가로배너기, 가로기 배너.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::spellings::{Occurrence, Spellings};
use crate::check::writing::Reading;
use crate::check::writing::words::words;
use crate::diagnostic::Diagnostic;
use crate::korean::hangul::is_syllable;
use crate::korean::particles::{is_particle, without_particle};

/// How many syllables a term has at least.
const LEAST: usize = 5;
/// Of how many words the other spelling is at most.
const MOST_WORDS: usize = 3;
/// How many terms of the same syllables are compared; there are hardly two.
const MOST_TERMS: usize = 30;

/// Terms that differ in where one syllable stands.
pub(super) fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let texts: Vec<&str> = reading.sentences.all.iter().map(|s| s.text.as_str()).collect();
    let runs: Vec<Vec<Run>> = texts.iter().map(|text| runs(text)).collect();
    let terms = terms(&texts, &runs);
    let mut pairs: BTreeMap<[&str; 2], Spellings> = BTreeMap::new();
    for (index, runs) in runs.iter().enumerate() {
        for run in runs {
            let typed = &texts[index][run.range.clone()];
            let known = terms.get(&run.content).into_iter().flatten();
            for (term, place) in known.filter(|(term, _)| moved(term, typed)) {
                let pair = if *term < typed { [*term, typed] } else { [typed, *term] };
                let spellings = pairs.entry(pair).or_default();
                spellings.add(term, place.clone());
                spellings.add(typed, Occurrence { sentence: index, range: run.range.clone() });
            }
        }
    }
    pairs.values().filter_map(|spellings| spellings.finding(reading)).collect()
}

/// Which syllables a term has, whatever their order: their number and a sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Content {
    syllables: usize,
    sum: u64,
}

impl Content {
    /// The syllables of a word; `None` if it has other characters.
    fn of(word: &str) -> Option<Self> {
        word.chars().all(is_syllable).then(|| {
            word.chars().fold(Self::default(), |content, syllable| Self {
                syllables: content.syllables + 1,
                // Squares, so that 가나 is told from 각긱.
                sum: content.sum + u64::from(u32::from(syllable)).pow(2),
            })
        })
    }

    /// The syllables of both.
    fn and(self, other: Self) -> Self {
        Self { syllables: self.syllables + other.syllables, sum: self.sum + other.sum }
    }
}

/// A run of up to three words that is long enough to be a term.
#[derive(Debug)]
struct Run {
    range: Range<usize>,
    words: usize,
    content: Content,
}

/// All runs of a text, each as it is and without the particle behind it.
fn runs(text: &str) -> Vec<Run> {
    let words = words(text);
    let contents: Vec<[Option<(usize, Content)>; 2]> = words
        .iter()
        .map(|word| {
            let typed = &text[word.clone()];
            let forms = [Some(typed), without_particle(typed)];
            forms.map(|form| {
                form.and_then(|form| Some((word.start + form.len(), Content::of(form)?)))
            })
        })
        .collect();
    let mut runs = Vec::new();
    for first in 0..words.len() {
        let mut before = Content::default();
        for last in first..words.len().min(first + MOST_WORDS) {
            let close = last == first || text[words[last - 1].end..words[last].start] == *" ";
            let Some((_, whole)) = contents[last][0].filter(|_| close) else { break };
            for (end, content) in contents[last].iter().flatten() {
                let content = before.and(*content);
                if content.syllables >= LEAST {
                    let range = words[first].start..*end;
                    runs.push(Run { range, words: last - first + 1, content });
                }
            }
            before = before.and(whole);
        }
    }
    runs
}

/// Single words that are terms, each once with a place where it stands, by
/// their syllables.
fn terms<'t>(texts: &[&'t str], runs: &[Vec<Run>]) -> HashMap<Content, Vec<(&'t str, Occurrence)>> {
    let mut terms: HashMap<Content, Vec<(&str, Occurrence)>> = HashMap::new();
    for (index, runs) in runs.iter().enumerate() {
        for run in runs.iter().filter(|run| run.words == 1) {
            let known = terms.entry(run.content).or_default();
            let term = &texts[index][run.range.clone()];
            if known.len() < MOST_TERMS && !known.iter().any(|(other, _)| *other == term) {
                known.push((term, Occurrence { sentence: index, range: run.range.clone() }));
            }
        }
    }
    terms
}

/// Syllables that words begin or end in and that make other words of them:
/// 주민자치위원회 and 주민자치회 위원, 시민대토론회 and 시민토론대회.
const AFFIXES: &str = "\
    가각간감객경계고관교구국군권금급길내년단당대도동등료로록료류률면명무문물미반방법별병보본부\
    분비사산상생서선성세소수시식신실안액어업여연용우원월위율인일자장재적전점정제조종좌주중증지\
    진집차책처청체초총층친탑탕터통팀판편표품풍프필하학한함항해향현형호화회후";

/// Whether a run is the term with one syllable elsewhere, which is neither a
/// particle nor a word of its own, nor makes another word where it stands.
fn moved(term: &str, typed: &str) -> bool {
    let left: Vec<char> = term.chars().collect();
    let right: Vec<char> = typed.chars().filter(|c| is_syllable(*c)).collect();
    let same = |(left, right): &(&char, &char)| left == right;
    let head = left.iter().zip(&right).take_while(same).count();
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(same).count();
    if left.len() != right.len() || head + tail >= left.len() {
        return false;
    }
    let (from, to) = (&left[head..left.len() - tail], &right[head..right.len() - tail]);
    let (first, last) = (from[0], from[from.len() - 1]);
    let syllable = match () {
        () if from[1..] == to[..to.len() - 1] && to[to.len() - 1] == first => first,
        () if from[..from.len() - 1] == to[1..] && to[0] == last => last,
        () => return false,
    };
    let alone = typed.split(' ').any(|word| word.chars().eq([syllable]));
    let affix = AFFIXES.contains(syllable);
    // At least a word stays where it was: 가로 of 가로배너기.
    !alone && !affix && !is_particle(&syllable.to_string()) && head + tail >= 2
}

#[cfg(test)]
mod tests {
    use crate::check::writing::fixture::compared_in;

    fn found(items: &[&str]) -> Vec<Vec<String>> {
        compared_in("one-name", items)
    }

    #[test]
    fn a_syllable_that_stands_elsewhere_is_found() {
        let items = ["주민 접점지역 가로배너기 설치", "도시브랜드 가로기 배너"];
        assert_eq!(found(&items), [["가로기 배너", "가로배너기"]]);
    }

    #[test]
    fn other_orders_of_words_are_right() {
        for items in [
            ["주요 사업 등", "등주요사업"],
            ["정보화교육과 체험", "정보화교육 체험과"],
            ["금천구 도시브랜드", "도시브랜드 금천구"],
            ["홍보영상 제작", "영상홍보 제작"],
            ["디지털 교육 강화", "교육 디지털 강화"],
            ["주민자치위원회 개최", "주민자치회 위원 위촉"],
            ["시민대토론회", "시민 토론대회"],
            ["학생임원회 구성", "학생회 임원 선출"],
        ] {
            assert_eq!(found(&items), Vec::<Vec<String>>::new(), "{items:?}");
        }
    }
}
