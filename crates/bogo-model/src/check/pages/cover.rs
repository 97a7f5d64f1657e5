//! A cover that takes more than its page.

#[cfg(test)]
use super::fixture;
use super::{Layer, PageKind, Pages};
use crate::check::listed::rule;
use crate::diagnostic::Diagnostic;
use crate::message;

rule! {
    /// 표지가 한 쪽에 다 들어가는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 제목 위의 글, 날짜 아래의 글, 그림이 많으면 표지의 끝이 다음 쪽으로 넘어갑니다. 부서 이름이나 기관 상징만 둘째 쪽에 남고, 양면으로 찍으면 목차가 다른 면에 놓입니다.
    ///
    /// ## 보기
    ///
    /// 날짜 아래에 글이 아주 많은 표지를 찾습니다.
    ///
    /// ```text
    /// 1쪽  제목, 날짜, 글 20줄
    /// 2쪽  글 4줄, 부서        ← 표지의 나머지
    /// ```
    ///
    /// 한 쪽에 들어가면 괜찮습니다.
    ///
    /// ```text
    /// 1쪽  제목, 날짜, 글 3줄, 부서
    /// 2쪽  목차
    /// ```
    ///
    /// ## 고치기
    ///
    /// - `"lead"`와 `"lines"`의 글을 줄이거나 본문으로 옮깁니다.
    /// - 그림은 자리가 모자라면 저절로 작아집니다. 그래도 넘치면 그림을 뺍니다.
    /// - 테마의 `cover`에서 글자(`line_size`, `department_size`)와 사이(`above_title`, `title_room`)를 줄입니다.
    ///
    /// 첫 쪽의 머리에 놓는 표지(`"place": "head"`)는 보지 않습니다.
    COVER_PAGES = "cover-pages": Pages, Warning, "표지의 쪽수", "a cover of more than one page";
    checks: [Pages(findings)];
    wrong: Laid [
        || fixture::pages(&[&["보고"], &["소통담당관"]]).with(front),
    ];
    right: Laid [
        || fixture::pages(&[&["보고"], &["목 차"]]).with(front),
        || fixture::pages(&[&["보고"], &["소통담당관"]]),
    ];
}

/// The cover where its words go on on the page behind it. Each page of the
/// table of contents bears its title, so that it is not taken for one.
fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
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
    Some(COVER_PAGES.finding(pages.place_saying(None, first), message).with_help(help))
}

/// Makes of pages such as stand before those that are counted.
#[cfg(test)]
fn front(pages: &mut [super::LaidPage]) {
    for page in pages {
        page.kind = PageKind::Front;
    }
}
