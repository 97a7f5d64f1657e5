//! Edges between rooms point down.

use std::collections::BTreeMap;
use std::fs;

use super::source::{Source, closing, sources};
use crate::fixture::repository;

/// Which layer each room of a crate is in, counted from the bottom.
type Layers = BTreeMap<String, usize>;

/// The layers of each crate, as docs/architecture.md lists them. A room that is
/// in none is an error where it is met.
fn layers() -> BTreeMap<String, Layers> {
    let text = fs::read_to_string(repository().join("docs/architecture.md")).expect("the page");
    let section = text.split("\n## Layers\n").nth(1).expect("layers");
    let section = section.split("\n## ").next().expect("its end");
    let mut crates: BTreeMap<String, Layers> = BTreeMap::new();
    let mut layers = &mut Layers::new();
    for line in section.lines() {
        if let Some(name) = line.strip_prefix("### `crates/") {
            let name = name.trim_end_matches(['`', '/']);
            layers = crates.entry(name.to_owned()).or_default();
        } else if let Some((number, rooms)) = line.split_once(". ")
            && let Ok(number) = number.parse()
        {
            let rooms = rooms.split(':').next().expect("rooms");
            let rooms = rooms.split('`').skip(1).step_by(2);
            layers.extend(rooms.map(|room| (room.to_owned(), number)));
        }
    }
    crates
}

/// Where code says the name of a room: the byte and the room.
type Edge = (usize, String);

/// The rooms that a file names, other than its own. `roots` are the names that
/// can be used without their room: what the crate's root hands on, and macros.
fn edges(source: &Source, roots: &BTreeMap<String, String>) -> Vec<Edge> {
    let own = source.room();
    let mut depth = source.path.iter().count();
    if source.path.ends_with("mod.rs") {
        depth -= 1;
    }
    let to_root = "super::".repeat(depth);
    let mut names = Vec::new();
    for prefix in ["crate::", &to_root] {
        let found = source.code.match_indices(prefix).map(|(at, _)| at);
        // A longer path of this kind leads elsewhere.
        let begins = found.filter(|at| !source.code[..*at].ends_with("::"));
        names.extend(begins.flat_map(|at| first_names(&source.code, at + prefix.len())));
    }
    let room = |name: &str| roots.get(name).map_or(name, String::as_str).to_owned();
    let edges = names.into_iter().map(|(at, name)| (at, room(name)));
    edges.filter(|(_, room)| *room != own && !room.is_empty()).collect()
}

/// The name that a path goes on with, or all those of a list: `a` and `c` of
/// `{a::b, c}`.
fn first_names(code: &str, at: usize) -> Vec<(usize, &str)> {
    let name = |at: usize| {
        let rest = &code[at..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        (at, &rest[..end])
    };
    if !code[at..].starts_with('{') {
        return vec![name(at)];
    }
    let end = at + closing(&code[at..]) - 1;
    let (mut names, mut next) = (Vec::new(), at + 1);
    while next < end {
        next += code[next..end].len() - code[next..end].trim_start().len();
        names.push(name(next));
        // Behind this name and what is listed of it.
        while next < end && !code[next..].starts_with(',') {
            next += if code[next..].starts_with('{') { closing(&code[next..]) } else { 1 };
        }
        next += 1;
    }
    names.retain(|(_, name)| !name.is_empty());
    names
}

/// The names that can be used without their room. What is defined in the
/// crate's root itself is of none: an empty name.
fn roots(sources: &[Source]) -> BTreeMap<String, String> {
    let mut roots = BTreeMap::new();
    for source in sources {
        for (at, mark) in source.code.match_indices("#[macro_export]\nmacro_rules! ") {
            let (_, name) = first_names(&source.code, at + mark.len())[0];
            roots.insert(name.to_owned(), source.room());
        }
    }
    let root = sources.iter().find(|source| source.path.ends_with("lib.rs")).expect("a root");
    for (at, mark) in root.code.match_indices("pub use ") {
        let (_, room) = first_names(&root.code, at + mark.len())[0];
        let names = first_names(&root.code, at + mark.len() + room.len() + "::".len());
        roots.extend(names.into_iter().map(|(_, name)| (name.to_owned(), room.to_owned())));
    }
    for kind in ["pub const ", "fn "] {
        for (at, mark) in root.code.match_indices(kind) {
            let (_, name) = first_names(&root.code, at + mark.len())[0];
            roots.entry(name.to_owned()).or_default();
        }
    }
    roots
}

#[test]
fn rooms_know_only_rooms_below_them() {
    let mut wrong = Vec::new();
    for (name, layers) in layers() {
        let sources = sources(&name);
        let roots = roots(&sources);
        let layer = |room: &str| {
            let layer = layers.get(room);
            *layer.unwrap_or_else(|| panic!("`{room}` of {name} is in no layer of the page"))
        };
        for room in layers.keys() {
            let is_there = sources.iter().any(|source| source.room() == *room);
            assert!(is_there, "the layers of {name} name `{room}`, which is not there");
        }
        for source in &sources {
            // The root and the program's entrance know everything.
            if ["lib.rs", "main.rs"].iter().any(|root| source.path.ends_with(root)) {
                continue;
            }
            let own = layer(&source.room());
            for (at, room) in edges(source, &roots) {
                if layer(&room) >= own {
                    let (path, line) = (source.path.display(), source.line(at));
                    wrong.push(format!("crates/{name}/src/{path}:{line} names `{room}`"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "edges that do not point down:\n{}", wrong.join("\n"));
}
