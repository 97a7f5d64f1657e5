//! Levels, markers and pages that a report says otherwise than usual: items
//! that are text, dots as markers, chapters that run on, tables on their side
//! that share pages, charts of several levels.

use std::collections::BTreeSet;

use bogo_model::Language;
use bogo_model::check::pages::LaidText;
use bogo_press::Proof;
use serde_json::{Value as Json, json};

use crate::fixture::{Edition, squeezed};
use crate::pdf::Pdf;

/// An edition of these chapters.
fn edition(chapters: &Json) -> Edition {
    let edition = Edition::starter();
    write(&edition, chapters);
    edition
}

/// Puts other chapters into an edition.
fn write(edition: &Edition, chapters: &Json) {
    let report = json!({
        "title": "업무보고", "date": "2026-03-31", "organisation": "가온구",
        "department": "기획과", "contents": "sections", "cover": { "place": "none" },
        "chapters": chapters,
    });
    edition.write("report.json", report.to_string());
}

/// The pages of an edition in which no rule of the page finds anything wrong.
fn pages(edition: &Edition) -> Proof {
    let (proof, diagnostics) = edition.set();
    let known = ["unused-file", "empty-page"];
    let odd: Vec<_> = diagnostics.iter().filter(|d| !known.contains(&d.code.name())).collect();
    assert!(odd.is_empty(), "{odd:?}");
    proof.expect("pages")
}

/// A chapter that begins with items of this level.
fn chapter(level: u8, items: &Json) -> Json {
    json!({ "title": "장", "level": level, "sections": [{ "title": "절", "body": items }] })
}

/// Items so many levels deep, from `level` on.
fn nested(level: u8) -> Json {
    let name = format!("{level}단 항목");
    match level {
        4 => json!([name]),
        _ => json!([{ "text": name, "body": nested(level + 1) }, "홀로 선 항목"]),
    }
}

#[test]
fn items_that_begin_deeper_are_text_and_headings_have_no_gaps() {
    for level in 1..=4 {
        let listed = json!([{ "kind": "list", "level": level, "body": nested(level) }]);
        for (items, headings) in [(nested(level), level == 1), (listed, false)] {
            let own = if headings || level > 1 { level } else { 1 };
            let chapters = [chapter(own, &items), chapter(1, &json!(["제목인 항목"]))];
            let edition = edition(&json!(chapters));
            let said = squeezed(&pages(&edition).page_texts().concat());
            for depth in level..=4 {
                assert!(said.contains(&format!("{depth}단항목")), "{level}: {said}");
            }
            edition.build(&[]);
            let pdf = Pdf::read(edition.pdf().expect("a PDF"));
            let marked = pdf.outline().iter().any(|own| own.title.ends_with("단 항목"));
            assert_eq!(marked, headings, "level {level}");
            let structure = pdf.structure();
            let mut last = 0;
            for element in structure.flat() {
                let Some(level) = element.kind.strip_prefix('H').and_then(|n| n.parse().ok())
                else {
                    continue;
                };
                let level: u32 = level;
                assert!(level <= last + 1, "H{level} after H{last}");
                last = level;
            }
        }
    }
}

#[test]
fn markers_are_counted_from_the_level_at_which_items_begin() {
    let items = json!([{ "text": "하나", "body": ["둘"] }]);
    let chapters = json!([
        { "title": "가장", "level": 2, "markers": ["ㅇ", "▸"], "sections": [{ "body": items }] },
        { "title": "나장", "sections": [{ "body": [
            { "text": "위", "body": [{ "kind": "list", "markers": ["◆"], "body": items }] },
            { "kind": "list", "level": 3, "markers": ["◇"], "body": items },
        ] }] },
    ]);
    let said = pages(&edition(&chapters)).page_texts().concat();
    let said: String = said.split_whitespace().collect();
    for line in ["ㅇ하나▸둘", "□위◆하나-둘◇하나·둘"] {
        assert!(said.contains(line), "{line}: {said}");
    }
}

#[test]
fn what_no_list_can_be_is_an_error_at_its_place() {
    let deeper =
        json!([{ "text": "위", "body": [{ "kind": "list", "level": 1, "body": ["글"] }] }]);
    let deepest = json!([{ "text": "넷째", "body": [{ "kind": "list", "body": ["글"] }] }]);
    let marks = json!([{ "kind": "list", "level": 4, "markers": ["a", "b"], "body": ["글"] }]);
    let divider = json!([
        chapter(1, &json!(["글"])),
        { "title": "장", "opening": "divider", "new_page": false, "sections": [{ "body": ["글"] }] },
    ]);
    for (chapters, code) in [
        (json!([chapter(1, &deeper)]), "list-level"),
        (json!([chapter(4, &deepest)]), "too-deep"),
        (json!([chapter(1, &marks)]), "markers"),
        (divider, "two-values"),
    ] {
        let found = edition(&chapters).set().1;
        assert!(found.iter().any(|own| own.code.name() == code), "{code}: {found:?}");
    }
}

#[test]
fn markers_that_cannot_be_printed_are_told_by_what_is_wrong_with_them() {
    let list = |fields: Json| {
        let mut list = json!({ "kind": "list", "body": ["글"] });
        list.as_object_mut().expect("a list").extend(fields.as_object().expect("fields").clone());
        json!([list])
    };
    let under = json!(["글", { "text": "글", "body": ["아래"] }]);
    for (fields, said) in [
        (json!({ "markers": ["ㅇ", "▸", "(가)"] }), None),
        (json!({ "markers": [] }), Some("1개에서 3개까지")),
        (json!({ "markers": ["", "-"] }), Some("4자까지의 기호")),
        (json!({ "markers": ["가나다라마"] }), Some("4자까지의 기호")),
        (json!({ "markers": ["ㅇ"], "numbering": "①" }), Some("하나를 지우십시오")),
        (json!({ "markers": ["ㅇ", "-"], "numbering": "①", "body": under }), None),
        (json!({ "body": [] }), Some("지우십시오")),
    ] {
        let found = edition(&json!([chapter(1, &list(fields.clone()))])).set().1;
        let found: Vec<_> = found.iter().filter(|own| own.code.name() != "unused-file").collect();
        let help = found.first().and_then(|own| own.help.as_ref());
        let help = help.map(|help| help.text(Language::Korean));
        match said {
            Some(said) => assert!(help.is_some_and(|help| help.contains(said)), "{found:?}"),
            None => assert!(found.iter().all(|own| own.code.name() == "empty-page"), "{found:?}"),
        }
    }
}

#[test]
fn notes_and_paragraphs_of_a_chapter_that_begins_deeper_stand_beside_its_items() {
    let body = json!([
        "넷째",
        { "kind": "note", "text": "딸린말" },
        { "kind": "paragraph", "text": "줄글말" },
    ]);
    let start = |level: u8, words: &str| {
        let texts = texts(&pages(&edition(&json!([chapter(level, &body)]))));
        let own = texts.iter().find(|(_, text)| text.words.contains(words)).expect("its words");
        own.1.area.left
    };
    for words in ["딸린말", "줄글말"] {
        assert!(start(4, words) > start(1, words) + 15.0, "{words}");
    }
}

/// The texts of all pages, each with its page.
fn texts(proof: &Proof) -> Vec<(usize, LaidText)> {
    let pages = proof.laid().pages.into_iter().enumerate();
    pages.flat_map(|(page, own)| own.texts.into_iter().map(move |text| (page, text))).collect()
}

/// The first text of a page of the body that begins with these words.
fn first(texts: &[(usize, LaidText)], words: &str) -> (usize, LaidText) {
    let own = texts.iter().rfind(|(_, text)| text.words.starts_with(words));
    own.unwrap_or_else(|| panic!("{words} is printed")).clone()
}

#[test]
fn dots_of_any_kind_stand_in_the_middle_close_to_their_words() {
    for dot in "·․‧∙⋅・ㆍ•".chars() {
        let items = json!([
            { "kind": "list", "level": 4, "markers": [dot], "body": ["글월"] },
            { "kind": "note", "marker": dot, "text": "딸린 줄" },
        ]);
        let heads = json!([{ "text": "제목 줄", "body": ["아래"] }]);
        let mut own = chapter(1, &heads);
        own["markers"] = json!([dot]);
        let proof = pages(&edition(&json!([chapter(1, &items), own])));
        let texts = texts(&proof);
        for words in ["글월", "딸린", "제목"] {
            let (page, text) = first(&texts, words);
            let is_marker = |(own, other): &&(usize, LaidText)| {
                let line = (other.baseline - text.baseline).abs() < text.size / 2.0;
                *own == page && line && other.words.trim() == dot.to_string()
            };
            let (_, marker) = texts.iter().find(is_marker).expect("a marker");
            let raised = (text.baseline - marker.baseline) / text.size;
            let wanted = if dot == '․' { 0.24 } else { 0.0 };
            assert!((raised - wanted).abs() < 0.02, "{dot} before {words}: {raised}");
            let gap = (text.area.left - marker.area.left) / text.size;
            assert!(gap < 1.4, "{dot} before {words}: {gap}");
        }
    }
}

#[test]
fn a_bar_on_the_running_page_stays_with_what_follows() {
    let kinds = [
        json!([{ "title": "절의 이름", "body": ["따르는 항목"] }]),
        json!([{ "body": ["따르는 항목"] }]),
        json!([{ "body": [{ "kind": "table", "rows": [["따르는 항목", 1], ["둘", 2]] }] }]),
        json!(["projects/"]),
    ];
    let edition = Edition::starter();
    let project = json!({ "number": 1, "title": "사업", "body": ["따르는 항목"] });
    edition.write("projects/1-example.json", project.to_string());
    let openings = ["bar", "none"];
    for (sections, opening) in kinds.iter().flat_map(|kind| openings.map(|own| (kind, own))) {
        let (mut here, mut next) = (0, 0);
        let shares = *sections == json!(["projects/"]);
        for before in 17..25 {
            let lines: Vec<String> = (0..before).map(|line| format!("앞의 줄 {line}")).collect();
            write(
                &edition,
                &json!([
                    { "title": "앞 장", "sections": [{ "body": [{ "text": "앞", "body": lines }] }] },
                    { "title": "이어지는 장", "new_page": false, "share_pages": shares,
                      "opening": opening, "sections": sections },
                ]),
            );
            let proof = pages(&edition);
            let texts = texts(&proof);
            let (page, _) = first(&texts, "따르는");
            if opening == "bar" {
                assert_eq!(page, first(&texts, "이어지는").0, "after {before}: {sections}");
            }
            match page {
                1 => here += 1,
                _ => next += 1,
            }
            let contents = squeezed(&proof.page_texts()[0]);
            let (_, entry) = contents.split_once("이어지는장").expect("an entry");
            let number = entry.trim_start_matches('.').chars().next();
            assert_eq!(number, char::from_digit(page as u32, 10), "{contents}");
        }
        assert!(here > 0 && next > 0, "{here} and {next}: {sections}");
    }
}

#[test]
fn tables_on_their_side_share_pages_where_they_fit() {
    let table = |name: &str, rows: usize| {
        let rows: Vec<Json> = (0..rows).map(|row| json!([format!("{name}[{row}]"), row])).collect();
        json!({ "kind": "table", "landscape": true, "caption": name, "rows": rows })
    };
    for (one, two, three) in [(1, 1, 1), (3, 4, 5), (2, 15, 2), (20, 3, 30), (45, 2, 9)] {
        let body = json!([
            table("가", one),
            { "kind": "note", "text": "주" },
            { "text": "제목", "body": [table("나", two)] },
            table("다", three),
        ]);
        let proof = pages(&edition(&json!([chapter(1, &body)])));
        let texts = texts(&proof);
        let mut last = (0, f64::MIN);
        for (name, rows) in [("가", one), ("나", two), ("다", three)] {
            let places: Vec<(usize, f64)> = (0..rows)
                .map(|row| first(&texts, &format!("{name}[{row}]")))
                .map(|(page, text)| (page, text.baseline))
                .collect();
            assert!(places.iter().all(|place| std::mem::replace(&mut last, *place) < *place));
            let (top, foot) = (places[0].0, places[rows - 1].0);
            assert!(top == foot || rows > 15, "{name} of {rows} rows comes apart");
        }
        let wanted = match one + two + three {
            3..=12 => 1,
            13..=19 => 2,
            _ => 4,
        };
        assert!(proof.page_count() - 1 <= wanted, "{one}, {two}, {three}: {}", proof.page_count());
    }
}

/// A unit with units below it, so many on each level.
fn unit(name: &str, counts: &[usize]) -> Json {
    let units: Vec<Json> = match counts {
        [] => Vec::new(),
        [count, deeper @ ..] => {
            (1..=*count).map(|index| unit(&format!("{name}{index}"), deeper)).collect()
        }
    };
    json!({ "name": name, "units": units })
}

#[test]
fn units_of_units_stand_side_by_side_where_there_is_room_and_none_is_lost() {
    let one_deep = json!({ "name": "국", "units": [
        { "name": "국1" }, { "name": "국2", "units": [unit("국21", &[2]), unit("국22", &[3])] },
        { "name": "국3", "units": [{ "name": "국31" }] },
    ] });
    let shapes = [
        (unit("국", &[2, 2, 2]), true),
        (unit("국", &[3, 2, 3]), true),
        (unit("국", &[3, 3, 2]), true),
        (unit("국", &[2, 8, 2]), false),
        (
            json!({ "name": "국", "units": [unit("국1", &[9, 2]), unit("국2", &[2]), unit("국3", &[])] }),
            false,
        ),
        (unit("국", &[1, 4, 2]), true),
        (unit("국", &[2, 3, 2, 2]), true),
        (one_deep, true),
    ];
    for (root, side_by_side) in shapes {
        let section = json!({ "organisation": root, "body": [{ "kind": "organisation" }] });
        let edition = edition(&json!([{ "title": "조직", "sections": [section] }]));
        let proof = pages(&edition);
        let texts = texts(&proof);
        let names: Vec<String> = root.to_string().split('"').map(str::to_owned).collect();
        let names: Vec<&String> = names.iter().filter(|name| name.starts_with('국')).collect();
        for name in &names {
            let count = texts.iter().filter(|(_, text)| text.words.trim() == **name).count();
            assert_eq!(count, 1, "{name} of {root}");
        }
        let place = |name: &str| {
            let own = texts.iter().find(|(_, text)| text.words.trim() == name);
            own.map(|(_, text)| (text.baseline, text.area.left)).expect("a box")
        };
        let deep = if names.iter().any(|name| *name == "국111") { "국1" } else { "국2" };
        let (one, two) = (place(&format!("{deep}1")), place(&format!("{deep}2")));
        let is_beside = (one.0 - two.0).abs() < 1.0 && one.1 < two.1;
        assert_eq!(is_beside, side_by_side, "{root}");
        let columns: BTreeSet<i64> =
            names.iter().map(|name| (place(name).1 / 12.0).round() as i64).collect();
        assert!(columns.len() > 4, "{root} leaves width");
        let feet = names.iter().map(|name| place(name).0).fold(0.0, f64::max);
        assert!(feet < 640.0 && proof.page_count() == 2, "{root} is {feet} pt high");
        edition.build(&[]);
        let pdf = Pdf::read(edition.pdf().expect("a PDF"));
        let structure = pdf.structure();
        let alt = structure.flat().into_iter().find_map(|element| element.alt.clone());
        let alt = alt.expect("a description");
        assert!(names.iter().all(|name| alt.contains(*name)), "{alt}");
    }
}

#[test]
fn the_name_of_a_team_goes_with_a_first_project_that_has_a_page_of_its_own() {
    let table = json!({ "kind": "table", "landscape": true, "rows": [["칸", 1]] });
    let photo = json!({ "file": "images/example.png", "alt": "그림" });
    let picture = json!({ "kind": "pictures", "full_page": true, "photos": [photo] });
    for block in [table, picture] {
        let deeper = json!({ "text": "제목", "body": [{ "text": "세부", "body": [block] }] });
        for (body, strip) in [(block.clone(), false), (deeper, true)] {
            let edition = Edition::starter();
            let _ = std::fs::remove_dir_all(edition.path().join("projects"));
            for (number, body) in [(1, &body), (2, &json!("글")), (3, &body)] {
                let team = ["가", "가", "나"][number - 1];
                let mut project = json!({
                    "number": number, "title": format!("사업{number}"), "team": format!("{team}팀"),
                    "body": [body],
                });
                if strip {
                    project["strip"] = json!({ "left": "신규" });
                }
                edition.write(&format!("projects/{number}.json"), project.to_string());
            }
            write(
                &edition,
                &json!([{ "title": "장", "group_by_team": true, "sections": ["projects/"] }]),
            );
            let proof = pages(&edition);
            let texts = texts(&proof);
            for (team, project) in [("가팀", "사업1"), ("나팀", "사업3")] {
                assert_eq!(first(&texts, team).0, first(&texts, project).0, "{body}");
            }
            let said = proof.page_texts().concat();
            assert_eq!(said.matches("나팀").count(), 2, "{said}");
        }
    }
}

#[test]
fn people_are_counted_in_thousands_like_all_numbers() {
    let section = json!({
        "staff": { "grades": ["5급"], "units": [
            { "name": "본청", "quota": [2600], "current": [2587] },
            { "name": "사업소", "quota": [1200], "current": [999] },
        ] },
        "body": [{ "kind": "staff" }],
    });
    let said = pages(&edition(&json!([{ "title": "인력", "sections": [section] }])));
    let said = said.page_texts().concat();
    for words in ["2,600(2,587)", "1,200(999)", "3,800(3,586)"] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn what_is_said_of_a_typed_marker_holds_where_it_stands() {
    let found = |block: &Json| {
        let edition = edition(&json!([chapter(1, &json!([{ "text": "위", "body": [block] }]))]));
        let own = edition.set().1.into_iter().filter(|found| found.code.name() == "confusable");
        own.map(|own| own.help.expect("help").text(Language::Korean).to_owned()).collect::<Vec<_>>()
    };
    let item = |words: &str| json!(words);
    let caption = |words: &str| json!({ "kind": "table", "caption": words, "rows": [["가", 1]] });
    let line = |words: &str| {
        let paragraph = json!({ "kind": "paragraph", "text": words });
        json!({ "kind": "table", "rows": [["가", { "body": [paragraph] }]] })
    };
    let says = |block: &Json, words: &str| {
        let helps = found(block);
        assert!(helps.len() == 1 && helps[0].contains(words), "{block}: {helps:?}");
        helps.into_iter().next().unwrap_or_default()
    };
    says(&item("ㅇ 글"), "저절로 찍힙니다. 지우십시오");
    assert!(found(&item("글")).is_empty());
    let blocks: [fn(&str) -> Json; 2] = [caption, line];
    for block in blocks {
        says(&block("ㅇ 글"), "‘○’로 쓰십시오");
        assert!(found(&block("○ 글")).is_empty());
    }
    let help = says(&json!({ "kind": "paragraph", "text": "ㅇ 글" }), "\"list\"");
    let (_, list) = help.split_once(": ").expect("an example");
    let list: Json = serde_json::from_str(list).expect("JSON");
    assert!(found(&list).is_empty());
}
