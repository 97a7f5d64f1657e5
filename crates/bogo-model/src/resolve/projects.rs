//! Projects, and the names of the teams whose they are.

use std::collections::BTreeSet;

use super::apart::parted;
use super::body::body;
use super::chapters::{Numbered, bare};
use super::found::{Fault, Found, Notes};
use super::here::Here;
use super::levels::Level;
use super::sections::files_of;
use super::strings::{bookmark, string};
use super::text::{plain, required, rich, typed};
use crate::diagnostic::Form;
use crate::edition::{Numeral, Passage, PassageKind, ProjectEntry, Section, SectionContent, Strip};
use crate::format::{self, Project, SectionSource};
use crate::json::{Span, Spanned};
use crate::message;

/// All projects in their order, for lists of them.
pub(super) fn project_entries(
    chapters: &[Numbered<'_>],
    here: &Here<'_>,
) -> Found<Vec<ProjectEntry>> {
    let mut notes = Notes::default();
    let mut entries = Vec::new();
    for Numbered { chapter, number, patterns } in chapters {
        for (path, project) in chapter_projects(chapter, here) {
            entries.push(ProjectEntry {
                number: bare(&patterns.project_number(*number, project)),
                title: notes.take(rich(&project.title, here)),
                section: path.to_owned(),
                team: project.team.as_ref().map(typed),
            });
        }
    }
    notes.with(entries)
}

fn chapter_projects<'a>(chapter: &format::Chapter, here: &Here<'a>) -> Vec<(&'a str, &'a Project)> {
    let folders = chapter.sections.iter().filter_map(SectionSource::folder);
    folders.flat_map(|folder| here.whole.manuscript.projects_in(folder)).collect()
}

/// The projects in a folder of a chapter, which come first in it or not, with
/// the names of their teams before them.
pub(super) fn projects_of(
    numbered: &Numbered<'_>,
    folder: &str,
    is_first: bool,
    here: &Here<'_>,
) -> Found<Vec<Section>> {
    let mut notes = Notes::default();
    let Numbered { chapter, number, patterns } = numbered;
    let says = |field: Option<Spanned<bool>>| field.is_some_and(|field| field.value);
    let (by_team, shares) = (says(chapter.group_by_team), says(chapter.share_pages));
    let projects = here.whole.manuscript.projects_in(folder);
    check_numbers(&projects, &mut notes);
    let mut sections: Vec<Section> = Vec::new();
    let mut team: Option<&str> = None;
    for (path, own) in projects {
        let of_team = own.team.as_ref().filter(|_| by_team);
        // What comes first in a chapter stands on the page that the
        // chapter has opened.
        let is_first = is_first && sections.is_empty();
        let new_page = !(shares || is_first);
        let begun = of_team.filter(|own| team != Some(own.value.as_str()));
        let level = if of_team.is_some() { 3 } else { 2 };
        let number = patterns.project_number(*number, own);
        let group = notes.take_some(begun.map(|name| group(name, path, new_page)));
        let set = notes.take(project(own, (path, folder), number, level, here));
        // The team's name starts the page instead of its first project.
        let set = set.with_place(new_page && group.is_none(), group.is_some());
        if let Some(mut group) = group {
            group.set_with(&set);
            sections.push(group);
        }
        sections.push(set);
        team = of_team.map(|own| own.value.as_str()).or(team);
    }
    notes.with(sections)
}

/// A team's name before the first of its projects, whose file this is.
fn group(name: &Spanned<String>, path: &str, new_page: bool) -> Found<Section> {
    string(name.value.clone(), name.span).map(|words| Section {
        id: format!("{path}.group.json"),
        names: vec![words],
        files: BTreeSet::from([path.to_owned()]),
        passage: Passage::new(PassageKind::Title, name.span),
        title: typed(name),
        level: 2,
        new_page,
        listed: true,
        content: SectionContent::Group { with_next: false },
    })
}

/// A project that stands in a file of a folder.
fn project(
    project: &Project,
    (path, folder): (&str, &str),
    number: String,
    level: u8,
    here: &Here<'_>,
) -> Found<Section> {
    let mut notes = Notes::default();
    let here = &here.section(project.span);
    let strip = notes.take_some(project.strip.as_ref().map(|own| strip(own, here)));
    let title = notes.take(required(&project.title, here));
    let own = plain(&title);
    let title = notes.take(bookmark(&number, title, project.title.span));
    let body = notes.take(body(&project.body, Level::first(here.first_level, level + 1), here));
    let body = parted(body);
    let names = vec![
        path.trim_end_matches(".json").to_owned(),
        format!("{folder}{}", project.number.value),
        own,
    ];
    let numeral = Numeral::of(&bare(&number));
    let strip = strip.map(Box::new);
    let set = Section {
        id: path.to_owned(),
        names,
        files: files_of(&notes, project.span, here),
        passage: Passage::new(PassageKind::Title, project.title.span),
        title,
        level,
        new_page: false,
        listed: true,
        content: SectionContent::Project { number, numeral, below_group: false, strip, body },
    };
    notes.with(set)
}

/// The strip at the head of a project.
fn strip(strip: &format::Strip, here: &Here<'_>) -> Found<Strip> {
    let mut notes = Notes::default();
    let mut part = |text: &Option<format::Text>| {
        notes.take_some(text.as_ref().map(|text| rich(text, here))).unwrap_or_default()
    };
    let (left, center, right) = (part(&strip.left), part(&strip.center), part(&strip.right));
    notes.with(Strip { widths: [0.0; 3], left, center, right })
}

/// Reports projects that share a number; they come sorted by it.
fn check_numbers(projects: &[(&str, &Project)], notes: &mut Notes) {
    let last = projects.iter().map(|(_, project)| project.number.value).max();
    // Behind the largest number that can be written there is none.
    let next = last.and_then(|last| last.checked_add(1));
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
        let same = message!("같은 번호입니다", "the same number stands here");
        let twice = Fault::new(Form::DuplicateNumber, second.number.span, message);
        notes.note(twice.with_related(first.number.span, same).with_help(help));
    }
}
