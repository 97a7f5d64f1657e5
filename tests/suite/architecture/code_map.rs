//! The code map of `docs/architecture.md` is true.

use std::fs;
use std::path::Path;

use crate::fixture::repository;

/// Every path in backquotes that looks like a file or folder of the
/// repository exists, and every source file is in a room that the map names.
#[test]
fn the_code_map_names_what_there_is() {
    let root = repository();
    let text = fs::read_to_string(root.join("docs/architecture.md")).expect("the page");
    let map = text.split("## Code map").nth(1).expect("a code map");
    let map = map.split("\n## ").next().expect("its end");
    let named: Vec<&str> = map.split('`').skip(1).step_by(2).filter(|s| s.contains('/')).collect();
    assert!(named.len() > 30, "the map names only {} places", named.len());
    for path in &named {
        assert!(root.join(path).exists(), "the map names {path}, which is not there");
    }
    for folder in ["crates", "templates", "tests"] {
        for entry in walkdir::WalkDir::new(root.join(folder)) {
            let entry = entry.expect("an entry");
            let path = entry.path().strip_prefix(&root).expect("below");
            let is_source = path.extension().is_some_and(|end| end == "rs" || end == "typ");
            if is_source && !is_named(path, &named) {
                panic!("the map does not name {} or its room", path.display());
            }
        }
    }
}

/// Whether the map names a file, or the innermost folder around it.
fn is_named(path: &Path, named: &[&str]) -> bool {
    let folder = path.parent().expect("a folder");
    named.iter().any(|name| {
        let name = Path::new(name.trim_end_matches('/'));
        name == path || name == folder
    })
}

#[test]
fn no_file_is_long_and_no_room_is_a_drawer() {
    let root = repository();
    for folder in ["crates", "templates", "tests"] {
        for entry in walkdir::WalkDir::new(root.join(folder)) {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            for drawer in ["utils", "common", "helpers", "manager", "misc"] {
                assert!(!name.starts_with(drawer), "{}", entry.path().display());
            }
            if name.ends_with(".rs") || name.ends_with(".typ") {
                let lines = fs::read_to_string(entry.path()).expect("a file").lines().count();
                assert!(lines <= 500, "{} has {lines} lines", entry.path().display());
            }
        }
    }
}
