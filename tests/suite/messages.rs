//! What messages say: in one language, of any data, with a place and a remedy.

use std::fs;

use image::{DynamicImage, ImageFormat};
use serde_json::{Value as Json, json};

use crate::fixture::{Edition, Run, bogo, repository};
use crate::pdf::Pdf;

/// The starter with a section that says this, and a report changed so.
fn edition(report: &[(&str, Json)], section: &Json) -> Edition {
    let edition = Edition::starter();
    let file = edition.path().join("report.json");
    let text = fs::read_to_string(file).expect("the report");
    let mut own: Json = serde_json::from_str(&text).expect("JSON");
    own["chapters"] = json!([{ "title": "장", "sections": ["words.json"] }]);
    own.as_object_mut().expect("an object").remove("contents");
    for (key, value) in report {
        own[key] = value.clone();
    }
    for folder in ["projects", "overview.json", "budget.json"] {
        let path = edition.path().join(folder);
        let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    }
    edition.write("report.json", serde_json::to_string_pretty(&own).expect("JSON"));
    edition.write("words.json", serde_json::to_string_pretty(section).expect("JSON"));
    edition.write("images/a.png", png());
    edition
}

fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = DynamicImage::new_rgb8(1200, 600);
    picture.write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn body(blocks: &Json) -> Json {
    json!({ "title": "절", "body": blocks })
}

fn check(edition: &Edition) -> Run {
    bogo(edition.outside(), &["check", "edition", "--no-pages"])
}

fn schedule(tasks: &[Json]) -> Json {
    json!({ "kind": "schedule", "from": "2025-01", "to": "2025-12", "tasks": tasks })
}

fn picture(alt: &str) -> Json {
    json!({ "kind": "pictures", "photos": [{ "file": "images/a.png", "alt": alt }] })
}

#[test]
fn what_becomes_a_string_of_the_pdf_is_limited_where_it_is_typed() {
    let long = "가 ".repeat(5_301);
    let plain = body(&json!(["가"]));
    let task = json!({ "name": "긴 이름".repeat(8), "from": "2025-02", "to": "2025-03" });
    // Two names that are the same would be said once.
    let half = |word: &str| json!(word.repeat(2_900));
    let halves = [("organisation", half("나 ")), ("department", half("다 "))];
    for (report, section, file) in [
        (vec![("title", json!(long))], plain.clone(), "report.json"),
        (vec![("organisation", json!(long))], plain.clone(), "report.json"),
        (vec![("department", json!(long))], plain.clone(), "report.json"),
        (halves.to_vec(), plain, "report.json"),
        (vec![], json!({ "title": long, "body": ["가"] }), "words.json"),
        (vec![], body(&json!([{ "text": long, "body": ["나"] }])), "words.json"),
        (vec![], body(&json!([{ "label": long, "text": "다", "body": ["나"] }])), "words.json"),
        (vec![], body(&json!([picture(&long)])), "words.json"),
        (
            vec![],
            body(&json!([{ "kind": "table", "alt": long, "head": [["가"]], "rows": [["나"]] }])),
            "words.json",
        ),
        (vec![], body(&json!([schedule(&vec![task; 700])])), "words.json"),
    ] {
        let run = check(&edition(&report, &section));
        let words = &run.stderr;
        let found: Vec<&str> =
            words.split("\n\n").filter(|found| found.contains("[long-text]")).collect();
        assert!(run.code == 1 && !found.is_empty(), "{file}: {words}");
        assert!(found.iter().all(|found| found.contains(&format!("▸ {file}:"))), "{words}");
    }
}

#[test]
fn the_longest_strings_that_are_let_pass_make_a_pdf_of_every_standard() {
    let alt = "가".repeat(10_600);
    let task = json!({ "name": "긴 이름 ".repeat(75), "from": "2025-02", "to": "2025-03" });
    let edition = edition(&[], &body(&json!([picture(&alt), schedule(&vec![task; 40])])));
    for standard in ["a-2a,ua-1", "a-1a", "a-4", "1.7"] {
        let run = edition.build(&["--standard", standard]);
        assert_eq!(run.code, 0, "{standard}: {}", run.stderr);
    }
    let run = edition.build(&["--print"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

/// The words of a text that are English: runs of two words of small letters.
fn english(text: &str) -> Option<&str> {
    let is_word = |word: &&str| {
        word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()) && *word != "bogo"
    };
    let words: Vec<&str> = text.split([' ', '(', ')', '\n', ',', ';']).collect();
    words.windows(2).find(|pair| pair.iter().all(is_word)).map(|pair| pair[0])
}

#[test]
fn no_korean_message_passes_english_words_through() {
    let starter = Edition::starter();
    for standards in
        ["a-4,ua-1", "a-1a,ua-1", "a-1b,ua-1", "2.0,a-2a", "a-2b,a-2u", "1.4,1.7", "1.5,a-4"]
    {
        let run = starter.build(&["--standard", standards]);
        assert_eq!(run.code, 2, "{standards}");
        assert!(run.stderr.contains("함께 지킬 수 없습니다: "), "{}", run.stderr);
        assert_eq!(english(&run.stderr), None, "{}", run.stderr);
    }
    let mut metafile = vec![1, 0, 0, 0];
    metafile.extend([0; 36]);
    metafile.extend(b" EMF\0\0\0\0");
    for (bytes, words) in [
        (&b"just some words"[..], "알 수 없는 형식"),
        (b"\x89PN", "알 수 없는 형식"),
        (b"x", "알 수 없는 형식"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git LFS"),
        (b"L\0\0\0\x01\x14\x02\0\0\0\0\0", "바로 가기"),
        (b"\0\0\0\0", "손상"),
        (b"", "빈 그림"),
        (&metafile, "WMF/EMF"),
        (b"%PDF-1.7", "PDF"),
        (b"<svg xmlns='a'/>", "SVG"),
    ] {
        let edition = edition(&[], &body(&json!([picture("나")])));
        edition.write("images/a.png", bytes);
        let run = check(&edition);
        assert!(run.code == 1 && run.stderr.contains(words), "{words}: {}", run.stderr);
        assert!(run.stderr.contains("도움말") && run.stderr.contains("words.json:"));
        assert_eq!(english(&run.stderr), None, "{}", run.stderr);
    }
}

#[test]
fn a_quote_that_is_not_closed_is_shown_where_it_opens() {
    for (text, place, words) in [
        ("{\n  \"title\": \"절”,\n  \"body\": [\"가\"]\n}", "2:12", "U+201D"),
        ("{\n  \"title\": \"절,\n  \"body\": [\"가\"]\n}", "2:12", "닫히지 않았습니다"),
        ("{\n  \"title: \"절\",\n  \"body\": [\"가\"]\n}", "2:12", ""),
        ("{\"title\": \"절\", \"body\": [\n\"가,\n\"나\"]}", "2:1", "닫히지 않았습니다"),
        ("{\"title\": \"절\", \"body\": [\r\n\"가,\r\n\"나\"]}", "2:1", "닫히지 않았습니다"),
        ("{\"title\": \"절\", \"body\": [\"가\",\n\"나]}\n", "2:1", "닫히지 않았습니다"),
        ("{\"title\": \"절\",\n \"body\n  : [\"가\"]}", "2:2", "닫히지 않았습니다"),
        // A break that was meant, and a slip that has nothing to do with it.
        ("{\"title\": \"절\n둘째 줄\", \"body\": [\"가\", x]}", "2:22", "올 수 없는"),
    ] {
        let edition = edition(&[], &body(&json!([])));
        edition.write("words.json", text);
        let run = check(&edition);
        assert!(run.stderr.contains("잘못[syntax]"), "{text}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("words.json:{place}\n")), "{text}: {}", run.stderr);
        assert!(run.stderr.contains(words), "{text}: {}", run.stderr);
    }
}

#[test]
fn a_break_typed_in_a_text_is_one_whatever_the_system() {
    let text = "{\"title\": \"절\",\n\"body\": [\"가나\n다라\u{200b}\", \"마바\\r\\n사\"]}";
    let said = |text: &str| {
        let edition = edition(&[], &body(&json!([])));
        edition.write("words.json", text);
        check(&edition).stderr
    };
    let unix = said(text);
    assert!(unix.contains("U+200B") && unix.contains("words.json:3:3\n"), "{unix}");
    assert!(!unix.contains("U+000D"), "{unix}");
    assert_eq!(said(&text.replace('\n', "\r\n")), unix);
}

#[test]
fn what_cannot_be_seen_in_a_name_is_named_by_its_code() {
    for odd in ['\u{200b}', '\u{a0}', '\u{3000}', '\u{3164}', '\u{ffa0}', '\u{feff}', '\u{9b}'] {
        let code = format!("⟨U+{:04X}⟩", u32::from(odd));
        let name = format!("bo{odd}dy");
        let figure = json!([format!("{{={name}}}")]);
        let table = json!([{ "kind": name }]);
        for (report, section) in [
            (vec![], json!({ "title": "절", "body": ["가"], name.as_str(): 1 })),
            (vec![], json!({ "title": "절", "body": ["가"], "head": name })),
            (vec![("theme", json!(name))], body(&json!(["가"]))),
            (vec![("check", json!({ "rules": { name.as_str(): "off" } }))], body(&json!(["가"]))),
            (vec![], body(&figure)),
            (vec![], body(&table)),
            (
                vec![],
                body(&json!([
                    { "kind": "pictures", "photos": [{ "file": format!("{name}.png"), "alt": "나" }] },
                ])),
            ),
        ] {
            let run = check(&edition(&report, &section));
            let first: Vec<&str> = run.stderr.lines().filter(|l| l.starts_with("잘못[")).collect();
            assert!(first.iter().any(|line| line.contains(&code)), "{odd:?}: {}", run.stderr);
        }
    }
}

#[test]
fn fillers_are_called_invisible_but_in_a_syllable_of_old_hangul() {
    for odd in ['\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}', '\u{180e}', '\u{61c}', '\u{2800}'] {
        let item = json!([{ "label": format!("앞{odd}뒤"), "text": "가나" }]);
        let run = check(&edition(&[], &body(&item)));
        let words = format!("보이지 않는 글자(U+{:04X})", u32::from(odd));
        assert!(run.stderr.contains(&words), "{odd:?}: {}", run.stderr);
        assert!(run.stderr.contains("지우십시오"), "{}", run.stderr);
        assert!(run.stderr.contains("label\": \"앞"), "{odd:?}: {}", run.stderr);
    }
    let old = json!(["\u{1100}\u{1160} 가", "\u{115f}\u{1161} 나", "\u{1112}\u{119e}\u{11ab} 다"]);
    let run = check(&edition(&[], &body(&old)));
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn a_mark_without_a_character_to_stand_by_is_found() {
    for (text, column) in
        [("〮가", "4"), ("말 〮가", "6"), ("말〮 〮가", "7"), ("말\\n〯", "7"), ("\u{301}a", "4")]
    {
        let edition = edition(&[], &body(&json!([])));
        edition.write("words.json", format!("{{\"title\": \"절\", \"body\": [\n  \"{text}\"]}}"));
        let run = check(&edition);
        assert!(run.stderr.contains("홀로"), "{text}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("words.json:2:{column}\n")), "{text}: {}", run.stderr);
    }
    let sound = json!(["말〮 갈〯", "{굵게:말}〮", "e\u{301}"]);
    let run = check(&edition(&[], &body(&sound)));
    assert!(!run.stderr.contains("홀로"), "{}", run.stderr);
}

#[test]
fn no_control_of_the_data_reaches_the_terminal() {
    let odd: Vec<char> =
        ('\u{80}'..='\u{9f}').chain(['\u{2028}', '\u{2029}', '\u{1b}', '\u{7f}']).collect();
    let text: String = odd.iter().collect();
    let section = json!({ "title": format!("절{text}"), "body": [text], text.as_str(): 1 });
    let edition = edition(&[("theme", json!(text))], &section);
    for arguments in [&["check"][..], &["check", "--format", "github"], &["build", "--force"]] {
        let run = bogo(edition.outside(), &[arguments, &["edition"]].concat());
        assert!(run.stderr.len() + run.stdout.len() > 100);
        for said in [&run.stderr, &run.stdout] {
            assert!(!said.contains(odd.as_slice()), "{said:?}");
        }
    }
}

#[test]
fn no_message_is_longer_than_anybody_reads() {
    let word = "가".repeat(5_000);
    let words = "나 ".repeat(5_000);
    for long in [&word, &words] {
        let figure = format!("{{={long}}}");
        let table = json!({ "kind": "table", "head": [["가", long]], "rows": [[long, 1]],
            "row_heads": long, "columns": [{ "width": long }] });
        let section = json!({ "title": "절", "head": long, long.as_str(): long,
            "body": [figure, table, { "kind": long }, { "label": "가", "period": long },
                { "label": "가", "amount": { "value": long, "unit": long } },
                { "kind": "pictures", "ratio": long, "photos": [{ "file": long, "alt": "가" }] }] });
        let report = [
            ("theme", json!(long)),
            ("date", json!(long)),
            ("check", json!({ "rules": { long: 1 } })),
        ];
        for report in [&report[..], &report[2..], &[]] {
            let edition = edition(report, &section);
            let run =
                bogo(edition.outside(), &["check", "edition", "--no-pages", "--format", "json"]);
            let found: Json = serde_json::from_str(&run.stdout).expect("JSON");
            let found = found["findings"].as_array().expect("findings");
            assert!(found.len() > 3, "{}", run.stdout);
            for finding in found {
                for key in ["message", "help"] {
                    let length = finding[key].as_str().map_or(0, |text| text.chars().count());
                    assert!(length <= 700, "{length}: {finding}");
                }
            }
        }
    }
}

#[test]
fn a_number_out_of_range_is_told_the_range_that_it_has() {
    let pictures = |key: &str, value: Json| {
        let mut pictures = picture("나");
        pictures[key] = value;
        body(&json!([pictures]))
    };
    let plain = body(&json!(["가"]));
    let period = |value: Json| vec![("period", value)];
    for (report, section, range) in [
        (vec![], pictures("width", json!(20.5)), "20에서 100까지의 정수"),
        (vec![], pictures("width", json!(5)), "20에서 100까지의 정수"),
        (vec![], pictures("per_row", json!(7)), "1에서 6까지의 정수"),
        (period(json!({ "year": 2024, "quarter": 1.5 })), plain.clone(), "1에서 4까지의 정수"),
        (period(json!({ "year": 2024, "quarter": 5 })), plain.clone(), "1에서 4까지의 정수"),
        (period(json!({ "year": 2024, "half": 0 })), plain.clone(), "1에서 2까지의 정수"),
        (period(json!({ "year": 24 })), plain, "1900에서 2999까지의 정수"),
    ] {
        let run = check(&edition(&report, &section));
        assert!(run.stderr.contains("[number-range]"), "{range}: {}", run.stderr);
        assert!(run.stderr.contains(range) && run.stderr.contains("도움말"), "{}", run.stderr);
    }
}

#[test]
fn a_font_that_forbids_to_be_embedded_is_refused_by_check() {
    let font = fs::read(repository().join("fonts/NanumGothic.ttf")).expect("a font");
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let record = (0..tables).map(|table| 12 + 16 * table).find(|at| &font[*at..at + 4] == b"OS/2");
    let record = record.expect("a table");
    let offset = u32::from_be_bytes(font[record + 8..record + 12].try_into().expect("four"));
    let with_permission = |kind: u8| {
        let mut font = font.clone();
        font[offset as usize + 9] = kind;
        font
    };
    let edition = edition(&[], &body(&json!(["가"])));
    edition.write("fonts/own.ttf", with_permission(2));
    let run = check(&edition);
    assert!(run.code == 1 && run.stderr.contains("잘못[restricted-font]"), "{}", run.stderr);
    assert!(run.stderr.contains("fonts/own.ttf"), "{}", run.stderr);
    for kind in [0, 4, 8] {
        edition.write("fonts/own.ttf", with_permission(kind));
        assert_eq!(check(&edition).code, 0);
    }
}

#[test]
fn a_picture_that_no_pixels_could_mend_is_told_another_way() {
    let edition = edition(&[], &body(&json!([picture("나")])));
    let mut bytes = std::io::Cursor::new(Vec::new());
    let strip = DynamicImage::new_luma8(20, 14_000);
    strip.write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    edition.write("images/a.png", bytes.into_inner());
    let run = check(&edition);
    assert!(run.stderr.contains("[low-resolution]"), "{}", run.stderr);
    assert!(run.stderr.contains("\"whole\"") && run.stderr.contains("\"ratio\""), "{}", run.stderr);
}

#[test]
fn properties_and_alternatives_are_on_one_line() {
    let task = json!({ "name": "첫\n과제", "from": "2025-02", "to": "2025-03" });
    let report = [
        ("title", json!("보고\n둘째 줄")),
        ("organisation", json!("금천\n구")),
        ("department", json!("소통\n담당관")),
    ];
    let edition = edition(&report, &body(&json!([schedule(&[task])])));
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let bytes = edition.pdf().expect("a PDF");
    let document = lopdf::Document::load_mem(&bytes).expect("a PDF");
    let info = document.trailer.get(b"Info").and_then(lopdf::Object::as_reference);
    let info = document.get_dictionary(info.expect("properties")).expect("properties");
    let said = |key: &[u8]| lopdf::decode_text_string(info.get(key).expect("it")).expect("text");
    assert_eq!(said(b"Author"), "금천 구 소통 담당관");
    assert!(said(b"Keywords").starts_with("금천 구, 소통 담당관"), "{}", said(b"Keywords"));
    assert_eq!(said(b"Title"), "보고 둘째 줄");
    let structure = Pdf::read(bytes).structure();
    let alts: Vec<String> =
        structure.flat().iter().filter_map(|element| element.alt.clone()).collect();
    assert!(alts.iter().any(|alt| alt.contains("첫 과제")), "{alts:?}");
    assert!(!alts.iter().any(|alt| alt.contains('\n')), "{alts:?}");
}
