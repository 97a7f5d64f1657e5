//! The first half of the way: from what was read to an edition in which
//! everything is decided.

use anyhow::Context as _;
use bogo_model::check::Settings;
use bogo_model::diagnostic::rule::Family;
use bogo_model::edition::Edition;
use bogo_model::resolve::Facts;
use bogo_press::Templates;

use super::Session;
use super::desk::Desk;
use super::editions::show_editions;
use super::inputs::Inputs;
use super::outcome::Outcome;
use crate::folder::Folder;
use crate::stages::Stage;

/// What the data of an edition came to.
pub(super) struct Resolved {
    /// What was found in it; no page is set yet.
    pub(super) outcome: Outcome,
    /// The edition, if enough could be read to decide it.
    pub(super) edition: Option<Edition>,
    /// What the report says about its rules.
    pub(super) settings: Settings,
}

impl Session {
    /// Decides everything that the data leaves open, without setting a page.
    ///
    /// # Errors
    /// When the program's own theme is broken.
    pub(super) fn resolve(&mut self, folder: &Folder, inputs: &Inputs) -> anyhow::Result<Resolved> {
        // The faces and templates are read beside the data.
        let (desk, goal) = (self.desk.take(), self.goal);
        let sources = [inputs.sources.as_slice(), &inputs.around].concat();
        let (parsed, desk) = self.stages.during(Stage::Parse, || {
            rayon::join(
                || bogo_model::parse(sources, &Templates::themes()),
                || Desk::laid(desk, folder, inputs, goal),
            )
        });
        let (mut manuscript, mut diagnostics) = parsed;
        show_editions(&mut diagnostics, &self.root, &inputs.names);
        let desk = self.desk.insert(desk);
        diagnostics.extend(desk.unusable(inputs, &mut manuscript.documents));
        let (mut settings, found) = Settings::of(&manuscript);
        diagnostics.extend(found);
        let facts = Facts {
            pictures: self
                .stages
                .during(Stage::Inspect, || self.pictures.facts(folder, &manuscript)),
            files: &inputs.names,
            covers: &|character| desk.coverage.covers(character),
            families: desk.coverage.families(),
            lacks_bold: &|family| desk.coverage.lacks_bold(family),
            measure: desk.coverage.measure(),
            usual_theme: &Templates::usual_theme().context("the usual theme")?,
        };
        let decide = || bogo_model::decide(&manuscript, &facts);
        let edition = self.stages.during(Stage::Resolve, decide).map(|(edition, found)| {
            diagnostics.extend(found);
            edition
        });
        let mut diagnostics = settings.apply(diagnostics);
        let withheld = manuscript.withhold_fixes(&mut diagnostics);
        if manuscript.sound {
            let asked = [Family::Figures, Family::Writing, Family::Files];
            diagnostics.extend(settings.unused(&asked));
        }
        let outcome = Outcome::of_data(manuscript, diagnostics, withheld);
        Ok(Resolved { outcome, edition, settings })
    }
}
