//! Files of data that are no part of the report.

use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::{Diagnostic, Place};
use crate::message;

rule! {
    /// 보고서 폴더에 어느 장에도 들어 있지 않은 `.json` 파일이 있는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 파일을 만들고 `report.json`에 넣는 것을 잊으면 그 내용이 보고서에서 말없이 빠집니다. 이름을 바꾸었거나 폴더를 옮긴 뒤에도 일어납니다.
    ///
    /// ## 보기
    ///
    /// `projects/`를 부르지 않는 보고서에 사업 파일이 있으면 찾습니다.
    ///
    /// ```text
    /// report.json          "sections": ["overview.json"]
    /// overview.json
    /// projects/1-brand.json   ← 어느 장에도 없음
    /// ```
    ///
    /// 폴더를 부르면 그 안의 파일이 모두 들어갑니다.
    ///
    /// ```json
    /// { "title": "주요업무", "sections": ["overview.json", "projects/"] }
    /// ```
    ///
    /// ## 고치기
    ///
    /// - `report.json`의 `"chapters"`에 파일이나 폴더를 넣습니다.
    /// - 쓰지 않는 파일이면 지우거나 보고서 폴더 밖으로 옮깁니다.
    ///
    /// `fonts`, `templates`, `schema` 폴더와 `.json`이 아닌 파일은 보지 않습니다. 쓰이지 않는 그림은 알리지 않습니다.
    UNUSED_FILE = "unused-file": Files, Warning,
        "쓰이지 않는 파일", "a file that no chapter names";
    checks: [Files(findings)];
    wrong: Files [
        &[("projects/1-brand.json", r#"{ "number": 1, "title": "가", "body": ["나"] }"#)],
    ];
    right: Files [
        &[
            ("projects/1-brand.json", r#"{ "number": 1, "title": "가", "body": ["나"] }"#),
            ("report.json", r#"{ "chapters": [{ "title": "주요업무", "sections": ["projects/"] }] }"#),
        ],
    ];
}

/// Files that no chapter names.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let finding = |path| {
        let message =
            message!("어느 장에도 들어 있지 않은 파일입니다", "no chapter names this file");
        UNUSED_FILE.finding(Place::whole(path), message).with_help(message!(
            "report.json의 \"chapters\"에 넣거나 파일을 지우십시오.",
            "name it in `chapters` of report.json or remove it"
        ))
    };
    reading.manuscript.unnamed_files(reading.report).map(finding).collect()
}
