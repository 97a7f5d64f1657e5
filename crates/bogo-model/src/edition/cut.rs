//! An edition cut to what the pages of one section depend on.

use std::collections::BTreeSet;

use super::walk::Visitor;
use super::{Chapter, Divider, Edition, Picture, Section, SectionContent};

impl Edition {
    /// The section that users call by this name. Spaces do not count: titles
    /// are often set with wide ones.
    pub fn section(&self, name: &str) -> Option<&Section> {
        let squeezed = |name: &str| -> String { name.split_whitespace().collect() };
        let is_named = |own: &String| squeezed(own) == squeezed(name);
        self.sections.iter().find(|section| section.names.iter().any(is_named))
    }

    /// The files that say what stands in a section; all, if it lists the
    /// projects. What only shares its pages, or moves their numbers, is no part
    /// of it.
    pub fn files_for(&self, path: &str) -> BTreeSet<String> {
        let Some(own) = self.sections.iter().find(|section| section.path == path) else {
            return BTreeSet::new();
        };
        match own.lists_projects() {
            true => self.sections.iter().flat_map(|section| section.files.clone()).collect(),
            false => own.files.clone(),
        }
    }

    /// Leaves out what the pages of a section do not depend on: cover and
    /// contents before the numbered pages, and everything from the next page
    /// start behind it. A list of projects depends on all that follows.
    pub fn keep_for(&mut self, path: &str) {
        let Some((last, count)) = self.end_of_pages(path) else { return };
        let before = self.chapters[..last].iter().flat_map(|chapter| &chapter.sections);
        let kept: Vec<String> =
            before.chain(&self.chapters[last].sections[..count]).cloned().collect();
        let lists = |section: &&Section| kept.contains(&section.path) && section.lists_projects();
        if self.sections.iter().any(|section| lists(&section)) {
            return;
        }
        self.chapters.truncate(last + 1);
        self.chapters[last].sections.truncate(count);
        self.sections.retain(|section| kept.contains(&section.path));
        self.unlink_dividers();
        self.cover.take_if(|cover| cover.place == "page");
        self.contents = None;
        let mut shown = PicturePaths::default();
        self.sections.iter().for_each(|section| section.visit(&mut shown));
        let cover = self.cover.iter().flat_map(|cover| [&cover.logo, &cover.picture]).flatten();
        shown.0.extend(cover.map(|picture| picture.path.as_str()));
        self.pictures.retain(|picture| shown.0.contains(picture.path.as_str()));
    }

    /// Where the next page starts behind a section: the chapter, and how many
    /// of its sections stand before it.
    fn end_of_pages(&self, path: &str) -> Option<(usize, usize)> {
        let place = |chapter: &Chapter| chapter.sections.iter().position(|own| own == path);
        let starts = |path: &String| {
            let section = self.sections.iter().find(|section| section.path == *path);
            section.is_some_and(|section| section.content.new_page())
        };
        let mut last = self.chapters.iter().position(|chapter| place(chapter).is_some())?;
        let mut from = place(&self.chapters[last])? + 1;
        loop {
            let own = &self.chapters[last].sections;
            if let Some(index) = own[from..].iter().position(starts) {
                return Some((last, from + index));
            }
            match self.chapters.get(last + 1) {
                Some(next) if !next.opener.new_page => (last, from) = (last + 1, 0),
                _ => return Some((last, own.len())),
            }
        }
    }
}

impl Edition {
    /// Keeps title pages of chapters from leading to what has been left out.
    fn unlink_dividers(&mut self) {
        let kept: BTreeSet<&str> =
            self.sections.iter().filter_map(|section| section.key.as_deref()).collect();
        for chapter in &mut self.chapters {
            let Some(Divider::Contents { entries }) = &mut chapter.divider else { continue };
            for entry in entries {
                entry.key.take_if(|key| !kept.contains(key.as_str()));
            }
        }
    }
}

impl Section {
    /// Whether it has a list of projects with their pages.
    fn lists_projects(&self) -> bool {
        let mut lists = ProjectLists(0);
        self.visit(&mut lists);
        lists.0 > 0
    }
}

/// How many lists of projects are met.
struct ProjectLists(usize);

impl Visitor<'_> for ProjectLists {
    fn project_list(&mut self) {
        self.0 += 1;
    }
}

/// The paths of the pictures that are met.
#[derive(Default)]
struct PicturePaths<'e>(BTreeSet<&'e str>);

impl<'e> Visitor<'e> for PicturePaths<'e> {
    fn picture(&mut self, picture: &'e Picture) {
        self.0.insert(&picture.path);
    }
}

impl SectionContent {
    /// Whether it starts a page.
    pub fn new_page(&self) -> bool {
        match self {
            Self::Section { new_page, .. }
            | Self::Group { new_page, .. }
            | Self::Project { new_page, .. } => *new_page,
        }
    }
}
