//! A line on a terminal, for work that takes its time.

use std::io::{IsTerminal as _, stderr};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);

/// Shows what is being done, if it takes long. The line is gone as soon as
/// this is.
pub(super) struct Progress {
    /// Where the names of stages are sent, while there are any to come.
    names: Option<Sender<&'static str>>,
    shown: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins; says nothing where errors do not go to a terminal.
    pub(super) fn begin() -> Option<Self> {
        if !stderr().is_terminal() {
            return None;
        }
        let (sender, receiver) = mpsc::channel();
        let shown = thread::spawn(move || show(&receiver));
        Some(Self { names: Some(sender), shown: Some(shown) })
    }

    /// Says what is being done now.
    pub(super) fn show(&self, name: &'static str) {
        if let Some(names) = &self.names {
            // The other end is gone only when the program is.
            let _ = names.send(name);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.names.take());
        if let Some(shown) = self.shown.take() {
            let _ = shown.join();
        }
    }
}

/// Shows the last name that came, from when patience is over until no more can
/// come.
fn show(names: &Receiver<&'static str>) {
    let mut name = "";
    let deadline = Instant::now() + PATIENCE;
    loop {
        match names.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(next) => name = next,
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
    let bar = ProgressBar::new_spinner().with_message(name);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    while let Ok(next) = names.recv() {
        bar.set_message(next);
    }
    bar.finish_and_clear();
}
