//! Marks outside the part of the page that is meant for them, or over others.

use std::collections::BTreeMap;

use super::Pages;
use super::faults::{Fault, Found, Mark, faults};
#[cfg(test)]
use super::fixture;
use super::laid::{Layer, Owner};
use super::lost;
use crate::check::listed::rule;
use crate::diagnostic::{Diagnostic, Message};
use crate::edition::Words;
use crate::message;

rule! {
    /// 다 만든 쪽에서 본문 밖으로 나가거나 다른 것 위에 찍힌 글·그림·선·막대, 어느 쪽에도 찍히지 않은 글, 너무 작아 읽을 수 없는 글을 찾습니다. 까닭이 무엇이든 찍힌 자리를 재어 찾습니다.
    ///
    /// ## 왜
    ///
    /// 쪽 밖으로 나간 글은 읽는 사람에게 없는 글이고, 겹쳐 찍힌 글은 읽을 수 없으며, 칸을 넘은 숫자는 옆 칸의 숫자로 읽힙니다. 그런 PDF는 틀린 보고서이므로 만들지 않습니다. 글은 낱말 사이에서 줄을 바꾸고 표와 그림은 쪽에 맞추어 나누므로 좀처럼 일어나지 않지만, 띄어쓰기 없는 긴 영문이나 쪽 번호 옆의 긴 글, 보고서가 고쳐 쓴 템플릿에서는 일어납니다.
    ///
    /// ## 보기
    ///
    /// 좁은 열에 띄지 않은 영문이 들어가면 찾습니다.
    ///
    /// ```json
    /// ["구분", "WWWWWWWWWWWWWWWW", "비고"]
    /// ```
    ///
    /// 띄어 쓰면 줄이 바뀌므로 괜찮습니다.
    ///
    /// ```json
    /// ["구분", "WWWW WWWW WWWW WWWW", "비고"]
    /// ```
    ///
    /// 쪽 번호 옆의 글이 길어 종이 밖으로 나가면 `report.json`의 그 자리를 알립니다.
    ///
    /// ```json
    /// { "footer": "쪽 번호 옆에 다 들어가지 않는 긴 글 …" }
    /// ```
    ///
    /// ## 무엇을 보는가
    ///
    /// - 글·그림·선·칠한 자리가 본문의 왼쪽·오른쪽·위·아래 끝을 넘거나 종이를 벗어나는지. 쪽 번호 줄은 본문의 너비 안, 종이 안에 있어야 합니다. 인쇄소용 재단선과 ‘확정본이 아님’ 줄은 제자리가 따로 있으므로 종이만 봅니다.
    /// - 글이 다른 글, 남의 그림, 표의 선, 상자의 가장자리와 겹치거나, 나중에 칠한 자리에 가려지거나, 잘리는지. 그림끼리, 칠한 자리끼리 어긋나게 겹치는지.
    /// - 자료에 적은 글자가 모두 쪽에 찍혔는지.
    /// - 6포인트보다 작은 글자가 있는지.
    ///
    /// 표지와 목차, 간지도 봅니다. 한 항목이나 한 표에서는 가장 큰 것 하나를 알리고 나머지는 수를 셉니다. 1포인트보다 적게 넘친 것은 눈에 띄지 않으므로 찾지 않습니다.
    ///
    /// ## 고치기
    ///
    /// - 글을 줄이거나 띄어 쓸 곳을 띄웁니다.
    /// - 열의 너비(`"width"`)를 늘리거나 표를 가로 쪽에 놓습니다.
    /// - 한 칸, 한 그림 설명에 든 긴 글은 여럿으로 나눕니다.
    /// - 템플릿을 고쳐 쓰는 보고서라면 그 템플릿의 너비를 봅니다.
    OVERFLOW = "overflow": Pages, Error, "본문을 벗어나거나 겹친 것", "what leaves the body or stands over other things";
    checks: [Pages(findings), Pages(lost::lost), Pages(lost::small)];
    wrong: Laid [
        || fixture::pages(&[&["사업", "글".repeat(40).as_str()]]),
        || fixture::pages(&[&["사업", "추진"]]).of(r#"["추진 결과"]"#),
        || fixture::pages(&[&["사업", "추진"]]).of(r#"["추진"]"#).with(|pages| pages[0].texts[1].size = 5.0),
        || fixture::pages(&[&["사업", "추진"]]).of(r#"["추진"]"#).with(|pages| {
            let first = pages[0].texts[0].clone();
            pages[0].texts[1].area = first.area;
        }),
    ];
    right: Laid [
        || fixture::pages(&[&["사업", "추진 결과"]]).of(r#"["추진 결과"]"#),
    ];
}

/// Whose marks a finding is about: a passage's, or what stands in the margins,
/// on however many pages; or what belongs to no passage on one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Passage(Owner),
    Page(usize),
    Margins,
}

/// The gravest fault of some marks, the first of that kind, and how many more
/// there are.
struct Worst<'p> {
    page: usize,
    found: Found<'p>,
    more: usize,
}

/// Marks that stand where they should not, each passage's once.
fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let mut worst = BTreeMap::<Whose, Worst<'_>>::new();
    for (index, page) in pages.laid.pages.iter().enumerate() {
        for found in faults(page, pages.body(page)) {
            let whose = match found.owner {
                Some(owner) => Whose::Passage(owner),
                None if found.layer == Layer::Body => Whose::Page(index),
                None => Whose::Margins,
            };
            match worst.get_mut(&whose) {
                None => {
                    worst.insert(whose, Worst { page: index, found, more: 0 });
                }
                Some(known) => {
                    known.more += 1;
                    if gravity(&found) < gravity(&known.found) {
                        (known.page, known.found) = (index, found);
                    }
                }
            }
        }
    }
    worst.values().map(|worst| diagnostic(pages, worst)).collect()
}

/// How grave a fault is, the gravest first: words before pictures and lines.
fn gravity(found: &Found<'_>) -> (u8, Fault) {
    let mark = match found.mark {
        Mark::Text(_) => 0,
        Mark::Picture => 1,
        Mark::Drawing => 2,
    };
    (mark, found.fault)
}

fn diagnostic(pages: &Pages<'_>, worst: &Worst<'_>) -> Diagnostic {
    let Found { mark, owner, layer, other, .. } = worst.found;
    let words = match mark {
        Mark::Text(text) => text.words.trim(),
        Mark::Picture | Mark::Drawing => "",
    };
    let place = pages.place_saying(owner, words);
    let message = message_of(pages, worst);
    let diagnostic = OVERFLOW.finding(place, message).with_help(help(pages, worst));
    match other.filter(|other| other.owner != owner && layer == Layer::Body) {
        Some(other) => match pages.place_saying(other.owner, other.words.trim()) {
            Some(place) => diagnostic.with_related(
                place,
                message!("그 자리에 있는 글입니다", "the words that stand there"),
            ),
            None => diagnostic,
        },
        None => diagnostic,
    }
}

fn message_of(pages: &Pages<'_>, worst: &Worst<'_>) -> Message {
    let Found { fault, mark, other, .. } = worst.found;
    let (korean, english) = phrase(fault, mark);
    let (page, on_page) = pages.name(worst.page);
    let (mut more, mut others) = (String::new(), String::new());
    if worst.more > 0 {
        more = format!(", 이런 곳이 {}곳 더 있음", worst.more);
        others = format!(", and {} more like it", worst.more);
    }
    let Mark::Text(text) = mark else {
        return message!("{korean}({page}{more})", "{english} ({on_page}{others})");
    };
    let words = text.words.trim();
    match other.map(|other| other.words.trim()) {
        Some(other) => message!(
            "{korean}: ‘{words}’과(와) ‘{other}’({page}{more})",
            "{english}: `{words}` and `{other}` ({on_page}{others})"
        ),
        None => message!(
            "{korean}: ‘{words}’({page}{more})",
            "{english}: `{words}` ({on_page}{others})"
        ),
    }
}

/// A fault of a mark in words, Korean and English.
fn phrase(fault: Fault, mark: Mark<'_>) -> (&'static str, &'static str) {
    match (mark, fault) {
        (Mark::Text(_), Fault::OffPaper) => {
            ("글이 종이 밖으로 나갑니다", "words run off the paper")
        }
        (Mark::Text(_), Fault::OffBody) => {
            ("글이 본문 밖으로 나갑니다", "words run out of the page's body")
        }
        (Mark::Text(_), Fault::Hidden) => {
            ("글이 가려지거나 잘립니다", "words are hidden or cut off")
        }
        (Mark::Text(_), Fault::OnPicture) => ("글이 그림과 겹칩니다", "words stand on a picture"),
        (Mark::Text(_), Fault::AcrossLine) => {
            ("글이 칸을 넘칩니다", "words run out of their cell or box")
        }
        (Mark::Text(_), Fault::InWords | Fault::OnFill) => {
            ("글이 다른 글과 겹칩니다", "words stand in other words")
        }
        (Mark::Picture, Fault::OffPaper) => {
            ("그림이 종이 밖으로 나갑니다", "a picture runs off the paper")
        }
        (Mark::Picture, Fault::OffBody) => {
            ("그림이 본문 밖으로 나갑니다", "a picture runs out of the page's body")
        }
        (Mark::Picture, Fault::AcrossLine) => {
            ("그림이 칸을 넘칩니다", "a picture runs out of its cell")
        }
        (Mark::Picture, _) => ("그림이 다른 그림과 겹칩니다", "a picture stands on another"),
        (Mark::Drawing, Fault::OffPaper) => {
            ("선이나 막대가 종이 밖으로 나갑니다", "a line or bar runs off the paper")
        }
        (Mark::Drawing, Fault::OffBody) => {
            ("선이나 막대가 본문 밖으로 나갑니다", "a line or bar runs out of the page's body")
        }
        (Mark::Drawing, _) => (
            "칠한 자리나 막대가 다른 것과 겹칩니다",
            "a bar or filled part stands partly on another",
        ),
    }
}

/// What to do about it.
fn help(pages: &Pages<'_>, worst: &Worst<'_>) -> Message {
    let Found { fault, owner, layer, .. } = worst.found;
    let is_beside = matches!(fault, Fault::AcrossLine | Fault::InWords);
    match owner {
        _ if layer == Layer::Margin => message!(
            "쪽 번호 옆의 글(\"footer\")을 줄이십시오.",
            "shorten the words beside the page number (`footer`)"
        ),
        Some(owner) if is_beside && is_grid(pages, owner) => message!(
            "글을 줄이거나, 띄어 쓸 곳을 띄우거나, 열의 너비(\"width\")를 늘리십시오.",
            "shorten them, part them with a space, or make the column's `width` larger"
        ),
        Some(owner) if is_grid(pages, owner) => message!(
            "글을 줄이거나, 둘로 나누거나, 가로 쪽(\"landscape\")에 놓으십시오.",
            "shorten it, make two of it, or set it on a landscape page (`landscape`)"
        ),
        _ => message!(
            "글을 줄이거나, 띄어 쓸 곳을 띄우거나, 여럿으로 나누십시오.",
            "shorten it, part its words with spaces, or make several of it"
        ),
    }
}

/// Whether the words of a passage stand in cells or boxes.
fn is_grid(pages: &Pages<'_>, owner: Owner) -> bool {
    pages.passage(owner).is_some_and(|passage| passage.kind.words() == Words::Cells)
}
