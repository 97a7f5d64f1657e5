//! Blocks of every kind but tables at sizes from none to far too many, begun
//! anywhere on a page: every word of the data is printed, inside the body,
//! over nothing else, and in type that can be read.

use bogo_model::check::pages::{Area, Laid, LaidPage, LaidText, PageKind};
use bogo_model::diagnostic::has_errors;
use serde_json::{Value, json};

use crate::fixture::{Edition, squeezed};

/// The margins of the usual theme, in points.
const MARGINS: (f64, f64) = (25.0 * 72.0 / 25.4, 20.0 * 72.0 / 25.4);

/// The smallest type that people can read, in points.
const LEAST_TYPE: f64 = 8.0;

/// What rounding and the overhang of letters may take, in points.
const SLACK: f64 = 1.0;

/// Numbers that name what is printed: `[1]`, `[2]` …
#[derive(Default)]
struct Words {
    count: usize,
}

impl Words {
    /// A word that stands nowhere else.
    fn one(&mut self) -> String {
        self.count += 1;
        format!("업무[{}]", self.count)
    }

    /// So many of them in a row.
    fn row(&mut self, count: usize) -> String {
        (0..count).map(|_| self.one()).collect::<Vec<_>>().join(" ")
    }

    /// A list of them.
    fn list(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.one()).collect()
    }
}

/// An edition without cover and contents that has pictures to use.
fn edition(chapters: &Value) -> Edition {
    let edition = Edition::starter();
    std::fs::remove_dir_all(edition.path()).expect("an old edition");
    for (name, width, height) in [("wide", 600, 400), ("tall", 300, 900)] {
        let mut picture = std::io::Cursor::new(Vec::new());
        image::GrayImage::new(width, height)
            .write_to(&mut picture, image::ImageFormat::Png)
            .expect("a picture");
        edition.write(&format!("images/{name}.png"), picture.into_inner());
    }
    report(&edition, json!({ "contents": "none", "cover": { "place": "none" } }), chapters);
    edition
}

/// Writes a report with these chapters.
fn report(edition: &Edition, own: Value, chapters: &Value) {
    let mut report = json!({
        "title": "보고", "date": "2026-03-31", "organisation": "가온구", "department": "기획과",
        "chapters": chapters,
    });
    let (Some(report_fields), Value::Object(own)) = (report.as_object_mut(), own) else {
        unreachable!("both are objects")
    };
    report_fields.extend(own);
    edition.write("report.json", report.to_string());
}

/// A chapter whose projects have these bodies, each from the top of a page.
fn projects(edition: &Edition, bodies: &[Value]) {
    for (index, body) in bodies.iter().enumerate() {
        let number = index + 1;
        let project = json!({ "number": number, "title": "보기", "body": body });
        edition.write(&format!("projects/{number}.json"), project.to_string());
    }
}

/// The pages of an edition without errors.
fn laid(edition: &Edition) -> (Laid, Vec<String>) {
    let (proof, diagnostics) = edition.set();
    let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert!(!has_errors(&diagnostics), "{found:#?}");
    let proof = proof.expect("pages");
    (proof.laid(), proof.page_texts())
}

/// Whether something is the number at the foot of a page.
fn is_foot(page: &LaidPage, text: &LaidText) -> bool {
    let is_number = text.words == format!("- {} -", page.number);
    is_number && text.baseline > page.paper.bottom - MARGINS.0.min(MARGINS.1)
}

/// How far something sticks out of the body of its page.
fn outside(page: &LaidPage, area: Area) -> f64 {
    let (x, y) = match page.paper.width() > page.paper.height() {
        true => MARGINS,
        false => (MARGINS.1, MARGINS.0),
    };
    let Area { right, bottom, .. } = page.paper;
    let over = [x - area.left, y - area.top, area.right - right + x, area.bottom - bottom + y];
    over.into_iter().fold(0.0, f64::max)
}

/// By how much two areas cover each other, the narrower way.
fn overlap(first: Area, second: Area) -> f64 {
    let across = first.right.min(second.right) - first.left.max(second.left);
    let down = first.bottom.min(second.bottom) - first.top.max(second.top);
    across.min(down)
}

/// What is wrong with the pages of an edition: words that are missing, and what
/// is outside its page, over another word, or too small.
fn faults(what: &str, edition: &Edition, words: &Words) -> Vec<String> {
    let (laid, pages) = laid(edition);
    let said = squeezed(&pages.concat());
    let missing: Vec<usize> =
        (1..=words.count).filter(|number| !said.contains(&format!("[{number}]"))).collect();
    let mut faults: Vec<String> = laid.pages.iter().flat_map(page_faults).collect();
    if !missing.is_empty() {
        faults.insert(0, format!("{} words are missing: {missing:?}", missing.len()));
    }
    // The first few tell what is wrong.
    faults.into_iter().take(4).map(|fault| format!("{what}: {fault}")).collect()
}

/// What is outside the body of a page, over another word, or too small.
fn page_faults(page: &LaidPage) -> Vec<String> {
    let mut faults = Vec::new();
    let texts: Vec<&LaidText> = page
        .texts
        .iter()
        .filter(|text| !text.words.trim().is_empty() && !is_foot(page, text))
        .collect();
    for text in &texts {
        let out = outside(page, text.area);
        if out > SLACK {
            faults.push(format!("{} is {out:.1} pt outside page {}", text.words, page.number));
        }
        if text.size < LEAST_TYPE - 0.01 {
            faults.push(format!("{} in {:.1} pt, page {}", text.words, text.size, page.number));
        }
    }
    for picture in &page.pictures {
        let out = outside(page, picture.area);
        if out > SLACK {
            faults.push(format!("a picture is {out:.1} pt outside page {}", page.number));
        }
    }
    for (index, first) in texts.iter().enumerate() {
        for second in &texts[index + 1..] {
            if overlap(first.area, second.area) > 2.0 * SLACK {
                let (one, other) = (&first.words, &second.words);
                faults.push(format!("{one} over {other}, page {}", page.number));
            }
        }
    }
    faults
}

/// Holds that nothing was found, or says what.
fn expect_none(faults: &[String]) {
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Where blocks begin: so many short items stand before them; where these are
/// odd in number, blocks that are no items stand deep in lists.
fn begun_at(lines: usize, body: Vec<Value>) -> Value {
    let items: Vec<String> = (0..lines).map(|line| format!("채움 {line}")).collect();
    let mut blocks = Vec::new();
    if !items.is_empty() {
        blocks.push(json!({ "text": "앞", "body": items }));
    }
    let holds_items =
        body.iter().any(|block| block.get("text").is_some() && block.get("kind").is_none());
    let body = match holds_items || lines.is_multiple_of(2) {
        true => json!(body),
        false => json!([{ "text": "속", "body": [{ "text": "깊은 속", "body": body }, "끝"] }]),
    };
    blocks.push(json!({ "text": "뒤", "body": body }));
    Value::Array(blocks)
}

/// Sets a block of each size, begun at several heights, one project each.
fn each_size(what: &str, sizes: &[usize], block: impl Fn(usize, &mut Words) -> Vec<Value>) {
    let mut found = Vec::new();
    for &size in sizes {
        let mut words = Words::default();
        let edition = edition(&json!([
            { "title": "사업", "opening": "none", "sections": ["projects/"] }
        ]));
        let bodies: Vec<Value> = [0, 17, 24, 25, 33]
            .iter()
            .map(|lines| begun_at(*lines, block(size, &mut words)))
            .collect();
        projects(&edition, &bodies);
        found.extend(faults(&format!("{what} of {size}"), &edition, &words));
    }
    expect_none(&found);
}

fn photos(words: &mut Words, count: usize, caption: usize, file: &str) -> Vec<Value> {
    (0..count)
        .map(|_| {
            let file = format!("images/{file}.png");
            match caption {
                0 => json!({ "file": file, "alt": "그림" }),
                _ => json!({ "file": file, "alt": "그림", "caption": words.row(caption) }),
            }
        })
        .collect()
}

#[test]
fn captions_of_pictures_go_over_to_the_next_page() {
    each_size("captions", &[0, 1, 20, 90, 400], |size, words| {
        let row = photos(words, 2, size, "wide");
        vec![json!({ "kind": "pictures", "photos": row })]
    });
    each_size("a shared caption", &[1, 30, 700], |size, words| {
        let row = photos(words, 1, 3, "tall");
        let caption = words.row(size);
        vec![json!({ "kind": "pictures", "photos": row, "caption": caption, "ratio": "자연" })]
    });
}

#[test]
fn rows_of_pictures_are_not_split() {
    for per_row in [1, 3, 6] {
        each_size("rows", &[2, 13], |size, words| {
            let row = photos(words, size, 1, "wide");
            vec![json!({ "kind": "pictures", "photos": row, "per_row": per_row })]
        });
    }
}

#[test]
fn a_picture_that_fills_a_page_keeps_its_captions() {
    for landscape in [false, true] {
        each_size("a full page", &[1, 60, 900], |size, words| {
            let photo = photos(words, 1, size, "tall");
            let caption = words.row(size);
            vec![json!({
                "kind": "pictures", "photos": photo, "caption": caption,
                "full_page": true, "landscape": landscape,
            })]
        });
    }
}

fn schedule(words: &mut Words, tasks: usize, name: usize, note: usize, unit: &str) -> Value {
    let tasks: Vec<Value> = (0..tasks)
        .map(|_| {
            let mut task = json!({ "name": words.row(name), "from": "2026-02", "to": "2026-05" });
            if note > 0 {
                task["note"] = words.row(note).into();
            }
            task
        })
        .collect();
    json!({ "kind": "schedule", "unit": unit, "from": "2026-01", "to": "2026-12", "tasks": tasks })
}

#[test]
fn a_schedule_goes_on_between_its_tasks() {
    each_size("a schedule", &[1, 28, 31, 34, 120], |size, words| {
        vec![schedule(words, size, 1, 0, "month")]
    });
    each_size("long tasks", &[3, 300], |size, words| {
        vec![schedule(words, 4, size, size / 2, "week")]
    });
}

#[test]
fn the_head_of_a_schedule_stands_on_each_of_its_pages() {
    let mut words = Words::default();
    let edition =
        edition(&json!([{ "title": "사업", "opening": "none", "sections": ["projects/"] }]));
    projects(&edition, &[begun_at(12, vec![schedule(&mut words, 70, 1, 0, "month")])]);
    let (_, pages) = laid(&edition);
    let with_tasks: Vec<&String> = pages.iter().filter(|page| page.contains("업무[")).collect();
    assert!(with_tasks.len() >= 3, "only {} pages", with_tasks.len());
    for page in with_tasks {
        assert!(page.contains("12월"), "no head on {page}");
    }
}

fn units(words: &mut Words, shape: &[usize]) -> Vec<Value> {
    let Some((count, deeper)) = shape.split_first() else { return Vec::new() };
    (0..*count)
        .map(|_| {
            let units = units(words, deeper);
            json!({ "name": words.one(), "note": "☎2420", "units": units })
        })
        .collect()
}

#[test]
fn an_organisation_goes_on_between_its_units() {
    let mut found = Vec::new();
    let shapes: [&[usize]; 9] = [
        &[1],
        &[13],
        &[12, 12],
        &[3, 60],
        &[2, 3, 2],
        &[4, 3, 4],
        &[1, 1, 1, 9],
        &[1, 1, 1, 1, 1, 1, 1, 1, 1],
        &[2, 2, 2, 2, 2],
    ];
    for shape in shapes {
        for (lines, aside) in [(0, 1), (20, 30)] {
            let mut words = Words::default();
            let units = units(&mut words, shape);
            let overview = json!({
                "title": "조직",
                "organisation": {
                    "name": words.one(), "aside": words.list(aside), "units": units,
                },
                "body": begun_at(lines, vec![json!({ "kind": "organisation" })]),
            });
            let edition = edition(&json!([{ "title": "현황", "sections": ["overview.json"] }]));
            edition.write("overview.json", overview.to_string());
            found.extend(faults(&format!("units {shape:?}"), &edition, &words));
        }
    }
    expect_none(&found);
}

#[test]
fn names_of_units_that_no_box_holds_are_set_in_lines() {
    let mut words = Words::default();
    let (long, longer) = (words.row(20), words.row(400));
    let overview = json!({
        "title": "조직",
        "organisation": { "name": words.row(9), "units": [
            { "name": long, "units": [{ "name": longer }, { "name": words.one() }] },
            { "name": words.one(), "note": words.row(30) },
        ] },
        "body": [{ "kind": "organisation" }],
    });
    let edition = edition(&json!([{ "title": "현황", "sections": ["overview.json"] }]));
    edition.write("overview.json", overview.to_string());
    expect_none(&faults("long names", &edition, &words));
}

#[test]
fn a_box_goes_on_whatever_is_in_it() {
    each_size("a box of items", &[0, 3, 90], |size, words| {
        let mut items: Vec<Value> = words.list(size).into_iter().map(Value::from).collect();
        items.push(json!({ "kind": "note", "text": words.row(size + 1) }));
        items.push(json!({ "kind": "paragraph", "text": words.row(4 * size + 1) }));
        vec![json!({ "kind": "box", "title": words.row(size + 1), "body": items })]
    });
    each_size("a box of blocks", &[2, 45], |size, words| {
        let row = photos(words, size, 1, "wide");
        let plan = schedule(words, size, 1, 0, "quarter");
        let pictures = json!({ "kind": "pictures", "photos": row });
        vec![json!({ "kind": "box", "body": [pictures, plan, words.one()] })]
    });
}

#[test]
fn items_of_a_list_go_over_to_the_next_page() {
    each_size("long items", &[1, 25, 180, 500], |size, words| {
        let deepest: Vec<String> = (0..2).map(|_| words.row(size)).collect();
        let inner = json!([{ "text": words.row(size), "body": deepest }, words.row(size)]);
        let mut items: Vec<Value> = (0..3).map(|_| words.row(size).into()).collect();
        items.push(json!({ "text": words.row(size), "body": inner }));
        items.push(json!({ "text": words.row(size), "badge": words.row(size / 20 + 1) }));
        items
    });
}

#[test]
fn headings_of_many_lines_lose_nothing() {
    each_size("headings", &[1, 30, 300], |size, words| {
        let chain: Vec<Value> =
            (0..9).map(|_| json!({ "text": words.row(size), "body": [words.one()] })).collect();
        vec![json!({ "text": words.row(size), "badge": words.one(), "body": chain })]
    });
}

#[test]
fn titles_of_sections_and_projects_may_be_of_any_length() {
    let mut found = Vec::new();
    for size in [1, 12, 60, 300] {
        let mut words = Words::default();
        let section = |words: &mut Words, head: &str| json!({ "title": words.row(size), "head": head, "body": [words.one()] });
        let sections =
            json!([section(&mut words, "numbered"), section(&mut words, "page"), "projects/"]);
        let chapters = json!([
            { "title": words.row(size), "sections": sections, "group_by_team": true },
            { "title": words.row(size), "opening": "divider", "sections": [
                { "body": [words.one()] },
            ] },
        ]);
        let edition = edition(&chapters);
        let department = words.row(size);
        report(
            &edition,
            json!({
                "contents": "sections", "department": department,
                "cover": {
                    "lead": [words.row(size)], "lines": words.list(size), "organisation": true,
                },
                "numbering": { "chapter": "제1장 업무계획.", "project": "제1부 제1호 사업" },
            }),
            &chapters,
        );
        let part = (words.row(size / 12 + 1), words.row(size), words.row(size));
        let project = json!({
            "number": 12, "title": words.row(size), "team": words.row(size / 4 + 1),
            "strip": { "left": part.0, "center": part.1, "right": part.2 },
            "body": [{ "text": "앞", "body": [{ "kind": "project_list", "teams": true }] }],
        });
        edition.write("projects/1.json", project.to_string());
        found.extend(faults(&format!("titles of {size}"), &edition, &words));
    }
    expect_none(&found);
}

#[test]
fn a_title_page_lists_as_many_teams_as_there_are() {
    let mut found = Vec::new();
    for size in [0, 14, 90] {
        let mut words = Words::default();
        let units = units(&mut words, &[size]);
        let section = json!({
            "title": "조직", "organisation": { "name": "구", "units": units }, "body": ["끝"],
        });
        let edition =
            edition(&json!([{ "title": "사업", "opening": "divider", "sections": [section] }]));
        found.extend(faults(&format!("{size} teams"), &edition, &words));
    }
    expect_none(&found);
}

#[test]
fn contents_of_any_length_stand_in_their_frame() {
    let mut found = Vec::new();
    for (depth, size) in [("chapters", 10), ("chapters", 13), ("chapters", 31), ("sections", 24)] {
        for long in [1, 8] {
            let mut words = Words::default();
            let chapters: Vec<Value> = (0..size)
                .map(|_| {
                    let section = json!({ "title": words.row(long), "body": [words.one()] });
                    json!({ "title": words.row(long), "sections": [section] })
                })
                .collect();
            let edition = edition(&json!([]));
            report(&edition, json!({ "contents": depth }), &Value::Array(chapters));
            found.extend(faults(&format!("{size} {depth}"), &edition, &words));
            let (laid, pages) = laid(&edition);
            let is_front = |page: &&LaidPage| page.kind == PageKind::Front;
            let front = laid.pages.iter().filter(is_front).count();
            for page in &pages[1..front] {
                assert!(squeezed(page).contains("목차"), "no banner over {page}");
                assert!(page.lines().count() > 5, "only {page}");
            }
        }
    }
    expect_none(&found);
}

#[test]
fn a_list_of_many_projects_goes_on_under_its_head() {
    let mut words = Words::default();
    let edition = edition(&json!([{ "title": "사업", "sections": [
        { "title": "목록", "body": [{ "kind": "project_list" }] }, "projects/",
    ], "share_pages": true }]));
    for number in 1..=70 {
        let title = words.row(1 + number % 9 * 2);
        let project = json!({ "number": number, "title": title, "body": [] });
        edition.write(&format!("projects/{number}.json"), project.to_string());
    }
    expect_none(&faults("projects", &edition, &words));
    let (_, pages) = laid(&edition);
    let heads = pages.iter().filter(|page| page.contains("주요사업")).count();
    assert!(heads >= 3, "the head stands on {heads} pages");
}
