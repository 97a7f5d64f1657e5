//! Noticing that something in a folder changes.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// A bell that rings when something below a folder changes.
///
/// It says no more than that, and systems do not ring for everything: network
/// drives are silent, and queues overflow. What has changed is found out by
/// looking at the folder, which is done now and then without a ring, too.
pub(crate) struct Watcher {
    folder: PathBuf,
    made: PathBuf,
    /// The folder that is being watched, by its real path.
    watched: Option<(PathBuf, RecommendedWatcher)>,
    refused: bool,
    rings: Receiver<Ring>,
    cord: Sender<Ring>,
}

/// What an event means to someone who looks at the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ring {
    /// Something may be different.
    Change,
    /// The folder itself was moved or removed, so that its path may lead to
    /// another one, which is not being watched.
    Loss,
}

impl Watcher {
    /// A bell for a folder, which does not ring for the file, given by its
    /// real path, that is made of it.
    pub(crate) fn new(folder: &Path, made: PathBuf) -> Self {
        let (cord, rings) = mpsc::channel();
        Self { folder: folder.to_owned(), made, watched: None, refused: false, rings, cord }
    }

    /// Sees to it that the folder that the path leads to now is the one that
    /// is watched. If this is done before looking at the folder, nothing falls
    /// between the look and the next ring.
    ///
    /// # Errors
    /// When the system refuses to watch. It is not asked a second time.
    pub(crate) fn attend(&mut self) -> Result<(), notify::Error> {
        let Ok(real) = fs::canonicalize(&self.folder) else {
            self.watched = None;
            return Ok(());
        };
        if self.refused || self.watched.as_ref().is_some_and(|(path, _)| *path == real) {
            return Ok(());
        }
        self.watched = None;
        match watch(&real, &self.made, &self.cord) {
            Ok(watcher) => self.watched = Some((real, watcher)),
            // It has gone again in this moment, as the next look will show.
            Err(_) if !real.is_dir() => {}
            Err(error) => {
                self.refused = true;
                return Err(error);
            }
        }
        Ok(())
    }

    /// Waits for a ring, but no longer than that. Returns whether it rang. All
    /// rings up to now are one.
    pub(crate) fn wait(&mut self, limit: Duration) -> bool {
        let Ok(first) = self.rings.recv_timeout(limit) else { return false };
        let mut rings = std::iter::once(first).chain(self.rings.try_iter());
        // All have to be taken, not only those up to the first loss.
        if rings.by_ref().fold(false, |lost, ring| lost | (ring == Ring::Loss)) {
            self.watched = None;
        }
        true
    }
}

fn watch(folder: &Path, made: &Path, cord: &Sender<Ring>) -> notify::Result<RecommendedWatcher> {
    let (real, made, cord) = (folder.to_owned(), made.to_owned(), cord.clone());
    let handle = move |event: notify::Result<Event>| {
        let ring = match event {
            Ok(event) => meaning(&event, &real, &made),
            Err(_) => Some(Ring::Change),
        };
        if let Some(ring) = ring {
            // Nobody listens any more only when the program ends.
            let _ = cord.send(ring);
        }
    };
    // Links that lead out of the edition are not followed anywhere else.
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(handle, config)?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok(watcher)
}

/// What an event means, if anything. An event without a path tells that some
/// were lost; it does not ring, because looking at a very large folder can
/// itself be what fills the queue.
fn meaning(event: &Event, folder: &Path, made: &Path) -> Option<Ring> {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
        // Looking at the folder reads it.
        EventKind::Access(_) => return None,
        EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
            if event.paths.iter().any(|path| path == folder) =>
        {
            return Some(Ring::Loss);
        }
        _ => {}
    }
    let counts = |path: &PathBuf| path != made && !is_hidden(path, folder);
    event.paths.iter().any(counts).then_some(Ring::Change)
}

/// Whether a path leads to something hidden in the folder, which is no part
/// of an edition.
fn is_hidden(path: &Path, folder: &Path) -> bool {
    let hidden = |part: Component<'_>| match part {
        Component::Normal(name) => name.to_string_lossy().starts_with('.'),
        _ => false,
    };
    path.strip_prefix(folder).is_ok_and(|inside| inside.components().any(hidden))
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange, Flag, RemoveKind, RenameMode};

    use super::*;

    fn ring(kind: EventKind, paths: &[&str]) -> Option<Ring> {
        let event = paths.iter().fold(Event::new(kind), |event, path| event.add_path(path.into()));
        meaning(&event, Path::new("/edition"), Path::new("/edition/out/edition.pdf"))
    }

    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));

    #[test]
    fn edits_ring_and_reading_does_not() {
        assert_eq!(ring(WRITTEN, &["/edition/report.json"]), Some(Ring::Change));
        let closed = |mode| EventKind::Access(AccessKind::Close(mode));
        assert_eq!(ring(closed(AccessMode::Write), &["/edition/a.json"]), Some(Ring::Change));
        assert_eq!(ring(closed(AccessMode::Read), &["/edition/a.json"]), None);
        let opened = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert_eq!(ring(opened, &["/edition/a.json"]), None);
    }

    #[test]
    fn what_is_made_and_what_is_hidden_does_not_ring() {
        assert_eq!(ring(WRITTEN, &["/edition/out/edition.pdf"]), None);
        let created = EventKind::Create(CreateKind::File);
        assert_eq!(ring(created, &["/edition/out/.bogo-x1"]), None);
        assert_eq!(ring(WRITTEN, &["/edition/.git/index"]), None);
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        let saved = ["/edition/.report.json.swp", "/edition/report.json"];
        assert_eq!(ring(renamed, &saved), Some(Ring::Change));
        let written = ["/edition/out/.bogo-x1", "/edition/out/edition.pdf"];
        assert_eq!(ring(renamed, &written), None);
    }

    #[test]
    fn a_folder_that_goes_is_lost_and_an_overflow_is_silent() {
        let removed = EventKind::Remove(RemoveKind::Folder);
        assert_eq!(ring(removed, &["/edition"]), Some(Ring::Loss));
        assert_eq!(ring(removed, &["/edition/projects"]), Some(Ring::Change));
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(meaning(&overflow, Path::new("/edition"), Path::new("/x.pdf")), None);
    }
}
