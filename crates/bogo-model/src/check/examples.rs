//! Every rule finds what its examples call wrong, and lets be what they call
//! right; and every page of the manual is that of its rule.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::fixture::{USUAL_THEME_TEXT, facts};
use super::list::LIST;
use super::listed::{Example, Listed};
use super::pages::Laid;
use super::{Settings, pages, writing};
use crate::diagnostic::rule::{Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::edition::Edition;
use crate::json::Documents;
use crate::manuscript::{SourceFile, SourceText};
use crate::resolve::PictureFact;

/// A report in a few words, which examples change.
fn report() -> Value {
    json!({
        "title": "보고",
        "date": "2024-09-30",
        "period": { "year": 2024, "quarter": 3 },
        "organisation": "금천구",
        "department": "소통담당관",
        "chapters": [{ "title": "현황", "sections": [{ "title": "사업", "body": ["추진"] }] }],
    })
}

/// An example of JSON.
fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// Lays members of an object over those of a report.
fn lay_over(report: &mut Value, members: &str) {
    let members = parsed(members).as_object().cloned().expect("an object");
    members.into_iter().for_each(|(key, member)| report[key] = member);
}

/// The files of the edition in which an example stands.
fn files(example: &Example) -> Vec<(String, String)> {
    let mut report = report();
    let mut own: &[(&str, &str)] = &[];
    match example {
        Example::Text(text) => report["chapters"][0]["sections"][0]["body"] = json!([text]),
        Example::Body(body) => report["chapters"][0]["sections"][0]["body"] = parsed(body),
        Example::Report(members) => lay_over(&mut report, members),
        Example::Files(files) => own = files,
        Example::Laid(set) => {
            let set = set();
            report["chapters"][0]["sections"][0]["body"] = parsed(&set.body);
            own = set.files;
        }
    }
    let mut files = Vec::new();
    for (path, text) in own {
        match *path {
            "report.json" => lay_over(&mut report, text),
            _ => files.push(((*path).to_owned(), (*text).to_owned())),
        }
    }
    files.push(("report.json".to_owned(), report.to_string()));
    files
}

/// An edition of these files as it is resolved, its documents, and all that is
/// found in it.
fn resolved(files: Vec<(String, String)>) -> (Edition, Documents, Vec<Diagnostic>) {
    let source = |(path, text)| SourceFile { path, text: SourceText::Text(text) };
    let paths: Vec<_> = files.iter().map(|(path, _)| path.clone()).collect();
    let (manuscript, mut found) =
        crate::parse(files.into_iter().map(source).collect(), &[("default", USUAL_THEME_TEXT)]);
    let size = |file: String| {
        let (width, height) = pixels(&file).unwrap_or((3000, 2000));
        (file, PictureFact::Readable { width, height })
    };
    let facts = facts(manuscript.picture_files().into_iter().map(size).collect(), &paths);
    let (edition, others) = crate::decide(&manuscript, &facts).expect("a report");
    found.extend(others);
    let (mut settings, others) = Settings::of(&manuscript);
    found.extend(others);
    let mut found = settings.apply(found);
    found.extend(settings.unused(&[Family::Figures, Family::Writing, Family::Files]));
    (edition, manuscript.documents, found)
}

/// The size of a picture that is named after it: `images/640x480.jpg`.
fn pixels(file: &str) -> Option<(u32, u32)> {
    let (width, height) = file.strip_prefix("images/")?.strip_suffix(".jpg")?.split_once('x')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}

/// Whether a rule finds something in an example, which has to be one that can
/// be read.
fn is_found(rule: &'static Rule, example: &Example) -> bool {
    if let Example::Text(text) = example {
        return !writing::fixture::found(rule.name, text).is_empty();
    }
    let files = files(example);
    let told = format!("{}: {files:?}", rule.name);
    let (edition, documents, mut found) = resolved(files);
    let is_fault = |found: &&Diagnostic| {
        found.severity == Severity::Error && matches!(found.code, Code::Form(_))
    };
    assert_eq!(found.iter().find(is_fault), None, "{told}");
    if let Example::Laid(lay) = example {
        let sections = edition.sections().map(|section| section.id.clone()).collect();
        let laid = Laid { sections, ..lay().laid };
        found.extend(pages::check(&edition, &laid, &documents, None));
    }
    found.iter().any(|found| found.code == Code::Rule(rule))
}

/// The blocks of examples on the page of a rule on single sentences, line by
/// line: in the first what is wrong, before what is right; then what is let be.
fn blocks(page: &str) -> Vec<Vec<&str>> {
    let (examples, _) = page.split_once("## 고치기").expect("how to mend it");
    let blocks = examples.split("```").skip(1).step_by(2);
    blocks.map(|block| block.lines().filter(|line| !line.is_empty()).collect()).collect()
}

/// The examples of a page in columns, 고칠 것 and 바른 것, of a rule that is
/// declared without others.
fn columns(listed: &Listed) -> Option<(Vec<String>, Vec<String>)> {
    let page = listed.rule.page();
    let has_columns = page.contains("\n고칠 것 ") && listed.rule.family == Family::Writing;
    if !has_columns || !listed.wrong.is_empty() {
        return None;
    }
    let blocks = blocks(&page);
    let wrong = blocks[0].iter().filter(|line| !line.starts_with("고칠 것"));
    let wrong = wrong.map(|line| line.split("   ").next().unwrap_or_default().to_owned());
    let right = blocks[1..].iter().flatten().flat_map(|line| line.split("    "));
    Some((wrong.collect(), right.map(|right| right.trim().to_owned()).collect()))
}

#[test]
fn every_rule_finds_what_is_wrong_and_lets_be_what_is_right() {
    let mut untold = Vec::new();
    for listed in LIST {
        let name = listed.rule.name;
        let expect = |example: &Example, is_wrong: bool, told: &str| {
            assert_eq!(is_found(listed.rule, example), is_wrong, "{name}: {told}");
        };
        for (index, example) in listed.wrong.iter().enumerate() {
            expect(example, true, &format!("wrong {index}"));
        }
        for (index, example) in listed.right.iter().enumerate() {
            expect(example, false, &format!("right {index}"));
        }
        let (wrong, right) = columns(listed).unwrap_or_default();
        for line in &wrong {
            assert!(!writing::fixture::found(name, line).is_empty(), "{name}: {line}");
        }
        for line in &right {
            assert_eq!(writing::fixture::found(name, line), [], "{name}: {line}");
        }
        let is_told = |declared: &[Example], lines: &[String]| declared.len() + lines.len() > 0;
        if !is_told(listed.wrong, &wrong) || !is_told(listed.right, &right) {
            untold.push(name);
        }
    }
    assert_eq!(untold, [""; 0], "rules without examples");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the manual is written and read beside the crate")]
fn the_manual_has_the_page_of_every_rule_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules");
    for listed in LIST {
        let path = folder.join(format!("{}.md", listed.rule.name));
        let page = listed.rule.page();
        if std::env::var_os("BOGO_UPDATE").is_some() {
            fs::write(&path, &page).expect("a page");
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        assert!(written == page, "{} differs; BOGO_UPDATE=1 rewrites it", path.display());
    }
    let pages = fs::read_dir(&folder).expect("the pages").count();
    assert_eq!(pages, LIST.len(), "a page of no rule stands in {}", folder.display());
}

#[test]
fn every_page_says_why_and_whether_the_rule_mends() {
    for rule in super::RULES {
        let page = rule.page();
        assert!(page.starts_with(&format!("# {}\n", rule.name)), "{}", rule.name);
        for part in ["## 왜", "## 보기"] {
            assert!(page.contains(part), "{}: {part}", rule.name);
        }
        assert_eq!(rule.mends, page.contains("`--fix`"), "{}: --fix", rule.name);
    }
}

#[test]
fn names_are_unique_and_no_family_has_the_name_of_a_rule() {
    let mut names: Vec<&str> = super::RULES.iter().map(|rule| rule.name).collect();
    names.extend(Family::ALL.map(Family::name));
    for name in &names {
        assert!(name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'-')), "{name}");
    }
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}
