//! The folders of `tests/cases/`: each is an edition with one purpose, and
//! what is expected of it.
//!
//! `findings.txt` holds the exit code and what the program said; `pages.txt`
//! the words of each page; `page-N.png` how page N looks, small.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fixture::{Edition, expect_text, repository, set, updating};

/// Resolution of the reference pictures, in pixels per inch.
const PICTURE_PPI: f64 = 40.0;

/// How far a pixel's grey may be from the reference, of 255.
const TOLERANCE: u8 = 24;

#[test]
fn every_case_gives_what_is_expected_of_it() {
    let folder = repository().join("tests/cases");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).expect("cases").map(|entry| entry.expect("a case").path()).collect();
    cases.sort();
    assert!(cases.len() >= 10, "only {} cases", cases.len());
    for case in cases {
        check(&case);
    }
}

fn check(case: &Path) {
    let edition = Edition::copy_of(&case.join("edition"));
    let run = edition.build(&["--quiet", "--warnings"]);
    assert_eq!(run.stdout, "", "{}", case.display());
    expect_text(&case.join("findings.txt"), &format!("exit {}\n{}", run.code, run.stderr));
    assert_eq!(run.code == 0, edition.pdf().is_some(), "{}", case.display());
    if run.code != 0 {
        return;
    }
    let (proof, _) = set(&edition.path());
    let proof = proof.expect("pages");
    assert!(proof.overrun() < 0.01, "{}: text runs over an edge", case.display());
    let mut pages = String::new();
    for (index, text) in proof.page_texts().iter().enumerate() {
        pages.push_str(&format!("== page {}\n{text}", index + 1));
    }
    expect_text(&case.join("pages.txt"), &pages);
    for page in 1..=proof.page_count() {
        let reference = case.join(format!("page-{page}.png"));
        if reference.exists() {
            compare(&reference, &proof.png(page, PICTURE_PPI).expect("a picture"));
        }
    }
}

/// Compares a page with its reference, or rewrites that where they differ.
fn compare(reference: &Path, found: &[u8]) {
    let found = image::load_from_memory(found).expect("a picture").into_luma8();
    // An empty file is a reference to come.
    let expected = image::open(reference).map(|image| image.into_luma8()).unwrap_or_default();
    let pixels = expected.pixels().zip(found.pixels());
    let differs = |expected: u8, found: u8| expected.abs_diff(found) > TOLERANCE;
    let differing = pixels.filter(|(expected, found)| differs(expected.0[0], found.0[0])).count();
    let sizes = (expected.dimensions(), found.dimensions());
    if differing == 0 && sizes.0 == sizes.1 {
        return;
    }
    assert!(updating(), "{}: {differing} pixels differ, {sizes:?}", reference.display());
    found.save(reference).expect("a reference");
    let size = fs::metadata(reference).expect("a reference").len();
    assert!(size <= 20 << 10, "{} has {size} bytes", reference.display());
}
