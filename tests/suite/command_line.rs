//! The command line as a user meets it.

use std::fs;

use bogo_model::Language;

use crate::fixture::{Edition, bogo, first_report, repository};

#[test]
fn the_newest_edition_under_content_is_built_into_out() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["2024-q2", "2024-q3", "another-office-2026"] {
        let run = bogo(folder.path(), &["init", &format!("content/{name}")]);
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
    let run = bogo(folder.path(), &["build"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(folder.path().join("out/2024-q3.pdf").is_file());
    assert!(run.stderr.starts_with("out/2024-q3.pdf: "), "{}", run.stderr);
}

#[test]
fn what_init_makes_builds_and_is_not_overwritten() {
    let edition = Edition::starter();
    let run = edition.build(&["--quiet"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    let again = bogo(edition.outside(), &["init", "edition"]);
    assert_eq!(again.code, 2);
    assert!(again.stderr.contains("이미"), "{}", again.stderr);
}

#[test]
fn messages_are_korean_and_english_on_request() {
    let folder = tempfile::tempdir().expect("a folder");
    let help = |arguments: &[&str]| bogo(folder.path(), arguments).stdout;
    for command in &commands() {
        let korean = help(&[command, "--help"]);
        assert!(korean.contains("사용법:") && korean.contains("도움말"), "{korean}");
        assert!(!korean.contains("Usage") && !korean.contains("Options"), "{korean}");
        let english = help(&["--lang", "en", command, "--help"]);
        assert!(english.contains("Usage:") && english.contains("Options"), "{english}");
        assert!(!english.chars().any(|c| ('가'..='힣').contains(&c)), "{english}");
    }
}

/// The names of all commands.
fn commands() -> Vec<String> {
    let all = bogo::command(Language::English);
    all.get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

#[test]
fn both_manuals_list_every_command() {
    for (manual, before) in [("README.md", "\n"), ("README.ko.md", "| `")] {
        let text = fs::read_to_string(repository().join(manual)).expect("the manual");
        for command in commands() {
            let listed = text.contains(&format!("{before}bogo {command} "))
                || text.contains(&format!("{before}bogo {command}`"));
            assert!(listed, "{manual} does not list `bogo {command}`");
        }
    }
}

#[test]
fn slips_on_the_command_line_are_explained_in_korean() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, words) in [
        (&["bulid"][..], "‘bulid’라는 명령은 없습니다"),
        (&["build", "--prnt"], "‘--prnt’라는 선택은 없습니다"),
        (&["build", "-o"], "값이 없습니다"),
        (&["init"], "있어야 합니다"),
        (&[], "명령이 없습니다"),
        (&["schema", "projct"], "쓸 수 있는 값"),
    ] {
        let run = bogo(folder.path(), arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.stderr.contains(words), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn standards_that_cannot_be_met_together_are_refused_with_the_reason() {
    let edition = Edition::starter();
    for (list, words) in [
        ("a-1a,ua-1", "PDF 1.4에는 없습니다"),
        ("a-4,ua-1", "서로 다른 PDF 판"),
        ("a-2a,a-3a", "한 가지만"),
        ("a-7", "‘a-7’이라는 PDF 표준은 없습니다"),
    ] {
        let run = edition.build(&["--standard", list]);
        assert_eq!(run.code, 2, "{list}");
        assert!(run.stderr.contains(words), "{list}: {}", run.stderr);
    }
}

#[test]
fn completions_and_the_manual_name_every_flag() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in [&["completions", "bash"][..], &["completions", "powershell"]] {
        let script = bogo(folder.path(), arguments).stdout;
        for flag in ["--print", "--standard", "--timings", "--quiet", "--output"] {
            assert!(script.contains(flag), "{arguments:?}: {flag}");
        }
    }
    assert!(bogo(folder.path(), &["man"]).stdout.contains("bogo"));
}

#[test]
fn the_faces_are_listed_with_licence_and_coverage() {
    let run = bogo(&repository(), &["fonts"]);
    assert_eq!(run.code, 0);
    for words in ["NanumMyeongjo", "Baekmuk Headline", "SIL OFL", "11172/11172", "한자 4888"] {
        assert!(run.stdout.contains(words), "{words} is not in\n{}", run.stdout);
    }
}

#[test]
fn the_schemas_of_the_repository_are_those_of_the_program() {
    let folder = repository().join("content/schema");
    for section in ["report", "section", "project", "theme"] {
        let file = folder.join(format!("{section}.schema.json"));
        let schema = bogo(&folder, &["schema", section]).stdout;
        crate::fixture::expect_text(&file, &schema);
        let parsed: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
        let parts = if section == "theme" { "properties" } else { "$defs" };
        assert!(parsed[parts].as_object().is_some_and(|parts| parts.len() > 3), "{section}");
    }
}

#[test]
fn timings_are_shown_in_either_language_and_pipes_get_no_progress() {
    let edition = Edition::copy_of(&first_report());
    let languages = [
        ("en", ["read", "resolve", "pictures", "set", "pdf", "sum"]),
        ("ko", ["읽기", "정하기", "그림 준비", "조판", "PDF 만들기", "합계"]),
    ];
    for (language, stages) in languages {
        let run = edition.build(&["--timings", "--lang", language]);
        for stage in stages {
            assert!(run.stderr.contains(&format!("{stage}  ")), "{stage}: {}", run.stderr);
        }
        assert!(!run.stderr.contains('\u{1b}'), "{}", run.stderr);
    }
    assert_eq!(fs::read_dir(edition.outside()).expect("a folder").count(), 2);
}

#[test]
fn fonts_and_templates_of_the_edition_win_over_the_program_s() {
    let edition = Edition::starter();
    edition.write("fonts/broken.ttf", "no font");
    let run = edition.build(&[]);
    assert_eq!((run.code, run.stderr.contains("글꼴로 읽을 수 없는")), (1, true), "{}", run.stderr);
    fs::remove_file(edition.path().join("fonts/broken.ttf")).expect("removed");
    let own = "templates/report/report.typ";
    edition.write(own, "#let report(..facts, body) = [Another template.]");
    let (proof, diagnostics) = edition.set();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(proof.expect("pages").page_texts(), ["Another template.\n"]);
    edition.write(own, "#let report(..facts, body) = panic(\"no\")");
    let run = edition.build(&[]);
    assert_eq!((run.code, run.stderr.contains(own)), (1, true), "{}", run.stderr);
}

#[test]
fn warnings_of_a_build_are_a_line_for_each_rule_and_errors_are_shown_in_full() {
    let edition = Edition::starter();
    let project = "projects/1-example.json";
    let text = fs::read_to_string(edition.path().join(project)).expect("the project");
    let text = text.replace("첫 사업의 이름", "빈칸이  둘인  이름");
    edition.write(project, &text);
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert!(lines.contains(&"주의[spaces] 2건: 빈칸"), "{}", run.stderr);
    assert!(run.stderr.contains("‘bogo check edition’"), "{}", run.stderr);
    assert!(!run.stderr.contains(project), "{}", run.stderr);
    let run = edition.build(&["--warnings"]);
    assert_eq!(run.stderr.matches(&format!("{project}:")).count(), 2, "{}", run.stderr);
    edition.write("budget.json", "{ \"title\": 7, \"body\": [] }");
    let run = edition.build(&[]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("budget.json:1:12"), "{}", run.stderr);
    assert!(!run.stderr.contains(project), "{}", run.stderr);
    let english = bogo(edition.outside(), &["--lang", "en", "build", "edition"]);
    assert!(english.stderr.contains("warning[spaces] 2: spaces"), "{}", english.stderr);
}
