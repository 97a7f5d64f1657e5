//! Walking a whole report.

use super::Manuscript;
use crate::format::{Report, SectionSource, Visitor};

impl Manuscript {
    /// Walks a report in the order in which it is read: what stands before the
    /// chapters, then each chapter with its sections and projects.
    pub(crate) fn visit<'m>(&'m self, report: &'m Report, visitor: &mut impl Visitor<'m>) {
        report.visit_front(visitor);
        for chapter in &report.chapters {
            visitor.section(report.span);
            chapter.visit_title(visitor);
            for source in &chapter.sections {
                if let Some(folder) = source.folder() {
                    let projects = self.projects_in(folder);
                    projects.into_iter().for_each(|(_, project)| project.visit(visitor));
                    continue;
                }
                let section = match source {
                    SectionSource::Inline(section) => Some(section.as_ref()),
                    SectionSource::Path(path) => self.sections.get(&path.value),
                };
                section.into_iter().for_each(|section| section.visit(visitor));
            }
        }
    }
}
