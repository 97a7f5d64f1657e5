//! What stands in an edition's folder beside plain files: links, pipes,
//! devices, folders by other names. Nothing is dropped without a word, and
//! nothing is read that may never end.

use std::fs;
use std::path::Path;

use crate::fixture::{Edition, Run, bogo};

fn finds(run: &Run, words: &[&str]) {
    for word in words {
        assert!(run.stderr.contains(word), "{word} is not in\n{}", run.stderr);
    }
}

fn check(edition: &Edition) -> Run {
    bogo(edition.outside(), &["check", "edition", "--no-pages"])
}

/// The starting edition with other names in its chapters.
fn naming(names: &str) -> Edition {
    let edition = Edition::starter();
    let file = edition.path().join("report.json");
    let text = fs::read_to_string(&file).expect("a report");
    assert!(text.contains("\"projects/\""));
    fs::write(&file, text.replace("\"projects/\"", names)).expect("a report");
    edition
}

#[cfg(unix)]
fn link(to: impl AsRef<Path>, from: &Path) {
    fs::create_dir_all(from.parent().expect("a parent")).expect("a folder");
    std::os::unix::fs::symlink(to, from).expect("a link");
}

#[cfg(unix)]
fn make_pipe(path: &Path) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    let made = std::process::Command::new("mkfifo").arg(path).status();
    assert!(made.expect("mkfifo").success());
}

/// A folder beside the edition with a project in it.
#[cfg(unix)]
fn folder_outside(edition: &Edition) -> std::path::PathBuf {
    let outside = edition.outside().join("elsewhere");
    fs::create_dir_all(&outside).expect("a folder");
    fs::copy(edition.path().join("projects/1-example.json"), outside.join("2.json"))
        .expect("a copy");
    outside
}

#[test]
#[cfg(unix)]
fn a_link_to_a_folder_is_an_error_that_names_it_wherever_it_stands() {
    for place in ["projects/2024", "projects/deep/er/2024", "more", "images/2024", "fonts/own"] {
        let edition = Edition::starter();
        link(folder_outside(&edition), &edition.path().join(place));
        for run in [check(&edition), edition.build(&[])] {
            assert_eq!(run.code, 1, "{place}: {}", run.stderr);
            finds(&run, &["잘못[outside-edition]", place, "링크"]);
        }
    }
    // Inside the edition it matters if it holds what is read.
    for (place, target) in [
        ("projects/2024", "archive"),
        ("projects/all", ""),
        ("fonts", "archive"),
        ("templates", "archive"),
        ("templates/components", "archive"),
    ] {
        let edition = Edition::starter();
        edition.write("archive/2.json", "{}");
        link(edition.path().join(target), &edition.path().join(place));
        let run = check(&edition);
        assert_eq!(run.code, 1, "{place}: {}", run.stderr);
        finds(&run, &["잘못[unreadable-folder]", place, "링크"]);
    }
    for (place, words) in [("projects/2024", "[unreadable-file]"), ("more", "[unreadable-file]")] {
        let edition = Edition::starter();
        link("nowhere", &edition.path().join(place));
        let run = check(&edition);
        assert_eq!(run.code, 1, "{place}: {}", run.stderr);
        finds(&run, &[words, place, "가리키는 것이 없는 링크"]);
    }
}

#[test]
#[cfg(unix)]
fn a_folder_of_projects_that_is_itself_a_link_is_named_once_and_not_called_missing() {
    let edition = Edition::starter();
    let outside = folder_outside(&edition);
    fs::remove_dir_all(edition.path().join("projects")).expect("removed");
    link(&outside, &edition.path().join("projects"));
    let run = check(&edition);
    assert_eq!(run.code, 1);
    finds(&run, &["잘못[outside-edition]", "projects"]);
    assert!(!run.stderr.contains("[missing-file]"), "{}", run.stderr);
}

#[test]
#[cfg(unix)]
fn a_link_to_pictures_inside_the_edition_is_followed() {
    let edition = Edition::starter();
    fs::rename(edition.path().join("images"), edition.path().join("사진")).expect("a move");
    link("사진", &edition.path().join("images"));
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    // Schemas are for editors and are never read.
    let edition = Edition::starter();
    fs::rename(edition.path().join("schema"), edition.outside().join("schema")).expect("a move");
    link("../schema", &edition.path().join("schema"));
    assert_eq!(check(&edition).code, 0);
}

#[test]
#[cfg(unix)]
fn only_usual_files_are_read_as_fonts_and_templates() {
    for place in ["fonts/a.ttf", "templates/x.typ", "templates/themes/own.json", "projects/2.json"]
    {
        // A pipe would be waited for, and a device never ends.
        let edition = Edition::starter();
        make_pipe(&edition.path().join(place));
        finds(&check(&edition), &["잘못[unreadable-file]", place, "보통 파일이 아니라", "도움말"]);
        for (target, words) in [
            ("/dev/zero", "잘못[outside-edition]"),
            ("../../outside.bin", "잘못[outside-edition]"),
            ("nowhere", "가리키는 것이 없는 링크"),
        ] {
            let edition = Edition::starter();
            edition.write("../outside.bin", "{}");
            let target = match target.strip_prefix("../../") {
                Some(name) => edition.outside().join(name),
                None => target.into(),
            };
            link(&target, &edition.path().join(place));
            for arguments in [&["build", "edition"][..], &["check", "edition"]] {
                let run = bogo(edition.outside(), arguments);
                assert_eq!(run.code, 1, "{place}: {}", run.stderr);
                finds(&run, &[words, place]);
            }
            let run = bogo(edition.outside(), &["check", "edition", "--format", "json"]);
            assert_eq!(run.code, 1, "{}", run.stderr);
            assert!(run.stdout.contains(&format!("\"file\": \"{place}\"")), "{}", run.stdout);
        }
    }
}

#[test]
fn a_font_that_is_larger_than_any_is_not_read() {
    let edition = Edition::starter();
    edition.write("fonts/a.ttf", "");
    let file = fs::File::options().write(true).open(edition.path().join("fonts/a.ttf"));
    file.expect("a file").set_len(300 << 20).expect("a size");
    let run = check(&edition);
    assert_eq!(run.code, 1);
    finds(&run, &["잘못[file-too-large]", "fonts/a.ttf", "256 MiB"]);
}

#[test]
#[cfg(unix)]
fn what_stands_in_the_place_of_a_picture_is_called_what_it_is() {
    let picture = "images/example.png";
    for (make, words) in [
        (make_pipe as fn(&Path), "보통 파일이 아니어서"),
        (|path| fs::create_dir(path).expect("a folder"), "폴더입니다"),
        (|path| drop(std::os::unix::net::UnixListener::bind(path).expect("a socket")), "보통 파일"),
    ] {
        let edition = Edition::starter();
        let file = edition.path().join(picture);
        fs::remove_file(&file).expect("removed");
        make(&file);
        let run = check(&edition);
        assert_eq!(run.code, 1);
        finds(&run, &["잘못[unprintable-picture]", words]);
        assert!(!run.stderr.contains("아닙니까"), "{}", run.stderr);
    }
    let edition = Edition::starter();
    fs::remove_file(edition.path().join(picture)).expect("removed");
    link("nowhere.png", &edition.path().join(picture));
    let run = check(&edition);
    finds(&run, &["잘못[unprintable-picture]", "가리키는 것이 없는 링크"]);
    assert!(!run.stderr.contains("아닙니까"), "{}", run.stderr);
}

#[test]
fn what_is_no_section_is_said_to_be_none_whatever_it_is() {
    for (name, words) in [
        ("report.json", "보고서 자체"),
        ("templates/themes/own.json", "폴더가 아닙니다"),
        ("templates/themes/", "폴더가 아닙니다"),
        ("schema/", "폴더가 아닙니다"),
        ("fonts/", "폴더가 아닙니다"),
        ("more.json.txt", ".json으로 끝나지 않아"),
        (".hidden.json", "숨은 것이거나"),
        ("node_modules/", "숨은 것이거나"),
        ("projects/1.json~", "숨은 것이거나"),
        ("images/", "사업 파일(.json)이 없습니다"),
        ("empty/", "사업 파일(.json)이 없습니다"),
        ("empty", "사업 파일(.json)이 없습니다"),
        ("images", "사업 파일(.json)이 없습니다"),
        ("projects", "이미 들어 있습니다"),
    ] {
        let edition = naming(&format!("\"projects/\", \"{name}\""));
        edition.write("templates/themes/own.json", "{}");
        for file in ["more.json.txt", ".hidden.json", "node_modules/1.json", "projects/1.json~"] {
            edition.write(file, "{}");
        }
        fs::create_dir(edition.path().join("empty")).expect("a folder");
        let run = check(&edition);
        assert_eq!(run.code, 1, "{name}: {}", run.stderr);
        let place = run.stderr.lines().any(|line| line.contains(&format!("\"{name}\"")));
        assert!(place, "{name}: {}", run.stderr);
        finds(&run, &[words]);
        assert!(!run.stderr.contains("파일이나 폴더가 없습니다"), "{name}: {}", run.stderr);
    }
}

#[test]
fn a_folder_in_other_capitals_or_nearly_so_is_suggested() {
    for name in ["Projects/", "PROJECTS", "project/", "./Projects/"] {
        let run = check(&naming(&format!("\"{name}\"")));
        finds(&run, &["[missing-file]", "\"projects/\" 아닙니까"]);
    }
    // One that is named already would be refused.
    for (name, near) in [("Projects/", "projects/"), ("Overview.json", "overview.json")] {
        let run = check(&naming(&format!("\"projects/\", \"{name}\"")));
        finds(&run, &["[missing-file]", &format!("이미 들어 있습니다: \"{near}\"")]);
    }
}

#[test]
fn a_chapter_without_sections_is_an_error_at_its_title_unless_it_is_a_title_page() {
    for (opening, code) in [("bar", 1), ("none", 1), ("divider", 0)] {
        let edition = Edition::starter();
        let file = edition.path().join("report.json");
        let text = fs::read_to_string(&file).expect("a report");
        let chapter = format!(
            "\"chapters\": [{{ \"title\": \"빈 장\", \"opening\": \"{opening}\", \"sections\": [] }},"
        );
        fs::write(&file, text.replacen("\"chapters\": [", &chapter, 1)).expect("a report");
        let run = check(&edition);
        assert_eq!(run.code, code, "{opening}: {}", run.stderr);
        assert_eq!(run.stderr.contains("[empty-chapter]"), code == 1);
        assert_eq!(run.stderr.contains("\"빈 장\""), code == 1, "{}", run.stderr);
    }
}

#[test]
fn a_theme_without_a_name_is_told_which_there_are() {
    for name in ["", " "] {
        let edition = Edition::starter();
        let file = edition.path().join("report.json");
        let text = fs::read_to_string(&file).expect("a report");
        fs::write(&file, text.replacen('{', &format!("{{\"theme\": \"{name}\","), 1))
            .expect("a report");
        let run = check(&edition);
        finds(&run, &["[missing-theme]", "비어 있습니다", "default, jeonnam, namyangju"]);
        assert!(!run.stderr.contains(".json 파일을 만들거나"), "{}", run.stderr);
    }
}

#[test]
fn a_folder_above_the_editions_names_them_and_judges_nothing_else() {
    let edition = Edition::starter();
    edition.write("../content/notes.json", "{");
    edition.write("../content/a/b.json", "{}");
    for name in ["2024-q3", "2024-q4"] {
        edition.write(&format!("../content/{name}/report.json"), "{}");
    }
    for command in ["check", "build", "eject"] {
        let arguments = match command {
            "eject" => vec!["eject", "content", "typst"],
            _ => vec![command, "content"],
        };
        let run = bogo(edition.outside(), &arguments);
        assert_eq!(run.code, 1, "{}", run.stderr);
        finds(
            &run,
            &["잘못 1건", "content/2024-q3, content/2024-q4", "‘bogo check content/2024-q3’"],
        );
    }
    let run = bogo(edition.outside(), &["check", "edition/projects"]);
    finds(&run, &["[missing-report]", "‘edition’입니다", "잘못 1건"]);
    let run = bogo(edition.outside(), &["check", "edition/projects"]);
    finds(&run, &["[missing-report]", "‘edition’입니다", "잘못 1건"]);
    let run = bogo(&edition.outside().join("content"), &["check", "."]);
    finds(&run, &["‘bogo check 2024-q3’"]);
    let run = bogo(edition.outside(), &["preview", "overview", "content"]);
    finds(&run, &["content/2024-q3"]);
}

#[test]
fn where_several_reports_may_be_meant_they_are_named() {
    let edition = Edition::starter();
    for name in ["나 과", "가"] {
        edition.write(&format!("../content/{name}/report.json"), "{}");
    }
    let run = bogo(edition.outside(), &["build"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    finds(&run, &["content/가, \"content/나 과\"", "‘bogo build content/가’"]);
}

#[test]
fn a_report_by_nearly_its_name_is_to_be_renamed() {
    let edition = Edition::starter();
    fs::remove_file(edition.path().join("report.json")).expect("removed");
    fs::create_dir(edition.path().join("report.json")).expect("a folder");
    finds(&check(&edition), &["[missing-report]", "그 이름으로 폴더가 있습니다"]);
    for name in ["REPORT.JSON", "Report.json", "report.json.txt"] {
        let edition = Edition::starter();
        fs::rename(edition.path().join("report.json"), edition.path().join(name)).expect("a move");
        let run = check(&edition);
        assert_eq!(run.code, 1);
        let wanted = format!("‘{name}’의 이름을 \"report.json\"으로 바꾸십시오");
        finds(&run, &["[missing-report]", &wanted, "잘못 1건"]);
    }
}

#[test]
#[cfg(unix)]
fn a_pdf_is_written_through_a_link_and_the_link_stays() {
    let edition = Edition::starter();
    assert_eq!(edition.build(&[]).code, 0);
    let first = edition.pdf().expect("a PDF");
    edition.write("../report.pdf", "%PDF an old one");
    let linked = edition.outside().join("latest.pdf");
    link("report.pdf", &linked);
    for command in [&["build", "edition"][..], &["preview", "budget", "edition"]] {
        let run = bogo(edition.outside(), &[command, &["-o", "latest.pdf"]].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(fs::symlink_metadata(&linked).expect("a link").is_symlink());
        assert_ne!(edition.pdf().expect("a PDF"), b"%PDF an old one");
    }
    assert_eq!(bogo(edition.outside(), &["build", "edition", "-o", "latest.pdf"]).code, 0);
    assert_eq!(edition.pdf().expect("a PDF"), first);
    // What it leads to is to be a PDF, and there.
    for (target, words) in [
        ("edition/report.json", "PDF가 아닌 것"),
        ("nowhere.pdf", "가리키는 것이 없습니다"),
        ("latest.pdf", "링크가 서로를 가리킵니다"),
        ("/dev/null", "PDF가 아닌 것"),
        ("edition", "폴더입니다"),
    ] {
        fs::remove_file(&linked).expect("removed");
        link(target, &linked);
        let run = bogo(edition.outside(), &["build", "edition", "-o", "latest.pdf"]);
        assert_eq!(run.code, 2, "{target}: {}", run.stderr);
        finds(&run, &[words]);
    }
}

#[test]
fn what_keeps_a_forced_pdf_from_being_made_is_said_in_a_line() {
    for (field, value) in [
        ("\"foo\": 1", "[unknown-field]"),
        ("\"body\": 1", "[wrong-type]"),
        ("\"body\": [\"{굵게:가\"]", "[text-mark]"),
        (
            "\"body\": [{ \"kind\": \"pictures\", \"photos\": [{ \"file\": \"images/example.png\" }] }]",
            "[missing-field]",
        ),
    ] {
        let edition = naming("\"projects/\", \"more.json\"");
        let body = if field.contains("body") { "" } else { "\"body\": [\"가\"], " };
        edition.write("more.json", format!("{{ {body}{field} }}"));
        for command in [&["build", "edition"][..], &["preview", "more", "edition"]] {
            let run = bogo(edition.outside(), &[command, &["--force", "-o", "o.pdf"]].concat());
            assert_eq!(run.code, 1, "{}", run.stderr);
            finds(&run, &[value, "--force로도 만들지 않았습니다"]);
            let run = bogo(edition.outside(), &[command, &["-o", "o.pdf"]].concat());
            assert!(!run.stderr.contains("--force"), "{}", run.stderr);
        }
        assert!(!edition.outside().join("o.pdf").exists());
    }
}

#[test]
fn a_quiet_run_that_makes_its_file_says_nothing_and_another_says_why() {
    let edition = Edition::starter();
    let project = "projects/1-example.json";
    let text = fs::read_to_string(edition.path().join(project)).expect("a project");
    edition.write(project, text.replace("할 일", "2025. 03. 05. 할 일"));
    let build = &["build", "edition", "-o", "o.pdf"][..];
    let preview = &["preview", "projects/1", "edition", "-o", "o.pdf"][..];
    for command in [build, preview] {
        let run = bogo(edition.outside(), command);
        finds(&run, &["주의[date-form]", "o.pdf: "]);
        for quiet in ["--quiet", "-q"] {
            let run = bogo(edition.outside(), &[command, &[quiet]].concat());
            assert_eq!((run.code, run.stderr.as_str(), run.stdout.as_str()), (0, "", ""));
        }
    }
    edition.write(project, "{");
    let run = bogo(edition.outside(), &[build, &["--quiet"]].concat());
    assert_eq!(run.code, 1);
    finds(&run, &["[syntax]"]);
}

#[test]
fn what_a_command_is_given_in_vain_is_named() {
    let edition = Edition::starter();
    let run = bogo(edition.outside(), &["fonts", "nowhere"]);
    assert_eq!((run.code, run.stderr.contains("‘nowhere’ 폴더가 없습니다")), (2, true));
    let run = bogo(edition.outside(), &["man", "nope"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    finds(&run, &["‘nope’ 명령은 없습니다", "build"]);
}

#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_written_is_said_to_lack_permission() {
    use std::os::unix::fs::PermissionsExt as _;
    let edition = Edition::starter();
    let closed = edition.outside().join("closed");
    fs::create_dir(&closed).expect("a folder");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("permissions");
    // Who may write everything, as root does, sees a file made.
    let is_bound = fs::write(closed.join("probe"), "").is_err();
    let run = bogo(edition.outside(), &["build", "edition", "-o", "closed/o.pdf"]);
    if is_bound {
        assert_eq!(run.code, 2);
        finds(&run, &["쓸 권한이 없습니다", "closed/o.pdf"]);
        assert!(!run.stderr.contains("다른 프로그램"), "{}", run.stderr);
        assert!(!run.stderr.contains("먼저 있던 파일"), "{}", run.stderr);
    } else {
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
}
