//! What a report says and nothing uses, where it stands.

use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::{Diagnostic, Message};
use crate::format::{
    Chapter, ContentsDepth, Cover, CoverPlace, Head, Numbering, Opening, Photo, Report,
    SectionSource, Text, TextOrNone,
};
use crate::json::{Documents, Span, Spanned};
use crate::manuscript::Manuscript;
use crate::message;

rule! {
    /// `report.json`의 표지, 목차, 장에 적은 항목이 실제로 쓰이는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 적은 것은 찍히기를 바라고 적은 것입니다. 표지가 없는데 표지에 놓을 글이 있거나 띠로 시작하는 장에 속표지의 꼴을 적으면, 틀린 것이 아니어도 말없이 빠집니다.
    ///
    /// ## 보기
    ///
    /// 띠로 시작하는 장에 적은 속표지의 목록을 찾습니다.
    ///
    /// ```json
    /// { "title": "주요사업", "opening": "bar", "divider": "contents", "sections": ["projects/"] }
    /// ```
    ///
    /// 속표지로 시작하면 괜찮습니다.
    ///
    /// ```json
    /// { "title": "주요사업", "opening": "divider", "divider": "contents", "sections": ["projects/"] }
    /// ```
    ///
    /// 이런 것도 찾습니다.
    ///
    /// - `"place": "head"`인 표지의 `logo`, `picture`, `blank_back`과 `"place": "none"`인 표지의 모든 것
    /// - 기관 상징(`logo`)의 `caption`: 설명은 `picture`에만 찍힙니다.
    /// - 목차가 없는 보고서에서 목차의 `title`과 장의 `contents`
    /// - 모든 장이 목차에서 빠지는(`"contents": "none"`) 보고서의 `contents`
    /// - 번호가 없는 장(`unnumbered`)의 `numbering.chapter`
    /// - 번호를 찍는 절이나 사업이 없는 곳의 `numbering.section`과 `numbering.project`
    /// - 사업이 없는 장의 `group_by_team`과 `share_pages`
    /// - 앞에 아무것도 없는 첫 장의 `"new_page": false`
    ///
    /// ## 고치기
    ///
    /// 그 항목을 지우거나, 쓰이게 하는 것을 함께 적습니다. 도움말에 무엇인지 있습니다.
    ///
    /// 값이 보통과 같을 뿐인 항목은 찾지 않습니다.
    UNUSED_FIELD = "unused-field": Files, Warning, "쓰이지 않는 항목", "a field that changes nothing";
    checks: [Files(findings)];
    wrong: Report [
        r#"{ "chapters": [{ "title": "주요사업", "opening": "bar", "divider": "contents",
                            "sections": [{ "title": "가", "body": ["나"] }] }] }"#,
    ];
    right: Files [
        &[
            ("projects/1-a.json", r#"{ "number": 1, "title": "가", "body": ["나"] }"#),
            ("report.json", r#"{ "chapters": [{ "title": "주요사업",
              "opening": "divider", "divider": "contents", "sections": ["projects/"] }] }"#),
        ],
    ];
}

/// Fields that change nothing.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let Reading { manuscript, report, .. } = reading;
    let mut unused = Vec::new();
    report.cover.iter().for_each(|cover| of_cover(cover, &mut unused));
    let depth = report.contents.as_ref().and_then(|contents| contents.depth);
    let has_contents = depth != Some(ContentsDepth::None);
    let title = report.contents.as_ref().and_then(|contents| contents.title.as_ref());
    unused.extend(title.filter(|_| !has_contents).map(|title| no_contents("title", title.span)));
    if has_contents {
        of_empty_contents(report, &mut unused);
    }
    of_first_chapter(report, &mut unused);
    for chapter in &report.chapters {
        of_chapter(chapter, has_contents, &mut unused);
        of_projects(chapter, &mut unused);
    }
    // What has no number can only be said of what could be read.
    if manuscript.sound {
        of_numbering(manuscript, report, &mut unused);
    }
    unused.into_iter().map(|unused| unused.told(&manuscript.documents)).collect()
}

/// A field that changes nothing, why, and how it would.
struct Unused {
    field: &'static str,
    span: Span,
    why: Message,
    /// Nothing where what it says would be seen nowhere.
    remedy: Option<Message>,
}

impl Unused {
    fn told(self, documents: &Documents) -> Diagnostic {
        use crate::diagnostic::Language::{English, Korean};
        let Self { field, span, why, remedy } = self;
        let message = Message::new(
            format!("쓰이지 않는 항목입니다: \"{field}\" – {}", why.text(Korean)),
            format!("`{field}` changes nothing: {}", why.text(English)),
        );
        let help = match remedy {
            Some(remedy) => Message::new(
                format!("이 항목을 지우십시오. {}", remedy.text(Korean)),
                format!("remove it, or {}", remedy.text(English)),
            ),
            None => message!("이 항목을 지우십시오.", "remove it"),
        };
        UNUSED_FIELD.finding(documents.place(span), message).with_help(help)
    }
}

/// A field of the cover that is given.
struct Given {
    field: &'static str,
    span: Span,
    /// Whether it would be printed where there is a place for it: `null` and
    /// `false` would not.
    shows: bool,
}

impl Given {
    fn truth(field: &'static str, own: Option<Spanned<bool>>) -> Option<Self> {
        own.map(|own| Self { field, span: own.span, shows: own.value })
    }

    fn line(field: &'static str, own: Option<&TextOrNone>) -> Option<Self> {
        own.map(|own| Self { field, span: own.span(), shows: own.text().is_some() })
    }

    fn shown(field: &'static str, span: Option<Span>) -> Option<Self> {
        span.map(|span| Self { field, span, shows: true })
    }

    fn unused(self, why: &Message, remedy: &Message) -> Unused {
        let Self { field, span, shows } = self;
        Unused { field, span, why: why.clone(), remedy: shows.then(|| remedy.clone()) }
    }
}

fn of_cover(cover: &Cover, unused: &mut Vec<Unused>) {
    let place = cover.place.unwrap_or(CoverPlace::Page);
    let caption = cover.logo.as_ref().and_then(|logo| logo.caption.as_ref());
    let photo = |own: &Option<Photo>| own.as_ref().map(|own| own.span);
    let first = |lines: &[Text]| lines.first().map(|line| line.span);
    if place != CoverPlace::Page {
        let why = message!("표지가 한 쪽이 아닙니다", "the cover is no page of its own");
        let remedy =
            message!("찍으려면 \"place\": \"page\"로 쓰십시오.", "write `\"place\": \"page\"`");
        let on_a_page = [
            Given::shown("logo", photo(&cover.logo)),
            Given::shown("picture", photo(&cover.picture)),
            Given::truth("blank_back", cover.blank_back),
        ];
        unused.extend(on_a_page.into_iter().flatten().map(|given| given.unused(&why, &remedy)));
    } else if let Some(caption) = caption {
        unused.push(Unused {
            field: "caption",
            span: caption.span,
            why: message!("기관 상징에는 설명을 찍지 않습니다", "a sign has no caption"),
            remedy: Some(message!(
                "설명이 있는 그림은 \"picture\"에 쓰십시오.",
                "say it of `picture`, whose caption is printed"
            )),
        });
    }
    if place == CoverPlace::None {
        let why = message!("표지가 없습니다", "there is no cover");
        let remedy = message!("찍으려면 \"place\"를 바꾸십시오.", "change `place`");
        let anywhere = [
            Given::shown("lead", first(&cover.lead)),
            Given::line("date", cover.date.as_ref()),
            Given::shown("lines", first(&cover.lines)),
            Given::line("department", cover.department.as_ref()),
            Given::truth("organisation", cover.organisation),
        ];
        unused.extend(anywhere.into_iter().flatten().map(|given| given.unused(&why, &remedy)));
    }
}

/// What is said of a table of contents in which no chapter is listed.
fn of_empty_contents(report: &Report, unused: &mut Vec<Unused>) {
    let is_left_out = |chapter: &Chapter| {
        chapter.contents.is_some_and(|contents| contents.value == ContentsDepth::None)
    };
    let Some(contents) = &report.contents else { return };
    if !report.chapters.iter().all(is_left_out) {
        return;
    }
    unused.push(Unused {
        field: "contents",
        span: contents.span,
        why: message!(
            "모든 장이 목차에서 빠져 목차가 없습니다",
            "no chapter is listed, so that there is no table of contents"
        ),
        remedy: Some(message!(
            "목차를 찍으려면 실을 장에서 \"contents\": \"none\"을 지우십시오.",
            "remove `\"contents\": \"none\"` from the chapters that it is to list"
        )),
    });
}

/// Running on behind what is before, of a chapter before which nothing is. A
/// cover at the head of its page is something.
fn of_first_chapter(report: &Report, unused: &mut Vec<Unused>) {
    let place = report.cover.as_ref().and_then(|cover| cover.place);
    let new_page = report.chapters.first().and_then(|chapter| chapter.new_page);
    let Some(Spanned { value: false, span }) = new_page else { return };
    if place != Some(CoverPlace::Head) {
        unused.push(Unused {
            field: "new_page",
            span,
            why: message!("첫 장 앞에는 이어질 장이 없습니다", "no chapter is before the first"),
            remedy: None,
        });
    }
}

/// How projects stand, of a chapter that has none.
fn of_projects(chapter: &Chapter, unused: &mut Vec<Unused>) {
    if has_projects(chapter) {
        return;
    }
    let fields = [("group_by_team", chapter.group_by_team), ("share_pages", chapter.share_pages)];
    for (field, own) in fields {
        if let Some(Spanned { value: true, span }) = own {
            unused.push(Unused {
                field,
                span,
                why: message!("이 장에는 사업이 없습니다", "this chapter has no projects"),
                remedy: None,
            });
        }
    }
}

/// Whether a chapter names a folder of projects.
fn has_projects(chapter: &Chapter) -> bool {
    chapter.sections.iter().any(|source| source.folder().is_some())
}

/// Whether a section of a chapter has a number; one that is not there may.
fn has_numbered_sections(manuscript: &Manuscript, chapter: &Chapter) -> bool {
    let mut sources = chapter.sections.iter().filter(|source| source.folder().is_none());
    sources.any(|source| {
        let section = match source {
            SectionSource::Inline(section) => Some(section.as_ref()),
            SectionSource::Path(path) => manuscript.sections.get(&path.value),
        };
        section.is_none_or(|section| {
            section.title.is_some() && section.head.is_none_or(|head| head == Head::Numbered)
        })
    })
}

/// The patterns of numbers that no section or project bears.
fn of_numbering(manuscript: &Manuscript, report: &Report, unused: &mut Vec<Unused>) {
    let mut of = |numbering: Option<&Numbering>, chapters: &[Chapter]| {
        let Some(numbering) = numbering else { return };
        let is_numbered = |chapter: &Chapter| has_numbered_sections(manuscript, chapter);
        let section = numbering.section.as_ref().filter(|_| !chapters.iter().any(is_numbered));
        unused.extend(section.map(|own| Unused {
            field: "section",
            span: own.span,
            why: message!("번호를 찍는 절이 없습니다", "no section bears a number"),
            remedy: None,
        }));
        let project = numbering.project.as_ref().filter(|_| !chapters.iter().any(has_projects));
        unused.extend(project.map(|own| Unused {
            field: "project",
            span: own.span,
            why: message!("번호를 찍는 사업이 없습니다", "no project bears a number"),
            remedy: None,
        }));
    };
    of(report.numbering.as_ref(), &report.chapters);
    for chapter in &report.chapters {
        of(chapter.numbering.as_ref(), std::slice::from_ref(chapter));
    }
}

fn no_contents(field: &'static str, span: Span) -> Unused {
    Unused {
        field,
        span,
        why: message!("보고서에 목차가 없습니다", "the report has no table of contents"),
        remedy: Some(message!(
            "목차를 찍으려면 report.json의 \"contents\"를 \"chapters\"나 \"sections\"로 쓰십시오.",
            "write \"chapters\" or \"sections\" as `contents` of the report"
        )),
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
            remedy: Some(message!(
                "속표지를 두려면 \"opening\": \"divider\"를 함께 쓰십시오.",
                "write `\"opening\": \"divider\"`, too"
            )),
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
            remedy: Some(message!(
                "번호를 매기려면 \"unnumbered\"를 지우십시오.",
                "remove `unnumbered`"
            )),
        });
    }
}
