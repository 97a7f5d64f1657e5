//! `bogo watch`: the PDF of an edition, made again after every edit.

mod gone;
mod words;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bogo_model::{Diagnostic, Language, Severity};
use bogo_press::{ExportError, Purpose};
use clap::ArgMatches;

use super::output::{FileKind, Output, PdfStandards, broken_rule};
use super::{edition_folder, teller, unforced, wanted_pages};
use crate::Goal;
use crate::folder::Folder;
use crate::render;
use crate::session::{Outcome, Session};
use crate::stages::{Stage, Stages};
use crate::teller::{Teller, missing_in};
use crate::watcher::Watcher;
use gone::would_be_found;

/// How often the folder is looked at without a sign of change: some drives
/// give none.
const ROUND: Duration = Duration::from_secs(2);

/// How long it has to be quiet before findings are shown: what was found may
/// be half of a file that is being written.
const GRACE: Duration = Duration::from_millis(150);

/// How long findings are held back where it never gets quiet.
const PATIENCE: Duration = Duration::from_secs(10);

/// Makes the PDF that the arguments ask for, and again after each edit, until
/// the user ends the program.
pub(super) fn run(matches: &ArgMatches, language: Language) -> anyhow::Result<u8> {
    let standards = PdfStandards::of(matches, language)?;
    let folder = edition_folder(matches, language)?;
    let output = Output::of(matches, &Folder::name(&folder), FileKind::Pdf, language)?;
    let mut watcher = Watcher::new(&folder, output.real_path());
    let mut watch = Watch::new(&folder, output, standards, teller(matches, language));
    watch.forced = wanted_pages(matches) == Goal::MarkedPages;
    watch.session.aim(wanted_pages(matches));
    watch.attend(&mut watcher);
    watch.look();
    // Nobody has saved anything yet that may be half-written.
    watch.say_trouble();
    render::write(&words::beginning(&folder, language));
    let mut quiet = false;
    loop {
        let rang = watcher.wait(if quiet { ROUND } else { GRACE });
        watch.attend(&mut watcher);
        // What changes from now on rings again, so that the last look always
        // comes after the last change.
        let news = watch.look();
        quiet = !rang && !news;
        if quiet || watch.is_impatient() {
            watch.say_trouble();
        }
    }
}

/// A PDF and the folder that it follows.
struct Watch {
    folder: PathBuf,
    output: Output,
    standards: PdfStandards,
    teller: Teller,
    session: Session,
    /// Whether pages are wanted in spite of errors.
    forced: bool,
    /// What was told and is not known to be gone; `None` until there are any
    /// pages.
    told: Option<Vec<Diagnostic>>,
    /// The hashes of the pages in the PDF; empty until it is written.
    pages: Vec<u128>,
    /// What is to be written: new, or what could not be written yet.
    made: Option<Made>,
    /// Why it could not be written, as it was said.
    refusal: Option<String>,
    /// Why the folder cannot be looked at.
    failure: Option<Failure>,
    /// What keeps the pages from being made.
    trouble: Option<Trouble>,
}

/// The PDF of pages and their hashes, or why there is none.
type Exported = (Result<Vec<u8>, ExportError>, Vec<u128>);

/// A PDF that is to be written.
struct Made {
    pdf: Vec<u8>,
    standards: PdfStandards,
    pages: Vec<u128>,
    took: Duration,
}

/// Why the folder cannot be looked at.
struct Failure {
    words: String,
    said: bool,
}

/// What keeps the pages, or the PDF, from being made.
struct Trouble {
    outcome: Outcome,
    /// The rule of the PDF standard that the pages break.
    rule: Option<String>,
    since: Instant,
    said: bool,
}

impl Watch {
    fn new(folder: &Path, output: Output, standards: PdfStandards, teller: Teller) -> Self {
        Self {
            folder: folder.to_owned(),
            output,
            standards,
            teller,
            session: Session::new(folder, Purpose::Pdf),
            forced: false,
            told: None,
            pages: Vec::new(),
            made: None,
            refusal: None,
            failure: None,
            trouble: None,
        }
    }

    /// Makes sure that changes are noticed, or says that they are not.
    fn attend(&self, watcher: &mut Watcher) {
        if let Err(error) = watcher.attend() {
            render::write(&words::unwatchable(&error, self.teller.language));
        }
    }

    /// Looks at the folder and writes the PDF if it is sound and there is
    /// anything new. Returns whether there was, sound or not.
    fn look(&mut self) -> bool {
        let begin = Instant::now();
        let is_delivered = !self.pages.is_empty() && self.made.is_none() && self.trouble.is_none();
        if is_delivered && !self.output.path().exists() {
            // Someone has removed the PDF; it is to be there.
            self.session.forget();
        }
        let stages = Stages::shown(false, self.teller.language);
        self.session.tell_stages(&stages);
        let standards = &self.standards;
        let looked = self.session.set_if_changed_making(|proof, marked| {
            let standards = standards.of_pages(marked);
            let pdf = stages.during(Stage::Pdf, || proof.pdf(&standards.list));
            (pdf, proof.page_hashes())
        });
        stages.hide();
        let news = match looked {
            Err(error) => self.fail(&error),
            Ok(changed) => {
                self.recover();
                changed.is_some_and(|(outcome, made)| self.take(outcome, made, begin))
            }
        };
        self.deliver();
        news
    }

    /// Takes what was set for what the folder is now. Returns whether it is
    /// new.
    fn take(&mut self, outcome: Outcome, made: Option<Exported>, begin: Instant) -> bool {
        let (pdf, pages) = match made.filter(|_| outcome.usable_proof().is_some()) {
            Some((Ok(pdf), pages)) => (pdf, pages),
            Some((Err(error), _)) => {
                return self.hold(outcome, Some(broken_rule(&error, self.teller.language)));
            }
            None => return self.hold(outcome, None),
        };
        let was_said = self.trouble.take().is_some_and(|trouble| trouble.said);
        let known = !outcome.edited && !was_said && self.made.is_none();
        if known && pages == self.pages && self.output.holds(&pdf) {
            return false;
        }
        self.tell(&outcome);
        let standards = self.standards.of_pages(outcome.marked);
        self.made = Some(Made { pdf, standards, pages, took: begin.elapsed() });
        // What still keeps it from being written is worth saying again.
        self.refusal = None;
        true
    }

    /// Tells what was found in pages that were made: all of it the first time,
    /// then what is new and what is gone.
    fn tell(&mut self, outcome: &Outcome) {
        let Outcome { diagnostics, documents, .. } = outcome;
        match self.told.take() {
            Some(before) => {
                let gone = missing_in(diagnostics, &before);
                self.teller.tell_change(&before, diagnostics, &gone, documents);
            }
            None => self.teller.tell(diagnostics, documents),
        }
        self.told = Some(diagnostics.clone());
    }

    /// Keeps what is wrong, to be said when it lasts. Returns whether it is
    /// new.
    fn hold(&mut self, outcome: Outcome, rule: Option<String>) -> bool {
        let before = self.trouble.take();
        if let Some(before) = &before
            && !outcome.edited
            && before.outcome.diagnostics == outcome.diagnostics
            && before.rule == rule
        {
            self.trouble = Some(Trouble { outcome, rule, ..*before });
            return false;
        }
        let since = before.filter(|before| !before.said).map(|before| before.since);
        let since = since.unwrap_or_else(Instant::now);
        self.trouble = Some(Trouble { outcome, rule, since, said: false });
        true
    }

    /// Notes that the folder could not be looked at. Returns whether that is
    /// new.
    fn fail(&mut self, error: &anyhow::Error) -> bool {
        let words = words::unreadable(&self.folder, error, self.teller.language);
        if self.failure.as_ref().is_some_and(|failure| failure.words == words) {
            return false;
        }
        self.failure = Some(Failure { words, said: false });
        true
    }

    /// Notes that the folder can be looked at again.
    fn recover(&mut self) {
        if self.failure.take().is_some_and(|failure| failure.said) {
            render::write(&words::readable(&self.folder, self.teller.language));
        }
    }

    /// Whether something wrong has been held back for so long that it is not
    /// going to pass by itself.
    fn is_impatient(&self) -> bool {
        let held = self.trouble.as_ref().filter(|trouble| !trouble.said);
        held.is_some_and(|trouble| trouble.since.elapsed() > PATIENCE)
    }

    /// Says what is wrong, once.
    fn say_trouble(&mut self) {
        if let Some(failure) = &mut self.failure {
            if !std::mem::replace(&mut failure.said, true) {
                render::write(&failure.words);
            }
            return;
        }
        let Some(trouble) = self.trouble.as_mut().filter(|trouble| !trouble.said) else { return };
        trouble.said = true;
        let Outcome { diagnostics, documents, .. } = &trouble.outcome;
        let errors = diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
        let errors: Vec<Diagnostic> = errors.cloned().collect();
        match &mut self.told {
            // What else is found depends on what is wrong: it is told when that
            // is mended.
            Some(told) => {
                let mut gone = missing_in(diagnostics, told);
                gone.retain(|finding| would_be_found(finding, &trouble.outcome));
                self.teller.tell_change(told, &errors, &gone, documents);
                let gone: Vec<Diagnostic> = gone.into_iter().cloned().collect();
                let new = missing_in(told, &errors).into_iter().cloned();
                *told = missing_in(&gone, told).into_iter().cloned().chain(new).collect();
            }
            None => self.teller.tell(diagnostics, documents),
        }
        if let Some(rule) = &trouble.rule {
            render::write(&format!("{rule}\n"));
        }
        if self.forced && trouble.outcome.proof.is_none() {
            render::write(unforced(&trouble.outcome, self.teller.language));
        }
        render::write(&words::kept(self.output.path(), self.teller.language));
    }

    /// Writes what is to be written, and says what came of it. A file that is
    /// the same is not touched again, except at the beginning.
    fn deliver(&mut self) {
        let Some(made) = self.made.take() else { return };
        let begin = Instant::now();
        let first = self.pages.is_empty();
        if (first || !self.output.holds(&made.pdf))
            && let Err(error) = self.output.replace(&made.pdf, self.teller.language)
        {
            let words = words::unwritten(&error, self.teller.language);
            if self.refusal.as_ref() != Some(&words) {
                render::write(&words);
            }
            self.refusal = Some(words);
            self.made = Some(made);
            return;
        }
        self.refusal = None;
        let (count, size) = (made.pages.len(), made.pdf.len());
        let before = std::mem::replace(&mut self.pages, made.pages);
        render::write(&match first {
            true => self.output.summary(count, size, &made.standards, self.teller.language),
            false => {
                let changed = changed_pages(&before, &self.pages);
                let took = made.took + begin.elapsed();
                words::made(self.output.path(), count, &changed, size, took, self.teller.language)
            }
        });
    }
}

/// The pages, counted from 1, that show what none showed before. A page that
/// only moved has not changed.
fn changed_pages(before: &[u128], now: &[u128]) -> Vec<usize> {
    let before: BTreeSet<&u128> = before.iter().collect();
    let pages = now.iter().enumerate();
    pages.filter(|(_, page)| !before.contains(page)).map(|(index, _)| index + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::changed_pages;

    #[test]
    fn a_page_that_moved_has_not_changed_and_a_new_one_has() {
        assert_eq!(changed_pages(&[1, 2, 3], &[1, 9, 2, 3]), [2]);
        assert!(changed_pages(&[1, 2, 3], &[1, 3]).is_empty());
        assert_eq!(changed_pages(&[], &[5, 5]), [1, 2]);
    }
}
