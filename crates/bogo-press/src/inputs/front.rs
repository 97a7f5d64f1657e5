//! The edition as a whole: its properties, the cover, the table of contents and
//! the chapters.

use bogo_model::edition::{
    Chapter, Contents, ContentsEntry, Cover, Divider, DividerEntry, Edition, Opening,
};
use serde_json::Value as Json;

use super::blocks::picture;
use super::sections::{key, path};
use super::text::text;
use super::{all, or_none};

/// What the file of an edition holds.
pub(super) fn edition(edition: &Edition) -> Json {
    let (year, month, day) = edition.date;
    object! {
        "title": edition.title.as_str(),
        "author": edition.author.as_str(),
        "date": vec![year, month, day],
        "keywords": all(&edition.keywords, |word| word.as_str().into()),
        "footer": or_none(edition.footer.as_ref(), text),
        "cover": or_none(edition.cover.as_ref(), cover),
        "contents": or_none(edition.contents.as_ref(), contents),
        "duplex": edition.duplex,
        "chapters": all(&edition.chapters, chapter),
    }
}

fn cover(cover: &Cover) -> Json {
    object! {
        "place": if cover.own_page { "page" } else { "head" },
        "lead": all(&cover.lead, text),
        "title": text(&cover.title),
        "date": or_none(cover.date.as_ref(), text),
        "lines": all(&cover.lines, text),
        "department": or_none(cover.department.as_ref(), text),
        "organisation": or_none(cover.organisation.as_ref(), text),
        "logo": or_none(cover.logo.as_ref(), picture),
        "picture": or_none(cover.picture.as_ref(), picture),
        "blank_back": cover.blank_back,
    }
}

fn contents(contents: &Contents) -> Json {
    let entry =
        |entry: &ContentsEntry| object! { "level": entry.level, "title": entry.title.as_str() };
    object! {
        "title": text(&contents.title),
        "depth": contents.depth,
        "entries": all(&contents.entries, entry),
    }
}

/// A chapter, which includes the files of its sections.
fn chapter(chapter: &Chapter) -> Json {
    let mut own = opener(chapter);
    own["divider"] = or_none(chapter.divider.as_ref(), |own| divider(own, chapter));
    own["sections"] = all(&chapter.sections, |section| path(section).into());
    own
}

/// What a chapter opens with.
pub(super) fn opener(chapter: &Chapter) -> Json {
    object! {
        "numeral": chapter.numeral.as_deref(),
        "number": chapter.number.as_deref(),
        "title": text(&chapter.title),
        "opening": match chapter.opening {
            Opening::Bar => "bar",
            Opening::Divider => "divider",
            Opening::None => "none",
        },
        "listed": chapter.listed,
        "new_page": chapter.new_page,
    }
}

fn divider(divider: &Divider, chapter: &Chapter) -> Json {
    match divider {
        Divider::Teams { department, teams } => object! {
            "kind": "teams",
            "department": or_none(department.as_ref(), text),
            "teams": all(teams, text),
        },
        Divider::Contents { entries } => {
            let entry = |entry: &DividerEntry| divider_entry(entry, chapter);
            object! { "kind": "contents", "entries": all(entries, entry) }
        }
        Divider::Title => object! { "kind": "title" },
    }
}

fn divider_entry(entry: &DividerEntry, chapter: &Chapter) -> Json {
    let own = chapter.sections.iter().find(|own| entry.section == own.id);
    object! {
        "level": entry.level,
        "number": entry.number.as_deref(),
        "title": entry.title.as_str(),
        "key": own.map(key),
    }
}
