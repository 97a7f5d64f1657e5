//! Bad input that no case folder can hold: large, deep, linked or broken
//! files, and places that cannot be written. What each message says word for
//! word is in `tests/cases/`.

use std::fs;

use crate::fixture::{Edition, Run, bogo, finish, program};

/// A finding in the data: the exit code is 1, nothing is written, and the
/// words are there.
fn finds(edition: &Edition, words: &[&str]) -> Run {
    edition.write("../report.pdf", "%PDF the old file");
    let run = edition.build(&[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    for word in words {
        assert!(run.stderr.contains(word), "{word} is not in\n{}", run.stderr);
    }
    assert_eq!(edition.pdf().as_deref(), Some(&b"%PDF the old file"[..]));
    assert_eq!(run.stdout, "");
    run
}

#[test]
fn a_hundred_megabytes_of_json_are_refused_before_they_are_read() {
    let edition = Edition::starter();
    let mut text = String::from("[");
    text.push_str(&"\"0123456789\",".repeat(8 << 20));
    text.push_str("0]");
    assert!(text.len() > 100 << 20);
    edition.write("budget.json", text);
    finds(&edition, &["budget.json", "너무 큽니다", "16 MiB"]);
}

#[test]
fn ten_thousand_levels_are_refused_where_they_get_too_deep() {
    let edition = Edition::starter();
    edition.write("budget.json", "[".repeat(10_000) + &"]".repeat(10_000));
    finds(&edition, &["budget.json:1:513", "512단계"]);
    let nested = "{\"text\":\"가\",\"body\":[".repeat(100) + &"]}".repeat(100);
    edition.write("budget.json", format!("{{\"title\":\"깊음\",\"body\":[{nested}]}}"));
    finds(&edition, &["네 단계"]);
}

#[test]
fn a_million_wrong_values_are_counted_not_listed() {
    let edition = Edition::starter();
    let values = vec!["1"; 1_000_000].join(",");
    edition.write("budget.json", format!("{{\"title\":\"많음\",\"body\":[{values}]}}"));
    finds(&edition, &["이 가운데 999000건은 보이지 않음"]);
}

#[test]
fn what_a_report_names_again_is_told_once_and_read_once() {
    let edition = Edition::starter();
    let chapter = r#"{ "title": "사업", "sections": ["projects/"] }"#;
    edition.write(
        "report.json",
        format!(
            "{{ \"title\": \"가\", \"date\": \"2024\", \"organisation\": \"나\", \
             \"department\": \"다\", \"chapters\": [{}] }}",
            vec![chapter; 1500].join(",\n")
        ),
    );
    edition.write("projects/1-example.json", r#"{ "number": 1, "title": "가  나", "body": [] }"#);
    let run = finds(&edition, &["잘못 1499건", "건은 보이지 않음"]);
    assert!(run.stderr.matches("[named-twice]").count() <= 1000, "too many are shown");
}

#[test]
fn places_are_shown_by_whole_characters_wherever_they_stand() {
    let edition = Edition::starter();
    edition.write("memo.json", "메모: 나중에 넣을 것");
    finds(&edition, &["memo.json:1:1"]);
    edition.write("memo.json", "{ \"가\": 🚀 }");
    finds(&edition, &["memo.json:1:8"]);
}

#[test]
fn spans_are_limited_where_they_are_read() {
    let edition = Edition::starter();
    for (field, span) in
        [("columns", "4294967295"), ("columns", "0"), ("columns", "41"), ("rows", "0")]
    {
        edition.write(
            "budget.json",
            format!(
                "{{ \"title\": \"표\", \"body\": [{{ \"kind\": \"table\", \
                 \"rows\": [[{{ \"text\": \"가\", \"{field}\": {span} }}]] }}] }}"
            ),
        );
        finds(&edition, &["[number-range]", "budget.json:1:"]);
    }
}

#[test]
fn text_that_is_not_utf_8_says_how_to_save_it() {
    let edition = Edition::starter();
    let mut cp949 = b"{\n  \"title\": \"".to_vec();
    cp949.extend([0xbf, 0xb9, 0xbb, 0xea]);
    cp949.extend(b"\"\n}");
    edition.write("budget.json", cp949);
    finds(&edition, &["budget.json:2:13", "UTF-8", "메모장"]);
}

#[test]
#[cfg(unix)]
fn a_link_out_of_the_edition_is_not_followed() {
    use std::os::unix::fs::symlink;
    let edition = Edition::starter();
    let picture = edition.path().join("images/example.png");
    fs::rename(&picture, edition.outside().join("outside.png")).expect("a move");
    symlink(edition.outside().join("outside.png"), &picture).expect("a link");
    finds(&edition, &["폴더 밖", "projects/1-example.json", "\"images/example.png\""]);
    let budget = edition.path().join("budget.json");
    fs::rename(&budget, edition.outside().join("budget.json")).expect("a move");
    symlink(edition.outside().join("budget.json"), &budget).expect("a link");
    finds(&edition, &["budget.json", "링크"]);
}

#[test]
#[cfg(unix)]
fn a_link_inside_the_edition_is_followed() {
    let edition = Edition::starter();
    let picture = edition.path().join("images/example.png");
    fs::rename(&picture, edition.path().join("images/real.png")).expect("a move");
    std::os::unix::fs::symlink("real.png", &picture).expect("a link");
    assert_eq!(edition.build(&[]).code, 0);
}

#[test]
fn pictures_that_cannot_be_printed_say_what_to_do() {
    let edition = Edition::starter();
    let heic = [&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], &[0; 64]].concat();
    for (bytes, words) in [
        (heic, &["HEIC", "JPEG", "높은 호환성"][..]),
        (Vec::new(), &["빈 그림"]),
        (b"no picture at all, but a text".to_vec(), &["형식"]),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), &["SVG", "PNG"]),
    ] {
        edition.write("images/example.png", bytes);
        finds(&edition, words);
    }
    let whole = fs::read(crate::fixture::first_report().join("images/photo-zone.jpg"));
    let whole = whole.expect("a picture");
    edition.write("images/example.png", &whole[..whole.len() / 2]);
    finds(&edition, &["손상"]);
}

#[test]
fn an_output_folder_that_is_not_there_is_named() {
    let edition = Edition::starter();
    let run = bogo(edition.outside(), &["build", "edition", "-o", "nowhere/report.pdf"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("‘nowhere’ 폴더가 없습니다"), "{}", run.stderr);
    let run = bogo(edition.outside(), &["build", "edition", "-o", "edition"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("폴더입니다"), "{}", run.stderr);
}

/// A limit on the size of files stands for a full disk: writing fails in the
/// middle of the file.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_the_old_file() {
    let edition = Edition::starter();
    edition.write("../report.pdf", "%PDF the old file");
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" build edition -o report.pdf";
    let run = std::process::Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_bogo")])
        .current_dir(edition.outside())
        .env_clear()
        .env("PATH", "/bin:/usr/bin")
        .output();
    let run = finish(run.expect("a shell"));
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("쓸 자리가 없습니다"), "{}", run.stderr);
    assert_eq!(edition.pdf().as_deref(), Some(&b"%PDF the old file"[..]));
    let left = fs::read_dir(edition.outside()).expect("a folder").count();
    assert_eq!(left, 2, "a temporary file was left");
}

#[test]
fn nothing_but_a_pdf_is_written_over() {
    let edition = Edition::starter();
    for target in ["edition/report.json", "edition/images/example.png", "-"] {
        let before = fs::read(edition.outside().join(target)).ok();
        let run = bogo(edition.outside(), &["build", "edition", "-o", target]);
        assert_eq!((run.code, run.stderr.contains("덮어쓰지")), (2, true), "{}", run.stderr);
        assert_eq!(fs::read(edition.outside().join(target)).ok(), before, "{target}");
    }
}

#[test]
fn a_file_whose_name_ends_wrongly_is_not_passed_over_in_silence() {
    let edition = Edition::starter();
    edition.write("projects/2.json.txt", "{}");
    let run = edition.build(&[]);
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("projects/2.json.txt"), "{}", run.stderr);
}

#[test]
fn a_folder_that_is_no_edition_is_said_to_be_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = bogo(folder.path(), &["build"]);
    assert_eq!((run.code, run.stderr.contains("보고서 폴더를 찾지 못했습니다")), (2, true));
    let run = bogo(folder.path(), &["build", "nowhere"]);
    assert_eq!((run.code, run.stderr.contains("‘nowhere’ 폴더가 없습니다")), (2, true));
    fs::create_dir(folder.path().join("empty")).expect("a folder");
    let run = bogo(folder.path(), &["build", "empty", "-o", "report.pdf"]);
    assert_eq!((run.code, run.stderr.contains("report.json이 없습니다")), (1, true));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut child = program(folder.path())
        .args(["schema", "project"])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    assert!(child.wait().expect("it ends").success());
}
