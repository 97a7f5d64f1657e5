//! Progress on a terminal, for work that takes its time.

use std::io::{IsTerminal as _, stderr};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use bogo_model::Language;
use indicatif::{ProgressBar, ProgressStyle};

use crate::say;

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// Shows what is being done, if it takes long and someone is looking.
pub(crate) struct Progress {
    language: Language,
    steps: Option<(Sender<&'static str>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins. Says nothing where errors do not go to a terminal, or if
    /// `quiet`.
    pub(crate) fn begin(quiet: bool, language: Language) -> Self {
        if quiet || !stderr().is_terminal() {
            return Self { language, steps: None };
        }
        let (sender, receiver) = mpsc::channel::<&'static str>();
        let shown = thread::spawn(move || {
            let mut step = "";
            let deadline = std::time::Instant::now() + PATIENCE;
            loop {
                let left = deadline.saturating_duration_since(std::time::Instant::now());
                match receiver.recv_timeout(left) {
                    Ok(next) => step = next,
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            let bar = ProgressBar::new_spinner().with_message(step);
            if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(100));
            while let Ok(next) = receiver.recv() {
                bar.set_message(next);
            }
            bar.finish_and_clear();
        });
        Self { language, steps: Some((sender, shown)) }
    }

    /// Says what is being done now.
    pub(crate) fn step(&self, korean: &'static str, english: &'static str) {
        if let Some((sender, _)) = &self.steps {
            // The other end is gone only when the program is.
            let _ = sender.send(say(self.language, korean, english));
        }
    }

    /// Takes the line away again.
    pub(crate) fn end(self) {
        if let Some((sender, shown)) = self.steps {
            drop(sender);
            let _ = shown.join();
        }
    }
}
