//! The cover, and who reports.

use super::found::{Found, Notes};
use super::here::Here;
use super::pictures::picture;
use super::strings::{one_line, property, string};
use super::text::{required, rich, rich_all, said};
use crate::diagnostic::Form;
use crate::edition::{Cover, Picture, Print, RichText, Source};
use crate::format::{CoverPlace, Photo, TextOrNone};
use crate::json::Spanned;
use crate::korean::{self, Moment};
use crate::message;

/// The cover, unless the report has none.
pub(super) fn cover(here: &Here<'_>) -> Found<Option<Cover>> {
    let mut notes = Notes::default();
    let report = here.whole.report;
    let given = report.cover.as_ref();
    let own_page = match given.and_then(|cover| cover.place).unwrap_or(CoverPlace::Page) {
        CoverPlace::Page => true,
        CoverPlace::Head => false,
        CoverPlace::None => return None.into(),
    };
    let lead = notes.take(rich_all(given.iter().flat_map(|cover| &cover.lead), here));
    let below = notes.take(rich_all(given.iter().flat_map(|cover| &cover.lines), here));
    let date = given.and_then(|cover| cover.date.as_ref());
    let usual = notes.take(department(here));
    let has_department = usual.is_some();
    let own = given.and_then(|cover| cover.department.as_ref());
    let department = notes.take(line_or(own, usual, here));
    let wanted = given.and_then(|cover| cover.organisation.as_ref());
    let organisation = wanted.map_or(!has_department, |wanted| wanted.value);
    let organisation = organisation.then(|| notes.take(rich(&report.organisation, here)));
    let is_other = |own: &RichText| !is_same(own, department.as_ref());
    let blank_back = given.and_then(|cover| cover.blank_back.as_ref());
    let cover = Some(Cover {
        own_page,
        lead,
        title: notes.take(required(&report.title, here)),
        title_size: 0.0,
        date: notes.take(line_or(date, Some(printed_date(&report.date)), here)),
        lines: below,
        organisation: organisation.filter(is_other),
        department,
        logo: notes.take(logo(given.and_then(|cover| cover.logo.as_ref()), here)),
        picture: notes.take(main_picture(given.and_then(|cover| cover.picture.as_ref()), here)),
        blank_back: own_page && blank_back.is_some_and(|blank| blank.value),
    });
    notes.with(cover)
}

/// A line of the cover: as it is given, nothing where that is blank, or
/// the usual one.
fn line_or(
    given: Option<&TextOrNone>,
    usual: Option<RichText>,
    here: &Here<'_>,
) -> Found<Option<RichText>> {
    let mut notes = Notes::default();
    let text = match given {
        Some(given) => notes
            .take_some(given.text().map(|text| rich(text, here)))
            .filter(|text| !text.is_blank()),
        None => usual,
    };
    notes.with(text)
}

/// The organisation's sign.
fn logo(given: Option<&Photo>, here: &Here<'_>) -> Found<Option<Picture>> {
    let geometry = &here.whole.theme.geometry;
    let (width_mm, height_mm) = (geometry.logo_width_mm, geometry.logo_height_mm);
    in_place(given, Print { width_mm, height_mm, crop: None }, here)
}

/// The picture below the title.
fn main_picture(given: Option<&Photo>, here: &Here<'_>) -> Found<Option<Picture>> {
    let geometry = &here.whole.theme.geometry;
    let (width_mm, height_mm) = (geometry.cover_picture_width_mm, geometry.cover_picture_height_mm);
    in_place(given, Print { width_mm, height_mm, crop: None }, here)
}

fn in_place(given: Option<&Photo>, print: Print, here: &Here<'_>) -> Found<Option<Picture>> {
    given.map_or(None.into(), |photo| picture(photo, print, here))
}

/// The department that reports, if there is one.
pub(super) fn department(here: &Here<'_>) -> Found<Option<RichText>> {
    let mut notes = Notes::default();
    let text = here.whole.report.department.as_ref().and_then(TextOrNone::text);
    let text = notes.take_some(text.map(|text| said(text, here))).filter(|text| !text.is_blank());
    notes.with(text)
}

/// Who reports, as the document's properties name them.
pub(super) fn author(here: &Here<'_>) -> Found<String> {
    let mut notes = Notes::default();
    let report = here.whole.report;
    let organisation = notes.take(required(&report.organisation, here));
    let organisation = notes.take(property(&organisation, report.organisation.span));
    let Some(department) = notes.take(department(here)) else {
        return notes.with(organisation);
    };
    let span = report.department.as_ref().map_or(report.span, TextOrNone::span);
    let department = notes.take(property(&department, span));
    let author = notes.take(string(together(&organisation, &department), span));
    notes.with(author)
}

/// By what the document is found: who reports, and on what time.
pub(super) fn keywords(here: &Here<'_>) -> Found<Vec<String>> {
    let mut notes = Notes::default();
    let report = here.whole.report;
    let organisation = notes.take(rich(&report.organisation, here));
    let department = notes.take(department(here)).filter(|own| !is_same(own, Some(&organisation)));
    let names = [Some(organisation), department].into_iter().flatten();
    let mut keywords: Vec<String> = names.map(|name| one_line(&name.plain())).collect();
    if let Some(period) = &report.period {
        let year = period.year.value.get();
        let quarter = period.quarter.as_ref().map(|quarter| quarter.value.get());
        let half = period.half.as_ref().map(|half| (half.value.get(), half.span));
        match (quarter, half) {
            (Some(_), Some((_, span))) => {
                let message = message!(
                    "반기는 분기와 함께 쓰지 않습니다",
                    "a half does not go with a quarter"
                );
                let help = message!("하나를 지우십시오.", "remove one of them");
                notes.error(Form::Period, span, message, Some(help));
            }
            (Some(quarter), None) => keywords.push(format!("{year}년 {quarter}분기")),
            (None, Some((1, _))) => keywords.push(format!("{year}년 상반기")),
            (None, Some(_)) => keywords.push(format!("{year}년 하반기")),
            (None, None) => keywords.push(format!("{year}년")),
        }
    }
    notes.with(keywords)
}

/// A date as it is printed.
fn printed_date(date: &Spanned<Moment>) -> RichText {
    RichText::plain_from(korean::date(date.value), Source::made_of([date.span]))
}

/// Whether two names are the same, however their letters are spaced.
fn is_same(name: &RichText, other: Option<&RichText>) -> bool {
    let letters = |text: &RichText| text.plain().split_whitespace().collect::<String>();
    other.is_some_and(|other| letters(name) == letters(other))
}

/// Organisation and department as one name. Many departments are called with
/// the name of their organisation, which is not said twice.
fn together(organisation: &str, department: &str) -> String {
    let same = |left: &str, right: &str| left.split_whitespace().eq(right.split_whitespace());
    let ends_apart = |rest: &str| rest.ends_with(' ');
    let begins_apart = |rest: &str| rest.starts_with(' ');
    if organisation.replace(' ', "") == department.replace(' ', "")
        || same(organisation, department)
        || organisation.strip_suffix(department).is_some_and(ends_apart)
    {
        return organisation.to_owned();
    }
    match department.strip_prefix(organisation).is_some_and(begins_apart) {
        true => department.to_owned(),
        false => format!("{organisation} {department}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_holds_the_other_is_said_once() {
        for (organisation, department, author) in [
            ("금천구", "소통담당관", "금천구 소통담당관"),
            ("(재)경제진흥원", "(재)경제진흥원", "(재)경제진흥원"),
            ("가온문화재단", "가온 문화 재단", "가온문화재단"),
            ("남양주시", "남양주시 교통국", "남양주시 교통국"),
            ("가온구 기획과", "기획과", "가온구 기획과"),
            ("가온구", "가온구청 기획과", "가온구 가온구청 기획과"),
        ] {
            assert_eq!(together(organisation, department), author);
        }
    }
}
