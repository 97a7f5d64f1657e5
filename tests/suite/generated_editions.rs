//! Nothing of an edition is lost, whatever it is made of: generated editions,
//! whose words are counted on their pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bogo_model::Severity;
use bogo_model::check::pages::{Area, Laid, LaidPage, LaidText, Layer};
use bogo_model::format::Block;
use bogo_press::{Proof, Purpose, Standards};

use crate::fixture::squeezed;
use crate::generator::{Generated, PICTURES, generated};
use crate::runs::runs;

/// How many editions are made in an ordinary run.
const USUAL: u64 = 100;

/// Of every so many editions the PDF is read back, too.
const PDF_EVERY: u64 = 6;

/// What cannot be seen, in points.
const UNSEEN: f64 = 1.0;

/// The smallest type that can be read, in points.
const LEAST_TYPE: f64 = 5.99;

/// A folder in which one edition after the other is set.
struct Bench {
    folder: tempfile::TempDir,
    session: bogo::Session,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, width, height) in PICTURES {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            image::GrayImage::new(width, height).save(path).expect("a picture");
        }
        let mut session = bogo::Session::new(folder.path(), Purpose::Screen);
        session.aim(bogo::Goal::Findings);
        Self { folder, session }
    }

    /// Puts an edition in place of the last one.
    fn put(&self, edition: &Generated) {
        write(self.folder.path(), edition);
    }

    /// What is wrong with an edition; where it is asked for and nothing else is,
    /// with its PDF.
    fn faults(&mut self, edition: &Generated, reads_pdf: bool) -> Vec<String> {
        self.put(edition);
        let outcome = self.session.set().expect("an outcome");
        let mut faults = Vec::new();
        for found in &outcome.diagnostics {
            if found.severity == Severity::Error || found.code.name() == "template" {
                faults.push(format!("finding: {found}"));
            }
        }
        let Some(proof) = outcome.proof else {
            faults.push("no pages".to_owned());
            return faults;
        };
        let laid = proof.laid();
        let pieces = printed(&laid);
        let said = pieces.concat();
        let mut lost: Vec<&str> = edition.words.iter().map(String::as_str).collect();
        lost.retain(|word| !said.contains(word));
        lost.retain(|word| !is_parted(word, &pieces));
        if !lost.is_empty() {
            faults.push(format!("{} words lost: {:?}", lost.len(), &lost[..lost.len().min(4)]));
        }
        faults.extend(laid.pages.iter().enumerate().flat_map(|(index, page)| {
            let own = page_faults(page);
            own.into_iter().map(move |fault| format!("page {}: {fault}", index + 1))
        }));
        if reads_pdf && faults.is_empty() {
            faults.extend(pdf_faults(&proof, edition));
        }
        faults
    }
}

/// Writes an edition's files into a folder, without those of another.
fn write(folder: &Path, edition: &Generated) {
    let _ = fs::remove_dir_all(folder.join("projects"));
    let _ = fs::remove_dir_all(folder.join("templates"));
    let _ = fs::remove_file(folder.join("overview.json"));
    for (path, value) in &edition.files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, value.to_string()).expect("a file");
    }
}

/// What stands on paper, in the order of painting, spaces left out.
fn printed(laid: &Laid) -> Vec<String> {
    let mut said = Vec::new();
    for page in &laid.pages {
        let shown = page.texts.iter().filter(|text| !text.is_cut && is_on(&page.paper, text));
        let shown = shown.filter(|text| text.layer != Layer::Whole);
        said.extend(shown.map(|text| squeezed(&text.words)));
    }
    said
}

/// Whether a word that is wider than its column stands in pieces, one at the
/// end of a line and the next at the beginning of one: where a page ends, what
/// stands beside it comes between them.
fn is_parted(word: &str, lines: &[String]) -> bool {
    cuts(word).any(|(first, rest)| {
        let begun = lines.iter().position(|line| line.ends_with(first));
        begun.is_some_and(|begun| goes_on(rest, &lines[begun + 1..]))
    })
}

/// Whether the rest of a word stands at the beginning of a line, or fills one
/// and goes on.
fn goes_on(rest: &str, lines: &[String]) -> bool {
    if lines.iter().any(|line| line.starts_with(rest)) {
        return true;
    }
    cuts(rest).any(|(first, rest)| {
        let begun = lines.iter().position(|line| line == first);
        begun.is_some_and(|begun| goes_on(rest, &lines[begun + 1..]))
    })
}

/// The ways to cut a word in two.
fn cuts(word: &str) -> impl Iterator<Item = (&str, &str)> {
    word.char_indices().skip(1).map(|(index, _)| word.split_at(index))
}

/// What is wrong with the PDF of an edition, read back from what it writes.
fn pdf_faults(proof: &Proof, edition: &Generated) -> Vec<String> {
    let standards = Standards::parse(["a-2a", "ua-1"]).expect("standards");
    let pdf = match proof.pdf(&standards) {
        Ok(pdf) => pdf,
        Err(error) => return vec![format!("no PDF: {error}")],
    };
    let papers: Vec<Area> = proof.laid().pages.iter().map(|page| page.paper).collect();
    let mut pieces = Vec::new();
    for (runs, paper) in runs(&pdf).iter().zip(papers) {
        let shown = runs.iter().filter(|run| {
            let (x, y) = run.at;
            x > -UNSEEN && x < paper.right && y > -UNSEEN && y < paper.bottom
        });
        for run in shown.filter(|run| run.size > LEAST_TYPE) {
            pieces.push(squeezed(&run.words));
        }
    }
    let said = pieces.concat();
    let lost = edition.words.iter().filter(|word| !said.contains(word.as_str()));
    let lost = lost.filter(|word| !is_parted(word, &pieces));
    lost.map(|word| format!("{word} is not in the PDF")).collect()
}

fn is_on(part: &Area, text: &LaidText) -> bool {
    let own = &text.area;
    own.left > part.left - UNSEEN
        && own.right < part.right + UNSEEN
        && own.top > part.top - UNSEEN
        && own.bottom < part.bottom + UNSEEN
}

/// Words of a page that stand in others or are too small, one of each kind;
/// every word is held against every other.
fn page_faults(page: &LaidPage) -> Vec<String> {
    let mut faults = BTreeMap::new();
    let texts: Vec<&LaidText> = page.texts.iter().filter(|text| text.has_letters()).collect();
    for (index, text) in texts.iter().enumerate() {
        if text.size < LEAST_TYPE {
            faults.entry("small").or_insert(format!("{:.1} pt: {}", text.size, text.words));
        }
        for other in &texts[..index] {
            let (one, two) = (&text.area, &other.area);
            let across = one.right.min(two.right) - one.left.max(two.left);
            let down = one.bottom.min(two.bottom) - one.top.max(two.top);
            if across > UNSEEN && down > 0.3 * one.height().min(two.height()) {
                let words = format!("{} in {}", text.words, other.words);
                faults.entry("over").or_insert(words);
            }
        }
    }
    faults.into_iter().map(|(kind, words)| format!("{kind}: {words}")).collect()
}

/// The seeds that are tried: as many as `BOGO_GENERATED` says, from
/// `BOGO_GENERATED_FROM` on.
fn seeds() -> Vec<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let first: u64 = number("BOGO_GENERATED_FROM").unwrap_or(0);
    (first..first + number("BOGO_GENERATED").unwrap_or(USUAL)).collect()
}

#[test]
fn every_word_of_generated_editions_stands_on_their_pages() {
    let seeds = seeds();
    let kept = std::env::var_os("BOGO_GENERATED_KEEP");
    let parts = seeds.chunks(seeds.len().div_ceil(2));
    let failed: Vec<String> = std::thread::scope(|scope| {
        let runs: Vec<_> = parts
            .map(|seeds| {
                let kept = kept.clone();
                scope.spawn(move || {
                    let mut bench = Bench::new();
                    let mut failed = Vec::new();
                    for seed in seeds {
                        let edition = generated(*seed);
                        let faults = bench.faults(&edition, seed % PDF_EVERY == 0);
                        if faults.is_empty() {
                            continue;
                        }
                        if let Some(folder) = &kept {
                            let folder = Path::new(folder).join(seed.to_string());
                            fs::create_dir_all(&folder).expect("a folder");
                            write(&folder, &edition);
                        }
                        let shown = faults[..faults.len().min(6)].join("\n    ");
                        failed.push(format!("seed {seed}: {}\n    {shown}", edition.outline));
                    }
                    failed
                })
            })
            .collect();
        runs.into_iter().flat_map(|run| run.join().expect("a run")).collect()
    });
    assert!(
        failed.is_empty(),
        "{} of {} editions:\n{}",
        failed.len(),
        seeds.len(),
        failed.join("\n")
    );
}

#[test]
fn every_kind_of_block_is_generated() {
    let mut missing: Vec<String> = Block::KINDS
        .iter()
        .filter(|(kind, _)| *kind != "item")
        .map(|(kind, _)| format!("\"kind\":\"{kind}\""))
        .collect();
    for seed in 0..USUAL {
        let files = generated(seed).files;
        let text: String = files.iter().map(|(_, file)| file.to_string()).collect();
        missing.retain(|kind| !text.contains(kind));
    }
    assert_eq!(missing, [""; 0], "kinds that are never made");
}
