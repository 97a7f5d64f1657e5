//! Themes of an edition that it does not use.

use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::{Diagnostic, Place};
use crate::message;
use crate::quoting::quoted;
use crate::theme::THEMES;

rule! {
    /// 보고서 폴더의 테마 가운데 쓰이지 않는 것이 있는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 테마 파일을 만들어 두고 `report.json`에 이름을 쓰지 않으면 보고서는 보통 모습으로 나옵니다. 색과 글꼴이 바뀌지 않은 까닭을 찾느라 시간을 버리게 됩니다.
    ///
    /// ## 보기
    ///
    /// `report.json`에 `"theme"`이 없는데 테마가 있으면 찾습니다.
    ///
    /// ```text
    /// report.json                   (theme 없음)
    /// templates/themes/gaon.json    ← 쓰이지 않음
    /// ```
    ///
    /// 이름을 쓰면 괜찮습니다.
    ///
    /// ```json
    /// { "theme": "gaon" }
    /// ```
    ///
    /// ## 고치기
    ///
    /// - `report.json`에 `"theme": "gaon"`처럼 이름을 씁니다.
    /// - 쓰지 않을 테마면 파일을 지웁니다.
    ///
    /// 한 보고서는 테마 하나를 씁니다. 여러 보고서가 나누어 쓰는 폴더라면 쓰지 않는 테마도 찾습니다. 없는 테마의 이름을 쓴 것은 이 규칙이 아니라 잘못으로 알립니다.
    UNUSED_THEME = "unused-theme": Files, Warning,
        "쓰이지 않는 테마", "a theme that is not used";
    checks: [Files(findings)];
    wrong: Files [&[("templates/themes/gaon.json", "{}")]];
    right: Files [
        &[
            ("templates/themes/gaon.json", "{}"),
            ("report.json", r#"{ "theme": "gaon" }"#),
        ],
    ];
}

/// The edition's own themes that the report does not name.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let finding = |name| {
        let place = Place::whole(format!("{THEMES}{name}.json"));
        let name = quoted(name);
        let message = message!("쓰이지 않는 테마입니다", "this theme is not used");
        UNUSED_THEME.finding(place, message).with_help(message!(
            "report.json에 \"theme\": \"{name}\"을(를) 쓰거나 파일을 지우십시오.",
            "write `\"theme\": \"{name}\"` in report.json or remove the file"
        ))
    };
    reading.manuscript.unnamed_themes(reading.report).map(finding).collect()
}
