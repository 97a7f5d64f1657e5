//! Texts, pictures and terminals as they really come.

use std::fs;

use serde_json::Value as Json;

use crate::fixture::{Edition, Run, bogo, finish, first_report, program, repository};

/// A project that says this.
fn project(text: &str) -> String {
    format!("{{\n  \"number\": 1,\n  \"title\": \"가\",\n  \"body\": [\"{text}\"]\n}}\n")
}

/// What the check of an edition with this as its project says.
fn check(content: impl AsRef<[u8]>) -> Run {
    let edition = Edition::starter();
    edition.write("projects/1-example.json", content);
    bogo(edition.outside(), &["check", "edition", "--no-pages"])
}

fn finds(run: &Run, words: &[&str]) {
    for word in words {
        assert!(run.stderr.contains(word), "{word} is not in\n{}", run.stderr);
    }
}

#[test]
fn a_character_that_says_nothing_is_named_by_its_code() {
    for (character, words) in [
        ('\u{fffd}', &["깨진 글자", "U+FFFD", "원본"][..]),
        ('\u{fffe}', &["글자가 아닌 코드", "U+FFFE"]),
        ('\u{ffff}', &["U+FFFF"]),
        ('\u{fdd0}', &["U+FDD0"]),
        ('\u{1fffe}', &["U+1FFFE"]),
        ('\u{7f}', &["제어 문자", "U+007F"]),
        ('\u{85}', &["U+0085"]),
        ('\u{200b}', &["보이지 않는 글자", "U+200B"]),
        ('\u{202e}', &["U+202E"]),
        ('\u{feff}', &["U+FEFF"]),
        // Faces of the program draw these.
        ('\u{ef00}', &["개인용 글자", "U+EF00", "옛한글"]),
        ('\u{f400}', &["U+F400", "옛한글"]),
        ('\u{f6c5}', &["U+F6C5", "옛한글"]),
        ('\u{f001}', &["U+F001"]),
        ('\u{f02b1}', &["U+F02B1", "‘①’", "--fix"]),
        ('\u{f0854}', &["U+F0854", "‘《’"]),
        ('\u{ff000}', &["U+FF000", "개인용 글자"]),
        ('\u{10abcd}', &["U+10ABCD", "개인용 글자"]),
    ] {
        let run = check(project(&format!("앞 {character} 뒤")));
        assert_eq!(run.code, 1, "{character:?}: {}", run.stderr);
        finds(&run, &["[no-glyph]", "projects/1-example.json:4:15"]);
        finds(&run, words);
        // The same where it is spelt as an escape, which has another place.
        let mut units = [0; 2];
        let escape: String =
            character.encode_utf16(&mut units).iter().map(|u| format!("\\u{u:04x}")).collect();
        let run = check(project(&format!("앞 {escape} 뒤")));
        finds(&run, &["[no-glyph]", "projects/1-example.json:4:15"]);
        finds(&run, words);
    }
}

#[test]
fn signs_of_word_processors_are_mended_all_at_once() {
    let edition = Edition::starter();
    let typed = "\u{f02b1} 하나 \u{f02b2} 둘 \u{f02b1} 셋\\udb80\\udeef넷 \u{f0a7} \u{f400}";
    edition.write("projects/1-example.json", project(typed));
    let run = bogo(edition.outside(), &["check", "edition", "--no-pages", "--fix"]);
    finds(&run, &["4건을 고쳤습니다", "U+F400"]);
    let mended = fs::read_to_string(edition.path().join("projects/1-example.json"));
    assert_eq!(mended.expect("a project"), project("① 하나 ② 둘 ① 셋·넷 ▪ \u{f400}"));
}

#[test]
fn private_characters_are_not_printed_in_a_face_of_the_edition_either() {
    let edition = Edition::starter();
    let font = fs::read(repository().join("fonts/DejaVuSans.ttf")).expect("a font");
    edition.write("fonts/own.ttf", font);
    edition.write("projects/1-example.json", project("앞 \u{f400} 뒤"));
    let run = edition.build(&[]);
    assert_eq!(run.code, 1);
    finds(&run, &["U+F400"]);
}

#[test]
fn another_encoding_is_called_by_its_name() {
    let text = project("추진");
    let utf16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    };
    let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
    let (cp949, _, _) = encoding_rs::EUC_KR.encode(&text);
    for (bytes, name) in [
        ([b"\xff\xfe".to_vec(), little.clone()].concat(), "UTF-16"),
        ([b"\xfe\xff".to_vec(), big.clone()].concat(), "UTF-16"),
        (little, "UTF-16"),
        (big, "UTF-16"),
        (cp949.into_owned(), "CP949"),
        ([text.as_bytes(), b"\xff\xff"].concat(), "UTF-8로 저장되지 않은"),
    ] {
        let run = check(&bytes);
        assert_eq!(run.code, 1);
        finds(&run, &["[encoding]", name, "메모장"]);
    }
    // One mark is usual, more than one is not.
    assert!(!check(format!("\u{feff}{text}")).stderr.contains("FEFF"));
    finds(&check(format!("\u{feff}\u{feff}{text}")), &["[syntax]", "1-example.json:1:1", "U+FEFF"]);
}

#[test]
fn what_is_nearly_json_is_told_what_it_should_be() {
    let number = |word: &str| format!("{{\n \"number\": {word}, \"title\": \"가\", \"body\": []}}");
    for (word, words) in [
        ("NaN", "null"),
        ("nan", "null"),
        ("None", "null"),
        ("NULL", "null"),
        ("undefined", "null"),
        ("-Infinity", "null"),
        ("True", "true"),
        ("FALSE", "false"),
        ("\u{200b}1", "U+200B"),
        ("1\u{200b}", "U+200B"),
        ("\u{202e}1", "U+202E"),
        ("\u{feff}1", "U+FEFF"),
        ("\"\\ud83d\"", "\\u로 적지 말고"),
    ] {
        let run = check(number(word));
        assert_eq!(run.code, 1);
        finds(&run, &["[syntax]", words]);
    }
    // A key without quotes is no such word.
    finds(&check("{ None: 1 }"), &["따옴표 없는 낱말"]);
    finds(&check("{ \"number\": "), &["[syntax]"]);
}

#[test]
fn lines_of_windows_are_shown_as_all_others() {
    let text = project("2025. 03. 05. 행사 \u{f400}").replace('\n', "\r\n");
    let run = check(text);
    finds(&run, &["[date-form]", "[no-glyph]"]);
    assert!(!run.stderr.contains(['␍', '\r']), "{}", run.stderr);
    let run = check("{ \"number\": 1,\r\n \"title\": \r\n}\r\n");
    assert!(!run.stderr.contains(['␍', '\r']), "{}", run.stderr);
}

/// How many columns a text takes on a terminal.
fn columns(text: &str) -> usize {
    let wide =
        |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{9fff}' | '가'..='힣');
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

#[test]
fn a_line_of_a_file_fits_the_terminal_and_its_place_stays() {
    let words = "부서별 협조 사항을 정리하여 ".repeat(12);
    let long = format!("{words}2025. 03. 05. {words}\u{f400}{words}");
    let edition = Edition::starter();
    // A place that is itself longer than a line: a text where a number belongs.
    let project = project(&long).replace("\"number\": 1", &format!("\"number\": \"{long}\""));
    edition.write("projects/1-example.json", project);
    let mut places = Vec::new();
    for width in [40, 60, 80, 120, 200] {
        let run = program(edition.outside())
            .args(["check", "edition", "--no-pages"])
            .env("COLUMNS", width.to_string())
            .output();
        let run = finish(run.expect("the program runs"));
        assert_eq!(run.code, 1);
        let shown = run.stderr.lines().filter(|line| line.contains('│'));
        for line in shown {
            assert!(columns(line) <= width, "{} of {width}: {line}", columns(line));
        }
        finds(&run, &["…", "━"]);
        let said = |line: &&str| line.contains("╭▸");
        places.push(run.stderr.lines().filter(said).map(str::to_owned).collect::<Vec<_>>());
    }
    assert!(places.windows(2).all(|pair| pair[0] == pair[1]), "{places:?}");
}

#[test]
fn what_is_suggested_for_a_path_is_right() {
    for path in [
        "./images/example.png",
        "images//example.png",
        "images/./example.png",
        "images\\\\example.png",
        "..\\\\images\\\\example.png",
        "/images/example.png",
        "C:\\\\Users\\\\kim\\\\example.png",
        "file:///images/example.png",
        "Images/Example.PNG",
        "images/example.png ",
        "images/example%2Epng",
        "images/example",
        "images/exampel.png",
        "image/example.png",
        "images/../images/example.png",
    ] {
        let edition = Edition::starter();
        let file = edition.path().join("projects/1-example.json");
        let text = fs::read_to_string(&file).expect("a project");
        fs::write(&file, text.replace("images/example.png", path)).expect("a project");
        let run = bogo(edition.outside(), &["check", "edition", "--no-pages"]);
        assert_eq!(run.code, 1, "{path}: {}", run.stderr);
        finds(&run, &["도움말", "\"images/example.png\""]);
        assert!(!run.stderr.contains("밖의 파일"), "{path}: {}", run.stderr);
    }
}

#[test]
fn what_is_suggested_for_a_chapter_is_not_refused_in_turn() {
    for (written, right) in [
        ("./overview.json", "overview.json"),
        ("overveiw.json", "overview.json"),
        ("Overview.json", "overview.json"),
        ("overview.jsn", "overview.json"),
    ] {
        let edition = Edition::starter();
        let file = edition.path().join("report.json");
        let text = fs::read_to_string(&file).expect("a report");
        fs::write(&file, text.replace("\"overview.json\"", &format!("\"{written}\"")))
            .expect("a report");
        finds(
            &bogo(edition.outside(), &["check", "edition", "--no-pages"]),
            &[&format!("\"{right}\"")],
        );
    }
    for written in ["projects", "./projects/", "projects//", "projects\\\\", "projects/."] {
        let edition = Edition::starter();
        let file = edition.path().join("report.json");
        let text = fs::read_to_string(&file).expect("a report");
        fs::write(&file, text.replace("\"projects/\"", &format!("\"{written}\"")))
            .expect("a report");
        finds(&bogo(edition.outside(), &["check", "edition", "--no-pages"]), &["\"projects/\""]);
    }
    // A file that is named already, or a theme, is no suggestion.
    let edition = Edition::starter();
    edition.write("templates/themes/budge.json", "{}");
    let file = edition.path().join("report.json");
    let text = fs::read_to_string(&file).expect("a report");
    let text = text.replace("\"budget.json\"", "\"budget.json\", \"budgets.json\"");
    fs::write(&file, text.replacen('{', "{\"theme\": \"budge\",", 1)).expect("a report");
    let run = bogo(edition.outside(), &["check", "edition", "--no-pages"]);
    finds(&run, &["[missing-file]"]);
    assert!(!run.stderr.contains("아닙니까"), "{}", run.stderr);
}

#[test]
fn a_field_that_is_there_already_is_not_suggested() {
    let run = check("{ \"number\": 1, \"title\": \"가\", \"titel\": \"나\", \"body\": [] }");
    finds(&run, &["[unknown-field]"]);
    assert!(!run.stderr.contains("\"title\" 아닙니까"), "{}", run.stderr);
}

#[test]
fn a_photograph_without_its_end_and_one_that_is_very_tall_are_printed() {
    let whole = fs::read(first_report().join("images/photo-zone.jpg")).expect("a picture");
    assert!(whole.ends_with(b"\xff\xd9"));
    let panorama =
        [&whole[..whole.len() - 2], b"\xff\xe1\0\x10Panorama_Shot_InfoSEFH\0SEFT"].concat();
    let tall = image::RgbImage::from_fn(300, 40_000, |_, y| image::Rgb([(y / 200) as u8; 3]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    tall.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a picture");
    for picture in [panorama, bytes.into_inner()] {
        let edition = Edition::starter();
        edition.write("images/example.png", picture);
        let file = edition.path().join("projects/1-example.json");
        let mut project: Json =
            serde_json::from_str(&fs::read_to_string(&file).expect("a project")).expect("JSON");
        project["body"][1]["body"][0]["body"][1]["ratio"] = "자연".into();
        fs::write(&file, project.to_string()).expect("a project");
        let run = edition.build(&["--print"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(!run.stderr.contains("손상"), "{}", run.stderr);
    }
    let cut = [&whole[..whole.len() / 2], b"SEFH\0SEFT"].concat();
    let edition = Edition::starter();
    edition.write("images/example.png", cut);
    finds(&edition.build(&[]), &["손상"]);
}

#[test]
fn a_read_only_pdf_is_not_written_over_by_anyone() {
    let edition = Edition::starter();
    assert_eq!(bogo(edition.outside(), &["build", "edition"]).code, 0);
    edition.write("../report.pdf", "%PDF the old file");
    for (target, arguments) in [
        ("report.pdf", &["build", "edition", "-o", "report.pdf"][..]),
        ("out/edition.pdf", &["build", "edition"]),
    ] {
        let file = edition.outside().join(target);
        let before = fs::read(&file).expect("a file");
        let mut permissions = fs::metadata(&file).expect("a file").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).expect("permissions");
        let run = bogo(edition.outside(), arguments);
        assert_eq!(run.code, 2, "{}", run.stderr);
        finds(&run, &["읽기 전용", target]);
        assert_eq!(fs::read(&file).expect("a file"), before);
    }
}
