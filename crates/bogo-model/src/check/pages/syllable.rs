//! Last lines that hold a single syllable.

#[cfg(test)]
use super::fixture;
use super::{LaidText, Owner, Pages};
use crate::check::listed::rule;
use crate::diagnostic::{Diagnostic, Place};
use crate::edition::Words;
use crate::json::Span;
use crate::korean::hangul::is_syllable;
use crate::message;

rule! {
    /// 두 줄이 넘는 항목·딸린 줄·문단의 끝줄에 한 글자만 남았는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 한 글자 때문에 줄이 하나 늘고, 그 글자는 눈에 띄지 않아 빠뜨리고 읽기 쉽습니다. 보고서를 손으로 편집할 때에도 자간을 좁혀 앞줄로 끌어올리는 자리입니다. bogo도 그렇게 줄을 나누지만, 앞 낱말이 길어 옮길 수 없으면 남습니다.
    ///
    /// ## 보기
    ///
    /// 줄의 너비에 따라 다르지만 이런 모양입니다. bogo가 그렇게 되지 않게 줄을 나누므로 드뭅니다. 같은 글이라도 여백이나 글자 크기가 다르면 나타나지 않습니다.
    ///
    /// ```text
    /// ○ 주민참여예산제도운영위원회개최및의결사항이행실적점검결과보고서작성
    ///   등
    /// ```
    ///
    /// 한 글자를 줄이거나 앞 낱말을 띄어 쓰면 괜찮습니다.
    ///
    /// ```text
    /// ○ 주민참여예산제도 운영위원회 개최 및 의결사항 이행실적 점검결과
    ///   보고서 작성 등
    /// ```
    ///
    /// ## 고치기
    ///
    /// 글을 한두 글자 줄이거나 늘립니다. 띄어 쓸 수 있는 긴 낱말은 띄어 씁니다.
    ///
    /// 괄호, 마침표 같은 기호는 글자로 세지 않습니다. `등).`도 한 글자입니다. 글 안에서 `\n`으로 손수 줄을 바꾼 자리와 표의 칸은 보지 않습니다.
    LONE_SYLLABLE = "lone-syllable": Pages, Warning, "한 글자만 남은 끝줄", "a last line of one syllable";
    checks: [Pages(findings)];
    wrong: Laid [
        || fixture::pages(&[&["사업", "이행실적 점검결과 보고서 작성", "…등"]])
            .of(r#"["이행실적 점검결과 보고서 작성 등"]"#),
    ];
    right: Laid [
        || fixture::pages(&[&["사업", "이행실적 점검결과", "…보고서 작성 등"]])
            .of(r#"["이행실적 점검결과 보고서 작성 등"]"#),
        || fixture::pages(&[&["사업", "이행실적 점검결과 보고서 작성", "…등"]])
            .of(r#"["이행실적 점검결과 보고서 작성\n등"]"#),
    ];
}

/// A text that stands lower than the one before it by more than this part of
/// its size begins a line.
const NEXT_LINE: f64 = 0.6;

/// A line of a passage: its page and its words.
struct Line {
    page: usize,
    baseline: f64,
    words: String,
}

/// Items, notes and paragraphs of several lines that end in a syllable alone.
fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (owner, texts) in &pages.texts {
        let passage = pages.passage(*owner);
        if passage.is_none_or(|passage| passage.kind.words() != Words::Flowing) {
            continue;
        }
        let lines = lines_of(texts);
        let [.., _, last] = lines.as_slice() else { continue };
        let Some(syllable) = lone_syllable(&last.words) else { continue };
        let Some(place) = place_of_end(pages, *owner, last.words.trim()) else { continue };
        let number = pages.number(last.page);
        let message = message!(
            "끝줄에 ‘{syllable}’ 한 글자만 남았습니다({number}쪽)",
            "the last line holds one syllable, `{syllable}` (page {number})"
        );
        let help = message!(
            "글을 한두 글자 줄이거나 늘리십시오.",
            "shorten or lengthen the text by a syllable or two"
        );
        found.push(LONE_SYLLABLE.finding(place, message).with_help(help));
    }
    found
}

/// The texts of a passage by lines.
fn lines_of(texts: &[(usize, &LaidText)]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (page, text) in texts {
        let same = lines.last_mut().filter(|line| {
            line.page == *page && text.baseline - line.baseline <= NEXT_LINE * text.size
        });
        match same {
            Some(line) => line.words.push_str(&text.words),
            None => {
                lines.push(Line { page: *page, baseline: text.baseline, words: text.words.clone() })
            }
        }
    }
    lines
}

/// The syllable that a line holds beside signs, if it is only one.
fn lone_syllable(words: &str) -> Option<char> {
    let mut letters = words.chars().filter(|character| character.is_alphanumeric());
    let only = letters.next().filter(|only| is_syllable(*only));
    only.filter(|_| letters.next().is_none())
}

/// Where the end of a passage is typed; `None` where the office has broken the
/// line itself. The outer `None` passes the finding over.
fn place_of_end(pages: &Pages<'_>, owner: Owner, words: &str) -> Option<Option<Place>> {
    let span = pages.passage(owner)?.span;
    if span == Span::default() {
        return Some(None);
    }
    let typed = pages.documents.raw(span);
    if typed.contains(&format!("\\n{words}")) {
        return None;
    }
    let end = typed.rfind(words).map(|start| Span {
        start: span.start + start as u32,
        end: span.start + (start + words.len()) as u32,
        ..span
    });
    Some(Some(pages.documents.place(end.unwrap_or(span))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_do_not_count_beside_a_syllable() {
        assert_eq!(lone_syllable("등)."), Some('등'));
        assert_eq!(lone_syllable("함"), Some('함'));
        assert_eq!(lone_syllable("추진"), None);
        assert_eq!(lone_syllable("7급"), None);
        assert_eq!(lone_syllable("※"), None);
    }
}
