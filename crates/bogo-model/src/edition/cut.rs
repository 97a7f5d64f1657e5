//! An edition cut to what the pages of one section depend on.

use std::collections::BTreeSet;

use super::{Edition, Section};

impl Edition {
    /// The section that users call by this name. Spaces do not count: titles
    /// are often set with wide ones.
    pub fn section(&self, name: &str) -> Option<&Section> {
        let squeezed = |name: &str| -> String { name.split_whitespace().collect() };
        let is_named = |own: &String| squeezed(own) == squeezed(name);
        self.sections().find(|section| section.names.iter().any(is_named))
    }

    /// The files that say what stands in a section; all, if it lists the
    /// projects. What only shares its pages, or moves their numbers, is no part
    /// of it.
    pub fn files_for(&self, id: &str) -> BTreeSet<String> {
        let Some(own) = self.sections().find(|section| section.id == id) else {
            return BTreeSet::new();
        };
        match own.lists_projects() {
            true => self.sections().flat_map(|section| section.files.clone()).collect(),
            false => own.files.clone(),
        }
    }

    /// Leaves out what the pages of a section do not depend on: cover and
    /// contents before the numbered pages, and everything from the next page
    /// start behind it. A list of projects depends on all that follows.
    pub fn keep_for(&mut self, id: &str) {
        let Some((last, count)) = self.end_of_pages(id) else { return };
        let before = self.chapters[..last].iter().flat_map(|chapter| &chapter.sections);
        let mut kept = before.chain(&self.chapters[last].sections[..count]);
        if kept.any(Section::lists_projects) {
            return;
        }
        self.chapters.truncate(last + 1);
        self.chapters[last].sections.truncate(count);
        self.cover.take_if(|cover| cover.own_page);
        self.contents = None;
    }

    /// Where the next page starts behind a section: the chapter, and how many
    /// of its sections stand before it.
    fn end_of_pages(&self, id: &str) -> Option<(usize, usize)> {
        let mut places = self.chapters.iter().enumerate();
        let (mut last, mut from) = places.find_map(|(chapter, own)| {
            let place = own.sections.iter().position(|section| section.id == id)?;
            Some((chapter, place + 1))
        })?;
        loop {
            let own = &self.chapters[last].sections;
            if let Some(index) = own[from..].iter().position(|section| section.new_page) {
                return Some((last, from + index));
            }
            match self.chapters.get(last + 1) {
                Some(next) if !next.new_page => (last, from) = (last + 1, 0),
                _ => return Some((last, own.len())),
            }
        }
    }
}
