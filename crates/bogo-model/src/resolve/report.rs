//! The edition as a whole: cover, chapters, sections and their numbers.

use std::collections::BTreeSet;
use std::mem;

use super::columns::extent;
use super::context::Context;
use super::levels::{Level, given_level};
use crate::diagnostic::{Diagnostic, Form};
use crate::edition::{Chapter, Edition, Opening, ProjectEntry, RichText, SectionHead, Strip};
use crate::edition::{Passage, PassageKind, Section as SetSection, SectionContent};
use crate::format::{self, ContentsDepth, Head, Project, Section, SectionSource};
use crate::json::{Span, Spanned};
use crate::korean::NumberPattern;
use crate::message;

/// Width that the page number takes in the middle of the foot.
const PAGE_NUMBER_MM: f64 = 14.0;

/// The smallest type, 8 points.
const LEAST_TYPE_MM: f64 = 8.0 * 25.4 / 72.0;

/// How many lines the foot of a page has room for; a little less than two,
/// as lines end at words.
const FOOTER_LINES: f64 = 1.8;

/// The patterns by which a chapter, its sections and projects are numbered.
#[derive(Clone)]
struct Patterns {
    chapter: NumberPattern,
    section: NumberPattern,
    project: NumberPattern,
}

impl Patterns {
    /// The number of a project in a chapter with this number, if it has one.
    fn project_number(&self, chapter: Option<usize>, project: &Project) -> String {
        let own = project.number.value as usize;
        match chapter {
            Some(chapter) => self.project.apply(&[chapter, own]),
            None => self.project.apply(&[own]),
        }
    }
}

/// A chapter and how it is numbered.
struct Numbered<'a> {
    chapter: &'a format::Chapter,
    /// Its number; those without one are not counted.
    number: Option<usize>,
    patterns: Patterns,
}

/// Decides the whole edition.
pub(super) fn edition(context: &mut Context<'_>) -> Edition {
    let report = context.report;
    let date = report.date.value;
    context.find_overview();
    context.markers = context.markers_from(1, report.markers.as_ref());
    let numbered = context.numbered();
    context.list_projects(&numbered);
    let chapters = numbered.iter().enumerate();
    let chapters: Vec<Chapter> =
        chapters.map(|(index, own)| context.chapter(own, index == 0)).collect();
    let title = context.rich(&report.title);
    let title = context.property(&title, report.title.span);
    let author = context.author();
    let footer = report.footer.as_ref().map(|footer| context.footer(footer));
    let cover = context.cover();
    // What begins on a right-hand page is made to be printed on both sides.
    let blank_back = cover.as_ref().is_some_and(|cover| cover.blank_back);
    let divided = chapters.iter().any(|chapter| chapter.opening == Opening::Divider);
    Edition {
        title,
        author,
        date: (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1)),
        keywords: context.keywords(),
        theme: context.theme.tokens.clone(),
        notice: None,
        footer,
        cover,
        contents: context.contents(&chapters),
        duplex: divided || blank_back,
        chapters,
    }
}

impl<'a> Context<'a> {
    /// The words beside the page number, which have two lines of small type.
    fn footer(&mut self, footer: &format::Text) -> RichText {
        let words = self.rich(footer);
        let room = (self.theme.geometry.body_width_mm - PAGE_NUMBER_MM) / 2.0;
        let most = FOOTER_LINES * room / LEAST_TYPE_MM;
        if extent(&words.plain()) > most {
            let most = most.floor();
            let message = message!(
                "쪽 번호 옆의 말이 너무 길어 쪽 아래에 들어가지 않습니다",
                "the words beside the page number are too long for the foot of a page"
            );
            let help = message!("{most}자 안으로 줄이십시오.", "keep to {most} syllables");
            self.error(Form::LongFooter, footer.span, message, Some(help));
        }
        words
    }

    /// Finds the organisation and the staff, of which there is one each.
    fn find_overview(&mut self) {
        for section in self.manuscript.all_sections(self.report) {
            if let Some(organisation) = &section.organisation {
                if let Some(first) = self.organisation {
                    self.second_home("organisation", first.span, organisation.span);
                } else {
                    self.organisation = Some(organisation);
                }
            }
            if let Some(staff) = &section.staff {
                if let Some(first) = self.staff {
                    self.second_home("staff", first.span, staff.span);
                } else {
                    self.staff = Some(staff);
                }
            }
        }
    }

    fn second_home(&mut self, field: &str, first: Span, second: Span) {
        let documents = &self.manuscript.documents;
        let message =
            message!("\"{field}\"이(가) 두 곳에 있습니다", "`{field}` stands in two places");
        let diagnostic = Diagnostic::error(Form::SecondHome, documents.place(second), message)
            .with_related(
                documents.place(first),
                message!("먼저 쓴 곳입니다", "it was first written here"),
            )
            .omitting();
        self.report_finding(diagnostic);
    }

    /// The chapters, each with its number and its patterns.
    fn numbered(&mut self) -> Vec<Numbered<'a>> {
        let report = self.report;
        let usual = |token| {
            NumberPattern::parse(self.theme.word(&["numbering", token]))
                .unwrap_or_else(|| unreachable!("themes have patterns with counting signs"))
        };
        let usual = Patterns {
            chapter: usual("chapter"),
            section: usual("section"),
            project: usual("project"),
        };
        let usual = self.patterns(report.numbering.as_ref(), &usual);
        let mut count = 0;
        let mut numbered = Vec::with_capacity(report.chapters.len());
        for chapter in &report.chapters {
            count += usize::from(!chapter.unnumbered);
            let number = (!chapter.unnumbered).then_some(count);
            let patterns = self.patterns(chapter.numbering.as_ref(), &usual);
            numbered.push(Numbered { chapter, number, patterns });
        }
        numbered
    }

    /// The patterns that are given, and the usual ones for those that are not.
    fn patterns(&mut self, given: Option<&format::Numbering>, usual: &Patterns) -> Patterns {
        let Some(given) = given else { return usual.clone() };
        let mut read = |pattern: &Option<Spanned<String>>, usual: &NumberPattern, signs| {
            let own = pattern.as_ref().and_then(|pattern| self.pattern(pattern, signs));
            own.unwrap_or_else(|| usual.clone())
        };
        Patterns {
            chapter: read(&given.chapter, &usual.chapter, 1),
            section: read(&given.section, &usual.section, 1),
            project: read(&given.project, &usual.project, 2),
        }
    }

    /// Lists all projects before any section is resolved, because a list of
    /// them may stand before them.
    fn list_projects(&mut self, chapters: &[Numbered<'a>]) {
        for Numbered { chapter, number, patterns } in chapters {
            for (path, project) in self.chapter_projects(chapter) {
                let entry = ProjectEntry {
                    number: bare(&patterns.project_number(*number, project)),
                    title: self.rich(&project.title),
                    section: path.to_owned(),
                    team: project.team.as_ref().map(|team| self.typed(team)),
                };
                self.projects.push(entry);
            }
        }
    }

    fn chapter_projects(&self, chapter: &format::Chapter) -> Vec<(&'a str, &'a Project)> {
        let folders = chapter.sections.iter().filter_map(|source| match source {
            SectionSource::Path(path) if path.value.ends_with('/') => Some(path.value.as_str()),
            _ => None,
        });
        folders.flat_map(|folder| self.manuscript.projects_in(folder)).collect()
    }

    fn chapter(&mut self, numbered: &Numbered<'a>, is_first: bool) -> Chapter {
        let Numbered { chapter, number, patterns } = numbered;
        self.level = given_level(chapter.level.as_ref()).unwrap_or(1);
        let markers = self.markers_from(self.level, chapter.markers.as_ref());
        let usual = mem::replace(&mut self.markers, markers);
        let listed = self.depth(Some(chapter));
        let mut sections = Vec::new();
        let mut count = 0;
        for source in &chapter.sections {
            match source {
                SectionSource::Inline(section) => {
                    let id = format!("report-{}.json", section.span.start);
                    let first = sections.is_empty();
                    sections.push(self.section(section, id, first, &mut count, patterns));
                }
                SectionSource::Path(source) if source.value.ends_with('/') => {
                    self.projects_of(numbered, &source.value, &mut sections);
                }
                SectionSource::Path(source) => {
                    let manuscript = self.manuscript;
                    if let Some(section) = manuscript.sections.get(&source.value) {
                        let (id, first) = (source.value.clone(), sections.is_empty());
                        sections.push(self.section(section, id, first, &mut count, patterns));
                    }
                }
            }
        }
        for section in &mut sections {
            section.listed = listed == ContentsDepth::Sections;
        }
        self.markers = usual;
        let number = number.map(|number| patterns.chapter.apply(&[number]));
        let title = self.required(&chapter.title);
        let words = number.as_deref().unwrap_or_default();
        let title = self.bookmark(words, title, chapter.title.span);
        let opening = match chapter.opening {
            Some(format::Opening::Bar) | None => Opening::Bar,
            Some(format::Opening::Divider) => Opening::Divider,
            Some(format::Opening::None) => Opening::None,
        };
        let new_page = self.begins_page(chapter, is_first);
        let divider = (opening == Opening::Divider).then(|| self.divider(chapter, &sections));
        Chapter {
            numeral: number.as_deref().map(bare),
            number,
            title,
            opening,
            divider,
            listed: listed != ContentsDepth::None,
            new_page,
            sections,
        }
    }

    /// Whether a chapter begins a page: the first always, and one with a title
    /// page, which is told.
    fn begins_page(&mut self, chapter: &format::Chapter, is_first: bool) -> bool {
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
            self.error(Form::TwoValues, given.span, message, Some(help));
            return true;
        }
        is_first || runs_on.is_none()
    }

    fn section(
        &mut self,
        section: &Section,
        id: String,
        first: bool,
        count: &mut usize,
        patterns: &Patterns,
    ) -> SetSection {
        let title = section.title.as_ref().map_or(section.span, |title| title.span);
        self.enter(section.span);
        let head = match (&section.title, section.head) {
            (None, _) | (_, Some(Head::None)) => SectionHead::None,
            (_, Some(Head::Page)) => SectionHead::Page,
            (_, Some(Head::Numbered) | None) => SectionHead::Numbered,
        };
        if head == SectionHead::Numbered {
            *count += 1;
        }
        let inner = if head == SectionHead::None { 2 } else { 3 };
        let level = Level::first(self.level, inner);
        let number = patterns.section.apply(&[*count]);
        let words = section.title.as_ref().map(|title| self.said(title)).unwrap_or_default();
        let words = self.bookmark(&number, words, title);
        let numeral = bare(&number);
        let body = self.body(&section.body, level);
        // One that is written out in the report has no file to name it by.
        let file = self.manuscript.sections.contains_key(&id);
        let file = file.then(|| id.trim_end_matches(".json").to_owned());
        let own = section.title.as_ref().map(|title| self.plain(title));
        let set = SetSection {
            id,
            names: file.into_iter().chain(own).collect(),
            files: self.take_files(),
            passage: Passage::new(PassageKind::Title, title),
            title: words,
            level: 2,
            new_page: head == SectionHead::Page && !first,
            listed: true,
            content: SectionContent::Section { head, number, numeral, body },
        };
        set.numbered()
    }

    fn projects_of(
        &mut self,
        numbered: &Numbered<'a>,
        folder: &str,
        sections: &mut Vec<SetSection>,
    ) {
        let Numbered { chapter, number, patterns } = numbered;
        let says = |field: Option<Spanned<bool>>| field.is_some_and(|field| field.value);
        let (by_team, shares) = (says(chapter.group_by_team), says(chapter.share_pages));
        let manuscript = self.manuscript;
        let projects = manuscript.projects_in(folder);
        self.check_numbers(&projects);
        let mut team: Option<&str> = None;
        for (path, project) in projects {
            let own = project.team.as_ref().filter(|_| by_team);
            // What comes first in a chapter stands on the page that the
            // chapter has opened.
            let new_page = !shares && !sections.is_empty();
            let begun = own.filter(|own| team != Some(own.value.as_str()));
            let entry = patterns.project_number(*number, project);
            let level = if own.is_some() { 3 } else { 2 };
            // The team's name starts the page instead of its first project.
            let starts = new_page && begun.is_none();
            let group = begun.map(|name| self.group(name, path, new_page));
            let set = self.project(project, (path, folder), entry, level);
            let set = set.with_place(starts, group.is_some());
            if let Some(mut group) = group {
                group.set_with(&set);
                sections.push(group);
            }
            sections.push(set);
            team = own.map(|own| own.value.as_str()).or(team);
        }
    }

    /// A team's name before the first of its projects, whose file this is.
    fn group(&mut self, name: &Spanned<String>, path: &str, new_page: bool) -> SetSection {
        self.check_string(&name.value, name.span);
        SetSection {
            id: format!("{path}.group.json"),
            names: vec![name.value.clone()],
            files: BTreeSet::from([path.to_owned()]),
            passage: Passage::new(PassageKind::Title, name.span),
            title: self.typed(name),
            level: 2,
            new_page,
            listed: true,
            content: SectionContent::Group { with_next: false },
        }
    }

    /// A project that stands in a file of a folder.
    fn project(
        &mut self,
        project: &Project,
        (path, folder): (&str, &str),
        number: String,
        level: u8,
    ) -> SetSection {
        self.enter(project.span);
        let strip = project.strip.as_ref().map(|strip| {
            let mut part = |text: &Option<format::Text>| {
                text.as_ref().map(|text| self.rich(text)).unwrap_or_default()
            };
            Strip {
                left: part(&strip.left),
                center: part(&strip.center),
                right: part(&strip.right),
            }
        });
        let inner = Level::first(self.level, level + 1);
        let title = self.required(&project.title);
        let title = self.bookmark(&number, title, project.title.span);
        let numeral = bare(&number);
        let body = self.body(&project.body, inner);
        let names = vec![
            path.trim_end_matches(".json").to_owned(),
            format!("{folder}{}", project.number.value),
            self.plain(&project.title),
        ];
        let set = SetSection {
            id: path.to_owned(),
            names,
            files: self.take_files(),
            passage: Passage::new(PassageKind::Title, project.title.span),
            title,
            level,
            new_page: false,
            listed: true,
            content: SectionContent::Project { number, numeral, below_group: false, strip, body },
        };
        set.numbered()
    }

    /// Reports projects that share a number; they come sorted by it.
    fn check_numbers(&mut self, projects: &[(&str, &Project)]) {
        let documents = &self.manuscript.documents;
        let last = projects.iter().map(|(_, project)| project.number.value).max();
        // Behind the largest number that can be written there is none.
        let next = last.and_then(|last| last.checked_add(1));
        let mut twice = Vec::new();
        for pair in projects.windows(2) {
            let [(_, first), (_, second)] = pair else { continue };
            let number = first.number.value;
            if number != second.number.value || second.number.span == Span::default() {
                continue;
            }
            let message =
                message!("{number}번 사업이 둘입니다", "two projects have the number {number}");
            let help = match next {
                Some(next) => message!(
                    "한쪽의 번호를 바꾸십시오. 비어 있는 다음 번호는 {next}입니다.",
                    "change one of them; the next free number is {next}"
                ),
                None => message!("한쪽의 번호를 바꾸십시오.", "change one of them"),
            };
            let place = documents.place(second.number.span);
            twice.push(
                Diagnostic::error(Form::DuplicateNumber, place, message)
                    .with_related(
                        documents.place(first.number.span),
                        message!("같은 번호입니다", "the same number stands here"),
                    )
                    .with_help(help),
            );
        }
        twice.into_iter().for_each(|diagnostic| self.report_finding(diagnostic));
    }
}

/// A number as it stands in a box of its own, where nothing follows it: `1.`
/// and `1)` are `1` there, and `(1)` is what it is.
fn bare(number: &str) -> String {
    let number = number.trim_end_matches(['.', ' ']);
    let bracketed = number.contains('(');
    number.strip_suffix(')').filter(|_| !bracketed).unwrap_or(number).to_owned()
}
