//! The style of an office as data.

use std::fs;

use bogo_model::check::pages::{LaidFill, PageKind};
use bogo_model::json::Documents;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::fixture::{Edition, repository};

/// The starter with a theme of its own.
fn themed(theme: &Value) -> Edition {
    let edition = Edition::starter();
    let report = fs::read_to_string(edition.path().join("report.json")).expect("the report");
    let mut report: Value = serde_json::from_str(&report).expect("JSON");
    report["theme"] = json!("own");
    report["contents"] = json!("sections");
    report["cover"] = json!({
        "lead": ["앞글"], "lines": ["장소 : 회의실"], "organisation": true,
        "logo": { "file": "images/example.png", "alt": "상징" },
    });
    edition.write("report.json", report.to_string());
    edition.write("templates/themes/own.json", theme.to_string());
    edition
}

fn usual() -> Value {
    bogo_press::Templates::usual_theme().expect("the usual theme")
}

#[test]
fn every_wrong_name_and_value_is_found_with_its_place() {
    let edition = themed(&json!({
        "colours": { "primry": "#112233", "accent": "navy" },
        "page": { "side": "3em", "top": 25 },
        "faces": { "body": "Arial" },
        "cover": { "style": "fancy", "title_size": "4pt" },
        "markers": ["■", "", "-", "·", "▪"],
        "numbering": { "page": "가" },
        "levels": { "size": "14pt" },
    }));
    let (proof, diagnostics) = edition.set();
    assert!(proof.is_none());
    let mut found: Vec<(&str, String)> = diagnostics
        .iter()
        .map(|finding| {
            let place = finding.place.as_ref().expect("a place");
            assert_eq!(place.file(), "templates/themes/own.json");
            assert!(finding.help.is_some(), "{finding}");
            (finding.code.name(), place.pointer().to_owned())
        })
        .collect();
    found.sort();
    let expected = [
        ("theme-value", "/colours/accent"),
        ("theme-value", "/cover/style"),
        ("theme-value", "/cover/title_size"),
        ("theme-value", "/faces/body"),
        ("theme-value", "/levels"),
        ("theme-value", "/markers"),
        ("theme-value", "/markers/1"),
        ("theme-value", "/numbering/page"),
        ("theme-value", "/page/side"),
        ("theme-value", "/page/top"),
        ("unknown-token", "/colours/primry"),
    ];
    assert_eq!(found, expected.map(|(code, pointer)| (code, pointer.to_owned())));
}

#[test]
fn margins_that_leave_no_room_are_found() {
    for page in [json!({ "side": "60mm" }), json!({ "bottom": "12mm" }), json!({ "side": "12mm" })]
    {
        let (proof, diagnostics) = themed(&json!({ "page": page })).set();
        assert!(proof.is_none());
        assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
        assert_eq!(diagnostics[0].code.name(), "theme-value");
        let place = diagnostics[0].place.as_ref().expect("a place");
        assert_eq!(place.pointer(), "/page");
    }
}

#[test]
fn the_program_s_own_themes_are_sound() {
    let folder = repository().join("templates/themes");
    for entry in fs::read_dir(folder).expect("themes") {
        let path = entry.expect("a theme").path();
        let text = fs::read_to_string(&path).expect("a theme");
        let mut findings = Vec::new();
        let mut documents = Documents::default();
        let index = documents.add("theme.json", &text, &mut findings);
        let families = ["Baekmuk Headline", "NanumMyeongjo", "NanumGothic"].map(str::to_owned);
        let (_, more) = bogo_model::theme::Theme::new(
            &usual(),
            documents.get(index).root.as_ref(),
            &families,
            &|_| true,
            &documents,
        );
        findings.extend(more);
        assert!(findings.is_empty(), "{}: {findings:?}", path.display());
    }
}

#[test]
fn a_theme_that_is_not_there_or_not_used_is_named() {
    let edition = themed(&json!({}));
    let report = fs::read_to_string(edition.path().join("report.json")).expect("the report");
    edition.write("report.json", report.replace("\"own\"", "\"owm\""));
    let (_, diagnostics) = edition.set();
    let codes: Vec<&str> = diagnostics.iter().map(|finding| finding.code.name()).collect();
    assert_eq!(codes, ["missing-theme", "unused-theme"]);
    let help = diagnostics[0].help.as_ref().expect("help");
    assert!(help.text(bogo_model::Language::English).contains("own"), "{help:?}");
}

#[test]
fn a_face_of_the_edition_s_own_fonts_may_be_named() {
    let edition = themed(&json!({ "faces": { "body": "DejaVu Sans" } }));
    let (_, diagnostics) = edition.set();
    let codes: Vec<&str> = diagnostics.iter().map(|finding| finding.code.name()).collect();
    assert_eq!(codes, ["theme-value"], "it has no Hangul");
    let font = fs::read(repository().join("fonts/DejaVuSans.ttf")).expect("a font");
    edition.write("fonts/own.ttf", font);
    let (proof, diagnostics) = edition.set();
    let codes: Vec<&str> = diagnostics.iter().map(|finding| finding.code.name()).collect();
    assert_eq!(codes, ["one-weight"], "it is not bold, either");
    assert!(proof.is_some());
}

#[test]
fn whatever_stands_in_a_theme_s_place_is_named() {
    let deep = "[".repeat(100_000);
    let cases: [(&[u8], &str); 7] = [
        (b"{\"colon\":\"\xb0\xa1\"}", "encoding"),
        (deep.as_bytes(), "syntax"),
        (b"", "syntax"),
        (b"{\"colon\": \"attached\",}", "syntax"),
        (b"[]", "theme-value"),
        (b"{\"bars\":\"plain\",\"bars\":\"plain\"}", "duplicate-key"),
        (b"{\"levels\":[null]}", "theme-value"),
    ];
    let edition = themed(&json!({}));
    for (bytes, code) in cases {
        edition.write("templates/themes/own.json", bytes);
        let (proof, diagnostics) = edition.set();
        assert!(proof.is_none(), "{code}");
        assert_eq!(diagnostics[0].code.name(), code, "{diagnostics:?}");
        let place = diagnostics[0].place.as_ref().expect("a place");
        assert_eq!(place.file(), "templates/themes/own.json");
    }
    edition.write("templates/themes/own.json", b"\xef\xbb\xbf{\"bars\":\"plain\"}");
    assert!(edition.set().0.is_some(), "a byte order mark does no harm");
}

/// All tokens by name, with what they usually are.
fn tokens(value: &Value, path: &str, into: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                tokens(value, &path, into);
            }
        }
        _ => into.push((path.to_owned(), value.clone())),
    }
}

/// A token as the manual lists it: its group, name, usual value and what it
/// may be instead.
struct Listed {
    group: String,
    token: String,
    usual: String,
    allowed: String,
}

/// The tables of tokens on the page of the format.
fn listed_tokens() -> Vec<Listed> {
    let text = fs::read_to_string(repository().join("docs/content-format.md")).expect("the page");
    let themes = text.split("\n## ").find(|part| part.starts_with("Themes")).expect("themes");
    let (_, themes) = themes.split_once("These are all tokens").expect("the tokens");
    let mut group = String::new();
    let mut listed = Vec::new();
    for line in themes.lines() {
        if let Some(rest) = line.strip_prefix("**`") {
            group = rest.split('`').next().unwrap_or_default().to_owned();
        } else if let Some(row) = line.strip_prefix("| `") {
            let (token, cells) = row.split_once("` |").expect("a name");
            let cells: Vec<&str> = cells.split('|').map(str::trim).collect();
            let [usual, allowed, meaning, ""] = cells[..] else { panic!("{line}") };
            assert!(!meaning.is_empty(), "{line}");
            listed.push(Listed {
                group: group.clone(),
                token: token.to_owned(),
                usual: usual.to_owned(),
                allowed: allowed.to_owned(),
            });
        }
    }
    listed
}

/// The usual value of a token, one for each entry of a list.
fn usual_values(usual: &Value, group: &str, token: &str) -> Vec<Value> {
    let own = match group {
        "" => &usual[token],
        "levels" => {
            let levels = usual["levels"].as_array().expect("levels");
            return levels.iter().map(|level| level[token].clone()).collect();
        }
        _ => &usual[group][token],
    };
    own.as_array().cloned().unwrap_or_else(|| vec![own.clone()])
}

fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[test]
fn every_token_is_documented_with_its_usual_value() {
    let listed = listed_tokens();
    let usual = usual();
    let mut all = Vec::new();
    tokens(&usual, "", &mut all);
    let mut names: Vec<(String, String)> = all
        .into_iter()
        .map(|(path, _)| match path.split_once('.') {
            Some((group, token)) => (group.to_owned(), token.to_owned()),
            None => (String::new(), path),
        })
        .filter(|(_, token)| token != "levels")
        .collect();
    let level = usual["levels"][0].as_object().expect("a level");
    names.extend(level.keys().map(|token| ("levels".to_owned(), token.clone())));
    for (group, token) in &names {
        let row = listed.iter().find(|row| (&row.group, &row.token) == (group, token));
        let row = row.unwrap_or_else(|| panic!("{group}.{token} has no row in its table"));
        let values: Vec<String> = usual_values(&usual, group, token).iter().map(written).collect();
        assert_eq!(row.usual, values.join(" "), "{group}.{token}");
    }
    assert_eq!(listed.len(), names.len(), "a row is of a token that there is not, or twice");
}

/// Whether the program takes a value for a token, or for the entry of a list.
fn is_taken(usual: &Value, group: &str, token: &str, entry: Option<usize>, value: &Value) -> bool {
    let mut own = value.clone();
    if let (Some(index), true) = (entry, group != "levels") {
        let mut list = usual_values(usual, group, token);
        list[index] = own;
        own = Value::Array(list);
    }
    let theme = match (group, entry) {
        ("", _) => json!({ token: own }),
        ("levels", Some(index)) => {
            let mut levels = vec![json!({}); index];
            levels.push(json!({ token: own }));
            json!({ "levels": levels })
        }
        _ => json!({ group: { token: own } }),
    };
    let mut findings = Vec::new();
    let mut documents = Documents::default();
    let index = documents.add("theme.json", &theme.to_string(), &mut findings);
    let families = ["Baekmuk Headline", "NanumMyeongjo", "NanumGothic"].map(str::to_owned);
    let root = documents.get(index).root.as_ref();
    let (_, findings) =
        bogo_model::theme::Theme::new(usual, root, &families, &|_| true, &documents);
    // How margins agree with one another is said of the page as a whole.
    findings.iter().all(|found| found.place.as_ref().is_some_and(|own| own.pointer() == "/page"))
}

/// What is documented as a range: its ends and their unit.
fn range(documented: &str) -> Option<(f64, f64, &str)> {
    let (least, most) = documented.split_once('–')?;
    let digits = most.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    Some((least.parse().ok()?, digits.parse().ok()?, &most[digits.len()..]))
}

#[test]
fn what_a_token_may_be_is_documented_as_the_program_takes_it() {
    let usual = usual();
    let mut ranges = 0;
    for Listed { group, token, allowed, .. } in listed_tokens() {
        let values = usual_values(&usual, &group, &token);
        let is_list = values.len() > 1;
        let documented: Vec<&str> = match allowed.contains('–') && !allowed.contains("characters")
        {
            true => allowed.split(' ').collect(),
            false => vec![allowed.as_str(); values.len()],
        };
        assert_eq!(documented.len(), values.len(), "{group}.{token}");
        for (index, (documented, own)) in documented.iter().zip(&values).enumerate() {
            let entry = is_list.then_some(index);
            let taken = |value: Value| is_taken(&usual, &group, &token, entry, &value);
            let (good, bad): (Vec<Value>, Vec<Value>) = match *documented {
                "a colour" => (vec![json!("#0A1b2c")], vec![json!("navy"), json!("#12345")]),
                "a face" => (vec![json!("NanumGothic")], vec![json!("Arial")]),
                "a pattern" => (vec![json!("1.")], vec![json!("첫째"), json!("")]),
                "markers of 1–4 characters" => {
                    (vec![json!("■"), json!("abcd")], vec![json!(""), json!("abcde")])
                }
                "markers of 0–4 characters" => {
                    (vec![json!(""), json!("abcd")], vec![json!("abcde")])
                }
                words if range(words).is_none() => {
                    (words.split(", ").map(|word| json!(word)).collect(), vec![json!("other")])
                }
                numbers => {
                    ranges += 1;
                    let (least, most, unit) = range(numbers).expect("a range");
                    let step = if own.is_u64() { 1.0 } else { 0.02 };
                    let written = |number: f64| match unit {
                        "" if own.is_u64() => json!(number as i64),
                        "" => json!(number),
                        _ => json!(format!("{number:.2}{unit}")),
                    };
                    (
                        [least, most].map(written).into(),
                        [least - step, most + step].map(written).into(),
                    )
                }
            };
            for value in good {
                assert!(taken(value.clone()), "{group}.{token} may be {value}");
            }
            for value in bad {
                assert!(!taken(value.clone()), "{group}.{token} may not be {value}");
            }
        }
    }
    assert!(ranges > 200, "only {ranges} ranges");
}

#[test]
fn thick_lines_and_the_ends_of_ranges_spoil_no_page() {
    for (group, token, value) in [
        ("table", "heavy", "3.3pt"),
        ("table", "medium", "2.1pt"),
        ("chapter", "rule", "3.3pt"),
        ("project", "rule", "2.7pt"),
        ("box", "stroke", "2.7pt"),
        ("strip", "stroke", "2.4pt"),
        ("section", "box", "4mm"),
        ("organisation", "widest", "14mm"),
        ("line", "top", "0.5em"),
        ("schedule", "bar", "8mm"),
        ("cover", "picture_room", "1mm"),
    ] {
        let edition = Edition::starter();
        let theme = json!({ group: { token: value } });
        edition.write("templates/themes/own.json", theme.to_string());
        let report = fs::read_to_string(edition.path().join("report.json")).expect("a report");
        let mut report: Value = serde_json::from_str(&report).expect("a report");
        report["theme"] = json!("own");
        edition.write("report.json", report.to_string());
        let found = edition.set().1;
        let odd: Vec<_> = found.iter().filter(|own| own.code.name() == "overflow").collect();
        assert!(odd.is_empty(), "{group}.{token}: {odd:?}");
    }
}

/// A theme of lengths and words chosen at random among what is allowed.
fn any_theme() -> impl Strategy<Value = Value> {
    let mut all = Vec::new();
    tokens(&usual(), "", &mut all);
    let lengths: Vec<(String, String)> = all
        .into_iter()
        .filter_map(|(path, value)| Some((path, value.as_str()?.to_owned())))
        .filter(|(path, _)| path.contains('.'))
        // The printer's marks are no matter of style, and margins have bounds
        // that depend on one another.
        .filter(|(path, _)| !path.starts_with("print.") && !path.starts_with("page."))
        .collect();
    let one = (prop::sample::select(lengths), 0.6_f64..1.5);
    let style = prop::sample::select(vec!["rules", "line", "frame", "band"]);
    let bars = prop::sample::select(vec!["filled", "outlined", "plain"]);
    (prop::collection::vec(one, 1..30), style, bars).prop_map(|(changes, style, bars)| {
        let mut theme = json!({ "bars": bars, "cover": { "style": style } });
        for ((path, usual), factor) in changes {
            let digits = usual.trim_end_matches(|c: char| !c.is_ascii_digit());
            let Ok(number) = digits.parse::<f64>() else { continue };
            let unit = &usual[digits.len()..];
            if !["mm", "pt", "em"].contains(&unit) || number < 0.0 {
                continue;
            }
            let (group, token) = path.split_once('.').expect("a group");
            let is_type = unit == "pt" && token.ends_with("size");
            let (least, most) = if is_type { (8.0, number + 12.0) } else { (0.0, 250.0) };
            let length = format!("{:.2}{unit}", (number * factor).clamp(least, most));
            let group = theme.as_object_mut().expect("an object").entry(group);
            let group = group.or_insert_with(|| Value::Object(Map::new()));
            group[token] = json!(length);
        }
        theme
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_theme_within_reason_sets_the_report(theme in any_theme()) {
        let (proof, diagnostics) = themed(&theme).set();
        prop_assert!(diagnostics.is_empty(), "{theme}: {diagnostics:?}");
        let overrun = proof.expect("pages").overrun();
        prop_assert!(overrun < 0.01, "{overrun} {theme}");
    }
}

#[test]
fn a_number_stays_on_its_line_and_inside_its_box() {
    for (bars, chapter, section, project, size) in [
        ("filled", "제1장", "붙임 1.", "1-①", "18pt"),
        ("outlined", "제1장", "붙임 1", "1-①", "30pt"),
        ("filled", "제1편", "제1절", "사업 1-1호", "30pt"),
        ("plain", "Ⅰ.", "1", "1", "12pt"),
    ] {
        let edition = themed(&json!({
            "bars": bars, "chapter": { "number_size": size }, "project": { "number_size": size },
            "section": { "number_size": if size == "30pt" { "28pt" } else { "16pt" } },
        }));
        let report = fs::read_to_string(edition.path().join("report.json")).expect("the report");
        let mut report: Value = serde_json::from_str(&report).expect("JSON");
        report["contents"] = json!("none");
        report["numbering"] = json!({ "chapter": chapter, "section": section, "project": project });
        edition.write("report.json", report.to_string());
        let (proof, diagnostics) = edition.set();
        let laid = proof.unwrap_or_else(|| panic!("{diagnostics:?}")).laid();
        let mut boxed = 0;
        for page in laid.pages.iter().filter(|page| page.kind == PageKind::Body) {
            for text in &page.texts {
                let is_broken = text.words.ends_with('-') && !text.words.starts_with('-');
                assert!(!is_broken, "{bars} {size}: {}", text.words);
                let is_in = |fill: &&LaidFill| {
                    let middle = f64::midpoint(text.area.top, text.area.bottom);
                    let (left, right) = (fill.area.left - 1.0, fill.area.right + 1.0);
                    fill.area.top < middle
                        && middle < fill.area.bottom
                        && left <= text.area.left
                        && text.area.left <= right
                };
                let own = |fill: &&LaidFill| fill.area.right - fill.area.left < 120.0;
                let Some(fill) = page.fills.iter().filter(is_in).find(own) else { continue };
                if text.words.trim().is_empty() {
                    continue;
                }
                boxed += 1;
                let sides = [text.area.left - fill.area.left, fill.area.right - text.area.right];
                assert!(sides.iter().all(|side| *side > 1.0), "{bars} {}: {sides:?}", text.words);
                let ends = [text.area.top - fill.area.top, fill.area.bottom - text.area.bottom];
                assert!(ends.iter().all(|end| *end > 0.0), "{bars} {}: {ends:?}", text.words);
            }
        }
        assert!(boxed > 0, "{bars}");
    }
}
