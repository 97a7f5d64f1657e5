//! Sections: each is a file of its own, so that what did not change is not set
//! again.

use bogo_model::edition::{
    Chapter, Divider, Edition, Numeral, Opening, OwnPage, PagePart, Section, SectionContent,
    SectionHead,
};

use rayon::prelude::*;

use super::blocks::one_line;
use super::writer::{Call, Pt, Quoted, Writer};
use super::{CodeFile, IMPORT, section_path};
use crate::chains::Fallbacks;

/// The files of all sections.
pub(super) fn files(edition: &Edition, fallbacks: &Fallbacks) -> Vec<CodeFile> {
    edition.chapters.iter().flat_map(|chapter| of_chapter(chapter, fallbacks)).collect()
}

fn of_chapter(chapter: &Chapter, fallbacks: &Fallbacks) -> Vec<CodeFile> {
    let sections = &chapter.sections;
    // A title page stands by itself; anything else, at the first section.
    let opening = sections.iter().position(|section| !is_set_with_next(section));
    let opening = opening.filter(|_| chapter.opening != Opening::Divider);
    let file = |index: usize| {
        let section = &sections[index];
        let mut writer = Writer::new(fallbacks);
        writer.raw(IMPORT);
        if !is_set_with_next(section) {
            let above = index.checked_sub(1).map(|above| &sections[above]);
            let group = above.filter(|above| is_set_with_next(above));
            let opened = (opening == Some(index)).then_some(chapter);
            writer.section(section, group, opened, chapter);
        }
        writer.written(section_path(&section.id))
    };
    (0..sections.len()).into_par_iter().map(file).collect()
}

/// Whether a team's name is set with the project below it.
fn is_set_with_next(section: &Section) -> bool {
    matches!(section.content, SectionContent::Group { with_next: true })
}

/// Whether anything leads to a section: lists of projects to every project, the
/// title page of its chapter to what it names.
fn leads_to(chapter: &Chapter, section: &Section) -> bool {
    let is_named = || match &chapter.divider {
        Some(Divider::Contents { entries }) => {
            entries.iter().any(|entry| entry.section == section.id)
        }
        Some(Divider::Teams { .. } | Divider::Title) | None => false,
    };
    matches!(section.content, SectionContent::Project { .. }) || is_named()
}

/// The name under which the page of a section is found.
pub(super) fn key(section: &Section) -> String {
    match section.content {
        SectionContent::Project { .. } => project_key(&section.id),
        SectionContent::Section { .. } | SectionContent::Group { .. } => {
            format!("section:{}", section.id)
        }
    }
}

/// The name under which the page of the project with this id is found.
pub(super) fn project_key(id: &str) -> String {
    format!("project:{id}")
}

/// The name of a chapter as it stands in bookmarks and 목차.
pub(super) fn chapter_name(chapter: &Chapter) -> String {
    let title = one_line(&chapter.title);
    match &chapter.number {
        Some(number) => format!("{number} {title}"),
        None => title,
    }
}

impl<'f> Writer<'f> {
    /// A section, with the name of its team before it if that is set with it, and
    /// the opener of its chapter if it opens one.
    fn section(
        &mut self,
        section: &Section,
        group: Option<&Section>,
        opens: Option<&Chapter>,
        chapter: &Chapter,
    ) {
        if group.unwrap_or(section).new_page {
            self.raw("#pagebreak(weak: true)\n");
        }
        let mut parts = section.body().iter();
        let first = parts.next();
        self.part(first, |writer| {
            if let Some(group) = group {
                writer.head(group, opens, chapter);
                writer.head(section, None, chapter);
            } else {
                writer.head(section, opens, chapter);
            }
        });
        parts.for_each(|part| self.part(Some(part), |_| {}));
    }

    /// A part of a body on the page that it asks for, after what leads to it.
    fn part(&mut self, part: Option<&PagePart>, head: impl FnOnce(&mut Self)) {
        let Some(part) = part else { return head(self) };
        let name = match part.page {
            OwnPage::Running => {
                head(self);
                self.groups(part);
                return;
            }
            OwnPage::Full => "own-page",
            OwnPage::Landscape => "landscape",
        };
        self.raw(&format!("#{name}[\n"));
        head(self);
        self.groups(part);
        self.raw("]\n");
    }

    fn groups(&mut self, part: &PagePart) {
        let mut groups = part.groups.iter();
        groups.next().into_iter().for_each(|first| self.blocks(first));
        for group in groups {
            self.raw("#sharing[\n");
            self.blocks(group);
            self.raw("]\n");
        }
    }

    /// The mark of a section, the opener of its chapter, and its own head.
    fn head(&mut self, section: &Section, opens: Option<&Chapter>, chapter: &Chapter) {
        self.begin_section(&section.id);
        self.raw(&format!("#begin({})\n", Quoted(&section.id)));
        if let Some(chapter) = opens {
            self.opener(chapter);
        }
        let title = one_line(&section.title);
        let name = section.number().map_or(title.clone(), |number| format!("{number} {title}"));
        let key = leads_to(chapter, section).then(|| key(section));
        let heading = |writer: &mut Self, function: &str, more: &dyn Fn(&mut Call<'_, 'f>)| {
            writer.statement(function, |call| {
                call.value(section.level).value(Quoted(&name));
                call.some("key", key.as_deref().map(Quoted));
                if !section.listed {
                    call.named("listed", false);
                }
                more(call);
                call.content(|writer| writer.text(&section.title));
            });
        };
        match &section.content {
            SectionContent::Section { head: SectionHead::Numbered, numeral, .. } => {
                heading(self, "section-head", &|call| {
                    call.numeral(numeral);
                });
            }
            SectionContent::Section { head: SectionHead::Page, .. } => {
                heading(self, "page-head", &|_| {});
            }
            SectionContent::Section { head: SectionHead::None, .. } => {}
            SectionContent::Group { .. } => heading(self, "team-head", &|call| {
                call.flag("flows", !section.new_page);
            }),
            SectionContent::Project { numeral, below_group, strip, .. } => {
                let leads = section.new_page || *below_group || opens.is_some();
                if let Some(strip) = strip {
                    self.statement("strip", |call| {
                        call.flag("flows", !leads);
                        call.array(|call| {
                            strip.widths.iter().for_each(|width| {
                                call.value(Pt(*width));
                            });
                        });
                        for text in [&strip.left, &strip.center, &strip.right] {
                            call.content(|writer| writer.text(text));
                        }
                    });
                }
                heading(self, "project-head", &|call| {
                    call.flag("flows", !leads && strip.is_none()).numeral(numeral);
                });
            }
        }
    }

    /// What a chapter opens with on the page of its first section, or by itself.
    pub(super) fn opener(&mut self, chapter: &Chapter) {
        let name = chapter_name(chapter);
        let function = match chapter.opening {
            Opening::Bar => "chapter-bar",
            Opening::Divider | Opening::None => "silent-chapter",
        };
        self.statement(function, |call| {
            call.value(Quoted(&name)).flag("flows", !chapter.new_page);
            if !chapter.listed {
                call.named("listed", false);
            }
            if chapter.opening == Opening::Bar {
                if let Some(numeral) = &chapter.numeral {
                    call.numeral(numeral);
                }
                call.content(|writer| writer.text(&chapter.title));
            }
        });
    }
}

impl Call<'_, '_> {
    /// A number in a box of its own.
    pub(super) fn numeral(&mut self, own: &Numeral) -> &mut Self {
        self.named("width", Pt(own.width)).named("size", Pt(own.size));
        self.named_content("number", Some(&own.text), Writer::text_of)
    }
}
