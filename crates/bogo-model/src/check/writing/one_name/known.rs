//! Which names a report is searched for.

use std::collections::{BTreeMap, BTreeSet};

use super::Names;
use super::spellings::Spellings;
use crate::check::sentences::Role;
use crate::check::writing::Reading;
use crate::check::writing::words::{letters, words};
use crate::figures::literal;
use crate::format::{Organisation, TextOrNone, Unit};
use crate::korean::hangul::is_syllable;
use crate::korean::particles::without_particle;

/// How many letters a name has at least that is known by its letters alone.
pub(super) const LEAST: usize = 4;

/// How many a name has at most: what is longer is a sentence, and compared
/// with others by nobody.
pub(super) const MOST: usize = 80;

/// The names that a report is searched for.
pub(super) struct Known {
    /// Without spaces.
    pub names: BTreeSet<String>,
    /// Titles of projects with signs in them, without spaces: they are told
    /// only where they are all of a text.
    titles: BTreeSet<String>,
    /// The first two characters of each, and of how many words it may be.
    beginnings: BTreeMap<(char, char), usize>,
    /// Bytes of the longest.
    pub longest: usize,
    /// The organisation's own name.
    organisation: String,
}

impl Known {
    /// What a report and its names in quotes tell to look for.
    pub(super) fn of(reading: &Reading<'_>, quoted: &Names) -> Self {
        let organisation = letters(own_name(&literal(&reading.report.organisation)));
        let mut names: BTreeSet<String> = BTreeSet::new();
        let mut add = |name: &str| {
            let key = name.replace([' ', '\n'], "");
            // What ends in a particle cannot be told from a name and one.
            let clear = key.chars().all(char::is_alphanumeric) && !key.ends_with('과');
            if (LEAST..=MOST).contains(&key.chars().count()) && clear {
                names.insert(key);
            }
        };
        let report = reading.report;
        let department = report.department.as_ref().and_then(TextOrNone::text);
        department.into_iter().for_each(|department| add(&literal(department)));
        add(own_name(&literal(&report.organisation)));
        units(reading).iter().for_each(|unit| add(unit));
        let titles = reading.manuscript.projects.values().map(|project| &project.title);
        titles.clone().for_each(|title| add(&literal(title)));
        let signs = |title: &String| !title.chars().all(char::is_alphanumeric);
        let titles = titles.map(|title| literal(title).replace(' ', "")).filter(signs).collect();
        titles_of_works(reading, quoted).iter().for_each(|name| add(name));
        own_words(reading, &organisation).iter().for_each(|word| add(word));
        let mut beginnings: BTreeMap<(char, char), usize> = BTreeMap::new();
        for name in &names {
            let mut characters = name.chars();
            if let (Some(first), Some(second)) = (characters.next(), characters.next()) {
                let words = beginnings.entry((first, second)).or_default();
                *words = (*words).max(name.chars().count().div_ceil(2) + 1);
            }
        }
        let longest = names.iter().map(String::len).max().unwrap_or_default();
        Self { names, titles, beginnings, longest, organisation }
    }

    /// The title with signs in it that a text is, without spaces.
    pub(super) fn title(&self, text: &str) -> Option<String> {
        let signs = !self.titles.is_empty() && text.contains(|c: char| c.is_ascii_punctuation());
        signs.then(|| text.replace(' ', "")).filter(|title| self.titles.contains(title))
    }

    /// Of how many words the names are at most that a word can begin.
    pub(super) fn begun_by(&self, word: &str) -> Option<usize> {
        let mut characters = word.chars();
        let first = characters.next()?;
        match characters.next() {
            Some(second) => self.beginnings.get(&(first, second)).copied(),
            None => {
                let from = (first, '\0')..=(first, char::MAX);
                self.beginnings.range(from).map(|(_, words)| *words).max()
            }
        }
    }

    /// Whether a spelling tells how the name is written: the organisation's
    /// whole name before a word is not part of it.
    pub(super) fn tells(&self, typed: &str) -> bool {
        let apart = typed.split_once(' ').map(|(first, _)| first);
        apart.is_none_or(|first| {
            first != self.organisation
                && without_particle(first) != Some(self.organisation.as_str())
        })
    }
}

/// An organisation's name without what it is: `(재)전라남도문화관광재단`.
fn own_name(name: &str) -> &str {
    match name.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, rest)) => rest.trim(),
        None => name,
    }
}

/// What an organisation's name begins with before the word for what it is:
/// 금천 of 금천구.
fn stem(organisation: &str) -> &str {
    const KINDS: [&str; 8] =
        ["특별자치시", "특별자치도", "특별시", "광역시", "시", "군", "구", "도"];
    let stem = KINDS.into_iter().find_map(|kind| organisation.strip_suffix(kind));
    stem.filter(|stem| stem.chars().nth(1).is_some()).unwrap_or(organisation)
}

/// What the names of units end in that are no names of tasks, as 경영지원 is.
const UNITS: [&str; 18] = [
    "팀",
    "과",
    "국",
    "실",
    "부",
    "처",
    "청",
    "센터",
    "담당관",
    "도서관",
    "박물관",
    "사무소",
    "사업소",
    "연구소",
    "보건소",
    "위원회",
    "추진단",
    "사업단",
];

/// The names of all units.
fn units(reading: &Reading<'_>) -> Vec<String> {
    fn below(unit: &Unit, names: &mut Vec<String>) {
        let name = literal(&unit.name);
        names.extend(Some(name).filter(|name| UNITS.iter().any(|end| name.ends_with(end))));
        unit.units.iter().for_each(|unit| below(unit, names));
    }
    let sections = reading.manuscript.all_sections(reading.report);
    let organisations = sections.iter().filter_map(|section| section.organisation.as_ref());
    let mut names = Vec::new();
    for Organisation { units, .. } in organisations {
        units.iter().for_each(|unit| below(unit, &mut names));
    }
    names
}

/// Titles of works and plans, which may also be named without their brackets.
fn titles_of_works(reading: &Reading<'_>, quoted: &Names) -> BTreeSet<String> {
    let long = |name: &&str| name.chars().filter(|c| is_syllable(*c)).count() > LEAST;
    let firsts = quoted.values().filter_map(Spellings::first);
    let spelt = firsts.filter_map(|first| {
        let text = &reading.sentences.all[first.sentence].text;
        let work = text[..first.range.start].ends_with(['『', '「']);
        work.then(|| &text[first.range.clone()])
    });
    spelt.filter(long).map(str::to_owned).collect()
}

/// What places are called that is a word of its own, too: a word that begins
/// with it may be no name: 강화방안, 예산편성, 고령사회.
const COMMON: [&str; 30] = [
    "강화", "예산", "부여", "고령", "영양", "음성", "진도", "장수", "화성", "기장", "동해", "인제",
    "공주", "보은", "장성", "고성", "보성", "안성", "무안", "성주", "의성", "단양", "함양", "영광",
    "청도", "구리", "계룡", "정선", "영동", "양구",
];

/// Single words that begin with the organisation's name and go on:
/// 금천하모니축제. Within a word it may stand by chance, as 중구 in 집중구역.
fn own_words(reading: &Reading<'_>, organisation: &str) -> BTreeSet<String> {
    let stem = match stem(organisation) {
        stem if COMMON.contains(&stem) => organisation,
        stem => stem,
    };
    let mut found = BTreeSet::new();
    let named = reading.sentences.all.iter().filter(|sentence| {
        sentence.role != Role::Unit && !stem.is_empty() && sentence.text.contains(stem)
    });
    for sentence in named {
        for word in words(&sentence.text) {
            let word = &sentence.text[word];
            let bare = without_particle(word).unwrap_or(word);
            for name in [word, bare] {
                // The stem, and at least a word of two syllables more.
                let more = name.strip_prefix(stem).map_or(0, |more| more.chars().count());
                if name != organisation && more > 2 {
                    found.insert(name.to_owned());
                }
            }
        }
    }
    found
}
