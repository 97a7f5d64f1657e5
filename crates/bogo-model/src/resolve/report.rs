//! The edition as a whole.

use super::Facts;
use super::chapters::{chapter, numbered};
use super::contents::contents;
use super::cover::{author, cover, keywords};
use super::found::{Fault, Found, Notes};
use super::here::{Here, Whole};
use super::levels::markers_from;
use super::projects::project_entries;
use super::rooms::{self, Rooms};
use super::strings::property;
use super::text::rich;
use crate::diagnostic::{Diagnostic, Form};
use crate::edition::{Edition, Opening, RichText};
use crate::figures::Figures;
use crate::format::{self, Report};
use crate::json::Span;
use crate::manuscript::Manuscript;
use crate::message;

/// Decides the whole edition, and tells what kept from deciding.
pub(super) fn edition(
    manuscript: &Manuscript,
    report: &Report,
    facts: &Facts<'_>,
    figures: &Figures,
) -> (Edition, Vec<Diagnostic>) {
    let documents = &manuscript.documents;
    let (theme, mut faults) = facts.theme(manuscript);
    let whole =
        Whole { manuscript, report, facts, figures, theme, organisation: None, staff: None };
    let mut notes = Notes::default();
    let whole = notes.take(with_overview(whole));
    let mut edition = notes.take(decided(&whole));
    rooms::set(&mut edition, &whole.theme, facts.measure);
    notes.tell(documents, &mut faults);
    (edition, faults)
}

/// Everything about a report, given what holds for all of it.
fn decided(whole: &Whole<'_>) -> Found<Edition> {
    let mut notes = Notes::default();
    let report = whole.report;
    let usual = std::array::from_fn(|index| whole.theme.entry(&["markers"], index).to_owned());
    let markers = notes.take(markers_from(1, report.markers.as_ref(), &usual));
    let scope = whole.figures.scope(report.span);
    let here = &Here { whole, scope, markers: &markers, first_level: 1, projects: &[] };
    let numbered = notes.take(numbered(here));
    // A list of projects may stand before them.
    let projects = notes.take(project_entries(&numbered, here));
    let here = &Here { projects: &projects, ..*here };
    let chapters = numbered.iter().enumerate();
    let chapters = notes.take_all(chapters.map(|(index, own)| chapter(own, index == 0, here)));
    let title = notes.take(rich(&report.title, here));
    let title = notes.take(property(&title, report.title.span));
    let author = notes.take(author(here));
    let footer = notes.take_some(report.footer.as_ref().map(|footer| foot(footer, here)));
    let cover = notes.take(cover(here));
    // What begins on a right-hand page is made to be printed on both sides.
    let blank_back = cover.as_ref().is_some_and(|cover| cover.blank_back);
    let divided = chapters.iter().any(|chapter| chapter.opening == Opening::Divider);
    let date = report.date.value;
    let keywords = notes.take(keywords(here));
    let contents = notes.take(contents(&chapters, here));
    notes.with(Edition {
        title,
        author,
        date: (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1)),
        keywords,
        theme: whole.theme.tokens.clone(),
        tallest: (0.0, 0.0),
        notice: None,
        footer,
        footer_size: 0.0,
        cover,
        contents,
        duplex: divided || blank_back,
        chapters,
    })
}

/// The words beside the page number, which have two lines of small type.
fn foot(footer: &format::Text, here: &Here<'_>) -> Found<RichText> {
    let mut notes = Notes::default();
    let words = notes.take(rich(footer, here));
    let rooms = Rooms::new(&here.whole.theme, here.whole.facts.measure);
    if let Some(most) = rooms.foot_overrun(&words) {
        let message = message!(
            "쪽 번호 옆의 말이 너무 길어 쪽 아래에 들어가지 않습니다",
            "the words beside the page number are too long for the foot of a page"
        );
        let help = message!("{most}자 안으로 줄이십시오.", "keep to {most} syllables");
        notes.error(Form::LongFooter, footer.span, message, Some(help));
    }
    notes.with(words)
}

/// What holds for a report with its organisation and its staff, of which there
/// is one each.
fn with_overview(mut whole: Whole<'_>) -> Found<Whole<'_>> {
    let mut notes = Notes::default();
    for section in whole.manuscript.all_sections(whole.report) {
        if let Some(own) = &section.organisation {
            match whole.organisation {
                Some(first) => notes.note(second_home("organisation", first.span, own.span)),
                None => whole.organisation = Some(own),
            }
        }
        if let Some(own) = &section.staff {
            match whole.staff {
                Some(first) => notes.note(second_home("staff", first.span, own.span)),
                None => whole.staff = Some(own),
            }
        }
    }
    notes.with(whole)
}

fn second_home(field: &str, first: Span, second: Span) -> Fault {
    let message = message!("\"{field}\"이(가) 두 곳에 있습니다", "`{field}` stands in two places");
    Fault::new(Form::SecondHome, second, message)
        .with_related(first, message!("먼저 쓴 곳입니다", "it was first written here"))
        .omitting(true)
}
