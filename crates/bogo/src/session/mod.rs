//! The one way from a folder to pages, which every command goes: once, or
//! again after each edit.

mod desk;
mod editions;
mod inputs;
mod outcome;
mod pages;
mod resolved;
mod section;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::Context as _;
use bogo_model::json::composed;
use bogo_press::{Proof, Purpose};

use crate::folder::Folder;
use crate::goal::Goal;
use crate::pictures::Pictures;
use crate::stages::{Stage, Stages};
use desk::Desk;
use inputs::{Inputs, Last};
pub use outcome::Outcome;
use resolved::Resolved;
use section::cut;

/// An edition's folder and everything that is kept between one setting of it
/// and the next: fonts, templates, pictures, and what was laid out.
pub struct Session {
    root: PathBuf,
    purpose: Purpose,
    goal: Goal,
    /// The section to which the edition is cut, by one of its names.
    section: Option<String>,
    /// Who is told of the stages.
    stages: Stages,
    pictures: Pictures,
    desk: Option<Desk>,
    last: Option<Last>,
    /// Whether nothing is set after the next time.
    ends: bool,
}

/// What is done with pages beside the search for faults in them, and whether they
/// are marked as not final.
type Beside<'b> = &'b (dyn Fn(&Proof, bool) + Sync);

impl Session {
    /// A session on a folder, of which nothing has been read yet.
    pub fn new(root: &Path, purpose: Purpose) -> Self {
        let root = root.to_owned();
        let pictures = Pictures::new();
        let (goal, stages) = (Goal::default(), Stages::default());
        Self {
            root,
            purpose,
            goal,
            section: None,
            stages,
            pictures,
            desk: None,
            last: None,
            ends: false,
        }
    }

    /// Wants something else than pages without errors.
    pub fn aim(&mut self, goal: Goal) {
        self.goal = goal;
    }

    /// Tells from now on of the stages that it goes through.
    pub(crate) fn tell_stages(&mut self, stages: &Stages) {
        self.stages = stages.clone();
    }

    /// A session on the pages of one section, named as users name it. What
    /// these pages do not depend on is not set.
    pub fn of_section(root: &Path, name: &str) -> Self {
        let name = name.trim_start_matches("./").trim_end_matches(".json");
        Self { section: Some(composed(name).into_owned()), ..Self::new(root, Purpose::Screen) }
    }

    /// Sets the edition as its folder is now.
    ///
    /// # Errors
    /// When there is no such folder, or it cannot be listed.
    pub fn set(&mut self) -> anyhow::Result<Outcome> {
        self.forget();
        self.set_beside(&|_, _| ())?.context("nothing was set")
    }

    /// Sets the edition as its folder is now, for the last time: what only another
    /// setting would need is not kept.
    ///
    /// # Errors
    /// Those of [`Self::set`].
    pub fn set_last(&mut self) -> anyhow::Result<Outcome> {
        Ok(self.set_last_making(|_, _| ())?.0)
    }

    /// The same, and what is made of the pages: see [`Self::set_if_changed_making`].
    ///
    /// # Errors
    /// Those of [`Self::set`].
    pub(crate) fn set_last_making<T: Send>(
        &mut self,
        make: impl Fn(&Proof, bool) -> T + Sync,
    ) -> anyhow::Result<(Outcome, Option<T>)> {
        self.ends = true;
        self.forget();
        self.set_if_changed_making(make)?.context("nothing was set")
    }

    /// Sets the edition if anything in its folder has changed since the last
    /// time; else returns `None`. Returns, too, what is made of the pages while
    /// faults are looked for in them, if there are any: of pages that turn out to
    /// be faulty, too. It is told whether they are marked as not final.
    ///
    /// # Errors
    /// Those of [`Self::set`].
    pub(crate) fn set_if_changed_making<T: Send>(
        &mut self,
        make: impl Fn(&Proof, bool) -> T + Sync,
    ) -> anyhow::Result<Option<(Outcome, Option<T>)>> {
        let made = Mutex::new(None);
        let set = self.set_beside(&|proof, marked| {
            let own = make(proof, marked);
            *made.lock().unwrap_or_else(PoisonError::into_inner) = Some(own);
        })?;
        let made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(set.map(|outcome| (outcome, made)))
    }

    fn set_beside(&mut self, beside: Beside<'_>) -> anyhow::Result<Option<Outcome>> {
        let (folder, inputs) = self.stages.during(Stage::Read, || self.read())?;
        // What is read wrong is not to be taken for unchanged.
        let last = self.last.take();
        if last.as_ref().is_some_and(|last| last.proves_same(&inputs))
            && self.pictures.prove_same(&folder)
        {
            self.last = last;
            return Ok(None);
        }
        let mut outcome = self.set_inputs(&folder, &inputs, beside)?;
        outcome.edited = last.is_none_or(|last| !last.inputs.has_same_texts(&inputs));
        self.last = Some(Last { inputs, sound: outcome.sound_proof().is_some() });
        Ok(Some(outcome))
    }

    /// Ends with what was set. The process ends, too: nothing is taken apart before
    /// the system takes back its memory as a whole, for that takes as long as a
    /// sixth of a check.
    pub(crate) fn leave(self, outcome: Outcome) {
        std::mem::forget((self, outcome));
    }

    /// Takes nothing for unchanged the next time. What was laid out is kept.
    pub(crate) fn forget(&mut self) {
        self.last = None;
    }

    /// The edition that was set last as a Typst project that compiles without
    /// this program: paths below its folder, and bytes. Empty if nothing was.
    pub fn project(&self) -> impl Iterator<Item = (String, &[u8])> {
        let press = self.desk.iter().filter_map(|desk| desk.press.as_ref());
        let files = press.clone().flat_map(|press| press.files());
        let fonts = press.flat_map(|press| press.faces().files());
        let fonts = fonts.map(|(name, bytes)| {
            let name = name.rsplit('/').next().unwrap_or(name);
            (format!("fonts/{name}"), bytes)
        });
        files.map(|(path, bytes)| (path.trim_start_matches('/').to_owned(), bytes)).chain(fonts)
    }

    /// The folder as it is now.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn folder(&self) -> anyhow::Result<Folder> {
        Folder::open(&self.root)
    }

    /// Reads the texts of the folder, and the stamps of its fonts.
    fn read(&self) -> anyhow::Result<(Folder, Inputs)> {
        let folder = self.folder()?;
        let inputs = Inputs::of(&folder);
        Ok((folder, inputs))
    }

    /// Sets what was read, as far as the goal and what is found allow it.
    fn set_inputs(
        &mut self,
        folder: &Folder,
        inputs: &Inputs,
        beside: Beside<'_>,
    ) -> anyhow::Result<Outcome> {
        let Resolved { mut outcome, mut edition, mut settings } = self.resolve(folder, inputs)?;
        let name = self.section.as_deref();
        let files = name.map(|name| cut(&mut edition, name, &mut outcome));
        if let Some(files) = &files {
            outcome.keep_findings_of(files);
        }
        if let Some(edition) = &mut edition
            && self.goal.permits_pages(outcome.sound, &outcome.diagnostics)
        {
            self.set_pages((folder, edition), &mut outcome, &mut settings, beside);
        }
        outcome.edition = edition;
        if let Some(files) = &files {
            outcome.keep_findings_of(files);
        }
        outcome.documents.sort(&mut outcome.diagnostics);
        Ok(outcome)
    }
}
