//! What begins with a page of its own, and what has to go with it there.

use super::{OwnPage, Section, SectionContent};

impl Section {
    /// Puts a team's name on the page of its own with which its first project
    /// begins: by itself it would stand alone on the page before.
    pub(crate) fn set_with(&mut self, project: &Section) {
        if let SectionContent::Group { with_next } = &mut self.content {
            let first = project.body().first();
            *with_next = first.is_some_and(|part| part.page != OwnPage::Running);
        }
    }
}
