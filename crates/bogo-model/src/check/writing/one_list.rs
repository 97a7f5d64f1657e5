//! A list in brackets that is told again elsewhere with another name in it.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::Reading;
use super::words::{letters, runs};
use crate::check::listed::rule;
use crate::check::sentences::{Role, Sentences};
use crate::diagnostic::Diagnostic;
use crate::korean::hangul::is_syllable;
use crate::message;

rule! {
    /// 같은 목록을 두 번 적을 때 이름 하나가 달라지지 않았는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 표에 적은 행사를 글에서 괄호로 다시 늘어놓을 때, 기억으로 적어 이름 하나가 다른 것이 되는 일이 있습니다. 나머지가 같아서 눈에 잘 띄지 않습니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 표    행사명 | 당신의 금천마켓 | 북페스티벌 | 금천 청년축제
    /// 글    GC페스타(당근마켓, 북페스티벌, 청년축제)      당근마켓?
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// (당신의 금천마켓, 북페스티벌, 청년축제)             금천 청년축제의 뒷부분
    /// (국비, 도비, 시비) 와 국비 | 도비 | 군비            다른 목록
    /// (봄축제, 가을축제, 겨울축제) 와 다른 순서의 목록
    /// ```
    ///
    /// ## 고치기
    ///
    /// 어느 이름이 맞는지 확인해 한 가지로 적습니다. 둘 다 있는 이름일 수 있으므로 저절로 고치지 않습니다.
    ///
    /// 괄호 안에 셋 이상의 이름이 있고, 표의 행이나 열 또는 다른 괄호와 수와 차례가 같으며, 하나만 다르고 그 둘이 서로 닮았을 때(첫 글자와 끝의 두 글자 이상이 같거나 한 글자만 다를 때)에만 알립니다. 정말 다른 목록이면 그대로 두십시오.
    ONE_LIST = "one-list": Writing, Warning, "같은 목록의 다른 이름", "a list that differs from itself";
    checks: [Report(findings)];
    wrong: Body [
        r#"["GC페스타(당근마켓, 북페스티벌, 청년축제)",
            { "kind": "table", "head": [["행사명", "당신의 금천마켓", "북페스티벌", "금천 청년축제"]],
              "rows": [["일시", 1, 2, 3]] }]"#,
    ];
    right: Body [
        r#"["GC페스타(당신의 금천마켓, 북페스티벌, 청년축제)",
            { "kind": "table", "head": [["행사명", "당신의 금천마켓", "북페스티벌", "금천 청년축제"]],
              "rows": [["일시", 1, 2, 3]] }]"#,
    ];
}

/// How many names a list has at least.
const LEAST: usize = 3;

/// A name of a list.
#[derive(Debug, Clone)]
struct Name {
    /// The sentence that it stands in.
    sentence: usize,
    /// The bytes of its text.
    range: Range<usize>,
    /// Its letters.
    letters: String,
}

/// A list of names.
#[derive(Debug)]
struct List {
    names: Vec<Name>,
    /// Whether it stands in brackets.
    bracketed: bool,
}

/// Lists that differ from another one in a single name that is much like the
/// other's.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let lists = lists(reading.sentences);
    // By length, and by a name and its position: what may be the same list.
    let mut sharing: HashMap<(usize, usize, &str), Vec<usize>> = HashMap::new();
    for (index, list) in lists.iter().enumerate() {
        for (position, name) in list.names.iter().enumerate() {
            let key = (list.names.len(), position, name.letters.as_str());
            sharing.entry(key).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for (index, list) in lists.iter().enumerate().filter(|(_, list)| list.bracketed) {
        let keys = list.names.iter().enumerate();
        let others = keys.flat_map(|(position, name)| {
            let key = (list.names.len(), position, name.letters.as_str());
            sharing.get(&key).into_iter().flatten().take(MOST_OTHERS)
        });
        // Of two lists in brackets, the later one is told to differ.
        let others: BTreeSet<usize> =
            others.copied().filter(|other| *other < index || !lists[*other].bracketed).collect();
        let odd = others.iter().find_map(|other| odd_pair(list, &lists[*other]));
        found.extend(odd.map(|(own, other)| differs(own, other, reading)));
    }
    found
}

/// How many lists that share a name are looked at: one that many lists have
/// tells nothing.
const MOST_OTHERS: usize = 20;

/// All lists of a report: in brackets, and the rows and columns of tables.
fn lists(sentences: &Sentences) -> Vec<List> {
    let all = sentences.all.iter().enumerate();
    let mut lists: Vec<List> =
        all.flat_map(|(index, sentence)| in_brackets(index, &sentence.text)).collect();
    for table in &sentences.tables {
        let rows: Vec<Vec<Name>> = table.iter().map(|row| cells(sentences, row.clone())).collect();
        lists.extend(rows.iter().flat_map(|row| whole_and_rest(row)));
        let width = rows.iter().map(Vec::len).min().unwrap_or_default();
        let even = rows.iter().all(|row| row.len() == width);
        for column in (0..width).filter(|_| even) {
            let names: Vec<Name> = rows.iter().map(|row| row[column].clone()).collect();
            lists.extend(whole_and_rest(&names));
        }
    }
    lists
}

/// The cells of a row that are texts.
fn cells(sentences: &Sentences, row: Range<usize>) -> Vec<Name> {
    let cells = sentences.all[row.clone()].iter().zip(row);
    cells
        .filter(|(sentence, _)| matches!(sentence.role, Role::Head | Role::Cell))
        .map(|(sentence, index)| Name {
            sentence: index,
            range: 0..sentence.text.len(),
            letters: letters(&sentence.text),
        })
        .collect()
}

/// A row as it is, and without the cell that names it.
fn whole_and_rest(names: &[Name]) -> impl Iterator<Item = List> {
    let lists = [names, names.get(1..).unwrap_or_default()];
    lists
        .into_iter()
        .filter(|names| names.len() >= LEAST)
        .map(|names| List { names: names.to_vec(), bracketed: false })
}

/// The lists in the brackets of a text: `(당근마켓, 북페스티벌, 청년축제)`.
fn in_brackets(sentence: usize, text: &str) -> Vec<List> {
    let mut lists = Vec::new();
    for (start, _) in text.match_indices('(') {
        let begin = start + 1;
        let Some(end) = text[begin..].find(['(', ')']).map(|length| begin + length) else {
            continue;
        };
        if !text[end..].starts_with(')') {
            continue;
        }
        let parts = runs(&text[begin..end], |c| !matches!(c, ',' | '、'));
        let names: Vec<Name> = parts
            .into_iter()
            .map(|part| name(sentence, text, begin + part.start..begin + part.end))
            .collect();
        if names.len() >= LEAST && names.iter().all(|name| !name.letters.is_empty()) {
            lists.push(List { names, bracketed: true });
        }
    }
    lists
}

/// A name without the spaces around it, and without 등 at the end.
fn name(sentence: usize, text: &str, part: Range<usize>) -> Name {
    let typed = &text[part.clone()];
    let start = part.start + (typed.len() - typed.trim_start().len());
    let bare = typed.trim().trim_end_matches(" 등").trim_end();
    Name { sentence, range: start..start + bare.len(), letters: letters(bare) }
}

/// The only two names at the same position that differ, if they are much
/// alike.
fn odd_pair<'l>(list: &'l List, other: &'l List) -> Option<(&'l Name, &'l Name)> {
    let pairs = list.names.iter().zip(&other.names);
    let mut odd = pairs.filter(|(own, other)| !is_same(&own.letters, &other.letters));
    let (own, theirs) = odd.next()?;
    let alike = odd.next().is_none() && are_alike(&own.letters, &theirs.letters);
    alike.then_some((own, theirs))
}

/// Whether two names are the same, or one is the end of the other.
fn is_same(left: &str, right: &str) -> bool {
    left.ends_with(right) || right.ends_with(left)
}

/// Whether two names end in the same two syllables and begin with the same
/// one, or differ in a single syllable. 고등학교 and 대학교 do neither.
fn are_alike(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let named =
        |name: &[char]| name.len() > 2 && name.iter().all(|c| is_syllable(*c) || c.is_alphabetic());
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(|(l, r)| l == r).count();
    let differing = left.iter().zip(&right).filter(|(l, r)| l != r).count();
    let one_syllable = left.len() == right.len() && left.len() > 3 && differing == 1;
    named(&left) && named(&right) && tail >= 2 && (left.first() == right.first() || one_syllable)
}

fn differs(own: &Name, other: &Name, reading: &Reading<'_>) -> Diagnostic {
    let sentence = |name: &Name| &reading.sentences.all[name.sentence];
    let place =
        |name: &Name| sentence(name).place(&reading.manuscript.documents, name.range.clone());
    let typed = |name: &Name| sentence(name).text[name.range.clone()].replace('\n', " ");
    let (here, there) = (typed(own), typed(other));
    ONE_LIST
        .finding(
            place(own),
            message!(
                "같은 목록인데 이름 하나가 다릅니다: {here}, {there}",
                "the same list has another name in it: {here}, {there}"
            ),
        )
        .with_related(place(other), message!("여기에는 ‘{there}’", "here it is `{there}`"))
        .with_help(message!(
            "어느 쪽이 맞는지 확인하고 한 가지로 쓰십시오.",
            "look which one is right, and use it in both places"
        ))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::compared;

    /// What is found in a list in brackets and a table with this head.
    fn found(list: &str, head: &str) -> Vec<Vec<String>> {
        let body = format!(
            r#"["행사 : GC페스타({list})",
               {{ "kind": "table", "head": [["행사명", {head}]], "rows": [["일시", 1, 2, 3]] }}]"#
        );
        compared("one-list", &body)
    }

    #[test]
    fn a_name_that_differs_from_the_tables_is_found() {
        let head = r#""당신의 금천마켓", "북페스티벌", "금천 청년축제""#;
        assert_eq!(
            found("당근마켓, 북페스티벌, 청년축제", head),
            [["당근마켓", "당신의 금천마켓"]]
        );
        let items = r#"["홍보(영상, 포스터, 카드뉴스 등)", "송출(영상, 포스터, 카트뉴스)"]"#;
        assert_eq!(compared("one-list", items), [["카트뉴스", "카드뉴스"]]);
    }

    #[test]
    fn lists_that_agree_or_are_others_are_right() {
        let none = Vec::<Vec<String>>::new();
        for (list, head) in [
            (
                "당신의 금천마켓, 북페스티벌, 청년축제",
                r#""당신의 금천마켓", "북페스티벌", "금천 청년축제""#,
            ),
            ("초등학교, 중학교, 고등학교", r#""초등학교", "중학교", "대학교""#),
            ("국비, 도비, 시비", r#""국비", "도비", "군비""#),
            ("봄축제, 여름축제, 가을축제", r#""봄축제", "여름축제", "겨울축제""#),
            ("1차 공사, 2차 공사, 3차 공사", r#""1차 공사", "2차 공사", "4차 공사""#),
            ("SNS, 유튜브, 소식지", r#""영상", "포스터", "카드뉴스""#),
        ] {
            assert_eq!(found(list, head), none, "{list}");
        }
    }
}
