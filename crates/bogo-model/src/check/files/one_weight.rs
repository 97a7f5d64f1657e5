//! Whether the faces of a theme have what its pages set off in bold.

use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::Diagnostic;
use crate::json::{Node, Value};
use crate::message;

rule! {
    /// 테마가 본문에 쓰는 글꼴에 굵은 것이 있는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 보고서 폴더의 `fonts`에 보통 굵기의 글꼴 파일만 넣으면 `{굵게:…}`와 `{강조:…}`, 표의 머리가 다른 글과 똑같은 굵기로 찍힙니다. 프로그램은 글자를 억지로 굵게 만들지 않으므로, 무엇을 굵게 하였는지 종이에서 알 수 없습니다.
    ///
    /// ## 보기
    ///
    /// 테마의 `faces`에서 `body`나 `sans`로 쓴 글꼴에 굵은 파일이 없으면 찾습니다.
    ///
    /// ```text
    /// fonts/가온체-Regular.otf
    /// templates/themes/gaon.json   "faces": { "body": "가온체" }   ← 굵은 글꼴이 없음
    /// ```
    ///
    /// 굵은 파일이 함께 있거나 굵기가 바뀌는(variable) 글꼴이면 괜찮습니다.
    ///
    /// ```text
    /// fonts/가온체-Regular.otf
    /// fonts/가온체-Bold.otf
    /// ```
    ///
    /// ## 고치기
    ///
    /// - 굵은 글꼴 파일도 `fonts`에 넣습니다.
    /// - 굵은 글꼴이 없는 글꼴은 제목(`title`)에만 씁니다.
    ONE_WEIGHT = "one-weight": Files, Warning,
        "굵은 글꼴이 없는 글꼴", "a family without a bold face";
    checks: [Files(findings)];
    wrong: Files [&[("templates/themes/default.json", r#"{ "faces": { "body": "Baekmuk Headline" } }"#)]];
    right: Files [
        &[("templates/themes/default.json", r#"{ "faces": { "body": "NanumGothic" } }"#)],
        &[("templates/themes/default.json", r#"{ "faces": { "title": "Baekmuk Headline" } }"#)],
    ];
}

/// The tokens whose faces texts are set in. Titles are of one weight.
const TEXT_FACES: [&str; 2] = ["body", "sans"];

/// Families for texts that have no bold face: nothing tells that words are set
/// off.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let Some(faces) = reading.manuscript.theme().and_then(|theme| theme.member("faces")) else {
        return Vec::new();
    };
    let named = TEXT_FACES.iter().filter_map(|token| faces.node.member(token));
    named.filter_map(|face| finding(&face.node, reading)).collect()
}

/// A family that is named here and has no bold face.
fn finding(node: &Node, reading: &Reading<'_>) -> Option<Diagnostic> {
    let Value::Text(family) = &node.value else { return None };
    if !(reading.facts.lacks_bold)(family) {
        return None;
    }
    let message = message!(
        "굵은 글꼴이 없어 굵게·강조가 보통 굵기로 찍힙니다: {family}",
        "this family has no bold face, so that bold words look like all others: {family}"
    );
    let help = message!(
        "굵은(Bold) 글꼴 파일도 보고서 폴더의 fonts/에 넣거나 굵은 글꼴이 있는 다른 글꼴을 쓰십시오.",
        "put the bold font file into the edition's fonts/ folder, too, or choose another family"
    );
    let place = reading.manuscript.documents.place(node.span);
    Some(ONE_WEIGHT.finding(place, message).with_help(help))
}
