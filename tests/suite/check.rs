//! `bogo check` and `bogo rule` as a user meets them, what a report says about
//! its rules, and pages that are made in spite of errors.

use std::fs;

use bogo::{Goal, Session};
use bogo_model::check::RULES;
use bogo_press::Purpose;
use serde_json::Value;

use crate::fixture::{Edition, Run, bogo, repository};
use crate::pdf::Pdf;

/// Runs `bogo check` on an edition.
fn check(edition: &Edition, arguments: &[&str]) -> Run {
    bogo(edition.outside(), &[&["check", "edition"], arguments].concat())
}

/// An edition of which one file is named by no chapter: a warning.
fn with_unused_file() -> Edition {
    let edition = Edition::starter();
    edition.write("extra.json", "{\n  \"body\": []\n}\n");
    edition
}

/// An edition with a picture that has no description: an error.
fn without_description() -> Edition {
    let edition = Edition::starter();
    change(&edition, "projects/1-example.json", "견본 그림: 푸른 바탕에 흰 동그라미", "");
    edition
}

/// Puts other words into a file.
fn change(edition: &Edition, file: &str, words: &str, instead: &str) {
    let text = fs::read_to_string(edition.path().join(file)).expect("a file");
    assert!(text.contains(words), "{words} is not in {file}");
    edition.write(file, text.replacen(words, instead, 1));
}

/// Puts members into `report.json`.
fn say(edition: &Edition, members: &str) {
    change(edition, "report.json", "{", &format!("{{ {members},"));
}

/// The codes of what a check found, by its JSON.
fn codes(run: &Run) -> Vec<String> {
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    findings.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
}

#[test]
fn a_report_without_findings_is_said_to_have_none() {
    let edition = Edition::starter();
    for arguments in [&[][..], &["--no-pages"], &["--fix"]] {
        let run = check(&edition, arguments);
        assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
        assert_eq!(run.stderr, "찾은 것이 없습니다\n");
    }
    assert_eq!(check(&edition, &["--lang", "en"]).stderr, "nothing was found\n");
}

#[test]
fn warnings_are_findings_too_and_are_counted() {
    let run = check(&with_unused_file(), &[]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.starts_with("주의[unused-file]"), "{}", run.stderr);
    assert!(run.stderr.ends_with("잘못 0건, 주의 1건\n"), "{}", run.stderr);
    let nowhere = bogo(&repository(), &["check", "nowhere"]);
    assert_eq!(nowhere.code, 2, "{}", nowhere.stderr);
}

#[test]
fn rules_and_families_are_selected_and_ignored() {
    let edition = with_unused_file();
    for (arguments, found) in [
        (&["--ignore", "unused-file"][..], 0),
        (&["--ignore", "pages,files"], 0),
        (&["--select", "writing,pages"], 0),
        (&["--select", "writing", "--select", "unused-file"], 1),
        (&["--select", "files", "--ignore", "unused-file"], 0),
    ] {
        let run = check(&edition, arguments);
        assert_eq!(run.code, found, "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn what_is_no_rule_is_not_selected() {
    let edition = Edition::starter();
    for (word, words) in [
        ("unusd-file", "‘unused-file’ 아닙니까"),
        ("writng", "‘writing’ 아닙니까"),
        ("xxxxxx", "bogo rule"),
        ("wrong-type", "자료의 꼴"),
    ] {
        for option in ["--select", "--ignore"] {
            let run = check(&edition, &[option, word]);
            assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{word}");
            assert!(run.stderr.contains(words), "{word}: {}", run.stderr);
        }
    }
}

#[test]
fn faults_in_the_form_of_the_data_are_shown_whatever_is_selected() {
    let edition = with_unused_file();
    edition.write("budget.json", "{ \"title\": 3, \"body\": [] }");
    let run = check(&edition, &["--select", "weekday", "--format", "json"]);
    assert_eq!((run.code, codes(&run)), (1, vec!["wrong-type".to_owned()]));
    let run = check(&edition, &[]);
    assert!(run.stderr.contains("쪽은 살피지 못했습니다"), "{}", run.stderr);
}

#[test]
fn findings_stand_in_the_order_of_the_files_and_their_places() {
    let edition = without_description();
    edition.write("extra.json", "{}");
    edition.write("a.json", "{}");
    say(&edition, "\"check\": { \"rules\": { \"no-rule\": \"off\" } }, \"colour\": 1");
    let run = check(&edition, &["--format", "json"]);
    let expected = ["unused-file", "unused-file", "missing-alt", "unknown-rule", "unknown-field"];
    assert_eq!(codes(&run), expected);
}

#[test]
fn programs_get_places_in_bytes_and_in_lines() {
    let edition = without_description();
    let run = check(&edition, &["--format", "json", "--no-pages"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(report["version"], 1);
    assert_eq!(report["counts"]["errors"], 1);
    let finding = &report["findings"][0];
    assert_eq!((&finding["code"], &finding["family"]), (&"missing-alt".into(), &"pages".into()));
    assert_eq!(finding["pointer"], "/body/1/body/0/body/1/photos/0/alt");
    let text = fs::read_to_string(edition.path().join("projects/1-example.json")).expect("a file");
    let byte = |end: &str| finding["range"][end].as_u64().expect("a byte") as usize;
    assert_eq!(&text[byte("start")..byte("end")], "\"\"");
    let line = finding["start"]["line"].as_u64().expect("a line") as usize;
    let column = finding["start"]["column"].as_u64().expect("a column") as usize;
    let rest: String = text.lines().nth(line - 1).expect("it").chars().skip(column - 1).collect();
    assert!(rest.starts_with("\"\", \"caption\""), "{rest}");
}

#[test]
fn annotations_name_files_from_where_the_program_runs() {
    let edition = with_unused_file();
    let run = check(&edition, &["--format", "github"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let head = "::warning file=edition/extra.json,line=1,col=1,endLine=1,endColumn=1,\
                title=unused-file::";
    assert!(run.stdout.starts_with(head), "{}", run.stdout);
    assert_eq!(run.stdout.lines().count(), 1);
    let inside = bogo(&edition.path(), &["check", "--format", "github"]);
    assert!(inside.stdout.starts_with("::warning file=extra.json,"), "{}", inside.stdout);
}

#[test]
fn a_report_weighs_its_rules_for_all_commands() {
    let edition = with_unused_file();
    say(&edition, "\"check\": { \"rules\": { \"unused-file\": \"error\" } }");
    let run = edition.build(&[]);
    assert_eq!((run.code, edition.pdf()), (1, None));
    assert!(run.stderr.starts_with("잘못[unused-file]"), "{}", run.stderr);
    change(&edition, "report.json", "\"error\"", "\"off\"");
    let run = edition.build(&["--quiet"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(check(&edition, &[]).code, 0);
    change(&edition, "report.json", "\"unused-file\": \"off\"", "\"missing-alt\": \"off\"");
    let run = check(&edition, &["--format", "json"]);
    assert_eq!(codes(&run), ["unused-file", "fixed-rule"]);
}

#[test]
fn what_a_file_allows_is_let_pass_and_what_is_of_no_use_is_named() {
    let edition = Edition::starter();
    edition.write("extra.json", r#"{ "$allow": { "unused-file": "다음 분기에 씀" } }"#);
    assert_eq!(check(&edition, &[]).code, 0);
    change(&edition, "extra.json", "unused-file", "team-order");
    let run = check(&edition, &["--format", "json"]);
    assert_eq!(codes(&run), ["unused-file", "unused-allow"]);
    change(&edition, "extra.json", "team-order", "overflow");
    assert_eq!(codes(&check(&edition, &["--format", "json"])), ["unused-file", "unused-allow"]);
    let run = check(&edition, &["--format", "json", "--no-pages"]);
    assert_eq!(codes(&run), ["unused-file"], "no page has been looked at");
    change(&edition, "extra.json", "다음 분기에 씀", "");
    let run = check(&edition, &["--format", "json"]);
    assert_eq!(codes(&run), ["unused-file", "empty-reason"]);
}

#[test]
fn a_check_of_the_data_alone_writes_nothing() {
    let edition = Edition::starter();
    std::thread::sleep(std::time::Duration::from_millis(60));
    let run = crate::fixture::program(edition.outside())
        .args(["check", "edition", "--no-pages"])
        .env("BOGO_CACHE", edition.outside().join("cache"))
        .output();
    assert!(run.expect("it runs").status.success());
    assert_eq!(fs::read_dir(edition.outside()).expect("a folder").count(), 1);
}

#[test]
fn mending_leaves_what_needs_no_mending() {
    let edition = with_unused_file();
    let files = ["report.json", "overview.json", "budget.json", "projects/1-example.json"];
    let read = || files.map(|file| fs::read(edition.path().join(file)).expect("a file"));
    let before = read();
    for _ in 0..2 {
        let run = check(&edition, &["--fix", "--no-pages"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.stderr.ends_with("잘못 0건, 주의 1건\n"), "{}", run.stderr);
        assert!(read() == before, "a file has changed");
    }
}

#[test]
fn pages_that_are_made_in_spite_of_errors_say_so() {
    let edition = with_unused_file();
    let plain = edition.set().0.expect("pages");
    say(&edition, "\"check\": { \"rules\": { \"unused-file\": \"error\" } }");
    let run = edition.build(&["--force"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("(1.7)"), "{}", run.stderr);
    assert!(edition.pdf().is_some_and(|pdf| Pdf::read(pdf).page_count() == plain.page_count()));
    let mut session = Session::new(&edition.path(), Purpose::Screen);
    session.aim(Goal::MarkedPages);
    let outcome = session.set().expect("an outcome");
    assert!(outcome.sound_proof().is_none());
    let marked = outcome.usable_proof().expect("pages").page_texts();
    let notice = "검사 미통과: 잘못 1건 – 확정본이 아님";
    for (marked, plain) in marked.iter().zip(plain.page_texts()) {
        let words: String = marked.lines().collect();
        assert_eq!(words.matches(notice).count(), 1, "{marked}");
        assert_eq!(words.replace(notice, ""), plain.lines().collect::<String>());
    }
}

#[test]
fn a_description_that_is_missing_keeps_no_forced_page_from_being_made() {
    let edition = without_description();
    let run = edition.build(&[]);
    assert_eq!((run.code, edition.pdf()), (1, None));
    let run = edition.build(&["--force"]);
    assert_eq!((run.code, edition.pdf().is_some()), (1, true), "{}", run.stderr);
}

#[test]
fn pages_are_forced_without_what_cannot_be_set() {
    let forced = |body: &str| {
        let edition = Edition::starter();
        let project = format!("{{ \"number\": 1, \"title\": \"보기\", \"body\": [{body}] }}");
        edition.write("projects/1-example.json", project);
        let picture = fs::read(edition.path().join("images/example.png")).expect("a picture");
        edition.write("images/half.png", &picture[..picture.len() / 2]);
        let run = edition.build(&["--force"]);
        assert_eq!(run.code, 1, "{body}: {}", run.stderr);
        assert!(!run.stderr.contains("[template]"), "{body}: {}", run.stderr);
        assert!(edition.pdf().is_some(), "{body}: {}", run.stderr);
    };
    let photo = |file: &str| format!("[{{ \"file\": \"{file}\", \"alt\": \"노선도\" }}]");
    for file in ["images/none.png", "images/half.png", "../out.png"] {
        let photos = photo(file);
        forced(&format!("{{ \"kind\": \"pictures\", \"photos\": {photos} }}"));
        forced(&format!("{{ \"kind\": \"pictures\", \"photos\": {photos}, \"full_page\": true }}"));
    }
    forced(
        r#"{ "kind": "funding", "unit": "천원", "columns": ["올해"],
             "sources": [{ "name": "시비", "amounts": [1] }, { "name": "구비", "amounts": [] }] }"#,
    );
}

#[test]
fn pages_from_which_words_would_be_missing_are_not_forced() {
    let deep = r#"{ "kind": "box", "body": ["#.repeat(4) + "\"말\"" + &"] }".repeat(4);
    let cell = |lines: &str| {
        format!("{{ \"kind\": \"table\", \"rows\": [[{{ \"body\": [{lines}] }}, \"밖\"]] }}")
    };
    let photos = r#""photos": [{ "file": "images/none.png", "alt": "길", "caption": "말" }]"#;
    let amounts = |rest: &str| {
        format!(
            r#"{{ "kind": "funding", "unit": "천원", "columns": ["올해"],
                 "sources": [{{ "name": "시비", "amounts": [1{rest}] }}] }}"#
        )
    };
    let schedule = |from: &str| {
        format!(
            r#"{{ "kind": "schedule", "from": "2024-01", "to": "2024-03",
                 "tasks": [{{ "name": "말", "from": "{from}", "to": "2024-02" }}] }}"#
        )
    };
    for body in [
        deep,
        cell(r#"{ "kind": "list", "body": ["말"] }"#),
        cell(r#"{ "kind": "table", "rows": [["말"]] }"#),
        cell(r#"{ "kind": "box", "body": ["말"] }"#),
        cell(r#""가", { "kind": "pictures", "photos": [] }"#),
        r#"{ "kind": "table", "rows": [[{ "text": "말", "number": 1 }, "밖"]] }"#.to_owned(),
        r#"{ "kind": "table", "rows": [["가", "나"], ["말"]] }"#.to_owned(),
        r#"{ "kind": "table", "caption": "말", "rows": [] }"#.to_owned(),
        r#"{ "kind": "table", "rows": [["가", "나"], { "group": "말", "rows": [] }] }"#.to_owned(),
        r#"{ "kind": "funding", "unit": "천원", "columns": [], "sources": [{ "name": "말", "amounts": [] }] }"#.to_owned(),
        amounts(", 2"),
        schedule("2023-12"),
        schedule("2024-03"),
        format!("{{ \"kind\": \"pictures\", {photos} }}"),
    ] {
        let edition = Edition::starter();
        let project = format!("{{ \"number\": 1, \"title\": \"보기\", \"body\": [{body}] }}");
        edition.write("projects/1-example.json", project);
        let run = edition.build(&["--force"]);
        assert_eq!((run.code, edition.pdf()), (1, None), "{body}: {}", run.stderr);
        assert!(run.stderr.contains("--force로도 만들지 않았습니다"), "{body}: {}", run.stderr);
    }
}

#[test]
fn data_that_cannot_be_read_is_not_forced() {
    let edition = Edition::starter();
    edition.write("budget.json", "{ \"title\": 3, \"body\": [] }");
    let run = edition.build(&["--force"]);
    assert_eq!((run.code, edition.pdf()), (1, None), "{}", run.stderr);
}

#[test]
fn without_errors_force_changes_nothing() {
    let edition = with_unused_file();
    assert_eq!(edition.build(&["--quiet"]).code, 0);
    let plain = edition.pdf();
    let run = edition.build(&["--quiet", "--force"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(plain.is_some() && plain == edition.pdf());
}

#[test]
fn every_rule_is_listed_and_has_its_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = bogo(folder.path(), &["rule"]);
    assert_eq!((table.code, table.stderr.as_str()), (0, ""));
    for rule in RULES {
        let line = table.stdout.lines().find(|line| line.trim_start().starts_with(rule.name));
        let line = line.expect(rule.name);
        assert_eq!(line.contains("--fix"), rule.mends, "{line}");
        let page = bogo(folder.path(), &["rule", rule.name]);
        assert_eq!((page.code, page.stdout.as_str()), (0, rule.page().as_str()));
    }
    let english = bogo(folder.path(), &["--lang", "en", "rule", "weekday"]);
    assert!(english.stdout.starts_with("weekday: a weekday\n"), "{}", english.stdout);
}

#[test]
fn codes_that_are_no_rule_s_are_explained_or_unknown() {
    let folder = tempfile::tempdir().expect("a folder");
    let form = bogo(folder.path(), &["rule", "unknown-field"]);
    assert_eq!(form.code, 0);
    assert!(form.stdout.contains("content-format.md"), "{}", form.stdout);
    let unknown = bogo(folder.path(), &["rule", "wekday"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""));
    assert!(unknown.stderr.contains("‘weekday’ 아닙니까"), "{}", unknown.stderr);
}

#[test]
fn a_selection_that_leaves_no_rule_is_refused() {
    let edition = Edition::starter();
    for arguments in [
        &["--select", "pages", "--no-pages"][..],
        &["--select", "figures", "--ignore", "figures"],
        &["--select", ""],
    ] {
        let run = check(&edition, arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains("고른 규칙이 하나도 없어"), "{}", run.stderr);
    }
}

#[test]
fn a_section_that_is_forced_has_the_pages_that_it_has_without_the_mark() {
    let edition = Edition::copy_of(&repository().join("content/2024-q3"));
    let pages = |arguments: &[&str]| {
        let run =
            bogo(edition.outside(), &[&["preview", "projects/2", "edition"], arguments].concat());
        let pages = run.stderr.lines().filter(|line| line.starts_with("section-")).count();
        (run.code, pages)
    };
    let sound = pages(&["--format", "svg", "-o", "section.svg"]);
    change(&edition, "projects/2-public-relations.json", "3024975", "3024974");
    let forced = pages(&["--format", "svg", "-o", "section.svg", "--force"]);
    assert_eq!((sound, forced), ((0, 4), (1, 4)));
}

#[test]
fn right_words_that_hold_wrong_ones_are_let_be_and_the_slips_among_them_are_mended() {
    let case = repository().join("tests/cases/words-that-hold-others/edition");
    let edition = Edition::copy_of(&case);
    let before = fs::read_to_string(edition.path().join("report.json")).expect("a report");
    assert_eq!(check(&edition, &["--fix", "--no-pages"]).code, 0);
    assert_eq!(check(&edition, &["--no-pages"]).stderr, "찾은 것이 없습니다\n");
    let mended = [
        ("역활 조정", "역할 조정"),
        ("｢가온 청년주간｣", "「가온 청년주간」"),
        ("여는  도서관", "여는 도서관"),
        ("ㅇ 이용", "○ 이용"),
    ];
    let right = mended.iter().fold(before, |text, (slip, right)| text.replace(slip, right));
    let after = fs::read_to_string(edition.path().join("report.json")).expect("a report");
    assert_eq!(after, right);
}
