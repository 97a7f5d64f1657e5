//! Edits of the first report in one session, as an editor with a preview makes
//! them: how long each takes until the pages that changed are there as SVG,
//! and what the session holds in memory. Prints Markdown for
//! `docs/performance.md`.
//!
//! `cargo bench --bench edits -- 200` makes 200 edits in place of 2,000.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use bogo::Session;
use bogo_press::{Proof, Purpose};

/// How many edits are made if nothing else is asked for.
const EDITS: usize = 2000;

/// How many edits the beginning and the end of the session are.
const STRETCH: usize = 100;

/// The fields that are edited in turn: the file, and the text that a number
/// is put in place of. One changes totals elsewhere, the other only its line.
const FIELDS: [(&str, &str, &str); 2] = [
    (
        "projects/1-city-brand.json",
        "126500, 152000, 28000], \"total\": 514364",
        "1#, 152000, 28000]",
    ),
    ("overview.json", "구민 정보화교육 실시", "구민 정보화교육 #회 실시"),
];

/// What one edit cost.
struct Edit {
    time: Duration,
    changed: usize,
    resident_kib: u64,
}

#[expect(clippy::print_stdout, reason = "the figures are what this program is for")]
fn main() {
    let asked = std::env::args().find_map(|argument| argument.parse().ok());
    let count = asked.unwrap_or(EDITS).max(STRETCH);
    let edits = edit(count);
    let changed: usize = edits.iter().map(|edit| edit.changed).sum();
    let all = times(&edits);
    let (first, last) = (&edits[..STRETCH], &edits[count - STRETCH..]);
    let [median, p95, longest] = [0.5, 0.95, 1.0].map(|share| quantile(&all, share));
    let [began, ended] = [first, last].map(|stretch| quantile(&times(stretch), 0.5));
    let [little, much] = [first, last].map(|stretch| stretch[STRETCH - 1].resident_kib as f64);
    println!("| work | found | goal |");
    println!("|---|---|---|");
    println!("| one field changed → changed pages as SVG, {count} edits | | |");
    println!("| … median | {median:.1} ms | ≤ 12 ms |");
    println!("| … p95 | {p95:.1} ms | ≤ 25 ms |");
    println!("| … longest | {longest:.1} ms | |");
    println!("| … pages that changed, on average | {:.2} | |", changed as f64 / count as f64);
    println!(
        "| memory after the last {STRETCH} edits against the first | {:.0} MiB / {:.0} MiB = {:.2} × | ≤ 1.20 × |",
        much / 1024.0,
        little / 1024.0,
        much / little
    );
    println!(
        "| median time of the last {STRETCH} edits against the first | {ended:.1} ms / {began:.1} ms = {:.2} × | ≤ 1.00 × |",
        ended / began
    );
}

fn times(edits: &[Edit]) -> Vec<Duration> {
    edits.iter().map(|edit| edit.time).collect()
}

/// Makes so many edits, each with a value that was not there before: nothing
/// kept of an earlier setting may answer for it.
fn edit(count: usize) -> Vec<Edit> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/2024-q3");
    copy(&report, folder.path());
    let mut session = Session::new(folder.path(), Purpose::Screen);
    let mut shown: HashSet<u128> = set(&mut session).page_hashes().into_iter().collect();
    let originals = FIELDS.map(|(file, ..)| fs::read_to_string(report.join(file)).expect("a file"));
    let edit = |number: usize| {
        let turn = number % FIELDS.len();
        let (file, from, to) = FIELDS[turn];
        assert!(originals[turn].contains(from), "{file} does not hold {from}");
        let to = to.replace('#', &format!("{:05}", 10_000 + number));
        fs::write(folder.path().join(file), originals[turn].replace(from, &to)).expect("a save");
        let begin = Instant::now();
        let proof = set(&mut session);
        let hashes = proof.page_hashes();
        let changed = (1..).zip(&hashes).filter(|(_, hash)| !shown.contains(*hash));
        let changed: Vec<usize> = changed.map(|(page, _)| page).collect();
        let changed = proof.svgs(&changed).expect("the pages are there");
        let time = begin.elapsed();
        assert!(!changed.is_empty(), "edit {number} is not seen");
        shown = hashes.into_iter().collect();
        Edit { time, changed: changed.len(), resident_kib: resident_kib() }
    };
    (0..count).map(edit).collect()
}

fn set(session: &mut Session) -> Proof {
    let outcome = session.set().expect("the report can be read");
    outcome.proof.expect("the report has pages")
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).min_depth(1) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.path().strip_prefix(from).expect("it is below"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder");
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// The smallest time, in milliseconds, that this share of all does not exceed.
fn quantile(times: &[Duration], share: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort();
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted[rank.saturating_sub(1)].as_secs_f64() * 1e3
}

/// The memory that this process holds; 0 where the system does not say.
fn resident_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
