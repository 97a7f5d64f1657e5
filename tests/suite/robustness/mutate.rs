//! Editions that have gone wrong, in what their JSON holds and in their bytes.

use serde_json::Value;

use super::chance::Chance;
use super::editions::Edition;
use super::odd;

/// Changes some values of one file.
pub(super) fn structure(edition: &mut Edition, others: &[Edition], chance: &mut Chance) {
    change(edition, chance, |root, chance| {
        for _ in 0..=chance.below(4) {
            let pointer = any_pointer(root, chance);
            let Some(value) = root.pointer_mut(&pointer) else { continue };
            mutate(value, others, chance);
        }
    });
}

/// Puts a value of another edition in the place of one of a file.
pub(super) fn splice(edition: &mut Edition, others: &[Edition], chance: &mut Chance) {
    change(edition, chance, |root, chance| {
        for _ in 0..=chance.below(2) {
            let pointer = any_pointer(root, chance);
            let other = borrowed(others, chance);
            if let Some(value) = root.pointer_mut(&pointer) {
                *value = other;
            }
        }
    });
    // A file of another edition under a name of this one.
    if chance.one_in(6) {
        let other = chance.pick(others);
        let other = chance.pick(&other.files).1.clone();
        let index = chance.below(edition.files.len());
        edition.files[index].1 = other;
    }
}

/// Changes some bytes of one file, or of its name.
pub(super) fn bytes(edition: &mut Edition, chance: &mut Chance) {
    let index = chance.below(edition.files.len());
    let (path, text) = &mut edition.files[index];
    for _ in 0..=chance.below(3) {
        let start = chance.boundary(text);
        let end = text.ceil_char_boundary((start + chance.below(40)).min(text.len()));
        match chance.below(9) {
            0 => text.truncate(start),
            1 => text.replace_range(start..end, ""),
            2 => {
                let piece = text[start..end].repeat(1 + chance.below(30));
                text.insert_str(start, &piece);
            }
            3 => text.insert_str(start, &odd::text(chance)),
            4 => text.insert_str(start, odd::number(chance)),
            5 => *text = text.replace('\n', "\r\n"),
            6 if chance.one_in(4) => *path = format!("{}.json", odd::text(chance)),
            _ => text.replace_range(start..end, chance.pick::<&str>(odd::SPLINTERS)),
        }
    }
}

/// Changes what a file of the edition holds, if it is JSON.
fn change(edition: &mut Edition, chance: &mut Chance, with: impl FnOnce(&mut Value, &mut Chance)) {
    let index = chance.below(edition.files.len());
    let text = &mut edition.files[index].1;
    let Ok(mut root) = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) else {
        return;
    };
    with(&mut root, chance);
    *text = if chance.one_in(2) { format!("{root:#}") } else { root.to_string() };
}

/// The pointer of some value: on the way down every step may be the last.
fn any_pointer(root: &Value, chance: &mut Chance) -> String {
    let (mut value, mut pointer) = (root, String::new());
    loop {
        let step = match value {
            Value::Array(all) if !all.is_empty() => chance.below(all.len()).to_string(),
            Value::Object(all) if !all.is_empty() => {
                let key = all.keys().nth(chance.below(all.len())).expect("a key");
                key.replace('~', "~0").replace('/', "~1")
            }
            _ => return pointer,
        };
        let next = format!("{pointer}/{step}");
        let Some(inner) = root.pointer(&next).filter(|_| !chance.one_in(6)) else {
            return pointer;
        };
        (value, pointer) = (inner, next);
    }
}

/// Some value of some edition.
fn borrowed(others: &[Edition], chance: &mut Chance) -> Value {
    let edition = chance.pick(others);
    let (_, text) = chance.pick(&edition.files);
    let Ok(root) = serde_json::from_str::<Value>(text) else { return odd::value(chance) };
    let pointer = any_pointer(&root, chance);
    root.pointer(&pointer).cloned().unwrap_or(Value::Null)
}

fn mutate(value: &mut Value, others: &[Edition], chance: &mut Chance) {
    match (chance.below(8), &mut *value) {
        (0, Value::Array(all)) if !all.is_empty() => {
            all.remove(chance.below(all.len()));
        }
        (1, Value::Array(all)) if !all.is_empty() => {
            let copy = chance.pick(all).clone();
            let count = if chance.one_in(10) { 300 } else { 1 + chance.below(4) };
            all.extend(std::iter::repeat_n(copy, count));
        }
        (2, Value::Array(all)) if !all.is_empty() => {
            let (one, other) = (chance.below(all.len()), chance.below(all.len()));
            all.swap(one, other);
        }
        (3, Value::Array(all)) => all.push(odd::value(chance)),
        (0, Value::Object(all)) if !all.is_empty() => {
            let key = all.keys().nth(chance.below(all.len())).expect("a key").clone();
            all.remove(&key);
        }
        (1, Value::Object(all)) if all.len() > 1 => {
            let mut values: Vec<Value> = all.values().cloned().collect();
            let (one, other) = (chance.below(values.len()), chance.below(values.len()));
            values.swap(one, other);
            all.values_mut().zip(values).for_each(|(place, value)| *place = value);
        }
        (2, Value::Object(all)) if !all.is_empty() => {
            let key = all.keys().nth(chance.below(all.len())).expect("a key").clone();
            all.insert(key, odd::value(chance));
        }
        (_, Value::String(text)) if chance.one_in(2) => {
            let at = chance.boundary(text);
            text.insert_str(at, &odd::text(chance));
        }
        (7, _) => *value = borrowed(others, chance),
        _ => *value = odd::value(chance),
    }
}
