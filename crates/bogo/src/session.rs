//! The one way from a folder to pages, which every command goes: once, or
//! again after each edit.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use bogo_model::check::{Settings, pages};
use bogo_model::diagnostic::{Form, count, has_errors};
use bogo_model::edition::Edition;
use bogo_model::json::{Documents, composed};
use bogo_model::manuscript::{REPORT, SourceFile, unreadable};
use bogo_model::resolve::Facts;
use bogo_model::rule::Family;
use bogo_model::theme::check_weights;
use bogo_model::{Diagnostic, Language, Place, Severity, message};
use bogo_press::{Coverage, Faces, FontFault, Press, Proof, Purpose, RefusedFont, Templates};

use crate::folder::{FONTS, Folder, TEMPLATES, Texts};
use crate::goal::Goal;
use crate::pictures::{self, Pictures};
use crate::progress::Progress;
use crate::stamp::Stamp;
use crate::timings::Timings;

/// An edition's folder and everything that is kept between one setting of it
/// and the next: fonts, templates, pictures, and what was laid out.
pub struct Session {
    root: PathBuf,
    purpose: Purpose,
    goal: Goal,
    /// The section to which the edition is cut, by one of its names.
    section: Option<String>,
    pictures: Pictures,
    desk: Option<Desk>,
    last: Option<Last>,
}

/// What became of a folder.
pub struct Setting {
    /// The pages; `None` if findings keep them from being made.
    pub proof: Option<Proof>,
    /// Everything that was found and is not allowed, in the order of the
    /// files; of an edition that is cut to a section, what its pages depend on.
    pub diagnostics: Vec<Diagnostic>,
    /// What was found where the pages of the wanted section do not depend on
    /// it.
    pub elsewhere: Vec<Diagnostic>,
    /// Whether all data could be read.
    pub sound: bool,
    /// Whether the pages say that the report is not final.
    pub marked: bool,
    /// The files, to show where findings are.
    pub documents: Documents,
    /// The sections of the edition, each by its names.
    pub sections: Vec<Vec<String>>,
    /// The path of the section to which the edition was cut, if it has it.
    pub section: Option<String>,
    /// Whether a section was wanted that the edition does not have, nor a file
    /// of its name that could not be read.
    pub is_section_unknown: bool,
    /// Whether any text is another than when the folder was set before.
    pub edited: bool,
    /// The files that could not be read whole and are therefore not mended,
    /// though there is something to mend in them.
    pub withheld: BTreeSet<String>,
}

impl Setting {
    /// Sets aside what was found in the files of other sections than these.
    /// What has no place, and what stands in the files of the report as a
    /// whole, concerns all sections.
    fn keep_findings_of(&mut self, files: &BTreeSet<String>) {
        let is_common = |file: &str| {
            let apart = [FONTS, TEMPLATES];
            file == REPORT || apart.iter().any(|folder| Path::new(file).starts_with(folder))
        };
        let concerns = |finding: &Diagnostic| {
            let place = finding.place.as_ref();
            place.is_none_or(|place| is_common(place.file()) || files.contains(place.file()))
        };
        let (own, others) = std::mem::take(&mut self.diagnostics).into_iter().partition(concerns);
        self.diagnostics = own;
        self.elsewhere.extend::<Vec<_>>(others);
    }

    /// The pages, if nothing that was found forbids to use them.
    pub fn sound_proof(&self) -> Option<&Proof> {
        self.proof.as_ref().filter(|_| !has_errors(&self.diagnostics))
    }

    /// The pages, if they are sound or say that they are not.
    pub fn usable_proof(&self) -> Option<&Proof> {
        self.proof.as_ref().filter(|_| self.marked || !has_errors(&self.diagnostics))
    }
}

/// What the faces cover, which of the edition's font files were none or could
/// not be read, and the press where pages have been wanted.
struct Desk {
    fonts: Vec<(String, Stamp)>,
    coverage: Coverage,
    refused: Vec<RefusedFont>,
    unread: Vec<SourceFile>,
    press: Option<Press>,
}

/// Everything that a setting depends on, but for pictures. Fonts are known by
/// their stamps.
struct Inputs {
    sources: Vec<SourceFile>,
    templates: Texts,
    fonts: Vec<(String, Stamp)>,
    /// Font files that are none of the edition's.
    no_fonts: Vec<SourceFile>,
    /// The names of all files, of which findings suggest some.
    names: Vec<String>,
    /// What else there is, which findings tell apart from what is missing.
    around: Vec<SourceFile>,
}

impl Inputs {
    fn has_same_texts(&self, now: &Self) -> bool {
        self.sources == now.sources
            && self.templates == now.templates
            && self.no_fonts == now.no_fonts
    }

    fn has_same_names(&self, now: &Self) -> bool {
        self.names == now.names && self.around == now.around
    }
}

/// Whether files are the same for certain.
fn prove_same(before: &[(String, Stamp)], now: &[(String, Stamp)]) -> bool {
    let mut pairs = before.iter().zip(now);
    before.len() == now.len()
        && pairs.all(|(before, now)| before.0 == now.0 && before.1.proves_same(&now.1))
}

/// What was set last, and whether it was sound: only findings name files that
/// are no part of the edition.
struct Last {
    inputs: Inputs,
    sound: bool,
}

impl Last {
    /// Whether nothing but pictures can have changed.
    fn proves_same(&self, now: &Inputs) -> bool {
        self.inputs.has_same_texts(now)
            && prove_same(&self.inputs.fonts, &now.fonts)
            && (self.sound || self.inputs.has_same_names(now))
    }
}

impl Session {
    /// A session on a folder, of which nothing has been read yet.
    pub fn new(root: &Path, purpose: Purpose) -> Self {
        let root = root.to_owned();
        let pictures = Pictures::new();
        let goal = Goal::default();
        Self { root, purpose, goal, section: None, pictures, desk: None, last: None }
    }

    /// Wants something else than pages without errors.
    pub fn aim(&mut self, goal: Goal) {
        self.goal = goal;
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
    pub fn set(&mut self, timings: &mut Timings) -> anyhow::Result<Setting> {
        self.set_with_progress(timings, &Progress::begin(true, Language::Korean))
    }

    /// [`Self::set`], showing what is being done.
    pub(crate) fn set_with_progress(
        &mut self,
        timings: &mut Timings,
        progress: &Progress,
    ) -> anyhow::Result<Setting> {
        self.forget();
        let setting = self.set_if_changed(timings, progress)?;
        setting.context("nothing was set")
    }

    /// Sets the edition if anything in its folder has changed since the last
    /// time; else returns `None`.
    ///
    /// # Errors
    /// Those of [`Self::set`].
    pub(crate) fn set_if_changed(
        &mut self,
        timings: &mut Timings,
        progress: &Progress,
    ) -> anyhow::Result<Option<Setting>> {
        progress.step("자료 읽기", "reading");
        let (folder, inputs) = timings.stage("read", || self.read())?;
        // What is read wrong is not to be taken for unchanged.
        let last = self.last.take();
        if last.as_ref().is_some_and(|last| last.proves_same(&inputs))
            && self.pictures.prove_same(&folder)
        {
            self.last = last;
            return Ok(None);
        }
        let mut setting = self.set_inputs(&folder, &inputs, timings, progress)?;
        setting.edited = last.is_none_or(|last| !last.inputs.has_same_texts(&inputs));
        self.last = Some(Last { inputs, sound: setting.sound_proof().is_some() });
        Ok(Some(setting))
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
        let (fonts, no_fonts) = folder.font_stamps();
        let inputs = Inputs {
            sources: folder.sources(),
            templates: folder.templates(),
            fonts,
            no_fonts,
            names: folder.files().to_vec(),
            around: folder.around().to_vec(),
        };
        Ok((folder, inputs))
    }

    fn set_inputs(
        &mut self,
        folder: &Folder,
        inputs: &Inputs,
        timings: &mut Timings,
        progress: &Progress,
    ) -> anyhow::Result<Setting> {
        let (mut setting, mut edition, mut settings) = self.resolve(folder, inputs, timings)?;
        let name = self.section.as_deref();
        let files = name.map(|name| cut(&mut edition, name, &mut setting));
        if let Some(files) = &files {
            setting.keep_findings_of(files);
        }
        if let Some(edition) = edition
            && self.goal.permits_pages(setting.sound, &setting.diagnostics)
        {
            self.set_edition(folder, edition, &mut setting, &mut settings, timings, progress);
        }
        if let Some(files) = &files {
            setting.keep_findings_of(files);
        }
        setting.documents.sort(&mut setting.diagnostics);
        Ok(setting)
    }

    /// Decides everything that the data leaves open, without setting a page.
    fn resolve(
        &mut self,
        folder: &Folder,
        inputs: &Inputs,
        timings: &mut Timings,
    ) -> anyhow::Result<(Setting, Option<Edition>, Settings)> {
        // The faces and templates are read beside the data.
        let (desk, goal) = (self.desk.take(), self.goal);
        let sources = [inputs.sources.as_slice(), &inputs.around].concat();
        let (parsed, desk) = timings.stage("parse", || {
            rayon::join(
                || bogo_model::parse(sources, &Templates::themes()),
                || Desk::laid(desk, folder, inputs, goal),
            )
        });
        let (mut manuscript, mut diagnostics) = parsed;
        show_editions(&mut diagnostics, &self.root, &inputs.names);
        let desk = self.desk.insert(desk);
        diagnostics.extend(desk.refused.iter().map(no_font));
        diagnostics.extend(inputs.templates.refused.iter().map(|file| no_template(file)));
        let unread = inputs.no_fonts.iter().chain(&desk.unread).chain(&inputs.templates.unread);
        diagnostics.extend(unread.map(|file| unreadable(file, &mut manuscript.documents)));
        let (mut settings, found) = Settings::of(&manuscript);
        diagnostics.extend(found);
        let facts = Facts {
            pictures: timings.stage("inspect", || self.pictures.facts(folder, &manuscript)),
            files: inputs.names.clone(),
            covers: &|character| desk.coverage.covers(character),
            families: desk.coverage.families(),
            usual_theme: &Templates::usual_theme().context("the usual theme")?,
        };
        let (edition, found) =
            timings.stage("resolve", || bogo_model::resolve(&manuscript, &facts));
        diagnostics.extend(found);
        let lacks_bold = |family: &str| desk.coverage.lacks_bold(family);
        diagnostics.extend(check_weights(manuscript.theme(), &manuscript.documents, &lacks_bold));
        let mut diagnostics = settings.apply(diagnostics);
        let withheld = manuscript.withhold_fixes(&mut diagnostics);
        if manuscript.sound {
            let asked = [Family::Figures, Family::Writing, Family::Files];
            diagnostics.extend(settings.unused(&asked));
        }
        let setting = Setting {
            proof: None,
            diagnostics,
            elsewhere: Vec::new(),
            sound: manuscript.sound,
            marked: false,
            documents: manuscript.documents,
            edited: true,
            sections: Vec::new(),
            section: None,
            is_section_unknown: false,
            withheld,
        };
        Ok((setting, edition, settings))
    }

    /// Sets the pages of an edition, or of what it was cut to.
    fn set_edition(
        &mut self,
        folder: &Folder,
        mut edition: Edition,
        setting: &mut Setting,
        settings: &mut Settings,
        timings: &mut Timings,
        progress: &Progress,
    ) {
        progress.step("그림 준비", "preparing pictures");
        let (mut prepared, damaged) = timings
            .stage("pictures", || self.pictures.prepare(folder, &edition.pictures, self.purpose));
        let is_damaged = !damaged.is_empty() && self.goal != Goal::MarkedPages;
        if self.goal == Goal::MarkedPages {
            pictures::stand_in(&edition.pictures, &mut prepared);
        }
        setting.diagnostics.extend(damaged);
        let press = self.desk.as_mut().and_then(|desk| desk.press.as_mut());
        let Some(press) = press.filter(|_| !is_damaged) else { return };
        progress.step("조판", "setting");
        let documents = &setting.documents;
        let mut set = |errors| {
            edition.notice = self.goal.notice(errors);
            let pictures = prepared.iter().cloned();
            let (proof, mut found) =
                timings.stage("set", || press.set(&edition, pictures, self.purpose));
            if let Some(proof) = &proof {
                let most = settings.most_pages;
                let check = || pages::check(&edition, &proof.laid(), documents, most);
                found.extend(timings.stage("check", check));
            }
            let mut found = settings.apply(found);
            // Pages of one section do not show what becomes of the others.
            if proof.is_some() && self.section.is_none() {
                found.extend(settings.unused(&[Family::Pages]));
            }
            (proof, found)
        };
        let errors = count(&setting.diagnostics, Severity::Error);
        let (mut proof, mut found) = set(errors);
        let more = count(&found, Severity::Error);
        if more > 0 && self.goal == Goal::MarkedPages {
            // What only the pages showed belongs in their notice, too.
            (proof, found) = set(errors + more);
        }
        setting.marked = edition.notice.is_some();
        setting.diagnostics.extend(found);
        setting.proof = proof;
    }
}

impl Desk {
    /// The desk for a folder: the one at hand, if its fonts are still those.
    /// The program's faces, which take their time, are read for a press only.
    fn laid(desk: Option<Self>, folder: &Folder, inputs: &Inputs, goal: Goal) -> Self {
        let same = |desk: &Self| prove_same(&desk.fonts, &inputs.fonts);
        let mut desk = match desk.filter(same) {
            Some(desk) => desk,
            None => {
                let (fonts, unread) = folder.fonts();
                let (coverage, refused) = Coverage::new(fonts);
                Self { fonts: inputs.fonts.clone(), coverage, refused, unread, press: None }
            }
        };
        if goal == Goal::Data {
            return desk;
        }
        let templates = Templates::new(inputs.templates.texts.iter().cloned());
        match &mut desk.press {
            Some(press) => press.put_templates(&templates),
            None => desk.press = Some(Press::new(Faces::new(folder.fonts().0).0, &templates)),
        }
        desk
    }
}

/// How many editions are named to someone who has named a folder above them.
const MOST_EDITIONS: usize = 8;

/// Says of a folder that is no edition's which ones are below it, as they are
/// named on the command line.
fn show_editions(diagnostics: &mut [Diagnostic], root: &Path, names: &[String]) {
    let Some(missing) =
        diagnostics.iter_mut().find(|found| found.code == Form::MissingReport.into())
    else {
        return;
    };
    let above = root.ancestors().skip(1).find(|folder| folder.join(REPORT).is_file());
    if let Some(above) = above.filter(|above| !above.as_os_str().is_empty()) {
        let above = above.display();
        missing.help = Some(message!(
            "보고서 폴더는 그 위의 ‘{above}’입니다. 그 폴더를 쓰십시오.",
            "the folder of the report is `{above}` above it; name that"
        ));
        return;
    }
    // One that only has the wrong name is the report.
    let is_alike = |name: &String| !name.contains('/') && name.to_lowercase().starts_with(REPORT);
    let editions = names.iter().filter_map(|name| name.strip_suffix(REPORT)?.strip_suffix('/'));
    let mut editions: Vec<String> = editions
        .map(|folder| root.strip_prefix(".").unwrap_or(root).join(folder).display().to_string())
        .collect();
    if editions.is_empty() || names.iter().any(is_alike) {
        return;
    }
    let first = editions[0].clone();
    if editions.len() > MOST_EDITIONS {
        editions.truncate(MOST_EDITIONS);
        editions.push("…".to_owned());
    }
    let all = editions.join(", ");
    missing.help = Some(message!(
        "보고서는 이 폴더 안에 있습니다: {all}. ‘bogo check {first}’처럼 그 폴더를 쓰십시오.",
        "there are reports below this folder: {all}; name one of them, as in `bogo check {first}`"
    ));
}

/// Cuts an edition to a section, by one of its names, and to nothing if it has
/// none of that name. Returns the files on which the section's pages depend.
fn cut(edition: &mut Option<Edition>, name: &str, setting: &mut Setting) -> BTreeSet<String> {
    let sections = edition.iter().flat_map(|edition| &edition.sections);
    setting.sections = sections.map(|section| section.names.clone()).collect();
    let path = edition.as_ref().and_then(|edition| Some(edition.section(name)?.path.clone()));
    let (Some(edition), Some(path)) = (edition.as_mut(), &path) else {
        // Its file may be one that could not be read, by the same name.
        *edition = None;
        let own = format!("{name}.json");
        let is_of_own = |finding: &Diagnostic| {
            finding.severity == Severity::Error
                && finding.place.as_ref().is_some_and(|place| place.file() == own)
        };
        if own != REPORT && setting.diagnostics.iter().any(is_of_own) {
            return BTreeSet::from([own]);
        }
        // There is no such section, whatever is wrong with the others.
        if !setting.sections.is_empty() {
            setting.is_section_unknown = true;
            return BTreeSet::new();
        }
        return setting.documents.iter().map(|document| document.path.clone()).collect();
    };
    let files = edition.files_for(path);
    edition.keep_for(path);
    setting.section = Some(path.clone());
    files
}

fn no_font(RefusedFont { file, fault }: &RefusedFont) -> Diagnostic {
    let place = Place::whole(file.as_str());
    if *fault == FontFault::Restricted {
        let message = message!(
            "PDF에 심는 것을 금한 글꼴입니다",
            "this font forbids to be embedded in a PDF"
        );
        return Diagnostic::error(Form::RestrictedFont, place, message).with_help(message!(
            "이 파일을 지우고 PDF에 심어도 되는 글꼴을 쓰십시오.",
            "remove the file and use a font that may be embedded"
        ));
    }
    let message = message!("글꼴로 읽을 수 없는 파일입니다", "this file is no font");
    Diagnostic::error(Form::NotAFont, place, message).with_help(message!(
        "TTF나 OTF 파일을 넣거나 이 파일을 지우십시오.",
        "put a TTF or OTF file there or remove this one"
    ))
}

/// A file among the templates that is no text. A template stops the pages;
/// anything else, such as a picture, only cannot be used by one.
fn no_template(file: &str) -> Diagnostic {
    let place = Place::whole(file);
    let message = message!(
        "UTF-8 글이 아니어서 템플릿으로 쓸 수 없는 파일입니다",
        "this file is no UTF-8 text, so that templates cannot use it"
    );
    let help = message!(
        "템플릿이면 UTF-8로 다시 저장하고, 아니면 templates 폴더 밖으로 옮기십시오.",
        "save it as UTF-8 if it is a template, move it out of templates/ otherwise"
    );
    match file.ends_with(".typ") {
        true => Diagnostic::error(Form::NotATemplate, place, message).with_help(help),
        false => Diagnostic::warning(Form::NotATemplate, place, message).with_help(help),
    }
}
