//! What is typed and changes nothing, and what there is nothing to show of.

use serde_json::{Value, json};

use super::{edition, found, report};

#[test]
fn what_changes_nothing_is_found_and_following_the_advice_ends_it() {
    let picture = json!({ "file": "images/example.png", "alt": "그림" });
    let mut captioned = picture.clone();
    captioned["caption"] = json!("설명");
    let bar = |own: Value| {
        let mut chapter = json!({ "title": "업무", "sections": ["a.json"] });
        chapter.as_object_mut().expect("a chapter").extend(own.as_object().expect("own").clone());
        json!({ "chapters": [chapter] })
    };
    let unlisted = |contents: &Value| {
        let mut own = bar(json!({ "contents": "none" }));
        own["contents"] = contents.clone();
        own
    };
    let cases = [
        (json!({ "cover": { "place": "head", "logo": picture } }), "/cover/logo"),
        (json!({ "cover": { "place": "none", "department": null } }), "/cover/department"),
        (json!({ "cover": { "place": "none", "lead": ["앞"] } }), "/cover/lead/0"),
        (json!({ "cover": { "logo": captioned } }), "/cover/logo/caption"),
        (json!({ "contents": { "depth": "none", "title": "차례" } }), "/contents/title"),
        (bar(json!({ "divider": "title" })), "/chapters/0/divider"),
        (bar(json!({ "share_pages": true })), "/chapters/0/share_pages"),
        (bar(json!({ "group_by_team": true })), "/chapters/0/group_by_team"),
        (bar(json!({ "new_page": false })), "/chapters/0/new_page"),
        (bar(json!({ "numbering": { "project": "1." } })), "/chapters/0/numbering/project"),
        (json!({ "numbering": { "project": "1-①" } }), "/numbering/project"),
        (
            bar(json!({
                "sections": [{ "body": ["머리 없는 절"] }, "a.json"], "numbering": { "section": "가" },
            })),
            "",
        ),
        (unlisted(&json!("sections")), "/contents"),
        (unlisted(&json!({ "title": "차례" })), "/contents"),
        (
            bar(json!({ "unnumbered": true, "numbering": { "chapter": "1." } })),
            "/chapters/0/numbering/chapter",
        ),
    ];
    for (own, place) in cases {
        let mut report = report(own);
        let edition = edition(&report, 0);
        if place.is_empty() {
            assert_eq!(found(&edition), [], "{report}");
            continue;
        }
        assert_eq!(found(&edition), [("unused-field", place.to_owned())], "{report}");
        let (holder, field) = place.rsplit_once('/').expect("a field");
        match report.pointer_mut(holder).expect("what holds it") {
            Value::Object(fields) => drop(fields.remove(field)),
            Value::Array(values) => drop(values.remove(0)),
            other => panic!("{other}"),
        }
        edition.write("report.json", report.to_string());
        assert_eq!(found(&edition), [], "{report}");
    }
}

#[test]
fn a_pattern_for_sections_without_number_is_found() {
    for head in ["page", "none"] {
        let section = json!({ "title": "추진 방향", "head": head, "body": ["현장 중심"] });
        let own = json!({ "numbering": { "section": "가." } });
        let edition = edition(&report(own), 0);
        edition.write("a.json", section.to_string());
        let expected = [("unused-field", "/numbering/section".to_owned())];
        assert_eq!(found(&edition), expected, "{head}");
    }
}

#[test]
fn what_is_not_to_be_printed_is_not_told_how_it_would_be() {
    for cover in [json!({ "date": null }), json!({ "organisation": false })] {
        let mut cover = cover;
        cover["place"] = json!("none");
        let edition = edition(&report(json!({ "cover": cover })), 0);
        let (_, diagnostics) = edition.set();
        let [found] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
        let help = found.help.as_ref().expect("help");
        assert_eq!(help.text(bogo_model::Language::Korean), "이 항목을 지우십시오.", "{cover}");
    }
}

#[test]
fn a_title_page_and_a_block_with_nothing_to_show_are_errors() {
    for (divider, chapter) in [
        ("teams", json!(["a.json"])),
        ("contents", json!([])),
        ("contents", json!([{ "body": ["머리 없는 절"] }])),
    ] {
        let chapters = json!([
            { "title": "방향", "opening": "divider", "divider": divider, "sections": chapter },
        ]);
        let edition = edition(&report(json!({ "chapters": chapters })), 0);
        if chapter != json!(["a.json"]) {
            std::fs::remove_file(edition.path().join("a.json")).expect("removed");
        }
        let expected = [("nothing-to-show", "/chapters/0/divider".to_owned())];
        assert_eq!(found(&edition), expected, "{chapter}");
    }
    for block in [
        json!({ "kind": "project_list" }),
        json!({ "kind": "budget", "unit": "천원", "columns": ["’26년", "’25년"], "departments": [] }),
        json!({ "kind": "funding", "unit": "천원", "columns": ["’26년"], "sources": [] }),
        json!({ "kind": "staff" }),
    ] {
        let edition = edition(&report(json!({})), 0);
        let section = json!({
            "title": "절", "staff": { "grades": ["5급"], "units": [] },
            "body": [{ "text": "표", "body": [block] }],
        });
        edition.write("a.json", section.to_string());
        assert_eq!(found(&edition), [("nothing-to-show", "/body/0/body/0".to_owned())], "{block}");
    }
}
