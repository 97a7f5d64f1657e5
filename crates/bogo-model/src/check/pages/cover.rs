//! A cover that takes more than its page.

use super::{Layer, PageKind, Pages};
use crate::check::rules;
use crate::diagnostic::Diagnostic;
use crate::message;

/// The cover where its words go on on the page behind it. Each page of the
/// table of contents bears its title, so that it is not taken for one.
pub(in crate::check) fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    long(pages).into_iter().collect()
}

fn long(pages: &Pages<'_>) -> Option<Diagnostic> {
    let edition = pages.edition;
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
