//! Many projects, and long ones.

use serde_json::{Value, json};

use crate::fixture::Edition;
use crate::pdf::Pdf;

/// A body of so many headings, each with items, a note and a table.
fn body(parts: usize) -> Value {
    let part = |number: usize| {
        json!({ "text": format!("추진실적 {number}"), "body": [
            { "label": "사업기간", "period": { "from": "2026-01", "to": "2026-12" } },
            { "text": "주민이 참여하는 사업을 넓혀 생활 속 불편을 덜고 다음 해의 계획에 반영함",
              "body": ["현장 의견 수렴", { "kind": "note", "text": "일정은 바뀔 수 있음" }] },
            { "kind": "table", "unit": "건", "head": [["구분", "접수", "처리"]],
              "rows": [["상반기", 120, 118], ["하반기", 98, "-"]] },
        ] })
    };
    (1..=parts).map(part).collect()
}

/// An edition with projects of so many parts each.
fn edition(projects: usize, parts: usize) -> Edition {
    let edition = Edition::starter();
    let report = json!({
        "title": "보기", "date": "2026-09-30", "organisation": "보기시", "department": "보기과",
        "contents": "sections", "numbering": { "project": "1-①" },
        "chapters": [
            { "title": "목록", "sections": [{ "body": [{ "kind": "project_list" }] }] },
            { "title": "주요사업", "sections": ["projects/"] },
        ],
    });
    edition.write("report.json", report.to_string());
    for file in ["overview.json", "budget.json", "projects/1-example.json"] {
        std::fs::remove_file(edition.path().join(file)).expect("removed");
    }
    for number in 1..=projects {
        let title = format!("{number}번째 사업");
        let project = json!({ "number": number, "title": title, "body": body(parts) });
        edition.write(&format!("projects/{number}.json"), project.to_string());
    }
    edition
}

#[test]
fn fifty_projects_are_listed_with_their_pages() {
    let edition = edition(50, 2);
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let pdf = Pdf::read(edition.pdf().expect("a PDF"));
    let outline = pdf.outline();
    let projects: Vec<_> =
        outline.iter().filter(|entry| entry.title.contains("번째 사업")).collect();
    assert_eq!(projects.len(), 50);
    // Circled numbers end at twenty; plain figures go on.
    assert!(projects[19].title.starts_with("2-⑳ 20번째"), "{}", projects[19].title);
    assert!(projects[20].title.starts_with("2-21 21번째"), "{}", projects[20].title);
    let (proof, _) = edition.set();
    let proof = proof.expect("pages");
    assert!(proof.overrun() < 0.01, "text leaves a page");
    let pages = proof.page_texts();
    let list = projects[0].page;
    let listed: String = pages[..list].concat();
    for project in &projects {
        let name = project.title.split_once(' ').expect("a name").1;
        assert!(pages[project.page].contains(name), "{name}");
        assert!(listed.matches(name).count() >= 2, "{name} is in 목차 and list");
    }
}

#[test]
fn a_project_of_forty_pages_is_set_whole() {
    let edition = edition(1, 110);
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let pdf = Pdf::read(edition.pdf().expect("a PDF"));
    assert!(pdf.page_count() >= 40, "{} pages", pdf.page_count());
    let headings = pdf.outline();
    assert_eq!(headings.iter().filter(|entry| entry.title.starts_with("추진실적")).count(), 110);
    let (proof, _) = edition.set();
    let pages = proof.expect("pages").page_texts();
    for (index, page) in pages.iter().enumerate().skip(3) {
        // No page between the first and the last is nearly empty.
        let lines = page.lines().count();
        assert!(lines > 12 || index + 1 == pages.len(), "page {} has {lines} lines", index + 1);
    }
}
