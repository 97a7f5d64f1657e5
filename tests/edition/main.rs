//! What whoever shows a report is given: an edition, read through its public
//! interface alone.

#![expect(clippy::disallowed_methods, reason = "these tests read reports from their folders")]

mod plain_text;
#[path = "../reading.rs"]
mod reading;
mod sources;

use bogo_model::edition::Edition;
use bogo_model::json::Documents;

/// The real reports.
const REPORTS: [&str; 3] = ["2024-q3", "namyangju-transport-2026-08", "jeonnam-arts-2019"];

/// The edition that these files are, and the files.
fn resolved(files: Vec<(String, String)>) -> (Edition, Documents) {
    let (edition, documents, _) = reading::resolved(files);
    (edition.expect("a report"), documents)
}

/// A real report.
fn report(name: &str) -> (Edition, Documents) {
    resolved(reading::files_of(name))
}
