//! Names of files as they really come: taken apart by macOS, broken by
//! archives, beside what systems leave, in folders that cannot be listed.

use std::fs;
use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

use crate::fixture::{Edition, Run, bogo};

/// A way in which text is stored.
type Form = fn(&str) -> String;

const WHOLE: Form = |text| text.nfc().collect();
const APART: Form = |text| text.nfd().collect();

/// A report that names files, a folder, a theme, a figure and a team in Korean:
/// the names of its files in one form, its text in another.
fn korean(names: Form, text: Form) -> Edition {
    let edition = Edition::starter();
    let write = |path: &str, content: &str| edition.write(&names(path), text(content));
    let move_to = |from: &str, to: &str| {
        let bytes = fs::read(edition.path().join(from)).expect("a file");
        fs::remove_file(edition.path().join(from)).expect("removed");
        (to.to_owned(), String::from_utf8_lossy(&bytes).into_owned(), bytes)
    };
    let (_, report, _) = move_to("report.json", "");
    let report = report.replace("overview.json", "현황.json").replace("projects/", "사업/");
    write("report.json", &report.replacen('{', "{\"theme\": \"가온\",", 1));
    let (_, overview, _) = move_to("overview.json", "");
    write("현황.json", &overview);
    let (_, project, _) = move_to("projects/1-example.json", "");
    let project = project.replace("images/example.png", "images/개소식 사진.png");
    write("사업/1-첫 사업.json", &project.replace("할 일", "2025. 03. 05. 할 일"));
    let (_, _, picture) = move_to("images/example.png", "");
    edition.write(&names("images/개소식 사진.png"), picture);
    write("templates/themes/가온.json", "{ \"colon\": \"attached\" }");
    edition
}

fn finds(run: &Run, words: &[&str]) {
    for word in words {
        assert!(run.stderr.contains(word), "{word} is not in\n{}", run.stderr);
    }
}

#[test]
fn the_pdf_is_the_same_however_names_and_words_are_stored() {
    let mut made = Vec::new();
    for (names, text) in [(WHOLE, WHOLE), (APART, WHOLE), (WHOLE, APART), (APART, APART)] {
        let edition = korean(names, text);
        let run = edition.build(&[]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        made.push((edition.pdf().expect("a PDF"), run.stderr));
        let name = APART("조직 및 인력");
        let run = bogo(edition.outside(), &["preview", &name, "edition", "-o", "section.pdf"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
    for (pdf, said) in &made[1..] {
        assert!(*pdf == made[0].0, "another PDF");
        // Places are counted in what is stored, messages are the same.
        let messages = |said: &str| {
            let lines = said.lines().filter(|line| line.starts_with(['잘', '주']));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(messages(said), messages(&made[0].1));
    }
}

#[test]
fn a_fix_changes_only_its_bytes_where_words_are_taken_apart() {
    let edition = korean(APART, APART);
    let file = edition.path().join(APART("사업/1-첫 사업.json"));
    let before = fs::read_to_string(&file).expect("a project");
    let run = bogo(edition.outside(), &["check", "edition", "--no-pages", "--fix"]);
    finds(&run, &["1건을 고쳤습니다"]);
    let after = fs::read_to_string(&file).expect("a project");
    assert_eq!(after, before.replace("2025. 03. 05.", "2025. 3. 5."));
}

#[test]
fn a_folder_is_found_by_its_name_in_either_form() {
    let edition = Edition::starter();
    let stored = edition.outside().join(APART("주요업무 보고"));
    fs::rename(edition.path(), &stored).expect("a move");
    for name in [WHOLE("주요업무 보고"), APART("주요업무 보고"), WHOLE("주요업무 보고/report.json")]
    {
        let run = bogo(edition.outside(), &["build", &name, "-o", "report.pdf"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
    let run = bogo(edition.outside(), &["build", &APART("주요업무 보고")]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(edition.outside().join(WHOLE("out/주요업무 보고.pdf")).exists());
}

#[test]
fn two_files_that_have_one_name_are_an_error() {
    let edition = korean(WHOLE, WHOLE);
    for name in ["사업/1-첫 사업.json", "images/개소식 사진.png"] {
        let bytes = fs::read(edition.path().join(WHOLE(name))).expect("a file");
        edition.write(&APART(name), bytes);
    }
    let run = edition.build(&[]);
    assert_eq!(run.code, 1);
    assert_eq!(run.stderr.matches("[same-name]").count(), 2, "{}", run.stderr);
}

#[test]
fn what_systems_and_editors_leave_anywhere_changes_nothing() {
    let clean = Edition::starter();
    let said = clean.build(&[]).stderr;
    let edition = Edition::starter();
    let utf16 = b"\xff\xfe[\0.\0S\0h\0e\0l\0l\0]\0";
    for folder in ["", "templates/", "templates/themes/", "fonts/", "projects/", "images/"] {
        for name in [
            "desktop.ini",
            "Thumbs.db",
            "ehthumbs.db",
            ".DS_Store",
            "._1-example.json",
            "~$1-example.json",
            ".1-example.json.swp",
            "1-example.json~",
            "#1-example.json#",
            ".~lock.1-example.json#",
            "__MACOSX/projects/2.json",
            "lost+found/2.json",
        ] {
            edition.write(&format!("{folder}{name}"), utf16);
        }
    }
    let run = edition.build(&[]);
    assert_eq!((run.code, run.stderr), (0, said));
    assert!(edition.pdf() == clean.pdf());
}

#[test]
fn a_template_that_is_no_text_is_named_and_stops_only_what_needs_it() {
    let edition = Edition::starter();
    edition.write("templates/logo.png", b"\x89PNG\r\n\x1a\n\xff");
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    finds(&run, &["주의[not-a-template]", "templates/logo.png"]);
    edition.write("templates/lib.typ", b"// \xb0\xa1");
    let run = edition.build(&[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    finds(&run, &["잘못[not-a-template]", "templates/lib.typ"]);
}

#[test]
#[cfg(target_os = "linux")]
fn names_that_an_archive_broke_say_what_they_were() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let edition = Edition::starter();
    let broken = |bytes: &[u8]| edition.path().join(OsStr::from_bytes(bytes));
    // 2-가.json, 나/ and 다.png in CP949.
    fs::write(broken(b"projects/2-\xb0\xa1.json"), "{}").expect("a file");
    fs::create_dir(broken(b"projects/\xb3\xaa")).expect("a folder");
    fs::write(broken(b"projects/\xb3\xaa/3.json"), "{}").expect("a file");
    fs::write(broken(b"images/\xb4\xd9.png"), "").expect("a file");
    let run = edition.build(&["--warnings"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert_eq!(run.stderr.matches("잘못[file-name]").count(), 2, "{}", run.stderr);
    assert_eq!(run.stderr.matches("주의[file-name]").count(), 1, "{}", run.stderr);
    finds(&run, &["‘2-가.json’", "‘나’", "‘다.png’", "unzip -O cp949"]);
    // The same taken for code page 437, which is valid and means nothing.
    let edition = Edition::starter();
    fs::rename(edition.path().join("images/example.png"), edition.path().join("images/░í.png"))
        .expect("a move");
    let project = edition.path().join("projects/1-example.json");
    let text = fs::read_to_string(&project).expect("a project");
    fs::write(&project, text.replace("example.png", "가.png")).expect("a project");
    let run = edition.build(&[]);
    finds(&run, &["이름이 압축을 풀 때 깨져", "images/░í.png"]);
    fs::rename(edition.path().join("images/░í.png"), edition.path().join("images/가.png"))
        .expect("a move");
    assert_eq!(edition.build(&[]).code, 0);
}

/// Makes a folder below this one whose path is longer than the system takes, so
/// that nobody can list it by its path: of two halves, each of which it takes.
#[cfg(target_os = "linux")]
fn make_unlistable(folder: &Path) {
    let half: std::path::PathBuf = (0..11).map(|_| "d".repeat(200)).collect();
    let (upper, lower) = (folder.join(&half), folder.join("lower"));
    fs::create_dir_all(&upper).expect("folders");
    fs::create_dir_all(lower.join(&half)).expect("folders");
    fs::rename(lower, upper.join("lower")).expect("a move");
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_cannot_be_listed_is_an_error_that_names_it() {
    for place in ["projects", "images", "elsewhere"] {
        let edition = Edition::starter();
        edition.write(&format!("{place}/x.txt"), "");
        make_unlistable(&edition.path().join(place));
        for command in [&["check", "edition", "--no-pages"][..], &["build", "edition"]] {
            let run = bogo(edition.outside(), command);
            assert_eq!(run.code, 1, "{}", run.stderr);
            finds(
                &run,
                &["잘못[unreadable-folder]", &format!("{place}/ddd"), "이름이 너무 깁니다"],
            );
        }
    }
}

#[test]
#[cfg(unix)]
fn what_may_not_be_listed_or_read_is_an_error_in_korean() {
    use std::os::unix::fs::PermissionsExt as _;
    let edition = Edition::starter();
    edition.write("projects/more/2.json", "{}");
    let close = |path: &str| {
        let mode = fs::Permissions::from_mode(0o000);
        fs::set_permissions(edition.path().join(path), mode).expect("permissions");
    };
    close("projects/more");
    close("budget.json");
    close("images/example.png");
    // Who may read everything, as root does, sees what is there.
    let is_bound = fs::read_dir(edition.path().join("projects/more")).is_err();
    let run = edition.build(&[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    match is_bound {
        true => {
            finds(&run, &["[unreadable-folder]", "[unreadable-file]", "[unprintable-picture]"]);
            finds(&run, &["권한이 없습니다"]);
            assert!(!run.stderr.contains("denied"), "{}", run.stderr);
        }
        false => finds(&run, &["projects/more/2.json", "[missing-field]"]),
    }
    let open = fs::Permissions::from_mode(0o755);
    fs::set_permissions(edition.path().join("projects/more"), open).expect("permissions");
}

#[test]
#[cfg(unix)]
fn links_that_lead_in_a_circle_are_said_to() {
    let edition = Edition::starter();
    for (name, to) in
        [("images/a.png", "b.png"), ("images/b.png", "a.png"), ("loop.json", "loop.json")]
    {
        std::os::unix::fs::symlink(to, edition.path().join(name)).expect("a link");
    }
    let project = edition.path().join("projects/1-example.json");
    let text = fs::read_to_string(&project).expect("a project");
    fs::write(&project, text.replace("example.png", "a.png")).expect("a project");
    let run = edition.build(&[]);
    finds(&run, &["images/a.png", "loop.json", "링크가 서로를 가리킵니다"]);
    assert!(!run.stderr.contains("os error"), "{}", run.stderr);
}

#[test]
fn a_place_that_is_no_folder_is_said_to_be_none() {
    let edition = Edition::starter();
    edition.write("../file", "");
    for folder in ["file", "file/below"] {
        let run = bogo(edition.outside(), &["build", folder]);
        assert_eq!(run.code, 2, "{}", run.stderr);
        finds(&run, &["폴더가 아닙니다"]);
        assert!(!run.stderr.contains("os error"), "{}", run.stderr);
    }
    let run = bogo(edition.outside(), &["build", "edition", "-o", "file/report.pdf"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(!run.stderr.contains("os error"), "{}", run.stderr);
}
