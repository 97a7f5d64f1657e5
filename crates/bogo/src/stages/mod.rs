//! The stages of the way from a folder to a file: their names, showing the one
//! at hand, and how long each took.

mod progress;
mod timings;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use bogo_model::Language;

use crate::say;
use progress::Progress;

/// A stage of the way from a folder to a file. None is part of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The files of an edition are found, its texts are read.
    Read,
    /// The texts become a manuscript; faces and templates are read beside it.
    Parse,
    /// What the pictures are is looked up.
    Inspect,
    /// Everything that the data leaves open is decided.
    Resolve,
    /// The pictures are prepared for the pages.
    Pictures,
    /// The pages are laid out.
    Set,
    /// The pages are looked through by the rules.
    Check,
    /// The pages become a PDF.
    Pdf,
    /// The pages become images.
    Png,
    /// The pages become drawings.
    Svg,
    /// What was made is written to the disk.
    Write,
}

impl Stage {
    /// What the stage is called wherever it is named.
    fn name(self, language: Language) -> &'static str {
        let (korean, english) = match self {
            Self::Read => ("읽기", "read"),
            Self::Parse => ("풀기", "parse"),
            Self::Inspect => ("그림 보기", "inspect"),
            Self::Resolve => ("정하기", "resolve"),
            Self::Pictures => ("그림 준비", "pictures"),
            Self::Set => ("조판", "set"),
            Self::Check => ("쪽 검사", "check"),
            Self::Pdf => ("PDF 만들기", "pdf"),
            Self::Png => ("PNG 만들기", "png"),
            Self::Svg => ("SVG 만들기", "svg"),
            Self::Write => ("쓰기", "write"),
        };
        say(language, korean, english)
    }
}

/// Whoever wants to know of the stages that some work goes through. The usual
/// one is nobody, which costs nothing; clones are one and the same.
#[derive(Clone, Default)]
pub(crate) struct Stages(Option<Arc<Listener>>);

/// What is known of the stages.
struct Listener {
    language: Language,
    /// The line that shows the stage at hand, while there is one.
    progress: Mutex<Option<Progress>>,
    /// How long each stage took, in the order in which they ended.
    times: Mutex<Vec<(Stage, Duration)>>,
}

impl Stages {
    /// Times the stages, and shows the one at hand, unless `quiet`, in a line
    /// on the terminal.
    pub(crate) fn shown(quiet: bool, language: Language) -> Self {
        let progress = Mutex::new(if quiet { None } else { Progress::begin() });
        Self(Some(Arc::new(Listener { language, progress, times: Mutex::default() })))
    }

    /// Does the work of a stage, on whichever thread.
    pub(crate) fn during<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let Some(listener) = &self.0 else { return work() };
        if let Some(progress) = &*lock(&listener.progress) {
            progress.show(stage.name(listener.language));
        }
        let begin = Instant::now();
        let result = work();
        lock(&listener.times).push((stage, begin.elapsed()));
        result
    }

    /// Takes the line away again, before anything else is said. Stages are
    /// still timed.
    pub(crate) fn hide(&self) {
        if let Some(listener) = &self.0 {
            drop(lock(&listener.progress).take());
        }
    }

    /// The stages with the time that each took, as lines of a table, and their
    /// sum.
    pub(crate) fn table(&self) -> String {
        let table =
            |listener: &Arc<Listener>| timings::table(&lock(&listener.times), listener.language);
        self.0.as_ref().map(table).unwrap_or_default()
    }
}

/// What a listener holds. Nothing panics while it is held.
fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_that_nobody_wants_to_know_of_do_their_work() {
        let stages = Stages::default();
        assert_eq!(stages.during(Stage::Set, || 7), 7);
        stages.hide();
        assert_eq!(stages.table(), "");
    }

    #[test]
    fn stages_are_listed_as_often_as_they_were_gone_through_whatever_the_thread() {
        let stages = Stages::shown(true, Language::English);
        let heard = stages.clone();
        heard.during(Stage::Read, || ());
        rayon::scope(|scope| scope.spawn(|_| heard.during(Stage::Parse, || ())));
        heard.during(Stage::Set, || ());
        stages.hide();
        stages.during(Stage::Set, || ());
        let table = stages.table();
        let names: Vec<&str> = table.lines().filter_map(|l| l.split_whitespace().next()).collect();
        assert_eq!(names, ["read", "parse", "set", "set", "sum"]);
    }
}
