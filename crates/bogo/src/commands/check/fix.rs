//! `bogo check --fix`: mending in the files what can be mended safely.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use bogo_model::diagnostic::{Edit, Fix};
use bogo_model::json::Documents;
use bogo_model::{Language, Message};

use super::choice::Choice;
use crate::folder::{Folder, Found};
use crate::reason::reason;
use crate::session::Session;
use crate::{Goal, render, write};

/// How often the edition is read again: what is mended may show more, and of
/// two fixes that overlap one waits for the other. Rules offer only what comes
/// to an end much sooner; it is there in case one rule's end is another's
/// beginning in several files.
const MOST_ROUNDS: usize = 40;

/// What a text editor puts before a text to say that it is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Mends what is chosen until there is nothing more to mend, and says what was
/// done. Returns whether all could be done.
pub(super) fn run(
    session: &mut Session,
    choice: &Choice,
    language: Language,
) -> anyhow::Result<bool> {
    let mut mended = BTreeMap::new();
    let mut refused = BTreeMap::new();
    let mut withheld = BTreeSet::new();
    // Fixes follow from the data alone.
    session.aim(Goal::Data);
    for _ in 0..MOST_ROUNDS {
        let outcome = session.set()?;
        let wanted = outcome.diagnostics.iter().filter(|diagnostic| choice.shows(diagnostic));
        let fixes = wanted.filter_map(|diagnostic| diagnostic.fix.as_ref()).collect();
        let round = mend(&session.folder()?, &outcome.documents, fixes);
        withheld = outcome.withheld;
        refused.extend(round.refused);
        if round.mended.is_empty() {
            break;
        }
        for (file, count) in round.mended {
            *mended.entry(file).or_insert(0) += count;
        }
    }
    for (file, count) in &mended {
        render::write(&match language {
            Language::Korean => format!("{file}: {count}건을 고쳤습니다\n"),
            Language::English => format!("{file}: mended {count}\n"),
        });
    }
    for file in &withheld {
        render::write(&match language {
            Language::Korean => format!(
                "{file}: 고치지 않았습니다. 다 읽지 못한 파일이니 아래의 잘못을 먼저 고치십시오\n"
            ),
            Language::English => {
                format!("{file}: not mended; it could not be read whole, mend its errors first\n")
            }
        });
    }
    for (file, refusal) in &refused {
        render::write(&refusal.words(file, language));
    }
    Ok(refused.is_empty())
}

/// What became of the fixes of a round.
#[derive(Debug, Default)]
struct Round {
    /// How many fixes were made in each file.
    mended: BTreeMap<String, usize>,
    /// The files that could not be changed.
    refused: BTreeMap<String, Refusal>,
}

/// Why a file is left as it is.
#[derive(Debug)]
enum Refusal {
    /// It is not there any more, or leads out of the edition.
    Gone,
    /// It is another than the one that was read.
    Changed,
    /// It may not be written.
    ReadOnly,
    /// It could not be read or written, for this reason.
    Failed(Message),
    /// It would not be JSON any more.
    Broken,
}

impl Refusal {
    fn words(&self, file: &str, language: Language) -> String {
        let (korean, english) = match self {
            Self::Gone => ("파일이 없어졌습니다", "the file is gone"),
            Self::Changed => (
                "읽은 뒤에 바뀌었습니다. 다시 검사하십시오",
                "it has changed since it was read; check again",
            ),
            Self::ReadOnly => (
                "읽기 전용 파일입니다. 속성에서 읽기 전용을 푸십시오",
                "it is read-only; make it writable",
            ),
            Self::Failed(reason) => (reason.text(Language::Korean), reason.text(Language::English)),
            Self::Broken => {
                ("고친 것이 JSON이 아니게 되어 그만두었습니다", "it would not be JSON any more")
            }
        };
        match language {
            Language::Korean => format!("오류: 고칠 수 없는 파일입니다 – {file}: {korean}\n"),
            Language::English => format!("error: cannot mend {file}: {english}\n"),
        }
    }
}

/// A file that is to be changed.
struct Target<'d> {
    path: PathBuf,
    /// Whether a byte order mark stands before the text.
    marked: bool,
    text: &'d str,
}

/// Makes those of the fixes that do not overlap. Each is made whole or not at
/// all: not if one of its files cannot be changed.
fn mend(folder: &Folder, documents: &Documents, fixes: Vec<&Fix>) -> Round {
    let mut round = Round::default();
    let mut targets = BTreeMap::new();
    let files: BTreeSet<&String> =
        fixes.iter().flat_map(|fix| &fix.edits).map(|edit| &edit.file).collect();
    for file in files {
        match target(folder, documents, file) {
            Ok(target) => drop(targets.insert(file, target)),
            Err(refusal) => drop(round.refused.insert(file.clone(), refusal)),
        }
    }
    let mut edits: BTreeMap<&String, Vec<&Edit>> = BTreeMap::new();
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for fix in fixes {
        let is_free = |edit: &Edit| {
            let made = edits.get(&edit.file);
            targets.contains_key(&edit.file)
                && made.is_none_or(|made| made.iter().all(|other| !overlap(edit, other)))
        };
        if !fix.edits.iter().all(is_free) {
            continue;
        }
        for edit in &fix.edits {
            edits.entry(&edit.file).or_default().push(edit);
        }
        fix.edits.first().into_iter().for_each(|edit| *counts.entry(&edit.file).or_default() += 1);
    }
    for (file, edits) in edits {
        let Some(target) = targets.get(file) else { continue };
        match target.replace(edits) {
            Ok(()) => {
                round.mended.insert(file.clone(), counts.get(file).copied().unwrap_or_default());
            }
            Err(refusal) => {
                round.refused.insert(file.clone(), refusal);
            }
        }
    }
    round
}

/// Whether two edits are of the same bytes, or begin at the same one.
fn overlap(one: &Edit, other: &Edit) -> bool {
    let (one, other) = (&one.range, &other.range);
    one.start == other.start || one.start < other.end && other.start < one.end
}

/// The file of the edition, if it may be changed and is still what was read.
fn target<'d>(
    folder: &Folder,
    documents: &'d Documents,
    file: &str,
) -> Result<Target<'d>, Refusal> {
    let (path, text) = match (folder.find(file), documents.text(file)) {
        (Found::File(path), Some(text)) => (path, text),
        (Found::Refused(error), _) => return Err(Refusal::Failed(reason(&error))),
        _ => return Err(Refusal::Gone),
    };
    let failed = |error: std::io::Error| Refusal::Failed(reason(&error));
    if fs::metadata(&path).map_err(failed)?.permissions().readonly() {
        return Err(Refusal::ReadOnly);
    }
    let bytes = fs::read(&path).map_err(failed)?;
    let plain = bytes.strip_prefix(BYTE_ORDER_MARK);
    if plain.unwrap_or(&bytes) != text.as_bytes() {
        return Err(Refusal::Changed);
    }
    Ok(Target { path, marked: plain.is_some(), text })
}

impl Target<'_> {
    /// Writes the file with the edits made; every other byte stays.
    fn replace(&self, mut edits: Vec<&Edit>) -> Result<(), Refusal> {
        edits.sort_by_key(|edit| edit.range.start);
        let mut text = String::with_capacity(self.text.len());
        let mut end = 0;
        for edit in edits {
            text.push_str(self.text.get(end..edit.range.start).ok_or(Refusal::Broken)?);
            text.push_str(&edit.text);
            end = edit.range.end;
        }
        text.push_str(self.text.get(end..).ok_or(Refusal::Broken)?);
        let mut faults = Vec::new();
        Documents::default().add("", &text, &mut faults);
        if !faults.is_empty() {
            return Err(Refusal::Broken);
        }
        let mark = if self.marked { BYTE_ORDER_MARK } else { &[] };
        write::replace(&self.path, &[mark, text.as_bytes()].concat())
            .map_err(|error| Refusal::Failed(reason(&error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a file, which has been read.
    struct Read {
        folder: tempfile::TempDir,
        documents: Documents,
    }

    impl Read {
        fn new(text: &str) -> Self {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("a.json"), text).unwrap();
            let mut documents = Documents::default();
            documents.add("a.json", text.trim_start_matches('\u{feff}'), &mut Vec::new());
            Self { folder, documents }
        }

        /// A fix that puts one word in the place of another.
        fn fix(&self, word: &str, instead: &str) -> Fix {
            let start = self.documents.text("a.json").unwrap().find(word).unwrap();
            let (range, text) = (start..start + word.len(), instead.to_owned());
            Fix { edits: vec![Edit { file: "a.json".to_owned(), range, text }] }
        }

        fn mend(&self, fixes: &[Fix]) -> Round {
            let folder = Folder::open(self.folder.path()).unwrap();
            mend(&folder, &self.documents, fixes.iter().collect())
        }

        fn now(&self) -> String {
            fs::read_to_string(self.folder.path().join("a.json")).unwrap()
        }
    }

    #[test]
    fn only_the_bytes_of_a_fix_are_replaced() {
        let text =
            "\u{feff}{ \"b\" :\t\"가\\n나 \\u2019\",\r\n\r\n\t\"a\": [1.50, \"다\"]}\r\n \r\n";
        let read = Read::new(text);
        let round = read.mend(&[read.fix("다", "라\\\"마"), read.fix("나", "")]);
        assert!(round.refused.is_empty(), "{:?}", round.refused);
        assert_eq!(round.mended, BTreeMap::from([("a.json".to_owned(), 2)]));
        assert_eq!(read.now(), text.replace("다", "라\\\"마").replace("나", ""));
    }

    #[test]
    fn of_two_fixes_that_overlap_one_waits() {
        let read = Read::new("[\"가나다 라\"]");
        let round = read.mend(&[read.fix("가나", "1"), read.fix("나다", "2"), read.fix("라", "3")]);
        assert_eq!((round.mended["a.json"], read.now().as_str()), (2, "[\"1다 3\"]"));
        let twice = Read::new("[\"가\"]");
        let insertion = Edit { range: 2..2, ..twice.fix("가", "나").edits.remove(0) };
        let insertion = Fix { edits: vec![insertion] };
        let round = twice.mend(&[insertion.clone(), insertion]);
        assert_eq!((round.mended["a.json"], twice.now().as_str()), (1, "[\"나가\"]"));
    }

    #[test]
    fn a_fix_of_several_places_is_made_whole_or_not_at_all() {
        let read = Read::new("[\"가\", \"나\", \"다\"]");
        let mut both = read.fix("나", "2");
        both.edits.extend(read.fix("다", "3").edits);
        let round = read.mend(&[read.fix("다", "4"), both.clone()]);
        assert_eq!((round.mended["a.json"], read.now().as_str()), (1, "[\"가\", \"나\", \"4\"]"));
        let read = Read::new("[\"가\", \"나\", \"다\"]");
        both.edits[1].file = "gone.json".to_owned();
        let round = read.mend(&[both, read.fix("가", "1")]);
        assert!(matches!(round.refused["gone.json"], Refusal::Gone));
        assert_eq!((round.mended["a.json"], read.now().as_str()), (1, "[\"1\", \"나\", \"다\"]"));
    }

    #[test]
    fn a_file_that_is_not_what_was_read_or_may_not_be_written_is_left_alone() {
        let read = Read::new("[\"가\"]");
        let fix = read.fix("가", "나");
        let file = read.folder.path().join("a.json");
        let mut permissions = fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).unwrap();
        let round = read.mend(std::slice::from_ref(&fix));
        assert!(matches!(round.refused["a.json"], Refusal::ReadOnly));
        fs::remove_file(&file).unwrap();
        let round = read.mend(std::slice::from_ref(&fix));
        assert!(matches!(round.refused["a.json"], Refusal::Gone));
        fs::write(&file, "[\"다\"]").unwrap();
        let round = read.mend(&[fix]);
        assert!(matches!(round.refused["a.json"], Refusal::Changed));
        assert_eq!((round.mended.len(), read.now().as_str()), (0, "[\"다\"]"));
    }

    #[test]
    fn what_would_not_be_json_any_more_is_not_written() {
        let read = Read::new("[\"가\"]");
        let round = read.mend(&[read.fix("가", "\"")]);
        assert!(matches!(round.refused["a.json"], Refusal::Broken));
        assert_eq!(read.now(), "[\"가\"]");
        let mut beyond = read.fix("가", "나");
        beyond.edits[0].range = 3..40;
        assert!(matches!(read.mend(&[beyond]).refused["a.json"], Refusal::Broken));
    }

    #[test]
    #[cfg(unix)]
    fn a_link_stays_a_link() {
        let read = Read::new("[\"가\"]");
        let (link, real) = (read.folder.path().join("a.json"), read.folder.path().join("b.json"));
        fs::rename(&link, &real).unwrap();
        std::os::unix::fs::symlink("b.json", &link).unwrap();
        assert_eq!(read.mend(&[read.fix("가", "나")]).mended["a.json"], 1);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(real).unwrap(), "[\"나\"]");
    }
}
