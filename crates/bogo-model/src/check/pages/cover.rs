//! A cover that takes more than its page, or the head of a page that nothing
//! follows on.

use super::{LaidPage, Layer, PageKind, Pages};
use crate::check::rules;
use crate::diagnostic::Diagnostic;
use crate::edition::Edition;
use crate::message;

/// The cover where its words go on on the page behind it. Each page of the
/// table of contents bears its title, so that it is not taken for one.
pub(super) fn findings(edition: &Edition, pages: &Pages<'_>) -> Option<Diagnostic> {
    edition.cover.as_ref().filter(|cover| cover.own_page)?;
    let second = pages.laid.pages.get(1).filter(|page| page.kind == PageKind::Front)?;
    let letters = |words: &str| words.split_whitespace().collect::<String>();
    let own = second.texts.iter().filter(|text| text.layer == Layer::Body);
    let said: String = own.clone().map(|text| letters(&text.words)).collect();
    let title = edition.contents.as_ref().map(|contents| letters(&contents.title.plain()));
    let has_pictures = second.pictures.iter().any(|picture| picture.layer == Layer::Body);
    let is_blank = said.is_empty() && !has_pictures;
    if is_blank || title.is_some_and(|title| said.contains(&title)) {
        return None;
    }
    let first = own.map(|text| text.words.as_str()).next().unwrap_or_default();
    let message =
        message!("표지가 한 쪽에 다 들어가지 않습니다", "the cover does not fit one page");
    let help = message!(
        "글이나 그림을 줄이거나, 테마의 cover에서 글자와 사이를 줄이십시오.",
        "say less, or make type and spaces of the theme’s `cover` smaller"
    );
    Some(rules::COVER_PAGES.finding(pages.place_saying(None, first), message).with_help(help))
}

/// The cover at the head of the first page where nothing else stands on that:
/// the first section is on its side, or begins a page.
pub(super) fn lone_head(edition: &Edition, pages: &Pages<'_>) -> Option<Diagnostic> {
    edition.cover.as_ref().filter(|cover| !cover.own_page)?;
    let is_first = |page: &&LaidPage| page.kind == PageKind::Body && page.number == 1;
    let first = pages.laid.pages.iter().find(is_first)?;
    let begins = pages.laid.pages.iter().find(|page| !page.begins.is_empty())?;
    if begins.number == first.number {
        return None;
    }
    let message = message!(
        "1쪽에는 보고서의 제목만 있습니다",
        "page 1 holds nothing but the title of the report"
    );
    let help = message!(
        "가로 쪽 앞에 글을 두거나, 표지를 한 쪽으로 두려면 cover에 \"place\": \"page\"를 쓰십시오.",
        "put text before the page that lies on its side, or write `\"place\": \"page\"` in `cover`"
    );
    let title = edition.cover.as_ref().map(|cover| cover.title.plain()).unwrap_or_default();
    Some(rules::EMPTY_PAGE.finding(pages.place_saying(None, &title), message).with_help(help))
}
