//! Chapters: their numbers, how they open, and what stands in them.

use super::contents::{depth, divider};
use super::found::{Found, Notes};
use super::here::Here;
use super::levels::{given_level, markers_from, pattern};
use super::projects::projects_of;
use super::sections::{head_of, section};
use super::strings::bookmark;
use super::text::required;
use crate::diagnostic::Form;
use crate::edition::{Chapter, Numeral, Opening, Section, SectionHead};
use crate::format::{self, ContentsDepth, Project, SectionSource};
use crate::json::Spanned;
use crate::korean::NumberPattern;
use crate::message;

/// The patterns by which a chapter, its sections and projects are numbered.
#[derive(Clone)]
pub(super) struct Patterns {
    chapter: NumberPattern,
    pub section: NumberPattern,
    project: NumberPattern,
}

impl Patterns {
    /// The number of a project in a chapter with this number, if it has one.
    pub(super) fn project_number(&self, chapter: Option<usize>, project: &Project) -> String {
        let own = project.number.value as usize;
        match chapter {
            Some(chapter) => self.project.apply(&[chapter, own]),
            None => self.project.apply(&[own]),
        }
    }
}

/// A chapter and how it is numbered.
pub(super) struct Numbered<'a> {
    pub chapter: &'a format::Chapter,
    /// Its number; those without one are not counted.
    pub number: Option<usize>,
    pub patterns: Patterns,
}

/// The chapters, each with its number and its patterns.
pub(super) fn numbered<'a>(here: &Here<'a>) -> Found<Vec<Numbered<'a>>> {
    let mut notes = Notes::default();
    let report = here.whole.report;
    let usual = |token| {
        NumberPattern::parse(here.whole.theme.word(&["numbering", token]))
            .unwrap_or_else(|| unreachable!("themes have patterns with counting signs"))
    };
    let usual = Patterns {
        chapter: usual("chapter"),
        section: usual("section"),
        project: usual("project"),
    };
    let usual = notes.take(patterns(report.numbering.as_ref(), &usual));
    let mut count = 0;
    let mut numbered = Vec::with_capacity(report.chapters.len());
    for chapter in &report.chapters {
        count += usize::from(!chapter.unnumbered);
        let number = (!chapter.unnumbered).then_some(count);
        let patterns = notes.take(patterns(chapter.numbering.as_ref(), &usual));
        numbered.push(Numbered { chapter, number, patterns });
    }
    notes.with(numbered)
}

/// The patterns that are given, and the usual ones for those that are not.
fn patterns(given: Option<&format::Numbering>, usual: &Patterns) -> Found<Patterns> {
    let Some(given) = given else { return usual.clone().into() };
    let mut notes = Notes::default();
    let mut read = |given: &Option<Spanned<String>>, usual: &NumberPattern, signs| {
        let own = given.as_ref().and_then(|given| notes.take(pattern(given, signs)));
        own.unwrap_or_else(|| usual.clone())
    };
    let chapter = read(&given.chapter, &usual.chapter, 1);
    let section = read(&given.section, &usual.section, 1);
    let project = read(&given.project, &usual.project, 2);
    notes.with(Patterns { chapter, section, project })
}

/// A chapter with all that stands in it.
pub(super) fn chapter(numbered: &Numbered<'_>, is_first: bool, here: &Here<'_>) -> Found<Chapter> {
    let mut notes = Notes::default();
    let Numbered { chapter, number, patterns } = numbered;
    let first_level = given_level(chapter.level.as_ref()).unwrap_or(1);
    let markers = notes.take(markers_from(first_level, chapter.markers.as_ref(), here.markers));
    let inner = &Here { first_level, markers: &markers, ..*here };
    let sections = notes.take(sections(numbered, inner));
    let number = number.map(|number| patterns.chapter.apply(&[number]));
    let title = notes.take(required(&chapter.title, here));
    let words = number.as_deref().unwrap_or_default();
    let title = notes.take(bookmark(words, title, chapter.title.span));
    let opening = match chapter.opening {
        Some(format::Opening::Bar) | None => Opening::Bar,
        Some(format::Opening::Divider) => Opening::Divider,
        Some(format::Opening::None) => Opening::None,
    };
    let new_page = notes.take(begins_page(chapter, is_first));
    let is_divided = opening == Opening::Divider;
    let divider = notes.take_some(is_divided.then(|| divider(chapter, &sections, here)));
    notes.with(Chapter {
        numeral: number.as_deref().map(|number| Numeral::of(&bare(number))),
        number,
        title,
        opening,
        divider,
        divider_title: None,
        listed: depth(Some(chapter), here) != ContentsDepth::None,
        new_page,
        sections,
    })
}

/// What stands in a chapter, in order.
fn sections(numbered: &Numbered<'_>, here: &Here<'_>) -> Found<Vec<Section>> {
    let mut notes = Notes::default();
    let Numbered { chapter, patterns, .. } = numbered;
    let mut sections: Vec<Section> = Vec::new();
    let mut count = 0;
    for source in &chapter.sections {
        if let Some(folder) = source.folder() {
            let is_first = sections.is_empty();
            sections.extend(notes.take(projects_of(numbered, folder, is_first, here)));
            continue;
        }
        let (own, id) = match source {
            SectionSource::Inline(own) => (own.as_ref(), format!("report-{}.json", own.span.start)),
            SectionSource::Path(path) => match here.whole.manuscript.sections.get(&path.value) {
                Some(own) => (own, path.value.clone()),
                None => continue,
            },
        };
        count += usize::from(head_of(own) == SectionHead::Numbered);
        let number = patterns.section.apply(&[count]);
        sections.push(notes.take(section(own, id, sections.is_empty(), number, here)));
    }
    let listed = depth(Some(chapter), here) == ContentsDepth::Sections;
    sections.iter_mut().for_each(|section| section.listed = listed);
    notes.with(sections)
}

/// Whether a chapter begins a page: the first always, and one with a title
/// page, which is told.
fn begins_page(chapter: &format::Chapter, is_first: bool) -> Found<bool> {
    let mut notes = Notes::default();
    let runs_on = chapter.new_page.as_ref().filter(|new_page| !new_page.value);
    if let Some(given) = runs_on
        && chapter.opening == Some(format::Opening::Divider)
    {
        let message = message!(
            "속표지가 있는 장은 앞 장에 이어질 수 없습니다",
            "a chapter with a title page cannot go on on the page of the one before"
        );
        let help = message!(
            "\"new_page\"를 지우거나 \"opening\"을 \"bar\"로 바꾸십시오.",
            "remove `new_page`, or make `opening` \"bar\""
        );
        notes.error(Form::TwoValues, given.span, message, Some(help));
        return notes.with(true);
    }
    notes.with(is_first || runs_on.is_none())
}

/// A number as it stands in a box of its own, where nothing follows it: `1.`
/// and `1)` are `1` there, and `(1)` is what it is.
pub(super) fn bare(number: &str) -> String {
    let number = number.trim_end_matches(['.', ' ']);
    let bracketed = number.contains('(');
    number.strip_suffix(')').filter(|_| !bracketed).unwrap_or(number).to_owned()
}
