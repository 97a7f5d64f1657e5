//! Marks outside the part of the page that is meant for them, or over others.

use std::collections::BTreeMap;

use super::Pages;
use super::faults::{Fault, Found, Mark, faults};
use super::laid::{Layer, Owner};
use crate::check::rules;
use crate::diagnostic::{Diagnostic, Message};
use crate::edition::Words;
use crate::message;

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
pub(in crate::check) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
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
    let diagnostic = rules::OVERFLOW.finding(place, message).with_help(help(pages, worst));
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
