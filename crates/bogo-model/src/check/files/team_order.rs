//! Projects of a team that stand apart.

use std::collections::HashSet;

use crate::check::listed::rule;
use crate::check::writing::Reading;
use crate::diagnostic::Diagnostic;
use crate::format::{Project, SectionSource};
use crate::json::Documents;
use crate::message;

rule! {
    /// 팀별로 묶는 장에서 같은 팀의 사업이 이어져 있는지 봅니다.
    ///
    /// ## 왜
    ///
    /// `"group_by_team": true`인 장은 팀이 바뀔 때마다 팀 이름을 찍습니다. 같은 팀의 사업이 떨어져 있으면 이름이 두 번 찍히고, 읽는 이는 다른 팀으로 압니다.
    ///
    /// ## 보기
    ///
    /// 이런 차례를 찾습니다.
    ///
    /// ```text
    /// 1  도시브랜드 확산      홍보미디어팀
    /// 2  정보화 교육          AI빅데이터팀
    /// 3  소식지 발간          홍보미디어팀   ← 떨어져 있음
    /// ```
    ///
    /// 번호를 이어 주면 괜찮습니다.
    ///
    /// ```text
    /// 1  도시브랜드 확산      홍보미디어팀
    /// 2  소식지 발간          홍보미디어팀
    /// 3  정보화 교육          AI빅데이터팀
    /// ```
    ///
    /// ## 고치기
    ///
    /// 같은 팀의 사업에 이어지는 번호(`"number"`)를 줍니다. 중요한 차례로 늘어놓으려면 `"group_by_team"`을 지웁니다.
    ///
    /// 팀 이름의 글자가 하나라도 다르면 다른 팀으로 봅니다. 팀으로 묶지 않는 장은 보지 않습니다.
    TEAM_ORDER = "team-order": Files, Warning, "팀의 사업이 이어짐", "the projects of a team";
    checks: [Files(findings)];
    wrong: Files [
        &[
            ("projects/1.json", r#"{ "number": 1, "title": "도시브랜드 확산", "team": "홍보미디어팀", "body": ["나"] }"#),
            ("projects/2.json", r#"{ "number": 2, "title": "정보화 교육", "team": "AI빅데이터팀", "body": ["나"] }"#),
            ("projects/3.json", r#"{ "number": 3, "title": "소식지 발간", "team": "홍보미디어팀", "body": ["나"] }"#),
            ("report.json", r#"{ "chapters": [{ "title": "주요업무",
              "group_by_team": true, "sections": ["projects/"] }] }"#),
        ],
    ];
    right: Files [
        &[
            ("projects/1.json", r#"{ "number": 1, "title": "도시브랜드 확산", "team": "홍보미디어팀", "body": ["나"] }"#),
            ("projects/2.json", r#"{ "number": 2, "title": "소식지 발간", "team": "홍보미디어팀", "body": ["나"] }"#),
            ("projects/3.json", r#"{ "number": 3, "title": "정보화 교육", "team": "AI빅데이터팀", "body": ["나"] }"#),
            ("report.json", r#"{ "chapters": [{ "title": "주요업무",
              "group_by_team": true, "sections": ["projects/"] }] }"#),
        ],
    ];
}

/// Where projects of a team do not stand together in a chapter that groups
/// them, so that its name would be printed twice.
fn findings(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let manuscript = reading.manuscript;
    let grouped = reading
        .report
        .chapters
        .iter()
        .filter(|chapter| chapter.group_by_team.is_some_and(|grouped| grouped.value));
    let sources = grouped.flat_map(|chapter| &chapter.sections);
    sources
        .filter_map(SectionSource::folder)
        .flat_map(|folder| apart(&manuscript.projects_in(folder), &manuscript.documents))
        .collect()
}

/// The projects of a folder at which a team is named again.
fn apart(projects: &[(&str, &Project)], documents: &Documents) -> Vec<Diagnostic> {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut last = None;
    let mut found = Vec::new();
    for (_, project) in projects {
        let Some(team) = &project.team else { continue };
        if last.replace(team.value.as_str()) == Some(team.value.as_str()) {
            continue;
        }
        if !seen.insert(&team.value) {
            let name = &team.value;
            let message = message!(
                "‘{name}’의 사업이 이어져 있지 않아 팀 이름이 두 번 찍힙니다",
                "the projects of {name} do not stand together; its name is printed twice"
            );
            let help = message!(
                "같은 팀의 사업에 이어지는 번호를 주십시오.",
                "give projects of a team numbers in a row"
            );
            let place = documents.place(team.span);
            found.push(TEAM_ORDER.finding(place, message).with_help(help));
        }
    }
    found
}
