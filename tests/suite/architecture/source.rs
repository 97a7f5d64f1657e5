//! The code of source files, without what is no code of the program.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fixture::repository;

/// A source file of a crate.
pub(super) struct Source {
    /// Its path below the crate's `src/`.
    pub path: PathBuf,
    /// Its code: comments, the insides of strings and tests are blanks, so
    /// that everything else stands on its own line.
    pub code: String,
}

impl Source {
    /// The line, counted from 1, of a byte of the code.
    pub(super) fn line(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// The first part of its path: `format` of `format/table.rs`.
    pub(super) fn room(&self) -> String {
        let first = self.path.iter().next().expect("a name").to_string_lossy().into_owned();
        first.strip_suffix(".rs").map_or(first.clone(), str::to_owned)
    }
}

/// The names of all crates.
pub(super) fn crates() -> Vec<String> {
    let entries = fs::read_dir(repository().join("crates")).expect("crates");
    let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("a name");
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("an entry"))).collect();
    names.sort();
    names
}

/// The sources of a crate, without those that are tests.
pub(super) fn sources(name: &str) -> Vec<Source> {
    let root = repository().join("crates").join(name).join("src");
    let (mut sources, mut tests) = (Vec::new(), Vec::new());
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let path = entry.expect("an entry").into_path();
        if path.extension().is_none_or(|end| end != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source");
        let (code, test_modules) = without_tests(&without_words(&text));
        tests.extend(test_modules.iter().map(|module| module_folder(&path).join(module)));
        sources.push(Source { path, code });
    }
    assert!(!sources.is_empty(), "{} has no sources", root.display());
    sources.retain(|source| {
        !tests.iter().any(|test| source.path.with_extension("").starts_with(test))
    });
    for source in &mut sources {
        source.path = source.path.strip_prefix(&root).expect("below").to_owned();
    }
    sources
}

/// The folder in which the modules of a file are.
fn module_folder(path: &Path) -> PathBuf {
    let folder = path.parent().expect("a folder");
    let stem = path.file_stem().expect("a name");
    let is_root = ["mod", "lib", "main"].iter().any(|root| stem == *root);
    if is_root { folder.to_owned() } else { folder.join(stem) }
}

/// The text with blanks for comments and for what is between quotes.
fn without_words(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kept, length) = match first {
            '/' if rest.starts_with("//") => (0, rest.find('\n').unwrap_or(rest.len())),
            '"' => (1, quoted(rest, 1, "\"")),
            'r' if !code.ends_with(is_of_name) && raw_quotes(rest).is_some() => {
                let marks = raw_quotes(rest).unwrap_or(0);
                let end = format!("\"{}", "#".repeat(marks));
                let inner = &rest[marks + 2..];
                (0, marks + 2 + inner.find(&end).map_or(inner.len(), |at| at + end.len()))
            }
            '\'' if is_character(rest) => (0, quoted(rest, 1, "'")),
            first => (first.len_utf8(), first.len_utf8()),
        };
        code.push_str(&rest[..kept]);
        code.extend(rest[kept..length].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &rest[length..];
    }
    code
}

/// Whether the letter can be part of a name.
pub(super) fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// How long a text is that begins with a quote and ends with the next one that
/// is not escaped.
fn quoted(text: &str, from: usize, quote: &str) -> usize {
    let mut at = from;
    while at < text.len() && !text[at..].starts_with(quote) {
        let escaped = usize::from(text[at..].starts_with('\\'));
        at += escaped;
        at += text[at..].chars().next().map_or(1, char::len_utf8);
    }
    (at + quote.len()).min(text.len())
}

/// How many `#` a raw string has that begins here, if one does.
fn raw_quotes(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('r')?.trim_start_matches('#');
    inner.starts_with('"').then(|| text.len() - 1 - inner.len())
}

/// Whether a character in quotes begins here, and no lifetime.
fn is_character(text: &str) -> bool {
    let mut rest = text[1..].chars();
    match rest.next() {
        Some('\\') => true,
        Some(_) => rest.next() == Some('\''),
        None => false,
    }
}

/// The code with blanks for what is only compiled for tests, and the modules
/// in files of their own among that.
fn without_tests(code: &str) -> (String, Vec<String>) {
    const MARK: &str = "#[cfg(test)]";
    let (mut kept, mut modules, mut rest) = (String::new(), Vec::new(), code);
    while let Some(at) = rest.find(MARK) {
        let item = &rest[at + MARK.len()..];
        let end = match item.find([';', '{']) {
            Some(end) if item[end..].starts_with('{') => end + closing(&item[end..]),
            Some(end) => {
                let declared = item[..end].trim().rsplit_once("mod ").map(|(_, name)| name);
                modules.extend(declared.map(str::to_owned));
                end + 1
            }
            None => item.len(),
        };
        kept.push_str(&rest[..at]);
        let lines = rest[at..at + MARK.len() + end].matches('\n').count();
        kept.push_str(&"\n".repeat(lines));
        rest = &item[end..];
    }
    kept.push_str(rest);
    (kept, modules)
}

/// How many bytes there are from an opening bracket to behind the one that
/// closes it.
pub(super) fn closing(code: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in code.char_indices() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + letter.len_utf8();
        }
    }
    code.len()
}

#[test]
fn words_and_tests_are_no_code() {
    let text = "a // crate::b\nlet c: &'d str = \"crate::e \\\" {\"; let f = '{';\n\
        let g = r#\"crate::h \" {\"#;\n#[cfg(test)]\nmod tests;\n#[cfg(test)]\nfn i() { j() }\nk";
    let (code, modules) = without_tests(&without_words(text));
    assert_eq!(modules, ["tests"]);
    let words: Vec<&str> = code.split_whitespace().collect();
    let expected = [
        "a", "let", "c:", "&'d", "str", "=", "\"", ";", "let", "f", "=", ";", "let", "g", "=", ";",
        "k",
    ];
    assert_eq!(words, expected);
    assert_eq!(code.matches('\n').count(), text.matches('\n').count());
}
