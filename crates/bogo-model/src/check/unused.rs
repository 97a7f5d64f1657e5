//! What a report says and nothing uses, where it stands.

use super::finding;
use crate::diagnostic::{Diagnostic, Message};
use crate::format::{
    Chapter, ContentsDepth, Cover, CoverPlace, Opening, Photo, Report, TextOrNone,
};
use crate::json::{Documents, Span, Spanned};
use crate::message;

/// Fields that change nothing.
pub(super) fn findings(report: &Report, documents: &Documents) -> Vec<Diagnostic> {
    let mut unused = Vec::new();
    report.cover.iter().for_each(|cover| of_cover(cover, &mut unused));
    let depth = report.contents.as_ref().and_then(|contents| contents.depth);
    let has_contents = depth != Some(ContentsDepth::None);
    let title = report.contents.as_ref().and_then(|contents| contents.title.as_ref());
    unused.extend(title.filter(|_| !has_contents).map(|title| no_contents("title", title.span)));
    for chapter in &report.chapters {
        of_chapter(chapter, has_contents, &mut unused);
    }
    unused.into_iter().map(|unused| unused.told(documents)).collect()
}

/// A field that changes nothing, why, and how it would.
struct Unused {
    field: &'static str,
    span: Span,
    why: Message,
    remedy: Message,
}

impl Unused {
    fn told(self, documents: &Documents) -> Diagnostic {
        use crate::diagnostic::Language::{English, Korean};
        let Self { field, span, why, remedy } = self;
        let message = Message::new(
            format!("쓰이지 않는 항목입니다: \"{field}\" – {}", why.text(Korean)),
            format!("`{field}` changes nothing: {}", why.text(English)),
        );
        let help = Message::new(
            format!("이 항목을 지우십시오. {}", remedy.text(Korean)),
            format!("remove it, or {}", remedy.text(English)),
        );
        finding("unused-field", documents.place(span), message).with_help(help)
    }
}

fn of_cover(cover: &Cover, unused: &mut Vec<Unused>) {
    let place = cover.place.unwrap_or(CoverPlace::Page);
    let logo = cover.logo.as_ref().and_then(|logo| logo.caption.as_ref());
    let truth = |field: &Option<Spanned<bool>>| field.as_ref().map(|field| field.span);
    let photo = |field: &Option<Photo>| field.as_ref().map(|field| field.span);
    let on_a_page = [
        ("logo", photo(&cover.logo)),
        ("picture", photo(&cover.picture)),
        ("blank_back", truth(&cover.blank_back)),
    ];
    let line = |field: &Option<TextOrNone>| field.as_ref().map(TextOrNone::span);
    let anywhere = [
        ("lead", cover.lead.first().map(|line| line.span)),
        ("date", line(&cover.date)),
        ("lines", cover.lines.first().map(|line| line.span)),
        ("department", line(&cover.department)),
        ("organisation", truth(&cover.organisation)),
    ];
    let given = |fields: &[(&'static str, Option<Span>)]| -> Vec<(&'static str, Span)> {
        fields.iter().filter_map(|(field, span)| Some((*field, (*span)?))).collect()
    };
    if place != CoverPlace::Page {
        let why = message!("표지가 한 쪽이 아닙니다", "the cover is no page of its own");
        let remedy =
            message!("찍으려면 \"place\": \"page\"로 쓰십시오.", "write `\"place\": \"page\"`");
        unused.extend(given(&on_a_page).into_iter().map(|(field, span)| Unused {
            field,
            span,
            why: why.clone(),
            remedy: remedy.clone(),
        }));
    } else if let Some(caption) = logo {
        unused.push(Unused {
            field: "caption",
            span: caption.span,
            why: message!("기관 상징에는 설명을 찍지 않습니다", "a sign has no caption"),
            remedy: message!(
                "설명이 있는 그림은 \"picture\"에 쓰십시오.",
                "say it of `picture`, whose caption is printed"
            ),
        });
    }
    if place == CoverPlace::None {
        let why = message!("표지가 없습니다", "there is no cover");
        let remedy = message!("찍으려면 \"place\"를 바꾸십시오.", "change `place`");
        unused.extend(given(&anywhere).into_iter().map(|(field, span)| Unused {
            field,
            span,
            why: why.clone(),
            remedy: remedy.clone(),
        }));
    }
}

fn no_contents(field: &'static str, span: Span) -> Unused {
    Unused {
        field,
        span,
        why: message!("보고서에 목차가 없습니다", "the report has no table of contents"),
        remedy: message!(
            "목차를 찍으려면 report.json의 \"contents\"를 \"chapters\"나 \"sections\"로 쓰십시오.",
            "write \"chapters\" or \"sections\" as `contents` of the report"
        ),
    }
}

fn of_chapter(chapter: &Chapter, has_contents: bool, unused: &mut Vec<Unused>) {
    let is_divided = chapter.opening == Some(Opening::Divider);
    if let Some(Spanned { span, .. }) = chapter.divider.filter(|_| !is_divided) {
        unused.push(Unused {
            field: "divider",
            span,
            why: message!(
                "이 장은 속표지로 시작하지 않습니다",
                "this chapter opens with no title page"
            ),
            remedy: message!(
                "속표지를 두려면 \"opening\": \"divider\"를 함께 쓰십시오.",
                "write `\"opening\": \"divider\"`, too"
            ),
        });
    }
    if let Some(Spanned { span, .. }) = chapter.contents.filter(|_| !has_contents) {
        unused.push(no_contents("contents", span));
    }
    let pattern = chapter.numbering.as_ref().and_then(|numbering| numbering.chapter.as_ref());
    if let Some(Spanned { span, .. }) = pattern.filter(|_| chapter.unnumbered) {
        unused.push(Unused {
            field: "chapter",
            span: *span,
            why: message!("이 장에는 번호가 없습니다", "this chapter has no number"),
            remedy: message!("번호를 매기려면 \"unnumbered\"를 지우십시오.", "remove `unnumbered`"),
        });
    }
}
