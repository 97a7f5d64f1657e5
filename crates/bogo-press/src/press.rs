//! Setting editions, one after the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use bogo_model::Diagnostic;
use bogo_model::edition::Edition;
use rayon::prelude::*;
use typst::diag::SourceResult;
use typst::engine::Sink;
use typst::foundations::{Content, Smart};
use typst::utils::hash128;
use typst::visualize::{ExchangeFormat, RasterImage};
use typst_layout::{PagedDocument, PagedIntrospector};

use crate::chains::Fallbacks;
use crate::compiler;
use crate::faces::Faces;
use crate::findings;
use crate::pages;
use crate::photograph::Photograph;
use crate::proof::Proof;
use crate::purpose::Purpose;
use crate::source::{self, CodeFile, MAIN, PICTURES, SECTIONS, picture_path, section_path};
use crate::templates::Templates;
use crate::traced::Traced;
use crate::world::{EditionWorld, File};

/// What sections import.
const LIBRARY: &str = "/templates/lib.typ";

/// Where templates stand.
const TEMPLATES: &str = "/templates/";

/// For how many settings a piece of layout is kept without being used.
const KEPT_SETTINGS: usize = 2;

/// Sets editions with a set of faces and templates.
pub struct Press {
    world: EditionWorld,
    fallbacks: Fallbacks,
    /// Where everything stood on the pages that were laid out last.
    laid: Option<Arc<PagedIntrospector>>,
    /// Whether another setting comes after the next one.
    keeps: bool,
}

/// Drops everything that was kept of all settings in this process: for a
/// program that sets only once, and to measure how long that takes.
pub fn forget_settings() {
    comemo::evict(0);
}

impl Press {
    /// A press with these faces and templates.
    pub fn new(faces: Faces, templates: &Templates) -> Self {
        let world = EditionWorld::new(faces, MAIN);
        let mut press = Self { world, fallbacks: Fallbacks::known(), laid: None, keeps: true };
        press.put_templates(templates);
        press
    }

    /// The faces in use.
    pub fn faces(&self) -> &Faces {
        self.world.faces()
    }

    /// Puts other templates in place of those at hand; what is the same stays.
    pub fn put_templates(&mut self, templates: &Templates) {
        let paths: Vec<String> =
            templates.iter().map(|(path, _)| format!("{TEMPLATES}{path}")).collect();
        let texts = paths.iter().zip(templates.iter());
        let texts = texts.map(|(path, (_, text))| (path.as_str(), text));
        self.world.put_texts(texts, |path| path.starts_with(TEMPLATES));
    }

    /// Drops from now on whatever only another setting would need as soon as a
    /// setting itself is done with it, which takes less memory.
    pub fn keep_nothing(&mut self) {
        self.keeps = false;
    }

    /// Sets an edition with its prepared pictures, which are given by their
    /// id. Returns the pages, if there are any, and what Typst had to say:
    /// faults of a template, for faults of the data have been found before.
    ///
    /// What is the same as in the last edition is not laid out again.
    pub fn set(
        &mut self,
        edition: &Edition,
        pictures: impl IntoIterator<Item = (String, Arc<Vec<u8>>)>,
        purpose: Purpose,
    ) -> (Option<Proof>, Vec<Diagnostic>) {
        self.forget_unused();
        let code = self.load(edition, pictures, purpose);
        self.world.draw(&self.world.rare_characters());
        self.evaluate_sections(edition);
        // What comes of the sections is put together on one core.
        let trace = || Traced::of(code, |path| self.world.template(path));
        let ((content, heard), texts) = rayon::join(|| self.evaluate(), trace);
        if !self.keeps {
            self.world.forget_trees();
            rayon::spawn(forget_settings);
        }
        let (mut compiled, mut sink) = self.lay_out(&content, &heard);
        if let Ok(document) = &compiled
            && self.world.draw(&pages::rare_characters(document))
        {
            // A template makes characters that stand in no file.
            (compiled, sink) = self.lay_out(&content, &heard);
        }
        let mut warnings: Vec<_> = sink.warnings().into_iter().collect();
        let unsettled = findings::take_unsettled(&mut warnings);
        let mut diagnostics = findings::translate(&self.world, &warnings);
        match compiled {
            Ok(document) => {
                self.laid = Some(Arc::clone(document.introspector()));
                (Some(Proof::new(document, purpose, unsettled, texts)), diagnostics)
            }
            Err(errors) => {
                diagnostics.extend(findings::translate(&self.world, &errors));
                (None, diagnostics)
            }
        }
    }

    /// Lays out what comes of what has been loaded, and adds what is heard to what
    /// was `heard` before.
    fn lay_out(
        &self,
        content: &SourceResult<Content>,
        heard: &Sink,
    ) -> (SourceResult<PagedDocument>, Sink) {
        let mut sink = heard.clone();
        let laid = content.as_ref().map_err(Clone::clone).and_then(|content| {
            compiler::lay_out(&self.world, content, self.laid.as_deref(), &mut sink)
        });
        (laid, sink)
    }

    /// Drops what several settings in a row did not need: without this a long
    /// session grows without end. A single one is spared it, and no one waits
    /// for it.
    fn forget_unused(&self) {
        if self.laid.is_some() {
            rayon::spawn(|| comemo::evict(KEPT_SETTINGS));
        }
    }

    /// All virtual files with their bytes, by path: the templates, and the
    /// edition that was set last.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.world.files().map(|(path, bytes)| (path, bytes.as_slice()))
    }

    /// Puts an edition's files in place of those of the last one. The templates,
    /// which depend on its theme alone, are evaluated beside that.
    fn load(
        &mut self,
        edition: &Edition,
        pictures: impl IntoIterator<Item = (String, Arc<Vec<u8>>)>,
        purpose: Purpose,
    ) -> Vec<CodeFile> {
        let (own, is_print) = (self.faces().own_families(), purpose == Purpose::Print);
        let settings = source::settings(edition, &self.fallbacks, own, is_print);
        let is_setting = |path: &str| settings.iter().any(|(own, _)| path == *own);
        let texts = settings.iter().map(|(path, text)| (*path, text.as_str()));
        self.world.put_texts(texts, is_setting);

        let before = self.world.take(|path| path == MAIN || path.starts_with(SECTIONS));
        let write = || {
            let code = source::code(edition, &self.fallbacks);
            let texts = code.iter().map(|file| (file.path.as_str(), file.code.as_str()));
            let files = File::of_texts(texts, before);
            (code, files)
        };
        let ((code, files), ()) = rayon::join(write, || self.evaluate_one(LIBRARY));
        self.world.put(files);

        let mut paths = BTreeSet::new();
        for (id, bytes) in pictures {
            paths.extend(self.put_picture(format!("{PICTURES}{id}"), bytes, purpose));
        }
        self.world.take(|path| path.starts_with(PICTURES) && !paths.contains(path));
        code
    }

    /// Puts a picture; of a photograph that need not be decoded its drawing, and
    /// itself beside that. Returns where anything stands.
    fn put_picture(&mut self, path: String, bytes: Arc<Vec<u8>>, purpose: Purpose) -> Vec<String> {
        let photograph = if purpose.is_pdf() { Photograph::read(&bytes) } else { None };
        let Some(photograph) = photograph else {
            self.world.put_bytes(&path, Shared(bytes));
            return vec![path];
        };
        let linked = format!("{path}.jpg");
        let link = linked.rsplit('/').next().unwrap_or(&linked);
        let mark = hash128(self.world.put_bytes(&linked, Shared(bytes)));
        self.world.put_bytes(&path, photograph.drawing(link, mark));
        vec![path, linked]
    }

    /// Evaluates what has been loaded.
    fn evaluate(&self) -> (SourceResult<Content>, Sink) {
        let mut sink = Sink::new();
        (compiler::content(&self.world, &mut sink), sink)
    }

    /// Evaluates the sections on all cores, beside decoding the pictures. Typst
    /// evaluates one file after the other, and finds these results when it comes to
    /// them; what is wrong with them it finds, too.
    fn evaluate_sections(&self, edition: &Edition) {
        let sections: Vec<String> =
            edition.sections().map(|section| section_path(&section.id)).collect();
        let evaluate = || {
            sections.par_iter().for_each(|path| self.evaluate_one(path));
        };
        let pictures = edition.pictures();
        let decode = || {
            pictures.par_iter().for_each(|used| {
                let Some(bytes) = self.world.bytes(&picture_path(used)) else { return };
                if let Some(format) = ExchangeFormat::detect(bytes) {
                    let _ = RasterImage::new(bytes.clone(), format, Smart::Auto);
                }
            });
        };
        rayon::join(evaluate, decode);
    }

    /// Evaluates a file, to be remembered.
    fn evaluate_one(&self, path: &str) {
        if let Some(source) = self.world.template(path) {
            let _ = compiler::evaluate(&self.world, source, &mut Sink::new());
        }
    }
}

/// A picture's bytes, which the program keeps, too.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}
