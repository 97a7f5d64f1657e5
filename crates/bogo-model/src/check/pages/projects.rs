//! Projects that take many pages.

use std::collections::{BTreeMap, BTreeSet};

#[cfg(test)]
use super::fixture;
use super::{Owner, Pages};
use crate::check::listed::rule;
use crate::diagnostic::Diagnostic;
use crate::edition::SectionContent;
use crate::message;

rule! {
    /// 한 사업이 정한 쪽수(보통 10쪽)를 넘는지 봅니다.
    ///
    /// ## 왜
    ///
    /// 업무보고는 사업마다 몇 쪽으로 추려 보고하는 글입니다. 여러 쪽에 걸친 사업은 읽는 이가 핵심을 찾지 못하고, 보고 시간 안에 다룰 수도 없습니다.
    ///
    /// ## 보기
    ///
    /// 열두 쪽인 사업의 제목에서 찾습니다.
    ///
    /// ```text
    /// 3 정보취약계층 디지털 교육 강화사업 ··· 15쪽~26쪽
    /// ```
    ///
    /// 열 쪽까지는 괜찮습니다. 쪽수는 report.json에서 바꿉니다.
    ///
    /// ```json
    /// { "check": { "most_pages": 5 } }
    /// ```
    ///
    /// ## 고치기
    ///
    /// - 핵심만 남기고 자세한 표와 사진은 붙임으로 옮깁니다.
    /// - 서로 다른 일이면 사업을 둘로 나눕니다.
    /// - 사진은 한 줄에 여럿을 놓습니다(`"per_row"`).
    ///
    /// 그 사업의 글이나 그림이 있는 쪽을 셉니다. 다른 사업과 함께 쓰는 쪽도 한 쪽으로 셉니다.
    PROJECT_PAGES = "project-pages": Pages, Warning, "사업의 쪽수", "a project of many pages";
    checks: [Pages(findings)];
    wrong: Laid [
        || fixture::pages(&[["가"].as_slice(); 11]).of_files(PROJECT),
    ];
    right: Laid [
        || fixture::pages(&[["가"].as_slice(); 10]).of_files(PROJECT),
        || fixture::pages(&[["가"].as_slice(); 11]),
    ];
}

/// An edition of one project.
#[cfg(test)]
const PROJECT: &[(&str, &str)] = &[
    ("projects/1-brand.json", r#"{ "number": 1, "title": "가", "body": ["나"] }"#),
    ("report.json", r#"{ "chapters": [{ "title": "주요사업", "sections": ["projects/"] }] }"#),
];

/// Projects of more pages than they may have.
fn findings(pages: &Pages<'_>) -> Vec<Diagnostic> {
    let most = pages.most_pages;
    let mut stands: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (owner, marks) in &pages.marks {
        stands.entry(owner.section).or_default().extend(marks);
    }
    for (owner, texts) in &pages.texts {
        stands.entry(owner.section).or_default().extend(texts.iter().map(|(page, _)| page));
    }
    let mut found = Vec::new();
    for (section, own) in stands {
        let count = own.len();
        let content = pages.section(section).map(|part| &part.content);
        if count <= most || !matches!(content, Some(SectionContent::Project { .. })) {
            continue;
        }
        let message = message!(
            "이 사업은 {count}쪽으로, {most}쪽을 넘습니다",
            "this project takes {count} pages, more than {most}"
        );
        let help = message!(
            "핵심만 남기고 자세한 것은 붙임으로 옮기거나 사업을 나누십시오.",
            "keep what matters and move details into an annex, or divide the project"
        );
        let title = Owner { section, passage: 0 };
        found.push(PROJECT_PAGES.finding(pages.place(title), message).with_help(help));
    }
    found
}
