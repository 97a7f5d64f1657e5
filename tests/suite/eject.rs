//! An ejected edition compiles without the program, to the same pages.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::fixture::{Edition, bogo, finish, first_report, repository};
use crate::pdf::Pdf;

/// The reports of the repository.
const REPORTS: [&str; 3] = ["2024-q3", "jeonnam-arts-2019", "namyangju-transport-2026-08"];

/// How the README of an ejected edition says that it is compiled.
const COMPILE: [&str; 11] = [
    "compile",
    "--root",
    ".",
    "--font-path",
    "fonts",
    "--ignore-system-fonts",
    "--features",
    "a11y-extras",
    "--pdf-standard",
    "a-2a,ua-1",
    "main.typ",
];

/// Ejects an edition into a folder beside its copy.
fn eject(edition: &Edition) -> PathBuf {
    let run = bogo(edition.outside(), &["eject", "edition", "project"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    edition.outside().join("project")
}

/// The version of Typst that the program is built with.
fn typst_version() -> String {
    let lock = fs::read_to_string(repository().join("Cargo.lock")).expect("a lock file");
    let package = lock.split("name = \"typst\"\nversion = \"").nth(1).expect("typst");
    package.split('"').next().expect("a version").to_owned()
}

/// The stock Typst of that version: `$TYPST`, the one that the measurements
/// built, or one in a folder of the path. Its own path is found here, because
/// it is run without an environment that could lead to it.
fn stock_typst(version: &str, named: Option<PathBuf>, folders: &[PathBuf]) -> Option<PathBuf> {
    let built = repository().join("target/stock/bin/typst");
    let name = format!("typst{}", env::consts::EXE_SUFFIX);
    let on_path = folders.iter().map(|folder| folder.join(&name));
    let programs = named.into_iter().chain([built]).chain(on_path);
    programs.filter_map(|program| std::path::absolute(program).ok()).find(|program| {
        let output = Command::new(program).env_clear().arg("--version").output();
        let said = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        said.is_ok_and(|said| said.split_whitespace().nth(1) == Some(version))
    })
}

/// The folders in which the system looks for programs.
fn folders_of_path() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).filter(|folder| folder.is_dir()).collect()
}

#[cfg(unix)]
#[test]
fn a_stock_compiler_on_the_path_is_found_by_a_path_of_its_own() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let put = |place: &str, version: &str| {
        let file = folder.path().join(place).join("typst");
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(&file, format!("#!/bin/sh\necho typst {version}\n")).expect("a program");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("permissions");
        file
    };
    put("other", "0.0.1");
    let right = put("right", "99.9.9");
    let folders = ["none", "other", "right"].map(|place| folder.path().join(place));
    assert_eq!(stock_typst("99.9.9", None, &folders), Some(right.clone()));
    assert_eq!(stock_typst("99.9.8", None, &folders), None);
    assert_eq!(stock_typst("99.9.9", Some(right.clone()), &[]), Some(right));
}

#[test]
#[expect(clippy::print_stderr, reason = "a comparison that could not be made is not silent")]
fn the_stock_compiler_makes_the_same_pages_with_the_same_text() {
    let version = typst_version();
    let named = env::var_os("TYPST").map(PathBuf::from);
    let Some(typst) = stock_typst(&version, named, &folders_of_path()) else {
        eprintln!(
            "not compared: no stock Typst {version} is at hand; set TYPST to one, or build it: \
             cargo install typst-cli --version {version} --locked --root target/stock"
        );
        return;
    };
    for name in REPORTS {
        let edition = Edition::copy_of(&repository().join("content").join(name));
        let run = edition.build(&[]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let ours = Pdf::read(edition.pdf().expect("a PDF"));
        let project = eject(&edition);
        let mut command = Command::new(&typst);
        command.current_dir(&project).env_clear().args(COMPILE).arg("report.pdf");
        let run = finish(command.output().expect("the stock compiler runs"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{name}");
        let stock = Pdf::read(fs::read(project.join("report.pdf")).expect("a PDF"));
        assert_eq!(ours.page_count(), stock.page_count(), "{name}");
        for page in 0..ours.page_count() {
            let place = format!("{name}, page {}", page + 1);
            assert_eq!(ours.page_size(page), stock.page_size(page), "{place}");
            assert_eq!(ours.page_label(page), stock.page_label(page), "{place}");
            assert_eq!(ours.copied(page), stock.copied(page), "{place}");
        }
    }
}

#[test]
fn it_says_how_it_is_compiled() {
    let edition = Edition::starter();
    let project = eject(&edition);
    let text = fs::read_to_string(project.join("README.md")).expect("a README");
    let command = format!("typst {} report.pdf\n", COMPILE.join(" "));
    assert!(text.contains(&command), "{text}");
}

#[test]
fn every_file_that_its_data_name_is_there() {
    for name in REPORTS {
        let edition = Edition::copy_of(&repository().join("content").join(name));
        let project = eject(&edition);
        let mut named = Vec::new();
        for entry in walkdir::WalkDir::new(&project) {
            let file = entry.expect("an entry").into_path();
            if file.extension().is_some_and(|end| end == "typ") {
                let text = fs::read_to_string(&file).expect("a text");
                let strings = text.split('"').filter(|string| string.starts_with("/edition/"));
                named.extend(strings.map(str::to_owned));
            }
        }
        assert!(named.len() >= 5, "{name}: {named:?}");
        for path in named {
            assert!(project.join(path.trim_start_matches('/')).is_file(), "{name}: {path}");
        }
        assert!(fs::read_dir(project.join("fonts")).expect("fonts").count() >= 5, "{name}");
    }
}

#[test]
fn a_folder_that_holds_something_is_refused_and_kept() {
    let edition = Edition::starter();
    let kept = edition.outside().join("project/notes.txt");
    fs::create_dir(edition.outside().join("project")).expect("a folder");
    fs::write(&kept, "mine").expect("a file");
    let run = bogo(edition.outside(), &["eject", "edition", "project"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("project"), "{}", run.stderr);
    assert_eq!(files_of(&edition.outside().join("project")), std::slice::from_ref(&kept));
    assert_eq!(fs::read_to_string(kept).expect("the file"), "mine");
}

#[test]
fn an_edition_with_errors_ejects_nothing() {
    let edition = Edition::copy_of(&first_report());
    edition.write("budget.json", "{ \"title\": ");
    let run = bogo(edition.outside(), &["eject", "edition", "project"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("budget.json"), "{}", run.stderr);
    assert!(files_of(&edition.outside().join("project")).is_empty());
}

/// All files in a folder; none if there is no such folder.
fn files_of(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    entries.filter(|entry| entry.file_type().is_file()).map(|entry| entry.into_path()).collect()
}

#[test]
fn the_terms_of_the_fonts_go_with_them_and_the_edition_stays_clean() {
    let edition = Edition::starter();
    let project = eject(&edition);
    assert!(project.join("fonts/licenses/Nanum.txt").is_file());
    let run = bogo(edition.outside(), &["eject", "edition", "edition/project"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(!edition.path().join("project").exists());
}
