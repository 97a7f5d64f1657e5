//! The edition as a whole: its properties, the cover, the table of contents, the
//! title pages of chapters, and the sections in their order.

use bogo_model::edition::{Chapter, Contents, Cover, Divider, Edition, Opening, Picture};

use super::blocks::one_line;
use super::sections::{chapter_name, key};
use super::writer::{Call, Pt, Quoted, Writer};
use super::{CodeFile, IMPORT, MAIN, section_path};
use crate::chains::Fallbacks;

/// The file with which Typst begins.
pub(super) fn main(edition: &Edition, fallbacks: &Fallbacks) -> CodeFile {
    let mut writer = Writer::new(fallbacks);
    writer.raw(IMPORT);
    writer.properties(edition);
    let mut leads = true;
    let cover = edition.cover.as_ref();
    if let Some(cover) = cover.filter(|cover| cover.own_page) {
        writer.cover("cover", cover, std::mem::take(&mut leads));
        if cover.blank_back {
            writer.raw("#pagebreak(to: \"odd\", weak: true)\n");
        }
    }
    if let Some(contents) = &edition.contents {
        writer.contents(contents, std::mem::take(&mut leads));
    }
    if edition.duplex {
        writer.raw("#pagebreak(to: \"odd\", weak: true)\n");
    }
    writer.statement("show: numbered-pages.with", |call| {
        if let Some(footer) = &edition.footer {
            call.named("size", Pt(edition.footer_size));
            call.named_content("words", Some(footer), |writer, footer| writer.text(footer));
        }
    });
    let head = cover.filter(|cover| !cover.own_page);
    if let Some(cover) = head {
        writer.raw(if std::mem::take(&mut leads) { "#first-notice\n" } else { "" });
        writer.cover("cover-head", cover, false);
    }
    for (index, chapter) in edition.chapters.iter().enumerate() {
        writer.chapter(chapter, index == 0 && head.is_some(), std::mem::take(&mut leads));
    }
    writer.written(MAIN.to_owned())
}

impl Writer<'_> {
    fn properties(&mut self, edition: &Edition) {
        let (year, month, day) = edition.date;
        self.statement("show: report.with", |call| {
            call.named("title", Quoted(&edition.title)).named("author", Quoted(&edition.author));
            call.named_array("keywords", |call| {
                edition.keywords.iter().for_each(|word| {
                    call.value(Quoted(word));
                });
            });
            call.named("date", format_args!("datetime(year: {year}, month: {month}, day: {day})"));
        });
    }

    fn cover(&mut self, name: &str, cover: &Cover, leads: bool) {
        self.statement(name, |call| {
            call.flag("leads", leads).named("size", Pt(cover.title_size));
            call.named_content("date", cover.date.as_ref(), Writer::text_of);
            call.named_array("lead", |call| {
                cover.lead.iter().for_each(|text| {
                    call.content(|writer| writer.text(text));
                });
            });
            call.named_array("lines", |call| {
                cover.lines.iter().for_each(|text| {
                    call.content(|writer| writer.text(text));
                });
            });
            call.named_content("department", cover.department.as_ref(), Writer::text_of);
            call.named_content("organisation", cover.organisation.as_ref(), Writer::text_of);
            call.cover_picture("logo", cover.logo.as_ref());
            call.cover_picture("picture", cover.picture.as_ref());
            call.content(|writer| writer.text(&cover.title));
        });
    }

    fn contents(&mut self, contents: &Contents, leads: bool) {
        self.statement("contents-page", |call| {
            call.flag("leads", leads).flag("deep", contents.depth > 1);
            call.content(|writer| writer.text(&contents.title));
            contents.entries.iter().for_each(|entry| {
                call.array(|call| {
                    call.value(entry.level).value(Quoted(&one_line(&entry.title)));
                    call.value(entry.leads).value(entry.title.line_count());
                    call.content(|writer| writer.text(&entry.title));
                });
            });
        });
    }

    /// A chapter: its title page, or that it begins a page, and its sections.
    fn chapter(&mut self, chapter: &Chapter, flows: bool, leads: bool) {
        if chapter.opening == Opening::Divider {
            self.divider(chapter, leads);
        } else {
            if chapter.new_page && !flows {
                self.raw("#pagebreak(weak: true)\n");
            }
            if leads {
                self.raw("#first-notice\n");
            }
            if chapter.sections.is_empty() {
                self.opener(chapter);
            }
        }
        for section in &chapter.sections {
            self.raw(&format!("#include {}\n", Quoted(&section_path(&section.id))));
        }
    }

    /// The title page of a chapter.
    fn divider(&mut self, chapter: &Chapter, leads: bool) {
        let Some(divider) = &chapter.divider else { return };
        let name = chapter_name(chapter);
        let function = match divider {
            Divider::Teams { .. } => "team-divider",
            Divider::Contents { .. } => "list-divider",
            Divider::Title => "title-divider",
        };
        self.statement(function, |call| {
            call.value(Quoted(&name)).flag("leads", leads);
            if !chapter.listed {
                call.named("listed", false);
            }
            let title = chapter.divider_title.as_ref().unwrap_or(&chapter.title);
            call.content(|writer| writer.text(title));
            match divider {
                Divider::Teams { department, teams } => {
                    call.named_content("department", department.as_ref(), Writer::text_of);
                    teams.iter().for_each(|team| {
                        call.content(|writer| writer.text(team));
                    });
                }
                Divider::Contents { entries } => entries.iter().for_each(|entry| {
                    let section = chapter.sections.iter().find(|own| own.id == entry.section);
                    call.array(|call| {
                        call.value(entry.level).value(Pt(entry.aside));
                        match section {
                            Some(section) => call.value(Quoted(&key(section))),
                            None => call.value("none"),
                        };
                        call.content_or_none(entry.number.as_ref(), Writer::text_of);
                        call.value(entry.title.line_count());
                        call.content(|writer| writer.text(&entry.title));
                    });
                }),
                Divider::Title => {}
            }
        });
    }
}

impl Call<'_, '_> {
    /// A picture of the cover, if it has it.
    fn cover_picture(&mut self, name: &str, picture: Option<&Picture>) {
        if let Some(picture) = picture {
            self.named_code(name, |writer| writer.picture(picture));
        }
    }
}
