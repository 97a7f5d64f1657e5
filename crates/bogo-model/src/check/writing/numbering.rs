//! Numbers that are typed at the beginning of items, in order.

use std::collections::HashMap;

use super::{Hit, Reading};
use crate::check::listed::rule;
use crate::check::sentences::{Role, Sentence};
use crate::diagnostic::Diagnostic;
use crate::korean::NumberPattern;
use crate::message;

rule! {
    /// 항목 앞에 손으로 적은 번호가 차례대로인지 봅니다.
    ///
    /// ## 왜
    ///
    /// 항목을 지우거나 옮기면 번호가 비거나 겹칩니다. ‘나. 항목’을 가리키는 글이 있으면 다른 것을 가리키게 됩니다. 편람의 가나다 번호는 ‘하’ 다음에 ‘거, 너, 더’로 이어집니다.
    ///
    /// ## 보기
    ///
    /// ```
    /// 고칠 것              까닭
    /// 1. 2. 4.             3.이 빠짐
    /// 가. 나. 나.          나.가 두 번
    /// ① ③ ④               ②가 빠짐
    /// 파. 하. 가가.        하. 다음은 거.
    /// ```
    ///
    /// 다음은 그대로 둡니다.
    ///
    /// ```
    /// 1. 2. 3.    3. 4.(중간에서 시작)    파. 하. 거. 너.
    /// 1. / 1) 2) / 2. / 1) 2)             층이 다른 번호
    /// 2024. 8. 30.    9. 2. ~ 9. 30.      날짜
    /// ```
    ///
    /// ## 고치기
    ///
    /// 번호를 바로잡습니다. 무엇이 빠졌는지 모르므로 저절로 고치지 않습니다. 번호를 적는 대신 bogo에 맡기면 늘 맞습니다.
    ///
    /// ```json
    /// { "numbering": "①", "body": ["안양방향", "공단방향", "광명방향"] }
    /// ```
    ///
    /// 나란히 놓인 항목만 봅니다. 번호 없는 항목이 끼면 그 뒤는 새 목록으로 보고, 그림 제목과 표의 연번은 보지 않습니다.
    NUMBERING = "numbering": Writing, Warning, "번호의 차례", "the order of typed numbers";
    checks: [Report(findings)];
    wrong: Body [
        r#"["1. 하나", "2. 둘", "4. 셋"]"#,
        r#"["가. 하나", "나. 둘", "나. 셋"]"#,
        r#"["① 하나", "③ 둘", "④ 셋"]"#,
        r#"["파. 하나", "하. 둘", "가가. 셋"]"#,
    ];
    right: Body [
        r#"["1. 하나", "2. 둘", "3. 셋"]"#,
        r#"["3. 하나", "4. 둘"]"#,
        r#"["파. 하나", "하. 둘", "거. 셋", "너. 넷"]"#,
        r#"["1. 하나", "1) 안", "2) 밖", "2. 둘", "1) 안", "2) 밖"]"#,
        r#"["2024. 8. 30. 접수", "2024. 10. 1. 발표"]"#,
        r#"["9. 2. ~ 9. 30.", "1. ~ 12."]"#,
        r#"[{ "kind": "list", "numbering": "①", "body": ["안양방향", "공단방향", "광명방향"] }]"#,
    ];
}

/// Signs that numbers are counted by.
const COUNTERS: [&str; 5] = ["1", "가", "①", "㉮", "Ⅰ"];

/// How far each sign is counted.
const MOST: [usize; 5] = [50, 28, 20, 14, 12];

/// A number at the beginning of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Typed {
    /// What it is counted by, an index of [`COUNTERS`].
    counter: usize,
    /// What stands around it: `(` and `)`.
    around: (&'static str, &'static str),
    /// Which it is; `None` for 가가.
    number: Option<usize>,
    /// The last that follows it in the same text: 2 in `1. 개요 2. 내용`.
    last: Option<usize>,
    /// How many bytes it takes.
    length: usize,
}

/// Typed numbers that do not follow the one before them.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let signs = Signs::new();
    let bodies = reading.sentences.bodies.iter();
    bodies.flat_map(|body| in_body(body, &signs, reading)).collect()
}

/// All counting signs.
struct Signs {
    numbers: HashMap<String, (usize, usize)>,
}

impl Signs {
    fn new() -> Self {
        let patterns = COUNTERS.iter().map(|sign| NumberPattern::parse(sign));
        let mut numbers = HashMap::new();
        for (counter, pattern) in patterns.enumerate() {
            for number in 1..=MOST[counter] {
                numbers.extend(pattern.iter().map(|p| (p.apply(&[number]), (counter, number))));
            }
        }
        Self { numbers }
    }

    /// The number that a text begins with: `1.`, `가)`, `(1)`, `①`.
    fn read(&self, text: &str) -> Option<Typed> {
        let bracketed = text.starts_with('(');
        let inner = text.strip_prefix('(').unwrap_or(text);
        let end = inner.find(|c: char| !c.is_alphanumeric()).unwrap_or(inner.len());
        let word = &inner[..end];
        let (counter, number) = match self.numbers.get(word) {
            Some((counter, number)) => (*counter, Some(*number)),
            None => (self.doubled(word)?, None),
        };
        let behind = &inner[end..];
        let around = match (bracketed, behind.chars().next()) {
            (true, Some(')')) => ("(", ")"),
            (false, Some(')')) => ("", ")"),
            (false, Some('.')) => ("", "."),
            (false, Some(' ')) if counter >= 2 => ("", ""),
            _ => return None,
        };
        let length = around.0.len() + end + around.1.len();
        // A digit behind it makes it a date or a decimal.
        let rest = text[length..].trim_start();
        let dated =
            around == ("", ".") && rest.starts_with(|c: char| c.is_ascii_digit() || c == '~');
        let alone = rest.is_empty() || dated;
        let apart = counter >= 2 || around.1 == ")" || text[length..].starts_with(' ');
        let last = number.map(|first| last_inside(&text[length..], counter, around, first));
        (!alone && apart).then_some(Typed { counter, around, number, last, length })
    }

    /// What 가가, 나나 are counted by: they would be 거, 너.
    fn doubled(&self, word: &str) -> Option<usize> {
        let half = word.get(..word.len() / 2)?;
        let syllable = self.numbers.get(half).is_some_and(|(counter, _)| *counter == 1);
        (syllable && word == half.repeat(2)).then_some(1)
    }
}

/// A number as it is typed: `(2)`.
fn sign(counter: usize, around: (&str, &str), number: usize) -> Option<String> {
    let sign = NumberPattern::parse(COUNTERS[counter])?.apply(&[number]);
    Some(format!("{}{sign}{}", around.0, around.1))
}

/// The last number that follows another one in its text.
fn last_inside(rest: &str, counter: usize, around: (&str, &str), number: usize) -> usize {
    let next = (number < MOST[counter]).then(|| sign(counter, around, number + 1)).flatten();
    let behind = next.and_then(|next| rest.split_once(&format!(" {next}")));
    match behind.filter(|(_, behind)| behind.starts_with(' ')) {
        Some((_, behind)) => last_inside(behind, counter, around, number + 1),
        None => number,
    }
}

/// What is wrong with the numbers of a list of items.
fn in_body(body: &[usize], signs: &Signs, reading: &Reading<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut last: Option<Typed> = None;
    // Numbers of outer levels, which go on after those of inner ones.
    let mut outer: Vec<Typed> = Vec::new();
    for (position, &index) in body.iter().enumerate() {
        let next_item = body.get(position + 1).copied().unwrap_or(usize::MAX);
        let Some((sentence, typed)) = numbered(index, next_item, signs, reading) else {
            last = None;
            outer.clear();
            continue;
        };
        let same = |other: &Typed| other.counter == typed.counter && other.around == typed.around;
        match last.take() {
            Some(before) if same(&before) => {
                found.extend(wrong_successor(&before, &typed, sentence, reading));
            }
            Some(before) => match outer.iter().position(same) {
                Some(level) => {
                    let before = outer[level].clone();
                    outer.truncate(level);
                    if typed.number != Some(1) {
                        found.extend(wrong_successor(&before, &typed, sentence, reading));
                    }
                }
                None => outer.push(before),
            },
            None => {}
        }
        last = Some(typed);
    }
    found
}

/// The text of an item that begins with a number; its badge is none.
fn numbered<'r>(
    index: usize,
    next_item: usize,
    signs: &Signs,
    reading: &'r Reading<'_>,
) -> Option<(&'r Sentence, Typed)> {
    let all = &reading.sentences.all;
    let first = all.get(index)?;
    let sentence = match first.role {
        Role::Line if index + 1 < next_item => all.get(index + 1)?,
        _ => first,
    };
    signs.read(&sentence.text).map(|typed| (sentence, typed))
}

fn wrong_successor(
    before: &Typed,
    typed: &Typed,
    sentence: &Sentence,
    reading: &Reading<'_>,
) -> Option<Diagnostic> {
    let expected = before.last? + 1;
    if typed.number == Some(expected) || expected > MOST[typed.counter] {
        return None;
    }
    let right = sign(typed.counter, typed.around, expected)?;
    let stands = &sentence.text[..typed.length];
    let hit = Hit::new(
        &NUMBERING,
        0..typed.length,
        message!("번호가 이어지지 않습니다: {stands}", "the number does not follow: {stands}"),
    );
    let hit = hit.with_help(message!(
        "앞 번호 다음은 {right}입니다. 빠졌거나 되풀이된 번호가 없는지 확인하십시오. ‘하’ 다음은 ‘거, 너’입니다.",
        "{right} comes next; look whether one is missing or stands twice"
    ));
    Some(reading.finding(sentence, hit))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::compared_in;

    /// What is found in a list of items.
    fn found(items: &[&str]) -> Vec<String> {
        compared_in("numbering", items).concat()
    }

    #[test]
    fn gaps_repetitions_and_wrong_successors_are_found() {
        for (items, wrong) in [
            (["1. 가", "2. 나", "4. 다"], "4."),
            (["가. 하나", "나. 둘", "나. 셋"], "나."),
            (["(1) 하나", "(2) 둘", "(2) 셋"], "(2)"),
            (["① 하나", "③ 둘", "④ 셋"], "③"),
            (["Ⅰ. 하나", "Ⅱ. 둘", "Ⅳ. 셋"], "Ⅳ."),
            (["파. 하나", "하. 둘", "가가. 셋"], "가가."),
            (["1) 하나", "2) 둘", "1) 셋"], "1)"),
        ] {
            assert_eq!(found(&items), [wrong], "{items:?}");
        }
    }

    #[test]
    fn lists_in_order_dates_and_levels_are_right() {
        for items in [
            vec!["1. 가", "2. 나", "3. 다"],
            vec!["3. 가", "4. 나"],
            vec!["1. 개요 2. 내용", "3. 결과"],
            vec!["파. 하나", "하. 둘", "거. 셋", "너. 넷"],
            vec!["2024. 8. 30. 접수", "2024. 10. 1. 발표"],
            vec!["1. 하나"],
            vec!["2025.07. 협약", "2025.09. 설명회", "2026.10. 준공"],
            vec!["1. 하나", "1) 안", "2) 밖", "2. 둘", "1) 안", "2) 밖"],
            vec!["1. 하나", "설명", "1. 하나"],
            vec!["(시·군간) 23개", "(시·군내) 36개"],
            vec!["9. 2. ~ 9. 30.", "1. ~ 12."],
            vec!["3.5km 확장", "7.2km 확장"],
        ] {
            assert_eq!(found(&items), Vec::<String>::new(), "{items:?}");
        }
    }
}
