//! One spelling of one name throughout a report.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Occurrence, Spellings, Words, with_and_without_particle};
use super::words::words;
use super::{Reading, pairs};
use crate::check::sentences::Role;
use crate::diagnostic::Diagnostic;
use crate::figures::literal;
use crate::format::{Organisation, Report, TextOrNone, Unit};
use crate::korean::hangul::is_syllable;
use crate::korean::particles::without_particle;

/// Names by their letters, with their spellings.
type Names = BTreeMap<String, Spellings>;

/// How many letters a name has at least that is known by its letters alone.
const LEAST: usize = 4;
/// How many a name has at most: what is longer is a sentence, and compared
/// with others by nobody.
const MOST: usize = 80;

/// What names are put in: works, laws, and words that are set off.
const QUOTED: [char; 3] = ['『', '「', '‘'];

/// Names that are spelt in several ways.
pub(in crate::check) fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut names = quoted(reading);
    for (name, spellings) in unquoted(reading, &Known::of(reading, &names)) {
        // What is quoted in two ways is found by the quotes.
        if names.get(&name).is_none_or(|quoted| quoted.count() < 2) {
            names.insert(name, spellings);
        }
    }
    let several = names.into_values().filter(|spellings| spellings.count() > 1);
    let mut several: Vec<Spellings> = several.collect();
    several.sort_by_key(|spellings| {
        spellings.first().map(|first| (first.sentence, first.range.start))
    });
    several.iter().filter_map(|spellings| spellings.finding(reading)).collect()
}

/// The letters and digits of a name.
fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The closing quote of a name is looked for in so many bytes.
const FARTHEST: usize = 1000;

/// Whether a name is spread to a width, syllable by syllable.
fn is_spread(name: &str) -> bool {
    name.split_whitespace().all(|word| word.chars().count() == 1)
}

/// Names in quotes, by their letters; how they are spelt, signs included.
fn quoted(reading: &Reading<'_>) -> Names {
    let mut names = Names::new();
    for (index, sentence) in reading.sentences.all.iter().enumerate() {
        let text = &sentence.text;
        for (start, sign) in text.char_indices().filter(|(_, sign)| QUOTED.contains(sign)) {
            let begin = start + sign.len_utf8();
            let closing = pairs::PAIRS.iter().find(|(opening, _)| *opening == sign);
            let near = &text[begin..text.floor_char_boundary(begin + FARTHEST)];
            let end = closing.and_then(|(_, closing)| near.find(*closing));
            let Some(range) = end.map(|length| begin..begin + length) else { continue };
            let name = &text[range.clone()];
            let key = letters(name);
            if (LEAST..=MOST).contains(&key.chars().count()) && !is_spread(name) {
                names.entry(key).or_default().add(name, Occurrence { sentence: index, range });
            }
        }
    }
    names
}

/// Names among the words of all sentences.
fn unquoted(reading: &Reading<'_>, known: &Known) -> Names {
    let mut names = Names::new();
    for (index, sentence) in reading.sentences.all.iter().enumerate() {
        let text = &sentence.text;
        if let Some(title) = known.title(text) {
            let occurrence = Occurrence { sentence: index, range: 0..text.len() };
            names.entry(title).or_default().add(text, occurrence);
            continue;
        }
        let words = Words::of(text);
        for first in 0..words.count() {
            let Some(longest) = known.begun_by(words.word(first)) else { continue };
            // Runs longer than the longest name are none.
            let runs = words
                .runs_from(first, longest)
                .take_while(|run| run.joined.len() <= known.longest + 12);
            for run in runs.flat_map(with_and_without_particle) {
                if known.names.contains(&run.joined)
                    && !is_spread(run.typed)
                    && known.tells(run.typed)
                {
                    let occurrence = Occurrence { sentence: index, range: run.range };
                    names.entry(run.joined).or_default().add(run.typed, occurrence);
                }
            }
        }
    }
    names
}

/// The names that a report is searched for.
struct Known {
    /// Without spaces.
    names: BTreeSet<String>,
    /// Titles of projects with signs in them, without spaces: they are told
    /// only where they are all of a text.
    titles: BTreeSet<String>,
    /// The first two characters of each, and of how many words it may be.
    beginnings: BTreeMap<(char, char), usize>,
    /// Bytes of the longest.
    longest: usize,
    /// The organisation's own name.
    organisation: String,
}

impl Known {
    fn of(reading: &Reading<'_>, quoted: &Names) -> Self {
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
        units(report, reading).iter().for_each(|unit| add(unit));
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
    fn title(&self, text: &str) -> Option<String> {
        let signs = !self.titles.is_empty() && text.contains(|c: char| c.is_ascii_punctuation());
        signs.then(|| text.replace(' ', "")).filter(|title| self.titles.contains(title))
    }

    /// Of how many words the names are at most that a word can begin.
    fn begun_by(&self, word: &str) -> Option<usize> {
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
    fn tells(&self, typed: &str) -> bool {
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
fn units(report: &Report, reading: &Reading<'_>) -> Vec<String> {
    fn below(unit: &Unit, names: &mut Vec<String>) {
        let name = literal(&unit.name);
        names.extend(Some(name).filter(|name| UNITS.iter().any(|end| name.ends_with(end))));
        unit.units.iter().for_each(|unit| below(unit, names));
    }
    let sections = reading.manuscript.all_sections(report);
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

#[cfg(test)]
mod tests {
    use super::super::fixture::{all_findings, compared, manuscript};

    fn found(items: &[&str]) -> Vec<Vec<String>> {
        let items: Vec<String> = items.iter().map(|item| format!("{item:?}")).collect();
        compared("one-name", &format!("[{}]", items.join(", ")))
    }

    #[test]
    fn a_name_of_the_organisation_with_other_spaces_is_one_finding() {
        let items = [
            "도시브랜드 선포식(금천하모니축제 연계)",
            "금천하모니 축제의 핵심 이미지로 사용",
            "금천하모니 축제 (조회수 5,843회)",
        ];
        assert_eq!(found(&items), [["금천하모니축제", "금천하모니 축제", "금천하모니 축제"]]);
    }

    #[test]
    fn a_quoted_name_with_other_signs_is_one_finding() {
        let items =
            ["『찰칵! 렌즈로 만나는 금천』 공모전", "제2회 『찰칵, 렌즈로 만나는 금천』 공모전"];
        assert_eq!(found(&items), [["찰칵, 렌즈로 만나는 금천", "찰칵! 렌즈로 만나는 금천"]]);
    }

    #[test]
    fn the_title_of_a_project_is_a_name_with_its_signs() {
        let report = r#"{ "title": "보고", "date": "2024", "organisation": "남양주시",
            "department": "교통국", "chapters": [{ "title": "사업", "sections": [
            { "body": ["미금로 (중로1-302호) 확장공사", "미금로(중로1-302호) 확장공사",
                       "미금로(중로1-302호)"] }, "projects/"] }] }"#;
        let project = r#"{ "number": 1, "title": "미금로(중로1-302호) 확장공사", "body": [] }"#;
        let files = [("report.json", report), ("projects/1.json", project)];
        let found = all_findings(&manuscript(&files));
        let codes: Vec<&str> = found.iter().map(|diagnostic| diagnostic.code.name()).collect();
        assert_eq!(codes, ["one-name"]);
        assert_eq!(found[0].related.len(), 2);
    }

    #[test]
    fn the_department_and_titles_of_works_are_names() {
        assert_eq!(found(&["소통 담당관 협의"]).len(), 1);
        let plan = ["「도시브랜드 확산계획」 수립", "도시브랜드확산계획에 따른 추진"];
        assert_eq!(found(&plan).len(), 1);
    }

    #[test]
    fn the_organisation_is_looked_for_at_the_beginning_of_words_only() {
        for (organisation, items) in [
            ("중구", ["집중구역 지정", "집중 구역 지정"]),
            ("가온구", ["추가온라인 접수", "추가 온라인 접수"]),
            ("제주시", ["축제주간 운영", "축제 주간 운영"]),
            ("강화군", ["강화방안 마련", "강화 방안 마련"]),
            ("예산군", ["예산편성 지침", "예산 편성 지침"]),
            ("고령군", ["고령사회 대응", "고령 사회 대응"]),
        ] {
            let report = format!(
                r#"{{ "title": "보고", "date": "2024", "organisation": "{organisation}",
                "department": "기획과", "chapters": [{{ "title": "사업", "sections": [
                {{ "body": ["{}", "{}"] }}] }}] }}"#,
                items[0], items[1]
            );
            let found = all_findings(&manuscript(&[("report.json", &report)]));
            assert_eq!(found, [], "{organisation}");
        }
        let chart = r#"{ "body": ["경영 지원 강화", "시설 관리팀 협의"], "organisation": {
            "name": "재단", "units": [{ "name": "경영지원" }, { "name": "시설관리팀" }] } }"#;
        let report = format!(
            r#"{{ "title": "보고", "date": "2024", "organisation": "재단", "department": "기획과",
            "chapters": [{{ "title": "현황", "sections": [{chart}] }}] }}"#
        );
        let found = all_findings(&manuscript(&[("report.json", &report)]));
        let places = found.iter().map(|found| &report[found.place.as_ref().unwrap().range()]);
        assert_eq!(places.collect::<Vec<_>>(), ["시설 관리팀"]);
    }

    #[test]
    fn compounds_whose_spaces_vary_are_no_names() {
        for items in [
            ["정보화 교육 이수 현황", "정보화교육 실시"],
            ["디지털 상담소 운영", "디지털상담소 수강"],
            ["AI 로봇", "AI로봇, 드론"],
            ["금천구 청년축제", "청년축제"],
            ["금천의 역사", "금천 역사"],
            ["금천구청 로비", "금천구 청사"],
            ["금천구 정보화교육", "금천구 정보화 교육"],
            ["금천구 누구나", "금천 사진 명소"],
            ["소 통 담 당 관", "소통담당관"],
            ["도로 건설과 주차장", "도로건설과"],
        ] {
            assert_eq!(found(&items), Vec::<Vec<String>>::new(), "{items:?}");
        }
    }
}
