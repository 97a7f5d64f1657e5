//! Where the time goes.

use std::time::{Duration, Instant};

/// How long each stage took, in order.
#[derive(Debug, Default)]
pub struct Timings {
    stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    /// Does a stage and notes how long it takes.
    pub fn stage<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let begin = Instant::now();
        let result = work();
        self.stages.push((name, begin.elapsed()));
        result
    }

    /// The stages with their times.
    pub fn stages(&self) -> &[(&'static str, Duration)] {
        &self.stages
    }

    /// The stages as lines of a table, with their sum.
    pub(crate) fn table(&self) -> String {
        let line = |(stage, time): (&str, Duration)| {
            format!("{stage:>10} {:8.1} ms\n", time.as_secs_f64() * 1e3)
        };
        let sum = self.stages.iter().map(|(_, time)| *time).sum();
        self.stages.iter().copied().chain([("sum", sum)]).map(line).collect()
    }
}
