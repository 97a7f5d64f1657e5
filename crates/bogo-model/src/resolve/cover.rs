//! The cover, and who reports.

use super::context::Context;
use super::pictures::Print;
use super::strings::one_line;
use crate::diagnostic::Form;
use crate::edition::{Cover, Picture, RichText, Source};
use crate::format::{CoverPlace, Photo, Text, TextOrNone};
use crate::json::Spanned;
use crate::korean::{self, Moment};
use crate::message;

impl Context<'_> {
    /// The cover, unless the report has none.
    pub(super) fn cover(&mut self) -> Option<Cover> {
        let report = self.report;
        let given = report.cover.as_ref();
        let own_page = match given.and_then(|cover| cover.place).unwrap_or(CoverPlace::Page) {
            CoverPlace::Page => true,
            CoverPlace::Head => false,
            CoverPlace::None => return None,
        };
        let mut lines = |lines: Option<&Vec<Text>>| -> Vec<RichText> {
            lines.into_iter().flatten().map(|line| self.rich(line)).collect()
        };
        let lead = lines(given.map(|cover| &cover.lead));
        let below = lines(given.map(|cover| &cover.lines));
        let date = given.and_then(|cover| cover.date.as_ref());
        let department = given.and_then(|cover| cover.department.as_ref());
        let usual = self.department();
        let has_department = usual.is_some();
        let department = self.line_or(department, usual);
        let wanted = given.and_then(|cover| cover.organisation.as_ref());
        let organisation = wanted.map_or(!has_department, |wanted| wanted.value);
        let organisation = organisation.then(|| self.rich(&report.organisation));
        let is_other = |own: &RichText| !is_same(own, department.as_ref());
        let blank_back = given.and_then(|cover| cover.blank_back.as_ref());
        Some(Cover {
            own_page,
            lead,
            title: self.required(&report.title),
            date: self.line_or(date, Some(printed_date(&report.date))),
            lines: below,
            organisation: organisation.filter(is_other),
            department,
            logo: self.logo(given.and_then(|cover| cover.logo.as_ref())),
            picture: self.cover_picture(given.and_then(|cover| cover.picture.as_ref())),
            blank_back: own_page && blank_back.is_some_and(|blank| blank.value),
        })
    }

    /// A line of the cover: as it is given, nothing where that is blank, or
    /// the usual one.
    fn line_or(&mut self, given: Option<&TextOrNone>, usual: Option<RichText>) -> Option<RichText> {
        match given {
            Some(given) => given.text().map(|text| self.rich(text)).filter(says_something),
            None => usual,
        }
    }

    fn logo(&mut self, logo: Option<&Photo>) -> Option<Picture> {
        let geometry = &self.theme.geometry;
        let (width, height) = (geometry.logo_width_mm, geometry.logo_height_mm);
        logo.and_then(|logo| self.picture(logo, Print { width, height, crop: None }))
    }

    fn cover_picture(&mut self, picture: Option<&Photo>) -> Option<Picture> {
        let geometry = &self.theme.geometry;
        let (width, height) = (geometry.cover_picture_width_mm, geometry.cover_picture_height_mm);
        picture.and_then(|picture| self.picture(picture, Print { width, height, crop: None }))
    }

    /// The department that reports, if there is one.
    pub(super) fn department(&mut self) -> Option<RichText> {
        let text = self.report.department.as_ref().and_then(TextOrNone::text);
        text.map(|text| self.said(text)).filter(says_something)
    }

    /// Who reports, as the document's properties name them.
    pub(super) fn author(&mut self) -> String {
        let report = self.report;
        let organisation = self.required(&report.organisation);
        let organisation = self.property(&organisation, report.organisation.span);
        let Some(department) = self.department() else { return organisation };
        let span = report.department.as_ref().map_or(report.span, TextOrNone::span);
        let department = self.property(&department, span);
        let author = together(&organisation, &department);
        self.check_string(&author, span);
        author
    }

    /// By what the document is found: who reports, and on what time.
    pub(super) fn keywords(&mut self) -> Vec<String> {
        let report = self.report;
        let organisation = self.rich(&report.organisation);
        let department = self.department().filter(|own| !is_same(own, Some(&organisation)));
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
                    self.error(Form::Period, span, message, Some(help));
                }
                (Some(quarter), None) => keywords.push(format!("{year}년 {quarter}분기")),
                (None, Some((1, _))) => keywords.push(format!("{year}년 상반기")),
                (None, Some(_)) => keywords.push(format!("{year}년 하반기")),
                (None, None) => keywords.push(format!("{year}년")),
            }
        }
        keywords
    }
}

fn says_something(text: &RichText) -> bool {
    !text.plain().trim().is_empty()
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
