//! One spelling of one name throughout a report.

mod known;
mod moved_syllable;
mod spellings;
mod word_runs;

use std::collections::BTreeMap;

use self::known::{Known, LEAST, MOST};
use self::spellings::{Occurrence, Spellings};
use self::word_runs::{Words, with_and_without_particle};
use super::words::letters;
use super::{Reading, pairs};
use crate::check::listed::rule;
use crate::diagnostic::Diagnostic;

rule! {
    /// 한 이름을 보고서 어디서나 한 가지로 적었는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 축제·시설·부서·사업의 이름이 곳에 따라 다르면 다른 것으로 읽힙니다. 찾기에도 걸리지 않습니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 한 곳                                다른 곳
    /// 금천하모니축제                       금천하모니 축제
    /// 소통담당관                           소통 담당관
    /// 『찰칵! 렌즈로 만나는 금천』         『찰칵, 렌즈로 만나는 금천』
    /// 가로배너기                           가로기 배너
    /// ```
    ///
    /// 이름으로 보는 것은 기관 이름으로 시작하는 말(금천하모니축제), ‘팀·과·센터’처럼 부서의 이름으로 끝나는 부서와 팀, 사업 제목, 『 』「 」‘ ’ 안의 이름입니다. 다섯 글자가 넘는 말은 이름이 아니어도 한 글자만 자리를 옮긴 것이 있으면 알립니다.
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 정보화 교육, 정보화교육    디지털 상담소, 디지털상담소    AI 로봇, AI로봇
    /// 금천구 청년축제, 청년축제    금천의 역사    금천구청 로비
    /// 주민자치위원회, 주민자치회 위원    시민대토론회, 시민토론대회
    /// ```
    ///
    /// ## 고치기
    ///
    /// 어느 쪽이 맞는지 정해 모두 그렇게 적습니다. 드문 쪽을 가리키고 나머지 자리를 모두 함께 보여 줍니다. 어느 쪽이 맞는지는 알 수 없으므로 저절로 고치지 않습니다.
    ///
    /// 기관 이름이 보통 낱말이기도 하면(강화군, 예산군, 고령군) 기관 이름 전체로 시작하는 말만 봅니다.
    ///
    /// 보통 합성어의 띄어쓰기는 붙이는 것도 띄우는 것도 맞을 때가 많아 보지 않습니다. 네 글자가 안 되는 이름과 ‘과’로 끝나는 부서 이름도 조사와 가릴 수 없어 보지 않습니다.
    ONE_NAME = "one-name": Writing, Warning, "한 이름은 한 가지로", "one spelling of one name";
    checks: [Report(findings), Report(moved_syllable::findings)];
    wrong: Body [
        r#"["금천하모니축제 연계", "금천하모니 축제 개최"]"#,
        r#"["소통 담당관 협의"]"#,
        r#"["『찰칵! 렌즈로 만나는 금천』 공모전", "『찰칵, 렌즈로 만나는 금천』 전시"]"#,
        r#"["가로배너기 설치", "가로기 배너 정비"]"#,
    ];
    right: Body [
        r#"["정보화 교육 이수", "정보화교육 실시"]"#,
        r#"["디지털 상담소 운영", "디지털상담소 수강"]"#,
        r#"["AI 로봇 체험", "AI로봇, 드론"]"#,
        r#"["금천구 청년축제", "청년축제"]"#,
        r#"["금천의 역사", "금천구청 로비"]"#,
        r#"["주민자치위원회 개최", "주민자치회 위원 위촉"]"#,
        r#"["시민대토론회", "시민토론대회"]"#,
    ];
}

/// Names by their letters, with their spellings.
type Names = BTreeMap<String, Spellings>;

/// What names are put in: works, laws, and words that are set off.
const QUOTED: [char; 3] = ['『', '「', '‘'];

/// Names that are spelt in several ways.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
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

#[cfg(test)]
mod tests {
    use super::super::fixture::{all_findings, compared_in, manuscript};

    fn found(items: &[&str]) -> Vec<Vec<String>> {
        compared_in("one-name", items)
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
