//! The second half of the way: from a decided edition to its pages.

use bogo_model::Severity;
use bogo_model::check::{Settings, pages};
use bogo_model::diagnostic::count;
use bogo_model::diagnostic::rule::Family;
use bogo_model::edition::Edition;

use super::outcome::Outcome;
use super::{Beside, Session};
use crate::folder::Folder;
use crate::goal::Goal;
use crate::pictures;
use crate::stages::Stage;

impl Session {
    /// Sets the pages of an edition, or of what it was cut to, and adds them
    /// and what they show to the outcome, as the report's `settings` weigh it.
    pub(super) fn set_pages(
        &mut self,
        (folder, edition): (&Folder, &mut Edition),
        outcome: &mut Outcome,
        settings: &mut Settings,
        beside: Beside<'_>,
    ) {
        let (mut prepared, damaged) = self.stages.during(Stage::Pictures, || {
            self.pictures.prepare(folder, &edition.pictures(), self.purpose)
        });
        let is_damaged = !damaged.is_empty() && self.goal != Goal::MarkedPages;
        if self.goal == Goal::MarkedPages {
            pictures::stand_in(&edition.pictures(), &mut prepared);
        }
        outcome.diagnostics.extend(damaged);
        let press = self.desk.as_mut().and_then(|desk| desk.press.as_mut());
        let Some(press) = press.filter(|_| !is_damaged) else { return };
        if self.ends {
            press.keep_nothing();
        }
        let documents = &outcome.documents;
        let mut set = |errors| {
            edition.notice = self.goal.notice(errors);
            let pictures = prepared.iter().cloned();
            let (proof, mut found) =
                self.stages.during(Stage::Set, || press.set(edition, pictures, self.purpose));
            if let Some(proof) = &proof {
                let most = settings.most_pages;
                let check = || pages::check(edition, &proof.laid(), documents, most);
                let check = || self.stages.during(Stage::Check, check);
                let marked = edition.notice.is_some();
                found.extend(rayon::join(check, || beside(proof, marked)).0);
            }
            let mut found = settings.apply(found);
            // Pages of one section do not show what becomes of the others.
            if proof.is_some() && self.section.is_none() {
                found.extend(settings.unused(&[Family::Pages]));
            }
            (proof, found)
        };
        let errors = count(&outcome.diagnostics, Severity::Error);
        let (mut proof, mut found) = set(errors);
        let more = count(&found, Severity::Error);
        if more > 0 && self.goal == Goal::MarkedPages {
            // What only the pages showed belongs in their notice, too.
            (proof, found) = set(errors + more);
        }
        outcome.marked = edition.notice.is_some();
        outcome.diagnostics.extend(found);
        outcome.proof = proof;
    }
}
