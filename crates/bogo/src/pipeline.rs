//! The one way from a folder to pages, which every command goes.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use bogo_model::diagnostic::has_errors;
use bogo_model::json::Documents;
use bogo_model::resolve::Facts;
use bogo_model::{Diagnostic, Language, Place, message};
use bogo_press::{Faces, Press, Proof, Purpose, Templates};

use crate::cache::FolderCache;
use crate::folder::Folder;
use crate::pictures;
use crate::progress::Progress;

/// What became of a folder.
pub struct Setting {
    /// The pages; `None` if findings keep them from being made.
    pub proof: Option<Proof>,
    /// Everything that was found.
    pub diagnostics: Vec<Diagnostic>,
    /// The files, to show where findings are.
    pub documents: Documents,
}

/// How long each stage took, in order.
#[derive(Debug, Default)]
pub struct Timings {
    stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    /// Does a stage and notes how long it takes.
    pub fn stage<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let begin = Instant::now();
        let result = work();
        self.stages.push((name, begin.elapsed()));
        result
    }

    /// The stages with their times.
    pub fn stages(&self) -> &[(&'static str, Duration)] {
        &self.stages
    }
}

/// Sets the edition in a folder.
///
/// # Errors
/// When files that are no part of the data, such as fonts, cannot be read.
pub fn set_folder(
    folder: &Folder,
    purpose: Purpose,
    timings: &mut Timings,
) -> anyhow::Result<Setting> {
    set_with_progress(folder, purpose, timings, &Progress::begin(true, Language::Korean))
}

/// [`set_folder`], showing what is being done.
pub(crate) fn set_with_progress(
    folder: &Folder,
    purpose: Purpose,
    timings: &mut Timings,
    progress: &Progress,
) -> anyhow::Result<Setting> {
    progress.step("자료 읽기", "reading");
    let sources = timings.stage("read", || folder.sources());
    let templates = Templates::new(folder.templates()?);
    let (manuscript, mut diagnostics) =
        timings.stage("parse", || bogo_model::parse(sources, &Templates::themes()));
    let (faces, refused) = timings.stage("fonts", || folder.fonts().map(Faces::new))?;
    diagnostics.extend(refused.into_iter().map(no_font));
    let facts = Facts {
        pictures: timings.stage("inspect", || pictures::facts(folder, &manuscript)),
        files: folder.files().to_vec(),
        covers: &|character| faces.covers(character),
        families: faces.families(),
        usual_theme: &Templates::usual_theme().context("the usual theme")?,
    };
    let (edition, found) = timings.stage("resolve", || bogo_model::resolve(&manuscript, &facts));
    diagnostics.extend(found);
    drop(facts);
    let mut setting = Setting { proof: None, diagnostics, documents: manuscript.documents };
    let Some(edition) = edition.filter(|_| !has_errors(&setting.diagnostics)) else {
        return Ok(setting);
    };
    progress.step("그림 준비", "preparing pictures");
    let (prepared, damaged) = timings.stage("pictures", || {
        pictures::prepare(folder, &edition.pictures, purpose, &FolderCache::of_user())
    });
    setting.diagnostics.extend(damaged);
    if has_errors(&setting.diagnostics) {
        return Ok(setting);
    }
    progress.step("조판", "setting");
    let mut press = timings.stage("press", || Press::new(faces, &templates));
    let (proof, found) = timings.stage("set", || press.set(&edition, prepared, purpose));
    setting.diagnostics.extend(found);
    setting.proof = proof;
    Ok(setting)
}

fn no_font(file: String) -> Diagnostic {
    let place = Place { file, range: 0..0, pointer: String::new() };
    let message = message!("글꼴로 읽을 수 없는 파일입니다", "this file is no font");
    Diagnostic::error("not-a-font", place, message).with_help(message!(
        "TTF나 OTF 파일을 넣거나 이 파일을 지우십시오.",
        "put a TTF or OTF file there or remove this one"
    ))
}
