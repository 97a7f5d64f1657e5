//! What stands before the chapters and on their title pages: the cover, 목차,
//! and what is printed of department, teams and sections.

mod unused;

use bogo_model::check::pages::{Area, LaidPage};
use serde_json::{Value, json};

use crate::fixture::{Edition, bogo, squeezed};
use crate::pdf::Pdf;

/// An edition of this report: a section `a.json` with a title, and as many
/// projects as are wanted, of two teams.
fn edition(report: &Value, projects: usize) -> Edition {
    let edition = Edition::starter();
    for file in ["overview.json", "budget.json", "projects"] {
        let path = edition.path().join(file);
        let _ = std::fs::remove_file(&path);
        let _ = std::fs::remove_dir_all(&path);
    }
    edition.write("a.json", r#"{ "title": "추진 방향", "body": ["현장 중심"] }"#);
    for number in 1..=projects {
        let team = if number <= projects / 2 { "기획팀" } else { "지원팀" };
        let project = json!({
            "number": number, "title": format!("제목 {number}번"), "team": team, "body": ["개요"],
        });
        edition.write(&format!("p/{number}.json"), project.to_string());
    }
    edition.write("report.json", report.to_string());
    edition
}

/// A report with this beside what every one has.
fn report(own: Value) -> Value {
    let mut report = json!({
        "title": "업무보고", "date": "2026-06-30", "organisation": "가온재단",
        "chapters": [{ "title": "업무", "sections": ["a.json"] }],
    });
    let fields = own.as_object().expect("fields").clone();
    report.as_object_mut().expect("a report").extend(fields);
    report
}

/// The chapter of projects with a title page of this kind.
fn divided(divider: &Value) -> Value {
    let mut chapter = json!({ "title": "사업", "opening": "divider", "sections": ["p/"] });
    chapter["divider"] = divider.clone();
    json!([{ "title": "방향", "sections": ["a.json"] }, chapter])
}

/// The words of each page, in which nothing is wrong.
fn pages(edition: &Edition) -> Vec<String> {
    let (proof, diagnostics) = edition.set();
    let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{found:?}");
    let proof = proof.expect("pages");
    assert!(proof.overrun() < 0.01, "{}", proof.overrun());
    proof.page_texts()
}

/// The codes of what is found, each with the place of it.
fn found(edition: &Edition) -> Vec<(&'static str, String)> {
    let (_, diagnostics) = edition.set();
    let place = |found: &bogo_model::Diagnostic| {
        found.place.as_ref().map(|place| place.pointer().to_owned()).unwrap_or_default()
    };
    diagnostics.iter().map(|found| (found.code.name(), place(found))).collect()
}

#[test]
fn each_line_of_the_cover_but_its_title_can_be_left_out() {
    for (cover, department, expected) in [
        (json!({}), json!("기획실"), "업무보고 2026. 6. 30. 기획실"),
        (json!({ "date": null }), json!("기획실"), "업무보고 기획실"),
        (json!({ "department": null }), json!("기획실"), "업무보고 2026. 6. 30."),
        (json!({ "date": null, "department": null }), json!("기획실"), "업무보고"),
        (json!({ "date": "", "department": " " }), json!("기획실"), "업무보고"),
        (json!({}), Value::Null, "업무보고 2026. 6. 30. 가온재단"),
        (json!({ "organisation": false }), Value::Null, "업무보고 2026. 6. 30."),
        (json!({ "department": "본 부" }), Value::Null, "업무보고 2026. 6. 30. 가온재단 본 부"),
        (json!({ "organisation": true }), json!("가온재단"), "업무보고 2026. 6. 30. 가온재단"),
        (json!({ "organisation": true }), json!("기획실"), "업무보고 2026. 6. 30. 가온재단 기획실"),
    ] {
        let own = json!({ "cover": cover, "department": department, "contents": "none" });
        let text = pages(&edition(&report(own), 0))[0].clone();
        assert_eq!(squeezed(&text), squeezed(expected), "{cover}");
    }
}

#[test]
fn who_reports_is_named_once_in_the_properties() {
    for (department, author, keywords) in [
        (Value::Null, "가온재단", "가온재단"),
        (json!("기획실"), "가온재단 기획실", "가온재단, 기획실"),
        (json!("가온재단"), "가온재단", "가온재단"),
        (json!("가온재단 기획실"), "가온재단 기획실", "가온재단, 가온재단 기획실"),
    ] {
        let edition = edition(&report(json!({ "department": department })), 0);
        let run = edition.build(&[]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let pdf = Pdf::read(edition.pdf().expect("a PDF"));
        assert_eq!(pdf.property("Author"), author, "{department}");
        assert_eq!(pdf.property("Keywords"), keywords, "{department}");
    }
}

#[test]
fn what_a_blank_text_is_told_to_become_is_no_finding() {
    let edition = edition(&report(json!({ "department": "", "contents": { "title": "" } })), 0);
    let run = bogo(edition.outside(), &["check", "edition", "--no-pages"]);
    assert_eq!(
        run.stderr.matches("[blank-text]").count() + run.stdout.matches("[blank-text]").count(),
        2
    );
    assert!((run.stdout + &run.stderr).contains("‘목 차’가 찍힙니다"));
    // Both say that they can be removed.
    edition.write("report.json", report(json!({ "contents": {} })).to_string());
    assert_eq!(found(&edition), []);
    // What is needed is not to be removed.
    edition.write("report.json", report(json!({ "title": "", "organisation": "" })).to_string());
    let (_, diagnostics) = edition.set();
    assert_eq!(diagnostics.len(), 2, "{diagnostics:?}");
    for found in diagnostics {
        let help = found.help.expect("help");
        assert_eq!(help.text(bogo_model::Language::Korean), "글을 쓰십시오.");
    }
}

#[test]
fn a_title_page_says_what_it_is_told_to_and_bears_no_number() {
    let organisation = json!({
        "title": "추진 방향", "body": ["현장 중심"],
        "organisation": { "name": "원장", "units": [{ "name": "경영실" }, { "name": "창업본부" }] },
    });
    for (divider, department, expected) in [
        ("teams", json!("기획실"), "Ⅱ. 사업 기획실 경영실 창업본부"),
        ("teams", Value::Null, "Ⅱ. 사업 경영실 창업본부"),
        ("title", json!("기획실"), "Ⅱ. 사업"),
        ("contents", json!("기획실"), "Ⅱ. 사업 1 제목 1번 2 제목 2번"),
        ("usual", json!("기획실"), "Ⅱ. 사업 기획실 경영실 창업본부"),
        ("usual", Value::Null, "Ⅱ. 사업"),
    ] {
        let mut chapters = divided(&json!(divider));
        if divider == "usual" {
            chapters[1].as_object_mut().expect("a chapter").remove("divider");
        }
        let own = json!({ "department": department, "contents": "none", "chapters": chapters });
        let edition = edition(&report(own), 2);
        edition.write("a.json", organisation.to_string());
        let pages = pages(&edition);
        // Cover, a blank page, page 1, a blank one, the title page.
        assert_eq!(squeezed(&pages[4]), squeezed(expected), "{divider} {department}");
        assert!(pages[2].contains("- 1 -") && pages[5].contains("- 4 -"), "{pages:?}");
    }
}

#[test]
fn a_title_page_s_list_is_a_list_that_leads_to_its_pages() {
    let mut chapters = divided(&json!("contents"));
    chapters[1]["group_by_team"] = json!(true);
    let own = json!({
        "contents": "none", "chapters": chapters, "numbering": { "project": "1." },
    });
    let edition = edition(&report(own), 4);
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let pdf = Pdf::read(edition.pdf().expect("a PDF"));
    let structure = pdf.structure();
    let all = structure.flat();
    let list = all.iter().find(|element| element.kind == "L").expect("a list");
    // The projects of a team are a list of their own below its name.
    let inner: Vec<&str> = list.kids().map(|own| own.kind.as_str()).collect();
    assert_eq!(inner, ["LI", "L", "LI", "L"]);
    let items: Vec<String> = list
        .flat()
        .iter()
        .filter(|own| own.kind == "LI")
        .map(|item| {
            let links = item.flat().iter().filter(|own| own.kind == "Link").count();
            assert!(links > 0, "{}", item.heard());
            item.heard().split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect();
    let expected = ["기획팀", "1. 제목 1번", "2. 제목 2번", "지원팀", "3. 제목 3번", "4. 제목 4번"];
    assert_eq!(items, expected);
    // The bars have no point, the bookmarks do.
    let titles: Vec<String> = pdf.outline().into_iter().map(|own| own.title).collect();
    assert!(titles.contains(&"1. 제목 1번".to_owned()), "{titles:?}");
    assert!(pdf.copied(5).contains("1 제목 1번"), "{}", pdf.copied(5));
}

#[test]
fn a_long_list_of_a_title_page_loses_nothing() {
    for count in [3, 18, 20, 70] {
        let own = json!({ "contents": "none", "chapters": divided(&json!("contents")) });
        let edition = edition(&report(own), count);
        let pages = pages(&edition);
        let first = pages.iter().position(|page| page.contains("- 1 -")).expect("page 1");
        let behind = &pages[first + 2..];
        let end = behind.iter().position(|page| page.contains("개요")).expect("a project");
        assert_eq!(end > 1, count == 70, "{count} projects: {end} pages");
        let listed = squeezed(&behind[..end].concat());
        assert!(!listed.contains("-3-"), "{listed}");
        for number in 1..=count {
            assert!(listed.contains(&format!("제목{number}번")), "{count}: {number}");
        }
    }
}

#[test]
fn a_section_behind_a_title_page_with_a_list_is_previewed_as_it_stands() {
    let own = json!({ "contents": "sections", "chapters": divided(&json!("contents")) });
    let edition = edition(&report(own), 3);
    for section in ["p/1", "p/3", "a"] {
        let arguments = ["preview", section, "edition", "-o", "p.pdf"];
        let run = bogo(edition.outside(), &arguments);
        assert_eq!(run.code, 0, "{section}: {}", run.stderr);
    }
}

#[test]
fn contents_list_as_much_of_a_chapter_as_is_said() {
    let chapters = json!([
        { "title": "하나", "sections": ["a.json"] },
        { "title": "둘", "contents": "chapters", "sections": [{ "title": "둘째 절", "body": ["가"] }] },
        { "title": "셋", "contents": "none", "sections": [{ "title": "셋째 절", "body": ["가"] }] },
        { "title": "넷", "contents": "sections", "sections": [{ "title": "넷째 절", "body": ["가"] }] },
    ]);
    for (contents, expected) in [
        (json!("chapters"), "목 차 Ⅰ. 하나 1 Ⅱ. 둘 2 Ⅳ. 넷 4 1 넷째 절 4"),
        (json!({}), "목 차 Ⅰ. 하나 1 Ⅱ. 둘 2 Ⅳ. 넷 4 1 넷째 절 4"),
        (
            json!({ "title": "보고순서", "depth": "sections" }),
            "보고순서 Ⅰ. 하나 1 1 추진 방향 1 Ⅱ. 둘 2 Ⅳ. 넷 4 1 넷째 절 4",
        ),
    ] {
        let own = json!({ "contents": contents, "chapters": chapters });
        let text = pages(&edition(&report(own), 0))[1].replace('.', "");
        assert_eq!(squeezed(&text), squeezed(&expected.replace('.', "")), "{contents}");
    }
}

#[test]
fn the_back_of_a_cover_is_blank_where_that_is_said() {
    for (contents, blank, page_1) in
        [("chapters", true, 4), ("none", true, 2), ("chapters", false, 2)]
    {
        let own = json!({ "contents": contents, "cover": { "blank_back": blank } });
        let pages = pages(&edition(&report(own), 0));
        assert!(pages[page_1].contains("- 1 -"), "{contents} {blank}: {pages:?}");
        assert_eq!(pages[1].trim().is_empty(), blank, "{contents} {blank}");
        assert_eq!(pages.len(), page_1 + 1);
    }
}

#[test]
fn a_cover_that_takes_more_than_its_page_is_found() {
    let lines = |count: usize| (0..count).map(|own| json!(format!("줄 {own}"))).collect::<Value>();
    for contents in ["none", "chapters"] {
        let picture = json!({ "file": "images/example.png", "alt": "그림", "caption": "새 청사" });
        let cover = |count| json!({ "lines": lines(count), "picture": picture });
        let own = |count| report(json!({ "contents": contents, "cover": cover(count) }));
        let edition = edition(&own(3), 0);
        assert_eq!(found(&edition), [], "{contents}");
        edition.write("report.json", own(24).to_string());
        let found = found(&edition);
        let [("cover-pages", place)] = found.as_slice() else { panic!("{contents}: {found:?}") };
        assert!(place.starts_with("/cover/lines/"), "the first line behind the cover: {place}");
    }
}

#[test]
fn contents_that_would_list_nothing_are_not_printed() {
    let own = json!({ "chapters": [
        { "title": "업무", "contents": "none", "sections": ["a.json"] },
    ] });
    let pages = pages(&edition(&report(own), 0));
    assert_eq!(pages.len(), 2, "{pages:?}");
    assert!(pages[1].contains("- 1 -"));
}

#[test]
fn a_title_alone_on_the_first_page_is_found() {
    let table = json!({
        "kind": "table", "landscape": true, "head": [["기관", "인원"]], "rows": vec![json!(["본부", 12]); 9],
    });
    let edition = edition(&report(json!({ "contents": "none", "cover": { "place": "head" } })), 0);
    edition.write("a.json", json!({ "title": "인원", "body": [table] }).to_string());
    assert_eq!(found(&edition), [("empty-page", "/title".to_owned())]);
    let items = json!({ "title": "인원", "body": ["머리말", table] });
    edition.write("a.json", items.to_string());
    assert_eq!(found(&edition), []);
}

/// What stands on a page in its own box, from top to bottom.
fn stacked(page: &LaidPage) -> Vec<(String, Area)> {
    let texts = page.texts.iter().filter(|text| !text.words.trim().is_empty());
    let texts = texts.map(|text| (text.words.clone(), text.area));
    let pictures = page.pictures.iter().map(|picture| ("그림".to_owned(), picture.area));
    let mut all: Vec<_> = texts.chain(pictures).collect();
    all.sort_by(|one, other| one.1.top.total_cmp(&other.1.top));
    all
}

#[test]
fn nothing_on_a_cover_touches_what_stands_above_it() {
    let picture = json!({ "file": "images/example.png", "alt": "그림", "caption": "새 청사" });
    let sign = json!({ "file": "images/example.png", "alt": "상징" });
    let words = |count: usize| vec!["장소 : 회의실"; count];
    let title = |count: usize| vec!["중소기업 기술혁신"; count].join("\n");
    let mut crowded = 0;
    for (style, place) in [("rules", "foot"), ("band", "top"), ("line", "top"), ("frame", "foot")] {
        for (lead, lines, titles, pictured) in
            [(2, 3, 3, false), (3, 2, 4, false), (1, 4, 9, false), (1, 2, 4, true), (2, 6, 4, true)]
        {
            let cover = json!({
                "lead": words(lead), "lines": words(lines), "organisation": true, "logo": sign,
                "picture": if pictured { picture.clone() } else { Value::Null },
            });
            let mut own = report(json!({
                "title": title(titles), "department": "기획실", "contents": "none", "theme": "own",
                "cover": cover,
            }));
            if !pictured {
                own["cover"].as_object_mut().expect("a cover").remove("picture");
            }
            let edition = edition(&own, 0);
            let theme = json!({ "cover": { "style": style, "logo_place": place } });
            edition.write("templates/themes/own.json", theme.to_string());
            let (proof, diagnostics) = edition.set();
            let proof = proof.expect("pages");
            let what = format!("{style} {place} {lead} {lines} {titles} {pictured}");
            let codes: Vec<_> = diagnostics.iter().map(|found| found.code.name()).collect();
            // What does not fit is told, and what is told does not fit.
            let expected: &[&str] = if proof.page_count() > 2 { &["cover-pages"] } else { &[] };
            assert_eq!(codes, expected, "{what}");
            crowded += expected.len();
            for pair in stacked(&proof.laid().pages[0]).windows(2) {
                let [(above, one), (below, other)] = pair else { unreachable!() };
                let apart = other.left >= one.right || one.left >= other.right;
                let gap = other.top - one.bottom;
                assert!(apart || gap > 0.0, "{what}: {below} {gap:.1} pt below {above}");
            }
        }
    }
    assert!(crowded < 10, "most covers fit: {crowded}");
}

#[test]
fn many_teams_on_a_title_page_stand_closer_before_any_goes_on_behind_it() {
    for (count, fits) in [(3, true), (16, true), (40, false)] {
        let units: Vec<_> =
            (1..=count).map(|own| json!({ "name": format!("관리{own}팀") })).collect();
        let organisation = json!({
            "title": "추진 방향", "body": ["현장 중심"],
            "organisation": { "name": "원장", "units": units },
        });
        let own = json!({
            "contents": "none", "department": "기획실", "chapters": divided(&json!("teams")),
        });
        let edition = edition(&report(own), 2);
        edition.write("a.json", organisation.to_string());
        let pages = pages(&edition);
        let listed = squeezed(&pages[4]);
        assert_eq!(listed.contains(&format!("관리{count}팀")), fits, "{count}: {listed}");
        let said = squeezed(&pages[4..].concat());
        assert!((1..=count).all(|own| said.contains(&format!("관리{own}팀"))), "{said}");
    }
}

#[test]
fn a_team_s_name_never_stands_alone_at_the_foot_of_a_title_page() {
    let mut chapters = divided(&json!("contents"));
    chapters[1]["group_by_team"] = json!(true);
    chapters[1]["share_pages"] = json!(true);
    let mut broken = 0;
    for count in [24, 50, 52, 54, 56, 58, 60, 62, 64] {
        let own = json!({ "contents": "none", "chapters": chapters });
        let pages = pages(&edition(&report(own), count));
        let pages: Vec<String> = pages.iter().map(|page| squeezed(page)).collect();
        let first = pages.iter().position(|page| page.contains("Ⅱ.사업")).expect("a title page");
        for page in &pages[first..first + 2] {
            assert!(!page.ends_with("기획팀") && !page.ends_with("지원팀"), "{count}: {page}");
        }
        broken += usize::from(!pages[first].contains("지원팀"));
    }
    assert!(broken > 0 && broken < 9, "some break before the second team: {broken}");
}
