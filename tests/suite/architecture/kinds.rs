//! No place passes over kinds of blocks: a new one leads the compiler to all
//! that have to decide on it.

use super::source::{closing, crates, sources};

/// The types whose variants are kinds of blocks.
const KINDS: [&str; 2] = ["Block", "PassageKind"];

#[test]
fn every_kind_of_block_is_decided_on_by_name() {
    let mut wrong = Vec::new();
    for name in crates() {
        for source in sources(&name) {
            for (at, what) in passed_over(&spelt_out(source.code.clone())) {
                let (path, line) = (source.path.display(), source.line(at));
                wrong.push(format!("crates/{name}/src/{path}:{line}: {what}"));
            }
        }
    }
    assert!(wrong.is_empty(), "kinds of blocks are passed over:\n{}", wrong.join("\n"));
}

/// The code with the name of a kind's type for `Self` in what is said of it.
fn spelt_out(mut code: String) -> String {
    for kind in KINDS {
        let head = format!("impl {kind} {{");
        let starts: Vec<usize> = code.match_indices(&head).map(|(at, _)| at).collect();
        for start in starts.into_iter().rev() {
            let open = start + head.len() - 1;
            let inner = open..open + closing(&code[open..]);
            let spelt = code[inner.clone()].replace("Self::", &format!("{kind}::"));
            code.replace_range(inner, &spelt);
        }
    }
    code
}

/// Where code passes over kinds of blocks, and how.
fn passed_over(code: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("match ") {
        let arms = arms(&code[at..]);
        let names_kinds = arms.iter().any(|pattern| names_kind(pattern));
        if names_kinds && arms.iter().any(|pattern| takes_all(pattern)) {
            found.push((at, "an arm of a `match` takes all other kinds"));
        }
    }
    for (at, mark) in code.match_indices("matches!") {
        let inner = &code[at + mark.len()..];
        if names_kind(&inner[..closing(inner)]) {
            found.push((at, "`matches!` takes some kinds"));
        }
    }
    for (at, _) in code.match_indices("let ") {
        let pattern = code[at..].split([';', '=']).next().unwrap_or_default();
        if names_kind(pattern) {
            found.push((at, "`let` takes one kind"));
        }
    }
    found
}

/// Whether code names a variant of a kind.
fn names_kind(code: &str) -> bool {
    KINDS.iter().any(|kind| {
        let path = format!("{kind}::");
        code.match_indices(&path).any(|(at, _)| {
            let is_whole = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            is_whole && code[at + path.len()..].starts_with(char::is_uppercase)
        })
    })
}

/// Whether a pattern is a name or `_` and takes whatever comes, alone or within
/// `Some`.
fn takes_all(pattern: &str) -> bool {
    let pattern = pattern.split(" if ").next().unwrap_or_default().trim();
    let inner = pattern.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')'));
    let name = inner.unwrap_or(pattern).trim();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_name && !name.starts_with(char::is_uppercase)
}

/// The patterns of the arms of a `match` that begins here.
fn arms(code: &str) -> Vec<&str> {
    let Some(open) = body(code) else { return Vec::new() };
    let inner = &code[open + 1..open + closing(&code[open..]) - 1];
    let (mut arms, mut from, mut at) = (Vec::new(), 0, 0);
    while at < inner.len() {
        let rest = &inner[at..];
        if let Some(rest) = rest.strip_prefix("=>") {
            arms.push(&inner[from..at]);
            at = inner.len() - rest.trim_start().len();
            at += end_of_arm(&inner[at..]);
            from = at;
        } else {
            at += step(rest);
        }
    }
    arms
}

/// Where the body of a `match` opens.
fn body(code: &str) -> Option<usize> {
    let mut at = 0;
    while at < code.len() {
        match code[at..].chars().next()? {
            '{' => return Some(at),
            ';' | '}' | ')' => return None,
            _ => at += step(&code[at..]),
        }
    }
    None
}

/// How long what an arm does is, with the comma behind it.
fn end_of_arm(code: &str) -> usize {
    if code.starts_with('{') {
        let end = closing(code);
        return end + usize::from(code[end..].starts_with(','));
    }
    let mut at = 0;
    while at < code.len() && !code[at..].starts_with(',') {
        at += step(&code[at..]);
    }
    (at + 1).min(code.len())
}

/// How long the next letter is, or what stands in the bracket that opens here.
fn step(code: &str) -> usize {
    match code.chars().next() {
        Some('(' | '[' | '{') => closing(code),
        Some(letter) => letter.len_utf8(),
        None => 1,
    }
}

#[test]
fn kinds_that_are_passed_over_are_found() {
    let found = |code: &str| passed_over(code).len();
    assert_eq!(found("match block { Block::Item(i) => { f(i); } other => g(other), }"), 1);
    assert_eq!(found("match kind { Some(PassageKind::Row) => 1, Some(_) => 2, None => 3 }"), 1);
    assert_eq!(found("if let format::Block::Item(item) = block { f(item) }"), 1);
    assert_eq!(found("let Block::Item(item) = block else { return };"), 1);
    assert_eq!(found("matches!(block, Block::Item(_) | Block::List(_))"), 1);
    let whole = "match block { Block::Item(i) => match i.text { Some(t) => t, _ => u },
        Block::Note(_) | Block::Box { .. } => f(|x| x) }";
    assert_eq!(found(whole), 0);
    assert_eq!(found("let block = Block::Item(item); let is_row = kind == PassageKind::Row;"), 0);
    assert_eq!(found("match value { SubBlock::A => 1, _ => 2 }"), 0);
    let own = "impl Block { fn f(&self) { matches!(self, Self::Item(_)) } }";
    assert_eq!(found(&spelt_out(own.to_owned())), 1);
}
