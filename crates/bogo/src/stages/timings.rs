//! Where the time goes.

use std::time::Duration;

use bogo_model::Language;
use unicode_width::UnicodeWidthStr as _;

use super::Stage;
use crate::say;

/// The columns on the terminal that the names take.
const NAME_WIDTH: usize = 10;

/// The stages with their times in milliseconds as lines of a table, with their
/// sum.
pub(super) fn table(times: &[(Stage, Duration)], language: Language) -> String {
    let sum = (say(language, "합계", "sum"), times.iter().map(|(_, time)| *time).sum());
    let stages = times.iter().map(|(stage, time)| (stage.name(language), *time));
    stages.chain([sum]).map(|(name, time)| line(name, time)).collect()
}

/// A line of the table. Hangul is two columns wide.
fn line(name: &str, time: Duration) -> String {
    let pad = NAME_WIDTH.saturating_sub(name.width());
    format!("{:pad$}{name} {:8.1} ms\n", "", time.as_secs_f64() * 1e3)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIMES: [(Stage, Duration); 2] =
        [(Stage::Read, Duration::from_micros(1250)), (Stage::Pdf, Duration::from_millis(340))];

    #[test]
    fn names_end_in_one_column_in_both_languages() {
        let english = "      read      1.2 ms\n       pdf    340.0 ms\n       sum    341.2 ms\n";
        assert_eq!(table(&TIMES, Language::English), english);
        let korean = "      읽기      1.2 ms\nPDF 만들기    340.0 ms\n      합계    341.2 ms\n";
        assert_eq!(table(&TIMES, Language::Korean), korean);
    }
}
